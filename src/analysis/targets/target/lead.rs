//! The words between a metric and its number: 分别下降到, 均不低于, 至少建成.
//!
//! Known words are those that `registry::value` reads. Any verb with 到, 至 or the like behind it (拓展至, 优化为) belongs to them
//! as well, since no list holds all; what the number means is then what it means behind 达到.

use crate::analysis::targets::target::metric;
use crate::lexicon::target::{
    ALIKE_WORDS, AROUND_METRICS, ARRIVALS, GAINING_VERBS, MAKING_VERBS, RENEWING_VERBS, SETTING_VERBS, SUPPLYING_VERBS,
};
use crate::lexicon::value::{COMPARISONS, FOR_EACH, WHOLES};
use crate::registry::value;
use crate::text::words::{self, Kind};

/// Stands for a verb that no list of value words holds.
const REACHING: &str = "达到";

/// Stands for 近 behind a metric: 母乳喂养率近60%.
const ABOUT: &str = "约";

/// Characters of a verb that a dictionary holds, as most are.
const LONGEST_VERB: usize = 2;

/// Characters before 到 or its like that are cut into words to find its verb.
const LONGEST_PREDICATE: usize = 8;

/// The words before a number.
pub(super) struct Lead {
    /// The known words; 达到 stands for a verb that is not one of them.
    pub(super) words: String,
    /// Whether a verb that makes things is among them: 建成.
    pub(super) has_making_verb: bool,
    /// Whether 到 or its like stands right behind a metric, whose verb then stands before it: 提高普及率到95%.
    pub(super) closes_metric: bool,
    /// Where they begin in the text before the number, in characters.
    pub(super) at: usize,
}

impl Lead {
    /// Reads the words that end where a number begins. Takes the folded characters before it.
    pub(super) fn before(before: &[char]) -> Self {
        let mut text: String = before.iter().collect();
        let mut lead =
            Self { words: String::new(), has_making_verb: false, closes_metric: false, at: text.chars().count() };
        // 提高到每人每月200元: the words for whom it holds stand between.
        if let Some(before) = FOR_EACH.strip_longest(|words| text.strip_suffix(words))
            && value::lead_in(before) > 0
        {
            text.truncate(before.len());
        }
        if let Some(n_bytes) = before_whole(&text) {
            text.truncate(n_bytes);
        }
        // 改造提升50个养老院: 提升 is no change of a number.
        if RENEWING_VERBS.contains(AROUND_METRICS.strip_prefix(&text).unwrap_or(&text)) {
            return Self { has_making_verb: true, ..lead };
        }
        lead.take_arrival(&mut text);
        loop {
            lead.take_known(&mut text);
            let verbs = MAKING_VERBS.iter().chain(SUPPLYING_VERBS.iter()).chain(GAINING_VERBS.iter());
            let verb = verbs.filter(|verb| text.ends_with(verb)).max_by_key(|verb| verb.len());
            let Some(verb) = verb.filter(|_| !lead.has_making_verb) else { break };
            lead.has_making_verb = true;
            text.truncate(text.len() - verb.len());
            // The verb alone is no part of the value: the value of 建成2家以上 is 2家以上.
            if value::lead_in(&text) == 0 {
                break;
            }
        }
        lead
    }

    /// Takes the known words from the end of the text.
    fn take_known(&mut self, text: &mut String) {
        let mut rest = text.len() - value::lead_in(text);
        // In 功能达到 the 能 is no auxiliary verb.
        if let Some(aux) = text.get(rest..).and_then(|lead| lead.chars().next())
            && text.get(..rest + aux.len_utf8()).is_some_and(metric::ends_in_compound)
        {
            rest += aux.len_utf8();
        }
        if rest < text.len() {
            self.words.insert_str(0, text.get(rest..).unwrap_or_default());
            text.truncate(rest);
            self.at = text.chars().count();
        }
    }

    /// Takes a verb with 到 or its like from the end of the text, unless the known words hold it.
    fn take_arrival(&mut self, text: &mut String) {
        let Some(mark) = text.chars().next_back() else { return };
        // A known word of more than this one character is no verb to look for (达到, 控制在), unless it ends one (攀升到).
        let is_known = value::lead_in(text) > mark.len_utf8();
        let arrival = if is_known { Arrival::around_known(text) } else { Arrival::at_end(text) };
        let Some(arrival) = arrival.or_else(|| Arrival::of_verb(text).filter(|_| !is_known)) else { return };
        text.truncate(text.len() - arrival.n_bytes);
        arrival.stands_for.clone_into(&mut self.words);
        self.closes_metric = arrival.closes_metric;
        self.at = text.chars().count();
    }
}

/// A verb with 到, 至 or 在 behind it, or one of these alone behind a metric.
struct Arrival {
    n_bytes: usize,
    closes_metric: bool,
    /// The known word that says what it says of the number.
    stands_for: &'static str,
}

