//! What filters ask of rows and tasks, noted once: a search that looked for it in the plans would go through all of them.

use std::collections::HashMap;

use crate::model::{Node, Role, Table};
use crate::search::base::bytes::{Reader, Writer};

/// The years of rows, and the roles in tasks. Entries are known by their numbers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// The entries of the rows whose tables have a column for a year, in their order.
    by_year: HashMap<u16, Vec<u32>>,
    /// For each task, in the order of the tasks, a bit for each role that its clauses give.
    roles: Vec<u8>,
}

/// By which bit of a byte a role is noted.
fn bit(role: Role) -> u8 {
    Role::ALL.iter().position(|one| *one == role).map_or(0, |at| 1 << at)
}

impl Marks {
    /// Notes the entry of a row of a table.
    pub(crate) fn add_row(&mut self, entry: u32, table: &Table) {
        for year in table.columns.iter().filter_map(|column| column.year) {
            let rows = self.by_year.entry(year).or_default();
            if rows.last() != Some(&entry) {
                rows.push(entry);
            }
        }
    }

    /// Notes the roles in a task. Tasks are noted in the order of their entries.
    pub(crate) fn add_task(&mut self, node: &Node) {
        let units = node.responsible.iter().flat_map(|clause| &clause.units);
        self.roles.push(units.fold(0, |bits, unit| bits | bit(unit.role)));
    }

    /// The entries of the rows whose tables have a column for a year.
    pub(crate) fn rows_of_year(&self, year: u32) -> &[u32] {
        u16::try_from(year).ok().and_then(|year| self.by_year.get(&year)).map_or(&[], Vec::as_slice)
    }

    /// The tasks, counted from the first one, in which some unit has one of these roles.
    pub(crate) fn tasks_with(&self, roles: &[Role]) -> impl Iterator<Item = usize> {
        let wanted = roles.iter().fold(0, |bits, role| bits | bit(*role));
        self.roles.iter().enumerate().filter(move |(_, bits)| *bits & wanted != 0).map(|(at, _)| at)
    }

    /// Gives back the memory that lists have taken for more than they hold.
    pub(crate) fn shrink(&mut self) {
        self.by_year.values_mut().for_each(Vec::shrink_to_fit);
        self.roles.shrink_to_fit();
    }

    /// Writes the marks, to be read by [`Marks::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.table(&self.by_year, |out, year, rows| {
            out.number(usize::from(*year));
            out.u32s(rows.iter().copied());
        });
        out.bytes(&self.roles);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let by_year = from.table(|from| Some((u16::try_from(from.number()?).ok()?, from.u32s()?)))?;
        Some(Self { by_year, roles: from.bytes()?.to_vec() })
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.by_year.values().map(|rows| rows.capacity() * 4).sum::<usize>() + self.roles.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;

    #[test]
    fn what_is_noted_is_what_the_plans_say() {
        let dataset = dataset::bundled().unwrap();
        let (mut marks, mut years, mut roles) = (Marks::default(), Vec::new(), Vec::new());
        let nodes: Vec<&Node> = dataset.plans.iter().flat_map(|plan| &plan.nodes).collect();
        for (entry, (table, _)) in (0..).zip(
            nodes.iter().flat_map(|node| &node.tables).flat_map(|table| table.rows.iter().map(move |row| (table, row))),
        ) {
            marks.add_row(entry, table);
            if table.columns.iter().any(|column| column.year == Some(2030)) {
                years.push(entry);
            }
        }
        for (at, node) in nodes.iter().enumerate() {
            marks.add_task(node);
            let mut units = node.responsible.iter().flat_map(|clause| &clause.units);
            if units.any(|unit| matches!(unit.role, Role::Lead | Role::Other)) {
                roles.push(at);
            }
        }
        assert!(!years.is_empty() && marks.rows_of_year(2030) == years && marks.rows_of_year(70_000).is_empty());
        assert!(!roles.is_empty() && marks.tasks_with(&[Role::Lead, Role::Other]).eq(roles));
        let mut out = Writer::default();
        marks.write(&mut out);
        assert_eq!(Marks::read(&mut Reader::new(&out.finish())), Some(marks));
    }
}
