//! Numbers out of order (headings, boxes, entries, ordinals of tables), and table rows that the importer doubted.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::entry::{self, Entry, Style};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::count::AROUND_NUMERALS;
use crate::lexicon::heading::{HEADING_LEVELS, NUMBER_STOPS};
use crate::model::{Confidence, Doubt, DoubtKind, Kind, Node};
use crate::text::fold::fold;
use crate::text::numeral;
use crate::words::findings::lists;
use crate::words::{self, Words};

/// Characters quoted of an entry.
const ENTRY_QUOTE: usize = 10;

/// Most characters of the number of an article: 一百二十三.
const LONGEST_NUMERAL: usize = 6;

/// The longest words, in characters, that announce a list on a line of their own.
const LONGEST_ANNOUNCEMENT: usize = 14;

/// A number with which no list begins by a slip, so that the text is a part of a longer one.
const FAR_FROM_ONE: u32 = 10;

/// Fewest neighbours that make a style of numbering the usual one.
const FEWEST_NEIGHBOURS: usize = 3;

/// How the entries of lists within one text are numbered. Those that are spoken (一是) may go on in the next text.
const STYLES_IN_TEXT: [Style; 7] =
    [Style::Circled, Style::Bracketed, Style::InWords, Style::Ordinal, Style::Stage, Style::Dotted, Style::Urged];

/// A printed number with its place.
struct Numbered {
    number: u32,
    printed: String,
    citation: Citation,
}

/// Nodes that are numbered together: those of one style under one parent. Boxes and attachments have no parent here, as
/// they are numbered through the whole plan.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Group {
    parent: Option<String>,
    /// What surrounds the numeral, with 一 for Chinese numerals.
    style: String,
    /// How many articles (第三条) and announcements (主要措施：) stand before them as plain texts.
    article: usize,
}

/// Headings of one parent, boxes and attachments of the plan, whose numbers do not follow one another.
pub(crate) fn heading_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut groups: Vec<(Group, Vec<Numbered>)> = Vec::new();
    let mut numbers: HashMap<Group, usize> = HashMap::new();
    let mut n_articles = 0;
    for node in &*reading.plan.nodes {
        let article = n_articles;
        let begins_list = |text: &str| is_article(text) || announces_list(text);
        n_articles += node.paragraphs.iter().filter(|paragraph| begins_list(&paragraph.text)).count();
        let Some((mut group, numbered)) = read_number(node) else { continue };
        // The items of an article (第三条 …：（一）…) are a list of their own.
        if !HEADING_LEVELS.is_in(&numbered.printed) {
            group.article = article;
        }
        let number = *numbers.entry(group.clone()).or_insert(groups.len());
        match groups.get_mut(number) {
            Some((_, members)) => members.push(numbered),
            None => groups.push((group, vec![numbered])),
        }
    }
    let mut drafts = Vec::new();
    let mut last_of_style: HashMap<&str, u32> = HashMap::new();
    for (at, (group, members)) in groups.iter().enumerate() {
        // Sections numbered through all chapters go on from the group before. A chapter that was handed in alone begins where
        // it begins, and so does a part of a long list.
        let begins_apart = |first: &&Numbered| at == 0 || first.number >= FAR_FROM_ONE;
        let begins = members.first().filter(begins_apart).map_or(0, |first| first.number.saturating_sub(1));
        let last = members.last().map_or(0, |member| member.number);
        let before = last_of_style.insert(&group.style, last).unwrap_or(begins);
        // One number alone has nothing to follow.
        if members.len() > 1 {
            drafts.extend(check_sequence(members, before, lists::HEADING_NUMBERS));
        }
    }
    drafts
}

/// Marks between the numerals of a heading that counts in decimals.
const NUMERAL_DOTS: [char; 2] = ['.', '．'];

