//! Files that are cut off, damaged, or made to do harm: one line each, soon, and never a panic.

use std::fmt::Write;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use guihua::formats::{self, Options, limits};

use super::super::fuzz_cases;
use super::writers::{docx, each, p, package, part, table, xlsx};
use super::{read, refused};

/// Long enough for any file on a slow machine, and short against what a trap would take.
const SOON: Duration = Duration::from_secs(20);

/// Whatever comes of a file, it comes soon, and an error is one line that says something.
fn check_soon(bytes: &[u8], name: &str) {
    let start = Instant::now();
    if let Err(error) = formats::read(bytes, name, &Options::default()) {
        let message = error.to_string();
        assert!(!message.is_empty() && !message.contains(['\n', '\r', '\u{1b}']), "{message:?}");
    }
    assert!(start.elapsed() < SOON, "{name}: {:?}", start.elapsed());
}

/// A small file of each kind.
fn samples() -> [(&'static str, Vec<u8>); 5] {
    let body = [p("", "一、目标"), table(&[&[("<w:vMerge/>", "甲"), ("", "乙")]])].concat();
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>"#;
    let page = "<!DOCTYPE html><html><body><table><tr><td colspan=2>甲，乙。</td></tr></table><p>丙</p></body></html>";
    [
        ("a.txt", "健康江海行动\n一、目标\n".as_bytes().to_vec()),
        ("b.txt", encoding_rs::GB18030.encode("健康江海行动\n一、目标\n").0.into_owned()),
        ("c.html", page.as_bytes().to_vec()),
        ("d.docx", docx(&body, &[("styles", "<w:style w:styleId=\"a\"/>")])),
        ("e.xlsx", xlsx(&[(r#"name="a""#, sheet)], "", &["甲"])),
    ]
}

#[test]
fn files_cut_off_at_every_byte() {
    for (name, bytes) in samples() {
        for end in 0..bytes.len() {
            let cut = bytes.get(..end).unwrap_or_default();
            check_soon(cut, name);
            if matches!(name, "d.docx" | "e.xlsx") && end > 4 {
                assert!(formats::read(cut, name, &Options::default()).is_err(), "{name} to byte {end}");
            }
        }
    }
}

#[test]
fn parts_that_do_not_match_their_checksum() {
    let mut bytes = docx(&p("", &"健康江海。".repeat(50)), &[]);
    // The checksum stands 14 bytes behind the start of the first part, and again in the list of parts.
    let list = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a package has a list");
    for at in [14, list + 16] {
        bytes[at] ^= 0xff;
    }
    assert_eq!(
        refused(&bytes, "a.docx"),
        "文件已损坏或不完整（word/document.xml）：内容与校验不符或无法解压；请用 Word、Excel 或 WPS 打开，另存后再读"
    );
}

#[test]
fn bombs() {
    // Half a gigabyte of blanks in half a megabyte, in the main part and in one that is read before it.
    let blanks = " ".repeat(300 << 20);
    let main = part("document", &format!("<w:body>{}{blanks}</w:body>", p("", "甲")));
    let bytes = package(&[("word/document.xml", &main)]);
    assert!(bytes.len() < 1 << 20);
    drop(main);
    assert_eq!(
        refused(&bytes, "a.docx"),
        "word/document.xml 解压后大得反常，不读；请用 Word、Excel 或 WPS 打开，另存后再读"
    );
    let bytes = package(&[("word/document.xml", &part("document", "<w:body/>")), ("word/styles.xml", &blanks)]);
    assert!(refused(&bytes, "a.docx").starts_with("word/styles.xml 解压后大得反常"));
}

#[test]
fn entities() {
    let mut nested = String::from("<!DOCTYPE a [<!ENTITY a0 \"哈\">");
    for n in 1..30 {
        let _ = write!(nested, "<!ENTITY a{n} \"&a{0};&a{0};\">", n - 1);
    }
    let main = part("document", "<w:body><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:body>");
    let declared = main.replace("<w:document", &format!("{nested}]><w:document"));
    for main in [main, declared] {
        assert_eq!(
            refused(&package(&[("word/document.xml", &main)]), "a.docx"),
            "word/document.xml 自行定义了 XML 实体，不是正常的 docx 或 xlsx，不读"
        );
    }
}

#[test]
fn elements_nested_without_end() {
    let deep =
        |open: &str, close: &str, inner: &str| format!("{}{inner}{}", open.repeat(100_000), close.repeat(100_000));
    for (open, close) in
        [("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt>", "</w:sdt>"), ("<w:p><w:r>", "</w:r></w:p>")]
    {
        let bytes = docx(&deep(open, close, ""), &[]);
        assert_eq!(refused(&bytes, "a.docx"), "文件（word/document.xml）的元素嵌套超过 256 层，不读");
    }
    for (open, close) in [
        ("<div>", "</div>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<b>", ""),
        ("<a><p>", ""),
        ("<font color=1><p>", ""),
        ("<ol><li>", ""),
        ("<math><mrow>", ""),
        ("<table><b>", ""),
    ] {
        let start = Instant::now();
        assert_eq!(
            read(deep(open, close, "里面，的文字。").as_bytes(), &format!("a{open}.html"))
                .text
                .trim_start_matches(['1', '.', ' ']),
            "里面，的文字。\n",
            "{open}"
        );
        assert!(start.elapsed() < SOON, "{open}: {:?}", start.elapsed());
    }
    // Elements of look that are never closed are opened anew in each paragraph.
    let reopened = each(0..2_000, |n| format!("<font size={n}>"));
    check_soon(format!("{reopened}{}", "<p>甲".repeat(50_000)).as_bytes(), "a.html");
}

#[test]
fn spans_without_end() {
    check_soon(b"<table><tr><td colspan=1000 rowspan=65534>a</td></tr></table>", "a.html");
    check_soon(format!("<table>{}</table>", "<tr><td colspan=900 rowspan=0>a".repeat(5_000)).as_bytes(), "a.html");
    check_soon(&docx(&table(&[&[("<w:gridSpan w:val=\"4000000000\"/>", "甲"), ("", "乙")]]), &[]), "a.docx");
    let areas = each(1..3_000, |n| format!(r#"<mergeCell ref="A{n}:XFD1048576"/>"#));
    let row = each(1..1_000, |n| format!(r#"<row r="{n}"><c r="A{n}"><v>1</v></c></row>"#));
    check_soon(
        &xlsx(&[(r#"name="a""#, &format!("<sheetData>{row}</sheetData><mergeCells>{areas}</mergeCells>"))], "", &[]),
        "a.xlsx",
    );
}

#[test]
fn what_is_too_large_is_refused_at_once() {
    let bytes = vec![b'a'; limits::MOST_FILE_BYTES + 1];
    let start = Instant::now();
    assert_eq!(refused(&bytes, "a.txt"), "文件超过 64 MB，不读；请删去图片或分成几个文件");
    assert!(start.elapsed() < Duration::from_secs(1));
    assert_eq!(refused(&bytes[..=limits::MOST_TEXT_BYTES], "a.txt"), "文字超过 32 MB，不读；请分成几个文件");
    // A footnote that is referred to again and again.
    let note = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("", &"注".repeat(100_000)));
    let body = format!("<w:p>{}</w:p>", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>".repeat(200));
    assert_eq!(refused(&docx(&body, &[("footnotes", &note)]), "a.docx"), "文字超过 32 MB，不读；请分成几个文件");
}

#[test]
fn foreign_formats_are_named_with_the_way_out() {
    let old = |name: &str| {
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), name.encode_utf16().flat_map(u16::to_le_bytes).collect()]
            .concat()
    };
    for (bytes, name, expected) in [
        (
            old("WordDocument"),
            "a.doc",
            "这是旧版 Word 或 WPS 文档（.doc、.wps）；请用 Word 或 WPS 打开，另存为 .docx 再读",
        ),
        (old(""), "a.wps", "这是旧版 Word 或 WPS 文档（.doc、.wps）；请用 Word 或 WPS 打开，另存为 .docx 再读"),
        (
            old("Workbook"),
            "a.xls",
            "这是旧版 Excel 或 WPS 表格（.xls、.et）；请用 Excel 或 WPS 打开，另存为 .xlsx 再读",
        ),
        (old("EncryptedPackage"), "a.docx", "文件有密码保护；请用 Word、Excel 或 WPS 打开，取消密码后再读"),
        (package(&[("OFD.xml", "")]), "a.ofd", "这是 OFD 版式文件；请用 OFD 阅读器或 WPS 转为 .docx 或 PDF 再读"),
        (package(&[("a.txt", "")]), "a.docx", "这是压缩包；请先解压，再读其中的文件"),
        (
            b"%PDF-1.5".to_vec(),
            "a.pdf",
            "读 PDF 需要 pdftotext：请安装 poppler-utils（Debian、Ubuntu：apt install poppler-utils；macOS：brew install poppler），或另存为 .docx",
        ),
        (b"".to_vec(), "a.txt", "文件是空的，没有可读的文字"),
        (b" \n\t\n".to_vec(), "a.txt", "文件是空的，没有可读的文字"),
        (docx("", &[]), "a.docx", "文件是空的，没有可读的文字"),
        (
            docx("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", &[]),
            "a.docx",
            "文件里只有图片，没有文字；请先做文字识别（OCR），或找原始的 Word 文件",
        ),
        (
            b"a\nb\xff\n".to_vec(),
            "a.txt",
            "第 2 行无法解码：既不是 UTF-8、UTF-16，也不是 GB18030；请用 --encoding 指定编码，或另存为 UTF-8 编码的纯文本",
        ),
        (
            "规划\n一、".as_bytes()[..9].to_vec(),
            "a.txt",
            "第 2 行无法解码：既不是 UTF-8、UTF-16，也不是 GB18030；请用 --encoding 指定编码，或另存为 UTF-8 编码的纯文本",
        ),
        (
            b"abc\n\x00\x00\x01".to_vec(),
            "a.txt",
            "第 2 行含有二进制内容，不是纯文本；可读 txt、md、html、docx、xlsx、pdf",
        ),
    ] {
        assert_eq!(refused(&bytes, name), expected, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: fuzz_cases(16, 1), ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_read_or_refused(sample in 0..5_usize, wounds in proptest::collection::vec((0..1000_usize, any::<u8>()), 1..6)) {
        let (name, mut bytes) = samples()[sample].clone();
        for (place, byte) in wounds {
            let at = place * bytes.len() / 1000;
            bytes[at] = byte;
        }
        check_soon(&bytes, name);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in prop::sample::select(vec!["a.txt", "a.html", "a.docx", "a"])) {
        check_soon(&bytes, name);
    }

    #[test]
    fn any_page_is_read(parts in proptest::collection::vec(prop::sample::select(PARTS_OF_PAGES), 0..60)) {
        check_soon(parts.concat().as_bytes(), "a.html");
    }

    #[test]
    fn any_body_is_read(parts in proptest::collection::vec(prop::sample::select(PARTS_OF_BODIES), 0..40)) {
        // Whatever is open is closed, so that the XML is whole and its order is what is tested.
        let mut open: Vec<&str> = Vec::new();
        let mut body = String::new();
        for part in parts {
            match part.strip_prefix('/') {
                Some(_) => body.extend(open.pop().map(|name| format!("</{name}>"))),
                None if part.starts_with('<') => body.push_str(part),
                None => {
                    open.push(part.split(' ').next().unwrap_or_default());
                    let _ = write!(body, "<{part}>");
                }
            }
        }
        body.extend(open.into_iter().rev().map(|name| format!("</{name}>")));
        check_soon(&docx(&body, &[]), "a.docx");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: fuzz_cases(16, 1), ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_is_read(parts in proptest::collection::vec(prop::sample::select(PARTS_OF_SHEETS), 0..40)) {
        check_soon(&xlsx(&[(r#"name="任务""#, &parts.concat())], "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy年m月\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs>", &["甲", "市教育局"]), "a.xlsx");
    }
}

const PARTS_OF_SHEETS: &[&str] = &[
    "<sheetData>",
    "</sheetData>",
    "<row>",
    "<row r=\"2\">",
    "<row r=\"1048576\">",
    "</row>",
    "<c r=\"A1\" t=\"s\"><v>0</v></c>",
    "<c r=\"B2\" t=\"s\"><v>9</v></c>",
    "<c r=\"XFD1\"><v>1</v></c>",
    "<c s=\"0\"><v>45000.5</v></c>",
    "<c t=\"b\"><v>1</v></c>",
    "<c t=\"e\"><v>#N/A</v></c>",
    "<c t=\"inlineStr\"><is><t>乙</t></is></c>",
    "<c><f>A1+1</f></c>",
    "<c>",
    "</c>",
    "<mergeCells><mergeCell ref=\"A1:C9\"/></mergeCells>",
    "<mergeCell ref=\"C9:A1\"/>",
    "<v>-1e308</v>",
    "<!-- -->",
    "&amp;",
];

const PARTS_OF_PAGES: &[&str] = &[
    "<table>",
    "</table>",
    "<tr>",
    "<td rowspan=3>",
    "<td colspan=2>",
    "</td>",
    "<p>",
    "</p>",
    "<b>",
    "<div>",
    "</div>",
    "<a href=x>",
    "</a>",
    "<ol>",
    "<li>",
    "</ol>",
    "<pre>",
    "</pre>",
    "<select>",
    "<caption>",
    "<script>",
    "</script>",
    "<svg>",
    "<template>",
    "<form>",
    "<h2>",
    "甲，乙。",
    "text ",
    "&nbsp;",
    "&#x110000;",
    "<!--",
    "-->",
    "<![CDATA[",
    "\n",
    "<br>",
    "<sup>",
    "2",
    "<frameset>",
    "<body>",
    "<math>",
    "<mi>",
];

const PARTS_OF_BODIES: &[&str] = &[
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:p",
    "w:r",
    "w:t",
    "w:pPr",
    "w:rPr",
    "w:trPr",
    "w:tcPr",
    "w:txbxContent",
    "w:del w:id=\"1\"",
    "w:ins",
    "w:footnote w:id=\"1\"",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "w:sdtContent",
    "/",
    "/",
    "/",
    "/",
    "/",
    "<w:vMerge/>",
    "<w:gridSpan w:val=\"3\"/>",
    "<w:hMerge/>",
    "<w:gridBefore w:val=\"2\"/>",
    "<w:vanish/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:br/>",
    "<w:del/>",
    "<w:numId w:val=\"1\"/>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:r><w:t>甲</w:t></w:r>",
];
