//! A sheet as a Markdown table.

use super::Sheet;

/// The sheet as Markdown; `|` and line ends inside cells are written so that the table holds.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', "<br>")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(sheet.width()));
    let rows: String = sheet.rows.iter().map(|row| line(row)).collect();
    format!("{}{rule}{rows}", line(&sheet.header))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table() {
        let mut sheet = Sheet::new(["部门", "任务"]);
        sheet.push(["甲|乙".to_owned(), "一\n二".to_owned()]);
        assert_eq!(markdown(&sheet), "| 部门 | 任务 |\n| --- | --- |\n| 甲\\|乙 | 一<br>二 |\n");
    }
}
