//! Makes the rows of a dossier, part by part: the card of the department, what a plan gives it to do, a mention, the tasks of a
//! plan that name no units.

use crate::analysis::responsibility::dossier::{Card, DossierChapter, DossierPlan, DossierTask, Mention};
use crate::analysis::responsibility::ledger::Assignee;
use crate::analysis::responsibility::unassigned::Unassigned;
use crate::analysis::targets::target;
use crate::app::content::dossier::{DossierRow, Item, tag_cells};
use crate::app::screen::page::Role;
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model;
use crate::text::sanitize::one_line;
use crate::text::wrap::{Indent, wrap_with};
use crate::words::{pages, punctuation, reading};

/// The number of partners that are named.
const PARTNERS: usize = 5;
/// The number of characters of a sentence that are shown before and behind the name it mentions.
const CONTEXT: usize = 28;

/// The rows that are being made.
pub(super) struct Maker<'a> {
    pub(super) session: &'a Session,
    /// How many cells a remark may take before it is broken.
    pub(super) cells: usize,
    pub(super) made: Vec<DossierRow>,
}

impl Maker<'_> {
    /// Says which filter is in force, and how many items it leaves.
    pub(super) fn say_what_is_left_out(&mut self, typed: &str, n_items: usize) {
        let words = wording::narrowed_tasks(&self.session.keymap, typed, n_items);
        self.note(&words, Indent::NONE, Role::Warning);
    }

    /// Adds the names of the department and the partners it is named with.
    pub(super) fn card(&mut self, card: &Card) {
        self.made.push(DossierRow::Head(wording::office(card.name, card.level), pages::tasks(card.counts.total())));
        if !card.printed.is_empty() {
            self.note(&pages::printed_as(wording::list(&card.printed)), Indent::NONE, Role::Dim);
        }
        if !card.known {
            self.note(pages::UNKNOWN_OFFICE.get(), Indent::NONE, Role::Warning);
        }
        let short = |one: &Assignee| {
            let office = self.session.registry().departments().get(&one.id).filter(|_| one.known);
            office.map_or_else(|| one.name.clone(), |office| office.short.clone())
        };
        let partners: Vec<(String, usize)> =
            card.partners.iter().take(PARTNERS).map(|(one, total)| (short(one), *total)).collect();
        if !card.living_sisters.is_empty() {
            self.note(&pages::tasks_are_elsewhere(self.session.keymap.key(wording::OPEN)), Indent::NONE, Role::Warning);
        }
        for sister in &card.living_sisters {
            self.made.push(DossierRow::Sister(sister.id.to_owned(), sister.name.to_owned(), sister.n_tasks));
        }
        if !partners.is_empty() {
            self.note(&wording::partners(&partners), Indent::NONE, Role::Dim);
        }
        if !card.sisters.is_empty() {
            self.note(&wording::sisters(&card.sisters), Indent::NONE, Role::Dim);
        }
    }

    /// Adds what one plan gives the department to do, as far as its tasks are kept, below a blank row or not.
    pub(super) fn share(&mut self, share: &DossierPlan, is_kept: impl Fn(usize) -> bool, is_apart: bool) {
        let mut nth = 0..;
        let mut is_next_kept = || nth.next().is_some_and(&is_kept);
        let kept = share
            .chapters
            .iter()
            .map(|chapter| (chapter, chapter.tasks.iter().filter(|_| is_next_kept()).collect::<Vec<&DossierTask>>()));
        let chapters: Vec<(&DossierChapter, Vec<&DossierTask>)> = kept.filter(|(_, tasks)| !tasks.is_empty()).collect();
        let mut counts = model::RoleCounts::default();
        chapters.iter().flat_map(|(_, tasks)| tasks).for_each(|task| counts.add(task.role));
        if is_apart {
            self.blank();
        }
        let count = if chapters.is_empty() { pages::NO_TASKS_HERE.to_string() } else { wording::tally(counts) };
        self.head(share.whole, count);
        if !chapters.is_empty() && !share.says_lead {
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

    /// Adds the head above so many mentions.
    pub(super) fn head_of_mentions(&mut self, n_mentions: usize) {
        self.blank();
        self.made.push(DossierRow::Head(pages::MENTIONS.to_string(), pages::mentions(n_mentions)));
    }

    pub(super) fn mention(&mut self, mention: &Mention) {
        let Some(node_ref) = self.session.node_ref(&Location::Node(mention.node.clone())) else { return };
        self.made.push(DossierRow::Item(Item {
            node_ref,
            tag: pages::MENTIONED.get(),
            is_lead: false,
            printed: Some(mention.printed.clone()),
            remark: String::new(),
        }));
        let short = self.session.plan(node_ref).map(model::Plan::marked).unwrap_or_default();
        let quote = format!("“{}”", around(&mention.quote, &mention.printed));
        self.note(&punctuation::labelled(short, quote), self.below_tag(), Role::Dim);
    }

    /// Adds the head of a plan that names no units, the first of them below a blank row.
    pub(super) fn silent(&mut self, plan: &model::Plan, is_first: bool) {
        if is_first {
            self.blank();
        }
        self.head(plan, reading::NO_UNITS.to_string());
    }

    /// Adds the tasks of a plan that name no units, as far as they are kept.
    pub(super) fn unnamed(&mut self, mut unassigned: Unassigned, is_kept: impl Fn(usize) -> bool) {
        let mut nth = 0..;
        unassigned.tasks.retain(|_| nth.next().is_some_and(&is_kept));
        self.blank();
        self.head(unassigned.plan, pages::tasks(unassigned.tasks.len()));
        self.note(&unassigned.sentence(), Indent::NONE, Role::Dim);
        let mut above = Vec::new();
        for task in unassigned.tasks {
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
    pub(super) fn note(&mut self, text: &str, indent: Indent, role: Role) {
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
