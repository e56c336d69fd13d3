//! The order of hits: all weights on one page, each with its reason.
//!
//! The tier of a match decides before anything else; within a tier the points, then the shorter name, then the order of
//! the documents. A hit for several words is only as good as its worst word. Knows no dataset and no query.

use crate::model::Role;
use crate::search::base::hit::Kind;
use crate::search::catalog::names::NameRole;

/// The tiers of matches, the best first. No points lift a match into a better tier, so that an exact name cannot be
/// buried under many likely ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tier {
    /// The word is the whole name, except for brackets at its end (a unit of measure).
    Exact,
    /// The name begins with the word.
    Prefix,
    /// The word is the whole of another name of an office: 人社局, 疾控. This comes before words inside names, because
    /// somebody who types a whole name means it. Rows of tables are different: their printed
    /// name says more than a synonym.
    OtherName,
    /// The name contains the word.
    Substring,
    /// Another name contains the word.
    Alias,
    /// The letters are the pinyin of the name, or its initials.
    Sound,
    /// A clause of the task names the office, literally or by another name.
    Named,
    /// Running text or the cell of a table contains the word.
    Text,
    /// The word stands inside the name of an office, or begins that of one to which no plan gives a task; or it stands in
    /// the brackets of a row.
    Fragment,
    /// The word is similar to the name: characters are left out, or one is wrong.
    Fuzzy,
}

const N_TIERS: u32 = Tier::Fuzzy as u32 + 1;

/// How well something matches; the greater the better, and [`Score::NONE`] if it does not match.
///
/// From the highest bit: tier, points, shortness of the name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Score(u32);

/// Bits of the points and of the shortness.
const POINT_BITS: u32 = 16;
const SHORT_BITS: u32 = 12;

/// The kind: a few letters are mostly typed to find an office or a plan, the row of a table says more than a heading,
/// and a task more than the chapter around it.
const KIND_WEIGHT: [(Kind, u32); 7] = [
    (Kind::Department, 600),
    (Kind::Plan, 500),
    (Kind::Indicator, 400),
    (Kind::Target, 300),
    (Kind::Task, 300),
    (Kind::Chapter, 200),
    (Kind::Text, 0),
];

/// A title that is little more than the word is about it; in a long one it is mentioned.
const COVER_WEIGHT: u32 = 600;

/// Readers remember how names begin. The beginning of a part of a name is only a little better than the middle, so that
/// it counts less than the kind.
const START_WEIGHT: [(StartsAt, u32); 5] =
    [(StartsAt::Name, 1_000), (StartsAt::Part, 50), (StartsAt::Middle, 0), (StartsAt::Tail, 0), (StartsAt::Bracket, 0)];

/// An office to which no plan gives a task is seldom the one that is meant; it comes after the headings.
const IDLE_WEIGHT: u32 = 100;

/// The letters are the pinyin of the whole name: `rsj` is 人社局 rather than a part of anything.
const WHOLE_WEIGHT: u32 = 4_000;

/// The name is the full one or the usual short one. Two offices may share the initials of any other name.
const ROLE_WEIGHT: [(NameRole, u32); 3] = [(NameRole::Main, 2_000), (NameRole::Short, 1_500), (NameRole::Other, 0)];

/// A number means the plan in which the reader is, before other plans have it as well.
const HOME_WEIGHT: u32 = 8_000;

/// What an office leads comes before what it supports, and that before what lists it among others, whatever the titles.
const DUTY_WEIGHT: [(Role, u32); 4] = [(Role::Lead, 4_000), (Role::Joint, 2_000), (Role::Listed, 0), (Role::Other, 0)];

/// The most points for similarity; without a limit long words would differ by their length alone.
const MAX_SIMILARITY_WEIGHT: u32 = 20_000;

/// Points for each point of the fuzzy matcher, whose scores reach some hundreds.
const SIMILARITY_WEIGHT: u32 = 40;

/// Where in a name a match starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StartsAt {
    /// At the beginning of the name.
    Name,
    /// At the beginning of a part of the name, after a mark.
    Part,
    /// Anywhere else in the name.
    Middle,
    /// Inside the name, and it runs to the end of that.
    Tail,
    /// In brackets, which say how a name is meant.
    Bracket,
}

/// What is known about a match before it is scored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MatchQuality {
    pub(crate) tier: Tier,
    pub(crate) role: NameRole,
    pub(crate) starts_at: StartsAt,
    /// How many characters of the name it covers.
    pub(crate) covered: u32,
    /// Whether the entry is an office without a task.
    pub(crate) is_idle: bool,
    /// Whether the word covers the whole name.
    pub(crate) is_whole: bool,
    /// Whether it is a numbered place in the plan in which the reader is.
    pub(crate) is_home: bool,
    /// The role of the office that was typed, in a task.
    pub(crate) duty: Option<Role>,
    /// The score of the fuzzy matcher; 0 in other tiers.
    pub(crate) similarity: u32,
    /// The length of the name in characters.
    pub(crate) length: u32,
}

