//! Builds the table of Chinese words that `text::words` reads, from `data/words.txt` and `data/terms.txt`, so that nothing
//! is parsed when the program runs.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The lists that are read: word, count and kind in each line; lines that begin with # explain them.
const SOURCES: [&str; 2] = ["data/words.txt", "data/terms.txt"];

/// Steps of the logarithm to the base of two in which counts are kept.
const STEPS_PER_DOUBLING: f64 = 4.0;

/// The kinds of words, in the order of their numbers in the table.
const KINDS: [&str; 9] = ["n", "v", "a", "d", "i", "x", "t", "g", "b"];

/// The number of the kind of idioms and set phrases.
const IDIOM: u64 = 4;

/// A value holds a weight times this, plus the number of a kind.
const KIND_RANGE: u64 = 16;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        let list = fs::read_to_string(source)?;
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let (word, value) = entry(line).ok_or_else(|| format!("{source}: {line}"))?;
            // A word of both lists keeps its kind of the first one, unless that takes a term for a set phrase.
            let kept = words.entry(word.to_owned()).or_insert(value);
            let kind = if *kept % KIND_RANGE == IDIOM { value } else { *kept } % KIND_RANGE;
            *kept = (*kept).max(value) / KIND_RANGE * KIND_RANGE + kind;
        }
    }
    let mut table = fst::MapBuilder::memory();
    for (word, value) in words {
        table.insert(word, value)?;
    }
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("words.fst"), table.into_inner()?)?;
    Ok(())
}

/// A line as a word and its value.
fn entry(line: &str) -> Option<(&str, u64)> {
    let mut fields = line.split(' ');
    let word = fields.next()?;
    let count: f64 = fields.next()?.parse().ok()?;
    let kind = fields.next()?;
    let kind = KINDS.iter().position(|known| *known == kind)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are 1 or more")]
    let weight = (count.log2() * STEPS_PER_DOUBLING).round() as u64;
    Some((word, weight * KIND_RANGE + u64::try_from(kind).ok()?))
}
