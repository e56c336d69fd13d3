//! Broken print: brackets without their pair, two stops in a row, blanks inside a number, foreign words left over.

use crate::model::Confidence;

use super::place::Found;
use super::reading::{Reading, Text};
use super::twice::is_han;

/// Pairs of marks, each of any width.
const PAIRS: &[(&[char], &[char], &str)] =
    &[(&['（', '('], &['）', ')'], "括号"), (&['《'], &['》'], "书名号"), (&['“'], &['”'], "引号")];

/// Stops that never follow one another.
const STOPS: &[char] = &['，', '。', '、', '；', '：', '％'];

/// English words that a draft leaves behind.
const FOREIGN: &[&str] = &["etc", "and", "or", "of", "the", "to", "in", "for", "with"];

/// Characters shown on each side.
const AROUND: usize = 10;

/// Brackets, titles and quotations that never close, or close what never opened.
pub(super) fn brackets(reading: &Reading) -> Vec<Found> {
    let of_text = |text| PAIRS.iter().filter_map(move |pair| unpaired(text, pair));
    reading.texts.iter().flat_map(of_text).collect()
}

fn unpaired(text: &Text, (opens, closes, name): &(&[char], &[char], &str)) -> Option<Found> {
    let marks: Vec<char> = text.text.chars().collect();
    let mut open: Vec<usize> = Vec::new();
    let mut alone = None;
    for (at, mark) in marks.iter().enumerate() {
        if opens.contains(mark) {
            open.push(at);
        } else if closes.contains(mark) && open.pop().is_none() && !is_entry(&marks, at) {
            alone = alone.or(Some(at));
        }
    }
    let at = alone.or_else(|| open.first().copied())?;
    Some(Found::new(Confidence::Medium, format!("{name}不成对"), [around(text, at, at + 1)]))
}

/// Whether a closing bracket ends the number of an entry: 1)
fn is_entry(marks: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| marks.get(before));
    before.is_some_and(|mark| mark.is_ascii_digit() || "一二三四五六七八九十".contains(*mark))
}

/// Two stops in a row, a number with a blank in it, a foreign word among Chinese ones.
pub(super) fn marks(reading: &Reading) -> Vec<Found> {
    reading
        .texts
        .iter()
        .flat_map(|text| {
            let marks: Vec<char> = text.text.chars().collect();
            (0..marks.len())
                .filter_map(|at| {
                    let (length, what) =
                        stops(&marks, at).or_else(|| number(&marks, at)).or_else(|| foreign(&marks, at))?;
                    Some(Found::new(Confidence::Medium, what, [around(text, at, at + length)]))
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

type Broken = Option<(usize, String)>;

fn stops(marks: &[char], at: usize) -> Broken {
    let pair = marks.get(at..at + 2)?;
    let is_pair = pair.iter().all(|mark| STOPS.contains(mark)) && !(pair[0] == '％' && pair[1] != '％');
    let dangles = matches!(pair, ['（' | '(', '，' | '、' | '。' | '；'] | ['，' | '、' | '；', '）' | ')']);
    (is_pair || dangles).then(|| (2, format!("标点“{}”相连", pair.iter().collect::<String>())))
}

/// 16. 28 and 16 .28
fn number(marks: &[char], at: usize) -> Broken {
    let [one, two, three, four] = marks.get(at..at + 4)? else { return None };
    let is_digit = |mark: &char| mark.is_ascii_digit();
    let split = matches!((two, three), ('.' | '．', ' ') | (' ', '.' | '．'));
    (is_digit(one) && split && is_digit(four)).then(|| (4, "数字中间有空格".to_owned()))
}

fn foreign(marks: &[char], at: usize) -> Broken {
    let is_latin = |at: Option<usize>| at.and_then(|at| marks.get(at)).is_some_and(char::is_ascii_alphabetic);
    if is_latin(at.checked_sub(1)) || !is_latin(Some(at)) {
        return None;
    }
    let word: String = marks.iter().skip(at).take_while(|mark| mark.is_ascii_alphabetic()).collect();
    let near = |at: Option<usize>| {
        let other = at.and_then(|at| marks.get(at)).copied();
        other.is_some_and(is_han) || other == Some(' ')
    };
    let among = near(at.checked_sub(1)) && near(Some(at + word.len()));
    (among && FOREIGN.contains(&word.as_str())).then(|| (word.len(), format!("中文里夹有外文“{word}”")))
}

fn around(text: &Text, from: usize, to: usize) -> super::place::Place {
    text.place(from.saturating_sub(AROUND), to + AROUND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn pairs_of_marks() {
        check(
            brackets,
            &[
                ("一、依据\n制定《东川规划）》（以下简称《规划》）。\n", &["[2] 制定《东川规划）》（以下简称《规划"]),
                ("一、依据\n落实“三医联动改革。\n", &["[2] 落实“三医联动改革。"]),
                ("一、依据\n1）做好（县（市、区））工作，“互联网+”《甲》。\n", &[]),
            ],
        );
    }

    #[test]
    fn stops_numbers_and_foreign_words() {
        check(
            marks,
            &[
                ("一、任务\n加强领导，。压实责任。\n", &["[2] 一句加强领导，。压实责任。"]),
                ("一、任务\n健康监测管理 etc 能力建设，接入APP。\n", &["[2] 健康监测管理 etc 能力建设，接入AP"]),
                ("一、任务\n加强领导……压实责任。接种率100％。\n", &[]),
            ],
        );
    }
}
