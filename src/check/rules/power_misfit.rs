//! ## What it checks
//!
//! A test customer's power fits the one who holds it and the customer that it is about. An
//! authorization for persons is held about a person, and one for organisations about an organisation. A
//! read proxy is an organisation; everybody else who holds a power is a person. What only the customer
//! itself holds is never given as a power, and nobody has a power about itself.
//!
//! ## Why
//!
//! The sandbox answers questions by these powers. One that nobody could have would show a user events
//! that no real service would hand out, and make its prototypes teach the wrong thing.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! powers:
//!   - { authorization: GUARDIAN, customer: RESTAURANG_AB }     # for persons only
//!   - { authorization: SELF, customer: CHILD }                 # only the customer itself
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! powers:
//!   - { authorization: GUARDIAN, customer: CHILD }
//!   - { authorization: SIGNATORY, customer: RESTAURANG_AB }
//! ```
//!
//! ## How to fix
//!
//! Choose the authorization by which the holder reads about just that customer, or another customer.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En testkunds befogenhet passar den som har den och kunden som den gäller. En behörighet för personer
//! gäller en person, och en för organisationer en organisation. Ett juridiskt läsombud är en
//! organisation; alla andra som har en befogenhet är personer. Det som bara kunden själv har ges aldrig
//! som befogenhet, och ingen har en befogenhet för sig själv.
//!
//! ## Varför
//!
//! Sandlådan besvarar frågor efter befogenheterna. En som ingen kan ha skulle visa en användare
//! händelser som ingen verklig tjänst lämnar ut, och få prototyperna att lära ut fel sak.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! powers:
//!   - { authorization: GUARDIAN, customer: RESTAURANG_AB }     # bara för personer
//!   - { authorization: SELF, customer: CHILD }                 # bara kunden själv
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! powers:
//!   - { authorization: GUARDIAN, customer: CHILD }
//!   - { authorization: SIGNATORY, customer: RESTAURANG_AB }
//! ```
//!
//! ## Så rättar du
//!
//! Välj den behörighet som innehavaren läser om just den kunden med, eller en annan kund.

use crate::diagnostic::{Diagnostic, Message};
use crate::model::{Authorization, AuthorizationKind, CustomerKind, NumberKind, TestCustomer};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for holder in &tables.customers {
        for power in &holder.powers {
            let Some(authorization) = tables.find(&power.authorization) else {
                continue;
            };
            let about = tables.find(&power.customer);
            let own = of_holder(holder, authorization, power.authorization.span);
            let other = || of_customer(holder, about?, authorization, power.customer.span);
            if let Some((place, message, help)) = own.or_else(other) {
                out.push(Diagnostic::new("K0974", place, message).help(help));
            }
        }
    }
}

/// A place, what is wrong there, and what to do.
type Slip = (Span, Message, Message);

fn of_holder(holder: &TestCustomer, authorization: &Authorization, place: Span) -> Option<Slip> {
    let id = &authorization.id.value;
    let organisation = holder.kind == NumberKind::Organisation;
    match authorization.kind {
        AuthorizationKind::Own => Some((
            place,
            say!(
                "`{id}` har bara kunden själv, så den kan inte vara en befogenhet",
                "`{id}` is held by the customer itself only, so it can't be a power"
            ),
            say!(
                "ta bort raden: var och en läser om sig själv utan den",
                "remove the line: everybody reads about themselves without it"
            ),
        )),
        AuthorizationKind::ReadProxy if !organisation => Some((
            place,
            say!(
                "`{id}` har bara en organisation, men innehavaren är en person",
                "`{id}` is held by an organisation only, but the holder is a person"
            ),
            say!(
                "ge organisationen befogenheten, och skriv organisationen under `employers` för personen",
                "give the organisation the power, and write the organisation under the person's `employers`"
            ),
        )),
        AuthorizationKind::ReadProxy => None,
        _ if organisation => Some((
            place,
            say!(
                "`{id}` har bara en person, men innehavaren är en organisation",
                "`{id}` is held by a person only, but the holder is an organisation"
            ),
            say!(
                "ge en person befogenheten, eller välj en för juridiska läsombud",
                "give a person the power, or choose one for read proxies"
            ),
        )),
        _ => None,
    }
}

fn of_customer(
    holder: &TestCustomer,
    about: &TestCustomer,
    authorization: &Authorization,
    place: Span,
) -> Option<Slip> {
    if holder.id.value == about.id.value {
        return Some((
            place,
            say!(
                "befogenheten gäller innehavaren själv",
                "the power is about its holder"
            ),
            say!(
                "ta bort raden: var och en läser om sig själv utan den",
                "remove the line: everybody reads about themselves without it"
            ),
        ));
    }
    let (id, customer) = (&authorization.id.value, &about.id.value);
    let organisation = about.kind == NumberKind::Organisation;
    let message = match authorization.customer {
        CustomerKind::Person if organisation => say!(
            "`{id}` gäller personer, men `{customer}` är en organisation",
            "`{id}` is for persons, but `{customer}` is an organisation"
        ),
        CustomerKind::Organisation if !organisation => say!(
            "`{id}` gäller organisationer, men `{customer}` är en person",
            "`{id}` is for organisations, but `{customer}` is a person"
        ),
        _ => return None,
    };
    let help = say!(
        "välj en annan kund, eller en behörighet som passar `{customer}`",
        "choose another customer, or an authorization that fits `{customer}`"
    );
    Some((place, message, help))
}
