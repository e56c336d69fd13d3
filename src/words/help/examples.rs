//! What each example at the end of a help page does.

use crate::words::words;

words! {
    OPEN = "打开浏览界面", "open the browser";
    OPEN_AT = "打开时到云浮的规划，并查找控烟", "open the plan of 云浮 and search";
    TASKS_OF_OFFICE = "人社局在各规划中的任务", "tasks of the office in all plans";
    SEARCH = "查找", "search";
    NODE = "一个节点的全文", "the full text of one node";
    OUTLINE = "云浮的目录", "the outline of one plan";
    CHAPTERS = "各规划的章，存为 csv", "the chapters of all plans, to a file";
    WHOLE_PLAN = "整部规划，存为 Word 文档", "a whole plan as a Word document";
    LED_TASKS = "教育局牵头的任务", "tasks that the office leads";
    LEDGER = "教育局的任务分工表，存为 Excel", "the ledger of the office, for Excel";
    TASKS_BELOW = "一节之下的任务", "tasks below one section";
    OFFICES = "云浮的规划写明的部门", "offices that one plan names";
    COUNTY_OFFICES = "县级部门，csv 格式", "county offices, as csv";
    DOSSIER = "教育局的任务清单", "the task list of the office";
    DOSSIER_FILE = "用拼音首字母，存为 Word 文档", "by pinyin initials, as a Word document";
    MATRIX = "各部门在各规划中的任务数", "tasks by office and plan";
    MATRIX_FILE = "两部规划的总表，存为 Excel", "of two plans, for Excel";
    INDICATORS = "名称中有预期寿命的指标", "indicators with these words in their name";
    BINDING = "佛山的约束性指标", "the binding indicators of one plan";
    SORTED = "按2025年数值从大到小", "by the numbers for 2025, greatest first";
    COMPARE = "一个指标在各规划中的对照", "one indicator in all plans";
    COMPARE_ALL = "列出全部指标", "the list of all indicators";
    COMPARE_FILE = "对照表，存为 Excel", "the comparison, for Excel";
    SIMILAR = "其他规划中最相近的任务", "the closest tasks of other plans";
    SIDE_BY_SIDE = "两个节点逐字对照", "two nodes side by side";
    TARGETS = "教育局到2030年的目标", "targets of the office for 2030";
    TARGETS_JSON = "湘桥正文中的目标，JSON 格式", "targets of one plan, as JSON";
    CHECK = "核对云浮的规划", "check one plan";
    CHECK_DRAFT = "核对文稿，写成 Word 批注", "check a draft, as comments in a copy of it";
    CHECK_AGAINST = "对照上期规划和上级规划", "against the last plan and the plan of the province";
    CHECK_FILE = "全部核对结果，存为网页", "all findings, as a page to print";
    QUESTION = "用问句查找", "search by a question";
    FILTERED = "教育局的任务中有近视的", "within the tasks of an office";
    BY_INITIALS = "用拼音首字母找部门", "offices by pinyin initials";
    DATASET = "整个数据集，存为文件", "the whole dataset, to a file";
    IMPORT = "导入一部规划", "import a plan";
    IMPORT_FOLDER = "试读一个文件夹，不保存", "read a folder without saving";
    IMPORT_FACTS = "补充原文没有写明的地区和期限", "supply what the text does not say";
    PLANS = "内置和自有的规划", "the bundled plans and own ones";
    PLAN_REMOVED = "移除一部自有规划", "take an own plan out";
    PLANS_VERIFIED = "检查规划库", "check the library";
    SETTINGS = "各项设置", "the settings in force";
    ACTIONS = "全部操作的按键", "the keys of all actions";
    SCRIPT = "bash 的补全脚本，存为文件", "the script for bash, to a file";
    SCRIPT_FISH = "fish 的补全脚本，存为文件", "the script for fish, to a file";
    DOCTOR = "检查结果", "what was found";
    DOCTOR_JSON = "检查结果，JSON 格式", "what was found, as JSON";
    SCHEMA = "tasks 的 JSON 格式", "what the JSON of tasks looks like";
    SCHEMA_ALL = "全部命令的 JSON 格式，存为文件", "of all commands, to a file";
    MAN = "guihua 的手册页，存为文件", "the page of guihua, to a file";
    MAN_TASKS = "tasks 的手册页，存为文件", "the page of tasks, to a file";
    BUNDLE_CHECK = "检查内置的数据", "check the bundled data";
    BUNDLE = "另存一份", "save them to another file";
}
