//! Everything that can be found: the entries (offices, plans, rows, tasks, chapters) with their names, and the prose.
//!
//! Made once from a dataset and the targets that its texts state; it keeps numbers, names and folded text, and leaves the
//! texts themselves to the dataset.

use std::collections::HashMap;

use crate::model::{Dataset, Department, Node, Plan, Target};
use crate::registry::Registry;
use crate::registry::department::Departments;
use crate::registry::indicator::Indicators;
use crate::search::base::hit::Kind;
use crate::search::catalog::names::{Gathering, Names, Role};
use crate::search::matchers::heading_number;
use crate::search::text_index::lines::{Origin, Part, Prose};
use crate::text::fold::fold;
use crate::text::pinyin;

/// The plan of what belongs to none.
pub(crate) const NO_PLAN: u32 = u32::MAX;

/// A thing with a name, by its place in the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Index of the plan, or [`NO_PLAN`] for an office.
    pub(crate) plan: u32,
    /// Index of the node in its plan; of an office, in the dataset's list.
    pub(crate) node: u32,
    /// Table of the node and row in it, for a row.
    pub(crate) row: (u16, u16),
}

/// The kinds of entries in the order of their numbers.
const KINDS: [Kind; 6] = [Kind::Department, Kind::Plan, Kind::Indicator, Kind::Task, Kind::Chapter, Kind::Target];

/// What can be found.
#[derive(Default)]
pub(crate) struct Haystack {
    pub(crate) prose: Prose,
    pub(crate) names: Names,
    /// All entries, kind after kind, each kind in the order of the documents.
    entries: Vec<Entry>,
    /// Where the entries of each kind end.
    ends: [usize; 6],
    /// The entry of each node, by plan and node.
    nodes: Vec<Vec<u32>>,
    /// The first row's entry of each plan's node with tables: plan, node, table → entry of its first row.
    tables: HashMap<(u32, u32, u16), u32>,
    /// The entry each line belongs to.
    owners: Vec<u32>,
    /// Of each target, in their order, the line that states it; `u32::MAX` where there is none.
    statements: Vec<u32>,
    /// The entry each node's entry stands under.
    parents: HashMap<u32, u32>,
    /// Entries of offices by their ids.
    departments: HashMap<String, u32>,
    /// Entries of the tasks whose clauses name an office, by the office's entry.
    duties: Vec<Vec<u32>>,
    /// Entries of rows by the canonical indicator they are.
    rows: HashMap<String, Vec<u32>>,
    /// Nodes by their printed numbers, in one form.
    numbers: HashMap<String, Vec<u32>>,
    /// Indices of plans by the names that stand for a plan.
    plans: HashMap<String, Vec<u32>>,
}

impl Haystack {
    /// What can be found in this dataset, and in the targets that its texts state: those of one plan after those of
    /// another. A target without a node in the dataset is passed over by name, not by place.
    pub(crate) fn of(dataset: &Dataset, registry: &Registry, targets: &[Target]) -> Self {
        let mut this = Self { prose: Prose::of(dataset), ..Self::default() };
        this.nodes = dataset.plans.iter().map(|plan| vec![u32::MAX; plan.nodes.len()]).collect();
        let mut gathering = Gathering::default();
        for (at, department) in (0..).zip(&dataset.departments) {
            let entry = this.add(Entry { plan: NO_PLAN, node: at, row: (0, 0) });
            name_department(&mut gathering, registry.departments(), entry, department);
            this.departments.insert(department.id.clone(), entry);
            this.duties.push(Vec::new());
        }
        this.ends[0] = this.entries.len();
        for (at, plan) in (0..).zip(&dataset.plans) {
            let entry = this.add(Entry { plan: at, node: 0, row: (0, 0) });
            this.name_plan(&mut gathering, entry, plan, at);
        }
        this.ends[1] = this.entries.len();
        this.add_rows(&mut gathering, dataset, registry.indicators());
        this.ends[2] = this.entries.len();
        this.add_nodes(&mut gathering, dataset, true);
        this.ends[3] = this.entries.len();
        this.add_nodes(&mut gathering, dataset, false);
        this.ends[4] = this.entries.len();
        this.add_targets(&mut gathering, dataset, registry.indicators(), targets);
        this.ends[5] = this.entries.len();
        this.add_parents(dataset);
        this.names = gathering.finish(this.entries.len());
        let owner = |line| this.prose.origin(line).and_then(|origin| this.owner_of(origin)).unwrap_or(u32::MAX);
        this.owners = (0..this.prose.len()).map(owner).collect();
        this
    }

