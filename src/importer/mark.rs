//! The marks that open a heading: `第一章`, `第二节`, `第三条`, `一、`, `（一）`, `1.`, `1.1`, `1.1.1`, `（1）`, `专栏 1`, `附件1`.
//!
//! ```text
//! line                              class        number   title              body
//! 一、总体战略                      Han          一、     总体战略
//! （一）指导思想。                  HanParen     （一）   指导思想
//! 1.促进心理健康。加强心理健康…     Arabic       1.       促进心理健康       加强心理健康…
//! 4. 整合型…创新创优项目：建设…     Arabic       4.       整合型…创新创优项目  建设…
//! 1.到2025年，…（no short title）    Arabic       1.       –                  到2025年，…
//! ```
//!
//! This file knows single lines only; `outline` decides which node a heading belongs to.

use crate::importer::bracket;
use crate::lexicon::heading::{
    ARTICLE_UNITS, ATTACHMENTS, CHAPTER_UNITS, COUNTED_AFTER_PAUSES, COUNTED_NOUNS, ENTRY_MARKS, HEADING_LEVELS,
    NOT_AFTER_TITLES, NUMBER_STOPS, NUMERAL_CHARS, PART_UNITS, REFERRING_WORDS, RUN_IN_ENDS, SECTION_UNITS,
};
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, SENTENCE_ENDS};
use crate::lexicon::unit::{MEASURES, SCALE_CHARS};

/// The classes of marks, outermost first: the order in which Chinese official documents nest them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    /// An attachment: 附件1, or 附件 alone on its line. It is outside the chapters.
    Attachment,
    /// A part above the chapters: 第一篇, 第一编, 第一部分.
    Part,
    /// A chapter with an ordinal: 第一章.
    Chapter,
    /// A section with an ordinal: 第一节.
    Section,
    /// What rules are made of, with or without chapters: 第一条.
    Article,
    /// A box beside the running text: 专栏 1.
    Box,
    /// A Chinese numeral with a pause mark: 一、.
    Han,
    /// A Chinese numeral in brackets: （一）.
    HanParen,
    /// An Arabic numeral with a stop: 1., 1、.
    Arabic,
    /// Two numerals with a stop between: 1.1.
    Decimal,
    /// Three numerals or more with stops between: 1.1.1.
    LongDecimal,
    /// An Arabic numeral in brackets: （1）.
    ArabicParen,
}

/// A mark, and the text that follows it on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark<'a> {
    /// The class of the mark, which gives its rank.
    pub(super) class: Class,
    /// The mark as printed: 第一章, （一）.
    pub(super) number: &'a str,
    /// The rest of the line, without the white space around it.
    pub(super) rest: &'a str,
}

/// A heading: a mark, the title behind it, and the text that follows in the same line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    /// The class of the mark that opens the heading.
    pub(super) class: Class,
    /// The mark as printed: 第一章, （一）.
    pub(super) number: &'a str,
    /// The title without its closing punctuation; `None` if the text follows the mark at once.
    pub(super) title: Option<&'a str>,
    /// The text behind the title in the same line; empty for a heading on a line of its own.
    pub(super) body: &'a str,
}

/// The longest title, in characters; a longer first sentence is text. The longest title of the five texts has 35
/// characters (云浮 line 321 and its like).
const LONGEST_TITLE: usize = 45;

/// The longest title of an article, in characters, which stands in brackets behind its number.
const LONGEST_TITLE_OF_ARTICLE: usize = 16;

const COLONS: [char; 2] = ['：', ':'];

/// Reads a line as a heading; `None` if it is not one.
pub(super) fn heading(line: &str) -> Option<Heading<'_>> {
    let mark = read(line)?;
    let Mark { class, number, rest } = mark;
    if class == Class::Article {
        let (title, body) = title_in_bracket(rest).map_or((None, rest), |(title, body)| (Some(title), body));
        return Some(Heading { class, number, title, body }).filter(|_| !rest.is_empty());
    }
    if class <= Class::Box {
        let title = close(rest);
        return (!title.contains(['。', '；']) && title.chars().count() <= LONGEST_TITLE).then_some(Heading {
            class,
            number,
            title: (!title.is_empty()).then_some(title),
            body: "",
        });
    }
    if rest.is_empty() {
        return None;
    }
    let (title, body) = run_in(rest);
    Some(Heading { class, number, title, body })
}

