//! What makes a text readable for everybody: headings in order, links that say
//! where they lead, and images told in words.

use super::decode::Decoder;
use super::markup::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{IMAGES, Lang, Link};
use crate::say;
use std::ops::Range;

/// Words that say nothing of where a link leads.
const VAGUE: &[&str] = &[
    "här",
    "klicka här",
    "läs mer",
    "mer",
    "länk",
    "denna sida",
    "here",
    "click here",
    "read more",
    "more",
    "link",
    "this page",
];

impl Decoder<'_> {
    /// Reports a heading that skips a level.
    pub(super) fn heading_skips(&mut self, level: usize, expected: usize, range: &Range<usize>) {
        let (written, marks) = ("#".repeat(level), "#".repeat(expected));
        self.report(
            "K0801",
            range,
            say!(
                "rubriken hoppar över en nivå: `{written}` där det skulle ha varit `{marks}`",
                "the heading skips a level: `{written}` where `{marks}` was expected"
            ),
            say!(
                "börja raden med `{marks}`; den som lyssnar på sidan letar sig fram efter rubrikernas nivåer",
                "begin the line with `{marks}`; those who listen to the page find their way by the levels of its headings"
            ),
        );
    }

    /// Reports a link without words, and warns of words that say nothing.
    pub(super) fn check_link_words(&mut self, words: &str, range: &Range<usize>) {
        let plain = words
            .trim()
            .trim_end_matches(['.', ':', '!'])
            .to_lowercase();
        if plain.is_empty() {
            self.report(
                "K0802",
                range,
                say!("länken har inga ord", "the link has no words"),
                say!(
                    "skriv vart den leder inom hakparenteserna: `[Namnstandarden](/guide/naming/)`",
                    "write where it leads within the brackets: `[The naming standard](/guide/naming/)`"
                ),
            );
        } else if VAGUE.contains(&plain.as_str()) {
            let words = words.trim();
            let finding = Diagnostic::new(
                "K0803",
                self.span(range),
                say!(
                    "länkens ord `{words}` säger inte vart den leder",
                    "the link's words `{words}` don't say where it leads"
                ),
            )
            .severity(Severity::Warning)
            .help(say!(
                "låt länken vara de ord som namnger sidan den leder till",
                "let the link be the words that name the page it leads to"
            ));
            self.findings.push(finding);
        }
    }

    /// Reports an image that can't be shown, or has no words for those who don't see it.
    pub(super) fn check_image(
        &mut self,
        target: &str,
        without_words: bool,
        kind: Kind,
        range: &Range<usize>,
        lang: Lang,
    ) {
        if kind != Kind::Page {
            self.report(
                "K0122",
                range,
                say!(
                    "bilder kan inte användas i texten",
                    "images can't be used in the text"
                ),
                say!(
                    "beskriv bilden med ord, eller länka till den",
                    "describe the image in words, or link to it"
                ),
            );
            return;
        }
        if !target.starts_with(IMAGES) {
            self.report(
                "K0123",
                range,
                say!(
                    "bilden `{target}` kan inte visas",
                    "the image `{target}` can't be shown"
                ),
                say!(
                    "lägg bilden i mappen content/images och skriv adressen som `{IMAGES}namn.png`; webbplatsen hämtar ingenting från andra",
                    "put the image into the folder content/images and write its address as `{IMAGES}name.png`; the site fetches nothing from others"
                ),
            );
            return;
        }
        if without_words {
            self.report(
                "K0805",
                range,
                say!(
                    "bilden har ingen text för den som inte ser den",
                    "the image has no words for those who don't see it"
                ),
                say!(
                    "skriv vad bilden visar inom hakparenteserna: `![Vad bilden visar]({target})`",
                    "write what the image shows within the brackets: `![What the image shows]({target})`"
                ),
            );
        }
        let (span, target) = (self.span(range), target.into());
        self.links.push(Link { span, lang, target });
    }
}
