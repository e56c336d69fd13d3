//! Finds numbers in a clause with the words before and behind them: 分别下降到30%以下和20%以下 is two figures.
//!
//! The meaning of the words is read by `registry::value`; this file finds where they begin and end.

use std::ops::Range;

use crate::analysis::targets::target::lead::Lead;
use crate::analysis::targets::target::measure;
use crate::analysis::targets::target::number;
use crate::lexicon::change::EVERY_YEAR;
use crate::lexicon::condition::PERSONAL_MEASURES;
use crate::lexicon::punctuation::VALUE_ENDS;
use crate::lexicon::target::{ALIKE_WORDS, CONJUNCTIONS, WEAK_LEADS};
use crate::lexicon::unit::{MEASURES, RANK_MEASURES, SIZE_MEASURES, TIME_MEASURES};
use crate::lexicon::value::{AT_LEAST, COMES_TO, COMPARISONS, FORBIDDING, LESS_THAN, MORE_THAN, OR_MORE};
use crate::model::TargetValue;
use crate::registry::value;

/// Characters before and behind a number that are searched for its words.
const REACH: usize = 14;

/// The first word of advice not to pass a number.
const ADVISED: &str = "不宜";

/// The word before the numbers of a list of which each is of one thing.
const EACH_OF_A_LIST: &str = "分别";

/// One number of a clause with its words.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Its range in the clause, from the first word before the number to the last behind it.
    pub(super) at: Range<usize>,
    /// The words directly before the number: 不低于.
    pub(super) lead: String,
    /// Whether a verb that makes things is among them: 建成.
    pub(super) has_making_verb: bool,
    /// Whether 到 or its like stands right behind the metric, and its verb before that: 提高普及率到95%.
    pub(super) closes_metric: bool,
    /// The range of the number in the clause, without words and unit.
    number: Range<usize>,
    digits: String,
    unit: String,
    tail: String,
    /// Whether it is a range of two numbers, or a ratio.
    is_span: bool,
    /// The mark or word that joins it to the figure before it in a list; empty for the first.
    joint: &'static str,
}

/// Figures that follow one another in a list: 30%以下和20%以下.
pub(super) struct Figures {
    pub(super) list: Vec<Figure>,
}

impl Figures {
    /// The first figures at or after a position of a clause, which is given as its folded characters.
    pub(super) fn next(folded: &[char], from: usize) -> Option<Self> {
        let first = (from..folded.len()).find_map(|at| figure(folded, from, at))?;
        let mut list = vec![first];
        while let Some(last) = list.last()
            && let Some(next) = beside(folded, last.at.end)
            && (last.is_money() == next.is_money() || next.ends_part(folded))
        {
            let unit = last.unit.clone();
            list.push(next.measured_in(folded, &unit));
        }
        Some(Self { list })
    }

    /// The range from the first word of the first figure to the last word of the last.
    pub(super) fn at(&self) -> Range<usize> {
        let first = self.list.first().map_or(0, |figure| figure.at.start);
        first..self.list.last().map_or(first, |figure| figure.at.end)
    }

    /// The first of the figures, whose words hold for all.
    pub(super) fn first(&self) -> Option<&Figure> {
        self.list.first()
    }

