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
use crate::importer::facts;
use crate::lexicon::document::PREAMBLES;
use crate::text::fold::squeeze;

/// The lines before the first heading, sorted by their kind.
#[derive(Debug, Default)]
pub(super) struct Front<'a> {
    /// The title as printed, its lines joined, with their numbers.
    pub(super) title: Option<(String, u32)>,
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
/// the lines of contents pages.
pub(super) fn read<'a>(lines: &[Line<'a>]) -> Front<'a> {
    let mut front = Front::default();
    let heading = lines.iter().position(|line| is_preamble_heading(line.text));
    let (before, after) = lines.split_at(heading.unwrap_or(lines.len()));
    front.heading = after.first().copied();
    let n_front = front_length(before, heading.is_some());
    let (cover, preamble) = before.split_at(n_front);
    let titles = titles(cover);
    let printed = titles.last().map(|title| title.text.clone());
    let mut printings = titles.into_iter().filter(|title| Some(&title.text) == printed.as_ref());
    if let Some(title) = printings.next() {
        let (before, printing, after) = title.cut(cover);
        let text = printing.iter().map(|line| line.text.replace("**", "").trim().to_owned()).collect();
        front.title = printing.first().map(|line| (text, line.no));
        front.cover.extend(before);
        let again: HashSet<u32> = printings.flat_map(|title| title.cut(cover).1).map(|line| line.no).collect();
        front.cover.extend(after.iter().filter(|line| !again.contains(&line.no)));
    } else {
        front.cover = cover.to_vec();
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
    titled + lines.iter().skip(titled).take_while(|line| facts::is_cover_line(line.text)).count()
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

fn titles(cover: &[Line]) -> Vec<Title> {
    let last_lines = (0..cover.len()).filter(|at| cover.get(*at).is_some_and(|line| facts::is_title(line.text)));
    last_lines
        .map(|last| {
            let first = title_start(cover, last);
            let text =
                cover.iter().take(last + 1).skip(first).map(|line| squeeze(line.text).replace("**", "")).collect();
            Title { first, last, text }
        })
        .collect()
}

/// Whether the title begins on the line above: within the same bold markup, or directly above if
/// that line is of no other kind.
fn title_start(cover: &[Line], last: usize) -> usize {
    let (Some(above), Some(line)) = (last.checked_sub(1).and_then(|at| cover.get(at)), cover.get(last)) else {
        return last;
    };
    let same_bold = above.text.matches("**").count() % 2 == 1;
    let adjacent = above.no + 1 == line.no && !above.text.trim().ends_with("通知");
    let other =
        facts::is_title(above.text) || facts::is_signature(above.text) || facts::parse_date(above.text).is_some();
    if same_bold || (adjacent && !other && facts::is_cover_line(above.text) && !above.text.contains('：')) {
        last - 1
    } else {
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    fn check(text: &str, title: Option<&str>, cover: &[&str], preamble: &[&str]) {
        let lines: Vec<Line> = lines(text).into_iter().filter(|line| !line.is_blank()).collect();
        let front = read(&lines);
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
        check("“健康甲市2030”规划\n序言\n甲市位于。", Some("“健康甲市2030”规划"), &[], &["甲市位于。"]);
    }
}
