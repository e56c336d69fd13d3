//! The lines before the first chapter: cover, letter, title, preamble.
//!
//! ```text
//! 佛山市人民政府 / 关于印发…的通知 / … / “健康佛山2030”规划     front, to the title
//! 人民健康是…                                              preamble, to the first heading
//! 序言                                                     the preamble's own heading (清远)
//! ```
//! A repeated title (behind the contents, 湘桥 line 78) is dropped; the two lines of a broken title
//! (中山 lines 3–4) are joined.

use std::collections::HashSet;

use crate::importer::document::Line;
use crate::importer::mark;
use crate::importer::{facts, website};
use crate::lexicon::document::{NOT_AT_TITLE_STARTS, PREAMBLES, SENDERS, SENDING_WORDS};
use crate::text::fold::squeeze;

/// The most lines of a title.
const MOST_TITLE_LINES: usize = 4;

/// Endings of the names of files, which a website prints as titles.
const FILE_ENDINGS: [&str; 5] = [".docx", ".doc", ".wps", ".pdf", ".txt"];

/// The most lines of a letter up to the sentence that sends the document out.
const MOST_LINES_OF_LETTER: usize = 12;

/// The most lines of a cover that are looked at for blank lines between them.
const MOST_LINES_SEEN: usize = 40;

/// The most characters before the title that a letter sends out: 现将市政府同意的《.
const LONGEST_BEFORE_SENT: usize = 20;

/// The lines before the first heading, sorted by their kind.
#[derive(Debug, Default)]
pub(super) struct Front<'a> {
    /// The title as printed, its lines joined, with their numbers.
    pub(super) title: Option<(String, u32)>,
    /// The lines of that title, which may name who issues the document.
    pub(super) title_lines: Vec<Line<'a>>,
    /// What the letter calls the document, where no line is its title.
    pub(super) sent: Option<String>,
    /// The other lines of cover and letter.
    pub(super) cover: Vec<Line<'a>>,
    /// The heading of the preamble (序言), if it has one.
    pub(super) heading: Option<Line<'a>>,
    /// The lines of the preamble.
    pub(super) preamble: Vec<Line<'a>>,
}

/// Whether the line is the heading of a preamble.
pub(super) fn is_preamble_heading(line: &str) -> bool {
    PREAMBLES.contains(&squeeze(line))
}

/// Sorts the lines before the first heading into cover, title and preamble. The caller has left out blank lines and
/// the lines of contents pages. `marked` is the line that Markdown marks as the title.
pub(super) fn read<'a>(lines: &[Line<'a>], marked: Option<u32>) -> Front<'a> {
    let mut front = Front::default();
    let heading = lines.iter().position(|line| is_preamble_heading(line.text));
    let (before, after) = lines.split_at(heading.unwrap_or(lines.len()));
    front.heading = after.first().copied();
    let n_front = front_length(before, heading.is_some());
    let (cover, preamble) = before.split_at(n_front);
    let sent = sent_title(cover);
    let titles = titles(cover, sent.as_deref(), marked);
    let printed = titles.last().map(|title| title.text.clone());
    let mut printings = titles.into_iter().filter(|title| Some(&title.text) == printed.as_ref());
    if let Some(title) = printings.next() {
        let (before, printing, after) = title.cut(cover);
        let text =
            printing.iter().map(|line| facts::without_page_number(line.text.replace("**", "").trim()).to_owned());
        let mut text: String = text.collect();
        // The years below a title belong to it where the letter prints them with it.
        let years = after.first().filter(|line| {
            facts::is_title_remark_line(line.text)
                && sent.as_deref().is_some_and(|sent| is_same_title(sent, &format!("{text}{}", squeeze(line.text))))
        });
        let after = after.get(usize::from(years.is_some())..).unwrap_or_default();
        text.extend(years.map(|line| squeeze(line.text)));
        let text = without_outer_marks(&text).to_owned();
        front.title = printing.first().map(|line| (text, line.no));
        front.title_lines = printing.to_vec();
        front.cover.extend(before);
        let again: HashSet<u32> = printings.flat_map(|title| title.cut(cover).1).map(|line| line.no).collect();
        front.cover.extend(after.iter().filter(|line| !again.contains(&line.no)));
    } else {
        front.cover = cover.to_vec();
        front.sent = sent;
    }
    let body = preamble.iter().chain(after.iter().skip(1)).copied();
    front.preamble = body.filter(|line| Some(squeeze(line.text)) != printed).collect();
    front
}

/// The number of lines that belong to cover and letter: those up to the title and the short lines behind it; without a
/// title, the short lines at the start; all lines if a printed 序言 follows (`has_heading`).
fn front_length(lines: &[Line], has_heading: bool) -> usize {
    if has_heading {
        return lines.len();
    }
    let titled = lines.iter().rposition(|line| facts::is_title(line.text)).map_or(0, |at| at + 1);
    let titled = titled.max(letter_length(lines));
    titled + lines.iter().skip(titled).take_while(|line| facts::is_cover_line(line.text)).count()
}

