//! Words and filters together: the entries and lines that answer a query, counted, and the best of them in order.

use crate::search::base::hit::Kind;
use crate::search::base::options::Options;
use crate::search::base::query::Query;
use crate::search::base::set::Set;
use crate::search::catalog::entries::Haystack;
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::rank::{Grade, Merit, Tier};
use crate::search::evaluate::scope::Scope;
use crate::search::evaluate::term::{Met, meet};
use crate::search::evaluate::word::Care;

/// What answers a query.
pub(crate) struct Answer {
    /// The entries, and how well.
    entries: Set,
    grades: Vec<Grade>,
    /// The lines of text of their own: paragraphs and captions.
    lines: Set,
}

/// An entry or a line among the best, with its grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ranked {
    /// An entry.
    Entry(usize, Grade),
    /// A line.
    Line(usize, Grade),
}

/// What answers a query, and for each positive word the offices it names whole.
pub(crate) fn answer(corpus: &Corpus, query: &Query, scope: &Scope, care: Care) -> (Answer, Vec<Vec<usize>>) {
    let mut offices = Vec::new();
    let (mut groups, mut refused) = (Vec::new(), Vec::new());
    for group in &query.groups {
        let care = if group.refused { Care::Literal } else { care };
        let mut of_group: Option<Met> = None;
        for term in &group.terms {
            let met = meet(corpus, term, care);
            if group.refused {
                refused.push(met);
                continue;
            }
            offices.push(met.offices.clone());
            match &mut of_group {
                None => of_group = Some(met),
                Some(all) => all.or(met),
            }
        }
        groups.extend(of_group);
    }
    (Answer::of(corpus.catalog, groups, &refused, scope), offices)
}

impl Answer {
    /// What meets all the groups, and none of the refused words. Without a group: what the filters leave.
    fn of(haystack: &Haystack, groups: Vec<Met>, refused: &[Met], scope: &Scope) -> Self {
        let filters_alone = groups.is_empty() && refused.is_empty() && !scope.is_open();
        let mut answer = match <[Met; 1]>::try_from(groups) {
            Ok([only]) => Self { entries: only.entries, grades: only.grades, lines: only.lines },
            Err(groups) if groups.is_empty() && filters_alone => Self::everything(haystack, scope),
            Err(groups) => Self::all_of(haystack, &groups),
        };
        for met in refused {
            answer.entries.take_out(&met.entries);
            answer.entries.take_out(&owners(haystack, met, &answer.entries));
            answer.lines.take_out(&met.lines);
        }
        answer.lines.clear_below(haystack.prose.n_owned());
        scope.apply(haystack, &mut answer.entries, &mut answer.lines);
        answer
    }

    /// All entries; and all lines where a filter chooses among them.
    fn everything(haystack: &Haystack, scope: &Scope) -> Self {
        let grade = |entry| Grade::new(Merit::plain(Tier::Prose), haystack.kind(entry));
        let n_lines = haystack.prose.len();
        Self {
            entries: Set::full(haystack.len()),
            grades: (0..haystack.len()).map(grade).collect(),
            lines: if scope.chooses_lines() { Set::full(n_lines) } else { Set::new(n_lines) },
        }
    }

    /// What meets every group, where at least one is met by something of its own and not by its plan's name alone.
    fn all_of(haystack: &Haystack, groups: &[Met]) -> Self {
        let mut entries = Set::new(haystack.len());
        let mut lines = Set::new(haystack.prose.len());
        for met in groups {
            entries.add(&met.entries);
            lines.add(&met.lines);
        }
        for met in groups.iter().filter(|met| met.plans.is_empty()) {
            lines.keep(&met.lines);
        }
        let in_plan = |met: &Met, plan: u32| met.plans.contains(&plan);
        for met in groups.iter().filter(|met| !met.plans.is_empty()) {
            let plan_of = |line| haystack.prose.origin(line).map_or(u32::MAX, |origin| origin.plan);
            lines.retain(|line| met.lines.contains(line) || in_plan(met, plan_of(line)));
        }
        let bodies: Vec<Set> = groups.iter().map(|met| owners(haystack, met, &entries)).collect();
        let mut grades = vec![Grade::NONE; haystack.len()];
        for entry in entries.iter() {
            let plan = haystack.entry(entry).map_or(u32::MAX, |entry| entry.plan);
            let body = Grade::new(Merit::plain(Tier::Prose), haystack.kind(entry));
            let met = groups.iter().zip(&bodies).map(|(met, owners)| match met.grade(entry) {
                Grade::NONE if owners.contains(entry) => Some(Some(body)),
                Grade::NONE => in_plan(met, plan).then_some(None),
                grade => Some(Some(grade)),
            });
            if let (Some(each), Some(slot)) = (met.collect::<Option<Vec<_>>>(), grades.get_mut(entry)) {
                *slot = each.into_iter().flatten().reduce(Grade::and).unwrap_or(body);
            }
        }
        entries.retain(|entry| grades.get(entry).is_some_and(|grade| *grade > Grade::NONE));
        Self { entries, grades, lines }
    }

