//! The search as the views see it: hits as plain data with the place each leads to. What is found, and in which order,
//! is `search`'s affair.

use std::ops::Range;

use crate::analysis::targets::target;
use crate::app::state::location::Location;
use crate::app::wording;
use crate::library::{Answer, Library};
use crate::search::{self, Closeness, FilterMeaning, HitLocation, Kind, MatchedField, NoMatch, Query, ResolvedFilter};
use crate::text::fold::fold;

/// Hits of one kind that are listed; more are counted.
const PER_KIND: usize = 100;

/// Words that are tried to be left out, one at a time, where nothing is found: each costs a search.
const MOST_DROPPED: usize = 4;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SearchResults {
    /// The hits, best first within their kind.
    pub(crate) hits: Vec<Hit>,
    /// How many there are of each kind, those beyond the limit included.
    pub(crate) totals: Vec<(Kind, usize)>,
    /// Words to highlight in the texts.
    pub(crate) highlighted: Vec<String>,
    /// The filters in the query, and what each was taken for.
    pub(crate) filters: Vec<FilterNote>,
    /// The query without its last filter, where it has one.
    pub(crate) unfiltered: Option<String>,
    /// Bureaus that share the name that was typed; none where it is one bureau's alone.
    pub(crate) sharing: Vec<String>,
    /// Words that stand nowhere.
    pub(crate) unmet: Vec<String>,
    /// Queries that would find something where this one finds nothing.
    pub(crate) offers: Vec<Offer>,
}

/// A filter, and what it was taken for, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FilterNote {
    /// The words.
    pub(crate) words: String,
    /// Whether it leaves anything out: one that is half typed or not understood does not.
    pub(crate) is_used: bool,
}

/// Another query, with the reason to try it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The reason, or the name that is looked for.
    pub(crate) words: String,
    /// The query.
    pub(crate) query: String,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// What it is.
    pub(crate) kind: Kind,
    /// Id of its plan; `None` for a bureau.
    pub(crate) plan: Option<String>,
    /// Where Enter leads.
    pub(crate) location: Location,
    /// First line in the document; `None` for a bureau and a plan.
    pub(crate) line: Option<u32>,
    /// Title, name of the bureau, or name of the indicator.
    pub(crate) title: String,
    /// Titles of what contains it, outermost first, without the plan.
    pub(crate) path: Vec<String>,
    /// The text or the other name that answers; where the title does, what contains it.
    pub(crate) context: String,
    /// Characters of `title` that answer.
    pub(crate) title_highlights: Vec<Range<usize>>,
    /// Characters of `context` that answer.
    pub(crate) context_highlights: Vec<Range<usize>>,
    /// What answers without being what was typed: the characters that letters stand for, a unit as printed.
    pub(crate) meant: Vec<String>,
    /// In words, why it was found.
    pub(crate) why: String,
}

/// The hits for what is typed in the plans with these ids (in all, where there are none), grouped by kind.
pub(crate) fn find(library: &dyn Library, typed: &str, plans: Vec<String>, limit: usize) -> Answer<SearchResults> {
    let query = Query::parse(typed);
    if query.typed.trim().is_empty() {
        return Answer::Ready(SearchResults::default());
    }
    let options = search::Options { plans, kinds: Vec::new(), limit, per_kind: Some(PER_KIND) };
    let (mut results, mut nothing) = (SearchResults::default(), None);
    let answer = library.search(&query, &options, &mut |found| {
        results = converted(&query, &found);
        nothing = found.no_match;
    });
    answer.map(|()| {
        results.offers = nothing.map(|nothing| offers(library, &query, &nothing, &options)).unwrap_or_default();
        results
    })
}

/// How many hits there are for what is typed in all plans; 0 while the library has not answered.
pub(crate) fn count(library: &dyn Library, typed: &str) -> usize {
    count_in(library, typed, &search::Options { limit: 0, ..search::Options::default() })
}

fn count_in(library: &dyn Library, typed: &str, options: &search::Options) -> usize {
    let mut n_hits = 0;
    // An answer that is late or fails offers nothing: these are extras below the real answer.
    let _answered = library.search(&Query::parse(typed), options, &mut |found| {
        n_hits = found.counts.iter().map(|(_, n)| n).sum();
    });
    n_hits
}

