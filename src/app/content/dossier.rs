//! The dossier of one department as rows: its names and partners, then plan by plan and chapter by chapter what it has
//! to do and by when, then where the text mentions it, then the plans that name no units. The tasks that name no units
//! are shown in the same way.

pub(crate) mod glance;
mod pane;
mod task_filter;

use crate::analysis::responsibility::dossier::{Dossier, DossierChapter, DossierPlan, DossierTask, Mention, Partner};
use crate::analysis::responsibility::unassigned;
use crate::analysis::targets::target;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::{Material, Session};
use crate::app::wording;
use crate::model;
use crate::text::sanitize::one_line;
use crate::text::width::Align;
use crate::text::wrap::{Indent, wrap_with};
use crate::words::{Words, browser, pages, punctuation, reading};

pub(crate) use crate::app::content::dossier::pane::{DossierPane, DossierPlace};
pub(crate) use crate::app::content::dossier::task_filter::{TaskFilter, turned};

/// Stands in place of a department's id for the tasks that name no units. No department can be called so.
pub(crate) const UNNAMED: &str = "（未写责任单位）";

/// The number of partners that are named.
const PARTNERS: usize = 5;
/// The number of characters of a sentence that are shown before and behind the name it mentions.
const CONTEXT: usize = 28;

/// What may stand before a row: what the department does in a task, or that it is only mentioned.
const TAGS: [Words; 4] = [reading::LEAD, reading::JOINT, reading::LISTED, pages::MENTIONED];

/// Returns the width of the column of [`TAGS`], in cells: that of the widest and a gap.
fn tag_cells(session: &Session) -> usize {
    TAGS.iter().map(|tag| session.width.of(tag.get())).max().unwrap_or_default() + 1
}

/// One row of the dossier: only items can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DossierRow {
    /// The head of a plan: a text, and counts at the right edge.
    Head(String, String),
    /// A remark that cannot be opened.
    Note(String, Role),
    /// A task or a mention, which can be opened.
    Item(Item),
    /// A department that has tasks, named in the dossier of one that has none: its id, its name, the number of its tasks.
    Sister(String, String, usize),
}

/// A task of the department, or a node whose text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The node of the task or mention.
    pub(crate) node_ref: NodeRef,
    /// The role of the department in a word; empty for a task that names no units.
    tag: &'static str,
    /// Whether the department leads the task.
    is_lead: bool,
    /// The name of the department as printed there, to be highlighted.
    pub(crate) printed: Option<String>,
    /// What the clauses say beside the names, as printed: 分别负责; empty where they say nothing.
    remark: String,
}

/// Makes the rows for the department with this id, as far as the typed filter keeps them, with remarks broken at `cells`.
pub(crate) fn rows(session: &Session, id: &str, typed: &str, cells: usize) -> Vec<DossierRow> {
    let mut pane = Rows { session, cells, filter: TaskFilter::parse(typed), made: Vec::new() };
    if id == UNNAMED {
        pane.unnamed();
    } else if !session.has_dossiers() {
        pane.note(&session.why_empty(Material::Dossiers, browser::LOADING.get()), Indent::NONE, Role::Dim);
    } else {
        let chosen: Vec<&str> = session.plans().map(|(_, plan)| plan.id.as_str()).collect();
        if let Some(dossier) = session.dossiers().dossier(session.dataset(), id, &chosen) {
            pane.dossier(&dossier);
        }
    }
    pane.say_what_is_left_out();
    pane.made
}

/// The rows that are being made.
struct Rows<'a> {
    session: &'a Session,
    cells: usize,
    filter: TaskFilter,
    made: Vec<DossierRow>,
}

