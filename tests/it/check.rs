//! Findings of `check`: on the five plans each has a verdict, given by opening the text at its lines; on the invented
//! cities of the fixtures, whose texts the rules have been tried on since, they are those that a reader finds there.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use guihua::analysis::check;
use guihua::analysis::targets::target::Document;
use guihua::dataset;
use guihua::model::{Dataset, Finding, FindingKind};
use guihua::words::Language;

use crate::english::strays;
use crate::fixtures;

/// The verdict on each finding of the five plans.
const JUDGED: &str = include_str!("check/judged.txt");

/// The least share of findings with the verdict right.
const PRECISION: f64 = 0.75;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| dataset::bundled().expect("the bundled plans"));
static FINDINGS: LazyLock<Vec<Finding>> =
    LazyLock::new(|| check::select(&DATASET, &dataset::registry(), &[], dataset::seed));

fn kind(finding: &Finding) -> String {
    serde_json::to_value(finding.kind).expect("a kind").as_str().expect("a word").to_owned()
}

fn lines(finding: &Finding) -> String {
    finding.lines.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

/// Plan, kind and lines with the beginning of the first quote, for a message.
fn describe(finding: &Finding) -> String {
    let quote: String = finding.evidence.first().into_iter().flat_map(|quote| quote.chars().take(24)).collect();
    format!("{} | {} | {} | {}", finding.plan, kind(finding), lines(finding), quote.trim())
}

/// The verdicts by the ids of the findings. What follows the id in a line is a note for the reader of the list.
fn verdicts() -> HashMap<&'static str, &'static str> {
    let lines: Vec<&str> = JUDGED.lines().filter(|line| !line.starts_with('#')).collect();
    let verdict = |line: &&'static str| {
        let mut parts = line.split(" | ");
        Some((parts.next(), parts.next()?)).map(|(verdict, id)| (id, verdict.unwrap_or_default()))
    };
    let verdicts: HashMap<&str, &str> = lines.iter().filter_map(verdict).collect();
    assert_eq!(verdicts.len(), lines.len(), "a line without an id, or two verdicts on one finding");
    verdicts
}

#[test]
fn every_finding_is_judged_and_most_are_right() {
    let verdicts = verdicts();
    let unjudged = FINDINGS.iter().filter(|one| !verdicts.contains_key(one.id.as_str()));
    let unjudged: Vec<String> = unjudged.map(|one| format!("{} | {}\n  {}", one.id, describe(one), one.what)).collect();
    assert!(unjudged.is_empty(), "no verdict on:\n{}", unjudged.join("\n"));
    let gone: Vec<&&str> = verdicts.keys().filter(|id| !FINDINGS.iter().any(|one| one.id == **id)).collect();
    assert!(gone.is_empty(), "judged and not found any more: {gone:?}");
    let count = |verdict: &str| FINDINGS.iter().filter(|one| verdicts.get(one.id.as_str()) == Some(&verdict)).count();
    let (right, idle, wrong) = (count("right"), count("idle"), count("wrong"));
    assert_eq!(right + idle + wrong, FINDINGS.len(), "a verdict is right, idle or wrong");
    #[expect(clippy::cast_precision_loss, reason = "some hundred findings")]
    let precision = right as f64 / FINDINGS.len() as f64;
    println!("check: {right} right, {idle} idle, {wrong} wrong: precision {precision:.3}");
    assert!(precision >= PRECISION, "precision {precision:.3}");
}

#[test]
fn ids_are_distinct_and_hold_no_wording() {
    let ids: HashSet<&str> = FINDINGS.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), FINDINGS.len());
    for finding in &*FINDINGS {
        let (plan, rest) = finding.id.split_once('#').expect("a plan");
        assert!(plan == finding.plan && rest.is_ascii(), "{}", finding.id);
        let json = serde_json::to_value(finding).expect("a finding is JSON");
        assert_eq!(json.get("id"), None, "the id is kept for verdicts and not printed");
    }
}

