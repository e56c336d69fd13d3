//! The columns of an indicator table, read from their headers: the role of the cells, and for values whose they are, of
//! which year, and of which kind.
//!
//! ```text
//! header                 role    scope    year   kind
//! 序号                   number
//! 2015年                 value   the plan's own   2015   baseline
//! 2030年广东省指标值      value   广东省   2030   target
//! 2020年（广东）          value   广东省   2020   target, if the text says 到2020年
//! 2020 年 区现状          value   own      2020   baseline
//! 省2025年、2030年目标值（省）   value   全省   2025, 2030: a province that is not named
//! 规划目标                value   own      the last year of the table's period   target
//! 广东省目标值 2020年      value   广东省   2020   actual: a bare year beside a 2025年目标
//! ```

use crate::lexicon::Glossary;
use crate::lexicon::period::{FIVE_YEAR_PLANS, NUMBERED_FIVE_YEAR_PLANS};
use crate::lexicon::place::{LOCAL_LEVELS, PROVINCES};
use crate::lexicon::table::{self, ACTUAL_COLUMNS, BASELINE_COLUMNS, Header, TARGET_COLUMNS};
use crate::model::{Column, ColumnRole, ValueKind};
use crate::text::fold::squeeze;

/// The facts that a table's headers are read with.
pub(super) struct Context<'a> {
    /// The place whose plan it is, as the scope of its values: `佛山市`, `湘桥区`.
    pub(super) place: Option<&'a str>,
    /// The line above the table, or the heading of its node.
    pub(super) title: &'a str,
    /// Last year of the plan's period.
    pub(super) last_year: Option<u16>,
    /// The years that the text sets targets for: 到2030年.
    pub(super) target_years: &'a [u16],
    /// The year in which the plan was issued.
    pub(super) issued: Option<u16>,
}

/// The longest head of a column of values, in characters: 2030年广东省指标值.
const LONGEST_VALUE_HEAD: usize = 16;

/// The scope of a column whose header says 省 and names no province: 省2025年, 全省目标.
const PROVINCE: &str = "全省";

/// The scope of a column whose header begins with 市 in the plan of a county or a district: 市2025年, 全市目标.
const CITY: &str = "全市";

/// The headers of columns without values, with the role of the cells below.
static ROLES: [(ColumnRole, &Glossary<Header>); 5] = [
    (ColumnRole::Number, &table::NUMBER_HEADERS),
    (ColumnRole::Domain, &table::DOMAIN_HEADERS),
    (ColumnRole::Nature, &table::NATURE_HEADERS),
    (ColumnRole::Unit, &table::UNIT_HEADERS),
    (ColumnRole::Name, &table::NAME_HEADERS),
];

/// Reads the headers of a table.
pub(super) fn read(headers: &[String], context: &Context) -> Vec<Column> {
    let mut columns: Vec<Column> = headers
        .iter()
        .map(|header| match role(header) {
            ColumnRole::Value => Column {
                header: header.clone(),
                role: ColumnRole::Value,
                scope: scope(header, context),
                year: year(header).or_else(|| holds_for(header, context)),
                kind: None,
            },
            role @ (ColumnRole::Domain
            | ColumnRole::Number
            | ColumnRole::Name
            | ColumnRole::Unit
            | ColumnRole::Nature) => Column { header: header.clone(), role, scope: None, year: None, kind: None },
        })
        .collect();
    let explicit: Vec<u16> = columns.iter().filter(|c| says_target(&c.header)).filter_map(|c| c.year).collect();
    let first_year = columns.iter().filter_map(|column| column.year).min();
    for column in columns.iter_mut().filter(|column| column.role == ColumnRole::Value) {
        column.kind = kind_by_words(column)
            .or_else(|| column.year.map(|year| kind_by_year(year, column, &explicit, first_year, context)));
    }
    columns
}

/// The last year of the five-year plan that a text names, as in “十四五”.
pub(super) fn five_year_end(text: &str) -> Option<u16> {
    let mut plans = FIVE_YEAR_PLANS.iter().chain(NUMBERED_FIVE_YEAR_PLANS.iter());
    plans.find_map(|(name, year)| text.contains(name).then_some(*year))
}

/// The first year in a text: four digits from 1900 to 2099 with no other digit beside them.
pub(super) fn year(text: &str) -> Option<u16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1900..2100).contains(year))
}

