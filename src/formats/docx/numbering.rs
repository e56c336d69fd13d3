//! The numbers that Word writes before paragraphs by itself: the lists of a document, and how far each has been counted.
//!
//! ```text
//! abstractNum   what a list looks like: for each of nine levels its start, its kind of numbers, its text (第%1章, %1.%2)
//! num           a list in use: it takes an abstractNum, and may change levels or where they start
//! ```
//!
//! As Word has it, all lists over one `abstractNum` count on together; one that says where a level starts begins there the
//! first time that it is used at that level. A level begins again behind each level above it, unless `lvlRestart` says
//! otherwise. A level above that has not been counted yet counts as begun when one below it is: 1.1 before any 1.

use std::collections::{HashMap, HashSet};

use crate::formats::docx::styles::Styles;
use crate::formats::docx::symbol::bullet;
use crate::formats::number::{self, Kind};
use crate::formats::package::Package;
use crate::formats::unreadable::Unreadable;
use crate::formats::xml::{Event, Ns, Tag, Xml};
use crate::lexicon::heading::TIGHT_NUMBER_ENDS;
use crate::lexicon::punctuation::CLAUSE_BREAKS;

const N_LEVELS: usize = 9;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Level {
    start: u32,
    kind: LevelKind,
    /// The text of the number, with `%1` … `%9` in the places of the levels.
    text: String,
    /// What stands between the number and the text of the paragraph.
    gap: Gap,
    /// The level, counted from 1, behind which this one begins again; 0 for never.
    restart: Option<usize>,
    /// Whether the levels above are written in Arabic digits, whatever their kind.
    is_legal: bool,
    /// The style whose paragraphs are at this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            kind: LevelKind::Number(Kind::Decimal),
            text: String::new(),
            gap: Gap::Tab,
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum LevelKind {
    Number(Kind),
    /// A number of a kind that is not known, by its name.
    Unknown(String),
    Bullet,
}

/// What stands between a number and the text behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Tab,
    Blank,
    Nothing,
}

#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: [Option<Level>; N_LEVELS],
    /// The style that holds the list in place of this one.
    style_link: Option<String>,
    /// The style that this list is that of.
    own_style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct List {
    looks: u32,
    levels: [Option<Level>; N_LEVELS],
    starts: [Option<u32>; N_LEVELS],
}

/// The lists of a document, and how far they have been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    looks: HashMap<u32, Abstract>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; N_LEVELS]>,
    /// The lists and levels that have begun where the list says they start.
    begun: HashSet<(u32, usize)>,
    /// The kinds of numbers that were met and are not known.
    pub(super) unknown: Vec<String>,
}

