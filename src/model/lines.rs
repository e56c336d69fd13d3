//! A list of a plan that may not have been fetched yet, and whose items are parsed when they are first accessed.
//!
//! Parsing all five bundled plans takes longer than the first screen may take, which needs only their heads and the
//! nodes of one. A library outside the memory likewise gives heads first, and the nodes of a plan
//! when it is asked for them. A library of many plans on the disk fetches the nodes of each when they are first accessed.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list that is parsed on first use and dereferences to a slice. Clones share the parsed items.
///
/// A list that has not been fetched (see [`Lines::is_here`]) is an empty slice.
#[derive(Debug)]
pub struct Lines<T>(Option<Arc<Items<T>>>);

#[derive(Debug)]
struct Items<T> {
    origin: Origin<T>,
    read: OnceLock<Vec<T>>,
}

/// Where the items come from when they are first accessed.
enum Origin<T> {
    /// They were given as values.
    Given,
    /// They are here as JSON, one on each line.
    Json(Cow<'static, str>),
    /// They are fetched by this, which takes a while.
    Fetch(Box<Fetch<T>>),
}

type Fetch<T> = dyn Fn() -> Vec<T> + Send + Sync;

impl<T> fmt::Debug for Origin<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Given => "Given",
            Self::Json(_) => "Json",
            Self::Fetch(_) => "Fetch",
        })
    }
}

impl<T> Lines<T> {
    /// Makes a list of the items in `json`, each a JSON value on a line of its own, with or without a comma behind it.
    ///
    /// Only for text that this program made and checked: a line that cannot be parsed as an item ends the program when
    /// the list is first accessed, since nothing sensible could be shown then.
    #[must_use]
    pub fn unread(json: impl Into<Cow<'static, str>>) -> Self {
        Self(Some(Arc::new(Items { origin: Origin::Json(json.into()), read: OnceLock::new() })))
    }

    /// Makes a list whose items `fetch` gets when they are first accessed, on whichever thread does it. Until then it is
    /// not here, see [`Lines::is_here`]: who must not wait for a disk asks that first.
    #[must_use]
    pub fn fetched_by(fetch: impl Fn() -> Vec<T> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(Items { origin: Origin::Fetch(Box::new(fetch)), read: OnceLock::new() })))
    }

    /// Whether the items have been fetched, be they parsed or not.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.0.as_ref().is_some_and(|items| match items.origin {
            Origin::Given | Origin::Json(_) => true,
            Origin::Fetch(_) => items.read.get().is_some(),
        })
    }

    /// Whether the list is one of [`Lines::fetched_by`], be its items here by now or not.
    #[must_use]
    pub fn is_fetched_late(&self) -> bool {
        self.0.as_ref().is_some_and(|items| matches!(items.origin, Origin::Fetch(_)))
    }

    /// Whether the items have been parsed already.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.0.as_ref().is_some_and(|items| items.read.get().is_some())
    }
}

impl<T: DeserializeOwned> Lines<T> {
    /// Fetches and parses the items now, if that has not been done.
    pub fn fetch(&self) {
        // Whatever is asked of the items needs them.
        let _ = self.first();
    }
}

impl<T: DeserializeOwned> Deref for Lines<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        let Some(items) = &self.0 else { return &[] };
        items.read.get_or_init(|| match &items.origin {
            Origin::Given => Vec::new(),
            Origin::Fetch(fetch) => fetch(),
            Origin::Json(json) => {
                let lines = json.lines().map(|line| line.trim_end_matches(',')).filter(|line| !line.is_empty());
                let read =
                    |line| serde_json::from_str(line).expect("the bundled document is checked by tests/it/tidy.rs");
                lines.map(read).collect()
            }
        })
    }
}

impl<T> Clone for Lines<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> From<Vec<T>> for Lines<T> {
    fn from(items: Vec<T>) -> Self {
        Self(Some(Arc::new(Items { origin: Origin::Given, read: OnceLock::from(items) })))
    }
}

impl<T> Default for Lines<T> {
    /// Makes a list that has not been fetched.
    fn default() -> Self {
        Self(None)
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
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn items_are_read_on_first_use() {
        let lines: Lines<u32> = Lines::unread("1,\n2,\n3\n");
        let copy = lines.clone();
        assert!(lines.is_here() && !lines.is_read());
        assert_eq!(*lines, [1, 2, 3]);
        assert!(lines.is_read() && copy.is_read(), "a copy shares what has been read");
        assert_eq!(lines, Lines::from(vec![1, 2, 3]));
        assert_eq!(serde_json::to_string(&lines).ok().as_deref(), Some("[1,2,3]"));
    }

    #[test]
    fn items_are_fetched_once_and_for_every_copy() {
        let n_fetched = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&n_fetched);
        let lines = Lines::fetched_by(move || vec![count.fetch_add(1, Ordering::Relaxed)]);
        let copy = lines.clone();
        assert!(!lines.is_here() && !copy.is_read());
        assert_eq!(*copy, [0]);
        assert!(lines.is_here() && lines.is_read());
        assert_eq!((lines.len(), n_fetched.load(Ordering::Relaxed)), (1, 1));
    }

    #[test]
    fn what_is_not_here_looks_empty() {
        let lines: Lines<u32> = Lines::default();
        assert!(!lines.is_here() && lines.is_empty());
        assert!(Lines::<u32>::from(Vec::new()).is_here());
    }
}
