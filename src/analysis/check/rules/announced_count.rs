//! A sentence that announces another number of things than it lists: 以下五项工作：一是…四是…; 四个一批：新建一批…，改造一批….

mod catchwords;
mod enumerated;
mod listed;
mod summed_up;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::entry::{self, Entry};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::count::{ANNOUNCED_THINGS, ANNOUNCING_COUNTERS, FOLLOWING};
use crate::lexicon::heading::{COUNTING_NUMERALS, DASHES_AND_BULLETS};
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::lexicon::term::STARTING_VERBS;
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Most characters between the numeral and the colon: 五项重点工作.
const LONGEST_NAME: usize = 10;

/// Characters of the noun for what is announced, and of the word for a batch (一批).
const NOUN: usize = 2;

/// Characters quoted of the last entry.
const ENTRY_QUOTE: usize = 10;

/// The most texts of a node that a list is looked for in.
const MOST_TEXTS: usize = 40;

/// The most entries that a list is followed for.
const MOST_ENTRIES: usize = 60;

/// A number of things that a text announces before a colon.
struct Announced {
    number: u32,
    /// Its first character, and the position of the colon.
    from: usize,
    colon: usize,
}

/// Announcements that their lists do not keep: entries of the same text or of those that follow, or headings below it.
pub(crate) fn announced_counts(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for texts in reading.passages.chunk_by(|one, next| one.node.id == next.node.id) {
        let texts: Vec<Text> =
            texts.iter().map(|passage| Text { passage, entries: entry::find(&passage.chars).collect() }).collect();
        for (at, text) in texts.iter().enumerate().filter(|(_, text)| !text.passage.is_title()) {
            let behind = texts.get(at + 1..).unwrap_or_default();
            drafts.extend(batches(text.passage));
            drafts.extend(listed::lists(text.passage));
            drafts.extend(listed::layouts(text.passage));
            drafts.extend(catchwords::catchwords(text.passage));
            drafts.extend(summed_up::summed_up(text.passage));
            drafts.extend(enumerated::enumerated(text.passage));
            drafts.extend(enumerated::ones(text.passage));
            drafts.extend(enumerated::formulas(text.passage));
            drafts.extend(announced_below(reading, text, behind));
            let found = announcements(text).into_iter().filter_map(|announced| {
                let listed = entries(text, behind, &announced).or_else(|| headings(reading, text, behind, &announced));
                let listed = listed.or_else(|| dashed(text, behind, &announced));
                let listed = listed.filter(|listed| listed.number != announced.number)?;
                Some(draft(text.passage, &announced, listed))
            });
            drafts.extend(found);
        }
    }
    drafts
}

/// A text with the entries that open in it.
struct Text<'r, 'a> {
    passage: &'r Passage<'a>,
    entries: Vec<Entry>,
}

/// A number of things that a text says to follow (落实以下四项保障措施，…), or that are those of its heading (围绕六项重点任务，… below
/// 重点任务), where it is the last text above another number of headings.
fn announced_below(reading: &Reading, text: &Text, behind: &[Text]) -> Option<FindingDraft> {
    let chars = &text.passage.chars;
    let children = reading.children.get(text.passage.node.id.as_str()).filter(|_| behind.is_empty())?;
    let last = children.last().filter(|_| children.len() > 1 && children.iter().all(|child| child.number.is_some()))?;
    let title: Vec<char> = text.passage.node.title.as_deref().map(thing_of).unwrap_or_default().chars().collect();
    let (from, number) = (0..chars.len()).find_map(|at| {
        let is_pointed = FOLLOWING
            .iter()
            .any(|word| chars.get(at..at + NOUN).is_some_and(|pair| word.chars().eq(pair.iter().copied())));
        let from = if is_pointed { at + NOUN } else { at };
        let is_counted = |to: usize| chars.get(to).is_some_and(|c| ANNOUNCING_COUNTERS.contains(*c));
        let is_of_title =
            |to: usize| title.len() >= 2 * NOUN && chars.get(to + 1..).is_some_and(|rest| rest.starts_with(&title));
        let (number, to) = small_number(chars, from).filter(|(_, to)| is_counted(*to))?;
        (is_pointed || is_of_title(to)).then_some((at, number))
    })?;
    let listed = u32::try_from(children.len()).ok()?;
    if number == listed || chars.iter().skip(from).any(|c| matches!(c, '：' | ':')) {
        return None;
    }
    let colon = (from..chars.len()).find(|at| !chars.get(*at).is_some_and(|c| is_han(*c))).unwrap_or(chars.len());
    let own_text = || last.paragraphs.first().map(|paragraph| paragraph.text.chars().take(ENTRY_QUOTE).collect());
    let quote: String = last.title.clone().or_else(own_text)?;
    let last = Citation { line: last.lines[0], node: Some(last.id.clone()), quote };
    Some(draft(text.passage, &Announced { number, from, colon }, Listed { number: listed, last }))
}

