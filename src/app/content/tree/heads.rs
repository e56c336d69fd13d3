//! What the keys of folds do to a head above plans.

use crate::app::content::tree::{Tree, TreeRow};
use crate::app::input::action::Fold;
use crate::app::state::session::Session;

impl Tree {
    /// Folds or unfolds a head, as the keys of folds do with any row.
    pub(super) fn fold_head(&mut self, session: &Session, fold: Fold, row: TreeRow) -> bool {
        let Some(head) = self.head_of(row).cloned() else { return false };
        let is_open = self.open_heads.contains(&head.key);
        match fold {
            Fold::ExpandOrEnter if is_open => self.cursor.at += 1,
            Fold::CollapseOrLeave if !is_open => {
                let Some(at) = self.position_above(session, row) else { return false };
                self.cursor.at = at;
            }
            Fold::CollapseOrLeave | Fold::Toggle if is_open => {
                self.open_heads.remove(&head.key);
            }
            Fold::ExpandOrEnter | Fold::Toggle => {
                self.open_heads.insert(head.key);
            }
            Fold::ExpandBelow => {
                let below = self
                    .groups
                    .heads
                    .iter()
                    .filter(|each| each.plans.start >= head.plans.start && each.plans.end <= head.plans.end);
                self.open_heads.extend(below.map(|each| each.key.clone()).collect::<Vec<_>>());
            }
            Fold::CollapseSiblings | Fold::ExpandSiblings => {
                let parent = row.head().and_then(|at| self.groups.parent(at));
                let all = 0..self.groups.heads.len();
                let siblings = all.filter(|at| {
                    let is_level = self.groups.heads.get(*at).is_some_and(|each| each.depth == head.depth);
                    is_level && self.groups.parent(*at) == parent
                });
                let keys: Vec<String> =
                    siblings.filter_map(|at| Some(self.groups.heads.get(at)?.key.clone())).collect();
                if fold == Fold::ExpandSiblings {
                    self.open_heads.extend(keys);
                } else {
                    self.open_heads.retain(|key| !keys.contains(key));
                }
            }
            Fold::CollapseOrLeave | Fold::CollapseAll => {}
        }
        true
    }
}