impl Numbering {
    /// Reads the lists of a document.
    pub(super) fn read(package: &mut Package, part: &str, styles: &Styles) -> Result<Self, Unreadable> {
        let mut numbering = Self::default();
        let Some(mut xml) = Xml::open(package, part)? else { return Ok(numbering) };
        let mut reader = Reader::default();
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(Ns::Word, tag) => reader.start(&tag),
                Event::End(Ns::Word, name) => reader.end(&name, &mut numbering),
                Event::Start(..) | Event::End(..) | Event::Text(_) => {}
            }
        }
        numbering.follow_links(styles);
        Ok(numbering)
    }

    /// Gives lists that refer to a style the levels of the list which that style holds.
    fn follow_links(&mut self, styles: &Styles) {
        let of_styles = self.looks.values().filter_map(|looks| Some((looks.own_style.clone()?, looks.levels.clone())));
        let of_styles: HashMap<String, [Option<Level>; N_LEVELS]> = of_styles.collect();
        let linked: Vec<(u32, [Option<Level>; N_LEVELS])> = self
            .looks
            .iter()
            .filter_map(|(id, looks)| {
                let style = looks.style_link.as_deref()?;
                let list = styles.numbering(style).num_id.and_then(|num_id| self.lists.get(&num_id));
                let held = list.and_then(|list| self.looks.get(&list.looks)).filter(|held| held.style_link.is_none());
                let levels = held.map(|held| &held.levels).or_else(|| of_styles.get(style))?;
                Some((*id, levels.clone()))
            })
            .collect();
        for (id, levels) in linked {
            if let Some(looks) = self.looks.get_mut(&id) {
                looks.levels = levels;
            }
        }
    }

    /// The level of a list whose paragraphs have this style.
    pub(super) fn level_of_style(&self, num_id: u32, style: &str) -> Option<usize> {
        (0..N_LEVELS)
            .find(|level| self.level(num_id, *level).is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    /// Counts a list on at a level, and returns what Word writes before the paragraph; `None` if there is no such list.
    pub(super) fn count(&mut self, num_id: u32, level: usize) -> Option<String> {
        let level = level.min(N_LEVELS - 1);
        let looks = self.lists.get(&num_id)?.looks;
        let starts: [u32; N_LEVELS] =
            std::array::from_fn(|level| self.level(num_id, level).map_or(1, |level| level.start));
        let restarts: [Option<usize>; N_LEVELS] =
            std::array::from_fn(|level| self.level(num_id, level).and_then(|level| level.restart));
        let list = self.lists.get(&num_id)?;
        let counts = self.counts.entry(looks).or_default();
        for (at, count) in counts.iter_mut().enumerate().take(level + 1) {
            let own_start = list.starts.get(at).copied().flatten();
            let start = own_start.or_else(|| starts.get(at).copied()).unwrap_or(1);
            *count = match *count {
                // A list that says where it starts does so the first time that it is used at the level.
                _ if at == level && own_start.is_some() && self.begun.insert((num_id, at)) => Some(start),
                Some(n) if at == level => Some(n.saturating_add(1)),
                Some(n) => Some(n),
                None => Some(start),
            };
        }
        for (at, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let begins_again = match restarts.get(at).copied().flatten() {
                Some(0) => false,
                Some(behind) if behind <= at => level < behind,
                Some(_) | None => true,
            };
            if begins_again {
                *count = None;
            }
        }
        let counts = *counts;
        self.write(num_id, level, &counts)
    }

    /// What a level of a list writes, without changing any count.
    fn write(&mut self, num_id: u32, at: usize, counts: &[Option<u32>; N_LEVELS]) -> Option<String> {
        let level = self.level(num_id, at)?.clone();
        if level.kind == LevelKind::Bullet {
            let mark: String = level.text.chars().map(bullet).collect();
            return Some(if mark.trim().is_empty() { String::new() } else { format!("{mark} ") });
        }
        let mut text = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let place = rest.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            let Some(place) = place else {
                text.push(c);
                continue;
            };
            rest.next();
            let of = place as usize - 1;
            let (Some(n), Some(shown)) = (counts.get(of).copied().flatten(), self.level(num_id, of)) else { continue };
            let kind = match &shown.kind {
                LevelKind::Number(Kind::Nothing) | LevelKind::Bullet => Kind::Nothing,
                LevelKind::Number(_) | LevelKind::Unknown(_) if level.is_legal && of != at => Kind::Decimal,
                LevelKind::Number(kind) => kind.clone(),
                LevelKind::Unknown(name) => {
                    let name = name.clone();
                    if !self.unknown.contains(&name) {
                        self.unknown.push(name);
                    }
                    Kind::Decimal
                }
            };
            text.push_str(&number::write(n, &kind));
        }
        let is_blank_needed = level.gap != Gap::Nothing && text.chars().next_back().is_some_and(|end| !is_tight(end));
        if is_blank_needed {
            text.push(' ');
        }
        Some(text)
    }

    /// A level of a list: as the list changes it, else as its looks have it.
    fn level(&self, num_id: u32, level: usize) -> Option<&Level> {
        let list = self.lists.get(&num_id)?;
        let own = list.levels.get(level)?.as_ref();
        own.or_else(|| self.looks.get(&list.looks)?.levels.get(level)?.as_ref())
    }
}

/// Whether the text of a heading stands close to the end of its number: behind 、 and ）.
fn is_tight(end: char) -> bool {
    TIGHT_NUMBER_ENDS.contains(end) && end != '.' && end != ')' || CLAUSE_BREAKS.contains(end) || end.is_whitespace()
}

/// Reads the elements of the part.
#[derive(Default)]
struct Reader {
    looks: Option<(u32, Abstract)>,
    list: Option<(u32, List)>,
    /// The level of a list that is changed, and whether it gets a definition of its own.
    changed: Option<usize>,
    level: Option<(usize, Level)>,
}