/// The number of a node, with the group it is numbered in; `None` where it has no number, or an unknown numeral.
fn read_number(node: &Node) -> Option<(Group, Numbered)> {
    let printed = node.number.clone()?;
    let whole: String = printed.trim_matches(surrounds_numeral).to_owned();
    // 1.4 is the fourth below 1.
    let numeral = whole.rsplit_once(NUMERAL_DOTS).map_or(whole.as_str(), |(_, last)| last).to_owned();
    let number = numeral::parse(&numeral)?;
    let is_numbered_through = matches!(node.kind, Kind::Box | Kind::Attachment);
    let surrounding = match whole.rsplit_once(NUMERAL_DOTS) {
        Some((above, _)) => format!("{above}."),
        None => fold(&printed).replace(&fold(&numeral), "").replace(' ', ""),
    };
    let script = if numeral.is_ascii() { "" } else { "一" };
    let parent = node.parent.clone().filter(|_| !is_numbered_through);
    let group = Group { parent, style: format!("{surrounding}{script}"), article: 0 };
    let citation = Citation { line: node.lines[0], node: Some(node.id.clone()), quote: printed.clone() };
    Some((group, Numbered { number, printed, citation }))
}

/// Whether a text is an article that the importer reads as no heading: 第三条 补贴按月发放。
fn is_article(text: &str) -> bool {
    let rest = text.strip_prefix('第').unwrap_or_default();
    let numeral = rest.split('条').next().unwrap_or_default();
    numeral.len() < rest.len() && numeral.chars().count() <= LONGEST_NUMERAL && numeral::parse(numeral).is_some()
}

/// Whether a text is nothing but the words that announce a list, which begins at 1: 策略措施：
fn announces_list(text: &str) -> bool {
    text.ends_with(['：', ':']) && text.chars().nth(LONGEST_ANNOUNCEMENT).is_none()
}

/// Whether a character may stand around the numeral in a printed number: 第 and 章 of 第一章.
fn surrounds_numeral(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}') || AROUND_NUMERALS.contains(c)
}

/// One finding for a list whose numbers do not follow one another, citing both sides of each gap. A list begins at 1 or
/// goes on from `before`, the last number of the list before it. `noun` says what is numbered.
fn check_sequence(members: &[Numbered], before: u32, noun: Words) -> Option<FindingDraft> {
    let mut citations: Vec<Citation> = Vec::new();
    let mut last: Option<&Numbered> = None;
    for member in members {
        let follows = match last {
            Some(last) => member.number == last.number + 1,
            None => member.number == 1 || member.number == before + 1,
        };
        if !follows {
            citations.extend(last.map(|last| last.citation.clone()));
            citations.push(member.citation.clone());
        }
        last = Some(member);
    }
    let is_stop = |mark| mark == ' ' || NUMBER_STOPS.contains(mark);
    let printed: Vec<&str> = members.iter().map(|member| member.printed.trim_matches(is_stop)).collect();
    (!citations.is_empty()).then(|| {
        let what = lists::out_of_sequence(noun, words::joined(&printed, words::punctuation::COMMA));
        FindingDraft::new(Confidence::High, what, citations)
    })
}

/// Sections whose items are numbered in another style than those of all neighbours: （1） where the others have 1.
pub(crate) fn heading_styles(reading: &Reading) -> Vec<FindingDraft> {
    let mut sections: Vec<(&Node, String, Citation)> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for node in &*reading.plan.nodes {
        let Some(parent) = node.parent.as_deref().and_then(|id| reading.nodes.get(id)).copied() else { continue };
        if seen.contains(parent.id.as_str()) || node.kind == Kind::Box || parent.kind == Kind::Box {
            continue;
        }
        // The rows of a table have bare numbers, and what is counted by words (第二节, 第三条) is of another kind.
        let is_of_style =
            |printed: &str| printed.chars().any(|c| !c.is_alphanumeric()) && !HEADING_LEVELS.is_in(printed);
        if let Some((group, numbered)) = read_number(node).filter(|(_, numbered)| is_of_style(&numbered.printed)) {
            seen.insert(&parent.id);
            sections.push((parent, group.style, numbered.citation));
        }
    }
    let mut styles: HashMap<Option<&str>, HashMap<&str, usize>> = HashMap::new();
    for (section, style, _) in &sections {
        *styles.entry(section.parent.as_deref()).or_default().entry(style).or_default() += 1;
    }
    // One section in one style, all its neighbours in another one.
    let is_odd = |section: &Node, style: &String| {
        let counts = styles.get(&section.parent.as_deref());
        counts.is_some_and(|counts| {
            let n_others: usize = counts.iter().filter(|(other, _)| *other != style).map(|(_, count)| count).sum();
            counts.len() == 2 && counts.get(style.as_str()) == Some(&1) && n_others >= FEWEST_NEIGHBOURS
        })
    };
    let odd = sections.iter().filter(|(section, style, _)| is_odd(section, style));
    odd.map(|(section, _, citation)| {
        let what = lists::odd_style(section.heading());
        FindingDraft::new(Confidence::Low, what, [citation.clone()])
    })
    .collect()
}

