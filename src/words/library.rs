//! The words of the library of own plans: what importing a document gives, what is in the library, and what is wrong with it.

use super::words;

words! {
    // Files that are named for importing.
    failed(file, reason) = "{file}：{reason}", "{file}: {reason}";
    NO_SUCH_FILE = "没有这个文件", "there is no such file";
    NOT_READABLE = "没有读取的权限", "no permission to read";
    NOT_PLAIN = "不是普通文件；从管道读入请写 -", "it is no plain file; to read from a pipe write -";
    TWICE_STDIN = "标准输入只能写一次", "stdin can be named only once";
    no_documents(folder) = "{folder} 中没有可以导入的文件", "there is nothing to import in {folder}";
    skipped(n) = "另有 {n} 个其他格式的文件未读", "files of other formats, which were not read: {n}";
    some_failed(failed, all) =
        "{all} 个文件中有 {failed} 个未能导入", "of the files ({all}) some could not be imported: {failed}";
    progress(at, all, file) = "正在导入 {at}/{all}：{file}", "importing {at}/{all}: {file}";
    making(n) = "正在整理规划库：{n} 部", "putting the library in order: {n} plans";
    STDIN = "标准输入", "stdin";

    // Options that do not fit.
    ONE_TITLE = "--title 只用于一个文件", "--title is for one file only";
    ONE_REPLACED = "--replace 只用于一个文件", "--replace is for one file only";
    wrong_period(period) =
        "规划期限“{period}”不对，应写作 2026-2030，只知止年写作 -2030",
        "the period “{period}” is wrong; write 2026-2030, or -2030 if only the end is known";
    wrong_encoding(name) =
        "没有名为“{name}”的编码；可用：utf-8、gb18030、gbk、big5、utf-16",
        "there is no encoding “{name}”; there are: utf-8, gb18030, gbk, big5, utf-16";
    fact_in_text(option, value) =
        "原文已写明“{value}”，{option} 未用", "the text says “{value}” itself, so {option} was not used";

    // What became of a document.
    heading(title, id, outcome) = "{title}  [{id}]（{outcome}）", "{title}  [{id}] ({outcome})";
    NEW = "新导入", "new";
    RESTORED = "移除过，已恢复", "brought back after it was removed";
    VERSION = "新版本", "new version";
    SAME = "与已导入的相同，未改动", "as it is already, nothing changed";
    would(outcome) = "试读，未保存：{outcome}", "dry run, not saved: {outcome}";
    another(id, stem) =
        "编号 {stem} 已有，且地区、标题、期限不全相同，此文作为另一部规划导入，编号 {id}；若是它的新版本，请用 --replace {stem}",
        "the id {stem} is taken by a plan whose place, title or period differ, so this is another plan, {id}; if it is a new version of it, use --replace {stem}";
    as_bundled(id, bundled) =
        "{id} 的原文与内置规划 {bundled} 相同，各表中将出现两次；不需要可执行 guihua plans remove {id}",
        "the text of {id} is that of the bundled plan {bundled}, so it stands twice in every table; to take it out: guihua plans remove {id}";
    undo_version(id) = "恢复上一版：guihua plans restore {id}", "to bring back the former version: guihua plans restore {id}";

    // The parts of a report.
    file(file) = "文件：{file}", "File: {file}";
    facts(facts) = "基本情况：{facts}", "Facts: {facts}";
    UNKNOWN_REGION = "地区未写明（可用 --region 补充）", "no place (give --region)";
    UNKNOWN_PERIOD = "期限未写明（可用 --period 补充）", "no period (give --period)";
    UNKNOWN_TITLE = "标题未写明（可用 --title 补充）", "no title (give --title)";
    outline(chapters, nodes) = "目录：章 {chapters}，节点 {nodes}", "Outline: chapters {chapters}, nodes {nodes}";
    responsible(clauses, units) = "责任：条款 {clauses}，单位 {units}", "Responsible: clauses {clauses}, units {units}";
    unknown_units(n) = "，名录中没有的 {n}：", ", not in the list of offices {n}:";
    nearest(unit, offices) = "{unit}（相近：{offices}）", "{unit} (near it: {offices})";
    tables(tables, rows) = "指标表：{tables} 张，{rows} 行", "Tables: {tables}, rows {rows}";
    doubts(n) = "存疑：{n} 处", "Doubts: {n}";
    at_line(line, what) = "第 {line} 行：{what}", "line {line}: {what}";
    and_more(n) = "其余 {n} 处见 --format json", "{n} more: see --format json";
    remark(words) = "读入：{words}", "Reading: {words}";

    // What changed between two versions.
    changes(added, removed, moved, renamed, edited) =
        "与上一版相比：新增 {added}，删去 {removed}，移位 {moved}，改题 {renamed}，改文 {edited}",
        "Compared with the former version: added {added}, removed {removed}, moved {moved}, renamed {renamed}, edited {edited}";
    NO_CHANGES = "与上一版相比：条目和正文未变", "Compared with the former version: outline and text are as before";
    added(id, title) = "新增 {id} {title}", "added {id} {title}";
    removed(id, title) = "删去 {id} {title}", "removed {id} {title}";
    moved(from, to, title) = "移位 {from} → {to} {title}", "moved {from} → {to} {title}";
    renamed(id, from, to) = "改题 {id} {from} → {to}", "renamed {id} {from} → {to}";
    edited(id, title) = "改文 {id} {title}", "edited {id} {title}";

    // The table of the library.
    LIST = "规划", "Plans";
    REGION = "地区", "Place";
    PERIOD = "期限", "Period";
    ORIGIN = "来源", "Origin";
    OWN = "自有", "own";
    BUNDLED = "内置", "bundled";
    FILE = "文件", "File";
    NODES = "节点", "Nodes";
    CLAUSES = "责任条款", "Clauses";
    TABLES = "指标表", "Tables";
    IMPORTED = "导入时间", "Imported";
    FORMER = "旧版", "Former";
    STATE = "状态", "State";
    UNKNOWN_UNITS = "名录中没有的单位", "Unknown units";
    DOUBTS = "存疑", "Doubts";
    GOOD = "完好", "whole";

    // The library as a whole.
    in_library(n, path) = "自有规划 {n} 部，存于 {path}", "own plans: {n}, in {path}";
    removed_before(ids) = "已移除、可恢复：{ids}", "removed, can be restored: {ids}";
    imported_at(time) = "导入时间：{time}", "Imported: {time}";
    former(n, id) = "旧版：{n}（guihua plans restore {id} 恢复上一版）", "Former versions: {n} (guihua plans restore {id} brings back the last)";
    issued_by(issuer) = "发文机关：{issuer}", "Issued by: {issuer}";
    issued_on(date) = "发文日期：{date}", "Issued on: {date}";
    supplied(facts) = "由使用者补充：{facts}", "Supplied: {facts}";
    digest(sha256) = "SHA-256：{sha256}", "SHA-256: {sha256}";
    was_removed(title, id) =
        "已移除《{title}》[{id}]；恢复：guihua plans restore {id}", "removed “{title}” [{id}]; to undo: guihua plans restore {id}";
    was_restored(title, id) = "已恢复《{title}》[{id}]", "brought back “{title}” [{id}]";
    which_plan(action, ids) =
        "请写明规划：guihua plans {action} 编号{ids}", "say which plan: guihua plans {action} ID{ids}";
    among(ids) = "；可用：{ids}", "; there are: {ids}";
    takes_none(action) = "guihua plans {action} 不带规划编号", "guihua plans {action} takes no plan";
    is_bundled(id) =
        "{id} 是内置规划，不能改动；不看内置规划可加 --only-own",
        "{id} is a bundled plan and cannot be changed; to leave the bundled plans out add --only-own";
    nothing_to_restore(id, ids) = "“{id}”没有可恢复的旧版{ids}", "there is nothing of “{id}” to restore{ids}";
    NO_OWN_PLANS = "没有自有规划；用 guihua import 导入", "there are no own plans; guihua import adds them";

    // What is wrong with it.
    unwritable(path) = "无法写入规划库 {path}", "cannot write to the library {path}";
    unopened(path, reason) = "无法读取规划库 {path}：{reason}", "cannot read the library {path}: {reason}";
    broken_and_moved(path, reason, aside) =
        "自有规划 {path} 无法识别（{reason}），已改名为 {aside}，请重新导入原文件",
        "the own plan {path} cannot be read ({reason}); it is now called {aside}; import its document again";
    broken(path, reason) =
        "自有规划 {path} 无法识别（{reason}），未列入；请重新导入原文件",
        "the own plan {path} cannot be read ({reason}) and is left out; import its document again";
    newer(version, path) =
        "自有规划 {path} 由更新版本的 guihua 写成（格式 {version}），未列入，也不改动",
        "the own plan {path} is of a newer guihua (form {version}); it is left out and not changed";
    ASIDE = "无法识别，已移开", "could not be read and was set aside";
    CHANGED_TEXT = "原文与导入时不符", "the text is not the one that was imported";
    some_broken(n) = "规划库中有 {n} 个文件有误，请重新导入原文件", "files of the library that are wrong: {n}; import their documents again";

    // The file of own offices.
    GROUP_GOVERNMENT = "政府", "government";
    GROUP_PARTY = "党委", "party";
    GROUP_ALONE = "独有", "alone";
    wrong_office(path, line, what) = "部门文件 {path} 第 {line} 行：{what}", "offices file {path}, line {line}: {what}";
    unread_offices(path, reason) = "无法读取部门文件 {path}：{reason}", "cannot read the offices file {path}: {reason}";
    OFFICE_FORM = "新部门应写作 [[office]]，下面写 name = \"…\"", "a new office is written [[office]], and name = \"…\" below it";
    ALIASES_FORM =
        "别名应写作 aliases = [\"…\"]，已有部门的写在 [aliases] 之下：\"教育局\" = [\"…\"]",
        "further names are written aliases = [\"…\"], those of a known office below [aliases]: \"教育局\" = [\"…\"]";
    text_form(field) = "{field} 的值应加引号", "the value of {field} needs quotes";
    NO_OFFICE_NAME = "新部门缺 name", "a new office needs a name";
    no_such_field(name, near) = "没有名为“{name}”的项{near}", "there is no field “{name}”{near}";
    no_such_office(name, near) = "没有名为“{name}”的部门，或有多个{near}", "there is no office “{name}”, or there are several{near}";
    name_taken(name, office) = "“{name}”已是“{office}”的名称，未采用", "“{name}” is a name of “{office}” already, and was not used";
    no_office_name(name) = "“{name}”不能作部门名称：应为 2 至 40 个字，不含标点", "“{name}” can be no name of an office: 2 to 40 characters, no punctuation";

    // What the browser says of an import, and of plans that others have changed.
    WAS_CHANGED = "规划库中的文件已变，已重新读取", "files of the library have changed; they were read again";
    of_all(at, all, file) = "{at}/{all} {file}", "{at}/{all} {file}";
    was_imported(n, changed) = "已导入 {n} 部，其中有变化 {changed} 部", "imported: {n}, changed: {changed}";
    was_undone(n) = "已撤销 {n} 部的导入；再按一次恢复", "imports undone: {n}; once more brings them back";
    was_brought_back(n) = "已恢复 {n} 部的导入；再按一次撤销", "imports brought back: {n}; once more undoes them";

    // Kept versions.
    ONLY_RESTORE = "--version 只用于 guihua plans restore", "--version is for guihua plans restore only";
    no_version(id, number, numbers) = "{id} 没有旧版 {number}{numbers}", "{id} has no former version {number}{numbers}";
    version(number, time, file) = "旧版 {number}：{time} 导入，{file}", "Former version {number}: imported {time}, {file}";
    changed_since(changes) = "其后一版：{changes}", "the one after it: {changes}";
    NOTHING_CHANGED = "条目和正文未变", "outline and text as before";
    counted_changes(added, removed, moved, renamed, edited) =
        "新增 {added}，删去 {removed}，移位 {moved}，改题 {renamed}，改文 {edited}",
        "added {added}, removed {removed}, moved {moved}, renamed {renamed}, edited {edited}";
}
