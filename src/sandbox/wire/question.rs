//! Questions: `{"fraga": {…}, "anvandare": "…"}`.

use super::order::{Attribute, Order};
use super::party::{Party, read_party, twelve_digits};
use super::slip::{Object, Slips, items, text};
use super::time::{day, swedish_day};
use crate::say;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};

/// Most parties, event types and tags of a question.
const MAX_LIST: usize = 100;
/// Longest event type or prefix.
const MAX_TYPE: usize = 200;
/// Most events on a page.
const MAX_PAGE: u64 = 1000;

/// A question about events.
#[derive(Debug)]
pub(in crate::sandbox) struct Question {
    /// Whom or which cases it is about, in order.
    pub(in crate::sandbox) parties: Vec<Party>,
    /// Event types or prefixes of whole parts, any of which; none means all.
    pub(in crate::sandbox) types: Vec<Box<str>>,
    /// Tags, any of which; none means all.
    pub(in crate::sandbox) tags: Vec<Box<str>>,
    /// The first moment that counts.
    pub(in crate::sandbox) from: Option<Timestamp>,
    /// The first moment after those that count.
    pub(in crate::sandbox) until: Option<Timestamp>,
    /// How to sort, most important first; newest first when it doesn't say.
    pub(in crate::sandbox) order: Vec<Order>,
    /// Which part of the sorted events to hand out, of each party.
    pub(in crate::sandbox) page: Option<Page>,
    /// The person who is logged in.
    pub(in crate::sandbox) user: Box<str>,
    /// The question as it was understood, for `metadata`.
    pub(in crate::sandbox) echo: Map<String, Value>,
}

/// A page of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) struct Page {
    /// How many to skip.
    pub(in crate::sandbox) offset: u64,
    /// How many to hand out at most; all the rest when it doesn't say.
    pub(in crate::sandbox) limit: Option<u64>,
}

impl Page {
    /// The part of a list that is on the page.
    pub(in crate::sandbox) fn of<T>(self, list: &mut Vec<T>) {
        let offset = usize::try_from(self.offset).unwrap_or(usize::MAX);
        list.drain(..offset.min(list.len()));
        if let Some(limit) = self.limit {
            list.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        }
    }
}

/// Reads a question, or tells all that is wrong with it.
pub(in crate::sandbox) fn read_question(body: &Value) -> Result<Question, Slips> {
    let mut slips = Slips::default();
    match read(body, &mut slips) {
        Some(question) if slips.is_empty() => Ok(question),
        _ => Err(slips),
    }
}

fn read(body: &Value, slips: &mut Slips) -> Option<Question> {
    let Value::Object(_) = body else {
        slips.add(
            "fraga",
            say!(
                "saknas: kroppen ska vara ett JSON-objekt med fraga och anvandare",
                "is missing: the body must be a JSON object with fraga and anvandare"
            ),
        );
        return None;
    };
    let whole = Object::of(body, "", slips)?;
    let user = twelve_digits(&whole, "anvandare", slips);
    let asked = whole.need("fraga", slips)?;
    let asked = Object::of(asked, "fraga", slips)?;
    let mut echo = Map::new();

    let parties = parties(&asked, slips);
    if let Some(parties) = &parties {
        let list = parties.iter().map(Party::json).collect();
        echo.insert("parter".to_owned(), Value::Array(list));
    }
    let types = texts(
        &asked,
        "kundhandelseTyper",
        slips,
        |value, path, slips| {
            let found = text(value, path, 1..=MAX_TYPE, slips)?;
            if !is_type_or_prefix(found) {
                slips.add(
                path,
                say!(
                    "ska vara en kundhändelsetyp eller hela delar av början på en, med bokstäverna A–Z först, som REFKOM.BYGGLOV",
                    "must be an event type or whole parts of the beginning of one, with the letters A–Z first, such as REFKOM.BYGGLOV"
                ),
            );
                return None;
            }
            Some(found)
        },
        &mut echo,
    );
    let tags = texts(
        &asked,
        "taggar",
        slips,
        |value, path, slips| text(value, path, 1..=usize::MAX, slips),
        &mut echo,
    );
    let start = date(&asked, "startDatum", slips, &mut echo);
    let end = date(&asked, "slutDatum", slips, &mut echo);
    if let (Some(start), Some(end)) = (start, end)
        && start > end
    {
        slips.add(
            asked.path("startDatum"),
            say!(
                "är senare än fraga.slutDatum",
                "is later than fraga.slutDatum"
            ),
        );
    }
    let (order, page) = treatment(&asked, slips, &mut echo);
    Some(Question {
        parties: parties?,
        types: types?,
        tags: tags?,
        from: start.map(|day| swedish_day(day).0),
        until: end.map(|day| swedish_day(day).1),
        order,
        page,
        user: user?.into(),
        echo,
    })
}

fn parties(asked: &Object, slips: &mut Slips) -> Option<Vec<Party>> {
    let value = asked.need("parter", slips)?;
    let before = slips.count();
    let list = items(value, &asked.path("parter"), 1..=MAX_LIST, slips)?;
    let parties: Vec<Party> = list
        .filter_map(|(path, value)| read_party(value, &path, slips))
        .collect();
    (slips.count() == before).then_some(parties)
}