    /// Their values. `print` gives the printed text of a range of the clause. Words printed once hold for all: those
    /// before the first number (分别不低于43.33%和46.6%), those behind the last (0.16%、0.9%以下), the unit. `fallback` is a
    /// word that stands further before them (新增三级医院5家).
    pub(super) fn values(&self, fallback: &str, print: impl Fn(Range<usize>) -> String) -> Vec<TargetValue> {
        let known = value::lead_in(fallback) == fallback.len();
        let fallback = if known { fallback } else { "" };
        let shared_unit = self.list.iter().rev().find(|figure| !figure.unit.is_empty());
        let shared_unit = shared_unit.map(|figure| print(figure.unit_at()));
        let words = self.shared_words();
        let one = |(figure, (leader, closer)): (&Figure, (&Figure, &Figure))| {
            let lead = if leader.lead.is_empty() { fallback } else { &leader.lead };
            // 每年均达到100% is to be reached in each year.
            let lead = EVERY_YEAR.strip_prefix(lead).filter(|rest| ALIKE_WORDS.begins(rest)).unwrap_or(lead);
            let points = if figure.unit.contains("百分点") { "个百分点" } else { "" };
            let with_points = |points: &str, tail: &str| value::read(&format!("{lead}{}{points}{tail}", figure.digits));
            // 增幅控制在0.6个百分点以内 is no change by points.
            let read =
                |tail: &str| with_points(points, tail).or_else(|| with_points("", tail).filter(|_| !lead.is_empty()));
            let read = if figure.is_span { None } else { read(&closer.tail).or_else(|| read("")) };
            // 1个和0.5个百分点 are both points.
            let is_cut = |unit: &String| {
                figure.unit == "个" && shared_unit.as_ref().is_some_and(|of| of.ends_with("个百分点") && of != unit)
            };
            let own = Some(print(figure.unit_at())).filter(|unit| !unit.is_empty() && !is_cut(unit));
            let own = own.or_else(|| own_unit(figure));
            let shared = shared_unit.as_deref().filter(|_| own.is_none()).unwrap_or_default();
            let shared = shared.strip_prefix(&figure.unit).unwrap_or(shared);
            let before =
                if figure.lead.is_empty() { print(leader.at.start..leader.number.start) } else { String::new() };
            let before = before.strip_prefix("分别").unwrap_or(&before);
            let behind = if figure.tail.is_empty() { print(closer.tail_at()) } else { String::new() };
            TargetValue {
                comparator: read.map(|(comparator, _)| comparator),
                number: read.map(|(_, number)| number),
                raw: format!("{before}{}{shared}{behind}", print(figure.at.clone())),
                unit: own.or_else(|| shared_unit.clone()),
            }
        };
        self.list.iter().zip(words).map(one).collect()
    }

    /// The values metric by metric, where they are printed year by year: 38%、65%和36%、60% are 38%, 36% and 65%, 60%. Only words
    /// join the years then, and only marks the metrics.
    pub(super) fn metric_by_metric(&self, values: Vec<TargetValue>, n_years: usize) -> Vec<TargetValue> {
        let n_metrics = self.list.len() / n_years.max(1);
        let is_by_year = |(at, figure): (usize, &Figure)| (figure.joint != "、") == (at % n_metrics == 0);
        let is_whole = n_years > 1 && n_metrics > 1 && n_metrics * n_years == values.len();
        if !is_whole || !self.list.iter().enumerate().skip(1).all(is_by_year) {
            return values;
        }
        let of_metric = |metric: usize| values.iter().skip(metric).step_by(n_metrics).cloned();
        (0..n_metrics).flat_map(of_metric).collect()
    }

    /// For each figure, the figure that prints the words before it and the one that prints those behind it. A figure with
    /// words of its own before it begins a list anew: 达到1%、控制在5%以下.
    fn shared_words(&self) -> Vec<(&Figure, &Figure)> {
        let mut words: Vec<(&Figure, &Figure)> = Vec::new();
        for figure in &self.list {
            let leader = words.last().map(|(leader, _)| *leader).filter(|_| figure.lead.is_empty());
            words.push((leader.unwrap_or(figure), figure));
        }
        let mut closer: Option<&Figure> = None;
        for (figure, pair) in self.list.iter().zip(&mut words).rev() {
            // In 100%和90%以上 nothing is above the whole.
            let is_whole =
                figure.is_share() && figure.digits == "100" && closer.is_some_and(|last| OR_MORE.contains(&last.tail));
            let own = closer.filter(|_| figure.tail.is_empty() && !is_whole).unwrap_or(figure);
            pair.1 = own;
            closer = Some(own).filter(|_| figure.lead.is_empty());
        }
        words
    }
}