impl Arrival {
    /// The one that closes a text.
    fn at_end(text: &str) -> Option<Self> {
        let (at, mark) = text.char_indices().next_back()?;
        let before = text.get(..at)?;
        let closes_metric = metric::ends_as_measure(before) || ALIKE_WORDS.ends(before);
        if closes_metric && (ARRIVALS.contains(mark) || mark == '近') {
            let stands_for = if mark == '近' { ABOUT } else { REACHING };
            return Some(Self { n_bytes: mark.len_utf8(), closes_metric, stands_for });
        }
        let verb = match mark {
            '为' => SETTING_VERBS.suffix_of(before)?.len(),
            mark if ARRIVALS.contains(mark) => verb(before)?,
            _ => return None,
        };
        Some(Self { n_bytes: verb + mark.len_utf8(), closes_metric, stands_for: REACHING })
    }

    /// The one whose verb ends like a known word and is longer: 攀升到, where 升到 is known.
    fn around_known(text: &str) -> Option<Self> {
        let at = text.char_indices().rev().nth(LONGEST_VERB).map_or(0, |(at, _)| at);
        let (verb, mark) = text.get(at..)?.split_at_checked(text.len() - at - text.chars().next_back()?.len_utf8())?;
        let is_verb = words::find(verb).is_some_and(|word| matches!(word.kind, Kind::Verb | Kind::VerbalNoun));
        let is_longer = is_verb && verb.chars().count() == LONGEST_VERB && mark.starts_with(['到', '至']);
        let n_bytes = text.len() - at;
        // 占比降到 closes a metric with 比, although 比降 is a word.
        let known = value::lead_in(text);
        let closes_metric = text.get(..text.len() - known).is_some_and(metric::ends_as_measure);
        let is_longer = is_longer && n_bytes > known && !closes_metric;
        is_longer.then_some(Self { n_bytes, closes_metric: false, stands_for: REACHING })
    }

    /// A verb without 到 or its like between a metric and its number: 站稳 of 诊疗量占比站稳65%.
    fn of_verb(text: &str) -> Option<Self> {
        let at = text.char_indices().rev().nth(LONGEST_VERB - 1).map(|(at, _)| at)?;
        let (metric, verb) = text.split_at_checked(at)?;
        let is_verb = words::find(verb).is_some_and(|word| word.kind == Kind::Verb) && !MAKING_VERBS.contains(verb);
        let is_between = is_verb && value::lead_in(text) == 0 && metric::ends_as_measure(metric);
        is_between.then_some(Self { n_bytes: verb.len(), closes_metric: false, stands_for: REACHING })
    }
}

/// The end in bytes of 达到 or its like in a text that goes on with a whole of which the number is a part: 达到 of 达到常住人口的.
fn before_whole(text: &str) -> Option<usize> {
    let whole = text.strip_suffix('的').filter(|whole| WHOLES.ends(whole))?;
    let at = whole.rfind(['到', '至'])?;
    let end = at + whole.get(at..)?.chars().next()?.len_utf8();
    // 达到不低于执业医师总数的20%.
    let bound = COMPARISONS.strip_longest(|word| whole.get(end..)?.strip_prefix(word));
    let end = bound.map_or(end, |rest| whole.len() - rest.len());
    (value::lead_in(whole.get(..end)?) > 0).then_some(end)
}

/// The length in bytes of the verb that closes a text: a word, or two characters that are words by themselves (提档).
fn verb(text: &str) -> Option<usize> {
    let from = text.char_indices().rev().nth(LONGEST_PREDICATE).map_or(0, |(at, _)| at);
    let pieces = words::split(text.get(from..)?);
    let (last, others) = pieces.split_last()?;
    let is_single = |text: &str| text.chars().nth(1).is_none();
    let is_word = |text: &str| text.chars().all(|mark| ('一'..='龥').contains(&mark));
    let half = others.last().filter(|before| is_single(last.text) && is_single(before.text) && is_word(before.text));
    Some(last.text.len() + half.map_or(0, |half| half.text.len())).filter(|_| is_word(last.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_number() {
        for (text, words, metric) in [
            ("床位数分别达到", "分别达到", "床位数"),
            ("服务网点拓展至", "达到", "服务网点"),
            ("信息化等级提档至", "达到", "信息化等级"),
            ("家庭病床扩至", "达到", "家庭病床"),
            ("扩充至", "达到", ""),
            ("普及率攀升到", "达到", "普及率"),
            ("生活垃圾收集率达到", "达到", "生活垃圾收集率"),
            ("基层诊疗量占比站稳", "达到", "基层诊疗量占比"),
            ("医护比优化为", "达到", "医护比"),
            ("药占比均在", "均达到", "药占比"),
            ("普及率近", "约", "普及率"),
            ("综合功能", "", "综合功能"),
            ("居民健康行为", "", "居民健康行为"),
            ("死亡率降至", "降至", "死亡率"),
            ("全市建成", "", "全市建成"),
            ("最低标准提高到每人每月", "提高到", "最低标准"),
        ] {
            let marks: Vec<char> = text.chars().collect();
            let lead = Lead::before(&marks);
            let before: String = marks.get(..lead.at).unwrap_or_default().iter().collect();
            assert_eq!((lead.words.as_str(), before.as_str()), (words, metric), "{text}");
        }
    }
}
