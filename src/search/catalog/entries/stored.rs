//! The catalog as bytes, in which it is kept from one run to the next.

use super::{Catalog, Entry};
use crate::model::Role;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::catalog::marks::Marks;
use crate::search::catalog::names::Names;
use crate::search::catalog::plan_words::PlanWords;
use crate::search::text_index::lines::TextLines;

impl Catalog {
    /// Writes the catalog, to be read by [`Catalog::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        let list = |out: &mut Writer, numbers: &Vec<u32>| out.u32s(numbers.iter().copied());
        self.text.write(out);
        self.names.write(out);
        out.u64s(self.entries.iter().map(|entry| u64::from(entry.plan) << 32 | u64::from(entry.node)));
        out.u32s(self.entries.iter().map(|entry| u32::from(entry.row.0) << 16 | u32::from(entry.row.1)));
        for end in self.ends {
            out.number(end);
        }
        out.list(&self.nodes, list);
        out.table(&self.first_rows, |out, (plan, node, table), row| {
            out.u32s([*plan, *node, u32::from(*table), *row].into_iter());
        });
        for numbers in [&self.owners, &self.statements, &self.parents] {
            list(out, numbers);
        }
        out.table(&self.departments, |out, id, entry| {
            out.bytes(id.as_bytes());
            out.number(*entry as usize);
        });
        out.list(&self.tasks, list);
        out.list(&self.duties, |out, roles| {
            let number = |role: &Role| Role::ALL.iter().position(|one| one == role).unwrap_or_default();
            let numbers: Vec<u8> = roles.iter().filter_map(|role| u8::try_from(number(role)).ok()).collect();
            out.bytes(&numbers);
        });
        out.list(&self.plans_naming, list);
        for table in [&self.rows, &self.numbered, &self.plans] {
            out.table(table, |out, key, numbers| {
                out.bytes(key.as_bytes());
                list(out, numbers);
            });
        }
        out.list(&self.plan_words, |out, words| words.write(out));
        self.marks.write(out);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (text, names) = (TextLines::read(from)?, Names::read(from)?);
        let half = |number: u64| u32::try_from(number & u64::from(u32::MAX)).ok();
        let short = |number: u32| u16::try_from(number & 0xffff).ok();
        let (places, rows) = (from.u64s()?, from.u32s()?);
        let entry = |(place, row): (u64, u32)| {
            Some(Entry { plan: half(place >> 32)?, node: half(place)?, row: (short(row >> 16)?, short(row)?) })
        };
        let entries = places.into_iter().zip(rows).map(entry).collect::<Option<_>>()?;
        let mut ends = [0; 6];
        for end in &mut ends {
            *end = from.number()?;
        }
        let nodes = from.list(Reader::u32s)?;
        let first_rows = from.table(|from| match from.u32s()?.as_slice() {
            [plan, node, table, row] => Some(((*plan, *node, short(*table)?), *row)),
            _ => None,
        })?;
        let (owners, statements, parents) = (from.u32s()?, from.u32s()?, from.u32s()?);
        let departments = from.table(|from| Some((from.text()?, u32::try_from(from.number()?).ok()?)))?;
        let tasks = from.list(Reader::u32s)?;
        let role = |number: &u8| Role::ALL.get(usize::from(*number)).copied();
        let duties = from.list(|from| from.bytes()?.iter().map(role).collect::<Option<Vec<_>>>())?;
        let plans_naming = from.list(Reader::u32s)?;
        let table = |from: &mut Reader<'_>| from.table(|from| Some((from.text()?, from.u32s()?)));
        let (rows, numbered, plans) = (table(from)?, table(from)?, table(from)?);
        let (plan_words, marks) = (from.list(PlanWords::read)?, Marks::read(from)?);
        Some(Self {
            text,
            names,
            entries,
            ends,
            nodes,
            first_rows,
            owners,
            statements,
            parents,
            departments,
            tasks,
            rows,
            duties,
            plans_naming,
            numbered,
            plans,
            plan_words,
            marks,
        })
    }
}
