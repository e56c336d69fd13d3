//! The metric of a target: the words before its value, without those that only say that something is to be done.

use crate::lexicon::Words;
use crate::lexicon::change::CHANGE_VERBS;
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::metric::{
    EACH_WORDS, GROWTH_ENDINGS, HIGHER_LEVEL_PREFIXES, MAKING_PLACES, MEASURED_OPENINGS, OWN_PLACES, RATED_PEOPLE,
    SHARE_ENDINGS,
};
use crate::lexicon::office::INSTITUTION_ENDINGS;
use crate::lexicon::parallel::{DISEASES, INDUSTRY_ENDINGS, SIZES_OF_INDUSTRY, VALUES_OF_INDUSTRY};
use crate::lexicon::place::{LOCAL_LEVELS, OTHER_LEVELS};
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::result::{ACTORS, ORDER_ADVERBS, RESULT_ADVERBS};
use crate::lexicon::target::{
    ALIKE_WORDS, ATTRIBUTE_VERBS, CLAUSE_OPENERS, COMPOUNDS, CONJUNCTIONS, GAINING_VERBS, LEADING_VERBS, MAKING_NOUNS,
    MAKING_VERBS, MEASURED_ENDINGS, METRIC_CLOSERS, OBJECT_OPENERS, QUALITY_STEMS, RATE_STEMS, RELATING_WORDS,
    RENEWING_VERBS, SERVING_VERBS, SUPPLYING_VERBS, TOTAL_VERBS, WAYS_OF_THINGS,
};
use crate::lexicon::task::{ACT_OPENERS, ACTOR_ENDINGS, ACTOR_OPENERS};
use crate::lexicon::time::START_TIMES;
use crate::text::words::{self, Kind, Piece};

/// The metric in a text: without the words that open and close its clause, and without a making verb.
pub(super) fn clean(text: &str) -> &str {
    let text = without_openers(text);
    let text = without_object_opener(without_closers(without_counting_unit(without_closers(text))));
    // 对餐饮单位检查覆盖率 is the rate of those who are checked; 对国民经济的贡献度 relates to something.
    let text = text.strip_prefix('对').filter(|rate| is_rate(rate) && !rate.contains('的')).unwrap_or(text);
    let placed = MAKING_PLACES.strip_prefix(text).filter(|rest| without_making_verb(rest).is_some());
    let mut made = placed.unwrap_or(text);
    // 建设用地利用率 is a rate of land and not a rate that is built; 救助人数 is the whole name.
    while let Some(rest) = without_making_verb(made).filter(|_| !is_rate(text))
        && rest.chars().count() > 1
        && !MEASURED_ENDINGS.contains(rest)
    {
        made = rest.strip_prefix('的').unwrap_or(rest);
    }
    made.trim()
}

/// The metric with the subject that only the target before it names: 对国民经济的贡献度 behind 健康产业, 规范管理率 behind
/// 患者报告患病率. `before` is the metric of that target.
pub(super) fn with_subject(metric: &str, before: &str) -> Option<String> {
    let is_about = RELATING_WORDS.begins(metric) && metric.contains('的');
    if is_about || metric.starts_with('占') {
        let subject = if is_rate(before) { without_rate(before)? } else { without_growth(before) };
        return Some(format!("{subject}{metric}"));
    }
    // 体育产业总规模…，增加值占地区生产总值…: the value added is that of the industry.
    if VALUES_OF_INDUSTRY.begins(metric) {
        let industry = SIZES_OF_INDUSTRY.strip_longest(|size| before.strip_suffix(size))?;
        return INDUSTRY_ENDINGS.ends(industry).then(|| format!("{industry}{metric}"));
    }
    let quality = |metric: &'_ str| QUALITY_STEMS.strip_suffix(metric.strip_suffix('率')?).map(str::len);
    if let (Some(0), Some(n_subject)) = (quality(metric), quality(before)) {
        return before
            .get(..n_subject)
            .filter(|subject| !subject.is_empty())
            .map(|subject| format!("{subject}{metric}"));
    }
    let is_bare = is_rate(metric) && (without_rate(metric).is_some_and(str::is_empty) || is_verb_rate(metric));
    let is_known = without_rate(metric).is_some_and(str::is_empty);
    // 建成护理站60个，覆盖率达到90%: the rate is of what is counted. 互认项目…，互认率… names its subject by itself.
    let names_subject = || metric.strip_suffix('率').is_some_and(|stem| before.contains(stem));
    if is_known && !is_measure(before) && before.chars().count() > 2 && !names_subject() {
        return Some(format!("{before}{metric}"));
    }
    let known = || without_rate(before).filter(|_| is_known);
    // 人群高血压知晓率、治疗率: both are of the disease, and not only of the people.
    let of_disease = without_rate(before).filter(|subject| DISEASES.ends(subject));
    let subject = of_disease
        .or_else(|| rated_people(before))
        .or_else(known)
        .filter(|subject| is_bare && subject.chars().count() > 1)?;
    let is_list = CONJUNCTIONS.iter().chain(["、"]).any(|joint| before.contains(joint) && !subject.contains(joint));
    (!is_list).then(|| format!("{subject}{metric}"))
}

