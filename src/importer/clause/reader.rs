//! Reads the parts of one clause in their order: who is named, with which label and verb, by when.

use crate::importer::bracket;
use crate::importer::clause::convention::{states_first_leads, states_shares};
use crate::importer::clause::label::{self, Field};
use crate::importer::clause::open_end;
use crate::importer::clause::words::split_verb;
use crate::importer::column;
use crate::lexicon::clause::{DUTY_OPENERS, NOBODY, TERM_OPENERS};
use crate::lexicon::scope::{REMARKS_ON_SCOPE, SCOPE_OPENERS};
use crate::lexicon::target::ARRIVALS;
use crate::model::{Deadline, Role};

/// What a clause states of who leads.
#[derive(Clone, Copy, Default)]
pub(super) struct Stated {
    /// The unit printed first does.
    pub(super) first_leads: bool,
    /// And that holds below as well (下同).
    pub(super) holds_below: bool,
    /// None does of those who answer for their own shares.
    pub(super) shares_have_no_lead: bool,
}

/// What the parts of one clause say.
#[derive(Default)]
pub(super) struct Reader {
    /// The units as printed, each with the role that its label or verb gives it.
    pub(super) units: Vec<(String, Role)>,
    /// The label before the first units.
    pub(super) label: Option<String>,
    /// Labels that no list knows. What follows them is read as units of an unknown part only if it is units.
    pub(super) unknown_labels: Vec<String>,
    pub(super) each_responsible: bool,
    pub(super) open_ended: Option<String>,
    pub(super) deadline: Option<Deadline>,
    /// What the clause states of who leads.
    pub(super) stated: Stated,
    /// Index of the first unit whose verb has not come yet.
    first_open: usize,
    field: Option<Field>,
}

impl Reader {
    /// Reads the next part. `is_office` tells the names of offices.
    pub(super) fn read_token(&mut self, token: &str, is_office: impl Fn(&str) -> bool) {
        let token = match remark_on_leads(token) {
            // 工商联（列第一位者为牵头单位，下同） is a unit and a remark on all of them.
            Some((unit, remark)) => {
                self.stated.first_leads = true;
                self.stated.holds_below |= REMARKS_ON_SCOPE.iter().any(|word| remark.contains(word));
                unit
            }
            None if states_first_leads(token) => {
                self.stated.first_leads = true;
                return;
            }
            None if states_shares(token) => {
                self.stated.shares_have_no_lead = true;
                return;
            }
            None => token,
        };
        let is_remark = REMARKS_ON_SCOPE.contains(token) || token.starts_with("不再") || token.starts_with("不另");
        if is_remark || SCOPE_OPENERS.strip_prefix(token).is_some() {
            self.stated.holds_below |= token == "下同";
            return;
        }
        let token = match label::read(token).or_else(|| label::spaced(token)) {
            Some((field, label, rest)) => {
                self.open_field(field, label);
                rest
            }
            None => token,
        };
        match self.field {
            Some(Field::Other) => return,
            Some(Field::Time) => return self.read_deadline(token),
            Some(Field::Unknown) if !is_office(open_end::strip(split_verb(token).0).0) => return,
            Some(Field::Units { .. } | Field::Unknown) | None => {}
        }
        if is_time(token) {
            return self.read_deadline(token);
        }
        self.read_unit(without_modal(without_duty(token, &is_office), &is_office));
    }

    fn open_field(&mut self, field: Field, label: &str) {
        if let Field::Units { .. } = field
            && self.units.is_empty()
        {
            self.label = Some(label.to_owned());
        }
        if field == Field::Unknown {
            self.unknown_labels.push(label.to_owned());
        }
        self.field = Some(field);
        self.first_open = self.units.len();
    }

