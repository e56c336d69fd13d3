//! Workbooks: cells as they are shown.

use super::writers::xlsx;
use super::{read, remarks};

#[test]
fn cells_are_read_as_they_are_shown() {
    let styles = r#"<numFmts><numFmt numFmtId="164" formatCode="0.0&quot;岁&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="31"/></cellXfs>"#;
    let sheet = r#"<sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c></row>
        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="inlineStr"><is><r><t>完成</t></r><r><t>时限</t></r></is></c></row>
        <row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" s="2"><f>A1*2</f><v>80.25</v></c><c r="C4" s="3"><v>46023</v></c></row>
        <row r="5"><c r="A5" t="str"><v>接种率</v></c><c r="B5" s="1"><v>0.95</v></c><c r="C5" t="e"><v>#REF!</v></c></row>
        <row r="6"><c r="A6" t="s"><v>4</v></c><c r="B6"><v>3</v></c><c r="C6" t="b"><v>1</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>"#;
    let bytes = xlsx(
        &[(r#"name="Sheet1""#, sheet)],
        styles,
        &["表1 主要指标", "指标", "2030年", "人均&#10;预期寿命", "死亡率"],
    );
    let reading = read(&bytes, "a.xlsx");
    assert_eq!(
        reading.text,
        "表1 主要指标\n指标\t2030年\t完成时限\n人均 预期寿命\t80.3岁\t2026年1月1日\n接种率\t95%\t#REF!\n死亡率\t3\tTRUE\n"
    );
    assert_eq!(remarks(&reading), "有 1 格是公式错误，照原样写出");
}

#[test]
fn merged_cells_and_what_is_hidden() {
    let cell = |name: &str, text: &str| format!(r#"<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let sheet = format!(
        r#"<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1">{}{}{}{}</row><row r="2">{}{}</row><row r="3" hidden="1">{}</row><row r="4">{}</row></sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B2"/></mergeCells>"#,
        cell("A1", "任务"),
        cell("B1", "措施"),
        cell("C1", "内部备注"),
        cell("D1", "责任单位"),
        cell("A2", "健康促进"),
        cell("D2", "市卫生健康局"),
        cell("D3", "隐藏的行"),
        cell("D4", "市教育局"),
    );
    let bytes = xlsx(&[(r#"name="任务分工表""#, &sheet), (r#"name="草稿" state="hidden""#, &sheet)], "", &[]);
    let reading = read(&bytes, "a.xlsx");
    assert_eq!(reading.text, "任务分工表\n任务\t措施\t责任单位\n健康促进\t\t市卫生健康局\n健康促进\t\t市教育局\n");
    assert_eq!(remarks(&reading), "隐藏的工作表 1 张、隐藏的行列 2 处未读入");
}

#[test]
fn cells_far_apart_take_no_room_between_them() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>"#;
    assert_eq!(read(&xlsx(&[(r#"name="Sheet1""#, sheet)], "", &[]), "a.xlsx").text, "1\t\n\t2\n");
}

#[test]
fn workbooks_of_another_writer() -> Result<(), rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let format = |code: &str| rust_xlsxwriter::Format::new().set_num_format(code);
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "表1 主要指标", &rust_xlsxwriter::Format::new())?;
    for (column, header) in ["领域", "指标", "2025年", "2030年"].into_iter().enumerate() {
        sheet.write(1, u16::try_from(column).unwrap_or_default(), header)?;
    }
    sheet.merge_range(2, 0, 3, 0, "健康水平", &rust_xlsxwriter::Format::new())?;
    sheet.write(2, 1, "人均预期寿命（岁）")?.write(2, 2, 79.6)?.write_with_format(2, 3, 80.0, &format("0.0"))?;
    sheet.write(3, 1, "达标率")?.write_with_format(3, 2, 0.905, &format("0.0%"))?;
    sheet.write_with_format(3, 3, 1_234.5, &format("#,##0.00"))?;
    sheet.write_with_format(4, 1, "完成\n时限", &rust_xlsxwriter::Format::new().set_text_wrap())?;
    sheet.write_with_format(4, 2, 46_387, &format("yyyy\"年\"m\"月\""))?;
    sheet.write_formula(4, 3, rust_xlsxwriter::Formula::new("=1+1").set_result("2"))?;
    let reading = read(&book.save_to_buffer()?, "a.xlsx");
    assert_eq!(
        reading.text,
        "表1 主要指标\n领域\t指标\t2025年\t2030年\n健康水平\t人均预期寿命（岁）\t79.6\t80.0\n健康水平\t达标率\t90.5%\t1,234.50\n\t完成 时限\t2026年12月\t2\n"
    );
    Ok(())
}