/// A measure without the words for its growth: 增加值 of 增加值年均增速.
fn without_growth(metric: &str) -> &str {
    let measure = GROWTH_ENDINGS.strip_longest(|word| metric.strip_suffix(word)).unwrap_or(metric);
    EACH_WORDS.strip_suffix(measure).unwrap_or(measure)
}

/// Those whose rate a metric is, up to the word for people: 5岁以下儿童 of 5岁以下儿童生长迟缓率.
pub(super) fn rated_people(metric: &str) -> Option<&str> {
    let ends = RATED_PEOPLE.iter().filter_map(|word| metric.rfind(word).map(|at| at + word.len()));
    let (people, rate) = metric.split_at_checked(ends.max()?)?;
    let is_theirs = is_rate(rate) && rate.chars().count() <= LONGEST_RATE && !INSTITUTION_ENDINGS.is_in(rate);
    is_theirs.then_some(people)
}

/// Whether a rate is named by one word, or by verbs and their adverbs, and so is one of the people before it: 服药率, 成功治疗率 of 患者.
fn is_verb_rate(metric: &str) -> bool {
    let acts = |piece: &Piece| piece.word.is_some_and(|word| !matches!(word.kind, Kind::Noun | Kind::Other));
    // 出生缺陷发生率 is the rate of the defects, whoever stands before it.
    let acts_all = |stem: &str| !DISEASES.is_in(stem) && words::split(stem).iter().all(acts);
    metric.strip_suffix('率').is_some_and(|stem| stem.chars().count() == 2 || acts_all(stem))
}

