//! Hits made of what was ranked: texts fetched from the dataset, the characters that answer, and the reason in words.
//!
//! Done for the few best only, so each word is simply held against the hit's own names and lines again.

use std::borrow::Cow;

use smallvec::smallvec;

use crate::model::{Clause, Dataset, Node, Plan, Target};
use crate::search::base::folding::fold_in_line;
use crate::search::base::hit::{Context, Few, Hit, How, Kind, Matched, Spot};
use crate::search::base::pattern::Needle;
use crate::search::catalog::entries::{Entry, Haystack, NO_PLAN};
use crate::search::catalog::names::Role;
use crate::search::evaluate::rank::Grade;
use crate::search::evaluate::word::{Way, Word, grade};
use crate::search::matchers::heading_number;
use crate::search::text_index::lines::{self, Part, row_of};
use crate::text::fold::fold;

/// What hits are made from.
pub(crate) struct Maker<'a, 'q> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) haystack: &'q Haystack,
    /// The targets that the haystack was made of.
    pub(crate) targets: &'a [Target],
    /// The words that must be met, alternatives and all.
    pub(crate) words: Vec<(Word<'q>, &'q str)>,
    /// For each word the office that it names alone, if it does.
    pub(crate) offices: Vec<Option<&'a str>>,
    /// Ids of the offices that a filter asks for.
    pub(crate) asked: Vec<String>,
}

