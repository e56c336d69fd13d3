//! Web pages as sites publish them: the main text is found, its tables and paragraphs become lines, the navigation is left.

mod block;
mod main_text;
mod page;
mod parser;
mod tree;

use crate::formats::Reading;
use crate::formats::anchors::Lines;
use crate::formats::blocks::{Block, Line};
use crate::formats::encoding::{self, Encoding};
use crate::formats::html::main_text::{MainText, in_order};
use crate::formats::html::tree::{DOCUMENT, Data, Id, Node};
use crate::formats::remark::Remark;
use crate::formats::unreadable::Unreadable;
use crate::formats::writing;
use crate::text::fold::squeeze;

pub(super) fn read(bytes: &[u8], encoding: Option<Encoding>) -> Result<Reading, Unreadable> {
    let decoded = encoding::decode(bytes, encoding, said_encoding(bytes))?;
    let mut remarks = decoded.remarks;
    let nodes = parser::parse(decoded.text)?;
    let mut main = main_text::find(&nodes);
    let (mut blocks, mut n_pictures) = page::blocks(&nodes, &main);
    if blocks.is_empty() {
        // All of it was taken for navigation.
        main.keep_links();
        (blocks, n_pictures) = page::blocks(&nodes, &main);
    }
    if let Some(title) = missing_title(&nodes, &main, &blocks) {
        blocks.insert(0, Block::Line(Line::plain(&title)));
        remarks.push(Remark::PageTitle(title));
    }
    if main.n_outside > 0 {
        remarks.push(Remark::Surroundings { characters: main.n_outside });
    }
    if n_pictures > 0 {
        remarks.push(Remark::Pictures(n_pictures));
    }
    // The tree is the largest thing here, and the blocks have all of the text that is kept.
    drop(nodes);
    let mut lines = Lines::default();
    writing::write(&blocks, &mut lines, &mut 0)?;
    let (text, anchors) = lines.finish();
    Ok(Reading { text, remarks, anchors })
}

/// The encoding that a page says it is in.
fn said_encoding(bytes: &[u8]) -> Option<Encoding> {
    const LOOKED_AT: usize = 4096;
    let start = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default().to_ascii_lowercase();
    let at = memchr::memmem::find(&start, b"charset=")?;
    let name =
        start.get(at + b"charset=".len()..)?.iter().copied().skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '));
    let name: Vec<u8> = name.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).collect();
    Encoding::with_name(std::str::from_utf8(&name).ok()?)
}

/// The title of the page, if its main text does not begin with it: that of the field `ArticleTitle`, which the guide for
/// government sites (《政府网站发展指引》) has every article carry, else the only heading above the main text.
fn missing_title(nodes: &[Node], main: &MainText, blocks: &[Block]) -> Option<String> {
    const LINES_LOOKED_AT: usize = 30;
    let is_field = |node: &&Node| {
        node.name() == "meta" && node.attribute("name").is_some_and(|name| name.eq_ignore_ascii_case("ArticleTitle"))
    };
    let field = nodes.iter().find(is_field).and_then(|node| node.attribute("content"));
    let title = match field.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => title.to_owned(),
        None => heading_above(nodes, main)?,
    };
    let lines = blocks.iter().take(LINES_LOOKED_AT).filter_map(|block| match block {
        Block::Line(line) => Some(squeeze(&line.text)),
        Block::Table(_) => None,
    });
    let begins_with_it = lines.collect::<String>().contains(&squeeze(&title));
    (!begins_with_it).then_some(title)
}

/// The heading of the first level outside the main text, if there is one alone.
fn heading_above(nodes: &[Node], main: &MainText) -> Option<String> {
    let inside: Vec<Id> = in_order(nodes, main.root);
    let has = |ids: &[Id], id: Id| ids.binary_search(&id).is_ok();
    let mut sorted = inside;
    sorted.sort_unstable();
    let mut headings = in_order(nodes, DOCUMENT)
        .into_iter()
        .filter(|id| nodes.get(*id).is_some_and(|node| node.name() == "h1") && !has(&sorted, *id));
    let heading = headings.next()?;
    if headings.next().is_some() {
        return None;
    }
    let text: String = in_order(nodes, heading)
        .into_iter()
        .filter_map(|id| match &nodes.get(id)?.data {
            Data::Text(text) => Some(&**text),
            Data::Other | Data::Element(_) => None,
        })
        .collect();
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}
