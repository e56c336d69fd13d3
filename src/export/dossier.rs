//! A bureau's dossier (部门任务清单) as a document to hand in, and as sheets.
//!
//! What the plans print stands as printed, with its place in the plan; what was counted is said to be. A mention in the
//! body text is labelled as one, and a plan that names no units is said to name none.

use super::ledger::{ON_TARGETS, ON_UNITS};
use super::{Bureau, Document, DutyLedger, Front, Sheet};
use crate::analysis::responsibility::dossier::{Dossier, DossierPlan, Mention, Partner};
use crate::analysis::responsibility::duty;
use crate::analysis::responsibility::task::Selection;
use crate::model::{Citations, Node, Plan, Role, RoleCounts};

const PARTNERS: [&str; 5] = ["部门", "共同承担次数", "对方牵头", "对方配合", "对方为责任单位（未分牵头）"];
const MENTIONS: [&str; 4] = ["序号", "规划", "章节", "原文"];

/// What a reader must know of mentions.
const ON_MENTIONS: &str = "以下正文提到本部门，但不在责任单位句中，不属于责任分工。";
/// What a reader must know of the counts of partners.
const ON_PARTNERS: &str = "按责任单位句计数（推算）：同一句列出本部门与该部门，计一次；一项任务可有几句。";
/// What a reader must know of a plan without units.
const ON_SILENCE: &str = "下列规划未写明各任务的责任单位。没有列出本部门任务，不等于本部门没有职责。";
/// Says that the program copied from the plans and added nothing.
const ON_ORIGIN: &str = "本清单据各规划原文逐条摘出，未增未改；“章节”为规划中的位置。";

const ORDINALS: [&str; 4] = ["一", "二", "三", "四"];

/// The dossier as a document.
#[must_use]
pub fn dossier(dossier: &Dossier) -> Document {
    let mut document = Document::new(front(dossier));
    let mut ordinals = ORDINALS.into_iter();
    let mut section = |document: &mut Document, title: &str| {
        document.heading(1, format!("{}、{title}", ordinals.next().unwrap_or_default()));
    };
    section(&mut document, "任务");
    let ledger = dossier_ledger(dossier);
    let mut sheets: Vec<_> = ledger.sheets().collect();
    for share in dossier.plans.iter().filter(|share| share.names_units) {
        document.heading(2, share.whole.cited());
        document.text(facts(share));
        if let Some(at) = sheets.iter().position(|(plan, _)| plan.id == share.plan) {
            document.sheet(sheets.swap_remove(at).1);
        }
    }
    if dossier.plans.iter().all(|share| !share.names_units) {
        document.text("所选规划均未写明责任单位。");
    }
    if !dossier.partners.is_empty() {
        section(&mut document, "共同承担任务的部门");
        document.text(ON_PARTNERS);
        document.sheet(partners(&dossier.partners));
    }
    if !dossier.mentions.is_empty() {
        section(&mut document, "正文提及");
        document.text(ON_MENTIONS);
        document.sheet(mentions(dossier));
    }
    if dossier.plans_without_units().next().is_some() {
        section(&mut document, "未写明责任单位的规划");
        document.text(ON_SILENCE);
        let titles: Vec<String> = dossier.plans_without_units().map(|share| share.whole.cited()).collect();
        document.text(titles.join("\n"));
    }
    document
}

/// The tabs of a workbook: what each is called, and its rows. A tab without rows is left out.
#[must_use]
pub fn dossier_tabs(dossier: &Dossier) -> Vec<(String, Sheet)> {
    let others =
        [("共同承担任务的部门", partners(&dossier.partners)), ("正文提及（不属于责任分工）", mentions(dossier))];
    let others = others.into_iter().filter(|(_, sheet)| !sheet.rows.is_empty());
    let others = others.map(|(name, sheet)| (name.to_owned(), sheet.without_empty(&[]).titled(name.to_owned())));
    dossier_ledger(dossier).tabs().into_iter().chain(others).collect()
}