/// The number of lines up to the sentence by which a letter sends the document out, where it stands near the start.
fn letter_length(lines: &[Line]) -> usize {
    let sends = |line: &Line| quoted_title(line.text).is_some();
    lines.iter().take(MOST_LINES_OF_LETTER).position(sends).map_or(0, |at| at + 1)
}

/// The title on a cover: its lines, and its text without white space and punctuation.
struct Title {
    first: usize,
    last: usize,
    text: String,
}

impl Title {
    /// Cuts the cover into the lines before the title, those of the title, and those behind it.
    fn cut<'c, 'a>(&self, cover: &'c [Line<'a>]) -> (&'c [Line<'a>], &'c [Line<'a>], &'c [Line<'a>]) {
        let (before, rest) = cover.split_at(self.first.min(cover.len()));
        let (own, after) = rest.split_at((self.last + 1 - self.first).min(rest.len()));
        (before, own, after)
    }
}

/// The titles on a cover, each with its lines. `sent` is what the letter calls the document. Without any line that ends as
/// titles do, the first line that is of no other kind is the title.
fn titles(cover: &[Line], sent: Option<&str>, marked: Option<u32>) -> Vec<Title> {
    let lines = || cover.iter().enumerate();
    // A line of the title of a letter may end as titles do: 关于对……任务⏎进行责任分解的通知.
    let notice = lines().filter(|(_, line)| facts::is_notice(line.text)).map(|(at, _)| at).next_back();
    let of_notice = notice.map_or(0..0, |last| notice_start(cover, last)..last);
    let mut last_lines: Vec<usize> = lines()
        .filter(|(at, line)| facts::is_title(line.text) && (sent.is_some() || !of_notice.contains(at)))
        .map(|(at, _)| at)
        .collect();
    // What the letter calls the document is its title, however it ends.
    if last_lines.is_empty()
        && let Some(sent) = sent
    {
        last_lines.extend(lines().filter(|(at, _)| first_of_sent(cover, *at, sent).is_some()).map(|(at, _)| at));
    }
    if last_lines.is_empty() {
        last_lines.extend(lines().find(|(at, _)| closes_quoted_title(cover, *at)).map(|(at, _)| at));
    }
    if last_lines.is_empty() && sent.is_none() {
        last_lines.extend(notice);
    }
    if last_lines.is_empty() {
        let is_marked = |line: &Line| Some(line.no) == marked && facts::is_cover_line(line.text);
        last_lines.extend(lines().find(|(_, line)| is_marked(line)).map(|(at, _)| at));
    }
    if last_lines.is_empty() && sent.is_none() {
        last_lines.extend(lines().find(|(_, line)| is_bare_title(line)).map(|(at, _)| at));
    }
    let title = |last: usize| {
        let first = sent.and_then(|sent| first_of_sent(cover, last, sent)).unwrap_or_else(|| title_start(cover, last));
        let text = cover.iter().take(last + 1).skip(first).map(|line| squeeze(line.text).replace("**", "")).collect();
        Title { first, last, text }
    };
    last_lines.into_iter().map(title).collect()
}

/// A title without 《》 around the whole of it, and without bars that a website prints at its end.
fn without_outer_marks(title: &str) -> &str {
    let title = title.trim_matches(['|', ' ']);
    let title = FILE_ENDINGS.iter().find_map(|ending| title.strip_suffix(ending)).unwrap_or(title);
    let inner = title.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    inner.filter(|inner| !inner.contains(['《', '》'])).unwrap_or(title)
}

/// Whether a line closes a title in 《》 that the line directly above has opened.
fn closes_quoted_title(cover: &[Line], at: usize) -> bool {
    let pair = at.checked_sub(1).and_then(|above| cover.get(above)).zip(cover.get(at));
    pair.is_some_and(|(above, line)| {
        let (above, text) = (above.text.trim(), line.text.trim());
        above.starts_with('《')
            && !above.contains('》')
            && text.ends_with('》')
            && !text.contains('《')
            && is_title_part(text)
    })
}

/// Whether two printings are of one title: white space and the kind of brackets around the title within it make no difference.
pub(super) fn is_same_title(one: &str, other: &str) -> bool {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    bare(one) == bare(other)
}

