//! The catalog: all entries that can be found (offices, plans, rows, tasks, chapters, targets), their
//! names, and the running text.
//!
//! It is built once from a dataset and the targets stated in its texts. It stores numbers, names and folded text; the
//! texts themselves stay in the dataset.

mod stored;

use std::collections::HashMap;
use std::thread;

use crate::lexicon::place::REGION_LEVELS;
use crate::model::{Dataset, Department, Node, Plan, Role, Target};
use crate::registry::Registry;
use crate::registry::department::Departments;
use crate::registry::indicator::Indicators;
use crate::search::base::bit_set::BitSet;
use crate::search::base::hit::Kind;
use crate::search::catalog::marks::Marks;
use crate::search::catalog::names::{NameRole, Names, NamesBuilder};
use crate::search::catalog::plan_words::PlanWords;
use crate::search::matchers::heading_number;
use crate::search::text_index::lines::{LineOrigin, NodePart, TextLines};
use crate::text::fold::fold;
use crate::text::pinyin;

/// The plan of an entry that belongs to none.
pub(crate) const NO_PLAN: u32 = u32::MAX;

/// Stands for an entry or a line where there is none.
const NONE: u32 = u32::MAX;

/// Where an entry is in the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Index of the plan, or [`NO_PLAN`] for an office.
    pub(crate) plan: u32,
    /// Index of the node in its plan; for an office, index of the office in the dataset.
    pub(crate) node: u32,
    /// For a row, index of its table in the node and of the row in the table.
    pub(crate) row: (u16, u16),
}

/// The kinds of entries in the order in which entries are numbered.
const KINDS: [Kind; 6] = [Kind::Department, Kind::Plan, Kind::Indicator, Kind::Task, Kind::Chapter, Kind::Target];

/// All that can be found. Entries are numbered kind by kind, and within a kind in the order of the documents.
#[derive(Default)]
pub(crate) struct Catalog {
    pub(crate) text: TextLines,
    pub(crate) names: Names,
    entries: Vec<Entry>,
    /// Where the entries of each kind end.
    ends: [usize; 6],
    /// The entry of each node, by plan and node.
    nodes: Vec<Vec<u32>>,
    /// The entry of the first row of each table, by plan, node and table.
    first_rows: HashMap<(u32, u32, u16), u32>,
    /// The entry that each line belongs to, or [`NONE`].
    owners: Vec<u32>,
    /// For each target, the line that states it, or [`NONE`].
    statements: Vec<u32>,
    /// For each entry, the entry of the parent node, or [`NONE`].
    parents: Vec<u32>,
    /// The entry of each office, by its id.
    departments: HashMap<String, u32>,
    /// For each office, the entries of the tasks whose clauses name it.
    tasks: Vec<Vec<u32>>,
    /// The entries of rows, by the id of the indicator that they have values for.
    rows: HashMap<String, Vec<u32>>,
    /// For each office, its role in each of these tasks, the strongest if there are several.
    duties: Vec<Vec<Role>>,
    /// For each office, the plans of these tasks, in their order.
    plans_naming: Vec<Vec<u32>>,
    /// The entries of nodes, by their normalized numbers.
    numbered: HashMap<String, Vec<u32>>,
    /// Indices of plans, by all folded names that stand for a plan.
    plans: HashMap<String, Vec<u32>>,
    /// The words by which filters mean plans, by the index of the plan.
    plan_words: Vec<PlanWords>,
    /// What filters ask of rows and tasks.
    pub(crate) marks: Marks,
}

impl Catalog {
    /// Collects all that can be found in a dataset. `targets` are stated in its texts and sorted by document; one whose
    /// node is not in the dataset can be found by its name only. The text is folded on a second thread.
    pub(crate) fn new(dataset: &Dataset, registry: &Registry, targets: &[Target]) -> Self {
        let mut names = NamesBuilder::default();
        let (mut this, text) = thread::scope(|scope| {
            let text = scope.spawn(|| TextLines::from_dataset(dataset));
            let this = Self::of_names(dataset, registry, &mut names);
            (this, text.join().unwrap_or_else(|_| TextLines::from_dataset(dataset)))
        });
        this.text = text;
        this.add_targets(&mut names, dataset, registry.indicators(), targets);
        this.ends[5] = this.entries.len();
        this.shrink();
        this.names = names.finish(this.entries.len());
        let owner = |line| this.text.origin(line).and_then(|origin| this.owner_of(origin)).unwrap_or(NONE);
        this.owners = (0..this.text.len()).map(owner).collect();
        this
    }

