//! The words of the linear reader, which asks and answers line by line.

use super::words;

words! {
    ABOUT = "逐行问答的文字界面，供读屏软件和简单终端使用", "Ask and answer line by line, for screen readers and simple terminals";
    WELCOME = "规划。输入编号打开；? 看全部命令。", "Plans. Type a number to open it; ? lists the commands.";
    PROMPT = "请输入：", "Your choice: ";
    HELP =
        "编号 打开；b 返回上一处；t 回到开头；/词 搜索，如 /婴儿死亡率；d 名称 某部门的任务，如 d 教育局；a 读本条及以下全文；l 再读一遍；q 退出。",
        "A number opens; b goes back; t goes to the start; /words searches, such as /婴儿死亡率; d NAME reads the tasks of an office, such as d 教育局; a reads this and all below; l reads again; q quits.";
    PLANS = "规划", "Plans";
    below(n) = "以下 {n} 条：", "Below: {n}";
    hits(query, n) = "搜索“{query}”，结果 {n} 条：", "Search for “{query}”: {n} hits";
    NO_HITS = "没有找到。", "Nothing was found.";
    no_number(n) = "没有这个编号；可用 1 至 {n}", "There is no such number; 1 to {n} can be used";
    unknown(line) = "看不懂“{line}”；? 看全部命令", "“{line}” means nothing here; ? lists the commands";
    NOTHING_BEFORE = "已在开头。", "This is the start.";
    NOTHING_BELOW = "这里没有编号可选；b 返回", "There is nothing to open here; b goes back";
}
