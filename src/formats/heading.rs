//! Whether a heading prints a number of its own, so that it is one without the marks of Markdown.

use crate::lexicon::heading::{
    ATTACHMENTS, CHAPTER_UNITS, NUMBER_STOPS, NUMBERED_WORDS, NUMERAL_CHARS, PART_UNITS, SECTION_UNITS,
};

/// The deepest heading of Markdown.
pub(super) const DEEPEST: usize = 6;

/// Whether a line begins with a number as headings print it: 第一章, 一、, （一）, 1., 1.2, 专栏1, 附件.
pub(super) fn is_numbered(line: &str) -> bool {
    let line = line.trim_start();
    let is_digit = |c: char| NUMERAL_CHARS.contains(c) || c.is_ascii_digit() || ('０'..='９').contains(&c);
    let after_digits = |text: &str| {
        let text = text.trim_start();
        let rest = text.trim_start_matches(is_digit);
        (rest.len() < text.len()).then(|| rest.trim_start().to_owned())
    };
    if let Some(rest) = line.strip_prefix('第').and_then(after_digits) {
        return [&PART_UNITS, &CHAPTER_UNITS, &SECTION_UNITS].iter().any(|units| units.strip_prefix(&rest).is_some());
    }
    if let Some(rest) = line.strip_prefix(['（', '(']).and_then(after_digits) {
        return rest.starts_with(['）', ')']);
    }
    if let Some(rest) = after_digits(line) {
        let has_section = rest.starts_with(|c: char| c == '.' || c.is_whitespace());
        return NUMBER_STOPS.strip_prefix(&rest).is_some() || rest.starts_with(['）', ')']) || has_section;
    }
    ATTACHMENTS.strip_prefix(line).is_some()
        || NUMBERED_WORDS.strip_prefix(line.trim_start_matches('【')).is_some_and(|rest| after_digits(rest).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings() {
        for line in [
            "第一章 总则",
            "第 2 节 目标",
            "一、总体要求",
            "（一）指导思想",
            "(3) 目标",
            "1.促进健康",
            "１．促进",
            "专栏1 项目",
            "【专栏 2】项目",
            "附件1",
            "附件",
            "1）目标",
        ] {
            assert!(is_numbered(line), "{line}");
        }
        for line in ["总体要求", "“十四五”规划", "2030年目标", "一是投入", "第一公里", "2025目标", "专栏", ""]
        {
            assert!(!is_numbered(line), "{line}");
        }
    }
}
