//! Reads a sentence clause by clause: finds years, metrics and values and pairs them.
//!
//! A year holds from its place to the next year; a clause without a metric of its own (2025年达到85%以上) continues the
//! metric before it. Results are ranges of the sentence, so that every quote is printed in the document.

mod counting;
mod in_words;
mod naming;
mod pairing;

use std::ops::Range;

use crate::analysis::targets::target::aside::{self, Remarks};
use crate::analysis::targets::target::clause::counting::ListMaker;
use crate::analysis::targets::target::dated_task::DatedTask;
use crate::analysis::targets::target::figure::{Figure, Figures};
use crate::analysis::targets::target::found::{FoundTarget, Time};
use crate::analysis::targets::target::list;
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::object::{
    self, COVERING_ALL, Object, compares_measures, names_counted, tells_which,
};
use crate::analysis::targets::target::qualitative;
use crate::analysis::targets::target::rule;
use crate::analysis::targets::target::segment::{self, Segment};
use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::{Sense, TimeMention};
use crate::lexicon::condition::{NO_AIMS, SAVINGS};
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::target::{COUNTED_ACTS, GAINING_VERBS, HAVING_VERBS};
use crate::lexicon::task::{OBJECT_PREPOSITIONS, WORK_STARTS};
use crate::lexicon::time::{LATER_WORDS, STATING_WORDS};

/// Targets of the same sentence that are searched for one, the last ones first.
const MOST_LOOKED_AT: usize = 40;

/// Stands for the verb of adding where a part of what is added is counted: 新增床位90张，其中云山市20张.
const ADDING_VERB: &str = "新增";

/// The state while one sentence is read.
pub(super) struct SentenceReader<'a> {
    sentence: &'a Sentence,
    mentions: &'a [TimeMention],
    time: Time,
    /// The start of the words that set the time, if they are in this sentence.
    time_start: Option<usize>,
    /// A clause without a value that may name the metric of the next clause, and its start.
    pending: Option<(String, usize)>,
    /// Who makes the things of a list, and the least that holds for each of them: 每个县至少建成1个体育场、1个健身中心.
    list_maker: Option<ListMaker>,
    /// Each place for which the clauses before count what it is to have: 每个街道至少建成1处文化站，至少配备2名管理人员.
    each: Option<ListMaker>,
    /// What the last metric measures, if its parts stood behind it: 覆盖率 of 覆盖率城市.
    divided: Option<String>,
    /// What the clauses read so far say of the numbers behind them.
    remarks: Remarks,
    /// Whether values without a year count as targets.
    timeless: bool,
    /// Whether a verb that opens a clause states a target although the year stands in an earlier
    /// sentence, as in a chapter of targets.
    verbs_count: bool,
    /// Whether the last date still looks for what it governs.
    is_date_open: bool,
    task: Option<DatedTask>,
    /// The task that was stored last, whose work a later date may finish.
    last_task: Option<DatedTask>,
    found: Vec<FoundTarget>,
}

impl<'a> SentenceReader<'a> {
    /// A reader that starts with the time that still holds from the sentence before.
    pub(super) fn new(sentence: &'a Sentence, mentions: &'a [TimeMention], time: Time, timeless: bool) -> Self {
        Self {
            sentence,
            mentions,
            time,
            time_start: None,
            pending: None,
            list_maker: None,
            each: None,
            divided: None,
            remarks: Remarks::default(),
            timeless,
            verbs_count: false,
            is_date_open: false,
            task: None,
            last_task: None,
            found: Vec::new(),
        }
    }

    /// Takes verbs that open a clause for targets, although the sentence names no year of its own.
    pub(super) fn counting_verbs(self, verbs_count: bool) -> Self {
        Self { verbs_count, ..self }
    }

