//! The text of a part of a document, made of its elements one after the other: the main part, or the footnotes.
//!
//! What is open is kept in lists, since everything may stand in everything: tables in cells, text boxes in paragraphs,
//! paragraphs in those.

use std::collections::HashMap;

use crate::formats::anchors::Anchor;
use crate::formats::blocks::{Block, Line};
use crate::formats::docx::field::Field;
use crate::formats::docx::numbering::Numbering;
use crate::formats::docx::paragraph::{Carried, Paragraph, Run};
use crate::formats::docx::styles::Styles;
use crate::formats::docx::symbol::symbol;
use crate::formats::docx::table::OpenTable;
use crate::formats::limits;
use crate::formats::number::{self, Kind};
use crate::formats::package::Package;
use crate::formats::remark::Remark;
use crate::formats::unreadable::{Measure, Unreadable};
use crate::formats::writing;
use crate::formats::xml::{Event, Ns, Tag, Xml};

/// The texts of footnotes by their ids.
pub(super) type Notes = HashMap<String, String>;

pub(super) struct Story<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    footnotes: &'a Notes,
    endnotes: &'a Notes,
    /// What is being filled: the body, in it a cell or a text box, and so on.
    containers: Vec<Container>,
    tables: Vec<OpenTable>,
    paragraphs: Vec<Paragraph>,
    /// The fields that are open, each in the one before it.
    fields: Vec<Field>,
    alternatives: Vec<Alternative>,
    n_paragraphs: u32,
    /// The byte behind the start tag of each paragraph.
    starts: Vec<u64>,
    /// Whether the characters that come are text, or the code of a field.
    is_text: bool,
    is_code: bool,
    /// The bytes of text so far, and the cells and rows.
    n_bytes: usize,
    n_cells: usize,
    seen: Seen,
    /// The footnote that is being read, and those that were.
    note: Option<String>,
    notes: Notes,
}

#[derive(Default)]
struct Container {
    blocks: Vec<Block>,
    carried: Option<Carried>,
}

/// A choice between forms of the same thing: what had been seen when it began.
struct Alternative {
    n_bytes: usize,
    n_pictures: usize,
}

/// What was left out, and what was counted.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    inserted: usize,
    deleted: usize,
    hidden: usize,
    comments: usize,
    pictures: usize,
    footnotes: u32,
    endnotes: u32,
}

