//! A report as one page that stands by itself: no script, nothing fetched, light and dark.

use super::human::came;
use super::{Outcome, Report, Tried, in_tongue};
use crate::diagnostic::Tongue;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The page's style sheet, which its policy lets through by its hash.
const STYLE: &str = include_str!("style.css");

impl Report {
    /// The report as a page of HTML.
    pub fn html(&self, tongue: Tongue) -> String {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let (lang, title) = (say("sv", "en"), say("Konformitetstest", "Conformance test"));
        let hash = base64(&Sha256::digest(STYLE.as_bytes()));
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n\
             <title>{title} – {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
            escaped(&self.address)
        );
        self.head(&mut out, tongue);
        for (outcome, id, sv, en) in [
            (
                Outcome::Failed,
                "failed",
                "Underkända fall",
                "Cases that failed",
            ),
            (
                Outcome::Advice,
                "advice",
                "Kan förbättras: rekommendationer som inte följs",
                "Can be improved: recommendations that aren't followed",
            ),
        ] {
            if self.count(outcome) > 0 {
                let _ = writeln!(out, "<h2 id=\"{id}\">{}</h2>", say(sv, en));
            }
            for tried in self.with(outcome) {
                self.section(&mut out, tried, tongue);
            }
        }
        if self.count(Outcome::NotTried) > 0 {
            let head = say(
                "Inte prövade: vad som behöver ordnas",
                "Not tried: what needs to be arranged",
            );
            let _ = writeln!(out, "<h2 id=\"not-tried\">{head}</h2>\n<dl>");
            for tried in self.with(Outcome::NotTried) {
                let what = tried.what.as_ref().map_or("", |it| it.in_tongue(tongue));
                let (code, what) = (tried.case.code, escaped(what));
                let _ = writeln!(out, "<dt>{code}</dt><dd>{what}</dd>");
            }
            out.push_str("</dl>\n");
        }
        let _ = writeln!(out, "<h2 id=\"all\">{}</h2>", say("Alla fall", "All cases"));
        for cases in self.groups() {
            self.table(&mut out, cases, tongue);
        }
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }

    /// What was tested, and the result.
    fn head(&self, out: &mut String, tongue: Tongue) {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let failed = self.count(Outcome::Failed) > 0;
        let (class, verdict) = match failed {
            false => (
                "passed",
                say("Inget krav är underkänt.", "No demand has failed."),
            ),
            true => (
                "failed",
                say(
                    "Tjänsten följer inte standarden.",
                    "The service doesn't follow the standard.",
                ),
            ),
        };
        let summary = self.summary(tongue);
        let _ = writeln!(
            out,
            "<p class=\"verdict {class}\">{verdict} {summary}.</p>\n<dl>"
        );
        let customer = format!("{} ({})", self.customer, self.kind);
        let took = format!("{:.1} s", self.took.as_secs_f64());
        for (name, value) in [
            (say("Tjänst", "Service"), self.address.as_str()),
            (
                say("Standardens version", "Version of the standard"),
                super::super::STANDARD,
            ),
            (
                say("Producent", "Producer"),
                self.prefix.as_deref().unwrap_or("–"),
            ),
            (say("Testkund", "Test customer"), &customer),
            (say("Tid", "Time"), &self.time()),
            (say("Anrop", "Calls"), &self.calls.to_string()),
            (say("Testet tog", "The test took"), &took),
            ("katalog", env!("CARGO_PKG_VERSION")),
        ] {
            let _ = writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escaped(value));
        }
        out.push_str("</dl>\n");
        if !self.with_catalogue {
            let _ = writeln!(out, "<p>{}</p>", Self::without_catalogue(tongue));
        }
    }

    fn table(&self, out: &mut String, cases: &[Tried], tongue: Tongue) {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let group = cases[0].group;
        let _ = writeln!(
            out,
            "<table>\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
            say(group.sv, group.en),
            say("Fall", "Case"),
            say("Vad standarden säger", "What the standard says"),
            say("Resultat", "Result"),
        );
        for tried in cases {
            let (code, text) = (tried.case.code, tried.case.text());
            let text = escaped(text.in_tongue(tongue));
            let text = match self.guide {
                Some(_) => {
                    let link = escaped(&self.link(tried.case, tongue));
                    format!("<a href=\"{link}\">{text}</a>")
                }
                None => text,
            };
            let (key, word) = (tried.outcome.key(), tried.outcome.word(tongue));
            let word = match tried.outcome {
                Outcome::Failed | Outcome::Advice => format!("<a href=\"#{code}\">{word}</a>"),
                _ => word.to_owned(),
            };
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{code}</th><td>{text}</td><td class=\"{key}\">{word}</td></tr>"
            );
        }
        out.push_str("</tbody>\n</table>\n");
    }

    /// A case that failed: what was demanded, what was sent, and what came back.
    fn section(&self, out: &mut String, tried: &Tried, tongue: Tongue) {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let (code, text) = (tried.case.code, tried.case.text());
        let text = escaped(text.in_tongue(tongue));
        let what = tried.what.as_ref().map_or("", |it| it.in_tongue(tongue));
        let link = escaped(&self.link(tried.case, tongue));
        let link = match self.guide {
            Some(_) => format!("<a href=\"{link}\">{link}</a>"),
            None => link,
        };
        let _ = writeln!(
            out,
            "<section>\n<h3 id=\"{code}\">{code}: {text}</h3>\n<dl>\n<dt>{}</dt><dd>{}</dd>\n<dt>{}</dt><dd>{link}</dd>\n</dl>",
            say("Vad som är fel", "What is wrong"),
            escaped(what),
            say("Anslutningsguiden", "The connection guide"),
        );
        if let Some(shown) = &tried.shown {
            let first = came(shown, tongue);
            let parts = [
                (
                    say("Skickades", "Sent"),
                    &shown.request,
                    &shown.sent_headers,
                    &shown.sent_body,
                ),
                (
                    say("Kom tillbaka", "Came back"),
                    &first,
                    &shown.came_headers,
                    &shown.came_body,
                ),
            ];
            for (head, first, headers, body) in parts {
                let mut text = format!("{first}\n");
                for (name, value) in headers {
                    let _ = writeln!(text, "{name}: {value}");
                }
                if !body.is_empty() {
                    let _ = write!(text, "\n{body}");
                }
                let text = escaped(text.trim_end());
                let _ = writeln!(out, "<h4>{head}</h4>\n<pre>{text}</pre>");
            }
        }
        out.push_str("</section>\n");
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// Bytes in the letters of base 64, as policies write hashes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let all = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS[(all >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_padded() {
        for (text, expected) in [
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(super::base64(text.as_bytes()), expected);
        }
    }
}
