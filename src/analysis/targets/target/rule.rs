//! Rules that hold for good, whose bounds no plan is to reach: norms of buildings and services (按照…办法，每周开放不少于35小时), sizes of single
//! things, what an insurance pays.

use std::ops::Range;

use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::sentence::Sentence;
use crate::lexicon::condition::{
    AS_A_RULE, BENEFIT_WORDS, GIVEN_MONEY, NEW_HOUSING, PLANNING_NORMS, RULE_DUTIES, RULE_OPENERS, RULES,
    SINGLE_THINGS, SMALL_THINGS, STANDARD_OPENERS, STANDARD_VERBS,
};
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::target::RENEWING_VERBS;

/// Whether a clause names the rule by which something is done: 按照场馆开放管理办法, 小区按照每百户不少于25平方米的标准配建用房.
pub(super) fn names_rule(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let text = sentence.print(clause.clone());
    let text = AROUND_CLAUSES.trim(&text);
    let is_rule = |text: &str| {
        let name = text.strip_suffix("要求").filter(|name| RULES.ends(name)).unwrap_or(text);
        RULES.ends(name.strip_suffix('》').unwrap_or(name))
    };
    let standard = STANDARD_OPENERS.iter().find_map(|opener| text.split_once(opener)).map(|(_, standard)| standard);
    RULE_OPENERS.strip_longest(|opener| text.strip_prefix(opener)).is_some_and(is_rule)
        || standard.is_some_and(|standard| standard.contains("的标准") || is_quota(standard) || is_title(standard))
}

/// Whether a text opens with the title of a rule and goes on with what is done by it, without a number: 《场馆开放管理办法》对外开放.
fn is_title(text: &str) -> bool {
    let title = text.strip_prefix('《').and_then(|text| text.split_once('》'));
    title.is_some_and(|(name, act)| RULES.ends(name) && !act.contains(|mark: char| mark.is_ascii_digit()))
}

/// The number of characters at the start of a clause that only name the standard by which something is made: 按照国家标准 of
/// 按照国家标准完成卫生室改造20所.
pub(super) fn n_of_standard(text: &str) -> usize {
    let Some(standard) = STANDARD_OPENERS.strip_longest(|opener| text.strip_prefix(opener)) else { return 0 };
    let ends = RULES.iter().chain(["要求"]).filter_map(|rule| standard.find(rule).map(|at| at + rule.len()));
    let ends = ends.map(|end| {
        end + standard.get(end..).map_or(0, |rest| if rest.starts_with('》') { '》'.len_utf8() } else { 0 })
    });
    let made = |end: &usize| standard.get(*end..).is_some_and(|rest| metric::making_verb(rest).is_some());
    let end = ends.filter(made).min();
    end.map_or(0, |end| text.get(..text.len() - standard.len() + end).map_or(0, |text| text.chars().count()))
}

/// Whether a text says for how many people something is given or built: 每5万人口1辆配备.
fn is_quota(text: &str) -> bool {
    let verb = STANDARD_VERBS.suffix_of(text).or_else(|| text.strip_suffix("设置").map(|_| "设置"));
    text.starts_with('每') && verb.is_some()
}

/// Whether a sentence speaks as rules do: 接种单位应具备2名以上医师.
pub(super) fn has_duty(sentence: &Sentence) -> bool {
    RULE_DUTIES.iter().any(|word| sentence.contains(word))
}

/// Whether the words before a bound are those of a rule, which no clause names: a single thing (with `is_size`, its area or
/// length), a small group, those who are given money, new housing.
pub(super) fn is_bound_by_rule(before: &str, is_size: bool) -> bool {
    let before = AROUND_CLAUSES.trim(before);
    let is_single = SMALL_THINGS.is_in(before) || (is_size && SINGLE_THINGS.is_in(before));
    let is_ruled = is_single || GIVEN_MONEY.is_in(before) || NEW_HOUSING.begins(before);
    is_ruled || AS_A_RULE.ends(before) || is_planning_norm(before)
}

/// Whether the words before a bound name what a plan of land use sets for what is built: 新建居住区绿地率.
pub(super) fn is_planning_norm(before: &str) -> bool {
    PLANNING_NORMS.ends(before) && (before.contains("新建") || RENEWING_VERBS.is_in(before))
}

/// Whether a sentence tells what an insurance pays, and from which sum on: 起付标准为200元，支付比例不低于70%.
pub(super) fn tells_benefits(sentence: &Sentence) -> bool {
    BENEFIT_WORDS.iter().any(|word| sentence.contains(word))
}
