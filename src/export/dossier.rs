//! A bureau's dossier (任务汇编) as a document to hand in, and as sheets.
//!
//! What the plans print is quoted as printed, with its source, and counts are labelled as counts. A mention in the body
//! text is labelled as one, and a plan that names no units is listed as such.

use super::ledger::{ON_TARGETS, ON_UNITS, place, source, units};
use super::{Document, Front, Sheet};
use crate::analysis::responsibility::dossier::{Dossier, DossierPlan, DossierTask, Mention, Partner};
use crate::analysis::targets::target;
use crate::model::{Plan, Role, RoleCounts};

/// The columns of the sheet with the tasks of one plan.
const TASKS: [&str; 9] =
    ["序号", "章节", "任务", "本部门", "牵头", "配合", "列名（责任单位，未写明牵头）", "时限与指标", "出处"];
/// The columns of the sheet with the tasks of all plans.
const ALL_TASKS: [&str; 10] =
    ["序号", "规划", "章节", "任务", "本部门", "牵头", "配合", "列名（责任单位，未写明牵头）", "时限与指标", "出处"];
const PARTNERS: [&str; 5] = ["部门", "同列次数", "对方牵头", "对方配合", "对方列名"];
const MENTIONS: [&str; 5] = ["序号", "规划", "章节", "原文", "出处"];

/// The note on mentions: what they are and are not.
const ON_MENTIONS: &str = "以下是责任单位句以外提到本部门的正文，不是责任分工。按部门名称查得，引用前请核对出处。";
/// The note on how offices that share clauses are counted.
const ON_PARTNERS: &str = "按责任单位句计数（推算）：同一句里列出本部门与该部门，计一次；一项任务可有几句。";
/// The note on a plan that names no responsible units.
const ON_SILENCE: &str = "下列规划没有写明各任务的责任单位。这里没有本部门的任务，不等于本部门没有职责。";
/// The note that the program copied from the plans and added nothing.
const ON_ORIGIN: &str = "本汇编由程序据各规划原文逐条摘出，未增未改；章节、行号见“出处”。";

const ORDINALS: [&str; 4] = ["一", "二", "三", "四"];

/// Makes the dossier into a document to read.
#[must_use]
pub fn dossier(dossier: &Dossier) -> Document {
    let mut document = Document::new(front(dossier));
    let mut ordinals = ORDINALS.into_iter();
    let mut section = |document: &mut Document, title: &str| {
        document.heading(1, format!("{}、{title}", ordinals.next().unwrap_or_default()));
    };
    section(&mut document, "任务");
    for share in dossier.plans.iter().filter(|share| share.names_units) {
        tasks_of_plan(share, &mut document);
    }
    if dossier.plans.iter().all(|share| !share.names_units) {
        document.text("所选规划都没有写明责任单位。");
    }
    if !dossier.partners.is_empty() {
        section(&mut document, "同列的部门");
        document.text(ON_PARTNERS);
        document.sheet(partners(&dossier.partners));
    }
    if !dossier.mentions.is_empty() {
        section(&mut document, "正文提及");
        document.text(ON_MENTIONS);
        document.sheet(mentions(dossier));
    }
    if dossier.plans_without_units().next().is_some() {
        section(&mut document, "没有写责任单位的规划");
        document.text(ON_SILENCE);
        let titles: Vec<String> = dossier.plans_without_units().map(|share| cited(share.whole)).collect();
        document.text(titles.join("\n"));
    }
    document
}

/// The tabs of the workbook, each with its name and its rows.
#[must_use]
pub fn dossier_tabs(dossier: &Dossier) -> Vec<(&'static str, Sheet)> {
    vec![
        ("任务", dossier_tasks(dossier)),
        ("同列的部门", partners(&dossier.partners)),
        ("正文提及（不是责任分工）", mentions(dossier)),
    ]
}

/// One sheet with the tasks of all plans, for formats without tabs.
#[must_use]
pub fn dossier_tasks(dossier: &Dossier) -> Sheet {
    let mut sheet = Sheet::new(ALL_TASKS);
    let tasks = dossier.plans.iter().flat_map(|share| share.tasks().map(move |duty| (share, duty)));
    for (at, (share, duty)) in tasks.enumerate() {
        let [chapter, task, role, lead, joint, listed, targets, source] = cells(share.whole, duty);
        let (ordinal, plan) = ((at + 1).to_string(), share.whole.marked());
        sheet.push([ordinal, plan, chapter, task, role, lead, joint, listed, targets, source]);
    }
    sheet
}

