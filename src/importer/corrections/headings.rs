//! Corrections of headings: their number and title, and their rank, by which the outline below them is arranged anew.

use crate::importer::corrections::Correct;
use crate::importer::corrections::missed::{self, Missed};
use crate::importer::corrections::place::Places;
use crate::importer::outline::Draft;
use crate::importer::paragraph;
use crate::model::{Correction, Doubt, DoubtKind, Kind, Paragraph, Rank};

/// Puts the corrections of headings into force.
pub(super) fn correct(corrections: &[Correct], places: &Places, drafts: &mut Vec<Draft<'_>>, doubts: &mut Vec<Doubt>) {
    let mut ranks: Vec<Option<Rank>> = vec![None; drafts.len()];
    let mut unread: Vec<Missed> = Vec::new();
    for correct in corrections {
        let Correct::Heading { printed, at, rank, number, title } = correct else { continue };
        let found = places.headings(printed, at.as_deref());
        let draft = match found.as_slice() {
            [one] => *one,
            [] => {
                match missed::find(correct, places, drafts) {
                    Some(Ok(found)) => unread.push(found),
                    Some(Err(doubt)) => doubts.push(doubt),
                    None => doubts.push(correct.not_made(Correction::Nowhere)),
                }
                continue;
            }
            several => {
                doubts.push(correct.not_made(|what| Correction::Several { what, n: several.len() }));
                continue;
            }
        };
        let Some(place) = drafts.get_mut(draft) else { continue };
        let from = words(place);
        let line = place.lines[0];
        if number.is_some() || title.is_some() {
            let given = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            place.number = number.as_ref().map_or_else(|| place.number.clone(), given);
            place.title = title.as_ref().map_or_else(|| place.title.clone(), given);
            let made = Correction::Heading { from: from.clone(), to: words(place) };
            doubts.push(Doubt { line, kind: DoubtKind::Correction(made) });
        }
        if let (Some(rank), Some(kept)) = (rank, ranks.get_mut(draft)) {
            *kept = Some(*rank);
            let made = Correction::Rank { heading: from, rank: *rank };
            doubts.push(Doubt { line, kind: DoubtKind::Correction(made) });
        }
    }
    missed::open(unread, &mut ranks, drafts, doubts);
    if ranks.iter().any(Option::is_some) {
        arrange(&ranks, drafts);
    }
}

/// The heading of a draft, as it is printed.
fn words(draft: &Draft<'_>) -> String {
    let parts = [&draft.number, &draft.title];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().concat()
}

/// The level of a kind of heading: the lower, the further up. There is room between two for headings of one kind that lie
/// in each other.
fn level_of(kind: Kind) -> usize {
    match kind {
        Kind::Front | Kind::Preamble | Kind::Attachment => 0,
        Kind::Chapter => 100,
        Kind::Section | Kind::Box => 200,
        Kind::Subsection => 300,
        Kind::Item => 400,
    }
}

/// The level of every draft: that of its kind, but below that of its parent.
fn levels(drafts: &[Draft<'_>]) -> Vec<usize> {
    let mut levels: Vec<usize> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let above = draft.parent.and_then(|parent| levels.get(parent)).map_or(0, |level| level + 1);
        levels.push(level_of(draft.kind).max(above));
    }
    levels
}

/// Gives these headings their ranks, and every heading below them the parent that it has now.
fn arrange(ranks: &[Option<Rank>], drafts: &mut Vec<Draft<'_>>) {
    let mut levels = levels(drafts);
    for (at, rank) in ranks.iter().enumerate() {
        if let (Some(Rank::Heading(kind)), Some(draft), Some(level)) = (rank, drafts.get_mut(at), levels.get_mut(at)) {
            draft.kind = *kind;
            *level = level_of(*kind);
        }
    }
    let old = std::mem::take(drafts);
    let mut open: Vec<(usize, usize)> = Vec::new();
    for ((mut draft, level), rank) in old.into_iter().zip(levels).zip(ranks) {
        if *rank == Some(Rank::Text)
            && let Some(last) = drafts.last_mut()
        {
            join(last, draft);
            continue;
        }
        while open.last().is_some_and(|(above, _)| *above >= level) {
            open.pop();
        }
        draft.parent = open.last().map(|(_, parent)| *parent);
        // Nothing lies below the cover and the preamble.
        if !matches!(draft.kind, Kind::Front | Kind::Preamble) {
            open.push((level, drafts.len()));
        }
        drafts.push(draft);
    }
}

