//! Facts in a form that is read without being parsed: the first screen needs those of all plans.
//!
//! ```text
//! all texts, one behind the other
//! where each of them ends        4 bytes each
//! all numbers                    8 bytes each
//! how many ends, how many numbers, and which form this is    4 bytes each
//! ```
//!
//! Texts and numbers are read in the order in which they were written. Each plan has as many as any other, so that several threads
//! can read a part each. A text that may be lacking begins with a sign that says whether it is there.

use std::ops::Range;
use std::sync::Arc;

use super::shared::Shared;
use crate::model::{Counts, Lines, Plan, Source};
use crate::text::pinyin;

/// The form of the bytes, by which those of another one are known.
const FORM: u32 = 0x6775_0001;
/// How many numbers stand at the end, which tell about the rest.
const N_LAST: usize = 3;

/// Writes texts and numbers in their order.
#[derive(Debug, Default)]
pub(super) struct Writer {
    texts: String,
    ends: Vec<u32>,
    numbers: Vec<u64>,
    /// Whether there is more than the form has room for.
    is_too_long: bool,
}

impl Writer {
    pub(super) fn text(&mut self, text: &str) {
        self.texts.push_str(text);
        self.end_text();
    }

    fn end_text(&mut self) {
        let end = u32::try_from(self.texts.len());
        self.is_too_long |= end.is_err();
        self.ends.push(end.unwrap_or_default());
    }

    pub(super) fn number(&mut self, number: u64) {
        self.numbers.push(number);
    }

    pub(super) fn option(&mut self, text: Option<&str>) {
        self.texts.push_str(if text.is_some() { "+" } else { "-" });
        self.text(text.unwrap_or_default());
    }

    /// The facts of a plan, without its outline.
    pub(super) fn plan(&mut self, plan: &Plan) {
        let Plan {
            id,
            title,
            short,
            region,
            issuer,
            issued,
            status,
            period,
            sound,
            supplied,
            source,
            findings,
            counts,
            ..
        } = plan;
        for text in [id, title, short, &source.file, &source.sha256] {
            self.text(text);
        }
        let sound = sound.clone().or_else(|| region.as_deref().map(pinyin::full));
        for fact in [region, issuer, issued, status, period, &sound] {
            self.option(fact.as_deref());
        }
        let Counts { top, chapters, nodes, clauses, leads, tables, rows } = *counts;
        for count in [top, chapters, nodes, clauses, leads, tables, rows] {
            self.number(count as u64);
        }
        // Texts, and objects of texts and numbers, always can be written.
        let names = (!supplied.is_empty()).then(|| serde_json::to_string(supplied).unwrap_or_default());
        self.text(&names.unwrap_or_default());
        let doubts: Vec<String> = findings.iter().filter_map(|doubt| serde_json::to_string(doubt).ok()).collect();
        self.text(&doubts.join("\n"));
    }

    /// The bytes; `None` if there are more than the form has room for.
    pub(super) fn finish(self) -> Option<Vec<u8>> {
        let [n_ends, n_numbers] = [self.ends.len(), self.numbers.len()].map(|n| u32::try_from(n).ok());
        let last = [n_ends?, n_numbers?, FORM];
        let mut bytes = self.texts.into_bytes();
        bytes.extend(self.ends.iter().flat_map(|end| end.to_le_bytes()));
        bytes.extend(self.numbers.iter().flat_map(|number| number.to_le_bytes()));
        bytes.extend(last.iter().flat_map(|number| number.to_le_bytes()));
        (!self.is_too_long).then_some(bytes)
    }
}

/// Reads texts and numbers in the order in which they were written. Every method is `None` where there is none any more, or one
/// of another form.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    texts: Arc<String>,
    ends: Arc<[u32]>,
    numbers: Arc<[u64]>,
    /// Which texts and which numbers are yet to be read.
    next_texts: Range<usize>,
    next_numbers: Range<usize>,
}

impl Reader {
    /// A reader of bytes that were written by a [`Writer`]; `None` for any others.
    pub(super) fn new(mut bytes: Vec<u8>) -> Option<Self> {
        let last = bytes.len().checked_sub(4 * N_LAST)?;
        let told: Vec<u32> = bytes.get(last..)?.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let [n_ends, n_numbers, FORM] = *told.as_slice() else { return None };
        let [n_ends, n_numbers] = [n_ends as usize, n_numbers as usize];
        let from_numbers = last.checked_sub(n_numbers.checked_mul(8)?)?;
        let from_ends = from_numbers.checked_sub(n_ends.checked_mul(4)?)?;
        let (ends, _) = bytes.get(from_ends..from_numbers)?.as_chunks();
        let (numbers, _) = bytes.get(from_numbers..last)?.as_chunks();
        let ends = ends.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let numbers = numbers.iter().map(|eight| u64::from_le_bytes(*eight)).collect();
        bytes.truncate(from_ends);
        let texts = Arc::new(String::from_utf8(bytes).ok()?);
        Some(Self { texts, ends, numbers, next_texts: 0..n_ends, next_numbers: 0..n_numbers })
    }

