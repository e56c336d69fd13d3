//! The findings of a draft as comments in a copy of its Word document, each at the words it is about.

use std::collections::HashSet;

use anyhow::anyhow;

use crate::analysis::check::{confidence_name, kind_name};
use crate::cli::clock;
use crate::cli::output::{Outcome, Output};
use crate::cli::reading::Document;
use crate::formats::{self, Author, Comment};
use crate::model::{Citations, Finding, FindingKind, Plan};
use crate::words::draft;

/// The most places at which one finding is told.
const MOST_PLACES: usize = 4;

/// Writes the copy, with the findings that have a place at it, and the others together at the first paragraph.
///
/// # Errors
/// The document cannot be copied, or the target cannot be written.
pub(super) fn write(
    plan: &Plan,
    document: &Document,
    findings: &[Finding],
    out: &mut Output,
) -> anyhow::Result<Outcome> {
    let comments = comments(plan, document, findings);
    if comments.is_empty() {
        out.say(draft::NO_COMMENTS.get());
        return Ok(Outcome::found(false));
    }
    let date = clock::now();
    let author = Author { name: draft::AUTHOR.get(), initials: draft::INITIALS.get(), date: &date };
    let copy = formats::commented(&document.bytes, &document.anchors, &comments, &author);
    out.bytes(&copy.map_err(|error| anyhow!(draft::unread(&document.name, error)))?)?;
    out.say(&draft::commented(findings.len(), comments.len()));
    Ok(Outcome::found(true))
}

/// The comments in the order of the document.
fn comments(plan: &Plan, document: &Document, findings: &[Finding]) -> Vec<Comment> {
    let lines: Vec<&str> = document.text.lines().collect();
    let citations = Citations::new(plan);
    let (with_place, without): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| !finding.lines.is_empty());
    let mut comments = Vec::new();
    if !without.is_empty() {
        let told = without.iter().map(|finding| told(finding));
        let text = std::iter::once(draft::of_all(without.len())).chain(told).collect();
        comments.push(Comment { line: 1, quote: None, text });
    }
    for finding in with_place {
        let places = places(finding, &lines);
        for (at, (line, quote)) in places.iter().enumerate() {
            let mut text = vec![told(finding)];
            let others = places.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, place)| place);
            text.extend(others.map(|(line, quote)| elsewhere(plan, &citations, *line, quote.as_deref())));
            comments.push(Comment { line: *line as usize, quote: quote.clone(), text });
        }
    }
    comments.sort_by_key(|comment| comment.line);
    comments
}

/// A finding in one line: its kind, how far it can be relied on, and what differs.
fn told(finding: &Finding) -> String {
    draft::told(kind_name(finding.kind), confidence_name(finding.confidence), &finding.what)
}

/// Where else a finding has a place, and what stands there.
fn elsewhere(plan: &Plan, citations: &Citations, line: u32, quote: Option<&str>) -> String {
    let holds = |node: &&crate::model::Node| (node.lines[0]..=node.lines[1]).contains(&line);
    let node = plan.nodes.iter().rfind(holds).map(|node| citations.place(node)).unwrap_or_default();
    draft::see_also(node, quote.unwrap_or_default())
}

/// The places of a finding: the line of each quote, and the lines on which none stands. How a plan is written is told once.
fn places(finding: &Finding, lines: &[&str]) -> Vec<(u32, Option<String>)> {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let line =
        |at: u32| (at as usize).checked_sub(1).and_then(|at| lines.get(at)).map_or(String::new(), |line| bare(line));
    let bare_lines: Vec<(u32, String)> = finding.lines.iter().map(|at| (*at, line(*at))).collect();
    let mut seen = HashSet::new();
    let mut places: Vec<(u32, Option<String>)> = Vec::new();
    for quote in &finding.evidence {
        let wanted = bare(quote);
        let at =
            bare_lines.iter().find(|(at, text)| text.contains(&wanted) && !wanted.is_empty() && !seen.contains(at));
        if let Some((at, _)) = at {
            seen.insert(*at);
            places.push((*at, Some(quote.clone())));
        }
    }
    let rest = finding.lines.iter().filter(|at| !seen.contains(*at)).map(|at| (*at, None));
    places.extend(rest);
    places.truncate(if finding.kind == FindingKind::Style { 1 } else { MOST_PLACES });
    places
}
