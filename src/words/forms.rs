//! How a query of the search is written: each form as it is typed, and what it finds.

use super::words;

words! {
    // Words with signs, which are the same in every language.
    BOTH = "控烟 学校", "控烟 学校";
    FINDS_BOTH = "两个词都有；不分开写也可", "both words; typed without the space as well";
    EITHER = "控烟 | 戒烟", "控烟 | 戒烟";
    FINDS_EITHER = "有其一即可", "either word";
    WITHOUT = "!中医", "!中医";
    FINDS_WITHOUT = "不含这个词", "what does not have the word";
    GROUP = "(瑶医 | 壮医) !武术", "(瑶医 | 壮医) !武术";
    FINDS_GROUP = "括号里的合为一组", "parentheses group";
    AS_TYPED = "'素养", "'素养";
    FINDS_AS_TYPED = "只按字面查", "the characters as typed only";
    BEGINNING = "^推进", "^推进";
    FINDS_BEGINNING = "以此开头", "what begins so";
    END = "工程$", "工程$";
    FINDS_END = "以此结尾", "what ends so";

    // Filters, whose names are typed in either language.
    OFFICE = "部门:教育局", "dept:教育局";
    FINDS_OFFICE = "写明该部门的任务", "tasks that name the office";
    LEAD = "牵头:教育局", "lead:教育局";
    FINDS_LEAD = "由该部门牵头的任务", "tasks that it leads";
    SUPPORT = "配合:教育局", "support:教育局";
    FINDS_SUPPORT = "该部门配合的任务", "tasks that it supports";
    QUESTION = "我局2025年前要完成什么", "我局2025年前要完成什么";
    FINDS_QUESTION =
        "本部门的任务；部门由环境变量 GUIHUA_OFFICE 说明", "the tasks of our own office, which the variable GUIHUA_OFFICE names";
    ROLE = "角色:牵头", "role:lead";
    FINDS_ROLE = "部门在任务中的角色：牵头、配合、未分牵头、负责", "the role of an office: lead, support, listed, any";
    PLAN = "规划:云浮", "plan:云浮";
    FINDS_PLAN = "只在一部规划中", "within one plan";
    INDICATOR = "指标:近视率", "indicator:近视率";
    FINDS_INDICATOR = "只在一个指标中", "within one indicator";
    YEAR = "年:2025", "year:2025";
    FINDS_YEAR = "只在一个年份中", "within one year";
    DUE = "时限:2025", "due:2025";
    FINDS_DUE = "2025年底前要完成的目标", "targets due by the end of 2025";
    LEVEL = "层级:国家", "level:national";
    FINDS_LEVEL =
        "某一层级的部门：国家、省、市、县级、机构", "offices of a level: national, provincial, municipal, county, institution";
}