/// What a title is about, without the verb of starting it: 重点任务 of 落实重点任务.
fn thing_of(title: &str) -> &str {
    STARTING_VERBS.strip_prefix(title).unwrap_or(title)
}

/// What is listed: how many, and the last of them.
struct Listed {
    number: u32,
    last: Citation,
}

fn draft(passage: &Passage, announced: &Announced, listed: Listed) -> FindingDraft {
    let citation = passage.cite(announced.from, announced.colon);
    let what = lists::listed_behind(&citation.quote, listed.number);
    FindingDraft::new(Confidence::Medium, what, [citation, listed.last])
}

/// The numbers of things that a text announces: a numeral with its measure, before a colon, or before a full stop where
/// every entry behind it names the things (五大行动。一是…行动).
fn announcements(text: &Text) -> Vec<Announced> {
    let chars = &text.passage.chars;
    let is_colon = |at: usize| matches!(chars.get(at), Some('：' | ':'));
    let is_stop = |at: usize| chars.get(at) == Some(&'。') && (names_entries(text, at) || announces_entries(text, at));
    let colons = (0..chars.len()).filter(|at| is_colon(*at) || is_stop(*at));
    colons.filter_map(|colon| announcement(chars, colon, false)).collect()
}

/// Whether entries begin directly behind a full stop, of which each names in its first clause what the sentence before the
/// stop ends with.
fn names_entries(text: &Text, stop: usize) -> bool {
    let chars = &text.passage.chars;
    let Some(noun) = stop.checked_sub(NOUN).and_then(|from| chars.get(from..stop)) else { return false };
    let names = |entry: &Entry| {
        let clause = chars.iter().skip(entry.to).take_while(|c| !CLAUSE_ENDS.contains(**c));
        clause.copied().collect::<Vec<char>>().windows(NOUN).any(|word| word == noun)
    };
    let first = text.entries.partition_point(|entry| entry.from <= stop);
    let behind = text.entries.get(first..).unwrap_or_default();
    behind.first().is_some_and(|entry| entry.from == stop + 1) && behind.iter().all(names)
}

/// Whether entries begin directly behind a full stop, before which a word announces them (存在四个方面的问题。一是…).
fn announces_entries(text: &Text, stop: usize) -> bool {
    let first = text.entries.partition_point(|entry| entry.from <= stop);
    let is_opened = text.entries.get(first).is_some_and(|entry| entry.from == stop + 1 && entry.number == 1);
    let before: String =
        text.passage.chars.get(stop.saturating_sub(LONGEST_NAME)..stop).unwrap_or_default().iter().collect();
    is_opened && ANNOUNCED_THINGS.ends(&before)
}

/// Numbers of batches (四个一批) with another number of them behind in the same sentence: 新建一批…，改造一批….
fn batches(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let is_batch = |at: usize| chars.get(at..at + NOUN).is_some_and(|word| word == ['一', '批']);
    let announced = (2..chars.len()).filter(|at| is_batch(*at) && chars.get(at - 1) == Some(&'个'));
    let drafts = announced.filter_map(|at| {
        let numeral = chars.get(at - 2).filter(|c| COUNTING_NUMERALS.contains(**c))?;
        let number = usize::try_from(numeral::parse(&numeral.to_string())?).ok()?;
        let end = (at..chars.len()).find(|at| chars.get(*at) == Some(&'。')).unwrap_or(chars.len());
        let listed: Vec<usize> = (at + NOUN..end).filter(|at| is_batch(*at)).collect();
        let last = listed.last().filter(|_| listed.len() > 1 && listed.len() != number)?;
        let citation = passage.cite(at - 2, at + NOUN);
        let what = lists::listed_behind(&citation.quote, listed.len());
        let last = passage.cite(last.saturating_sub(NOUN), last + NOUN);
        Some(FindingDraft::new(Confidence::Medium, what, [citation, last]))
    });
    drafts.collect()
}

