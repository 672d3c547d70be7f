//! ## What it checks
//!
//! Every reference in the service description leads to a part of the same file: `$ref` to a
//! component of the kind that belongs where it stands, `tags` to a tag, and `security` to a
//! security scheme.
//!
//! ## Why
//!
//! Whoever generates code from the file would get an error, and the pages of the site would have a
//! hole where the part belongs.
//!
//! ## Fails
//!
//! ```yaml
//! properties:
//!   kund: { $ref: "#/components/schemas/Kunnd" }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! properties:
//!   kund: { $ref: "#/components/schemas/Kund" }
//! ```
//!
//! ## How to fix
//!
//! Choose the name that the message suggests, or add the part under `components`. Write addresses as
//! `#/components/schemas/Name`: a part of another file, or a piece of another schema, can't be
//! referred to. Make it a component with a name of its own instead.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje hänvisning i tjänstebeskrivningen leder till en del av samma fil: `$ref` till en komponent
//! av det slag som hör hemma där den står, `tags` till en tagg och `security` till ett
//! säkerhetsschema.
//!
//! ## Varför
//!
//! Den som genererar kod ur filen skulle få ett fel, och webbplatsens sidor skulle ha ett hål där
//! delen hör hemma.
//!
//! ## Fel
//!
//! ```yaml
//! properties:
//!   kund: { $ref: "#/components/schemas/Kunnd" }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! properties:
//!   kund: { $ref: "#/components/schemas/Kund" }
//! ```
//!
//! ## Så rättar du
//!
//! Välj det namn som meddelandet föreslår, eller lägg till delen under `components`. Skriv adresser
//! som `#/components/schemas/Namn`: det går inte att hänvisa till en del av en annan fil eller till
//! en bit av ett annat schema. Gör den i stället till en komponent med ett eget namn.

use crate::check::api::names;
use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::model::Service;
use crate::model::service::{ApiRef, Component};
use crate::resolve::Tables;
use crate::say;
use crate::source::Spanned;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for service in &tables.services {
        for reference in &service.refs {
            out.extend(broken(service, reference));
        }
        let tags: Vec<&str> = service.tags.iter().map(|it| &*it.name.value).collect();
        let schemes = names(service, Component::SecurityScheme);
        let all = service.security.iter();
        for name in all.chain(
            service
                .operations
                .iter()
                .flat_map(|it| it.security.iter().flatten()),
        ) {
            let kind = ("säkerhetsschemat", "security scheme");
            out.extend(unknown(name, &schemes, kind));
        }
        for name in service.operations.iter().flat_map(|it| &it.tags) {
            out.extend(unknown(name, &tags, ("taggen", "tag")));
        }
    }
}

/// A name that isn't one of those that there are.
fn unknown(name: &Spanned<Box<str>>, known: &[&str], (sv, en): (&str, &str)) -> Option<Diagnostic> {
    let written = &name.value;
    if known.contains(&&**written) {
        return None;
    }
    let message = say!(
        "{sv} `{written}` finns inte",
        "the {en} `{written}` doesn't exist"
    );
    Some(Diagnostic::new("K0601", name.span, message).help(suggest(written, known)))
}

fn suggest(written: &str, known: &[&str]) -> Message {
    if let Some(near) = nearest(written, known.iter().copied()) {
        return say!("menade du `{near}`?", "did you mean `{near}`?");
    }
    match known.len() {
        0 => say!("lägg till den i filen", "add it to the file"),
        1..=16 => {
            let all = known.join(", ");
            say!("de som finns är {all}", "those that there are: {all}")
        }
        _ => say!(
            "lägg till den i filen, eller skriv en som finns",
            "add it to the file, or write one that there is"
        ),
    }
}

fn broken(service: &Service, reference: &ApiRef) -> Option<Diagnostic> {
    let target = &reference.target.value;
    let section = reference.kind.key();
    let known = names(service, reference.kind);
    let new =
        |message, help| Some(Diagnostic::new("K0601", reference.target.span, message).help(help));
    let Some((kind, name)) = reference.parts() else {
        let message = match target.starts_with('#') {
            true => say!(
                "`{target}` leder inte till en komponent",
                "`{target}` doesn't lead to a component"
            ),
            false => say!(
                "`{target}` leder ut ur filen",
                "`{target}` leads out of the file"
            ),
        };
        let last = target.rsplit(['/', '#']).next().unwrap_or("");
        let help = match known.iter().find(|name| **name == last) {
            Some(name) => say!(
                "skriv `#/components/{section}/{name}`",
                "write `#/components/{section}/{name}`"
            ),
            None => say!(
                "lägg delen under `components`, och skriv `#/components/{section}/Namn`",
                "put the part under `components`, and write `#/components/{section}/Name`"
            ),
        };
        return new(message, help);
    };
    if kind != reference.kind {
        let found = kind.key();
        let help = match known.contains(&name) {
            true => say!(
                "skriv `#/components/{section}/{name}`",
                "write `#/components/{section}/{name}`"
            ),
            false => suggest(name, &known),
        };
        let message = say!(
            "här hör något av `{section}` hemma, men `{target}` är något av `{found}`",
            "one of `{section}` belongs here, but `{target}` is one of `{found}`"
        );
        return new(message, help);
    }
    if known.contains(&name) {
        return None;
    }
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => say!(
            "menade du `#/components/{section}/{near}`?",
            "did you mean `#/components/{section}/{near}`?"
        ),
        None => suggest(name, &known),
    };
    let message = say!(
        "`{name}` finns inte bland `{section}`",
        "`{name}` isn't among `{section}`"
    );
    new(message, help)
}
