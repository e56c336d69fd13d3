//! PDF files: `pdftotext` is run, waited for, and stopped. In its place stand scripts that do what it may do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use guihua::cli::document::{self, pdftotext};
use guihua::formats::Options;

/// A program with this script.
fn program(folder: &TempDir, script: &str) -> PathBuf {
    let path = folder.path().join("pdftotext");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script can be written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a script can be made a program");
    path
}

/// The text that comes of a script in place of `pdftotext`, or the message.
fn run(script: &str, patience: Duration) -> String {
    let folder = tempfile::tempdir().expect("there is a folder for a script");
    let bytes = [b"%PDF-1.5\n".to_vec(), vec![b' '; 1 << 20]].concat();
    match pdftotext::run(&program(&folder, script), &bytes, patience) {
        Ok(reading) => reading.text,
        Err(error) => error.to_string(),
    }
}

#[test]
fn pdftotext_is_run_and_watched() {
    const LONG: Duration = Duration::from_secs(60);
    const SHORT: Duration = Duration::from_secs(1);
    let start = Instant::now();
    for (script, patience, expected) in [
        // It gets the PDF and is told what to do with it.
        (r#"printf '%s\n' "$*"; wc -c"#, LONG, "-layout -enc UTF-8 - -\n1048585\n"),
        (r"printf '一、目标\n\n     1\n\f二、任务\n\n     2\n\f'", LONG, "一、目标\n\n二、任务\n"),
        (
            r"cat >/dev/null; printf '\f\f'",
            LONG,
            "这个 PDF 没有文字，是扫描的图像；请先做文字识别（OCR），或找原始的 Word 文件",
        ),
        (
            "echo 'Command Line Error: Incorrect password' >&2; exit 1",
            LONG,
            "文件有密码保护；请用 Word、Excel 或 WPS 打开，取消密码后再读",
        ),
        (
            "echo \"Syntax Error: Couldn't find trailer dictionary\" >&2; exit 1",
            LONG,
            "pdftotext 读不了这个 PDF：Syntax Error: Couldn't find trailer dictionary；请用阅读器打开后另存一份，或另存为 .docx",
        ),
        ("exit 3", LONG, "pdftotext 读不了这个 PDF：没有说明原因；请用阅读器打开后另存一份，或另存为 .docx"),
        ("exec sleep 600", SHORT, "pdftotext 读不了这个 PDF：1 秒内没有读完；请用阅读器打开后另存一份，或另存为 .docx"),
        ("exec yes 规划", LONG, "文字超过 32 MB，不读；请分成几个文件"),
    ] {
        assert_eq!(run(script, patience), expected, "{script}");
    }
    assert!(start.elapsed() < Duration::from_secs(50));
}

#[test]
fn a_pdf_is_read_where_pdftotext_is() {
    let message = document::read(PDF.as_bytes(), "a.pdf", &Options::default()).map_err(|error| error.to_string());
    match pdftotext::path() {
        Some(_) => assert_eq!(message.map(|reading| reading.text), Ok("Plan 2030\n".to_owned())),
        None => assert!(message.is_err_and(|message| message.contains("poppler-utils"))),
    }
}

/// A page with the words `Plan 2030`. It has no list of its objects, which readers then find by themselves.
const PDF: &str = "%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 42>>stream
BT /F 12 Tf 50 200 Td (Plan 2030) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
";
