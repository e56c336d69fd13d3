//! The targets that can be found: the years and the indicator of each, which filters ask of all, and the whole of each in the
//! few bytes of its JSON, which is read when a hit shows it. A thousand plans state nearly a hundred thousand.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::model::{Comparator, LineRange, Target, TargetRow, TargetValue, Value, ValueKind};
use crate::search::base::blob::Blob;
use crate::search::base::bytes::{Reader, Writer};

/// Stands for the indicator of a target that is about none of the registry's.
const NONE: u16 = u16::MAX;

/// The targets in the order of their entries in the catalog.
#[derive(Default)]
pub(crate) struct Targets {
    /// The years of all targets, one behind the other, and where those of each begin.
    years: Vec<u16>,
    year_starts: Vec<u32>,
    /// The indicator of each, as an index into `indicator_ids`, or [`NONE`].
    indicators: Vec<u16>,
    indicator_ids: Vec<String>,
    /// All of them as [`Written`], one behind the other, and where each begins.
    written: Blob,
    starts: Vec<u32>,
    /// What has been parsed of `written` so far, because a hit showed it.
    read: Vec<OnceLock<Option<Box<Target>>>>,
}

impl Targets {
    pub(crate) fn new(targets: &[Target]) -> Self {
        let mut this = Self { year_starts: vec![0], starts: vec![0], ..Self::default() };
        let mut numbers: HashMap<&str, u16> = HashMap::new();
        let mut written = Vec::new();
        for target in targets {
            this.years.extend(&target.years);
            this.year_starts.push(length(&this.years));
            let indicator = target.indicator.as_deref().map_or(NONE, |id| {
                *numbers.entry(id).or_insert_with(|| {
                    this.indicator_ids.push(id.to_owned());
                    u16::try_from(this.indicator_ids.len() - 1).unwrap_or(NONE)
                })
            });
            this.indicators.push(indicator);
            // Nothing in a target is such that it cannot be written.
            written.extend(serde_json::to_vec(&Written::of(target)).unwrap_or_default());
            this.starts.push(length(&written));
        }
        written.shrink_to_fit();
        this.written = Blob::Here(written);
        this.read = targets.iter().map(|_| OnceLock::new()).collect();
        this
    }