    /// Returns the targets, and the time that holds at the end of the sentence.
    pub(super) fn read(mut self) -> (Vec<FoundTarget>, Time) {
        let clauses = segment::clauses(self.sentence, self.mentions);
        let names_failing = |clause: &Range<usize>| aside::names_failing(self.sentence, clause);
        let is_rule = || clauses.iter().skip(1).any(names_failing) || rule::tells_benefits(self.sentence);
        if self.mentions.is_empty() && is_rule() {
            return (self.found, self.time);
        }
        let n_conditions = if self.mentions.is_empty() { aside::n_of_conditions(self.sentence, &clauses) } else { 0 };
        self.remarks.names_rule = rule::has_duty(self.sentence);
        // A purpose may run on in the next clause: 为2035年…，建成…奠定基础.
        let mut runs_on = false;
        for clause in clauses.into_iter().skip(n_conditions) {
            if self.time.years().is_empty() && aside::announces_conditions(self.sentence, &clause) {
                break;
            }
            self.remarks.advises |= aside::is_advice(self.sentence, &clause);
            self.remarks.names_rule |= rule::names_rule(self.sentence, &clause);
            if self.remarks.allots && aside::is_use(self.sentence, &clause) {
                continue;
            }
            let closes = aside::closes_purpose(self.sentence, &clause);
            if aside::is_purpose(self.sentence, self.mentions, &clause) || (runs_on && closes) {
                runs_on = !closes;
            } else if !aside::is_condition(self.sentence, &clause) {
                let outside = Some(self.time.clone()).filter(|time| !time.years().is_empty());
                let outside = outside.filter(|_| segment::is_bracket(self.sentence, &clause));
                if outside.is_none() || !self.recalls(&clause) {
                    self.read_clause(&clause);
                }
                // The year of a remark holds for nothing behind it.
                self.time = outside.unwrap_or_else(|| self.time.clone());
                runs_on = false;
            }
        }
        self.keep_task();
        (self.found, self.time)
    }

    /// Whether a bracket tells what a value was in a year before the one that is due: 达到81岁（2025年为79.2岁）.
    fn recalls(&self, clause: &Range<usize>) -> bool {
        let due = self.time.years().first().copied().unwrap_or_default();
        let first = self.mentions.get(self.mentions.partition_point(|mention| mention.at.start < clause.start));
        first.is_some_and(|mention| {
            let is_before = matches!(&mention.sense, Sense::Due(years) if years.iter().all(|year| *year < due));
            is_before && STATING_WORDS.iter().any(|word| self.sentence.has_at(mention.at.end, word))
        })
    }

    fn read_clause(&mut self, clause: &Range<usize>) {
        // A year sets the time for what follows it; the rest of the clause is read without the years.
        let mut from = clause.start + rule::n_of_standard(&self.sentence.print(clause.clone()));
        let mentions = self.mentions;
        let begun = |place: usize| mentions.partition_point(|mention| mention.at.start < place);
        let own = mentions.get(begun(clause.start)..begun(clause.end)).unwrap_or_default();
        let mut before: Vec<usize> = Vec::new();
        for mention in own {
            before.extend(from..mention.at.start);
            let places: &[usize] = &before;
            // 2023年主体完工、2025年投产: what stands between the years is the result of the first.
            let states = || {
                let between = self.sentence.printed.get(from..mention.at.start).unwrap_or_default();
                let between: String = between.iter().collect();
                let starts = || WORK_STARTS.contains(AROUND_CLAUSES.trim(&between));
                from > clause.start && (qualitative::is_only_result(&between) || starts())
            };
            if places.len() > segment::LONGEST_METRIC || has_figure(self.sentence, places) || states() {
                let places = std::mem::take(&mut before);
                self.read_segment(&places, false);
            }
            self.set_time(mention);
            from = mention.at.end;
        }
        let has_time = from > clause.start;
        before.extend(from..clause.end);
        self.read_segment(&before, has_time);
    }

