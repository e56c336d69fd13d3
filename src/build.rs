//! Builds two tables, so that nothing is parsed when the program runs: the Chinese words that `text::words` reads, from
//! `data/words.txt` and `data/terms.txt`; and the names of places that `registry::division` reads, from `data/places.txt`.
//! And tells the program apart from those that read plans otherwise: `GUIHUA_READING` is a digest of the sources by which
//! plans are read, so that nothing is taken from a cache that another program has filled.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
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

/// The list of places; its head says how a line reads.
const PLACES: &str = "data/places.txt";

/// The number of a province in the table of places; a city has the next one, a county the one after.
const PROVINCE: u8 = 1;

/// What is added to the number of a place for its short name.
const SHORT: u8 = 4;

/// All by which plans are read, checked and searched: folders and files below `src`, and the data.
const READING: [&str; 20] = [
    "data",
    "src/text.rs",
    "src/text",
    "src/words",
    "src/lexicon.rs",
    "src/lexicon",
    "src/model.rs",
    "src/model",
    "src/registry.rs",
    "src/registry",
    "src/importer.rs",
    "src/importer",
    "src/dataset.rs",
    "src/dataset",
    "src/search.rs",
    "src/search",
    "src/analysis.rs",
    "src/analysis",
    "src/library",
    "src/cli/own",
];

/// The prime and the first value of FNV-1a with 128 bits.
const FNV: [u128; 2] = [0x0000_0000_0100_0000_0000_0000_0000_013b, 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut digest = FNV[1];
    for place in READING {
        println!("cargo::rerun-if-changed={place}");
        add_to_digest(&mut digest, Path::new(place))?;
    }
    println!("cargo::rustc-env=GUIHUA_READING={digest:032x}");
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("words.tree"), tree(&words()?)?)?;
    fs::write(Path::new(&folder).join("places.txt"), places()?)?;
    Ok(())
}

/// Adds the names and bytes of a file, or of all files of a folder in the order of their names.
fn add_to_digest(digest: &mut u128, place: &Path) -> Result<(), Box<dyn Error>> {
    if place.is_dir() {
        let mut inner: Vec<_> = fs::read_dir(place)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
        inner.sort();
        return inner.iter().try_for_each(|place| add_to_digest(digest, place));
    }
    for byte in place.to_string_lossy().bytes().chain(fs::read(place)?) {
        *digest = (*digest ^ u128::from(byte)).wrapping_mul(FNV[0]);
    }
    Ok(())
}

/// The words of both lists, each with its value.
fn words() -> Result<BTreeMap<String, u16>, Box<dyn Error>> {
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
    Ok(words)
}

/// The names of places, full and short, one a line in the order of their bytes, each with a blank and the number of its
/// rank. A name of several places has that of the highest: 吉林 is the province and not its city.
fn places() -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={PLACES}");
    let list = fs::read_to_string(PLACES)?;
    let mut places: BTreeMap<String, u8> = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let first = if line.starts_with(' ') { PROVINCE + 1 } else { PROVINCE };
        for (at, entry) in line.split_whitespace().enumerate().filter(|(_, entry)| *entry != "-") {
            let rank = if at == 0 { first } else { PROVINCE + 2 };
            for (name, is_short) in names(entry) {
                let value = if is_short { rank + SHORT } else { rank };
                let kept = places.entry(name.to_owned()).or_insert(value);
                *kept = (*kept).min(value);
            }
        }
    }
    let mut lines = String::new();
    for (name, rank) in places {
        writeln!(lines, "{name} {rank}")?;
    }
    Ok(lines)
}

/// The names of a place as an entry writes them, and whether each is a short one.
fn names(entry: &str) -> Vec<(&str, bool)> {
    let mut written = entry.split('/');
    let full = written.next().unwrap_or_default();
    let mut names: Vec<(&str, bool)> = written.map(|short| (short, true)).collect();
    if names.is_empty() && full.chars().count() > 2 {
        names.extend(full.char_indices().next_back().and_then(|(at, _)| Some((full.get(..at)?, true))));
    }
    names.push((full, false));
    names
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
