//! The facts that the text of a plan gives about it: title, place, issuer, date, standing, period.
//!
//! A fact that the text does not give is `None`. The caller may supply it, and the screens then say so.

use crate::importer::column::{five_year_end, year};
use crate::importer::mark;
use crate::importer::paragraph::tidy;
use crate::lexicon::document::{
    DRAFTS, ISSUER_ENDINGS, LONG_TITLE_ENDINGS, NOT_AT_TITLE_STARTS, NOT_IN_SIGNATURES, NOTICE_ENDINGS, PERIOD_OPENERS,
    SENDING_VERBS, TITLE_ENDINGS,
};
use crate::lexicon::office::OFFICE_ENDINGS;
use crate::lexicon::place::{
    COUNTY_LEVELS, LOCAL_LEVELS, MINISTRIES, NATIONAL, NOT_OF_A_PLACE, PLAN_LEVELS, PROVINCES,
};
use crate::lexicon::punctuation::{CLAUSE_BREAKS, CLAUSE_ENDS};
use crate::model::Level;
use crate::registry::division;
use crate::text::fold::squeeze;
use crate::text::numeral;

/// Facts about a plan that are supplied from outside. Each is used only where the text itself does not give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supplied<'a> {
    /// The title of the document, without 《》.
    pub title: Option<&'a str>,
    /// The place whose plan it is: `云浮市`, `潮州市湘桥区`.
    pub region: Option<&'a str>,
    /// Who issued the plan: `云浮市人民政府`.
    pub issuer: Option<&'a str>,
    /// The date of issue, as `2020-01-02`, or `2022-10` where no day is known.
    pub issued: Option<&'a str>,
    /// Whether it is a draft or was sent out: `征求意见稿`, `印发`.
    pub status: Option<&'a str>,
    /// The years it plans for: `2021-2025`, or `-2030` where only the end is known.
    pub period: Option<&'a str>,
}

/// Who signed the document and when, as it stands around the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signature {
    pub(super) issuer: Option<String>,
    /// The date of issue as in [`Facts`].
    pub(super) issued: Option<String>,
}

/// The facts that the text of the plan itself gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) region: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) issued: Option<String>,
    pub(super) status: Option<String>,
    pub(super) period: Option<String>,
}

/// The longest name of an office that signs beside others, in characters.
const LONGEST_OFFICE: usize = 25;

/// The longest line of a cover, in characters.
const LONGEST_COVER_LINE: usize = 50;

/// The shortest title, in characters, that ends as lines of other kinds do too.
const SHORTEST_LONG_TITLE: usize = 9;

/// Whether a line is the title of a document: short, without full stops, and ending with the kind of document.
pub(super) fn is_title(line: &str) -> bool {
    let line = bare_title(line);
    let closed;
    let line = if is_letter_spaced(line) {
        closed = squeeze(line);
        closed.as_str()
    } else {
        line
    };
    let bare = line.trim_end_matches(['》', '”', '"']);
    let (n_opened, n_closed) = (line.matches('《').count(), line.matches('》').count());
    bare.chars().count() <= LONGEST_COVER_LINE
        && bare.chars().count() > 3
        && !line.contains(':')
        && n_opened == n_closed
        && NOT_AT_TITLE_STARTS.strip_prefix(line).is_none()
        && !CLAUSE_BREAKS.is_in(line)
        && !is_of_letter(line)
        && mark::read(line).is_none()
        && (LONG_TITLE_ENDINGS.ends(bare) && bare.chars().count() >= SHORTEST_LONG_TITLE
            || TITLE_ENDINGS.ends(bare)
            || TITLE_ENDINGS.ends(bare.trim_end_matches(|c: char| c.is_ascii_digit())))
}

/// Whether a line is a word whose letters stand apart, as on the last line of a title: 实 施 意 见.
fn is_letter_spaced(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    line.contains(char::is_whitespace) && words.peek().is_some() && words.all(|word| word.chars().count() == 1)
}

/// The line without the marks of bold type, the number of its page, and a remark on the draft or the years at its end.
pub(super) fn bare_title(line: &str) -> &str {
    let line = without_page_number(line.trim().trim_matches('*').trim());
    let remark = line.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
    remark.filter(|(_, inner)| is_title_remark(inner)).map_or(line, |(before, _)| before.trim_end())
}

