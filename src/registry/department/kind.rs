//! The bodies of which every place has its own, by the last words of their names: 之江实验室, 市铁塔公司, 县护城河指挥部.
//!
//! No table could hold them all. The registry has one entry for each kind; a unit of a clause keeps its own name beside it.

use crate::lexicon::heading::NUMERAL_CHARS;
use crate::lexicon::office::{
    CORPS_ENDINGS, KINDS_OF_BODIES, POWER_WORDS, PUBLIC_BODY_ENDINGS, SECTION_ENDINGS, TELECOM_WORDS,
};
use crate::lexicon::place::OFFICE_LEVEL_CHARS;
use crate::registry::department::{Departments, Office};
use crate::registry::division;
use crate::text::fold::fold_name;

/// The lengths of such a name, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=32;

/// The lengths of the name of a section within an office, in characters.
const LENGTHS_OF_SECTIONS: std::ops::RangeInclusive<usize> = 3..=8;

impl Departments {
    /// The entry for the kind of body that a name means by its last words. Only a unit of a clause is looked up so, as prose
    /// has such words for things as well.
    #[must_use]
    pub fn of_kind(&self, printed: &str) -> Option<&Office> {
        let name = fold_name(printed);
        let n_chars = name.chars().count();
        if !name.chars().all(|c| c.is_alphabetic() && !c.is_ascii() || matches!(c, '(' | ')' | '“' | '”' | '"')) {
            return None;
        }
        let found = KINDS_OF_BODIES
            .iter()
            .filter(|(ending, _)| name.ends_with(&fold_name(ending)))
            .max_by_key(|(ending, _)| ending.len())
            .map(|(_, id)| *id)
            .filter(|_| LENGTHS.contains(&n_chars));
        let is_company = found == Some("city-companies");
        let id = match found {
            Some(_) if is_company && TELECOM_WORDS.is_in(&name) => "telecom-companies",
            Some(_) if is_company && POWER_WORDS.is_in(&name) => "power",
            Some(id) => id,
            None if is_of_corps(&name) => "corps-divisions",
            None if LENGTHS.contains(&n_chars) && PUBLIC_BODY_ENDINGS.ends(&name) && opens_with_place(&name) => {
                "public-institutions"
            }
            None if LENGTHS_OF_SECTIONS.contains(&n_chars) && is_section(&name) => "sections",
            None => return None,
        };
        self.get(id)
    }
}

/// Whether a name begins with a level or with a place of the list: 县代建中心, 佛山救助中心.
fn opens_with_place(name: &str) -> bool {
    name.starts_with(|first| OFFICE_LEVEL_CHARS.contains(first)) || division::starting(name).next().is_some()
}

/// Whether a name is that of a section of an office, without any level before it: 医政处, 规划发展科.
fn is_section(name: &str) -> bool {
    let ends = name.ends_with(['处', '科', '股']);
    ends && SECTION_ENDINGS.ends(name) && !opens_with_place(name)
}

/// Whether a name is that of a division or regiment of the 兵团: 第八师, 各师市, 第一师阿拉尔市.
fn is_of_corps(name: &str) -> bool {
    let Some(rest) = name.strip_prefix('第').or_else(|| name.strip_prefix('各')) else { return false };
    let digits = rest.trim_start_matches(|c| NUMERAL_CHARS.contains(c));
    let is_division = digits.len() < rest.len()
        && digits.strip_prefix('师').is_some_and(|after| after.is_empty() || division::named(after).is_some());
    is_division || digits.len() == rest.len() && CORPS_ENDINGS.contains(rest)
}

#[cfg(test)]
mod tests {
    #[test]
    fn bodies_are_known_by_their_last_words() {
        let registry = crate::dataset::registry();
        for (name, expected) in [
            ("之江实验室", Some("research-institutes")),
            ("县护城河指挥部", Some("headquarters")),
            ("市行政审批制度改革工作领导小组办公室", Some("leading-groups")),
            ("江海大学附属第一医院", Some("medical-institutions")),
            ("江海理工大学", Some("universities")),
            ("市铁塔公司", Some("telecom-companies")),
            ("中国电信江海分公司", Some("telecom-companies")),
            ("国网江海县供电公司", Some("power")),
            ("江海农商银行", Some("banks")),
            ("市城建集团", Some("city-companies")),
            ("县代建中心", Some("public-institutions")),
            ("省海洋综合执法总队", Some("law-enforcement")),
            ("医政处", Some("sections")),
            ("第八师石河子市", Some("corps-divisions")),
            ("各师市", Some("corps-divisions")),
            ("健康教育中心", None),
            ("医院", None),
            ("推进2个实验室", None),
            ("县处", None),
            ("市留交办", None),
        ] {
            assert_eq!(registry.departments().of_kind(name).map(|office| office.id.as_str()), expected, "{name}");
        }
    }
}
