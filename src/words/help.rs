//! The words of the help: what the program and its commands do, and the layout of a help page. What each argument means
//! stands in [`arguments`], what
//! each example does in [`examples`].

pub(crate) mod arguments;
pub(crate) mod choices;
pub(crate) mod examples;

use super::words;

words! {
    // The program, in the list of programs and at the head of its own help.
    PROGRAM =
        "规划：在终端里查阅卫生健康规划——章节、任务、责任部门、指标",
        "Read health plans in the terminal: chapters, tasks, responsible offices, indicators";
    PROGRAM_AT_LENGTH =
        "规划：在终端里查阅卫生健康规划——章节、任务、责任部门、指标。\n\n不带子命令时打开浏览界面；输出不是终端时打印目录。",
        "Read health plans in the terminal: chapters, tasks, responsible offices, indicators.\n\nWithout a command it opens the browser; where the output is no terminal, it prints the outline.";

    TREE = "打印目录", "Print the outline";
    SHOW =
        "打印一个节点：编号、标题、路径、正文、责任单位、表格",
        "Print one node: number, title, path, text, responsible offices, tables";
    TASKS = "列出任务，可按规划、部门、角色、章节筛选", "List tasks, by plan, office, role or chapter";
    DEPTS = "列出部门及任务数", "List offices with the number of their tasks";
    DOSSIER =
        "部门任务清单：任务、时限、共同承担任务的部门、正文提及；可存为 Word",
        "Task list of an office: tasks, deadlines, partners, mentions; also for Word";
    MATRIX = "部门任务总表：部门 × 规划", "Number of tasks: offices × plans";
    INDICATORS = "列出指标，与规划原文一致", "List indicators as the plans print them";
    COMPARE =
        "一个指标在各规划中的对照；不写指标则列出全部",
        "Compare an indicator across plans; without one, list them all";
    SIMILAR = "其他规划中与此最相近的任务", "Find the tasks of other plans closest to one";
    TARGETS =
        "列出正文中写明的目标：到哪一年，什么，多少；可按规划、年份、部门筛选",
        "List the targets in the text: by when, what, how much; by plan, year or office";
    CHECK =
        "核对：规划前后不一、未达目标、疑似有误之处，按规则得出",
        "Check plans by rules: contradictions, missed targets, likely errors";
    SEARCH = "查找部门、任务、指标和正文", "Search offices, tasks, indicators and text";
    EXPORT = "打印整个数据集（JSON）", "Print the whole dataset (JSON)";
    IMPORT =
        "导入自己的规划，报告读到的目录、责任单位、指标表和存疑之处",
        "Import own plans, and report outline, offices, tables and doubts";
    PROGRESS =
        "规划实施台账：填写的实际值和进展，与目标对照",
        "Ledger of execution: values reached and progress, beside the targets";
    PLANS =
        "规划库：列出、查看、移除、恢复、检查", "The library of plans: list, show, remove, restore, verify";
    CONFIG =
        "列出各项设置、其值和来源，及配置文件的位置",
        "List the settings, where each comes from, and the place of their file";
    COMPLETIONS = "输出 bash、zsh 或 fish 的补全脚本", "Print the completion script for bash, zsh or fish";
    DOCTOR =
        "检查终端、区域设置、剪贴板、文件夹和数据，供报告问题时粘贴",
        "Check terminal, locale, clipboard, folders and data, to paste into a report";
    SCHEMA = "输出各命令 JSON 的格式（JSON Schema）", "Print what the JSON of the commands looks like (JSON Schema)";
    MAN = "输出手册页（man 格式）", "Print the manual page";
    BUNDLE =
        "由 seeds/ 的原文重新生成 data/plans.json 及其索引 data/plans.index",
        "Make data/plans.json and its index data/plans.index anew from the texts in seeds/";

    // The layout of a page.
    usage(line) = "用法：{line}", "Usage: {line}";
    OPTIONAL = "[选项]", "[OPTIONS]";
    COMMAND = "[命令]", "[COMMAND]";
    COMMANDS = "命令", "Commands";
    ARGUMENTS = "参数", "Arguments";
    OPTIONS = "选项", "Options";
    EXAMPLES = "示例", "Examples";
    heading(name) = "{name}：", "{name}:";
    one_of(values) = "可选：{values}", "One of: {values}";
    meaning(value, about) = "{value}（{about}）", "{value} ({about})";
    default(value) = "默认：{value}", "Default: {value}";
    EXIT_STATUS = "退出状态", "Exit status";
    STATUSES = "0 有结果；1 没有结果；2 用法或数据有误。", "0 found; 1 nothing found; 2 wrong use or data.";
    exit_status(name, statuses) = "{name}：{statuses}", "{name}: {statuses}";

    // The sections of a manual page, as the pages of either language name them.
    MAN_NAME = "名称", "NAME";
    MAN_SYNOPSIS = "概述", "SYNOPSIS";
    MAN_DESCRIPTION = "描述", "DESCRIPTION";
    MAN_OPTIONS = "选项", "OPTIONS";
    MAN_COMMANDS = "命令", "COMMANDS";
    MAN_EXAMPLES = "示例", "EXAMPLES";
    MAN_EXIT_STATUS = "退出状态", "EXIT STATUS";
    MAN_VERSION = "版本", "VERSION";
}
