//! The search as the views see it: hits as plain data, each with the place it leads to. What is found, and in which
//! order, is decided by the module `search`.

use std::ops::Range;

use crate::analysis::targets::target;
use crate::app::state::location::Location;
use crate::app::wording;
use crate::library::{Answer, Library};
use crate::search::{
    self, Closeness, FilterMeaning, HitLocation, Kind, MatchedField, NoMatch, Query, ResolvedFilter, Understood,
};
use crate::text::fold::fold;
use crate::words::{punctuation, query};

/// The most hits of one kind that are listed; the others are only counted.
const PER_KIND: usize = 100;

/// What a query found, or what to try where it found nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SearchResults {
    /// The hits, best first within their kind.
    pub(crate) hits: Vec<Hit>,
    /// The number of hits of each kind, those beyond the limit included.
    pub(crate) totals: Vec<(Kind, usize)>,
    /// The words of the query to highlight in texts.
    pub(crate) highlighted: Vec<String>,
    /// The filters of the query, and what each was taken for.
    pub(crate) filters: Vec<FilterNote>,
    /// How the line was understood, in words, where that is not how it was typed.
    pub(crate) understood: Option<String>,
    /// The query with the name of the user's office in it, where 我局 was typed.
    pub(crate) with_own_office: Option<String>,
    /// The departments that share the typed name; empty where only one has it.
    pub(crate) sharing: Vec<String>,
    /// The words that no plan contains.
    pub(crate) unmet: Vec<String>,
    /// Whether the query asks about 我局, and it is not known which office that is.
    pub(crate) lacks_own_office: bool,
    /// Whether the plans are still being read, so that there may be more hits than these.
    pub(crate) is_partial: bool,
    /// Other queries that have hits, where this one has none.
    pub(crate) offers: Vec<Offer>,
}

/// Words that say what a filter was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FilterNote {
    /// The filter and its meaning in words.
    pub(crate) words: String,
    /// Whether the filter is applied; one that is half typed or not understood is not.
    pub(crate) is_used: bool,
}

/// Another query to try, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The reason in words, or the name that is searched for.
    pub(crate) words: String,
    /// The query that takes the place of the typed one.
    pub(crate) query: String,
}

/// One hit, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The kind of thing that was found.
    pub(crate) kind: Kind,
    /// The id of its plan; `None` for a department.
    pub(crate) plan: Option<String>,
    /// The place that Enter leads to.
    pub(crate) location: Location,
    /// Its first line in the document; `None` for a department and a plan.
    pub(crate) line: Option<u32>,
    /// The title of the node, or the name of the department or indicator.
    pub(crate) title: String,
    /// The titles of the nodes that contain it, outermost first.
    pub(crate) path: Vec<String>,
    /// The text or other name that matches; where the title matches, the titles above it.
    pub(crate) context: String,
    /// The ranges of `title` that match, in characters.
    pub(crate) title_highlights: Vec<Range<usize>>,
    /// The ranges of `context` that match, in characters.
    pub(crate) context_highlights: Vec<Range<usize>>,
    /// What matches without being what was typed: the characters that letters stand for, a unit as printed.
    pub(crate) meant: Vec<String>,
    /// The reason why it was found, in words.
    pub(crate) why: String,
}

/// What is known of the one who asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asker {
    /// The name of the office that 我局 stands for; `None` where it is not known.
    pub(crate) own_office: Option<String>,
    /// The id of the plan that is read, in which the number of a heading is looked for first.
    pub(crate) home: Option<String>,
}

/// Finds what is typed in the plans with these ids, or in all plans where there are none, and groups the hits by kind.
/// Waits for the index while another thread still makes it.
pub(crate) fn find(
    library: &dyn Library,
    typed: &str,
    plans: Vec<String>,
    limit: usize,
    asker: Asker,
) -> Answer<SearchResults> {
    let query = Query::parse(typed);
    if query.typed.trim().is_empty() {
        return Answer::Ready(SearchResults::default());
    }
    let options = search::Options {
        plans,
        kinds: Vec::new(),
        limit,
        per_kind: Some(PER_KIND),
        own_office: asker.own_office,
        home: asker.home,
    };
    let (mut results, mut nothing) = (SearchResults::default(), None);
    let answer = library.search(&query, &options, &mut |found| {
        results = converted(&query, &found);
        nothing = found.no_match;
    });
    answer.map(|()| {
        results.offers = nothing.map(|nothing| offers(&query, &nothing)).unwrap_or_default();
        results
    })
}

/// Returns the query without its last filter; `None` if it has none.
pub(crate) fn without_last_filter(typed: &str) -> Option<String> {
    let query = Query::parse(typed);
    query.filters.last().map(|filter| query.without(filter.range))
}

