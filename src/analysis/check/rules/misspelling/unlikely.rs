//! Places where a run of characters makes no likely words, and would with one slip undone: 生活拉圾, 防讯抗旱. What may be a
//! name, a number or a word of the plan's own is left alone.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::misspelling::cut::Cut;
use crate::analysis::check::rules::misspelling::edits::{Alikes, Doubts, Edit, Slip, edits_at, is_rare, is_unwritten};
use crate::analysis::check::rules::misspelling::miswritten::are_forms_of_one;
use crate::analysis::check::rules::misspelling::terms::is_equally_right;
use crate::lexicon::heading::NUMERAL_CHARS;
use crate::lexicon::misprint::{
    AROUND_SUBSTANCES, BEHIND_NAMES, COMPANIES, ENDINGS_OF_NAMES, NOUNS_OF_ONE, STANDING_ALONE,
};
use crate::lexicon::place::FAMILY_NAMES;
use crate::text::words::{self, Half, Kind, phrases};

/// How many characters before a doubtful one a word may begin that has its slip there.
const REACH: usize = 7;

/// How often the plan may print what looks like a slip in a word of up to [`SHORT`] characters. What it prints more
/// often is a word of its own.
const MOST_PRINTED: usize = 2;

/// Most characters of a word that is looked at in that way.
const SHORT: usize = 3;

/// How common a word of two characters, and of three, has to be: the weights of the counts 128 and 16.
const COMMON_PAIR: u32 = 28;
const COMMON_TRIPLE: u32 = 16;

/// How many in a thousand are enough where the characters are mistaken for their shape, and what the gain must then exceed
/// the needed one by: for a character of the same sound as well (挡案, 档案), and for any other (失熊, 失能).
const LESS_TELLING: u64 = 40;
const SURE_ALIKE: i64 = 10;
const SURE_SHAPE: i64 = 24;

/// How common a word has to be for a function character to be taken for a slip in it: the weight of the count 512.
const VERY_COMMON: u32 = 36;

/// How many in a thousand words of two characters with the same half must be the word for the half to tell of it.
const TELLING: u64 = 120;

/// How many in a thousand must be the word where a character of no word stands beside it, unless the half is rare: 烹 of 烹饪.
const TELLING_ALONE: u64 = 700;

/// What the gain must exceed the usual by where the word would break other ones up.
const BREAKING: i64 = 34;

/// What the gain may fall short of the needed one by where a word of two characters stands in a phrase with its neighbours.
const BESIDE: i64 = 40;

/// How common an adverb or a particle of one character has to be: the weight of the count 5,800.
const SMALL_WORD: u32 = 50;

/// The weight of the terms of the plans' own fields, which the list gives the count 2,000.
const FIELD_TERM: u32 = 44;

/// What the gain must exceed the usual by where a longer word is none of them, and the slip not one of sound.
const EVERYDAY: i64 = 60;

/// What the gain must exceed the usual by where other things explain the characters as well.
const UNSURE: i64 = 22;

/// A place of a text that is a word but for one slip.
pub(super) struct Unlikely {
    /// Index of the passage that prints it, among those of the plan.
    pub(super) passage: usize,
    /// Where in its characters the word begins and ends.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The word as it is usually written.
    pub(super) usual: String,
}

/// All such places of the passages, in their order.
pub(super) fn unlikely_words(passages: &[Passage]) -> Vec<Unlikely> {
    let mut alikes = Alikes::default();
    // A run is judged once, however often it is printed.
    let mut judged: FxHashMap<&[char], Vec<Edit>> = FxHashMap::default();
    let mut found: Vec<(Unlikely, &[char])> = Vec::new();
    for (number, passage) in passages.iter().enumerate() {
        for (start, run) in runs(&passage.chars) {
            let edits = judged.entry(run).or_insert_with(|| slips_in(run, &mut alikes));
            let edits = edits.iter().filter(|edit| is_word_of_text(&passage.chars, start + edit.from, start + edit.to));
            found.extend(edits.map(|edit| {
                let usual = edit.usual.iter().collect();
                let place = Unlikely { passage: number, from: start + edit.from, to: start + edit.to, usual };
                (place, run.get(edit.from..edit.to).unwrap_or_default())
            }));
        }
    }
    let mut counts: FxHashMap<&[char], usize> = FxHashMap::default();
    for (_, printed) in &found {
        *counts.entry(printed).or_default() += 1;
    }
    let is_own = |printed: &[char]| printed.len() <= SHORT && counts.get(printed) > Some(&MOST_PRINTED);
    found.into_iter().filter(|(_, printed)| !is_own(printed)).map(|(place, _)| place).collect()
}

