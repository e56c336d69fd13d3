//! Slips of the pen: a phrase that is a fixed term, or a frequent phrase of the same plan, but for characters of the same
//! sound (公共卫生时间, 公共卫生事件), or but for one left out (心理健服务, 心理健康服务).

mod phrases;

use crate::model::Confidence;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::misspelling::phrases::{Ear, FREQUENT, Long, Map, PHRASE, Packed, Print, pack};

/// Terms of the field whose wording is fixed, so that another character of the same sound is a slip.
const FIXED: &[&str] = &[
    "公共卫生事件",
    "突发事件",
    "出生缺陷",
    "忧患意识",
    "市场监督管理",
    "心脑血管疾病",
    "慢性呼吸系统疾病",
    "免疫规划",
    "预防接种",
    "健康素养",
    "预期寿命",
    "孕产妇死亡率",
    "婴儿死亡率",
    "分级诊疗",
    "家庭医生签约",
    "医疗保障",
    "精神卫生",
    "心理健康",
    "传染病防治",
    "爱国卫生运动",
    "无害化处理",
    "职业病危害因素",
    "疾病预防控制",
    "疾病监测",
    "监测预警",
    "国民体质监测",
    "食品安全风险监测",
    "因地制宜",
    "联防联控",
    "群防群控",
    "统筹协调",
    "贯彻落实",
    "供给侧结构性改革",
    "基本医疗保险",
    "公共卫生服务",
    "中医药传承创新",
    "残疾预防",
    "康复服务",
    "安宁疗护",
    "医养结合",
    "无障碍",
    "母婴安全",
    "新生儿疾病筛查",
    "电子健康档案",
    "远程医疗",
    "互联互通",
    "应急处置",
];

/// Terms of which none is another with a character more.
const LOSSY: &[&str] = &[
    "心理健康服务",
    "公共卫生事件",
    "市场监督管理",
    "孕产妇死亡率",
    "婴儿死亡率",
    "预期寿命",
    "疾病预防控制",
    "爱国卫生运动",
    "无害化处理",
    "免疫规划疫苗接种率",
    "基本公共卫生服务",
    "医疗卫生机构",
    "基层医疗卫生",
    "健康素养水平",
    "居民健康档案",
    "重点行业用人单位",
];

/// Words of one sound that are both in use.
const BOTH: &[[char; 2]] = &[['防', '制']];

/// Characters of a phrase of the plan's own that may have lost one.
const WHOLE: usize = 6;

/// Characters that a phrase may do without.
const OPTIONAL: &[char] = &['与', '和', '的', '及', '之', '等'];

/// All slips of a plan, which is read as characters once.
pub(crate) fn misspellings(reading: &Reading) -> Vec<FindingDraft> {
    let mut ear = Ear::default();
    let terms = Terms::new(&mut ear);
    let print = Print::of(&reading.texts, &mut ear);
    let mut found = of_terms(reading, &print, &terms);
    found.extend(sounds_alike(reading, &print));
    found.extend(left_out(reading, &print));
    found
}

/// A term with its sounds.
type Sounded = (Vec<char>, Vec<u16>);

/// The fixed terms by the sound of their first character: few places of a text sound like the start of one.
struct Terms {
    fixed: Vec<Vec<Sounded>>,
    lossy: Vec<Vec<Vec<char>>>,
}

impl Terms {
    fn new(ear: &mut Ear) -> Self {
        let mut sounded = |term: &&str| {
            let term: Vec<char> = term.chars().collect();
            let sounds = ear.sounds(&term);
            (term, sounds)
        };
        let fixed: Vec<Sounded> = FIXED.iter().map(&mut sounded).collect();
        let lossy: Vec<Sounded> = LOSSY.iter().map(&mut sounded).collect();
        let mut this = Self { fixed: vec![Vec::new(); ear.end()], lossy: vec![Vec::new(); ear.end()] };
        let first = |sounds: &[u16]| sounds.first().map_or(0, |sound| usize::from(*sound));
        for (term, sounds) in fixed {
            if let Some(terms) = this.fixed.get_mut(first(&sounds)) {
                terms.push((term, sounds));
            }
        }
        for (term, sounds) in lossy {
            if let Some(terms) = this.lossy.get_mut(first(&sounds)) {
                terms.push(term);
            }
        }
        this
    }
}

