//! Texts that are put together from the marks of plans, or cut out of the bundled plans and damaged: each is read, soon, and
//! every line number that comes of it is one of the text. `.ci/long` tries a hundred thousand of them.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use guihua::dataset;
use guihua::formats::{self, Options, pdf};

use super::super::{fixtures, fuzz_cases};

/// The least time that is allowed for any text, on a slow machine in the debug profile.
const LEAST: Duration = Duration::from_millis(1500);

/// The time that is allowed besides for each byte: a hundredth of the speed that is promised of the release profile.
const A_BYTE: Duration = Duration::from_micros(10);

/// Reads a text as a plan, in time, and looks at the line numbers.
fn check(text: &str) {
    let start = Instant::now();
    let plan = fixtures::import("fuzzed.txt", text);
    let allowed = LEAST + A_BYTE * u32::try_from(text.len()).unwrap_or(u32::MAX);
    assert!(start.elapsed() < allowed, "{:?} for {} bytes", start.elapsed(), text.len());
    let n_lines = u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX);
    for node in &plan.nodes {
        let lines = std::iter::once(node.lines)
            .chain(node.paragraphs.iter().map(|paragraph| paragraph.lines))
            .chain(node.responsible.iter().map(|clause| [clause.line, clause.line]))
            .chain(node.tables.iter().map(|table| table.lines));
        for [from, to] in lines {
            assert!(1 <= from && from <= to && to <= n_lines, "{} stands on {from} to {to} of {n_lines}", node.id);
        }
        assert!(node.parent.as_ref().is_none_or(|parent| plan.node(parent).is_some()), "{} has no parent", node.id);
    }
    assert!(plan.findings.iter().all(|doubt| (1..=n_lines).contains(&doubt.line)));
    // What is kept is no longer than what was printed: nothing is read twice over. A clause over tasks counts for each of them.
    let kept: usize = plan.nodes.iter().flat_map(|node| &node.paragraphs).map(|paragraph| paragraph.text.len()).sum();
    assert!(kept <= 2 * text.len() + 64, "{kept} bytes of paragraphs from {} bytes", text.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: fuzz_cases(96, 5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_of_marks(parts in proptest::collection::vec(prop::sample::select(PARTS), 0..80)) {
        check(&parts.concat());
    }

    #[test]
    fn texts_of_any_characters(text in "[\\PC\n\t]{0,200}") {
        check(&text);
    }

    #[test]
    fn damaged_plans(
        plan in 0..dataset::BUNDLE.len(),
        from in 0..1000_usize,
        length in 0..60_usize,
        wounds in proptest::collection::vec((0..1000_usize, prop::sample::select(PARTS), any::<bool>()), 0..8),
    ) {
        let lines: Vec<&str> = dataset::BUNDLE[plan].text.split('\n').collect();
        let mut chars: Vec<char> = lines.iter().skip(from * lines.len() / 1000).take(length).flat_map(|line| line.chars().chain(['\n'])).collect();
        for (place, part, cuts) in wounds {
            let at = place * chars.len() / 1000;
            let end = if cuts { (at + part.chars().count()).min(chars.len()) } else { at };
            chars.splice(at..end, part.chars());
        }
        check(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn files_of_text(parts in proptest::collection::vec(prop::sample::select(PARTS), 0..60), name in prop::sample::select(vec!["a.md", "a.txt", "a.html"])) {
        let text = parts.concat();
        if let Ok(reading) = formats::read(text.as_bytes(), name, &Options::default()) {
            check(&reading.text);
        }
    }

    #[test]
    fn pages_of_a_pdf(parts in proptest::collection::vec(prop::sample::select(PARTS), 0..60)) {
        if let Ok(reading) = pdf::from_layout(parts.concat().as_bytes()) {
            check(&reading.text);
        }
    }
}

/// Marks, words and layouts that the rules look at.
const PARTS: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\t",
    "\t\n",
    "  ",
    "　",
    "\u{c}",
    "\u{200b}",
    "Ｏ",
    "○",
    "⽣",
    "衞",
    "第一章",
    "第二节",
    "第三条",
    "总则",
    "一、",
    "（一）",
    "1.",
    "1．",
    "2.1",
    "（1）",
    "①",
    "【任务1】",
    "专栏1",
    "附件1",
    "附件：",
    "# ",
    "## ",
    "> ",
    "| ",
    "|---|---|\n",
    "——",
    "一是",
    "二、三级医院",
    "2025年",
    "到二〇三〇年",
    "12月底前",
    "达到80%",
    "提高到90%以上",
    "/10万",
    "目录\n",
    "序言\n",
    "注：1.",
    "江海市健康规划\n",
    "关于印发《江海市健康规划》的通知\n",
    "现将《江海市健康规划》印发给你们\n",
    "江海市人民政府\n",
    "2026年5月6日\n",
    "（此件公开发布）\n",
    "索引号：",
    "发布机构：",
    "当前位置：首页 > 政策\n",
    "• 时间：",
    "— 3 —\n",
    "扫一扫在手机打开\n",
    "（",
    "）",
    "〔",
    "〕",
    "【",
    "】",
    "[",
    "]",
    "《",
    "》",
    "“",
    "”",
    "。",
    "；",
    "，",
    "、",
    "：",
    ":",
    ";",
    "责任单位：",
    "牵头单位：",
    "配合部门：",
    "完成时限：",
    "责任人：",
    "市卫生健康局",
    "县教育局",
    "各县（市、区）人民政府",
    "各区、县〈市〉政府",
    "南湖新区管委会",
    "等有关单位",
    "牵头",
    "负责",
    "配合",
    "按职责分工负责",
    "分别负责",
    "下同",
    "排在第一位的为牵头单位",
    "以下均需各县落实，不再列出",
    "以上任务由市教育局负责",
    "会同",
    "及",
    "序号\t重点任务\t牵头单位\t完成时限\n",
    "序号\t工作任务\t责任分工\t\n\t\t牵头单位\t配合单位\n",
    "1\t扩大筛查\t市卫生健康局\t2027年\n",
    "领域\t指标\t2025年\t2030年\t属性\n",
    "健康\t寿命\t79\t80\t预期性\n",
    "序号 指标名称 2025年 2030年 属性\n",
    "1 人均预期寿命（岁） 79 80 预期性\n",
    "  序号     指标      2025年     2030年\n",
    "   1      寿命       79         80\n",
    "         （岁）\n",
    "序号\n",
    "指标\n",
    "1\n",
    "推进卫生健康事业高质量发展",
    "提升服务能力",
    "a",
    "9",
    "甲",
];
