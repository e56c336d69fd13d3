//! The encoding of a text: by its byte order mark, else by what all of its bytes are, else the one that was asked for.
//!
//! ```text
//! asked for (--encoding)          taken, whatever the bytes look like
//! byte order mark                 UTF-8, UTF-16, GB18030
//! nearly all pairs of bytes are   UTF-16 without a mark
//!   characters of Chinese texts
//! the bytes are UTF-8             UTF-8, perhaps with damaged places, whatever the page says of itself
//! the page says it, and all of    that encoding
//!   its bytes agree
//! the bytes are those of GB18030  GB18030, with its older parts GBK and GB2312
//! Big5                            where the statistics of chardetng say so
//! ```
//!
//! Nothing is mended: where a few bytes cannot be decoded, `�` stands in their place, and a remark says how many and
//! where; where there are more, the file is refused with the line.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::formats::remark::Remark;
use crate::formats::unreadable::Unreadable;

/// An encoding of text, by one of the names that it has on the web.
///
/// ```
/// use guihua::formats::Encoding;
///
/// assert_eq!(Encoding::with_name("gbk"), Encoding::with_name("GB2312"));
/// assert_eq!(Encoding::with_name("gb18030").map(Encoding::name), Some("GB18030"));
/// assert_eq!(Encoding::with_name("latin"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// Returns the encoding with this name, in large or small letters (`utf-8`, `GBK`, `utf-16`, `big5`).
    #[must_use]
    pub fn with_name(name: &str) -> Option<Self> {
        let found = encoding_rs::Encoding::for_label_no_replacement(name.as_bytes())?;
        // GB18030 holds all of GBK and GB2312, as their bytes are written today.
        Some(Self(if found == encoding_rs::GBK { GB18030 } else { found }))
    }

    /// Returns the name of the encoding.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(self.0)
    }
}

/// The name of an encoding as it is written in China.
fn name_of(encoding: &'static encoding_rs::Encoding) -> &'static str {
    if encoding == GB18030 { "GB18030" } else { encoding.name() }
}

#[derive(Debug)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// What is to be said about it: the encoding where it was not said by the file, and the places that are damaged.
    pub(super) remarks: Vec<Remark>,
}

/// How many damaged places are looked at beyond that, so that it can be told what the text is.
const MOST_TO_TELL: usize = 1_000;

/// The byte order marks, each with the encoding that it says. That of UTF-16 with the low byte first stands last.
const MARKS: [(&[u8], &encoding_rs::Encoding); 4] =
    [(b"\xef\xbb\xbf", UTF_8), (b"\x84\x31\x95\x33", GB18030), (b"\xfe\xff", UTF_16BE), (b"\xff\xfe", UTF_16LE)];

/// Among so many characters one may be damaged; where there are more, the text is not in this encoding.
const ONE_DAMAGED_IN: usize = 1_000;

