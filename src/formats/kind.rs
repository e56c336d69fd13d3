//! What a file is: by its content first, by its name where the content leaves it open.

use memchr::memmem;

use crate::formats::package::Package;
use crate::formats::relations;
use crate::formats::unreadable::{Foreign, Unreadable};
use crate::formats::web_archive;

/// A format of files that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plain text, in any encoding that is read.
    Text,
    /// A plain text with the marks of Markdown.
    Markdown,
    /// A web page, in any encoding that is read.
    Html,
    /// A web page with its pictures in one file, as browsers save it.
    WebArchive,
    /// A document of Word or WPS.
    Docx,
    /// A workbook of Excel or WPS.
    Xlsx,
    /// A PDF, whose text `pdftotext` has to take out first: see [`crate::formats::pdf`].
    Pdf,
}

/// How many bytes of a file are looked at for tags.
const LOOKED_AT: usize = 4096;

/// The first bytes of files that are not read.
const FOREIGN: [(&[u8], Foreign); 13] = [
    (b"{\\rtf", Foreign::RichText),
    (b"\x89PNG\r\n", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"RIFF", Foreign::Picture),
    (b"Rar!\x1a", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"\x1f\x8b\x08", Foreign::Archive),
    (b"BZh", Foreign::Archive),
    (b"\xfd7zXZ\0", Foreign::Archive),
];

/// The first bytes of a compound file, which the programs of Office 2003 and before wrote.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells what a file is.
///
/// # Errors
/// It is of a format that is not read, or a damaged package.
pub fn kind(bytes: &[u8], name: &str) -> Result<Kind, Unreadable> {
    let extension = extension(name);
    let start = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default();
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return packaged(bytes);
    }
    if memmem::find(start.get(..start.len().min(1024)).unwrap_or_default(), b"%PDF-").is_some() {
        return Ok(Kind::Pdf);
    }
    if start.starts_with(COMPOUND) {
        return Err(Unreadable::Foreign(compound(bytes, &extension)));
    }
    // Short signatures of letters may begin a text; a text has no NUL byte near its start, and those files have.
    let is_letters = |signature: &[u8]| signature.iter().all(u8::is_ascii_alphanumeric);
    let foreign = FOREIGN.iter().find(|(signature, foreign)| {
        start.starts_with(signature) && (!is_letters(signature) || *foreign == Foreign::RichText || start.contains(&0))
    });
    if let Some((_, foreign)) = foreign {
        return Err(Unreadable::Foreign(*foreign));
    }
    if web_archive::is_archive(start) {
        return Ok(Kind::WebArchive);
    }
    Ok(match extension.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Kind::Html,
        "md" | "markdown" => Kind::Markdown,
        _ if is_page(start) => Kind::Html,
        _ => Kind::Text,
    })
}

/// The extension of a file's name, in small letters and without the dot.
fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Which package a zip archive is.
fn packaged(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let mut package = Package::open(bytes)?;
    if package.has("word/document.xml") {
        return Ok(Kind::Docx);
    }
    if package.has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    // Some programs call the main part by another name.
    let main = if package.has("_rels/.rels") { relations::main_part(&mut package)? } else { None };
    match main
        .as_deref()
        .filter(|main| package.has(main) && !main.to_ascii_lowercase().ends_with("bin"))
        .and_then(|main| main.split_once('/'))
    {
        Some(("word", _)) => return Ok(Kind::Docx),
        Some(("xl", _)) => return Ok(Kind::Xlsx),
        _ => {}
    }
    Err(match () {
        () if package.has("OFD.xml") => Unreadable::Foreign(Foreign::Ofd),
        () if package.has("ppt/presentation.xml") => Unreadable::Foreign(Foreign::Presentation),
        () if package.has("mimetype") && package.has("content.xml") => Unreadable::Foreign(Foreign::OpenDocument),
        () if package.has("xl/workbook.bin") => Unreadable::Foreign(Foreign::OldWorkbook),
        () if package.has("[Content_Types].xml") => Unreadable::Missing { part: "word/document.xml".to_owned() },
        () => Unreadable::Foreign(Foreign::Archive),
    })
}

/// What a compound file holds, by the names in its directory, which are written in UTF-16.
fn compound(bytes: &[u8], extension: &str) -> Foreign {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    match extension {
        _ if has("EncryptedPackage") => Foreign::Protected,
        _ if has("WordDocument") => Foreign::OldDocument,
        _ if has("Workbook") || has("Book") => Foreign::OldWorkbook,
        _ if has("PowerPoint Document") => Foreign::Presentation,
        "xls" | "et" | "xlsx" => Foreign::OldWorkbook,
        _ => Foreign::OldDocument,
    }
}

/// Whether a text begins as a page does: with a tag that every page has, in one-byte or two-byte characters.
fn is_page(start: &[u8]) -> bool {
    let letters: Vec<u8> = start.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let first = letters.iter().position(|byte| *byte == b'<');
    let before = letters.get(..first.unwrap_or_default()).unwrap_or_default();
    let opens = first.is_some() && before.iter().all(|byte| byte.is_ascii_whitespace() || !byte.is_ascii());
    let has = |tag: &[u8]| memmem::find(&letters, tag).is_some();
    opens && (has(b"<!doctype html") || has(b"<html") || has(b"<head") || has(b"<body") || has(b"<meta "))
        || opens && before.len() <= 4 && (has(b"<div") || has(b"<table") || has(b"<p>")) && has(b"</")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_comes_before_the_name() {
        for (bytes, name, expected) in [
            (&b"text"[..], "a.txt", Ok(Kind::Text)),
            (b"text", "a", Ok(Kind::Text)),
            (b"# text", "A.MD", Ok(Kind::Markdown)),
            (b"\n<!DOCTYPE html><p>", "a.txt", Ok(Kind::Html)),
            (b"<\0h\0t\0m\0l\0>\0", "a", Ok(Kind::Html)),
            (b"<p>a</p>", "a.htm", Ok(Kind::Html)),
            (b"1 < 2 and <html> is a tag", "a.txt", Ok(Kind::Text)),
            (b"%PDF-1.7\n", "a.docx", Ok(Kind::Pdf)),
            (b"BMI of adults", "a.txt", Ok(Kind::Text)),
            (b"BM\x36\x00\x00\x00", "a.txt", Err(Unreadable::Foreign(Foreign::Picture))),
            (b"{\\rtf1\\ansi}", "a.doc", Err(Unreadable::Foreign(Foreign::RichText))),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.wps", Err(Unreadable::Foreign(Foreign::OldDocument))),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", Err(Unreadable::Foreign(Foreign::OldWorkbook))),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                "a.docx",
                Err(Unreadable::Foreign(Foreign::Protected)),
            ),
        ] {
            assert_eq!(kind(bytes, name), expected, "{name}");
        }
    }
}
