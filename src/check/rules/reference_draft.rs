//! ## What it checks
//!
//! What a published version names is published too: its category, its authorization object types, the
//! code lists of its attributes, and its process. A draft may name drafts.
//!
//! ## Why
//!
//! A draft may still change, or never come. What is published and rests on it promises something that
//! nobody has decided.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: draft
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: published
//! category: PAUSED
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: draft
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: draft
//! category: PAUSED
//! ```
//!
//! ## How to fix
//!
//! Let the version stay a draft until what it names is decided, or name something that is in use.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! Det som en publicerad version nämner är också publicerat: kategorin, behörighetsobjektstyperna,
//! attributens kodlistor och processen. Ett utkast får nämna utkast.
//!
//! ## Varför
//!
//! Ett utkast kan ändras, eller aldrig bli av. Det som är publicerat och vilar på ett utkast lovar
//! något som ingen har beslutat.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: draft
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: published
//! category: PAUSED
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: draft
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: draft
//! category: PAUSED
//! ```
//!
//! ## Så rättar du
//!
//! Låt versionen vara ett utkast tills det som den nämner är beslutat, eller nämn något som är i bruk.

use crate::check::references::each;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Standing, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    each(tables, event_type, |version, it| {
        if version.status == Status::Draft || it.standing != Standing::Draft {
            return;
        }
        let (name, (sv, en)) = (it.name, it.kind);
        out.push(
            Diagnostic::new(
                "K0326",
                it.span,
                say!(
                    "{sv} `{name}` är ett utkast, men versionen är publicerad",
                    "the {en} `{name}` is a draft, but the version is published"
                ),
            )
            .help(say!(
                "låt versionen vara ett utkast tills `{name}` är publicerad, eller nämn något som är i bruk",
                "let the version stay a draft until `{name}` is published, or name something that is in use"
            )),
        );
    });
}
