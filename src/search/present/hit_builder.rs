//! Builds hits from what was ranked: fetches the texts from the dataset and finds the characters that match.
//!
//! How the names of a hit match is known from the ranking; its texts are searched again, as this is done for the few best
//! only.

use std::borrow::Cow;

use smallvec::smallvec;

use crate::model::{Clause, Dataset, Plan};
use crate::search::base::folding::fold_in_line;
use crate::search::base::hit::{CharRange, CharRanges, Closeness, Hit, Kind, MatchedField, MatchedFields};
use crate::search::base::pattern::Pattern;
use crate::search::catalog::entries::Catalog;
use crate::search::catalog::names::NameRole;
use crate::search::catalog::targets::Targets;
use crate::search::evaluate::name_matches::{MatchKind, NameMatch, NameMatches};
use crate::search::evaluate::rank::Score;
use crate::search::evaluate::term::MatchedWord;
use crate::search::evaluate::term_matcher::{TermMatcher, score_entry};
use crate::search::matchers::heading_number;
use crate::search::present::subject::Subject;
use crate::search::text_index::lines::{self, NodePart};
use crate::text::fold::fold;

/// Builds the hits of one query.
pub(crate) struct HitBuilder<'a, 'q> {
    dataset: &'a Dataset,
    catalog: &'a Catalog,
    targets: &'a Targets,
    words: Vec<Word<'a, 'q>>,
    /// Ids of the offices that filters name.
    filtered: &'q [String],
}

/// A word of the query that is not excluded, alternatives included.
struct Word<'a, 'q> {
    matcher: &'q TermMatcher<'q>,
    names: &'q NameMatches,
    typed: &'q str,
    /// Id of the office that the word names, if it names one only.
    department: Option<&'a str>,
}

impl<'a, 'q> HitBuilder<'a, 'q> {
    /// Prepares the words of a query as they were matched. `targets` are those that the catalog was built with; `filtered`
    /// are the ids of the offices that filters name.
    pub(crate) fn new(
        dataset: &'a Dataset,
        (catalog, targets): (&'a Catalog, &'a Targets),
        words: &'q [MatchedWord<'q>],
        filtered: &'q [String],
    ) -> Self {
        let only_department = |entries: &[usize]| {
            let [only] = entries else { return None };
            let at = catalog.entry(*only)?.node as usize;
            dataset.departments.get(at).map(|department| department.id.as_str())
        };
        let words = words.iter().map(|word| Word {
            matcher: &word.matcher,
            names: &word.names,
            typed: &word.matcher.term.typed,
            department: only_department(&word.departments),
        });
        Self { dataset, catalog, targets, words: words.collect(), filtered }
    }

    /// The hit for an entry of the catalog. `rank` is its position in the ranking, from 1.
    pub(crate) fn build_for_entry(&self, rank: usize, entry: usize, score: Score) -> Option<Hit<'a>> {
        let subject = Subject::of_entry(self.dataset, self.targets, self.catalog, entry)?;
        let mut matched: MatchedFields =
            self.words.iter().filter_map(|word| self.match_entry(word, entry, &subject)).collect();
        let filtered = self.filtered.iter().filter_map(|department| match_department(department, &subject));
        filtered.for_each(|field| merge_field(&mut matched, field));
        Some(build(rank, score, &subject, matched))
    }

    /// The hit for a line of running text. `rank` is its position in the ranking, from 1.
    pub(crate) fn build_for_line(&self, rank: usize, line: usize, score: Score) -> Option<Hit<'a>> {
        let subject = Subject::of_line(self.dataset, &self.catalog.text, line)?;
        let text = self.catalog.text.origin(line)?.text(self.dataset)?;
        let folded = self.catalog.text.line(line);
        let mut matched = MatchedFields::new();
        for word in &self.words {
            let ranges = find_ranges(&word.matcher.pattern, folded);
            if ranges.is_empty() {
                let place = match_place(word, &subject);
                matched.extend(place.or_else(|| match_plan(subject.plan?, word.matcher.pattern.word())));
            } else {
                let how = literal_closeness(&text, &ranges, word.typed);
                merge_field(&mut matched, MatchedField { field: "text", text: text.clone(), ranges, how });
            }
        }
        Some(build(rank, score, &subject, matched))
    }

    /// The field of an entry that a word matches: the best of its names, its id, its number, a clause, its
    /// cells or its text, or the name of its plan.
    fn match_entry(&self, word: &Word<'a, '_>, entry: usize, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
        let names = self.catalog.names.names_of(entry).iter();
        let mut matches = names.filter_map(|&(name, role)| Some((word.names.get(name as usize)?, role)));
        if let Some(first) = matches.next() {
            // Most entries have one name that matches, which needs no comparison.
            let score = |(name, role): &(&NameMatch, NameRole)| score_entry(self.catalog, name.quality, *role, entry).0;
            let best = match matches.next() {
                None => Some(first),
                Some(second) => [first, second].into_iter().chain(matches).max_by_key(score),
            };
            let (name, role) = best.unwrap_or(first);
            return Some(self.name_field(word, name, role, subject));
        }
        match_id(word.typed, subject)
            .or_else(|| match_number(word, subject).filter(|_| subject.target.is_none()))
            .or_else(|| match_clause(word, subject))
            .or_else(|| match_department(word.department?, subject))
            .or_else(|| match_text(word, subject))
            .or_else(|| match_place(word, subject))
            .or_else(|| match_plan(subject.plan?, word.matcher.pattern.word()))
            .or_else(|| self.match_sister(word.department?, subject))
            .or_else(|| match_misspelled_department(subject))
    }

    /// The name of the office that was typed and has no tasks, for a sister of it.
    fn match_sister(&self, typed: &str, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
        let office = self.dataset.department(typed).filter(|_| subject.kind == Kind::Department)?;
        let is_sister = office.sisters.iter().any(|sister| sister == subject.id);
        is_sister.then(|| whole_field("sister", &office.name, Closeness::Alias))
    }

    /// The field of a name that matches, with the characters that do.
    fn name_field(
        &self,
        word: &Word<'a, '_>,
        name: &NameMatch,
        role: NameRole,
        subject: &Subject<'a>,
    ) -> MatchedField<'a> {
        let typed = word.typed;
        let folded = self.catalog.names.name(name.name);
        // A plan has several main names, of which one is its title; anything else has one.
        let is_folded = |title: &str| title.chars().map(fold_in_line).eq(folded.chars());
        let is_title = |title: &&str| role == NameRole::Main && (subject.kind != Kind::Plan || is_folded(title));
        let printed = Some(subject.title).filter(is_title);
        let field = match (printed.is_some(), subject.kind) {
            (false, Kind::Plan) => "region",
            (false, _) => "alias",
            (true, Kind::Department | Kind::Indicator | Kind::Target) => "name",
            (true, _) => "title",
        };
        let text = printed.unwrap_or(folded);
        let (ranges, how) = match &name.kind {
            MatchKind::Literal(byte) => {
                let from = folded.get(..*byte).map_or(0, |before| before.chars().count());
                let ranges: CharRanges = smallvec![[from, from + typed.chars().count()]];
                let how = match field {
                    "alias" => Closeness::Alias,
                    _ if text == folded => closeness_of_folded(word),
                    _ => literal_closeness(text, &ranges, typed),
                };
                (ranges, how)
            }
            MatchKind::Pinyin(range, true) => (smallvec![*range], Closeness::Initials),
            MatchKind::Pinyin(range, false) => (smallvec![*range], Closeness::Pinyin),
            MatchKind::Fuzzy(positions) => (join_positions(positions), Closeness::Fuzzy),
        };
        MatchedField { field, text: Cow::Borrowed(text), ranges, how }
    }
}