/// The line without the number of a page at its start, which a blank divides from it: `12 江海市健康规划`.
pub(super) fn without_page_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < line.len() && rest.starts_with([' ', '\u{3000}']) { rest.trim_start() } else { line }
}

/// Whether the words in a bracket behind a title say of which years it is, or that it is a draft.
pub(super) fn is_title_remark(inner: &str) -> bool {
    find_status(inner).is_some() || inner.ends_with('年') || inner.ends_with("试行")
}

/// Whether a line is the title of a letter that sends a document out: 关于印发……的通知.
pub(super) fn is_of_letter(line: &str) -> bool {
    let line = line.trim();
    line.contains("关于印发") || line.contains("关于转发") || line.ends_with("的通知") || line.ends_with("印发")
}

/// Whether a line is the title of a letter that is the document itself, and sends none out: 关于……的通知.
pub(super) fn is_notice(line: &str) -> bool {
    let line = bare_title(line);
    let (sends, ends) = (SENDING_VERBS.is_in(line), NOTICE_ENDINGS.ends(line));
    ends && !sends && is_cover_line(line) && line.chars().count() > 5
}

/// Whether a line can be part of a cover: short and without full stops.
pub(super) fn is_cover_line(line: &str) -> bool {
    line.trim().chars().count() <= LONGEST_COVER_LINE && !CLAUSE_ENDS.is_in(line)
}

/// Whether a line is a signature, that is, the name of an office and nothing else.
pub(super) fn is_signature(line: &str) -> bool {
    let line = line.trim();
    let is_short = is_cover_line(line) && line.chars().count() <= LONGEST_OFFICE;
    is_short && !NOT_IN_SIGNATURES.is_in(line) && (ISSUER_ENDINGS.ends(line) || MINISTRIES.ends(line))
}

/// The offices that sign a line which holds nothing else, joined by 、: 江海市卫生健康局　　江海市财政局.
pub(super) fn signers(line: &str) -> Option<String> {
    let offices = offices_alone(line);
    offices.iter().any(|office| is_signature(office)).then(|| offices.join("、"))
}

/// The names on a line that holds nothing but names of offices, with white space between; none for any other line. Letters that
/// stand apart are one name: 财 政 部.
fn offices_alone(line: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut is_spaced = false;
    for word in line.split_whitespace() {
        let is_letter = word.chars().nth(1).is_none();
        match names.last_mut().filter(|_| is_letter && is_spaced) {
            Some(name) => name.push_str(word),
            None => names.push(word.to_owned()),
        }
        is_spaced = is_letter;
    }
    let is_name = |name: &String| {
        let n_chars = name.chars().count();
        is_signature(name)
            || (3..=LONGEST_OFFICE).contains(&n_chars) && OFFICE_ENDINGS.ends(name) && is_cover_line(name)
    };
    if names.iter().all(is_name) { names } else { Vec::new() }
}

/// The offices that issue a paper together, which take several lines of its cover: directly above the date, or above the title of
/// the letter that begins with 关于.
fn joint_signers(cover: &[&str]) -> Option<String> {
    let mut most: Vec<String> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in cover {
        let offices = offices_alone(line);
        if !offices.is_empty() {
            open.extend(offices);
            continue;
        }
        let signed = signed_line(line);
        open.extend(signed.iter().flat_map(|(offices, _)| offices.split('、').map(str::to_owned)));
        let closes = signed.is_some() || parse_date(line).is_some() || line.trim_start().starts_with("关于");
        if closes && open.len() > most.len() {
            most = std::mem::take(&mut open);
        }
        open.clear();
    }
    (most.len() > 1 && most.iter().any(|office| is_signature(office))).then(|| most.join("、"))
}

/// The offices and the date of a line that holds both: `江海市人民政府　　2026年5月8日`.
pub(super) fn signed_line(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    let at = line.find(|c: char| c.is_ascii_digit()).or_else(|| line.find("二〇"))?;
    let (offices, date) = line.split_at_checked(at)?;
    let date = parse_date(date)?;
    Some((signers(offices)?, date))
}

/// Whether a line is the number of a document, or is addressed to somebody: 望府发〔2026〕7号, 各区人民政府：.
pub(super) fn is_of_letterhead(line: &str) -> bool {
    let line = line.trim();
    let is_number = line.ends_with('号') && (line.contains('〔') || line.contains('[') || line.contains('［'));
    is_number || line.ends_with(['：', ':']) || is_name_of_letterhead(line)
}