impl Figure {
    /// The figure with the unit of the one before it in a list, if that stands behind it and no list of units holds it: 5级、6级以上.
    fn measured_in(mut self, folded: &[char], unit: &str) -> Self {
        let after: String = folded.iter().skip(self.number.end).take(REACH).collect();
        if self.unit.is_empty()
            && self.tail.is_empty()
            && !unit.is_empty()
            && let Some(rest) = after.strip_prefix(unit)
        {
            unit.clone_into(&mut self.unit);
            self.tail = prefix(rest, value::tail(rest));
            self.at.end = self.number.end + unit.chars().count() + self.tail.chars().count();
        }
        self
    }

    /// The range of its unit in the clause, empty without one.
    fn unit_at(&self) -> Range<usize> {
        self.number.end..self.number.end + self.unit.chars().count()
    }

    /// Whether the words before it say that something comes to it (增至), and not how many there are to be (不少于).
    pub(super) fn arrives(&self) -> bool {
        COMES_TO.ends(&self.lead) || self.lead.ends_with("达到")
    }

    /// Whether the words before it say that each part of a list has a number of its own (分别).
    pub(super) fn says_respectively(&self) -> bool {
        self.lead.contains("分别")
    }

    /// Whether the words before it say that it holds for every year: 每年提升.
    pub(super) fn is_yearly(&self) -> bool {
        EVERY_YEAR.begins(&self.lead)
    }

    /// Whether the words before it say that it is the least.
    pub(super) fn is_least(&self) -> bool {
        AT_LEAST.contains(&self.lead)
    }

    /// Whether the words before it say that it is to be exceeded (超过).
    pub(super) fn is_exceeded(&self) -> bool {
        MORE_THAN.contains(&self.lead)
    }

    /// Whether the words before it say that it is not reached (低于).
    pub(super) fn is_missed(&self) -> bool {
        LESS_THAN.contains(&self.lead)
    }

    /// Whether it is the least or the most, and nothing that is to be reached by and by.
    pub(super) fn is_bound(&self) -> bool {
        COMPARISONS.contains(self.lead.strip_prefix(EACH_OF_A_LIST).unwrap_or(&self.lead))
    }

    /// Whether the words before it advise not to pass it (不宜超过), which no plan aims at.
    pub(super) fn advises_against(&self) -> bool {
        self.lead.starts_with(ADVISED)
    }

    /// Whether the words before it forbid to pass it (不得超过).
    pub(super) fn forbids(&self) -> bool {
        FORBIDDING.begins(&self.lead)
    }

    /// Whether the words before it say that it holds for each part of a list (均达到).
    pub(super) fn says_alike(&self) -> bool {
        ALIKE_WORDS.is_in(&self.lead)
    }

    /// The words behind it in the clause that say how it is to be met.
    fn tail_at(&self) -> Range<usize> {
        self.at.end - self.tail.chars().count()..self.at.end
    }

    /// Its unit without spaces, folded; empty without one.
    pub(super) fn unit(&self) -> &str {
        &self.unit
    }

    /// Whether it is a plain number below this one.
    pub(super) fn is_below(&self, limit: f64) -> bool {
        self.digits.parse::<f64>().is_ok_and(|number| number < limit)
    }

    /// Whether the number has no unit: 5级以上, 12320.
    pub(super) fn is_bare(&self) -> bool {
        self.unit.is_empty() && own_unit(self).is_none()
    }

    /// Whether the objects counted may follow the figure: 1家基地, but not 65岁以上人群.
    pub(super) fn counts_things(&self) -> bool {
        !self.unit.is_empty() && !self.is_time()
    }

    /// Whether it is an age or a duration, which before a noun is part of a name: 15分钟健身圈, 3岁以下婴幼儿.
    pub(super) fn is_time(&self) -> bool {
        TIME_MEASURES.contains(&self.unit)
    }

    /// Whether it ends its part of the clause.
    fn ends_part(&self, folded: &[char]) -> bool {
        folded.get(self.at.end).is_none_or(|mark| VALUE_ENDS.contains(*mark))
    }

    /// Whether it is a sum of money.
    pub(super) fn is_money(&self) -> bool {
        self.unit.ends_with('元')
    }