/// What the search found as the views show it.
fn converted(query: &Query, found: &search::SearchResults) -> SearchResults {
    let mut hits: Vec<Hit> = found.hits.iter().filter_map(converted_hit).collect();
    hits.sort_by_key(|hit| hit.kind);
    let sharing: Vec<String> = found.departments.iter().map(|department| department.name.clone()).collect();
    SearchResults {
        hits,
        totals: found.counts.clone(),
        highlighted: query.positive_terms().map(|term| term.typed.clone()).filter(|word| !word.is_empty()).collect(),
        filters: found.filters.iter().map(filter_note).collect(),
        unfiltered: query.filters.last().map(|filter| query.without(filter.range)),
        sharing: if query.positive_terms().count() == 1 && sharing.len() > 1 { sharing } else { Vec::new() },
        offers: Vec::new(),
        unmet: found.no_match.as_ref().map(|nothing| nothing.unknown_words.clone()).unwrap_or_default(),
    }
}

/// What to try where nothing was found: a filter less, a name that is near, a word less.
fn offers(library: &dyn Library, query: &Query, nothing: &NoMatch, options: &search::Options) -> Vec<Offer> {
    let less = nothing
        .without_filter
        .iter()
        .map(|(filter, place, n)| Offer { words: wording::without(filter, *n), query: query.without(*place) });
    let near = nothing
        .suggestions
        .iter()
        .map(|name| Offer { words: name.clone(), query: instead(query, &nothing.unknown_words, name) });
    let options = search::Options { limit: 0, ..options.clone() };
    let terms = query.positive_terms().take(if query.positive_terms().nth(1).is_some() { MOST_DROPPED } else { 0 });
    let fewer = terms.filter_map(|term| {
        let rest = query.without(term.range);
        let n = count_in(library, &rest, &options);
        (n > 0).then(|| Offer { words: wording::without(&term.typed, n), query: rest })
    });
    less.chain(fewer).chain(near).collect()
}

fn converted_hit(hit: &search::Hit) -> Option<Hit> {
    let ranges = |ranges: &[[usize; 2]]| ranges.iter().map(|[from, to]| *from..*to).collect::<Vec<_>>();
    let title = hit.title.unwrap_or_default();
    let in_title = hit.matched.iter().find(|matched| matched.text == title);
    // That a word names the plan is told by the plan's name, which stands before the title in any case.
    let elsewhere = hit.matched.iter().find(|matched| matched.text != title && matched.field != "plan");
    let location = match (hit.kind, hit.location) {
        (Kind::Department, _) => Location::Department(hit.id.to_owned()),
        (Kind::Plan, _) => Location::Plan(hit.id.to_owned()),
        (_, HitLocation::Row(_, row)) => Location::Indicator(hit.table?.to_owned(), row),
        _ => Location::Node(hit.id.to_owned()),
    };
    // A target says what is to be reached; where its name alone answers, that is what one wants to read.
    let stated =
        hit.target.filter(|_| elsewhere.is_none_or(|matched| matched.field == "alias")).map(target::values_with_quote);
    let elsewhere = elsewhere.filter(|_| stated.is_none());
    let context =
        stated.or_else(|| elsewhere.map(|matched| matched.text.to_string())).unwrap_or_else(|| hit.context.join(" › "));
    Some(Hit {
        kind: hit.kind,
        plan: hit.plan.map(str::to_owned),
        location,
        line: hit.lines.map(|lines| lines[0]),
        title: title.to_owned(),
        path: hit.context.iter().map(|title| (*title).to_owned()).collect(),
        context,
        title_highlights: in_title.map(|matched| ranges(&matched.ranges)).unwrap_or_default(),
        context_highlights: elsewhere.map(|matched| ranges(&matched.ranges)).unwrap_or_default(),
        meant: meant(&hit.matched),
        why: hit.why(),
    })
}

/// The characters that answer where they are not those typed; of a likeness the whole name, as its scattered characters
/// say nothing in a text.
fn meant(matched: &[MatchedField]) -> Vec<String> {
    let mut meant = Vec::new();
    for field in matched {
        let part = |[from, to]: &[usize; 2]| field.text.chars().skip(*from).take(to - from).collect::<String>();
        match field.how {
            Closeness::Exact | Closeness::Folded => {}
            Closeness::Alias | Closeness::Initials | Closeness::Pinyin => meant.extend(field.ranges.iter().map(part)),
            Closeness::Fuzzy => meant.push(field.text.to_string()),
        }
    }
    meant
}

