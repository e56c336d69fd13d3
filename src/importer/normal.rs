//! The normal form of a text: what the rules of the importer read in place of the printed characters.
//!
//! | printed | read as | why |
//! |---|---|---|
//! | zero-width characters, soft hyphens, direction marks | nothing | they part words, invisibly |
//! | radicals (⽤ U+2F64), compatibility and traditional characters | the simplified character | fonts of PDF files, Hong Kong |
//! | full-width digits and letters | ASCII | `１．`, `第２章` |
//! | ○ Ｏ O 0 in a year of Chinese numerals | 〇 | `二○二六年` |
//! | 「 」 『 』 and small or vertical marks | “ ” ‘ ’ and the usual marks | traditional print |
//! | bullets of private use | • | symbol fonts of Word |
//! | `1。` and `1，` at the start of lines that count so | `1．` | the key beside the right one |
//!
//! Each character stands for one character or for none, so that [`Printed::restore`] can put the printed characters back into
//! what was read: a plan holds its titles, paragraphs and cells as they are printed, and only the rules see the normal form.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::importer::facts::Facts;
use crate::importer::outline::Draft;
use crate::lexicon::heading::ONE_TO_NINE;
use crate::model::{Doubt, DoubtKind, LineRange, Table};
use crate::text::fold::{half_width, simplified};
use crate::text::sanitize::is_invisible;

/// The most lines below that of a doubt on which the text that it quotes may end.
const MOST_LINES_OF_A_QUOTE: u32 = 8;

/// The normal form of a text; the text itself where nothing in it changes.
pub(super) fn normal(text: &str) -> Cow<'_, str> {
    let normal = with_stops(normal_chars(text));
    if normal == text { Cow::Borrowed(text) } else { normal }
}

/// A text in which each character has its normal form.
fn normal_chars(text: &str) -> Cow<'_, str> {
    let Some(first) = text.char_indices().find(|(_, c)| may_change(*c)).map(|(at, _)| at) else {
        return Cow::Borrowed(text);
    };
    let mut normal = String::with_capacity(text.len());
    let (same, rest) = text.split_at(first);
    normal.push_str(same);
    let mut rest = rest.chars().peekable();
    while let Some(c) = rest.next() {
        let read = if is_zero(c) && in_numeral(normal.chars().next_back(), rest.peek().copied()) {
            Some('〇')
        } else {
            normal_char(c)
        };
        normal.extend(read);
    }
    Cow::Owned(normal)
}

/// A text whose lines count with another mark behind the number (1。控烟, 2。控盐), with the usual stop in its place.
fn with_stops(text: Cow<'_, str>) -> Cow<'_, str> {
    let slips = slips_behind_numbers(&text);
    if slips.is_empty() {
        return text;
    }
    let mut normal = String::with_capacity(text.len());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        match counted_by_slip(line).filter(|_| slips.contains(&at)) {
            Some((number, _, rest)) => {
                normal.push_str(line.get(..line.len() - line.trim_start().len()).unwrap_or_default());
                normal.extend([number, "．", rest]);
            }
            None => normal.push_str(line),
        }
    }
    Cow::Owned(normal)
}

/// The lines, as indices, that count 1, 2, 3, … with one and the same mark behind the numbers, which is no stop of a number.
fn slips_behind_numbers(text: &str) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut open: Vec<usize> = Vec::new();
    let mut open_mark = '。';
    for (at, line) in text.split('\n').enumerate() {
        let Some((number, mark, _)) = counted_by_slip(line) else { continue };
        match number.parse::<usize>() {
            Ok(1) => open = vec![at],
            Ok(number) if number == open.len() + 1 && mark == open_mark => open.push(at),
            _ => continue,
        }
        open_mark = mark;
        match open.as_slice() {
            [_] | [] => {}
            [first, second] => found.extend([*first, *second]),
            [.., last] => found.extend([*last]),
        }
    }
    found
}

/// The number at the start of a line, the mark behind it that is no stop of a number, and the words behind that.
fn counted_by_slip(line: &str) -> Option<(&str, char, &str)> {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.get(..line.len() - rest.len()).filter(|number| (1..=2).contains(&number.len()))?;
    let mark = rest.chars().next().filter(|c| matches!(c, '。' | '，' | ','))?;
    let words = rest.strip_prefix(mark)?;
    words.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii() || c == '“').then_some((number, mark, words))
}

/// Whether a character may be read as another one, by itself or between numerals.
fn may_change(c: char) -> bool {
    !c.is_ascii() && (is_zero(c) || normal_char(c) != Some(c)) || matches!(c, 'O' | 'o' | '0')
}

