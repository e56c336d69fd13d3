//! `guihua search`: ranked hits.

use crate::analysis::targets::target;
use crate::cli::output::{Outcome, Output};
use crate::cli::resolve::{Selected, own_office};
use crate::command::{self, KindName};
use crate::export::{Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{Dataset, Plan};
use crate::search::{FilterMeaning, Hit, Kind, NoMatch, Options, Query, ResolvedFilter, SearchResults};
use crate::words::{LIST, names, tables};

pub(super) fn run(args: &command::Search, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let plans = selected.ids().into_iter().map(str::to_owned).collect();
    let own = own_office(library.library().registry().departments()).map(|office| office.name.clone());
    let kinds = args.kinds.iter().map(|kind| hit_kind(*kind)).collect();
    let options =
        Options { plans, kinds, limit: args.limit, per_kind: None, own_office: own.as_ref().ok().cloned(), home: None };
    let typed = args.query.join(" ");
    let (mut outcome, mut lacks_own_office) = (Ok(Outcome::found(false)), false);
    library.search(&Query::parse(&typed), &options, |found| {
        lacks_own_office = found.lacks_own_office;
        outcome = write(&found, &selected.dataset, &options, &typed, out);
    })?;
    match own {
        Err(unknown) if lacks_own_office => Err(unknown),
        _ => outcome,
    }
}

/// Writes the hits, and says what the query was taken for, why nothing was found, and how many hits are not listed.
fn write(
    found: &SearchResults,
    dataset: &Dataset,
    options: &Options,
    typed: &str,
    out: &mut Output,
) -> anyhow::Result<Outcome> {
    if found.lacks_own_office {
        return Ok(Outcome::found(false));
    }
    // A list that is not narrowed as asked would be taken for one that is.
    if let Some(unknown) = found.filters.iter().find_map(unknown_message) {
        anyhow::bail!(unknown);
    }
    for message in found.filters.iter().filter_map(filter_message) {
        out.say(&message);
    }
    if let Some(understood) = &found.understood {
        out.say(&understood.message());
    }
    if found.departments.len() > 1 {
        let names: Vec<&str> = found.departments.iter().map(|department| department.name.as_str()).collect();
        out.say(&tables::several_offices(names.join(LIST.get())));
    }
    let named = dataset.plans.iter().filter(|plan| found.hits.iter().any(|hit| hit.plan == Some(&plan.id)));
    let front = || Front::new(tables::SEARCH, typed, named.clone()).citing(named);
    let outcome = out.rows(&found.hits, front, || sheet(dataset, &found.hits))?;
    for message in found.no_match.iter().flat_map(NoMatch::messages) {
        out.say(&message);
    }
    let is_wanted = |kind: Kind| options.kinds.is_empty() || options.kinds.contains(&kind);
    let total: usize = found.counts.iter().filter(|(kind, _)| is_wanted(*kind)).map(|(_, count)| count).sum();
    if total > found.hits.len() {
        out.say(&tables::first_of(total, found.hits.len()));
    }
    Ok(outcome)
}

/// The kind of hits that a name on the command line means.
fn hit_kind(name: KindName) -> Kind {
    match name {
        KindName::Plan => Kind::Plan,
        KindName::Chapter => Kind::Chapter,
        KindName::Task => Kind::Task,
        KindName::Department => Kind::Department,
        KindName::Indicator => Kind::Indicator,
        KindName::Target => Kind::Target,
        KindName::Text => Kind::Text,
    }
}

/// What a filter was taken for, or that it was not used; `None` for one with a single meaning.
fn filter_message(reading: &ResolvedFilter) -> Option<String> {
    let filter = &reading.filter;
    let name = format!("{}:{}", filter.kind.name(), filter.value);
    match &reading.meaning {
        FilterMeaning::Known(names) if names.len() > 1 => {
            Some(tables::filter_for_several(name, names.join(LIST.get())))
        }
        FilterMeaning::Known(_) | FilterMeaning::Unknown(_) => None,
        FilterMeaning::Pending => Some(tables::filter_without_value(name)),
    }
}

/// Says that the value of a filter means nothing, with the nearest names; `None` for any other filter.
fn unknown_message(reading: &ResolvedFilter) -> Option<String> {
    let FilterMeaning::Unknown(near) = &reading.meaning else { return None };
    let near = if near.is_empty() { String::new() } else { names::near(near.join(LIST.get())) };
    let filter = format!("{}:{}", reading.filter.kind.name(), reading.filter.value);
    Some(format!("{}{near}", tables::unknown_filter(&filter)))
}

fn sheet(dataset: &Dataset, hits: &[Hit]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::RANK,
        tables::KIND,
        tables::PLAN,
        tables::NODE,
        tables::TITLE,
        tables::CONTENT,
        tables::WHY,
        tables::LINES,
    ]);
    for hit in hits {
        let plan = hit.plan.and_then(|id| dataset.plan(id));
        let text = hit.matched.iter().find(|matched| matched.field != "title" && matched.field != "name");
        sheet.push([
            hit.rank.to_string(),
            hit.kind.name().to_owned(),
            plan.map(Plan::marked).unwrap_or_default(),
            hit.id.to_owned(),
            hit.shown_title().to_owned(),
            hit.target
                .map(target::values_with_quote)
                .or_else(|| text.map(|it| it.text.to_string()))
                .unwrap_or_default(),
            hit.why(),
            hit.lines.map(line_range).unwrap_or_default(),
        ]);
    }
    sheet
}
