//! What a user has corrected in an own plan, in a file beside it. People write it by hand as well as the program, so that
//! their comments and their order stay; and it is kept whatever happens to the plan, so that it holds for the next version.
//!
//! ```toml
//! [[correction]]
//! unit = "市碧波办"
//! office = "生态环境局"
//! role = "牵头"
//! at = "建设无烟码头"
//! ```

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::period::period;
use crate::cli::by_hand::{ByHand, Fault};
use crate::cli::nearest::nearest;
use crate::dataset;
use crate::importer::Correct;
use crate::model::{FactName, Rank, Role, read_role, role_words};
use crate::words::{LIST, corrections as words, settings};

/// The form of the file. A program that knows only older forms leaves a newer file alone.
const VERSION: i64 = 1;
/// The list of corrections, and the number of the form.
const CORRECTION: &str = "correction";
const FORM: &str = "version";
/// How a correction begins in the file.
const HEAD: &str = "[[correction]]";
/// The fields of a correction, as they are written one below the other.
const FIELDS: [&str; 12] =
    ["unit", "office", "role", "none", "missed", "heading", "rank", "number", "title", "region", "period", "at"];

/// The corrections of one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Corrections {
    pub(super) entries: Vec<Entry>,
    /// What is wrong with single entries, which are left out.
    pub(super) faults: Vec<Fault>,
    /// The SHA-256 of the file; empty without one.
    pub(super) digest: String,
}

/// One entry of the file, with what it corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The line in which it begins, counted from 1.
    pub(super) line: usize,
    /// Its fields as they are written.
    pub(super) fields: Vec<(String, String)>,
    pub(super) corrects: Vec<Correct>,
}

/// Why a file gives no corrections.
#[derive(Debug)]
pub(super) enum NoCorrections {
    /// It is of this newer form of the file.
    Newer(i64),
    /// It is not of the form at all.
    Broken(Fault),
}

impl Corrections {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// It is no TOML, or of a newer form.
    pub(super) fn read(text: &ByHand) -> Result<Self, NoCorrections> {
        let table = text.table().map_err(NoCorrections::Broken)?;
        let mut corrections = Self { digest: dataset::sha256(text.text().as_bytes()), ..Self::default() };
        let line = |span: Range<usize>| text.line(span);
        for (name, value) in table.get_ref() {
            let at = line(name.span());
            match (name.get_ref().as_ref(), value.get_ref()) {
                (FORM, DeValue::Integer(number)) => {
                    let form = i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX);
                    if form > VERSION {
                        return Err(NoCorrections::Newer(form));
                    }
                }
                (CORRECTION, DeValue::Array(entries)) => {
                    for entry in entries {
                        match read_entry(entry, &line) {
                            Ok(entry) => corrections.entries.push(entry),
                            Err(fault) => corrections.faults.push(fault),
                        }
                    }
                }
                (CORRECTION, _) => corrections.faults.push(wrong(at, words::FORM.to_string())),
                (other, _) => corrections.faults.push(wrong(at, unknown(other, &[CORRECTION]))),
            }
        }
        Ok(corrections)
    }

    /// What is to be corrected, in the order of the file.
    pub(super) fn corrects(&self) -> Vec<Correct> {
        self.entries.iter().flat_map(|entry| entry.corrects.iter().cloned()).collect()
    }
}

fn wrong(line: usize, what: String) -> Fault {
    Fault { line: Some(line), what }
}

fn unknown(name: &str, known: &[&'static str]) -> String {
    let near = nearest(name, known.iter().copied());
    let near = if near.is_empty() { known.join(LIST.get()) } else { near.join(LIST.get()) };
    words::no_such_field(crate::text::sanitize::one_line(name), settings::near(near))
}

fn read_entry(entry: &Spanned<DeValue<'_>>, line: &dyn Fn(Range<usize>) -> usize) -> Result<Entry, Fault> {
    let at = line(entry.span());
    let DeValue::Table(table) = entry.get_ref() else { return Err(wrong(at, words::FORM.to_string())) };
    for (name, value) in table {
        let at = line(name.span());
        let name = name.get_ref().as_ref();
        if !FIELDS.contains(&name) {
            return Err(wrong(at, unknown(name, &FIELDS)));
        }
        let is_switch = matches!(name, "none" | "missed");
        let fits = match value.get_ref() {
            DeValue::Boolean(_) => is_switch,
            DeValue::String(words) => !is_switch && is_line(words),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                false
            }
        };
        if !fits {
            let form = if is_switch { words::switch_form(name) } else { words::text_form(name) };
            return Err(wrong(at, form));
        }
    }
    let fields =
        FIELDS.iter().filter_map(|field| Some(((*field).to_owned(), shown(table.get(*field)?.get_ref())))).collect();
    let entry = Fields { table, line };
    Ok(Entry { line: at, fields, corrects: entry.corrects(at)? })
}

/// Whether a text can stand on the screen in one line, and be found in a document.
fn is_line(text: &str) -> bool {
    const LONGEST: usize = 500;
    !text.chars().any(char::is_control) && text.chars().nth(LONGEST).is_none()
}

fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Boolean(is_so) => is_so.to_string(),
        DeValue::String(words) => words.to_string(),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
            String::new()
        }
    }
}

/// The fields of an entry while it is read.
struct Fields<'t, 'l> {
    table: &'t DeTable<'t>,
    line: &'l dyn Fn(Range<usize>) -> usize,
}

impl Fields<'_, '_> {
    /// The words of a field; `None` where it is not given.
    fn text(&self, field: &str) -> Option<String> {
        Some(self.table.get(field)?.get_ref().as_str()?.trim().to_owned())
    }

    fn is_on(&self, field: &str) -> bool {
        matches!(self.table.get(field).map(Spanned::get_ref), Some(DeValue::Boolean(true)))
    }

    fn line_of(&self, field: &str) -> usize {
        self.table.get_key_value(field).map_or(1, |(name, _)| (self.line)(name.span()))
    }

    /// The words of a field read by a function.
    fn read<T>(
        &self,
        field: &str,
        read: impl Fn(&str) -> Option<T>,
        known: impl Fn() -> String,
    ) -> Result<Option<T>, Fault> {
        let Some(word) = self.text(field) else { return Ok(None) };
        match read(&word) {
            Some(value) => Ok(Some(value)),
            None => Err(wrong(self.line_of(field), settings::wrong(field, word, known()))),
        }
    }

    /// What the entry corrects. `at` is the line in which it begins.
    fn corrects(&self, at: usize) -> Result<Vec<Correct>, Fault> {
        let around = self.text("at").filter(|words| !words.is_empty());
        let role = self.read("role", read_role, roles)?;
        if let Some(printed) = self.text("unit") {
            self.only(&["unit", "office", "role", "none", "missed", "at"])?;
            let office = self.text("office");
            return match (self.is_on("none"), self.is_on("missed")) {
                (true, false) if office.is_none() && role.is_none() => {
                    Ok(vec![Correct::NoUnit { printed, at: around }])
                }
                (false, true) => {
                    Ok(vec![Correct::Missed { printed, at: around, office, role: role.unwrap_or(Role::Listed) }])
                }
                (false, false) if office.is_some() || role.is_some() => {
                    Ok(vec![Correct::Unit { printed, at: around, office, role }])
                }
                _ => Err(wrong(at, words::UNIT_FORM.to_string())),
            };
        }
        if let Some(printed) = self.text("heading") {
            self.only(&["heading", "rank", "number", "title", "at"])?;
            let rank = self.read("rank", Rank::read, ranks)?;
            let (number, title) = (self.text("number"), self.text("title"));
            if rank.is_none() && number.is_none() && title.is_none() {
                return Err(wrong(at, words::HEADING_FORM.to_string()));
            }
            return Ok(vec![Correct::Heading { printed, at: around, rank, number, title }]);
        }
        self.only(&["title", "region", "period"])?;
        let mut facts = Vec::new();
        for fact in FactName::ALL {
            let value = match fact {
                FactName::Period => self.read("period", period, || "2026-2030".to_owned())?,
                FactName::Title | FactName::Region => self.text(fact.id()),
            };
            if let Some(value) = value {
                if value.is_empty() {
                    return Err(wrong(self.line_of(fact.id()), words::text_form(fact.id())));
                }
                facts.push(Correct::Fact(fact, value));
            }
        }
        if facts.is_empty() { Err(wrong(at, words::FORM.to_string())) } else { Ok(facts) }
    }

    /// Refuses fields that do not go with the others.
    fn only(&self, fields: &[&str]) -> Result<(), Fault> {
        for (name, _) in self.table {
            let name = name.get_ref().as_ref();
            if !fields.contains(&name) {
                return Err(wrong(self.line_of(name), words::field_apart(name)));
            }
        }
        Ok(())
    }
}

/// The words for roles and ranks, for a message.
pub(super) fn roles() -> String {
    Role::ALL.map(|role| role_words(role).get()).join(LIST.get())
}

pub(super) fn ranks() -> String {
    Rank::ALL.map(|rank| rank.words().get()).join(LIST.get())
}

/// A file with one more entry at its end; all that is in it stays.
pub(super) fn with_entry(text: &str, fields: &[(&str, String)]) -> String {
    let mut lines: Vec<String> = Vec::new();
    if text.trim().is_empty() {
        lines.extend(words::FILE_HEAD.get().lines().map(|line| format!("# {line}")));
        lines.push(format!("{FORM} = {VERSION}"));
    } else {
        lines.push(text.trim_end().to_owned());
    }
    lines.push(String::new());
    lines.push(HEAD.to_owned());
    for field in FIELDS {
        if let Some((_, value)) = fields.iter().find(|(name, _)| *name == field) {
            let is_switch = matches!(field, "none" | "missed");
            lines.push(if is_switch { format!("{field} = {value}") } else { format!("{field} = {}", quoted(value)) });
        }
    }
    lines.join("\n") + "\n"
}

