//! Words that stand twice: in one list, in two lists of the same words, in two lists that share most of theirs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::tokens::{Token, tokens};

/// The fewest words that two lists share for a reason. Fewer may meet by chance.
const FEWEST_SHARED: usize = 3;

/// More single characters than this are an inventory of what may stand in a place, which shares some with every short list
/// of characters by chance.
const INVENTORY: usize = 100;

/// Pairs of lists that share more than half of the words of the smaller one, and why neither is made of the other.
const SHARING: [(&str, &str, &str); 64] = [
    (
        "count::BEFORE_NUMBERED_LISTS",
        "task::OBJECT_PREPOSITIONS",
        "characters around a list; prepositions before an object",
    ),
    (
        "count::INSTITUTION_COUNTERS",
        "count::ONE_OF_EACH",
        "measures of institutions; measures of what each item of a list has one of",
    ),
    (
        "count::LISTED_THINGS",
        "table::GROUP_ENDINGS",
        "things that a list before them names; last words of the heads of columns of groups",
    ),
    (
        "count::ONE_OF_EACH",
        "heading::LISTED_COUNTERS",
        "measures of what each item of a list has one of; measures in a heading",
    ),
    (
        "count::ONE_OF_EACH",
        "unit::COUNTERS",
        "measures of what each item of a list has one of; measures of whole things",
    ),
    ("metric::BEFORE_SHARES", "place::NOT_OF_A_PART", "characters before a share; those that no name of a place has"),
    (
        "condition::PROJECT_SIZES",
        "works::ATTRIBUTES",
        "sizes of works that are no targets; attributes, with one word for each",
    ),
    (
        "count::ANNOUNCED_THINGS",
        "target::TASK_TITLES",
        "what a sentence announces before a list; titles of chapters of tasks",
    ),
    (
        "count::DONE_BY_SOME",
        "result::ENTERING_VERBS",
        "verbs of what some of many do; verbs of entering a list or a state",
    ),
    (
        "count::ENUMERATED_COUNTERS",
        "heading::LISTED_COUNTERS",
        "measures behind a list; measures in a heading before one",
    ),
    ("metric::BEFORE_SHARES", "metric::SHARE_FILLERS", "characters before a share; what is left out of its wording"),
    ("metric::FOR_PEOPLE", "unit::HEADS", "bases in names of metrics; bases with how many people they are"),
    ("metric::POPULATIONS", "unit::PEOPLE", "what a population is called before its number; what a unit counts"),
    (
        "time::DUE_YEAR_PREFIXES",
        "works::BEFORE_DATES",
        "words before a year of a target; those between a work and its date",
    ),
    (
        "count::COUNTS_OF_ALL",
        "metric::WHOLE_WORDS",
        "words before the number of all things; those behind the name of a whole",
    ),
    ("document::OWN_NAMES", "document::TITLE_ENDINGS", "what a document calls itself for short; last words of titles"),
    (
        "document::OWN_NAMES",
        "document::TITLE_FAMILIES",
        "what a document calls itself for short; last words with their families",
    ),
    (
        "document::TITLE_FILLERS",
        "heading::USUAL_WORDS",
        "words that tell no titles apart; words that any text below a heading may print",
    ),
    ("heading::USUAL_WORDS", "misprint::NO_OFFICES", "words that any text may print; words that are no offices"),
    ("heading::USUAL_WORDS", "task::NOUN_VERBS", "words that any text may print; verbs that stand as nouns"),
    ("heading::USUAL_WORDS", "term::STARTING_VERBS", "words that any text may print; verbs that open a heading"),
    (
        "metric::SHARE_BEARING",
        "metric::SHARE_FILLERS",
        "verbs before a share that is paid; what wordings of a share differ in",
    ),
    (
        "misprint::POSTPOSITIONS",
        "result::LOCATIVE_ENDINGS",
        "characters behind a place or a time; those that end a place in a result",
    ),
    ("subject::GENERAL_TOPICS", "topic::TOPICS", "topics under which anything may stand; the words of all topics"),
    (
        "clause::LEAD_VERBS",
        "task::LEADING_WORDS",
        "verbs behind units in clauses; words behind the office that leads a task in a sentence",
    ),
    ("heading::COUNTED_NOUNS", "misprint::BUILT_NOUNS", "what headings count; what is built up"),
    ("question::UNTIL", "time::BEFORE_DEADLINES", "words of a typed question; words behind the year of a deadline"),
    ("time::MONTHS_OF_PARTS", "time::PARTS_OF_YEAR", "parts of a year with their months; those behind a year"),
    (
        "target::RENEWING_VERBS",
        "works::EQUIPPING_VERBS",
        "verbs that open a clause; verbs of giving what is worked with",
    ),
    ("works::ATTRIBUTES", "works::LASTING_ATTRIBUTES", "attributes by their words; those that a work keeps"),
    (
        "metric::SHARE_FILLERS",
        "question::JOINING_CHARS",
        "what wordings of a share differ in; what joins the words of a question",
    ),
    (
        "question::INNER_MARKS",
        "value::BARE_VALUE_MARKS",
        "marks inside a typed word; marks of a value without a number",
    ),
    ("clause::JOINT_DUTIES", "clause::JOINT_VERBS", "duties in labels; verbs behind units"),
    ("clause::LEAD_DUTIES", "clause::LEAD_VERBS", "duties in labels; verbs behind units"),
    ("task::TASK_VERBS", "term::STARTING_VERBS", "verbs of tasks; those before the name of what a heading is about"),
    ("result::RESULT_OPENERS", "value::MEETING_VERBS", "what opens a result in words; verbs before a standard"),
    (
        "metric::PART_VERBS",
        "metric::SHARE_FILLERS",
        "what shows that a share is stated; what is left out of its wording",
    ),
    (
        "count::INSTITUTION_COUNTERS",
        "unit::COUNTERS",
        "characters behind a range, with 支; words that stand for one another",
    ),
    (
        "heading::FRAME_CHAPTERS",
        "topic::TOPICS",
        "chapters around the tasks; subjects, with what those chapters are about",
    ),
    ("heading::COUNTED_NOUNS", "target::TASK_TITLES", "what a heading counts; words in titles of chapters with tasks"),
    (
        "indicator::SLIPPED_IN",
        "misprint::REACHING_VERBS",
        "ends of names in tables, with signs; verbs of a sentence, with those of change",
    ),
    ("office::COMMON_OFFICE_CHARS", "office::OFFICE_ENDINGS", "characters; words, which end with a level before them"),
    ("punctuation::RANGE_JOINTS", "time::SPAN_JOINTS", "characters of any text; words of a folded text"),
    ("result::RESULT_CLOSERS", "value::COMPLETIONS", "ends of a target in words; words of a cell of a table"),
    (
        "metric::SHARE_FILLERS",
        "target::HAVING_VERBS",
        "words that wordings of a share differ in; verbs behind those for whom something is counted",
    ),
    ("value::PLAIN_BEFORE", "value::STAYING", "what stands before a number; words of a value that stays as it is"),
    (
        "count::BEFORE_COUNTS",
        "time::STATING_WORDS",
        "words between what is counted and its number; words behind a year that say what was then",
    ),
    (
        "count::BEHIND_WHOLE_LISTS",
        "misprint::STANDING_ALONE",
        "first characters behind a whole list; words of one character that no misprint is",
    ),
    (
        "count::BEFORE_SUMMED_UP",
        "misprint::SMALL_WORDS",
        "characters before a list that is summed up; words of one character that are doubled by a slip",
    ),
    (
        "count::BEFORE_SUMMED_UP",
        "misprint::STANDING_ALONE",
        "characters before a list that is summed up; words of one character that no misprint is",
    ),
    (
        "change::MEANS_AND_PARTS",
        "place::NOT_OF_A_PART",
        "characters of a change that is no plain difference; what a number of another place stands behind",
    ),
    (
        "count::SUMMED_UP",
        "office::COMMON_OFFICE_CHARS",
        "last characters of names that are summed up; characters that many offices have",
    ),
    (
        "count::SUMMED_UP",
        "place::LOCAL_LEVELS",
        "last characters of names of places and offices; levels of places alone",
    ),
    ("metric::SHARE_FILLERS", "time::NOW_WORDS", "words that wordings of a share differ in; words for the present"),
    (
        "metric::SHARE_FILLERS",
        "time::STATING_WORDS",
        "words that wordings of a share differ in; words behind a year that say what was then",
    ),
    ("time::LEVELS_OF_NOW", "time::NOW_WORDS", "words for the level of the present; words for the present"),
    ("time::NOW_WORDS", "time::START_TIMES", "words for the present; words for the time at which a plan begins"),
    ("target::LEADING_VERBS", "value::STAYING", "verbs before a metric; verbs before a number that stays"),
    ("target::ARRIVALS", "time::DUE_YEAR_PREFIXES", "ends of verbs before a number; words before a year"),
    (
        "misprint::STANDING_ALONE",
        "target::ALIKE_WORDS",
        "words of one character that no misprint is; words for each of a list",
    ),
    ("target::CONJUNCTION_CHARS", "target::SHORT_CONJUNCTIONS", "characters, and words to build lists of words from"),
    ("unit::BASES_IN_NAMES", "unit::SCALES", "numbers of people, each with its base; factors of a number"),
    ("unit::SCALES", "unit::SCALE_CHARS", "words; the characters that they are made of"),
    (
        "works::ATTRIBUTES",
        "works::ATTRIBUTES_BEHIND",
        "attributes before their number; those that also stand behind it",
    ),
];