    fn set_time(&mut self, mention: &TimeMention) {
        match &mention.sense {
            Sense::Due(years) => self.time = Time::Due(years.clone()),
            Sense::Within(year) => self.time = Time::Within(vec![*year]),
            Sense::Past => self.time = Time::Past,
            Sense::Base => return,
        }
        self.keep_task();
        self.is_date_open = matches!(mention.sense, Sense::Due(_));
        self.time_start = Some(mention.at.start);
    }

    /// Reads the characters at `places`, for all of which one time holds.
    fn read_segment(&mut self, places: &[usize], has_time: bool) {
        let folded: Vec<char> = places.iter().filter_map(|at| self.sentence.folded.get(*at)).copied().collect();
        // Most clauses hold no figure, and need no verb.
        let mut next = Figures::next(&folded, 0);
        let making_verb = next.as_ref().and_then(|_| metric::making_verb(&self.print(places, 0..places.len())));
        self.list_maker = None;
        let mut segment = Segment { places, folded: &folded, making_verb, cursor: 0, may_inherit: has_time };
        // The metric of a past value is that of the next one: 素养水平2020年提高到20%，2022年不低于22%.
        let past_value = next.as_ref().filter(|_| self.time == Time::Past).map(|figures| figures.at().start);
        let mut from = 0;
        let mut has_values = false;
        while let Some(figures) = next {
            from = figures.at().end.max(from + 1);
            if let Some(end) = self.read_figures(&segment, &figures) {
                segment.cursor = end;
                segment.may_inherit = true;
                from = end;
                has_values = true;
            }
            next = Figures::next(&folded, from);
        }
        if has_values {
            self.read_rest(places.get(segment.cursor..).unwrap_or_default());
        } else if !self.date_previous_value(&segment, has_time) {
            self.read_words(places.get(..past_value.unwrap_or(places.len())).unwrap_or_default());
        }
    }

    /// Gives the year of a bracket that holds nothing else to the value before it: 达到42%（2025年）.
    fn date_previous_value(&mut self, segment: &Segment, has_time: bool) -> bool {
        let is_bracket = has_time && segment.is_empty_bracket();
        let years = self.time.years().to_vec();
        // Metrics that share the value have one quote.
        let quote = self.found.last().map(|last| last.quote.clone()).filter(|_| is_bracket);
        let is_same = |found: &&mut FoundTarget| Some(&found.quote) == quote.as_ref() && found.years.is_empty();
        let sharing = self.found.iter_mut().rev().take_while(is_same).take(MOST_LOOKED_AT);
        for (found, year) in sharing.filter_map(|found| Some((found, years.last()?))) {
            found.years = vec![*year; found.values.len()];
            found.quote.end = segment.places.last().copied().unwrap_or(found.quote.end).max(found.quote.end);
        }
        is_bracket
    }