/// The title of the document that a letter sends out: 现将《……》印发给你们, 关于印发……的通知.
pub(super) fn sent_title(cover: &[Line]) -> Option<String> {
    let quoted = cover.iter().find_map(|line| quoted_title(line.text));
    quoted.or_else(|| {
        let letter: String =
            cover.iter().take_while(|line| facts::is_cover_line(line.text)).map(|line| squeeze(line.text)).collect();
        let sent = letter.split_once("关于印发").or_else(|| letter.split_once("印发《"))?.1;
        let (title, _) = sent.split_once("的通知")?;
        let title = title.trim_matches(['《', '》']);
        (title.chars().count() > 3).then(|| title.to_owned())
    })
}

/// The title that a sentence sends out: the one behind 现将, wherever it stands; else one near the start of the sentence.
fn quoted_title(text: &str) -> Option<String> {
    let mut rest = text;
    let mut first = None;
    while let Some((before, (title, after))) =
        rest.split_once('《').and_then(|(before, rest)| Some((before, rest.split_once('》')?)))
    {
        let is_near = text.len() - rest.len() + before.len() < LONGEST_BEFORE_SENT * 3;
        if SENDING_WORDS.is_in(after) {
            // 《……》已经市政府同意 is what a letter says, wherever it stands.
            if SENDERS.ends(before) || after.trim_start().starts_with('已') && facts::is_title(title) {
                return Some(outer_marks(title));
            }
            // 为落实《……》 names what the document rests upon.
            let rests_upon = NOT_AT_TITLE_STARTS.strip_prefix(before.trim_start()).is_some();
            if is_near && before.chars().count() <= LONGEST_BEFORE_SENT && !rests_upon {
                first.get_or_insert_with(|| outer_marks(title));
            }
        }
        rest = after;
    }
    first
}

/// A title without white space, in which 〈〉 that stood within 《》 are 《》 again.
fn outer_marks(title: &str) -> String {
    let title = squeeze(title);
    let is_nested = title.contains('〈') && !title.contains('《');
    if is_nested { title.replace('〈', "《").replace('〉', "》") } else { title }
}

/// The first of the lines that together are the title of the letter, and end with the line `last`.
fn first_of_sent(cover: &[Line], last: usize, sent: &str) -> Option<usize> {
    let mut text = String::new();
    for at in (last.saturating_sub(MOST_TITLE_LINES - 1)..=last).rev() {
        let line = cover.get(at).map_or("", |line| facts::without_page_number(line.text.trim()));
        text.insert_str(0, &squeeze(line).replace("**", ""));
        if is_same_title(&text, sent) {
            return Some(at);
        }
    }
    None
}

/// Whether a line that does not end as titles do can be one: words alone, of no other kind that stands on a cover.
fn is_bare_title(line: &Line) -> bool {
    is_title_part(line.text) && line.text.trim().chars().count() > 3 && !line.text.contains(['，', '、', '；'])
}

/// Whether a line can be part of a title: short, and neither a signature, a date, a remark, an address nor a letter's title.
fn is_title_part(text: &str) -> bool {
    let text = text.trim();
    facts::is_cover_line(text)
        && !facts::is_signature(text)
        && facts::signed_line(text).is_none()
        && facts::parse_date(text).is_none()
        && !facts::is_of_letterhead(text)
        && !facts::is_of_letter(text)
        && !facts::is_title_remark_line(text)
        && mark::read(text).is_none()
        && !website::is_release_remark(text)
        && !website::is_menu(text)
        && !text.contains(['：', ':'])
}

/// The first line of the title of a letter, which may take several lines: 望海市人民政府办公室关于⏎……⏎责任分解的通知.
fn notice_start(cover: &[Line], last: usize) -> usize {
    let mut first = last;
    while first > 0
        && last - first + 1 < MOST_TITLE_LINES
        && cover.get(first).is_some_and(|line| !line.text.contains("关于"))
        && is_part_above(cover, first - 1)
    {
        first -= 1;
    }
    with_senders(cover, first, last)
}

/// Whether a line can be a part of the title that goes on with the next one.
fn is_part_above(cover: &[Line], at: usize) -> bool {
    goes_on_below(cover, at) && cover.get(at).is_some_and(|line| is_title_part(line.text))
}

/// Whether a line holds nothing but offices, and the next one stands directly below it.
fn names_sender(cover: &[Line], at: usize) -> bool {
    let pair = cover.get(at).zip(cover.get(at + 1));
    pair.is_some_and(|(above, _)| goes_on_below(cover, at) && facts::signers(above.text).is_some())
}

/// Whether nothing parts a line of a cover from the next one: no blank line, unless blank lines part all of them.
fn goes_on_below(cover: &[Line], at: usize) -> bool {
    let pair = cover.get(at).zip(cover.get(at + 1));
    pair.is_some_and(|(above, line)| above.no + 1 == line.no) || is_spaced(cover)
}

