//! What stands behind a figure in its clause: the things it counts, for what a share holds, or a noun that it describes.

use std::ops::Range;

use crate::analysis::targets::target::figure::{Figure, Figures};
use crate::analysis::targets::target::list;
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::segment::{LONGEST_METRIC, Segment};
use crate::lexicon::condition::{
    AFTER_CONDITION_TIMES, ALLOTTING_VERBS, CONDITION_CLOSERS, CONDITION_TIMES, DESCRIBED_THINGS, FUNDS, LISTING_VERBS,
    MORE_CONDITIONS, NOT_CONDITION_CLOSERS, PROJECT_SIZES, STANDARD_OPENERS, STANDARD_VERBS,
};
use crate::lexicon::metric::{MEASURED_OPENINGS, RATED_PEOPLE};
use crate::lexicon::parallel::HOUSES;
use crate::lexicon::punctuation::{AROUND_CLAUSES, FOLDED_CLAUSE_ENDS, VALUE_ENDS};
use crate::lexicon::result::FOLLOWING_WORDS;
use crate::lexicon::target::{GOAL_NOUNS, NEGATIONS};
use crate::lexicon::task::ACTOR_ENDINGS;
use crate::lexicon::unit::POINTS;
use crate::lexicon::value::COMPARING_VERBS;
use crate::text::fold::fold;

/// Stands behind a share of a whole before what it holds for: 100%全覆盖监察.
pub(super) const COVERING_ALL: &str = "全覆盖";

/// Most characters of the noun behind a figure that are looked at.
const LONGEST_NOUN: usize = 8;

/// What follows figures in their clause and belongs to their metric.
#[derive(Default)]
pub(super) struct Object {
    /// What the figures count: 2家以上基地.
    pub(super) counted: String,
    /// For what a share of the whole holds: 100%全覆盖监察.
    pub(super) covered: String,
    pub(super) is_covering: bool,
    /// The position in the clause at which it ends.
    pub(super) end: usize,
}

impl Object {
    /// What stands behind figures that end at `at`; nothing if they end their part of the clause.
    pub(super) fn behind(
        first: &Figure,
        ends: bool,
        at: usize,
        segment: &Segment,
        print: impl Fn(Range<usize>) -> String,
    ) -> Self {
        let nothing = Self { end: at, ..Self::default() };
        if ends || !first.counts_things() {
            return nothing;
        }
        let end = segment.object_end(at);
        let text = print(at..end);
        if let Some(covered) = text.strip_prefix(COVERING_ALL) {
            return Self { covered: metric::object(covered).to_owned(), is_covering: true, end, ..nothing };
        }
        let counted = metric::object(&text);
        let list = print(end..segment.list_end(end));
        let shared = list::shared_by_counted(counted, after_last_figure(&list, first.is_share()));
        // 达到90%以上并保持稳定 counts nothing.
        if counted.is_empty() || FOLLOWING_WORDS.begins(counted) {
            return nothing;
        }
        Self { counted: format!("{counted}{}", shared.unwrap_or_default()), end, ..nothing }
    }
}

/// What the last figure of a list counts, if all its figures are shares, or none is.
fn after_last_figure(list: &str, are_shares: bool) -> &str {
    let folded: Vec<char> = fold(list).chars().collect();
    let mut from = 0;
    while let Some(figures) = Figures::next(&folded, from) {
        let is_like = figures.first().is_some_and(|first| first.lead.is_empty() && first.is_share() == are_shares);
        if !is_like {
            return "";
        }
        from = figures.at().end.max(from + 1);
    }
    list.char_indices()
        .nth(from)
        .and_then(|(at, _)| list.get(at..))
        .map(metric::object)
        .filter(|_| from > 0)
        .unwrap_or_default()
}