/// The query with a name in the place of the only word that stands nowhere; else the name alone.
fn instead(query: &Query, unmet: &[String], name: &str) -> String {
    let term = match unmet {
        [only] => query.positive_terms().find(|term| term.typed == *only),
        _ => None,
    };
    // Quotation marks keep a name with a space in it, or with a mark that means something in a query, in one piece.
    let is_plain = name.chars().all(char::is_alphanumeric);
    let name = if is_plain { name.to_owned() } else { format!("“{name}”") };
    let Some(term) = term else { return name };
    let before: String = query.typed.chars().take(term.range[0]).collect();
    let behind: String = query.typed.chars().skip(term.range[1]).collect();
    format!("{before}{name}{behind}")
}

/// A filter and what it was taken for, in words.
fn filter_note(reading: &ResolvedFilter) -> FilterNote {
    let filter = format!("{}：{}", reading.filter.kind.name(), reading.filter.value.trim());
    let (words, is_used) = match &reading.meaning {
        FilterMeaning::Pending => (wording::pending_filter(&filter), false),
        FilterMeaning::Known(names) => (wording::known_filter(&filter, &reading.filter.value, names), true),
        FilterMeaning::Unknown(near) => (wording::unknown_filter(&filter, near), false),
    };
    FilterNote { words, is_used }
}

/// Where any of the words stands in `text`, in characters, in order.
pub(crate) fn highlights_of_words(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = words.iter().flat_map(|word| highlights(text, word)).collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Where `word` stands in `text`, in characters, both folded one character to one.
pub(crate) fn highlights(text: &str, word: &str) -> Vec<Range<usize>> {
    let folded: Vec<char> = fold(text).chars().collect();
    let word: Vec<char> = fold(word).chars().collect();
    let mut ranges = Vec::new();
    let mut at = 0;
    while !word.is_empty() && at + word.len() <= folded.len() {
        if folded.get(at..at + word.len()) == Some(word.as_slice()) {
            ranges.push(at..at + word.len());
            at += word.len();
        } else {
            at += 1;
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (typed, words that stand nowhere, a name that is near) → the query offered.
    #[test]
    fn a_near_name_takes_the_place_of_the_word_that_stands_nowhere() {
        for (typed, unmet, name, expected) in [
            ("卫生建康局", &["卫生建康局"][..], "卫生健康局", "卫生健康局"),
            ("卫生建康局 规划:云浮", &["卫生建康局"], "卫生健康局", "卫生健康局 规划:云浮"),
            ("部门:医保局 婴尔死亡", &["婴尔死亡"], "婴儿死亡率（‰）", "部门:医保局 “婴儿死亡率（‰）”"),
            ("甲乙丙 丁戊己", &["甲乙丙", "丁戊己"], "体育局", "体育局"),
            ("甲乙丙", &[], "体育局", "体育局"),
        ] {
            let unmet: Vec<String> = unmet.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(instead(&Query::parse(typed), &unmet, name), expected, "{typed}");
        }
    }

    /// (text, characters that answer, how) → what is lit beside the typed words.
    #[test]
    fn what_letters_stand_for_is_lit() {
        for (text, ranges, how, expected) in [
            ("居民健康素养水平", vec![[2, 6]], Closeness::Initials, &["健康素养"][..]),
            ("（市卫健局、市人社局负责）", vec![[1, 5], [6, 10]], Closeness::Alias, &["市卫健局", "市人社局"]),
            ("婴儿死亡率", vec![[0, 1], [2, 5]], Closeness::Fuzzy, &["婴儿死亡率"]),
            ("婴儿死亡率", vec![[0, 2]], Closeness::Exact, &[]),
            ("短", vec![[0, 9]], Closeness::Pinyin, &["短"]),
        ] {
            let matched = MatchedField { field: "name", text: text.into(), ranges: ranges.into(), how };
            assert_eq!(meant(&[matched]), expected, "{text}");
        }
    }

    #[test]
    fn words_are_lit_in_order_folded() {
        let words = ["素养".to_owned(), "健康".to_owned()];
        assert_eq!(highlights_of_words("健康素养与衞生健康", &words), [0..2, 2..4, 7..9]);
        assert_eq!(highlights_of_words("ＰＭ２．５与PM2.5", &["pm2".to_owned()]), [0..3, 6..9]);
        assert!(highlights_of_words("健康", &[String::new()]).is_empty());
    }
}
