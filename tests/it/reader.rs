//! The linear reader: lines go in, numbered lines come out, and nothing that moves a cursor.

use std::io::Write;
use std::process::Stdio;

/// Answers the questions of the reader with these lines, and returns all that it printed.
fn read(lines: &str, arguments: &[&str]) -> (String, String) {
    let mut child = crate::program()
        .args(["--plain"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it reads lines");
    stdin.write_all(lines.as_bytes()).expect("it takes the lines");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{lines:?}");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn plans_nodes_hits_and_offices_are_read_by_numbers() {
    let (said, _) = read("4\n2\nb\n/婴儿死亡率\n1\nd 教育局\nt\nq\n", &[]);
    for wanted in ["4 健康云浮行动2030", "以下 ", "搜索“婴儿死亡率”", "1 指标", "教育局（市）", "请输入："]
    {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    // The start is read again.
    assert_eq!(said.matches("4 健康云浮行动2030").count(), 2, "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
}

#[test]
fn whatever_is_typed_is_answered_and_the_end_of_input_is_the_end() {
    let (said, wrong) = read("99\n教育局\n\nb\n?\nd 不存在局\n/\u{1b}[31m\n3", &[]);
    for wanted in ["没有这个编号；可用 1 至 5", "看不懂“教育局”", "已在开头", "/词 搜索", "没有找到"]
    {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(wrong.contains("没有名为“不存在局”的部门"), "{wrong}");
    assert!(!said.contains('\u{1b}'), "{said}");
    // The last line has no end.
    assert!(said.contains("湘桥区卫生健康事业发展") && said.matches("以下 ").count() == 1, "{said}");
    assert!(read("", &[]).0.contains("5 "));
}

#[test]
fn it_speaks_english_too() {
    let (said, _) = read("4\nq\n", &["--lang", "en"]);
    for wanted in ["Type a number", "Plans\n", "Your choice: ", "Below: "] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}