impl Reader {
    fn start(&mut self, tag: &Tag) {
        let value = || tag.value("val").unwrap_or_default();
        match tag.name() {
            "abstractNum" => self.looks = tag.number("abstractNumId").map(|id| (id, Abstract::default())),
            "num" => self.list = tag.number("numId").map(|id| (id, List::default())),
            "lvlOverride" => self.changed = tag.number("ilvl"),
            "lvl" => self.level = tag.number("ilvl").map(|level| (level, Level::default())),
            "abstractNumId" => {
                if let Some((_, list)) = &mut self.list {
                    list.looks = tag.number("val").unwrap_or_default();
                }
            }
            "startOverride" => {
                if let (Some((_, list)), Some(level)) = (&mut self.list, self.changed)
                    && let Some(start) = list.starts.get_mut(level)
                {
                    *start = tag.number("val");
                }
            }
            "numStyleLink" => {
                if let Some((_, looks)) = &mut self.looks {
                    looks.style_link = tag.value("val");
                }
            }
            "styleLink" => {
                if let Some((_, looks)) = &mut self.looks {
                    looks.own_style = tag.value("val");
                }
            }
            name => {
                let Some((_, level)) = &mut self.level else { return };
                match name {
                    "start" => level.start = tag.number("val").unwrap_or(level.start),
                    "numFmt" => level.kind = kind(&value(), tag.value("format").as_deref()),
                    "lvlText" => level.text = value(),
                    "lvlRestart" => level.restart = tag.number("val"),
                    "isLgl" => level.is_legal = tag.is_on(),
                    "pStyle" => level.style = tag.value("val"),
                    "suff" => {
                        level.gap = match value().as_str() {
                            "space" => Gap::Blank,
                            "nothing" => Gap::Nothing,
                            _ => Gap::Tab,
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &str, numbering: &mut Numbering) {
        match name {
            "lvl" => {
                let Some((at, level)) = self.level.take() else { return };
                let levels = match (&mut self.list, &mut self.looks) {
                    (Some((_, list)), _) => &mut list.levels,
                    (None, Some((_, looks))) => &mut looks.levels,
                    (None, None) => return,
                };
                if let Some(place) = levels.get_mut(at) {
                    *place = Some(level);
                }
            }
            "lvlOverride" => self.changed = None,
            "abstractNum" => numbering.looks.extend(self.looks.take()),
            "num" => numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}

/// A kind of numbers by its name in the standard (`ST_NumberFormat`).
fn kind(name: &str, format: Option<&str>) -> LevelKind {
    LevelKind::Number(match name {
        "bullet" => return LevelKind::Bullet,
        "none" => Kind::Nothing,
        "decimal" | "decimalHalfWidth" => Kind::Decimal,
        "decimalZero" => Kind::Padded(2),
        "decimalFullWidth" | "decimalFullWidth2" => Kind::FullWidth,
        "upperRoman" => Kind::UpperRoman,
        "lowerRoman" => Kind::LowerRoman,
        "upperLetter" => Kind::UpperLetter,
        "lowerLetter" => Kind::LowerLetter,
        "ordinal" => Kind::Ordinal,
        "chineseCountingThousand" | "taiwaneseCountingThousand" | "japaneseCounting" => Kind::Chinese,
        "chineseCounting" | "taiwaneseCounting" => Kind::ChineseToHundred,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital2" => {
            Kind::ChineseDigits
        }
        "chineseLegalSimplified" => Kind::ChineseLegal,
        "ideographLegalTraditional" => Kind::ChineseLegalTraditional,
        "ideographTraditional" => Kind::Stems,
        "ideographZodiac" => Kind::Branches,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Kind::Circled,
        "decimalEnclosedFullstop" => Kind::WithStop,
        "decimalEnclosedParen" => Kind::InBrackets,
        "ideographEnclosedCircle" => Kind::ChineseInBrackets,
        "numberInDash" => Kind::BetweenDashes,
        // Word 2010 and later write zeros before numbers in this way: 001, 002, ….
        "custom" if format.is_some_and(|format| format.starts_with('0')) => {
            let first = format.unwrap_or_default().split(',').next().unwrap_or_default();
            Kind::Padded(first.trim().chars().count().min(9))
        }
        _ => return LevelKind::Unknown(name.to_owned()),
    })
}