    /// Whether it measures an area or a length.
    pub(super) fn is_size(&self) -> bool {
        SIZE_MEASURES.contains(&self.unit)
    }

    /// Whether it measures what a person eats, drinks or does: 5克, 2小时, 6000步.
    pub(super) fn is_of_person(&self) -> bool {
        self.is_time() || PERSONAL_MEASURES.ends(&self.unit)
    }

    /// Whether it is a percentage or a per mille value.
    pub(super) fn is_share(&self) -> bool {
        matches!(self.unit.as_str(), "%" | "‰") || own_unit(self).is_some()
    }

    /// Whether it counts things and no verb or word before it says what becomes of them: the second of 1个体育场、1个健身中心.
    pub(super) fn is_plain_count(&self) -> bool {
        self.counts_things() && !self.is_share() && self.lead.is_empty() && !self.has_making_verb
    }

    /// Whether words behind the number say how it is to be met (以上).
    pub(super) fn has_tail(&self) -> bool {
        !self.tail.is_empty()
    }

    /// Whether the words before it say that it is to be reached (达到), and not only what it is (约, 为).
    pub(super) fn is_aimed_at(&self) -> bool {
        !self.lead.is_empty() && !WEAK_LEADS.contains(&self.lead)
    }
}

/// The unit that a number in words contains: % of 百分之九十.
fn own_unit(figure: &Figure) -> Option<String> {
    figure.digits.ends_with('%').then(|| "%".to_owned())
}

/// The figure whose number begins at position `at`; its words begin at `from` or later.
fn figure(folded: &[char], from: usize, at: usize) -> Option<Figure> {
    let before = at.checked_sub(1).filter(|before| *before >= from).and_then(|before| folded.get(before));
    if !follows_abbreviation(folded, at)
        && before.is_some_and(|mark| {
            mark.is_ascii_alphanumeric() || matches!(mark, '.' | ':' | '-' | '~' | '+' | '第' | '*' | '每')
        })
    {
        return None;
    }
    // 每50万至100万人口: neither end of what something is counted for is a figure.
    if number::closes_span(folded, at) {
        return None;
    }
    let (digits, end, is_span) = number::at(folded, at)?;
    let after: String = folded.iter().skip(end).take(REACH).collect();
    let reach = at.saturating_sub(REACH).max(from);
    let Lead { words: lead, has_making_verb, closes_metric, at: lead_at } =
        Lead::before(folded.get(reach..at).unwrap_or_default());
    let number = at..end;
    let has_verb = has_making_verb || (!lead.is_empty() && !WEAK_LEADS.contains(&lead));
    let unit = measure::behind_number(&after, has_verb).to_owned();
    // 全省前5位 is a rank.
    if before == Some(&'前') && RANK_MEASURES.contains(&unit) {
        return None;
    }
    let tail = after.get(unit.len()..).map_or_else(String::new, |rest| prefix(rest, value::tail(rest)));
    let end = end + unit.chars().count() + tail.chars().count();
    Some(Figure {
        at: reach + lead_at..end,
        lead,
        has_making_verb,
        closes_metric,
        number,
        digits,
        unit,
        tail,
        is_span,
        joint: "",
    })
}

/// Whether the number at `at` counts what capital letters before it name: 100台 of AED100台, but not the 2.5 of PM2.5.
fn follows_abbreviation(folded: &[char], at: usize) -> bool {
    let n_letters =
        folded.get(..at).unwrap_or_default().iter().rev().take_while(|mark| mark.is_ascii_alphabetic()).count();
    let n_digits = folded.iter().skip(at).take_while(|mark| mark.is_ascii_digit()).count();
    let after: String = folded.iter().skip(at + n_digits).take(1).collect();
    n_letters > 1 && n_digits > 0 && MEASURES.contains(&after) && !TIME_MEASURES.contains(&after)
}

