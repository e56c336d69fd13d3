//! The forms of a report about the program itself, which is no table of rows.

use clap::ValueEnum;

use crate::words::help::arguments;

/// The form of a report: lines for people, or one JSON document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportForm {
    #[value(help = arguments::REPORT_TEXT.get())]
    Text,
    #[value(help = arguments::REPORT_JSON.get())]
    Json,
}