impl<'a> Maker<'a, '_> {
    /// The hit of an entry.
    pub(crate) fn entry(&self, rank: usize, at: usize, grade: Grade) -> Option<Hit<'a>> {
        let entry = self.haystack.entry(at)?;
        let kind = self.haystack.kind(at);
        let thing = self.thing(kind, entry, at)?;
        let mut matched: Few<Matched> =
            (0..self.words.len()).filter_map(|word| self.in_entry(word, at, &thing)).collect();
        let asked = self.asked.iter().filter_map(|office| Self::in_office(office, &thing));
        asked.for_each(|asked| join(&mut matched, asked));
        Some(Self::hit(rank, grade, thing, matched))
    }

    /// The hit of a line.
    pub(crate) fn line(&self, rank: usize, line: usize, grade: Grade) -> Option<Hit<'a>> {
        let origin = self.haystack.prose.origin(line)?;
        let plan = self.dataset.plans.get(origin.plan as usize)?;
        let node = plan.nodes.get(origin.node as usize)?;
        let text = origin.text(self.dataset)?;
        let (spot, lines) = match origin.part {
            Part::Paragraph(at) => (Spot::Paragraph(usize::from(at)), node.paragraphs.get(usize::from(at))?.lines),
            Part::Caption(at) => (Spot::Caption(usize::from(at)), node.tables.get(usize::from(at))?.lines),
            Part::Clause(_) | Part::Cells(..) => (Spot::Whole, node.lines),
        };
        let thing = Thing { kind: Kind::Text, plan: Some(plan), node: Some(node), spot, ..Thing::of(node, lines) };
        let folded = self.haystack.prose.text(line);
        let mut matched: Few<Matched> = Few::default();
        for (word, raw) in &self.words {
            let ranges = ranges_of(&word.needle, folded);
            if ranges.is_empty() {
                matched.extend(in_plan(plan, word.needle.word()));
            } else {
                let how = how_printed(&text, &ranges, raw);
                join(&mut matched, Matched { field: "text", text: text.clone(), ranges, how });
            }
        }
        Some(Self::hit(rank, grade, thing, matched))
    }

    fn hit(rank: usize, grade: Grade, thing: Thing<'a>, matched: Few<Matched<'a>>) -> Hit<'a> {
        Hit {
            rank,
            score: grade.score(),
            kind: thing.kind,
            plan: thing.plan.map(|plan| plan.id.as_str()),
            id: thing.id,
            title: thing.title,
            lines: thing.lines,
            context: thing.context,
            matched,
            spot: thing.spot,
            table: thing.table_id(),
            target: thing.stated,
            draft: thing.plan.and_then(Plan::draft),
        }
    }

    /// What an entry is in the dataset.
    fn thing(&self, kind: Kind, entry: Entry, at: usize) -> Option<Thing<'a>> {
        if entry.plan == NO_PLAN {
            let department = self.dataset.departments.get(entry.node as usize)?;
            return Some(Thing { kind, ..Thing::bare(&department.id, Some(&department.name)) });
        }
        let plan = self.dataset.plans.get(entry.plan as usize)?;
        if kind == Kind::Plan {
            return Some(Thing { kind, plan: Some(plan), ..Thing::bare(&plan.id, Some(&plan.title)) });
        }
        let node = plan.nodes.get(entry.node as usize)?;
        if kind == Kind::Target {
            let target = self.targets.get(self.haystack.target(at)?)?;
            let of = Thing::of(node, [target.line; 2]);
            return Some(Thing { kind, plan: Some(plan), title: Some(&target.metric), stated: Some(target), ..of });
        }
        if kind != Kind::Indicator {
            return Some(Thing { kind, plan: Some(plan), ..Thing::of(node, node.lines) });
        }
        let (table, row) = row_of(node, entry.row.0, entry.row.1)?;
        let context = Context { table: [table.title.as_deref(), row.domain.as_deref()], ..Context::default() };
        let spot = Spot::Row(usize::from(entry.row.0), usize::from(entry.row.1));
        let of = Thing::of(node, row.lines);
        Some(Thing { kind, plan: Some(plan), title: Some(&row.name), context, spot, row: Some(entry.row), ..of })
    }

    /// Where a word is met in an entry: the best of its names, its number, its clauses, its cells, its text.
    fn in_entry(&self, at: usize, entry: usize, thing: &Thing<'a>) -> Option<Matched<'a>> {
        let (word, raw) = self.words.get(at)?;
        let names = self.haystack.names.of(entry).iter();
        let met = names.filter_map(|&(name, role)| {
            let (way, merit) = word.meets(self.haystack, name as usize)?;
            Some((grade(self.haystack, merit, role, entry).0, name as usize, role, way))
        });
        if let Some((_, name, role, way)) = met.max_by(|a, b| a.0.cmp(&b.0)) {
            return Some(self.in_name(raw, name, role, &way, thing));
        }
        by_id(raw, thing)
            .or_else(|| Self::by_number(word, raw, thing).filter(|_| thing.stated.is_none()))
            .or_else(|| self.in_clause(at, thing))
            .or_else(|| Self::in_office(self.offices.get(at).copied()??, thing))
            .or_else(|| Self::in_parts(word, raw, thing))
            .or_else(|| in_plan(thing.plan?, word.needle.word()))
            .or_else(|| Self::by_slip(thing))
    }

    /// An office that nothing else tells of was met by a slip: its name as a whole is what the word is like.
    fn by_slip(thing: &Thing<'a>) -> Option<Matched<'a>> {
        let name = thing.title.filter(|_| thing.kind == Kind::Department)?;
        Some(Matched {
            field: "name",
            text: name.into(),
            ranges: smallvec![[0, name.chars().count()]],
            how: How::Fuzzy,
        })
    }

    /// The office itself, or the unit in a clause that is the office.
    fn in_office(office: &str, thing: &Thing<'a>) -> Option<Matched<'a>> {
        if thing.kind != Kind::Department {
            return unit_of(thing.clauses()?, office, How::Alias);
        }
        let name = thing.title.filter(|_| thing.id == office)?;
        Some(Matched {
            field: "name",
            text: name.into(),
            ranges: smallvec![[0, name.chars().count()]],
            how: How::Alias,
        })
    }

    fn in_name(&self, raw: &str, name: usize, role: Role, way: &Way, thing: &Thing<'a>) -> Matched<'a> {
        let folded = self.haystack.names.text(name);
        let printed =
            thing.title.filter(|title| role == Role::Chief && title.chars().map(fold_in_line).eq(folded.chars()));
        let field = match (printed.is_some(), thing.kind) {
            (false, Kind::Plan) => "region",
            (false, _) => "alias",
            (true, Kind::Department | Kind::Indicator | Kind::Target) => "name",
            (true, _) => "title",
        };
        let text = printed.map_or_else(|| Cow::Owned(folded.to_owned()), Cow::Borrowed);
        let (ranges, how) = match way {
            Way::Stands(byte) => {
                let from = folded.get(..*byte).map_or(0, |before| before.chars().count());
                let ranges = smallvec![[from, from + raw.chars().count()]];
                let is_own = field != "alias";
                let how = if is_own { how_printed(&text, &ranges, raw) } else { How::Alias };
                (ranges, how)
            }
            Way::Sounds(place, true) => (smallvec![*place], How::Initials),
            Way::Sounds(place, false) => (smallvec![*place], How::Pinyin),
            Way::Like(places) => (runs(places).into(), How::Fuzzy),
        };
        Matched { field, text, ranges, how }
    }

    fn by_number(word: &Word, raw: &str, thing: &Thing<'a>) -> Option<Matched<'a>> {
        let last = word.numbers.as_ref()?.last()?;
        let number = thing.node?.number.as_deref()?;
        let how = if raw == number { How::Exact } else { How::Folded };
        let ranges = smallvec![[0, number.chars().count()]];
        (heading_number::key(number)? == *last).then_some(Matched { field: "number", text: number.into(), ranges, how })
    }

    /// The clause that holds the word, or names the office that the word means.
    fn in_clause(&self, at: usize, thing: &Thing<'a>) -> Option<Matched<'a>> {
        let (word, raw) = self.words.get(at)?;
        let clauses = thing.clauses()?;
        let literal = clauses.iter().find_map(|clause| {
            let ranges = ranges_in(&word.needle, &clause.raw);
            let how = how_printed(&clause.raw, &ranges, raw);
            let text = Cow::Borrowed(clause.raw.as_str());
            (!ranges.is_empty()).then_some(Matched { field: "responsible", text, ranges, how })
        });
        let how = if raw.is_ascii() { How::Initials } else { How::Alias };
        literal.or_else(|| unit_of(clauses, self.offices.get(at).copied()??, how))
    }

    /// The row's cells or the first paragraph of the node that holds the word.
    fn in_parts(word: &Word, raw: &str, thing: &Thing<'a>) -> Option<Matched<'a>> {
        let node = thing.node?;
        let parts: Vec<(&'static str, Part)> = match thing.row {
            Some((table, row)) => vec![("cells", Part::Cells(table, row))],
            None => (0..).take(node.paragraphs.len()).map(|at| ("text", Part::Paragraph(at))).collect(),
        };
        parts.into_iter().find_map(|(field, part)| {
            let text = lines::text(node, part)?;
            let ranges = ranges_in(&word.needle, &text);
            let how = how_printed(&text, &ranges, raw);
            (!ranges.is_empty()).then_some(Matched { field, text, ranges, how })
        })
    }
}

/// A thing of the dataset that a hit is.
#[derive(Clone, Copy)]
struct Thing<'a> {
    kind: Kind,
    plan: Option<&'a Plan>,
    node: Option<&'a Node>,
    row: Option<(u16, u16)>,
    id: &'a str,
    title: Option<&'a str>,
    lines: Option<[u32; 2]>,
    context: Context<'a>,
    spot: Spot,
    /// The target that it is.
    stated: Option<&'a Target>,
}

impl<'a> Thing<'a> {
    /// Id of the table that holds the row.
    fn table_id(&self) -> Option<&'a str> {
        let table = self.node?.tables.get(usize::from(self.row?.0))?;
        Some(&table.id)
    }

    /// The clauses of a node; a row has none of its own.
    fn clauses(&self) -> Option<&'a [Clause]> {
        self.node.filter(|_| self.row.is_none()).map(|node| node.responsible.as_slice())
    }

    fn bare(id: &'a str, title: Option<&'a str>) -> Self {
        Self {
            kind: Kind::Chapter,
            plan: None,
            node: None,
            row: None,
            id,
            title,
            lines: None,
            context: Context::default(),
            spot: Spot::Whole,
            stated: None,
        }
    }

    fn of(node: &'a Node, lines: [u32; 2]) -> Self {
        let context = Context { path: &node.path, ..Context::default() };
        Self { node: Some(node), lines: Some(lines), context, ..Self::bare(&node.id, node.title.as_deref()) }
    }
}

/// The node's id, where that was typed.
fn by_id<'a>(raw: &str, thing: &Thing<'a>) -> Option<Matched<'a>> {
    let ranges = smallvec![[0, raw.chars().count()]];
    (thing.id == raw).then_some(Matched { field: "id", text: thing.id.into(), ranges, how: How::Exact })
}

/// The first unit in the clauses that is the office.
fn unit_of<'a>(clauses: &'a [Clause], office: &str, how: How) -> Option<Matched<'a>> {
    clauses.iter().find_map(|clause| {
        let unit = clause.units.iter().find(|unit| unit.department.as_deref() == Some(office))?;
        let from = clause.raw.split_once(unit.raw.as_str()).map_or(0, |(before, _)| before.chars().count());
        let ranges = smallvec![[from, from + unit.raw.chars().count()]];
        Some(Matched { field: "responsible", text: clause.raw.as_str().into(), ranges, how })
    })
}

