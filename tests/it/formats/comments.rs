//! Comments put into documents of Word: at the words they are about, and nothing else of the document touched.

use std::io::{Cursor, Read};

use guihua::formats::{self, Author, Comment};
use proptest::prelude::*;
use zip::ZipArchive;

use super::read;
use super::writers::{each, p, package, part, run, table};

const AUTHOR: Author<'_> = Author { name: "规划核对", initials: "核", date: "2026-03-01T09:30:00Z" };
const KINDS: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://example.org" TargetMode="External"/></Relationships>"#;

fn document(body: &str) -> String {
    part("document", &format!("<w:body>{body}<w:sectPr/></w:body>"))
}

fn docx(document: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![("[Content_Types].xml", KINDS), ("word/document.xml", document)];
    parts.extend(more);
    package(&parts)
}

fn text_of(docx: &[u8], path: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a document of Word");
    let mut text = String::new();
    archive.by_name(path).ok()?.read_to_string(&mut text).expect("a document of Word");
    Some(text)
}

fn comment(line: usize, quote: Option<&str>, text: &str) -> Comment {
    Comment { line, quote: quote.map(str::to_owned), text: vec![text.to_owned()] }
}

fn commented(docx: &[u8], comments: &[Comment]) -> Vec<u8> {
    let reading = read(docx, "稿.docx");
    let out = formats::commented(docx, &reading.anchors, comments, &AUTHOR).expect("a document of Word");
    assert_eq!(read(&out, "稿.docx").text, reading.text, "the text stays as it is");
    out
}

/// The main part without the marks of comments.
fn without_marks(document: &str, prefix: &str) -> String {
    let mut rest = document.to_owned();
    let reference = format!("<{prefix}r><{prefix}commentReference ");
    for (begin, end) in [
        (reference.as_str(), format!("</{prefix}r>")),
        (&format!("<{prefix}commentRangeStart "), "/>".to_owned()),
        (&format!("<{prefix}commentRangeEnd "), "/>".to_owned()),
    ] {
        while let Some(at) = rest.find(begin) {
            let length = rest.get(at..).and_then(|rest| rest.find(&end)).expect("a document of Word") + end.len();
            rest.replace_range(at..at + length, "");
        }
    }
    rest
}

/// What stands between the marks of a comment, as text.
fn commented_text(document: &str, id: u64) -> String {
    let tree = roxmltree::Document::parse(document).expect("a document of Word");
    let has_id =
        |node: &roxmltree::Node| node.attributes().any(|own| own.name() == "id" && own.value() == id.to_string());
    let at = |name: &str| {
        tree.descendants().find(|node| node.has_tag_name_of(name) && has_id(node)).expect("a document of Word")
    };
    let (from, to) = (at("commentRangeStart").range().end, at("commentRangeEnd").range().start);
    let is_inside = |node: &roxmltree::Node| node.range().start >= from && node.range().end <= to;
    assert!(tree.descendants().any(|node| node.has_tag_name_of("commentReference") && has_id(&node)));
    tree.descendants()
        .filter(is_inside)
        .filter(|node| node.has_tag_name_of("t"))
        .filter_map(|node| node.text())
        .collect()
}

