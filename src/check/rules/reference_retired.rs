//! ## What it checks
//!
//! What a version names is in use: its category, its authorization object types, the code lists of
//! its attributes, and its process. A version that was published before one of them was retired may
//! go on naming it; a draft, or a version published later, may not.
//!
//! ## Why
//!
//! What is retired is kept only so that old versions can be understood. A new version that builds on
//! it would be out of date from its first day.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: retired
//! retired: 2025-01-31
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: draft
//! category: PAUSED
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: retired
//! retired: 2025-01-31
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: published
//! published: 2024-05-01
//! category: PAUSED
//! ```
//!
//! ## How to fix
//!
//! Name something that is in use. The page of what was retired says what took its place. If it was
//! retired by mistake, ask its steward.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! Det som en version nämner är i bruk: kategorin, behörighetsobjektstyperna, attributens kodlistor
//! och processen. En version som publicerades innan något av dem avvecklades får fortsätta nämna
//! det; ett utkast, eller en version som har publicerats senare, får det inte.
//!
//! ## Varför
//!
//! Det som är avvecklat finns kvar bara för att gamla versioner ska gå att förstå. En ny version som
//! bygger på det skulle vara föråldrad från första dagen.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: retired
//! retired: 2025-01-31
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: draft
//! category: PAUSED
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/categories/PAUSED.yaml
//! id: PAUSED
//! order: 9
//! status: retired
//! retired: 2025-01-31
//! title: { … }
//! description: { … }
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: published
//! published: 2024-05-01
//! category: PAUSED
//! ```
//!
//! ## Så rättar du
//!
//! Nämn något som är i bruk. Sidan för det som är avvecklat säger vad som har ersatt det. Om det
//! avvecklades av misstag: fråga den som förvaltar det.

use crate::check::references::each;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Standing, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    each(tables, event_type, |version, it| {
        let Standing::Retired(day) = it.standing else {
            return;
        };
        let later = version.published.as_ref().is_some_and(|it| it.value >= day);
        if version.status != Status::Draft && !later {
            return;
        }
        let (name, (sv, en)) = (it.name, it.kind);
        let help = match it.kind.1 {
            "process" => say!(
                "skriv händelsetypen i en process som är i bruk, eller fråga producenten om processen ska tas i bruk igen",
                "write the event type in a process that is in use, or ask the producer whether the process is to be used again"
            ),
            _ => say!(
                "nämn något som är i bruk, eller fråga den som förvaltar det vad som ersätter det",
                "name something that is in use, or ask its steward what takes its place"
            ),
        };
        out.push(
            Diagnostic::new(
                "K0325",
                it.span,
                say!(
                    "{sv} `{name}` avvecklades {day}",
                    "the {en} `{name}` was retired on {day}"
                ),
            )
            .help(help),
        );
    });
}
