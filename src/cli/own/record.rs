//! The facts of a plan as one line of a file, which is read in a microsecond: the first screen needs those of all plans. The
//! fields stand in a fixed order with a separator that no text has; a field that may be lacking begins with a sign that says
//! whether it is there.

use std::fmt::Display;
use std::str::{FromStr, Split};

use crate::model::{Counts, Lines, Plan, Source};

/// What stands between two fields, and between the members of a list.
const FIELD: char = '\u{1f}';
const MEMBER: char = '\u{1e}';

/// Writes the fields of one line in their order.
#[derive(Debug, Default)]
pub(super) struct Writer {
    line: String,
    /// Whether a text has a separator or a line end, so that the line could not be read again.
    is_unreadable: bool,
}

impl Writer {
    pub(super) fn text(&mut self, text: &str) {
        self.is_unreadable |= text.contains(['\n', '\r', FIELD]);
        if !self.line.is_empty() {
            self.line.push(FIELD);
        }
        self.line.push_str(text);
    }

    pub(super) fn number(&mut self, number: impl Display) {
        self.text(&number.to_string());
    }

    pub(super) fn option(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(&format!("+{text}")),
            None => self.text("-"),
        }
    }

    /// The facts of a plan, without its outline.
    pub(super) fn plan(&mut self, plan: &Plan) {
        let Plan {
            id, title, short, region, issuer, issued, status, period, supplied, source, findings, counts, ..
        } = plan;
        for text in [id, title, short] {
            self.text(text);
        }
        for fact in [region, issuer, issued, status, period] {
            self.option(fact.as_deref());
        }
        self.is_unreadable |= supplied.iter().any(|name| name.contains(MEMBER));
        self.text(&supplied.join(&MEMBER.to_string()));
        self.text(&source.file);
        self.text(&source.sha256);
        let Counts { top, chapters, nodes, clauses, leads, tables, rows } = *counts;
        for count in [top, chapters, nodes, clauses, leads, tables, rows] {
            self.number(count);
        }
        let doubts: Result<Vec<String>, _> = findings.iter().map(serde_json::to_string).collect();
        self.is_unreadable |= doubts.is_err();
        self.text(&doubts.unwrap_or_default().join(&MEMBER.to_string()));
    }

    /// The line; `None` if it could not be read again.
    pub(super) fn finish(self) -> Option<String> {
        (!self.is_unreadable).then_some(self.line)
    }
}

/// Reads one line that was written in the same order. Every method is `None` where the field is not there or of another form.
#[derive(Debug)]
pub(super) struct Reader<'l>(Split<'l, char>);

impl<'l> Reader<'l> {
    pub(super) fn new(line: &'l str) -> Self {
        Self(line.split(FIELD))
    }

    pub(super) fn text(&mut self) -> Option<&'l str> {
        self.0.next()
    }

    pub(super) fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub(super) fn number<N: FromStr>(&mut self) -> Option<N> {
        self.text()?.parse().ok()
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
        let plan = Plan {
            id: self.owned()?,
            title: self.owned()?,
            short: self.owned()?,
            label: None,
            region: self.option()?,
            issuer: self.option()?,
            issued: self.option()?,
            status: self.option()?,
            period: self.option()?,
            supplied: self.text()?.split(MEMBER).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            source: Source { file: self.owned()?, sha256: self.owned()? },
            counts: Counts {
                top: self.number()?,
                chapters: self.number()?,
                nodes: self.number()?,
                clauses: self.number()?,
                leads: self.number()?,
                tables: self.number()?,
                rows: self.number()?,
            },
            findings: Lines::unread(self.text()?.replace(MEMBER, "\n")),
            nodes: Lines::default(),
        };
        Some(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;

    #[test]
    fn what_is_written_is_read() {
        for plan in dataset::build().unwrap().plans {
            let mut writer = Writer::default();
            writer.option(None);
            writer.number(7_u64);
            writer.plan(&plan);
            writer.option(Some("后"));
            let line = writer.finish().unwrap();
            let mut reader = Reader::new(&line);
            assert_eq!((reader.option(), reader.number::<u64>()), (Some(None), Some(7)));
            let read = reader.plan().unwrap();
            assert_eq!(read, Plan { nodes: Lines::default(), ..plan });
            assert_eq!((reader.option(), reader.text()), (Some(Some("后".to_owned())), None));
        }
    }

    #[test]
    fn a_line_that_could_not_be_read_is_not_written() {
        for text in ["一\n二", "一\u{1f}二", "一\r"] {
            let mut writer = Writer::default();
            writer.text(text);
            assert_eq!(writer.finish(), None, "{text:?}");
        }
        assert!(Reader::new("一\u{1f}二").plan().is_none());
    }
}
