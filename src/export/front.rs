//! What stands around a sheet in a file that is handed in: its title, and what a reader must know before using it.

use crate::model::Plan;

/// Title and notes of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// What the sheet is, in a few characters: the name on a workbook's tab.
    pub name: String,
    /// The title with what narrows it, and with the mark of a draft where one is in it.
    pub title: String,
    /// Notes that stand below the title, a line each.
    pub notes: Vec<String>,
}

impl Front {
    /// The front of a sheet that is named `name`, of `what` in it (a bureau; empty for all), made from these plans,
    /// each given once. A plan that is a draft stands in the title as one.
    pub fn new<'a>(name: &str, what: &str, plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        let plans: Vec<&Plan> = plans.into_iter().collect();
        let what = if what.is_empty() { String::new() } else { format!("（{what}）") };
        Self { name: name.to_owned(), title: format!("{name}{what}{}", drafts(&plans)), notes: Vec::new() }
    }

    /// The front with the titles of the plans that the rows are taken from, for rows that name a plan in short.
    #[must_use]
    pub fn citing<'a>(self, plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        let titles: Vec<String> =
            plans.into_iter().map(|plan| format!("《{}》{}", plan.title, plan.draft_mark())).collect();
        self.noting((!titles.is_empty()).then(|| format!("依据：{}；行号按各规划原文。", titles.join("、"))))
    }

    /// The front with one more note; none where there is nothing to say.
    #[must_use]
    pub fn noting(mut self, note: impl Into<Option<String>>) -> Self {
        self.notes.extend(note.into());
        self
    }
}

/// The mark of the drafts among the plans: `（征求意见稿）` where all are of one kind, else which of them are what.
fn drafts(plans: &[&Plan]) -> String {
    let mut kinds: Vec<(&str, Vec<&str>)> = Vec::new();
    for plan in plans.iter().filter(|plan| plan.is_draft()) {
        let status = plan.status.as_deref().unwrap_or_default();
        match kinds.iter_mut().find(|(kind, _)| *kind == status) {
            Some((_, names)) => names.push(&plan.short),
            None => kinds.push((status, vec![&plan.short])),
        }
    }
    match kinds.as_slice() {
        [] => String::new(),
        [(kind, names)] if names.len() == plans.len() => format!("（{kind}）"),
        kinds => {
            let parts: Vec<String> =
                kinds.iter().map(|(kind, names)| format!("{}为{kind}", names.join("、"))).collect();
            format!("（其中{}）", parts.join("，"))
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