/// Where the word stands in a folded text, in characters.
fn ranges_of(needle: &Needle, folded: &str) -> Few<[usize; 2]> {
    let length = needle.n_chars();
    let mut ranges = Few::default();
    let (mut byte, mut character) = (0, 0);
    for at in needle.places(folded) {
        character += folded.get(byte..at).map_or(0, |between| between.chars().count());
        byte = at;
        ranges.push([character, character + length]);
    }
    ranges
}

/// Where the word stands in a text as printed: just so, or else when folded, in characters.
fn ranges_in(needle: &Needle, text: &str) -> Few<[usize; 2]> {
    let ranges = ranges_of(needle, text);
    if ranges.is_empty() { ranges_of(needle, &fold(text)) } else { ranges }
}

/// Whether the characters stand there just as typed.
fn how_printed(text: &str, ranges: &[[usize; 2]], raw: &str) -> How {
    let as_typed = ranges.first().is_some_and(|[from, to]| text.chars().skip(*from).take(to - from).eq(raw.chars()));
    if as_typed { How::Exact } else { How::Folded }
}

/// The plan's name, where the word stands for it.
fn in_plan<'a>(plan: &'a Plan, word: &str) -> Option<Matched<'a>> {
    let fields = [Some(&plan.short), plan.region.as_ref(), Some(&plan.id), Some(&plan.title)];
    for field in fields.into_iter().flatten() {
        let ranges = ranges_of(&Needle::new(word), &fold(field));
        if !ranges.is_empty() {
            return Some(Matched { field: "plan", text: field.into(), ranges, how: How::Exact });
        }
    }
    let ranges = smallvec![[0, plan.short.chars().count()]];
    let is_sound = word.chars().all(|c| c.is_ascii_alphabetic());
    is_sound.then_some(Matched { field: "plan", text: (&plan.short).into(), ranges, how: How::Pinyin })
}

/// Adds a match; ranges in a field that is there already are put among its own.
fn join<'a>(matched: &mut Few<Matched<'a>>, new: Matched<'a>) {
    match matched.iter_mut().find(|known| known.field == new.field && known.text == new.text) {
        None => matched.push(new),
        Some(known) => {
            let mut ranges = [&*known.ranges, &*new.ranges].concat();
            ranges.sort_unstable();
            ranges.dedup();
            known.ranges = ranges.into();
            known.how = known.how.max(new.how);
        }
    }
}

/// Characters in order as ranges.
fn runs(places: &[usize]) -> Vec<[usize; 2]> {
    let mut runs: Vec<[usize; 2]> = Vec::new();
    for &at in places {
        match runs.last_mut() {
            Some(run) if run[1] == at => run[1] += 1,
            _ => runs.push([at, at + 1]),
        }
    }
    runs
}
