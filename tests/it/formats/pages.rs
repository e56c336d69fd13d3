//! Web pages as sites publish plans.

use super::{read, remarks};

fn check(html: &str, expected: &str) {
    assert_eq!(read(html.as_bytes(), "plan.html").text, expected, "{html}");
}

const SENTENCES: &str = "坚持以人民健康为中心，把健康融入所有政策，全方位全周期保障人民健康。";

#[test]
fn lines_as_a_browser_shows_them() {
    check(
        &format!(
            "<p>一、总体要求</p><p>&nbsp;&nbsp;　　{SENTENCES}<br>第二行<br/>\n第三行</p><div>甲<span>乙</span>\n丙 丁</div>"
        ),
        &format!("一、总体要求\n{SENTENCES}\n第二行\n第三行\n甲乙丙 丁\n"),
    );
    check(
        &format!("<div>{SENTENCES}每<sup>10</sup>万，m<sup>2</sup>，PM<sub>2.5</sub></div>"),
        &format!("{SENTENCES}每¹⁰万，m²，PM2.5\n"),
    );
    check(
        "<h1>健康江海</h1><h2>总体要求</h2><h2>二、目标</h2><p>甲乙，丙。</p>",
        "健康江海\n## 总体要求\n二、目标\n甲乙，丙。\n",
    );
    check("<ol start=3><li>甲</li><li>乙<ol type=a><li>丙</ol></ol><ul><li>丁</ul>", "3. 甲\n4. 乙\na. 丙\n丁\n");
    check("<ol reversed start=2><li>甲，乙。</li><li>丙</ol><ol reversed><li>丁</ol>", "2. 甲，乙。\n1. 丙\n丁\n");
    check("<pre>第一行\n  第二行</pre>", "第一行\n第二行\n");
    check("<p>甲&lt;乙&#20081;&quot;</p>", "甲<乙乱\"\n");
}

#[test]
fn the_main_text_is_found() {
    let page = format!(
        r#"<!DOCTYPE html><html><head><meta charset="utf-8"><title>江海市人民政府门户网站</title>
        <meta name="ArticleTitle" content="江海市卫生健康“十五五”规划"><script>var a = "<p>不是，正文。</p>";</script></head>
        <body><div class="top"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li><li><a>办事服务</a></li></ul></div>
        <div>您的位置：<a>首页</a> &gt; <a>规划计划</a></div>
        <div class="main"><div class="info">发布时间：2026-03-01 来源：市卫生健康局</div>
        <div id="zoom"><p>{SENTENCES}</p><p>一、目标</p><table><tr><td>序号</td><td>指标</td><td>2030年</td></tr><tr><td>1</td><td>人均预期寿命</td><td>80</td></tr></table><p>{SENTENCES}</p></div></div>
        <div class="foot">主办单位：江海市人民政府 <a>网站地图</a></div></body></html>"#
    );
    let reading = read(page.as_bytes(), "a");
    assert_eq!(
        reading.text,
        format!(
            "江海市卫生健康“十五五”规划\n{SENTENCES}\n一、目标\n序号\t指标\t2030年\n1\t人均预期寿命\t80\n\n{SENTENCES}\n"
        )
    );
    assert_eq!(
        remarks(&reading),
        "正文没有标题，取网页的标题：江海市卫生健康“十五五”规划；正文以外的导航等 62 字未读入"
    );
}

#[test]
fn tables_and_frames_of_tables() {
    // The page stands in a table of its own, as old sites have it, with the navigation beside it.
    let page = format!(
        "<table><tr><td><a>首页</a><br><a>公开</a><br><a>服务</a></td><td><p>{SENTENCES}</p><table border=1><tr><td rowspan=2>指标</td><td colspan=2>目标</td></tr><tr><td>2025年</td><td>2030年</td></tr><tr><td>寿命</td><td colspan=2>先进</td></tr></table><p>{SENTENCES}</p></td></tr></table>"
    );
    check(&page, &format!("{SENTENCES}\n指标\t目标\t\n\t2025年\t2030年\n寿命\t先进\t先进\n\n{SENTENCES}\n"));
    // A table whose ends of cells and rows are missing, and a caption.
    check(
        "<table><caption>表1 指标</caption><tr><th>指标<th>值<th>单位<tr><td>寿命<td>80<td>岁</table>",
        "表1 指标\n指标\t值\t单位\n寿命\t80\t岁\n",
    );
}

#[test]
fn what_is_not_shown_is_not_read() {
    check(
        &format!(
            "<div>{SENTENCES}<p style=\"display: none\">看不见，的。</p><p hidden>也是，的。</p><nav>导航，导航。</nav><select><option>选项</select></div>"
        ),
        &format!("{SENTENCES}\n"),
    );
}

#[test]
fn a_page_that_lies_about_its_encoding() {
    let page = format!("<html><head><meta charset=\"utf-8\"></head><body><p>{SENTENCES}</p></body></html>");
    let bytes = encoding_rs::GB18030.encode(&page).0.into_owned();
    let reading = read(&bytes, "a.html");
    assert_eq!(reading.text, format!("{SENTENCES}\n"));
    assert_eq!(remarks(&reading), "编码按内容判断为 GB18030");
    let page = page.replace("utf-8", "gb2312");
    assert_eq!(read(page.as_bytes(), "a.html").text, format!("{SENTENCES}\n"));
}

#[test]
fn a_page_without_sentences_keeps_all_but_its_links() {
    check(
        "<body><ul><li><a>首页</a><li><a>政务公开</a><li><a>办事服务</a></ul><table><tr><td>序号</td><td>指标</td></tr><tr><td>1</td><td>寿命</td></tr></table></body>",
        "序号\t指标\n1\t寿命\n",
    );
}