/// A list of texts that may be left out.
fn texts(
    asked: &Object,
    key: &str,
    slips: &mut Slips,
    read: impl for<'v> Fn(&'v Value, &str, &mut Slips) -> Option<&'v str>,
    echo: &mut Map<String, Value>,
) -> Option<Vec<Box<str>>> {
    let Some(value) = asked.get(key) else {
        return Some(Vec::new());
    };
    let before = slips.count();
    let list = items(value, &asked.path(key), 0..=MAX_LIST, slips)?;
    let found: Vec<Box<str>> = list
        .filter_map(|(path, value)| read(value, &path, slips).map(Into::into))
        .collect();
    echo.insert(key.to_owned(), value.clone());
    (slips.count() == before).then_some(found)
}

fn date(
    asked: &Object,
    key: &str,
    slips: &mut Slips,
    echo: &mut Map<String, Value>,
) -> Option<Date> {
    let value = asked.get(key)?;
    let found = value.as_str().and_then(day);
    if found.is_none() {
        slips.add(
            asked.path(key),
            say!(
                "ska vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD",
                "must be a date that exists, written YYYY-MM-DD"
            ),
        );
    }
    echo.insert(key.to_owned(), value.clone());
    found
}

/// How to sort and divide into pages.
fn treatment(
    asked: &Object,
    slips: &mut Slips,
    echo: &mut Map<String, Value>,
) -> (Vec<Order>, Option<Page>) {
    let Some(value) = asked.get("behandling") else {
        return (Order::newest_first(), None);
    };
    let path = asked.path("behandling");
    let Some(treatment) = Object::of(value, &path, slips) else {
        return (Order::newest_first(), None);
    };
    let mut told = Map::new();
    let order = treatment.get("sortering").map(|value| {
        let orders = orders(value, &treatment.path("sortering"), slips);
        let list = orders.iter().map(Order::json).collect();
        told.insert("sortering".to_owned(), Value::Array(list));
        orders
    });
    let page = treatment.get("paginering").and_then(|value| {
        if order.is_none() {
            slips.add(
                treatment.path("paginering"),
                say!(
                    "kräver fraga.behandling.sortering",
                    "requires fraga.behandling.sortering"
                ),
            );
        }
        page(value, &treatment.path("paginering"), slips)
    });
    if let Some(page) = page {
        let mut inner = Map::new();
        inner.insert("offset".to_owned(), page.offset.into());
        if let Some(limit) = page.limit {
            inner.insert("limit".to_owned(), limit.into());
        }
        told.insert("paginering".to_owned(), Value::Object(inner));
    }
    echo.insert("behandling".to_owned(), Value::Object(told));
    (order.unwrap_or_else(Order::newest_first), page)
}

fn orders(value: &Value, path: &str, slips: &mut Slips) -> Vec<Order> {
    let Some(list) = items(value, path, 1..=usize::MAX, slips) else {
        return Vec::new();
    };
    list.filter_map(|(path, value)| {
        let object = Object::of(value, &path, slips)?;
        let attribute = object.word("attribut", &Attribute::WORDS, slips);
        let ascending = object.truth("stigande", slips);
        Some(Order {
            attribute: attribute?,
            ascending: ascending?,
        })
    })
    .collect()
}

fn page(value: &Value, path: &str, slips: &mut Slips) -> Option<Page> {
    let object = Object::of(value, path, slips)?;
    let offset = object.need("offset", slips).and_then(whole_number);
    if object.get("offset").is_some() && offset.is_none() {
        slips.add(
            object.path("offset"),
            say!(
                "ska vara ett heltal, minst 0",
                "must be a whole number, at least 0"
            ),
        );
    }
    let limit = match object.get("limit") {
        None => None,
        Some(value) => {
            let found = whole_number(value).filter(|limit| (1..=MAX_PAGE).contains(limit));
            if found.is_none() {
                slips.add(
                    object.path("limit"),
                    say!(
                        "ska vara ett heltal 1–1000",
                        "must be a whole number 1–1000"
                    ),
                );
            }
            found
        }
    };
    Some(Page {
        offset: offset?,
        limit,
    })
}

/// A whole number from 0. JSON Schema takes `20.0` for one too.
fn whole_number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| {
        let number = value.as_f64()?;
        let whole = number.fract() == 0.0 && (0.0..1e15).contains(&number);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // it is whole and in range
        whole.then_some(number as u64)
    })
}

/// `^[A-Z]+(?:\.[A-Z0-9_.]+)?$`
fn is_type_or_prefix(text: &str) -> bool {
    let (first, rest) = match text.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (text, None),
    };
    let name = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_' || b == b'.';
    !first.is_empty()
        && first.bytes().all(|b| b.is_ascii_uppercase())
        && rest.is_none_or(|rest| !rest.is_empty() && rest.bytes().all(name))
}
