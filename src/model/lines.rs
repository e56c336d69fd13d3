//! A list kept as the lines of a JSON document until somebody reads it.
//!
//! Reading all five plans takes longer than the first screen may; that screen needs their heads and one plan's nodes.

use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list that is read on first use. Looks like a slice to all who read it.
#[derive(Clone, Debug)]
pub struct Lines<T> {
    raw: &'static str,
    read: OnceLock<Vec<T>>,
}

impl<T> Lines<T> {
    /// The list whose items stand in `raw`, each a JSON value on a line of its own, with or without a comma behind it.
    /// Only for text made by this program: a line that does not read as an item is a bug and ends the program.
    #[must_use]
    pub fn unread(raw: &'static str) -> Self {
        Self { raw, read: OnceLock::new() }
    }

    /// Whether anybody has looked at it yet.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read.get().is_some()
    }
}

impl<T: DeserializeOwned> Deref for Lines<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.read.get_or_init(|| {
            let lines = self.raw.lines().map(|line| line.trim_end_matches(',')).filter(|line| !line.is_empty());
            let read = |line| serde_json::from_str(line).expect("the bundled document is checked by tests/it/tidy.rs");
            lines.map(read).collect()
        })
    }
}

impl<T> From<Vec<T>> for Lines<T> {
    fn from(items: Vec<T>) -> Self {
        Self { raw: "", read: OnceLock::from(items) }
    }
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<'a, T: DeserializeOwned> IntoIterator for &'a Lines<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: DeserializeOwned + PartialEq> PartialEq for Lines<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Eq> Eq for Lines<T> {}

impl<T: DeserializeOwned + Serialize> Serialize for Lines<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&**self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lines<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_on_first_use() {
        let lines: Lines<u32> = Lines::unread("1,\n2,\n3\n");
        assert!(!lines.is_read());
        assert_eq!(*lines, [1, 2, 3]);
        assert!(lines.is_read());
        assert_eq!(lines, Lines::from(vec![1, 2, 3]));
        assert_eq!(serde_json::to_string(&lines).ok().as_deref(), Some("[1,2,3]"));
    }
}