/// The title and the facts that stand above a dossier.
fn front(dossier: &Dossier) -> Front {
    let printed: Vec<String> = dossier.printed.iter().map(|name| name.raw.to_owned()).collect();
    let (n_tasks, n_plans) = (dossier.counts.total(), dossier.plans.len());
    let n_naming = n_plans - dossier.plans_without_units().count();
    let silent: Vec<String> = dossier.plans_without_units().map(|share| share.whole.marked()).collect();
    let plans = dossier.plans.iter().map(|share| share.whole);
    Front::new(&format!("{}任务汇编", dossier.name), "", plans)
        .noting(format!(
            "范围：{n_plans} 部规划，其中 {n_naming} 部写明责任单位。任务 {n_tasks} 项{}。",
            tally(dossier.counts)
        ))
        .noting((!printed.is_empty()).then(|| format!("规划原文写作：{}。", printed.join("、"))))
        .noting((!dossier.known).then(|| "部门名录里没有这个名称，按原文汇编。".to_owned()))
        .noting((!silent.is_empty()).then(|| format!("{}的规划没有写明责任单位，不在任务之列。", silent.join("、"))))
        .noting(
            (!dossier.sisters.is_empty()).then(|| format!("相近部门另计，不在其中：{}。", dossier.sisters.join("、"))),
        )
        .noting((dossier.counts.listed > 0).then(|| ON_UNITS.to_owned()))
        .noting(ON_TARGETS.to_owned())
        .noting(ON_ORIGIN.to_owned())
}

fn tasks_of_plan(share: &DossierPlan, document: &mut Document) {
    document.heading(2, cited(share.whole));
    if share.chapters.is_empty() {
        document.text("本规划的责任单位里没有点到本部门。");
        return;
    }
    let lead = if share.says_lead { "" } else { "本规划未写明牵头单位。" };
    document.text(format!("任务 {} 项{}。{lead}", share.counts.total(), tally(share.counts)));
    let mut sheet = Sheet::new(TASKS);
    for (at, duty) in share.tasks().enumerate() {
        let [chapter, task, role, lead, joint, listed, targets, source] = cells(share.whole, duty);
        sheet.push([(at + 1).to_string(), chapter, task, role, lead, joint, listed, targets, source]);
    }
    document.sheet(sheet.without_empty(&[TASKS[7]]));
}

/// The cells of a task's row, without its ordinal and its plan.
fn cells(plan: &Plan, duty: &DossierTask) -> [String; 8] {
    let node = duty.node;
    [
        place(plan, node),
        node.heading(),
        role(duty.role).to_owned(),
        units(node, Role::Lead),
        units(node, Role::Joint),
        units(node, Role::Listed),
        duty.targets.iter().map(target::in_words).collect::<Vec<_>>().join("\n"),
        source(plan, node.lines),
    ]
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
    for (at, mention) in dossier.mentions.iter().enumerate() {
        let Some((plan, place)) = mentioned(dossier, mention) else { continue };
        let source = source(plan, [mention.line; 2]);
        sheet.push([(at + 1).to_string(), plan.marked(), place, mention.quote.clone(), source]);
    }
    sheet
}

/// The plan of a mention, and the headings down to the node that contains it.
fn mentioned<'a>(dossier: &Dossier<'a>, mention: &Mention) -> Option<(&'a Plan, String)> {
    let plan = dossier.plans.iter().find(|share| share.plan == mention.plan)?.whole;
    let node = plan.node(&mention.node)?;
    let headings = [place(plan, node), node.heading()];
    Some((plan, headings.into_iter().filter(|heading| !heading.is_empty()).collect::<Vec<_>>().join(" › ")))
}

/// The title of a plan in 《》, with the mark of a draft.
fn cited(plan: &Plan) -> String {
    format!("《{}》{}", plan.title, plan.draft_mark())
}

/// The counts that are not zero, in brackets.
fn tally(counts: RoleCounts) -> String {
    let counted = [("牵头", counts.lead), ("配合", counts.joint), ("列名", counts.listed)];
    let counts_by_role: Vec<String> =
        counted.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n} 项")).collect();
    if counts_by_role.is_empty() { String::new() } else { format!("（{}）", counts_by_role.join("，")) }
}

/// The words for what the office does in a task.
fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Joint => "配合",
        Role::Listed => "列名",
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
        let document = dossier(&health);
        let headings: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(1, text) => Some(text.as_str()),
                Block::Heading(..) | Block::Text(_) | Block::Body(_) | Block::Source(_) | Block::Sheet(_) => None,
            })
            .collect();
        assert_eq!(headings, ["一、任务", "二、同列的部门", "三、正文提及", "四、没有写责任单位的规划"]);
        assert_eq!(document.front.title, "卫生健康局任务汇编（其中湘桥、中山为征求意见稿）");
        assert_eq!(dossier_tasks(&health).rows.len(), health.counts.total());
        let page = html_document(&document);
        assert!(page.contains("<h2>一、任务</h2>") && page.contains("<h3>《健康云浮行动"), "{page}");
        assert!(markdown_document(&document).contains("\n## 三、正文提及\n"));
        // The dossier of an office that no plan names says so.
        let nobody = dossiers.dossier(&dataset, "health", &["foshan-2030"]).unwrap();
        let text = markdown_document(&dossier(&nobody));
        assert!(text.contains("所选规划都没有写明责任单位") && !text.contains("同列的部门"), "{text}");
    }
}
