//! What a website or a printer puts around a document: the facts above it, the tools below it, the numbers of pages.
//!
//! ```text
//! 索引号：⇥WH0001/2026-00012⇥主题分类：⇥卫生      facts, a label and its value at a time
//! 当前位置：首页 > 政务公开                     where one is
//! — 3 —                                        the number of a page
//! 15二、任务                                    the same, glued to the heading that opens the page
//! 望海市人民政府 / 2026年5月8日 / （此件公开发布）  the signature at the end of the text
//! 扫一扫在手机打开当前页                         what one may do with the page
//! ```
//! These lines belong to no chapter; who issued the document and when is kept as its facts.

mod ends;
mod fields;
mod pages;

use ends::{FEWEST_ENTRIES, LONGEST_CRUMB, LONGEST_LINE, MOST_LINES};
use ends::{colophon, is_file, is_heading_of_text, is_row_of_links, links_at_end};
use fields::{fact, fields, single_field};
pub(super) use pages::is_page_number;
use pages::{running_heads, without_page_number};

use std::collections::HashSet;

use crate::importer::document::Line;
use crate::importer::facts::{self, Signature};
use crate::importer::mark;
use crate::lexicon::document::{RELEASE_REMARKS, TITLE_ENDINGS};
use crate::lexicon::punctuation::{BULLETS, CLAUSE_ENDS, ROUND_BRACKETS};
use crate::lexicon::website::{IMPRINT_WORDS, MENU_ENTRIES, SITE_ENDINGS, SITE_SIGNS, WEBSITE_WORDS, WebsiteFact};
use crate::text::fold::squeeze;

/// The most lines of another kind above and between the facts of a website.
const MOST_OTHER_LINES: usize = 3;

/// The longest entry of a row of menu entries of which lists know only some, in characters.
const LONGEST_ENTRY: usize = 7;

/// The length of a date with its day: 2026-05-08.
const LENGTH_OF_DATE: usize = 10;

/// The most lines of offices that sign together.
const MOST_SIGNERS: usize = 8;

/// Last letters of the names of pictures.
const PICTURE_ENDINGS: [&str; 4] = [".png", ".jpg", ".gif", ".jpeg"];

/// What was found around a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// The lines that are no part of the document, as indices.
    pub(super) left_out: HashSet<usize>,
    /// The title that the website gives.
    pub(super) title: Option<String>,
    /// The number of the document that it gives, with its line.
    pub(super) number: Option<(String, u32)>,
    /// What the website says of issuer and date, else what the signature at the end says.
    pub(super) signature: Signature,
}

/// Finds what stands around the document, and takes the numbers of pages off the headings that they are glued to.
pub(super) fn find(lines: &mut [Line]) -> Surroundings {
    let mut found = Surroundings::default();
    found.read_head(lines);
    found.left_out.extend(colophon(lines));
    found.read_tail(lines);
    found.read_signature_above_attachments(lines);
    found.left_out.extend(running_heads(lines));
    for (at, line) in lines.iter_mut().enumerate() {
        if is_page_number(line.text) || is_imprint(line.text) {
            found.left_out.insert(at);
        } else {
            line.text = without_fields(without_page_number(line.text));
        }
    }
    found
}

