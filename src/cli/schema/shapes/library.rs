//! What stands in the JSON of `import` and `plans`, and in that of the settings.

use super::Field::{self, Each, Flag, Map, Maybe, Number, Object, Text, Whole, Word};
use super::{MAYBE_TEXT, TEXTS};

/// The fields of a shape in their order.
type Fields = &'static [(&'static str, Field)];

pub(super) const REPORT: Fields = &[
    ("file", Text),
    ("plan", Text),
    ("title", Text),
    ("region", MAYBE_TEXT),
    ("period", MAYBE_TEXT),
    ("draft", MAYBE_TEXT),
    ("supplied", TEXTS),
    ("chapters", Whole),
    ("nodes", Whole),
    ("clauses", Whole),
    ("units", Whole),
    ("unknown_units", TEXTS),
    ("nearest", Map(&TEXTS)),
    ("tables", Whole),
    ("rows", Whole),
    ("findings", Each("doubt")),
    ("remarks", TEXTS),
    ("outcome", Word(&["new", "version", "restored", "same"])),
    ("changed", Flag),
    ("changes", Maybe(&Object("changes"))),
    ("dry_run", Flag),
];

pub(super) const CHANGES: Fields = &[
    ("added", Each("changed_heading")),
    ("removed", Each("changed_heading")),
    ("moved", Each("moved_heading")),
    ("renamed", Each("renamed_heading")),
    ("edited", Each("changed_heading")),
];

pub(super) const CHANGED_HEADING: Fields = &[("id", Text), ("title", MAYBE_TEXT)];

pub(super) const MOVED_HEADING: Fields = &[("from", Text), ("to", Text), ("title", MAYBE_TEXT)];

pub(super) const RENAMED_HEADING: Fields = &[("id", Text), ("from", MAYBE_TEXT), ("to", MAYBE_TEXT)];

pub(super) const PLAN_OF_LIBRARY: Fields = &[
    ("id", Text),
    ("title", Text),
    ("region", MAYBE_TEXT),
    ("own", Flag),
    ("file", Text),
    ("nodes", Whole),
    ("clauses", Whole),
    ("tables", Whole),
    ("period", MAYBE_TEXT),
    ("draft", MAYBE_TEXT),
    ("imported", MAYBE_TEXT),
    ("former", Whole),
];

pub(super) const WHOLE_PLAN_OF_LIBRARY: Fields = &[
    ("id", Text),
    ("title", Text),
    ("region", MAYBE_TEXT),
    ("own", Flag),
    ("file", Text),
    ("nodes", Whole),
    ("clauses", Whole),
    ("tables", Whole),
    ("period", MAYBE_TEXT),
    ("draft", MAYBE_TEXT),
    ("imported", MAYBE_TEXT),
    ("former", Whole),
    ("issuer", MAYBE_TEXT),
    ("issued", MAYBE_TEXT),
    ("status", MAYBE_TEXT),
    ("supplied", TEXTS),
    ("sha256", Text),
    ("chapters", Whole),
    ("rows", Whole),
    ("findings", Each("doubt")),
    ("corrections", Whole),
    ("versions", Each("kept_version")),
];

pub(super) const KEPT_VERSION: Fields =
    &[("number", Whole), ("imported", Text), ("file", Text), ("changes", Maybe(&Object("changes")))];

pub(super) const CORRECTION: Fields = &[
    ("plan", Text),
    ("number", Whole),
    ("line", Whole),
    ("fields", Map(&Text)),
    ("in_force", Flag),
    ("what", Each("doubt")),
];

pub(super) const FILE: Fields = &[("id", MAYBE_TEXT), ("file", Text), ("whole", Flag), ("what", MAYBE_TEXT)];

/// A row of the ledger of execution.
pub(super) const RECORDED: Fields = &[
    ("plan", Text),
    ("id", Text),
    ("kind", Word(&["indicator", "target", "task", "unplaced"])),
    ("place", Text),
    ("name", Text),
    ("unit", MAYBE_TEXT),
    ("base", MAYBE_TEXT),
    ("target", MAYBE_TEXT),
    ("due", Maybe(&Whole)),
    ("year", Maybe(&Whole)),
    ("value", MAYBE_TEXT),
    ("status", MAYBE_TEXT),
    ("note", MAYBE_TEXT),
    ("expected", Maybe(&Number)),
    ("verdict", Maybe(&Word(&["met", "on_path", "behind", "missed", "done", "overdue"]))),
    ("formula", MAYBE_TEXT),
];

pub(super) const SETTINGS: Fields =
    &[("path", MAYBE_TEXT), ("offices", MAYBE_TEXT), ("offices_errors", TEXTS), ("settings", Each("setting"))];
