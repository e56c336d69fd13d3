//! Search over the bundled plans: planners' questions, hostile queries, and filters that hold what they promise.

#[path = "search/asked.rs"]
mod asked;
#[path = "../bench/corpus.rs"]
mod corpus;
#[path = "search/questions.rs"]
pub(crate) mod questions;

use std::sync::Arc;

use guihua::analysis::targets::target;
use guihua::dataset;
use guihua::model::{Dataset, Node, Plan, Target};
use guihua::registry::department::Resolution;
use guihua::search::{Hit, HitLocation, Index, Kind, MatchedField, Options, Query, ReadAt, SearchResults};
use guihua::text::fold::fold;

use crate::registry::REGISTRY;

/// How many of a thousand questions must be answered rightly; 967 were before the ranking was tuned.
const PER_MILLE: usize = 990;

/// The most words and filters, and the most characters of them, that any query is worked through.
const MOST_PIECES: usize = 24;
const MOST_CHARACTERS: usize = 300;

struct Library {
    dataset: Dataset,
    index: Index,
}

impl Library {
    fn new() -> Self {
        let dataset = dataset::bundled().expect("the bundled plans are read");
        let index = Index::with_targets(&dataset, &REGISTRY, &target::all(&dataset, &REGISTRY, |_| None));
        Self { dataset, index }
    }

    fn ask(&self, typed: &str) -> SearchResults<'_> {
        self.index.search(&self.dataset, &REGISTRY, &Query::parse(typed), &Options::default())
    }

    fn all(&self, typed: &str) -> SearchResults<'_> {
        let options = Options { limit: usize::MAX, ..Options::default() };
        self.index.search(&self.dataset, &REGISTRY, &Query::parse(typed), &options)
    }
}

/// Whether a first hit is the answer wanted: its kind, and a part of its title or of what it shows, or its id.
fn is_answer(hit: Option<&Hit>, wanted: &str) -> bool {
    wanted.split('|').any(|wanted| match (hit, wanted.split_once(' ')) {
        (None, _) => wanted == "无",
        (Some(hit), Some((kind, what))) => {
            let shown = hit.matched.iter().any(|matched| matched.text.contains(what));
            let is_it = match what.strip_prefix('@') {
                Some(id) => hit.id == id,
                None => hit.title.contains(what) || (hit.kind == Kind::Text && shown),
            };
            hit.kind.name() == kind && is_it
        }
        (Some(_), None) => false,
    })
}

#[test]
fn questions_are_answered() {
    let library = Library::new();
    let mut wrong = Vec::new();
    for (typed, wanted) in questions::QUESTIONS {
        let found = library.ask(typed);
        let first = found.hits.first();
        if !is_answer(first, wanted) {
            let got = first.map(|hit| format!("{} {} {} {}", hit.kind.name(), hit.id, hit.title, hit.why()));
            wrong.push(format!("{typed}: wanted {wanted}, got {got:?}"));
        }
    }
    let n = questions::QUESTIONS.len();
    let right = n - wrong.len();
    println!("{right} of {n} questions answered ({} ‰)\n{}", right * 1_000 / n, wrong.join("\n"));
    assert!(n >= 150);
    assert!(right * 1_000 >= n * PER_MILLE, "{right} of {n}\n{}", wrong.join("\n"));
}

/// Every prefix of every question: what is asked at each keystroke.
fn keystrokes() -> impl Iterator<Item = String> {
    questions::QUESTIONS
        .iter()
        .flat_map(|(typed, _)| (1..=typed.chars().count()).map(|length| typed.chars().take(length).collect::<String>()))
}

