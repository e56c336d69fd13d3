//! Whether a figure counts the things that stand behind it (建成2家以上基地, 60%以上的患者), and for whom it counts them.

use crate::analysis::targets::target::clause::SentenceReader;
use crate::analysis::targets::target::figure::Figure;
use crate::analysis::targets::target::found::Time;
use crate::analysis::targets::target::list;
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::object::Object;
use crate::analysis::targets::target::segment::Segment;
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::result::ENTERING_VERBS;
use crate::lexicon::task::OBJECT_PREPOSITIONS;
use crate::lexicon::value::AT_LEAST;

/// Who makes the things that a list counts, and the words before the first number that hold for all of them.
#[derive(Clone)]
pub(super) struct ListMaker {
    /// The one for whom they are counted; empty where nobody is named.
    name: String,
    /// 至少 or its like; empty where the first number has none.
    lead: String,
}

/// Whether a figure counts the things behind it, and for whom.
pub(super) struct Counting {
    maker: ListMaker,
    /// Whether it counts the things behind it at all.
    counts: bool,
    /// Whether it goes on with a list whose first number had a verb of making: the second of 至少建成1个体育场、1个健身中心.
    is_listed: bool,
    /// Whether it is a target whatever words stand around it: it goes on with such a list, the things are to become or reach
    /// something (10家医院进入全国百强), or each place is to have them (每所学校至少配备1名教师).
    is_sure: bool,
    /// Those for whom something is done, with what is done: 老年人家庭适老化改造 of 为6000户老年人家庭实施适老化改造.
    served: Option<String>,
}

impl Counting {
    /// The things with the one for whom they are counted; `None` if the figure counts none.
    pub(super) fn name(&self, object: &Object) -> Option<String> {
        if self.served.is_some() {
            return self.served.clone();
        }
        let counts = self.counts && !object.counted.is_empty();
        counts.then(|| format!("{}{}", self.maker.name, object.counted))
    }

    /// Whether the figure is a target whatever words stand around it.
    pub(super) fn is_sure(&self) -> bool {
        self.is_sure || self.served.is_some()
    }

    /// The words before the first number of the list that hold for this one as well.
    pub(super) fn shared_lead(&self, figure: &Figure) -> Option<&str> {
        let shares = self.is_listed && !figure.has_tail() && !self.maker.lead.is_empty();
        shares.then_some(self.maker.lead.as_str())
    }

    /// Each place for which it counts, if it counts for each: 每个街道 of 每个街道至少建成1处文化站.
    pub(super) fn each(&self) -> Option<ListMaker> {
        let maker = self.maker.clone();
        Some(ListMaker { lead: String::new(), ..maker }).filter(|maker| maker.name.starts_with('每'))
    }

    /// The maker for the next number of the list, if the list has one. The own place is named once.
    pub(super) fn for_next(self, figure: &Figure) -> Option<ListMaker> {
        let goes_on = self.is_listed || (figure.has_making_verb && !figure.is_share());
        let name = Some(self.maker.name).filter(|name| !metric::is_own_place(name)).unwrap_or_default();
        goes_on.then_some(ListMaker { name, lead: self.maker.lead })
    }
}

