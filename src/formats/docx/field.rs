//! A field: what is seen of it is its result, which Word keeps beside its code. Formulas (`EQ`) have none, since Word draws them
//! from their code; the two kinds that stand in running text are written out here: numbers in circles, and fractions.

use crate::formats::number::{self, Kind};

/// A field whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// Whether its code has ended and its result has begun.
    pub(super) has_result: bool,
    code: String,
}

impl Field {
    /// Adds characters to the code of the field.
    pub(super) fn add_code(&mut self, text: &str) {
        /// Longer than any formula that is written out.
        const LONGEST: usize = 200;
        if self.code.len() < LONGEST {
            self.code.push_str(text);
        }
    }

    /// What Word draws from the code of a field without a result, as characters.
    pub(super) fn drawn(&self) -> Option<String> {
        let code = self.code.trim().to_lowercase();
        let (switches, inner) = code.strip_prefix("eq")?.split_once('(')?;
        let (inner, _) = inner.rsplit_once(')')?;
        let parts: Vec<&str> = inner.split([',', ';', '，']).map(str::trim).collect();
        match (switches.trim().get(..2)?, parts.as_slice()) {
            // Characters one upon the other: mostly a circle and what stands in it.
            ("\\o", [_, inner]) => Some(circled(inner)),
            ("\\o", parts) => Some(parts.concat()),
            ("\\f", [above, below]) => Some(format!("{above}/{below}")),
            _ => None,
        }
    }
}

/// A number in a circle as one character, where there is one.
fn circled(inner: &str) -> String {
    match inner.parse::<u32>() {
        Ok(number) if number <= 50 => number::write(number, &Kind::Circled),
        _ => inner.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_in_running_text() {
        for (code, expected) in [
            (" eq \\o\\ac(○,1)", Some("①")),
            ("EQ \\o\\ac(○;21)", Some("㉑")),
            ("EQ \\o(○,甲)", Some("甲")),
            ("EQ \\f(1,2)", Some("1/2")),
            ("EQ \\r(3,x)", None),
            ("PAGE", None),
            ("EQ (", None),
        ] {
            let field = Field { has_result: false, code: code.to_owned() };
            assert_eq!(field.drawn().as_deref(), expected, "{code}");
        }
    }
}
