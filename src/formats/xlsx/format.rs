//! What a cell shows of its value by its number format: 0.95 as 95%, 46023 as 2026年1月1日.

mod code;
mod date;
mod piece;

use std::collections::HashMap;

use crate::formats::limits;
use crate::formats::package::Package;
use crate::formats::unreadable::Unreadable;
use crate::formats::xlsx::format::code::Code;
use crate::formats::xml::{Event, Ns, Xml};

/// The formats that have numbers of their own, as Excel shows them in China (ECMA-376, part 1, 18.8.30).
const BUILT_IN: [(u32, &str); 41] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (14, "yyyy/m/d"),
    (15, "yyyy/m/d"),
    (16, "m/d"),
    (17, "yyyy/m"),
    (18, "h:mm"),
    (19, "h:mm:ss"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "yyyy/m/d h:mm"),
    (27, "yyyy\"年\"m\"月\""),
    (28, "m\"月\"d\"日\""),
    (29, "m\"月\"d\"日\""),
    (30, "m/d/yy"),
    (31, "yyyy\"年\"m\"月\"d\"日\""),
    (32, "h\"时\"mm\"分\""),
    (33, "h\"时\"mm\"分\"ss\"秒\""),
    (36, "yyyy\"年\"m\"月\""),
    (37, "#,##0;-#,##0"),
    (38, "#,##0;-#,##0"),
    (39, "#,##0.00;-#,##0.00"),
    (40, "#,##0.00;-#,##0.00"),
    (41, "#,##0"),
    (42, "¥#,##0"),
    (43, "#,##0.00"),
    (44, "¥#,##0.00"),
    (45, "mm:ss"),
    (46, "h:mm:ss"),
    (50, "yyyy\"年\"m\"月\""),
    (51, "m\"月\"d\"日\""),
    (52, "yyyy\"年\"m\"月\""),
    (53, "m\"月\"d\"日\""),
    (54, "m\"月\"d\"日\""),
    (57, "yyyy\"年\"m\"月\""),
    (58, "m\"月\"d\"日\""),
    (49, "@"),
];

/// The number formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// The format of each style of cells.
    styles: Vec<Option<Code>>,
    counts_from_1904: bool,
}

impl Formats {
    pub(super) fn read(package: &mut Package, part: &str, counts_from_1904: bool) -> Result<Self, Unreadable> {
        let mut formats = Self { styles: Vec::new(), counts_from_1904 };
        let Some(mut xml) = Xml::open(package, part)? else { return Ok(formats) };
        let mut own: HashMap<u32, String> = HashMap::new();
        let mut is_in_cells = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(Ns::Sheet, tag) => match tag.name() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.value("formatCode")) {
                            own.insert(id, code);
                        }
                    }
                    "cellXfs" => is_in_cells = true,
                    "xf" if is_in_cells && formats.styles.len() < limits::MOST_CELLS => {
                        let id = tag.number::<u32>("numFmtId").unwrap_or_default();
                        let built_in = || BUILT_IN.iter().find(|(own, _)| *own == id).map(|(_, code)| *code);
                        let code = own.get(&id).map(String::as_str).or_else(built_in);
                        formats.styles.push(code.and_then(Code::parse));
                    }
                    _ => {}
                },
                Event::End(Ns::Sheet, name) if name == "cellXfs" => is_in_cells = false,
                Event::Start(..) | Event::End(..) | Event::Text(_) => {}
            }
        }
        Ok(formats)
    }

    /// What a cell in this style shows of a value.
    pub(super) fn show(&self, value: &str, style: usize) -> String {
        let Ok(number) = value.parse::<f64>() else { return value.to_owned() };
        if !number.is_finite() {
            return value.to_owned();
        }
        match self.styles.get(style).and_then(Option::as_ref) {
            Some(code) => code.show(number, self.counts_from_1904),
            None => general(number),
        }
    }
}

/// A number as a cell without a format shows it: to ten places, as many as fit into a cell.
fn general(number: f64) -> String {
    const PLACES: usize = 10;
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded: f64 = format!("{number:.*e}", PLACES - 1).parse().unwrap_or(number);
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_the_format_has_them() {
        for (code, number, expected) in [
            ("0%", 0.95, "95%"),
            ("0.0%", 0.953_5, "95.4%"),
            ("0.00", 3.0, "3.00"),
            ("0.0", 0.35, "0.4"),
            ("0.00", 1.005, "1.01"),
            ("#,##0", 1_234_567.0, "1,234,567"),
            ("#,##0.##", 1234.5, "1,234.5"),
            ("0.0\"岁\"", 80.25, "80.3岁"),
            ("\"≥\"0", 62.0, "≥62"),
            ("≥0.0_ ", 6.5, "≥6.5"),
            ("[$¥-804]#,##0", 1200.0, "¥1,200"),
            ("0;-0;\"—\"", 0.0, "—"),
            ("0;(0)", -5.0, "(5)"),
            ("0.0", -0.04, "0.0"),
            ("000", 7.0, "007"),
            ("0,", 12_345.0, "12"),
            ("@", 12.5, "12.5"),
            ("General", 0.1 + 0.2, "0.3"),
            ("General\"张\"", 6.0, "6张"),
            ("yyyy\"年\"m\"月\"d\"日\"", 46_023.0, "2026年1月1日"),
            ("yyyy-mm-dd", 60.0, "1900-02-29"),
            ("yyyy/m/d h:mm", 46_023.5, "2026/1/1 12:00"),
            ("[Red]0.0;[Blue]-0.0", -1.25, "-1.3"),
            ("# ?/?", 0.5, "0.5"),
            ("0.00E+00", 12_345.0, "12345"),
        ] {
            let shown = Code::parse(code).map_or_else(|| general(number), |code| code.show(number, false));
            assert_eq!(shown, expected, "{code}");
        }
        assert_eq!(general("95.299999999999997".parse().unwrap()), "95.3");
        assert_eq!(general(1.0 / 3.0), "0.3333333333");
        assert_eq!(general(123_456_789_012.0), "123456789012");
    }
}