impl MatchQuality {
    /// A match of which only the tier is known.
    pub(crate) fn new(tier: Tier) -> Self {
        Self {
            tier,
            role: NameRole::Other,
            starts_at: StartsAt::Middle,
            covered: 0,
            is_idle: false,
            is_whole: false,
            is_home: false,
            duty: None,
            similarity: 0,
            length: 0,
        }
    }

    /// A match of the whole main name.
    pub(crate) fn whole_name(tier: Tier) -> Self {
        Self { role: NameRole::Main, starts_at: StartsAt::Name, is_whole: true, ..Self::new(tier) }
    }
}

impl Score {
    /// The score of what does not match.
    pub(crate) const NONE: Self = Self(0);

    /// The score of a match with an entry of this kind.
    pub(crate) fn new(quality: MatchQuality, kind: Kind) -> Self {
        let kind = if quality.is_idle { IDLE_WEIGHT } else { weight_of(&KIND_WEIGHT, kind) };
        let bonus = |is: bool, weight: u32| if is { weight } else { 0 };
        let points = kind
            + weight_of(&START_WEIGHT, quality.starts_at)
            + quality.covered.min(quality.length).saturating_mul(COVER_WEIGHT) / quality.length.max(1)
            + bonus(quality.is_whole, WHOLE_WEIGHT)
            + bonus(quality.is_home, HOME_WEIGHT)
            + quality.duty.map_or(0, |duty| weight_of(&DUTY_WEIGHT, duty))
            + weight_of(&ROLE_WEIGHT, quality.role)
            + (quality.similarity * SIMILARITY_WEIGHT).min(MAX_SIMILARITY_WEIGHT);
        let longest = (1 << SHORT_BITS) - 1;
        let shortness = longest - quality.length.min(longest);
        Self::pack(N_TIERS - quality.tier as u32, points, shortness)
    }

    fn pack(tier: u32, points: u32, shortness: u32) -> Self {
        Self(tier << (POINT_BITS + SHORT_BITS) | points.min((1 << POINT_BITS) - 1) << SHORT_BITS | shortness)
    }

    /// Tier, points and shortness.
    fn unpack(self) -> (u32, u32, u32) {
        let points = self.0 >> SHORT_BITS & ((1 << POINT_BITS) - 1);
        (self.0 >> (POINT_BITS + SHORT_BITS), points, self.0 & ((1 << SHORT_BITS) - 1))
    }

    /// The score of an entry that matches two words: the worse tier, the mean points, the shorter name.
    pub(crate) fn and(self, other: Self) -> Self {
        let ((tier, points, shortness), (tier2, points2, shortness2)) = (self.unpack(), other.unpack());
        Self::pack(tier.min(tier2), u32::midpoint(points, points2), shortness.max(shortness2))
    }

    /// Whether what matches is only similar to the word.
    pub(crate) fn is_only_similar(self) -> bool {
        self.unpack().0 == N_TIERS - Tier::Fuzzy as u32
    }

    /// The number that is shown as the score of a hit.
    pub(crate) fn value(self) -> u32 {
        self.0
    }
}

/// The scores of matches of which only the tier is known, for each kind. A word of the texts gives them to thousands of
/// entries.
pub(crate) struct TierScores([Score; Kind::ALL.len()]);

impl TierScores {
    pub(crate) fn new(tier: Tier) -> Self {
        Self(Kind::ALL.map(|kind| Score::new(MatchQuality::new(tier), kind)))
    }

    pub(crate) fn of(&self, kind: Kind) -> Score {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }
}

/// The weight of a key in a table; 0 if the table does not have it.
fn weight_of<K: PartialEq + Copy, const N: usize>(table: &[(K, u32); N], key: K) -> u32 {
    table.iter().find(|(known, _)| *known == key).map_or(0, |(_, weight)| *weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_of_a_tier_are_those_of_its_matches() {
        let scores = TierScores::new(Tier::Named);
        for kind in Kind::ALL {
            assert_eq!(scores.of(kind), Score::new(MatchQuality::new(Tier::Named), kind), "{kind:?}");
        }
    }

    #[test]
    fn the_tier_decides() {
        let best_fuzzy = MatchQuality {
            tier: Tier::Fuzzy,
            role: NameRole::Main,
            starts_at: StartsAt::Name,
            covered: 0,
            is_idle: false,
            is_whole: true,
            is_home: true,
            duty: None,
            similarity: u32::MAX / SIMILARITY_WEIGHT,
            length: 0,
        };
        let tiers = [
            Tier::Exact,
            Tier::Prefix,
            Tier::OtherName,
            Tier::Substring,
            Tier::Alias,
            Tier::Sound,
            Tier::Named,
            Tier::Text,
            Tier::Fuzzy,
        ];
        assert!(tiers.is_sorted());
        for pair in tiers.windows(2) {
            let worst = Score::new(MatchQuality { length: u32::MAX, ..MatchQuality::new(pair[0]) }, Kind::Text);
            let best = Score::new(MatchQuality { tier: pair[1], ..best_fuzzy }, Kind::Department);
            assert!(worst > best, "{pair:?}");
            assert!(best > Score::NONE);
            assert_eq!(worst.and(best).unpack().0, best.unpack().0);
        }
    }
}
