//! The question for a view: about whom, and no more event types than may be shown.
//!
//! Days and categories don't go into the question. A case's latest event says whom it
//! waits for, and that event may lie outside the days: with them, a case that waits for
//! the customer could look as if it didn't, or not be there at all.

use super::whom::{Readable, asked};
use super::{Overview, Rights};
use crate::model::{Entity as _, MAX_PREFIXES};
use crate::resolve::Catalogue;
use serde_json::{Map, Value, json};

/// The question, or nothing when there is nothing that the user may read.
pub(super) fn question(
    catalogue: &Catalogue,
    view: &Overview,
    rights: &dyn Rights,
) -> Option<Value> {
    let whom = asked(view, rights);
    let types = types(catalogue, view, rights, &whom)?;
    let parties: Vec<Value> = whom
        .iter()
        .map(|it| {
            let customer = &catalogue.customers[it.customer];
            let mut own = json!({
                "identifierare": &*customer.number.value,
                "typ": customer.kind.wire(),
            });
            if let Some(supplement) = &customer.supplement {
                own["tillagg"] = Value::from(&*supplement.value);
            }
            json!({ "kund": own })
        })
        .collect();
    let mut asked = Map::new();
    asked.insert("parter".to_owned(), parties.into());
    if !types.is_empty() {
        asked.insert("kundhandelseTyper".to_owned(), types.into());
    }
    let user = &*catalogue.customers[view.user].number.value;
    Some(json!({ "fraga": asked, "anvandare": user }))
}

/// The prefixes to ask for: producers and processes with something that may be read about
/// somebody asked about. None when that is all of them; `None` when nothing may be read.
fn types(
    catalogue: &Catalogue,
    view: &Overview,
    rights: &dyn Rights,
    whom: &[Readable],
) -> Option<Vec<String>> {
    let may_read = |process: usize| {
        let events = catalogue.processes[process].event_types();
        whom.iter().any(|it| {
            let mut events = events.iter();
            events.any(|event| rights.may_read(view.user, it.customer, event.index as usize))
        })
    };
    let mut prefixes = Vec::new();
    let mut producers = Vec::new();
    let mut whole = true;
    for (at, producer) in catalogue.producers.iter().enumerate() {
        let processes: Vec<usize> = producer
            .processes()
            .iter()
            .map(|it| it.index as usize)
            .collect();
        let own = processes
            .iter()
            .copied()
            .filter(|process| may_read(*process));
        let own: Vec<usize> = match view.filters.producer {
            Some(only) if only != at => Vec::new(),
            _ => own.collect(),
        };
        whole &= own.len() == processes.len();
        if own.is_empty() {
            continue;
        }
        producers.push(producer.id().to_owned());
        if own.len() == processes.len() {
            prefixes.push(producer.id().to_owned());
        } else {
            let processes = own
                .iter()
                .map(|at| catalogue.processes[*at].id().to_owned());
            prefixes.extend(processes);
        }
    }
    match prefixes.is_empty() {
        true => None,
        false if whole => Some(Vec::new()),
        false if prefixes.len() <= MAX_PREFIXES => Some(prefixes),
        false => Some(producers),
    }
}

/// The producers that have something that the user may read about somebody asked about.
pub(super) fn producers(catalogue: &Catalogue, view: &Overview, rights: &dyn Rights) -> Vec<usize> {
    let whom = asked(view, rights);
    let any = |producer: &usize| {
        let processes = catalogue.producers[*producer].processes().iter();
        let mut events = processes.flat_map(|it| catalogue.get(it).event_types());
        events.any(|event| {
            let mut whom = whom.iter();
            whom.any(|it| rights.may_read(view.user, it.customer, event.index as usize))
        })
    };
    (0..catalogue.producers.len()).filter(any).collect()
}
