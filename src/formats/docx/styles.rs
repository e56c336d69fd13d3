//! The styles of a document: what each says of numbering, of headings and of hidden text, with what it is based on.

use std::collections::HashMap;

use crate::formats::package::Package;
use crate::formats::unreadable::Unreadable;
use crate::formats::xml::{Event, Ns, Xml};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    based_on: Option<String>,
    name: String,
    /// The list that its paragraphs are numbered in; 0 for none.
    num_id: Option<u32>,
    level: Option<usize>,
    /// The level of the outline, counted from 0; 9 is text.
    outline: Option<usize>,
    is_hidden: Option<bool>,
}

/// The styles of a document by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

/// The numbering that the styles of a paragraph give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StyleNumbering {
    pub(super) num_id: Option<u32>,
    pub(super) level: Option<usize>,
}

/// The longest chain of styles that is followed. Each is based on another, and a damaged document may go in a circle.
const LONGEST_CHAIN: usize = 32;

/// The deepest level of the outline; what is below it is text.
const DEEPEST_OUTLINE: usize = 8;

impl Styles {
    pub(super) fn read(package: &mut Package, part: &str) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        let Some(mut xml) = Xml::open(package, part)? else { return Ok(styles) };
        let mut id: Option<String> = None;
        let mut style = Style::default();
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(Ns::Word, tag) => match (tag.name(), id.is_some()) {
                    ("style", _) => {
                        id = Some(tag.value("styleId").unwrap_or_default());
                        style = Style::default();
                        let is_default = matches!(tag.value("default").as_deref(), Some("1" | "true" | "on"));
                        if is_default && tag.value("type").is_none_or(|kind| kind == "paragraph") {
                            styles.default_paragraph.clone_from(&id);
                        }
                    }
                    // What a style of tables says of parts of one holds for those alone.
                    ("tblStylePr" | "pPrChange" | "rPrChange", true) => xml.skip()?,
                    ("name", true) => style.name = tag.value("val").unwrap_or_default(),
                    ("basedOn", true) => style.based_on = tag.value("val"),
                    ("numId", true) => style.num_id = tag.number("val"),
                    ("ilvl", true) => style.level = tag.number("val"),
                    ("outlineLvl", true) => style.outline = tag.number("val"),
                    ("vanish", true) => style.is_hidden = Some(tag.is_on()),
                    _ => {}
                },
                Event::End(Ns::Word, name) if name == "style" => {
                    if let Some(id) = id.take() {
                        styles.styles.insert(id, std::mem::take(&mut style));
                    }
                }
                Event::Start(..) | Event::End(..) | Event::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// The id of the style of a paragraph that names none.
    pub(super) fn default_paragraph(&self) -> Option<&str> {
        self.default_paragraph.as_deref()
    }

    /// A style and those that it is based on, the nearest first.
    pub(super) fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let first = self.styles.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        let next = |(_, style): &(&'a str, &'a Style)| {
            let (id, style) = self.styles.get_key_value(style.based_on.as_deref()?)?;
            Some((id.as_str(), style))
        };
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// The numbering of paragraphs of a style: list and level are each those of the nearest style that has one.
    pub(super) fn numbering(&self, id: &str) -> StyleNumbering {
        StyleNumbering {
            num_id: self.chain(id).find_map(|(_, style)| style.num_id),
            level: self.chain(id).find_map(|(_, style)| style.level),
        }
    }

    /// The level of the outline that paragraphs of a style have, counted from 0; `None` for text. It is what the style says,
    /// or the digit in the name that Word gives its own styles of headings.
    pub(super) fn outline(&self, id: &str) -> Option<usize> {
        let level = self.chain(id).find_map(|(_, style)| style.outline.or_else(|| level_in_name(&style.name)))?;
        (level <= DEEPEST_OUTLINE).then_some(level)
    }

    /// Whether text in this style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.chain(id).find_map(|(_, style)| style.is_hidden).unwrap_or_default()
    }
}

/// The level of a style of headings by its name: `heading 2`, 标题 2.
fn level_in_name(name: &str) -> Option<usize> {
    let name = name.trim().to_ascii_lowercase();
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    level.trim().parse::<usize>().ok()?.checked_sub(1)
}
