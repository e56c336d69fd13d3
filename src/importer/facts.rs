//! The facts that the text of a plan gives about it: title, place, issuer, date, standing, period.
//!
//! A fact that the text does not give is `None`. The caller may supply it, and the screens then say so.

use crate::importer::column::{five_year_end, year};
use crate::importer::paragraph::tidy;
use crate::lexicon::document::{DRAFTS, ISSUER_ENDINGS, NOT_IN_SIGNATURES, PERIOD_OPENERS, TITLE_ENDINGS};
use crate::lexicon::place::{COUNTY_LEVELS, LOCAL_LEVELS, NOT_OF_A_PLACE, PLAN_LEVELS};
use crate::lexicon::punctuation::{CLAUSE_BREAKS, CLAUSE_ENDS};
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

/// The longest line of a cover, in characters.
const LONGEST_COVER_LINE: usize = 50;

/// Whether a line is the title of a document: short, without full stops, and ending with the kind of document.
pub(super) fn is_title(line: &str) -> bool {
    let line = line.trim().trim_matches('*').trim();
    let remark = line.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
    let is_remark = |inner: &str| find_status(inner).is_some() || inner.ends_with('年');
    let line = remark.filter(|(_, inner)| is_remark(inner)).map_or(line, |(before, _)| before);
    let bare = line.trim_end().trim_end_matches(['》', '”', '"']);
    bare.chars().count() <= LONGEST_COVER_LINE
        && bare.chars().count() > 3
        && !line.contains(':')
        && !CLAUSE_BREAKS.is_in(line)
        && !line.contains("关于印发")
        && (TITLE_ENDINGS.ends(bare) || TITLE_ENDINGS.ends(bare.trim_end_matches(|c: char| c.is_ascii_digit())))
}

/// Whether a line can be part of a cover: short and without full stops.
pub(super) fn is_cover_line(line: &str) -> bool {
    line.trim().chars().count() <= LONGEST_COVER_LINE && !CLAUSE_ENDS.is_in(line)
}

/// Whether a line is a signature, that is, the name of an office and nothing else.
pub(super) fn is_signature(line: &str) -> bool {
    let line = line.trim();
    is_cover_line(line) && line.chars().count() <= 25 && !NOT_IN_SIGNATURES.is_in(line) && ISSUER_ENDINGS.ends(line)
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

/// Reads the facts from the title, the other lines of cover and letter, and the paragraphs of the body.
pub(super) fn read(title: Option<&str>, cover: &[&str], body: &[&str]) -> Facts {
    let issuer = cover.iter().chain(body.last()).find(|line| is_signature(line)).map(|line| line.trim().to_owned());
    let letter = cover.iter().any(|line| line.contains("印发给") || line.contains("关于印发"));
    let status = cover.iter().chain(title.iter()).find_map(|line| find_status(line));
    Facts {
        region: find_region(issuer.as_deref(), title, body),
        issued: cover.iter().find_map(|line| parse_date(line)),
        status: status.or(letter.then_some("印发")).map(str::to_owned),
        period: find_period(title, body),
        title: title.map(tidy),
        issuer,
    }
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
    counted.max().filter(|(n, _)| *n > 0).map(|(_, name)| name)
}

/// The place before the name of an office: `潮州市湘桥区卫生健康局` → `潮州市湘桥区`; `佛山市人民政府` → `佛山市`.
fn place_at_start(text: &str) -> Option<String> {
    let text = text.trim();
    let (city, rest) = text.split_once('市').filter(|(city, _)| is_place_name(city))?;
    let district = LOCAL_LEVELS.iter().find_map(|level| {
        let (name, _) = rest.split_once(level)?;
        is_place_name(name).then(|| format!("{name}{level}"))
    });
    Some(format!("{city}市{}", district.unwrap_or_default()))
}

/// The place of a county that is named without its city: `望海县人民政府`, `望海县国民健康“十五五”规划` → `望海县`.
fn county_at_start(text: &str) -> Option<String> {
    COUNTY_LEVELS.iter().find_map(|level| {
        let (name, _) = text.trim().split_once(level)?;
        is_place_name(name).then(|| format!("{name}{level}"))
    })
}

fn is_place_name(name: &str) -> bool {
    (2..=4).contains(&name.chars().count()) && !NOT_OF_A_PLACE.is_in(name)
}

/// The short name of the place in a title such as `“健康清远2030”规划`, `健康云浮行动`.
fn short_in_title(title: &str) -> Option<String> {
    let after = title.split_once("健康").map(|(_, after)| after)?;
    let name: String = after.chars().take_while(|c| !c.is_ascii_digit() && !['行', '（', '”'].contains(c)).collect();
    is_place_name(&name).then_some(name)
}

/// Finds the period: the years that the text states (规划期限为2021至2025年), those of a five-year plan named in the title,
/// or only the end of the period, which is the last year in the title.
fn find_period(title: Option<&str>, body: &[&str]) -> Option<String> {
    let stated = body.iter().find_map(|text| {
        let after = PERIOD_OPENERS.iter().find_map(|opener| text.split_once(opener))?.1;
        let from = year(after)?;
        let rest = after.split_once(&from.to_string())?.1;
        let to = year(rest.get(..rest.find(['，', '。']).unwrap_or(rest.len()))?)?;
        Some(format!("{from}-{to}"))
    });
    stated.or_else(|| {
        let title = title?;
        let five = five_year_end(title).map(|end| format!("{}-{end}", end - 4));
        five.or_else(|| {
            let (from, to) =
                title.split_once(['—', '-', '至', '~']).map_or((None, title), |(from, to)| (year(from), to));
            let from = from.map_or_else(String::new, |from| from.to_string());
            year(to).map(|end| format!("{from}-{end}"))
        })
    })
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
        ] {
            assert_eq!(find_region(issuer, Some(title), &[body]).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn periods() {
        let stated = ["本规划，规划期限为2021至2025年，远期展望至2035年。"];
        assert_eq!(find_period(None, &stated).as_deref(), Some("2021-2025"));
        assert_eq!(find_period(Some("卫生“十四五”规划"), &[]).as_deref(), Some("2021-2025"));
        assert_eq!(find_period(Some("“健康佛山2030”规划"), &[]).as_deref(), Some("-2030"));
        assert_eq!(find_period(Some("健康东浦行动（2026—2035年）"), &[]).as_deref(), Some("2026-2035"));
        assert_eq!(last_year("2021-2025"), Some(2025));
    }
}