impl Surroundings {
    /// Reads the facts above the document. The title of the page may stand above them and between them.
    fn read_head(&mut self, lines: &[Line]) {
        let printed: Vec<(usize, &Line)> =
            lines.iter().enumerate().filter(|(_, line)| !line.is_blank()).take(MOST_LINES).collect();
        let mut published = None;
        let mut pending: Option<(WebsiteFact, u32)> = None;
        let mut n_others = 0;
        for (nth, (at, line)) in printed.iter().copied().enumerate() {
            let mut fields = fields(line.text);
            // The value of a label may stand on the line below it.
            // A label without a value is not filled by what stands apart from it, unless all lines stand apart.
            let own_gap =
                nth.checked_sub(1).and_then(|above| printed.get(above)).map_or(1, |(_, above)| line.no - above.no);
            if let Some((label, _)) = pending
                .take()
                .filter(|(_, gap)| fields.is_empty() && own_gap <= *gap && line.text.chars().count() <= LONGEST_LINE)
            {
                fields.push((label, line.text.trim()));
            }
            pending = fields.last().filter(|(_, value)| value.is_empty()).map(|(fact, _)| (*fact, own_gap));
            if fields.is_empty() && n_others == 0 && !self.left_out.is_empty() {
                fields.extend(single_field(line.text));
            }
            let is_crumb = is_crumb(line.text) || {
                let beside = |nth: usize| printed.get(nth).is_some_and(|(_, line)| is_arrow(line.text));
                line.text.trim().chars().count() <= LONGEST_CRUMB && (nth > 0 && beside(nth - 1) || beside(nth + 1))
            };
            let is_page_title = nth == 0 && names_site(line.text);
            if fields.is_empty() && !is_crumb && !is_page_title && !is_website_line(line.text) {
                n_others += 1;
                let is_short = line.text.chars().count() <= LONGEST_LINE && !line.text.contains('。');
                if n_others <= MOST_OTHER_LINES && is_short && mark::read(line.text).is_none() {
                    continue;
                }
                break;
            }
            n_others = 0;
            self.left_out.insert(at);
            for (fact, value) in fields {
                let value = (!value.is_empty()).then(|| value.to_owned());
                match fact {
                    WebsiteFact::Title => self.title = self.title.take().or(value),
                    WebsiteFact::Issuer => self.signature.issuer = self.signature.issuer.take().or(value),
                    WebsiteFact::Issued => {
                        self.signature.issued = self.signature.issued.take().or(value.and_then(|date| any_date(&date)));
                    }
                    WebsiteFact::Published => published = published.or(value.and_then(|date| any_date(&date))),
                    WebsiteFact::Number => self.number = self.number.take().or(value.map(|number| (number, line.no))),
                    WebsiteFact::Other => {}
                }
            }
        }
        // A label of its own above the text may be the text's: only a block of them is a website's.
        if self.left_out.len() < 2 && published.is_none() && self.signature.issued.is_none() {
            *self = Self::default();
        }
    }

    /// Reads the signature and the date that close the text where attachments follow.
    fn read_signature_above_attachments(&mut self, lines: &[Line]) {
        let printed: Vec<(usize, &Line)> =
            lines.iter().enumerate().filter(|(at, line)| !line.is_blank() && !self.left_out.contains(at)).collect();
        let Some(first_heading) = printed.iter().position(|(_, line)| is_heading_of_text(line.text)) else { return };
        let opens_attachment =
            |line: &Line| mark::heading(line.text).is_some_and(|heading| heading.class == mark::Class::Attachment);
        let skips =
            |line: &Line| is_release_remark(line.text) || is_page_number(line.text) || is_website_line(line.text);
        for (nth, (at, line)) in printed.iter().enumerate().skip(first_heading + 1) {
            let Some(date) = facts::parse_date(line.text).filter(|date| date.len() == LENGTH_OF_DATE) else { continue };
            let next = printed.iter().skip(nth + 1).map(|(_, line)| *line).find(|line| !skips(line));
            let above = printed.get(..nth).unwrap_or_default().iter().rev();
            let names: Vec<(usize, String)> =
                above.take(MOST_SIGNERS).map_while(|(at, line)| Some((*at, facts::signers(line.text)?))).collect();
            if names.is_empty() || !next.is_some_and(opens_attachment) {
                continue;
            }
            self.left_out.insert(*at);
            self.left_out.extend(names.iter().map(|(at, _)| *at));
            let signers: Vec<&str> = names.iter().rev().map(|(_, name)| name.as_str()).collect();
            self.signature.issuer = self.signature.issuer.take().or_else(|| Some(signers.join("、")));
            self.signature.issued = self.signature.issued.take().or(Some(date));
            return;
        }
    }

