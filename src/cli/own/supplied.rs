//! The options by which a user supplies what a document does not give: its title, place and period, and its encoding.

use anyhow::anyhow;

use super::period::period;
use super::stored::Facts;
use crate::formats::Encoding;
use crate::words::help::arguments;
use crate::words::library as words;

// The options as they are typed. A doc comment here would become the help text of a command.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::cli) struct Supplied {
    #[arg(long, value_name = arguments::TITLE_VALUE.get(), help = arguments::SUPPLIED_TITLE.get())]
    title: Option<String>,
    #[arg(long, value_name = arguments::REGION_VALUE.get(), help = arguments::SUPPLIED_REGION.get())]
    region: Option<String>,
    #[arg(long, value_name = arguments::PERIOD_VALUE.get(), help = arguments::SUPPLIED_PERIOD.get())]
    period: Option<String>,
    #[arg(long, value_name = arguments::ENCODING_VALUE.get(), help = arguments::ENCODING.get())]
    encoding: Option<String>,
}

impl Supplied {
    /// The facts that are supplied.
    ///
    /// # Errors
    /// The period is none.
    pub(in crate::cli) fn facts(&self) -> anyhow::Result<Facts> {
        let given =
            |fact: &Option<String>| fact.as_ref().map(|fact| fact.trim().to_owned()).filter(|fact| !fact.is_empty());
        let period =
            given(&self.period).map(|typed| period(&typed).ok_or_else(|| anyhow!(words::wrong_period(&typed))));
        Ok(Facts { title: given(&self.title), region: given(&self.region), period: period.transpose()? })
    }

    /// The encoding that was named.
    ///
    /// # Errors
    /// There is none of the name.
    pub(in crate::cli) fn encoding(&self) -> anyhow::Result<Option<Encoding>> {
        let find = |name: &String| Encoding::with_name(name).ok_or_else(|| anyhow!(words::wrong_encoding(name)));
        self.encoding.as_ref().map(find).transpose()
    }
}