/// Adds a heading that is none, with all its text, to the node before it.
fn join<'a>(last: &mut Draft<'a>, draft: Draft<'a>) {
    let text = paragraph::tidy(&words(&draft));
    let line = draft.lines[0];
    if !text.is_empty() {
        last.paragraphs.push(Paragraph { text, lines: [line, line] });
    }
    last.lines[1] = last.lines[1].max(draft.lines[1]);
    last.paragraphs.extend(draft.paragraphs);
    last.responsible.extend(draft.responsible);
    last.tables.extend(draft.tables);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::{self, Supplied};
    use crate::model::Source;

    fn outline(plan: &crate::model::Plan) -> Vec<String> {
        plan.nodes.iter().map(|node| format!("{} {:?} {:?}", node.id, node.kind, node.heading())).collect()
    }

    fn read(text: &str, corrections: &[Correct]) -> crate::model::Plan {
        let source = Source { file: "x.txt".to_owned(), sha256: String::new() };
        let registry = crate::dataset::registry();
        importer::import_corrected(text, source, &Supplied::default(), corrections, registry.departments())
    }

    fn rank(printed: &str, at: Option<&str>, rank: Rank) -> Correct {
        Correct::Heading {
            printed: printed.to_owned(),
            at: at.map(str::to_owned),
            rank: Some(rank),
            number: None,
            title: None,
        }
    }

    const TEXT: &str = "江海市规划\n\n一、总体要求\n\n坚持。\n\n二、主要任务\n\n（一）控烟\n\n禁烟。\n\n1.宣传。多讲。\n\n（二）心理\n\n服务。\n\n三、保障\n\n（一）组织\n\n加强。\n\n（二）控烟\n\n再禁。\n";

    #[test]
    fn arranging_anew_changes_nothing_where_nothing_is_corrected() {
        let mut n_nodes = 0;
        for row in crate::dataset::BUNDLE {
            let title = "没有这样的标题";
            let plan = read(row.text, &[]);
            // A correction that gives a heading the rank that it has.
            let node = plan.nodes.iter().rfind(|node| node.kind == Kind::Section && node.title.is_some());
            let Some(node) = node else { continue };
            let same = rank(&node.heading(), node.path.last().map(AsRef::as_ref), Rank::Heading(Kind::Section));
            let again = read(row.text, &[same]);
            assert_eq!(outline(&again), outline(&plan), "{title} {}", row.file);
            n_nodes += plan.nodes.len();
        }
        assert!(n_nodes > 500, "{n_nodes}");
    }

    #[test]
    fn a_heading_rises_and_what_lies_below_it_goes_along() {
        let plan = read(TEXT, &[rank("（二）心理", None, Rank::Heading(Kind::Chapter))]);
        assert_eq!(
            outline(&plan),
            [
                "x/front Front \"江海市规划\"",
                "x/1 Chapter \"一、总体要求\"",
                "x/2 Chapter \"二、主要任务\"",
                "x/2.1 Section \"（一）控烟\"",
                "x/2.1.1 Item \"1.宣传\"",
                "x/3 Chapter \"（二）心理\"",
                "x/4 Chapter \"三、保障\"",
                "x/4.1 Section \"（一）组织\"",
                "x/4.2 Section \"（二）控烟\"",
            ]
        );
        let sunk = read(TEXT, &[rank("三、保障", None, Rank::Heading(Kind::Section))]);
        let ids: Vec<&str> = sunk.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids.last(), Some(&"x/2.5"), "{:?}", outline(&sunk));
        assert!(sunk.findings.iter().all(|doubt| doubt.kind.correction().is_some()), "{:?}", sunk.findings);
    }

    #[test]
    fn a_heading_that_is_none_becomes_text_of_the_one_before_it() {
        let plan = read(TEXT, &[rank("1.宣传", None, Rank::Text)]);
        let node = plan.node("x/2.1").unwrap();
        let texts: Vec<&str> = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, ["禁烟。", "1.宣传", "多讲。"]);
        assert_eq!(plan.nodes.len(), 8);
    }

    #[test]
    fn a_heading_that_was_not_read_opens_a_node_of_its_own() {
        let text = TEXT
            .replace("服务。", "服务。\n\n心理热线 全天开通。\n\n接听。（责任单位：市卫生健康局）\n\n2.筛查。定期。");
        let before = read(&text, &[]);
        assert!(before.nodes.iter().all(|node| node.title.as_deref() != Some("心理热线")), "{:?}", outline(&before));
        let plan = read(&text, &[rank("心理热线", None, Rank::Heading(Kind::Section))]);
        let all = outline(&plan);
        assert_eq!(
            all[5..8],
            ["x/2.2 Section \"（二）心理\"", "x/2.3 Section \"心理热线\"", "x/2.3.1 Item \"2.筛查\""],
            "{all:?}"
        );
        let texts = |id: &str| plan.node(id).unwrap().paragraphs.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        assert_eq!(
            (texts("x/2.2"), texts("x/2.3")),
            (vec!["服务。".to_owned()], vec!["全天开通。".to_owned(), "接听。".to_owned()])
        );
        assert_eq!(plan.node("x/2.3").unwrap().responsible.len(), 1);
        assert_eq!(plan.node("x/2.2").unwrap().responsible.len(), 0);
        let told: Vec<String> = plan.findings.iter().map(|doubt| doubt.kind.to_string()).collect();
        assert_eq!(told.len(), before.findings.len() + 1, "{told:?}");
        // Two of them in one node, the second below the first.
        let both =
            [rank("心理热线", None, Rank::Heading(Kind::Section)), rank("接听", None, Rank::Heading(Kind::Item))];
        let plan = read(&text, &both);
        assert_eq!(
            outline(&plan)[6..8],
            ["x/2.3 Section \"心理热线\"", "x/2.3.1 Item \"接听\""],
            "{:?}",
            outline(&plan)
        );
        let plan = read(&text, &[rank("没有这样的词", None, Rank::Heading(Kind::Item))]);
        assert!(
            plan.findings
                .iter()
                .any(|doubt| doubt.kind == DoubtKind::Correction(Correction::Nowhere("“没有这样的词”".to_owned())))
        );
    }

    #[test]
    fn a_place_that_is_lacking_or_not_the_only_one_is_told() {
        let node = Rank::Heading(Kind::Item);
        for (printed, at, expected) in [
            ("控烟", None, Some(Correction::Several { what: "“控烟”".to_owned(), n: 2 })),
            ("控烟", Some("主要任务"), None),
            ("（九）控烟", Some("再禁"), None),
            ("控酒", None, Some(Correction::Nowhere("“控酒”".to_owned()))),
            ("控烟", Some("没有"), Some(Correction::Nowhere("“控烟”（没有）".to_owned()))),
        ] {
            let plan = read(TEXT, &[rank(printed, at, node)]);
            let told = plan.findings.iter().find(|doubt| doubt.kind.correction().is_none());
            assert_eq!(told.map(|doubt| doubt.kind.clone()), expected.map(DoubtKind::Correction), "{printed} {at:?}");
        }
    }

    #[test]
    fn words_and_facts_are_corrected_and_said() {
        let heading = Correct::Heading {
            printed: "（一）控烟".to_owned(),
            at: Some("禁烟。".to_owned()),
            rank: None,
            number: Some("（二）".to_owned()),
            title: Some("全面控烟".to_owned()),
        };
        let period = Correct::Fact(crate::model::FactName::Period, "2026-2030".to_owned());
        let region = Correct::Fact(crate::model::FactName::Region, "蓝湾市".to_owned());
        let plan = read(TEXT, &[heading, period, region]);
        assert_eq!(plan.node("x/2.1.1").unwrap().path.join("/"), "主要任务/全面控烟");
        assert_eq!(plan.node("x/2.1").unwrap().heading(), "（二）全面控烟");
        assert_eq!((plan.region.as_deref(), plan.period.as_deref()), (Some("蓝湾市"), Some("2026-2030")));
        let told: Vec<String> = plan.findings.iter().map(|doubt| format!("{} {}", doubt.line, doubt.kind)).collect();
        assert_eq!(
            told,
            [
                "1 更正期限：“2026-2030”",
                "1 更正地区：“江海市”改作“蓝湾市”",
                "9 更正条目标题：“（一）控烟”改作“（二）全面控烟”"
            ]
        );
        assert_eq!(plan.supplied, ["region", "period"]);
    }
}
