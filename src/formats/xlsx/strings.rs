//! The texts of a workbook, which its cells refer to by their numbers.

use crate::formats::limits;
use crate::formats::package::Package;
use crate::formats::unreadable::{Measure, Unreadable};
use crate::formats::xml::{Event, Ns, Xml};

/// The shared texts, all in one, with the end of each.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(package: &mut Package, part: &str) -> Result<Self, Unreadable> {
        let mut strings = Self::default();
        let Some(mut xml) = Xml::open(package, part)? else { return Ok(strings) };
        let mut is_text = false;
        while let Some(event) = xml.next()? {
            match event {
                // How a text is read aloud stands beside it.
                Event::Start(Ns::Sheet, tag) if matches!(tag.name(), "rPh" | "phoneticPr") => xml.skip()?,
                Event::Start(Ns::Sheet, tag) => is_text = tag.name() == "t",
                Event::End(Ns::Sheet, name) if name == "si" => {
                    if strings.ends.len() >= limits::MOST_CELLS {
                        return Err(Unreadable::TooMuch(Measure::Cells));
                    }
                    strings.ends.push(strings.text.len());
                }
                Event::End(..) => is_text = false,
                Event::Text(text) if is_text => {
                    strings.text.push_str(&unescape(&text));
                    if strings.text.len() > limits::MOST_TEXT_BYTES {
                        return Err(Unreadable::TooMuch(Measure::Text));
                    }
                }
                Event::Start(..) | Event::Text(_) => {}
            }
        }
        Ok(strings)
    }

    /// The text with this number.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(from..*self.ends.get(at)?)
    }
}

/// Turns `_x000D_` back into the character that Excel writes in this way.
pub(super) fn unescape(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let sign = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let (Some(sign), Some(behind)) = (sign, after.get(5..)) {
            plain.push(if sign.is_control() { ' ' } else { sign });
            rest = behind;
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}
