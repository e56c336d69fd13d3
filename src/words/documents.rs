//! The words of documents that are read or handed in: a node or a plan, the ledger of tasks, and the task list of an office.

use super::words;

words! {
    // A node with its place.
    source_lines(lines, id) = "原文第 {lines} 行  [{id}]", "source line {lines}  [{id}]";
    our_note(note) = "本程序注：正文所说的目标，{note}", "added by this program: for the target of the text, {note}";
    NO_LEAD = "责任单位（未写明牵头）", "named (no lead given)";
    EACH = "分别负责", "each for its own part";
    clause_at(clause, line) = "{clause}（原文第 {line} 行）", "{clause} (source line {line})";
    TARGETS = "附：时限与指标", "Appendix: deadlines and targets";
    ON_TARGETS_ABOVE =
        "由程序从以上正文中读出，词句照原文，引用前请核对出处。",
        "Read out of the text above by this program, in the words of the source; check the source before you quote them.";
    taken_from(title, place) = "出处：{title}{place}", "Source: {title}{place}";
    id(id) = "编号：{id}", "Id: {id}";
    lead_by_convention(office) =
        "（本程序注：按规划的约定，牵头单位是{office}）", " (added by this program: by a rule of the plan {office} leads)";
    RESPONSIBLE = "责任单位：", "Responsible offices: ";
    NODE = "条目", "Node";
    DEADLINES = "时限与指标", "Deadlines and targets";
    IN_TABLE = "指标表所列", "In the table";

    // The ledger. The columns stand in this order.
    LEDGER = "任务分工表", "Ledger of tasks";
    ledger_of(title) = "{title}任务分工表", "Ledger of tasks: {title}";
    ledger_drafts(drafts) = "任务分工表{drafts}", "Ledger of tasks{drafts}";
    for_offices(title, offices) = "{title} — {offices}", "{title} — {offices}";
    ORDINAL = "序号", "No.";
    CHAPTER = "章节", "Section";
    TASK = "任务", "Task";
    TEXT = "任务内容", "Text of the task";
    OWN_ROLE = "本部门角色", "Role of this office";
    LEAD = "牵头单位", "Lead office";
    SUPPORT = "配合单位", "Supporting offices";
    NAMED = "责任单位（未分牵头）", "Named (no lead given)";
    PROGRESS = "实施进展（自行填写）", "Progress (recorded by the bureau)";
    REMARK = "备注", "Remark";
    PLAN = "规划", "Plan";
    ID = "编号", "Id";
    LINES = "行号", "Lines";
    ON_NAMED =
        "“责任单位（未分牵头）”指规划列出而未写明牵头的单位；单位名称照规划原文。",
        "“Named (no lead given)” are offices that a plan names without saying who leads; names are as printed.";
    ON_DEADLINES =
        "“时限与指标”由程序从任务内容中摘出（推算），词句照规划原文。",
        "“Deadlines and targets” were picked out of the text of the task (worked out), in the words of the plan.";
    NO_TASKS = "没有符合条件的任务。", "No task was found.";
    office_and_role(office, role) = "{office}：{role}", "{office}: {role}";

    // The task list of an office as a document: its sections, their order, their notes.
    task_list(office) = "{office}任务清单", "Task list of {office}";
    numbered(number, title) = "{number}、{title}", "{number}. {title}";
    FIRST = "一", "1";
    SECOND = "二", "2";
    THIRD = "三", "3";
    FOURTH = "四", "4";
    TASKS = "任务", "Tasks";
    PARTNERS = "共同承担任务的部门", "Partners";
    MENTIONS = "正文提及", "Mentions in the text";
    MENTIONS_TAB = "正文提及（不属于责任分工）", "Mentions (no responsibility)";
    SILENT_PLANS = "未写明责任单位的规划", "Plans that name no offices";
    NONE_NAMES_UNITS = "所选规划均未写明责任单位。", "None of the plans names responsible offices.";
    OFFICE = "部门", "Office";
    SHARED = "共同承担次数", "Shared";
    THEY_LEAD = "对方牵头", "They lead";
    THEY_SUPPORT = "对方配合", "They support";
    THEY_ARE_NAMED = "对方为责任单位（未分牵头）", "They are named (no lead given)";
    SOURCE_TEXT = "原文", "Source text";
    ON_MENTIONS =
        "以下正文提到本部门，但不在责任单位句中，不属于责任分工。",
        "These texts mention the office outside the clauses of responsible offices; they give it no responsibility.";
    ON_PARTNERS =
        "按责任单位句计数（推算）：同一句列出本部门与该部门，计一次；一项任务可有几句。",
        "Counted by clauses (worked out): one for each clause that names both offices; a task may have several.";
    ON_SILENCE =
        "下列规划未写明各任务的责任单位。没有列出本部门任务，不等于本部门没有职责。",
        "These plans name no responsible offices. That no task is listed does not mean that the office has no duties.";
    ON_ORIGIN =
        "本清单据各规划原文逐条摘出，未增未改；“章节”为规划中的位置。",
        "This list was taken from the plans item by item, nothing added or changed; “Section” is the place in the plan.";
    extent(plans, naming, tasks, tally) =
        "范围：{plans} 部规划，其中 {naming} 部写明责任单位。任务 {tasks} 项{tally}。",
        "Plans: {plans}, of which {naming} name responsible offices. Tasks: {tasks}{tally}.";
    printed_as(names) = "规划原文写作：{names}。", "Printed in the plans as: {names}.";
    UNLISTED_NAME = "部门名录中没有这个名称，按规划原文列出。", "Not in the list of offices; it stands as printed.";
    silent(plans) =
        "{plans}的规划未写明责任单位，不在任务之列。", "No tasks are listed of plans that name no responsible offices: {plans}.";
    sisters(offices) = "相近部门另计，不在其中：{offices}。", "Similar offices are counted apart and not included: {offices}.";
    NOT_NAMED = "本规划的责任单位中没有本部门。", "This plan does not name the office as responsible.";
    tasks_of_plan(n, tally) = "任务 {n} 项{tally}。", "Tasks: {n}{tally}. ";
    NO_LEAD_IN_PLAN = "本规划未写明牵头单位。", "The plan does not say who leads.";
    role_count(role, n) = "{role} {n} 项", "{role}: {n}";

    // The task list as a page of text.
    head(office, level, n, tally) = "{office}{level}　任务 {n} 项{tally}", "{office}{level}  tasks: {n}{tally}";
    written_as(names) = "原文写作：{names}", "printed as: {names}";
    partners(offices) =
        "共同承担任务最多的部门（推算，按责任单位句计）：{offices}", "most frequent partners (worked out, by clauses): {offices}";
    partner(office, n, lead) = "{office} {n} 次{lead}", "{office} {n}{lead}";
    partner_leads(n) = "，牵头 {n}", " (lead {n})";
    living_sister(office, n) =
        "所列规划未将其列为责任单位；相近的{office}有任务 {n} 项：guihua dossier {office}",
        "responsible for nothing in these plans; the similar {office} has tasks: {n}; guihua dossier {office}";
    counted_apart(offices) = "相近部门另计：{offices}", "similar offices, counted apart: {offices}";
    WITHOUT_LEAD = "，未写明牵头", ", no lead given";
    OFFICE_NOT_NAMED = "没有列出这个部门", "the office is not named";
    tasks(n, tally, lead) = "{n} 项{tally}{lead}", "tasks: {n}{tally}{lead}";
    UNTITLED = "（无题）", "(untitled)";
    at(id, lines) = "{id} 第 {lines} 行", "{id} line {lines}";
    mentions(n) = "正文提及 {n} 处（不属于责任分工）", "mentions in the text: {n} (they give no responsibility)";
    mention(plan, node, line, printed) = "{plan} {node} 第 {line} 行“{printed}”", "{plan} {node} line {line} “{printed}”";
    SILENT_PLANS_HEAD =
        "未写明责任单位的规划（没有列出任务，不等于没有职责）",
        "Plans that name no responsible offices (no tasks listed does not mean no duties)";

    // What a workbook says itself.
    CUT =
        "……（Excel 单元格最多 32767 字，以下未列，全文见原文）",
        "… (a cell of Excel holds 32767 characters at most; for the rest see the source)";
    NOTES = "说明", "Notes";
    // The signs of Excel for the page and the number of pages.
    PAGE_FOOT = "&C第 &P 页，共 &N 页", "&CPage &P of &N";
    // The words around the two numbers at the foot of a document.
    PAGE = "第 ", "Page ";
    OF_PAGES = " 页，共 ", " of ";
    PAGES = " 页", "";
}
