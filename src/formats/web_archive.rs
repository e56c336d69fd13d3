//! Web archives (`.mht`), as browsers save a page with its pictures in one file: MIME, in parts. The page is the first part that
//! is one; pictures and styles are left.
//!
//! Why no crate: of MIME this needs the fields of a part and the two ways to write bytes as letters, and no part of mail.

use crate::formats::Reading;
use crate::formats::encoding::Encoding;
use crate::formats::html;
use crate::formats::unreadable::Unreadable;

/// How deep parts lie within parts.
const DEEPEST: usize = 4;

/// The most bytes of the fields of a part.
const MOST_FIELD_BYTES: usize = 1 << 16;

/// Whether a file begins as a web archive does: with the fields of MIME, of a page or of several parts.
pub(super) fn is_archive(start: &[u8]) -> bool {
    let fields = fields(start).0;
    let is_page = |kind: &str| kind.starts_with("multipart/related") || kind.starts_with("text/html");
    field(&fields, "mime-version").is_some()
        && field(&fields, "content-type").is_some_and(|kind| is_page(&kind.to_ascii_lowercase()))
}

/// Reads the page in an archive.
pub(super) fn read(bytes: &[u8], forced: Option<Encoding>) -> Result<Reading, Unreadable> {
    let page = page(bytes, DEEPEST).ok_or_else(|| Unreadable::Missing { part: "text/html".to_owned() })?;
    html::read(&page.bytes, forced.or(page.encoding))
}

/// A page out of an archive, with the encoding that its part names.
struct Page {
    bytes: Vec<u8>,
    encoding: Option<Encoding>,
}

/// The page of a part: itself, or the first page among its own parts.
fn page(bytes: &[u8], deepest: usize) -> Option<Page> {
    let (fields, body) = fields(bytes);
    let kind = field(&fields, "content-type").unwrap_or_default();
    if kind.to_ascii_lowercase().starts_with("multipart/") {
        let boundary = parameter(kind, "boundary").filter(|boundary| !boundary.is_empty())?;
        let deeper = deepest.checked_sub(1)?;
        return parts(body, &boundary).into_iter().find_map(|part| page(part, deeper));
    }
    if !kind.to_ascii_lowercase().starts_with("text/html") {
        return None;
    }
    let written = field(&fields, "content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    let bytes = match written.as_str() {
        "base64" => from_base64(body),
        "quoted-printable" => from_quoted_printable(body),
        _ => body.to_vec(),
    };
    Some(Page { bytes, encoding: parameter(kind, "charset").and_then(|name| Encoding::with_name(&name)) })
}

/// The fields at the start of a part, each on one line, and what stands behind the blank line below them.
fn fields(bytes: &[u8]) -> (String, &[u8]) {
    let mut unfolded = String::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty() && at < MOST_FIELD_BYTES) {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or_default());
        at += end;
        let text = line.trim_end();
        if text.is_empty() {
            // An archive may begin with a blank line.
            if unfolded.is_empty() {
                continue;
            }
            break;
        }
        unfolded.push_str(if line.starts_with([' ', '\t']) { " " } else { "\n" });
        unfolded.push_str(text.trim_start());
    }
    (unfolded, bytes.get(at..).unwrap_or_default())
}

/// What stands behind the name of a field, whose letters may be large or small.
fn field<'f>(fields: &'f str, name: &str) -> Option<&'f str> {
    fields
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(own, _)| own.trim().eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

/// The value of a parameter behind the value of a field: `utf-8` of `text/html; charset="utf-8"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    let parameters = value.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let found = parameters.into_iter().find(|(own, _)| own.trim().eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.trim().trim_matches('"').to_owned())
}

/// The parts between lines of a boundary.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = [b"--", boundary.as_bytes()].concat();
    let is_at_line = |at: &usize| at.checked_sub(1).is_none_or(|before| body.get(before) == Some(&b'\n'));
    let starts: Vec<usize> = memchr::memmem::find_iter(body, &mark).filter(is_at_line).collect();
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(from, to)| body.get(from + mark.len()..to))
        .filter(|part| !part.starts_with(b"--"))
        .collect()
}

/// Bytes of which those that are no plain letters are written as `=E5`, and long lines are broken by `=`.
fn from_quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        let (skipped, byte) = match behind {
            [b'\r', b'\n', ..] => (2, None),
            [b'\n', ..] => (1, None),
            [high, low, ..] => match hexadecimal(*high).zip(hexadecimal(*low)) {
                Some((high, low)) => (2, Some(high * 16 + low)),
                None => (0, Some(b'=')),
            },
            _ => (0, Some(b'=')),
        };
        bytes.extend(byte);
        rest = behind.get(skipped..).unwrap_or_default();
    }
    bytes
}

fn hexadecimal(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Bytes that are written as letters of base 64, six bits each. What is none of these letters is skipped.
fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0u32, 0u32);
    for letter in body {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.extend(u8::try_from(bits >> n_bits & 0xff));
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(archive: &str) -> Result<String, Unreadable> {
        read(archive.as_bytes(), None).map(|reading| reading.text.trim().to_owned())
    }

    #[test]
    fn pages_in_archives() {
        let parts = "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=E8=A7=84?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--edge--1\"\r\n\r\n\r\n----edge--1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n----edge--1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><meta charset=3D\"utf-8\"></head><body><p>=E5=81=A5=\r\n=E5=BA=B7=E6=B1=9F=E6=B5=B7</p></body></html>\r\n----edge--1--\r\n";
        assert!(is_archive(parts.as_bytes()));
        assert_eq!(text(parts).as_deref(), Ok("健康江海"));
        let alone = "MIME-Version: 1.0\nContent-Type: text/html; charset=\"gb2312\"\nContent-Transfer-Encoding: base64\n\nPHA+vaG/tb2tuqM8L3A+\n";
        assert!(is_archive(alone.as_bytes()));
        assert_eq!(text(alone).as_deref(), Ok("健康江海"));
    }

    #[test]
    fn no_archives() {
        assert!(!is_archive("Content-Type: text/html\n\n<p>".as_bytes()));
        assert!(!is_archive("江海市健康规划\n一、目标".as_bytes()));
        let without = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n";
        assert_eq!(text(without), Err(Unreadable::Missing { part: "text/html".to_owned() }));
        let endless = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n".to_owned()
            + &"--x\nContent-Type: multipart/related; boundary=x\n\n".repeat(200);
        assert!(text(&endless).is_err());
    }
}