/// Reads the mark at the start of `line`; `None` if there is none.
pub(super) fn read(line: &str) -> Option<Mark<'_>> {
    let line = line.trim();
    let (class, length) =
        [ordinal, attachment, boxed, tagged, han, paren, decimal, arabic].iter().find_map(|reader| reader(line))?;
    let (number, rest) = line.split_at_checked(length)?;
    let rest = if matches!(class, Class::Attachment | Class::Box) {
        rest.trim_start().trim_start_matches(COLONS)
    } else {
        rest
    };
    Some(Mark { class, number: number.trim_end(), rest: rest.trim() })
}

/// Whether the line begins an entry of a list, so that it cannot continue the line before it: with the mark of a
/// heading, with `——`, `[1]`, `①`, or with `一是`.
pub(super) fn opens_entry(line: &str) -> bool {
    let line = line.trim_start();
    read(line).is_some()
        || line.starts_with(|first| ENTRY_MARKS.contains(first))
        || (line.chars().next().is_some_and(|first| NUMERAL_CHARS.contains(first)) && line.chars().nth(1) == Some('是'))
}

/// Splits the text behind a mark into title and body. The title ends at the first 。, or at a ： before any other stop
/// (中山 line 403). A line that ends with ；, or with a first sentence too long for a title, has no title.
fn run_in(rest: &str) -> (Option<&str>, &str) {
    let end = end_of_title(rest);
    // A clause in brackets may close a heading: （一）组织管理（牵头单位：甲；责任单位：乙、丙）.
    if let Some((title, bracket)) = before_bracket(rest).filter(|_| end.is_none() && is_long(rest)) {
        return (Some(title), bracket);
    }
    let (title, body) = match end.and_then(|at| rest.split_at_checked(at)) {
        None => (rest, ""),
        Some((title, tail)) => {
            let mut chars = tail.chars();
            let stop = chars.next();
            if stop.is_some_and(|stop| NOT_AFTER_TITLES.contains(stop))
                || (is_colon(stop) && title.contains(['，', ',']))
            {
                return (None, rest);
            }
            (title, chars.as_str())
        }
    };
    // 3、回收率达50%，利用率达95%。 states values, and names nothing.
    let states_values = rest.ends_with('。') && title.contains('，') && title.contains(['%', '％']);
    if title.chars().count() > LONGEST_TITLE || title.is_empty() || states_values && title.len() + 3 == rest.len() {
        return (None, rest);
    }
    (Some(title.trim()), body.trim())
}

/// The title of an article in brackets before its text, and the text: 【生育补贴】夫妻一方……, （立法目的）为了…….
fn title_in_bracket(rest: &str) -> Option<(&str, &str)> {
    let inner = BRACKET_OPENERS.strip_prefix(rest)?;
    let (title, body) = inner.split_once(|c| BRACKET_CLOSERS.contains(c))?;
    let is_title = (2..=LONGEST_TITLE_OF_ARTICLE).contains(&title.chars().count())
        && title.chars().all(|c| c.is_alphabetic() || matches!(c, '、' | '“' | '”'))
        && !title.chars().all(|c| NUMERAL_CHARS.contains(c));
    is_title.then(|| (title, body.trim()))
}

/// The byte at which the title of a heading ends, outside of every bracket of a label: 职责（牵头单位：甲）.
fn end_of_title(rest: &str) -> Option<usize> {
    let ends: Vec<(usize, char)> = rest.char_indices().filter(|(_, c)| RUN_IN_ENDS.contains(*c)).take(1).collect();
    let (at, first) = ends.first().copied()?;
    let is_open = |before: &str| {
        let count = |chars: &crate::lexicon::Chars| before.chars().filter(|c| chars.contains(*c)).count();
        count(&BRACKET_OPENERS) > count(&BRACKET_CLOSERS)
    };
    let is_within =
        !SENTENCE_ENDS.contains(first) && rest.get(..at).is_some_and(is_open) && before_bracket(rest).is_some();
    (!is_within).then_some(at)
}

