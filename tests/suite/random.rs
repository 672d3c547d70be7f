//! Attributes, changes of them and values of them, made at random: the same each
//! time, by the number that they begin with.

use katalog::model::pattern;
use serde_json::{Map, Value, json};

const NAMES: &[&str] = &["namn", "naMn", "datum", "belopp", "status", "bilagor"];
const CODES: &[&str] = &["BIFALL", "AVSLAG", "NIVA2", "A_B", "DELVIS_BIFALL"];
const NUMBERS: &[f64] = &[
    -10.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.5, 9.0, 9.5, 10.0, 11.0, 100.0, 1e9,
];
const PATTERNS: &[&str] = &[
    "^[0-9]{4}$",
    "[0-9]{4}",
    "^[0-9-]{8,10}$",
    r"^\d{4}-(0[1-9]|1[0-2])-\d\d$",
    "^[A-Z]+$",
    "^[A-ZÅÄÖ]+$",
    "^[A-Z0-9_]+$",
    "^[^ ]*$",
    "^.{0,6}$",
    "[a-z]*",
    "^https://",
    ":",
];
const TEXTS: &[&str] = &[
    "",
    "a",
    "ab",
    "x y",
    "ÅÄÖ",
    "2026",
    "20260301",
    "år 2026",
    "2026-03-01",
    "0001-12-31",
    "1999-99-99",
    "2026-03-01T09:30:00Z",
    "2026-03-01T09:30:00.123456789123456789+01:00",
    "https://www.example.se/a",
    "urn:x",
    "en ganska lång text, med flera ord och tecken",
    "BIFALL",
    "AVSLAG",
    "NIVA2",
    "A_B",
    "DELVIS_BIFALL",
    "OKAND_KOD",
];

/// A sequence of numbers that look random and are the same each time (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    /// True once in so many times.
    fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

#[derive(Clone)]
pub(crate) struct Attribute {
    name: &'static str,
    required: bool,
    ty: Type,
}

/// A lower and an upper bound.
type Bounds = (Option<f64>, Option<f64>);

