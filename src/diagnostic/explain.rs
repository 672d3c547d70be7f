//! The page of a code, in one language.
//!
//! The pages of codes that a rule emits are the `//!` comments of the rule's own
//! file; the others are Markdown files in `pages/`. Both hold the English text
//! first and the Swedish after the line `# På svenska`.

use super::{Code, Tongue};

impl Code {
    /// The code's page as Markdown, in one of the languages.
    pub fn page_text(&self, tongue: Tongue) -> String {
        page_text(self.page, tongue)
    }
}

/// Where the Swedish half of a page begins.
const SWEDISH: &str = "# På svenska";

/// What `katalog explain` prints: the page's Markdown under a title line.
pub fn explain(code: &Code, tongue: Tongue) -> String {
    format!(
        "{} {}\n\n{}\n",
        code.number,
        code.name,
        page_text(code.page, tongue)
    )
}

/// A page's Markdown in one of its languages. `page` is a file of Markdown, or of
/// Rust whose first comment is the page.
pub fn page_text(page: &str, tongue: Tongue) -> String {
    let page = comment_text(page);
    let (english, swedish) = page.split_once(SWEDISH).unwrap_or((&page, &page));
    let text = match tongue {
        Tongue::Swedish => swedish,
        Tongue::English => english,
    };
    text.trim().to_owned()
}

/// The `//!` comment at the top of a Rust file without its marks, or the whole
/// text when there is none.
fn comment_text(page: &str) -> String {
    if !page.starts_with("//!") {
        return page.to_owned();
    }
    let lines = page.lines().map_while(|line| line.strip_prefix("//!"));
    lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_whole_in_both_languages() {
        for code in super::super::ALL {
            let page = comment_text(code.page);
            assert!(
                page.contains(SWEDISH),
                "{} has no Swedish page",
                code.number
            );
            for (tongue, heads) in [
                (
                    Tongue::English,
                    [
                        "## What it checks",
                        "## Why",
                        "## Fails",
                        "## Passes",
                        "## How to fix",
                    ],
                ),
                (
                    Tongue::Swedish,
                    [
                        "## Vad som kontrolleras",
                        "## Varför",
                        "## Fel",
                        "## Rätt",
                        "## Så rättar du",
                    ],
                ),
            ] {
                let text = explain(code, tongue);
                for head in heads {
                    assert!(
                        text.contains(head),
                        "{} lacks the heading {head}",
                        code.number
                    );
                }
            }
        }
    }
}