/// The subject of a rate without the words that say what is measured: 患者 of 患者规范管理率. `None` if they are not known.
fn without_rate(metric: &str) -> Option<&str> {
    let stem = SHARE_ENDINGS.strip_longest(|word| metric.strip_suffix(word))?;
    let mut rest = stem;
    while let Some(shorter) = RATE_STEMS.strip_longest(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    (rest.len() < stem.len()).then_some(rest)
}

/// Whether the words that close the text before a value say that it holds for each part of a list: 管理率均稳步.
pub(super) fn says_alike(before: &str) -> bool {
    let metric = clean(before);
    let closing = before.rfind(metric).and_then(|at| before.get(at + metric.len()..));
    closing.is_some_and(|closing| ALIKE_WORDS.is_in(closing))
}

/// Whether a text ends with a word for a share (率, 比例).
pub(super) fn is_rate(text: &str) -> bool {
    SHARE_ENDINGS.ends(text)
}

/// Whether a text names the whole of the own place, or of the province or nation, and nothing in it: 全市.
pub(super) fn is_own_place(text: &str) -> bool {
    let text = clean(text);
    OWN_PLACES.contains(text) || HIGHER_LEVEL_PREFIXES.contains(text)
}

/// A text without the whole place that opens it: 每千常住人口注册护士 of 全市每千常住人口注册护士.
pub(super) fn without_whole_place(text: &str) -> &str {
    OWN_PLACES.strip_prefix(text).or_else(|| HIGHER_LEVEL_PREFIXES.strip_prefix(text)).unwrap_or(text)
}

/// The verb that opens a clause and makes what the clause counts: 新增 in 新增三级医院5家、二级医院10家. A verb that no list names
/// counts if the table of words knows it as one: 招录 in 招录医学生60名.
pub(super) fn making_verb(text: &str) -> Option<String> {
    let text = without_openers(text);
    let text = MAKING_PLACES.strip_prefix(text).unwrap_or(text);
    if opens_with_name(text) {
        return None;
    }
    let longest = |text: &str| making_verbs().filter(|verb| text.starts_with(verb)).max_by_key(|verb| verb.len());
    let known = longest(text);
    // 新增和改造管网8万公里: not all of them are new.
    let second = |first: &str| {
        let rest = text.strip_prefix(first)?;
        longest(without_joint(rest)).filter(|_| without_joint(rest).len() < rest.len())
    };
    let known = known.map(|first| second(first).filter(|_| GAINING_VERBS.contains(first)).unwrap_or(first));
    known.map(str::to_owned).or_else(|| opening_verb(text).map(str::to_owned))
}

/// The verb of two characters with which a text opens, unless it is part of a name (参保人数, 使用率).
fn opening_verb(text: &str) -> Option<&str> {
    let end = text.char_indices().nth(WORDS_OF_OPENING).map_or(text.len(), |(at, _)| at);
    let first = *words::split(text.get(..end)?).first()?;
    let is_verb = first.word.is_some_and(|word| word.kind == Kind::Verb) && first.text.chars().count() == 2;
    // 达到三级水平的医院 is a name.
    let is_name = RATE_STEMS.contains(first.text) || ATTRIBUTE_VERBS.contains(first.text);
    (is_verb && !text.contains('的') && !is_name).then_some(first.text)
}

/// Whether a verb is known to make things.
pub(super) fn makes(verb: &str) -> bool {
    making_verbs().any(|known| known == verb)
}

/// The words before a value without the verb that makes what they name, unless they name a rate.
pub(super) fn without_verb<'a>(before: &'a str, verb: Option<&str>) -> &'a str {
    let rest = verb.and_then(|verb| clean(before).strip_prefix(verb));
    rest.filter(|rest| rest.chars().count() > 1 && !is_measure(rest)).unwrap_or(before)
}

/// A metric without the verb before it that says how it is to change, or if `stays`, that it is to stay: 普及率 of 提高普及率. A
/// name that opens so is whole (增加值).
pub(super) fn without_leading_verb(metric: &str, stays: bool) -> &str {
    let opening = || words::at_start(metric).last().and_then(|(end, _)| metric.get(..end));
    let verb = LEADING_VERBS.prefix_of(metric).filter(|verb| stays || is_change(verb));
    let rest = verb.and_then(|verb| metric.strip_prefix(verb).filter(|_| opening() == Some(verb)));
    rest.filter(|rest| rest.chars().count() > 2 && ends_as_measure(rest)).unwrap_or(metric)
}

/// Things without the verb of those who make them, who are named only if each of them is to have so many: 各县区达标托育机构 of
/// 各县区共建成达标托育机构, 适老化改造 of 各地要完成适老化改造.
pub(super) fn without_actors_verb(metric: &str) -> String {
    let made = |(at, _): (usize, char)| {
        let (actor, made) = metric.split_at_checked(at)?;
        let thing = making_verbs().filter_map(|verb| made.strip_prefix(verb)).min_by_key(|rest| rest.len())?;
        let actor = without_closers(ACT_OPENERS.strip_longest(|word| actor.strip_suffix(word)).unwrap_or(actor));
        let is_actor = ACTORS.contains(actor) || ACTOR_ENDINGS.ends(actor) || actor.ends_with(is_level);
        let is_thing = thing.chars().nth(1).is_some() && !is_measure(thing) && !thing.starts_with('的');
        Some((actor, thing)).filter(|_| is_actor && is_thing)
    };
    let opens = ACTOR_OPENERS.begins(metric) && !metric.starts_with('每') && !is_measure(metric);
    match metric.char_indices().skip(1).take(LONGEST_ACTOR).find_map(made).filter(|_| opens) {
        Some((actor, thing)) if ACTORS.contains(actor) => thing.to_owned(),
        Some((actor, thing)) => format!("{actor}{thing}"),
        None => metric.to_owned(),
    }
}