trait Named {
    /// Whether an element has this name, whatever its vocabulary.
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for roxmltree::Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[test]
fn a_comment_stands_at_its_words_and_nothing_else_changes() {
    let body = [
        p("", "健康江海规划"),
        format!("<w:p><w:pPr><w:jc/></w:pPr>{}{}<w:hyperlink>{}</w:hyperlink>{}</w:p>", run("到2030年，"), run("人均预期寿命达"), run("到80岁&以上"), run("。")),
        table(&[&[("", "指标"), ("", "目标")], &[("", "预期寿命（≥81岁）"), ("", "≥81岁")]]),
        p("", ""),
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>框外</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let main = document(&body);
    for mark in ["", "\u{feff}"] {
        let original = docx(
            &format!("{mark}{main}"),
            &[("word/_rels/document.xml.rels", RELATIONS), ("custom/甲.bin", "\0\u{1}")],
        );
        let reading = read(&original, "a.docx");
        let line = |text: &str| reading.text.lines().position(|line| line.contains(text)).unwrap() + 1;
        let comments = [
            comment(line("到2030年"), Some("人均预期寿命 达到80岁&以上"), "一 <&> \u{1b}[31m\u{0}\u{ffff}"),
            comment(line("≥81岁"), Some("≥81岁"), "二"),
            comment(line("（≥81岁）"), Some("没有的话"), "三"),
            comment(line("框中文字"), None, "四"),
            comment(1, None, "五"),
            comment(4_000, None, "六"),
        ];
        let out = commented(&original, &comments);
        let changed = text_of(&out, "word/document.xml").unwrap();
        assert_eq!(without_marks(&changed, "w:"), format!("{mark}{main}"));
        let changed = changed.trim_start_matches('\u{feff}');
        let places: Vec<String> = (0..6).map(|id| commented_text(changed, id)).collect();
        assert_eq!(
            places,
            ["人均预期寿命达到80岁&以上", "≥81岁", "预期寿命（≥81岁）", "框中文字框外", "健康江海规划", "健康江海规划"]
        );
        let texts = text_of(&out, "word/comments.xml").unwrap();
        let tree = roxmltree::Document::parse(&texts).unwrap();
        let said: Vec<&str> =
            tree.descendants().filter(|node| node.has_tag_name_of("t")).filter_map(|node| node.text()).collect();
        assert_eq!(said, ["一 <&> ␛[31m␀", "二", "三", "四", "五", "六"]);
        assert!(
            tree.descendants()
                .filter(|node| node.has_tag_name_of("comment"))
                .all(|node| { node.attributes().any(|own| own.name() == "author" && own.value() == "规划核对") })
        );
        let relations = text_of(&out, "word/_rels/document.xml.rels").unwrap();
        assert!(relations.contains("Id=\"rIdComments2\"") && relations.contains("Target=\"/word/comments.xml\""));
        assert!(text_of(&out, "[Content_Types].xml").unwrap().contains("PartName=\"/word/comments.xml\""));
        assert_eq!(text_of(&out, "custom/甲.bin").as_deref(), Some("\0\u{1}"));
    }
}

#[test]
fn comments_that_are_there_stay_and_their_numbers_are_not_used_again() {
    let main = document(&format!(
        "<w:p><w:commentRangeStart w:id=\"7\"/>{}<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>",
        run("健康江海规划")
    ));
    let comments = part("comments", "<w:comment w:id=\"9\" w:author=\"甲\"><w:p/></w:comment>");
    let relations = "<r:Relationships xmlns:r=\"http://schemas.openxmlformats.org/package/2006/relationships\"><r:Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></r:Relationships>";
    let original = docx(&main, &[("word/_rels/document.xml.rels", relations), ("word/comments.xml", &comments)]);
    let once = commented(&original, &[comment(1, None, "一")]);
    let twice = commented(&once, &[comment(1, Some("江海"), "二")]);
    let texts = text_of(&twice, "word/comments.xml").unwrap();
    let tree = roxmltree::Document::parse(&texts).unwrap();
    let ids: Vec<&str> = tree
        .descendants()
        .filter(|node| node.has_tag_name_of("comment"))
        .filter_map(|node| node.attributes().find(|own| own.name() == "id").map(|own| own.value()))
        .collect();
    assert_eq!(ids, ["9", "10", "11"]);
    assert_eq!(text_of(&twice, "word/_rels/document.xml.rels").as_deref(), Some(relations));
    assert_eq!(commented_text(&text_of(&twice, "word/document.xml").unwrap(), 11), "健康江海规划");
}

#[test]
fn documents_of_other_prefixes_and_of_the_strict_form_get_comments_of_their_kind() {
    let body = |x: &str| format!("<{x}body><{x}p><{x}r><{x}t>正文</{x}t></{x}r></{x}p></{x}body>");
    for (name, space, prefix, declared) in [
        ("other prefix", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "x:", "xmlns:x"),
        ("no prefix", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "", "xmlns"),
        ("strict", "http://purl.oclc.org/ooxml/wordprocessingml/main", "w:", "xmlns:w"),
    ] {
        let main = format!("<{prefix}document {declared}=\"{space}\">{}</{prefix}document>", body(prefix));
        let rels = RELATIONS.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        );
        let is_strict = name == "strict";
        let original = docx(&main, &[("word/_rels/document.xml.rels", if is_strict { &rels } else { RELATIONS })]);
        let out = commented(&original, &[comment(1, Some("正文"), "一")]);
        assert_eq!(commented_text(&text_of(&out, "word/document.xml").unwrap(), 0), "正文", "{name}");
        let comments = text_of(&out, "word/comments.xml").unwrap();
        assert!(comments.contains(space), "{name}: {comments}");
        let relations = text_of(&out, "word/_rels/document.xml.rels").unwrap();
        assert_eq!(
            relations.contains("purl.oclc.org/ooxml/officeDocument/relationships/comments"),
            is_strict,
            "{name}"
        );
    }
}

#[test]
fn a_package_without_what_word_needs_is_refused_in_one_line() {
    let main = document(&p("", "正文"));
    let bare = package(&[("word/document.xml", main.as_str())]);
    let reading = read(&bare, "a.docx");
    let error =
        formats::commented(&bare, &reading.anchors, &[comment(1, None, "一")], &AUTHOR).unwrap_err().to_string();
    assert!(error.contains("[Content_Types].xml") && !error.contains('\n'), "{error}");
    for bytes in [&bare[..bare.len() / 2], b"no package", b""] {
        assert!(formats::commented(bytes, &reading.anchors, &[], &AUTHOR).is_err());
    }
}

#[test]
fn many_comments_cost_no_more_than_their_number() {
    let n = 2_000;
    let original = docx(&document(&each(0..n, |at| p("", &format!("第{at}项任务")))), &[]);
    let comments: Vec<Comment> =
        (1..=n).flat_map(|line| [comment(line, Some("任务"), "一"), comment(line, None, "二")]).collect();
    let out = commented(&original, &comments);
    assert_eq!(text_of(&out, "word/comments.xml").unwrap().matches("<w:comment ").count(), 2 * n);
}

/// What may stand in a paragraph.
fn pieces() -> impl Strategy<Value = String> {
    let text = prop::sample::select(vec!["甲", "2030年", " ", "≥81岁", "甲&amp;乙", "", "&#x4e59;", "<![CDATA[丙]]>"]);
    let leaf =
        text.prop_map(|text| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"));
    let marks = prop::sample::select(vec![
        "<w:bookmarkStart w:id=\"3\" w:name=\"a\"/>".to_owned(),
        "<w:r><w:tab/><w:br/></w:r>".to_owned(),
        "<w:commentRangeStart w:id=\"5\"/>".to_owned(),
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".to_owned(),
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>".to_owned(),
        "<!-- 注 -->".to_owned(),
    ]);
    prop_oneof![leaf, marks].prop_recursive(3, 12, 4, |inner| {
        let inner = prop::collection::vec(inner, 0..4).prop_map(|parts| parts.concat());
        prop_oneof![
            inner.clone().prop_map(|inner| format!("<w:hyperlink>{inner}</w:hyperlink>")),
            inner.clone().prop_map(|inner| format!("<w:ins w:id=\"1\">{inner}</w:ins>")),
            inner.clone().prop_map(|inner| format!("<w:del w:id=\"2\">{inner}</w:del>")),
            inner.prop_map(|inner| format!(
                "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{inner}</w:p></w:txbxContent></v:textbox></w:pict></w:r>"
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(64), ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_document_comments_change_nothing_else(
        paragraphs in prop::collection::vec(prop::collection::vec(pieces(), 0..5), 1..6),
        wanted in prop::collection::vec((0_usize..9, prop::option::of(prop::sample::select(vec!["甲", "2030年", "甲&乙", "丁", ""]))), 0..6),
    ) {
        let paragraph = |pieces: Vec<String>| match pieces.len() {
            0 => "<w:p/>".to_owned(),
            1 => table(&[&[("", "格"), ("", "81")]]),
            _ => format!("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>{}</w:p>", pieces.concat()),
        };
        let body: String = std::iter::once(p("", "题")).chain(paragraphs.into_iter().map(paragraph)).collect();
        let main = document(&body);
        let original = docx(&main, &[]);
        let comments: Vec<Comment> = wanted.iter().map(|(line, quote)| comment(*line, *quote, "说")).collect();
        let reading = read(&original, "稿.docx");
        let out = formats::commented(&original, &reading.anchors, &comments, &AUTHOR).expect("a document of Word");
        prop_assert_eq!(&read(&out, "稿.docx").text, &reading.text);
        let changed = text_of(&out, "word/document.xml").unwrap_or_default();
        let n_before = main.matches("commentRangeStart").count();
        prop_assert_eq!(changed.matches("<w:commentReference ").count(), comments.len());
        prop_assert_eq!(changed.matches("commentRangeStart").count(), n_before + comments.len());
        prop_assert!(roxmltree::Document::parse(&changed).is_ok(), "{}", changed);
        if n_before == 0 {
            prop_assert_eq!(without_marks(&changed, "w:"), main);
        }
    }
}
