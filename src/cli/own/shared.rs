//! A text that is a part of a larger one: a thousand of them take no memory of their own, and no time to be made.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A part of a text that all its parts share.
#[derive(Clone)]
pub(super) struct Shared {
    whole: Arc<String>,
    /// Always at the bounds of characters, see [`Shared::part`].
    part: Range<usize>,
}

impl Shared {
    /// A part of a text; `None` where it does not lie in it, or would cut a character.
    pub(super) fn part(whole: &Arc<String>, part: Range<usize>) -> Option<Self> {
        whole.get(part.clone())?;
        Some(Self { whole: Arc::clone(whole), part })
    }
}

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        self.whole.get(self.part.clone()).unwrap_or_default()
    }
}

impl From<String> for Shared {
    fn from(whole: String) -> Self {
        Self { part: 0..whole.len(), whole: Arc::new(whole) }
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Shared {}

impl Hash for Shared {
    /// As the text, by which it is looked up.
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Borrow<str> for Shared {
    fn borrow(&self) -> &str {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_text() {
        let whole = Arc::new("佛山2030".to_owned());
        assert_eq!(Shared::part(&whole, 3..8).as_deref(), Some("山20"));
        assert_eq!(Shared::part(&whole, 3..8), Some(Shared::from("山20".to_owned())));
        assert_eq!([Shared::part(&whole, 1..3), Shared::part(&whole, 6..11)], [None, None]);
    }
}