#[test]
fn an_id_outlives_lines_inserted_before_its_node() {
    let text = dataset::seed("yunfu-2030").expect("a seed");
    let (head, body) = text.split_at(text.find("一、").expect("a first heading"));
    let longer = format!("{head}\n\n{body}");
    let ids = |text: &str| -> Vec<String> {
        let plan = fixtures::import("yunfu-2030.txt", text);
        let findings = check::check_plan(&plan, &dataset::registry(), Some(&Document::new(text)));
        findings.into_iter().map(|one| one.id).collect()
    };
    assert_eq!(ids(&longer), ids(text));
}

#[test]
fn errors_that_must_be_found() {
    use FindingKind::{Implausible, MissedTarget, Numbering, TextVsTable, TextVsText, Typo, Unit};
    let cases: [(&str, FindingKind, &[u32]); 20] = [
        // Text against table on the same indicator and year.
        ("zhongshan-145", TextVsTable, &[251, 495, 521]),
        ("xiangqiao-145", TextVsTable, &[171, 188]),
        ("yunfu-2030", TextVsTable, &[204, 206, 207, 409]),
        // Two texts with different numbers, or other years for the same.
        ("zhongshan-145", TextVsText, &[511, 529]),
        ("yunfu-2030", TextVsText, &[293, 300]),
        // Another rank, another span for one thing.
        ("yunfu-2030", TextVsText, &[430, 432]),
        ("zhongshan-145", TextVsText, &[295, 403]),
        // A target looser than what was reached.
        ("yunfu-2030", Implausible, &[36, 37, 38, 39]),
        ("qingyuan-2030", Implausible, &[6, 340, 342, 344]),
        // Missed targets of the last period.
        ("zhongshan-145", MissedTarget, &[144]),
        ("xiangqiao-145", MissedTarget, &[129]),
        // A unit that differs for one indicator.
        ("zhongshan-145", Unit, &[88, 141]),
        // A change of something that has neither a unit nor a base.
        ("qingyuan-2030", Unit, &[766]),
        // A rate in hundredths that is counted in thousandths.
        ("zhongshan-145", Unit, &[427]),
        ("xiangqiao-145", Unit, &[307]),
        // Section numbers out of order; a share above 100 %; shifted and merged rows; a misprint.
        ("zhongshan-145", Numbering, &[599, 605, 615]),
        ("zhongshan-145", Implausible, &[124]),
        ("zhongshan-145", Numbering, &[157]),
        ("yunfu-2030", Numbering, &[30, 32]),
        ("qingyuan-2030", Typo, &[90]),
    ];
    for (plan, kind, lines) in cases {
        let found = FINDINGS.iter().any(|one| one.plan == plan && one.kind == kind && one.lines == lines);
        assert!(found, "{plan} {kind:?} {lines:?}");
    }
}

#[test]
fn every_quote_stands_on_a_line_that_is_named() {
    let squeeze = |text: &str| text.replace("**", "").split_whitespace().collect::<String>();
    for finding in &*FINDINGS {
        assert_eq!(finding.nodes.len(), finding.evidence.len());
        let document: Vec<&str> = dataset::seed(&finding.plan).expect("a seed").lines().collect();
        let named: Vec<String> = finding.lines.iter().map(|line| squeeze(document[*line as usize - 1])).collect();
        for quote in &finding.evidence {
            let quote = squeeze(quote);
            // A sentence or a cell may go on in the next line.
            let begins: String = quote.chars().take(3).collect();
            assert!(named.iter().any(|line| line.contains(&begins)), "{}: {quote}", describe(finding));
        }
    }
}

#[test]
fn drafts_are_marked_and_the_order_is_the_documents() {
    for finding in &*FINDINGS {
        let plan = DATASET.plans.iter().find(|plan| plan.id == finding.plan).expect("a plan of the dataset");
        assert_eq!(finding.draft.is_some(), plan.is_draft());
        assert!(finding.lines.is_sorted() && !finding.what.get().is_empty() && !finding.evidence.is_empty());
    }
    for plan in &DATASET.plans {
        let own: Vec<&Finding> = FINDINGS.iter().filter(|one| one.plan == plan.id).collect();
        assert!(own.is_sorted_by_key(|one| (one.lines.first().copied(), one.kind)));
        assert_eq!(
            check::check_plan(plan, &dataset::registry(), None).len(),
            own.len(),
            "{}: with and without the document",
            plan.id
        );
    }
    assert!(
        check::select(&DATASET, &dataset::registry(), &["yunfu-2030"], |_| None)
            .iter()
            .all(|one| one.plan == "yunfu-2030")
    );
}