/// The number of things announced directly before a mark. A number in quotation marks is a name, unless that is asked for.
fn announcement(chars: &[char], colon: usize, is_quoted: bool) -> Option<Announced> {
    let first = colon.saturating_sub(LONGEST_NAME);
    let words = chars.get(first..colon)?;
    let start = words.iter().rposition(|c| !is_han(*c)).map_or(0, |mark| mark + 1);
    let from = (digit_before(chars, first + start)..colon).find(|at| {
        let is_measure = |to: usize| chars.get(to).is_some_and(|c| ANNOUNCING_COUNTERS.contains(*c));
        // 第一项, 二十项, “四个” are no such numbers, nor is 十五个.
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        small_number(chars, *at).is_some_and(|(_, to)| is_measure(to))
            && !before.is_some_and(|c| matches!(c, '第' | '百') || COUNTING_NUMERALS.contains(*c))
            && (before == Some(&'“')) == is_quoted
    })?;
    let (number, _) = small_number(chars, from).filter(|(number, _)| *number > 1)?;
    let is_pointed = chars.get(..from)?.ends_with(&['以', '下']) || chars.get(..from)?.ends_with(&['下', '列']);
    let from = if is_pointed { from - 2 } else { from };
    Some(Announced { number, from, colon })
}

/// The position of a digit right before a position, else that position.
fn digit_before(chars: &[char], at: usize) -> usize {
    at - usize::from(at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(char::is_ascii_digit))
}

/// The number of one Chinese numeral or one digit at a position, and the position behind it.
fn small_number(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let numeral = chars.get(at)?;
    let is_alone = || {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        !before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '第' | '年' | '—' | '-'))
    };
    let number = match numeral.to_digit(10) {
        Some(digit) => Some(digit).filter(|_| is_alone()),
        None => Some(numeral).filter(|c| COUNTING_NUMERALS.contains(**c)).and_then(|c| numeral::parse(&c.to_string())),
    };
    number.map(|number| (number, at + 1))
}

/// The entries that begin with the first one directly behind the colon, in this text and those behind it; `None` for fewer
/// than two, and for numbers that do not follow one another, which another rule tells.
fn entries(text: &Text, behind: &[Text], announced: &Announced) -> Option<Listed> {
    let first = text.entries.partition_point(|entry| entry.from <= announced.colon);
    let own = text.entries.get(first..).unwrap_or_default().iter().map(|entry| (text, entry));
    let later = behind.iter().take(MOST_TEXTS).flat_map(|text| text.entries.iter().map(move |entry| (text, entry)));
    let mut all = own.chain(later).take(MOST_ENTRIES);
    let (holder, opening) = all.next()?;
    let is_own = std::ptr::eq(holder, text);
    // A text that goes on behind the colon lists something else there.
    let is_at_colon =
        if is_own { opening.from <= announced.colon + 2 } else { opening.from == 0 && ends(text, announced) };
    if opening.number != 1 || !is_at_colon {
        return None;
    }
    let (mut number, mut last) = (1, (holder, opening));
    let following = all.filter(|(_, entry)| entry.style == opening.style).take_while(|(_, entry)| entry.number > 1);
    for (holder, entry) in following {
        number += 1;
        if entry.number != number {
            return None;
        }
        last = (holder, entry);
    }
    let (holder, entry) = last;
    let last = holder.passage.cite(entry.from, entry.from + ENTRY_QUOTE);
    (number > 1).then_some(Listed { number, last })
}

/// The texts directly behind one that ends with the colon that open with a dash or a bullet; `None` for fewer than two, and
/// where the list may go on behind other texts.
fn dashed(text: &Text, behind: &[Text], announced: &Announced) -> Option<Listed> {
    let is_entry = |text: &&Text| text.passage.chars.first().is_some_and(|c| DASHES_AND_BULLETS.contains(*c));
    let entries: Vec<&Text> = behind.iter().take_while(is_entry).filter(|_| ends(text, announced)).collect();
    let goes_on = behind.iter().skip(entries.len()).any(|text| is_entry(&text));
    let last = entries.last().filter(|_| entries.len() > 1 && !goes_on)?;
    Some(Listed { number: u32::try_from(entries.len()).ok()?, last: last.passage.cite(0, ENTRY_QUOTE) })
}

/// Whether a text ends with the colon of what it announces.
fn ends(text: &Text, announced: &Announced) -> bool {
    announced.colon + 1 == text.passage.chars.len()
}

