//! How the time to import and to check a text grows with its length, for texts of one kind each.
//!
//! `cargo bench --locked --bench growth` prints processor time of one thread at 1, 2, 4, 8 and 16 times [`SHORTEST`], and
//! the exponent of the growth over the whole range: 1 is in proportion to the length, 2 in its square. It ends with an
//! error where one is above [`STEEPEST`]. A word behind `--` picks the families whose names hold it.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "../it/importer/endless.rs"]
mod endless;

use std::fmt::Write;
use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ThreadTime;
use guihua::analysis::check;
use guihua::analysis::targets::target::Document;
use guihua::dataset;
use guihua::importer::{self, Supplied};
use guihua::model::{Plan, Source};

/// Bytes of the shortest text of a family.
const SHORTEST: usize = 250_000;

/// How many times longer the texts are.
const TIMES: [usize; 5] = [1, 2, 4, 8, 16];

/// The steepest exponent that is no failure.
const STEEPEST: f64 = 1.25;

/// Less time than this is taken for this, as the clock is too coarse below.
const FLOOR: Duration = Duration::from_millis(2);

/// A kind of text: its name, what stands before it, and one unit of it by its number.
type Family = (&'static str, &'static str, fn(usize) -> String);

const FAMILIES: [Family; 13] = [
    ("county targets", "一、目标\n", |n| format!("到2030年，{}县婴儿死亡率控制在{}‰以下。\n", name(n), n % 9 + 1)),
    ("one target again", "一、目标\n", |n| format!("到2030年，全市义务教育巩固率达到{}%。\n", n % 90 + 10)),
    ("clauses", "一、任务\n", |n| format!("做好{}工作。（市教育局、市{}局负责）\n", name(n), name(n + 7))),
    ("headings", "", |n| format!("第{}章 {}任务\n第一节 {}工作\n推进落实。\n", n + 1, name(n), name(n + 3))),
    ("attachments", "一、任务\n推进落实。\n", |n| format!("附件{}：\n{}指标说明\n", n + 1, name(n))),
    ("brackets", "一、任务\n", |n| {
        format!("建成{}站{}座（东区{}座，西区{}座）。", name(n), n % 50, n % 20, n % 30)
    }),
    ("percent lists", "一、目标\n到2030年，", |n| format!("{}率达到{}%，", name(n), n % 100)),
    ("percent series", "一、目标\n到2030年，", |n| {
        format!(
            "{}率、{}率、{}率分别达到{}%、{}%和{}%以上。",
            name(n),
            name(n + 1),
            name(n + 2),
            n % 100,
            n % 99,
            n % 98
        )
    }),
    ("long names", "一、目标\n", |n| {
        format!("到2030年，每千常住人口{}执业医师与{}护士总数达到{}人。\n", name(n), name(n + 5), n % 9 + 1)
    }),
    ("one section each", "", |n| {
        format!("（{}）{}\n到2030年，{}率达到{}%。（市{}局负责）\n", n + 1, name(n), name(n), n % 100, name(n))
    }),
    ("slips", "一、任务\n", |n| {
        format!("推进{}公共卫生时间，减少{}的损。加强,,{}（工作。\n", name(n), name(n), name(n))
    }),
    ("titles of documents", "一、依据\n", |n| format!("落实《{}规划》《{}规划纲要》。\n", name(n), name(n + 1))),
    ("tables", "一、指标\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n", |n| {
        format!("{}\t{}普及率\t%\t{}\t{}\n", n + 1, name(n), n % 90, n % 90 + 5)
    }),
];

/// A name of four characters that is another for each number.
fn name(number: usize) -> String {
    const CHARS: [char; 24] = [
        '东', '川', '南', '平', '西', '岭', '北', '江', '青', '石', '白', '沙', '红', '桥', '金', '田', '玉', '湾',
        '云', '溪', '龙', '泉', '凤', '林',
    ];
    let mut name = String::new();
    let mut rest = number;
    for _ in 0..4 {
        name.push(CHARS[rest % CHARS.len()]);
        rest /= CHARS.len();
    }
    name
}

/// A text of a family, at least `bytes` long.
fn text((_, head, unit): &Family, bytes: usize) -> String {
    let mut text = format!("东川市“十五五”规划\n\n{head}");
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&unit(number));
        number += 1;
    }
    text
}

fn main() -> ExitCode {
    let registry = dataset::registry();
    let import = |text: &str| -> Plan {
        let source = Source { file: "bench.txt".to_owned(), sha256: String::new() };
        importer::import(text, source, &Supplied::default(), registry.departments())
    };
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with("--")).unwrap_or_default();
    let mut steepest: f64 = 0.0;
    println!("{:36} {:7} {}", "", "", TIMES.map(|times| format!("{times:>8}×")).concat());
    let mut families: Vec<(String, Vec<String>)> = FAMILIES
        .iter()
        .map(|family| (family.0.to_owned(), TIMES.map(|factor| text(family, factor * SHORTEST)).to_vec()))
        .collect();
    // Texts that are hard to read: each is as long as the others.
    let endless = TIMES.map(|factor| endless::texts(factor * SHORTEST).collect::<Vec<_>>());
    for (at, (name, _)) in endless[0].iter().enumerate() {
        families.push((format!("endless: {name}"), endless.iter().map(|texts| texts[at].1.clone()).collect()));
    }
    for (name, texts) in families.iter().filter(|(name, _)| name.contains(&wanted)) {
        let mut times = [Vec::new(), Vec::new()];
        for text in texts {
            let text = text.as_str();
            let (plan, reading) = time(|| import(text));
            let document = Document::new(text);
            let (_, checking) = time(|| check::check_plan(&plan, &registry, Some(&document)).len());
            times[0].push(reading);
            times[1].push(checking);
        }
        for (what, times) in ["import", "check"].into_iter().zip(&times) {
            let exponent = exponent(times);
            let columns = times.iter().fold(String::new(), |mut line, time| {
                let _ = write!(line, "{:>9.0}", time.as_secs_f64() * 1e3);
                line
            });
            println!("{name:36} {what:7} {columns} ms  exponent {exponent:.2}");
            steepest = steepest.max(exponent);
        }
    }
    if steepest > STEEPEST {
        println!("time grows faster than the text: exponent {steepest:.2}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The exponent of the growth from the shortest text to the longest.
fn exponent(times: &[Duration]) -> f64 {
    let seconds = |time: Option<&Duration>| time.copied().unwrap_or_default().max(FLOOR).as_secs_f64();
    let factor = TIMES[TIMES.len() - 1] / TIMES[0];
    #[expect(clippy::cast_precision_loss, reason = "a factor of 16")]
    let factor = factor as f64;
    (seconds(times.last()) / seconds(times.first())).ln() / factor.ln()
}

/// The result of some work with its processor time.
fn time<T>(work: impl Fn() -> T) -> (T, Duration) {
    let start = ThreadTime::now();
    let result = std::hint::black_box(work());
    (result, start.elapsed())
}