/// The most characters of the letters of a document between a word of them and the year: 办发 of 鄂政办发.
const LONGEST_LETTERS: usize = 6;

/// The runs of Chinese characters, each with where it begins.
fn runs(chars: &[char]) -> impl Iterator<Item = (usize, &[char])> {
    let mut at = 0;
    let parts = chars.split(|c| !is_han(*c)).map(move |run| {
        let start = at;
        at += run.len() + 1;
        (start, run)
    });
    parts.filter(|(_, run)| run.len() > 1)
}

/// Whether what is printed belongs to the words of a text: neither to the number of a document (鄂政办发〔2026〕4号) nor to a congress
/// behind 的 (党的二十届三中全会), and no entry beside one like it.
fn is_word_of_text(chars: &[char], from: usize, to: usize) -> bool {
    let behind = chars.get(to..).unwrap_or_default();
    let n_han = behind.iter().take(LONGEST_LETTERS).take_while(|c| is_han(**c)).count();
    let is_number = matches!(behind.get(n_han..), Some(['〔' | '[' | '［', digit, ..]) if digit.is_ascii_digit());
    let is_congress = matches!(chars.get(from..to), Some(['的', .., '届']));
    !is_number
        && !is_congress
        && !is_listed_alike(chars, from, to)
        && !is_coined(chars, from)
        && !follows_alike(chars, from, to)
}

/// Whether the first three characters stand behind three that differ from them in one, with no mark between: 适老化适幼化改造.
fn follows_alike(chars: &[char], from: usize, to: usize) -> bool {
    let printed = chars.get(from..to.min(from + SHORT)).unwrap_or_default();
    let before = from.checked_sub(SHORT).and_then(|start| chars.get(start..from)).unwrap_or_default();
    let n_differing = before.iter().zip(printed).filter(|(one, other)| one != other).count();
    printed.len() == SHORT && before.len() == SHORT && n_differing == 1
}

/// The longest word in quotation marks that is a name of somebody's making, in characters: “蓉易贷”.
const LONGEST_COINED: usize = 5;

/// Whether a word stands at the start of a short quotation, which names a product or a programme.
fn is_coined(chars: &[char], from: usize) -> bool {
    let is_opened = from.checked_sub(1).and_then(|before| chars.get(before)) == Some(&'“');
    let end = chars.iter().skip(from).take(LONGEST_COINED + 1).position(|c| *c == '”');
    is_opened && end.is_some()
}

/// Whether two or three characters are an entry of a list beside one like it: 脱保、漏保; 早治疗、早康复.
fn is_listed_alike(chars: &[char], from: usize, to: usize) -> bool {
    let Some(printed) = chars.get(from..to).filter(|printed| printed.len() <= SHORT) else { return false };
    let length = printed.len();
    let is_like = |start: Option<usize>, mark: Option<usize>| {
        let is_list = mark.and_then(|mark| chars.get(mark)) == Some(&'、');
        let other = start.and_then(|start| chars.get(start..start + length)).filter(|_| is_list).unwrap_or_default();
        // Of three characters the last two may be any word.
        let ends = if length < SHORT { 0..length } else { 0..1 };
        ends.into_iter().any(|at| other.get(at).is_some_and(|one| printed.get(at) == Some(one)))
    };
    is_like(from.checked_sub(length + 1), from.checked_sub(1)) || is_like(Some(to + 1), Some(to))
}

