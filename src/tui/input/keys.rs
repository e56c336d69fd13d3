//! Keys that type a character, without the differences between terminals.

use crate::app::input::key::{Code, Key};

/// The key that typed `c` with these modifiers held.
pub(super) fn character(c: char, ctrl: bool, alt: bool, shift: bool) -> Key {
    // AltGr of European keyboards is reported as Ctrl and Alt together with the character that it types.
    let (ctrl, alt) = if ctrl && alt && !c.is_ascii_alphanumeric() { (false, false) } else { (ctrl, alt) };
    let code = match c.to_ascii_lowercase() {
        // Some terminals send these for Backspace and, in pasted lines, for Enter.
        'h' if ctrl => return Key { alt, ..plain(Code::Backspace) },
        'j' | 'm' if ctrl => return Key { alt, ..plain(Code::Enter) },
        lower if ctrl => lower,
        _ if shift => c.to_ascii_uppercase(),
        _ => c,
    };
    Key { ctrl, alt, ..plain(Code::Char(code)) }
}

/// The key itself, with no modifiers held.
pub(super) const fn plain(code: Code) -> Key {
    Key { code, ctrl: false, alt: false, shift: false }
}
