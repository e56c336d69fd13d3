//! Parses a page with html5ever, whose stack of open elements it keeps short: on a page whose elements are nested without
//! end, every further one would be looked at against all that are open.

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{EndTag, StartTag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use crate::formats::html::tree::{Id, Node, Tree};
use crate::formats::limits;
use crate::formats::unreadable::{Measure, Unreadable};

pub(super) fn parse(text: String) -> Result<Vec<Node>, Unreadable> {
    let builder = TreeBuilder::new(Tree::new(), TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() });
    let tokenizer = Tokenizer::new(Shallow { builder }, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(text));
    // It stops at the end of each script, which is not run here, and where the page says its encoding, which is known.
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    let tree = tokenizer.sink.builder.sink;
    if tree.is_full() {
        return Err(Unreadable::TooMuch(Measure::Elements));
    }
    Ok(tree.finish())
}

/// Passes the tokens of a page on to the tree builder, but no tag that would open an element too deep down.
struct Shallow {
    builder: TreeBuilder<Id, Tree>,
}

impl TokenSink for Shallow {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        if self.builder.sink.is_full() && token != Token::EOFToken {
            return TokenSinkResult::Continue;
        }
        if let TagToken(tag) = &token {
            let is_deep = self.builder.sink.depth() >= limits::MOST_HTML_DEPTH;
            // What is inside these is no markup, and the tree builder has to be told.
            let is_raw = matches!(&*tag.name, "script" | "style" | "title" | "textarea" | "noscript" | "br");
            match tag.kind {
                StartTag if is_deep && !is_raw => return TokenSinkResult::Continue,
                StartTag | EndTag => {}
            }
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
