//! The answer of a terminal to the question what its background looks like (operating system command 11 of xterm).

/// Ends an operating system command, as does `ESC \\`.
const BEL: u8 = 0x07;
const ESC: u8 = 0x1b;
/// The number of the command that asks for the background, and of its answer.
const NUMBER: &str = "11;";
/// The longest answer that is taken for one, in bytes.
const LONGEST: usize = 64;

/// What some bytes behind `ESC ]` are.
pub(super) enum Answer {
    /// So many bytes are one command, which says whether the background is light, or something else.
    Whole(usize, Option<bool>),
    /// The end of the command has not come yet.
    Unfinished,
}

/// Reads what follows `ESC ]`, up to its end: `11;rgb:1c1c/1c1c/1c1c`.
pub(super) fn read(command: &[u8]) -> Answer {
    let Some(end) = command.iter().position(|byte| matches!(*byte, BEL | ESC)) else {
        return if command.len() > LONGEST { Answer::Whole(0, None) } else { Answer::Unfinished };
    };
    let closing = match command.get(end..) {
        Some([ESC]) => return Answer::Unfinished,
        Some([ESC, b'\\', ..]) => 2,
        Some([BEL, ..]) => 1,
        _ => 0,
    };
    let text = command.get(..end).and_then(|text| std::str::from_utf8(text).ok());
    Answer::Whole(end + closing, text.and_then(|text| text.strip_prefix(NUMBER)).and_then(is_light))
}

/// Whether a colour, written `rgb:` or `rgba:` with one to four hexadecimal digits a part, is nearer to white than to
/// black, as eyes weigh red, green and blue (Rec. 709); `None` for another text.
pub(super) fn is_light(colour: &str) -> Option<bool> {
    const WEIGHTS: [f64; 3] = [0.2126, 0.7152, 0.0722];
    let parts = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
    let share = |part: &str| {
        let most = 16_u32.checked_pow(u32::try_from(part.len()).ok().filter(|length| (1..=4).contains(length))?)? - 1;
        Some(f64::from(u32::from_str_radix(part, 16).ok()?) / f64::from(most))
    };
    let shares: Vec<f64> = parts.split('/').take(WEIGHTS.len()).map(share).collect::<Option<_>>()?;
    let light: f64 = shares.iter().zip(WEIGHTS).map(|(share, weight)| share * weight).sum();
    (shares.len() == WEIGHTS.len()).then_some(light > 0.5)
}