/// Whether a line is the head of the paper that an office writes on: 江海市人民政府文件.
fn is_name_of_letterhead(line: &str) -> bool {
    let line = squeeze(line);
    line.strip_suffix("文件").is_some_and(|office| is_signature(office) || ISSUER_ENDINGS.ends(office))
}

/// The date in a line that contains nothing else: `2020年1月2日`, `2022年10月`, `二〇二五年十一月`.
pub(super) fn parse_date(line: &str) -> Option<String> {
    let number = |text: &str| numeral::parse(text.trim());
    let (year, rest) = line.trim().split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let year = number(year).filter(|year| (1900..2100).contains(year))?;
    let month = number(month).filter(|month| (1..=12).contains(month))?;
    match day.trim() {
        "" => Some(format!("{year}-{month:02}")),
        day => {
            let day = number(day.strip_suffix('日')?).filter(|day| (1..=31).contains(day))?;
            Some(format!("{year}-{month:02}-{day:02}"))
        }
    }
}

/// Reads the facts from the title, the other lines of cover and letter, the paragraphs of the body, and what stands around
/// the document.
pub(super) fn read(title: Option<&str>, cover: &[&str], body: &[&str], around: &Signature) -> Facts {
    // Number, office and date may stand on one line, with bars between.
    let parts: Vec<&str> = cover
        .iter()
        .flat_map(|line| line.split(['|', '｜']))
        .map(|part| part.trim_matches(['>', ' ', '\u{3000}']))
        .collect();
    let cover = parts.as_slice();
    let signed = cover.iter().find_map(|line| signed_line(line));
    // 江海市人民政府办公室关于印发…… says it before any name that a website prints above; a signature may say it in full.
    let in_letter = cover.iter().find_map(|line| issuer_of_letter(line));
    let mut signers = cover.iter().filter_map(|line| signers(line));
    let issuer = match in_letter {
        Some(named) => {
            let in_full = signers.find(|full| full.starts_with(&named) || full.ends_with(&named));
            in_full.or(Some(named))
        }
        None => joint_signers(cover).or_else(|| signers.next()),
    };
    let issuer = issuer.or_else(|| signed.as_ref().map(|(issuer, _)| issuer.clone()));
    let issuer = issuer.or_else(|| around.issuer.clone());
    // A line that a page has broken may end as an office does: 市城市管理和综合⏎执法局.
    let last = body.last().filter(|line| is_signature(line) && place_of(line).is_some());
    let last = last.map(|line| line.trim().to_owned());
    let issuer = issuer.or(last).or_else(|| title.and_then(issuer_in_title));
    let letter = cover.iter().any(|line| line.contains("印发给") || line.contains("关于印发"));
    let status = cover.iter().chain(title.iter()).find_map(|line| find_status(line));
    let dated = cover.iter().find_map(|line| parse_date(line)).or_else(|| signed.map(|(_, date)| date));
    Facts {
        region: find_region(issuer.as_deref(), title, body),
        issued: dated.or_else(|| around.issued.clone()),
        status: status.or(letter.then_some("印发")).map(str::to_owned),
        period: find_period(title, cover, body),
        title: title.map(tidy),
        issuer,
    }
}

/// Who sends a document out by the title of the letter: 江海市人民政府 of 江海市人民政府关于印发……的通知.
fn issuer_of_letter(line: &str) -> Option<String> {
    let (issuer, _) = line.trim().split_once("关于").filter(|_| is_of_letter(line))?;
    let is_known = place_of(issuer).is_some() || NATIONAL.strip_prefix(issuer.trim()).is_some();
    signers(issuer).filter(|_| is_known)
}

/// Who issues a document by its own title: 江海市人民政府 of 江海市人民政府关于加快……的实施意见.
fn issuer_in_title(title: &str) -> Option<String> {
    let (issuer, _) = title.split_once("关于")?;
    signers(issuer)
}

fn find_status(line: &str) -> Option<&'static str> {
    DRAFTS.find_in(line)
}

