//! What comes first: the one page with weights, each with its reason.
//!
//! The class of a hit decides before anything else; within a class the score, then the shorter name, then the order of
//! the document. A hit that needs several words is only as good as its worst word. Knows no dataset and no query.

use crate::search::base::hit::Kind;
use crate::search::catalog::names::Role;

/// Classes of hits, the best first. Within these a hit is never lifted above one of a better class, so that an exact
/// name cannot be buried under many likely ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tier {
    /// The word is the whole name, as far as brackets at its end (a unit of measure).
    Exact,
    /// The name begins with the word.
    Prefix,
    /// The word is the whole of another name of an office: 人社局, 疾控. Before words inside names: who types a whole name
    /// means it. Not so for rows of tables, where the printed name says more than any synonym.
    Called,
    /// The word stands in the name.
    Substring,
    /// The word stands in another name.
    Alias,
    /// The letters spell the name or its initials.
    Sound,
    /// The clause of the task names it: the unit itself, or the office meant by the word.
    Named,
    /// The word stands in running text or in a table's cell.
    Prose,
    /// The word is like the name: characters left out, or one slip.
    Fuzzy,
}

/// How many classes there are.
const N_TIERS: u32 = Tier::Fuzzy as u32 + 1;

/// How well a word is met; the greater the better, [`Grade::NONE`] for not at all.
///
/// From the highest bit: class, score, shortness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Grade(u32);

/// Bits of the score and of the shortness.
const SCORE_BITS: u32 = 16;
const SHORT_BITS: u32 = 12;

/// The kind, where class is equal: a bureau or a plan is what few letters are mostly typed for, a row of a table says
/// more than a heading, and a task more than the chapter around it.
const KIND_WEIGHT: [(Kind, u32); 7] = [
    (Kind::Department, 600),
    (Kind::Plan, 500),
    (Kind::Indicator, 400),
    (Kind::Target, 300),
    (Kind::Task, 300),
    (Kind::Chapter, 200),
    (Kind::Text, 0),
];

/// Readers remember beginnings of names; the beginning of a part of one is a little better than the middle, and counts
/// less than the kind.
const BEGINS_WEIGHT: [(Begins, u32); 3] = [(Begins::Name, 1_000), (Begins::Part, 50), (Begins::Middle, 0)];

/// No plan gives the office a task, so it is seldom the one that is meant; it comes after the headings.
const IDLE_WEIGHT: u32 = 100;

/// Letters spell the whole of the name: `rsj` is 人社局 before it is a part of anything.
const WHOLE_WEIGHT: u32 = 4_000;

/// The name is the full one or the common short one, not any other: two offices may share a nickname's letters.
const ROLE_WEIGHT: [(Role, u32); 3] = [(Role::Chief, 2_000), (Role::Short, 1_500), (Role::Other, 0)];

/// The most that the fuzzy matcher's own score adds; beyond it long words would differ by their length alone.
const MOST_LIKENESS_WEIGHT: u32 = 20_000;

/// A point of the fuzzy matcher, as a share of the above: its scores run to some hundreds.
const LIKENESS_WEIGHT: u32 = 40;

/// Where in a name a word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begins {
    /// With the name.
    Name,
    /// With a part of it, after a mark.
    Part,
    /// Anywhere else.
    Middle,
}

/// What is known of how a name meets a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Merit {
    /// The class.
    pub(crate) tier: Tier,
    /// What the name is to the thing.
    pub(crate) role: Role,
    /// Where in the name the word begins.
    pub(crate) begins: Begins,
    /// The thing is an office without a task.
    pub(crate) is_idle: bool,
    /// The word covers the whole name.
    pub(crate) is_whole: bool,
    /// The fuzzy matcher's score; 0 for other classes.
    pub(crate) likeness: u32,
    /// Length of the name in characters.
    pub(crate) length: usize,
}

impl Merit {
    /// Nothing but a class: for prose and clauses.
    pub(crate) fn plain(tier: Tier) -> Self {
        Self {
            tier,
            role: Role::Other,
            begins: Begins::Middle,
            is_idle: false,
            is_whole: false,
            likeness: 0,
            length: 0,
        }
    }
}

impl Grade {
    /// Not met.
    pub(crate) const NONE: Self = Self(0);

    /// The grade of a name of this kind of thing.
    pub(crate) fn new(merit: Merit, kind: Kind) -> Self {
        let kind = if merit.is_idle { IDLE_WEIGHT } else { weight_of(&KIND_WEIGHT, kind) };
        let bonus = |is: bool, weight: u32| if is { weight } else { 0 };
        let score = kind
            + weight_of(&BEGINS_WEIGHT, merit.begins)
            + bonus(merit.is_whole, WHOLE_WEIGHT)
            + weight_of(&ROLE_WEIGHT, merit.role)
            + (merit.likeness * LIKENESS_WEIGHT).min(MOST_LIKENESS_WEIGHT);
        let longest = (1 << SHORT_BITS) - 1;
        let short = longest - u32::try_from(merit.length).unwrap_or(longest).min(longest);
        Self::pack(N_TIERS - merit.tier as u32, score, short)
    }

    fn pack(class: u32, score: u32, short: u32) -> Self {
        Self(class << (SCORE_BITS + SHORT_BITS) | score.min((1 << SCORE_BITS) - 1) << SHORT_BITS | short)
    }

    fn parts(self) -> (u32, u32, u32) {
        let score = self.0 >> SHORT_BITS & ((1 << SCORE_BITS) - 1);
        (self.0 >> (SCORE_BITS + SHORT_BITS), score, self.0 & ((1 << SHORT_BITS) - 1))
    }

    /// The grade where two words must be met: the worse class, the mean score, the shorter of the lengths.
    pub(crate) fn and(self, other: Self) -> Self {
        let ((class, score, short), (class2, score2, short2)) = (self.parts(), other.parts());
        Self::pack(class.min(class2), u32::midpoint(score, score2), short.max(short2))
    }

    /// The number shown as the hit's score.
    pub(crate) fn score(self) -> u32 {
        self.0
    }
}

/// The weight of a key in a table.
fn weight_of<K: PartialEq + Copy, const N: usize>(table: &[(K, u32); N], key: K) -> u32 {
    table.iter().find(|(known, _)| *known == key).map_or(0, |(_, weight)| *weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_class_decides() {
        let best_fuzzy = Merit {
            tier: Tier::Fuzzy,
            role: Role::Chief,
            begins: Begins::Name,
            is_idle: false,
            is_whole: true,
            likeness: u32::MAX / LIKENESS_WEIGHT,
            length: 0,
        };
        let tiers = [
            Tier::Exact,
            Tier::Prefix,
            Tier::Called,
            Tier::Substring,
            Tier::Alias,
            Tier::Sound,
            Tier::Named,
            Tier::Prose,
            Tier::Fuzzy,
        ];
        assert!(tiers.is_sorted());
        for pair in tiers.windows(2) {
            let worst = Grade::new(Merit { length: usize::MAX, ..Merit::plain(pair[0]) }, Kind::Text);
            let best = Grade::new(Merit { tier: pair[1], ..best_fuzzy }, Kind::Department);
            assert!(worst > best, "{pair:?}");
            assert!(best > Grade::NONE);
            assert_eq!(worst.and(best).parts().0, best.parts().0);
        }
    }
}