fn build<'a>(rank: usize, score: Score, subject: &Subject<'a>, matched: MatchedFields<'a>) -> Hit<'a> {
    Hit {
        rank,
        score: score.value(),
        kind: subject.kind,
        plan: subject.plan.map(|plan| plan.id.as_str()),
        id: subject.id,
        title: subject.title,
        untitled: subject.untitled,
        lines: subject.lines,
        context: subject.context,
        matched,
        location: subject.location,
        table: subject.table_id(),
        target: subject.target,
        draft: subject.plan.and_then(Plan::draft),
    }
}

/// A field that matches as a whole.
fn whole_field<'a>(field: &'static str, text: &'a str, how: Closeness) -> MatchedField<'a> {
    MatchedField { field, text: text.into(), ranges: smallvec![[0, text.chars().count()]], how }
}

/// The id, if that was typed.
fn match_id<'a>(typed: &str, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    (subject.id == typed).then(|| whole_field("id", subject.id, Closeness::Exact))
}

/// The number of a heading, if that was typed in any form.
fn match_number<'a>(word: &Word, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    let last = word.matcher.numbers.as_ref()?.last()?;
    let number = subject.node?.number.as_deref()?;
    let how = if word.typed == number { Closeness::Exact } else { Closeness::Folded };
    last.contains(&heading_number::normalize(number)?).then(|| whole_field("number", number, how))
}

/// The number of a place above, if that was typed.
fn match_place<'a>(word: &Word<'_, '_>, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    word.matcher.numbers.as_ref().filter(|_| subject.node.is_some())?;
    let text = Cow::Owned(word.typed.to_owned());
    Some(MatchedField {
        field: "place",
        ranges: smallvec![[0, word.typed.chars().count()]],
        text,
        how: Closeness::Exact,
    })
}

/// The clause that contains the word, or that names the office that the word means.
fn match_clause<'a>(word: &Word, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    let clauses = subject.clauses()?;
    let literal = clauses.iter().find_map(|clause| {
        let (ranges, how) = find_in_printed(word, &clause.raw)?;
        Some(MatchedField { field: "responsible", text: Cow::Borrowed(clause.raw.as_str()), ranges, how })
    });
    let how = if word.typed.is_ascii() { Closeness::Initials } else { Closeness::Alias };
    literal.or_else(|| match_unit(clauses, word.department?, how))
}