/// The character that one is read as, wherever it stands; `None` for one that is not seen.
fn normal_char(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'a'..='z' | 'A'..='Z' => Some(c),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Some(half_width(c)),
        '「' | '﹁' => Some('“'),
        '」' | '﹂' => Some('”'),
        '『' | '﹃' => Some('‘'),
        '』' | '﹄' => Some('’'),
        '︵' | '﹙' => Some('（'),
        '︶' | '﹚' => Some('）'),
        '︹' => Some('〔'),
        '︺' => Some('〕'),
        '﹐' | '︐' => Some('，'),
        '﹑' | '︑' => Some('、'),
        '︒' => Some('。'),
        '﹒' => Some('.'),
        '﹔' | '︔' => Some('；'),
        '﹕' | '︓' | '∶' | '︰' => Some('：'),
        '\u{f000}'..='\u{f0ff}' => Some('•'),
        _ if is_invisible(c) => None,
        _ => Some(simplified(c)),
    }
}

/// Signs that are printed for the zero of a Chinese numeral.
fn is_zero(c: char) -> bool {
    matches!(c, '○' | '◯' | 'Ｏ' | 'O' | 'o' | '０' | '0')
}

/// Whether a sign for zero belongs to a Chinese numeral: behind one of its digits, and before another one, a further zero or 年.
fn in_numeral(before: Option<char>, after: Option<char>) -> bool {
    let is_digit = |c: char| ONE_TO_NINE.contains(c) || c == '〇';
    before.is_some_and(is_digit) && after.is_some_and(|c| is_digit(c) || is_zero(c) || c == '年')
}

/// The printed text of a document whose normal form differs, beside the one that was read.
pub(super) struct Printed<'a> {
    /// The text as it is printed.
    text: &'a str,
    normal: &'a str,
    /// Where each line begins in both, in bytes; a file is never so long that they need more.
    starts: Vec<[u32; 2]>,
}

/// Where the lines of a text begin, in bytes.
fn starts(text: &str) -> impl Iterator<Item = u32> {
    let behind = text.match_indices('\n').map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
    std::iter::once(0).chain(behind)
}

impl<'a> Printed<'a> {
    /// Takes a text and its normal form, which have the same number of lines.
    pub(super) fn new(printed: &'a str, normal: &'a str) -> Self {
        let starts = starts(printed).zip(starts(normal)).map(|(printed, normal)| [printed, normal]).collect();
        Self { text: printed, normal, starts }
    }

    /// These lines, the first and the last one, as printed and as read.
    fn lines(&self, [from, to]: LineRange) -> (&'a str, &'a str) {
        let start = |line: u32| {
            let line = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
            let at = |start: u32| usize::try_from(start).unwrap_or(usize::MAX);
            self.starts.get(line).map_or([self.text.len(), self.normal.len()], |starts| starts.map(at))
        };
        let (first, behind) = (start(from), start(to.saturating_add(1)));
        let printed = self.text.get(first[0]..behind[0]).unwrap_or_default();
        (printed, self.normal.get(first[1]..behind[1]).unwrap_or_default())
    }

    /// Puts the printed characters into a text that was read on these lines, the first and the last one.
    pub(super) fn restore(&self, text: &mut String, lines: LineRange) {
        self.restore_whole(text, lines);
    }

    /// Puts the printed characters into a clause; one that was made from the cells of a table is restored field by field.
    fn restore_clause(&self, raw: &mut String, lines: LineRange) {
        if self.restore_whole(raw, lines) {
            return;
        }
        let mut restored = String::with_capacity(raw.len());
        for part in raw.split_inclusive(['：', '；', '、']) {
            let mark = part.chars().next_back().filter(|c| matches!(c, '：' | '；' | '、'));
            let mut words = part.trim_end_matches(['：', '；', '、']).to_owned();
            self.restore_whole(&mut words, lines);
            restored.push_str(&words);
            restored.extend(mark);
        }
        *raw = restored;
    }

    /// Puts the printed characters into a text, and says whether it was found on these lines.
    fn restore_whole(&self, text: &mut String, lines: LineRange) -> bool {
        let (printed, normal) = self.lines(lines);
        if printed == normal {
            return true;
        }
        let read: String = letters(normal).collect();
        let wanted: String = letters(text).collect();
        let Some(at) = read.find(&wanted).filter(|_| !wanted.is_empty()) else { return false };
        let skipped = read.get(..at).map_or(0, |before| before.chars().count());
        let mut printed = letters(printed).skip(skipped);
        *text = text.chars().map(|c| if counts(c) { printed.next().unwrap_or(c) } else { c }).collect();
        true
    }

