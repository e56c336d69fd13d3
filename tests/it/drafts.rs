//! Drafts that are checked before they are issued: alone, against the last plan of the place, against the level above, and
//! with comments in a copy of the Word document.

use std::fs;
use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use crate::formats::writers;

const DRAFT: &str = include_str!("drafts/draft.txt");
const LAST: &str = include_str!("drafts/last.txt");
const ABOVE: &str = include_str!("drafts/above.txt");

/// A folder with a draft, the last plan and the plan of the province.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a folder") };
        for (name, text) in [("稿.txt", DRAFT), ("上期.txt", LAST), ("省.txt", ABOVE)] {
            fs::write(desk.path(name), text).expect("a file");
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = crate::program();
        command.args(arguments).current_dir(self.folder.path());
        command.env("XDG_DATA_HOME", self.path("data")).env("XDG_CONFIG_HOME", "/nonexistent");
        command.output().expect("the program starts")
    }

    /// The findings as `lines kind what`, those of some kinds.
    fn findings(&self, arguments: &[&str], kinds: &[&str]) -> Vec<String> {
        let output = self.run(&[arguments, &["--format", "json"]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
        let of_kind = |row: &&Value| kinds.iter().any(|kind| row["kind"] == *kind);
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let words = |row: &Value| format!("{} {} {}", row["lines"], word(&row["kind"]), word(&row["what"]));
        rows.iter().filter(of_kind).map(words).collect()
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        said
    }

    /// A Word document with a paragraph for each line, and tables where the lines have tabs.
    fn docx(&self, name: &str, text: &str) -> Vec<u8> {
        const KINDS: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
        const MAIN: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
        let mut body = String::new();
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        for block in lines.chunk_by(|one, next| one.contains('\t') == next.contains('\t')) {
            if block.iter().all(|line| line.contains('\t')) {
                let cells: Vec<Vec<(&str, &str)>> =
                    block.iter().map(|line| line.split('\t').map(|cell| ("", cell)).collect()).collect();
                body.push_str(&writers::table(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>()));
            } else {
                body.extend(block.iter().map(|line| writers::p("", line)));
            }
        }
        let main = writers::part("document", &format!("<w:body>{body}<w:sectPr/></w:body>"));
        let bytes =
            writers::package(&[("[Content_Types].xml", KINDS), ("_rels/.rels", MAIN), ("word/document.xml", &main)]);
        fs::write(self.path(name), &bytes).expect("a file");
        bytes
    }
}

fn part(docx: &[u8], path: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a package");
    let mut text = String::new();
    archive.by_name(path).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn a_draft_is_checked_as_a_plan_is_and_not_imported() {
    let desk = Desk::new();
    let found = desk.findings(&["check", "稿.txt"], &["implausible"]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].starts_with("[18] ") && found[1].contains("每万人口全科医生数"), "{found:?}");
    assert!(!desk.path("data").exists(), "nothing is kept");
    let both = desk.findings(&["check", "稿.txt", "省.txt"], &["implausible"]);
    assert!(both.starts_with(&found) && both.len() > found.len(), "{both:?}");
    let said = String::from_utf8(desk.run(&["check", "稿.txt"]).stderr).unwrap();
    assert!(said.contains("江海市卫生健康“十五五”规划") && said.contains("责任条款 3 条"), "{said}");
}

#[test]
fn what_became_of_the_last_plan_is_told() {
    let desk = Desk::new();
    let check = |kinds: &[&str]| desk.findings(&["check", "稿.txt", "--against", "上期.txt"], kinds);
    let name = |finding: &String| {
        finding.split('“').nth(1).and_then(|rest| rest.split('”').next()).unwrap_or_default().to_owned()
    };
    let names = |kinds: &[&str]| check(kinds).iter().map(name).collect::<Vec<_>>();
    assert_eq!(names(&["met_target"]), ["人均预期寿命", "婴儿死亡率", "每万人口全科医生数", "居民健康素养水平"]);
    assert_eq!(
        names(&["missed_target"]),
        ["孕产妇死亡率", "每千人口执业（助理）医师数", "每千人口拥有3岁以下婴幼儿托位数"]
    );
    // A target of words in place of numbers, and one that is a result only, ask for less.
    assert_eq!(
        names(&["looser_target"]),
        ["婴儿死亡率", "每万人口全科医生数", "千人口献血率", "每千人口拥有3岁以下婴幼儿托位数"]
    );
    assert_eq!(names(&["unlisted_indicator"]), ["农村卫生厕所普及率", "重大慢性病过早死亡率"]);
    assert_eq!(names(&["unlisted_task"]), ["推进病媒生物防制", "发展家庭病床"]);
    let missed = check(&["missed_target"]);
    assert!(missed[0].starts_with("[16] ") && missed[0].contains("≤9，本稿所列2025年9.4"), "{missed:?}");
    assert!(check(&["unlisted_indicator"])[0].contains("（第二章，2025年目标96）"));
    // The same plan from the library, and a plan of the library held against it.
    desk.run(&["import", "上期.txt", "稿.txt"]);
    let imported = desk.findings(&["check", "稿.txt", "--against", "上期"], &["met_target", "unlisted_task"]);
    assert_eq!(imported, check(&["met_target", "unlisted_task"]));
    assert_eq!(
        desk.findings(&["check", "--plan", "稿", "--against", "上期"], &["met_target", "unlisted_task"]),
        imported
    );
    // A plan held against itself has lost nothing.
    assert_eq!(
        desk.findings(
            &["check", "稿.txt", "--against", "稿.txt"],
            &["unlisted_indicator", "unlisted_task", "looser_target"]
        ),
        [""; 0]
    );
}

#[test]
fn what_the_level_above_asks_for_is_told() {
    let desk = Desk::new();
    let found = desk.findings(
        &["check", "稿.txt", "--above", "省.txt"],
        &["looser_target", "unlisted_indicator", "unlisted_task", "met_target"],
    );
    let expected = [
        "[14] looser_target “人均预期寿命”上级规划2030年目标81，本稿2030年目标80：按数值，本稿的目标更宽松（推算）",
        "[15] looser_target “婴儿死亡率”上级规划2030年目标≤2.5，本稿2030年目标≤3：按数值，本稿的目标更宽松（推算）",
        "[] unlisted_indicator 上级规划列有“每千人口注册护士数”（第一章，2030年目标4.2），本稿未见这项指标（推算）",
        "[] unlisted_indicator 上级规划列有“总诊疗人次”（第一章，2030年目标70000），本稿未见这项指标（推算）",
        "[] unlisted_task 上级规划同一章节有2项任务，本稿未见相近的任务：“发展中医药事业”（第二章一）、“完善妇幼健康网络”（第二章三）（推算）",
        "[] unlisted_task 上级规划任务“发展健康保险”（第三章一），本稿未见相近的任务（推算）",
    ];
    assert_eq!(found, expected);
}

#[test]
fn findings_stand_as_comments_in_a_copy_of_the_document() {
    let desk = Desk::new();
    let original = desk.docx("稿.docx", DRAFT);
    let output = desk.run(&["check", "稿.docx", "--against", "上期.txt", "-o", "稿-核对.docx"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{said}");
    assert!(said.contains("批注") && said.contains("原文未改动"), "{said}");
    let copy = fs::read(desk.path("稿-核对.docx")).unwrap();
    assert_eq!(fs::read(desk.path("稿.docx")).unwrap(), original);
    let comments = part(&copy, "word/comments.xml");
    assert!(comments.contains("w:author=\"规划核对\"") && comments.contains("【未达目标，可信程度高】"), "{comments}");
    let first = comments.split("</w:comment>").next().unwrap();
    assert!(
        first.contains("没有对应位置") && first.contains("农村卫生厕所普及率") && first.contains("发展家庭病床"),
        "{first}"
    );
    // The comment on a value stands at the value.
    let main = part(&copy, "word/document.xml");
    let at = main.find(">9.4<").unwrap();
    let before = main.get(..at).unwrap();
    assert!(before.rfind("commentRangeStart").unwrap() > before.rfind("<w:tc>").unwrap(), "{before}");
    // A copy is never written over a file, and a document of another kind gets a table.
    assert!(desk.refused(&["check", "稿.docx", "-o", "稿-核对.docx"]).contains("--force"));
    assert_eq!(desk.run(&["check", "稿.txt", "-o", "表.docx"]).status.code(), Some(0));
    assert!(part(&fs::read(desk.path("表.docx")).unwrap(), "word/document.xml").contains("数值存疑"));
    desk.docx("净.docx", "江海市食堂公约\n\n一、饮水\n\n供应开水。\n");
    let nothing = desk.run(&["check", "净.docx", "-o", "净-核对.docx"]);
    assert_eq!((nothing.status.code(), desk.path("净-核对.docx").exists()), (Some(1), false));
}

/// Set by whoever wants to wait for office programs.
const ALL: &str = "GUIHUA_ALL";

#[test]
fn an_office_program_opens_the_copy_and_shows_every_comment() {
    if std::env::var_os(ALL).is_none() || Command::new("soffice").arg("--version").output().is_err() {
        println!("SKIPPED: {ALL} is not set, or LibreOffice is not there");
        return;
    }
    let desk = Desk::new();
    desk.docx("稿.docx", DRAFT);
    desk.run(&["check", "稿.docx", "--against", "上期.txt", "--above", "省.txt", "-o", "核对.docx"]);
    let n_comments =
        part(&fs::read(desk.path("核对.docx")).unwrap(), "word/comments.xml").matches("<w:comment ").count();
    let convert = |to: &str, name: &str| {
        let mut office = Command::new("soffice");
        office.args(["--headless", "--convert-to", to, name]).current_dir(desk.folder.path());
        office.env("HOME", desk.folder.path());
        assert!(office.output().unwrap().status.success(), "{name} as {to}");
    };
    convert("fodt", "核对.docx");
    let opened = fs::read_to_string(desk.path("核对.fodt")).unwrap();
    assert_eq!(opened.matches("<office:annotation ").count(), n_comments);
    assert_eq!(opened.matches("规划核对").count(), n_comments);
    for name in ["稿.docx", "核对.docx"] {
        convert("txt:Text (encoded):UTF8", name);
    }
    let [before, after] = ["稿.txt", "核对.txt"].map(|name| fs::read_to_string(desk.path(name)).unwrap());
    assert_eq!(before, after, "the text is the same in print");
}

#[test]
fn a_document_that_is_opened_stands_beside_the_plans_and_is_not_imported() {
    let desk = Desk::new();
    let output = desk.run(&["稿.txt", "上期.txt"]);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    // Without a terminal: the outline of the documents, and of nothing else.
    assert!(printed.contains("建设现代化疾控体系") && printed.contains("推进病媒生物防制"), "{printed}");
    assert!(!printed.contains("云浮") && !desk.path("data").exists(), "{printed}");
    assert!(desk.refused(&["taks"]).contains("tasks"));
    assert!(desk.refused(&["没有.txt"]).contains("没有这个文件"));
}

#[test]
fn what_cannot_be_checked_is_said_in_one_line() {
    let desk = Desk::new();
    fs::write(desk.path("旧.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap();
    for (arguments, wanted) in [
        (&["check", "没有.docx"][..], "没有这个文件"),
        (&["check", "旧.doc"], "另存为 .docx"),
        (&["check", "稿.txt", "--against", "没有"], "既不是文件，也不是规划库中的规划"),
        (&["check", "稿.txt", "--above", "旧.doc"], "另存为 .docx"),
        (&["check", "稿.txt", "--plan", "云浮"], "--plan"),
        (&["check", "--against", "上期.txt"], "--plan"),
        (&["check", "稿.txt", "--period", "十五五"], "2026-2030"),
        (&["check", "稿.txt", "--encoding", "latin"], "gb18030"),
    ] {
        let said = desk.refused(arguments);
        assert!(said.contains(wanted) && said.trim_end().lines().count() == 1, "{arguments:?}: {said}");
    }
}