impl SentenceReader<'_> {
    /// What a figure counts, by the words before it and the object behind it.
    pub(super) fn counting(&self, segment: &Segment, figure: &Figure, before: &str, object: &Object) -> Counting {
        let list = self.list_maker.as_ref();
        let list = list.filter(|_| before.is_empty() && segment.is_joined() && figure.is_plain_count());
        let list = list.or_else(|| self.each.as_ref().filter(|_| before.is_empty() && is_least(figure)));
        let is_listed = list.is_some() && !object.counted.is_empty();
        let is_share_within = self.is_share_within(segment, figure, before);
        let is_first = metric::clean(before).is_empty() && figure.is_plain_count();
        let enters = is_first && self.enter_something(&object.counted);
        let is_for_each = self.is_for_each(figure, before) && !object.counted.is_empty();
        Counting {
            maker: list.cloned().unwrap_or_else(|| maker(segment, figure, before, is_share_within)),
            counts: is_share_within || is_listed || enters || self.counts_objects(segment, figure, before),
            is_listed,
            is_sure: is_listed || enters || is_for_each,
            served: self.served(segment, figure, before),
        }
    }

    /// Whether a figure counts the objects named behind it: 建成2家以上基地, 60%以上的患者.
    fn counts_objects(&self, segment: &Segment, figure: &Figure, before: &str) -> bool {
        let is_verb = segment.making_verb.as_deref().is_some_and(|verb| verb == metric::clean(before));
        let opens = metric::clean(before).is_empty() || metric::is_own_place(before) || is_verb;
        let share = figure.is_share() && (figure.has_tail() || segment.is_attribute(figure.at.end));
        let listed = segment.making_verb.is_some() && segment.cursor > 0;
        let is_due = !self.time.years().is_empty();
        let is_made = figure.has_making_verb && (is_due || self.is_for_each(figure, before));
        let is_had = is_due && is_had_by_each(figure, before);
        is_made || is_had || (is_due && opens && (figure.is_aimed_at() || share || listed || is_verb))
    }

    /// Whether each place is to have at least so many of something, which counts without a year: 每所卫生院至少配备1名医师.
    fn is_for_each(&self, figure: &Figure, before: &str) -> bool {
        let is_timeless = self.timeless && self.time == Time::NotStated;
        is_timeless && is_least(figure) && AROUND_CLAUSES.trim(before).starts_with('每')
    }

    /// Whether things are to become or reach something: 医院进入全国百强.
    fn enter_something(&self, counted: &str) -> bool {
        !self.time.years().is_empty() && list::behind_subject(counted).is_some_and(|act| ENTERING_VERBS.begins(act))
    }

    /// Those of whom so many are served, with what is done for them: 为6000户老年人家庭实施适老化改造.
    fn served(&self, segment: &Segment, figure: &Figure, before: &str) -> Option<String> {
        let is_due = !self.time.years().is_empty();
        // 为 reads as a word before a number as well.
        let subject = metric::clean(before);
        let is_for = figure.lead == "为" && subject.is_empty() && figure.counts_things() && !figure.is_share();
        let opens = is_due && (is_for || figure.is_plain_count() && OBJECT_PREPOSITIONS.contains(subject));
        let places = opens.then(|| figure.at.end..segment.object_end(figure.at.end))?;
        metric::served(&self.print(segment.places, places))
    }

    /// Whether a figure is the share of things within those that stand before it: 二级以上医院80%以上的门诊实现预约.
    fn is_share_within(&self, segment: &Segment, figure: &Figure, before: &str) -> bool {
        let is_bare = figure.is_share() && figure.lead.is_empty() && !figure.has_making_verb;
        let holder = metric::clean(before);
        let names_holder = holder.chars().count() > 1 && !metric::is_measure(holder) && segment.making_verb.is_none();
        !self.time.years().is_empty() && is_bare && names_holder && segment.is_attribute(figure.at.end)
    }
}

/// Whether words before a figure say that at least so many are to be made: 至少配备.
fn is_least(figure: &Figure) -> bool {
    figure.has_making_verb && figure.is_least()
}

/// Whether words before a figure say that each place is to have at least so many, without a verb: 每个街道不少于2名社工.
fn is_had_by_each(figure: &Figure, before: &str) -> bool {
    let holder = AROUND_CLAUSES.trim(before);
    let is_place = holder.starts_with('每') && !metric::is_measure(holder) && holder.chars().nth(1).is_some();
    is_place && figure.is_least() && figure.counts_things()
}

/// Who makes or holds the things that stand behind a figure, from the words before it.
fn maker(segment: &Segment, figure: &Figure, before: &str, is_share_within: bool) -> ListMaker {
    let maker = segment.making_verb.as_deref().and_then(|verb| before.strip_suffix(verb)).unwrap_or(before);
    let name = if is_share_within { metric::clean(before) } else { metric::maker(maker) };
    let lead = Some(&figure.lead).filter(|lead| AT_LEAST.contains(lead)).cloned();
    ListMaker { name: name.to_owned(), lead: lead.unwrap_or_default() }
}
