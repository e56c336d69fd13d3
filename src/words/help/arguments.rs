//! What each argument of a command means, and how its value is named.

use crate::words::words;

words! {
    // The names of values, as they stand in angle brackets.
    PLAN_VALUE = "规划", "PLAN";
    NODE_VALUE = "节点", "NODE";
    OFFICE_VALUE = "部门", "OFFICE";
    ROLE_VALUE = "角色", "ROLE";
    LEVEL_VALUE = "层级", "LEVEL";
    DEPTH_VALUE = "层数", "N";
    NAME_VALUE = "名称", "NAME";
    NATURE_VALUE = "性质", "NATURE";
    COLUMN_VALUE = "列", "COLUMN";
    INDICATOR_VALUE = "指标", "INDICATOR";
    LIMIT_VALUE = "条数", "N";
    YEAR_VALUE = "年份", "YEAR";
    QUERY_VALUE = "查询", "QUERY";
    KIND_VALUE = "类别", "KIND";
    FORMAT_VALUE = "格式", "FORMAT";
    FILE_VALUE = "文件", "FILE";
    WIDTH_VALUE = "宽度", "WIDTH";
    THEME_VALUE = "配色", "COLOURS";
    LANGUAGE_VALUE = "语言", "LANGUAGE";
    COMMAND_VALUE = "命令", "COMMAND";
    SHELL_VALUE = "shell", "SHELL";

    // What narrows the rows of a command.
    TREE_PLANS =
        "只看这部规划（编号、地名或标题的一部分），可多次",
        "only this plan (its id, or a part of its place or title); can be repeated";
    PLANS = "只看这部规划，可多次", "only this plan; can be repeated";
    DEPTH = "只到第几层", "only so many levels";
    NODE = "节点编号，如 yunfu-2030/3.4.5；只写规划则打印其目录", "id of a node, as yunfu-2030/3.4.5; of a plan alone its outline";
    DEEP = "连同以下各级；只写规划则是全文", "with everything below it; of a plan the whole text";
    OFFICES =
        "只看写明此部门的任务：全称、简称、拼音首字母均可，可多次",
        "only tasks that name this office, by full or short name or pinyin initials; can be repeated";
    NO_UNIT = "只看没有写责任单位的任务", "only tasks that name no responsible office";
    ROLE = "部门在任务中的角色", "role of the office in the task";
    CHAPTER = "只看此节点及以下，如 yunfu-2030/3.4", "only this node and those below it, as yunfu-2030/3.4";
    COUNTED_PLANS = "只数这部规划中的任务，可多次", "count only the tasks of this plan; can be repeated";
    LEVEL =
        "只看这一层级的部门：国家、省、市、县级、机构",
        "only offices of this level: national, provincial, municipal, county, institution";
    OFFICE = "全称、简称、拼音首字母均可", "full or short name, or pinyin initials";
    INDICATOR_NAME =
        "名称中含这些字的指标，同义名称也算",
        "only indicators with this in their name, or in another name for the same";
    NATURE = "只看这一性质的指标", "only indicators of this nature";
    SORT =
        "按一列数值从小到大排序：年份或表头中的字，如 2025；没有数值的排在最后",
        "sort by a column, the least first: a year or words of its header, as 2025; rows without a number come last";
    DESC = "从大到小排序", "sort with the greatest first";
    INDICATOR =
        "指标名称，同义名称、部分名称也算；不写则列出全部指标",
        "name of an indicator, another name for it, or a part; without one all are listed";
    TASK_NODE = "任务的节点编号，如 xiangqiao-145/3.3.2", "id of a task's node, as xiangqiao-145/3.3.2";
    LIMIT = "最多列多少条", "list at most so many";
    WITH =
        "与此节点逐字对照：[-只在前者-]，{+只在后者+}",
        "compare with this node word by word: [-only in the first-], {+only in the second+}";
    YEAR = "只看到这一年的目标，如 2030", "only targets for this year, as 2030";
    TARGET_OFFICE =
        "只看责任单位中写明此部门的：全称、简称、拼音首字母均可",
        "only where this office is responsible, by full or short name or pinyin initials";
    QUERY =
        "词、名称、简称、拼音、问句和筛选，如 人社局、rsj、清远控烟、谁负责控烟、“部门:教育局 近视”\n\
         甲 乙 都有；甲|乙 有其一；!甲 不含；(甲|乙) 合为一组；'甲 只按字面；^甲 以此开头；甲$ 以此结尾\n\
         部门: 牵头: 配合: 角色: 规划: 指标: 年: 时限: 层级: 后面写值，如 牵头:教育局 时限:2025\n\
         我局 指环境变量 GUIHUA_OFFICE 所写的部门，如“我局2025年前要完成什么”",
        "words, names, short names, pinyin, questions and filters, as 人社局, rsj, 清远控烟, 谁负责控烟, “dept:教育局 近视”\n\
         a b: both; a|b: either; !a: without; (a|b): a group; 'a: as typed; ^a: begins so; a$: ends so\n\
         dept: lead: support: role: plan: indicator: year: due: level: take a value, as lead:教育局 due:2025\n\
         我局 is the office in the variable GUIHUA_OFFICE, as in “我局2025年前要完成什么”";
    SEARCHED_PLANS = "只在这部规划中查找，可多次", "search only this plan; can be repeated";
    KINDS = "只列这一类，可多次", "list only this kind; can be repeated";

    // Own plans.
    ONLY_OWN = "只看自有规划", "only own plans";
    NO_OWN = "不看自有规划", "without own plans";
    IMPORTED_FILES =
        "文件（txt、md、html、docx、xlsx、pdf）、文件夹，或 -（标准输入）",
        "files (txt, md, html, docx, xlsx, pdf), folders, or - for stdin";
    SUPPLIED_TITLE = "标题，原文没有时用", "title, where the text gives none";
    SUPPLIED_REGION = "地区，原文没有时用，如 云浮市", "place, where the text gives none, as 云浮市";
    SUPPLIED_PERIOD = "规划期限，原文没有时用，如 2026-2030", "period, where the text gives none, as 2026-2030";
    OPEN_FILES =
        "打开这些文稿，与内置规划并列，不导入", "open these documents beside the bundled plans, without importing them";
    CHECKED_FILES =
        "要核对的文稿，不导入；docx 用 -o 另存的.docx 写成批注",
        "drafts to check without importing them; of a docx, -o copy.docx writes the findings as comments";
    PLAN_OR_FILE_VALUE = "规划或文件", "PLAN_OR_FILE";
    AGAINST =
        "对照同一地方的上期规划：目标是否达到、放宽，指标和任务是否接续",
        "against the last plan of the same place: targets met or loosened, indicators and tasks left out";
    ABOVE =
        "对照上级规划：指标和任务是否承接，目标是否偏松",
        "against the plan of the level above: indicators and tasks not taken up, looser targets";
    ENCODING = "文字的编码，如 gb18030；不写则按内容判断", "encoding of the text, as gb18030; else told by the content";
    ENCODING_VALUE = "编码", "ENCODING";
    REGION_VALUE = "地区", "PLACE";
    PERIOD_VALUE = "期限", "PERIOD";
    TITLE_VALUE = "标题", "TITLE";
    DRY_RUN = "只读不存，报告读到什么", "report what is read, and save nothing";
    REPLACE =
        "作为这部自有规划的新版本；不写时，地区、标题、期限都相同的才是新版本",
        "as a new version of this own plan; else it is one if place, title and period agree";
    PROGRESS_ACTION = "对台账做什么", "what to do with the ledger";
    PROGRESS_LIST = "列出", "print it";
    PROGRESS_IMPORT = "导入填好的 csv 或 xlsx", "read back a csv or xlsx that was filled in";
    PROGRESS_RESTORE = "恢复到上次导入之前", "bring back what it was before the last import";
    PROGRESS_FILE = "填好的台账，或 -（标准输入）", "the ledger that was filled in, or - for stdin";
    PROGRESS_PLANS =
        "列出这部规划可填写的全部指标、目标和任务", "print all indicators, targets and tasks of this plan, to be filled in";
    ACTION_VALUE = "操作", "ACTION";
    ACTION = "对规划库做什么", "what to do with the library";
    ACTION_LIST = "列出", "list the plans";
    ACTION_SHOW = "一部规划的情况", "all about one plan";
    ACTION_CORRECT = "更正识别有误之处", "correct what was read wrongly";
    ACTION_REMOVE = "移除，可恢复", "take one out; it can be restored";
    ACTION_RESTORE = "恢复移除的，或上一版", "bring back what was removed, or the former version";
    ACTION_VERIFY = "检查各文件是否完好", "check that every file is whole";
    RESTORED_VERSION = "恢复第几个旧版，plans show 列出", "which former version to bring back, as plans show lists them";
    UNIT_VALUE = "原文=部门", "PRINTED=OFFICE";
    PRINTED_VALUE = "原文", "PRINTED";
    RANK_VALUE = "层级", "RANK";
    NUMBER_VALUE = "编号", "NUMBER";
    AT_VALUE = "文字或节点", "WORDS|NODE";
    CORRECT_UNIT = "原文所印的单位是哪个部门，如 市碧波办=生态环境局", "which office a printed unit is";
    CORRECT_NOT_UNIT = "这几个字不是责任单位", "these words are no office";
    CORRECT_MISSED = "漏识的责任单位，可写 原文=部门", "an office that was not read; PRINTED=OFFICE may be written";
    CORRECT_ROLE = "与 --unit、--missed 并用：牵头、配合、未分牵头、其他", "with --unit and --missed: lead, support, listed, other";
    CORRECT_HEADING = "要更正的条目标题，照原文所印，或其节点编号", "the heading to correct, as printed, or the id of its node";
    CORRECT_RANK = "与 --heading 并用：章、节、小节、条、专栏、附件（漏识的标题也这样补），正文（不是标题）", "with --heading: chapter, section, subsection, item, box, attachment (for one that was not read as well), text (no heading)";
    CORRECT_NUMBER = "与 --heading 并用：条目编号，如 （二）", "with --heading: its number with the mark";
    CORRECT_TITLE = "规划的标题；与 --heading 并用时为该条目的标题", "the title of the plan; with --heading that of the heading";
    CORRECT_REGION = "规划的地区，如 云浮市", "the place of the plan, as 云浮市";
    CORRECT_PERIOD = "规划期限，如 2026-2030", "the period of the plan, as 2026-2030";
    CORRECT_AT = "只更正这一处：上级标题、所在文字或节点编号；不写则各处同改", "only at this place: a heading above, words beside it, or the id of a node; else wherever it is printed";
    CORRECT_LIST = "列出已有的更正", "list the corrections";
    CORRECT_UNDO = "撤销第几个更正", "take back this one of them";
    ACTED_ON = "规划：编号、地名或标题的一部分", "plan: its id, or a part of its place or title";

    // Where the rows go.
    FORMAT =
        "text、json、csv、md、html、xlsx、docx；不写则随文件名的扩展名，没有扩展名为 text",
        "text, json, csv, md, html, xlsx, docx; else as the file's extension says, and text without one";
    OUTPUT = "写入文件，不覆盖已有文件；- 为标准输出", "write to a file, never over an existing one; - is stdout";
    FORCE = "覆盖已有文件", "replace an existing file";
    BOM = "csv 开头加 BOM，Excel 直接打开不乱码", "begin csv with a BOM, by which Excel reads it right";

    // How the browser opens.
    OPEN_PLAN = "打开这部规划", "open this plan";
    OPEN_NODE = "打开这个节点", "open this node";
    OPEN_OFFICE = "打开这个部门", "open this office";
    OPEN_SEARCH = "打开时查找", "search at the start";
    AMBIGUOUS =
        "“—≥ 等字符占一格还是两格；环境变量 GUIHUA_AMBIGUOUS 可设",
        "whether characters such as “—≥ take one cell or two; or the variable GUIHUA_AMBIGUOUS";
    WIDTH_ASKED = "询问终端", "ask the terminal";
    WIDTH_NARROW = "一格", "one cell";
    WIDTH_WIDE = "两格", "two cells";
    THEME =
        "配色；环境变量 GUIHUA_THEME 可设；设了 NO_COLOR 时为 mono",
        "colours; or the variable GUIHUA_THEME; mono where NO_COLOR is set";
    THEME_COLOUR = "十六色，按终端底色的深浅", "sixteen colours, as the background is dark or light";
    THEME_DARK = "十六色，用于深色底", "sixteen colours on dark";
    THEME_LIGHT = "十六色，用于浅色底", "sixteen colours on light";
    THEME_MONO = "不用颜色", "no colours";
    THEME_CONTRAST = "高对比度", "high contrast";
    FRESH =
        "不恢复上次的标签页、位置、折叠和筛选；书签和查过的词仍在",
        "begin anew, without the last tab, place, folds and filters; bookmarks and queries stay";
    NO_MOUSE = "不使用鼠标", "do not use the mouse";

    // Every command.
    HELP = "说明用法", "print this help";
    VERSION = "版本", "print the version";

    // The commands about the program itself.
    KEYS = "列出全部操作的名称和按键，供配置文件的 [keys] 使用", "list the actions and their keys, for [keys] in the file";
    REPORT_FORMAT = "输出格式", "form of the output";
    REPORT_TEXT = "文字，供阅读", "text to read";
    REPORT_JSON = "JSON，供程序读取", "JSON for programs";
    SHELL = "bash、zsh 或 fish", "bash, zsh or fish";
    SCHEMA_COMMAND = "只要这个命令的格式；不写则为全部", "of this command alone; else of all";
    MAN_COMMAND = "只要这个命令的手册页", "the page of this command alone";
    BUNDLE_OUTPUT = "保存到；旁边另存索引，扩展名为 .index", "save to; the index is saved beside it, with the extension .index";
    BUNDLE_CHECK = "只检查内置的数据是否与原文一致，不写文件", "only check that the bundled data are those of the texts; write nothing";
}