#[test]
fn findings_in_the_fixture_cities() {
    let found: Vec<String> = fixtures::CITIES
        .iter()
        .flat_map(|(file, text)| check::check_plan(&fixtures::import(file, text), &dataset::registry(), None))
        .map(|finding| describe(&finding))
        .collect();
    assert_eq!(
        found,
        [
            "nanyu-155 | implausible | 51 | 孕产妇死亡率",
            "nanyu-155 | implausible | 51 | 孕产妇死亡率",
            "nanyu-155 | numbering | 57 | 个人卫生支出占卫生总费用比重（含自费药品）",
            "nanyu-155 | implausible | 57 | 个人卫生支出占卫生总费用比重（含自费药品）",
            "lanxi-2035 | numbering | 29,47 | 第一节",
            "lanxi-2035 | typo | 38 | 责任单位：市疾控中心、）",
            "lanxi-2035 | numbering | 95,98 | 居民健康科普资源库建设",
            "lanxi-2035 | numbering | 124 | 农村卫生厕所普及率（%）",
        ]
    );
}

/// The errors planted in the plan of 临江 by an author who knew none of the rules: kind, and lines that must be named.
const PLANTED: [(FindingKind, &[u32]); 18] = [
    (FindingKind::TextVsTable, &[9, 18]),
    (FindingKind::Implausible, &[11]),
    (FindingKind::MissedTarget, &[20]),
    (FindingKind::MissedTarget, &[22]),
    (FindingKind::Typo, &[26]),
    (FindingKind::TextVsTable, &[40, 45]),
    (FindingKind::Implausible, &[47]),
    (FindingKind::Numbering, &[52, 53]),
    (FindingKind::TextVsTable, &[53, 74]),
    (FindingKind::TextVsText, &[40, 74]),
    (FindingKind::Implausible, &[54]),
    (FindingKind::TextVsTable, &[54, 60]),
    (FindingKind::Numbering, &[62, 64]),
    (FindingKind::TextVsText, &[64, 80]),
    (FindingKind::Numbering, &[66, 72, 76]),
    (FindingKind::Unit, &[9, 70]),
    (FindingKind::Typo, &[86]),
    (FindingKind::Typo, &[86]),
];

/// Lines of its traps, which are no errors: growth above 100 %, one target stated twice, targets that ask for more,
/// values with no other place to differ from.
const TRAPS: [u32; 5] = [16, 21, 48, 49, 78];

#[test]
fn planted_errors_are_found_and_no_trap_is() {
    let found = check::check_plan(&fixtures::linjiang(), &dataset::registry(), None);
    let mut left: Vec<String> = found.iter().map(|one| format!("{} {:?}", kind(one), one.lines)).collect();
    let mut missed = Vec::new();
    for (kind, lines) in PLANTED {
        let kind = serde_json::to_value(kind).expect("a kind");
        let wanted = format!("{} {lines:?}", kind.as_str().expect("a word"));
        match left.iter().position(|one| *one == wanted) {
            Some(at) => drop(left.remove(at)),
            None => missed.push(wanted),
        }
    }
    println!("check: {} of {} planted, besides them {left:?}", PLANTED.len() - missed.len(), PLANTED.len());
    assert!(missed.is_empty(), "missed {missed:?}, found besides {left:?}");
    let caught: Vec<&Finding> = found.iter().filter(|one| one.lines.iter().any(|line| TRAPS.contains(line))).collect();
    assert!(caught.is_empty(), "{caught:?}");
    assert!(!found.iter().any(|one| one.what.get().contains("112.4") || one.what.get().contains("3.2人")), "{found:?}");
}