/// Whether a character ends the name of a place: 县, 区, or the bracket behind it.
fn is_level(mark: char) -> bool {
    LOCAL_LEVELS.contains(mark) || OTHER_LEVELS.contains(mark) || mark == '）'
}

/// Whether a verb is one of rising or falling.
fn is_change(verb: &str) -> bool {
    CHANGE_VERBS.contains(verb)
}

/// The words before a value without the value that the metric starts from: 检测量 of 检测量从600人份.
pub(super) fn without_start(text: &str) -> &str {
    let is_start = |(at, mark): &(usize, char)| {
        let after = text.get(at + mark.len_utf8()..).unwrap_or_default();
        let value = START_TIMES.strip_longest(|word| after.strip_prefix(word)).unwrap_or(after);
        matches!(mark, '从' | '由') && value.starts_with(|first: char| first.is_ascii_digit())
    };
    text.char_indices().find(is_start).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// Whether the text before a value ends with the words for where something starts: 由, 由目前的.
pub(super) fn opens_start(before: &str) -> bool {
    let word = START_TIMES.strip_longest(|word| before.strip_suffix(word)).unwrap_or(before);
    word.ends_with(['由', '从', '自'])
}

/// A metric without the verb by which the own place has so many: 全市三级医院 of 全市共有三级医院.
pub(super) fn without_total(metric: &str) -> String {
    let counted = || {
        let rest = OWN_PLACES.strip_prefix(metric)?;
        let counted = TOTAL_VERBS.strip_longest(|verb| rest.strip_prefix(verb))?;
        Some((metric.strip_suffix(rest)?, counted)).filter(|(_, counted)| counted.chars().nth(1).is_some())
    };
    counted().map_or_else(|| metric.to_owned(), |(place, counted)| format!("{place}{counted}"))
}

/// What follows a value in the same clause, without the word that joins it (和, 、).
pub(super) fn without_joint(text: &str) -> &str {
    text.strip_prefix(['、', '，', ',']).or_else(|| CONJUNCTIONS.strip_prefix(text)).unwrap_or(text)
}

/// Whether a text ends with a word whose last character must not be cut off as an auxiliary verb.
pub(super) fn ends_in_compound(text: &str) -> bool {
    COMPOUNDS.ends(text)
}

/// Who makes the objects that are counted: 全市 of 全市建成.
pub(super) fn maker(text: &str) -> &str {
    let text = without_openers(text);
    // 在全国范围内建成120个: where is no maker.
    let placed = text.strip_prefix('在').and_then(|place| place.split_once("范围内"));
    let text = without_closers(placed.map_or(text, |(_, rest)| rest));
    let text = stripped(text, [&MAKING_VERBS, &SUPPLYING_VERBS, &RENEWING_VERBS], |text, word| text.strip_suffix(word));
    without_closers(text)
}

/// What a share reaches (达到推荐标准) with those of whom the metric before it says what they reach: 乡镇卫生院 of 乡镇卫生院达到基本标准.
pub(super) fn with_reacher(metric: &str, before: &str) -> Option<String> {
    let reacher = before.split_once("达到").map(|(reacher, _)| reacher).filter(|reacher| !reacher.is_empty());
    reacher.filter(|_| metric.starts_with("达到")).map(|reacher| format!("{reacher}{metric}"))
}

/// The objects that are counted, from the text behind the figure, without the 的 before them.
pub(super) fn object(text: &str) -> &str {
    let text = AROUND_CLAUSES.trim_end(text.strip_prefix('的').unwrap_or(text));
    // 骨干医师赴上级医院进修: they are counted, whatever they do.
    let counted = WAYS_OF_THINGS.iter().filter_map(|way| text.find(way)).min().and_then(|at| text.get(..at));
    counted.filter(|counted| counted.chars().nth(1).is_some()).unwrap_or(text)
}

/// Whether a text names who or what something is done to, and by which verb: 老旧小区加装电梯, 公益岗位安置困难人员.
pub(super) fn holds_act(text: &str) -> bool {
    let pieces = words::split(text);
    let is_verb =
        |piece: &Piece| piece.word.is_some_and(|word| word.kind == Kind::Verb) && piece.text.chars().nth(1).is_some();
    let verb = pieces.iter().skip(1).position(is_verb);
    verb.is_some_and(|at| at + 2 < pieces.len()) && !text.contains('的') && !is_measure(text)
}

/// Those for whom something is done, with what is done: 老年人家庭适老化改造 of 老年人家庭实施适老化改造. `None` without a verb.
pub(super) fn served(text: &str) -> Option<String> {
    let text = AROUND_CLAUSES.trim(text.strip_prefix('的').unwrap_or(text));
    let mut at = 0;
    let verb = words::split(text).into_iter().find(|piece| {
        let is_verb = piece.word.is_some_and(|word| word.kind == Kind::Verb) || SERVING_VERBS.contains(piece.text);
        at += piece.text.len();
        is_verb && at > piece.text.len()
    })?;
    let (people, act) = text.split_at_checked(at - verb.text.len())?;
    let service = SERVING_VERBS.strip_prefix(act).unwrap_or(act);
    let people = people.strip_suffix("免费").unwrap_or(people);
    service.chars().nth(1).map(|_| format!("{people}{service}"))
}

/// Whether a text is the name of something that is measured: it ends with a word for it (率, 数), or opens with that for
/// which it is counted (每千人, 每500名学生).
pub(super) fn is_measure(text: &str) -> bool {
    let text = without_whole_place(text);
    let is_for_number =
        text.strip_prefix('每').is_some_and(|rest| rest.starts_with(|mark: char| mark.is_ascii_digit()));
    MEASURED_OPENINGS.begins(text) || is_for_number || ends_as_measure(text)
}

/// Whether a text ends with a word for what is measured (率, 数), with or without a remark in brackets behind it.
pub(super) fn ends_as_measure(text: &str) -> bool {
    let text = text.rsplit_once(['（', '(']).filter(|_| text.ends_with(['）', ')'])).map_or(text, |(before, _)| before);
    MEASURED_ENDINGS.ends(text)
}

/// A text without the unit by which it is counted, where that closes it: 以乡镇（街道）为单位.
fn without_counting_unit(text: &str) -> &str {
    let unit = || text.strip_suffix("为单位")?.rsplit_once('以').map(|(before, _)| before);
    unit().filter(|before| before.chars().count() > 1).unwrap_or(text)
}

/// Characters of a clause whose first word is looked at.
const WORDS_OF_OPENING: usize = 8;

/// Most characters of those who make something, behind whom their verb is looked for.
const LONGEST_ACTOR: usize = 16;

/// Longest name of what is measured of people, in characters: 规范管理服务率.
const LONGEST_RATE: usize = 8;

/// A text without this closing word, unless the word is part of a compound (功能).
fn closer<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_suffix(word).filter(|_| !ends_in_compound(text) && !closes_noun(text, word))
}