/// A list as its source writes it.
#[derive(Debug)]
struct ListSource {
    /// The names of the lists it is built from.
    parts: Vec<String>,
    /// Its own entries: a word or a character, and for a glossary what the source writes as its meaning.
    own: Vec<(String, String)>,
}

/// The lists of a source, by their names.
fn lists_of(code: &str) -> Vec<(String, ListSource)> {
    let tokens = tokens(code);
    let declarations = tokens.split(|token| token.name() == Some("static")).skip(1);
    let list = |tokens: &[Token]| {
        let tokens = tokens.split(|token| token.is(';')).next()?;
        let name = tokens.first()?.name()?.to_owned();
        let kind = tokens.get(2)?.name()?;
        let value = tokens.split(|token| token.is('=')).nth(1)?;
        // The parts of a list stand in the first brackets, if it is made of parts.
        let is_built = value.iter().any(|token| token.name() == Some("with"));
        let end = value.iter().position(|token| token.is(']')).filter(|_| is_built).unwrap_or_default();
        let (parts, rows) = value.split_at(end);
        let names = parts.iter().skip_while(|token| !token.is('[')).filter_map(Token::name);
        Some((name, ListSource { parts: names.map(str::to_owned).collect(), own: entries(kind, rows) }))
    };
    declarations.filter_map(list).collect()
}