impl Rows<'_> {
    /// Says below the head which filter is in force, and how many items it leaves.
    fn say_what_is_left_out(&mut self) {
        if self.filter.is_empty() || self.made.is_empty() {
            return;
        }
        let n_items = self.made.iter().filter(|row| matches!(row, DossierRow::Item(_))).count();
        let words = wording::narrowed_tasks(&self.session.keymap, &self.filter.typed, n_items);
        let below = self.made.split_off(1);
        self.note(&words, Indent::NONE, Role::Warning);
        self.made.extend(below);
    }

    fn dossier(&mut self, dossier: &Dossier) {
        self.card(dossier);
        for share in dossier.plans.iter().filter(|share| share.names_units) {
            self.share(share);
        }
        self.mentions(&dossier.mentions);
        // A plan without units has nothing that a filter could keep.
        let silent = dossier.plans_without_units().filter(|_| self.filter.is_empty()).collect::<Vec<_>>();
        for (at, share) in silent.into_iter().enumerate() {
            if at == 0 {
                self.blank();
            }
            self.head(share.whole, reading::NO_UNITS.to_string());
        }
    }

    /// Adds the names of the department and the partners it is named with.
    fn card(&mut self, dossier: &Dossier) {
        self.made
            .push(DossierRow::Head(wording::office(dossier.name, dossier.level), pages::tasks(dossier.counts.total())));
        let printed: Vec<&str> = dossier.printed.iter().map(|name| name.raw).collect();
        if !printed.is_empty() {
            self.note(&pages::printed_as(wording::list(&printed)), Indent::NONE, Role::Dim);
        }
        if !dossier.known {
            self.note(pages::UNKNOWN_OFFICE.get(), Indent::NONE, Role::Warning);
        }
        let short = |one: &Partner| {
            let office = one.department.and_then(|id| self.session.registry().departments().get(id));
            office.map_or_else(|| one.name.to_owned(), |office| office.short.clone())
        };
        if !dossier.living_sisters.is_empty() {
            self.note(&pages::tasks_are_elsewhere(self.session.keymap.key(wording::OPEN)), Indent::NONE, Role::Warning);
        }
        for sister in &dossier.living_sisters {
            self.made.push(DossierRow::Sister(sister.id.to_owned(), sister.name.to_owned(), sister.n_tasks));
        }
        let partners: Vec<(String, usize)> =
            dossier.partners.iter().take(PARTNERS).map(|one| (short(one), one.total)).collect();
        if !partners.is_empty() {
            self.note(&wording::partners(&partners), Indent::NONE, Role::Dim);
        }
        if !dossier.sisters.is_empty() {
            self.note(&wording::sisters(&dossier.sisters), Indent::NONE, Role::Dim);
        }
    }

    /// Adds what one plan gives the department to do.
    fn share(&mut self, share: &DossierPlan) {
        let is_kept = |task: &&DossierTask| self.filter.accepts(share.whole, task);
        let kept = share.chapters.iter().map(|chapter| (chapter, chapter.tasks.iter().filter(is_kept).collect()));
        let chapters: Vec<(&DossierChapter, Vec<&DossierTask>)> =
            kept.filter(|(_, tasks): &(_, Vec<_>)| !tasks.is_empty()).collect();
        let has_tasks = !chapters.is_empty();
        if !has_tasks && !self.filter.is_empty() {
            return;
        }
        let mut counts = model::RoleCounts::default();
        chapters.iter().flat_map(|(_, tasks)| tasks).for_each(|task| counts.add(task.role));
        if has_tasks || !matches!(self.made.last(), Some(DossierRow::Head(..))) {
            self.blank();
        }
        let count = if has_tasks { wording::tally(counts) } else { pages::NO_TASKS_HERE.to_string() };
        self.head(share.whole, count);
        if has_tasks && !share.says_lead {
            self.note(reading::NO_LEAD.get(), Indent::NONE, Role::Dim);
        }
        for (chapter, tasks) in chapters {
            self.chapter(&chapter.heading, &tasks);
        }
    }

    fn chapter(&mut self, heading: &str, tasks: &[&DossierTask]) {
        self.location(heading, 0);
        let mut section = None;
        for duty in tasks {
            if section != duty.section.as_deref() {
                section = duty.section.as_deref();
                self.location(section.unwrap_or_default(), 1);
            }
            self.duty(duty);
        }
    }

    /// Adds the chapter or section of the tasks that follow.
    fn location(&mut self, heading: &str, indent: usize) {
        if !heading.is_empty() {
            self.made.push(DossierRow::Note(format!("{}{heading}", " ".repeat(indent)), Role::Number));
        }
    }

    fn duty(&mut self, duty: &DossierTask) {
        let Some(node_ref) = self.session.node_ref(&Location::Node(duty.id.to_owned())) else { return };
        let is_lead = duty.role == model::Role::Lead;
        let printed = Some(duty.printed.to_owned());
        let (tag, remark) = (wording::short_role(duty.role).get(), duty.remarks().join(punctuation::SEMICOLON.get()));
        // What takes more than a third of the row stands below it.
        let is_long = self.session.width.of(&remark) * 3 > self.cells;
        let beside = if is_long { String::new() } else { remark.clone() };
        self.made.push(DossierRow::Item(Item { node_ref, tag, is_lead, printed, remark: beside }));
        if is_long {
            self.note(&punctuation::bracketed(remark), self.below_tag(), Role::Dim);
        }
        for target in duty.targets {
            let first = tag_cells(self.session) + 1;
            let indent = Indent { first, rest: first + 2 };
            self.note(&target::in_words(target), indent, Role::Dim);
        }
    }

    fn mentions(&mut self, mentions: &[&Mention]) {
        let is_kept = |mention: &&&Mention| {
            let node_ref = self.session.node_ref(&Location::Node(mention.node.clone()));
            let plan = node_ref.and_then(|node_ref| self.session.plan(node_ref));
            plan.is_some_and(|plan| self.filter.accepts_other(plan, [mention.quote.clone()]))
        };
        let mentions: Vec<&Mention> = mentions.iter().filter(is_kept).copied().collect();
        if mentions.is_empty() {
            return;
        }
        self.blank();
        self.made.push(DossierRow::Head(pages::MENTIONS.to_string(), pages::mentions(mentions.len())));
        for mention in mentions {
            let Some(node_ref) = self.session.node_ref(&Location::Node(mention.node.clone())) else { continue };
            let printed = Some(mention.printed.clone());
            self.made.push(DossierRow::Item(Item {
                node_ref,
                tag: pages::MENTIONED.get(),
                is_lead: false,
                printed,
                remark: String::new(),
            }));
            let short = self.session.plan(node_ref).map(model::Plan::marked).unwrap_or_default();
            let quote = format!("“{}”", around(&mention.quote, &mention.printed));
            self.note(&punctuation::labelled(short, quote), self.below_tag(), Role::Dim);
        }
    }

    /// Adds the tasks that name no units, plan by plan.
    fn unnamed(&mut self) {
        let plans: Vec<_> = self.session.plans_with_contents().map(|(_, plan)| unassigned::in_plan(plan)).collect();
        let total: usize = plans.iter().map(|plan| plan.tasks.len()).sum();
        self.made.push(DossierRow::Head(pages::UNNAMED_TASKS.to_string(), pages::tasks(total)));
        if let Some(remark) = self.session.missing(Material::Contents).remark(&self.session.keymap) {
            self.note(&remark, Indent::NONE, Role::Warning);
        }
        for mut each in plans {
            each.tasks.retain(|task| {
                let texts = task.path.iter().map(ToString::to_string).chain([task.heading()]);
                self.filter.accepts_other(each.plan, texts)
            });
            if each.tasks.is_empty() && !self.filter.is_empty() {
                continue;
            }
            self.blank();
            self.head(each.plan, pages::tasks(each.tasks.len()));
            self.note(&each.sentence(), Indent::NONE, Role::Dim);
            let mut above = Vec::new();
            for task in each.tasks {
                let Some(node_ref) = self.session.node_ref(&Location::Node(task.id.clone())) else { continue };
                self.places(node_ref, &mut above);
                self.made.push(DossierRow::Item(Item {
                    node_ref,
                    tag: "",
                    is_lead: false,
                    printed: None,
                    remark: String::new(),
                }));
            }
        }
    }

    /// Adds the headings above a task that the task before it does not share.
    fn places(&mut self, node_ref: NodeRef, before: &mut Vec<String>) {
        let mut above = self.session.path(node_ref).split_off(1);
        above.pop();
        let n_same = above.iter().zip(before.iter()).take_while(|(now, before)| now == before).count();
        for (depth, heading) in above.iter().enumerate().skip(n_same) {
            self.location(heading, depth.min(1));
        }
        *before = above;
    }

    fn head(&mut self, plan: &model::Plan, count: String) {
        let mark = plan.draft_mark();
        self.made.push(DossierRow::Head(format!("{} {}{mark}", plan.name(), plan.title), count));
    }

    /// The indent of a remark that stands below the title of an item.
    fn below_tag(&self) -> Indent {
        let cells = tag_cells(self.session) + 1;
        Indent { first: cells, rest: cells }
    }

    fn blank(&mut self) {
        self.made.push(DossierRow::Note(String::new(), Role::Text));
    }

    /// Adds a remark on as many rows as it takes.
    fn note(&mut self, text: &str, indent: Indent, role: Role) {
        let text = one_line(text);
        for (at, part) in wrap_with(&text, indent, self.cells, self.session.width).into_iter().enumerate() {
            let gap = " ".repeat(indent.cells(at == 0, self.cells));
            let Some(part) = text.get(part) else { continue };
            self.made.push(DossierRow::Note(format!("{gap}{part}"), role));
        }
    }
}

