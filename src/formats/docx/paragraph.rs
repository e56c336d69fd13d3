//! A paragraph while it is read: what its properties say, and what of its text is to be seen.

use crate::formats::anchors::Anchor;
use crate::formats::blocks::{Block, Line};
use crate::formats::number;

/// The longest text, in characters, that is taken for a heading because its style says so.
const LONGEST_HEADING: usize = 60;

/// A paragraph whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Which of all paragraphs it is.
    pub(super) index: u32,
    pub(super) style: Option<String>,
    /// The list that it names itself; 0 for none.
    pub(super) num_id: Option<u32>,
    /// The level of the list that it names itself.
    pub(super) level: Option<usize>,
    /// The level of the outline that it names itself.
    pub(super) outline: Option<usize>,
    /// Whether its mark is deleted or hidden, so that the next paragraph goes on in its line.
    pub(super) is_open_end: bool,
    /// Whether its mark is hidden.
    pub(super) is_mark_hidden: bool,
    /// What Word writes before it; `None` until it is known, empty for nothing.
    pub(super) label: Option<String>,
    /// The text so far, with `\n` where a line ends within the paragraph.
    pub(super) text: String,
    /// The run that is being read.
    pub(super) run: Run,
    /// What stands in text boxes that hang on it.
    pub(super) boxes: Vec<Block>,
    /// The footnotes that it refers to, each as a line.
    pub(super) notes: Vec<String>,
}

/// A run: characters of one look.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    pub(super) is_hidden: bool,
    /// Whether it stands above the line.
    pub(super) is_raised: bool,
    /// Whether its properties are being read.
    pub(super) is_in_properties: bool,
}

/// A text whose paragraph goes on in the next one.
#[derive(Debug)]
pub(super) struct Carried {
    text: String,
    anchor: Anchor,
}

impl Paragraph {
    /// The paragraph with this number.
    pub(super) fn new(index: u32) -> Self {
        Self { index, ..Self::default() }
    }

    /// Adds characters of the run that is being read.
    pub(super) fn add(&mut self, text: &str) {
        let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        if self.run.is_raised && is_number {
            self.text.extend(text.chars().map(number::raised));
        } else {
            self.text.push_str(text);
        }
    }

    /// The line that goes on in the next paragraph.
    pub(super) fn carry(&self, before: Option<Carried>) -> Carried {
        let (text, anchor) = self.with(before);
        Carried { text, anchor }
    }

    fn with(&self, before: Option<Carried>) -> (String, Anchor) {
        let own = Anchor { first: self.index, last: self.index };
        match before {
            Some(before) => (before.text + &self.text, before.anchor.and(own)),
            None => (self.text.clone(), own),
        }
    }

    /// The lines of the paragraph with what Word writes before it. `outline` is the level that its style says.
    pub(super) fn lines(&self, before: Option<Carried>, outline: Option<usize>) -> Vec<Block> {
        let (text, anchor) = self.with(before);
        let label = self.label.as_deref().unwrap_or_default();
        let text = text.trim_matches([' ', '\t', '\n', '\u{3000}', '\u{a0}']);
        let is_heading = label.is_empty() && !text.contains('。') && text.chars().nth(LONGEST_HEADING).is_none();
        if let Some(level) = outline.filter(|_| is_heading && !text.is_empty()) {
            let text = text.split(['\n', '\t']).map(str::trim).collect::<Vec<_>>().join(" ");
            return vec![Block::Line(Line { text, heading: level + 1, anchor: Some(anchor) })];
        }
        let needs_blank = label.ends_with(|c: char| c.is_ascii_punctuation() || c.is_ascii_digit())
            && text.starts_with(|c: char| c.is_ascii_digit());
        let first = format!("{label}{}{text}", if needs_blank { " " } else { "" });
        let lines =
            first.split('\n').map(|line| line.trim_matches([' ', '\t', '\u{a0}'])).filter(|line| !line.is_empty());
        lines.map(|line| Block::Line(Line { text: line.to_owned(), heading: 0, anchor: Some(anchor) })).collect()
    }
}

impl Carried {
    /// The line as it stands, where no paragraph follows that it could go on in.
    pub(super) fn line(self) -> Block {
        Block::Line(Line { text: self.text.replace('\n', " "), heading: 0, anchor: Some(self.anchor) })
    }
}
