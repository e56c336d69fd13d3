//! The ledger of execution (台账): a table that is written, filled in, read back and shown beside the plan.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use encoding_rs::GB18030;
use serde_json::Value;

const PLAN: &str = "江海市卫生健康“十五五”规划\n\n一、主要任务\n\n\
    （一）控制吸烟\n\n公共场所全面禁烟。到2028年，建成无烟单位300家。（责任单位：市教育局，完成时限：2026年底前）\n\n\
    （二）心理健康\n\n加强服务。（责任单位：市卫生健康局）\n\n二、主要指标\n\n\
    序号\t指标\t单位\t2025年\t2030年\n1\t居民健康素养水平\t%\t25\t35\n2\t婴儿死亡率\t‰\t3\t≤2.5\n";

struct Bureau {
    folder: tempfile::TempDir,
}

impl Bureau {
    fn new() -> Self {
        let bureau = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::write(bureau.path("jianghai-155.txt"), PLAN).expect("a file");
        assert_eq!(bureau.run(&["import", "jianghai-155.txt"]).status.code(), Some(0));
        bureau
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

    fn said(&self, arguments: &[&str], status: i32) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {said}");
        said
    }

    /// What is recorded, as `id year value status verdict`.
    fn recorded(&self) -> Vec<String> {
        let output = self.run(&["progress", "--format", "json"]);
        let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let word = |row: &Value| {
            let fields =
                ["id", "year", "value", "status", "verdict"].map(|field| row[field].to_string().replace('"', ""));
            fields.join(" ")
        };
        rows.iter().map(word).collect()
    }

    /// Writes the table to fill in, and puts these values into its rows: id, year, value, status.
    fn fill_in(&self, name: &str, values: &[[&str; 4]]) -> String {
        self.said(&["progress", "--plan", "jianghai-155", "-o", "台账.csv", "--force"], 0);
        let empty = fs::read_to_string(self.path("台账.csv")).expect("a file");
        let mut reader = csv::Reader::from_reader(empty.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let column = |head: &str| header.iter().position(|cell| cell == head).expect("the column");
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).expect("a row");
        for row in reader.records() {
            let mut cells: Vec<String> = row.expect("a row").iter().map(str::to_owned).collect();
            if let Some([_, year, value, status]) = values.iter().find(|values| cells[0] == values[0]) {
                (*year).clone_into(&mut cells[column("年份")]);
                (*value).clone_into(&mut cells[column("实际值")]);
                (*status).clone_into(&mut cells[column("状态")]);
            }
            writer.write_record(&cells).expect("a row");
        }
        let filled = String::from_utf8(writer.into_inner().expect("the rows")).expect("UTF-8");
        fs::write(self.path(name), GB18030.encode(&filled).0).expect("a file");
        filled
    }
}

