//! Where the paragraphs of a document and the pieces in them (runs, links, tracked changes …) begin and end, in bytes.

use std::collections::{BTreeSet, HashMap};

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use crate::formats::unreadable::Unreadable;
use crate::words::formats as words;

/// The names of Word's vocabulary, of the transitional and the strict form of the standard.
pub(super) const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// A paragraph that stands in no other one.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The prefix of its elements with the colon, and what declares it where the document has none: `w:`.
    pub(super) prefix: String,
    pub(super) declaration: String,
    /// The byte behind its properties, where its text may begin.
    from: usize,
    /// The byte before its end tag, where its text ends.
    to: usize,
    /// What stands directly in it, in order.
    pieces: Vec<Piece>,
}

/// An element that stands directly in a paragraph.
#[derive(Debug, Default)]
struct Piece {
    from: usize,
    to: usize,
    /// Its characters without white space; those of text boxes in it are not its own.
    text: String,
}

impl Paragraph {
    pub(super) fn has_text(&self) -> bool {
        self.pieces.iter().any(|piece| !piece.text.is_empty())
    }

    /// Whether it holds these words and no others; white space does not count.
    pub(super) fn is(&self, words: &str) -> bool {
        let words = without_space(words);
        let mut rest = words.as_str();
        self.has_text()
            && self.pieces.iter().all(|piece| {
                let stripped = rest.strip_prefix(piece.text.as_str());
                rest = stripped.unwrap_or_default();
                stripped.is_some()
            })
            && rest.is_empty()
    }

    /// The bytes between which everything in it stands.
    pub(super) fn whole(&self) -> (usize, usize) {
        (self.from, self.to)
    }

    /// The bytes between which the pieces stand that hold these words; white space does not count. `None` if it has no such words.
    pub(super) fn range_of(&self, quote: &str) -> Option<(usize, usize)> {
        let quote = without_space(quote);
        let text: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let first = text.find(&quote).filter(|_| !quote.is_empty())?;
        let last = first + quote.len() - 1;
        let mut before = 0;
        let mut range = None;
        for piece in &self.pieces {
            let here = before..before + piece.text.len();
            if here.contains(&first) {
                range = Some((piece.from, piece.to));
            }
            if here.contains(&last) {
                return range.map(|(from, _)| (from, piece.to));
            }
            before = here.end;
        }
        None
    }
}

/// The paragraphs of a document that were asked for.
pub(super) struct Spans {
    paragraphs: Vec<Paragraph>,
    /// The position of each among them, by the byte behind its own start tag or that of one in it.
    by_start: HashMap<u64, usize>,
    /// The first number that no comment in the document bears.
    pub(super) next_id: u64,
}

impl Spans {
    /// Finds the paragraphs that begin at these bytes, or that those stand in, and the first one with text.
    pub(super) fn find(document: &str, starts: &BTreeSet<u64>, part: &str) -> Result<Self, Unreadable> {
        let wrong = || Unreadable::Damaged { part: part.to_owned(), reason: words::BAD_XML.get().to_owned() };
        let mut reader = NsReader::from_str(document);
        let mut walk = Walk::new(starts);
        loop {
            let before = at(reader.buffer_position());
            let (resolved, event) = reader.read_resolved_event().map_err(|_error| wrong())?;
            let is_word = matches!(resolved, ResolveResult::Bound(Namespace(name)) if WORD.contains(&name));
            match event {
                Event::Start(tag) => walk.start(is_word, &tag, (before, at(reader.buffer_position()))),
                Event::Empty(tag) => {
                    walk.start(is_word, &tag, (before, at(reader.buffer_position())));
                    walk.end((before, at(reader.buffer_position())));
                }
                Event::End(_) => walk.end((before, at(reader.buffer_position()))),
                Event::Text(text) => walk.text(&text.xml10_content()),
                Event::CData(text) => walk.text(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let name = reference.xml10_content().into_owned();
                    let character = reference.resolve_char_ref().ok().flatten();
                    walk.text(&character.map(String::from).or_else(|| entity(&name)).unwrap_or_default());
                }
                Event::Eof => return Ok(walk.spans),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            }
        }
    }

    /// The paragraph that begins behind this byte, or in which one begins there.
    pub(super) fn paragraph(&self, start: u64) -> Option<&Paragraph> {
        self.by_start.get(&start).and_then(|at| self.paragraphs.get(*at))
    }