/// Whether blank lines part all lines of a cover, as pages and Markdown have them.
fn is_spaced(cover: &[Line]) -> bool {
    let mut pairs = cover.windows(2).take(MOST_LINES_SEEN);
    cover.len() > 2 && pairs.all(|pair| matches!(pair, [one, next] if one.no + 1 < next.no))
}

/// The first line of the title that ends with the line `last`: it begins above within the same bold markup, or directly above
/// if that line is of no other kind. Where blank lines part all lines of a cover, those above the title do not end it.
fn title_start(cover: &[Line], last: usize) -> usize {
    if cover.get(last).is_some_and(|line| facts::is_notice(line.text)) {
        return notice_start(cover, last);
    }

    let (Some(above), Some(line)) = (last.checked_sub(1).and_then(|at| cover.get(at)), cover.get(last)) else {
        return last;
    };
    if closes_quoted_title(cover, last) {
        return last - 1;
    }
    let same_bold = above.text.matches("**").count() % 2 == 1;
    let adjacent = goes_on_below(cover, last - 1);
    // A line that begins with the years of the plan goes on with the title above: …纲要⏎（2026—2030年）实施方案.
    let goes_on = line.text.trim_start().starts_with(['（', '(']) && adjacent && is_title_part(above.text);
    let is_above = adjacent && !facts::is_title(above.text) && is_title_part(above.text);
    let first = if same_bold || goes_on || is_above { last - 1 } else { last };
    let opens = |at: usize, word: &str| cover.get(at).is_some_and(|line| line.text.trim().starts_with(word));
    // 关于推动……⏎……高质量发展的⏎实施意见: the line that begins with 关于 opens the title.
    let is_third = first < last && !opens(first, "关于") && first > 0 && opens(first - 1, "关于");
    let first = if is_third && is_part_above(cover, first - 1) { first - 1 } else { first };
    with_senders(cover, first, last)
}

/// The first line of a title with the lines above it that name who issues it, where it begins with 关于: 江海市人民政府办公室⏎
/// 关于推动……的实施意见.
fn with_senders(cover: &[Line], first: usize, last: usize) -> usize {
    let mut first = first;
    let begins = cover.get(first).is_some_and(|line| line.text.trim_start().starts_with("关于"));
    while begins && first > 0 && last - first + 1 < MOST_TITLE_LINES && names_sender(cover, first - 1) {
        first -= 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    fn check(text: &str, title: Option<&str>, cover: &[&str], preamble: &[&str]) {
        let lines: Vec<Line> = lines(text).into_iter().filter(|line| !line.is_blank()).collect();
        let front = read(&lines, None);
        assert_eq!(front.title.as_ref().map(|(title, _)| title.as_str()), title);
        assert_eq!(front.cover.iter().map(|line| line.text).collect::<Vec<_>>(), cover);
        assert_eq!(front.preamble.iter().map(|line| line.text).collect::<Vec<_>>(), preamble);
    }

    #[test]
    fn fronts() {
        check(
            "甲市人民政府\n关于印发“健康甲市”规划的通知\n各区：\n现印发给你们。\n2020年1月2日\n“健康甲市2030”规划\n\n人民健康。",
            Some("“健康甲市2030”规划"),
            &["甲市人民政府", "关于印发“健康甲市”规划的通知", "各区：", "现印发给你们。", "2020年1月2日"],
            &["人民健康。"],
        );
        check(
            "**甲市卫生健康事业发展\n“十四五”规划**\n(征求意见稿)\n甲市卫生健康局\n甲市卫生健康事业发展“十四五”规划\n",
            Some("甲市卫生健康事业发展“十四五”规划"),
            &["(征求意见稿)", "甲市卫生健康局"],
            &[],
        );
        check("人民健康是社会文明进步的基础，是重要标志。", None, &[], &["人民健康是社会文明进步的基础，是重要标志。"]);
        check(
            "甲府办〔2026〕9号\n\n各区：\n\n《甲市社区医疗服务实施方案》已经市政府同意，现印发给你们。\n\n甲市社区医疗\n\n服务实施方案\n\n为方便就医。",
            Some("甲市社区医疗服务实施方案"),
            &["甲府办〔2026〕9号", "各区：", "《甲市社区医疗服务实施方案》已经市政府同意，现印发给你们。"],
            &["为方便就医。"],
        );
        check(
            "甲市人民政府\n2026年3月2日\n（此件公开发布）\n健康甲市行动方案\n为普及知识。",
            Some("健康甲市行动方案"),
            &["甲市人民政府", "2026年3月2日", "（此件公开发布）"],
            &["为普及知识。"],
        );
        check("甲市年度健康目标书\n", Some("甲市年度健康目标书"), &[], &[]);
        check("“健康甲市2030”规划\n序言\n甲市位于。", Some("“健康甲市2030”规划"), &[], &["甲市位于。"]);
    }
}
