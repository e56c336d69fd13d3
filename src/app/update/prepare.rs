//! Work that another thread does while nobody asks yet, and how its results come in.

use std::sync::Arc;

use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::similarity::similar::Similar;
use crate::app::update::App;

impl App {
    /// What makes the search, the dossiers, deadlines, findings and the likeness of tasks ready, to be run once on another
    /// thread while nobody asks yet. First comes what a key would wait for; the findings, which take longest, are waited
    /// for by no key: see [`Self::resume`].
    pub fn preparation(&mut self) -> impl FnOnce() + Send + 'static {
        let (finder, similar) = (Arc::clone(&self.session.finder), Arc::clone(&self.session.similar));
        let (dossiers, source) = (Arc::clone(&self.session.dossiers), self.session.source);
        let review = Arc::clone(&self.session.review);
        let under_way = review.announce();
        self.awaits = true;
        move || {
            finder.prepare();
            dossiers.get_or_init(|| Dossiers::new(&finder.dataset, &finder.registry, |plan| source?(plan)));
            review.prepare_deadlines(&finder.dataset, &finder.registry, source);
            review.prepare_findings(&finder.dataset, &finder.registry, source);
            similar.get_or_init(|| Similar::new(&finder.dataset));
            drop(under_way);
        }
    }

    /// Takes in what the preparation has worked out since the last time. `true` as long as more is to come: then the
    /// screen may have to be shown again although nobody pressed a key.
    pub fn resume(&mut self) -> bool {
        if self.awaits {
            // Asked before what there is is taken in: what comes in between is taken in the next time.
            self.awaits = self.session.review.is_under_way();
            self.settle();
        }
        self.awaits
    }
}
