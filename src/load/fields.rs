//! The keys of a mapping: known, missing and unknown.

use super::decode::Decoder;
use super::yaml::{Node, Pair};
use crate::diagnostic::{Message, nearest};
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

    /// The place of a key that has been asked for and is there.
    pub(crate) fn key_range(&self, key: &str) -> Range<usize> {
        let pair = self.pairs.iter().find(|pair| pair.key == key);
        pair.map_or_else(|| self.range.clone(), |pair| pair.key_range.clone())
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

    /// The value of a key that may be there and whose name isn't the same everywhere.
    pub(crate) fn get_named(&mut self, key: &str) -> Option<&'n Node<'a>> {
        let at = self.pairs.iter().position(|pair| pair.key == key)?;
        self.used[at] = true;
        Some(&self.pairs[at].value)
    }

    /// Takes the keys that nobody has asked for yet and that `is_taken` picks.
    pub(crate) fn take(&mut self, is_taken: impl Fn(&str) -> bool) -> Vec<&'n Pair<'a>> {
        let mut taken = Vec::new();
        for (pair, used) in self.pairs.iter().zip(&mut self.used) {
            if !*used && !pair.is_refused() && is_taken(&pair.key) {
                *used = true;
                taken.push(pair);
            }
        }
        taken
    }

    /// The names that have been asked for and aren't there.
    pub(crate) fn absent(&self) -> impl Iterator<Item = &'static str> {
        let known = self.known.iter().copied();
        known.filter(|key| !self.pairs.iter().any(|pair| pair.key == *key))
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
        let unknown: Vec<&Pair<'a>> = (self.pairs.iter().zip(&self.used))
            .filter_map(|(pair, used)| (!*used).then_some(pair))
            .collect();
        let whole = unknown.is_empty() && self.missing.is_empty();
        // What was refused when it was read may be any of the missing keys.
        if unknown.iter().any(|pair| pair.is_refused()) {
            self.missing.clear();
        }
        let unused = |known: &&str| !self.pairs.iter().any(|pair| pair.key == *known);
        // Most mappings have no unknown key, and need no list of what is left.
        let free: Vec<&str> = match unknown.is_empty() {
            true => Vec::new(),
            false => self.known.iter().copied().filter(unused).collect(),
        };
        let mut far = Vec::new();
        for pair in unknown.iter().filter(|pair| !pair.is_refused()) {
            let missing = nearest(&pair.key, self.missing.iter().copied());
            if let Some(near) = missing {
                self.missing.retain(|name| *name != near);
            }
            match missing.or_else(|| nearest(&pair.key, free.iter().copied())) {
                Some(near) => {
                    let help = say!("menade du `{near}`?", "did you mean `{near}`?");
                    report_unknown(decoder, pair, help);
                }
                None => far.push(*pair),
            }
        }
        // One key too many and one too few: most often the same, by another name.
        if let ([pair], [missing]) = (far.as_slice(), self.missing.as_slice()) {
            let key = &pair.key;
            let help = say!(
                "`{missing}` saknas: skriv `{missing}` i stället för `{key}` om det är den som menas; lägg annars till `{missing}: …` och ta bort `{key}`",
                "`{missing}` is missing: write `{missing}` in place of `{key}` if that is what is meant; otherwise add `{missing}: …` and remove `{key}`"
            );
            report_unknown(decoder, pair, help);
            return false;
        }
        for pair in far {
            let key = &pair.key;
            let help = match free.as_slice() {
                [] => say!("ta bort `{key}: …`", "remove `{key}: …`"),
                [only] => say!(
                    "ta bort den, eller använd {only}",
                    "remove it, or use {only}"
                ),
                _ => {
                    let free = free.join(", ");
                    say!(
                        "ta bort den, eller använd någon av {free}",
                        "remove it, or use one of {free}"
                    )
                }
            };
            report_unknown(decoder, pair, help);
        }
        for key in &self.missing {
            self.report_missing(decoder, key);
        }
        whole
    }

    /// Reports a key that isn't there, at the first one that is.
    pub(crate) fn report_missing(&self, decoder: &mut Decoder<'a>, key: &str) {
        let line = match key {
            "items" => "items: { type: string }".to_owned(),
            "open" => "open: false".to_owned(),
            _ => format!("{key}: …"),
        };
        let in_braces = decoder
            .text
            .get(self.range.clone())
            .is_some_and(|text| text.starts_with('{'));
        let (shown, help) = match self.pairs.first() {
            Some(_) if in_braces => (
                &self.range,
                say!(
                    "lägg till `{line}` innanför `{{ … }}`, med komma emellan",
                    "add `{line}` within `{{ … }}`, with a comma between"
                ),
            ),
            Some(first) => (
                &first.key_range,
                say!(
                    "lägg till en rad `{line}` med samma indrag som den markerade nyckeln",
                    "add a line `{line}` with the same indentation as the marked key"
                ),
            ),
            None => (&self.range, say!("lägg till `{line}`", "add `{line}`")),
        };
        let help = match key {
            "open" => {
                let Message { sv, en } = help;
                say!(
                    "{sv}; skriv true om fler koder kan komma till utan ny huvudversion",
                    "{en}; write true if more codes may be added without a new major version"
                )
            }
            "examples" => an_example(),
            _ => help,
        };
        decoder.report(
            "K0111",
            shown,
            say!("`{key}` saknas", "`{key}` is missing"),
            help,
        );
    }
}

/// Reports a key that nobody asked for.
fn report_unknown(decoder: &mut Decoder<'_>, pair: &Pair<'_>, help: Message) {
    let key = &pair.key;
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

/// What to do about a version without examples: nobody writes one from nothing.
pub(super) fn an_example() -> Message {
    say!(
        "kopiera `examples` från en annan händelsetyp till den här versionen, och ändra exemplet till en hel händelse av den här typen",
        "copy `examples` from another event type to this version, and change the example into a whole event of this type"
    )
}