/// The words before a bracket that ends a text, and the bracket with a stop behind it.
fn before_bracket(rest: &str) -> Option<(&str, &str)> {
    let bare = rest.trim_end_matches(['。', '；']);
    let (from, to) = bracket::top_level(bare).pop()?;
    let (title, tail) = rest.split_at_checked(from)?;
    let is_title = !title.is_empty() && !is_long(title) && !title.contains(|c| RUN_IN_ENDS.contains(c));
    (to == bare.len() && is_title).then_some((title.trim(), tail))
}

fn is_long(title: &str) -> bool {
    title.chars().nth(LONGEST_TITLE).is_some()
}

fn is_colon(stop: Option<char>) -> bool {
    stop.is_some_and(|stop| COLONS.contains(&stop))
}

/// Removes the single punctuation mark at the end of a title.
fn close(title: &str) -> &str {
    title.strip_suffix(['。', '：', ':']).unwrap_or(title).trim_end()
}

/// The bytes of an ordinal of a chapter, a section or an article at the start of a text.
fn ordinal_length(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('第')?.trim_start();
    let rest = digits.trim_start_matches(is_digit);
    let after = HEADING_LEVELS.strip_prefix(rest.trim_start())?;
    (rest.len() < digits.len()).then_some(text.len() - after.len())
}

/// Reads an ordinal (`第一章`, `第 2 节`, `第三部分`): its class and the bytes of the mark.
fn ordinal(line: &str) -> Option<(Class, usize)> {
    let after = line.strip_prefix('第')?;
    let digits = after.trim_start();
    let rest = digits.trim_start_matches(is_digit);
    if rest.len() == digits.len() {
        return None;
    }
    let units = [
        (&PART_UNITS, Class::Part),
        (&CHAPTER_UNITS, Class::Chapter),
        (&SECTION_UNITS, Class::Section),
        (&ARTICLE_UNITS, Class::Article),
    ];
    let rest = rest.trim_start();
    let (after, class) = units.iter().find_map(|(units, class)| Some((units.strip_prefix(rest)?, *class)))?;
    let after = after.strip_prefix('之').map_or(after, |rest| rest.trim_start_matches(is_digit));
    // 第二章提出的任务 and 第一章 第二节所列任务 speak of a chapter.
    let refers = REFERRING_WORDS.strip_prefix(after).is_some() || ordinal_length(after.trim_start()).is_some();
    (!refers).then_some((class, line.len() - after.len()))
}

/// Reads numerals with stops between: `1.1`, `2.1.3`. A unit behind them makes them a quantity: `1.5万人`.
fn decimal(line: &str) -> Option<(Class, usize)> {
    let mut rest = line;
    let mut n_numerals = 0;
    loop {
        let after = rest.trim_start_matches(is_arabic_digit);
        let n_digits = rest.chars().count() - after.chars().count();
        if !(1..=2).contains(&n_digits) {
            return None;
        }
        n_numerals += 1;
        rest = after;
        match after.strip_prefix(['.', '．']).filter(|next| next.starts_with(is_arabic_digit)) {
            Some(next) => rest = next,
            None => break,
        }
    }
    let after = rest.strip_prefix(['.', '．', '、']).unwrap_or(rest);
    let is_title = after.starts_with(char::is_whitespace) && !after.trim().is_empty()
        || after.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()) && !opens_with_unit(after);
    let class = match n_numerals {
        2 => Class::Decimal,
        3.. => Class::LongDecimal,
        _ => return None,
    };
    is_title.then_some((class, line.len() - after.len()))
}

/// Reads the mark of an attachment: `附件1`, `附件一：`, or `附件` on a line of its own. A bare `附件：` opens the list of
/// attachments instead, see [`opens_attachment_list`].
fn attachment(line: &str) -> Option<(Class, usize)> {
    let after = ATTACHMENTS.strip_prefix(line)?;
    let digits = after.trim_start();
    let rest = digits.trim_start_matches(is_digit);
    let numbered = rest.len() < digits.len();
    // 附件　重点任务分工表: without a number, a wide gap parts the word from the title.
    let is_parted = !numbered && (after.starts_with('\u{3000}') || after.starts_with("  ") || after.starts_with('\t'));
    let closed = rest.is_empty() || rest.starts_with(COLONS) || rest.starts_with(char::is_whitespace) || is_parted;
    if !closed || (!numbered && opens_attachment_list(line)) {
        return None;
    }
    Some((Class::Attachment, line.len() - rest.len()))
}

