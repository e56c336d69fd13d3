//! The levels of government at which an office stands.

use serde::{Deserialize, Serialize};

use crate::words::{Language, Words, model as words};

/// The level of an office (层级). 国家卫生健康委, 省卫生健康委 and 市卫生健康局 are three offices.
#[doc(alias = "层级")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Of the country: 国家卫生健康委, 教育部, 国务院.
    National,
    /// Of a province, an autonomous region or one of the four municipalities: 省教育厅, 上海市教育委员会.
    Provincial,
    /// Of a city with districts, a prefecture or a league; also of a place that is not named.
    Municipal,
    /// Of a county, a district, a banner or a city that is run as a county: 浏阳市卫生健康局.
    County,
    /// An institution, whoever runs it: 妇幼保健院, 乡镇卫生院.
    Institution,
}

impl Level {
    /// Every level, the highest first.
    pub const ALL: [Self; 5] = [Self::National, Self::Provincial, Self::Municipal, Self::County, Self::Institution];

    /// The name that is shown to the reader, in the language in force: `省`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().get()
    }

    fn words(self) -> Words {
        match self {
            Self::National => words::NATIONAL,
            Self::Provincial => words::PROVINCIAL,
            Self::Municipal => words::MUNICIPAL,
            Self::County => words::COUNTY,
            Self::Institution => words::INSTITUTION,
        }
    }

    /// The level that a person types as the value of a filter: `省`, `省级`, `县`, `provincial`, folded.
    #[must_use]
    pub fn typed(word: &str) -> Option<Self> {
        let bare = |name: &'static str| name.strip_suffix('级').unwrap_or(name);
        let word = word.strip_suffix('级').unwrap_or(word);
        Self::ALL.into_iter().find(|level| {
            let [chinese, english] = Language::ALL.map(|language| level.words().within(language));
            word == bare(chinese) || word == english || matches!((level, word), (Self::County, "区" | "旗"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words() {
        for (word, level) in [
            ("省", Some(Level::Provincial)),
            ("省级", Some(Level::Provincial)),
            ("国家级", Some(Level::National)),
            ("县级", Some(Level::County)),
            ("区", Some(Level::County)),
            ("机构", Some(Level::Institution)),
            ("municipal", Some(Level::Municipal)),
            ("级", None),
            ("", None),
            ("乡镇", None),
        ] {
            assert_eq!(Level::typed(word), level, "{word}");
        }
    }
}
