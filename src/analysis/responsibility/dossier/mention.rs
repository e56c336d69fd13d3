//! Where the body text names a department outside the clauses: a mention (正文提及), which gives nobody a task.
//!
//! Searches for the names of departments, the longest first, and not for common words: 民政 is in 人民政府. `name_boundary`
//! decides by the characters around it whether a name stands for the department.

use std::collections::HashMap;

use serde::Serialize;

use crate::analysis::responsibility::dossier::name_boundary;
use crate::analysis::targets::target::{Document, LineBreaks, Sentence};
use crate::lexicon::office::{COMMITTEE_OFFICE_ENDINGS, INSTITUTION_ENDINGS, ONLY_IN_CLAUSES};
use crate::lexicon::office_in_text::PLACE_CHARS;
use crate::model::{Level, Node, Paragraph, Plan};
use crate::registry::department::{Departments, Office};
use crate::text::fold::fold_char;

/// A sentence of the body text that names a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// Id of the plan that prints it.
    pub plan: String,
    /// Id of the node, as `show` takes it.
    pub node: String,
    /// The line of the document on which the name stands, 1-based.
    pub line: u32,
    /// The name as printed, with the place and level before it: `市教育局`.
    pub printed: String,
    /// The sentence, in the document's own words.
    pub quote: String,
}

/// The names to search for by their first character, the longest first, each with the position of its department among all.
type Names = HashMap<char, Vec<(Vec<char>, usize)>>;

/// Reads the mentions in plans. What is the same for all of them is made once.
pub(super) struct Reader<'r> {
    departments: &'r Departments,
    /// The names that departments have everywhere.
    names: Names,
}

impl<'r> Reader<'r> {
    pub(super) fn new(departments: &'r Departments) -> Self {
        Self { departments, names: names(departments, |office| departments.own_names(office)) }
    }

    /// Adds the mentions in one plan to `found`, by the id of the department, in the order of the document.
    pub(super) fn in_plan(&self, plan: &Plan, document: Option<&Document>, found: &mut HashMap<String, Vec<Mention>>) {
        let homes = homes(plan);
        let places: Vec<&str> = homes.iter().map(String::as_str).collect();
        let with_place = names(self.departments, |office| self.departments.own_names_with(office, &places));
        let homes = homes.iter().map(|home| home.chars().map(fold_char).collect()).collect();
        let read = Read { departments: self.departments, names: [&self.names, &with_place], homes };
        for node in &plan.nodes {
            for paragraph in &node.paragraphs {
                read.paragraph(node, paragraph, document, found);
            }
        }
    }
}

/// What the body text of a plan is read with.
struct Read<'r> {
    departments: &'r Departments,
    /// The names that departments have everywhere, and those that hold the plan's own place.
    names: [&'r Names; 2],
    /// The names of the plan's own place, folded, the longest first.
    homes: Vec<Vec<char>>,
}

/// The names of the place that the plan is made for, the longest first: 潮州市湘桥区, 湘桥区, 湘桥.
fn homes(plan: &Plan) -> Vec<String> {
    let region = plan.region.as_deref().unwrap_or_default();
    let short = plan.short.as_str();
    let from_short = region.find(short).and_then(|at| region.get(at..)).filter(|_| !short.is_empty());
    // 潮州市湘桥区 is part of 潮州市, whose departments its plan names as well.
    let above = from_short.and_then(|own| region.strip_suffix(own));
    let mut homes: Vec<String> =
        [Some(region), from_short, above, Some(short)].into_iter().flatten().map(str::to_owned).collect();
    homes.retain(|home| home.chars().count() > 1);
    homes.sort_by_key(|home| std::cmp::Reverse(home.chars().count()));
    homes.dedup();
    homes
}