/// The entries of the rows of a list: characters of `Chars`, brackets that open with a word of a `Glossary`, `Words`.
fn entries(kind: &str, rows: &[Token]) -> Vec<(String, String)> {
    let words = || rows.iter().filter_map(Token::literal);
    let without_meaning = |word: String| (word, String::new());
    match kind {
        "Chars" => {
            words().flat_map(|row| row.chars().map(String::from).collect::<Vec<_>>()).map(without_meaning).collect()
        }
        "Glossary" => {
            let opened = rows.split(|token| token.is('(')).filter_map(|entry| {
                let meaning = entry.iter().skip(1).take_while(|token| !token.is(')'));
                Some((entry.first()?.literal()?, format!("{:?}", meaning.collect::<Vec<_>>())))
            });
            opened.collect()
        }
        _ => words().map(without_meaning).collect(),
    }
}

/// The lists of the folder, by file and name.
fn lists() -> BTreeMap<String, ListSource> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        let theme = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if theme != "tests" {
            let code = fs::read_to_string(&path).expect("the sources can be read");
            assert_eq!(code.matches("pub static ").count(), lists_of(&code).len(), "a list of {theme} is not read");
            found.extend(lists_of(&code).into_iter().map(|(name, list)| (format!("{theme}::{name}"), list)));
        }
    }
    found
}