    /// Reads the end: signature, date, remarks and the tools of the website, up to the last line of the text.
    fn read_tail(&mut self, lines: &[Line]) {
        let printed =
            lines.iter().enumerate().rev().filter(|(at, line)| !line.is_blank() && !self.left_out.contains(at));
        let mut tail = links_at_end(lines);
        let (mut signer, mut issued) = (None, None);
        // What stands below the date signs only where nobody does above it.
        let mut is_below_date = false;
        let above_links = tail.last().copied().unwrap_or(lines.len());
        for (at, line) in printed.filter(|(at, _)| *at < above_links).take(MOST_LINES) {
            let text = line.text.trim();
            let both = facts::signed_line(text);
            if let Some(date) = facts::parse_date(text).or_else(|| both.as_ref().map(|(_, date)| date.clone())) {
                is_below_date = issued.is_none() && signer.is_some();
                issued = issued.or(Some(date));
                signer = signer.or(both.map(|(office, _)| office));
            } else if let Some(offices) = facts::signers(text)
                && signer.is_none()
                && mark::heading(text).is_none()
            {
                signer = Some(offices);
            } else if signer.is_some()
                && issued.is_some()
                && let Some(more) = facts::signers(text)
            {
                // Several offices sign on several lines.
                signer = if is_below_date { Some(more) } else { signer.map(|below| format!("{more}、{below}")) };
                is_below_date = false;
            } else if !is_file(text)
                && !is_row_of_links(text)
                && !is_release_remark(text)
                && fields(text).is_empty()
                && !is_website_line(text)
                && !is_page_number(text)
            {
                break;
            }
            tail.push(at);
        }
        // A name alone may be the last entry of a list.
        let is_tail = issued.is_some() || signer.is_none();
        if is_tail && lines.len() > tail.len() {
            self.left_out.extend(tail);
            self.signature.issuer = self.signature.issuer.take().or(signer);
            self.signature.issued = self.signature.issued.take().or(issued);
        }
    }
}

/// Whether a line is a part of the path of pages to this one, or an entry of a menu: >政务公开 >本局文件, • 设为首页|.
fn is_crumb(line: &str) -> bool {
    let line = line.trim();
    let is_short = line.chars().count() <= LONGEST_CRUMB * 2;
    is_arrow(line)
        || is_short && line.starts_with(['>', '›', '»', '＞'])
        || is_short
            && line.starts_with(|c| BULLETS.contains(c))
            && !TITLE_ENDINGS.ends(line)
            && !CLAUSE_ENDS.is_in(line)
}

/// Whether a line is the title of a page with the name of its website behind it: `……的通知_望海市人民政府`.
fn names_site(line: &str) -> bool {
    let parts = line.trim().rsplit_once(|c| SITE_SIGNS.contains(c));
    parts.is_some_and(|(title, site)| {
        title.trim().chars().count() > LONGEST_CRUMB / 2
            && (2..=LONGEST_CRUMB * 2).contains(&site.trim().chars().count())
            && SITE_ENDINGS.ends(site.trim())
    })
}

/// Whether a line is nothing but the sign between two pages of such a path.
fn is_arrow(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| matches!(c, '>' | '›' | '»' | '＞' | '/'))
}

/// A date in any of the forms that websites print.
fn any_date(text: &str) -> Option<String> {
    let day = text.split_whitespace().next()?;
    facts::parse_date(day).or_else(|| {
        let mut numbers = day.split(['-', '/', '.']).map(|number| number.parse::<u32>().ok());
        let (year, month, date) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let is_date = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&date);
        is_date.then(|| format!("{year}-{month:02}-{date:02}"))
    })
}

fn is_website_line(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() <= LONGEST_LINE
        && !line.contains('。')
        && mark::read(line).is_none()
        && (is_menu(line)
            || WEBSITE_WORDS
                .iter()
                .any(|word| line.contains(word) && !CLAUSE_ENDS.is_in(line) || line.starts_with(word)))
}

/// Whether a line is nothing but entries of a menu, or the name of a picture: 手机版, 登录 | 注册, W0202.png.
pub(super) fn is_menu(line: &str) -> bool {
    let entries = line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '｜')).filter(|entry| !entry.is_empty());
    let is_picture = |entry: &str| entry.is_ascii() && PICTURE_ENDINGS.iter().any(|ending| entry.ends_with(ending));
    let entries: Vec<&str> = entries.collect();
    let is_listed = |entry: &&str| MENU_ENTRIES.contains(entry) || is_picture(entry);
    // Beside 首页 or 登录, other short words are the names of further pages: 首页　走进白溪　新闻中心　政务公开.
    let is_short = |entry: &&str| {
        entry.chars().count() <= LONGEST_ENTRY && entry.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '+')
    };
    let is_row = entries.len() >= FEWEST_ENTRIES && entries.iter().any(is_listed) && entries.iter().all(is_short);
    !entries.is_empty() && (is_row || entries.iter().all(is_listed))
}

