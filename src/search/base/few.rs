//! A list that mostly holds one thing, which then lies in the list itself and takes no memory of its own.
//!
//! A screen of hits has a hundred such lists, made anew at every keystroke: one field a hit, one stretch a field.

use std::ops::Deref;

use serde::{Serialize, Serializer};

/// A list of few things. Reads as a slice.
#[derive(Clone, Debug)]
pub struct Few<T>(Held<T>);

/// One is held without a vector.
#[derive(Clone, Debug)]
enum Held<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> Few<T> {
    /// A list of one.
    #[must_use]
    pub const fn one(item: T) -> Self {
        Self(Held::One(item))
    }

    /// Adds one at the end.
    pub fn push(&mut self, item: T) {
        self.0 = match std::mem::replace(&mut self.0, Held::Many(Vec::new())) {
            Held::One(first) => Held::Many(vec![first, item]),
            Held::Many(items) if items.is_empty() => Held::One(item),
            Held::Many(mut items) => {
                items.push(item);
                Held::Many(items)
            }
        };
    }

    /// Its things, to be changed one by one.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        match &mut self.0 {
            Held::One(item) => std::slice::from_mut(item).iter_mut(),
            Held::Many(items) => items.iter_mut(),
        }
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(Held::Many(Vec::new()))
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Held::One(item) => std::slice::from_ref(item),
            Held::Many(items) => items,
        }
    }
}

impl<T> Extend<T> for Few<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Self::default();
        few.extend(items);
        few
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(items: Vec<T>) -> Self {
        Self(Held::Many(items))
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Few<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Few<T> {}

impl<T: Serialize> Serialize for Few<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_the_list_it_was_made_of() {
        for items in [vec![], vec![1], vec![1, 2], vec![3, 1, 2]] {
            let mut few: Few<i32> = items.iter().copied().collect();
            assert_eq!(*few, *items);
            assert_eq!(few, Few::from(items.clone()));
            assert_eq!(serde_json::to_string(&few).ok(), serde_json::to_string(&items).ok());
            few.iter_mut().for_each(|item| *item += 1);
            assert_eq!(few.iter().sum::<i32>(), items.iter().map(|item| item + 1).sum::<i32>());
        }
        assert_eq!(Few::one(7), Few::from(vec![7]));
    }
}