#[derive(Clone)]
enum Type {
    Text(Bounds, Option<&'static str>),
    Number(&'static str, Bounds),
    /// A type without anything to it, by its word.
    Plain(&'static str),
    Code(bool, Vec<&'static str>),
    List(Bounds, Box<Type>),
    Object(Vec<Attribute>),
}

fn bounds(chance: &mut Chance, from: &[f64]) -> Bounds {
    let mut one = || (!chance.once_in(2)).then(|| chance.of(from));
    match (one(), one()) {
        (Some(a), Some(b)) if a > b => (Some(b), Some(a)),
        both => both,
    }
}

const LENGTHS: &[f64] = &[0.0, 1.0, 2.0, 4.0, 8.0, 10.0, 12.0, 20.0, 50.0];
const COUNTS: &[f64] = &[0.0, 1.0, 2.0, 3.0];

fn some_type(chance: &mut Chance, depth: usize) -> Type {
    match chance.below(if depth == 0 { 8 } else { 11 }) {
        0 | 1 => {
            let pattern = chance.once_in(3).then(|| chance.of(PATTERNS));
            Type::Text(bounds(chance, LENGTHS), pattern)
        }
        2 | 3 => Type::Number(chance.of(&["integer", "number"]), bounds(chance, NUMBERS)),
        4 | 5 => Type::Plain(chance.of(&["boolean", "date", "date-time", "uri"])),
        6 | 7 => {
            let open = chance.once_in(3);
            let first = chance.below(CODES.len());
            Type::Code(open, CODES[first..].to_vec())
        }
        8 | 9 => Type::List(
            bounds(chance, COUNTS),
            Box::new(some_type(chance, depth - 1)),
        ),
        _ => Type::Object(some_attributes(chance, depth - 1)),
    }
}

pub(crate) fn some_attributes(chance: &mut Chance, depth: usize) -> Vec<Attribute> {
    let count = 1 + chance.below(3);
    let mut names = NAMES.to_vec();
    let one = |_| Attribute {
        name: names.remove(chance.below(names.len())),
        required: chance.once_in(2),
        ty: some_type(chance, depth),
    };
    (0..count).map(one).collect()
}

/// Changes something somewhere among some attributes.
pub(crate) fn change(chance: &mut Chance, all: &mut Vec<Attribute>) {
    if all.is_empty() || chance.once_in(8) {
        let free: Vec<_> = NAMES
            .iter()
            .filter(|name| all.iter().all(|it| it.name != **name))
            .collect();
        if let Some(name) = free.first() {
            all.push(Attribute {
                name,
                required: chance.once_in(2),
                ty: some_type(chance, 1),
            });
        }
        return;
    }
    let at = chance.below(all.len());
    match chance.below(8) {
        0 => all[at].required = !all[at].required,
        1 => drop(all.remove(at)),
        2 => {
            let name = chance.of(NAMES);
            if all.iter().all(|it| it.name != name) {
                all[at].name = name;
            }
        }
        _ => change_type(chance, &mut all[at].ty),
    }
}

fn change_type(chance: &mut Chance, ty: &mut Type) {
    if chance.once_in(5) {
        *ty = some_type(chance, 1);
        return;
    }
    let next = match ty {
        Type::Text(length, pattern) => match chance.below(4) {
            0 => Type::Text(bounds(chance, LENGTHS), *pattern),
            1 => Type::Text(*length, Some(chance.of(PATTERNS))),
            2 => Type::Text(*length, None),
            _ => match chance.of(&["date", "date-time", "uri", "closed", "open"]) {
                "closed" => Type::Code(false, vec!["BIFALL", "A_B"]),
                "open" => Type::Code(true, vec!["BIFALL"]),
                word => Type::Plain(word),
            },
        },
        Type::Number(word, old) => match chance.below(3) {
            0 => Type::Number(chance.of(&["integer", "number"]), *old),
            1 => Type::Number(word, bounds(chance, NUMBERS)),
            _ => Type::Number(chance.of(&["integer", "number"]), bounds(chance, NUMBERS)),
        },
        Type::Plain(_) => Type::Text(bounds(chance, LENGTHS), None),
        Type::Code(open, values) => match chance.below(4) {
            0 => Type::Code(!*open, values.clone()),
            1 => Type::Code(chance.once_in(2), CODES.to_vec()),
            2 => Type::Code(*open, vec![chance.of(CODES)]),
            _ => Type::Text(bounds(chance, LENGTHS), None),
        },
        Type::List(count, items) => match chance.below(4) {
            0 => Type::List(bounds(chance, COUNTS), items.clone()),
            1 => (**items).clone(),
            _ => {
                change_type(chance, items);
                Type::List(*count, items.clone())
            }
        },
        Type::Object(parts) => {
            change(chance, parts);
            Type::Object(parts.clone())
        }
    };
    *ty = if chance.once_in(12) {
        Type::List((None, None), Box::new(next))
    } else {
        next
    };
}

/// The attributes as an author writes them.
pub(crate) fn written(all: &[Attribute]) -> Value {
    let one = |it: &Attribute| {
        let mut map = type_written(&it.ty);
        map.insert("name".to_owned(), json!(it.name));
        map.insert("required".to_owned(), json!(it.required));
        let text = json!({ "sv": "En text.", "en": "A text." });
        map.insert("description".to_owned(), text);
        map
    };
    all.iter().map(one).collect::<Vec<_>>().into()
}

fn type_written(ty: &Type) -> Map<String, Value> {
    let count = |bound: &Option<f64>| bound.map(|bound| bound as u64);
    let whole = match ty {
        Type::Text((min, max), pattern) => json!({
            "type": "string", "minLength": count(min), "maxLength": count(max), "pattern": pattern
        }),
        Type::Number(word, (min, max)) => json!({ "type": word, "minimum": min, "maximum": max }),
        Type::Plain(word) => json!({ "type": word }),
        Type::Code(open, values) => {
            let title = |value| json!({ "sv": format!("Titel {value}"), "en": "A title" });
            let values = values
                .iter()
                .map(|value| json!({ "value": value, "title": title(value) }));
            json!({ "type": "code", "open": open, "values": values.collect::<Vec<_>>() })
        }
        Type::List((min, max), items) => json!({
            "type": "array", "minItems": count(min), "maxItems": count(max),
            "items": type_written(items)
        }),
        Type::Object(parts) => json!({ "type": "object", "attributes": written(parts) }),
    };
    let Value::Object(mut map) = whole else {
        unreachable!("each of these is an object")
    };
    map.retain(|_, value| !value.is_null());
    map
}

/// A value of a type; nothing when none of those at hand fits.
fn value(chance: &mut Chance, ty: &Type) -> Option<Value> {
    let within = |n: f64, (min, max): &Bounds| {
        min.is_none_or(|min| min <= n) && max.is_none_or(|max| n <= max)
    };
    Some(match ty {
        Type::Text(length, pattern) => {
            let mut fit = TEXTS.to_vec();
            fit.retain(|text| within(text.chars().count() as f64, length));
            if let Some(pattern) = pattern {
                let pattern = pattern::compile(pattern).unwrap();
                fit.retain(|text| pattern.is_match(text));
            }
            json!(some(chance, &fit)?)
        }
        Type::Number(word, range) => {
            let mut fit = NUMBERS.to_vec();
            fit.retain(|n| within(*n, range) && (*word == "number" || n.fract() == 0.0));
            json!(some(chance, &fit)?)
        }
        Type::Plain("boolean") => json!(chance.once_in(2)),
        Type::Plain("date") => json!(chance.of(&["2026-03-01", "0001-12-31", "2024-02-29"])),
        Type::Plain("uri") => json!(chance.of(&["urn:x", "https://www.example.se/a", "A:"])),
        Type::Plain(_) => json!(chance.of(&TEXTS[11..13])),
        Type::Code(true, _) => json!(chance.of(TEXTS)),
        Type::Code(false, values) => json!(chance.of(values)),
        Type::List(count, items) => {
            let mut fit = vec![0, 1, 2, 3, 4];
            fit.retain(|n| within(f64::from(*n), count));
            let length = some(chance, &fit)?;
            let items: Option<Vec<_>> = (0..length).map(|_| value(chance, items)).collect();
            items?.into()
        }
        Type::Object(parts) => object(chance, parts),
    })
}

fn some<T: Copy>(chance: &mut Chance, all: &[T]) -> Option<T> {
    (!all.is_empty()).then(|| chance.of(all))
}

/// An object with its parts, of which what is optional may be missing, and perhaps
/// with something that nobody has described: objects are open.
pub(crate) fn object(chance: &mut Chance, parts: &[Attribute]) -> Value {
    let mut map = Map::new();
    for part in parts {
        if part.required || !chance.once_in(3) {
            map.extend(value(chance, &part.ty).map(|value| (part.name.to_owned(), value)));
        }
    }
    let name = chance.of(NAMES);
    if chance.once_in(3) && parts.iter().all(|part| part.name != name) {
        map.insert(name.to_owned(), chance.of(&[1, 2]).into());
    }
    map.into()
}
