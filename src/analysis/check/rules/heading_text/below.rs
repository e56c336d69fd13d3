//! A heading with what stands below it, as the rules on headings read it.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::passage::Passage;
use crate::model::Node;

/// What the text below a heading holds: its own paragraphs, and those of the nodes below it.
pub(super) struct Below<'r, 'a> {
    pub(super) title: &'r Passage<'a>,
    pub(super) children: Vec<&'a Node>,
    pub(super) passages: Vec<&'r Passage<'a>>,
}

/// Every titled node with what stands below it. A chapter with many nodes is left to its sections, so that each text is
/// read for the heading above it and for the one above that only.
pub(super) fn sections<'r, 'a>(reading: &'r Reading<'a>) -> Vec<Below<'r, 'a>> {
    let mut passages: FxHashMap<&str, Vec<&Passage>> = FxHashMap::default();
    for passage in &reading.passages {
        passages.entry(&passage.node.id).or_default().push(passage);
    }
    let of = |id: &str| passages.get(id).into_iter().flatten().copied();
    let section = |title: &'r Passage<'a>| {
        let own = reading.children.get(title.node.id.as_str()).cloned().unwrap_or_default();
        let all = of(&title.node.id).chain(own.iter().flat_map(|child| of(&child.id)));
        Below { title, passages: all.filter(|passage| !std::ptr::eq(*passage, title)).collect(), children: own }
    };
    reading.passages.iter().filter(|passage| passage.is_title()).map(section).collect()
}
