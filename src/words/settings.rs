//! The words for settings: the configuration file, what each setting decides, who has set it, and what is wrong with it.

use super::words;

words! {
    /// What each setting decides.
    LANGUAGE = "界面语言；不设时按 LC_ALL、LC_MESSAGES、LANG", "language of the program; else by LC_ALL, LC_MESSAGES, LANG";
    THEME = "配色；不设时为 colour，设了 NO_COLOR 时为 mono", "colours; else colour, and mono where NO_COLOR is set";
    AMBIGUOUS = "“—≥ 等字符占一格还是两格", "whether characters such as “—≥ take one cell or two";
    ASCII = "线条和标记只用 ASCII 字符", "lines and marks in ASCII alone";
    MOUSE = "是否使用鼠标", "whether the mouse is used";
    OFFICE = "“我局”是哪个部门", "the office that 我局 (our office) stands for";
    PLANS = "打开浏览界面时选择的规划；不设时为全部", "plans that are selected at the start; else all";
    KEYS = "按键", "keys";

    locale(name) =
        "区域设置是 {name}，不是 UTF-8；中文若显示不正常，请执行 export LC_ALL=zh_CN.UTF-8，终端编码也选 UTF-8",
        "The locale is {name}, not UTF-8; if the Chinese looks wrong, run export LC_ALL=en_US.UTF-8 and set the terminal to UTF-8";

    FILE = "配置文件", "Configuration file";
    OFFICES_FILE = "自有部门", "Own offices";
    NO_FILE = "（尚无此文件，需要时自建）", " (not there; create it when you need it)";
    NO_HOME = "没有用户主目录（HOME）", "no home folder (HOME)";
    UNSET = "（未设）", "(not set)";
    BY_DEFAULT = "默认", "default";
    by_option(name) = "参数 {name}", "option {name}";
    by_variable(name) = "环境变量 {name}", "variable {name}";
    by_line(line) = "配置文件第 {line} 行", "line {line} of the file";
    origin_and_about(origin, about) = "{origin}；{about}", "{origin}; {about}";

    /// Where a value comes from, at the beginning of a message about it.
    option(name) = "参数 {name} 的值", "the value of {name}, ";
    variable(name) = "环境变量 {name} 的值", "the value of the variable {name}, ";
    place(path, line) = "配置文件 {path} 第 {line} 行：", "configuration file {path}, line {line}: ";
    wrong(named, value, values) = "{named}“{value}”不对；可用：{values}", "{named} “{value}” is wrong; it may be: {values}";
    near(names) = "；相近的有：{names}", "; near it: {names}";
    no_action(action, near) =
        "没有名为“{action}”的操作{near}；guihua config --keys 列出全部",
        "there is no action “{action}”{near}; guihua config --keys lists them";
    no_key(keys) = "“{keys}”不是按键；写作 j、gg、<C-s>、<Enter>、<F1>", "“{keys}” is no key; write j, gg, <C-s>, <Enter>, <F1>";
    key_types(action, keys) =
        "{action} 在输入行里也起作用，不能用会打出字的 {keys}；可用 <C-x>、<F2> 等",
        "{action} also works where text is typed, so it cannot have {keys}, which types; <C-x> or <F2> can be used";
    key_taken(action, keys, other) =
        "{action} 的按键与 {other} 的 {keys} 冲突；请同时改 {other}，或换一个键",
        "the keys of {action} collide with {keys} of {other}; change {other} too, or choose another key";

    unreadable(path, reason) = "无法读取配置文件 {path}：{reason}", "cannot read the configuration file {path}: {reason}";
    NOT_UTF_8 = "不是 UTF-8 文字", "not UTF-8 text";
    not_toml(reason) = "不合 TOML 格式：{reason}", "not TOML: {reason}";
    plans_form(name) = "{name} 应写作 [\"foshan-2030\", \"云浮\"]", "{name} is written [\"foshan-2030\", \"云浮\"]";
    keys_form(name) = "{name} 应是一张表，写作 [{name}]", "{name} is a table, written [{name}]";
    action_form(action) = "{action} 的按键应写作 [\"j\", \"<Down>\"]", "the keys of {action} are written [\"j\", \"<Down>\"]";
    no_setting(name, names) = "没有名为“{name}”的设置；可用：{names}", "there is no setting “{name}”; there are: {names}";
    value_form(name, example) =
        "{name} 的值应加引号，如 {name} = \"{example}\"", "the value of {name} needs quotes: {name} = \"{example}\"";
}

/// An office that a plan may name, for an example.
pub(crate) const OFFICE_EXAMPLE: &str = "教育局";
