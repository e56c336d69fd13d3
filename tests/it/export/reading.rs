//! Nodes as documents, and tables made for paper: what Word, a page and Markdown hold of them.

use super::{Document, Node, csv_cells, file, part, printed, run, table_cells, text, xlsx_cells};

/// The paragraphs of a Word document outside its tables, with their styles.
fn paragraphs(document: &Document) -> Vec<(String, String)> {
    let body = document.root_element().first_element_child().expect("a body");
    let style = |paragraph: Node| {
        let found = paragraph.descendants().find(|node| node.tag_name().name() == "pStyle");
        found.and_then(|node| node.attributes().next()).map(|value| value.value().to_owned()).unwrap_or_default()
    };
    let own = body.children().filter(|node| node.tag_name().name() == "p");
    own.map(|paragraph| (style(paragraph), text(paragraph))).collect()
}

/// The rows that `show` prints as JSON.
fn rows(arguments: &[&str]) -> Vec<serde_json::Value> {
    serde_json::from_slice(&file(arguments, "json")).expect("JSON")
}

/// All texts in the field `inner` of the objects in the field `outer`.
fn texts(rows: &[serde_json::Value], outer: &str, inner: &str) -> Vec<String> {
    let list = |row: &serde_json::Value| row[outer].as_array().cloned().expect("a list");
    rows.iter().flat_map(list).map(|one| one[inner].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn a_chapter_in_word_has_its_headings_paragraphs_and_clauses() {
    for (node, title) in [("yunfu-2030/3.1", "（一）实施健康知识普及行动"), ("qingyuan-2030/3", "")] {
        let arguments = ["show", node, "--deep"];
        let nodes = rows(&arguments);
        let document = part(file(&arguments, "docx"), "word/document.xml");
        let document = Document::parse(&document).expect("well-formed XML");
        let found = paragraphs(&document);
        assert_eq!(found[0].0, "Title");
        assert!(title.is_empty() || found[0].1 == title, "{:?}", found[0]);
        let styled = |style: &str| -> Vec<&str> {
            found.iter().filter(|(one, _)| one.starts_with(style)).map(|(_, text)| text.as_str()).collect()
        };
        let headings = styled("Heading");
        let below: Vec<&str> = nodes.iter().skip(1).filter_map(|node| node["title"].as_str()).collect();
        assert_eq!(headings.len(), below.len() + 1, "one more for the targets: {headings:?}");
        assert!(headings.iter().zip(&below).all(|(heading, title)| heading.ends_with(title)), "{headings:?}");
        let body = styled("BodyText");
        let clauses = texts(&nodes, "responsible", "raw");
        for wanted in texts(&nodes, "paragraphs", "text") {
            assert!(body.contains(&wanted.as_str()), "{wanted}");
        }
        assert!(clauses.iter().all(|clause| body.iter().any(|text| text.contains(clause))), "{clauses:?}");
        assert!(!body.iter().any(|text| text.contains("责任单位：（责任单位")));
        // The targets stand in one table at the end, a row each.
        let n_targets = texts(&nodes, "targets", "metric").len();
        let tables = table_cells(document.input_text(), "tr", &["tc"]);
        assert_eq!(tables.len(), n_targets + 1, "{node}");
        let size = document.descendants().find(|node| node.tag_name().name() == "pgSz").expect("a page");
        assert!(size.attributes().any(|attribute| attribute.value() == "portrait"));
    }
}

#[test]
fn a_whole_plan_is_a_document() {
    let nodes = rows(&["show", "湘桥", "--deep"]);
    let tree = rows(&["tree", "--plan", "湘桥"]);
    assert_eq!(nodes.len(), tree.len());
    let page = String::from_utf8(run(&["show", "湘桥", "--deep", "--format", "html"]).stdout).expect("UTF-8");
    assert!(page.contains("size: A4 portrait") && page.contains("（征求意见稿）</h1>"));
    let printed_rows: usize = nodes
        .iter()
        .flat_map(|node| node["tables"].as_array().expect("tables"))
        .map(|table| table["rows"].as_array().expect("rows").len() + 1)
        .sum();
    let cells = table_cells(&page, "tr", &["td", "th"]);
    let n_targets = texts(&nodes, "targets", "metric").len();
    assert_eq!(cells.len(), printed_rows + n_targets + 1);
    let text = String::from_utf8(run(&["show", "湘桥", "--deep", "--format", "md"]).stdout).expect("UTF-8");
    assert!(text.starts_with("# ") && text.contains("\n## 一、") && text.contains("\n### （一）"), "{text}");
    // Without `--deep` it is the outline, as before.
    assert_eq!(rows(&["show", "湘桥"]), tree);
}

#[test]
fn a_comparison_to_hand_in_has_no_empty_column() {
    for indicator in ["婴儿死亡率", "人均预期寿命", "居民健康素养水平"] {
        let cells = printed(&xlsx_cells(file(&["compare", indicator], "xlsx")));
        let all = csv_cells(&file(&["compare", indicator], "csv"));
        // Targets of the text that only repeat a table are left out.
        assert!(cells.len() > 5 && cells.len() <= all.len(), "{:?}", cells[0]);
        let key = |heads: &[String], row: &[String]| -> Vec<String> {
            let at = |name: &str| heads.iter().position(|head| head == name).expect("a column");
            ["规划", "来源", "行"].iter().map(|name| row[at(name)].clone()).collect()
        };
        for (at, header) in cells[0].iter().enumerate() {
            assert!(cells.iter().skip(1).any(|row| !row[at].is_empty()), "{header}");
            // A number stands without its sign and its remark, which have columns of their own.
            let is_beside = header.ends_with("比较符") || header.ends_with("备注");
            let Some(column) = all[0].iter().position(|one| one == header).filter(|_| !is_beside) else {
                assert!(is_beside, "{header} is no column of the CSV");
                continue;
            };
            for row in &cells[1..] {
                let wanted = key(&cells[0], row);
                let is_it = |whole: &&Vec<String>| key(&all[0], whole) == wanted && whole[column].contains(&row[at]);
                assert!(all[1..].iter().any(|whole| is_it(&whole)), "{header}: {row:?}");
            }
        }
    }
}

#[test]
fn findings_quote_one_place_a_line_and_say_what_they_are() {
    let findings = rows(&["check", "--plan", "佛山"]);
    let bytes = file(&["check", "--plan", "佛山"], "docx");
    let document = part(bytes, "word/document.xml");
    let cells = table_cells(&document, "tr", &["tc"]);
    let at = cells[0].iter().position(|header| header == "原文").expect("a column");
    assert_eq!(cells.len(), findings.len() + 1);
    for (finding, row) in findings.iter().zip(cells.iter().skip(1)) {
        let quotes = finding["evidence"].as_array().expect("quotes").iter().map(|one| one.as_str().expect("a quote"));
        assert_eq!(row[at].lines().collect::<Vec<_>>(), quotes.collect::<Vec<_>>());
    }
    assert!(document.contains("只指出各处不同"));
}

#[test]
fn indicators_stand_by_plan_under_their_own_columns() {
    let all = rows(&["indicators"]);
    let document = part(file(&["indicators"], "docx"), "word/document.xml");
    let parsed = Document::parse(&document).expect("well-formed XML");
    let headings = paragraphs(&parsed).into_iter().filter(|(style, _)| style == "Heading1").count();
    let mut plans: Vec<&str> = all.iter().filter_map(|row| row["plan"].as_str()).collect();
    plans.dedup();
    assert_eq!(headings, plans.len());
    let cells = table_cells(&document, "tr", &["tc"]);
    assert_eq!(cells.len(), all.len() + plans.len());
    let values = all.iter().flat_map(|row| row["values"].as_array().expect("values"));
    let n_printed = values.filter(|value| value["raw"].as_str().is_some_and(|raw| !raw.is_empty())).count();
    let n_values: usize = {
        let fixed = ["领域", "序号", "指标", "计量单位", "性质", "行"];
        let mut header: &[String] = &[];
        cells.iter().fold(0, |n, row| {
            if row.last().is_some_and(|cell| cell == "行") {
                header = row;
                return n;
            }
            n + row
                .iter()
                .zip(header)
                .filter(|(cell, head)| !fixed.contains(&head.as_str()) && !cell.is_empty())
                .count()
        })
    };
    assert_eq!(n_values, n_printed, "every printed value has a cell");
}