/// The slips in a run, the surest first where two overlap.
fn slips_in(run: &[char], alikes: &mut Alikes) -> Vec<Edit> {
    let cut = Cut::new(run);
    let is_doubtful =
        |(at, c): (usize, &char)| cut.is_alone(at) && !STANDING_ALONE.contains(*c) && !NUMERAL_CHARS.contains(*c);
    let doubts = Doubts::new(run.iter().enumerate().map(is_doubtful).collect());
    let mut edits: Vec<(i64, Edit)> = Vec::new();
    let mut tried = 0;
    for at in doubts.positions() {
        // A word that ends before the character has its slip elsewhere; one further off is tried only once.
        for from in tried.max(at.saturating_sub(REACH))..=at {
            let found = edits_at(run, from, alikes, &doubts);
            edits.extend(found.into_iter().filter_map(|edit| Some((margin(run, &cut, &edit)?, edit))));
        }
        tried = at + 1;
    }
    edits.sort_by_key(|(margin, edit)| (std::cmp::Reverse(*margin), edit.from));
    let mut kept: Vec<Edit> = Vec::new();
    for (_, edit) in edits {
        if kept.iter().all(|other| edit.to <= other.from || other.to <= edit.from) {
            kept.push(edit);
        }
    }
    kept.sort_by_key(|edit| edit.from);
    kept
}

/// By how much the gain of an edit exceeds what it must; `None` if it does not, or if the place is none for a slip.
fn margin(run: &[char], cut: &Cut, edit: &Edit) -> Option<i64> {
    let surplus = cut.gain(edit.from, edit.to, edit.word) - needed_gain(run, cut, edit);
    if surplus < 0 {
        return None;
    }
    let length = edit.usual.len();
    let is_common = match length {
        2 => edit.word.weight >= COMMON_PAIR,
        3 => edit.word.weight >= COMMON_TRIPLE,
        _ => edit.slip != Slip::Missing || edit.word.weight >= COMMON_TRIPLE,
    };
    // A word that everyone writes may lose its order to such a character all the same: 志者愿.
    let is_usual =
        matches!(edit.slip, Slip::SoundAndShape | Slip::Shape | Slip::Swapped) && edit.word.weight >= VERY_COMMON;
    let is_function = (length <= SHORT || edit.slip == Slip::Any)
        && !is_usual
        && run.get(edit.fault).is_some_and(|c| STANDING_ALONE.contains(*c));
    if !is_common
        || is_function
        || length == 2 && !is_telling_pair(run, edit, surplus)
        || is_other_form(run, edit)
        || is_content(run, edit)
        || is_shortened(run, edit)
        || is_doubled(run, edit.fault)
        || may_be_name(run, edit)
        || touches_number(run, edit)
        || is_word(run, edit)
        || is_next_word(run, edit)
        || opens_with_ending(run, edit)
    {
        return None;
    }
    Some(surplus)
}

/// The gain from which on an edit is told: more than is usual where other things explain the characters as well.
fn needed_gain(run: &[char], cut: &Cut, edit: &Edit) -> i64 {
    let length = edit.usual.len();
    let mut least = least_gain(edit.slip, length) + extra_of_everyday_word(edit);
    // 辅食加热 holds 加热, and is no 辅食添加 without a character.
    let is_whole = cut.is_border(edit.to) && (cut.is_border(edit.from) || edit.slip == Slip::Missing);
    if !is_whole {
        least += BREAKING;
    }
    // A pair and a character of no word beside it may be a compound, if its right half does not tell it: 溶脂针 is no 指针.
    if (edit.slip != Slip::SoundAndShape || length == 2 && !is_telling_alone(run, edit))
        && (length <= SHORT || edit.slip == Slip::Missing)
        && is_among_strangers(run, cut, edit)
    {
        least += UNSURE;
    }
    // 储油库 holds 油库, and is no 储备库 with another character.
    let (start, end) = cut.piece(edit.fault);
    let is_inner_word = !cut.is_alone(edit.fault) && edit.from <= start && end <= edit.to;
    if is_inner_word && !matches!(edit.slip, Slip::Missing | Slip::Swapped) {
        least += UNSURE;
    }
    let is_technical = length <= SHORT
        && !matches!(edit.slip, Slip::SoundAndShape | Slip::Shape)
        && run.get(edit.fault).is_some_and(|c| is_rare(*c));
    if is_technical || adds_ending(run, edit) {
        least += UNSURE;
    }
    if length == 2 && is_usual_beside(run, edit) { least - BESIDE } else { least }
}

