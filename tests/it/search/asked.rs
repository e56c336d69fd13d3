//! Questions as planners type them, written from the texts by one who had not seen the rules of search, each with its
//! answers and the rank down to which one of them must stand. The heads of the files say how often the first meeting
//! was answered.

use std::collections::BTreeMap;
use std::io::Write;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use guihua::lexicon::topic::TOPICS;
use guihua::search::{Hit, Kind};

use crate::registry::REGISTRY;
use crate::search::Library;

/// One question a line: kind, question, answers, rank, reason.
const ASKED: &str = include_str!("asked.txt");

/// Two ways to type a line and its first answer: with spaces, without, answers.
const PAIRS: &str = include_str!("pairs.txt");

/// How many of a thousand questions must be answered within their rank.
const PER_MILLE: usize = 930;

/// Whether a hit is one of the answers, which are parted by `|`: `@node`, `部门 name`, or `plan:line`.
fn is_answer(hit: &Hit, answers: &str) -> bool {
    answers.split('|').any(|answer| {
        if let Some(id) = answer.strip_prefix('@') {
            return hit.id == id;
        }
        if let Some(name) = answer.strip_prefix("部门 ") {
            return hit.kind == Kind::Department && hit.title == name;
        }
        let Some((plan, line)) = answer.split_once(':') else { panic!("no answer: {answer}") };
        let line: u32 = line.parse().expect("a line");
        hit.plan == Some(plan) && hit.lines.is_some_and(|[from, to]| (from..=to).contains(&line))
    })
}

/// The lines of a file but for its head, cut at the tabs.
fn rows<const N: usize>(file: &'static str) -> Vec<[&'static str; N]> {
    let cut = |line: &'static str| {
        let fields: Vec<&str> = line.split('\t').collect();
        fields.try_into().unwrap_or_else(|fields| panic!("{fields:?}"))
    };
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(cut).collect()
}

#[test]
fn questions_as_typed_are_answered() {
    let library = Library::new();
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let rows = rows::<5>(ASKED);
    for [kind, question, answers, rank, _] in &rows {
        let rank: usize = rank.parse().expect("a rank");
        let found = library.ask(question);
        let is_right = found.hits.iter().take(rank).any(|hit| is_answer(hit, answers));
        let count = kinds.entry(kind).or_default();
        count.0 += usize::from(is_right);
        count.1 += 1;
        if !is_right {
            let shown: Vec<String> =
                found.hits.iter().take(3).map(|hit| format!("{} {} {}", hit.kind.name(), hit.id, hit.title)).collect();
            wrong.push(format!("{kind} {question}: wanted {answers} within {rank}, got {shown:?}"));
        }
    }
    let right = rows.len() - wrong.len();
    println!("{right} of {} questions answered\n{kinds:?}\n{}", rows.len(), wrong.join("\n"));
    assert!(right * 1_000 >= rows.len() * PER_MILLE, "{right} of {}\n{}", rows.len(), wrong.join("\n"));
}

#[test]
fn spaces_between_words_make_no_difference() {
    let library = Library::new();
    let mut wrong = Vec::new();
    let rows = rows::<3>(PAIRS);
    let mut answered = 0;
    for [spaced, joined, answers] in &rows {
        let (one, other) = (library.ask(spaced), library.ask(joined));
        let first = one.hits.first().map(|hit| (hit.kind, hit.id, hit.lines));
        let same = first.is_some() && first == other.hits.first().map(|hit| (hit.kind, hit.id, hit.lines));
        answered += usize::from(other.hits.first().is_some_and(|hit| is_answer(hit, answers)));
        if !same {
            let other = other.hits.first().map(|hit| (hit.kind, hit.id, hit.lines));
            wrong.push(format!("{spaced}: {first:?}; {joined}: {other:?}"));
        }
    }
    println!(
        "{} of {} pairs alike, {answered} as expected\n{}",
        rows.len() - wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of the lines made of a plan, an office and a topic every one of this many is asked, or each where the environment has
/// `GUIHUA_ALL`, which takes some four minutes on two cores.
const ONE_IN: usize = 29;

/// How many of a thousand of these lines must find the same first hit with spaces and without.
const ALIKE_PER_MILLE: usize = 990;

/// After so many lines it is told how far the test is.
const TOLD_EVERY: usize = 1_000;

/// The place of each plan with each office of its tasks and each topic.
fn places_with_offices_and_topics(library: &Library) -> Vec<[&str; 3]> {
    let mut topics: Vec<&str> = TOPICS.iter().map(|(word, _)| word).collect();
    topics.sort_unstable();
    let mut lines = Vec::new();
    for plan in &library.dataset.plans {
        let units = plan.nodes.iter().flat_map(|node| &node.responsible).flat_map(|clause| &clause.units);
        let mut offices: Vec<&str> = units.filter_map(|unit| unit.department.as_deref()).collect();
        offices.sort_unstable();
        offices.dedup();
        let offices =
            offices.iter().filter_map(|id| REGISTRY.departments().get(id)).map(|office| office.short.as_str());
        let place = plan.short.split('·').next().unwrap_or_default();
        let pairs = offices.flat_map(|office| topics.iter().map(move |topic| (office, *topic)));
        lines.extend(pairs.map(|(office, topic)| [place, office, topic]));
    }
    lines
}

/// Those of the lines that find another first hit with spaces than without, in their order. Each core takes the next line
/// when it is done with one.
fn differing(library: &Library, asked: &[&[&str; 3]]) -> Vec<String> {
    let first = |typed: &str| library.ask(typed).hits.first().map(|hit| (hit.kind, hit.id.to_owned(), hit.lines));
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    let work = || {
        let mut differ = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(words) = asked.get(at) else { return differ };
            if at > 0 && at.is_multiple_of(TOLD_EVERY) {
                // The harness shows what is printed at the end only, and not what is written to the stream itself.
                let _ = writeln!(std::io::stderr(), "{at} of {} lines after {:.0?}", asked.len(), start.elapsed());
            }
            if first(&words.join(" ")) != first(&words.concat()) {
                differ.push((at, words.join(" ")));
            }
        }
    };
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut differ: Vec<(usize, String)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..n_threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no line stops the search")).collect()
    });
    differ.sort_unstable();
    differ.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn a_plan_an_office_and_a_topic_need_no_spaces() {
    let library = Library::new();
    let one_in = if std::env::var_os("GUIHUA_ALL").is_some() { 1 } else { ONE_IN };
    let lines = places_with_offices_and_topics(&library);
    let asked: Vec<&[&str; 3]> = lines.iter().step_by(one_in).collect();
    let differ = differing(&library, &asked);
    let alike = asked.len() - differ.len();
    println!("{alike} of {} lines alike\n{}", asked.len(), differ.join("\n"));
    assert!(alike * 1_000 >= asked.len() * ALIKE_PER_MILLE && asked.len() > 100, "{alike} of {}", asked.len());
}
