//! Values of one word that follows a form: a date, a version, one of some words.

use super::decode::{Decoder, scalar, shorten};
use super::plain::is_day;
use super::yaml::Node;
use crate::diagnostic::{Message, nearest};
use crate::say;
use crate::source::Spanned;
use jiff::civil::Date;

impl<'a> Decoder<'a> {
    /// A day that exists.
    pub(crate) fn date(&mut self, node: &Node<'a>) -> Option<Spanned<Date>> {
        let form = || {
            say!(
                "skriv år-månad-dag: 2026-03-01",
                "write year-month-day: 2026-03-01"
            )
        };
        let text = self.word(node, || (say!("ett datum", "a date"), form()))?;
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, b)| match at {
                4 | 7 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        match text.parse::<Date>() {
            Ok(date) if shaped => Some(Spanned::new(date, self.span(&node.range))),
            _ if shaped => {
                self.report(
                    "K0115",
                    &node.range,
                    say!(
                        "dagen {text} finns inte i kalendern",
                        "there is no such day as {text}"
                    ),
                    say!(
                        "skriv en dag som finns, som 2026-03-01",
                        "write a day that exists, such as 2026-03-01"
                    ),
                );
                None
            }
            _ => {
                let (message, help) = match text {
                    "" => (say!("här saknas ett datum", "a date is missing"), form()),
                    _ if is_day(text) => {
                        let day = &text[..10];
                        (
                            say!(
                                "`{text}` är en dag med klockslag, men här ska bara dagen stå",
                                "`{text}` is a day with a time, but only the day belongs here"
                            ),
                            say!("skriv {day}", "write {day}"),
                        )
                    }
                    _ => {
                        let text = shorten(text);
                        (
                            say!("`{text}` är inget datum", "`{text}` is not a date"),
                            form(),
                        )
                    }
                };
                self.report("K0115", &node.range, message, help);
                None
            }
        }
    }

    /// One of some words.
    pub(crate) fn choice<T: Copy>(&mut self, node: &Node<'a>, choices: &[(&str, T)]) -> Option<T> {
        let words = || -> String {
            let words: Vec<_> = choices
                .iter()
                .map(|(word, _)| format!("`{word}`"))
                .collect();
            words.join(", ")
        };
        let one = || {
            let words = words();
            say!("skriv något av {words}", "write one of {words}")
        };
        let text = self.word(node, || (say!("ett enda ord", "a single word"), one()))?;
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text) {
            return Some(*value);
        }
        let words = words();
        let meant = match text.to_lowercase().as_str() {
            "yes" | "ja" | "on" | "y" => Some("true"),
            "no" | "nej" | "off" | "n" => Some("false"),
            _ => None,
        };
        let known = || choices.iter().map(|(word, _)| *word);
        let near = match meant.filter(|meant| known().any(|word| word == *meant)) {
            Some(meant) => Some(meant),
            None => nearest(text, known()),
        };
        let help = match near {
            Some(near) => say!(
                "menade du `{near}`? Här kan stå {words}",
                "did you mean `{near}`? {words} can stand here"
            ),
            None => one(),
        };
        self.report(
            "K0114",
            &node.range,
            match text {
                "" => say!("här saknas ett värde", "a value is missing"),
                _ => say!("`{text}` kan inte stå här", "`{text}` can't stand here"),
            },
            help,
        );
        None
    }

    /// A semantic version with three numbers.
    pub(crate) fn version(&mut self, node: &Node<'a>) -> Option<Spanned<semver::Version>> {
        let form = || {
            say!(
                "skriv tre tal med punkt emellan, som 1.0.0",
                "write three numbers with dots between, such as 1.0.0"
            )
        };
        let expected = || (say!("ett versionsnummer", "a version number"), form());
        let text = self.word(node, expected)?;
        match semver::Version::parse(text) {
            Ok(version) if version.build.is_empty() => {
                Some(Spanned::new(version, self.span(&node.range)))
            }
            _ => {
                let help = match whole_version(text) {
                    Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                    None => say!(
                        "skriv tre tal med punkt emellan utan inledande nollor, som 1.0.0",
                        "write three numbers with dots between and no leading zeros, such as 1.0.0"
                    ),
                };
                self.report(
                    "K0116",
                    &node.range,
                    match text {
                        _ if text.contains('+') => say!(
                            "`{text}` har ett byggnummer efter `+`, som versioner här inte har",
                            "`{text}` has a build number after `+`, which versions here don't have"
                        ),
                        "" => say!(
                            "här saknas ett versionsnummer",
                            "a version number is missing"
                        ),
                        _ => say!(
                            "`{text}` är inget versionsnummer",
                            "`{text}` is not a version number"
                        ),
                    },
                    help,
                );
                None
            }
        }
    }

    /// The single value where a word of some form belongs.
    fn word<'n>(
        &mut self,
        node: &'n Node<'a>,
        expected: impl FnOnce() -> (Message, Message),
    ) -> Option<&'n str> {
        let word = scalar(node);
        if word.is_none() {
            let (expected, help) = expected();
            self.wrong_kind(node, &expected, help);
        }
        word
    }
}

/// The version number that was meant by `1`, `v1.0.0` or `1.0`.
fn whole_version(text: &str) -> Option<String> {
    // What stands after a plus tells builds apart, and an entry has none.
    let text = text.split('+').next().unwrap_or(text);
    let mut parts: Vec<&str> = text.trim_start_matches(['v', 'V']).split('.').collect();
    while parts.len() < 3 {
        parts.push("0");
    }
    let near = parts.join(".");
    semver::Version::parse(&near).is_ok().then_some(near)
}
