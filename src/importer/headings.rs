//! What makes a line a heading that its mark alone does not show: the signs of Markdown, 总则 without a number, `1 总则` beside
//! `1.1`, and a title that the width of the page has broken.
//!
//! ```text
//! ## 第二章 任务          the signs are taken off; the mark tells the class
//! ### 保障               no mark: the class of the marked headings with as many signs, else by their order
//! 总    则               a chapter, where the document counts chapters or sections
//! 第三条 / 为了……          the number of an article on a line of its own
//! 1 总则 / 1.1 目标       a number without a stop, where the document counts in decimals
//! （一）建立健全…重大疫⏎情防控体系。加强…    two lines of a page that are read as one
//! ```

use std::collections::HashMap;

use crate::importer::document::Line;
use crate::importer::facts;
use crate::importer::mark::{self, Class, Heading};
use crate::lexicon::heading::UNNUMBERED_CHAPTERS;
use crate::lexicon::punctuation::TEXT_ENDS;
use crate::text::fold::squeeze;

/// The most # signs before a heading of Markdown.
const MOST_SHARPS: usize = 6;

/// The longest title behind a number without a stop, in characters.
const LONGEST_SPACED: usize = 20;

/// The widths, in characters, that the lines of a page can have.
const PAGE_WIDTHS: std::ops::RangeInclusive<usize> = 18..=60;

/// The fewest lines that show the width of a page.
const FEWEST_LINES: usize = 8;

/// The fewest such numbers that make them the headings of a document.
const FEWEST_BARE_ARTICLES: usize = 2;

/// The classes of headings without marks, the outermost first, where no marked one has as many signs.
const UNMARKED: [Class; 5] = [Class::Chapter, Class::Section, Class::HanParen, Class::Arabic, Class::ArabicParen];

/// What the document as a whole says of its headings.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// The classes of headings without a mark, by their lines.
    unmarked: HashMap<u32, Class>,
    has_decimals: bool,
    /// Whether the number of an article stands on a line of its own.
    has_bare_articles: bool,
    /// The width of the page that cuts the lines, in characters; `None` where each paragraph is one line.
    width: Option<usize>,
}

impl Headings {
    /// Reads the headings of a document, and takes the signs of Markdown off its lines.
    pub(super) fn new(lines: &mut [Line]) -> Self {
        let sharps = take_sharps(lines);
        let classes = || lines.iter().filter_map(|line| mark::read(line.text)).map(|mark| mark.class);
        let counts_chapters = classes().any(|class| matches!(class, Class::Chapter | Class::Section));
        let mut unmarked = unmarked(lines, &sharps);
        if counts_chapters {
            let bare = lines.iter().filter(|line| line.text.chars().nth(8).is_none());
            let general = bare.filter(|line| UNNUMBERED_CHAPTERS.contains(&squeeze(line.text)));
            unmarked.extend(general.map(|line| (line.no, Class::Chapter)));
        }
        let n_bare_articles = lines.iter().filter(|line| bare_article(line.text.trim()).is_some()).count();
        Self {
            unmarked,
            has_decimals: classes().any(|class| class == Class::Decimal),
            has_bare_articles: n_bare_articles >= FEWEST_BARE_ARTICLES,
            width: page_width(lines),
        }
    }

    /// Reads the text of a line as a heading; `None` if it is not one.
    pub(super) fn read<'t>(&self, line: u32, text: &'t str) -> Option<Heading<'t>> {
        let text = text.trim();
        let unmarked =
            || self.unmarked.get(&line).map(|class| Heading { class: *class, number: "", title: Some(text), body: "" });
        mark::heading(text)
            .or_else(unmarked)
            .or_else(|| self.has_decimals.then(|| spaced(text)).flatten())
            .or_else(|| self.has_bare_articles.then(|| bare_article(text)).flatten())
    }

    /// Whether the page has broken the heading that this line begins, so that `next` goes on with it.
    pub(super) fn is_broken(&self, line: &str, next: &str) -> bool {
        let Some(width) = self.width else { return false };
        let is_full = line.trim().chars().count() + 1 >= width;
        is_full
            && mark::heading(line).is_some_and(|heading| heading.body.is_empty())
            && !TEXT_ENDS.ends(line.trim())
            && !mark::opens_entry(next)
    }
}

/// Takes the # signs off the lines that have them: the number of signs by line.
fn take_sharps(lines: &mut [Line]) -> HashMap<u32, usize> {
    let mut sharps = HashMap::new();
    for line in lines {
        let text = line.text.trim_start();
        let rest = text.trim_start_matches('#');
        let n_sharps = text.len() - rest.len();
        if (1..=MOST_SHARPS).contains(&n_sharps) && rest.starts_with(char::is_whitespace) && !rest.trim().is_empty() {
            sharps.insert(line.no, n_sharps);
            line.text = rest.trim().trim_end_matches('#').trim_end();
        }
    }
    sharps
}