/// Decodes the bytes of a text. `forced` is the encoding that was asked for, `said` the one that the text says itself.
pub(super) fn decode(bytes: &[u8], forced: Option<Encoding>, said: Option<Encoding>) -> Result<Decoded, Unreadable> {
    if let Some(Encoding(encoding)) = forced {
        let mark = MARKS.iter().find(|(mark, of)| *of == encoding && bytes.starts_with(mark));
        let attempt = Attempt::new(bytes.get(mark.map_or(0, |(mark, _)| mark.len())..).unwrap_or_default(), encoding);
        if !attempt.has_few_damages() {
            return Err(Unreadable::NotIn { encoding: name_of(encoding), line: attempt.first_damaged });
        }
        return attempt.finish(Vec::new());
    }
    if let Some((mark, encoding)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        let attempt = Attempt::new(bytes.get(mark.len()..).unwrap_or_default(), encoding);
        if !attempt.has_few_damages() {
            return Err(Unreadable::NotIn { encoding: name_of(encoding), line: attempt.first_damaged });
        }
        return attempt.finish(Vec::new());
    }
    let is_utf8 = std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0);
    if let Some(encoding) = utf16_by_statistics(bytes).filter(|_| !is_utf8) {
        return Attempt::new(bytes, encoding).finish(vec![Remark::Encoding(name_of(encoding))]);
    }
    if let Some(at) = memchr::memchr(0, bytes) {
        return Err(Unreadable::Binary { line: line_at(bytes, at) });
    }
    let utf8 = Attempt::new(bytes, UTF_8);
    if utf8.has_few_damages() {
        return utf8.finish(Vec::new());
    }
    let line = utf8.first_damaged;
    // Bytes of another encoding hardly ever make characters of several bytes in UTF-8; a damaged text has many.
    let n_whole = utf8.text.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    if n_whole > utf8.n_damaged {
        return Err(Unreadable::Undecodable { line });
    }
    drop(utf8);
    // What a page says of itself counts if its bytes agree; those of one-byte encodings agree with anything.
    let said =
        said.map(|Encoding(encoding)| encoding).filter(|encoding| *encoding != UTF_8 && !encoding.is_single_byte());
    let attempt =
        said.map(|encoding| Attempt::new(bytes, encoding)).filter(|attempt| attempt.n_damaged == 0).or_else(|| {
            double_byte_by_statistics(bytes)
                .map(|encoding| Attempt::new(bytes, encoding))
                .filter(Attempt::has_few_damages)
        });
    let Some(attempt) = attempt else { return Err(Unreadable::Undecodable { line }) };
    let name = name_of(attempt.encoding);
    attempt.finish(vec![Remark::Encoding(name)])
}

/// The line on which a byte stands, counted from 1.
fn line_at(bytes: &[u8], at: usize) -> usize {
    memchr::memchr_iter(b'\n', bytes.get(..at).unwrap_or_default()).count() + 1
}

struct Attempt {
    encoding: &'static encoding_rs::Encoding,
    text: String,
    n_damaged: usize,
    /// The line of the first damaged place, counted from 1; 0 without one.
    first_damaged: usize,
}

impl Attempt {
    fn new(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Self {
        let mut attempt = Self { encoding, text: String::new(), n_damaged: 0, first_damaged: 0 };
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut rest = bytes;
        loop {
            // A piece at a time, so that the text takes the room it needs and not the most that it could.
            const PIECE: usize = 1 << 16;
            attempt.text.reserve(PIECE.min(rest.len() * 2 + 16));
            let (result, n_read) = decoder.decode_to_string_without_replacement(rest, &mut attempt.text, true);
            rest = rest.get(n_read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return attempt,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    if attempt.n_damaged == 0 {
                        attempt.first_damaged = memchr::memchr_iter(b'\n', attempt.text.as_bytes()).count() + 1;
                    }
                    attempt.n_damaged += 1;
                    attempt.text.push(char::REPLACEMENT_CHARACTER);
                    // No text has more characters than bytes, so that this cannot come right any more.
                    if attempt.n_damaged > bytes.len() / ONE_DAMAGED_IN + MOST_TO_TELL {
                        return attempt;
                    }
                }
            }
        }
    }

    fn has_few_damages(&self) -> bool {
        // Counting characters is left until it is needed: most texts are whole.
        self.n_damaged == 0 || self.n_damaged * ONE_DAMAGED_IN <= self.text.chars().count()
    }

    fn finish(mut self, mut remarks: Vec<Remark>) -> Result<Decoded, Unreadable> {
        if let Some(at) = memchr::memchr(0, self.text.as_bytes()) {
            return Err(Unreadable::Binary { line: line_at(self.text.as_bytes(), at) });
        }
        if self.n_damaged > 0 {
            remarks.push(Remark::Damaged { count: self.n_damaged, line: self.first_damaged });
        }
        // It grew by doubling, and may be as long as a file can be.
        self.text.shrink_to_fit();
        Ok(Decoded { text: self.text, remarks })
    }
}