/// What the gain must exceed the usual by where a word of three characters or more is no term of the plans' fields: idioms
/// and everyday phrases vary, as 一江之隔 and 一河之隔.
fn extra_of_everyday_word(edit: &Edit) -> i64 {
    let length = edit.usual.len();
    if length < SHORT || edit.word.weight >= FIELD_TERM {
        return 0;
    }
    match edit.slip {
        Slip::SoundAndShape => 0,
        Slip::Sound => UNSURE,
        Slip::Any | Slip::Missing if length == SHORT => 0,
        Slip::Shape | Slip::NearSound | Slip::Swapped if length == SHORT => UNSURE,
        Slip::Shape | Slip::NearSound | Slip::Swapped | Slip::Any | Slip::Missing => EVERYDAY,
    }
}

/// Whether a slip in a word of two characters can be told: the half that is printed right tells which one is meant (补 of
/// 补贴). Where many words have it (药 of 煎药), two characters that are none may be a short form of two words, as 减药 is;
/// likewise beside a pair like it (赛风赛纪), and where one of them is a small word (可依).
fn is_telling_pair(run: &[char], edit: &Edit, surplus: i64) -> bool {
    let printed = run.get(edit.from..edit.to).unwrap_or_default();
    let is_like = |from: Option<usize>| {
        let other = from.and_then(|from| run.get(from..from + 2)).unwrap_or_default();
        other.iter().zip(printed).any(|(one, other)| one == other)
    };
    let is_small = |c: &char| {
        let word = words::find_chars(&[*c]);
        word.is_some_and(|word| word.weight >= SMALL_WORD && matches!(word.kind, Kind::Adverb | Kind::Other))
    };
    let sure = match edit.slip {
        Slip::SoundAndShape => Some(SURE_ALIKE),
        Slip::Shape if edit.word.weight >= FIELD_TERM => Some(SURE_SHAPE),
        Slip::Shape | Slip::Sound | Slip::NearSound | Slip::Any | Slip::Missing | Slip::Swapped => None,
    };
    let share = half_share(edit);
    let is_told = share >= TELLING || share >= LESS_TELLING && sure.is_some_and(|sure| surplus >= sure);
    edit.slip != Slip::Swapped
        && (is_told || is_usual_beside(run, edit))
        && !is_like(edit.from.checked_sub(2))
        && !is_like(Some(edit.to))
        && !printed.iter().any(is_small)
}

/// Whether the word of an edit, and not what is printed, stands beside the two characters before it or behind it in a phrase
/// that plans use: 就诊|流程 for 就诊流呈. Only characters that sound or look alike are taken for one another so.
fn is_usual_beside(run: &[char], edit: &Edit) -> bool {
    let is_alike = matches!(edit.slip, Slip::SoundAndShape | Slip::Sound | Slip::NearSound | Slip::Shape);
    let Some([first, last]) = edit.usual.first_chunk::<2>().copied().filter(|_| is_alike) else { return false };
    let before = edit.from.checked_sub(2).and_then(|at| run.get(at..)).and_then(|rest| rest.first_chunk::<2>());
    let behind = run.get(edit.to..).and_then(|rest| rest.first_chunk::<2>());
    before.is_some_and(|[one, other]| phrases::holds([*one, *other, first, last]))
        || behind.is_some_and(|[one, other]| phrases::holds([first, last, *one, *other]))
}

