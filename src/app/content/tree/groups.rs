//! The groups of a tree of many plans: those of one place together, and where a place has many, those of one period and
//! kind. A few plans are listed as they come, without any.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::Plan;
use crate::text::pinyin;
use crate::words::pages;

/// How many plans are listed without groups: as many as a screen of the usual size has rows for.
const UNGROUPED: usize = 20;
/// How many plans of one place are listed without groups of their own.
const UNDIVIDED: usize = 8;
/// The keys of the groups of the bundled and of the nation's plans, which no place can have.
const BUNDLED: &str = "*";
const NATION: &str = "**";

/// One head above the plans that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// By what it is known again: the place, and behind a slash the period and the kind.
    pub(crate) key: String,
    /// What the screen calls the head.
    pub(crate) label: String,
    /// How many heads are above it.
    pub(crate) depth: usize,
    /// The plans below it, by their places in the order of the groups.
    pub(crate) plans: Range<usize>,
}

/// The order in which plans stand, and the heads above them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    /// The selected plans, by position, in their order.
    pub(crate) order: Vec<usize>,
    /// The place in the order of each plan, by its position; `None` for one that is not selected.
    places: Vec<Option<usize>>,
    /// The heads, each behind the one that it lies in.
    pub(crate) heads: Vec<Head>,
}

impl Groups {
    /// Groups the selected plans.
    pub(crate) fn new(session: &Session) -> Self {
        let plans: Vec<(usize, &Plan)> = session.plans().collect();
        let sounds = sounds(&plans);
        let (order, kinds): (Vec<usize>, Vec<Option<Box<Order>>>) =
            in_order(session, &plans, &sounds).into_iter().unzip();
        let heads =
            kinds.into_iter().collect::<Option<Vec<Box<Order>>>>().map(|kinds| heads_of(&kinds)).unwrap_or_default();
        let mut places = vec![None; order.iter().max().map_or(0, |last| last + 1)];
        for (place, at) in order.iter().enumerate() {
            if let Some(slot) = places.get_mut(*at) {
                *slot = Some(place);
            }
        }
        Self { order, places, heads }
    }

    /// The place of a plan in the order.
    pub(crate) fn place(&self, plan: usize) -> Option<usize> {
        self.places.get(plan).copied().flatten()
    }

    /// The heads above a plan, the outermost first, by position.
    pub(crate) fn above(&self, plan: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let place = self.place(plan);
        let holds = move |head: &Head| place.is_some_and(|place| head.plans.contains(&place));
        // Heads are in the order of their plans, and no more than two lie in each other.
        let behind = self.heads.partition_point(|head| place.is_some_and(|place| head.plans.start <= place));
        let from = self.heads.iter().take(behind).rposition(|head| head.depth == 0).unwrap_or(0);
        (from..behind).filter(move |at| self.heads.get(*at).is_some_and(holds))
    }

    /// The head that this one lies in, if it lies in any.
    pub(crate) fn parent(&self, head: usize) -> Option<usize> {
        let own = self.heads.get(head).filter(|own| own.depth > 0)?;
        let before = self.heads.iter().take(head);
        before
            .enumerate()
            .rfind(|(_, each)| each.depth < own.depth && each.plans.end >= own.plans.end)
            .map(|(at, _)| at)
    }
}

/// The plans in the order in which lists have them: a few as they come, many by place, period and kind.
pub(crate) fn ordered(session: &Session, plans: &[(usize, &Plan)]) -> Vec<usize> {
    in_order(session, plans, &sounds(plans)).into_iter().map(|(at, _)| at).collect()
}

/// How the places of the plans sound, by which many are in order.
fn sounds<'s>(plans: &[(usize, &'s Plan)]) -> FxHashMap<&'s str, Cow<'s, str>> {
    let mut sounds = FxHashMap::default();
    for (_, plan) in plans.iter().filter(|_| plans.len() > UNGROUPED) {
        let Some(region) = plan.region.as_deref() else { continue };
        let anew = || Cow::Owned(pinyin::full(region));
        sounds.entry(region).or_insert_with(|| plan.sound.as_deref().map_or_else(anew, Cow::Borrowed));
    }
    sounds
}

