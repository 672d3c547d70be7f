//! ## What it checks
//!
//! Everything in the service description is explained in all languages of the site: the API, tags,
//! servers, operations, parameters, headers, bodies, answers, schemas, properties and security
//! schemes by a `description`, examples by a `summary`. The first language stands under the ordinary
//! key, the others under `x-en` and the like. From the second version on, `x-changes` says what
//! changed. In a draft, what isn't translated is a warning.
//!
//! ## Why
//!
//! The service description is the contract. A property without meaning is filled in by guesswork,
//! and a text in one language leaves out those who read the other.
//!
//! ## Fails
//!
//! ```yaml
//! Fel:
//!   type: object
//!   description: Ett fel.
//!   properties:
//!     message: { type: string }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! Fel:
//!   type: object
//!   description: Ett fel.
//!   x-en: { description: An error. }
//!   properties:
//!     message:
//!       type: string
//!       description: Vad som är fel, med ord.
//!       x-en: { description: "What is wrong, in words." }
//! ```
//!
//! ## How to fix
//!
//! Write what is missing where the message points. Say what the part means and what it is for, not
//! only its name once more. Mind that `x-en` stands on the same level as `description`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Allt i tjänstebeskrivningen förklaras på webbplatsens alla språk: API:et, taggar, servrar,
//! operationer, parametrar, HTTP-rubriker, innehåll, svar, scheman, egenskaper och säkerhetsscheman med en
//! `description`, exempel med en `summary`. Det första språket står under den vanliga nyckeln, de
//! andra under `x-en` och liknande. Från och med den andra versionen säger `x-changes` vad som har
//! ändrats. I ett utkast är det som inte är översatt en varning.
//!
//! ## Varför
//!
//! Tjänstebeskrivningen är kontraktet. En egenskap utan betydelse fylls i på en gissning, och en text
//! på ett språk utestänger den som läser det andra.
//!
//! ## Fel
//!
//! ```yaml
//! Fel:
//!   type: object
//!   description: Ett fel.
//!   properties:
//!     message: { type: string }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! Fel:
//!   type: object
//!   description: Ett fel.
//!   x-en: { description: An error. }
//!   properties:
//!     message:
//!       type: string
//!       description: Vad som är fel, med ord.
//!       x-en: { description: "What is wrong, in words." }
//! ```
//!
//! ## Så rättar du
//!
//! Skriv det som saknas där meddelandet pekar. Säg vad delen betyder och vad den är till för, inte
//! bara dess namn en gång till. Tänk på att `x-en` står på samma nivå som `description`.

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::model::service::{
    ApiExample, Header, OrRef, Parameter, RequestBody, Response, Schema, ServiceStatus, Walk,
};
use crate::model::{Lang, LocalText, Service};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    for (at, service) in tables.services.iter().enumerate() {
        let mut judge = Judge {
            service,
            languages: &config.languages,
            out,
        };
        judge.whole();
        judge.walk(service);
        let older = tables.services.get(at + 1);
        if let Some(older) = older.filter(|_| service.changes.is_empty()) {
            let before = older.number.value;
            let message = say!(
                "`x-changes` saknas: vad som har ändrats sedan {before}",
                "`x-changes` is missing: what has changed since {before}"
            );
            let help = say!(
                "lägg till `x-changes: [{{ sv: …, en: … }}]` under `info`",
                "add `x-changes: [{{ sv: …, en: … }}]` under `info`"
            );
            let finding = Diagnostic::new("K0603", service.number.span, message).help(help);
            judge.out.push(finding);
        }
    }
}

/// Judges the texts of one version.
struct Judge<'t> {
    service: &'t Service,
    languages: &'t [Box<str>],
    out: &'t mut Vec<Diagnostic>,
}

