//! A way through the states of a process, from a start towards an end.

use super::Drawn;
use super::case::{Case, Party};
use super::content;
use super::days::later;
use super::random::Random;
use crate::model::{Process, Transition};
use crate::resolve::Catalogue;
use jiff::civil::Date;

/// How many events a case has at most before it takes the shortest way to an end.
const LONG: usize = 7;

/// How many days pass before a producer's next event, and before one when the customer
/// must act first.
const PASS: [(i64, i64); 2] = [(3, 24), (6, 30)];

/// What is true of all cases.
pub(super) struct World<'c> {
    pub(super) catalogue: &'c Catalogue,
    /// The last day on which something happens.
    pub(super) last: Date,
}

/// Lets a case go its way from a day on. Gives the day on which it ended, if it has.
pub(super) fn case(
    world: &World<'_>,
    process: &Process,
    party: Party,
    ordinal: usize,
    begins: Date,
    mut random: Random,
    out: &mut Vec<Drawn>,
) -> Option<Date> {
    let left = to_an_end(process);
    let mut numbers = Random::new(random.next());
    let mut case = Case::new(process, party, ordinal, begins, &mut numbers);
    let mut used = vec![false; process.transitions.len()];
    let mut at: Option<u16> = None;
    let mut day = begins;
    let mut count = 0;
    loop {
        if day > world.last {
            return None;
        }
        let (index, step) = next(world, process, at, &used, &left, count, day, &mut random)?;
        let event_type = world.catalogue.get(&step.event);
        let state = process.states.get(usize::from(step.to))?;
        let (chosen, when) = content::choose(event_type, Some(state), day, &mut random)?;
        if when > world.last {
            return None;
        }
        if let Some(used) = used.get_mut(index) {
            *used = true;
        }
        count += 1;
        let event = content::event(chosen, &mut case, count, when, &mut random);
        out.push(Drawn::new(process.producer_id(), event));
        if state.end {
            return Some(when);
        }
        at = Some(step.to);
        let (least, most) = PASS[usize::from(state.customer_acts)];
        day = later(when, random.between(least, most));
    }
}

/// The next step of a case, with its place in the process.
#[expect(clippy::too_many_arguments, reason = "all that a choice depends on")]
fn next<'p>(
    world: &World<'_>,
    process: &'p Process,
    at: Option<u16>,
    used: &[bool],
    left: &[Option<usize>],
    count: usize,
    day: Date,
    random: &mut Random,
) -> Option<(usize, &'p Transition)> {
    let possible = |step: &Transition| match at {
        None => step.from.is_empty(),
        Some(state) => step.from.contains(&state),
    };
    let far = |state: u16| left.get(usize::from(state)).copied().flatten();
    let own = at.and_then(far);
    let nearer = |step: &Transition| match (far(step.to), own) {
        (Some(next), Some(own)) => next < own,
        (next, None) => next.is_some() || at.is_none(),
        (None, _) => false,
    };
    let all = process.transitions.iter().enumerate();
    let all: Vec<_> = all.filter(|(_, step)| possible(step)).collect();
    // No step twice, unless there is no other way on: so a loop is gone through once.
    let fresh = |it: &&(usize, &Transition)| !used.get(it.0).copied().unwrap_or(true);
    let mut choice: Vec<_> = all.iter().filter(fresh).copied().collect();
    choice.retain(|(_, step)| far(step.to).is_some());
    if choice.is_empty() || count >= LONG {
        choice = all.iter().filter(|it| nearer(it.1)).copied().collect();
    }
    // What an example can tell of before what none fits.
    let fitness = |step: &Transition| {
        let state = process.states.get(usize::from(step.to));
        let event_type = world.catalogue.get(&step.event);
        state.map_or(0, |state| content::fitness(event_type, day, state))
    };
    let best = choice.iter().map(|(_, step)| fitness(step)).max()?;
    choice.retain(|(_, step)| fitness(step) == best);
    // Most cases don't end at once.
    let ends = |step: &Transition| far(step.to) == Some(0);
    let others: Vec<_> = choice.iter().filter(|it| !ends(it.1)).copied().collect();
    if !others.is_empty() && others.len() < choice.len() && random.below(3) > 0 {
        choice = others;
    }
    random.pick(&choice).copied()
}

/// For each state how many steps there are to the nearest end; nothing when none leads to one.
fn to_an_end(process: &Process) -> Vec<Option<usize>> {
    let ends = process.states.iter().map(|state| state.end.then_some(0));
    let mut left: Vec<Option<usize>> = ends.collect();
    for _ in 0..process.states.len() {
        for step in &process.transitions {
            let Some(after) = left.get(usize::from(step.to)).copied().flatten() else {
                continue;
            };
            for from in &step.from {
                if let Some(place) = left.get_mut(usize::from(*from))
                    && place.is_none_or(|known| known > after + 1)
                {
                    *place = Some(after + 1);
                }
            }
        }
    }
    left
}
