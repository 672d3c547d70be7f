//! The words that a document has besides those of its author.

use crate::diagnostic::{Message, Tongue};

/// The words in the language of the document: Swedish, or English for all others.
pub(super) fn choose(language: &str, words: Message) -> String {
    let tongue = match language {
        "sv" => Tongue::Swedish,
        _ => Tongue::English,
    };
    words.in_tongue(tongue).to_owned()
}

/// The language with the country whose spelling is meant.
pub(super) fn tag(language: &str) -> &str {
    match language {
        "sv" => "sv-SE",
        "en" => "en-GB",
        other => other,
    }
}