#[test]
fn text_is_hit_only_where_the_words_stand() {
    let library = Library::new();
    for (typed, _) in questions::QUESTIONS {
        let query = library.ask(typed).understood.map_or_else(|| Query::parse(typed), |understood| understood.query);
        let words: Vec<&str> = query.positive_terms().map(|term| term.folded.as_str()).collect();
        for hit in library.all(typed).hits.iter().filter(|hit| hit.kind == Kind::Text) {
            let (plan, node) = library.dataset.node(hit.id).expect("a node");
            let text = match hit.location {
                HitLocation::Paragraph(at) => node.paragraphs[at].text.clone(),
                HitLocation::Caption(at) => node.tables[at].title.clone().unwrap_or_default(),
                HitLocation::Whole | HitLocation::Row(..) => panic!("{typed}: {hit:?} is no text"),
            };
            let names = format!("{} {} {}", plan.short, plan.id, plan.region.as_deref().unwrap_or_default());
            let is_or = query.groups.iter().any(|group| group.terms.len() > 1);
            let stands = |word: &&str| fold(&text).contains(*word) || fold(&names).contains(*word);
            let fits = if is_or { words.iter().any(stands) } else { words.iter().all(stands) };
            assert!(fits, "{typed}: {text}");
        }
    }
}

#[test]
fn lit_characters_are_those_of_the_match() {
    let library = Library::new();
    for typed in keystrokes() {
        for matched in library.ask(&typed).hits.iter().flat_map(|hit| &hit.matched) {
            let length = matched.text.chars().count();
            let mut end = 0;
            for &[from, to] in &matched.ranges {
                assert!(end <= from && from < to && to <= length, "{typed}: {matched:?}");
                end = from;
            }
        }
    }
    let lit = |typed: &str| {
        let found = library.ask(typed);
        let MatchedField { text, ranges, .. } = found.hits.first()?.matched.first()?;
        let lit = ranges.iter().flat_map(|[from, to]| text.chars().skip(*from).take(to - from));
        Some(lit.collect::<String>())
    };
    for (typed, expected) in [
        ("yeswl", "婴儿死亡率"),
        ("siwanglv", "死亡率"),
        ("jyj", "教育局"),
        ("kyxj", "控烟限酒"),
        ("婴儿死王率", "婴儿死率"),
        ("嬰兒死亡", "婴儿死亡"),
        ("第3章第2节", "第二节"),
    ] {
        assert_eq!(lit(typed).as_deref(), Some(expected), "{typed}");
    }
}

#[test]
fn a_department_filter_leaves_the_tasks_that_name_it() {
    let library = Library::new();
    let names_it = |node: &Node, id: &str| {
        node.responsible.iter().flat_map(|clause| &clause.units).any(|unit| unit.department.as_deref() == Some(id))
    };
    for office in REGISTRY.departments().offices() {
        let names = [&office.name, &office.short, &office.initials, &office.pinyin];
        for name in names.into_iter().chain(&office.forms).chain(&office.abbreviations).chain(&office.former) {
            if !matches!(REGISTRY.departments().resolve(name), Resolution::One(one) if one.id == office.id) {
                continue;
            }
            let found = library.all(&format!("部门:{name}"));
            let tasks: Vec<&str> = found.hits.iter().filter(|hit| hit.kind == Kind::Task).map(|hit| hit.id).collect();
            let nodes = library.dataset.plans.iter().flat_map(Plan::tasks);
            let expected: Vec<&str> =
                nodes.filter(|node| names_it(node, &office.id)).map(|node| node.id.as_str()).collect();
            assert_eq!(tasks, expected, "{name}");
        }
    }
}

#[test]
fn words_that_stand_there_by_chance_are_no_hits() {
    let found = Library::new();
    let found = found.all("民政");
    assert_eq!(found.hits.first().map(|hit| hit.id), Some("civil-affairs"));
    assert!(found.hits.iter().all(|hit| hit.title != "人民政府办公室"));
    for matched in found.hits.iter().flat_map(|hit| &hit.matched) {
        for [from, _] in &matched.ranges {
            let before = matched.text.chars().nth(from.wrapping_sub(1));
            assert_ne!(before, Some('人'), "{}", matched.text);
        }
    }
}

