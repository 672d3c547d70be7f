//! Whose cases a view is about, and with what right.

use super::{Cx, Overview, Rights, Whom};
use crate::model::{AuthorizationKind, Entity as _, TestCustomer};
use crate::resolve::Catalogue;

/// Most parties of a question.
pub(super) const MAX_PARTIES: usize = 100;

/// A customer that the user may read about.
pub(super) struct Readable {
    /// The customer, as an index into the catalogue.
    pub(super) customer: usize,
    /// The rights that the user holds for it, as indexes into the catalogue.
    pub(super) rights: Vec<usize>,
}

/// Everybody that the user may read about today, the user first.
pub(super) fn everybody(user: usize, rights: &dyn Rights) -> Vec<Readable> {
    let all = rights.customers(user).into_iter();
    let all = all.map(|(customer, rights)| Readable { customer, rights });
    all.collect()
}

/// Whom a view asks about; nobody when the user may not read what it asks for. A question
/// has room for a hundred: of more, one at a time must be chosen.
pub(super) fn asked(view: &Overview, rights: &dyn Rights) -> Vec<Readable> {
    let mut all = everybody(view.user, rights);
    match view.whom {
        Whom::All => all.truncate(MAX_PARTIES),
        Whom::One(customer) => all.retain(|it| it.customer == customer),
        Whom::Nobody => all.clear(),
    }
    all
}

/// Whether a reader with these rights only reads, so that the customer is the one to act.
pub(super) fn only_reads(catalogue: &Catalogue, rights: &[usize]) -> bool {
    let kinds = rights
        .iter()
        .filter_map(|at| catalogue.authorizations.get(*at));
    let mut kinds = kinds.map(|it| it.kind).peekable();
    kinds.peek().is_some() && kinds.all(|kind| kind == AuthorizationKind::ReadProxy)
}

impl<'p> Cx<'p> {
    /// A test customer.
    pub(super) fn customer(&self, customer: usize) -> &'p TestCustomer {
        &self.catalogue.customers[customer]
    }

    /// What a test customer is called.
    pub(super) fn customer_title(&self, customer: usize) -> &'p str {
        self.text(&self.customer(customer).title)
    }

    /// The rights that a user holds, in words: Firmatecknare, Ombud.
    pub(super) fn rights(&self, rights: &[usize]) -> String {
        let rights = rights
            .iter()
            .filter_map(|at| self.catalogue.authorizations.get(*at));
        let mut rights: Vec<_> = rights.collect();
        rights.sort_by_key(|it| (it.kind, it.order, it.id()));
        let titles: Vec<&str> = rights.iter().map(|it| self.text(&it.title)).collect();
        titles.join(", ")
    }
}
