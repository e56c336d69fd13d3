//! The forms of a report about the program itself, which is no table of rows.

use clap::ValueEnum;

/// The form of a report: lines for people, or one JSON document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportForm {
    #[value(help = "文字，供阅读")]
    Text,
    #[value(help = "JSON，供程序读取")]
    Json,
}
