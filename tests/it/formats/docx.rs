//! Documents of Word: what Word shows of them is what is read.

use super::writers::{docx, p, package, part, run, table};
use super::{read, remarks};

fn check(body: &str, others: &[(&str, &str)], expected: &str) {
    assert_eq!(read(&docx(body, others), "plan.docx").text, expected);
}

/// A list of one level.
fn list(kind: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    )
}

fn numbered(num_id: u32, level: usize, text: &str) -> String {
    p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>"#), text)
}

#[test]
fn paragraphs_and_what_stands_in_them() {
    let body = [
        p("", "健康江海行动"),
        p("", ""),
        format!("<w:p>{}<w:r><w:br/></w:r>{}</w:p>", run("第一行"), run("第二行")),
        format!("<w:p>{}<w:r><w:tab/><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>", run("甲 &amp; 乙")),
        "<w:p><w:r><w:t>每</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>10</w:t></w:r><w:smartTag><w:r><w:t>万</w:t></w:r></w:smartTag></w:p>".to_owned(),
        "<w:sdt><w:sdtPr><w:alias w:val=\"不是\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>".to_owned(),
    ]
    .concat();
    check(&body, &[], "健康江海行动\n第一行\n第二行\n甲 &amp; 乙\t-☑\n每¹⁰万\n链接x=1\n");
}

#[test]
fn each_kind_of_numbers_is_written_as_word_writes_it() {
    for (kind, text, expected) in [
        ("chineseCounting", "%1、", ["一、甲", "二、甲", "三、甲"]),
        ("chineseCountingThousand", "（%1）", ["（一）甲", "（二）甲", "（三）甲"]),
        ("japaneseCounting", "第%1章", ["第一章 甲", "第二章 甲", "第三章 甲"]),
        ("decimal", "%1.", ["1. 甲", "2. 甲", "3. 甲"]),
        ("decimal", "%1．", ["1．甲", "2．甲", "3．甲"]),
        ("decimalEnclosedCircle", "%1", ["① 甲", "② 甲", "③ 甲"]),
        ("decimalEnclosedCircleChinese", "%1", ["① 甲", "② 甲", "③ 甲"]),
        ("upperLetter", "%1.", ["A. 甲", "B. 甲", "C. 甲"]),
        ("lowerRoman", "%1)", ["i) 甲", "ii) 甲", "iii) 甲"]),
        ("ideographTraditional", "%1、", ["甲、甲", "乙、甲", "丙、甲"]),
        ("ideographEnclosedCircle", "%1", ["㈠ 甲", "㈡ 甲", "㈢ 甲"]),
        ("decimalZero", "%1-", ["01- 甲", "02- 甲", "03- 甲"]),
        ("bullet", "\u{f06c}", ["● 甲", "● 甲", "● 甲"]),
        ("bullet", "—", ["— 甲", "— 甲", "— 甲"]),
        ("none", "%1", ["甲", "甲", "甲"]),
        ("none", "注：", ["注：甲", "注：甲", "注：甲"]),
    ] {
        let body: String = (0..3).map(|_| numbered(1, 0, "甲")).collect();
        check(&body, &[("numbering", &list(kind, text, ""))], &format!("{}\n", expected.join("\n")));
    }
}

#[test]
fn what_stands_behind_a_number() {
    for (gap, text, expected) in [
        ("nothing", "%1.", "1.甲\n"),
        ("space", "%1.", "1. 甲\n"),
        ("tab", "第%1节", "第1节 甲\n"),
        ("nothing", "第%1节", "第1节甲\n"),
        ("tab", "%1、", "1、甲\n"),
    ] {
        check(
            &numbered(1, 0, "甲"),
            &[("numbering", &list("decimal", text, &format!("<w:suff w:val=\"{gap}\"/>")))],
            expected,
        );
    }
    // A number and a value never run together.
    check(
        &numbered(1, 0, "5个中心"),
        &[("numbering", &list("decimal", "%1.", "<w:suff w:val=\"nothing\"/>"))],
        "1. 5个中心\n",
    );
}

/// Three levels: 一、, （一）, 1., each with `more` in its definition.
fn outline(more: [&str; 3]) -> String {
    let level = |(at, (kind, text)): (usize, (&str, &str))| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{}<w:lvlText w:val="{text}"/></w:lvl>"#,
            more[at]
        )
    };
    let kinds = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")];
    let levels: String = kinds.into_iter().enumerate().map(level).collect();
    format!(
        r#"<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>"#
    )
}

