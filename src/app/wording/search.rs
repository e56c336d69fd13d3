//! The words of the search: counts, filters, and what was not found.

/// What is said where a query asks about 我局, and it is not known which office that is.
pub(crate) const OWN_OFFICE_UNKNOWN: &str = "“我局”是哪个部门？";
pub(crate) const CHOOSE_OFFICE: &str = "选定我局，再查这一句（Enter）";
pub(crate) const OWN_OFFICE_HOW: &str = "也可把“我局”改写为部门名称；每次都用，可设环境变量 GUIHUA_OFFICE";
/// The title of the question which office it is.
pub(crate) const WHICH_OFFICE: &str = "“我局”是哪个部门";

/// Words which hit this is, of how many.
pub(crate) fn hit_count(at: usize, of: usize) -> String {
    format!("{at}/{of}")
}

/// Words that the query would have `n` hits without a filter or a word.
pub(crate) fn without(piece: &str, n: usize) -> String {
    format!("去掉“{piece}”，有 {n} 条")
}

/// Words that the query has `n` hits in all plans, those left out included.
pub(crate) fn widened(n: usize) -> String {
    format!("现仅搜索所选规划；全部规划里有 {n} 条")
}

/// Words a filter whose value is not typed yet.
pub(crate) fn pending_filter(filter: &str) -> String {
    format!("{filter}…（尚未输完，暂不计入）")
}

/// Words a filter and the names that its value was taken for.
pub(crate) fn known_filter(filter: &str, value: &str, names: &[String]) -> String {
    match names {
        [name] if name == value.trim() => filter.to_owned(),
        [name] => format!("{filter}（{name}）"),
        several => format!("{filter}（可指 {} 个，均计入：{}）", several.len(), several.join("、")),
    }
}

/// Words that a filter was not understood, and which names are near.
pub(crate) fn unknown_filter(filter: &str, near: &[String]) -> String {
    let near = if near.is_empty() { String::new() } else { format!("；相近的有 {}", near.join("、")) };
    format!("{filter}（未找到，暂不计入{near}）")
}

/// Words that several departments share the typed name.
pub(crate) fn sharing(names: &[String]) -> String {
    format!("可指 {} 个部门，均列在下面：{}", names.len(), names.join("、"))
}

/// Words that the plans nowhere contain these words.
pub(crate) fn unmet(words: &[String]) -> String {
    format!("各规划里都没有“{}”。", words.join("”“"))
}

/// Words how many hits of a kind there are, and how many of them are listed where not all are.
pub(crate) fn group_count(listed: usize, of: usize) -> String {
    if listed < of { format!("{of}（列出前 {listed} 条）") } else { of.to_string() }
}

/// Words which match in the open text this is, of how many.
pub(crate) fn text_place(at: usize, of: usize) -> String {
    format!("本文第 {at}/{of} 处")
}
