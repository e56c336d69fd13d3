//! The words about what a user corrects in an own plan: the file, the command, and what is wrong with either.

use super::words;

words! {
    // The file.
    FILE_HEAD =
        "更正：识别有误之处。可用 guihua plans correct 增减，也可手工修改。\n责任单位：unit = 原文所印，office = 部门，role = 牵头、配合、未分牵头、其他；none = true 不是单位；missed = true 漏识的单位\n条目标题：heading = 原文所印，rank = 章、节、小节、条、专栏、附件、正文，number、title\n全文：title、region、period；at = 上级标题或所在文字，写明是哪一处",
        "Corrections of what was read wrongly. guihua plans correct adds and removes them; they can be edited as well.\nOffices: unit = as printed, office = which it is, role = lead, support, listed, other; none = true: no office; missed = true: not read\nHeadings: heading = as printed, rank = chapter, section, subsection, item, box, attachment, text; number, title\nThe plan: title, region, period. at = a heading above or words beside it, to say which place";
    FORM =
        "更正应写作 [[correction]]，下面写 unit、heading，或 title、region、period",
        "a correction is written [[correction]], with unit, heading, or title, region, period below";
    UNIT_FORM =
        "unit 之外应写 office、role，或 none = true，或 missed = true",
        "beside unit there must be office or role, or none = true, or missed = true";
    HEADING_FORM = "heading 之外应写 rank、number 或 title", "beside heading there must be rank, number or title";
    switch_form(field) = "{field} 应写作 {field} = true", "{field} is written {field} = true";
    text_form(field) = "{field} 的值应加引号，写成一行", "the value of {field} needs quotes and is one line";
    no_such_field(name, near) = "没有名为“{name}”的项{near}", "there is no field “{name}”{near}";
    field_apart(name) = "{name} 与同一更正的其他项不能并用", "{name} does not go with the other fields of its correction";
    wrong(path, line, what) = "更正文件 {path} 第 {line} 行：{what}；此条未采用", "corrections {path}, line {line}: {what}; it was not used";
    unread(path, what) = "无法读取更正文件 {path}：{what}", "cannot read the corrections {path}: {what}";
    broken_and_moved(path, line, what, aside) =
        "更正文件 {path} 第 {line} 行：{what}；已改名为 {aside}，改好后请改回原名",
        "corrections {path}, line {line}: {what}; the file is now called {aside}: mend it and give it its name again";
    broken(path, line, what) = "更正文件 {path} 第 {line} 行：{what}；未采用", "corrections {path}, line {line}: {what}; they were not used";
    newer(version, path) =
        "更正文件 {path} 由更新版本的 guihua 写成（格式 {version}），未采用，也不改动",
        "the corrections {path} are of a newer guihua (form {version}); they are not used and not changed";

    // The command.
    HELP_HEADING = "更正（plans correct）", "Corrections (plans correct)";
    OFFICE_OR_ROLE = "“=部门”或 --role", "“=OFFICE” or --role";
    WHAT = "请写明更正什么：--unit、--not-unit、--missed、--heading、--title、--region、--period，或 --list、--undo", "say what to correct: --unit, --not-unit, --missed, --heading, --title, --region, --period; or --list, --undo";
    only_correct(option) = "{option} 只用于 guihua plans correct", "{option} is for guihua plans correct only";
    ONE_PLACE = "--unit、--not-unit、--missed、--heading 每次写一个", "give one of --unit, --not-unit, --missed, --heading at a time";
    needs(option, others) = "{option} 要与 {others} 并用", "{option} needs {others}";
    does_not_go(option, other) = "{option} 不能与 {other} 并用", "{option} does not go with {other}";
    no_node(node) = "没有节点“{node}”", "there is no node “{node}”";
    printed_units(units) = "；所印单位有：{units}", "; the units printed are: {units}";
    near_headings(headings) = "；相近的标题：{headings}", "; headings near it: {headings}";
    done(title, id, path) = "已更正《{title}》[{id}]，存于 {path}", "corrected “{title}” [{id}], in {path}";
    undo(id, n) = "撤销：guihua plans correct {id} --undo {n}", "to undo: guihua plans correct {id} --undo {n}";
    undone(n, id) = "已撤销《{id}》的更正 {n}", "undone: correction {n} of “{id}”";
    no_such(n, id) = "{id} 没有更正 {n}；guihua plans correct {id} --list 列出全部", "{id} has no correction {n}; guihua plans correct {id} --list lists them";
    not_cut(path, line) = "更正写法特殊，请在 {path} 第 {line} 行手工删去", "the correction is written in a way of its own; take it out by hand: {path}, line {line}";
    NONE = "没有更正", "there are no corrections";
    ALREADY = "已有同样的更正，未改动", "it is corrected so already, nothing changed";
    NUMBER = "序号", "No.";
    CORRECTION = "更正", "Correction";
    STATE = "情况", "State";
    count(n) = "更正：{n} 处", "Corrections: {n}";
}