/// The figure that directly follows another one that ends at `end`: 和20%以下, 、0.9%以下.
fn beside(folded: &[char], end: usize) -> Option<Figure> {
    let joint = CONJUNCTIONS
        .iter()
        .chain(["、"])
        .find(|joint| joint.chars().eq(folded.iter().skip(end).take(joint.chars().count()).copied()))?;
    let from = end + joint.chars().count();
    let to = (from..folded.len().min(from + REACH)).find(|at| folded.get(*at).is_some_and(char::is_ascii_digit))?;
    let next = figure(folded, from, to).filter(|next| next.at.start == from)?;
    Some(Figure { joint, ..next })
}

fn prefix(text: &str, n_bytes: usize) -> String {
    text.get(..n_bytes).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Comparator::{self, AtLeast, AtMost, Equal, FallBy, LessThan};
    use crate::text::fold::fold;

    /// A value: raw, comparator, number, unit.
    type Read = (String, Option<Comparator>, Option<f64>, Option<String>);

    /// The values of the first figures of a clause.
    fn first(clause: &str) -> Vec<Read> {
        let folded: Vec<char> = fold(clause).chars().collect();
        let printed: Vec<char> = clause.chars().collect();
        let print = |range: Range<usize>| printed.get(range).unwrap_or_default().iter().collect();
        let values = Figures::next(&folded, 0).map(|figures| figures.values("", print)).unwrap_or_default();
        values.into_iter().map(|value| (value.raw, value.comparator, value.number, value.unit)).collect()
    }

    #[test]
    fn figures_with_their_words() {
        type Expected = [(&'static str, Option<Comparator>, Option<f64>, Option<&'static str>)];
        let cases: [(&str, &Expected); 12] = [
            ("率达到100％", &[("达到100％", Some(Equal), Some(100.0), Some("％"))]),
            ("率降至9/10万及以下", &[("降至9/10万及以下", Some(AtMost), Some(9.0), Some("/10万"))]),
            (
                "分别控制在0.16%、0.9%以下",
                &[
                    ("分别控制在0.16%以下", Some(AtMost), Some(0.16), Some("%")),
                    ("控制在0.9%以下", Some(AtMost), Some(0.9), Some("%")),
                ],
            ),
            (
                "分别低于7%和5%",
                &[
                    ("分别低于7%", Some(LessThan), Some(7.0), Some("%")),
                    ("低于5%", Some(LessThan), Some(5.0), Some("%")),
                ],
            ),
            (
                "分别达到60、80个以上",
                &[
                    ("分别达到60个以上", Some(AtLeast), Some(60.0), Some("个")),
                    ("达到80个以上", Some(AtLeast), Some(80.0), Some("个")),
                ],
            ),
            (
                "达到95%、控制在5%以下",
                &[
                    ("达到95%", Some(Equal), Some(95.0), Some("%")),
                    ("控制在5%以下", Some(AtMost), Some(5.0), Some("%")),
                ],
            ),
            ("每年降低0.5个百分点以上", &[("每年降低0.5个百分点以上", Some(FallBy), Some(0.5), Some("个百分点"))]),
            ("达到1—2台/万人", &[("达到1—2台/万人", None, None, Some("台/万人"))]),
            ("达4批次/千人*年", &[("达4批次/千人*年", Some(Equal), Some(4.0), Some("批次/千人*年"))]),
            ("达到百分之九十五以上", &[("达到百分之九十五以上", Some(AtLeast), Some(95.0), Some("%"))]),
            ("至少建成1家", &[("至少建成1家", Some(AtLeast), Some(1.0), Some("家"))]),
            ("达到1,200人", &[("达到1,200人", Some(Equal), Some(1200.0), Some("人"))]),
        ];
        for (clause, expected) in cases {
            let expected: Vec<_> = expected
                .iter()
                .map(|(raw, how, number, unit)| ((*raw).to_owned(), *how, *number, unit.map(str::to_owned)))
                .collect();
            assert_eq!(first(clause), expected, "{clause}");
        }
    }

    #[test]
    fn numbers_in_names_are_no_figures() {
        for clause in ["PM2.5浓度", "H7N9", "第3章", "甲、乙"] {
            assert!(first(clause).is_empty(), "{clause}");
        }
    }
}
