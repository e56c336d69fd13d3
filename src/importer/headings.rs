//! What makes a line a heading that its mark alone does not show: the signs of Markdown, 总则 without a number, `1 总则` beside
//! `1.1`, and a title that the width of the page has broken.
//!
//! ```text
//! ## 第二章 任务          the signs are taken off; the mark tells the class
//! ### 保障               no mark: the class of the marked headings with as many signs, else by their order
//! 总    则               a chapter, where the document counts chapters or sections
//! 第三条 / 为了……          the number of an article on a line of its own
//! 1 总则 / 1.1 目标       a number without a stop, where the document counts in decimals
//! 01 免费筛查 / 02 ……     a number with a zero before it, as posts count their parts
//! （一）建立健全…重大疫⏎情防控体系。加强…    two lines of a page, or the two halves of a word, that are read as one
//! ```

use std::collections::{HashMap, HashSet};

use crate::importer::document::Line;
use crate::importer::facts;
use crate::importer::mark::{self, Class, Heading};
use crate::lexicon::heading::{COMMON_TITLES, IN_TITLES, UNNUMBERED_CHAPTERS};
use crate::lexicon::punctuation::{SENTENCE_ENDS, TEXT_ENDS};
use crate::text::fold::squeeze;
use crate::text::words;

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

/// The longest title behind a number with a zero before it, in characters, and the fewest of them that count the parts of a post.
const LONGEST_ZERO_LED: usize = 30;
const FEWEST_ZERO_LED: usize = 2;

/// The longest title without any mark and the shortest text below one, in characters, and the fewest that plans have in common.
const LONGEST_BARE_TITLE: usize = 14;
const SHORTEST_TEXT: usize = 15;
const FEWEST_COMMON_TITLES: usize = 2;

/// How many characters on both sides of a break are looked at for a word that it has cut, and by how much the text must be likelier
/// with that word, a step of 4 for each doubling.
const AROUND_BREAK: usize = 6;
const WORD_LIKELIER: u32 = 40;

/// The classes of headings without marks, the outermost first, where no marked one has as many signs.
const UNMARKED: [Class; 5] = [Class::Chapter, Class::Section, Class::HanParen, Class::Arabic, Class::ArabicParen];

/// What the document as a whole says of its headings.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// The classes of headings without a mark, by their lines.
    unmarked: HashMap<u32, Class>,
    /// The line that Markdown marks as the title of the document.
    title: Option<u32>,
    /// The lines that a number with a zero before it opens, and the class of such headings.
    zero_led: HashSet<u32>,
    zero_led_class: Option<Class>,
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
        let (mut unmarked, title) = unmarked(lines, &sharps);
        if counts_chapters {
            let bare = lines.iter().filter(|line| line.text.chars().nth(8).is_none());
            let general = bare.filter(|line| UNNUMBERED_CHAPTERS.contains(&squeeze(line.text)));
            unmarked.extend(general.map(|line| (line.no, Class::Chapter)));
        }
        let has_others = classes().any(|class| (Class::Part..=Class::HanParen).contains(&class));
        if !classes().any(|class| (Class::Part..=Class::Han).contains(&class) && class != Class::Box) {
            unmarked.extend(common_titles(lines).into_iter().map(|line| (line, Class::Han)));
        }
        let n_bare_articles = lines.iter().filter(|line| bare_article(line.text.trim()).is_some()).count();
        Self {
            unmarked,
            title,
            zero_led: zero_led_series(lines),
            zero_led_class: Some(if has_others { Class::Arabic } else { Class::Chapter }),
            has_decimals: classes().any(|class| class == Class::Decimal),
            has_bare_articles: n_bare_articles >= FEWEST_BARE_ARTICLES,
            width: page_width(lines),
        }
    }

    /// The line that Markdown marks as the title of the document.
    pub(super) fn title(&self) -> Option<u32> {
        self.title
    }

    /// Reads the text of a line as a heading; `None` if it is not one.
    pub(super) fn read<'t>(&self, line: u32, text: &'t str) -> Option<Heading<'t>> {
        let text = text.trim();
        let unmarked =
            || self.unmarked.get(&line).map(|class| Heading { class: *class, number: "", title: Some(text), body: "" });
        mark::heading(text)
            .or_else(|| self.zero_led(line, text))
            .or_else(unmarked)
            .or_else(|| self.has_decimals.then(|| spaced(text)).flatten())
            .or_else(|| self.has_bare_articles.then(|| bare_article(text)).flatten())
    }

    /// Whether the page has broken the heading that this line begins, so that `next` goes on with it.
    pub(super) fn is_broken(&self, line: &str, next: &str) -> bool {
        let is_full = || self.width.is_some_and(|width| line.trim().chars().count() + 1 >= width);
        mark::heading(line).is_some_and(|heading| heading.body.is_empty())
            && !TEXT_ENDS.ends(line.trim())
            && !mark::opens_entry(next)
            && (is_full() || breaks_word(line, next))
    }

    /// Reads the heading of a part of a post.
    fn zero_led<'t>(&self, line: u32, text: &'t str) -> Option<Heading<'t>> {
        let (number, title) = zero_led(text).filter(|_| self.zero_led.contains(&line))?;
        let class = self.zero_led_class.filter(|class| !title.is_empty() || *class == Class::Chapter)?;
        Some(Heading { class, number, title: (!title.is_empty()).then_some(title), body: "" })
    }
}