/// The classes of the Markdown headings without a mark. A single one of the outermost level above all others is the title.
fn unmarked(lines: &[Line], sharps: &HashMap<u32, usize>) -> HashMap<u32, Class> {
    let headings: Vec<(&Line, usize)> = lines.iter().filter_map(|line| Some((line, *sharps.get(&line.no)?))).collect();
    let outermost = headings.iter().map(|(_, level)| *level).min().unwrap_or_default();
    let is_title = headings.first().is_some_and(|(line, level)| *level == outermost && mark::read(line.text).is_none())
        && headings.iter().filter(|(_, level)| *level == outermost).count() == 1;
    let headings = headings.get(usize::from(is_title)..).unwrap_or_default();
    // The titles of a letter and of what it sends out are none of its headings, where there are others below them.
    let is_front = |(line, level): &(&Line, usize)| {
        let is_title = facts::is_title(line.text) || facts::is_of_letter(line.text);
        is_title && mark::read(line.text).is_none() && headings.iter().any(|(_, other)| other > level)
    };
    let n_fronts = headings.iter().take_while(|heading| is_front(heading)).count();
    let headings = headings.get(n_fronts..).unwrap_or_default();
    let mut levels: Vec<usize> = headings.iter().map(|(_, level)| *level).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut marked: HashMap<usize, Class> = HashMap::new();
    for (line, level) in headings {
        if let Some(mark) = mark::read(line.text) {
            marked.entry(*level).or_insert(mark.class);
        }
    }
    let by_order =
        |level: usize| levels.iter().position(|each| *each == level).and_then(|at| UNMARKED.get(at)).copied();
    let class = |level: usize| marked.get(&level).copied().or_else(|| by_order(level)).unwrap_or(Class::ArabicParen);
    let bare = headings.iter().filter(|(line, _)| mark::read(line.text).is_none());
    bare.map(|(line, level)| (line.no, class(*level))).collect()
}

/// Reads the number of an article that stands alone on its line, with its text below: `第三条`.
fn bare_article(text: &str) -> Option<Heading<'_>> {
    let mark = mark::read(text).filter(|mark| mark.class == Class::Article && mark.rest.is_empty())?;
    Some(Heading { class: Class::Article, number: mark.number, title: None, body: "" })
}

/// Reads a number without a stop, and the short title behind a blank: `1 总则`.
fn spaced(text: &str) -> Option<Heading<'_>> {
    let (number, title) = text.split_once([' ', '\u{3000}'])?;
    let title = title.trim();
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_title = (2..=LONGEST_SPACED).contains(&title.chars().count())
        && title.chars().all(|c| (c.is_alphabetic() && !c.is_ascii()) || c == '、');
    (is_number && is_title).then_some(Heading { class: Class::Arabic, number, title: Some(title), body: "" })
}

/// The width of the page, where most lines are cut at it: the length that many lines have and few exceed, since a mark at the
/// end of a line may hang over.
fn page_width(lines: &[Line]) -> Option<usize> {
    let printed = lines.iter().filter(|line| !line.text.contains('\t'));
    let mut lengths: Vec<usize> = printed.map(|line| line.text.trim().chars().count()).filter(|n| *n > 0).collect();
    if lengths.len() < FEWEST_LINES {
        return None;
    }
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 3 / 4)?;
    let n_full = lengths.iter().filter(|length| **length + 2 >= width && **length <= width + 2).count();
    (PAGE_WIDTHS.contains(&width) && n_full * 3 >= lengths.len()).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    #[test]
    fn titles_that_the_page_has_broken() {
        let page = "江海区行动方案\n为推动事业高质量发展，根据上级部署，结合本区\n实际，制定本方案。\n一、加快建设优质高效的整合型医疗卫生服务体系\n和区域医疗中心\n（一）推动优质医疗资源扩容下沉和区域均衡布局\n行动。支持两家医院建设区域中心，组建四个专科联\n盟，推动专家每周下沉坐诊，服务基层群众。\n";
        let mut lines = lines(page);
        let headings = Headings::new(&mut lines);
        let broken: Vec<u32> = lines
            .windows(2)
            .filter(|pair| headings.is_broken(pair[0].text, pair[1].text))
            .map(|pair| pair[0].no)
            .collect();
        assert_eq!((headings.width, broken), (Some(22), vec![4, 6]));
    }

    fn read(text: &str) -> Vec<String> {
        let mut lines = lines(text);
        let headings = Headings::new(&mut lines);
        let found = lines.iter().filter_map(|line| headings.read(line.no, line.text));
        found
            .map(|heading| format!("{:?} {} {}", heading.class, heading.number, heading.title.unwrap_or("-")))
            .collect()
    }

    #[test]
    fn signs_of_markdown() {
        assert_eq!(
            read("# 江海市健康规划\n## 第一章 总体要求\n### （一）原则\n## 保障\n### 监督\n"),
            ["Chapter 第一章 总体要求", "HanParen （一） 原则", "Chapter  保障", "HanParen  监督"]
        );
        assert_eq!(read("# 江海市健康规划\n## 目标\n### 指标\n"), ["Chapter  目标", "Section  指标"]);
        assert_eq!(read("# 目标\n# 任务\n#1机组\n"), ["Chapter  目标", "Chapter  任务"]);
    }

    #[test]
    fn chapters_without_a_number() {
        assert_eq!(
            read("总    则\n第一节 目标\n附　则\n"),
            ["Chapter  总    则", "Section 第一节 目标", "Chapter  附　则"]
        );
        assert_eq!(read("总则\n一、目标\n"), ["Han 一、 目标"]);
    }

    #[test]
    fn numbers_without_a_stop() {
        assert_eq!(read("1 总则\n1.1 目标\n2 人均预期寿命 79\n"), ["Arabic 1 总则", "Decimal 1.1 目标"]);
        assert_eq!(read("1 总则\n一、目标\n"), ["Han 一、 目标"]);
    }
}