/// Counts the hits of what is typed in all plans; 0 while the library has not answered.
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
    let asks_own_office = query.asks_own_office();
    let query = found.understood.as_ref().map_or(query, |understood| &understood.query);
    let sharing: Vec<String> = found.departments.iter().map(|department| department.name.clone()).collect();
    SearchResults {
        hits,
        totals: found.counts.clone(),
        highlighted: query.positive_terms().map(|term| term.typed.clone()).filter(|word| !word.is_empty()).collect(),
        // What was not typed is told with how the line was understood.
        filters: if found.understood.is_none() { found.filters.iter().map(filter_note).collect() } else { Vec::new() },
        understood: found.understood.as_ref().map(Understood::message),
        with_own_office: found.understood.as_ref().filter(|_| asks_own_office).map(|_| query.typed.clone()),
        sharing: if query.positive_terms().count() == 1 && sharing.len() > 1 { sharing } else { Vec::new() },
        lacks_own_office: found.lacks_own_office,
        is_partial: found.is_partial,
        offers: Vec::new(),
        unmet: found.no_match.as_ref().map(|nothing| nothing.unknown_words.clone()).unwrap_or_default(),
    }
}

/// Returns what to try where nothing was found: a filter less, a similar name, a word less.
fn offers(query: &Query, nothing: &NoMatch) -> Vec<Offer> {
    let less = nothing
        .without_filter
        .iter()
        .chain(&nothing.without_word)
        .map(|(filter, place, n)| Offer { words: query::without(filter, *n), query: query.without(*place) });
    let near = nothing
        .suggestions
        .iter()
        .map(|name| Offer { words: name.clone(), query: instead(query, &nothing.unknown_words, name) });
    less.chain(near).collect()
}

fn converted_hit(hit: &search::Hit) -> Option<Hit> {
    let ranges = |ranges: &[[usize; 2]]| ranges.iter().map(|[from, to]| *from..*to).collect::<Vec<_>>();
    let title = hit.title;
    let in_title = hit.matched.iter().find(|matched| matched.text == title);
    // A word that names the plan needs no context: the name of the plan is shown before the title anyway.
    let elsewhere = hit.matched.iter().find(|matched| matched.text != title && matched.field != "plan");
    let location = match (hit.kind, hit.location) {
        (Kind::Department, _) => Location::Department(hit.id.to_owned()),
        (Kind::Plan, _) => Location::Plan(hit.id.to_owned()),
        (_, HitLocation::Row(_, row)) => Location::Indicator(hit.table?.to_owned(), row),
        _ => Location::Node(hit.id.to_owned()),
    };
    // Where only the name of a target matches, its value is more useful than the name again.
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
        title: hit.shown_title().to_owned(),
        path: hit.context.iter().map(|title| (*title).to_owned()).collect(),
        context,
        title_highlights: in_title.map(|matched| ranges(&matched.ranges)).unwrap_or_default(),
        context_highlights: elsewhere.map(|matched| ranges(&matched.ranges)).unwrap_or_default(),
        meant: meant(&hit.matched),
        why: hit.why(),
    })
}

/// Returns the characters that match where they are not those typed. For a similar name it is the whole name, as its
/// scattered characters say nothing in a text.
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

/// Replaces the only word of the query that no plan contains by a name; otherwise the name becomes the whole query.
fn instead(query: &Query, unmet: &[String], name: &str) -> String {
    let term = match unmet {
        [only] => query.positive_terms().find(|term| term.typed == *only),
        _ => None,
    };
    // Quotation marks keep a name in one piece when it contains a space or a sign that means something in a query.
    let is_plain = name.chars().all(char::is_alphanumeric);
    let name = if is_plain { name.to_owned() } else { format!("“{name}”") };
    let Some(term) = term else { return name };
    let before: String = query.typed.chars().take(term.range[0]).collect();
    let behind: String = query.typed.chars().skip(term.range[1]).collect();
    format!("{before}{name}{behind}")
}

/// Words what a filter was taken for.
fn filter_note(reading: &ResolvedFilter) -> FilterNote {
    let filter = punctuation::labelled(reading.filter.kind.name(), reading.filter.value.trim());
    let (words, is_used) = match &reading.meaning {
        FilterMeaning::Pending => (query::unfinished(&filter), false),
        FilterMeaning::Known(names) => (wording::known_filter(&filter, &reading.filter.value, names), true),
        FilterMeaning::Unknown(near) => (wording::unknown_filter(&filter, near), false),
    };
    FilterNote { words, is_used }
}

/// Returns the ranges of `text`, in characters and in order, at which any of the words stands.
pub(crate) fn highlights_of_words(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = words.iter().flat_map(|word| highlights(text, word)).collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Returns the ranges of `text`, in characters, at which `word` stands; both are folded character by character.
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

    /// (typed, words that no plan contains, a similar name) → the query offered.
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

    /// (text, characters that match, how) → what is highlighted beside the typed words.
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