/// Whether a figure belongs to the name of things that the next figure counts: 500平方米以上社区健身中心12个, 产值超10亿元企业3家. `end` is
/// its end in the clause.
pub(super) fn names_counted(figure: &Figure, segment: &Segment, end: usize) -> bool {
    let reach = segment.folded.len().min(end + LONGEST_METRIC);
    let rest = segment.folded.get(end..reach).unwrap_or_default();
    let stop = rest.iter().position(|mark| VALUE_ENDS.contains(*mark)).unwrap_or(rest.len());
    let Some(next) = Figures::next(rest.get(..stop).unwrap_or_default(), 0) else { return false };
    let name: String = rest.iter().take(next.at().start).collect();
    // 10亿元企业3家: the money tells how large they are.
    let is_size = figure.is_money() && figure.lead.is_empty() && !name.starts_with(|c| VALUE_ENDS.contains(c));
    let tells = figure.has_tail() || figure.is_exceeded() || name.starts_with('的') || is_size;
    let counts = next.first().is_some_and(|next| next.counts_things() && !next.is_share() && next.lead.is_empty());
    tells && counts && name.chars().count() > 1 && !MEASURED_OPENINGS.is_in(&name)
}

/// Whether a figure tells which things are meant (达到90%以上的小区), or is denied (未达到80分), or is that of a rule (超过85%即启动,
/// 按照不少于1辆的标准), or the size of a project (占地98亩) or of a list of projects, and states no target; 达到90%的目标 states one. `before` is the text
/// before it, `end` its end in the clause.
pub(super) fn tells_which(figure: &Figure, before: &str, segment: &Segment, end: usize) -> bool {
    let behind: String = segment.folded.iter().skip(end).take(LONGEST_NOUN).collect();
    let is_attribute = behind.strip_prefix('的').is_some_and(|noun| !noun.is_empty() && !GOAL_NOUNS.begins(noun));
    let metric = metric::clean(before);
    let has_metric = metric.chars().count() > 1;
    let is_given = behind.starts_with('的') || STANDARD_VERBS.begins(&behind);
    let is_standard = is_given && STANDARD_OPENERS.begins(AROUND_CLAUSES.trim(before));
    NEGATIONS.ends(before)
        || (figure.is_aimed_at() && has_metric && is_attribute)
        || is_standard
        || PROJECT_SIZES.contains(metric)
        || LISTING_VERBS.begins(metric)
        || is_condition(&behind)
        || describes_with_more(figure, segment, end)
}

/// Whether a figure that ends at `end` and what follows it in its clause describe who closes the clause: 入住率低于30%且连续运营满两年的
/// 养老机构.
fn describes_with_more(figure: &Figure, segment: &Segment, end: usize) -> bool {
    let rest = segment.folded.iter().skip(end).take(LONGEST_METRIC);
    let rest: String = rest.take_while(|mark| !FOLDED_CLAUSE_ENDS.contains(**mark)).collect();
    let is_listed = rest.starts_with('、') && (figure.is_exceeded() || figure.is_missed());
    let noun = rest.rsplit_once('的').map(|(_, noun)| noun);
    let is_described =
        |noun: &str| [&HOUSES, &RATED_PEOPLE, &ACTOR_ENDINGS, &DESCRIBED_THINGS].iter().any(|things| things.ends(noun));
    (MORE_CONDITIONS.begins(&rest) || is_listed) && noun.is_some_and(is_described)
}

/// Whether a figure is money that is given for something (安排专项资金3200万元), and not what is to be reached by a measure.
/// `verb` is the verb that opens the clause and makes what it counts.
pub(super) fn is_allotted(figure: &Figure, metric: &str, verb: Option<&str>) -> bool {
    let is_money = figure.is_money() && !figure.is_aimed_at();
    let gives = || ALLOTTING_VERBS.begins(metric) || verb.is_some_and(|verb| ALLOTTING_VERBS.contains(verb));
    let is_made = verb.is_some_and(metric::makes);
    is_money && !is_made && (gives() || FUNDS.ends(metric))
}

/// Whether a figure only says by how many points one measure is to exceed another: 增幅高于经常性支出增幅2个百分点.
pub(super) fn compares_measures(figure: &Figure, before: &str) -> bool {
    figure.lead.is_empty() && POINTS.contains(figure.unit()) && COMPARING_VERBS.find_in(before).is_some()
}

/// Whether the text behind a figure says what is done when it is reached: 即启动, 时启动.
fn is_condition(behind: &str) -> bool {
    let acts = CONDITION_CLOSERS.begins(behind) && !NOT_CONDITION_CLOSERS.begins(behind);
    let time = CONDITION_TIMES.strip_longest(|word| behind.strip_prefix(word));
    acts || time.is_some_and(|rest| rest.is_empty() || rest.starts_with(',') || AFTER_CONDITION_TIMES.begins(rest))
}