impl Judge<'_> {
    /// What stands only once in a file.
    fn whole(&mut self) {
        let service = self.service;
        let span = service.number.span;
        let texts = &service.texts;
        self.text(&texts.title, "title", span, || say!("API:et", "the API"));
        self.text(&texts.description, "description", span, || {
            say!("API:et", "the API")
        });
        for it in &service.servers {
            let url = &it.url.value;
            let what = || say!("servern {url}", "the server {url}");
            self.text(&it.texts.description, "description", it.url.span, what);
        }
        for it in &service.tags {
            let name = &it.name.value;
            let what = || say!("taggen `{name}`", "the tag `{name}`");
            self.text(&it.texts.description, "description", it.name.span, what);
        }
        for it in &service.operations {
            let id = &it.id.value;
            let what = || say!("operationen `{id}`", "the operation `{id}`");
            self.text(&it.texts.summary, "summary", it.id.span, what);
            self.text(&it.texts.description, "description", it.id.span, what);
        }
        for it in &service.security_schemes {
            let name = &it.name.value;
            let what = || say!("säkerhetsschemat `{name}`", "the security scheme `{name}`");
            self.text(
                &it.value.texts.description,
                "description",
                it.name.span,
                what,
            );
        }
        for it in &service.schemas {
            let name = &it.name.value;
            let what = || say!("schemat `{name}`", "the schema `{name}`");
            self.text(
                &it.value.texts.description,
                "description",
                it.name.span,
                what,
            );
        }
        for it in &service.examples {
            let name = &it.name.value;
            let what = || say!("exemplet `{name}`", "the example `{name}`");
            self.text(&it.value.texts.summary, "summary", it.name.span, what);
        }
        for text in &service.changes {
            self.text_in(Some(text), "x-changes", text.span, &|| {
                say!("ändringen", "the change")
            });
        }
    }

    fn text(
        &mut self,
        text: &Option<LocalText>,
        key: &str,
        span: Span,
        what: impl Fn() -> Message,
    ) {
        self.text_in(text.as_ref(), key, span, &what);
    }

    fn text_in(
        &mut self,
        text: Option<&LocalText>,
        key: &str,
        span: Span,
        what: &dyn Fn() -> Message,
    ) {
        // A part that has no texts at all is told of once.
        let Some(text) = text else {
            let Message { sv, en } = what();
            let first = &self.languages[0];
            let message = say!("{sv} saknar `{key}`", "{en} has no `{key}`");
            let rest: Vec<String> = self.languages[1..]
                .iter()
                .map(|code| format!("`x-{code}: {{ {key}: … }}`"))
                .collect();
            let rest = rest.join(", ");
            let help = match rest.is_empty() {
                true => say!("lägg till `{key}: …`", "add `{key}: …`"),
                false => say!(
                    "lägg till `{key}: …` på `{first}`, och {rest}",
                    "add `{key}: …` in `{first}`, and {rest}"
                ),
            };
            self.out
                .push(Diagnostic::new("K0603", span, message).help(help));
            return;
        };
        for (at, code) in self.languages.iter().enumerate() {
            if text.has(Lang(u8::try_from(at).unwrap_or(0))) {
                continue;
            }
            let Message { sv, en } = what();
            let message = say!(
                "{sv} saknar `{key}` på `{code}`",
                "{en} has no `{key}` in `{code}`"
            );
            let help = match (key, at) {
                ("x-changes" | "x-filled-by" | "x-typical-errors", _) => {
                    say!("lägg till `{code}: …`", "add `{code}: …`")
                }
                (_, 0) => say!("lägg till `{key}: …`", "add `{key}: …`"),
                _ => say!(
                    "lägg till `x-{code}: {{ {key}: … }}` på samma nivå",
                    "add `x-{code}: {{ {key}: … }}` on the same level"
                ),
            };
            let draft = at > 0 && self.service.status == ServiceStatus::Draft;
            let severity = if draft {
                Severity::Warning
            } else {
                Severity::Error
            };
            let finding = Diagnostic::new("K0603", text.span, message).help(help);
            self.out.push(finding.severity(severity));
        }
    }
}

/// Whether it is a schema with a name, which has been judged by it.
fn is_component(schema: &Schema) -> bool {
    let name = schema.pointer.strip_prefix("/components/schemas/");
    name.is_some_and(|name| !name.contains('/'))
}

impl<'s> Walk<'s> for Judge<'_> {
    fn schema(&mut self, schema: &'s Schema, property: Option<&'s str>) {
        if let Some(name) = property {
            let what = || say!("egenskapen `{name}`", "the property `{name}`");
            self.text(&schema.texts.description, "description", schema.span, what);
        } else if let Some(text) = &schema.texts.description
            && !is_component(schema)
        {
            let what = || say!("schemat", "the schema");
            self.text_in(Some(text), "description", text.span, &what);
        }
        let what = || say!("texten", "the text");
        if let Some(text) = &schema.filled_by {
            self.text_in(Some(text), "x-filled-by", text.span, &what);
        }
        for text in &schema.typical_errors {
            self.text_in(Some(text), "x-typical-errors", text.span, &what);
        }
    }

    fn example(&mut self, example: &'s OrRef<ApiExample>, _: Option<&'s Schema>) {
        // An example that stands alone needs no words to tell it from others.
        if let OrRef::Here(it) = example
            && let Some(name) = &it.name
        {
            let what = || say!("exemplet `{name}`", "the example `{name}`");
            self.text(&it.texts.summary, "summary", it.span, what);
        }
    }

    fn parameter(&mut self, it: &'s Parameter) {
        let name = &it.name.value;
        let what = || say!("parametern `{name}`", "the parameter `{name}`");
        self.text(
            &it.header.texts.description,
            "description",
            it.name.span,
            what,
        );
    }

    fn header(&mut self, name: &'s str, it: &'s Header) {
        let what = || say!("HTTP-rubriken `{name}`", "the header `{name}`");
        self.text(&it.texts.description, "description", it.span, what);
    }

    fn request_body(&mut self, it: &'s RequestBody) {
        let what = || say!("frågans innehåll", "the body of the request");
        self.text(&it.texts.description, "description", it.span, what);
    }

    fn response(&mut self, name: &'s str, it: &'s Response) {
        let what = || say!("svaret `{name}`", "the response `{name}`");
        self.text(&it.texts.description, "description", it.span, what);
    }
}
