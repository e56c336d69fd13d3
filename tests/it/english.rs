//! English: no Chinese but what plans print in findings, doubts, comparisons and the reasons of hits; and the JSON and CSV of every
//! command the same in both languages.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use guihua::analysis::check::{self, confidence_name, kind_name};
use guihua::analysis::comparison::plot::{self, Sketch};
use guihua::analysis::comparison::{self, report};
use guihua::analysis::targets::target;
use guihua::dataset;
use guihua::model::{Dataset, Target};
use guihua::registry::indicator::Indicator;
use guihua::search::{Index, NoMatch, Options, Query};
use guihua::words::{self, Language};

use crate::fixtures;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| dataset::bundled().expect("the bundled plans"));

/// What the five plans and the registry print, without blanks.
static PRINTED: LazyLock<String> = LazyLock::new(|| {
    let registry = dataset::registry();
    let mut printed = String::new();
    for plan in &DATASET.plans {
        printed += dataset::seed(&plan.id).expect("a seed");
        printed += &plan.short;
        printed.push('\n');
    }
    registry.indicators().iter().flat_map(Indicator::names).for_each(|name| printed += name);
    DATASET.departments.iter().for_each(|office| printed += &office.name);
    without_blanks(&printed)
});

fn without_blanks(text: &str) -> String {
    text.replace("**", "").split_whitespace().collect()
}

fn is_chinese_mark(c: char) -> bool {
    "，。；：、（）！？　".contains(c)
}

/// The runs of Chinese characters and marks of an English text that stand in no quotation marks and that `printed`, a text without
/// blanks, does not hold. A run of marks alone is the program's.
pub(crate) fn strays(english: &str, printed: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let outside: String = english
        .chars()
        .map(|c| {
            match c {
                '“' => depth += 1,
                '”' => depth = depth.saturating_sub(1),
                _ => return if depth > 0 { '"' } else { c },
            }
            '"'
        })
        .collect();
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || is_chinese_mark(c);
    let chars: Vec<char> = outside.chars().collect();
    let mut strays = Vec::new();
    let mut at = 0;
    for run in chars.chunk_by(|one, next| is_chinese(*one) == is_chinese(*next)) {
        let (from, to) = (at, at + run.len());
        at = to;
        if !is_chinese(run[0]) {
            continue;
        }
        // Marks between figures are known by what stands beside them: 100，70.
        let is_beside = |at: &usize| chars.get(*at).is_some_and(|c| c.is_alphanumeric() || "%‰％".contains(*c));
        let before = from.checked_sub(1).filter(is_beside).map_or(from, |before| before);
        let behind = Some(to).filter(is_beside).map_or(to, |behind| behind + 1);
        let are_marks = run.iter().all(|c| is_chinese_mark(*c));
        let whole: String = if are_marks { &chars[before..behind] } else { run }.iter().collect();
        if are_marks && before == from && behind == to || !printed.contains(&whole) {
            strays.push(run.iter().collect());
        }
    }
    strays
}

/// Asserts that the texts, in English, have no Chinese but what is printed.
fn assert_english<'a>(texts: impl IntoIterator<Item = (&'a str, String)>, printed: &str) {
    let mut faults: BTreeMap<String, &str> = BTreeMap::new();
    let mut n_texts = 0;
    for (place, text) in texts {
        n_texts += 1;
        let strays = strays(&text, printed);
        if !strays.is_empty() {
            faults.insert(format!("{} in: {text}", strays.join(" | ")), place);
        }
    }
    assert!(n_texts > 0 && faults.is_empty(), "{n_texts} texts: {faults:#?}");
}

#[test]
fn a_stray_character_is_seen() {
    assert_eq!(strays("“婴儿死亡率” 5‰ in the text", ""), [""; 0]);
    assert_eq!(strays("婴儿死亡率 5‰", "婴儿死亡率"), [""; 0]);
    assert_eq!(strays("正文 5‰，table（x）", "表"), ["正文", "，", "（", "）"]);
    assert_eq!(strays("“a“b”正”文", ""), ["文"]);
    assert_eq!(strays("100，70", "100，70"), [""; 0]);
}

#[test]
fn findings_and_doubts_say_nothing_in_chinese() {
    words::within(Language::English, || {
        let registry = dataset::registry();
        let findings = check::select(&DATASET, &registry, &[], dataset::seed);
        let of_findings = findings.iter().map(|finding| (finding.plan.as_str(), finding.what.to_string()));
        let names =
            findings.iter().map(|one| ("name", format!("{} {}", kind_name(one.kind), confidence_name(one.confidence))));
        let doubts = DATASET
            .plans
            .iter()
            .flat_map(|plan| plan.findings.iter().map(move |doubt| (plan.id.as_str(), doubt.kind.to_string())));
        assert_english(of_findings.chain(doubts).chain(names), &PRINTED);
        let cities = fixtures::CITIES.map(|(file, text)| (file, fixtures::import(file, text)));
        let of_cities = cities.iter().flat_map(|(file, plan)| {
            let doubts = plan.findings.iter().map(|doubt| doubt.kind.to_string());
            let found = check::check_plan(plan, &registry, None).into_iter().map(|one| one.what.to_string());
            found.chain(doubts).map(move |text| (*file, text))
        });
        assert_english(of_cities, &without_blanks(&fixtures::CITIES.map(|(_, text)| text).concat()));
    });
}