/// The numbers that lists and levels give, one after the other.
fn counted(steps: &[(u32, usize)], numbering: &str) -> String {
    let body: String = steps.iter().map(|(num_id, level)| numbered(*num_id, *level, "。")).collect();
    read(&docx(&body, &[("numbering", numbering)]), "plan.docx")
        .text
        .replace(['。', '\n'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn levels_begin_again_behind_those_above() {
    let steps = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2), (1, 1)];
    for (more, expected) in [
        (["", "", ""], "一、 （一） （二） 1. 2. （三） 1. 二、 1. （二）"),
        // Never, and only behind the first level.
        (["", "", r#"<w:lvlRestart w:val="0"/>"#], "一、 （一） （二） 1. 2. （三） 3. 二、 4. （二）"),
        (["", "", r#"<w:lvlRestart w:val="1"/>"#], "一、 （一） （二） 1. 2. （三） 3. 二、 1. （二）"),
        (["", r#"<w:lvlRestart w:val="0"/>"#, ""], "一、 （一） （二） 1. 2. （三） 1. 二、 1. （四）"),
    ] {
        assert_eq!(counted(&steps, &outline(more)), expected, "{more:?}");
    }
}

#[test]
fn lists_over_one_definition_count_on_together() {
    let numbering = outline(["", "", ""]);
    // A list that says where it starts does so once; the others go on from there.
    let steps = [(1, 0), (3, 0), (2, 0), (2, 0), (1, 0), (2, 0)];
    assert_eq!(counted(&steps, &numbering), "一、 二、 八、 九、 十、 十一、");
}

#[test]
fn numbers_of_levels_above() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:lvlOverride></w:num>"#;
    // A level above that has not been counted counts as begun.
    assert_eq!(counted(&[(1, 1), (1, 2), (1, 0), (1, 2), (4, 1)], numbering), "II.1 2.1.1 III 3.1.1 b)");
}

#[test]
fn styles_number_and_make_headings() {
    let styles = r#"
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="a"/></w:style>
        <w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的条目"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let numbering = outline(["", "", r#"<w:pStyle w:val="own"/>"#]);
    let style = |id: &str, more: &str| format!(r#"<w:pStyle w:val="{id}"/>{more}"#);
    let off = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>"#;
    let body = [
        p(&style("1", ""), "总体要求"),
        p(&style("2", ""), "指导思想"),
        p(&style("own", ""), "条目"),
        p(&style("2", off), "没有编号的标题"),
        p(&style("1", off), "二、手写编号"),
        p(&style("3", ""), "按样式名"),
        p(&style("3", r#"<w:outlineLvl w:val="9"/>"#), "正文"),
        p(r#"<w:outlineLvl w:val="0"/>"#, "按大纲级别"),
        p(&style("3", ""), "这是一个句子，样式用错了。"),
        p(&style("1", ""), "主要任务"),
    ]
    .concat();
    check(
        &body,
        &[("numbering", &numbering), ("styles", styles)],
        "一、总体要求\n（一）指导思想\n1. 条目\n## 没有编号的标题\n二、手写编号\n### 按样式名\n正文\n# 按大纲级别\n这是一个句子，样式用错了。\n二、主要任务\n",
    );
}

#[test]
fn lists_that_refer_to_a_style() {
    let numbering = r#"
        <w:abstractNum w:abstractNumId="0"><w:styleLink w:val="outline"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="任务%1："/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="outline"/></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#;
    let styles = r#"<w:style w:type="numbering" w:styleId="outline"><w:name w:val="o"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let body = [numbered(2, 0, "甲"), numbered(2, 0, "乙")].concat();
    check(&body, &[("numbering", numbering), ("styles", styles)], "任务1：甲\n任务2：乙\n");
}

#[test]
fn unknown_kinds_of_numbers_are_said() {
    let reading = read(&docx(&numbered(1, 0, "甲"), &[("numbering", &list("hindiVowels", "%1、", ""))]), "a.docx");
    assert_eq!(reading.text, "1、甲\n");
    assert_eq!(remarks(&reading), "自动编号的样式“hindiVowels”不认识，以阿拉伯数字写出");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let mark = |what: &str| format!("<w:rPr><w:{what} w:id=\"1\"/></w:rPr>");
    let body = [
        format!(
            "<w:p>{}<w:ins w:id=\"1\">{}</w:ins><w:del w:id=\"2\"><w:r><w:delText>70</w:delText></w:r></w:del>{}</w:p>",
            run("预期寿命"),
            run("80"),
            run("岁")
        ),
        // A deleted mark: the next paragraph goes on in the line, with its number.
        p(&mark("del"), "前半"),
        p("", "后半"),
        format!("<w:p><w:moveFrom w:id=\"3\">{}</w:moveFrom></w:p><w:p><w:moveTo w:id=\"4\">{}</w:moveTo></w:p>", run("移走"), run("移来")),
        "<w:tbl><w:tr><w:trPr><w:del w:id=\"5\"/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
        "<w:p><w:pPr><w:pPrChange w:id=\"6\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>不再编号</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let reading = read(&docx(&body, &[("numbering", &list("decimal", "%1.", ""))]), "a.docx");
    assert_eq!(reading.text, "预期寿命80岁\n前半后半\n移来\n甲\t乙\n\n不再编号\n");
    assert_eq!(remarks(&reading), "有修订标记，按全部接受读入：插入 2 处，删除 4 处");
}

#[test]
fn hidden_text_and_codes_of_fields_are_left_out() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let nested = field.replace("PAGEREF _Toc1 \\h </w:instrText></w:r>", &format!("IF </w:instrText></w:r>{field}"));
    let drawn = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>CODE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let styles = r#"<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>"#;
    let body = [
        format!("<w:p>{}{field}</w:p>", run("一、背景\t")),
        format!("<w:p>{}{nested}</w:p>", run("嵌套：")),
        format!("<w:p><w:fldSimple w:instr=\"SEQ\">{}</w:fldSimple></w:p>", run("表1")),
        format!("<w:p>{}{}</w:p>", drawn.replace("CODE", "eq \\o\\ac(○,3)"), run("内容")),
        format!(
            "<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>也是</w:t></w:r></w:p>",
            run("看得见")
        ),
        "<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>".to_owned(),
    ]
    .concat();
    let reading = read(&docx(&body, &[("styles", styles)]), "a.docx");
    assert_eq!(reading.text, "一、背景\t12\n嵌套：12\n表1\n③内容\n看得见甲\n");
    assert_eq!(remarks(&reading), "隐藏文字 5 字未读入；批注 1 条未读入");
}

#[test]
fn text_boxes_are_read_once() {
    let content = format!("<w:txbxContent>{}{}</w:txbxContent>", p("", "专栏1 重点项目"), p("", "内容。"));
    let shape = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let old = format!("<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>");
    let picture = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    for (shape, said) in [(shape.as_str(), ""), (&old, ""), (&format!("{old}{picture}"), "图片 1 幅，其中的文字未读入")]
    {
        let reading = read(&docx(&format!("<w:p>{}{shape}{}</w:p>", run("前"), run("后")), &[]), "a.docx");
        assert_eq!(reading.text, "前后\n专栏1 重点项目\n内容。\n");
        assert_eq!(remarks(&reading), said);
    }
}

#[test]
fn footnotes_stand_behind_their_paragraph_or_table() {
    let note = |id: u32, text: &str| {
        format!("<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>", run(text))
    };
    let notes = [
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>".to_owned(),
        note(1, " 户籍人口。"),
        note(2, "初步数。"),
    ]
    .concat();
    let reference = |id: u32| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let body = [
        format!("<w:p>{}{}{}</w:p>", run("死亡率"), reference(1), run("下降。")),
        table(&[&[("", "指标"), ("", "值")], &[("", "寿命"), ("", "80")]])
            .replace("80</w:t></w:r>", &format!("80</w:t></w:r>{}", reference(2))),
        p("", "后文。"),
    ]
    .concat();
    check(
        &body,
        &[("footnotes", &notes)],
        "死亡率下降。\n注1：户籍人口。\n指标\t值\n寿命\t80\n\n注2：初步数。\n后文。\n",
    );
}

#[test]
fn tables_with_merged_cells() {
    const DOWN: &str = "<w:vMerge w:val=\"restart\"/>";
    const ON: &str = "<w:vMerge/>";
    const TWO: &str = "<w:gridSpan w:val=\"2\"/>";
    let body = [
        table(&[
            &[(DOWN, "领域"), (DOWN, "指标"), (TWO, "目标")],
            &[(ON, ""), (ON, ""), ("", "2025年"), ("", "2030年")],
            &[(DOWN, "健康水平"), ("", "预期寿命"), (TWO, "保持先进")],
            &[(ON, ""), ("", "死亡率"), ("", "3"), ("", "2")],
            &[("<w:gridSpan w:val=\"4\"/>", "注：初步数。")],
        ]),
        p("", "后文"),
        table(&[&[("", "专栏2")], &[("", "1.甲")]]),
        table(&[&[("", "甲"), ("", "乙")], &[("", "丙"), ("", "丁")]]).replacen(
            "<w:tr>",
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>",
            1,
        ),
    ]
    .concat();
    check(
        &body,
        &[],
        "领域\t指标\t目标\t\n\t\t2025年\t2030年\n健康水平\t预期寿命\t保持先进\t保持先进\n健康水平\t死亡率\t3\t2\n注：初步数。\n\n后文\n专栏2\n1.甲\n\t甲\t乙\n丙\t丁\t\n",
    );
}

#[test]
fn lines_know_their_paragraphs() {
    let body = [
        p("", "甲"),
        p("", ""),
        p("<w:rPr><w:del w:id=\"1\"/></w:rPr>", "乙"),
        p("", "丙"),
        table(&[&[("", "丁"), ("", "戊")], &[("", "己"), ("", "庚")]]),
        p("", "辛"),
    ]
    .concat();
    let reading = read(&docx(&body, &[]), "a.docx");
    assert_eq!(reading.text, "甲\n乙丙\n丁\t戊\n己\t庚\n\n辛\n");
    let anchors: Vec<Option<(u32, u32)>> =
        (1..=7).map(|line| reading.anchors.of_line(line).map(|anchor| (anchor.first, anchor.last))).collect();
    assert_eq!(anchors, [Some((0, 0)), Some((2, 3)), Some((4, 5)), Some((6, 7)), None, Some((8, 8)), None]);
}

#[test]
fn other_prefixes_and_the_strict_form_are_read_too() {
    let strict = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>正文</x:t></x:r></x:p></x:body></x:document>";
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let bytes = super::writers::package(&[("_rels/.rels", rels), ("word/document2.xml", strict)]);
    assert_eq!(read(&bytes, "a").text, "正文\n");
}

#[test]
fn a_table_of_indicators_is_imported_with_its_columns() {
    const DOWN: &str = "<w:vMerge w:val=\"restart\"/>";
    const ON: &str = "<w:vMerge/>";
    const TWO: &str = "<w:gridSpan w:val=\"2\"/>";
    let body = [
        p("", "一、目标"),
        p("", "主要指标"),
        table(&[
            &[(DOWN, "领域"), (DOWN, "序号"), (DOWN, "指标"), (TWO, "目标值"), (DOWN, "性质")],
            &[(ON, ""), (ON, ""), (ON, ""), ("", "2025年"), ("", "2030年"), (ON, "")],
            &[(DOWN, "健康水平"), ("", "1"), ("", "人均预期寿命（岁）"), ("", "79"), ("", "80"), ("", "预期性")],
            &[(ON, ""), ("", "2"), ("", "婴儿死亡率（‰）"), (TWO, "保持先进水平"), ("", "预期性")],
        ]),
        p("", "二、任务"),
    ]
    .concat();
    let plan = super::super::fixtures::import("jianghai-155.txt", &read(&docx(&body, &[]), "jianghai-155.docx").text);
    let table = plan.tables().next().expect("there is a table");
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(headers, ["领域", "序号", "指标", "目标值 2025年", "目标值 2030年", "性质"]);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let rows = table.rows.iter().map(|row| {
        format!("{} {} {}", text(&row.domain), row.name, row.cells.iter().map(text).collect::<Vec<_>>().join(" "))
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        ["健康水平 人均预期寿命（岁） 79 80", "健康水平 婴儿死亡率（‰） 保持先进水平 保持先进水平"]
    );
    assert_eq!(*plan.findings, []);
}

#[test]
fn headers_and_footers_are_left_out_and_said_once() {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: u32, what: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{kind}/{what}\" Target=\"{target}\"/>")
    };
    let relations = [
        relation(1, "header", "header1.xml"),
        relation(2, "header", "header2.xml"),
        relation(3, "footer", "footer1.xml"),
    ]
    .concat();
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>"
    );
    let document = part("document", &format!("<w:body>{}<w:sectPr/></w:body>", p("", "一、目标")));
    let header = part("hdr", &p("", "江海市健康规划（送审稿）"));
    let footer = part("ftr", &format!("{}{}", p("", "— 3 —"), p("", "市卫生健康局印")));
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", relations.as_str()),
        ("word/header1.xml", header.as_str()),
        ("word/header2.xml", header.as_str()),
        ("word/footer1.xml", footer.as_str()),
    ];
    let reading = read(&package(&parts), "a.docx");
    assert_eq!(reading.text, "一、目标\n");
    assert_eq!(remarks(&reading), "页眉、页脚未读入：江海市健康规划（送审稿）；市卫生健康局印");
}
