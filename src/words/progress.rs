//! The words of the ledger of execution (台账): what was reached, and what it means by the plan's own path.

use super::{sentences, words};

words! {
    /// The heads of the columns, by which a filled-in table is read as well.
    ID = "编号", "Id";
    KIND = "类别", "Kind";
    PLACE = "位置", "Place";
    NAME = "名称", "Name";
    UNIT = "计量单位", "Unit";
    BASE = "基期", "Base";
    TARGET = "目标", "Target";
    DUE = "时限", "Due";
    YEAR = "年份", "Year";
    VALUE = "实际值", "Value";
    STATUS = "状态", "Status";
    NOTE = "备注", "Note";
    EXPECTED = "推算应达", "Expected (worked out)";
    VERDICT = "判断（推算）", "Verdict (worked out)";
    /// What stands above the table, and how to fill it in.
    LEDGER = "规划实施台账", "Ledger of execution";
    FILL_IN =
        "填写年份、实际值、状态、备注后，用 guihua progress import 导入；编号、名称请勿改动",
        "Fill in year, value, status and note, and read it back with guihua progress import; leave ids and names as they are";
    ON_VERDICT =
        "推算：在基期与目标之间按直线推算当年应达的数值，由程序得出，规划未列",
        "Worked out: the value due in a year on a straight line from the base to the target; no plan prints it";

    /// What the rows of the table are about.
    INDICATOR = "指标", "Indicator";
    TEXT_TARGET = "正文目标", "Target of the text";
    TASK = "任务", "Task";
    UNPLACED = "无对应位置", "Without a place";

    /// What a value or a status means.
    MET = "已达标", "met";
    ON_PATH = "符合进度", "on the path";
    BEHIND = "滞后", "behind";
    MISSED = "到期未达标", "missed";
    DONE = "已完成", "done";
    OVERDUE = "逾期", "overdue";
    counted(verdict, n) = "{verdict} {n} 项", "{verdict}: {n}";

    // What is said on the command line.
    NOTHING =
        "还没有记录；guihua progress --plan 规划 -o 台账.xlsx 可得到待填写的台账，填好后用 guihua progress import 台账.xlsx 导入",
        "nothing is recorded yet; guihua progress --plan PLAN -o ledger.xlsx gives a table to fill in, guihua progress import ledger.xlsx reads it back";
    imported(new, changed, removed, same) =
        "新增 {new} 条，更改 {changed} 条，删去 {removed} 条，未变 {same} 条；撤销：guihua progress restore",
        "new: {new}, changed: {changed}, removed: {removed}, as before: {same}; to undo: guihua progress restore";
    RESTORED = "已恢复到上次导入之前；再执行一次则回到现在", "as it was before the last import; once more brings the present back";
    NO_FORMER = "没有可以恢复的台账", "there is no former ledger to bring back";
    NO_HEADER =
        "没有找到表头：须有“编号”一列，及“实际值”“状态”“备注”中的一列",
        "no header: there must be a column “Id”, and one of “Value”, “Status”, “Note”";
    NO_FILE = "请写要导入的文件", "name the file to import";
    NEEDLESS = "只有 import 后面写文件", "only import takes a file";
    at_row(row, what) = "第 {row} 行：{what}", "row {row}: {what}";
    unknown_id(id) = "没有编号“{id}”", "there is no id “{id}”";
    other_name(id, here, there) =
        "编号 {id} 是“{here}”，表中写作“{there}”", "{id} is “{here}”, and “{there}” in the table";
    no_year(id) = "{id} 写了实际值，缺年份", "{id} has a value and no year";
    wrong_year(year) = "年份“{year}”应写作 2027", "write the year “{year}” as 2027";
    some_refused(n) = "{n} 行未导入，其余已导入", "rows that were not imported: {n}; the others were";
    READ_BUT_NONE = "表中没有填写的行", "no row of the table is filled in";
    unreadable_ledger(why, aside) =
        "台账不能读（{why}），已移到 {aside}", "the ledger cannot be read ({why}); it was moved to {aside}";
    newer(version) =
        "台账由更新版本的 guihua 写成（{version}），请升级", "the ledger was written by a newer guihua ({version})";
    unwritable(path) = "台账不能保存到 {path}", "the ledger cannot be saved to {path}";
}

sentences! {
    /// The parts of a record in one line.
    named(name) = "{name}：", "{name}: ";
    reached(year, value) = "{year}实际{value}", "{value} reached{year}";
    of_year(year) = "{year}年", " in {year}";
    judged(verdict) = "，{verdict}（推算）", ", {verdict} (worked out)";
    judged_by(verdict, expected) =
        "，推算应达{expected}，{verdict}（推算）", ", {verdict} (worked out; {expected} expected)";
    noted(note) = "（{note}）", " ({note})";
}