/// What the cells below this header are.
pub(super) fn role(header: &str) -> ColumnRole {
    role_of_word(bare(&squeeze(header))).map_or(ColumnRole::Value, |(role, _)| role)
}

/// Whether a cell is a header by its words alone, wherever it stands.
pub(super) fn is_header(cell: &str) -> bool {
    role_of_word(bare(&squeeze(cell))).is_some_and(|(_, sure)| sure)
}

/// Whether a cell is a header by a word that is one only beside others: 属性, 编号.
pub(super) fn is_plain_header(cell: &str) -> bool {
    role_of_word(bare(&squeeze(cell))).is_some()
}

/// Whether a cell heads the column of names.
pub(super) fn is_name(cell: &str) -> bool {
    role(cell) == ColumnRole::Name
}

/// Whether a cell heads a column of values: a year, or a word for a target or for what the plan starts from.
pub(super) fn heads_values(cell: &str) -> bool {
    let cell = squeeze(cell);
    let is_short = cell.chars().count() <= LONGEST_VALUE_HEAD;
    let says = TARGET_COLUMNS.is_in(&cell) || BASELINE_COLUMNS.is_in(&cell) || ACTUAL_COLUMNS.is_in(&cell);
    is_short && (says || year(&cell).is_some() || five_year_end(&cell).is_some())
}

/// The role of the column with this header, and whether the word is a header wherever it stands.
fn role_of_word(word: &str) -> Option<(ColumnRole, bool)> {
    ROLES.iter().find_map(|(role, headers)| Some((*role, headers.meaning(word)?.is_sure)))
}

/// A header without the bracket behind it.
fn bare(header: &str) -> &str {
    header.split(['（', '(']).next().unwrap_or_default()
}

fn scope(header: &str, context: &Context) -> Option<String> {
    if header.contains("国家") || header.contains("全国") {
        return Some("国家".to_owned());
    }
    let own = context.place.map(str::to_owned);
    if let Some(place) = context.place
        && header.contains(place.trim_end_matches(|level| LOCAL_LEVELS.contains(level)))
    {
        return own;
    }
    let province = PROVINCES.iter().find(|(short, _)| header.contains(short));
    let is_below_city = context.place.is_some_and(|place| place.ends_with(['县', '区', '旗']));
    let city = || {
        let is_city = is_below_city && (header.starts_with('市') || header.starts_with(CITY));
        is_city.then(|| CITY.to_owned())
    };
    let unnamed = || header.contains('省').then(|| PROVINCE.to_owned()).or_else(city);
    province.map(|(short, rest)| format!("{short}{rest}")).or_else(unnamed).or(own)
}

/// The year of a bare 规划目标: the last of the period that the header names, or else the title of the table, or the plan.
fn holds_for(header: &str, context: &Context) -> Option<u16> {
    let named = five_year_end(header);
    if named.is_none() && !says_target(header) {
        return None;
    }
    named.or_else(|| five_year_end(context.title)).or(context.last_year)
}

fn says_target(header: &str) -> bool {
    role(header) == ColumnRole::Value && TARGET_COLUMNS.is_in(header) && !is_bare_year_of_group(header)
}

/// Reads `广东省目标值 2020年`: the word of a group covers every year below it, so the years of targets are those that
/// other columns call targets.
fn is_bare_year_of_group(header: &str) -> bool {
    header.split_once(' ').is_some_and(|(_, own)| year(own).is_some() && !TARGET_COLUMNS.is_in(own))
        && !TARGET_COLUMNS.is_in(header.rsplit(' ').next().unwrap_or_default())
}

/// The kind of values that the words of the header state.
fn kind_by_words(column: &Column) -> Option<ValueKind> {
    let header = column.header.as_str();
    if BASELINE_COLUMNS.is_in(header) {
        return Some(ValueKind::Baseline);
    }
    if ACTUAL_COLUMNS.is_in(header) {
        return Some(ValueKind::Actual);
    }
    let names_a_plan = five_year_end(header).is_some() && column.year.is_some() && year(header).is_none();
    (says_target(header) || names_a_plan).then_some(ValueKind::Target)
}