/// The lines that are titles without any mark, as where the numbers of Word are lost: those that plans have in common, and where
/// there are several, further short lines directly above the first number of a series.
fn common_titles(lines: &[Line]) -> Vec<u32> {
    let printed: Vec<(u32, &str)> =
        lines.iter().filter(|line| !line.is_blank()).map(|line| (line.no, line.text.trim())).collect();
    let is_first = |text: &str| {
        mark::read(text).is_some_and(|mark| {
            let number = mark.number.trim_matches(|c: char| !c.is_alphanumeric());
            matches!(number, "一" | "1") && matches!(mark.class, Class::HanParen | Class::Arabic)
        })
    };
    let bare = printed.windows(2).filter_map(|pair| match pair {
        [(no, text), (_, next)] if is_bare_title(text) => Some((*no, *text, *next)),
        _ => None,
    });
    // The heads of a table stand one below the other.
    let is_above_text = |next: &str| is_first(next) || next.chars().nth(SHORTEST_TEXT).is_some();
    let (mut common, mut others) = (Vec::new(), Vec::new());
    for (no, text, next) in bare.filter(|(.., next)| is_above_text(next)) {
        if COMMON_TITLES.contains(&squeeze(text)) {
            common.push(no);
        } else if is_first(next) {
            others.push(no);
        }
    }
    if common.len() < FEWEST_COMMON_TITLES {
        return Vec::new();
    }
    let first = common.first().copied().unwrap_or_default();
    common.extend(others.into_iter().filter(|no| *no > first));
    common
}

/// Whether a line is words alone, as short as titles are.
fn is_bare_title(text: &str) -> bool {
    (2..=LONGEST_BARE_TITLE).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphabetic() && !c.is_ascii() || IN_TITLES.contains(c))
        && mark::read(text).is_none()
}

/// Whether the break between two lines cuts a word in two: 加快信息基础设⏎施建设.
pub(super) fn breaks_word(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    let from = line.char_indices().rev().take(AROUND_BREAK).last().map_or(0, |(at, _)| at);
    let before = line.get(from..).unwrap_or_default();
    let after: String = next.trim_start().chars().take(AROUND_BREAK).collect();
    let joined = format!("{before}{after}");
    let mut end = 0;
    let is_cut = words::split(&joined).into_iter().any(|piece| {
        let from = end;
        end += piece.text.len();
        from < before.len() && before.len() < end
    });
    let cost = |text: &str| words::cost_of(&text.chars().collect::<Vec<char>>());
    is_cut && cost(&joined) + WORD_LIKELIER <= cost(before) + cost(&after)
}

/// The number with a zero before it at the start of a text, and the short title behind it; the title may stand on the next line.
fn zero_led(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.get(..text.len() - rest.len()).filter(|number| number.len() == 2)?;
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | '·')).trim();
    let is_title = (2..=LONGEST_ZERO_LED).contains(&title.chars().count())
        && title.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii() || c == '“')
        && !SENTENCE_ENDS.is_in(title)
        && !title.contains('\t')
        && !mark::opens_with_unit(rest);
    (title.is_empty() || is_title).then_some((number, title))
}

/// The lines of numbers that count 01, 02, 03, ….
fn zero_led_series(lines: &[Line]) -> HashSet<u32> {
    let mut found = HashSet::new();
    let mut open: Vec<u32> = Vec::new();
    let numbered = lines.iter().filter_map(|line| Some((zero_led(line.text)?.0.parse::<usize>().ok()?, line.no)));
    for (number, line) in numbered {
        if number != open.len() + 1 {
            open.clear();
            if number != 1 {
                continue;
            }
        }
        open.push(line);
        if open.len() == FEWEST_ZERO_LED {
            found.extend(open.iter().copied());
        } else if open.len() > FEWEST_ZERO_LED {
            found.insert(line);
        }
    }
    found
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

/// The classes of the Markdown headings without a mark, and the line of the title: a single one of the outermost level above all
/// others.
fn unmarked(lines: &[Line], sharps: &HashMap<u32, usize>) -> (HashMap<u32, Class>, Option<u32>) {
    let headings: Vec<(&Line, usize)> = lines.iter().filter_map(|line| Some((line, *sharps.get(&line.no)?))).collect();
    let outermost = headings.iter().map(|(_, level)| *level).min().unwrap_or_default();
    let is_title = headings.first().is_some_and(|(line, level)| *level == outermost && mark::read(line.text).is_none())
        && headings.iter().filter(|(_, level)| *level == outermost).count() == 1;
    let title = headings.first().map(|(line, _)| line.no).filter(|_| is_title);
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
    (bare.map(|(line, level)| (line.no, class(*level))).collect(), title)
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
    fn breaks_within_words() {
        for (line, next, expected) in [
            ("（一）加快信息基础设", "施建设", true),
            ("（二）完善基层医疗卫", "生服务体系", true),
            ("（一）提升服务", "务必落实到位。", false),
            ("（二）加强管理", "理顺体制机制。", false),
            ("（三）总体要求", "求真务实。", false),
            ("（四）推进信息化建设", "计划到2027年建成平台。", false),
            ("（五）加强领导", "导向明确，责任到人。", false),
            ("（六）发展中医药", "药材种植面积扩大。", false),
            ("（七）保障食品安全", "全市开展抽检。", false),
        ] {
            assert_eq!(breaks_word(line, next), expected, "{line} | {next}");
        }
    }

    #[test]
    fn parts_of_a_post() {
        assert_eq!(
            read("01 免费筛查\n讲座\n02 智慧医疗\n03\n健身\n08年奥运会\n"),
            ["Chapter 01 免费筛查", "Chapter 02 智慧医疗", "Chapter 03 -"]
        );
        assert_eq!(
            read("一、目标\n01 筛查\n02 医疗\n05 缺号\n"),
            ["Han 一、 目标", "Arabic 01 筛查", "Arabic 02 医疗"]
        );
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