/// Whether the line begins the list of attachments, which is printed before them: `附件：`, `附件：1、…`.
pub(super) fn opens_attachment_list(line: &str) -> bool {
    let rest = ATTACHMENTS.strip_prefix(line.trim()).and_then(|after| after.trim_start().strip_prefix(COLONS));
    let Some(rest) = rest else { return false };
    rest.trim().is_empty() || arabic(rest.trim()).is_some()
}

/// Reads the mark of a box: `专栏 1`, `【专栏3】`.
fn boxed(line: &str) -> Option<(Class, usize)> {
    let after = line.strip_prefix("专栏").or_else(|| line.strip_prefix("【专栏"))?;
    let rest = after.trim_start().trim_start_matches(is_digit);
    let rest = rest.strip_prefix('】').unwrap_or(rest);
    Some((Class::Box, line.len() - rest.len()))
}

/// Reads what is counted in square brackets: `【任务1】`, `【行动三】`.
fn tagged(line: &str) -> Option<(Class, usize)> {
    let after = COUNTED_NOUNS.strip_prefix(line.strip_prefix('【')?)?;
    let rest = after.trim_start_matches(is_digit);
    let rest = (rest.len() < after.len()).then(|| rest.strip_prefix('】')).flatten()?;
    Some((Class::Arabic, line.len() - rest.len()))
}

/// Reads a Chinese numeral with a pause mark: `一、`, `十二、`.
fn han(line: &str) -> Option<(Class, usize)> {
    let rest = line.trim_start_matches(|c| NUMERAL_CHARS.contains(c));
    let after = rest.strip_prefix('、')?;
    let counted = after.trim_start_matches(|c| NUMERAL_CHARS.contains(c));
    // 二、三级医院 and 一、二、三产 are text.
    let is_counted = counted.len() < after.len()
        && (counted.starts_with('、') || COUNTED_AFTER_PAUSES.strip_prefix(counted).is_some());
    (rest.len() < line.len() && !is_counted).then_some((Class::Han, line.len() - after.len()))
}

/// Reads a numeral in brackets: `（一）`, `(二)`, `（1）`, `(3)`.
fn paren(line: &str) -> Option<(Class, usize)> {
    let inner = line.strip_prefix(['（', '('])?.trim_start();
    for (class, accept) in [(Class::HanParen, is_han_digit as fn(char) -> bool), (Class::ArabicParen, is_arabic_digit)]
    {
        let rest = inner.trim_start_matches(accept);
        if rest.len() == inner.len() {
            continue;
        }
        let after = rest.trim_start().strip_prefix(['）', ')'])?;
        let short = inner.len() - rest.len() <= 9;
        return short.then_some((class, line.len() - after.len()));
    }
    None
}

/// Reads an Arabic numeral with a stop: `1.`, `2．`, `3、`. It has at most three digits and no digit follows but those of a year,
/// since `10.11/10万` and `2030.` are text.
fn arabic(line: &str) -> Option<(Class, usize)> {
    let rest = line.trim_start_matches(is_arabic_digit);
    let n_digits = line.chars().count() - rest.chars().count();
    let after = NUMBER_STOPS.strip_prefix(rest)?;
    let is_year = ["19", "20"].iter().any(|century| after.starts_with(century))
        && after.chars().take_while(char::is_ascii_digit).count() == 4;
    // A long list may count beyond a hundred: 204.推进学前教育优质普惠发展.
    let is_long =
        n_digits == 3 && after.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()) && !opens_with_unit(after);
    let ok = ((1..=2).contains(&n_digits) || is_long) && (is_year || !after.starts_with(is_arabic_digit));
    ok.then_some((Class::Arabic, line.len() - after.len()))
}

