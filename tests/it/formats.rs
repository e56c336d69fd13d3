//! Files of every format: the text of each as it is to be seen, and files that are damaged or made to do harm.
//!
//! All files are written here, so that what is in them can be read where it is tested.

mod comments;
#[cfg(unix)]
mod converted;
mod docx;
mod hostile;
#[cfg(target_os = "linux")]
mod memory;
mod pages;
#[cfg(unix)]
mod pdfs;
mod plans;
mod workbooks;
pub(crate) mod writers;

use guihua::formats::{self, Options, Reading};

/// The text of a file that can be read.
fn read(bytes: &[u8], name: &str) -> Reading {
    formats::read(bytes, name, &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The message for a file that cannot be read.
fn refused(bytes: &[u8], name: &str) -> String {
    match formats::read(bytes, name, &Options::default()) {
        Err(error) => error.to_string(),
        Ok(reading) => panic!("{name} was read: {:?}", reading.text.chars().take(200).collect::<String>()),
    }
}

/// The remarks on how a file was read, in one line.
fn remarks(reading: &Reading) -> String {
    reading.remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join("；")
}