    /// Whether nothing answers.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.lines.is_empty()
    }

    /// How many answer.
    pub(crate) fn len(&self) -> usize {
        self.entries.len() + self.lines.len()
    }

    /// How many of a kind answer.
    pub(crate) fn count(&self, haystack: &Haystack, kind: Kind) -> usize {
        match kind {
            Kind::Text => self.lines.len(),
            Kind::Department | Kind::Plan | Kind::Indicator | Kind::Task | Kind::Chapter | Kind::Target => {
                let [from, to] = haystack.range(kind);
                self.entries.count(from, to)
            }
        }
    }

    /// The best, in order: at most so many of each kind and altogether as the options say.
    ///
    /// What ranks is one number each, since grades and places are: so the few best are chosen, and only they are sorted.
    pub(crate) fn best(&self, haystack: &Haystack, options: &Options) -> Vec<Ranked> {
        let most = options.per_kind.unwrap_or(options.limit).min(options.limit);
        let n_entries = haystack.len();
        let wanted = |kind: &Kind| options.kinds.is_empty() || options.kinds.contains(kind);
        let mut best: Vec<u64> = Vec::with_capacity(self.entries.len() + self.lines.len().min(most));
        for kind in Kind::ALL.into_iter().filter(wanted) {
            let n_better = best.len();
            if kind == Kind::Text {
                let grade = Grade::new(Merit::plain(Tier::Prose), Kind::Text);
                best.extend(self.lines.iter().take(most).map(|line| order(grade, n_entries + line)));
            } else {
                let [from, to] = haystack.range(kind);
                let entries = self.entries.iter_from(from).take_while(|entry| *entry < to);
                best.extend(entries.map(|entry| order(self.grade(entry), entry)));
            }
            keep_least(&mut best, n_better, most);
        }
        keep_least(&mut best, 0, options.limit);
        best.sort_unstable();
        best.into_iter().map(|order| self.ranked(n_entries, order)).collect()
    }

    fn grade(&self, entry: usize) -> Grade {
        self.grades.get(entry).copied().unwrap_or_default()
    }

    /// What has this place in the order, see [`order`].
    fn ranked(&self, n_entries: usize, order: u64) -> Ranked {
        let place = usize::try_from(order & u64::from(u32::MAX)).unwrap_or(usize::MAX);
        match place.checked_sub(n_entries) {
            None => Ranked::Entry(place, self.grade(place)),
            Some(line) => Ranked::Line(line, Grade::new(Merit::plain(Tier::Prose), Kind::Text)),
        }
    }
}

/// The order as a number, the best the least: first by grade; equals by their places, entries before lines.
fn order(grade: Grade, place: usize) -> u64 {
    u64::from(u32::MAX - grade.score()) << 32 | u64::from(u32::try_from(place).unwrap_or(u32::MAX))
}

/// Of the numbers from `from` on keeps the `most` least, in any order.
fn keep_least(numbers: &mut Vec<u64>, from: usize, most: usize) {
    if let Some(rest) = numbers.get_mut(from..)
        && most < rest.len()
    {
        rest.select_nth_unstable(most);
        numbers.truncate(from + most);
    }
}

/// Those of the entries to which a line with the word belongs, paragraphs counted for the node they stand in.
fn owners(haystack: &Haystack, met: &Met, entries: &Set) -> Set {
    let mut owners = Set::new(haystack.len());
    for owner in met.lines.iter().filter_map(|line| haystack.owner(line)).filter(|owner| entries.contains(*owner)) {
        owners.insert(owner);
    }
    // A target is met by the words of the paragraph that states it.
    let [first, end] = haystack.range(Kind::Target);
    let targets = entries.iter_from(first).take_while(|entry| *entry < end);
    let is_stated = |entry: &usize| haystack.statement(*entry).is_some_and(|line| met.lines.contains(line));
    owners.extend(targets.filter(is_stated));
    owners
}
