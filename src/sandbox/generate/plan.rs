//! Which cases the test customers have, and when they begin.

use super::Drawn;
use super::case::Party;
use super::days::later;
use super::random::Random;
use super::walk::{World, case};
use crate::model::{
    AuthorizationKind, CaseArea, CustomerKind, NumberKind, Process, Ref, TestCustomer,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How long before the day the oldest event may lie.
const DAYS: i64 = 730;

/// How many days an area may have been going on: three in four are begun within these, so
/// that somebody who looks at the day meets what goes on and what waits, and not only what
/// is over.
const GOING_ON: (i64, i64) = (60, 240);

/// How many of the last days are those in which two of five single cases begin, so that some
/// cases always go on.
const LATE: i64 = 70;

/// All cases of all customers.
pub(super) fn cases(world: &World<'_>, seed: u64, as_of: Date) -> Vec<Drawn> {
    let mut plan = Plan {
        world,
        seed,
        first: later(as_of, -DAYS),
        ended: BTreeMap::new(),
        count: 0,
        out: Vec::new(),
    };
    for customer in &world.catalogue.customers {
        for area in &customer.areas {
            plan.area(customer, world.catalogue.get(area));
        }
    }
    for customer in &world.catalogue.customers {
        for process in &customer.processes {
            let index = process.index;
            let process = world.catalogue.get(process);
            let key = (customer.id.value.clone(), index);
            if !plan.ended.contains_key(&key) {
                let mut random = plan.random(&[&customer.id, &process.id, "day"]);
                let days = match random.below(5) {
                    0 | 1 => random.between(DAYS - LATE, DAYS - 10),
                    _ => random.between(0, DAYS - LATE),
                };
                let day = later(plan.first, days);
                plan.case(customer, index, process, day);
            }
        }
    }
    plan.out
}

/// A customer's id and a process, as an index into the catalogue.
type Key = (Box<str>, u32);

struct Plan<'w, 'c> {
    world: &'w World<'c>,
    seed: u64,
    first: Date,
    /// When each customer's case in each process ended; nothing when it goes on.
    ended: BTreeMap<Key, Option<Date>>,
    count: usize,
    out: Vec<Drawn>,
}

/// A customer's way through an area. Of each step: nothing before it has been gone through,
/// and then the day, or nothing when that hasn't come yet.
struct Way<'a> {
    customer: &'a TestCustomer,
    area: &'a CaseArea,
    begins: Date,
    started: Vec<Option<Option<Date>>>,
    done: Vec<Option<Option<Date>>>,
}

impl<'c> Plan<'_, 'c> {
    fn random(&self, names: &[&str]) -> Random {
        Random::of(self.seed, names)
    }

    /// Goes through the steps of an area, each when those before it are done.
    fn area(&mut self, customer: &TestCustomer, area: &CaseArea) {
        let mut random = self.random(&[&customer.id, &area.id, "day"]);
        let (least, most) = GOING_ON;
        let days = match random.below(4) {
            0 => random.between(0, DAYS - most),
            _ => random.between(DAYS - most, DAYS - least),
        };
        let begins = later(self.first, days);
        let mut way = Way {
            customer,
            area,
            begins,
            started: vec![None; area.steps.len()],
            done: vec![None; area.steps.len()],
        };
        for at in 0..area.steps.len() {
            self.end(&mut way, at);
        }
    }

    /// When a step begins: after what it is a part of and when what it comes after is done.
    fn start(&mut self, way: &mut Way<'_>, at: usize) -> Option<Date> {
        if let Some(known) = way.started.get(at).copied().flatten() {
            return known;
        }
        let step = way.area.steps.get(at)?;
        let mut start = match step.parent {
            Some(whole) => self.start(way, whole),
            None => Some(way.begins),
        };
        for earlier in &step.after {
            let ended = self.end(way, earlier.value);
            start = start.zip(ended).map(|(a, b)| a.max(b));
        }
        let mut random = self.random(&[&way.customer.id, &way.area.id, &step.id, "wait"]);
        let start = start.map(|day| later(day, random.between(1, 20)));
        if let Some(place) = way.started.get_mut(at) {
            *place = Some(start);
        }
        start
    }

    /// When a step, and all that are parts of it, is done.
    fn end(&mut self, way: &mut Way<'_>, at: usize) -> Option<Date> {
        if let Some(known) = way.done.get(at).copied().flatten() {
            return known;
        }
        let start = self.start(way, at);
        let step = way.area.steps.get(at)?;
        let mut end = start;
        for process in &step.processes {
            let ended = start.and_then(|day| self.of_step(way.customer, process, day));
            end = end.zip(ended).map(|(a, b)| a.max(b));
        }
        for part in way.area.parts(Some(at)) {
            let ended = self.end(way, part);
            end = end.zip(ended).map(|(a, b)| a.max(b));
        }
        if let Some(place) = way.done.get_mut(at) {
            *place = Some(end);
        }
        end
    }

    /// A case of a step. Where the customer reads about itself it is the customer's own; else
    /// it is about one whom the customer represents, as a child. Where neither can be,
    /// the step is no concern of this customer's and takes no time.
    fn of_step(
        &mut self,
        customer: &TestCustomer,
        process: &Ref<Process>,
        day: Date,
    ) -> Option<Date> {
        let (index, catalogue) = (process.index, self.world.catalogue);
        let process = catalogue.get(process);
        match self.subject(customer, process) {
            Some(subject) => self.case(subject, index, process, day),
            None => Some(day),
        }
    }

    /// Whom a case in a process of a customer's area is about.
    fn subject<'t>(&self, customer: &'t TestCustomer, process: &Process) -> Option<&'t TestCustomer>
    where
        'c: 't,
    {
        let catalogue = self.world.catalogue;
        let types = process.event_types().iter().map(|it| catalogue.get(it));
        let asked: Vec<_> = types
            .flat_map(|it| it.current().authorizations.iter())
            .map(|it| catalogue.get(it))
            .collect();
        let own = asked.iter().any(|it| match it.kind {
            AuthorizationKind::Own => customer.kind != NumberKind::Organisation,
            AuthorizationKind::Signatory => customer.kind == NumberKind::Organisation,
            _ => false,
        });
        if own {
            return Some(customer);
        }
        let power = customer.powers.iter().find(|power| {
            let held = catalogue.get(&power.authorization);
            let represents = held.kind == AuthorizationKind::Representative
                && held.customer != CustomerKind::Organisation;
            represents && power.holds(0) && asked.iter().any(|it| it.id.value == held.id.value)
        });
        power.map(|it| catalogue.get(&it.customer))
    }

    /// Lets a customer's case in a process go its way, no earlier than what it follows on
    /// has ended. Gives when it ended.
    fn case(
        &mut self,
        customer: &TestCustomer,
        index: u32,
        process: &Process,
        day: Date,
    ) -> Option<Date> {
        let key = |index: u32| (customer.id.value.clone(), index);
        if let Some(known) = self.ended.get(&key(index)) {
            return *known;
        }
        let mut begins = Some(day);
        for earlier in &process.follows {
            if let Some(ended) = self.ended.get(&key(earlier.index)) {
                begins = begins
                    .zip(*ended)
                    .map(|(day, ended)| day.max(later(ended, 1)));
            }
        }
        self.count += 1;
        let random = self.random(&[&customer.id, &process.id]);
        let (party, ordinal) = (Party::of(customer), self.count);
        let ended = begins.and_then(|begins| {
            case(
                self.world,
                process,
                party,
                ordinal,
                begins,
                random,
                &mut self.out,
            )
        });
        self.ended.insert(key(index), ended);
        ended
    }
}