/// The entries of every list with those of its parts.
fn whole_lists() -> BTreeMap<String, Vec<(String, String)>> {
    let lists = lists();
    let part = |name: &String| {
        let ending = format!("::{name}");
        let mut named = lists.iter().filter(|(list, _)| list.ends_with(&ending));
        let (_, list) = named.next().expect("a part is a list of the folder");
        assert!(named.next().is_none(), "{name}, a part, is the name of two lists");
        assert_eq!(list.parts, [""; 0], "{name} is a part and has parts itself, whose words are not found");
        list.own.clone()
    };
    let whole =
        |list: &ListSource| list.parts.iter().flat_map(part).chain(list.own.iter().cloned()).collect::<Vec<_>>();
    lists.iter().map(|(name, list)| (name.clone(), whole(list))).collect()
}

/// How many words two lists both write in their own rows, if they are most of the smaller one's.
fn n_shared(one: &ListSource, other: &ListSource) -> Option<usize> {
    let words = |list: &ListSource| list.own.iter().map(|(word, _)| word.clone()).collect::<BTreeSet<String>>();
    let (one, other) = (words(one), words(other));
    let is_inventory =
        |words: &BTreeSet<String>| words.len() > INVENTORY && words.iter().all(|word| word.chars().count() == 1);
    if is_inventory(&one) || is_inventory(&other) {
        return None;
    }
    let n_shared = one.intersection(&other).count();
    (n_shared >= FEWEST_SHARED && n_shared * 2 > one.len().min(other.len())).then_some(n_shared)
}

#[test]
fn no_word_stands_twice_in_a_list() {
    for (name, entries) in whole_lists() {
        let mut seen = BTreeSet::new();
        for entry in &entries {
            assert!(seen.insert(entry), "{name} has {entry:?} twice");
        }
        assert!(!seen.is_empty(), "{name} is empty, or is not read by this test");
    }
}

#[test]
fn no_list_stands_twice() {
    let mut seen: BTreeMap<BTreeSet<(String, String)>, String> = BTreeMap::new();
    for (name, entries) in whole_lists() {
        if let Some(other) = seen.insert(entries.into_iter().collect(), name.clone()) {
            let is_known = SHARING.iter().any(|(one, two, _)| (*one, *two) == (other.as_str(), name.as_str()));
            assert!(is_known, "{other} and {name} hold the same words: give them one name");
        }
    }
}

#[test]
fn no_two_lists_share_most_of_their_words() {
    let lists: Vec<(String, ListSource)> = lists().into_iter().collect();
    let mut sharing = Vec::new();
    for (at, (name, list)) in lists.iter().enumerate() {
        let others = lists.iter().skip(at + 1).filter(|(_, other)| n_shared(list, other).is_some());
        sharing.extend(others.map(|(other, _)| (name.as_str(), other.as_str())));
    }
    let is_known = |pair: &&(&str, &str)| SHARING.iter().any(|(one, other, _)| (*one, *other) == **pair);
    let unknown: Vec<_> = sharing.iter().filter(|pair| !is_known(pair)).collect();
    assert!(unknown.is_empty(), "{unknown:?} share most of their words: build them from a common part");
    for (one, other, _) in SHARING {
        assert!(sharing.contains(&(one, other)), "{one} and {other} do not share any more: take them out of the table");
    }
}

#[test]
fn planted_repeats_are_found() {
    let code = r#"
        pub static TREES: Words = Words::new(&[(GENERAL, &["松", "柏", "桦", "杉"]), (GENERAL, &["柳"])]);
        pub static CONIFERS: Chars = Chars::new(&[(GENERAL, "松柏杉")]);
        pub static YEARS: Glossary<u16> = Glossary::new(&[(GENERAL, &[("松", 1), ("柏", 2), ("竹", 3), ("梅", 4)])]);
        pub static ALL: Words = Words::with(&[&TREES, &SHRUBS], &[(GENERAL, &["松", "竹"])]);
    "#;
    let lists = lists_of(code);
    let list = |at: usize| &lists[at].1;
    assert_eq!(list(2).own[0], ("松".to_owned(), format!("{:?}", [Token::Mark(','), Token::Name("1".to_owned())])));
    assert_eq!(list(3).parts, ["TREES", "SHRUBS"]);
    assert_eq!(n_shared(list(0), list(1)), Some(3));
    // Two of four words, and two of two, which are too few to be no chance.
    assert_eq!(n_shared(list(0), list(2)), None);
    assert_eq!(n_shared(list(2), list(3)), None);
}
