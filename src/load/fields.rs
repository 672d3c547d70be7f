//! The keys of a mapping: known, missing and unknown.

use super::decode::Decoder;
use super::yaml::{Node, Pair};
use crate::diagnostic::nearest;
use crate::say;
use std::ops::Range;

/// A mapping whose keys are asked for one by one; what is never asked for is
/// unknown.
pub(crate) struct Fields<'n, 'a> {
    pairs: &'n [Pair<'a>],
    range: Range<usize>,
    used: Vec<bool>,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'n, 'a> Fields<'n, 'a> {
    pub(super) fn new(pairs: &'n [Pair<'a>], range: Range<usize>) -> Self {
        let used = vec![false; pairs.len()];
        Self {
            pairs,
            range,
            used,
            known: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// The whole mapping.
    pub(crate) fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// The value of a key that may be there.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<&'n Node<'a>> {
        self.known.push(key);
        let at = self.pairs.iter().position(|pair| pair.key == key)?;
        self.used[at] = true;
        Some(&self.pairs[at].value)
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&mut self, key: &'static str) -> Option<&'n Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            self.missing.push(key);
        }
        found
    }

    /// Whether some key that nobody has asked for may be this one, misspelt.
    pub(crate) fn has_misspelt(&self, key: &str) -> bool {
        let mut unused = self
            .pairs
            .iter()
            .zip(&self.used)
            .filter(|(_, used)| !**used);
        unused.any(|(pair, _)| pair.is_refused() || nearest(&pair.key, [key]).is_some())
    }

    /// Reports the keys that nobody asked for and those that are missing, and
    /// tells whether there were none. A misspelt key is one problem, not two.
    pub(crate) fn finish(mut self, decoder: &mut Decoder<'a>) -> bool {
        let mut whole = true;
        // Most mappings have no unknown key, and need no list of what is left.
        let mut free: Option<Vec<&str>> = None;
        for (pair, used) in self.pairs.iter().zip(&self.used) {
            if *used {
                continue;
            }
            whole = false;
            if pair.is_refused() {
                self.missing.clear();
                continue;
            }
            let free = free.get_or_insert_with(|| {
                let unused = |known: &&str| !self.pairs.iter().any(|pair| pair.key == *known);
                self.known.iter().copied().filter(unused).collect()
            });
            let key = &pair.key;
            let missing = nearest(key, self.missing.iter().copied());
            let near = missing.or_else(|| nearest(key, free.iter().copied()));
            if let Some(near) = missing {
                self.missing.retain(|name| *name != near);
            }
            let help = match near {
                Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                None if free.is_empty() => say!(
                    "ta bort raden, eller gör den till en kommentar med `#`",
                    "remove the line, or make it a comment with `#`"
                ),
                None => {
                    let free = free.join(", ");
                    say!(
                        "ta bort den, eller använd någon av {free}",
                        "remove it, or use one of {free}"
                    )
                }
            };
            decoder.report(
                "K0110",
                &pair.key_range,
                say!(
                    "nyckeln `{key}` finns inte här",
                    "the key `{key}` is unknown here"
                ),
                help,
            );
        }
        let shown = self.place();
        for key in &self.missing {
            whole = false;
            missing(decoder, &shown, key);
        }
        whole
    }

    /// Where a missing key is told of: at the first one there is.
    pub(crate) fn place(&self) -> Range<usize> {
        match self.pairs.first() {
            Some(first) => first.key_range.clone(),
            None => self.range.clone(),
        }
    }
}

/// Reports a key that isn't there.
pub(super) fn missing(decoder: &mut Decoder<'_>, shown: &Range<usize>, key: &str) {
    decoder.report(
        "K0111",
        shown,
        say!("`{key}` saknas", "`{key}` is missing"),
        say!(
            "lägg till `{key}: …` bredvid den markerade nyckeln, med samma indrag",
            "add `{key}: …` beside the marked key, with the same indentation"
        ),
    );
}
