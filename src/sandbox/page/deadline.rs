//! The last day for what a case waits for: found by the names that the catalogue's
//! producers give such days.

use super::Cx;
use super::event::Event;
use super::time::swedish;
use crate::model::Type;
use jiff::civil::Date;
use jiff::{Timestamp, Unit};
use serde_json::Value;

/// The first words of names of days until which the customer may do something, but need
/// not: appeal, have it reconsidered, cancel, choose another time.
const CHOICES: [&str; 4] = ["overklag", "omprov", "avbok", "ombok"];

/// A last day, and the time of it when there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Deadline {
    pub(super) day: Date,
    pub(super) at: Option<Timestamp>,
}

/// The earliest last day that an event tells of.
pub(super) fn of(cx: &Cx<'_>, event: &Event) -> Option<Deadline> {
    let found = event.information.iter().filter_map(|(name, value)| {
        let attribute = cx.attribute(event, name)?;
        is_deadline(&attribute.name.value).then(|| read(&attribute.ty, value))?
    });
    found.min()
}

/// Whether an attribute is the last day for what the customer must do: `senastDatum`,
/// `svaraSenast`, `forfallodag` and the like.
fn is_deadline(name: &str) -> bool {
    let must = name.starts_with("senast")
        || name.ends_with("Senast")
        || ["forfallodag", "forfallodatum"].contains(&name);
    must && !CHOICES.iter().any(|choice| name.starts_with(choice))
}

fn read(ty: &Type, value: &Value) -> Option<Deadline> {
    let written = value.as_str()?;
    match ty {
        Type::Date => Some(Deadline {
            day: written.parse().ok()?,
            at: None,
        }),
        Type::DateTime => {
            let at = written.parse().ok()?;
            Some(Deadline {
                day: swedish(at)?.date(),
                at: Some(at),
            })
        }
        _ => None,
    }
}

impl Deadline {
    /// The last day in words.
    pub(super) fn told(self, cx: &Cx<'_>) -> String {
        match self.at {
            Some(at) => cx.when(at),
            None => cx.day(self.day),
        }
    }

    /// How many days are left; fewer than none when it has passed.
    pub(super) fn days_left(self, today: Date) -> i32 {
        let left = today.until((Unit::Day, self.day));
        left.map_or(0, |span| span.get_days())
    }

    /// How long that is, in words.
    pub(super) fn left(self, cx: &Cx<'_>) -> String {
        let days = self.days_left(cx.page.as_of);
        let n = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
        match days {
            0 => cx.t("deadline-today").to_owned(),
            1 => cx.t("deadline-tomorrow").to_owned(),
            2.. => cx.count("deadline-left", n),
            _ => cx.count("deadline-passed", n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_deadline;

    #[test]
    fn only_days_for_what_must_be_done_are_deadlines() {
        for name in ["senastDatum", "svaraSenast", "betalasSenast", "forfallodag"] {
            assert!(is_deadline(name), "{name}");
        }
        for name in [
            "overklagaSenast",
            "overklagasSenast",
            "omprovningSenast",
            "avbokaSenast",
            "ombokasSenast",
            "sistaForfallodag",
            "beslutsdatum",
            "gallerTillOchMed",
        ] {
            assert!(!is_deadline(name), "{name}");
        }
    }
}