    /// Puts the printed characters into title and issuer, which stand anywhere; the place keeps the form that it is compared in.
    pub(super) fn restore_facts(&self, facts: &mut Facts) {
        let all = [1, u32::try_from(self.starts.len()).unwrap_or(u32::MAX)];
        for text in facts.title.iter_mut().chain(facts.issuer.iter_mut()) {
            self.restore(text, all);
        }
    }

    /// Puts the printed characters into number, title, paragraphs and clauses.
    pub(super) fn restore_draft(&self, draft: &mut Draft) {
        // A title may go on below the line on which it begins.
        let lines = [draft.lines[0], draft.lines[1].saturating_add(MOST_LINES_OF_A_QUOTE)];
        for text in draft.number.iter_mut().chain(draft.title.iter_mut()) {
            self.restore(text, lines);
        }
        for paragraph in &mut draft.paragraphs {
            self.restore(&mut paragraph.text, paragraph.lines);
        }
        for clause in &mut draft.responsible {
            let lines = [clause.line, lines[1].max(clause.line.saturating_add(MOST_LINES_OF_A_QUOTE))];
            let was_lead = clause.lead.clone();
            self.restore_clause(&mut clause.raw, lines);
            let due = clause.deadline.iter_mut().map(|due| &mut due.raw);
            for text in clause.open_ended.iter_mut().chain(clause.label.iter_mut()).chain(due) {
                self.restore(text, lines);
            }
            for unit in &mut clause.units {
                let is_lead = was_lead.as_ref() == Some(&unit.name);
                self.restore(&mut unit.raw, lines);
                if unit.department.is_none() {
                    unit.name.clone_from(&unit.raw);
                }
                if is_lead {
                    clause.lead = Some(unit.name.clone());
                }
            }
        }
        for (title, _) in &mut draft.tables {
            if let Some(title) = title {
                self.restore(title, lines);
            }
        }
    }

    /// Puts the printed characters into the headers and cells of a table.
    pub(super) fn restore_table(&self, table: &mut Table) {
        for column in &mut table.columns {
            self.restore(&mut column.header, table.lines);
        }
        for row in &mut table.rows {
            let own = [&mut row.domain, &mut row.number, &mut row.unit, &mut row.nature].into_iter().flatten();
            let all = own.chain(row.cells.iter_mut().flatten()).chain(&mut row.notes).chain([&mut row.name]);
            all.for_each(|text| self.restore(text, row.lines));
        }
    }

    /// Puts the printed characters into the name that a doubt quotes.
    pub(super) fn restore_doubt(&self, doubt: &mut Doubt) {
        if let DoubtKind::UnknownUnit(text) = &mut doubt.kind {
            self.restore(text, [doubt.line, doubt.line.saturating_add(MOST_LINES_OF_A_QUOTE)]);
        }
    }
}

/// The characters of a line that the importer keeps, whatever it joins or tidies.
fn letters(line: &str) -> impl Iterator<Item = char> + '_ {
    line.chars().filter(|c| counts(*c))
}

fn counts(c: char) -> bool {
    !c.is_whitespace() && c != '*' && !is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_forms() {
        for (printed, expected) in [
            ("到2030年，完成10项。", "到2030年，完成10项。"),
            ("市\u{200b}教育\u{ad}局", "市教育局"),
            ("利\u{2f64}资源，\u{2f74}足基层", "利用资源，立足基层"),
            ("市衛生健康局牽頭", "市卫生健康局牵头"),
            ("１．第２章", "1．第2章"),
            ("二○二六年", "二〇二六年"),
            ("二ＯＯ五年、二O三0年", "二〇〇五年、二〇三〇年"),
            ("○ 门诊", "○ 门诊"),
            ("「十五五」規劃", "“十五五”规划"),
            ("\u{f0b7} 开展培训", "• 开展培训"),
            ("1。控烟\n达到\n12，其中\n  2。控盐。\n", "1．控烟\n达到\n12，其中\n  2．控盐。\n"),
            ("1。控烟\n3。控盐。\n", "1。控烟\n3。控盐。\n"),
        ] {
            assert_eq!(normal(printed), expected, "{printed}");
        }
    }

    #[test]
    fn printed_characters_are_put_back() {
        let text = "一、主要任務\n市\u{200b}衛生健康局、\n市財政局　配合。\n";
        let normal = normal(text);
        let printed = Printed::new(text, &normal);
        for (read, lines, expected) in [
            ("市卫生健康局", [2, 3], "市衛生健康局"),
            ("市财政局配合。", [2, 3], "市財政局配合。"),
            ("主要任务", [1, 1], "主要任務"),
            ("没有印的", [1, 3], "没有印的"),
        ] {
            let mut text = read.to_owned();
            printed.restore(&mut text, lines);
            assert_eq!(text, expected);
        }
    }
}