    fn add(&mut self, entry: Entry) -> u32 {
        self.entries.push(entry);
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    fn name_plan(&mut self, gathering: &mut Gathering, entry: u32, plan: &Plan, at: u32) {
        gathering.add(entry, Role::Chief, &plan.title);
        let region = plan.region.as_deref().unwrap_or_default();
        for name in [&plan.short, region, &plan.id] {
            gathering.add(entry, Role::Chief, name);
        }
        let places = places_of(region);
        let mut names: Vec<String> = [plan.id.as_str(), &plan.title, &plan.short, region].map(fold).into();
        names.extend(places);
        names.extend([pinyin::full(&plan.short), pinyin::full(region)]);
        names.retain(|name| name.chars().count() > 1);
        names.sort_unstable();
        names.dedup();
        for name in names {
            self.plans.entry(name).or_default().push(at);
        }
    }

    fn add_rows(&mut self, gathering: &mut Gathering, dataset: &Dataset, indicators: &Indicators) {
        let mut known: HashMap<(&str, Option<&str>), Option<&str>> = HashMap::new();
        for (plan, it) in (0..).zip(&dataset.plans) {
            let nodes = (0..).zip(&it.nodes);
            let tables = nodes.flat_map(|(node, it)| (0..).zip(&it.tables).map(move |(at, table)| (node, at, table)));
            for (node, table, it) in tables {
                for (row, it) in (0..).zip(&it.rows) {
                    let entry = self.add(Entry { plan, node, row: (table, row) });
                    self.tables.entry((plan, node, table)).or_insert(entry);
                    gathering.add(entry, Role::Chief, &it.name);
                    let unit = it.unit.as_deref();
                    let id = known.entry((&it.name, unit)).or_insert_with(|| {
                        indicators.canonical(&it.name, unit).map(|found| found.indicator.id.as_str())
                    });
                    let Some(indicator) = id.and_then(|id| indicators.get(id)) else { continue };
                    indicator.names().for_each(|name| gathering.add(entry, Role::Other, name));
                    self.rows.entry(indicator.id.clone()).or_default().push(entry);
                }
            }
        }
    }

    /// Adds the nodes that are tasks, or those that are not.
    fn add_nodes(&mut self, gathering: &mut Gathering, dataset: &Dataset, tasks: bool) {
        for (plan, it) in (0..).zip(&dataset.plans) {
            let mut of_plan = it.tasks().map(|node| node.id.as_str()).peekable();
            for (at, node) in (0..).zip(&it.nodes) {
                let is_task = of_plan.next_if_eq(&node.id.as_str()).is_some();
                if is_task != tasks {
                    continue;
                }
                let entry = self.add(Entry { plan, node: at, row: (0, 0) });
                if let Some(slot) = self.nodes.get_mut(plan as usize).and_then(|nodes| nodes.get_mut(at as usize)) {
                    *slot = entry;
                }
                gathering.add(entry, Role::Chief, node.title.as_deref().unwrap_or_default());
                if let Some(number) = node.number.as_deref().and_then(heading_number::key) {
                    self.numbers.entry(number).or_default().push(entry);
                }
                self.add_duties(node, entry);
            }
        }
    }

    /// Adds the targets, each by its metric; the indicator it is goes by its other names too.
    fn add_targets(
        &mut self,
        gathering: &mut Gathering,
        dataset: &Dataset,
        indicators: &Indicators,
        targets: &[Target],
    ) {
        let plans: HashMap<&str, usize> =
            dataset.plans.iter().enumerate().map(|(at, plan)| (plan.id.as_str(), at)).collect();
        // Targets come in the order of the documents: the node of the last one is mostly the node of the next.
        let mut last: Option<(&str, Entry)> = None;
        let lines = self.paragraphs();
        for target in targets {
            let place = last.filter(|(node, _)| *node == target.node).map(|(_, entry)| entry);
            let place = place.or_else(|| {
                let plan = *plans.get(target.plan.as_str())?;
                let node = dataset.plans.get(plan)?.nodes.iter().position(|node| node.id == target.node)?;
                Some(Entry { plan: u32::try_from(plan).ok()?, node: u32::try_from(node).ok()?, row: (0, 0) })
            });
            let entry = self.add(place.unwrap_or(Entry { plan: NO_PLAN, node: u32::MAX, row: (0, 0) }));
            last = place.map(|place| (target.node.as_str(), place));
            gathering.add(entry, Role::Chief, &target.metric);
            let indicator = target.indicator.as_deref().and_then(|id| indicators.get(id));
            indicator.iter().flat_map(|one| one.names()).for_each(|name| gathering.add(entry, Role::Other, name));
            let states = |line: &&u32| {
                let text = self.prose.origin(**line as usize).and_then(|origin| origin.text(dataset));
                text.is_some_and(|text| text.contains(&target.quote))
            };
            let of_node = place.and_then(|place| lines.get(&(place.plan, place.node)));
            let statement = of_node.and_then(|lines| lines.iter().find(states)).copied();
            self.statements.push(statement.unwrap_or(u32::MAX));
        }
    }

    /// The lines that are paragraphs, by plan and node.
    fn paragraphs(&self) -> HashMap<(u32, u32), Vec<u32>> {
        let mut lines: HashMap<(u32, u32), Vec<u32>> = HashMap::new();
        for (line, number) in (self.prose.n_owned()..self.prose.len()).zip(0_u32..) {
            let Some(origin) = self.prose.origin(line) else { continue };
            if matches!(origin.part, Part::Paragraph(_)) {
                let first = u32::try_from(self.prose.n_owned()).unwrap_or(u32::MAX);
                lines.entry((origin.plan, origin.node)).or_default().push(first.saturating_add(number));
            }
        }
        lines
    }

    fn add_duties(&mut self, node: &Node, task: u32) {
        for unit in node.responsible.iter().flat_map(|clause| &clause.units) {
            let office = unit.department.as_ref().and_then(|id| self.departments.get(id));
            let Some(duties) = office.and_then(|office| self.duties.get_mut(*office as usize)) else { continue };
            if duties.last() != Some(&task) {
                duties.push(task);
            }
        }
    }

    /// Notes what each node stands under.
    fn add_parents(&mut self, dataset: &Dataset) {
        for (plan, nodes) in dataset.plans.iter().zip(&self.nodes) {
            let entries: HashMap<&str, u32> =
                plan.nodes.iter().zip(nodes).map(|(node, entry)| (node.id.as_str(), *entry)).collect();
            for (node, entry) in plan.nodes.iter().zip(nodes) {
                if let Some(parent) = node.parent.as_deref().and_then(|parent| entries.get(parent)) {
                    self.parents.insert(*entry, *parent);
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

    /// First and behind the last entry of a kind; nothing for the kinds of lines.
    pub(crate) fn range(&self, kind: Kind) -> [usize; 2] {
        let Some(at) = KINDS.iter().position(|known| *known == kind) else { return [0, 0] };
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        [at.checked_sub(1).map_or(0, end), end(at)]
    }

    /// The entry of a node.
    pub(crate) fn node(&self, plan: usize, node: usize) -> Option<usize> {
        self.nodes.get(plan)?.get(node).map(|entry| *entry as usize)
    }

    /// The entry that a line belongs to: the row for its cells, else the node it stands in.
    pub(crate) fn owner(&self, line: usize) -> Option<usize> {
        self.owners.get(line).filter(|owner| **owner != u32::MAX).map(|owner| *owner as usize)
    }

    fn owner_of(&self, origin: Origin) -> Option<u32> {
        match origin.part {
            Part::Cells(table, row) => {
                let first = self.tables.get(&(origin.plan, origin.node, table))?;
                Some(*first + u32::from(row))
            }
            Part::Clause(_) | Part::Caption(_) | Part::Paragraph(_) => {
                self.nodes.get(origin.plan as usize)?.get(origin.node as usize).copied()
            }
        }
    }

    /// The position of a target among those the haystack was made of; `None` for any other entry.
    pub(crate) fn target(&self, entry: usize) -> Option<usize> {
        let [first, end] = self.range(Kind::Target);
        (first..end).contains(&entry).then(|| entry - first)
    }

    /// The line that states the target which an entry is.
    pub(crate) fn statement(&self, entry: usize) -> Option<usize> {
        let line = self.statements.get(self.target(entry)?)?;
        (*line != u32::MAX).then_some(*line as usize)
    }

    /// The entry of an office.
    pub(crate) fn department(&self, id: &str) -> Option<usize> {
        self.departments.get(id).map(|entry| *entry as usize)
    }

    /// The tasks whose clauses name the office with this entry.
    pub(crate) fn duties_of(&self, office: usize) -> &[u32] {
        self.duties.get(office).map_or(&[], Vec::as_slice)
    }

    /// Whether a node stands under nodes with these numbers, outermost first.
    pub(crate) fn stands_under(&self, entry: usize, outer: &[String]) -> bool {
        let Some((last, further)) = outer.split_last() else { return true };
        let mut at = u32::try_from(entry).unwrap_or(u32::MAX);
        while let Some(parent) = self.parents.get(&at) {
            at = *parent;
            if self.numbered(last).contains(&at) {
                return self.stands_under(at as usize, further);
            }
        }
        false
    }

    /// The rows that are an indicator.
    pub(crate) fn rows(&self, indicator: &str) -> &[u32] {
        self.rows.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The nodes with a number, given as [`heading_number::key`] has it.
    pub(crate) fn numbered(&self, key: &str) -> &[u32] {
        self.numbers.get(key).map_or(&[], Vec::as_slice)
    }

    /// The plans for which this folded word stands: 中山, 湘桥区, zhongshan.
    pub(crate) fn plans_called(&self, word: &str) -> &[u32] {
        self.plans.get(word).map_or(&[], Vec::as_slice)
    }

    /// Bytes it takes, without the small tables of plans and numbers.
    pub(crate) fn bytes(&self) -> usize {
        let nodes: usize = self.nodes.iter().map(|nodes| nodes.capacity() * 4).sum();
        let lists = self.duties.iter().chain(self.rows.values()).chain(self.numbers.values());
        let lists: usize = lists.map(|list| list.capacity() * 4).sum();
        let entries =
            self.entries.capacity() * size_of::<Entry>() + self.parents.capacity() * 9 + self.tables.capacity() * 20;
        self.prose.bytes()
            + self.names.bytes()
            + entries
            + nodes
            + lists
            + self.owners.capacity() * 4
            + self.statements.capacity() * 4
    }
}

/// Every name of an office: its own, those the plans print, and those that people type.
fn name_department(gathering: &mut Gathering, offices: &Departments, entry: u32, department: &Department) {
    gathering.add(entry, Role::Chief, &department.name);
    let office = offices.get(&department.id);
    if let Some(office) = office {
        gathering.add(entry, Role::Short, &office.short);
        office.forms.iter().for_each(|form| gathering.add(entry, Role::Other, form));
    }
    for name in department.aliases.iter().map(|alias| &alias.raw).chain(&department.abbreviations) {
        gathering.add(entry, Role::Other, name);
    }
}

/// The places in a region's name, each with and without its level: 潮州市湘桥区 → 潮州市, 潮州, 湘桥区, 湘桥.
fn places_of(region: &str) -> Vec<String> {
    const LEVELS: [char; 4] = ['省', '市', '区', '县'];
    let places = region.split_inclusive(LEVELS).map(fold);
    places.flat_map(|place| [place.trim_end_matches(LEVELS).to_owned(), place]).collect()
}