/// A phrase that sounds like a fixed term and is not it, or is one without a character.
fn of_terms(reading: &Reading, print: &Print, terms: &Terms) -> Vec<FindingDraft> {
    let mut found = Vec::new();
    for (text, heard) in reading.texts.iter().zip(&print.heard) {
        let marks = &text.marks;
        for (at, sound) in heard.iter().enumerate() {
            let near = terms.fixed.get(usize::from(*sound)).into_iter().flatten();
            let slipped = near.filter(|(term, sounds)| is_slip(marks, heard, at, term, sounds));
            found
                .extend(slipped.map(|(term, _)| slip(text, at, at + term.len(), term, "通常写作", Confidence::Medium)));
            let near = terms.lossy.get(usize::from(*sound)).into_iter().flatten();
            let lost = near.filter(|term| has_lost_one(marks, at, term));
            found.extend(lost.map(|term| slip(text, at, at + term.len() - 1, term, "通常写作", Confidence::Medium)));
        }
    }
    found
}

/// Whether the characters at a place are a term but for others of the same sound; at least half of it stands.
fn is_slip(marks: &[char], heard: &[u16], at: usize, term: &[char], sounds: &[u16]) -> bool {
    let Some(words) = marks.get(at..at + term.len()).filter(|words| *words != term) else { return false };
    let n_same = words.iter().zip(term).filter(|(one, other)| one == other).count();
    2 * n_same >= term.len() && heard.get(at..at + term.len()) == Some(sounds) && !sounds.contains(&0)
}

/// Whether the characters at a place are a term without one of its inner characters.
fn has_lost_one(marks: &[char], at: usize, term: &[char]) -> bool {
    if marks.get(at) != term.first() {
        return false;
    }
    let Some(words) = marks.get(at..at + term.len() - 1) else { return false };
    let n_same = words.iter().zip(term).take_while(|(one, other)| one == other).count();
    (1..words.len()).contains(&n_same) && words.get(n_same..) == term.get(n_same + 1..)
}

/// A phrase printed once that is a frequent one of the plan but for an inner character of the same sound.
fn sounds_alike(reading: &Reading, print: &Print) -> Vec<FindingDraft> {
    let mut frequent: Map<Packed, Vec<&[char]>> = Map::default();
    for phrase in print.frequent() {
        let alike = frequent.entry(print.sounds(phrase)).or_default();
        let words = print.words(phrase, PHRASE);
        if !alike.contains(&words) {
            alike.push(words);
        }
    }
    let mut found = Vec::new();
    let mut told = None;
    for phrase in print.single() {
        let Some(alike) = frequent.get(&print.sounds(phrase)) else { continue };
        let words = print.words(phrase, PHRASE);
        let inner = alike.iter().filter(|_| !is_both(words)).filter_map(|usual| {
            let differing = differing(words, usual).filter(|at| *at > 0 && at + 1 < PHRASE)?;
            Some((*usual, (phrase.text, phrase.at + differing)))
        });
        let Some((usual, place)) = inner.min() else { continue };
        // The same character is met in the next phrase again.
        if told.replace(place) != Some(place) {
            let text = reading.texts.get(phrase.text);
            let slip = text.map(|text| slip(text, phrase.at, phrase.at + PHRASE, usual, "文中多处为", Confidence::Low));
            found.extend(slip);
        }
    }
    found
}

/// Whether a phrase holds a word that is no slip of another of its sound.
fn is_both(words: &[char]) -> bool {
    BOTH.iter().any(|both| words.windows(both.len()).any(|pair| pair == both))
}

/// Where two phrases differ, if they do in one character only.
fn differing(one: &[char], other: &[char]) -> Option<usize> {
    let mut places = one.iter().zip(other).enumerate().filter(|(_, (one, other))| one != other).map(|(at, _)| at);
    places.next().filter(|_| places.next().is_none())
}