/// A file without the entry of this position, counted from 0, and nothing else changed. `None` where the entry cannot be cut
/// out by its lines, since it was written in another way.
pub(super) fn without_entry(text: &str, at: usize) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let heads: Vec<usize> =
        (0..lines.len()).filter(|line| is_head(lines.get(*line).copied().unwrap_or_default())).collect();
    let from = *heads.get(at)?;
    let is_table = |line: &&usize| lines.get(**line).is_some_and(|line| line.trim_start().starts_with('['));
    let all: Vec<usize> = (from + 1..lines.len()).collect();
    let mut to = all.iter().find(is_table).copied().unwrap_or(lines.len());
    // What is said above the next entry belongs to that one.
    let is_said =
        |line: usize| lines.get(line).is_some_and(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    while to > from + 1 && to < lines.len() && is_said(to - 1) {
        to -= 1;
    }
    let kept = lines.iter().take(from).chain(lines.iter().skip(to));
    Some(kept.flat_map(|line| [line, "\n"]).collect())
}

fn is_head(line: &str) -> bool {
    line.split_once('#').map_or(line, |(before, _)| before).chars().filter(|c| !c.is_whitespace()).eq(HEAD.chars())
}

/// A text as TOML writes it, in quotation marks.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            other if other.is_control() => quoted.extend(["\\u", &format!("{:04X}", u32::from(other))]),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Corrections {
        Corrections::read(&ByHand::of(text.as_bytes().to_vec()).unwrap()).unwrap()
    }

    #[test]
    fn entries_are_written_read_and_taken_out_and_all_else_stays() {
        let mut text = with_entry("", &[("unit", "市“碧波”\"办\\".to_owned()), ("office", "教育局".to_owned())]);
        text = text.replace("\nunit", "\n# 我的说明\nunit");
        text = with_entry(&text, &[("heading", "（一）控烟".to_owned()), ("rank", "节".to_owned())]);
        text =
            with_entry(&text, &[("at", "控烟".to_owned()), ("unit", "各地".to_owned()), ("none", "true".to_owned())]);
        text = with_entry(&text, &[("title", "规划".to_owned()), ("period", "2026—2030年".to_owned())]);
        let all = read(&text);
        assert_eq!((all.entries.len(), all.faults.len()), (4, 0), "{text} {all:?}");
        assert_eq!(all.corrects().len(), 5);
        assert!(matches!(&all.entries[0].corrects[0], Correct::Unit { printed, .. } if printed == "市“碧波”\"办\\"));
        assert!(
            matches!(&all.entries[3].corrects[1], Correct::Fact(FactName::Period, period) if period == "2026-2030")
        );
        let less = without_entry(&text, 1).unwrap();
        let left = read(&less);
        let corrects: Vec<Correct> =
            all.corrects().into_iter().filter(|each| !matches!(each, Correct::Heading { .. })).collect();
        assert_eq!(left.corrects(), corrects);
        assert!(less.contains("# 我的说明"));
        assert_ne!(left.digest, all.digest);
        assert_eq!(without_entry(&text, 4), None);
    }

    #[test]
    fn every_mistake_has_its_line_and_leaves_only_its_entry_out() {
        let good = "\n[[correction]]\nunit = \"各地\"\nnone = true\n";
        for (entry, line, wanted) in [
            ("unit = \"x\"", 1, "office"),
            ("unit = \"x\"\nnone = true\nrole = \"牵头\"", 1, "office"),
            ("unit = \"x\"\nrole = \"领头\"", 3, "牵头、配合"),
            ("unit = \"x\"\nofice = \"y\"", 3, "相近的有：office"),
            ("unit = 3", 2, "引号"),
            ("unit = \"x\\ny\"\nnone = true", 2, "unit"),
            ("unit = \"x\"\nnone = \"yes\"", 3, "true"),
            ("heading = \"x\"", 1, "rank"),
            ("heading = \"x\"\nrank = \"目录\"", 3, "章、节"),
            ("heading = \"x\"\noffice = \"y\"", 3, "office"),
            ("period = \"十五五\"", 2, "2026-2030"),
            ("at = \"x\"", 2, "at"),
            ("", 1, "unit"),
        ] {
            let read = read(&format!("[[correction]]\n{entry}\n{good}"));
            let [fault] = read.faults.as_slice() else { panic!("{entry}: {read:?}") };
            assert_eq!(fault.line, Some(line), "{entry}: {fault:?}");
            assert!(fault.what.contains(wanted), "{entry}: {fault:?}");
            assert_eq!(read.entries.len(), 1, "{entry}");
        }
        let newer = ByHand::of(b"version = 9\nx = 1".to_vec()).unwrap();
        assert!(matches!(Corrections::read(&newer), Err(NoCorrections::Newer(9))));
        let broken = ByHand::of(b"[[correction]\n".to_vec()).unwrap();
        assert!(matches!(Corrections::read(&broken), Err(NoCorrections::Broken(Fault { line: Some(1), .. }))));
    }
}
