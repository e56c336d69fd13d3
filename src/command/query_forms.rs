//! How a query of the search is written, form by form. The help of the browser lists these rows; the READMEs and
//! `search --help` name each of them, which a test holds them to.

/// One form in which a query can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueryForm {
    /// An example that can be typed as it stands.
    pub typed: &'static str,
    /// What the example finds, in words.
    pub finds: &'static str,
}

const fn form(typed: &'static str, finds: &'static str) -> QueryForm {
    QueryForm { typed, finds }
}

/// The forms of a query: words, signs, parentheses, filters.
pub const QUERY_FORMS: [QueryForm; 17] = [
    form("控烟 学校", "两个词都有；不分开写也可"),
    form("控烟 | 戒烟", "有其一即可"),
    form("!中医", "不含这个词"),
    form("(瑶医 | 壮医) !武术", "括号里的合为一组"),
    form("'素养", "只按字面查"),
    form("^推进", "以此开头"),
    form("工程$", "以此结尾"),
    form("部门:教育局", "写明该部门的任务"),
    form("牵头:教育局", "由该部门牵头的任务"),
    form("配合:教育局", "该部门配合的任务"),
    form("我局2025年前要完成什么", "本部门的任务；部门由环境变量 GUIHUA_OFFICE 说明"),
    form("角色:牵头", "部门在任务中的角色：牵头、配合、列名、负责"),
    form("规划:云浮", "只在一部规划中"),
    form("指标:近视率", "只在一个指标中"),
    form("年:2025", "只在一个年份中"),
    form("时限:2025", "2025年底前要完成的目标"),
    form("层级:国家", "某一层级的部门：国家、省、市、县级、机构"),
];