/// Finds the place: that of the issuer, or that of the title. A title may give only the short name (健康清远2030); then it
/// is the full name that the text prints most often (清远市).
fn find_region(issuer: Option<&str>, title: Option<&str>, body: &[&str]) -> Option<String> {
    let issuing = issuer.and_then(|issuer| place_at_start(issuer).or_else(|| county_at_start(issuer)));
    if let Some(place) = issuing.or_else(|| title.and_then(place_at_start)) {
        return Some(place);
    }
    let title = title?;
    let Some(short) = short_in_title(title) else { return county_at_start(title) };
    let full = PLAN_LEVELS.iter().map(|level| format!("{short}{level}"));
    let counted = full.map(|name| (body.iter().map(|text| text.matches(name.as_str()).count()).sum::<usize>(), name));
    counted.max().filter(|(n, _)| *n > 0).map(|(_, name)| name).or_else(|| county_at_start(title))
}

/// The place at the start of a text, of whatever level.
fn place_of(text: &str) -> Option<String> {
    place_at_start(text).or_else(|| county_at_start(text))
}

/// The place before the name of an office: `潮州市湘桥区卫生健康局` → `潮州市湘桥区`; `佛山市人民政府` → `佛山市`;
/// `云溪省城市规划` → `云溪省`. A place of the list of divisions is known by it, any other one by its form.
fn place_at_start(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['《', '“']);
    if let Some((province, rest)) = split_province(text) {
        return Some(place_at_start(rest).unwrap_or_else(|| province.to_owned()));
    }
    let (city, rest) = split_listed(text).or_else(|| {
        let (city, rest) = text.split_once('市').filter(|(city, _)| is_place_name(city))?;
        text.get(..city.len() + '市'.len_utf8()).map(|city| (city, rest))
    })?;
    let district = split_listed(rest).map(|(name, _)| name.to_owned()).or_else(|| {
        LOCAL_LEVELS.iter().find_map(|level| {
            let (name, _) = rest.split_once(level)?;
            is_place_name(name).then(|| format!("{name}{level}"))
        })
    });
    Some(format!("{city}{}", district.unwrap_or_default()))
}

/// The longest full name of a city or county of the list that a text begins with, and the rest of the text.
fn split_listed(text: &str) -> Option<(&str, &str)> {
    let mut listed = division::starting(text).filter(|(_, place)| !place.is_short && place.level != Level::Provincial);
    text.split_at_checked(listed.next_back()?.0)
}

/// The province that a text begins with, by the list or by its form, and the rest of the text.
fn split_province(text: &str) -> Option<(&str, &str)> {
    let listed = PROVINCES.iter().find_map(|(name, level)| {
        let rest = text.strip_prefix(name)?.strip_prefix(level)?;
        (*level != "市").then_some((text.get(..text.len() - rest.len())?, rest))
    });
    listed.or_else(|| {
        let (name, rest) = text.split_once('省').filter(|(name, _)| is_place_name(name))?;
        Some((text.get(..name.len() + '省'.len_utf8())?, rest))
    })
}

/// The place of a county that is named without its city: `望海县人民政府`, `望海县国民健康“十五五”规划` → `望海县`.
fn county_at_start(text: &str) -> Option<String> {
    COUNTY_LEVELS.iter().find_map(|level| {
        let (name, _) = text.trim().split_once(level)?;
        is_place_name(name).then(|| format!("{name}{level}"))
    })
}

fn is_place_name(name: &str) -> bool {
    (2..=4).contains(&name.chars().count())
        && name.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
        && !NOT_OF_A_PLACE.is_in(name)
}

/// The short name of the place in a title such as `“健康清远2030”规划`, `健康云浮行动`.
fn short_in_title(title: &str) -> Option<String> {
    let after = title.split_once("健康").map(|(_, after)| after)?;
    let name: String = after.chars().take_while(|c| !c.is_ascii_digit() && !['行', '（', '”'].contains(c)).collect();
    is_place_name(&name).then_some(name)
}

/// Finds the period: the years that the text states (规划期限为2021至2025年), those of a five-year plan named in the title,
/// or only the end of the period, which is the last year in the title.
fn find_period(title: Option<&str>, cover: &[&str], body: &[&str]) -> Option<String> {
    let stated = body.iter().find_map(|text| {
        let after = PERIOD_OPENERS.iter().find_map(|opener| text.split_once(opener))?.1;
        let from = year(after)?;
        let rest = after.split_once(&from.to_string())?.1;
        let to = year(rest.get(..rest.find(['，', '。']).unwrap_or(rest.len()))?)?;
        Some(format!("{from}-{to}"))
    });
    let remark = cover.iter().copied().filter(|line| is_title_remark_line(line) && year(line).is_some());
    stated.or_else(|| {
        let title = title.filter(|title| year(title).is_some()).or_else(|| remark.clone().next()).or(title)?;
        let five = five_year_end(title).map(|end| format!("{}-{end}", end - 4));
        five.or_else(|| {
            let (from, to) =
                title.split_once(['—', '-', '至', '~']).map_or((None, title), |(from, to)| (year(from), to));
            let from = from.map_or_else(String::new, |from| from.to_string());
            year(to).map(|end| format!("{from}-{end}"))
        })
    })
}