#[test]
fn comparisons_say_nothing_in_chinese() {
    let registry = dataset::registry();
    let targets: HashMap<&str, Vec<Target>> = DATASET
        .plans
        .iter()
        .map(|plan| (plan.id.as_str(), target::of_plan(plan, &registry, dataset::seed(&plan.id))))
        .collect();
    let of_plan = |id: &str| targets.get(id).map_or(&[] as &[Target], Vec::as_slice);
    let ids: Vec<&str> = DATASET.plans.iter().map(|plan| plan.id.as_str()).collect();
    words::within(Language::English, || {
        let mut texts: Vec<(&str, String)> = Vec::new();
        let all = comparison::all(&DATASET, &registry, &ids, of_plan);
        for one in &all {
            let made = report::describe(&DATASET, one);
            let lines = made.sections.iter().flat_map(|section| section.lines.iter().map(|line| line.text.clone()));
            let headings = made.sections.iter().map(|section| section.heading.to_owned());
            let rows = made.rows.iter().flat_map(|row| {
                let words = [row.name.clone(), row.standing.name().to_owned(), row.why_not.clone()];
                words.into_iter().chain(row.cells.iter().map(|cell| cell.text.clone()))
            });
            let chart = plot::fit(&Sketch::new(&DATASET, one), 80);
            let chart = chart
                .into_iter()
                .flat_map(|plot| std::iter::once(plot.heading).chain(plot.legend.into_iter().map(|(_, said)| said)));
            let said = lines
                .chain(headings)
                .chain(rows)
                .chain(made.columns.iter().cloned())
                .chain([made.measure.clone()])
                .chain(chart);
            texts.extend(said.map(|text| (one.indicator, text.replace('\n', " "))));
        }
        for stated in targets.values().flatten() {
            texts.push(("target", target::in_words(stated)));
            texts.push(("target", target::values_with_quote(stated)));
            texts.extend(target::row_in_words(stated).map(|said| ("row", said)));
        }
        assert_english(texts, &with_metrics(targets.values().flatten()));
    });
}

/// What is printed, and the names of metrics that were put together from several places of a sentence.
fn with_metrics<'a>(targets: impl Iterator<Item = &'a Target>) -> String {
    targets.fold(PRINTED.clone(), |printed, target| printed + &without_blanks(&target.metric))
}

#[test]
fn reasons_of_hits_say_nothing_in_chinese() {
    let registry = dataset::registry();
    let targets = target::all(&DATASET, &registry, dataset::seed);
    let printed = with_metrics(targets.iter());
    let index = Index::with_targets(&DATASET, &registry, &targets);
    words::within(Language::English, || {
        let mut texts: Vec<(&str, String)> = Vec::new();
        for typed in [
            "控烟",
            "wsjkj",
            "weisheng",
            "人社局",
            "第三章",
            "婴儿死忘率",
            "谁负责控烟",
            "教育局 牵头",
            "!中医",
            "部门:水务局",
            "清远控烟",
            "量子 控烟",
            "dept:量子局",
            "role:x",
            "level:x",
            "卫建局",
            "慢病",
            "衞生",
        ] {
            let found = index.search(&DATASET, &registry, &Query::parse(typed), &Options::default());
            for hit in &found.hits {
                texts.push((typed, format!("{} {}", hit.kind.name(), hit.why())));
                texts.push((typed, hit.shown_title().to_owned()));
            }
            texts.extend(found.understood.iter().map(|understood| (typed, understood.message())));
            texts.extend(found.no_match.iter().flat_map(NoMatch::messages).map(|said| (typed, said)));
            texts.push((
                typed,
                format!("{:?}", found.filters.iter().map(|one| one.filter.kind.name()).collect::<Vec<_>>()),
            ));
        }
        assert_english(texts, &printed);
    });
}

/// Commands that have JSON and CSV, with what they are asked.
const ASKED: [&[&str]; 17] = [
    &["tree"],
    &["show", "yunfu-2030/3.1", "--deep"],
    &["show", "zhongshan-145/front"],
    &["tasks", "--dept", "残联"],
    &["tasks", "--no-unit"],
    &["depts"],
    &["dossier", "水利局"],
    &["matrix"],
    &["indicators", "--plan", "中山"],
    &["compare"],
    &["compare", "婴儿死亡率"],
    &["similar", "xiangqiao-145/3.3.2"],
    &["targets", "--plan", "中山"],
    &["check", "--plan", "云浮"],
    &["search", "谁负责控烟"],
    &["search", "印发"],
    &["search", "weisheng"],
];

#[test]
fn json_and_csv_are_the_same_in_every_language() {
    for asked in ASKED {
        for format in ["json", "csv"] {
            let [chinese, english] = ["zh", "en"].map(|language| {
                let mut program = crate::program();
                let output = program.args(asked).args(["--format", format]).env("GUIHUA_LANG", language).output();
                output.expect("the program starts")
            });
            assert_eq!(chinese.status.code(), english.status.code(), "{asked:?} {format}");
            let [chinese, english] = [chinese, english].map(|output| String::from_utf8(output.stdout).expect("UTF-8"));
            assert!(!chinese.is_empty(), "{asked:?} {format}");
            let differing = chinese.lines().zip(english.lines()).find(|(one, other)| one != other);
            assert!(chinese == english, "{asked:?} {format}: {differing:#?}");
        }
    }
}
