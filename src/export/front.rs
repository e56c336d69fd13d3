//! What surrounds a sheet in a file that is handed in: its title, and the notes that a reader needs before using it.

use std::fmt::Display;

use crate::model::Plan;
use crate::words::{LIST, model, punctuation, tables};

/// The title and the notes of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The kind of sheet in a few characters, used as the name of a workbook's tab.
    pub name: String,
    /// The title with what the sheet is narrowed to, and with the mark of a draft where a draft is in it.
    pub title: String,
    /// The notes below the title, one line each.
    pub notes: Vec<String>,
}

impl Front {
    /// Makes the front of a sheet: `name` is its kind, `what` the bureau or the like that it is narrowed to (empty for
    /// all), `plans` the plans in it, each given once. The title marks the drafts among them.
    pub fn new<'a>(name: impl Display, what: &str, plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        let plans: Vec<&Plan> = plans.into_iter().collect();
        let (name, drafts) = (name.to_string(), drafts(&plans));
        let title = if what.is_empty() { format!("{name}{drafts}") } else { tables::narrowed(&name, what, drafts) };
        Self { name, title, notes: Vec::new() }
    }

    /// Adds a note with the full titles of the plans, for sheets whose rows use their short names.
    #[must_use]
    pub fn citing<'a>(self, plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        let titles: Vec<String> = plans.into_iter().map(Plan::cited).collect();
        self.noting((!titles.is_empty()).then(|| tables::based_on(titles.join(LIST.get()))))
    }

    /// Adds one more note, unless it is `None`.
    #[must_use]
    pub fn noting(mut self, note: impl Into<Option<String>>) -> Self {
        self.notes.extend(note.into());
        self
    }
}

/// The mark of the drafts among the plans: `（征求意见稿）` where all plans bear the same, else which of them bear which.
pub(super) fn drafts(plans: &[&Plan]) -> String {
    let mut kinds: Vec<(&str, Vec<&str>)> = Vec::new();
    for plan in plans.iter().filter(|plan| plan.is_draft()) {
        let status = plan.draft_word().unwrap_or_default();
        match kinds.iter_mut().find(|(kind, _)| *kind == status) {
            Some((_, names)) => names.push(plan.name()),
            None => kinds.push((status, vec![plan.name()])),
        }
    }
    match kinds.as_slice() {
        [] => String::new(),
        [(kind, names)] if names.len() == plans.len() => model::draft_mark(kind),
        kinds => {
            let parts: Vec<String> =
                kinds.iter().map(|(kind, names)| tables::drafts_of(names.join(LIST.get()), kind)).collect();
            tables::drafts_among(parts.join(punctuation::COMMA.get()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_stand_in_the_title() {
        let dataset = crate::dataset::bundled().unwrap();
        let title = |what: &str, ids: &[&str]| {
            let plans = dataset.plans.iter().filter(|plan| ids.contains(&plan.id.as_str()));
            Front::new("任务分工表", what, plans).title
        };
        for (what, ids, expected) in [
            ("", &["yunfu-2030"][..], "任务分工表"),
            ("教育局", &["yunfu-2030"], "任务分工表（教育局）"),
            ("", &["zhongshan-145"], "任务分工表（征求意见稿）"),
            ("", &["yunfu-2030", "xiangqiao-145"], "任务分工表（其中湘桥为征求意见稿）"),
        ] {
            assert_eq!(title(what, ids), expected);
        }
    }
}