/// Whether an auxiliary verb or its like at the end of a text is the last character of a noun: 供需, 产能.
fn closes_noun(text: &str, word: &str) -> bool {
    let is_short = word.chars().nth(1).is_none() && !ALIKE_WORDS.contains(word);
    let noun = || text.char_indices().rev().nth(1).and_then(|(at, _)| text.get(at..)).and_then(words::find);
    is_short && noun().is_some_and(|word| word.kind == Kind::Noun)
}

/// The verbs that open a clause and make what it counts.
fn making_verbs() -> impl Iterator<Item = &'static str> {
    MAKING_VERBS.iter().chain(GAINING_VERBS.iter()).chain(RENEWING_VERBS.iter())
}

/// A text without the verb of making that opens it; `None` if none does.
fn without_making_verb(text: &str) -> Option<&str> {
    if opens_with_name(text) {
        return None;
    }
    let rest = making_verbs().filter_map(|verb| text.strip_prefix(verb)).min_by_key(|rest| rest.len())?;
    // 新建、改扩建幼儿园: two verbs with one object.
    Some(without_joint(rest))
        .filter(|after| after.len() == rest.len() || without_making_verb(after).is_some())
        .or(Some(rest))
}

/// Whether a text opens with a name that begins with a verb of making: 建成区绿化, but not 建成区域中心.
pub(super) fn opens_with_name(text: &str) -> bool {
    let end = text.char_indices().nth(WORDS_OF_OPENING).map_or(text.len(), |(at, _)| at);
    let opening = text.get(..end).unwrap_or_default();
    MAKING_NOUNS.begins(opening) && words::split(opening).first().is_some_and(|first| MAKING_NOUNS.contains(first.text))
}