#[test]
fn a_table_is_filled_in_read_back_and_judged_by_the_plans_own_path() {
    let bureau = Bureau::new();
    assert!(bureau.said(&["progress"], 1).contains("guihua progress import"));
    bureau.fill_in(
        "填好.csv",
        &[
            ["jianghai-155/t1.1", "2027", "29.5", ""],
            ["jianghai-155/t1.2", "2027年", "2.6", ""],
            ["jianghai-155/1.1", "", "", "正在推进"],
            ["jianghai-155/1.1#1", "2027", "310家", ""],
            ["jianghai-155/1.2", "", "", "已完成"],
        ],
    );
    assert!(bureau.said(&["progress", "import", "填好.csv"], 0).contains("新增 5 条"));
    let judged = [
        "jianghai-155/t1.1 2027 29.5 null on_path",
        "jianghai-155/t1.2 2027 2.6 null on_path",
        "jianghai-155/1.1#1 2027 310家 null met",
        "jianghai-155/1.1 null null 正在推进 null",
        "jianghai-155/1.2 null null 已完成 done",
    ];
    assert_eq!(bureau.recorded(), judged);
    // The same again changes nothing, in csv as in a workbook.
    assert!(bureau.said(&["progress", "import", "填好.csv"], 0).contains("未变 5 条"));
    bureau.said(&["progress", "--plan", "jianghai-155", "-o", "台账.xlsx"], 0);
    assert!(bureau.said(&["progress", "import", "台账.xlsx"], 0).contains("未变 5 条"));
    // What is behind, what is emptied, and what was before.
    fs::write(bureau.path("改.csv"), "编号,年份,实际值\njianghai-155/t1.1,2027,28.9\njianghai-155/t1.2,2027,\n")
        .unwrap();
    let said = bureau.said(&["progress", "import", "改.csv"], 0);
    assert!(said.contains("更改 1 条，删去 1 条"), "{said}");
    assert_eq!(bureau.recorded()[0], "jianghai-155/t1.1 2027 28.9 null behind");
    assert_eq!(bureau.recorded().len(), 4);
    bureau.said(&["progress", "restore"], 0);
    assert_eq!(bureau.recorded(), judged);
    // Beside the plan: in the ledger of tasks that is handed in, and nowhere in the plan itself.
    let tasks = String::from_utf8(bureau.run(&["tasks", "--plan", "jianghai-155", "--format", "csv"]).stdout).unwrap();
    assert!(tasks.contains("实施进展") && tasks.contains("正在推进") && tasks.contains("已完成"), "{tasks}");
    let dossier = ["dossier", "市教育局", "--plan", "jianghai-155", "--format"];
    for format in ["csv", "md", "html"] {
        let page = String::from_utf8(bureau.run(&[&dossier[..], &[format]].concat()).stdout).unwrap();
        assert!(page.contains("实施进展") && page.contains("正在推进"), "{format}: {page}");
    }
    let before = String::from_utf8(bureau.run(&["tasks", "--plan", "云浮", "--format", "csv"]).stdout).unwrap();
    assert!(!before.contains("实施进展"), "{before}");
    assert!(!String::from_utf8_lossy(&bureau.run(&["export"]).stdout).contains("正在推进"));
}

#[test]
fn a_row_that_does_not_fit_is_said_and_the_others_are_taken() {
    let bureau = Bureau::new();
    fs::write(
        bureau.path("错.csv"),
        "编号,名称,年份,实际值,状态\njianghai-155/t1.9,甲,2027,1,\njianghai-155/t1.1,婴儿死亡率,2027,1,\n\
         jianghai-155/t1.1,居民健康素养水平,,30,\njianghai-155/t1.2,,去年,2,\njianghai-155/1.2,心理健康,,,已完成\n",
    )
    .unwrap();
    let said = bureau.said(&["progress", "import", "错.csv"], 2);
    for wanted in [
        "第 2 行：没有编号",
        "第 3 行：编号 jianghai-155/t1.1 是“居民健康素养水平”",
        "第 4 行：",
        "缺年份",
        "“去年”应写作",
        "4 行未导入",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert_eq!(bureau.recorded(), ["jianghai-155/1.2 null null 已完成 done"]);
    // A record whose place is gone is kept and shown.
    fs::write(
        bureau.path("jianghai-155.txt"),
        PLAN.replace("（二）心理健康\n\n加强服务。（责任单位：市卫生健康局）\n\n", ""),
    )
    .unwrap();
    bureau.said(&["import", "jianghai-155.txt"], 0);
    assert_eq!(bureau.recorded(), ["jianghai-155/1.2 null null 已完成 null"]);
    for (arguments, wanted) in [
        (&["progress", "import"][..], "要导入的文件"),
        (&["progress", "import", "没有.csv"], "没有这个文件"),
        (&["progress", "import", "jianghai-155.txt"], "编号"),
        (&["progress", "list", "x.csv"], "import"),
        (&["progress", "--plan", "没有"], "没有"),
    ] {
        let said = bureau.said(arguments, 2);
        assert!(said.contains(wanted) && said.trim_end().lines().count() == 1, "{arguments:?}: {said}");
    }
}