/// Whether the bytes are UTF-16 without a mark: nearly all units are characters that Chinese texts are made of, with marks among
/// them. Texts in other encodings, read as UTF-16, give characters of many scripts, or characters without any marks.
fn utf16_by_statistics(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    /// Of so many units all but one must be usual characters.
    const ONE_UNUSUAL_IN: usize = 50;
    /// Of so many units one at least must be a mark, a blank or a digit.
    const ONE_MARK_IN: usize = 200;
    let n_units = bytes.len() / 2;
    if n_units == 0 || bytes.len() % 2 == 1 {
        return None;
    }
    let pairs = || bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    // Plain ASCII gives Chinese characters too, of which each has two bytes of ASCII; of real ones a quarter has.
    let n_ascii = pairs().filter(|pair| pair.iter().all(|byte| byte.is_ascii() && *byte != 0)).count();
    let is_text = |unit: fn([u8; 2]) -> u16| {
        let n_usual = pairs().map(unit).filter(|unit| is_usual(*unit)).count();
        let n_marks = pairs().map(unit).filter(|unit| is_usual(*unit) && !(0x3400..=0x9fff).contains(unit)).count();
        (n_units - n_usual) * ONE_UNUSUAL_IN <= n_units && n_marks * ONE_MARK_IN >= n_units && n_ascii * 2 <= n_units
    };
    match (is_text(u16::from_le_bytes), is_text(u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether a unit of UTF-16 is a usual character of Chinese texts.
fn is_usual(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0..=0xff // white space, ASCII, Latin
        | 0x2010..=0x2027 | 0x2030..=0x203b | 0x2070..=0x2079 // dashes, quotation marks, ‰, superscripts
        | 0x2100..=0x218f | 0x2190..=0x2193 | 0x2200..=0x22ff | 0x2460..=0x24ff // ℃ Ⅲ, arrows, ≥, ①
        | 0x25a0..=0x25ff | 0x3000..=0x301f | 0x3220..=0x3243 // ■ ●, Chinese marks, ㈠
        | 0x3400..=0x9fff | 0xff01..=0xffe6) // Chinese characters, full-width forms
}

/// Whether the bytes are those of GB18030 or of Big5, by all of them. In GB2312, whose characters make up nearly all of any
/// text in GB18030, both bytes are in the upper half; in Big5 every other second byte is not.
fn double_byte_by_statistics(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    /// Of so many double bytes all but one must be of the first levels of the national standard.
    const ONE_RARE_IN: usize = 8;
    let (mut n_pairs, mut n_usual) = (0usize, 0usize);
    let mut rest = bytes.iter().copied();
    while let Some(first) = rest.next() {
        if first.is_ascii() {
            continue;
        }
        n_pairs += 1;
        let Some(second) = rest.next() else { break };
        n_usual += usize::from(matches!((first, second), (0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe)));
    }
    if n_pairs > 0 && (n_pairs - n_usual) * ONE_RARE_IN <= n_pairs {
        return Some(GB18030);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    [(encoding_rs::GBK, GB18030), (GB18030, GB18030), (BIG5, BIG5)]
        .into_iter()
        .find(|(guessed, _)| *guessed == guess)
        .map(|(_, encoding)| encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "健康江海行动（2021—2030年）\n一、总体要求\n到2030年，人均预期寿命达到80岁，婴儿死亡率≤3‰。\n";

    fn encoded(text: &str, encoding: &str) -> Vec<u8> {
        let bytes = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect();
        match encoding {
            "UTF-16LE" => bytes(u16::to_le_bytes),
            "UTF-16BE" => bytes(u16::to_be_bytes),
            _ => encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap().encode(text).0.into_owned(),
        }
    }

    /// The text and the remarks, or the error, in one line.
    fn check(bytes: &[u8], expected: &str) {
        let got = match decode(bytes, None, None) {
            Ok(decoded) => format!("{} {:?}", decoded.text == TEXT, decoded.remarks),
            Err(error) => format!("{error:?}"),
        };
        assert_eq!(got, expected);
    }

    #[test]
    fn the_bytes_tell_the_encoding() {
        check(TEXT.as_bytes(), "true []");
        check(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), "true []");
        check(&encoded(TEXT, "gb18030"), "true [Encoding(\"GB18030\")]");
        check(&encoded(TEXT, "UTF-16LE"), "true [Encoding(\"UTF-16LE\")]");
        check(&encoded(TEXT, "UTF-16BE"), "true [Encoding(\"UTF-16BE\")]");
        check(&[b"\xff\xfe", &encoded(TEXT, "UTF-16LE")[..]].concat(), "true []");
        check(&[b"\xfe\xff", &encoded(TEXT, "UTF-16BE")[..]].concat(), "true []");
        check(&[b"\x84\x31\x95\x33", &encoded(TEXT, "gb18030")[..]].concat(), "true []");
        check(b"a\nb\xff\n", "Undecodable { line: 2 }");
        check(b"a\nb\n\0\n", "Binary { line: 3 }");
        check(&[b"\xff\xfe", &encoded("一\n\0", "UTF-16LE")[..]].concat(), "Binary { line: 2 }");
    }

    #[test]
    fn short_texts_and_rare_characters_tell_it_too() {
        for text in ["规划", "健康中国", "一、目标", "江海市\r\n", "镕堃喆（㙍）规划，到2030年。", "①②③ABC，。"]
        {
            let decoded = decode(&encoded(text, "gb18030"), None, None).unwrap();
            assert_eq!(decoded.text, text);
            assert_eq!(decode(text.as_bytes(), None, None).unwrap().text, text);
        }
        // In GB18030 characters outside GBK take four bytes.
        let rare = "健康江海行动，𠮷字与㐀字。";
        assert_eq!(decode(&encoded(rare, "gb18030"), None, None).unwrap().text, rare);
        let big5 = "衛生福利部國民健康署，推動健康城市計畫，到二〇三〇年達成目標。";
        assert_eq!(decode(&encoded(big5, "big5"), None, None).unwrap().text, big5);
    }

    #[test]
    fn few_damages_are_said_and_many_refused() {
        let mut bytes = TEXT.repeat(80).into_bytes();
        let at = TEXT.len() + 1;
        bytes[at] = 0xff;
        let decoded = decode(&bytes, None, None).unwrap();
        // The two bytes behind it are none of their own either.
        assert_eq!(decoded.remarks, [Remark::Damaged { count: 3, line: 4 }]);
        assert!(decoded.text.contains('\u{fffd}'));
        let mut bytes = TEXT.repeat(2).into_bytes();
        bytes[at] = 0xff;
        assert_eq!(decode(&bytes, None, None).unwrap_err(), Unreadable::Undecodable { line: 4 });
    }

    #[test]
    fn the_encoding_asked_for_is_taken() {
        let gb = encoded(TEXT, "gb18030");
        assert_eq!(decode(&gb, Encoding::with_name("gbk"), None).unwrap().text, TEXT);
        let wrong = decode(&gb, Encoding::with_name("utf-8"), None).unwrap_err();
        assert_eq!(wrong, Unreadable::NotIn { encoding: "UTF-8", line: 1 });
        // What a page says of itself counts where its bytes agree.
        let japanese = encoded("これは日本語の文章です。健康。", "shift_jis");
        assert!(decode(&japanese, None, Encoding::with_name("shift_jis")).unwrap().text.starts_with("これは"));
        for lie in ["utf-8", "iso-8859-1", "euc-jp"] {
            assert_eq!(decode(&gb, None, Encoding::with_name(lie)).unwrap().text, TEXT, "{lie}");
        }
    }
}