    /// Collects all but the targets and the running text.
    fn of_names(dataset: &Dataset, registry: &Registry, names: &mut NamesBuilder) -> Self {
        let nodes = dataset.plans.iter().map(|plan| vec![NONE; plan.nodes.len()]).collect();
        let mut this = Self { nodes, ..Self::default() };
        for (at, department) in (0..).zip(&dataset.departments) {
            let entry = this.add(Entry { plan: NO_PLAN, node: at, row: (0, 0) });
            if department.is_listed() {
                add_department_names(names, registry.departments(), entry, department);
            }
            this.departments.insert(department.id.clone(), entry);
            this.tasks.push(Vec::new());
            this.plans_naming.push(Vec::new());
            this.duties.push(Vec::new());
        }
        this.ends[0] = this.entries.len();
        for (at, plan) in (0..).zip(&dataset.plans) {
            let entry = this.add(Entry { plan: at, node: 0, row: (0, 0) });
            this.add_plan_names(names, entry, plan, at);
        }
        this.ends[1] = this.entries.len();
        this.add_rows(names, dataset, registry.indicators());
        this.ends[2] = this.entries.len();
        this.add_nodes(names, dataset, true);
        this.ends[3] = this.entries.len();
        this.add_nodes(names, dataset, false);
        this.ends[4] = this.entries.len();
        for plans in &mut this.plans_naming {
            plans.sort_unstable();
            plans.dedup();
        }
        this.add_parents(dataset);
        this
    }

    /// Gives back the memory that lists have taken for more than they hold.
    fn shrink(&mut self) {
        self.entries.shrink_to_fit();
        let lists = self.tasks.iter_mut().chain(&mut self.plans_naming);
        lists.chain(self.rows.values_mut()).chain(self.numbered.values_mut()).for_each(Vec::shrink_to_fit);
        self.duties.iter_mut().for_each(Vec::shrink_to_fit);
        self.marks.shrink();
    }