/// Returns the part of a sentence around a name.
fn around(sentence: &str, name: &str) -> String {
    let Some((before, after)) = sentence.split_once(name) else { return sentence.to_owned() };
    let n_before = before.chars().count();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let tail: String = before.chars().skip(n_before.saturating_sub(CONTEXT)).collect();
    let head: String = after.chars().take(CONTEXT).collect();
    let (is_cut_before, is_cut_after) = (n_before > CONTEXT, after.chars().nth(CONTEXT).is_some());
    format!("{}{tail}{name}{head}{}", cut(is_cut_before), cut(is_cut_after))
}

/// Makes the row of the screen for a row of the dossier.
pub(crate) fn paint(session: &Session, row: &DossierRow, cells: usize) -> Row {
    let mut line = RowBuilder::new(cells, session.width);
    match row {
        DossierRow::Head(text, count) => {
            let reserved = (session.width.of(count) + 1).min(cells);
            line.reserve(reserved).put(text, Role::Title).release(cells).right(count, Role::Dim);
        }
        DossierRow::Note(text, role) => return plain(text, *role, cells, session.width),
        DossierRow::Sister(_, name, n_tasks) => {
            let count = pages::tasks(*n_tasks);
            line.gap(1).reserve((session.width.of(&count) + 1).min(cells)).put(name, Role::Unit).release(cells);
            line.right(&count, Role::Dim);
        }
        DossierRow::Item(item) => {
            let role = if item.is_lead { Role::Lead } else { Role::Dim };
            line.gap(1).column(item.tag, if item.tag.is_empty() { 1 } else { tag_cells(session) }, Align::Left, role);
            let reserved = if item.remark.is_empty() { 0 } else { (session.width.of(&item.remark) + 1).min(cells) };
            line.reserve(reserved).put(&session.title(item.node_ref), Role::Text).release(cells);
            line.right(&item.remark, Role::Dim);
        }
    }
    line.build()
}

/// Words a dossier for the clipboard: plan, role and heading of each task.
pub(crate) fn text(session: &Session, id: &str) -> String {
    let line = |row: DossierRow| match row {
        DossierRow::Head(text, count) => format!("{text}  {count}"),
        DossierRow::Note(text, _) => text,
        DossierRow::Sister(_, name, n_tasks) => format!("{name}  {}", pages::tasks(n_tasks)),
        DossierRow::Item(item) => {
            let heading = session.path(item.node_ref).split_off(1).join(" › ");
            let remark = if item.remark.is_empty() { String::new() } else { punctuation::aside(&item.remark) };
            if item.tag.is_empty() { heading } else { format!("{}{remark}  {heading}", item.tag) }
        }
    };
    rows(session, id, "", usize::from(u16::MAX)).into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_seen_in_its_sentence() {
        let long = format!("{}市残联{}", "前".repeat(40), "后".repeat(40));
        let expected = format!("…{}市残联{}…", "前".repeat(CONTEXT), "后".repeat(CONTEXT));
        for (sentence, name, expected) in
            [("由市残联负责。", "市残联", "由市残联负责。"), (&long, "市残联", &expected), ("无", "市残联", "无")]
        {
            assert_eq!(around(sentence, name), expected);
        }
    }
}