/// The names that all departments have by `of_office`, as far as they mean them in prose. A department of the nation or the
/// province is none of the place's, so that its names stay out.
fn names(departments: &Departments, of_office: impl Fn(&Office) -> Vec<String>) -> Names {
    let mut names = Names::new();
    let above = |office: &Office| matches!(office.level, Some(Level::National | Level::Provincial));
    for (at, office) in departments.offices().iter().enumerate().filter(|(_, office)| !above(office)) {
        for name in of_office(office) {
            let name: Vec<char> = name.chars().collect();
            let Some(first) = name.first().filter(|_| !is_place(&name) && stands_for(&name, office)) else { continue };
            names.entry(*first).or_default().push((name, at));
        }
    }
    for names in names.values_mut() {
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }
    names
}

/// Whether a name that clauses use for an office means it in prose too. There a committee is not the office that does its
/// work, the government of one district is not all of them (各县（市、区）人民政府), and a hospital is where something is done.
fn stands_for(name: &[char], office: &Office) -> bool {
    let last = name.last().copied().unwrap_or_default();
    let is_committee = COMMITTEE_OFFICE_ENDINGS.ends(&office.name) && !matches!(last, '办' | '室');
    let is_one_of_many = office.name.starts_with('各')
        && !name.starts_with(&['各'])
        && !name.iter().any(|mark| matches!(mark, '(' | '、'));
    !is_committee && !is_one_of_many && !ONLY_IN_CLAUSES.ends(&office.name)
}

/// Whether a name is only a place: 各镇街 and 各县(市、区) in prose say where, not who.
fn is_place(name: &[char]) -> bool {
    name.iter().all(|mark| PLACE_CHARS.contains(*mark))
}

/// A name found in a sentence: its characters, and its department.
struct FoundName<'r> {
    from: usize,
    to: usize,
    department: &'r Office,
}

impl<'r> Read<'r> {
    fn paragraph(
        &self,
        node: &Node,
        paragraph: &Paragraph,
        document: Option<&Document>,
        found: &mut HashMap<String, Vec<Mention>>,
    ) {
        let mut breaks = None;
        for sentence in Sentence::all(&paragraph.text) {
            let folded: Vec<char> = sentence.printed.iter().map(|mark| fold_char(*mark)).collect();
            for named in self.sentence(&folded) {
                let printed: String = sentence.printed.get(named.from..named.to).unwrap_or_default().iter().collect();
                let quote: String = sentence.printed.iter().collect();
                let quote = quote.trim().to_owned();
                // A signature or an address is no statement about a department.
                if quote.trim_end_matches(['：', ':']) == printed {
                    continue;
                }
                let department = self.at_printed_level(&printed, named.department);
                let breaks = breaks.get_or_insert_with(|| LineBreaks::new(paragraph, document));
                let line = breaks.line_at(sentence.at + named.from);
                let mention = Mention { plan: node.plan.to_string(), node: node.id.clone(), line, printed, quote };
                let mentions = found.entry(department.id.clone()).or_default();
                // One mention for each sentence, however often it prints the name.
                let is_again = mentions.last().is_some_and(|last| {
                    (&last.node, &last.quote) == (&mention.node, &mention.quote)
                        && last.line.abs_diff(mention.line) <= 1
                });
                if !is_again {
                    mentions.push(mention);
                }
            }
        }
    }