    fn read_unit(&mut self, token: &str) {
        let (name, verb) = split_verb(token.strip_prefix('由').unwrap_or(token));
        let (name, own_role) = role_in_bracket(name);
        let (name, open) = open_end::strip(name);
        if let Some(open) = open {
            self.open_ended = Some(open.to_owned());
        }
        if !name.is_empty() && !NOBODY.contains(name) {
            let role = match self.field {
                Some(Field::Units { role, .. }) => role,
                Some(Field::Unknown) => Role::Other,
                Some(Field::Time | Field::Other) | None => Role::Listed,
            };
            self.units.push((name.to_owned(), own_role.unwrap_or(role)));
        }
        if let Some((role, each)) = verb {
            self.each_responsible |= each;
            if role != Role::Listed {
                for (_, printed_role) in self.units.iter_mut().skip(self.first_open) {
                    *printed_role = role;
                }
            }
            self.first_open = self.units.len();
        }
    }

    /// Keeps a time limit; several, as `2026年，2027年`, are one.
    fn read_deadline(&mut self, raw: &str) {
        let read = deadline(raw);
        match &mut self.deadline {
            None => self.deadline = Some(read),
            Some(first) => {
                first.raw = format!("{}，{}", first.raw, read.raw);
                first.years.extend(read.years);
            }
        }
    }

    pub(super) fn names_lead(&self) -> bool {
        self.units.iter().any(|(_, role)| *role == Role::Lead)
    }
}

/// A unit, and the remark in brackets behind it that says who leads.
fn remark_on_leads(token: &str) -> Option<(&str, &str)> {
    let (from, _) = bracket::top_level(token).pop().filter(|(from, to)| *from > 0 && *to == token.trim_end().len())?;
    let (unit, remark) = token.split_at_checked(from)?;
    states_first_leads(remark).then_some((unit.trim_end(), remark))
}

/// A unit without 要 or 应 before the verb that has been taken off: 市教育局要.
pub(super) fn without_modal(name: &str, is_office: impl Fn(&str) -> bool) -> &str {
    name.strip_suffix(['要', '应']).filter(|name| is_office(name)).unwrap_or(name)
}

/// A unit without the bracket behind it that says what it does, and its role: 市教育局（牵头）.
fn role_in_bracket(name: &str) -> (&str, Option<Role>) {
    let found = bracket::top_level(name).pop().filter(|(from, to)| *from > 0 && *to == name.len());
    let role = found.and_then(|(from, to)| label::role_of_duty(bracket::inside(name.get(from..to)?)));
    match (found, role) {
        (Some((from, _)), Some(role)) => (name.get(..from).unwrap_or(name).trim_end(), Some(role)),
        _ => (name, None),
    }
}

/// A unit without the words for what it is to do: 县水利局 of 县水利局做好水质监测.
fn without_duty(token: &str, is_office: impl Fn(&str) -> bool) -> &str {
    if split_verb(token).1.is_some() {
        return token;
    }
    let names = DUTY_OPENERS.iter().filter_map(|word| token.split_once(word)).map(|(name, _)| name);
    names.filter(|name| is_office(name)).min_by_key(|name| name.len()).unwrap_or(token)
}

/// A time limit as printed, with the years that it names.
pub(super) fn deadline(raw: &str) -> Deadline {
    let mut years = Vec::new();
    let mut rest = raw;
    while let Some(year) = column::year(rest) {
        let Some((_, after)) = rest.split_once(&year.to_string()) else { break };
        years.push(year);
        rest = after;
    }
    Deadline { years, raw: raw.trim().trim_end_matches(['。', '；']).to_owned() }
}

/// Whether a part is a time limit without a label: 2027年底前完成, 长期坚持.
pub(super) fn is_time(token: &str) -> bool {
    let token = ARRIVALS.strip_prefix(token).unwrap_or(token);
    TERM_OPENERS.strip_prefix(token).is_some()
        || opens_with_month(token)
        || column::year(token).is_some_and(|year| token.starts_with(&format!("{year}")))
}

/// Whether a part begins with a month and its end, or with a time before one: 12月底前取得明显成效, 6月底.
fn opens_with_month(token: &str) -> bool {
    let rest = token.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let n_digits = token.len() - rest.len();
    (1..=3).contains(&n_digits) && rest.strip_prefix('月').is_some_and(|rest| !rest.starts_with('度'))
}