/// The kind of values below a bare year. Beside columns that are called targets it is the baseline, if it is the plan's
/// own and before all those targets, else an actual figure. In a table without such words, a year is a target if the
/// text sets targets for it, the baseline if it is the first of the table, and else a target only if it
/// is after the year of issue.
fn kind_by_year(
    year: u16,
    column: &Column,
    explicit_targets: &[u16],
    first_year: Option<u16>,
    context: &Context,
) -> ValueKind {
    if !explicit_targets.is_empty() {
        let is_start = explicit_targets.iter().all(|target| *target > year);
        let is_own = column.scope.as_deref() == context.place;
        return if is_start && is_own { ValueKind::Baseline } else { ValueKind::Actual };
    }
    match () {
        () if context.target_years.contains(&year) => ValueKind::Target,
        () if first_year == Some(year) => ValueKind::Baseline,
        () if context.issued.is_some_and(|issued| year <= issued) => ValueKind::Actual,
        () => ValueKind::Target,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ValueKind::{Actual, Baseline, Target};

    /// A header, and what is expected of it: whose values, of which year and kind.
    type Expected<'a> = (&'a str, Option<&'a str>, Option<u16>, Option<ValueKind>);

    fn check(title: &str, target_years: &[u16], rows: &[Expected]) {
        let headers: Vec<String> = rows.iter().map(|row| row.0.to_owned()).collect();
        let context = Context { place: Some("甲市"), title, last_year: Some(2030), target_years, issued: Some(2021) };
        let got = read(&headers, &context);
        for (column, (header, scope, year, kind)) in got.iter().zip(rows) {
            let column = (column.scope.as_deref(), column.year, column.kind);
            assert_eq!(column, (*scope, *year, *kind), "{header}");
        }
    }

    #[test]
    fn years_the_text_plans_for_are_targets() {
        check(
            "指标",
            &[2020, 2030],
            &[
                ("序号", None, None, None),
                ("2015年", Some("甲市"), Some(2015), Some(Baseline)),
                ("2020年", Some("甲市"), Some(2020), Some(Target)),
                ("2020年（广东）", Some("广东省"), Some(2020), Some(Target)),
                ("2030年国家指标值", Some("国家"), Some(2030), Some(Target)),
            ],
        );
    }

    #[test]
    fn a_province_without_a_name() {
        check(
            "指标",
            &[],
            &[
                ("省2025年", Some("全省"), Some(2025), Some(Actual)),
                ("市2025年", Some("甲市"), Some(2025), Some(Baseline)),
                ("2030年目标值（省）", Some("全省"), Some(2030), Some(Target)),
                ("2030年目标值（市）", Some("甲市"), Some(2030), Some(Target)),
            ],
        );
    }

    #[test]
    fn years_behind_the_date_of_issue_are_targets() {
        check(
            "指标",
            &[2035],
            &[
                ("2015年", Some("甲市"), Some(2015), Some(Baseline)),
                ("2020年", Some("甲市"), Some(2020), Some(Actual)),
                ("2025年（湖南）", Some("湖南省"), Some(2025), Some(Target)),
                ("2035年", Some("甲市"), Some(2035), Some(Target)),
            ],
        );
    }

    #[test]
    fn a_bare_year_beside_targets_is_none() {
        check(
            "“十四五”指标",
            &[2020, 2025],
            &[
                ("广东省目标值 2020年", Some("广东省"), Some(2020), Some(Actual)),
                ("广东省目标值 2025年目标", Some("广东省"), Some(2025), Some(Target)),
                ("甲市 2020年", Some("甲市"), Some(2020), Some(Baseline)),
                ("甲市 2025年目标", Some("甲市"), Some(2025), Some(Target)),
            ],
        );
        check(
            "“十三五”时期完成情况",
            &[2025],
            &[("规划目标", Some("甲市"), Some(2020), Some(Target)), ("2020年", Some("甲市"), Some(2020), Some(Actual))],
        );
        check(
            "完成情况",
            &[2025],
            &[
                ("“十三五”目标", Some("甲市"), Some(2020), Some(Target)),
                ("2020 年", Some("甲市"), Some(2020), Some(Actual)),
            ],
        );
    }

    #[test]
    fn words_decide_before_years() {
        check(
            "指标",
            &[2022, 2030],
            &[
                ("2020年   基期水平", Some("甲市"), Some(2020), Some(Baseline)),
                ("2020 年 区现状", Some("甲市"), Some(2020), Some(Baseline)),
                ("2022年目标值", Some("甲市"), Some(2022), Some(Target)),
            ],
        );
    }
}