/// A phrase printed once that is a frequent one without one of its inner characters, which brings two characters together
/// that stand so nowhere else.
fn left_out(reading: &Reading, print: &Print) -> Vec<FindingDraft> {
    let shortened = shortened(print);
    let mut counts: Map<Long, u32> = Map::default();
    let mut places = Vec::new();
    for (text, passage) in reading.texts.iter().enumerate() {
        for (at, words) in passage.marks.windows(WHOLE - 1).enumerate() {
            let Some((short, usual)) = pack(words).and_then(|short| Some((short, shortened.get(&short)?))) else {
                continue;
            };
            *counts.entry(short).or_default() += 1;
            places.push((text, at, words, short, usual));
        }
    }
    let mut told = None;
    let single = places.into_iter().filter(|(.., short, _)| counts.get(short) == Some(&1));
    let slips = single.filter_map(|(text, at, words, _, (gone, usual))| {
        let (one, other) = (*words.get(gone - 1)?, *words.get(*gone)?);
        let is_new = told.replace((text, at + gone)) != Some((text, at + gone));
        let text = reading.texts.get(text).filter(|_| is_new && print.n_pairs(one, other) == 1)?;
        Some(slip(text, at, at + words.len(), usual, "文中多处为", Confidence::Low))
    });
    slips.collect()
}

/// The frequent phrases of [`WHOLE`] characters without one of their inner ones, packed: which is gone, and the whole.
fn shortened<'a>(print: &Print<'a>) -> Map<Long, (usize, &'a [char])> {
    // A long phrase is no more frequent than its beginning, so few have to be counted.
    let places = || {
        let long = print.frequent().map(|phrase| print.words(phrase, WHOLE)).filter(|words| !words.is_empty());
        long.filter_map(|words| Some((words, pack(words)?)))
    };
    let mut counts: Map<Long, u32> = Map::default();
    for (_, packed) in places() {
        *counts.entry(packed).or_default() += 1;
    }
    let mut shortened = Map::default();
    // Each once, where it is first printed.
    for (words, _) in places().filter(|(_, packed)| counts.remove(packed).is_some_and(|count| count >= FREQUENT)) {
        for gone in (2..WHOLE - 2).filter(|gone| words.get(*gone).is_some_and(|mark| !OPTIONAL.contains(mark))) {
            let short: Vec<char> =
                words.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, mark)| *mark).collect();
            shortened.extend(pack(&short).map(|short| (short, (gone, words))));
        }
    }
    shortened
}

fn slip(text: &Passage, from: usize, to: usize, usual: &[char], how: &str, confidence: Confidence) -> FindingDraft {
    let place = text.place(from, to);
    let usual: String = usual.iter().collect();
    FindingDraft::new(confidence, format!("“{}”，{how}“{usual}”", place.quote), [place])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn slips_in_fixed_terms() {
        check(
            misspellings,
            &[
                ("一、任务\n提升突发公共卫生时间应对能力，加强出声缺陷防治。\n", &["[2] 公共卫生时间", "[2] 出声缺陷"]),
                ("一、任务\n做好疾病预防和控制，办好社会医疗保险，防治心血管疾病。\n", &[]),
                ("一、任务\n做好疾病防控制，落实新生儿疾病筛查。\n", &["[2] 疾病防控制"]),
                ("一、任务\n提升公共卫生事件应对能力，加强出生缺陷防治。\n", &[]),
            ],
        );
    }

    #[test]
    fn slips_against_the_plan_itself() {
        let often = "全民阅览中心。".repeat(4);
        let text = format!("一、任务\n{often}建成全民月览中心。\n");
        check(misspellings, &[(&text, &["[2] 全民月览"])]);
        let often = "完善社区养老服务网络。".repeat(4);
        let text = format!("一、任务\n{often}完善社区养服务网络。\n");
        check(misspellings, &[(&text, &["[2] 社区养服务"])]);
    }
}
