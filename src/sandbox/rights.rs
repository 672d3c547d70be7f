//! Who may read what: the rights that a user holds for a customer, from the test persons
//! and their powers.

use super::page::Rights as _;
use super::wire::Customer;
use crate::model::{AuthorizationKind, Status, TestCustomer, matches_prefix};
use crate::resolve::Catalogue;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The rights of all test persons on a certain day.
pub(super) struct Rights {
    catalogue: Arc<Catalogue>,
    /// The rights of each customer for others, by its index.
    held: Vec<Vec<Right>>,
    /// Customers by number and supplement.
    by_number: HashMap<Box<str>, Vec<usize>>,
    /// The authorization object types that customers hold for themselves.
    own: Vec<u32>,
    /// Which authorization object types open each event type.
    opened: HashMap<Box<str>, Vec<u32>>,
}

/// A right of somebody for somebody else.
#[derive(Clone)]
struct Right {
    customer: usize,
    authorization: u32,
    /// The event types that it is limited to; all when empty.
    event_types: Vec<Box<str>>,
}

impl Rights {
    /// The rights as they are on a day.
    pub(super) fn new(catalogue: Arc<Catalogue>, as_of: Date) -> Self {
        let customers = &catalogue.customers;
        let powers = |holder: &TestCustomer| -> Vec<Right> {
            let all = holder.powers.iter();
            let in_force = all.filter(|power| {
                let day = |days: i64| {
                    let span = jiff::Span::new().try_days(days).ok()?;
                    as_of.checked_add(span).ok()
                };
                let begun = power
                    .begins
                    .as_ref()
                    .is_none_or(|it| day(it.value).is_some_and(|it| it <= as_of));
                let lasts = power
                    .ends
                    .as_ref()
                    .is_none_or(|it| day(it.value).is_some_and(|it| it >= as_of));
                begun && lasts
            });
            in_force
                .map(|power| Right {
                    customer: power.customer.index as usize,
                    authorization: power.authorization.index,
                    event_types: power
                        .event_types
                        .iter()
                        .map(|it| it.value.clone())
                        .collect(),
                })
                .collect()
        };
        let own_powers: Vec<Vec<Right>> = customers.iter().map(powers).collect();
        // Who is employed by a read proxy reads what it may read.
        let is_read_proxy = |right: &&Right| {
            let authorization = &catalogue.authorizations[right.authorization as usize];
            authorization.kind == AuthorizationKind::ReadProxy
        };
        let held = customers.iter().zip(&own_powers).map(|(person, own)| {
            let employers = person.employers.iter().map(|it| it.index as usize);
            let through =
                employers.flat_map(|employer| own_powers[employer].iter().filter(is_read_proxy));
            own.iter().chain(through).cloned().collect()
        });
        let held: Vec<Vec<Right>> = held.collect();
        let mut by_number: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (at, customer) in customers.iter().enumerate() {
            by_number
                .entry(customer.number.value.clone())
                .or_default()
                .push(at);
        }
        let kinds = catalogue.authorizations.iter().zip(0_u32..);
        let own = kinds
            .filter(|(it, _)| it.kind == AuthorizationKind::Own)
            .map(|(_, at)| at)
            .collect();
        let opened = catalogue.event_types.iter().map(|event_type| {
            let version = event_type.current();
            let list = match version.status {
                Status::Draft => Vec::new(),
                _ => version.authorizations.iter().map(|it| it.index).collect(),
            };
            (event_type.id.value.clone(), list)
        });
        let opened = opened.collect();
        Self {
            held,
            by_number,
            own,
            opened,
            catalogue,
        }
    }

    /// Whether a user may read an event of a type about a customer. Whoever isn't a test
    /// person may read about themselves only.
    pub(super) fn may_read(&self, user: &str, customer: &Customer, event_type: &str) -> bool {
        let Some(opened) = self.opened.get(event_type) else {
            return false;
        };
        if *user == *customer.number && self.opens(&self.own, opened) {
            return true;
        }
        let holders = self.by_number.get(user).into_iter().flatten();
        let mut rights = holders.flat_map(|holder| &self.held[*holder]);
        rights.any(|right| {
            let about = &self.catalogue.customers[right.customer];
            let same = *about.number.value == *customer.number
                && (about.supplement.is_none()
                    || about.supplement.as_ref().map(|it| &it.value)
                        == customer.supplement.as_ref());
            let covered = right.event_types.is_empty()
                || right
                    .event_types
                    .iter()
                    .any(|it| matches_prefix(event_type, it));
            same && covered && self.opens(&[right.authorization], opened)
        })
    }

    /// The customers that a user, by number, may read about in some way.
    pub(super) fn customers_of(&self, user: &str) -> Vec<Customer> {
        let holders = self.by_number.get(user).into_iter().flatten();
        let indexes: BTreeSet<usize> = holders
            .flat_map(|holder| self.customers(*holder))
            .map(|(customer, _)| customer)
            .collect();
        let all = indexes.iter().map(|at| &self.catalogue.customers[*at]);
        all.map(Customer::of).collect()
    }

    /// Whether any of the rights, or what they include, opens an event type.
    fn opens(&self, held: &[u32], opened: &[u32]) -> bool {
        held.iter().any(|held| {
            let included = &self.catalogue.authorizations[*held as usize].all_included;
            opened.iter().any(|it| it == held || included.contains(it))
        })
    }
}

impl super::page::Rights for Rights {
    fn customers(&self, user: usize) -> Vec<(usize, Vec<usize>)> {
        let Some(held) = self.held.get(user) else {
            return Vec::new();
        };
        let own = self.own.iter().map(|it| *it as usize).collect();
        let mut all = vec![(user, own)];
        let others: BTreeSet<usize> = held.iter().map(|right| right.customer).collect();
        for other in others {
            let of = held.iter().filter(|right| right.customer == other);
            let kinds: BTreeSet<usize> = of.map(|right| right.authorization as usize).collect();
            all.push((other, kinds.into_iter().collect()));
        }
        all
    }

    fn may_read(&self, user: usize, customer: usize, event_type: usize) -> bool {
        let customers = &self.catalogue.customers;
        let (Some(user), Some(customer)) = (customers.get(user), customers.get(customer)) else {
            return false;
        };
        let event_type = self.catalogue.event_types.get(event_type);
        event_type.is_some_and(|event_type| {
            self.may_read(
                &user.number.value,
                &Customer::of(customer),
                &event_type.id.value,
            )
        })
    }
}