    /// The first paragraph that has text.
    pub(super) fn first(&self) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| paragraph.has_text())
    }
}

fn at(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The character that one of the five names of XML stands for.
fn entity(name: &str) -> Option<String> {
    quick_xml::escape::resolve_xml_entity(name).map(str::to_owned)
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The walk over a document: what is open, and what was found.
struct Walk<'s> {
    starts: &'s BTreeSet<u64>,
    spans: Spans,
    /// The paragraph that is open and stands in no other, and the bytes at which it and those in it begin.
    open: Option<(Paragraph, Vec<u64>)>,
    /// How deep the present place is in that paragraph: 0 directly in it.
    depth: usize,
    /// At which depths paragraphs are open in it.
    inner: Vec<usize>,
    /// Whether characters are text.
    is_text: bool,
    has_first: bool,
}

impl<'s> Walk<'s> {
    fn new(starts: &'s BTreeSet<u64>) -> Self {
        let spans = Spans { paragraphs: Vec::new(), by_start: HashMap::new(), next_id: 0 };
        Self { starts, spans, open: None, depth: 0, inner: Vec::new(), is_text: false, has_first: false }
    }

    fn start(&mut self, is_word: bool, tag: &BytesStart, (before, behind): (usize, usize)) {
        let local = tag.local_name().into_inner().to_owned();
        if is_word && local.starts_with("comment") {
            self.spans.next_id = self.spans.next_id.max(number_behind(tag));
        }
        let Some((paragraph, starts)) = &mut self.open else {
            if is_word && local == "p" {
                self.open = Some((opened(tag, behind), vec![behind as u64]));
                self.depth = 0;
            }
            return;
        };
        if is_word && local == "p" {
            starts.push(behind as u64);
            self.inner.push(self.depth);
        }
        if self.depth == 0 && !(is_word && local == "pPr") {
            paragraph.pieces.push(Piece { from: before, to: behind, text: String::new() });
        }
        self.is_text = is_word && local == "t" && self.inner.is_empty();
        self.depth += 1;
    }

    fn end(&mut self, (before, behind): (usize, usize)) {
        self.is_text = false;
        let Some((paragraph, _)) = &mut self.open else { return };
        if let Some(depth) = self.depth.checked_sub(1) {
            self.depth = depth;
            if self.inner.last() == Some(&depth) {
                self.inner.pop();
            }
            if depth == 0 {
                match paragraph.pieces.last_mut() {
                    Some(piece) => piece.to = behind,
                    None => paragraph.from = behind,
                }
            }
            return;
        }
        paragraph.to = before;
        let Some((paragraph, starts)) = self.open.take() else { return };
        // The tag of an empty paragraph is its end as well: nothing can be put into it.
        let is_open = before >= paragraph.from;
        let is_first = !self.has_first && paragraph.has_text();
        let is_wanted = starts.iter().any(|start| self.starts.contains(start));
        self.has_first |= is_first;
        if is_open && (is_first || is_wanted) {
            let at = self.spans.paragraphs.len();
            self.spans.by_start.extend(starts.into_iter().map(|start| (start, at)));
            self.spans.paragraphs.push(paragraph);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((paragraph, _)) = self.open.as_mut().filter(|_| self.is_text)
            && let Some(piece) = paragraph.pieces.last_mut()
        {
            piece.text.push_str(&without_space(text));
        }
    }
}

/// The number behind the one that an element of a comment bears; 0 if it bears none.
pub(super) fn number_behind(tag: &BytesStart) -> u64 {
    let mut attributes = tag.attributes();
    let id = attributes.with_checks(false).flatten().find(|own| own.key.local_name().into_inner() == "id");
    let id: Option<u64> = id.and_then(|id| id.value.trim().parse().ok());
    id.map_or(0, |id| id.saturating_add(1))
}

/// A paragraph that has just begun.
fn opened(tag: &BytesStart, behind: usize) -> Paragraph {
    let (name, declared) = (tag.name(), WORD[0]);
    let (prefix, declaration) = match name.prefix() {
        Some(prefix) => (format!("{}:", prefix.into_inner()), String::new()),
        // Attributes need a prefix, and the document has none for them.
        None => ("w:".to_owned(), format!(" xmlns:w=\"{declared}\"")),
    };
    Paragraph { prefix, declaration, from: behind, to: behind, pieces: Vec::new() }
}