    fn add(&mut self, entry: Entry) -> u32 {
        self.entries.push(entry);
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    fn add_plan_names(&mut self, names: &mut NamesBuilder, entry: u32, plan: &Plan, at: u32) {
        self.plan_words.push(PlanWords::new(plan));
        names.add(entry, NameRole::Main, &plan.title);
        let region = plan.region.as_deref().unwrap_or_default();
        for name in [plan.name(), region, &plan.id] {
            names.add(entry, NameRole::Main, name);
        }
        let mut folded: Vec<String> =
            [plan.id.as_str(), &plan.title, &plan.short, plan.name(), region].map(fold).into();
        folded.extend(places_in(region));
        folded.extend([pinyin::full(&plan.short), pinyin::full(region)]);
        folded.retain(|name| name.chars().count() > 1);
        folded.sort_unstable();
        folded.dedup();
        for name in folded {
            self.plans.entry(name).or_default().push(at);
        }
    }

    fn add_rows(&mut self, names: &mut NamesBuilder, dataset: &Dataset, indicators: &Indicators) {
        // Plans have many rows with equal names, and each look-up takes a while.
        let mut known: HashMap<(&str, Option<&str>), Option<&str>> = HashMap::new();
        for (plan, it) in (0..).zip(&dataset.plans) {
            let nodes = (0..).zip(&it.nodes);
            let tables = nodes.flat_map(|(node, it)| (0..).zip(&it.tables).map(move |(at, table)| (node, at, table)));
            for (node, table, it) in tables {
                let columns = it;
                for (row, it) in (0..).zip(&it.rows) {
                    let entry = self.add(Entry { plan, node, row: (table, row) });
                    self.marks.add_row(entry, columns);
                    self.first_rows.entry((plan, node, table)).or_insert(entry);
                    names.add(entry, NameRole::Main, &it.name);
                    let unit = it.unit.as_deref();
                    let id = known.entry((&it.name, unit)).or_insert_with(|| {
                        indicators.canonical(&it.name, unit).map(|found| found.indicator.id.as_str())
                    });
                    let Some(indicator) = id.and_then(|id| indicators.get(id)) else { continue };
                    indicator.own_names().for_each(|name| names.add(entry, NameRole::Other, name));
                    self.rows.entry(indicator.id.clone()).or_default().push(entry);
                }
            }
        }
    }

    /// Adds the nodes that are tasks, or those that are not.
    fn add_nodes(&mut self, names: &mut NamesBuilder, dataset: &Dataset, tasks: bool) {
        for (plan, it) in (0..).zip(&dataset.plans) {
            let mut task_ids = it.tasks().map(|node| node.id.as_str()).peekable();
            for (at, node) in (0..).zip(&it.nodes) {
                let is_task = task_ids.next_if_eq(&node.id.as_str()).is_some();
                if is_task != tasks {
                    continue;
                }
                let entry = self.add(Entry { plan, node: at, row: (0, 0) });
                if is_task {
                    self.marks.add_task(node);
                }
                if let Some(slot) = self.nodes.get_mut(plan as usize).and_then(|nodes| nodes.get_mut(at as usize)) {
                    *slot = entry;
                }
                names.add(entry, NameRole::Main, node.title.as_deref().unwrap_or_default());
                if let Some(number) = node.number.as_deref().and_then(heading_number::normalize) {
                    self.numbered.entry(number).or_default().push(entry);
                }
                self.add_task(node, entry, plan);
            }
        }
    }

    /// Adds a node to the tasks of the offices that its clauses name.
    fn add_task(&mut self, node: &Node, task: u32, plan: u32) {
        for unit in node.responsible.iter().flat_map(|clause| &clause.units) {
            let department = unit.department.as_ref().and_then(|id| self.departments.get(id)).copied();
            let Some(office) = department.map(|entry| entry as usize) else { continue };
            let is_known = self.tasks.get(office).and_then(|tasks| tasks.last()) == Some(&task);
            if let Some(duties) = self.duties.get_mut(office) {
                match duties.last_mut().filter(|_| is_known) {
                    Some(duty) => *duty = (*duty).min(unit.role),
                    None => duties.push(unit.role),
                }
            }
            let lists = [(&mut self.tasks, task), (&mut self.plans_naming, plan)];
            for (list, number) in lists.into_iter().filter_map(|(lists, it)| Some((lists.get_mut(office)?, it))) {
                if list.last() != Some(&number) {
                    list.push(number);
                }
            }
        }
    }

    /// Adds the targets by their metrics, and by the other names of the indicators that they are about.
    fn add_targets(
        &mut self,
        names: &mut NamesBuilder,
        dataset: &Dataset,
        indicators: &Indicators,
        targets: &[Target],
    ) {
        let plans: HashMap<&str, usize> =
            dataset.plans.iter().enumerate().map(|(at, plan)| (plan.id.as_str(), at)).collect();
        // Targets are sorted by document: the next one is mostly in the same node.
        let mut last: Option<(&str, Entry)> = None;
        let paragraphs = self.paragraph_lines();
        for target in targets {
            let place = last.filter(|(node, _)| *node == target.node).map(|(_, entry)| entry);
            let place = place.or_else(|| {
                let plan = *plans.get(target.plan.as_str())?;
                let node = dataset.plans.get(plan)?.nodes.iter().position(|node| node.id == target.node)?;
                Some(Entry { plan: u32::try_from(plan).ok()?, node: u32::try_from(node).ok()?, row: (0, 0) })
            });
            let entry = self.add(place.unwrap_or(Entry { plan: NO_PLAN, node: u32::MAX, row: (0, 0) }));
            last = place.map(|place| (target.node.as_str(), place));
            names.add(entry, NameRole::Main, &target.metric);
            let indicator = target.indicator.as_deref().and_then(|id| indicators.get(id));
            indicator.iter().flat_map(|one| one.own_names()).for_each(|name| names.add(entry, NameRole::Other, name));
            let states_it = |line: &&u32| {
                let text = self.text.origin(**line as usize).and_then(|origin| origin.text(dataset));
                text.is_some_and(|text| text.contains(&target.quote))
            };
            let of_node = place.and_then(|place| paragraphs.get(&(place.plan, place.node)));
            let statement = of_node.and_then(|lines| lines.iter().find(states_it)).copied();
            self.statements.push(statement.unwrap_or(NONE));
        }
    }

    /// The lines that are paragraphs, by plan and node.
    fn paragraph_lines(&self) -> HashMap<(u32, u32), Vec<u32>> {
        let mut lines: HashMap<(u32, u32), Vec<u32>> = HashMap::new();
        for line in self.text.n_owned()..self.text.len() {
            let Some(origin) = self.text.origin(line) else { continue };
            if matches!(origin.part, NodePart::Paragraph(_)) {
                lines.entry((origin.plan, origin.node)).or_default().push(u32::try_from(line).unwrap_or(NONE));
            }
        }
        lines
    }

    /// Adds for each node the node above it.
    fn add_parents(&mut self, dataset: &Dataset) {
        self.parents = vec![NONE; self.entries.len()];
        for (plan, nodes) in dataset.plans.iter().zip(&self.nodes) {
            let entries: HashMap<&str, u32> =
                plan.nodes.iter().zip(nodes).map(|(node, entry)| (node.id.as_str(), *entry)).collect();
            for (node, entry) in plan.nodes.iter().zip(nodes) {
                let parent = node.parent.as_deref().and_then(|parent| entries.get(parent));
                if let (Some(parent), Some(slot)) = (parent, self.parents.get_mut(*entry as usize)) {
                    *slot = *parent;
                }
            }
        }
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn entry(&self, entry: usize) -> Option<Entry> {
        self.entries.get(entry).copied()
    }

    pub(crate) fn kind(&self, entry: usize) -> Kind {
        let at = self.ends.iter().position(|end| entry < *end);
        at.and_then(|at| KINDS.get(at)).copied().unwrap_or(Kind::Chapter)
    }

    /// The first entry of a kind, and one past its last. Empty for [`Kind::Text`], which has no entries.
    pub(crate) fn range(&self, kind: Kind) -> [usize; 2] {
        let Some(at) = KINDS.iter().position(|known| *known == kind) else { return [0, 0] };
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        [at.checked_sub(1).map_or(0, end), end(at)]
    }

    /// The entry of a node, by the indices of its plan and of the node in it.
    pub(crate) fn node(&self, plan: usize, node: usize) -> Option<usize> {
        self.nodes.get(plan)?.get(node).map(|entry| *entry as usize)
    }

    /// The entry that a line belongs to: the row if it has the cells of one, else the node.
    pub(crate) fn owner(&self, line: usize) -> Option<usize> {
        self.owners.get(line).filter(|owner| **owner != NONE).map(|owner| *owner as usize)
    }

    fn owner_of(&self, origin: LineOrigin) -> Option<u32> {
        match origin.part {
            NodePart::Cells(table, row) => {
                let first = self.first_rows.get(&(origin.plan, origin.node, table))?;
                Some(*first + u32::from(row))
            }
            NodePart::Clause(_) | NodePart::Caption(_) | NodePart::Paragraph(_) => {
                self.nodes.get(origin.plan as usize)?.get(origin.node as usize).copied()
            }
        }
    }

    /// The index of a target among those the catalog was built with; `None` for an entry of another kind.
    pub(crate) fn target(&self, entry: usize) -> Option<usize> {
        let [first, end] = self.range(Kind::Target);
        (first..end).contains(&entry).then(|| entry - first)
    }

    /// The line that states a target; `None` for an entry of another kind.
    pub(crate) fn statement_line(&self, entry: usize) -> Option<usize> {
        let line = self.statements.get(self.target(entry)?)?;
        (*line != NONE).then_some(*line as usize)
    }

    /// The entry of the office with this id.
    pub(crate) fn department(&self, id: &str) -> Option<usize> {
        self.departments.get(id).map(|entry| *entry as usize)
    }

    /// The entries of the tasks whose clauses name an office. `department` is the entry of the office.
    pub(crate) fn tasks_of(&self, department: usize) -> &[u32] {
        self.tasks.get(department).map_or(&[], Vec::as_slice)
    }

    /// The role of an office in each of [`Catalog::tasks_of`].
    pub(crate) fn duties_of(&self, department: usize) -> &[Role] {
        self.duties.get(department).map_or(&[], Vec::as_slice)
    }

    /// Whether a task of a plan names an office. `department` is the entry of the office.
    pub(crate) fn is_named_in(&self, department: usize, plan: u32) -> bool {
        self.plans_naming.get(department).is_some_and(|plans| plans.binary_search(&plan).is_ok())
    }

    /// Whether a node is somewhere below nodes with these normalized numbers, given outermost first, each in one of its
    /// forms.
    pub(crate) fn is_below(&self, entry: usize, numbers: &[Vec<String>]) -> bool {
        let Some((last, outer)) = numbers.split_last() else { return true };
        let is_so = |at: &u32| last.iter().any(|form| self.with_number(form).contains(at));
        self.above(entry).find(is_so).is_some_and(|at| self.is_below(at as usize, outer))
    }

    /// The entries of the nodes above a node, the nearest first.
    fn above(&self, entry: usize) -> impl Iterator<Item = u32> {
        let parent = |at: usize| self.parents.get(at).copied().filter(|parent| *parent != NONE);
        std::iter::successors(parent(entry), move |at| parent(*at as usize))
    }

    /// The nodes that are numbered with a word: 专栏1, 专栏2.
    pub(crate) fn numbered_as(&self, word: &str) -> Vec<usize> {
        let is_so = |number: &str| number.strip_prefix(word).is_some_and(|rest| rest.parse::<u32>().is_ok());
        let numbered = self.numbered.iter().filter(|(number, _)| is_so(number));
        numbered.flat_map(|(_, entries)| entries).map(|entry| *entry as usize).collect()
    }

    /// All entries of nodes below some nodes, and these.
    pub(crate) fn below(&self, places: &[usize]) -> BitSet {
        let mut below = BitSet::new(self.len());
        below.extend(places.iter().copied());
        let [first, _] = self.range(Kind::Task);
        let [_, end] = self.range(Kind::Chapter);
        for entry in first..end {
            if self.above(entry).any(|at| below.contains(at as usize)) {
                below.insert(entry);
            }
        }
        below
    }

    /// The entry of the node that an entry is in; a node is in itself.
    pub(crate) fn node_of(&self, entry: usize) -> Option<usize> {
        let place = self.entry(entry).filter(|place| place.plan != NO_PLAN)?;
        self.node(place.plan as usize, place.node as usize)
    }

    /// The rows that have values for an indicator.
    pub(crate) fn rows_of(&self, indicator: &str) -> &[u32] {
        self.rows.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The nodes with a number as [`heading_number::normalize`] gives it.
    pub(crate) fn with_number(&self, number: &str) -> &[u32] {
        self.numbered.get(number).map_or(&[], Vec::as_slice)
    }

    /// The indices of the plans that a folded word of a filter means by a part of their facts.
    pub(crate) fn plans_meant(&self, word: &str) -> Vec<usize> {
        let plans = self.plan_words.iter().enumerate();
        plans.filter(|(_, words)| words.are_meant_by(word)).map(|(at, _)| at).collect()
    }

    /// The indices of the plans that a folded word names: 中山, 湘桥区, zhongshan.
    pub(crate) fn plans_named(&self, word: &str) -> &[u32] {
        self.plans.get(word).map_or(&[], Vec::as_slice)
    }

    /// Size in memory, in bytes, without the small tables of plans and numbers.
    pub(crate) fn bytes(&self) -> usize {
        let nodes: usize = self.nodes.iter().map(|nodes| nodes.capacity() * 4).sum();
        let lists = self.tasks.iter().chain(self.rows.values()).chain(self.numbered.values());
        let lists: usize = lists.map(|list| list.capacity() * 4).sum();
        let entries = self.entries.capacity() * size_of::<Entry>()
            + self.parents.capacity() * 4
            + self.first_rows.capacity() * 20;
        self.text.bytes()
            + self.names.bytes()
            + entries
            + nodes
            + lists
            + self.owners.capacity() * 4
            + self.statements.capacity() * 4
            + self.marks.bytes()
    }
}

/// Adds every name of an office: those of the registry, those printed in the plans, and those that people type.
fn add_department_names(names: &mut NamesBuilder, registry: &Departments, entry: u32, department: &Department) {
    names.add(entry, NameRole::Main, &department.name);
    if let Some(office) = registry.get(&department.id) {
        names.add(entry, NameRole::Short, &office.short);
        office.forms.iter().for_each(|form| names.add(entry, NameRole::Other, form));
    }
    for name in department.aliases.iter().map(|alias| &alias.raw).chain(&department.abbreviations) {
        names.add(entry, NameRole::Other, name);
    }
}

/// The places in the name of a region, folded, each with and without its level: 潮州市湘桥区 → 潮州市, 潮州, 湘桥区, 湘桥.
fn places_in(region: &str) -> Vec<String> {
    let is_level = |c: char| REGION_LEVELS.contains(c);
    let places = region.split_inclusive(is_level).map(fold);
    places.flat_map(|place| [place.trim_end_matches(is_level).to_owned(), place]).collect()
}