#[test]
fn the_index_answers_as_the_scan_does() {
    let options = Options::default();
    // A small library, which is searched by the characters of its lines, and one that is scanned.
    for copies in [1, 40] {
        let dataset = corpus::library(&dataset::bundled().expect("the bundled plans"), copies);
        let (scan, index) = (Index::new(&dataset, &dataset::registry()), Index::new(&dataset, &dataset::registry()));
        assert_eq!(index.is_large(), copies > 1);
        index.prepare();
        for typed in keystrokes().step_by(5).chain(questions::hostile()) {
            let query = Query::parse(&typed);
            let (one, other) = (
                scan.search(&dataset, &dataset::registry(), &query, &options),
                index.search(&dataset, &dataset::registry(), &query, &options),
            );
            assert_eq!(one.counts, other.counts, "{typed}");
            assert_eq!(one.hits, other.hits, "{typed}");
        }
    }
}

/// A place in memory where an index is kept.
#[derive(Debug)]
struct Place(Vec<u8>);

impl ReadAt for Place {
    fn read_at(&self, from: usize, length: usize) -> Option<Vec<u8>> {
        self.0.get(from..from + length).map(<[u8]>::to_vec)
    }
}

#[test]
fn an_index_that_was_kept_answers_as_the_one_that_was_made() {
    let options = Options::default();
    for copies in [1, 40] {
        let dataset = corpus::library(&dataset::bundled().expect("the bundled plans"), copies);
        let targets = if copies == 1 { target::all(&dataset, &REGISTRY, |_| None) } else { Vec::new() };
        let made = Index::with_targets(&dataset, &REGISTRY, &targets);
        made.prepare();
        let bytes = made.to_bytes();
        let kept = Index::from_bytes(&bytes).expect("it is read");
        let place: Arc<dyn ReadAt> = Arc::new(Place(bytes.clone()));
        let away = Index::from_kept(&bytes, &place).expect("it is read");
        assert!(copies == 1 || away.bytes() < kept.bytes() * 4 / 5, "what is not read takes no memory");
        for typed in keystrokes().step_by(7).chain(questions::hostile()) {
            let query = Query::parse(&typed);
            let search = |index: &Index| {
                let found = index.search(&dataset, &REGISTRY, &query, &options);
                (found.counts, format!("{:?}", found.hits))
            };
            let [one, other, third] = [&made, &kept, &away].map(search);
            assert_eq!(one, other, "{typed}");
            assert_eq!(one, third, "{typed}");
        }
        let lost: Arc<dyn ReadAt> = Arc::new(Place(Vec::new()));
        let lost = Index::from_kept(&bytes, &lost).expect("it is read");
        let [one, other] = [&made, &lost].map(|index| {
            let found = index.search(&dataset, &REGISTRY, &Query::parse("健康素养水平"), &options);
            found.counts.into_iter().filter(|(kind, _)| *kind == Kind::Text).collect::<Vec<_>>()
        });
        assert_eq!(one, other, "where the place is lost, the text is scanned");
        assert_eq!(kept.to_bytes(), bytes, "it can be kept again");
        for end in (0..bytes.len()).step_by(bytes.len() / 50 + 1) {
            assert!(Index::from_bytes(&bytes[..end]).is_none(), "{end}");
        }
        assert!(Index::from_bytes(&[bytes.as_slice(), b"x"].concat()).is_none());
    }
}

#[test]
fn hostile_queries_are_answered() {
    let library = Library::new();
    for typed in questions::hostile() {
        // What an answer costs grows with the pieces and characters read, and neither with what is typed. The time
        // itself is in the bench.
        let query = Query::parse(&typed);
        let letters: usize = query.terms().map(|term| term.folded.chars().count()).sum();
        let values: usize = query.filters.iter().map(|filter| filter.value.chars().count()).sum();
        assert!(query.terms().count() + query.filters.len() <= MOST_PIECES, "{typed}");
        assert!(letters + values <= MOST_CHARACTERS, "{typed}");
        assert!(library.ask(&typed).hits.len() <= Options::default().limit);
    }
    for options in [Options { limit: 0, ..Options::default() }, Options { per_kind: Some(1), ..Options::default() }] {
        let found = library.index.search(&library.dataset, &dataset::registry(), &Query::parse("健康"), &options);
        assert!(found.hits.len() <= options.limit.min(Kind::ALL.len()));
    }
}

