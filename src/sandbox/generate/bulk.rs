//! Any number of events for load tests, of any number of made-up customers.

use super::Fed;
use super::case::{Case, Forms, Party};
use super::content;
use super::days::{from_to, later};
use super::random::Random;
use crate::model::identity::check_digit;
use crate::model::{EventType, NumberKind, Process, Status};
use crate::resolve::Catalogue;
use jiff::civil::{Date, date};
use std::rc::Rc;

/// How long before the day the oldest event may lie.
const DAYS: i64 = 730;

/// The first of the birthdays. From that year on, two numbers for each day are the Swedish Tax
/// Agency's series for tests.
const FIRST: Date = date(1976, 1, 1);

/// The last of the birthdays.
const LAST: Date = date(2005, 12, 31);

/// A process, an event type of it, and the references of its events.
type Kind<'c> = (&'c Process, &'c EventType, Rc<Forms>);

/// Where the numbers of cases begin, above those of [`super::generate`].
const ORDINAL: usize = 1_000_000;

/// So many events in the two years before a day, spread evenly over the first producers in
/// production (all of them when there are fewer) and over so many persons, at most two for
/// each birthday from 1976 to 2005. They come in no order of time, each in a case of its own. The same input
/// gives the same events.
pub fn bulk(
    catalogue: &Catalogue,
    seed: u64,
    as_of: Date,
    producers: usize,
    events: usize,
    customers: usize,
) -> impl Iterator<Item = Fed> {
    let connected = catalogue.producers.iter();
    let connected = connected.filter(|it| it.actor.connected().is_some());
    let kinds: Vec<Vec<Kind<'_>>> = connected
        .map(|producer| {
            let processes = producer.processes().iter().map(|it| catalogue.get(it));
            processes
                .flat_map(|process| {
                    let forms = Rc::new(Forms::of(catalogue, process));
                    let types = process.event_types().iter().map(|it| catalogue.get(it));
                    // What has not been published can't be handed out.
                    let types = types.filter(|it| it.current().status != Status::Draft);
                    types.map(move |it| (process, it, Rc::clone(&forms)))
                })
                .collect()
        })
        .filter(|kinds: &Vec<_>| !kinds.is_empty())
        .take(producers)
        .collect();
    let all = 2 * usize::try_from(from_to(FIRST, LAST) + 1).unwrap_or(1);
    let customers = customers.clamp(1, all);
    let first = later(as_of, -DAYS);
    let last = later(as_of, -1);
    (0..events).filter_map(move |at| {
        let own = kinds.get(at.checked_rem(kinds.len())?)?;
        let mut random = Random::of(seed, &["bulk", &at.to_string()]);
        let (process, event_type, forms) = random.pick(own)?;
        // Each person has events at all the producers, and the persons are spread over all
        // the birthdays.
        let person = (at / kinds.len() % customers) * all / customers;
        let party = Party::new(&number(person), NumberKind::Personal.wire());
        let day = later(first, random.between(0, DAYS - 8));
        let (chosen, day) = content::choose(event_type, None, day, &mut random)?;
        // Beyond the last day only by holidays, and then a week earlier will do.
        let day = if day > last { later(day, -28) } else { day };
        let mut numbers = Random::new(random.next());
        let mut case = Case::new(process, forms, party, ORDINAL + at, day, &mut numbers);
        let event = content::event(chosen, &mut case, 1, day, &mut random);
        Some(Fed {
            producer: process.producer_id().into(),
            event,
        })
    })
}

/// A person's number in the series for tests.
fn number(person: usize) -> String {
    let day = later(FIRST, i64::try_from(person / 2).unwrap_or(0));
    let (year, month, day) = (day.year(), day.month(), day.day());
    let start = format!("{year:04}{month:02}{day:02}{}", 238 + person % 2);
    let digit = check_digit(start.get(2..).unwrap_or_default());
    format!("{start}{digit}")
}

#[cfg(test)]
mod tests {
    use super::{NumberKind, number};

    #[test]
    fn the_numbers_are_of_nobody() {
        for person in (0..21_916).step_by(97) {
            let number = number(person);
            assert_eq!(NumberKind::Personal.check(&number), Ok(()), "{number}");
            assert!(NumberKind::Personal.is_of_nobody(&number), "{number}");
        }
        assert_eq!(number(0), "197601012383");
    }
}
