//! ## What it checks
//!
//! Every component of the service description is used: something that an operation needs refers to
//! it, directly or through other components.
//!
//! ## Why
//!
//! What nobody uses is most often left from an earlier version, or was meant to be used somewhere. A
//! reader can't know which, and reads in vain.
//!
//! ## Fails
//!
//! ```yaml
//! components:
//!   schemas:
//!     GammaltFel:      # nothing refers to it
//!       type: object
//!       description: Ett fel.
//!       x-en: { description: An error. }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! components:
//!   schemas:
//!     Fel:             # responses refer to it
//!       type: object
//!       description: Ett fel.
//!       x-en: { description: An error. }
//! ```
//!
//! ## How to fix
//!
//! Remove the component, or refer to it where it belongs. This is a warning: the site is built all
//! the same.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje komponent i tjänstebeskrivningen används: något som en operation behöver hänvisar till den,
//! direkt eller genom andra komponenter.
//!
//! ## Varför
//!
//! Det som ingen använder är oftast kvar från en tidigare version, eller var tänkt att användas
//! någonstans. En läsare kan inte veta vilket, och läser förgäves.
//!
//! ## Fel
//!
//! ```yaml
//! components:
//!   schemas:
//!     GammaltFel:      # inget hänvisar till det
//!       type: object
//!       description: Ett fel.
//!       x-en: { description: An error. }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! components:
//!   schemas:
//!     Fel:             # svaren hänvisar till det
//!       type: object
//!       description: Ett fel.
//!       x-en: { description: An error. }
//! ```
//!
//! ## Så rättar du
//!
//! Ta bort komponenten, eller hänvisa till den där den hör hemma. Det här är en varning: webbplatsen
//! byggs ändå.

use crate::check::api::{all_lead_somewhere, names};
use crate::diagnostic::Diagnostic;
use crate::model::Service;
use crate::model::service::Component;
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;
use std::collections::HashSet;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for service in &tables.services {
        // What a broken reference was meant for would look unused.
        if !all_lead_somewhere(service) {
            continue;
        }
        let used = used(service);
        for kind in Component::ALL {
            for name in names(service, kind) {
                if !used.contains(&(kind.key(), name)) {
                    out.push(unused(service, kind, name));
                }
            }
        }
    }
}

/// The components that operations need, found step by step.
fn used(service: &Service) -> HashSet<(&'static str, &str)> {
    let operations = service.operations.iter();
    let named = operations.flat_map(|it| it.security.iter().flatten());
    let mut used: HashSet<(&'static str, &str)> = service
        .security
        .iter()
        .chain(named)
        .map(|name| (Component::SecurityScheme.key(), &*name.value))
        .collect();
    loop {
        let before = used.len();
        for reference in &service.refs {
            let is_needed = match &reference.within {
                None => true,
                Some((kind, name)) => used.contains(&(kind.key(), &**name)),
            };
            if let (true, Some(name)) = (is_needed, reference.name()) {
                used.insert((reference.kind.key(), name));
            }
        }
        if used.len() == before {
            return used;
        }
    }
}

fn unused(service: &Service, kind: Component, name: &str) -> Diagnostic {
    let section = kind.key();
    let message = say!(
        "`{name}` bland `{section}` används inte",
        "`{name}` among `{section}` isn't used"
    );
    Diagnostic::new("K0605", place(service, kind, name), message).help(say!(
        "ta bort den, eller hänvisa till den där den hör hemma",
        "remove it, or refer to it where it belongs"
    ))
}

/// Where the name of a component stands.
fn place(service: &Service, kind: Component, name: &str) -> Span {
    macro_rules! find {
        ($field:ident) => {
            service
                .$field
                .iter()
                .find(|it| *it.name.value == *name)
                .map(|it| it.name.span)
        };
    }
    let found = match kind {
        Component::Schema => find!(schemas),
        Component::Parameter => find!(parameters),
        Component::Header => find!(headers),
        Component::RequestBody => find!(request_bodies),
        Component::Response => find!(responses),
        Component::Example => find!(examples),
        Component::SecurityScheme => find!(security_schemes),
    };
    found.unwrap_or(Span::start_of(service.file))
}