/// Ordinals of a table that do not follow one another; each group of rows may begin again at 1.
pub(crate) fn row_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for rows in reading.rows.chunk_by(|one, next| one.table.id == next.table.id) {
        // The groups of a table (一, 二) and the rows of each (1, 2) are numbered apart.
        for is_of_rows in [true, false] {
            let mut run: Vec<Numbered> = Vec::new();
            for row in rows {
                let Some(printed) = row.row.number.clone() else { continue };
                let numeral = printed.trim_matches(surrounds_numeral);
                let Some(number) = numeral::parse(numeral).filter(|_| numeral.is_ascii() == is_of_rows) else {
                    continue;
                };
                if number == 1 {
                    drafts.extend(check_sequence(&run, 0, lists::ROW_NUMBERS));
                    run.clear();
                }
                run.push(Numbered { number, printed, citation: row.name.clone() });
            }
            drafts.extend(check_sequence(&run, 0, lists::ROW_NUMBERS));
        }
    }
    drafts
}

/// Entries of a text (一是…；二是…) that do not follow one another. The texts of a node make one list.
pub(crate) fn entry_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for passages in reading.passages.chunk_by(|one, next| one.node.id == next.node.id) {
        let mut run: Vec<Numbered> = Vec::new();
        for passage in passages {
            for entry in entry::find(&passage.chars).filter(|entry| entry.style == Style::Spoken) {
                if entry.number == 1 {
                    drafts.extend(check_sequence(&run, 0, lists::ENTRY_NUMBERS));
                    run.clear();
                }
                run.push(read_entry(passage, &entry));
            }
        }
        drafts.extend(check_sequence(&run, 0, lists::ENTRY_NUMBERS));
    }
    drafts.extend(reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(enumerations));
    drafts
}

/// The lists of a text that are numbered ①②③, （1）（2）（3）, （一）（二）（三）, 第一，第二，, 第一阶段 or 1.2.3. and do not follow one another. A list begins at 1, so that a
/// reference to one entry is none.
fn enumerations(passage: &Passage) -> Vec<FindingDraft> {
    let marks: Vec<Entry> = entry::find(&passage.chars).collect();
    let mut drafts = Vec::new();
    for style in STYLES_IN_TEXT {
        let mut run: Vec<Numbered> = Vec::new();
        for entry in marks.iter().filter(|entry| entry.style == style) {
            if entry.number == 1 {
                drafts.extend(check_sequence(&run, 0, lists::ENTRY_NUMBERS).filter(|_| run.len() > 1));
                run.clear();
            } else if run.is_empty() {
                continue;
            }
            run.push(read_entry(passage, entry));
        }
        drafts.extend(check_sequence(&run, 0, lists::ENTRY_NUMBERS).filter(|_| run.len() > 1));
    }
    drafts
}

/// An entry with its number as printed and its first words.
fn read_entry(passage: &Passage, entry: &Entry) -> Numbered {
    let printed = passage.chars.get(entry.from..entry.to).unwrap_or_default().iter().collect();
    Numbered { number: entry.number, printed, citation: passage.cite(entry.from, entry.from + ENTRY_QUOTE) }
}