/// The errors planted in the plan of 岚山: kind, and lines that must be named. One error may be found from two sides. The
/// rules had not read the text when it was written; by now they are held to it.
const LEARNT_LANSHAN: [(FindingKind, &[u32]); 17] = {
    use FindingKind::{Implausible, Numbering, TextVsTable, TextVsText, Typo, Unit};
    [
        (TextVsText, &[8, 9]),
        (Unit, &[8, 16]),
        (Implausible, &[8]),
        (TextVsTable, &[9, 28, 30]),
        (TextVsTable, &[16, 34, 37]),
        (TextVsTable, &[16, 46, 49]),
        (TextVsTable, &[16, 52, 55]),
        (TextVsTable, &[17, 65, 68]),
        (Implausible, &[34, 36, 37]),
        (Implausible, &[40, 42, 43]),
        (Implausible, &[40, 42, 46, 48]),
        (Implausible, &[46, 48, 49]),
        (TextVsText, &[81, 84]),
        (Typo, &[81]),
        (Numbering, &[84, 85]),
        (Typo, &[85]),
        (TextVsText, &[86, 87]),
    ]
};

/// The errors planted in the plan of 临泽, which the rules are held to likewise.
const LEARNT_LINZE: [(FindingKind, &[u32]); 6] = {
    use FindingKind::{Implausible, Style, TextVsTable, TextVsText};
    [
        (TextVsTable, &[18, 27]),
        (Implausible, &[18]),
        (Implausible, &[19]),
        (TextVsText, &[25, 32]),
        (TextVsText, &[36, 38]),
        (Style, &[38]),
    ]
};

#[test]
fn planted_errors_of_two_more_cities_are_found_and_nothing_else() {
    for (file, text, planted) in [
        ("lanshan-155.txt", fixtures::LEARNT_LANSHAN, &LEARNT_LANSHAN[..]),
        ("linze-2035.txt", fixtures::LEARNT_LINZE, &LEARNT_LINZE),
    ] {
        let found = check::check_plan(&fixtures::import(file, text), &dataset::registry(), Some(&Document::new(text)));
        let found: Vec<(FindingKind, &[u32])> = found.iter().map(|one| (one.kind, one.lines.as_slice())).collect();
        assert_eq!(found, planted, "{file}");
    }
}

/// Texts with one slip each, and texts that look like them and have none. The file says how they are written.
const SINGLE: &str = include_str!("check/planted.txt");

/// A case of a file of planted texts.
struct Case {
    kind: &'static str,
    /// What a finding must quote or say; empty where nothing may be found.
    wanted: Vec<&'static str>,
    text: String,
}

/// Words in the head of a file whose texts are chapters that were handed in alone, without the title of their plan.
const UNTITLED: &str = "without a title";

/// The cases of a file. A text without a heading is put below one, and below the title of an invented city's plan, unless the
/// file says that its texts have none.
fn cases(file: &'static str) -> Vec<Case> {
    let is_untitled = file.lines().take_while(|line| line.starts_with('#')).any(|line| line.contains(UNTITLED));
    let case = |block: &'static str| {
        let (head, body) = block.split_once('\n').expect("a text below the head of a case");
        let mut head = head.split(" | ").map(str::trim);
        let kind = head.next().expect("a kind");
        // A slip that is known to be missed stands in the file for the reader: nothing is found in it.
        let is_planted = head.next() == Some("find");
        let wanted = head.next().filter(|_| is_planted).map(|words| words.split(" & ").collect());
        let heading =
            if body.starts_with(['一', '第']) { "" } else { "一、总体要求\n坚持统筹推进。\n\n" };
        let text = format!("东川市事业发展“十五五”规划\n\n{heading}{body}");
        let text = if is_untitled { body.to_owned() } else { text };
        Case { kind, wanted: wanted.unwrap_or_default(), text }
    };
    file.split("\n@ ").skip(1).map(case).collect()
}

