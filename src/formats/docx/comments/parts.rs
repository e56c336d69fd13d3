//! The parts of a package that must know of comments: that of the comments itself, the relations of the document and the list
//! of the kinds of parts.

use std::fmt::Write;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::spans::{WORD, number_behind};
use super::{Author, Comment, MARK};
use crate::formats::package::Package;
use crate::formats::relations::Relations;
use crate::formats::unreadable::Unreadable;
use crate::text::sanitize;
use crate::words::formats as words;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const KINDS: &str = "[Content_Types].xml";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
/// The names of the relation, of the transitional and the strict form of the standard.
const RELATION: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
];
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts as they are, and the comments that go into them.
pub(super) struct Kept {
    main: String,
    is_strict: bool,
    /// The path of the part with the comments, and its text; `None` where the document has no comments yet.
    comments: (String, Option<String>),
    /// The path of the part with the relations of the document, and its text.
    relations: (String, Option<String>),
    kinds: Option<String>,
    added: String,
}

impl Kept {
    pub(super) fn new(package: &mut Package, main: &str, relations: &Relations) -> Result<Self, Unreadable> {
        let (folder, name) =
            main.rsplit_once('/').map_or((String::new(), main), |(folder, name)| (format!("{folder}/"), name));
        let of_relations = format!("{folder}_rels/{name}.rels");
        let relations_text = package.text(&of_relations)?;
        let is_strict = relations_text.as_ref().is_some_and(|text| text.contains("purl.oclc.org/ooxml/officeDocument"));
        let comments = if let Some(part) = relations.of_kind("comments").filter(|part| package.has(part)) {
            (part.to_owned(), package.text(part)?)
        } else {
            let numbered = (2..).map(|n: u64| format!("{folder}comments{n}.xml"));
            let mut free = std::iter::once(format!("{folder}comments.xml")).chain(numbered);
            (free.find(|part| !package.has(part)).unwrap_or_default(), None)
        };
        let kinds = package.text(KINDS)?;
        let main = main.to_owned();
        Ok(Self { main, is_strict, comments, relations: (of_relations, relations_text), kinds, added: String::new() })
    }

    /// The first number that no comment bears.
    pub(super) fn next_id(&self) -> Result<u64, Unreadable> {
        let Some(text) = &self.comments.1 else { return Ok(0) };
        let mut reader = Reader::from_str(text);
        let mut next = 0;
        loop {
            let event = reader.read_event().map_err(|_error| wrong(&self.comments.0))?;
            if event == Event::Eof {
                return Ok(next);
            }
            if let Event::Start(tag) | Event::Empty(tag) = event
                && tag.local_name().into_inner() == "comment"
            {
                next = next.max(number_behind(&tag));
            }
        }
    }

    pub(super) fn add(&mut self, id: u64, comment: &Comment, author: &Author) {
        let space = WORD[usize::from(self.is_strict)];
        let Author { name, initials, date } = author;
        let (name, initials, date) = (escaped(name), escaped(initials), escaped(date));
        // Writing to a string cannot fail.
        let _ = write!(
            self.added,
            r#"<w:comment xmlns:w="{space}" w:id="{id}" w:author="{name}" w:date="{date}" w:initials="{initials}">"#
        );
        for paragraph in &comment.text {
            let _ =
                write!(self.added, r#"<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#, escaped(paragraph));
        }
        self.added.push_str("</w:comment>");
    }

    /// The parts that change, by their paths, with the new text of the document.
    pub(super) fn finish(self, document: String) -> Result<Vec<(String, String)>, Unreadable> {
        let mut parts = vec![(self.main, document)];
        let (path, old) = self.comments;
        let at = usize::from(self.is_strict);
        if let Some(old) = old {
            parts.push((path.clone(), with_child(&old, &self.added).ok_or_else(|| wrong(&path))?));
            return Ok(parts);
        }
        let new = format!("{HEAD}\n<w:comments xmlns:w=\"{}\">{}</w:comments>", WORD[at], self.added);
        let (of_relations, relations) = self.relations;
        let relations = relations.unwrap_or_else(|| format!("{HEAD}\n<Relationships xmlns=\"{RELATIONS}\"/>"));
        let ids = std::iter::once("rIdComments".to_owned()).chain((2..).map(|n: u64| format!("rIdComments{n}")));
        let id = ids.into_iter().find(|id| !relations.contains(&format!("\"{id}\""))).unwrap_or_default();
        let prefix = prefix_of_root(&relations);
        let relation = format!(r#"<{prefix}Relationship Id="{id}" Type="{}" Target="/{path}"/>"#, RELATION[at]);
        let kinds = self.kinds.ok_or_else(|| Unreadable::Missing { part: KINDS.to_owned() })?;
        let prefix = prefix_of_root(&kinds);
        let kind = format!(r#"<{prefix}Override PartName="/{path}" ContentType="{KIND}"/>"#);
        parts.push((of_relations.clone(), with_child(&relations, &relation).ok_or_else(|| wrong(&of_relations))?));
        parts.push((KINDS.to_owned(), with_child(&kinds, &kind).ok_or_else(|| wrong(KINDS))?));
        parts.push((path, new));
        Ok(parts)
    }
}

fn wrong(part: &str) -> Unreadable {
    Unreadable::Damaged { part: part.to_owned(), reason: words::BAD_XML.get().to_owned() }
}

/// The prefix of the outermost element with its colon; empty where it has none.
fn prefix_of_root(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let name = tag.name();
                return name.prefix().map(|prefix| format!("{}:", prefix.into_inner())).unwrap_or_default();
            }
            Ok(Event::Eof) | Err(_) => return String::new(),
            Ok(_) => {}
        }
    }
}

/// A document with one more child, the last of its outermost element; `None` if it is not well formed.
fn with_child(xml: &str, child: &str) -> Option<String> {
    // Positions are counted without a byte order mark, which these parts need not have.
    let xml = xml.trim_start_matches(MARK);
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        match reader.read_event().ok()? {
            Event::Start(_) => depth += 1,
            Event::Empty(tag) if depth == 0 => {
                let name = tag.name().into_inner().to_owned();
                let behind = usize::try_from(reader.buffer_position()).ok()?;
                let open = xml.get(..behind)?.strip_suffix("/>")?;
                return Some(format!("{open}>{child}</{name}>{}", xml.get(behind..)?));
            }
            Event::End(_) if depth == 1 => return Some(format!("{}{child}{}", xml.get(..before)?, xml.get(before..)?)),
            Event::End(_) => depth = depth.checked_sub(1)?,
            Event::Eof => return None,
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// The text as XML takes it: legal, harmless, escaped.
fn escaped(text: &str) -> String {
    let harmless = sanitize::sanitize(text);
    let legal: String = harmless.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    quick_xml::escape::escape(legal).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_added_to_whatever_the_root_is() {
        for (xml, expected) in [
            ("<a/>", Some("<a><b/></a>")),
            ("<?xml version=\"1.0\"?>\n<a x=\"1\"/>\n", Some("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/></a>\n")),
            ("<p:a><p:c/></p:a>", Some("<p:a><p:c/><b/></p:a>")),
            ("<a><a>甲</a></a><!-- c -->", Some("<a><a>甲</a><b/></a><!-- c -->")),
            ("<a>", None),
            ("", None),
        ] {
            assert_eq!(with_child(xml, "<b/>").as_deref(), expected, "{xml}");
        }
        assert_eq!((prefix_of_root("<?xml?><p:a/>").as_str(), prefix_of_root("<a/>").as_str()), ("p:", ""));
    }
}
