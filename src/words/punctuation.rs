//! The signs that join texts of the program with each other and with those of plans: full-width in Chinese, with spaces in English.

use super::words;

words! {
    /// What stands between clauses that belong together.
    COMMA = "，", ", ";
    /// What stands between parts that could be sentences of their own.
    SEMICOLON = "；", "; ";
    /// What stands between a label and its text.
    COLON = "：", ": ";
    /// What sets parts of a row off from each other.
    GAP = "　", "  ";
    /// A text that stands by itself in brackets.
    bracketed(text) = "（{text}）", "({text})";
    /// A text in brackets behind another one that it explains.
    aside(text) = "（{text}）", " ({text})";
    labelled(label, text) = "{label}：{text}", "{label}: {text}";
    with_remark(text, remark) = "{text}（{remark}）", "{text} ({remark})";
}
