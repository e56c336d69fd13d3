//! Broken print: brackets without their pair, two stops in a row, foreign words left over, a small word too few or too many.

use crate::model::{Confidence, Kind};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::passage::is_han;

/// Pairs of marks, each of any width.
const PAIRS: &[(&[char], &[char], &str)] =
    &[(&['（', '('], &['）', ')'], "括号"), (&['《'], &['》'], "书名号"), (&['“'], &['”'], "引号")];

/// Stops that never follow one another.
const STOPS: &[char] = &['，', '。', '、', '；', '：', '％'];

/// English words that a draft leaves behind.
const FOREIGN: &[&str] = &["etc", "and", "or", "of", "the", "to", "in", "for", "with"];

/// Words that lack one before a number, and with which they would read.
const LACKING: &[(&str, &str)] = &[("不少", "于"), ("不低", "于"), ("不高", "于"), ("不多", "于")];

/// Marks that end a text.
const ENDS: &[char] = &['。', '！', '？', '；', '：', '”', '）', ')', '…', '》', '.'];

/// Fewest characters of a text that must end with a mark.
const SENTENCE: usize = 16;

/// Characters shown on each side.
const AROUND: usize = 10;

/// Brackets, titles and quotations that never close, or close what never opened.
pub(crate) fn unpaired_marks(reading: &Reading) -> Vec<FindingDraft> {
    let of_text = |text| PAIRS.iter().filter_map(move |pair| unpaired(text, pair));
    reading.texts.iter().flat_map(of_text).collect()
}

fn unpaired(text: &Passage, (opens, closes, name): &(&[char], &[char], &str)) -> Option<FindingDraft> {
    let marks = &text.marks;
    let mut open: Vec<usize> = Vec::new();
    let mut alone = None;
    for (at, mark) in marks.iter().enumerate() {
        if opens.contains(mark) {
            open.push(at);
        } else if closes.contains(mark) && open.pop().is_none() && !is_entry(marks, at) {
            alone = alone.or(Some(at));
        }
    }
    let at = alone.or_else(|| open.first().copied())?;
    Some(FindingDraft::new(Confidence::Medium, format!("{name}不成对"), [around(text, at, at + 1)]))
}

/// Whether a closing bracket ends the number of an entry: 1)
fn is_entry(marks: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| marks.get(before));
    before.is_some_and(|mark| mark.is_ascii_digit() || "一二三四五六七八九十".contains(*mark))
}

