//! ## What it checks
//!
//! A private consumer in production fulfils every requirement in `catalogue/common/requirements`,
//! at the latest on its first day in production.
//!
//! ## Why
//!
//! A private actor isn't bound by the rules for authorities. The requirements take their place, and
//! customers and producers should be able to see that they are fulfilled.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! requirements: []
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! requirements:
//!   - requirement: ENCRYPTION
//!     fulfilled: 2025-11-03
//!     evidence: { sv: Arkitekturbeskrivning, en: Description of the architecture }
//!   # … and so on, for every requirement in catalogue/common/requirements
//! ```
//!
//! ## How to fix
//!
//! Add the requirements that the finding names, each with the day and what shows that it is
//! fulfilled. If something remains, write `status: planned` for the environment.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En privat konsument i produktion uppfyller varje krav i `catalogue/common/requirements`, senast
//! sin första dag i produktion.
//!
//! ## Varför
//!
//! En privat aktör omfattas inte av de regler som gäller för myndigheter. Kraven kommer i deras
//! ställe, och kunder och producenter ska kunna se att de är uppfyllda.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! requirements: []
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! requirements:
//!   - requirement: ENCRYPTION
//!     fulfilled: 2025-11-03
//!     evidence: { sv: Arkitekturbeskrivning, en: Description of the architecture }
//!   # … och så vidare, för varje krav i catalogue/common/requirements
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till de krav som anmärkningen nämner, vart och ett med dagen och med det som visar att
//! kravet är uppfyllt. Återstår något: skriv `status: planned` för miljön.

use crate::diagnostic::Diagnostic;
use crate::model::ActorKind;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for consumer in &tables.consumers {
        let actor = &consumer.actor;
        let first = actor.in_production().min_by_key(|it| it.since.value);
        let Some(first) = first.filter(|_| actor.kind == ActorKind::Private) else {
            continue;
        };
        // One that isn't known may be meant for any of those that are missing.
        let known = |it: &crate::model::Fulfilment| tables.find(&it.requirement).is_some();
        let is_whole = consumer.requirements.iter().all(known);
        let fulfilled = |at: usize| {
            let mut all = consumer.requirements.iter();
            all.any(|it| it.requirement.index as usize == at)
        };
        let all = tables.requirements.iter().enumerate();
        let missing = all.filter(|(at, _)| is_whole && !fulfilled(*at));
        let missing: Vec<&str> = missing.map(|(_, it)| &*it.id.value).collect();
        if !missing.is_empty() {
            let message = match missing.as_slice() {
                [only] => say!(
                    "konsumenten är privat och i produktion, men kravet {only} är inte uppfyllt",
                    "the consumer is private and in production, but the requirement {only} is not fulfilled"
                ),
                all => {
                    let (count, names) = (all.len(), all.join(", "));
                    say!(
                        "konsumenten är privat och i produktion, men {count} krav är inte uppfyllda: {names}",
                        "the consumer is private and in production, but {count} of the requirements are not fulfilled: {names}"
                    )
                }
            };
            out.push(
                Diagnostic::new("K0954", first.name.span, message)
                .help(say!(
                    "lägg till det som saknas under `requirements`, med `fulfilled` och `evidence`; återstår något: skriv `status: planned` för miljön",
                    "add what is missing under `requirements`, with `fulfilled` and `evidence`; if something remains: write `status: planned` for the environment"
                )),
            );
        }
        let start = first.since.value;
        let late = consumer.requirements.iter();
        for it in late.filter(|it| it.fulfilled.value > start) {
            let (day, name) = (it.fulfilled.value, &it.requirement.name);
            out.push(
                Diagnostic::new(
                    "K0954",
                    it.fulfilled.span,
                    say!(
                        "kravet {name} uppfylldes {day}, efter konsumentens första dag i produktion",
                        "the requirement {name} was fulfilled on {day}, after the consumer's first day in production"
                    ),
                )
                .related(
                    first.since.span,
                    say!("första dagen står här", "the first day is here"),
                )
                .help(say!(
                    "rätta den av dagarna som är fel; `fulfilled` får inte vara senare än {start}",
                    "correct the day that is wrong; `fulfilled` can't be later than {start}"
                )),
            );
        }
    }
}
