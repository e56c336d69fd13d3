//! The XML of a part, read event by event: no tree is built, and what is nested or written without end is refused.

use std::io::{self, BufRead, Read};
use std::str::FromStr;

use quick_xml::XmlVersion;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event as Raw};
use quick_xml::name::{Namespace, NamespaceError, ResolveResult};
use quick_xml::reader::NsReader;

use crate::formats::limits;
use crate::formats::package::{Beyond, Package, Part};
use crate::formats::unreadable::Unreadable;
use crate::words::formats as words;

/// The vocabulary that an element is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ns {
    Word,
    Sheet,
    Math,
    /// Alternatives, of which a program takes the first that it knows.
    Alternative,
    Drawing,
    /// Drawings of older programs.
    Vml,
    Other,
}

/// The vocabularies by their names, in the transitional and the strict form of the standard.
const VOCABULARIES: [(&str, Ns); 10] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", Ns::Word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", Ns::Word),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", Ns::Sheet),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", Ns::Sheet),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", Ns::Math),
    ("http://purl.oclc.org/ooxml/officeDocument/math", Ns::Math),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", Ns::Alternative),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", Ns::Drawing),
    ("http://purl.oclc.org/ooxml/drawingml/main", Ns::Drawing),
    ("urn:schemas-microsoft-com:vml", Ns::Vml),
];

/// What comes next in a part.
pub(super) enum Event {
    /// An element begins. It always ends as well: one that is empty gives both.
    Start(Ns, Tag),
    End(Ns, String),
    Text(String),
}

/// The tag that an element begins with.
pub(super) struct Tag(BytesStart<'static>);

impl Tag {
    /// The name, without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of the attribute with this name, whatever its prefix.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|own| own.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// The value of an attribute as a number.
    pub(super) fn number<T: FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.trim().parse().ok()
    }

    /// Whether the element switches something on, as `<w:vanish/>` does, and `<w:vanish w:val="0"/>` does not.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value("val").as_deref(), Some("0" | "false" | "off"))
    }
}

pub(super) struct Xml<'a> {
    reader: NsReader<Metered<Part<'a>>>,
    part: String,
    buffer: Vec<u8>,
    /// The elements that are open.
    open: Vec<(Ns, String)>,
}

impl<'a> Xml<'a> {
    /// Begins to read a part of a package; `None` if the package does not have it.
    pub(super) fn open(package: &'a mut Package<'_>, part: &str) -> Result<Option<Self>, Unreadable> {
        let Some(unpacked) = package.part(part)? else { return Ok(None) };
        let mut reader = NsReader::from_reader(Metered { inner: unpacked, n_since: 0 });
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(Self { reader, part: part.to_owned(), buffer: Vec::new(), open: Vec::new() }))
    }

    /// The next event; `None` at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Event>, Unreadable> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().n_since = 0;
            let (resolved, raw) = match self.reader.read_resolved_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => return Err(wrong(&self.part, &error)),
            };
            match raw {
                Raw::Start(tag) | Raw::Empty(tag) => {
                    let ns = vocabulary(&resolved);
                    if self.open.len() >= limits::MOST_XML_DEPTH {
                        return Err(Unreadable::TooDeep { part: self.part.clone() });
                    }
                    let tag = Tag(tag.into_owned());
                    self.open.push((ns, tag.name().to_owned()));
                    return Ok(Some(Event::Start(ns, tag)));
                }
                Raw::End(_) => {
                    if let Some((ns, name)) = self.open.pop() {
                        return Ok(Some(Event::End(ns, name)));
                    }
                }
                Raw::Text(text) => return Ok(Some(Event::Text(text.xml10_content().into_owned()))),
                Raw::CData(text) => return Ok(Some(Event::Text(text.xml10_content().into_owned()))),
                Raw::GeneralRef(reference) => match character(&reference) {
                    Some(c) => return Ok(Some(Event::Text(c.to_string()))),
                    None => return Err(Unreadable::Declarations { part: self.part.clone() }),
                },
                Raw::DocType(_) => return Err(Unreadable::Declarations { part: self.part.clone() }),
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => {}
                Raw::Eof if self.open.is_empty() => return Ok(None),
                Raw::Eof => return Err(damaged(&self.part, words::CUT_OFF.get().to_owned())),
            }
        }
    }

    /// How many bytes of the part have been read, a byte order mark not counted: behind the tag of the last event.
    pub(super) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The name of the element that the one which has just begun stands in.
    pub(super) fn parent(&self) -> Option<&str> {
        self.open.iter().nth_back(1).map(|(_, name)| name.as_str())
    }

    /// Whether the element that has just begun stands in one with this name, with one between them at most.
    pub(super) fn has_above(&self, name: &str) -> bool {
        self.open.iter().rev().skip(1).take(2).any(|(_, own)| own == name)
    }

    /// Passes over the rest of the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), Unreadable> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            if self.next()?.is_none() {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// The character that a reference stands for: one of the five of XML, or one by its number.
fn character(reference: &BytesRef) -> Option<char> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => return Some(c),
        Ok(None) => {}
        Err(_) => return None,
    }
    Some(match reference.xml10_content().as_ref() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

fn vocabulary(resolved: &ResolveResult) -> Ns {
    match resolved {
        ResolveResult::Bound(Namespace(name)) => {
            VOCABULARIES.iter().find(|(own, _)| own == name).map_or(Ns::Other, |(_, ns)| *ns)
        }
        ResolveResult::Unbound | ResolveResult::Unknown(_) => Ns::Other,
    }
}

fn damaged(part: &str, reason: String) -> Unreadable {
    Unreadable::Damaged { part: part.to_owned(), reason }
}

fn wrong(part: &str, error: &Error) -> Unreadable {
    match error {
        Error::Io(error) => {
            let is_beyond = error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Beyond>);
            let damage = || damaged(part, words::BAD_PART.get().to_owned());
            if is_beyond { Unreadable::Bomb { part: part.to_owned() } } else { damage() }
        }
        Error::Namespace(NamespaceError::TooDeeplyNested(_)) => Unreadable::TooDeep { part: part.to_owned() },
        Error::Syntax(_)
        | Error::IllFormed(_)
        | Error::InvalidAttr(_)
        | Error::Encoding(_)
        | Error::Escape(_)
        | Error::Namespace(_) => damaged(part, words::BAD_XML.get().to_owned()),
    }
}

/// A reader that fails once a single piece of XML grows too long.
struct Metered<R> {
    inner: R,
    n_since: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.n_since > limits::MOST_XML_PIECE {
            return Err(io::Error::other(Beyond));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        self.n_since += n as u64;
        self.inner.consume(n);
    }
}
