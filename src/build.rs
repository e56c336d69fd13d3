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
const IDIOM: u16 = 4;

/// A value holds a weight times this, plus the number of a kind.
const KIND_RANGE: u16 = 16;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut words: BTreeMap<String, u16> = BTreeMap::new();
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
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("words.tree"), tree(&words)?)?;
    Ok(())
}

/// The words as a tree of characters, level by level, in the bytes that `text/words/table.rs` describes.
fn tree(words: &BTreeMap<String, u16>) -> Result<Vec<u8>, Box<dyn Error>> {
    // The nodes of a level: what was read up to each, in the order of the words.
    let mut level = vec![String::new()];
    let mut written = Vec::new();
    let mut n_nodes = 1;
    while !level.is_empty() {
        let mut next = Vec::new();
        for read in level {
            let last = read.chars().next_back().map_or(0, u32::from);
            written.extend(u16::try_from(last)?.to_le_bytes());
            written.extend(words.get(&read).map_or(0, |value| value + 1).to_le_bytes());
            written.extend(u32::try_from(n_nodes)?.to_le_bytes());
            let longer = words.range(read.clone()..).map(|(word, _)| word).take_while(|word| word.starts_with(&read));
            let mut children: Vec<String> =
                longer.filter_map(|word| Some(format!("{read}{}", word.get(read.len()..)?.chars().next()?))).collect();
            children.dedup();
            n_nodes += children.len();
            next.extend(children);
        }
        level = next;
    }
    written.extend([0; 4]);
    written.extend(u32::try_from(n_nodes)?.to_le_bytes());
    Ok(written)
}

/// A line as a word and its value.
fn entry(line: &str) -> Option<(&str, u16)> {
    let mut fields = line.split(' ');
    let word = fields.next()?;
    let count: f64 = fields.next()?.parse().ok()?;
    let kind = fields.next()?;
    let kind = KINDS.iter().position(|known| *known == kind)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are 1 or more")]
    let weight = (count.log2() * STEPS_PER_DOUBLING).round() as u16;
    Some((word, weight * KIND_RANGE + u16::try_from(kind).ok()?))
}