/// Rows that the importer found shifted, merged, cut in two or short of a cell.
pub(crate) fn doubted_rows(reading: &Reading) -> Vec<FindingDraft> {
    let by_line: HashMap<u32, usize> = reading
        .rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| (row.row.lines[0]..=row.row.lines[1]).map(move |line| (line, at)))
        .collect();
    let row_of = |doubt: &Doubt| by_line.get(&doubt.line).and_then(|at| Some((*at, reading.rows.get(*at)?)));
    let drafts = reading.plan.findings.iter().filter_map(|doubt| {
        let (at, row) = row_of(doubt)?;
        let quoted = doubt.kind.quoted().and_then(|words| cite_cell(row, words));
        // A domain that is cut in two has its other half in the row above.
        let is_split = matches!(doubt.kind, DoubtKind::SplitDomain(_));
        let above = at.checked_sub(1).and_then(|above| reading.rows.get(above));
        let above = above.filter(|above| is_split && above.table.id == row.table.id).map(|above| above.name.clone());
        let citations = [row.name.clone()].into_iter().chain(quoted).chain(above);
        let what = lists::doubted_row(&row.row.name, &doubt.kind);
        Some(FindingDraft::new(Confidence::High, what, citations))
    });
    drafts.collect()
}

/// Cites the cell of a row that prints these words.
fn cite_cell(row: &TableRow, words: &str) -> Option<Citation> {
    row.cells.iter().find(|cell| cell.citation.quote == words).map(|cell| cell.citation.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn headings_out_of_order() {
        check(
            heading_numbers,
            &[
                ("第一章 甲\n第一节 乙\n正文。\n第三节 丙\n正文。\n第二章 丁\n", &["[2, 4] 第一节 | 第三节"]),
                ("第一章 甲\n第一节 乙\n正文。\n第二节 丙\n正文。\n第二章 丁\n第三节 戊\n", &[]),
                ("一、甲\n正文。\n二、乙\n正文。\n二、丙\n正文。\n", &["[3, 5] 二、 | 二、"]),
                ("一、任务\n1.1 建站\n甲。\n1.2 管网\n乙。\n1.4 用水\n丙。\n", &["[4, 6] 1.2 | 1.4"]),
                ("一、任务\n1.1 建站\n甲。\n1.2 管网\n二、保障\n2.1 用水\n2.2 用电\n", &[]),
                (
                    "第一条 立法。\n第二条 对象。\n第三条 标准。\n第三条 发放。\n第四条 施行。\n",
                    &["[3, 4] 第三条 | 第三条"],
                ),
                ("第一条 立法。\n第二条 对象。\n第三条 标准。\n第三条规定的处罚由区局实施。\n第四条 施行。\n", &[]),
            ],
        );
    }

    #[test]
    fn entries_out_of_order() {
        check(
            entry_numbers,
            &[
                ("一、甲\n要做到：一是建。二是管。四是用。\n", &["[2] 二是管。四是用。 | 四是用。"]),
                ("一、甲\n要做到：一是建。二是管。三是用。另一方面，一是查。二是改。\n", &[]),
                ("一、甲\n第一，建站。第二，管网。第四，用水。\n", &["[2] 第二，管网。第四，用 | 第四，用水。"]),
                ("一、甲\n其一，建站。其三，用水。\n", &["[2] 其一，建站。其三，用 | 其三，用水。"]),
                ("一、甲\n任务：1.建站；2.管网；4.用水。\n", &["[2] 2.管网；4.用水。 | 4.用水。"]),
                ("一、甲\n第一，建站。第二，管网。第三方机构评估，占第一、第二产业的第四位。\n", &[]),
                ("一、甲\n任务：1.建站；2.管网。其中，1.改造；2.新建。达到3.5米。\n", &[]),
            ],
        );
    }

    #[test]
    fn rows_out_of_order_or_shifted() {
        let table = "一、甲\n正文。\n\n领域\t序号\t指标\t2025年\t2030年目标\n健康\t1\t人均预期寿命（岁）\t79\t80\n\t3\t婴儿死亡率（‰）\t3\t2\n4\t参保率（%）\t97\t98\n";
        check(row_numbers, &[(table, &["[5, 6] 人均预期寿命（岁） | 婴儿死亡率（‰）"])]);
        check(doubted_rows, &[(table, &["[7] 参保率（%）"])]);
    }
}