/// How many in a thousand words of two characters with the half that is printed right are the word of an edit.
fn half_share(edit: &Edit) -> u64 {
    let half = if edit.fault == edit.from { Half::Last } else { Half::First };
    edit.usual.first_chunk::<2>().map_or(0, |pair| words::share_of_pairs(*pair, half))
}

/// Whether the half that is printed right tells the word of an edit, whatever stands beside it.
fn is_telling_alone(run: &[char], edit: &Edit) -> bool {
    let half = if edit.fault == edit.from { edit.from + 1 } else { edit.from };
    half_share(edit) >= TELLING_ALONE || run.get(half).is_some_and(|c| is_rare(*c))
}

/// The gain, a step of 4 for each doubling of the likelihood, from which on a slip is told. The shorter a word and the
/// less usual a slip, the more it takes. Measured on clean texts and on the same texts with slips put in.
fn least_gain(slip: Slip, length: usize) -> i64 {
    let (pair, triple, longer) = match slip {
        Slip::SoundAndShape => (40, 34, 34),
        Slip::Sound => (52, 46, 42),
        Slip::Shape => (68, 64, 46),
        Slip::NearSound => (80, 64, 50),
        Slip::Swapped => (64, 50, 44),
        Slip::Missing => (60, 60, 50),
        Slip::Any => (80, 80, 70),
    };
    match length {
        0..=2 => pair,
        3 => triple,
        _ => longer,
    }
}

/// Whether the character at a position is printed twice, which another rule tells.
fn is_doubled(run: &[char], at: usize) -> bool {
    let is_same = |other: Option<usize>| other.and_then(|other| run.get(other)) == run.get(at);
    is_same(at.checked_sub(1)) || is_same(Some(at + 1))
}

/// Whether the word is printed with another form of a character: 胶黏剂 beside 胶粘剂.
fn is_other_form(run: &[char], edit: &Edit) -> bool {
    let meant = edit.usual.get(edit.fault - edit.from);
    let is_replaced = !matches!(edit.slip, Slip::Missing | Slip::Swapped);
    is_replaced && run.get(edit.fault).zip(meant).is_some_and(|(one, other)| are_forms_of_one(*one, *other))
}

/// Whether what is printed names how much there is of another substance: 含碘量 beside 含碳量.
fn is_content(run: &[char], edit: &Edit) -> bool {
    let Some([first, substance, last]) = run.get(edit.from..edit.to) else { return false };
    let is_noun = words::find_chars(&[*substance]).is_some_and(|word| word.kind == Kind::Noun);
    is_noun && AROUND_SUBSTANCES.contains(&String::from_iter([first, last]))
}

/// Whether a word that lacks a character is a short form: two whole words (腰痛 and 背痛), or two that share the character
/// which stands at an end as well, as in 防减灾 for 防灾减灾.
fn is_shortened(run: &[char], edit: &Edit) -> bool {
    let part = |from: usize, to: usize| run.get(from..to).unwrap_or_default();
    let (before, behind) = (part(edit.from, edit.fault), part(edit.fault, edit.to));
    let is_word = |chars: &[char]| chars.len() > 1 && words::find_chars(chars).is_some();
    let missing = edit.usual.get(edit.fault - edit.from);
    let is_shared = missing == edit.usual.first() || missing == edit.usual.last();
    let with_last = || [before, part(edit.to - 1, edit.to)].concat();
    let are_alike = || edit.word.kind == Kind::Noun && is_word(behind) && is_word(&with_last());
    // A noun of one character may stand for one of two: 新能源车.
    let is_noun = || matches!(behind, [noun] if NOUNS_OF_ONE.contains(*noun));
    let is_whole = || is_word(before) && (is_word(behind) || is_noun());
    edit.slip == Slip::Missing && (is_shared || is_whole() || are_alike())
}

/// Whether the slip would be in the one character behind a word, which may be another ending of it: 护理院 beside 护理员.
fn adds_ending(run: &[char], edit: &Edit) -> bool {
    let is_last = edit.usual.len() == SHORT && edit.fault + 1 == edit.to;
    is_last && run.get(edit.from..edit.fault).is_some_and(|word| words::find_chars(word).is_some())
}

