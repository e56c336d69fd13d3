//! The words of the tour. Each line has room on a screen of 80 cells; what matters stands first, as narrow screens cut the end.

use super::words;

words! {
    offer(keys) = "第一次使用？按 {keys} 开始五步导览；? 帮助", "New here? {keys} starts a tour of five steps; ? Help";
    step(at, of, says, keys) = "导览 {at}/{of}　{says}（{keys} 结束）", "Tour {at}/{of}  {says} ({keys} ends)";
    DONE = "导览结束。按 ? 看本页全部按键", "The tour is over. ? shows all keys";
    unfold(open) = "按 {open} 展开一部规划", "{open} unfolds a plan";
    office(keys) = "按 {keys} 输入部门名称或拼音首字母，Enter 看其任务", "{keys}, then the name of an office, Enter: its tasks";
    search(keys) = "按 {keys} 搜索，如 婴儿死亡率，Enter 到该处", "{keys} searches, such as 婴儿死亡率; Enter goes there";
    compare(tab, keys) = "按 {tab} 看指标表，选一行按 {keys} 对照各规划", "{tab}: indicator tables; {keys} on a row compares the plans";
    take_away(export, command) = "按 {export} 把本页存为文件，{command} 复制命令", "{export} saves the page as a file, {command} copies its command";
}