    /// Takes figures as values of a metric. Returns the position from which the next metric is read; `None` if
    /// the figures are no values.
    fn read_figures(&mut self, segment: &Segment, figures: &Figures) -> Option<usize> {
        let at = figures.at();
        let first = figures.first().filter(|_| at.start <= segment.cursor + segment::LONGEST_METRIC)?;
        if names_counted(first, segment, at.end) || segment.is_remarked(at.start) {
            return None;
        }
        let before = self.words_before(segment, first, &at)?;
        let before = before.as_str();
        if self.is_of_rule(first, before) {
            self.remarks.names_rule = true;
            return None;
        }
        let print = |range: Range<usize>| self.print(segment.places, range);
        let ends = segment.ends(at.end);
        let object = Object::behind(first, ends, at.end, segment, print);
        let counting = self.counting(segment, first, before, &object);
        let (metric, start) = match counting.name(&object) {
            Some(counted) => {
                let reached = self.last_found().and_then(|found| metric::with_reacher(&counted, &found.metric));
                (reached.unwrap_or(counted), None)
            }
            None => self.named_metric(segment, first, before)?,
        };
        let part = self.of_whole(&metric, first, segment.is_part());
        let is_of_rising = part.is_some() && self.last_found().is_some_and(FoundTarget::rises);
        let (metric, divided) = part.unwrap_or_else(|| self.of_part(metric::without_total(&metric), first));
        let metric = format!("{metric}{}", object.covered);
        let is_name = !ends && (first.is_time() || (first.is_bare() && !first.has_tail()));
        if object::is_allotted(first, &metric, segment.making_verb.as_deref()) {
            self.remarks.allots = true;
            return None;
        }
        if tells_which(first, before, segment, at.end)
            || is_name
            || is_no_aim(first, &metric)
            || !(counting.is_sure() || self.is_value(segment, first, &metric, !object.counted.is_empty(), ends))
        {
            return None;
        }
        let making_verb = segment.making_verb.as_deref().filter(|_| first.lead.is_empty());
        let making_verb = if is_of_rising { ADDING_VERB } else { making_verb.unwrap_or_default() };
        let mut values = figures.values(counting.shared_lead(first).unwrap_or(making_verb), print);
        self.each = counting.each().or(self.each.take());
        self.list_maker = counting.for_next(first);
        if let Some(last) = values.last_mut().filter(|_| object.is_covering) {
            last.raw.push_str(COVERING_ALL);
        }
        let end = object.end;
        let quote_from = start.or_else(|| segment.places.get(segment.cursor).copied()).unwrap_or_default();
        let quote_to = end.checked_sub(1).and_then(|last| segment.places.get(last)).map_or(quote_from, |last| last + 1);
        let is_one_for_each = values.len() == 1 && first.says_respectively();
        let are_alike = first.says_alike() || metric::says_alike(before) || is_one_for_each;
        let years = self.years_of(first, before);
        let n_years = years.len();
        if n_years > 1 && !list::joins_by_word(&metric, values.len() / n_years) {
            values = figures.metric_by_metric(values, n_years);
        }
        self.divided = divided;
        // 医师占总数的45%.
        let metric = metric.strip_suffix('的').unwrap_or(&metric);
        self.pair(metric, &years, values, quote_from..quote_to, are_alike);
        Some(end)
    }

    /// The words before a figure that name its metric; `None` if they make it no value.
    fn words_before(&self, segment: &Segment, figure: &Figure, at: &Range<usize>) -> Option<String> {
        let before = self.print(segment.places, segment.cursor..at.start);
        // 由28.4%下降到26%: the first number is where it starts; 每500名学生: the number is what something is counted for.
        if metric::opens_start(&before) || before.ends_with('每') {
            return None;
        }
        let before = metric::without_start(if segment.cursor > 0 { metric::without_joint(&before) } else { &before });
        // 在10%的社区开展…, 为70%以上的患者提供…: the preposition belongs to those of whom the share is.
        let has_whole = figure.has_tail() || segment.is_attribute(at.end);
        let is_of_whole = figure.is_share() && figure.lead.is_empty() && has_whole;
        let whole = || before.strip_suffix('在').or_else(|| OBJECT_PREPOSITIONS.strip_suffix(before));
        let before = is_of_whole.then(whole).flatten().unwrap_or(before);
        let before = qualitative::subject_before_bracket(before).unwrap_or_else(|| before.to_owned());
        (!compares_measures(figure, &before)).then_some(before)
    }

    /// The metric that the words before a figure name, and its start if it stands in an earlier clause.
    fn named_metric(&self, segment: &Segment, first: &Figure, before: &str) -> Option<(String, Option<usize>)> {
        // 注册护士增至4人 names the nurses; 招录护士不少于40人 makes them.
        let is_made = |verb: &&str| !first.is_share() && (!first.arrives() || metric::makes(verb));
        let verb = segment.making_verb.as_deref().filter(is_made);
        let before = metric::without_verb(before, verb);
        let (metric, start) = self.metric_before(before, first.is_aimed_at() || segment.may_inherit)?;
        let metric = metric::without_leading_verb(&metric, first.closes_metric).to_owned();
        let metric = if first.counts_things() { metric::without_actors_verb(&metric) } else { metric };
        let is_joined = segment.is_joined();
        Some((if segment.is_part() { metric } else { self.with_base(metric, first, is_joined) }, start))
    }

