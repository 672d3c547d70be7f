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

    /// Reports the keys that nobody asked for and those that are missing. A
    /// misspelt key is one problem, not two.
    pub(crate) fn finish(mut self, decoder: &mut Decoder<'a>) {
        for (pair, used) in self.pairs.iter().zip(&self.used) {
            if *used {
                continue;
            }
            let key = &pair.key;
            let missing = nearest(key, self.missing.iter().copied());
            let near = missing.or_else(|| nearest(key, self.known.iter().copied()));
            if let Some(near) = missing {
                self.missing.retain(|name| *name != near);
            }
            let help = match near {
                Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                None => {
                    let known = self.known.join(", ");
                    say!(
                        "ta bort den, eller använd någon av {known}",
                        "remove it, or use one of {known}"
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
        let shown = match self.pairs.first() {
            Some(first) => first.key_range.clone(),
            None => self.range.clone(),
        };
        for key in self.missing {
            decoder.report(
                "K0111",
                &shown,
                say!("`{key}` saknas", "`{key}` is missing"),
                say!(
                    "lägg till en rad `{key}: …` på samma nivå",
                    "add a line `{key}: …` at this level"
                ),
            );
        }
    }
}
