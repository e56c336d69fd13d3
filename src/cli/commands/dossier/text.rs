//! A dossier as a page of text: the bureau, its tasks by plan and chapter, the bureaus it shares them with, its
//! mentions, and the plans that name no responsible units.

use crate::analysis::responsibility::dossier::{
    Dossier, DossierChapter, DossierPlan, DossierTask, LivingSister, Mention,
};
use crate::analysis::responsibility::duty::role_name;
use crate::analysis::targets::target;
use crate::export::line_range;
use crate::model::{Role, RoleCounts};
use crate::text::sanitize;
use crate::text::width::Width;
use crate::text::wrap::{self, Indent};
use crate::words::punctuation::{self, GAP};
use crate::words::{LIST, documents as words};

/// How many of the partners are named, the most frequent first.
const PARTNERS: usize = 10;
/// Cells of indentation before a task's targets.
const TARGET_INDENT: usize = 10;

/// Makes the page for a screen of so many cells; `None` for a page of any width.
pub(super) fn page(dossier: &Dossier, cells: Option<usize>) -> String {
    let mut page = Page { out: String::new(), cells };
    let level = dossier.level.map_or(String::new(), |level| punctuation::aside(level.name()));
    let counts = dossier.counts;
    page.line(0, &words::head(dossier.name, level, counts.total(), tally(counts)));
    page.facts(dossier);
    for share in dossier.plans.iter().filter(|share| share.names_units) {
        page.plan(share);
    }
    page.mentions(dossier);
    page.silent(dossier);
    page.out
}

struct Page {
    out: String,
    cells: Option<usize>,
}

impl Page {
    /// Adds a line indented by `indent` cells and broken where the screen ends.
    fn line(&mut self, indent: usize, text: &str) {
        let text = sanitize::one_line(text).trim_end().to_owned();
        let room = self.cells.unwrap_or(usize::MAX);
        let steps = Indent { first: indent, rest: indent + 2 };
        for (at, range) in wrap::wrap_with(&text, steps, room, Width::Narrow).into_iter().enumerate() {
            self.out.push_str(&" ".repeat(if at == 0 { steps.first } else { steps.rest }));
            self.out.push_str(text.get(range).unwrap_or_default());
            self.out.push('\n');
        }
    }

    fn heading(&mut self, text: &str) {
        self.out.push('\n');
        self.line(0, text);
    }

    /// Adds what the bureau is called in the plans, its most frequent partners, and the bureaus counted apart from it.
    fn facts(&mut self, dossier: &Dossier) {
        let short = |id: &str| {
            let share = dossier.plans.iter().find(|share| share.plan == id);
            share.map(|share| share.whole.name().to_owned()).unwrap_or_default()
        };
        let printed: Vec<String> = dossier
            .printed
            .iter()
            .map(|name| {
                let plans: Vec<String> = name.plans.iter().map(|id| short(id)).collect();
                punctuation::with_remark(name.raw, plans.join(LIST.get()))
            })
            .collect();
        if !printed.is_empty() {
            self.line(0, &words::written_as(printed.join(LIST.get())));
        }
        let partners: Vec<String> = dossier
            .partners
            .iter()
            .take(PARTNERS)
            .map(|one| {
                let lead = if one.lead > 0 { words::partner_leads(one.lead) } else { String::new() };
                words::partner(one.name, one.total, lead)
            })
            .collect();
        if !partners.is_empty() {
            self.line(0, &words::partners(partners.join(punctuation::SEMICOLON.get())));
        }
        for sister in &dossier.living_sisters {
            let LivingSister { name, n_tasks, .. } = sister;
            self.line(0, &words::living_sister(name, n_tasks));
        }
        if !dossier.sisters.is_empty() {
            self.line(0, &words::counted_apart(dossier.sisters.join(LIST.get())));
        }
    }

    fn plan(&mut self, share: &DossierPlan) {
        let plan = share.whole;
        self.heading(&format!("《{}》{}{GAP}{}", plan.title, plan.draft_mark(), tasks_words(share)));
        for chapter in &share.chapters {
            self.chapter(chapter);
        }
    }

    fn chapter(&mut self, chapter: &DossierChapter) {
        let mut section = None;
        for (at, duty) in chapter.tasks.iter().enumerate() {
            if at == 0 || section != duty.section.as_deref() {
                section = duty.section.as_deref();
                let below = section.map(|section| format!(" › {section}")).unwrap_or_default();
                self.line(2, &format!("{}{below}", chapter.heading));
            }
            self.line(4, &format!("{}{}  {}{GAP}{}", role_name(duty.role), shares(duty), name(duty), source(duty)));
            for target in duty.targets {
                self.line(TARGET_INDENT, &target::in_words(target));
            }
        }
    }

    fn mentions(&mut self, dossier: &Dossier) {
        if dossier.mentions.is_empty() {
            return;
        }
        self.heading(&words::mentions(dossier.mentions.len()));
        for mention in &dossier.mentions {
            self.line(2, &place(dossier, mention));
            self.line(4, &mention.quote);
        }
    }

    fn silent(&mut self, dossier: &Dossier) {
        let titles: Vec<String> = dossier
            .plans_without_units()
            .map(|share| format!("《{}》{}", share.whole.title, share.whole.draft_mark()))
            .collect();
        if !titles.is_empty() {
            self.heading(words::SILENT_PLANS_HEAD.get());
            for title in titles {
                self.line(2, &title);
            }
        }
    }
}

/// The number of tasks that a plan gives the bureau, in words.
fn tasks_words(share: &DossierPlan) -> String {
    let lead = if share.says_lead || share.chapters.is_empty() { "" } else { words::WITHOUT_LEAD.get() };
    match share.counts.total() {
        0 => words::OFFICE_NOT_NAMED.to_string(),
        n => words::tasks(n, tally(share.counts), lead),
    }
}

/// The number and title of a task; of one without, the nearest heading above it that is no chapter.
fn name(duty: &DossierTask) -> String {
    let above = duty.path.iter().skip(1).next_back();
    let own = duty.node.heading();
    match (own.is_empty(), above) {
        (true, Some(above)) => above.to_string(),
        (true, None) => words::UNTITLED.to_string(),
        (false, _) => own,
    }
}

/// What the clauses that name the bureau say beside the names, as printed and in brackets: 分别负责, 按职责分工负责.
fn shares(duty: &DossierTask) -> String {
    let remarks = duty.remarks();
    if remarks.is_empty() { String::new() } else { punctuation::aside(remarks.join(punctuation::SEMICOLON.get())) }
}

/// The id of a task's node, which `guihua show` takes, and its lines.
fn source(duty: &DossierTask) -> String {
    words::at(duty.id, line_range(duty.lines))
}

fn place(dossier: &Dossier, mention: &Mention) -> String {
    let plan = dossier.plans.iter().find(|share| share.plan == mention.plan).map(|share| share.whole.marked());
    words::mention(plan.unwrap_or_default(), &mention.node, mention.line, &mention.printed)
}

/// The counts by role that are not zero, in brackets: `（牵头 3，配合 1）`.
fn tally(counts: RoleCounts) -> String {
    let counted = Role::ALL.map(|role| (role, counts.of(role)));
    let counts: Vec<String> =
        counted.iter().filter(|(_, n)| *n > 0).map(|(each, n)| format!("{} {n}", role_name(*each))).collect();
    if counts.is_empty() { String::new() } else { punctuation::aside(counts.join(punctuation::COMMA.get())) }
}