    /// The department of the same kind at the level that is printed before the name: 区教育局 is that of a county.
    fn at_printed_level(&self, printed: &str, department: &'r Office) -> &'r Office {
        let printed = self.departments.office(printed);
        printed.filter(|office| self.departments.are_kin(office, department)).unwrap_or(department)
    }

    fn sentence(&self, sentence: &[char]) -> Vec<FoundName<'r>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = sentence.get(at..).filter(|rest| !rest.is_empty()) {
            let Some((name, department)) = self.name_at(rest) else {
                at += 1;
                continue;
            };
            let before = sentence.get(..at).unwrap_or_default();
            let after = rest.get(name.len()..).unwrap_or_default();
            // Without a place the name of an institution is the name of its kind: 报刊、电台和电视台, 医院和血站.
            let is_kind = |n_place: usize| n_place == 0 && is_institution(department) && !self.holds_home(name);
            // A name from before a reform is the office's with its place only: a works has its 计生办 too.
            let is_old = |n_place: usize| n_place == 0 && department.had_name(&name.iter().collect::<String>());
            let n_place = name_boundary::place_before(before, name, after, &self.homes);
            if let Some(n_place) = n_place.filter(|n_place| !is_kind(*n_place) && !is_old(*n_place)) {
                found.push(FoundName { from: at - n_place, to: at + name.len(), department });
            }
            at += name.len();
        }
        found
    }

    /// The longest name with which a text begins, and its department; of those that share it the first of all.
    fn name_at(&self, text: &[char]) -> Option<(&'r [char], &'r Office)> {
        let first = text.first()?;
        let longest = |names: &'r Names| names.get(first)?.iter().find(|(name, _)| text.starts_with(name));
        let found = self.names.into_iter().filter_map(longest);
        let (name, at) = found.min_by_key(|(name, at)| (std::cmp::Reverse(name.len()), *at))?;
        Some((name, self.departments.offices().get(*at)?))
    }

    /// Whether a name holds that of the plan's own place: 云浮日报社.
    fn holds_home(&self, name: &[char]) -> bool {
        self.homes.iter().any(|home| name.windows(home.len()).any(|part| part == home.as_slice()))
    }
}

fn is_institution(department: &Office) -> bool {
    department.level == Some(Level::Institution) || INSTITUTION_ENDINGS.ends(&department.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of the departments that a text names, with the names as printed.
    fn read(text: &str) -> Vec<(String, String)> {
        let dataset = crate::dataset::bundled().unwrap();
        let mut plan = dataset.plan("yunfu-2030").unwrap().clone();
        let mut node = plan.nodes.first().unwrap().clone();
        node.paragraphs = vec![Paragraph { text: text.to_owned(), lines: [7, 7] }];
        plan.nodes = vec![node].into();
        let mut found = HashMap::new();
        Reader::new(crate::dataset::registry().departments()).in_plan(&plan, None, &mut found);
        let mut read: Vec<(String, String)> = found
            .into_iter()
            .flat_map(|(id, mentions)| mentions.into_iter().map(move |it| (id.clone(), it.printed)))
            .collect();
        read.sort();
        read
    }

    #[test]
    fn names_and_never_words() {
        let registry = crate::dataset::registry();
        let name = |id: &str| registry.departments().get(id).map(|office| office.name.clone()).unwrap_or_default();
        for (text, expected) in [
            ("由市卫生健康局牵头，会同云浮市教育局落实。", "卫生健康局=市卫生健康局 教育局=云浮市教育局"),
            ("各级人民政府要发展民政事业，推进多学科协作，建设残疾人社区。", ""),
            (
                "市人社局、市民政局和市残联要加强配合。",
                "人力资源和社会保障局=市人社局 残疾人联合会=市残联 民政局=市民政局",
            ),
            ("云浮市卫生健康局", ""),
            ("各镇街要落实；县（市、区）教育局对接。", ""),
            ("利用报刊、电台和电视台宣传。", ""),
            ("医院、血站和疾控中心要配合。", ""),
            ("依托市广播电视台宣传。", "广播电视台=市广播电视台"),
            ("健康云浮推进委员会统筹，推进委员会决定。", ""),
            ("健康云浮推进委员会办公室落实。", "健康行动推进委员会办公室=健康云浮推进委员会办公室"),
            ("区政府要重视，各区政府要落实。", "各县（市、区）人民政府=各区政府"),
        ] {
            let mut found: Vec<String> =
                read(text).iter().map(|(id, printed)| format!("{}={printed}", name(id))).collect();
            found.sort();
            let mut expected: Vec<&str> = expected.split_whitespace().collect();
            expected.sort_unstable();
            assert_eq!(found, expected, "{text}");
        }
    }
}
