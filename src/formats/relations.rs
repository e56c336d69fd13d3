//! The relations between the parts of a package: which part is the main one, and which are its styles, lists and sheets.

use crate::formats::package::Package;
use crate::formats::unreadable::Unreadable;
use crate::formats::xml::{Event, Xml};

/// A relation to another part.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Relation {
    id: String,
    /// The last word of the name of its kind: `styles`, `worksheet`.
    kind: String,
    target: String,
}

/// The relations of a part to others of the package.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

/// The most relations that are kept; the links of a document are relations too.
const MOST: usize = 100_000;

impl Relations {
    /// Reads the relations of a part.
    pub(super) fn read(package: &mut Package, part: &str) -> Result<Self, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let mut relations = Vec::new();
        let Some(mut xml) = Xml::open(package, &path)? else { return Ok(Self(relations)) };
        while let Some(event) = xml.next()? {
            if let Event::Start(_, tag) = event
                && tag.name() == "Relationship"
                && tag.value("TargetMode").is_none_or(|mode| mode != "External")
                && let (Some(id), Some(kind), Some(target)) = (tag.value("Id"), tag.value("Type"), tag.value("Target"))
                && relations.len() < MOST
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, target: resolve(folder, &target) });
            }
        }
        Ok(Self(relations))
    }

    /// The path of the part that is of this kind to the one whose relations these are.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        self.0.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.as_str())
    }

    /// The parts of this kind, where there may be several: the headers of the pages.
    pub(super) fn all_of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |relation| relation.kind == kind).map(|relation| relation.target.as_str())
    }

    /// The path of the part with this id.
    pub(super) fn with_id(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|relation| relation.id == id).map(|relation| relation.target.as_str())
    }
}

/// The path of the main part of a package, if the package says it.
pub(super) fn main_part(package: &mut Package) -> Result<Option<String>, Unreadable> {
    Ok(Relations::read(package, "")?.of_kind("officeDocument").map(str::to_owned))
}

/// The path that a target stands for, seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            _ => path.push(name),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_the_folder() {
        for (folder, target, expected) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("xl", "../xl/./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("", "word/document.xml", "word/document.xml"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
    }
}
