//! The levels of government at which an office stands.

use serde::{Deserialize, Serialize};

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

    /// The name that is shown to the reader: `省`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::National => "国家",
            Self::Provincial => "省",
            Self::Municipal => "市",
            Self::County => "县级",
            Self::Institution => "机构",
        }
    }

    /// The level that a person types as the value of a filter: `省`, `省级`, `县`, `provincial`, folded.
    #[must_use]
    pub fn typed(word: &str) -> Option<Self> {
        let bare = |name: &'static str| name.strip_suffix('级').unwrap_or(name);
        let word = word.strip_suffix('级').unwrap_or(word);
        Self::ALL.into_iter().find(|level| {
            let id = match level {
                Self::National => "national",
                Self::Provincial => "provincial",
                Self::Municipal => "municipal",
                Self::County => "county",
                Self::Institution => "institution",
            };
            word == bare(level.name()) || word == id || matches!((level, word), (Self::County, "区" | "旗"))
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