    /// Writes the targets, to be read by [`Targets::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.u16s(&self.years);
        out.u32s(self.year_starts.iter().copied());
        out.u16s(&self.indicators);
        out.list(&self.indicator_ids, |out, id| out.bytes(id.as_bytes()));
        out.bytes(&self.written.all());
        out.u32s(self.starts.iter().copied());
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let mut this = Self {
            years: from.u16s()?,
            year_starts: from.u32s()?,
            indicators: from.u16s()?,
            indicator_ids: from.list(Reader::text)?,
            written: from.blob()?,
            starts: from.u32s()?,
            read: Vec::new(),
        };
        this.read = this.indicators.iter().map(|_| OnceLock::new()).collect();
        Some(this)
    }

    /// A target in full, parsed when it is first asked for.
    pub(crate) fn get(&self, at: usize) -> Option<&Target> {
        let parse = || {
            let bytes = self.written.get(range(&self.starts, at)?)?;
            serde_json::from_slice::<Written>(&bytes).ok().map(|written| Box::new(written.target()))
        };
        self.read.get(at)?.get_or_init(parse).as_deref()
    }

    /// The indices of the targets that have a year which fits.
    pub(crate) fn with_year(&self, fits: impl Fn(u16) -> bool) -> impl Iterator<Item = usize> {
        (0..self.indicators.len()).filter(move |at| {
            let years = range(&self.year_starts, *at).and_then(|range| self.years.get(range));
            years.is_some_and(|years| years.iter().any(|year| fits(*year)))
        })
    }

    /// The indices of the targets that are about an indicator.
    pub(crate) fn about(&self, indicator: &str) -> impl Iterator<Item = usize> {
        let number = self.indicator_ids.iter().position(|id| id == indicator).and_then(|at| u16::try_from(at).ok());
        let all = self.indicators.iter().enumerate();
        all.filter(move |(_, about)| Some(**about) == number).map(|(at, _)| at)
    }

    /// How much memory the heap allocations take, in bytes, without the targets that were read.
    pub(crate) fn bytes(&self) -> usize {
        self.written.memory()
            + (self.years.capacity() + self.indicators.capacity()) * 2
            + (self.year_starts.capacity() + self.starts.capacity()) * 4
            + self.read.capacity() * size_of::<OnceLock<Option<Box<Target>>>>()
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// Where the part with this number is, by where all parts begin.
fn range(starts: &[u32], at: usize) -> Option<std::ops::Range<usize>> {
    Some(*starts.get(at)? as usize..*starts.get(at + 1)? as usize)
}

/// A target as a list of its fields in their order, without their names, which would be longer than what they hold.
#[derive(Serialize, Deserialize)]
struct Written(
    /// Ids of the plan and of the node that state it.
    (String, String),
    u32,
    Vec<u16>,
    (String, Option<String>),
    Option<WrittenRow>,
    Vec<WrittenValue>,
    String,
    /// Whether it is stated in words, and whether it is a task with a date.
    (bool, bool),
    Option<String>,
);

type WrittenRow = (String, String, Option<String>, LineRange, Vec<Option<WrittenCell>>, Option<bool>);
type WrittenCell =
    ((String, Option<String>, Option<u16>), Option<ValueKind>, (Option<String>, Option<Comparator>, Option<f64>));
type WrittenValue = (Option<Comparator>, Option<f64>, Option<String>, String);

impl Written {
    fn of(target: &Target) -> Self {
        let Target {
            plan,
            node,
            line,
            years,
            metric,
            indicator,
            row,
            values,
            quote,
            qualitative,
            deadline_only,
            draft,
        } = target.clone();
        let cell = |value: Value| {
            let Value { header, scope, year, kind, raw, comparator, number } = value;
            ((header, scope, year), kind, (raw, comparator, number))
        };
        let row = row.map(|TargetRow { table, name, unit, lines, values, agrees }| {
            (table, name, unit, lines, values.into_iter().map(|value| value.map(cell)).collect(), agrees)
        });
        let value = |TargetValue { comparator, number, unit, raw }| (comparator, number, unit, raw);
        let values = values.into_iter().map(value).collect();
        Self((plan, node), line, years, (metric, indicator), row, values, quote, (qualitative, deadline_only), draft)
    }

    fn target(self) -> Target {
        let Self(
            (plan, node),
            line,
            years,
            (metric, indicator),
            row,
            values,
            quote,
            (qualitative, deadline_only),
            draft,
        ) = self;
        let cell = |((header, scope, year), kind, (raw, comparator, number)): WrittenCell| Value {
            header,
            scope,
            year,
            kind,
            raw,
            comparator,
            number,
        };
        let row = row.map(|(table, name, unit, lines, values, agrees)| TargetRow {
            table,
            name,
            unit,
            lines,
            values: values.into_iter().map(|value| value.map(cell)).collect(),
            agrees,
        });
        let value = |(comparator, number, unit, raw)| TargetValue { comparator, number, unit, raw };
        let values = values.into_iter().map(value).collect();
        Target { plan, node, line, years, metric, indicator, row, values, quote, qualitative, deadline_only, draft }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(metric: &str, years: &[u16], indicator: Option<&str>) -> Target {
        let cell = Value {
            header: "2030年".to_owned(),
            scope: Some("江海市".to_owned()),
            year: Some(2030),
            kind: Some(ValueKind::Target),
            raw: Some("≥30".to_owned()),
            comparator: Some(Comparator::AtLeast),
            number: Some(30.5),
        };
        let row = TargetRow {
            table: "jianghai-155/t1".to_owned(),
            name: metric.to_owned(),
            unit: Some("%".to_owned()),
            lines: [7, 8],
            values: vec![Some(cell), None],
            agrees: Some(false),
        };
        let value = TargetValue {
            comparator: Some(Comparator::AtMost),
            number: Some(0.1),
            unit: None,
            raw: "下降到\"0.1\"".to_owned(),
        };
        Target {
            plan: "jianghai-155".to_owned(),
            node: "jianghai-155/1.2".to_owned(),
            line: 12,
            years: years.to_vec(),
            metric: metric.to_owned(),
            indicator: indicator.map(str::to_owned),
            row: indicator.map(|_| row),
            values: vec![value],
            quote: "到2030年，下降到0.1".to_owned(),
            qualitative: years.is_empty(),
            deadline_only: !years.is_empty(),
            draft: Some("征求意见稿".to_owned()),
        }
    }

    #[test]
    fn targets_are_given_back_as_they_were_also_when_they_were_kept() {
        let all = [
            target("居民健康素养水平", &[2027, 2030], Some("literacy")),
            target("婴儿死亡率", &[], None),
            target("吸烟率", &[2030], Some("smoking")),
        ];
        let made = Targets::new(&all);
        let mut out = Writer::default();
        made.write(&mut out);
        let bytes = out.finish();
        let kept = Targets::read(&mut Reader::new(&bytes)).unwrap();
        for targets in [made, kept] {
            assert_eq!((0..4).map_while(|at| targets.get(at).cloned()).collect::<Vec<_>>(), all);
            assert_eq!(targets.with_year(|year| year >= 2030).collect::<Vec<_>>(), [0, 2]);
            assert_eq!(targets.with_year(|year| year == 2027).collect::<Vec<_>>(), [0]);
            assert_eq!(targets.about("smoking").collect::<Vec<_>>(), [2]);
            assert_eq!(targets.about("none").count(), 0);
        }
        assert_eq!(Targets::new(&[]).get(0), None);
    }
}