/// Whether the characters beside an edit belong to no word either, as in the name of a drug or of a person.
fn is_among_strangers(run: &[char], cut: &Cut, edit: &Edit) -> bool {
    let is_stranger = |at: usize| run.get(at).is_some_and(|c| cut.is_alone(at) && !STANDING_ALONE.contains(*c));
    edit.from.checked_sub(1).is_some_and(is_stranger) || is_stranger(edit.to)
}

/// Whether what differs are one or two characters behind a word, so that the next one begins there: 总领事|李 is no
/// 总领事馆, 未成年人|售烟 no 未成年人吸烟.
fn is_next_word(run: &[char], edit: &Edit) -> bool {
    let stem = run.get(edit.from..edit.fault);
    let most = if run.get(edit.fault).is_some_and(|c| is_unwritten(*c)) { 1 } else { 2 };
    let is_last = match edit.slip {
        Slip::Any => edit.fault + most >= edit.to,
        // 糖尿病|史 is no 糖尿病足.
        Slip::Shape => edit.usual.len() > SHORT && edit.fault + 1 == edit.to,
        Slip::SoundAndShape | Slip::Sound | Slip::NearSound | Slip::Missing | Slip::Swapped => false,
    };
    is_last && stem.is_some_and(|stem| words::find_chars(stem).is_some())
}

/// Whether a word that lacks its second character begins with one that ends the name before it: 医保支付价|调整 is no 价格调整.
fn opens_with_ending(run: &[char], edit: &Edit) -> bool {
    let is_behind_first = edit.slip == Slip::Missing && edit.fault == edit.from + 1;
    is_behind_first && edit.from > 0 && run.get(edit.from).is_some_and(|c| ENDINGS_OF_NAMES.contains(*c))
}

/// Whether what is printed is itself a word, or holds one that is as good as the usual one.
fn is_word(run: &[char], edit: &Edit) -> bool {
    let is_replaced = !matches!(edit.slip, Slip::Missing | Slip::Swapped);
    let is_known = run.get(edit.from..edit.to).is_some_and(|printed| words::find_chars(printed).is_some());
    is_known || is_replaced && is_equally_right(run, edit.fault)
}

/// Whether the place may be a name: a pair of characters before what names end in, or what would be a name itself, or a
/// family name where another character is meant, so that a person is named: 童志成 is no 同志.
fn may_be_name(run: &[char], edit: &Edit) -> bool {
    let ends_name = |c: Option<&char>| c.is_some_and(|c| BEHIND_NAMES.contains(*c));
    let length = edit.usual.len();
    let is_person = length == 2
        && edit.fault == edit.from
        && edit.slip != Slip::SoundAndShape
        && run.get(edit.from).is_some_and(|c| FAMILY_NAMES.contains(*c));
    // 宝武集团: a company is named as it likes.
    let behind: String = run.iter().skip(edit.to).take(2).collect();
    is_person
        || length == 2 && (ends_name(run.get(edit.to)) || COMPANIES.contains(&behind))
        || length <= SHORT && ends_name(edit.to.checked_sub(1).and_then(|last| run.get(last)))
}

/// Whether the slip would be in a number, or make one.
fn touches_number(run: &[char], edit: &Edit) -> bool {
    let is_numeral = |c: Option<&char>| c.is_some_and(|c| NUMERAL_CHARS.contains(*c));
    let replaced = edit.fault - edit.from;
    match edit.slip {
        Slip::SoundAndShape | Slip::Sound | Slip::Shape | Slip::NearSound | Slip::Any => {
            is_numeral(run.get(edit.fault)) || is_numeral(edit.usual.get(replaced))
        }
        Slip::Missing => is_numeral(edit.usual.get(replaced)),
        Slip::Swapped => is_numeral(run.get(edit.fault)) || is_numeral(run.get(edit.fault + 1)),
    }
}