impl<'a> Story<'a> {
    /// A part that is still to be read; `notes` are the footnotes and the endnotes that it may refer to.
    pub(super) fn new(styles: &'a Styles, numbering: &'a mut Numbering, [footnotes, endnotes]: [&'a Notes; 2]) -> Self {
        Self {
            styles,
            numbering,
            footnotes,
            endnotes,
            containers: vec![Container::default()],
            tables: Vec::new(),
            paragraphs: Vec::new(),
            fields: Vec::new(),
            alternatives: Vec::new(),
            n_paragraphs: 0,
            starts: Vec::new(),
            is_text: false,
            is_code: false,
            n_bytes: 0,
            n_cells: 0,
            seen: Seen::default(),
            note: None,
            notes: Notes::new(),
        }
    }

    /// Reads a part; says whether the package has it.
    pub(super) fn read(&mut self, package: &mut Package, part: &str) -> Result<bool, Unreadable> {
        let Some(mut xml) = Xml::open(package, part)? else { return Ok(false) };
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(ns, tag) => self.start(ns, &tag, &mut xml)?,
                Event::End(ns, name) => self.end(ns, &name)?,
                Event::Text(text) if self.is_text => self.add(&text)?,
                Event::Text(text) if self.is_code => {
                    self.fields.last_mut().into_iter().for_each(|field| field.add_code(&text));
                }
                Event::Text(_) => {}
            }
        }
        Ok(true)
    }

    /// The pieces of the part, what is to be said about it, and the byte behind the start tag of each of its paragraphs.
    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<Remark>, Vec<u64>) {
        let blocks = self.close_container();
        let starts = std::mem::take(&mut self.starts);
        let seen = self.seen;
        let mut remarks = Vec::new();
        if seen.inserted + seen.deleted > 0 {
            remarks.push(Remark::Changes { inserted: seen.inserted, deleted: seen.deleted });
        }
        let counted = [
            (seen.hidden, Remark::Hidden { characters: seen.hidden }),
            (seen.comments, Remark::Comments(seen.comments)),
            (seen.pictures, Remark::Pictures(seen.pictures)),
        ];
        remarks.extend(counted.into_iter().filter(|(n, _)| *n > 0).map(|(_, remark)| remark));
        remarks.extend(std::mem::take(&mut self.numbering.unknown).into_iter().map(Remark::NumberKind));
        (blocks, remarks, starts)
    }

    /// The texts of the footnotes, if the part was that of the footnotes.
    pub(super) fn finish_notes(self) -> Notes {
        self.notes
    }

    fn start(&mut self, ns: Ns, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        match (ns, tag.name()) {
            (Ns::Word, name) => self.start_word(name, tag, xml),
            (Ns::Math, "t") => {
                self.is_text = true;
                Ok(())
            }
            (Ns::Alternative, "AlternateContent") => {
                let seen = Alternative { n_bytes: self.n_bytes, n_pictures: self.seen.pictures };
                self.alternatives.push(seen);
                Ok(())
            }
            // Only the first form that holds anything is read.
            (Ns::Alternative, "Choice" | "Fallback") if self.has_chosen() => xml.skip(),
            (Ns::Drawing, "blip") | (Ns::Vml, "imagedata") => {
                self.seen.pictures += 1;
                Ok(())
            }
            (Ns::Math | Ns::Alternative | Ns::Drawing | Ns::Vml | Ns::Sheet | Ns::Other, _) => Ok(()),
        }
    }

    fn has_chosen(&self) -> bool {
        let before = self.alternatives.last();
        before.is_some_and(|before| self.n_bytes > before.n_bytes || self.seen.pictures > before.n_pictures)
    }

    fn start_word(&mut self, name: &str, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        match name {
            // Former properties, and the properties of things that are no text.
            "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange" | "tblPrExChange"
            | "numberingChange" | "sectPr" | "tblGrid" | "sdtPr" | "sdtEndPr" | "customXmlPr" | "smartTagPr"
            | "rubyPr" | "rt" | "tabs" => {
                xml.skip()?;
            }
            "del" | "moveFrom" => self.start_deletion(xml)?,
            "ins" | "moveTo" => self.seen.inserted += 1,
            "p" => {
                self.paragraphs.push(Paragraph::new(self.n_paragraphs));
                self.starts.push(xml.position());
                self.n_paragraphs += 1;
            }
            "tbl" => self.tables.push(OpenTable::default()),
            "tr" => {
                self.count_cell()?;
                let first = self.n_paragraphs;
                self.tables.last_mut().into_iter().for_each(|open| open.open_row(first));
            }
            "tc" => {
                self.count_cell()?;
                self.containers.push(Container::default());
                self.tables.last_mut().into_iter().for_each(OpenTable::open_cell);
            }
            "txbxContent" => self.containers.push(Container::default()),
            "footnote" | "endnote" => {
                let is_text = tag.value("type").is_none_or(|kind| kind == "normal");
                self.note = tag.value("id").filter(|_| is_text);
                self.containers.push(Container::default());
            }
            "fldChar" => self.set_field(tag)?,
            "commentReference" => self.seen.comments += 1,
            "gridBefore" | "gridAfter" | "gridSpan" | "vMerge" | "hMerge" => {
                self.tables.last_mut().into_iter().for_each(|open| open.set(name, tag));
            }
            "footnoteReference" | "endnoteReference" => self.add_note(name == "footnoteReference", tag)?,
            "pStyle" | "numId" | "ilvl" | "outlineLvl" | "rPr" | "rStyle" | "vanish" | "specVanish" | "vertAlign"
            | "r" => {
                self.set_paragraph(name, tag, xml);
            }
            "t" => self.is_text = true,
            "instrText" => self.is_code = true,
            "tab" | "ptab" => self.add("\t")?,
            "br" if tag.value("type").is_some_and(|kind| kind != "textWrapping") => {}
            "br" | "cr" => self.add("\n")?,
            "noBreakHyphen" => self.add("-")?,
            "sym" => {
                let sign =
                    tag.value("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).and_then(char::from_u32);
                self.add(&sign.map(symbol).map(String::from).unwrap_or_default())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, ns: Ns, name: &str) -> Result<(), Unreadable> {
        match (ns, name) {
            (Ns::Word | Ns::Math, "t") => self.is_text = false,
            (Ns::Word, "instrText") => self.is_code = false,
            (Ns::Alternative, "AlternateContent") => {
                self.alternatives.pop();
            }
            (Ns::Word, "pPr") => self.number_paragraph(),
            (Ns::Word, "rPr") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.run.is_in_properties = false;
                }
            }
            (Ns::Word, "p") => self.close_paragraph()?,
            (Ns::Word, "tc") => {
                let blocks = self.close_container();
                if let Some(open) = self.tables.last_mut() {
                    open.close_cell(blocks);
                }
            }
            (Ns::Word, "tr") => {
                let end = self.n_paragraphs;
                self.tables.last_mut().into_iter().for_each(|open| open.close_row(end));
            }
            (Ns::Word, "tbl") => {
                if let Some(open) = self.tables.pop() {
                    self.put([Block::Table(open.table)]);
                }
            }
            (Ns::Word, "txbxContent") => {
                let blocks = self.close_container();
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.boxes.extend(blocks),
                    None => self.put(blocks),
                }
            }
            (Ns::Word, "footnote" | "endnote") => {
                let blocks = self.close_container();
                if let Some(id) = self.note.take() {
                    self.notes.insert(id, writing::flat(&blocks));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A mark of a field: where it begins, where its result begins, where it ends.
    fn set_field(&mut self, tag: &Tag) -> Result<(), Unreadable> {
        match tag.value("fldCharType").as_deref() {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.has_result = true;
                }
            }
            Some("end") => {
                let field = self.fields.pop().filter(|field| !field.has_result);
                self.add(&field.and_then(|field| field.drawn()).unwrap_or_default())?;
            }
            _ => {}
        }
        Ok(())
    }

    /// A deletion: of text, which is passed over, or of the mark of a paragraph or of a row, whose properties it stands in.
    fn start_deletion(&mut self, xml: &mut Xml) -> Result<(), Unreadable> {
        self.seen.deleted += 1;
        match xml.parent() {
            Some("rPr") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.is_open_end = true;
                }
                Ok(())
            }
            Some("trPr") => {
                if let Some(open) = self.tables.last_mut() {
                    open.is_row_deleted = true;
                }
                Ok(())
            }
            _ => xml.skip(),
        }
    }

    /// Takes a property of the paragraph, of its mark or of a run in it.
    fn set_paragraph(&mut self, name: &str, tag: &Tag, xml: &Xml) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let is_of_mark = xml.has_above("pPr");
        match name {
            "pStyle" => paragraph.style = tag.value("val"),
            "numId" => paragraph.num_id = tag.number("val"),
            "ilvl" => paragraph.level = tag.number("val"),
            "outlineLvl" => paragraph.outline = tag.number("val"),
            "r" => paragraph.run = Run::default(),
            "rPr" => paragraph.run.is_in_properties = true,
            "vanish" | "specVanish" if is_of_mark => {
                paragraph.is_mark_hidden |= tag.is_on();
                paragraph.is_open_end |= tag.is_on() && name == "specVanish";
            }
            "vanish" => paragraph.run.is_hidden = tag.is_on(),
            "rStyle" if !is_of_mark => {
                let id = tag.value("val").unwrap_or_default();
                paragraph.run.is_hidden |= self.styles.is_hidden(&id);
            }
            "vertAlign" if !is_of_mark => {
                paragraph.run.is_raised = tag.value("val").is_some_and(|place| place == "superscript");
            }
            _ => {}
        }
    }

    /// Adds characters to the open paragraph, if they are to be seen: neither hidden nor the code of a field.
    fn add(&mut self, text: &str) -> Result<(), Unreadable> {
        let Some(paragraph) = self.paragraphs.last_mut() else { return Ok(()) };
        if paragraph.run.is_in_properties || self.fields.iter().any(|field| !field.has_result) {
            return Ok(());
        }
        if paragraph.run.is_hidden {
            self.seen.hidden += text.chars().count();
            return Ok(());
        }
        paragraph.add(text);
        self.count(text.len())
    }

    fn count(&mut self, n_bytes: usize) -> Result<(), Unreadable> {
        self.n_bytes += n_bytes;
        if self.n_bytes > limits::MOST_TEXT_BYTES { Err(Unreadable::TooMuch(Measure::Text)) } else { Ok(()) }
    }

    fn add_note(&mut self, is_footnote: bool, tag: &Tag) -> Result<(), Unreadable> {
        let id = tag.value("id").unwrap_or_default();
        let Some(text) = if is_footnote { self.footnotes } else { self.endnotes }.get(&id) else { return Ok(()) };
        let is_hidden = self.paragraphs.last().is_none_or(|paragraph| paragraph.run.is_hidden);
        let has_own_mark = matches!(tag.value("customMarkFollows").as_deref(), Some("1" | "true" | "on"));
        if is_hidden || self.fields.iter().any(|field| !field.has_result) {
            return Ok(());
        }
        let number = match (has_own_mark, is_footnote) {
            (true, _) => String::new(),
            (false, true) => {
                self.seen.footnotes += 1;
                self.seen.footnotes.to_string()
            }
            (false, false) => {
                self.seen.endnotes += 1;
                number::write(self.seen.endnotes, &Kind::LowerRoman)
            }
        };
        let note = format!("注{number}：{text}");
        let n_bytes = note.len();
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.notes.push(note);
        }
        self.count(n_bytes)
    }

    /// Finds what Word writes before the open paragraph, as soon as its properties are known.
    fn number_paragraph(&mut self) {
        let is_deleted = self.tables.iter().any(|open| open.is_row_deleted);
        let Some(paragraph) = self.paragraphs.last_mut().filter(|paragraph| paragraph.label.is_none()) else { return };
        paragraph.label = Some(String::new());
        if is_deleted || paragraph.is_open_end || paragraph.is_mark_hidden {
            return;
        }
        let style = paragraph.style.as_deref().or(self.styles.default_paragraph()).unwrap_or_default();
        let of_style = self.styles.numbering(style);
        let Some(num_id) = paragraph.num_id.or(of_style.num_id).filter(|id| *id > 0) else { return };
        let linked = || self.styles.chain(style).find_map(|(id, _)| self.numbering.level_of_style(num_id, id));
        let level = paragraph.level.or_else(linked).or(of_style.level).unwrap_or_default();
        paragraph.label = Some(self.numbering.count(num_id, level).unwrap_or_default());
    }

    fn close_paragraph(&mut self) -> Result<(), Unreadable> {
        self.number_paragraph();
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let carried = self.containers.last_mut().and_then(|container| container.carried.take());
        let style = paragraph.style.as_deref().or(self.styles.default_paragraph()).unwrap_or_default();
        let outline = match paragraph.outline {
            Some(level) => (level < 9).then_some(level),
            None => self.styles.outline(style),
        };
        if paragraph.is_open_end {
            let carried = paragraph.carry(carried);
            if let Some(container) = self.containers.last_mut() {
                container.carried = Some(carried);
            }
        } else {
            self.count(paragraph.label.as_ref().map_or(0, String::len))?;
            self.put(paragraph.lines(carried, outline));
        }
        self.put(paragraph.boxes);
        let anchor = Some(Anchor { first: paragraph.index, last: paragraph.index });
        let notes = paragraph.notes.into_iter().map(|text| Line { text, heading: 0, anchor });
        match self.tables.first_mut() {
            Some(open) => open.table.notes.extend(notes),
            None => self.put(notes.map(Block::Line)),
        }
        Ok(())
    }

    fn put(&mut self, blocks: impl IntoIterator<Item = Block>) {
        if let Some(container) = self.containers.last_mut() {
            container.blocks.extend(blocks);
        }
    }

    fn close_container(&mut self) -> Vec<Block> {
        let Some(container) = self.containers.pop() else { return Vec::new() };
        let mut blocks = container.blocks;
        blocks.extend(container.carried.map(Carried::line));
        blocks
    }

    fn count_cell(&mut self) -> Result<(), Unreadable> {
        self.n_cells += 1;
        if self.n_cells > limits::MOST_CELLS { Err(Unreadable::TooMuch(Measure::Cells)) } else { Ok(()) }
    }
}
