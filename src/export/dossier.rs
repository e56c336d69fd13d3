//! A bureau's dossier (部门任务清单) as a document to hand in, and as sheets.
//!
//! What the plans print stands as printed, with its place in the plan; what was counted is said to be. A mention in the
//! body text is labelled as one, and a plan that names no units is said to name none.

use super::{Bureau, Document, DutyLedger, Front, Recorded, Sheet};
use crate::analysis::responsibility::dossier::{Dossier, DossierPlan, Mention, Partner};
use crate::analysis::responsibility::duty;
use crate::analysis::responsibility::task::Selection;
use crate::model::{Citations, Node, Plan, Role, RoleCounts};
use crate::words::{LIST, Words, documents as words, punctuation};

const PARTNERS: [Words; 5] =
    [words::OFFICE, words::SHARED, words::THEY_LEAD, words::THEY_SUPPORT, words::THEY_ARE_NAMED];
const MENTIONS: [Words; 4] = [words::ORDINAL, words::PLAN, words::CHAPTER, words::SOURCE_TEXT];
/// The numbers of the sections, in their order.
const ORDINALS: [Words; 4] = [words::FIRST, words::SECOND, words::THIRD, words::FOURTH];

/// The dossier as a document; `recorded` stands beside the tasks.
#[must_use]
pub fn dossier(dossier: &Dossier, recorded: &Recorded) -> Document {
    let mut document = Document::new(front(dossier));
    let mut ordinals = ORDINALS.into_iter();
    let mut section = |document: &mut Document, title: Words| {
        document.heading(1, words::numbered(ordinals.next().map(Words::get).unwrap_or_default(), title));
    };
    section(&mut document, words::TASKS);
    let ledger = dossier_ledger(dossier, recorded);
    let mut sheets: Vec<_> = ledger.sheets().collect();
    for share in dossier.plans.iter().filter(|share| share.names_units) {
        document.heading(2, share.whole.cited());
        document.text(facts(share));
        if let Some(at) = sheets.iter().position(|(plan, _)| plan.id == share.plan) {
            document.sheet(sheets.swap_remove(at).1);
        }
    }
    if dossier.plans.iter().all(|share| !share.names_units) {
        document.text(words::NONE_NAMES_UNITS.get());
    }
    if !dossier.partners.is_empty() {
        section(&mut document, words::PARTNERS);
        document.text(words::ON_PARTNERS.get());
        document.sheet(partners(&dossier.partners));
    }
    if !dossier.mentions.is_empty() {
        section(&mut document, words::MENTIONS);
        document.text(words::ON_MENTIONS.get());
        document.sheet(mentions(dossier));
    }
    if dossier.plans_without_units().next().is_some() {
        section(&mut document, words::SILENT_PLANS);
        document.text(words::ON_SILENCE.get());
        let titles: Vec<String> = dossier.plans_without_units().map(|share| share.whole.cited()).collect();
        document.text(titles.join("\n"));
    }
    document
}

/// The tabs of a workbook: what each is called, and its rows. A tab without rows is left out.
#[must_use]
pub fn dossier_tabs(dossier: &Dossier, recorded: &Recorded) -> Vec<(String, Sheet)> {
    let others = [(words::PARTNERS, partners(&dossier.partners)), (words::MENTIONS_TAB, mentions(dossier))];
    let others = others.into_iter().filter(|(_, sheet)| !sheet.rows.is_empty());
    let others = others.map(|(name, sheet)| (name.to_string(), sheet.without_empty(&[]).titled(name.to_string())));
    dossier_ledger(dossier, recorded).tabs().into_iter().chain(others).collect()
}

/// The duties of the bureau in all plans.
#[must_use]
pub fn dossier_ledger<'a>(dossier: &Dossier<'a>, recorded: &'a Recorded) -> DutyLedger<'a> {
    let tasks = || dossier.plans.iter().flat_map(|share| share.tasks().map(move |task| (share.whole, task)));
    let nodes: Vec<(&Plan, &Node)> = tasks().map(|(plan, task)| (plan, task.node)).collect();
    let selection = Selection { departments: vec![dossier.id], ..Selection::default() };
    DutyLedger {
        duties: duty::select(&nodes, &selection),
        bureaus: vec![Bureau { id: dossier.id, name: dossier.name }],
        targets: tasks().map(|(_, task)| (task.id, task.targets)).collect(),
        recorded,
    }
}