/// Whether a line is nothing but a remark in brackets that belongs to the title above it: （2026年-2035年）.
pub(super) fn is_title_remark_line(line: &str) -> bool {
    let inner = line.trim().strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| is_title_remark(inner) && !inner.contains(['（', '(']))
}

/// The last year of a period in the form that [`read`] gives it.
pub(super) fn last_year(period: &str) -> Option<u16> {
    period.rsplit('-').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (line, expected) in [
            ("“健康佛山2030”规划", true),
            ("潮州市湘桥区卫生健康事业发展 “十四五”规划", true),
            ("“十四五”规划**", true),
            ("健康云浮行动2030", true),
            ("甲市卫生健康发展规划（征求意见稿）", true),
            ("健康东浦行动（2026—2035年）", true),
            ("关于印发“健康佛山2030”规划的通知", false),
            ("二、主要任务。加强规划", false),
            ("佛山市人民政府", false),
            ("12 江海市健康空间专项规划", true),
            ("江海市2026年卫生健康工作要点", true),
            ("为落实健康江海的要求和《江海城市总体规划", false),
            ("落实《江海城市总体规划", false),
        ] {
            assert_eq!(is_title(line), expected, "{line}");
        }
    }

    #[test]
    fn dates() {
        for (line, expected) in [
            ("2020年1月2日", Some("2020-01-02")),
            ("2022年10月", Some("2022-10")),
            ("二〇二五年十一月", Some("2025-11")),
            ("２０２４年３月１８日", Some("2024-03-18")),
            ("2020年", None),
            ("到2020年10月底", None),
            ("2020年13月", None),
        ] {
            assert_eq!(parse_date(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn places() {
        for (title, issuer, body, expected) in [
            ("“健康佛山2030”规划", Some("佛山市人民政府"), "", Some("佛山市")),
            ("卫生健康“十四五”规划", Some("潮州市湘桥区卫生健康局"), "", Some("潮州市湘桥区")),
            ("“健康清远2030”规划", None, "清远市位于广东省中北部，清远市", Some("清远市")),
            ("江海市卫生健康“十五五”规划", None, "", Some("江海市")),
            ("卫生健康“十五五”规划", Some("望海县人民政府"), "", Some("望海县")),
            ("望海县国民健康“十五五”规划", None, "", Some("望海县")),
            ("卫生健康“十五五”规划", Some("广州市人民政府"), "", Some("广州市")),
            ("卫生健康规划", None, "", None),
            ("云溪省城市健康规划", None, "", Some("云溪省")),
            ("四会市健康规划", None, "", Some("四会市")),
            ("健康规划", Some("赣州市会昌县卫生健康委员会"), "", Some("赣州市会昌县")),
            ("卫辉市国民健康“十五五”规划", None, "", Some("卫辉市")),
            ("陕西省榆林市府谷县健康规划", None, "", Some("榆林市府谷县")),
            ("恩施土家族苗族自治州健康规划", None, "", Some("恩施土家族苗族自治州")),
            ("广西壮族自治区健康规划", None, "", Some("广西壮族自治区")),
        ] {
            assert_eq!(find_region(issuer, Some(title), &[body]).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn periods() {
        let stated = ["本规划，规划期限为2021至2025年，远期展望至2035年。"];
        assert_eq!(find_period(None, &[], &stated).as_deref(), Some("2021-2025"));
        assert_eq!(find_period(Some("卫生“十四五”规划"), &[], &[]).as_deref(), Some("2021-2025"));
        assert_eq!(find_period(Some("“健康佛山2030”规划"), &[], &[]).as_deref(), Some("-2030"));
        assert_eq!(find_period(Some("健康东浦行动（2026—2035年）"), &[], &[]).as_deref(), Some("2026-2035"));
        assert_eq!(last_year("2021-2025"), Some(2025));
    }
}