#[test]
fn nothing_found_says_why() {
    let library = Library::new();
    let nothing =
        |typed: &str| library.ask(typed).no_match.map(|no_match| no_match.messages().join("；")).unwrap_or_default();
    for (typed, expected) in [
        ("规划:佛山 烟草流行监测", "去掉“规划:佛山”有"),
        ("控烟 航母编队", "没有“航母编队”"),
        ("健康素养提升率与知晓", "相近的有"),
        ("控烟", ""),
    ] {
        let said = nothing(typed);
        assert!(said.contains(expected) && said.is_empty() == expected.is_empty(), "{typed}: {said}");
    }
}

#[test]
fn a_large_library_is_prepared_while_it_answers() {
    let dataset = corpus::library(&dataset::bundled().expect("the bundled plans"), 6);
    let index = Index::new(&dataset, &dataset::registry());
    let expected = index.search(&dataset, &dataset::registry(), &Query::parse("卫生健康"), &Options::default()).counts;
    std::thread::scope(|scope| {
        scope.spawn(|| index.prepare());
        for _ in 0..20 {
            let found = index.search(&dataset, &dataset::registry(), &Query::parse("卫生健康"), &Options::default());
            assert_eq!(found.counts, expected);
        }
    });
}

/// The targets that answer, best first.
fn promised<'a>(library: &'a Library, typed: &str) -> Vec<&'a Target> {
    let options = Options { kinds: vec![Kind::Target], limit: usize::MAX, ..Options::default() };
    let found = library.index.search(&library.dataset, &dataset::registry(), &Query::parse(typed), &options);
    assert!(found.hits.iter().all(|hit| hit.kind == Kind::Target && hit.target.is_some()), "{typed}");
    found.hits.iter().filter_map(|hit| hit.target).collect()
}

#[test]
fn targets_are_found_by_metric_year_plan_and_office() {
    let library = Library::new();
    // What is asked, how many at least, and the node and line of the first one.
    let cases = [
        ("托位数", 3, "xiangqiao-145/3.6.2"),
        ("托位数 规划:中山", 2, "zhongshan-145/7.2"),
        ("居民健康素养水平 规划:云浮", 3, "yunfu-2030/1.2"),
        // By another name of the indicator, and by a word of the sentence that states it.
        ("预期寿命 达到82岁", 1, "zhongshan-145/2.3"),
        ("健康素养 35%", 1, "yunfu-2030/3.1"),
        ("指标:万车死亡率", 2, "foshan-2030/5.3.2"),
        ("部门:卫健局 年:2022", 1, "qingyuan-2030/"),
    ];
    for (typed, n_least, first) in cases {
        let found = promised(&library, typed);
        assert!(found.len() >= n_least, "{typed}: {}", found.len());
        assert!(found.first().is_some_and(|target| target.node.starts_with(first)), "{typed}: {:?}", found.first());
    }
    for (typed, year) in [("年:2025", 2025), ("健康 年:2030", 2030)] {
        let found = promised(&library, typed);
        assert!(found.len() > 10 && found.iter().all(|target| target.years.contains(&year)), "{typed}");
    }
    assert!(promised(&library, "年:2031").is_empty());
}

#[test]
fn targets_come_after_indicators_and_before_text() {
    let library = Library::new();
    for typed in ["健康素养", "预期寿命", "托位数", "死亡率"] {
        let found = library.all(typed);
        let first = |kind: Kind| found.hits.iter().position(|hit| hit.kind == kind);
        let (row, target, text) = (first(Kind::Indicator), first(Kind::Target), first(Kind::Text));
        assert!(row < target && target.is_some() && target < text, "{typed}: {row:?} {target:?} {text:?}");
        let whole: Vec<Kind> = found.hits.iter().map(|hit| hit.kind).collect();
        let counted = found.counts.iter().find(|(kind, _)| *kind == Kind::Target).map(|(_, n)| *n);
        assert_eq!(counted, Some(whole.iter().filter(|kind| **kind == Kind::Target).count()), "{typed}");
    }
}