    /// Readers of what is yet to be read, which is so many plans, each with as many texts and numbers: for `at_once` plans each.
    /// `None` where it cannot be divided so.
    pub(super) fn divide(&self, n_plans: usize, at_once: usize) -> Option<Vec<Self>> {
        let size = |of: &Range<usize>| of.len().checked_div(n_plans).filter(|size| size * n_plans == of.len());
        let (of_texts, of_numbers) = (size(&self.next_texts)?, size(&self.next_numbers)?);
        let reader = |from: usize| {
            let plans = from..n_plans.min(from + at_once);
            let part = |of: &Range<usize>, size: usize| of.start + plans.start * size..of.start + plans.end * size;
            let (next_texts, next_numbers) = (part(&self.next_texts, of_texts), part(&self.next_numbers, of_numbers));
            Self { next_texts, next_numbers, ..self.clone() }
        };
        Some((0..n_plans).step_by(at_once.max(1)).map(reader).collect())
    }

    fn part(&mut self) -> Option<Range<usize>> {
        let at = self.next_texts.next()?;
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        Some(from as usize..*self.ends.get(at)? as usize)
    }

    pub(super) fn text(&mut self) -> Option<&str> {
        let part = self.part()?;
        self.texts.get(part)
    }

    pub(super) fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// The next text, as a part of all of them.
    pub(super) fn shared(&mut self) -> Option<Shared> {
        let part = self.part()?;
        Shared::part(&self.texts, part)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        self.numbers.get(self.next_numbers.next()?).copied()
    }

    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    #[expect(clippy::option_option, reason = "the outer one is that of all methods, the inner one is the value")]
    pub(super) fn option(&mut self) -> Option<Option<String>> {
        match self.text()? {
            "-" => Some(None),
            text => Some(Some(text.strip_prefix('+')?.to_owned())),
        }
    }

    /// The facts of a plan, without its outline. Its doubts are parsed when they are first looked at.
    pub(super) fn plan(&mut self) -> Option<Plan> {
        let (id, title, short) = (self.owned()?, self.owned()?, self.owned()?);
        let source = Source { file: self.owned()?, sha256: self.owned()? };
        let plan = Plan {
            id,
            title,
            short,
            label: None,
            region: self.option()?,
            issuer: self.option()?,
            issued: self.option()?,
            status: self.option()?,
            period: self.option()?,
            sound: self.option()?,
            source,
            counts: Counts {
                top: self.count()?,
                chapters: self.count()?,
                nodes: self.count()?,
                clauses: self.count()?,
                leads: self.count()?,
                tables: self.count()?,
                rows: self.count()?,
            },
            supplied: match self.text()? {
                "" => Vec::new(),
                names => serde_json::from_str(names).ok()?,
            },
            findings: match self.text()? {
                "" => Vec::new().into(),
                doubts => Lines::unread(doubts.to_owned()),
            },
            nodes: Lines::default(),
        };
        Some(plan)
    }

    /// Whether everything was read.
    pub(super) fn is_at_end(&self) -> bool {
        self.next_texts.is_empty() && self.next_numbers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;

    fn written() -> (Vec<Plan>, Vec<u8>) {
        let plans = dataset::build().unwrap().plans;
        let mut writer = Writer::default();
        for plan in &plans {
            writer.option(None);
            writer.number(u64::MAX);
            writer.plan(plan);
            writer.option(Some("后\n"));
            writer.text("");
        }
        (plans, writer.finish().unwrap())
    }

    fn read(bytes: Vec<u8>) -> Option<Vec<Plan>> {
        let mut reader = Reader::new(bytes)?;
        let mut plans = Vec::new();
        while !reader.is_at_end() {
            assert_eq!((reader.option()?, reader.number()?), (None, u64::MAX));
            plans.push(reader.plan()?);
            assert_eq!((reader.option()?.as_deref(), &*reader.shared()?), (Some("后\n"), ""));
        }
        Some(plans)
    }

    #[test]
    fn what_is_written_is_read() {
        let (plans, bytes) = written();
        let sound = |plan: &Plan| plan.region.as_deref().map(pinyin::full);
        let bare = |plan: Plan| Plan { nodes: Lines::default(), sound: sound(&plan), ..plan };
        assert_eq!(read(bytes), Some(plans.into_iter().map(bare).collect()));
    }

    #[test]
    fn other_bytes_are_not_read() {
        let (_, bytes) = written();
        for length in (0..bytes.len()).step_by(11) {
            assert!(Reader::new(bytes[..length].to_vec()).is_none(), "{length}");
        }
        let mut of_another_form = bytes.clone();
        *of_another_form.last_mut().unwrap() ^= 1;
        assert!(Reader::new(of_another_form).is_none());
        // An end in the midst of a character.
        let mut writer = Writer::default();
        writer.text("卫生");
        let mut cut = writer.finish().unwrap();
        cut[6] = 4;
        assert_eq!(Reader::new(cut).unwrap().text(), None);
    }

    #[test]
    fn parts_are_read_apart() {
        let (plans, bytes) = written();
        let reader = Reader::new(bytes).unwrap();
        let n_plans = plans.len();
        assert!(reader.divide(n_plans + 1, 1).is_none() && reader.divide(0, 1).is_none());
        for at_once in 1..=n_plans + 1 {
            let parts = reader.divide(n_plans, at_once).unwrap();
            assert_eq!(parts.len(), n_plans.div_ceil(at_once));
            for (mut part, plans) in parts.into_iter().zip(plans.chunks(at_once)) {
                for plan in plans {
                    assert_eq!((part.option(), part.number()), (Some(None), Some(u64::MAX)));
                    assert_eq!(part.plan().map(|plan| plan.id), Some(plan.id.clone()));
                    assert!(part.option().is_some() && part.text().is_some());
                }
                assert!(part.text().is_none() && part.is_at_end());
            }
        }
    }
}