/// The name of the office with this id, or the unit in a clause that is this office.
fn match_department<'a>(department: &str, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    if subject.kind != Kind::Department {
        return match_unit(subject.clauses()?, department, Closeness::Alias);
    }
    (subject.id == department).then(|| whole_field("name", subject.title, Closeness::Alias))
}

/// The first unit in the clauses that is the office with this id.
fn match_unit<'a>(clauses: &'a [Clause], department: &str, how: Closeness) -> Option<MatchedField<'a>> {
    clauses.iter().find_map(|clause| {
        let unit = clause.units.iter().find(|unit| unit.department.as_deref() == Some(department))?;
        let from = clause.raw.split_once(unit.raw.as_str()).map_or(0, |(before, _)| before.chars().count());
        let ranges = smallvec![[from, from + unit.raw.chars().count()]];
        Some(MatchedField { field: "responsible", text: clause.raw.as_str().into(), ranges, how })
    })
}

/// The cells of the row, or the first paragraph of the node, that contain the word.
fn match_text<'a>(word: &Word, subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    let node = subject.node?;
    let parts: Vec<(&'static str, NodePart)> = match subject.row {
        Some((table, row)) => vec![("cells", NodePart::Cells(table, row))],
        None => (0..).take(node.paragraphs.len()).map(|at| ("text", NodePart::Paragraph(at))).collect(),
    };
    parts.into_iter().find_map(|(field, part)| {
        let text = lines::part_text(node, part)?;
        let (ranges, how) = find_in_printed(word, &text)?;
        Some(MatchedField { field, text, ranges, how })
    })
}

/// The name of the plan, if the word is a part of it or its pinyin.
fn match_plan<'a>(plan: &'a Plan, word: &str) -> Option<MatchedField<'a>> {
    let fields = [Some(&plan.short), plan.region.as_ref(), Some(&plan.id), Some(&plan.title)];
    for field in fields.into_iter().flatten() {
        let ranges = find_ranges(&Pattern::new(word), &fold(field));
        if !ranges.is_empty() {
            return Some(MatchedField { field: "plan", text: field.into(), ranges, how: Closeness::Exact });
        }
    }
    let is_pinyin = word.chars().all(|c| c.is_ascii_alphabetic());
    is_pinyin.then(|| whole_field("plan", &plan.short, Closeness::Pinyin))
}

/// The name of an office that matches in no other way: the registry found it with a typo,
/// which concerns the whole name.
fn match_misspelled_department<'a>(subject: &Subject<'a>) -> Option<MatchedField<'a>> {
    (subject.kind == Kind::Department).then(|| whole_field("name", subject.title, Closeness::Fuzzy))
}

/// Finds the pattern in a folded text.
fn find_ranges(pattern: &Pattern, folded: &str) -> CharRanges {
    let length = pattern.n_chars() as usize;
    let mut ranges = CharRanges::new();
    let (mut byte, mut character) = (0, 0);
    for at in pattern.find_all(folded) {
        character += folded.get(byte..at).map_or(0, |between| between.chars().count());
        byte = at;
        ranges.push([character, character + length]);
    }
    ranges
}

/// Finds a word in a text as printed, or else in the folded text, which has as many characters; and how close it is to
/// what was typed.
fn find_in_printed(word: &Word, text: &str) -> Option<(CharRanges, Closeness)> {
    let pattern = &word.matcher.pattern;
    let ranges = find_ranges(pattern, text);
    if !ranges.is_empty() {
        return Some((ranges, closeness_of_folded(word)));
    }
    let ranges = find_ranges(pattern, &fold(text));
    let how = literal_closeness(text, &ranges, word.typed);
    (!ranges.is_empty()).then_some((ranges, how))
}

/// How close a printed text that has the folded word is to what was typed.
fn closeness_of_folded(word: &Word) -> Closeness {
    if word.typed == word.matcher.pattern.word() { Closeness::Exact } else { Closeness::Folded }
}

/// [`Closeness::Exact`] if the first range of the text is just what was typed.
fn literal_closeness(text: &str, ranges: &[CharRange], typed: &str) -> Closeness {
    let as_typed = ranges.first().is_some_and(|[from, to]| text.chars().skip(*from).take(to - from).eq(typed.chars()));
    if as_typed { Closeness::Exact } else { Closeness::Folded }
}

/// Adds a field. If it is there already, only its ranges are added.
fn merge_field<'a>(matched: &mut MatchedFields<'a>, new: MatchedField<'a>) {
    match matched.iter_mut().find(|known| known.field == new.field && known.text == new.text) {
        None => matched.push(new),
        Some(known) => {
            known.ranges.extend(new.ranges);
            known.ranges.sort_unstable();
            known.ranges.dedup();
            known.how = known.how.max(new.how);
        }
    }
}

/// Joins adjacent positions, which are ascending, into ranges.
fn join_positions(positions: &[usize]) -> CharRanges {
    let mut ranges = CharRanges::new();
    for &at in positions {
        match ranges.last_mut() {
            Some(range) if range[1] == at => range[1] += 1,
            _ => ranges.push([at, at + 1]),
        }
    }
    ranges
}
