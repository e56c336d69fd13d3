//! A folded word that is looked for in many texts as they are printed. None of them is folded for that: a text is only looked at
//! where a character stands that the word may begin with.

use memchr::memmem::Finder;

use super::{fold, fold_char};

/// A word that is looked for, see [`Wanted::is_in`].
#[derive(Clone, Debug)]
pub struct Wanted {
    folded: String,
    /// The characters that become the first one of the word when they are folded.
    beginnings: Vec<Finder<'static>>,
}

impl Wanted {
    /// The word, folded by [`fold`].
    #[must_use]
    pub fn new(word: &str) -> Self {
        let folded = fold(word);
        let beginnings = folded.chars().next().map(beginnings).unwrap_or_default();
        let finder = |character: char| Finder::new(character.encode_utf8(&mut [0; 4])).into_owned();
        Self { folded, beginnings: beginnings.into_iter().map(finder).collect() }
    }

    /// Returns it as it was folded, for texts that are folded as well.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Whether the text holds the word, once it is folded itself. An empty word is in every text.
    ///
    /// ```
    /// use guihua::text::fold::Wanted;
    /// assert!(Wanted::new("卫生健康局（cdc").is_in("市衞生健康局（ＣＤＣ）"));
    /// ```
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let begins = |at: usize| {
            let mut rest = text.get(at..).unwrap_or_default().chars().map(fold_char);
            self.folded.chars().all(|character| rest.next() == Some(character))
        };
        self.folded.is_empty() || self.beginnings.iter().any(|first| first.find_iter(text.as_bytes()).any(begins))
    }
}

/// The characters that are folded to this one. Only the first plane has any but the character itself.
fn beginnings(folded: char) -> Vec<char> {
    let plane = (0..=u32::from(u16::MAX)).filter_map(char::from_u32);
    let beginnings = plane.filter(|character| *character != folded && fold_char(*character) == folded);
    std::iter::once(folded).chain(beginnings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_as_in_the_folded_text() {
        let texts = ["市衞生健康局（ＣＤＣ）", "卫 生", "“双减”—Ｘ", "健健健康", "⽤药", "", "衛卫", "𠀀〇"];
        let words =
            ["卫生", "卫", "健康", "cdc)", "\"双减\"", "-x", "用药", "生健", "", "𠀀", "没有", "健健康", "卫卫"];
        for word in words {
            let wanted = Wanted::new(word);
            for text in texts {
                assert_eq!(wanted.is_in(text), fold(text).contains(&fold(word)), "{word} in {text}");
            }
        }
    }
}