/// The findings in a case, each with its sentence and its quotes in one string, and the English sentences that are not.
fn found_in(case: &Case) -> Vec<String> {
    let plan = fixtures::import("dongchuan-155.txt", &case.text);
    let found = check::check_plan(&plan, &dataset::registry(), Some(&Document::new(&case.text)));
    let printed: String = case.text.split_whitespace().collect();
    let told =
        found.iter().map(|one| format!("{} {:?} {} | {}", kind(one), one.lines, one.what, one.evidence.join(" | ")));
    let english = found.iter().map(|one| one.what.within(Language::English));
    // A rule may put the words of a value together anew, and counts every institution in 个.
    let is_printed = |run: &String| run.chars().all(|c| c == '个' || printed.contains(c));
    let in_chinese = english.filter(|english| !strays(english, &printed).iter().all(is_printed));
    told.chain(in_chinese.map(|english| format!("Chinese words in {english}"))).collect()
}

/// A line for each kind of case, with how many slips were found, and what is wrong with the findings: what was
/// missed, what was found besides.
fn faults(file: &'static str) -> (Vec<String>, Vec<String>) {
    let mut faults = Vec::new();
    let mut tally: Vec<(&str, [usize; 4])> = Vec::new();
    for case in cases(file) {
        let mut found = found_in(&case);
        let at = found.iter().position(|one| case.wanted.iter().all(|words| one.contains(words)));
        if tally.last().is_none_or(|(kind, _)| *kind != case.kind) {
            tally.push((case.kind, [0; 4]));
        }
        let [planted, hit, decoys, false_ones] = &mut tally.last_mut().expect("a row").1;
        if case.wanted.is_empty() {
            *decoys += 1;
        } else {
            *planted += 1;
            match at {
                Some(at) => {
                    *hit += 1;
                    found.remove(at);
                }
                None => faults.push(format!("{}: missed {}", case.kind, case.wanted.join(" & "))),
            }
        }
        *false_ones += found.len();
        faults.extend(found.iter().map(|one| format!("{}: found besides {one}", case.kind)));
    }
    let line = |(kind, [planted, hit, decoys, false_ones]): (&str, [usize; 4])| {
        format!("{kind}: {hit} of {planted} planted, {false_ones} besides, {decoys} texts without a slip")
    };
    (tally.into_iter().map(line).collect(), faults)
}

#[test]
fn single_slips_are_found_and_nothing_else() {
    let (tally, faults) = faults(SINGLE);
    println!("{}", tally.join("\n"));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The batches that were written before the rules had met them, in the order in which they did.
const UNSEEN: [&str; 32] = [
    include_str!("check/unseen.txt"),
    include_str!("check/unseen-2.txt"),
    include_str!("check/unseen-3.txt"),
    include_str!("check/unseen-4.txt"),
    include_str!("check/unseen-5.txt"),
    include_str!("check/unseen-6.txt"),
    include_str!("check/unseen-7.txt"),
    include_str!("check/unseen-8.txt"),
    include_str!("check/unseen-9.txt"),
    include_str!("check/unseen-10.txt"),
    include_str!("check/unseen-11.txt"),
    include_str!("check/unseen-12.txt"),
    include_str!("check/unseen-13.txt"),
    include_str!("check/unseen-14.txt"),
    include_str!("check/unseen-15.txt"),
    include_str!("check/unseen-16.txt"),
    include_str!("check/unseen-17.txt"),
    include_str!("check/unseen-18.txt"),
    include_str!("check/unseen-19.txt"),
    include_str!("check/unseen-20.txt"),
    include_str!("check/unseen-21.txt"),
    include_str!("check/contradictions.txt"),
    include_str!("check/contradictions-2.txt"),
    include_str!("check/contradictions-3.txt"),
    include_str!("check/contradictions-4.txt"),
    include_str!("check/contradictions-5.txt"),
    include_str!("check/contradictions-6.txt"),
    include_str!("check/contradictions-7.txt"),
    include_str!("check/contradictions-8.txt"),
    include_str!("check/contradictions-9.txt"),
    include_str!("check/broken.txt"),
    include_str!("check/misprints.txt"),
];

#[test]
fn slips_of_the_later_batches_are_found_and_nothing_else() {
    let mut all = Vec::new();
    for batch in UNSEEN {
        let (tally, faults) = faults(batch);
        println!("{}", tally.join("\n"));
        all.extend(faults);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}
