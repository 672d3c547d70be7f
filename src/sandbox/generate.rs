//! Events for the sandbox, made from the catalogue: the test customers' cases go through
//! the states of their processes, and each event is an example moved to its day.

mod bulk;
mod case;
mod content;
mod days;
mod plan;
mod random;
mod shift;
mod walk;

pub use bulk::bulk;

use crate::resolve::Catalogue;
use jiff::civil::Date;
use serde_json::Value;
use walk::World;

/// One event as it is fed to a producer: the event's fields, its `part` and its `taggar`.
#[derive(Debug, Clone, PartialEq)]
pub struct Fed {
    /// The prefix of the producer.
    pub producer: Box<str>,
    /// The event.
    pub event: Value,
}

/// An event, and where it stands among the others.
struct Drawn {
    fed: Fed,
    /// When, and which.
    order: (String, String),
}

impl Drawn {
    fn new(producer: &str, event: Value) -> Self {
        let text = |key: &str| {
            event
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or("")
                .to_owned()
        };
        // Events happen by day, so the hour that comes twice in October never matters.
        let order = (text("tidpunkt"), text("kundhandelseId"));
        let producer = producer.into();
        Self {
            fed: Fed { producer, event },
            order,
        }
    }
}

/// The events of the catalogue's test customers in the two years before a day, oldest first.
/// The same catalogue, seed and day give the same events.
pub fn generate(catalogue: &Catalogue, seed: u64, as_of: Date) -> Vec<Fed> {
    let world = World {
        catalogue,
        last: days::later(as_of, -1),
    };
    let mut drawn = plan::cases(&world, seed, as_of);
    drawn.sort_by(|a, b| a.order.cmp(&b.order));
    drawn.into_iter().map(|it| it.fed).collect()
}
