//! The linear reader (`--plain`): plans, nodes, hits and task lists as numbered lines, and one question after another. It
//! moves no cursor and draws nothing, so that a screen reader speaks all of it in order.

use std::fmt::Write;
use std::io::{self, BufRead};

use super::commands;
use super::output::{self, Messages, Outcome, Target};
use crate::command::{self, Command};
use crate::library::Waiting;
use crate::model::{Dataset, Node, Plan};
use crate::search::{Kind, Options, Query};
use crate::text::sanitize;
use crate::words::reader;

/// The most hits that are read out.
const HITS: usize = 20;
/// The longest line that is taken, in bytes. A longer one was pasted by mistake.
const LONGEST: u64 = 64 * 1024;

/// A place that can be read, and returned to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Plans,
    Plan(String),
    Node(String),
    /// The task list of an office, by any of its names.
    Office(String),
    Hits(String),
}

/// What a typed line asks the reader to do.
#[derive(Debug, PartialEq, Eq)]
enum Wish<'a> {
    Open(usize),
    Search(&'a str),
    Office(&'a str),
    Back,
    Start,
    /// Read the place once more, with its numbers.
    Again,
    /// Read the place with all below it.
    All,
    Help,
    Quit,
    Nothing,
    Unknown(&'a str),
}

/// Reads a line as it is typed, also with an input method on.
fn wish(line: &str) -> Wish<'_> {
    let line = line.trim();
    if let Some(query) = line.strip_prefix(['/', '／', '、']) {
        return Wish::Search(query.trim());
    }
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match (word, rest.trim()) {
        ("", _) => Wish::Nothing,
        ("b", "") => Wish::Back,
        ("t", "") => Wish::Start,
        ("l", "") => Wish::Again,
        ("a", "") => Wish::All,
        ("?" | "？" | "h", "") => Wish::Help,
        ("q", "") => Wish::Quit,
        ("d", name) if !name.is_empty() => Wish::Office(name),
        (number, "") => number.parse().map_or(Wish::Unknown(line), Wish::Open),
        _ => Wish::Unknown(line),
    }
}

/// Asks and answers until the user quits or the input ends.
///
/// # Errors
/// The library fails to answer at the start, or stdout cannot be written.
pub(super) fn run(library: &Waiting) -> anyhow::Result<Outcome> {
    let mut reader = Reader { library, trail: vec![Place::Plans], choices: Vec::new() };
    output::print(&format!("{}\n\n", reader::WELCOME))?;
    reader.read()?;
    loop {
        output::print(reader::PROMPT.get())?;
        let mut bytes = Vec::new();
        io::Read::take(io::stdin().lock(), LONGEST).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            output::print("\n")?;
            return Ok(Outcome::DONE);
        }
        let line = String::from_utf8_lossy(&bytes);
        if !reader.answer(&wish(&line))? {
            return Ok(Outcome::DONE);
        }
    }
}

struct Reader<'a> {
    library: &'a Waiting,
    /// The places visited, the one that is read last.
    trail: Vec<Place>,
    /// What the numbers stand for.
    choices: Vec<Place>,
}