/// Whether a line is what every page of a website says of the website: 主办单位：望海市人民政府　备案号：粤ICP备……
fn is_imprint(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() <= LONGEST_LINE && !line.contains('。') && IMPRINT_WORDS.is_in(line)
}

/// Whether a line is nothing but a remark on who may read the document: （此件公开发布）.
pub(super) fn is_release_remark(line: &str) -> bool {
    let inner: String = squeeze(line).chars().filter(|c| !ROUND_BRACKETS.contains(*c)).collect();
    RELEASE_REMARKS.contains(&inner)
}

/// A title without the facts and menu entries that a website prints behind it: `……规划（草案） 草案全文 发布时间：2026-03-02`.
fn without_fields(line: &str) -> &str {
    let mut head = line.trim_end();
    while let Some((before, last)) = head.rsplit_once(char::is_whitespace) {
        let is_field = last.split_once(['：', ':']).is_some_and(|(label, _)| fact(label).is_some());
        if !is_field && !MENU_ENTRIES.contains(last) {
            break;
        }
        head = before.trim_end();
    }
    if head.len() < line.trim_end().len() && facts::is_title(head) { head } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::document::lines;

    fn check(text: &str, left_out: &[usize], facts: [Option<&str>; 3]) {
        let mut lines = lines(text);
        let found = find(&mut lines);
        let mut at: Vec<usize> = found.left_out.iter().copied().collect();
        at.sort_unstable();
        assert_eq!(at, left_out, "{text}");
        assert_eq!(
            [found.title.as_deref(), found.signature.issuer.as_deref(), found.signature.issued.as_deref()],
            facts,
            "{text}"
        );
    }

    #[test]
    fn heads_of_websites() {
        check(
            "当前位置：首页 > 政务公开\n索 引 号：\t1101/2026\t分类：\t卫生\n发布机构：\t江海市卫生健康委员会\t成文日期：\t2026-03-02\n江海市健康规划\n一、目标\n居民更加健康。\n",
            &[0, 1, 2],
            [None, Some("江海市卫生健康委员会"), Some("2026-03-02")],
        );
        check("来源：统计年鉴\n一、现状\n每年增加。\n", &[], [None; 3]);
    }

    #[test]
    fn tails() {
        check(
            "一、目标\n居民更加健康。\n江海市人民政府\n2026年5月8日\n（此件公开发布）\n相关链接：解读\n【打印】【关闭】\n",
            &[2, 3, 4, 5, 6],
            [None, Some("江海市人民政府"), Some("2026-05-08")],
        );
        check(
            "一、目标\n居民更加健康。\n江海市人民政府  二〇二六年五月八日\n",
            &[2],
            [None, Some("江海市人民政府"), Some("2026-05-08")],
        );
        check("一、成员\n市教育局\n", &[], [None; 3]);
        check(
            "一、目标\n居民更加健康。\n抄送：市委办公室，市人大常委会办公室，\n市政协办公室。\n江海市人民政府办公室　2026年5月8日印发\n",
            &[2, 3, 4],
            [None; 3],
        );
        check("抄送：市委办公室\n江海市健康规划\n一、目标\n居民更加健康。\n", &[], [None; 3]);
        check("江海市健康规划\n", &[], [None; 3]);
    }

    #[test]
    fn numbers_of_pages() {
        check("一、目标\n居民更加\n— 3 —\n健康。\n第 4 页 共 9 页\n", &[2, 4], [None; 3]);
        assert_eq!(without_page_number("15二、任务"), "二、任务");
        assert_eq!(without_page_number("16（三）监督"), "（三）监督");
        for line in ["10二十、", "2026年", "3.加强", "15分钟"] {
            assert_eq!(without_page_number(line), line);
        }
    }
}