/// Two stops in a row, a foreign word among Chinese ones, a word too few or too many.
pub(crate) fn misplaced_marks(reading: &Reading) -> Vec<FindingDraft> {
    reading
        .texts
        .iter()
        .flat_map(|text| {
            let marks = &text.marks;
            (0..marks.len())
                .filter_map(|at| {
                    let (length, what) = RULES.iter().find_map(|rule| rule(marks, at))?;
                    Some(FindingDraft::new(Confidence::Medium, what, [around(text, at, at + length)]))
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// What is broken at a place: how many characters, and what to say of them.
type Broken = Option<(usize, String)>;

/// What is looked for at each place of a text.
const RULES: [fn(&[char], usize) -> Broken; 4] = [stops, foreign, lacking, idle];

fn stops(marks: &[char], at: usize) -> Broken {
    let pair = marks.get(at..at + 2)?;
    let is_pair = pair.iter().all(|mark| STOPS.contains(mark)) && !(pair[0] == '％' && pair[1] != '％');
    let dangles = matches!(pair, ['（' | '(', '，' | '、' | '。' | '；'] | ['，' | '、' | '；', '）' | ')']);
    (is_pair || dangles).then(|| (2, format!("标点“{}”相连", pair.iter().collect::<String>())))
}

/// 不少93% and 2022年2030年: a word is missing.
fn lacking(marks: &[char], at: usize) -> Broken {
    let is_digit = |at: usize| marks.get(at).is_some_and(char::is_ascii_digit);
    let begins = |word: &str| {
        let mut rest = marks.iter().skip(at);
        word.chars().all(|mark| rest.next() == Some(&mark))
    };
    let word = LACKING.iter().find(|(word, _)| begins(word) && is_digit(at + word.chars().count()));
    if let Some((word, missing)) = word {
        return Some((4, format!("“{word}”之后似缺“{missing}”字")));
    }
    let is_year = |from: usize| (from..from + 4).all(is_digit) && marks.get(from + 4) == Some(&'年');
    let fresh = !at.checked_sub(1).is_some_and(is_digit);
    (fresh && is_year(at) && is_year(at + 5)).then(|| (10, "两个年份之间没有“和”字".to_owned()))
}

/// 、等 and 与和: a mark or a word too many.
fn idle(marks: &[char], at: usize) -> Broken {
    let mark = |at: Option<usize>| at.and_then(|at| marks.get(at)).copied().unwrap_or_default();
    match (mark(Some(at)), mark(Some(at + 1))) {
        ('、', '等') if !"级离同候待额效于".contains(mark(Some(at + 2))) => {
            Some((2, "“等”之前有顿号".to_owned()))
        }
        ('与', '和') if mark(at.checked_sub(1)) != '参' => Some((2, "“与”“和”连用".to_owned())),
        _ => None,
    }
}

/// Half-width stops between Chinese characters, told once for the plan, with the first of each line.
pub(crate) fn half_width_marks(reading: &Reading) -> Vec<FindingDraft> {
    let mut places: Vec<Citation> = Vec::new();
    let mut n_half = 0;
    for text in &reading.texts {
        let marks = &text.marks;
        let is_half = |words: &[char]| matches!(words, [one, ',' | ';', other] if is_han(*one) && (is_han(*other) || *other == ' '));
        let half = marks.windows(3).enumerate().filter(|(_, words)| is_half(words));
        for place in half.map(|(at, _)| text.place(at.saturating_sub(3), at + 6)) {
            n_half += 1;
            if !places.iter().any(|other| other.line == place.line) {
                places.push(place);
            }
        }
    }
    let what = format!("中文之间用了半角标点，共{n_half}处，其他各处为全角");
    (!places.is_empty()).then(|| FindingDraft::new(Confidence::Low, what, places)).into_iter().collect()
}

/// The last text of the plan, attachments apart, that ends in the middle of a sentence.
pub(crate) fn unfinished_end(reading: &Reading) -> Vec<FindingDraft> {
    let is_body = |text: &&Passage| !text.is_title() && !is_within_attachment(reading, text);
    let last = reading.texts.iter().rfind(is_body).filter(|text| {
        let text = text.text.trim_end();
        text.chars().count() >= SENTENCE && !text.ends_with(ENDS) && text.contains(['，', '。'])
    });
    let tell = |text: &Passage| {
        let end = text.text.chars().count();
        let place = text.place(end.saturating_sub(2 * AROUND), end);
        FindingDraft::new(Confidence::Medium, "文末没有句号，似未完".to_owned(), [place])
    };
    last.map(tell).into_iter().collect()
}

fn is_within_attachment(reading: &Reading, text: &Passage) -> bool {
    let top = text.node.id.split('.').next().unwrap_or_default();
    reading.plan.node(top).is_some_and(|node| node.kind == Kind::Attachment)
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

fn around(text: &Passage, from: usize, to: usize) -> Citation {
    text.place(from.saturating_sub(AROUND), to + AROUND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn pairs_of_marks() {
        check(
            unpaired_marks,
            &[
                ("一、依据\n制定《东川规划）》（以下简称《规划》）。\n", &["[2] 制定《东川规划）》（以下简称《规划》"]),
                ("一、依据\n落实“三医联动改革。\n", &["[2] 落实“三医联动改革。"]),
                ("一、依据\n1）做好（县（市、区））工作，“互联网+”《甲》。\n", &[]),
            ],
        );
    }

    #[test]
    fn an_end_in_the_middle() {
        check(
            unfinished_end,
            &[
                (
                    "一、任务\n加强领导，压实各方责任，广泛凝聚社会共识，提高\n",
                    &["[2] 导，压实各方责任，广泛凝聚社会共识，提高"],
                ),
                ("一、任务\n加强领导，压实各方责任，广泛凝聚社会共识。\n", &[]),
            ],
        );
    }

    #[test]
    fn stops_and_small_words() {
        check(
            misplaced_marks,
            &[
                ("一、任务\n加强领导，。压实责任。\n", &["[2] 加强领导，。压实责任。"]),
                ("一、任务\n健康监测管理 etc 能力建设，接入APP。\n", &["[2] 健康监测管理etc能力建设，接入APP"]),
                ("一、任务\n加强领导……压实责任。接种率100％。\n", &[]),
                ("一、任务\n加强领导，压实各方责任，达标率不少93%。\n", &["[2] 压实各方责任，达标率不少93%。"]),
                (
                    "一、任务\n到2027年2030年，完善教育、卫生、等部门的培训与和演练。\n",
                    &[
                        "[2] 到2027年2030年，完善教育、卫生、等",
                        "[2] 0年，完善教育、卫生、等部门的培训与和演练。",
                        "[2] 、卫生、等部门的培训与和演练。",
                    ],
                ),
                ("一、任务\n完善教育、等级评审，不少于93%的家庭参与和支持，2027年、2030年开展。\n", &[]),
            ],
        );
    }
}
