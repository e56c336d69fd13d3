//! An own plan as it was made of its text, and the form in which it is kept, so that it is made once: the facts, the names
//! that its clauses print for offices, and the outline, which is parsed when it is first looked at.
//!
//! ```text
//! {"id":"jianghai-155","title":…,"nodes":[],"tables":[]}      the facts
//! [["jyj","市教育局"],…]                                       an office and how a clause names it
//! {"plan":"jianghai-155","id":"jianghai-155/front",…}          a node a line
//! ```

use std::str::Lines;

use super::cache::{Cache, key};
use super::stored::Stored;
use crate::dataset;
use crate::model::{self, Node, Plan};
use crate::registry::Registry;

/// The ids of offices, each with a name that a clause prints for it.
pub(super) type Printed = Vec<(String, String)>;

/// A plan of the library, with what the offices of the dataset need of it.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) plan: Plan,
    pub(super) printed: Printed,
}

impl Made {
    /// A plan that was just made of its text.
    pub(super) fn of(plan: Plan) -> Self {
        let printed = dataset::printed_names(&plan);
        Self { plan, printed }
    }

    /// The digest of all that the plan depends on, by which it is kept. `others` are those of what else this plan depends on,
    /// such as corrections of it.
    pub(super) fn key(cache: &Cache, id: &str, stored: &Stored, others: &[&str]) -> String {
        let supplied = serde_json::to_string(&stored.supplied).unwrap_or_default();
        // The text may have been changed by another hand, of which the digest in the file does not know.
        let text = dataset::sha256(stored.text.as_bytes());
        let parts = [cache.key(), id, &stored.file, &stored.sha256, &text, &supplied, &stored.corrections.digest];
        key(&[&parts, others].concat())
    }

    /// Takes a plan from the cache, or makes it of its text and keeps it.
    pub(super) fn of_stored(cache: &Cache, key: &str, id: &str, stored: &Stored, registry: &Registry) -> Self {
        let kept = Self::parse(cache, key, |lines| lines.map(serde_json::from_str).collect());
        kept.unwrap_or_else(|| Self::anew(cache, key, id, stored, registry))
    }

    /// The facts of a plan and the names that it prints, taken from the cache if they are there. Then the plan has no outline.
    pub(super) fn facts(cache: &Cache, key: &str, id: &str, stored: &Stored, registry: &Registry) -> Self {
        let kept = Self::parse(cache, key, |_not_parsed| Ok(Vec::new()));
        kept.unwrap_or_else(|| Self::anew(cache, key, id, stored, registry))
    }

    fn anew(cache: &Cache, key: &str, id: &str, stored: &Stored, registry: &Registry) -> Self {
        let made = Self::of(stored.plan(id, registry));
        made.keep(cache, key);
        made
    }

    /// Keeps the plan under this key.
    pub(super) fn keep(&self, cache: &Cache, key: &str) {
        if let Some(bytes) = self.write() {
            cache.write_plan(key, bytes.as_bytes());
        }
    }

    /// The plan in the form of its file.
    fn write(&self) -> Option<String> {
        let mut text = head(&self.plan)?;
        text.push('\n');
        text.push_str(&serde_json::to_string(&self.printed).ok()?);
        for node in &self.plan.nodes {
            text.push('\n');
            text.push_str(&serde_json::to_string(node).ok()?);
        }
        Some(text)
    }

    /// Reads what is kept of a plan; `None` where nothing is kept.
    fn parse(cache: &Cache, key: &str, nodes: impl Fn(Lines<'_>) -> serde_json::Result<Vec<Node>>) -> Option<Self> {
        let text = String::from_utf8(cache.read_plan(key)?).ok()?;
        let mut lines = text.lines();
        let plan: Plan = serde_json::from_str(lines.next()?).ok()?;
        let printed = serde_json::from_str(lines.next()?).ok()?;
        Some(Self { plan: Plan { nodes: nodes(lines).ok()?.into(), ..plan }, printed })
    }

    /// Reads the outline alone; `None` where nothing is kept of the plan.
    pub(super) fn nodes(cache: &Cache, key: &str) -> Option<Vec<Node>> {
        let text = String::from_utf8(cache.read_plan(key)?).ok()?;
        let mut nodes: Vec<Node> = text.lines().skip(2).map(serde_json::from_str).collect::<Result<_, _>>().ok()?;
        nodes.shrink_to_fit();
        nodes.iter_mut().for_each(Node::shrink);
        Node::share(&mut nodes);
        Some(nodes)
    }
}

/// The facts of a plan as one line of JSON.
fn head(plan: &Plan) -> Option<String> {
    serde_json::to_string(&Plan { nodes: model::Lines::default(), ..plan.clone() }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use crate::cli::own::stored::Facts;
    use crate::model::Source;

    const TEXT: &str = "江海市卫生健康“十五五”规划\n\n一、主要任务\n\n（一）控烟\n\n全面禁烟。（责任单位：市教育局、市碧波办）\n\n\
        二、主要指标\n\n序号\t指标\t单位\t2025年\t2030年\n1\t人均预期寿命\t岁\t79\t80\n";

    fn stored(text: &str) -> Stored {
        let source = Source { file: "a.txt".to_owned(), sha256: "00".to_owned() };
        Stored::new(source, Facts::default(), text.to_owned(), None)
    }

    fn altered(stored: &Stored, alter: impl FnOnce(&mut Stored)) -> Stored {
        let mut stored = stored.clone();
        alter(&mut stored);
        stored
    }

    #[test]
    fn a_plan_that_was_kept_is_the_plan_that_was_made() {
        let folder = tempfile::tempdir().unwrap();
        let (cache, registry) = (Cache::in_folder(folder.path(), &[]), dataset::registry());
        let stored = stored(TEXT);
        let key = Made::key(&cache, "甲", &stored, &[]);
        assert_eq!(Made::nodes(&cache, &key), None);
        let made = Made::of_stored(&cache, &key, "甲", &stored, &registry);
        let kept = Made::of_stored(&cache, &key, "甲", &altered(&stored, |stored| stored.text.clear()), &registry);
        assert_eq!((&kept.plan, &kept.printed), (&made.plan, &made.printed));
        assert_eq!(Made::nodes(&cache, &key).as_deref(), Some(&*made.plan.nodes));
        assert!(made.plan.tables().count() == 1 && made.printed.len() == 1, "{made:?}");
    }

    #[test]
    fn whatever_a_plan_depends_on_gives_it_another_key() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path(), &[]);
        let first = stored(TEXT);
        let region = Facts { region: Some("蓝湾市".to_owned()), ..Facts::default() };
        let keys: BTreeSet<String> = [
            Made::key(&cache, "甲", &first, &[]),
            Made::key(&cache, "乙", &first, &[]),
            Made::key(&cache, "甲", &stored(&TEXT.replace("全面", "依法")), &[]),
            Made::key(&cache, "甲", &altered(&first, |stored| stored.supplied = region), &[]),
            Made::key(&cache, "甲", &altered(&first, |stored| stored.file = "b.txt".to_owned()), &[]),
            Made::key(&cache, "甲", &first, &["a correction"]),
            Made::key(&Cache::in_folder(folder.path(), &["own offices"]), "甲", &first, &[]),
        ]
        .into();
        assert_eq!(keys.len(), 7);
        assert_eq!(Made::key(&cache, "甲", &stored(TEXT), &[]), Made::key(&cache, "甲", &first, &[]));
    }
}
