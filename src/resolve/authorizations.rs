//! Which authorization object types read what others may: what each includes, at any
//! number of steps.

use super::Tables;
use crate::diagnostic::Diagnostic;
use crate::say;

impl Tables {
    /// The authorization object types that one includes by way of others too, without
    /// itself, in order.
    pub fn included(&self, authorization: u32) -> &[u32] {
        let own = self.authorizations.get(authorization as usize);
        own.map_or(&[], |it| &it.all_included)
    }

    /// Finds what each includes by way of others.
    pub(super) fn link_authorizations(&mut self) {
        for at in 0..self.authorizations.len() {
            let found = u32::try_from(at).map_or(Vec::new(), |at| self.reach(at));
            self.authorizations[at].all_included = found.into();
        }
    }

    fn reach(&self, authorization: u32) -> Vec<u32> {
        let mut found = Vec::new();
        let mut next = vec![authorization];
        while let Some(it) = next
            .pop()
            .and_then(|at| self.authorizations.get(at as usize))
        {
            let own = it.includes.iter().map(|other| other.index);
            for other in own.filter(|other| (*other as usize) < self.authorizations.len()) {
                if other != authorization && !found.contains(&other) {
                    found.push(other);
                    next.push(other);
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// The authorization object types that read what some may because they include one
    /// of those, in order.
    pub fn inheriting(&self, stated: &[u32]) -> Vec<u32> {
        let all = (0_u32..).take(self.authorizations.len());
        let others = all.filter(|at| !stated.contains(at));
        others
            .filter(|at| self.included(*at).iter().any(|it| stated.contains(it)))
            .collect()
    }
}

/// Authorization object types that include themselves. Each circle is told of once.
pub(super) fn circles(tables: &Tables) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut told = vec![false; tables.authorizations.len()];
    for (at, it) in (0_u32..).zip(&tables.authorizations) {
        let leads_back = |other: u32| other == at || tables.included(other).contains(&at);
        let Some(link) = it.includes.iter().find(|other| leads_back(other.index)) else {
            continue;
        };
        if told[at as usize] {
            continue;
        }
        let mut ids = vec![it.id.to_string()];
        let mut here = link.index;
        told[at as usize] = true;
        while here != at && !told[here as usize] {
            told[here as usize] = true;
            let own = &tables.authorizations[here as usize];
            ids.push(own.id.to_string());
            let next = own.includes.iter().find(|other| leads_back(other.index));
            here = next.map_or(at, |next| next.index);
        }
        ids.push(it.id.to_string());
        let ids = ids.join(" → ");
        let message = say!(
            "behörigheterna omfattar varandra i en cirkel: {ids}",
            "the authorizations include each other in a circle: {ids}"
        );
        let help = say!(
            "ta bort ur `includes` den behörighet som är snävare",
            "remove from `includes` the authorization that is the narrower one"
        );
        findings.push(Diagnostic::new("K0202", link.span, message).help(help));
    }
    findings
}