/// The plans in their order, by position, each with what it is grouped by where they are many.
fn in_order<'s>(
    session: &Session,
    plans: &[(usize, &'s Plan)],
    sounds: &'s FxHashMap<&'s str, Cow<'s, str>>,
) -> Vec<(usize, Option<Box<Order<'s>>>)> {
    if plans.len() <= UNGROUPED {
        return plans.iter().map(|(at, _)| (*at, None)).collect();
    }
    let order =
        |(at, plan): &(usize, &'s Plan)| (*at, Some(Box::new(Order::of(plan, session.is_bundled(&plan.id), sounds))));
    let mut order: Vec<(usize, Option<Box<Order>>)> = plans.iter().map(order).collect();
    // Plans of one kind stay in the order in which they came.
    order.sort_by(|(_, one), (_, other)| one.cmp(other));
    order
}

/// What a plan is for, in the order of the groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    Bundled,
    Nation,
    Place,
    Unknown,
}

/// The kind of a plan, which is looked for in its title when plans differ in nothing else.
#[derive(Clone, Debug)]
struct PlanKind<'s> {
    /// `None` where the kind does not count.
    plan: Option<&'s Plan>,
    found: OnceCell<&'s str>,
}

impl<'s> PlanKind<'s> {
    fn of(plan: Option<&'s Plan>) -> Self {
        Self { plan, found: OnceCell::new() }
    }

    fn get(&self) -> &'s str {
        self.found.get_or_init(|| self.plan.and_then(Plan::kind).unwrap_or_default())
    }
}

impl PartialEq for PlanKind<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for PlanKind<'_> {}

impl PartialOrd for PlanKind<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PlanKind<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.get().cmp(other.get())
    }
}

/// What a plan is grouped by, in the order of the groups.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Order<'s> {
    extent: Extent,
    sound: &'s str,
    region: &'s str,
    /// The latest period comes first.
    ends: Reverse<&'s str>,
    period: &'s str,
    kind: PlanKind<'s>,
}

impl<'s> Order<'s> {
    fn of(plan: &'s Plan, is_bundled: bool, sounds: &'s FxHashMap<&'s str, Cow<'s, str>>) -> Self {
        if is_bundled {
            let (sound, region, ends, period) = ("", "", Reverse(""), "");
            return Self { extent: Extent::Bundled, sound, region, ends, period, kind: PlanKind::of(None) };
        }
        let period = plan.period.as_deref().unwrap_or_default();
        let ends = period.rsplit('-').next().unwrap_or_default();
        let extent = match plan.region {
            Some(_) => Extent::Place,
            None if plan.is_national() => Extent::Nation,
            None => Extent::Unknown,
        };
        let region = plan.region.as_deref().unwrap_or_default();
        Self {
            extent,
            sound: sounds.get(region).map_or("", Cow::as_ref),
            region,
            ends: Reverse(ends),
            period,
            kind: PlanKind::of(Some(plan)),
        }
    }

    fn key(&self) -> String {
        let key = match self.extent {
            Extent::Bundled => BUNDLED,
            Extent::Nation => NATION,
            Extent::Place | Extent::Unknown => self.region,
        };
        key.to_owned()
    }

    fn label(&self) -> String {
        match self.extent {
            Extent::Bundled => pages::BUNDLED.to_string(),
            Extent::Nation => pages::NATION.to_string(),
            Extent::Place => self.region.to_owned(),
            Extent::Unknown => pages::NO_REGION.to_string(),
        }
    }

    fn inner(&self) -> String {
        let period = if self.period.is_empty() { pages::NO_PERIOD.to_string() } else { wording::period(self.period) };
        format!("{period} {}", self.kind.get()).trim_end().to_owned()
    }
}

/// The heads above plans of these kinds.
fn heads_of(kinds: &[Box<Order<'_>>]) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut from = 0;
    for place in kinds.chunk_by(|one, other| (one.extent, &one.region) == (other.extent, &other.region)) {
        let Some(first) = place.first() else { continue };
        heads.push(Head { key: first.key(), label: first.label(), depth: 0, plans: from..from + place.len() });
        let is_divided = place.len() > UNDIVIDED;
        let inner: Vec<&[Box<Order>]> = if is_divided { place.chunk_by(PartialEq::eq).collect() } else { Vec::new() };
        let mut at = from;
        for kinds in inner.iter().filter(|_| inner.len() > 1) {
            let Some(one) = kinds.first() else { continue };
            let key = format!("{}/{} {}", one.key(), one.period, one.kind.get());
            heads.push(Head { key, label: one.inner(), depth: 1, plans: at..at + kinds.len() });
            at += kinds.len();
        }
        from += place.len();
    }
    heads
}