/// The title and the facts that stand above a dossier.
fn front(dossier: &Dossier) -> Front {
    let printed: Vec<String> = dossier.printed.iter().map(|name| name.raw.to_owned()).collect();
    let (n_tasks, n_plans) = (dossier.counts.total(), dossier.plans.len());
    let n_naming = n_plans - dossier.plans_without_units().count();
    let silent: Vec<String> = dossier.plans_without_units().map(|share| share.whole.marked()).collect();
    let plans = dossier.plans.iter().map(|share| share.whole);
    Front::new(words::task_list(dossier.name), "", plans)
        .noting(words::extent(n_plans, n_naming, n_tasks, tally(dossier.counts)))
        .noting((!printed.is_empty()).then(|| words::printed_as(printed.join(LIST.get()))))
        .noting((!dossier.known).then(|| words::UNLISTED_NAME.to_string()))
        .noting((!silent.is_empty()).then(|| words::silent(silent.join(LIST.get()))))
        .noting((!dossier.sisters.is_empty()).then(|| words::sisters(dossier.sisters.join(LIST.get()))))
        .noting((dossier.counts.listed > 0).then(|| words::ON_NAMED.to_string()))
        .noting(words::ON_DEADLINES.to_string())
        .noting(words::ON_ORIGIN.to_string())
}

/// What is said of one plan above its table.
fn facts(share: &DossierPlan) -> String {
    if share.chapters.is_empty() {
        return words::NOT_NAMED.to_string();
    }
    let lead = if share.says_lead { "" } else { words::NO_LEAD_IN_PLAN.get() };
    format!("{}{lead}", words::tasks_of_plan(share.counts.total(), tally(share.counts))).trim_end().to_owned()
}

fn partners(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new(PARTNERS);
    for partner in partners {
        let counts = [partner.total, partner.lead, partner.joint, partner.listed].map(|n| n.to_string());
        let [total, lead, joint, listed] = counts;
        sheet.push([partner.name.to_owned(), total, lead, joint, listed]);
    }
    sheet
}

fn mentions(dossier: &Dossier) -> Sheet {
    let mut sheet = Sheet::new(MENTIONS);
    for share in &dossier.plans {
        let citations = Citations::new(share.whole);
        for mention in dossier.mentions.iter().filter(|mention: &&&Mention| mention.plan == share.plan) {
            let place = citations.place_of(&mention.node);
            let ordinal = (sheet.rows.len() + 1).to_string();
            sheet.push([ordinal, share.whole.marked(), place, mention.quote.clone()]);
        }
    }
    sheet
}

/// The counts that are not zero, in brackets.
fn tally(counts: RoleCounts) -> String {
    let counted = Role::ALL.map(|role| (role, counts.of(role)));
    let counts_by_role: Vec<String> =
        counted.iter().filter(|(_, n)| *n > 0).map(|(role, n)| words::role_count(duty::role_name(*role), n)).collect();
    if counts_by_role.is_empty() {
        String::new()
    } else {
        punctuation::aside(counts_by_role.join(punctuation::COMMA.get()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::responsibility::dossier::Dossiers;
    use crate::export::{Block, html_document, markdown_document};

    #[test]
    fn every_part_stands_under_its_heading() {
        let dataset = crate::dataset::bundled().unwrap();
        let dossiers = Dossiers::new(&dataset, &crate::dataset::registry(), |_| None);
        let health = dossiers.dossier(&dataset, "health", &[]).unwrap();
        let nothing = Recorded::default();
        let document = dossier(&health, &nothing);
        let headings: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(1, text) => Some(text.as_str()),
                Block::Heading(..) | Block::Text(_) | Block::Body(_) | Block::Source(_) | Block::Sheet(_) => None,
            })
            .collect();
        assert_eq!(headings, ["一、任务", "二、共同承担任务的部门", "三、正文提及", "四、未写明责任单位的规划"]);
        assert_eq!(document.front.title, "卫生健康局任务清单（其中湘桥、中山为征求意见稿）");
        let ledger = dossier_ledger(&health, &nothing);
        assert!(ledger.duties.len() >= health.counts.total());
        assert_eq!(ledger.sheet().rows.len(), ledger.duties.len());
        let page = html_document(&document);
        assert!(page.contains("<h2>一、任务</h2>") && page.contains("<h3>《健康云浮行动"), "{page}");
        assert!(markdown_document(&document).contains("\n## 三、正文提及\n"));
        // The dossier of an office that no plan names says so.
        let nobody = dossiers.dossier(&dataset, "health", &["foshan-2030"]).unwrap();
        let text = markdown_document(&dossier(&nobody, &nothing));
        assert!(text.contains("所选规划均未写明责任单位") && !text.contains("共同承担任务"), "{text}");
    }
}