/// Whether what stands behind two numerals with a stop between makes them a quantity: 1.5万人, 2.5倍以上, but 1.3人才队伍.
pub(super) fn opens_with_unit(text: &str) -> bool {
    let ends = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphabetic() || matches!(c, '以' | '左' | '的'));
    text.starts_with(|c| SCALE_CHARS.contains(c)) || MEASURES.strip_prefix(text).is_some_and(ends)
}

fn is_digit(c: char) -> bool {
    is_han_digit(c) || is_arabic_digit(c)
}

fn is_han_digit(c: char) -> bool {
    NUMERAL_CHARS.contains(c)
}

fn is_arabic_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(Class, &str, Option<&str>, &str)>) {
        let got = heading(line).map(|h| (h.class, h.number, h.title, h.body));
        assert_eq!(got, expected, "{line}");
    }

    #[test]
    fn headings() {
        check("一、总体战略", Some((Class::Han, "一、", Some("总体战略"), "")));
        check("（一）指导思想。", Some((Class::HanParen, "（一）", Some("指导思想"), "")));
        check("(八) 大力发展健康产业", Some((Class::HanParen, "(八)", Some("大力发展健康产业"), "")));
        check("1.促进心理健康。加强服务。", Some((Class::Arabic, "1.", Some("促进心理健康"), "加强服务。")));
        check("4. 创新创优项目：建设 4-6 家", Some((Class::Arabic, "4.", Some("创新创优项目"), "建设 4-6 家")));
        check("（1）普及科学知识。提倡", Some((Class::ArabicParen, "（1）", Some("普及科学知识"), "提倡")));
        check("第七章  健全支撑与保障", Some((Class::Chapter, "第七章", Some("健全支撑与保障"), "")));
        check("第一节 强化职责，形成新生态", Some((Class::Section, "第一节", Some("强化职责，形成新生态"), "")));
        check("专栏 1 公共卫生能力提升项目", Some((Class::Box, "专栏 1", Some("公共卫生能力提升项目"), "")));
        check("专栏3 重点疾病防治项目", Some((Class::Box, "专栏3", Some("重点疾病防治项目"), "")));
        check("专栏1：公共卫生项目", Some((Class::Box, "专栏1", Some("公共卫生项目"), "")));
        check("第三条 每个街道设一个站点。", Some((Class::Article, "第三条", None, "每个街道设一个站点。")));
        check("第十条之一 本办法。", Some((Class::Article, "第十条之一", None, "本办法。")));
        check("1.1 已有成绩", Some((Class::Decimal, "1.1", Some("已有成绩"), "")));
        check("2.1.3坚持预防。把钱花在前头。", Some((Class::LongDecimal, "2.1.3", Some("坚持预防"), "把钱花在前头。")));
        check("3．2020年底前建成。", Some((Class::Arabic, "3．", Some("2020年底前建成"), "")));
        check("附件1：", Some((Class::Attachment, "附件1", None, "")));
        check("附件", Some((Class::Attachment, "附件", None, "")));
        check("附件2：“规划”参考文件", Some((Class::Attachment, "附件2", Some("“规划”参考文件"), "")));
    }

    #[test]
    fn text_is_no_heading() {
        for line in [
            "附件：",
            "10.11/10万",
            "2030.",
            "15 分钟",
            "1.5万人",
            "3.5%以内",
            "二、三级医院达标",
            "第二章提出的任务",
            "第四条规定的情形",
            "第一章 第二节所列任务完成",
            "——健康优先。",
            "95%。",
            "第一公里",
            "一是政府投入",
            "",
        ] {
            check(line, None);
        }
    }

    #[test]
    fn a_sentence_is_no_title() {
        let line = "1.到2025年，人均预期寿命达到80岁；婴儿死亡率下降。";
        check(line, Some((Class::Arabic, "1.", None, "到2025年，人均预期寿命达到80岁；婴儿死亡率下降。")));
    }

    #[test]
    fn lists_of_attachments() {
        for (line, expected) in [("附件：", true), ("附件：1.任务分工表", true), ("附件1：", false), ("附件", false)]
        {
            assert_eq!(opens_attachment_list(line), expected, "{line}");
        }
    }
}
