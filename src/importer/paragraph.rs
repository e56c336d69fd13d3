//! Paragraphs: joins lines that page breaks have cut, and removes the spaces that page layout has left.
//!
//! ```text
//! …扩大医疗卫生机构的建设；⏎⏎高血压、糖尿病…     joined: a cut page in a paragraph of clauses with ；(湘桥 line 143)
//! …“十三⏎⏎五”期间…                              joined with nothing between (湘桥 line 88)
//! …全面建成。⏎⏎到2030年…                         not joined: a break after a full stop cannot be seen
//! ```

use crate::importer::clause;
use crate::importer::mark;
use crate::importer::offices::Offices;
use crate::lexicon::clause::UNIT_SEPARATORS;
use crate::lexicon::heading::NOT_IN_BARE_HEADINGS;
use crate::lexicon::punctuation::{CLOSING_QUOTES, PAGE_ENDS, PARAGRAPH_ENDS};

/// The longest line, in characters, that may be complete without a stop: a heading without a number.
const LONGEST_BARE_LINE: usize = 20;

/// The most closing quotation marks and brackets that are skipped to find the stop before them.
const MOST_CLOSERS: usize = 4;

/// Whether `next` continues the sentence that `text` breaks off. `paged` says that page breaks cut sentences elsewhere
/// in the document too; then a weak sign is enough. `is_run_in` says that `text` begins behind the title of a heading: the
/// whole line is no bare heading then, however short the text is (2.提升保障体系。完善采血网点布).
pub(super) fn goes_on(text: &str, is_run_in: bool, next: &str, paged: bool, offices: &Offices<'_>) -> bool {
    let text = text.trim_end();
    if clause::is_open_clause(text) && mark::heading(next).is_none() {
        return true;
    }
    if text.is_empty() || mark::opens_entry(next) || clause::opens_field(next) || ends_sentence(text) {
        return false;
    }
    if clause::ends_with_clause(text, offices) {
        return false;
    }
    // A line of units is whole unless it ends within its list.
    if clause::is_label_line(text, offices) {
        return UNIT_SEPARATORS.ends(text) || clause::breaks_name(text, next, offices);
    }
    if clause::completes_label(text, next) {
        return true;
    }
    match text.chars().next_back() {
        Some(last) if PAGE_ENDS.contains(last) => paged,
        _ => is_run_in || !is_bare(text),
    }
}

/// Whether a text ends with a full stop, also before a closing quotation mark or bracket, or with a colon.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let stop = text.chars().rev().take(MOST_CLOSERS + 1).find(|c| !CLOSING_QUOTES.contains(*c));
    stop.is_some_and(|c| PARAGRAPH_ENDS.contains(c)) || text.ends_with("。）")
}

fn is_bare(text: &str) -> bool {
    text.chars().nth(LONGEST_BARE_LINE).is_none() && !NOT_IN_BARE_HEADINGS.is_in(text)
}

/// The text as a reader should see it: white space between Chinese characters and digits, Latin letters or signs comes
/// from the page layout and is removed (`16.28 亿元`); white space between Latin words stays.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && c.is_ascii_alphanumeric() && out.ends_with(|before: char| before.is_ascii_alphanumeric()) {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining() {
        let registry = crate::dataset::registry();
        let offices = &Offices::new(registry.departments());
        for (text, next, paged, expected) in [
            ("全区医疗卫生资源总量大幅增加。“十三", "五”期间，支出增长。", true, true),
            ("确保接种率维持在90%以上。积", "极开展循证研究。", true, true),
            ("全面建成小康社会。", "到2030年，", true, false),
            ("防控形势依然严峻；", "高血压、糖尿病", true, true),
            ("防控形势依然严峻；", "高血压、糖尿病", false, false),
            ("主要遵循以下原则：", "坚持预防为主", true, false),
            ("加强服务网络建设，", "——健康优先。", true, false),
            ("健康佛山建设主要指标", "到2030年", true, false),
            ("到2025年，规范管理率达到", "95%。", true, true),
            ("牵头单位：市教育局、", "市民政局", false, true),
            ("牵头单位：市教育局、市民政局", "配合单位：市财政局", false, false),
            ("配合单位：市财政局，各镇街", "完成时限：2027年12月底前", false, false),
            ("配合单位：市财政局", "按月通报进展", true, false),
        ] {
            assert_eq!(goes_on(text, false, next, paged, offices), expected, "{text} | {next}");
        }
        assert!(goes_on("完善采血网点布", true, "局，建设智慧献血屋。", true, offices));
        assert!(!goes_on("完善采血网点。", true, "局，建设智慧献血屋。", true, offices));
    }

    #[test]
    fn tidying() {
        for (text, expected) in [
            ("支出 16.28 亿元，年均增长 7.58%", "支出16.28亿元，年均增长7.58%"),
            ("  “i 潮州”  AI  Lab ", "“i潮州”AI Lab"),
            ("标准、 绩效", "标准、绩效"),
        ] {
            assert_eq!(tidy(text), expected);
        }
    }
}
