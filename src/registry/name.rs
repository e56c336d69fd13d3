//! Names of indicators in a form in which two printings of one name are equal.
//!
//! Plans print 比重, 比例 and 占比, 医生 and 医师, 每千人口拥有…数 and …（人/千人口） for one thing. [`key`] removes only what does not belong
//! to the name; [`loose`] also replaces words that plans use with one meaning by one of them.
//! This file knows no indicator.

use crate::lexicon::indicator::{BASES, EXPLANATIONS, LEVELLED, OWNERS, SLIPPED_IN};
use crate::lexicon::punctuation::NAME_QUOTES;
use crate::registry::bracket::{self, Part};
use crate::registry::unit;
use crate::text::fold::fold_cell;

/// The bare name: without units, population bases and explanations in brackets, 其中：, 全省 and quotation marks.
///
/// Takes a name as printed or typed, and returns a folded lower-case text that is equal for equal names, empty if
/// nothing is left. 执业（助理）医师 keeps its 助理, without the brackets.
#[must_use]
pub fn key(name: &str) -> String {
    let mut outside = String::with_capacity(name.len());
    for part in bracket::parts(name) {
        match part {
            Part::Plain(text) => outside.push_str(text),
            Part::Bracket(inside) if is_aside(inside) => {}
            Part::Bracket(inside) => outside.push_str(inside),
        }
    }
    let mut folded = fold_cell(&outside).to_lowercase();
    folded.retain(|mark| !bracket::is_mark(mark) && !NAME_QUOTES.contains(mark));
    let mut name = folded.as_str();
    while let Some(rest) = OWNERS.strip_prefix(name) {
        name = rest;
    }
    while let Some(rest) = SLIPPED_IN.strip_suffix(name) {
        name = rest;
    }
    name.to_owned()
}

/// The key with interchangeable words replaced by one of them, and without 以…为单位, the population base and
/// the 数 at the end of a count.
///
/// Two rows with equal loose keys measure one thing, though perhaps for different numbers of people; so their
/// units must be compared as well.
#[must_use]
pub fn loose(name: &str) -> String {
    level(&key(name))
}

/// Like [`loose`], for the result of [`key`].
pub(super) fn level(key: &str) -> String {
    let levelled = LEVELLED.iter().fold(key.to_owned(), |name, (from, to)| {
        // Few names contain any of the words, and a copy for each would take most of the time.
        if name.contains(from) { name.replace(from, to) } else { name }
    });
    let mut name = levelled.as_str();
    // 以镇为单位, 以街道（镇）为单位: the places that a share is counted by, in the words of each plan.
    if let Some((_, rest)) = name.strip_prefix('以').and_then(|rest| rest.split_once("为单位")) {
        name = rest;
    }
    while let Some(rest) = BASES.strip_prefix(name) {
        name = rest;
    }
    name.strip_suffix('数').unwrap_or(name).to_owned()
}

/// Whether the text inside a bracket does not belong to the name: a unit, a population base or an explanation.
fn is_aside(inside: &str) -> bool {
    let folded = fold_cell(inside);
    unit::in_bracket(inside).is_some() || folded.ends_with("人口") || EXPLANATIONS.begins(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_hold_the_name_only() {
        let cases = [
            ("婴儿死亡率（‰）", "婴儿死亡率"),
            ("人均预期寿命（岁）（户籍人口）", "人均预期寿命"),
            ("人均预期寿命（岁，户籍人口）", "人均预期寿命"),
            ("PM2.5控制目标（微克/立方米）", "pm2.5控制目标"),
            ("ＰＭ２．５ 浓度", "pm2.5浓度"),
            ("地表水质量达到或好于Ⅲ类水体比例（％）", "地表水质量达到或好于iii类水体比例"),
            ("其中：每千人口拥有中医类别执业（助理）医师数", "每千人口拥有中医类别执业助理医师数"),
            ("全省儿童青少年总体近视率", "儿童青少年总体近视率"),
            ("抽烟人数占总人口的百分比不高于", "抽烟人数占总人口的百分比"),
            ("《国家学生体质健康标准》达标优秀率", "国家学生体质健康标准达标优秀率"),
            ("基层医疗卫生机构[含镇（街道）二级医院]诊疗量", "基层医疗卫生机构诊疗量"),
            ("每千人口药师（士）数", "每千人口药师士数"),
            ("婴儿死亡率 ‰", "婴儿死亡率"),
            ("（‰）", ""),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(key(name), expected, "{name}");
        }
    }

    #[test]
    fn loose_keys_level_the_words_of_the_plans() {
        let alike = [
            ("每千常住人口执业（助理）医师数（人）", "执业（助理）医师（人/千人口）"),
            ("每万常住人口全科医生数（人）", "每万人口全科医师数"),
            ("个人卫生支出占卫生总费用的比重（%）", "个人卫生支出占卫生总费用比例"),
            ("人均期望寿命（岁）", "人均预期寿命"),
            ("国家卫生镇比例（%）", "国家卫生镇数量占比"),
        ];
        for (one, other) in alike {
            assert_eq!(loose(one), loose(other), "{one} / {other}");
        }
        let apart =
            [("优良率", "优秀率"), ("婴儿死亡率", "孕产妇死亡率"), ("高血压患者规范管理率", "糖尿病患者规范管理率")];
        for (one, other) in apart {
            assert_ne!(loose(one), loose(other), "{one} / {other}");
        }
    }
}
