//! How much memory an import takes for each byte of a text: by the most that the process held, beside that for a shorter text.
//! `GUIHUA_ALL=1` takes texts ten times as long and every format.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use super::writers;

/// The most memory that the import of a text may take, as a multiple of the text.
const MOST: usize = 6;

/// The text of bundled plans over and over, until it is so many bytes long.
fn text(n_bytes: usize) -> String {
    let seeds: Vec<&str> = guihua::dataset::BUNDLE.iter().map(|row| row.text).collect();
    let mut text = String::new();
    for (at, seed) in seeds.iter().cycle().enumerate() {
        if text.len() >= n_bytes {
            break;
        }
        text.push_str(&seed.replace("健康", &format!("健康{}", at % 97)));
        text.push('\n');
    }
    text
}

fn of_format(text: &str, format: &str) -> Vec<u8> {
    let each = |paragraph: &dyn Fn(&str) -> String| text.lines().map(paragraph).collect::<String>();
    match format {
        "html" => format!("<html><body>{}</body></html>", each(&|line| format!("<p>{line}</p>\n"))).into_bytes(),
        "docx" => writers::docx(&each(&|line| writers::p("", line)), &[]),
        _ => text.as_bytes().to_vec(),
    }
}

/// The most bytes that the import of a file held, as the system counts them while it runs.
fn most_bytes(folder: &Path, name: &str) -> usize {
    let mut command = crate::program();
    command.args(["import", "--dry-run", name]).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    // The allocator of glibc gives large pieces back only as long as it has not seen larger ones go; this keeps it at that.
    command.env("MALLOC_MMAP_THRESHOLD_", "1048576");
    let mut child = command.spawn().expect("the program starts");
    let about = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("it can be asked").is_none() {
        let status = fs::read_to_string(&about).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        let kilobytes: usize = line.trim_end_matches("kB").trim().parse().unwrap_or_default();
        most = most.max(kilobytes * 1024);
        thread::sleep(Duration::from_millis(2));
    }
    most
}

#[test]
fn an_import_takes_a_few_times_the_memory_of_its_text() {
    let is_all = std::env::var_os("GUIHUA_ALL").is_some();
    let (n_bytes, formats) =
        if is_all { (20_000_000, &["txt", "html", "docx"][..]) } else { (2_000_000, &["html"][..]) };
    let folder = tempfile::tempdir().expect("a folder");
    let (short, long) = (text(n_bytes / 10), text(n_bytes));
    for format in formats {
        let [less, most] = [&short, &long].map(|text| {
            let name = format!("{}.{format}", text.len());
            fs::write(folder.path().join(&name), of_format(text, format)).expect("a file");
            most_bytes(folder.path(), &name)
        });
        assert!(less > 0, "the system does not say how much memory a process held");
        let (more, n_bytes) = (most.saturating_sub(less), long.len() - short.len());
        println!("{format}: {} % of the text", more * 100 / n_bytes);
        assert!(more <= MOST * n_bytes, "{format}: {more} bytes for {n_bytes} of text");
        assert!(more > n_bytes / 2, "{format}: {more} bytes are too few to be true");
    }
}