    /// The years by which a figure is due; none for one of every year behind them (以后每年提升2个百分点).
    fn years_of(&self, figure: &Figure, before: &str) -> Vec<u16> {
        let is_later = figure.is_yearly() && LATER_WORDS.contains(AROUND_CLAUSES.trim(before));
        if is_later { Vec::new() } else { self.time.years().to_vec() }
    }

    /// Whether a figure is a bound that a rule sets for good, and no value that a plan is to reach.
    fn is_of_rule(&self, figure: &Figure, before: &str) -> bool {
        let is_bound = self.time.years().is_empty() && figure.is_bound();
        let may_be_rule = !figure.is_share() || rule::is_planning_norm(before);
        let is_ruled = self.remarks.names_rule || figure.forbids();
        is_bound && may_be_rule && (is_ruled || rule::is_bound_by_rule(before, figure.is_size()))
    }

    /// Whether a figure is a target value, by the words around it and the time that holds.
    fn is_value(&self, segment: &Segment, figure: &Figure, metric: &str, has_object: bool, ends: bool) -> bool {
        let due = !self.time.years().is_empty();
        if self.remarks.advises && !due && figure.is_of_person() {
            return false;
        }
        let alone = figure.lead.is_empty() && !figure.has_making_verb;
        if !due {
            let is_stated = figure.is_aimed_at() || (alone && ends && (figure.is_share() || segment.is_part()));
            // Beside one that is measured, other things of the sentence count as well.
            let is_made = ends && figure.is_least() && segment.makes_each_year(metric);
            let counts = figure.counts_things() && (!self.found.is_empty() || is_made);
            let is_measure = metric::is_measure(metric) || counts;
            return self.time == Time::NotStated && self.timeless && is_measure && is_stated;
        }
        // 城镇新增就业5万人, 公共场所配置除颤器90台: the verb stands within the name.
        let has_verb = || [&GAINING_VERBS, &HAVING_VERBS].iter().any(|verbs| verbs.find_in(metric).is_some());
        let is_made = segment.making_verb.is_some() || segment.is_part() || (ends && has_verb());
        let made = is_made && figure.counts_things();
        let is_act = figure.counts_things() && (COUNTED_ACTS.ends(metric) || metric::holds_act(metric));
        // 改造户厕6000户；2024年，再改造5000户.
        let goes_on = figure.counts_things() && self.last_found().is_some_and(|found| found.metric == metric);
        let beside = ends && (metric::is_measure(metric) || figure.has_tail() || made || is_act || goes_on);
        !alone || beside || (has_object && (figure.is_share() || made))
    }

    /// The printed text at these places of the sentence.
    fn print(&self, places: &[usize], range: Range<usize>) -> String {
        places.get(range).unwrap_or_default().iter().filter_map(|at| self.sentence.printed.get(*at)).collect()
    }
}

/// Whether a figure names nothing, or is of a survey, of what was saved, or of advice, none of which a plan aims at.
fn is_no_aim(figure: &Figure, metric: &str) -> bool {
    metric.chars().count() < 2 || NO_AIMS.ends(metric) || SAVINGS.is_in(metric) || figure.advises_against()
}

/// Whether the characters at these places hold a figure that is to be reached.
fn has_figure(sentence: &Sentence, places: &[usize]) -> bool {
    let folded: Vec<char> = places.iter().filter_map(|at| sentence.folded.get(*at)).copied().collect();
    // 2型糖尿病患者规范管理率达到58%: the first number is part of a name.
    let mut from = 0;
    while let Some(figures) = Figures::next(&folded, from) {
        if figures.first().is_some_and(Figure::is_aimed_at) {
            return true;
        }
        from = figures.at().end.max(from + 1);
    }
    false
}