impl Reader<'_> {
    /// Does what a line asks for. Returns whether more is to be asked.
    fn answer(&mut self, wish: &Wish<'_>) -> anyhow::Result<bool> {
        match wish {
            Wish::Quit => return Ok(false),
            Wish::Nothing => {}
            Wish::Help => say(reader::HELP.get())?,
            Wish::Again => self.read()?,
            Wish::All => self.read_all()?,
            Wish::Search(query) if self.hits(query)?.is_empty() => say(reader::NO_HITS.get())?,
            Wish::Search(query) => self.go(Place::Hits((*query).to_owned()))?,
            Wish::Office(name) => {
                // A name that is none is no place to come back to.
                if self.read_office(name) {
                    self.trail.push(Place::Office((*name).to_owned()));
                    self.choices.clear();
                }
            }
            Wish::Start => {
                self.trail.truncate(1);
                self.read()?;
            }
            Wish::Back if self.trail.len() > 1 => {
                self.trail.pop();
                self.read()?;
            }
            Wish::Back => say(reader::NOTHING_BEFORE.get())?,
            Wish::Open(number) => match number.checked_sub(1).and_then(|at| self.choices.get(at)) {
                Some(place) => self.go(place.clone())?,
                None if self.choices.is_empty() => say(reader::NOTHING_BELOW.get())?,
                None => say(&reader::no_number(self.choices.len()))?,
            },
            Wish::Unknown(line) => say(&reader::unknown(sanitize::one_line(line)))?,
        }
        Ok(true)
    }

    /// Reads a place that was chosen, and remembers the way back.
    fn go(&mut self, place: Place) -> anyhow::Result<()> {
        self.trail.push(place);
        self.read()
    }

    /// Reads the place, and numbers what can be opened from it.
    fn read(&mut self) -> anyhow::Result<()> {
        let place = self.trail.last().cloned().unwrap_or(Place::Plans);
        self.choices.clear();
        match &place {
            Place::Plans => {
                let dataset = self.library.plans()?;
                let plans = dataset.plans.iter().map(|plan| (title(plan), Place::Plan(plan.id.clone())));
                self.list(reader::PLANS.get(), plans.collect())
            }
            Place::Plan(id) => {
                let dataset = self.library.with_contents(&[id])?;
                let plan = dataset.plan(id);
                say(&plan.map(title).unwrap_or_default())?;
                let top: Vec<&Node> = plan.iter().flat_map(|plan| plan.nodes.iter()).collect();
                self.list_nodes(top.into_iter().filter(|node| node.parent.is_none()))
            }
            Place::Node(id) => {
                self.run(&Command::Show(command::Show { node: id.clone(), deep: false }));
                let dataset = self.library.with_contents(&[id.split('/').next().unwrap_or_default()])?;
                let nodes: Vec<&Node> = dataset.plans.iter().flat_map(|plan| plan.nodes.iter()).collect();
                self.list_nodes(nodes.into_iter().filter(|node| node.parent.as_deref() == Some(id)))
            }
            Place::Office(name) => {
                self.read_office(name);
                Ok(())
            }
            Place::Hits(query) => {
                let hits = self.hits(query)?;
                self.list(&reader::hits(sanitize::one_line(query), hits.len()), hits)
            }
        }
    }

    /// Reads the place with everything below it.
    fn read_all(&mut self) -> anyhow::Result<()> {
        match self.trail.last().cloned() {
            Some(Place::Plan(node) | Place::Node(node)) => {
                self.run(&Command::Show(command::Show { node, deep: true }));
                Ok(())
            }
            _ => self.read(),
        }
    }

    /// Finds the first hits of a query, each as it is read out with the place it leads to.
    fn hits(&self, typed: &str) -> anyhow::Result<Vec<(String, Place)>> {
        let dataset = self.library.with_contents(&[])?;
        let options = Options { limit: HITS, ..Options::default() };
        let mut hits = Vec::new();
        self.library.search(&Query::parse(typed), &options, |found| {
            hits = found.hits.iter().map(|hit| heard(&dataset, hit.kind, hit.plan, hit.id, hit.title)).collect();
        })?;
        Ok(hits)
    }

    fn list_nodes<'n>(&mut self, nodes: impl Iterator<Item = &'n Node>) -> anyhow::Result<()> {
        let entries: Vec<(String, Place)> = nodes
            .map(|node| (node.heading(), Place::Node(node.id.clone())))
            .filter(|(title, _)| !title.is_empty())
            .collect();
        if entries.is_empty() { Ok(()) } else { self.list(&reader::below(entries.len()), entries) }
    }

    /// Numbers entries, a line each.
    fn list(&mut self, head: &str, entries: Vec<(String, Place)>) -> anyhow::Result<()> {
        let mut text = format!("{head}\n");
        for (at, (title, place)) in entries.into_iter().enumerate() {
            // A string takes every word, so writing to it cannot fail.
            let _ = writeln!(text, "{} {title}", at + 1);
            self.choices.push(place);
        }
        output::print(&text)
    }

    /// Reads the task list of an office. Returns whether there is such an office.
    fn read_office(&self, name: &str) -> bool {
        self.run(&Command::Dossier(command::Dossier { name: name.to_owned(), plans: Vec::new() }))
    }

    /// Carries out a command. What is wrong with it is said and no reason to end; returns whether nothing was.
    fn run(&self, command: &Command) -> bool {
        let outcome = commands::run(command, self.library, &Target::text(), &mut Messages::Stderr);
        if let Err(error) = &outcome {
            Messages::Stderr.send(&format!("{error:#}"));
        }
        outcome.is_ok()
    }
}

/// How a hit is read out, and the place it leads to.
fn heard(dataset: &Dataset, kind: Kind, plan: Option<&str>, id: &str, title: &str) -> (String, Place) {
    let short = plan.and_then(|plan| dataset.plan(plan)).map(|plan| format!("{} ", plan.name())).unwrap_or_default();
    let place = match (kind, plan) {
        (Kind::Department, _) | (_, None) => Place::Office(title.to_owned()),
        (Kind::Plan, Some(plan)) => Place::Plan(plan.to_owned()),
        _ => Place::Node(id.to_owned()),
    };
    (format!("{}　{short}{title}", kind.name()), place)
}

/// The title of a plan, with the mark of a draft.
fn title(plan: &Plan) -> String {
    format!("{}{}", plan.title, plan.draft_mark())
}

fn say(line: &str) -> anyhow::Result<()> {
    output::print(&format!("{line}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_wishes() {
        for (line, expected) in [
            ("12\n", Wish::Open(12)),
            (" / 婴儿死亡率 ", Wish::Search("婴儿死亡率")),
            ("／控烟", Wish::Search("控烟")),
            ("d 教育局", Wish::Office("教育局")),
            ("b", Wish::Back),
            ("？", Wish::Help),
            ("", Wish::Nothing),
            ("d", Wish::Unknown("d")),
            ("教育局", Wish::Unknown("教育局")),
            ("99999999999999999999999", Wish::Unknown("99999999999999999999999")),
        ] {
            assert_eq!(wish(line), expected, "{line:?}");
        }
    }
}