/// The duties of the bureau in all plans.
#[must_use]
pub fn dossier_ledger<'a>(dossier: &Dossier<'a>) -> DutyLedger<'a> {
    let tasks = || dossier.plans.iter().flat_map(|share| share.tasks().map(move |task| (share.whole, task)));
    let nodes: Vec<(&Plan, &Node)> = tasks().map(|(plan, task)| (plan, task.node)).collect();
    let selection = Selection { departments: vec![dossier.id], ..Selection::default() };
    DutyLedger {
        duties: duty::select(&nodes, &selection),
        bureaus: vec![Bureau { id: dossier.id, name: dossier.name }],
        targets: tasks().map(|(_, task)| (task.id, task.targets)).collect(),
    }
}

/// The title and the facts that stand above a dossier.
fn front(dossier: &Dossier) -> Front {
    let printed: Vec<String> = dossier.printed.iter().map(|name| name.raw.to_owned()).collect();
    let (n_tasks, n_plans) = (dossier.counts.total(), dossier.plans.len());
    let n_naming = n_plans - dossier.plans_without_units().count();
    let silent: Vec<String> = dossier.plans_without_units().map(|share| share.whole.marked()).collect();
    let plans = dossier.plans.iter().map(|share| share.whole);
    Front::new(&format!("{}任务清单", dossier.name), "", plans)
        .noting(format!(
            "范围：{n_plans} 部规划，其中 {n_naming} 部写明责任单位。任务 {n_tasks} 项{}。",
            tally(dossier.counts)
        ))
        .noting((!printed.is_empty()).then(|| format!("规划原文写作：{}。", printed.join("、"))))
        .noting((!dossier.known).then(|| "部门名录中没有这个名称，按规划原文列出。".to_owned()))
        .noting((!silent.is_empty()).then(|| format!("{}的规划未写明责任单位，不在任务之列。", silent.join("、"))))
        .noting(
            (!dossier.sisters.is_empty()).then(|| format!("相近部门另计，不在其中：{}。", dossier.sisters.join("、"))),
        )
        .noting((dossier.counts.listed > 0).then(|| ON_UNITS.to_owned()))
        .noting(ON_TARGETS.to_owned())
        .noting(ON_ORIGIN.to_owned())
}

/// What is said of one plan above its table.
fn facts(share: &DossierPlan) -> String {
    if share.chapters.is_empty() {
        return "本规划的责任单位中没有本部门。".to_owned();
    }
    let lead = if share.says_lead { "" } else { "本规划未写明牵头单位。" };
    format!("任务 {} 项{}。{lead}", share.counts.total(), tally(share.counts))
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
    let counted = [(Role::Lead, counts.lead), (Role::Joint, counts.joint), (Role::Listed, counts.listed)];
    let counts_by_role: Vec<String> =
        counted.iter().filter(|(_, n)| *n > 0).map(|(role, n)| format!("{} {n} 项", duty::role_name(*role))).collect();
    if counts_by_role.is_empty() { String::new() } else { format!("（{}）", counts_by_role.join("，")) }
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
        let document = dossier(&health);
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
        let ledger = dossier_ledger(&health);
        assert!(ledger.duties.len() >= health.counts.total());
        assert_eq!(ledger.sheet().rows.len(), ledger.duties.len());
        let page = html_document(&document);
        assert!(page.contains("<h2>一、任务</h2>") && page.contains("<h3>《健康云浮行动"), "{page}");
        assert!(markdown_document(&document).contains("\n## 三、正文提及\n"));
        // The dossier of an office that no plan names says so.
        let nobody = dossiers.dossier(&dataset, "health", &["foshan-2030"]).unwrap();
        let text = markdown_document(&dossier(&nobody));
        assert!(text.contains("所选规划均未写明责任单位") && !text.contains("共同承担任务"), "{text}");
    }
}
