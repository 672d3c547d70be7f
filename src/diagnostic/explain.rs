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

    /// What it checks, in the few words that its page begins with (Markdown).
    pub fn summary(&self, tongue: Tongue) -> String {
        let text = self.page_text(tongue);
        let first = text.split("\n\n").nth(1).unwrap_or("");
        first_clause(&first.replace('\n', " ")).to_owned()
    }
}

/// A paragraph up to the end of its first sentence, or to the colon before its
/// details, without the mark. What stands in code or brackets ends nothing.
fn first_clause(paragraph: &str) -> &str {
    let (mut in_code, mut in_brackets) = (false, false);
    for (at, c) in paragraph.char_indices() {
        match c {
            '`' => in_code = !in_code,
            '(' => in_brackets = true,
            ')' => in_brackets = false,
            '.' | ':' if !in_code && !in_brackets => {
                let rest = &paragraph[at + 1..];
                if rest.is_empty() || rest.starts_with(' ') {
                    return &paragraph[..at];
                }
            }
            _ => {}
        }
    }
    paragraph
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
    fn a_clause_ends_where_its_details_begin() {
        for (paragraph, clause) in [
            ("One thing. Another.", "One thing"),
            (
                "The number 1.0.0 grows: first this.",
                "The number 1.0.0 grows",
            ),
            (
                "A link (a file. So.) in `a: b` leads on.",
                "A link (a file. So.) in `a: b` leads on",
            ),
            ("No end", "No end"),
        ] {
            assert_eq!(first_clause(paragraph), clause);
        }
        for code in super::super::ALL {
            for tongue in [Tongue::Swedish, Tongue::English] {
                let summary = code.summary(tongue);
                let long = summary.chars().count();
                assert!((20..=200).contains(&long), "{}: {summary}", code.number);
                assert!(summary.matches('`').count() % 2 == 0, "{summary}");
            }
        }
    }

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
