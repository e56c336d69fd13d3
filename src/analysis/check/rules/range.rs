//! Spans of one count that differ between two places: 4-5个区域中心医院, 4-6家区域中心医院.

use crate::model::Confidence;
use crate::text::fold::fold_char;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::passage::is_han;

/// Words that count whole things.
const COUNTERS: &str = "个家所间座支";

/// What joins the two ends of a span, folded.
const JOINS: &str = "-—–~～至到";

/// Fewest characters of a thing's name that two places must share.
const FEWEST: usize = 5;

/// Words that give a span to each of many: two of those need not be one.
const EACH: &[char] = &['每', '各'];

/// A span with what it counts.
struct Span<'a> {
    text: &'a Passage<'a>,
    /// Where it stands in its text, in characters.
    from: usize,
    to: usize,
    ends: (u32, u32),
    /// The characters behind the counter, up to a mark.
    thing: Vec<char>,
    /// The year of its sentence, as its four digits; empty where none is said.
    year: String,
}

/// Two places that count one thing by other spans.
pub(crate) fn conflicting_ranges(reading: &Reading) -> Vec<FindingDraft> {
    let spans: Vec<Span> = reading.texts.iter().flat_map(spans).collect();
    let mut found = Vec::new();
    for (at, one) in spans.iter().enumerate() {
        let later = spans.get(at + 1..).unwrap_or_default();
        for other in later.iter().filter(|other| one.ends != other.ends && one.is_of_same(other)) {
            let name: String = one.thing.iter().take(one.shared(other)).collect();
            let place = |span: &Span| span.text.place(span.from, span.to);
            let (here, there) = (place(one), place(other));
            let what = format!("“{name}”的数量范围：一处写{}，另一处写{}", one.printed(), other.printed());
            found.push(FindingDraft::new(Confidence::Medium, what, [here, there]));
        }
    }
    found
}

impl Span<'_> {
    fn shared(&self, other: &Self) -> usize {
        self.thing.iter().zip(&other.thing).take_while(|(one, other)| one == other).count()
    }

    fn is_of_same(&self, other: &Self) -> bool {
        let years = self.year.is_empty() || other.year.is_empty() || self.year == other.year;
        years && self.shared(other) >= FEWEST
    }

    fn printed(&self) -> String {
        let (from, to) = self.ends;
        format!("{from}—{to}")
    }
}

fn spans<'a>(text: &'a Passage<'a>) -> Vec<Span<'a>> {
    let marks: Vec<char> = text.text.chars().map(fold_char).collect();
    let is_fresh = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| marks.get(before));
        !before.is_some_and(|mark| mark.is_ascii_alphanumeric() || "-.第".contains(*mark))
    };
    (0..marks.len()).filter(|at| is_fresh(*at)).filter_map(|from| span_at(text, &marks, from)).collect()
}

fn span_at<'a>(text: &'a Passage<'a>, marks: &[char], from: usize) -> Option<Span<'a>> {
    let (low, at) = number(marks, from)?;
    let at = skip_blanks(marks, at);
    marks.get(at).filter(|mark| JOINS.contains(**mark))?;
    let (high, at) = number(marks, skip_blanks(marks, at + 1))?;
    let at = skip_blanks(marks, at);
    marks.get(at).filter(|mark| COUNTERS.contains(**mark))?;
    let thing: Vec<char> = marks.iter().skip(at + 1).copied().take_while(|mark| is_han(*mark)).collect();
    let before = marks.get(..from).unwrap_or_default();
    let begins = |ends: &[char]| before.iter().rposition(|mark| ends.contains(mark)).map_or(0, |end| end + 1);
    let clause = before.get(begins(&['，', ',', '；', ';', '。'])..).unwrap_or_default();
    let is_each = clause.iter().any(|mark| EACH.contains(mark));
    let sentence: String = before.get(begins(&['。'])..).unwrap_or_default().iter().collect();
    let to = at + 1 + thing.len();
    (low < high && thing.len() >= FEWEST && !is_each).then(|| Span {
        text,
        from,
        to,
        ends: (low, high),
        thing,
        year: year(&sentence),
    })
}

/// The number whose first digit stands at `at`, and where it ends.
fn number(marks: &[char], at: usize) -> Option<(u32, usize)> {
    let digits: String = marks.iter().skip(at).take_while(|mark| mark.is_ascii_digit()).collect();
    Some((digits.parse().ok()?, at + digits.len()))
}

fn skip_blanks(marks: &[char], at: usize) -> usize {
    at + marks.iter().skip(at).take_while(|mark| **mark == ' ').count()
}

/// The last year that a text names.
fn year(text: &str) -> String {
    let before = text.rfind('年').and_then(|at| text.get(..at)).unwrap_or_default();
    let digits: Vec<char> = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn two_spans_of_one_count() {
        let text = |one: &str, other: &str| format!("一、目标\n{one}\n二、任务\n{other}\n");
        for (one, other, expected) in [
            (
                "以4-5 个区域中心医院为骨干。",
                "建设 4－6家区域中心医院，加大供给。",
                &["[2, 4] 4-5个区域中心医院为骨干 | 4－6家区域中心医院"][..],
            ),
            ("以4-5个区域中心医院为骨干。", "建设4—5家区域中心医院。", &[]),
            ("以4-5个区域中心医院为骨干。", "建设4-6个区域医疗中心。", &[]),
            ("到2027年建成2-3个区域中心医院。", "到2030年建成4-6个区域中心医院。", &[]),
            ("每个县建设1-2个区域中心医院。", "全市建设4-6个区域中心医院。", &[]),
        ] {
            check(conflicting_ranges, &[(&text(one, other), expected)]);
        }
    }
}