/// The numbered headings directly below a text that ends with the colon, if the text is the last of its node.
fn headings(reading: &Reading, text: &Text, behind: &[Text], announced: &Announced) -> Option<Listed> {
    let is_last = behind.is_empty() && ends(text, announced);
    let children = reading.children.get(text.passage.node.id.as_str()).filter(|_| is_last)?;
    let last = children.last().filter(|_| children.len() > 1)?;
    let are_numbered = children.iter().all(|child| child.number.is_some());
    let own_text = || last.paragraphs.first().map(|paragraph| paragraph.text.chars().take(ENTRY_QUOTE).collect());
    let quote = last.title.clone().or_else(own_text)?;
    let citation = Citation { line: last.lines[0], node: Some(last.id.clone()), quote };
    are_numbered.then_some(Listed { number: u32::try_from(children.len()).ok()?, last: citation })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn other_numbers_than_announced() {
        check(
            announced_counts,
            &[
                (
                    "一、任务\n抓好以下五项重点工作：一是建机制；二是强队伍；三是严考核。\n",
                    &["[2] 以下五项重点工作 | 三是严考核。"],
                ),
                (
                    "一、任务\n从三个方面推进：（1）监测；（2）预警；（3）处置；（4）评估。\n",
                    &["[2] 三个方面推进 | （4）评估。"],
                ),
                ("一、任务\n实施三大工程：\n一是改水。\n二是改厕。\n", &["[2, 4] 三大工程 | 二是改厕。"]),
                ("一、任务\n实施三大工程：\n（一）改水\n建水厂。\n（二）改厕\n建厕所。\n", &["[2, 5] 三大工程 | 改厕"]),
                (
                    "一、任务\n实施三大行动。一是减盐行动，控制用盐。二是减油行动，控制用油。\n",
                    &["[2] 三大行动 | 二是减油行动，控制用"],
                ),
                (
                    "一、重点任务\n围绕三项重点任务，统筹推进。\n（一）改水\n建水厂。\n（二）改厕\n建厕所。\n二、保障措施\n落实国家五项任务。\n（一）钱\n给钱。\n（二）人\n给人。\n",
                    &["[2, 5] 三项重点任务 | 改厕"],
                ),
                ("一、任务\n坚持三个一批：新建一批学校，改造一批校舍。\n", &["[2] 三个一批 | 改造一批"]),
                ("一、任务\n坚持两个一批：新建一批学校，改造一批校舍。实施三大行动。一是减盐，二是减油。\n", &[]),
                // As many as announced; no list behind the colon; a name; another list.
                ("一、任务\n抓好两项工作：一是建机制；二是强队伍。从三个方面推进：一是查；二是改；三是评。\n", &[]),
                ("一、任务\n落实“四个最严”：严格监管。一是查，二是罚。\n", &[]),
                ("一、任务\n三个方面：监测、预警、处置。\n", &[]),
                (
                    "一、任务\n实施“四大工程”，即改水工程、改厕工程、改灶工程。\n",
                    &["[2] 四大工程 | 改水工程、改厕工程、改灶工程"],
                ),
                (
                    "一、任务\n做到三个到位：人员到位、经费到位、场地到位、责任到位。\n",
                    &["[2] 三个到位 | 人员到位、经费到位、场地到位、责任到位"],
                ),
                (
                    "一、任务\n实现三个全覆盖：村全覆盖，镇全覆盖。做到“三个统一”：统一标识；统一收费；统一平台；统一考核。\n",
                    &["[2] 三个全覆盖 | 村全覆盖，镇全覆盖", "[2] 三个统一 | 统一标识；统一收费；统一平台；统一考核"],
                ),
                (
                    "一、任务\n做到四个到位：人员、经费、场地到位，责任到位。做到三个到位：组织和人员到位，经费到位。\n",
                    &[],
                ),
                ("一、任务\n三个统一：统一标识，统一平台、收费。两个覆盖：村覆盖，镇覆盖，方便就医。\n", &[]),
                ("一、任务\n落实四项措施，包括清淤、护岸、绿化。\n", &["[2] 四项措施 | 清淤、护岸、绿化"]),
                (
                    "一、任务\n建设五大中心，具体为胸痛中心、卒中中心、创伤中心，配强急诊力量。\n",
                    &["[2] 五大中心 | 胸痛中心、卒中中心、创伤中心"],
                ),
                ("一、任务\n建设三大中心，即胸痛中心、卒中中心，以及创伤中心。\n", &[]),
                ("一、任务\n落实四项措施，包括清淤、护岸、绿化等。抓好四项工作，包括清淤、护岸、绿化和管护。\n", &[]),
                ("一、布局\n构建“一核三翼”格局，一核即城区，两翼即东片和西片。\n", &["[2] 三翼 | 两翼"]),
                ("一、布局\n构建“一核两翼”格局，一核即城区，两翼即东片和西片。建一轴二区。\n", &[]),
            ],
        );
    }

    #[test]
    fn lists_with_their_number_behind() {
        check(
            announced_counts,
            &[
                (
                    "一、任务\n对高血压、糖尿病、慢阻肺、脑卒中五种慢性病实行分级管理。\n",
                    &["[2] 对高血压、糖尿病、慢阻肺、脑卒中五种慢性病实"],
                ),
                (
                    "一、任务\n健全联席会议、信息通报、督导检查和考核奖惩三项机制。\n",
                    &["[2] 健全联席会议、信息通报、督导检查和考核奖惩三项机制"],
                ),
                ("一、任务\n构建预防、治疗、康复四位一体的模式。\n", &["[2] 构建预防、治疗、康复四位一体"]),
                (
                    "一、任务\n依托医院建设胸痛中心、卒中中心、创伤中心等两个中心。\n",
                    &["[2] 依托医院建设胸痛中心、卒中中心、创伤中心等两个中心"],
                ),
                (
                    "一、任务\n提供“五个一”服务：建立一份档案、签订一份协议、制定一套方案、开展一次巡诊。\n",
                    &["[2] 五个一 | 建立一份档案、签订一份协议、制定一套方案、开展一次巡诊"],
                ),
                (
                    "一、任务\n存在四个方面的问题。一是总量不足。二是分布不均。三是能力薄弱。\n",
                    &["[2] 四个方面的问题 | 三是能力薄弱。"],
                ),
                (
                    "一、任务\n分四个阶段推进。第一阶段（2026年）动员。第二阶段（2027年）实施。第三阶段（2028年）总结。\n",
                    &["[2] 四个阶段推进 | 第三阶段（2028年"],
                ),
                (
                    "一、任务\n推进“三减三健”行动，即减盐、减油、减糖，健康口腔、健康体重。\n",
                    &["[2] 三减三健 | 减盐、减油、减糖，健康口腔、健康体重"],
                ),
                ("一、任务\n实现“两提升一下降”，即素养提升、占比提升，死亡率下降。\n", &[]),
                (
                    "一、任务\n采取以下三项措施：\n（1）修订条例；\n（2）增设门诊；\n（3）培训人员；\n（4）媒体宣传。\n",
                    &["[2, 6] 以下三项措施 | 媒体宣传"],
                ),
                // As many; more than are named; in a sentence of their own; of two lists.
                (
                    "一、任务\n对高血压、糖尿病、慢阻肺等五种慢性病，抓好体检、随访、转诊三项服务，以健康教育、健康促进为重点的预防、监测、控制三大体系。\n",
                    &[],
                ),
                (
                    "一、任务\n提供“五个一”服务：建立一份档案、签订一份协议、方便群众。落实两个责任。一是查，二是罚，三是评。\n",
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn lists_of_other_layouts() {
        check(
            announced_counts,
            &[
                (
                    "一、任务\n做好三类人群的管理：六十五岁及以上老年人、孕产妇、儿童、残疾人，由医生随访。\n",
                    &["[2] 三类人群的管理 | 六十五岁及以上老年人、孕产妇、儿童、残疾人"],
                ),
                (
                    "一、任务\n推行“四个统一”，即统一目录、统一收费、统一核算、统一质控、统一平台，法人不变。\n",
                    &["[2] 四个统一 | 统一目录、统一收费、统一核算、统一质控、统一平台"],
                ),
                (
                    "一、任务\n遵循以下两项原则：\n——坚持预防。关口前移。\n——坚持改革。破除障碍。\n——坚持共享。共建共享。\n",
                    &["[2, 5] 以下两项原则 | ——坚持共享。共建共"],
                ),
                (
                    "一、任务\n遵循以下三项原则：\n——坚持预防。关口前移。\n——坚持改革。破除障碍。\n——坚持共享。共建共享。\n",
                    &[],
                ),
                (
                    "一、任务\n在柳浦区、东埠区、鹤山县、临泽县三个县（区）试点。\n",
                    &["[2] 柳浦区、东埠区、鹤山县、临泽县三个县（区）"],
                ),
                (
                    "一、任务\n县教育局、县民政局、县财政局、县医保局五部门联合出台。\n",
                    &["[2] 县教育局、县民政局、县财政局、县医保局五部门"],
                ),
                (
                    "一、任务\n县教育局、县民政局和县医保局三部门，柳浦区、东埠区、鹤山县等五个县（区），柳浦区、东埠区、鹤山县、临泽县两个县，统筹。\n",
                    &[],
                ),
            ],
        );
    }
}