/// A text without the words that open its clause, and without an adverb before its verb of making.
fn without_openers(text: &str) -> &str {
    let text = stripped(text, [&CLAUSE_OPENERS, &ENTRY_OPENINGS], |text, word| text.strip_prefix(word));
    let made = ORDER_ADVERBS.strip_prefix(text).filter(|made| making_verbs().any(|verb| made.starts_with(verb)));
    made.filter(|_| !making_verbs().any(|verb| text.starts_with(verb))).unwrap_or(text)
}

/// A text without the word that only says that the verb stands behind its object: 感染率 of 将感染率. A word that opens so is
/// whole (使用率).
fn without_object_opener(text: &str) -> &str {
    let object = OBJECT_OPENERS.strip_longest(|word| text.strip_prefix(word));
    object.filter(|object| words::at_start(text).all(|(end, _)| end <= text.len() - object.len())).unwrap_or(text)
}

/// A text without the words between a metric and its value.
fn without_closers(text: &str) -> &str {
    stripped(text, [&METRIC_CLOSERS, &RESULT_ADVERBS], closer)
}

/// Strips words of these lists from one end of a text as long as there are any, the longest first.
fn stripped<'a, const N: usize>(
    mut text: &'a str,
    lists: [&Words; N],
    strip: impl Fn(&'a str, &str) -> Option<&'a str>,
) -> &'a str {
    loop {
        let rest = lists.iter().filter_map(|words| words.strip_longest(|word| strip(text, word)));
        let rest = rest.min_by_key(|rest| rest.len());
        match rest {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_are_stripped_of_verbs() {
        for (text, expected) in [
            ("力争各级医疗机构及时处置率", "各级医疗机构及时处置率"),
            ("建设健康促进学校", "健康促进学校"),
            ("——人均期望寿命", "人均期望寿命"),
            ("内在质量合格率要", "内在质量合格率"),
            ("知晓率目标", "知晓率"),
            ("使用率", "使用率"),
            ("并发症发生率", "并发症发生率"),
            ("基本医保参保率", "基本医保参保率"),
            ("电子病历应用功能", "电子病历应用功能"),
            ("临床用血供需基本", "临床用血供需"),
            ("基金收支基本", "基金收支"),
            ("口岸进出基本", "口岸进出"),
            ("市场供求总体", "市场供求"),
            ("床位数应", "床位数"),
            ("接种率以乡镇（街道）为单位", "接种率"),
            ("人均预期寿命继续", "人均预期寿命"),
            ("其中", ""),
        ] {
            assert_eq!(clean(text), expected, "{text}");
        }
        assert_eq!(maker("各镇街至少建成"), "各镇街");
        assert_eq!(without_start("检测量从600人份"), "检测量");
        assert_eq!(without_start("等候时间由目前的32分钟"), "等候时间");
        assert_eq!(without_total("全市共有三级医院"), "全市三级医院");
        assert_eq!(without_joint("、及时处置率"), "及时处置率");
    }
}
