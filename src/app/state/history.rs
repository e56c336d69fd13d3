//! The places visited before and after the one shown, as in a web browser. What a place is, the views decide.

/// The number of places that are remembered in each direction.
const KEPT: usize = 200;

/// The places that lead back and forward from the one shown.
#[derive(Clone, Debug)]
pub(crate) struct History<P> {
    back: Vec<P>,
    forward: Vec<P>,
}

impl<P> Default for History<P> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<P> History<P> {
    /// Remembers the place that the user leaves. What lay ahead of it is forgotten.
    pub(crate) fn leave(&mut self, place: P) {
        self.back.push(place);
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Returns the place one step back or forward from `here`, and remembers `here` for the way back.
    pub(crate) fn step(&mut self, here: P, forward: bool) -> Option<P> {
        let (from, to) =
            if forward { (&mut self.forward, &mut self.back) } else { (&mut self.back, &mut self.forward) };
        let place = from.pop()?;
        to.push(here);
        Some(place)
    }

    /// Counts the places to go back to.
    #[cfg(test)]
    pub(crate) fn n_back(&self) -> usize {
        self.back.len()
    }

    /// Returns whether there is a place to go back (`false`) or forward to.
    pub(crate) fn leads(&self, forward: bool) -> bool {
        !if forward { &self.forward } else { &self.back }.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward() {
        let mut history = History::default();
        history.leave("a");
        history.leave("b");
        assert_eq!(history.step("c", false), Some("b"));
        assert_eq!(history.step("b", false), Some("a"));
        assert_eq!(history.step("a", false), None);
        assert_eq!(history.step("a", true), Some("b"));
        history.leave("b");
        assert!(!history.leads(true));
    }

    #[test]
    fn the_oldest_places_are_forgotten() {
        let mut history = History::default();
        (0..=KEPT).for_each(|place| history.leave(place));
        let mut here = KEPT + 1;
        while let Some(place) = history.step(here, false) {
            here = place;
        }
        assert_eq!(here, 1);
    }
}
