//! Slightly wrong events: every value of an example is taken away, replaced by one
//! of another kind, or moved to and past the bounds that its schema names.

use serde_json::{Map, Value, json};

/// A changed event.
pub(crate) struct Mutant {
    /// What was changed.
    pub(crate) what: String,
    pub(crate) event: Value,
    /// Whether something was added that the event type doesn't describe.
    pub(crate) undescribed: bool,
}

/// All changes of an event. With `outer`, the fields of every wire event are
/// changed too; otherwise only what the event type itself describes.
pub(crate) fn mutants(schema: &Value, event: &Value, outer: bool) -> Vec<Mutant> {
    let mut walk = Walk {
        event,
        found: Vec::new(),
    };
    let top = schema["properties"].as_object().unwrap();
    for (name, value) in event.as_object().unwrap() {
        let described = name == "utokadInformation" || name == "referenser";
        if outer {
            walk.without(&[], name);
        }
        if outer || described {
            walk.value(&top[name], value, &[Step::Key(name)]);
        }
    }
    walk.add(&[], true);
    walk.found
}

/// A step on the way to a value.
#[derive(Clone, Copy)]
enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

struct Walk<'v> {
    event: &'v Value,
    found: Vec<Mutant>,
}

impl<'v> Walk<'v> {
    fn value(&mut self, schema: &'v Value, value: &'v Value, at: &[Step<'v>]) {
        let kinds = [
            json!(null),
            json!(true),
            json!(false),
            json!(0),
            json!(1.5),
            json!(-7),
            json!(""),
            json!("x"),
            json!("2026-03-01"),
            json!([]),
            json!({}),
        ];
        for other in kinds.into_iter().chain(near_bounds(schema)) {
            if other != *value {
                self.replace(at, other);
            }
        }
        match value {
            Value::Object(map) => {
                self.add(at, true);
                for (name, inner) in map {
                    self.without(at, name);
                    let step = [at, &[Step::Key(name)]].concat();
                    self.value(&schema["properties"][name], inner, &step);
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate().take(1) {
                    let step = [at, &[Step::Index(index)]].concat();
                    self.value(&schema["items"], inner, &step);
                }
                for count in [0, 1, 2, 3, 4] {
                    let repeated = items.iter().cycle().take(count).cloned().collect();
                    self.replace(at, Value::Array(repeated));
                }
            }
            _ => {}
        }
    }

    fn replace(&mut self, at: &[Step<'v>], with: Value) {
        let what = format!("{} = {with}", shown(at));
        self.change(what, at, false, |place| *place = with);
    }

    fn without(&mut self, at: &[Step<'v>], name: &str) {
        let what = format!("{} without {name}", shown(at));
        self.change(what, at, false, |place| {
            object(place).shift_remove(name);
        });
    }

    fn add(&mut self, at: &[Step<'v>], undescribed: bool) {
        let what = format!("{} with a key more", shown(at));
        self.change(what, at, undescribed, |place| {
            object(place).insert("nagotAnnat".to_owned(), json!({ "a": [1] }));
        });
    }

    fn change(
        &mut self,
        what: String,
        at: &[Step<'v>],
        undescribed: bool,
        change: impl FnOnce(&mut Value),
    ) {
        let mut event = self.event.clone();
        let mut place = &mut event;
        for step in at {
            place = match step {
                Step::Key(name) => &mut place[*name],
                Step::Index(index) => &mut place[*index],
            };
        }
        change(place);
        self.found.push(Mutant {
            what,
            event,
            undescribed,
        });
    }
}

fn object(value: &mut Value) -> &mut Map<String, Value> {
    value.as_object_mut().unwrap()
}

fn shown(at: &[Step<'_>]) -> String {
    let mut out = "event".to_owned();
    for step in at {
        match step {
            Step::Key(name) => out.push_str(&format!(".{name}")),
            Step::Index(index) => out.push_str(&format!("[{index}]")),
        }
    }
    out
}

/// Values on both sides of every bound, and of the form that a format has.
fn near_bounds(schema: &Value) -> Vec<Value> {
    let mut values = Vec::new();
    for key in ["minimum", "maximum"] {
        if let Some(bound) = schema[key].as_f64() {
            values.extend(
                [bound - 1.0, bound - 0.25, bound, bound + 0.25, bound + 1.0].map(|n| {
                    // As a whole number when it is one.
                    if n.fract() == 0.0 {
                        json!(n as i64)
                    } else {
                        json!(n)
                    }
                }),
            );
        }
    }
    for key in ["minLength", "maxLength"] {
        if let Some(bound) = schema[key].as_u64().filter(|bound| *bound < 1000) {
            let bound = usize::try_from(bound).unwrap();
            for length in bound.saturating_sub(1)..=bound + 1 {
                // Letters of more than one byte: characters are what counts.
                values.push(json!("å".repeat(length)));
                values.push(json!("a".repeat(length)));
                values.push(json!("𝄞".repeat(length)));
            }
        }
    }
    if schema["type"] == "integer" {
        values.extend([
            json!(2.0),
            json!(1e3),
            json!(-0.0),
            json!(9_007_199_254_740_993_i64),
        ]);
        values.extend([json!(u64::MAX), json!("5")]);
    }
    if schema["type"] == "number" {
        values.extend([json!(0.0), json!(-0.5), json!(1e300), json!("0.5")]);
    }
    if let Some(pattern) = schema["pattern"].as_str() {
        values.extend(
            [
                "AB-1",
                "ÅÄÖ-007/x",
                "AB-١",
                "ab-1",
                " AB-1",
                "bcd",
                "xbådx",
                "b\nd",
            ]
            .map(|text| json!(text)),
        );
        values.extend([json!(pattern), json!("A".repeat(300))]);
    }
    for code in schema["enum"].as_array().into_iter().flatten() {
        values.extend([code.clone(), json!(code.as_str().unwrap().to_lowercase())]);
        values.push(json!(format!("{} ", code.as_str().unwrap())));
    }
    let texts: &[&str] = match schema["format"].as_str() {
        Some("date") => DATES,
        Some("date-time") => TIMES,
        Some("uri") => ADDRESSES,
        _ => &[],
    };
    values.extend(texts.iter().map(|text| json!(text)));
    values
}

const DATES: &[&str] = &[
    "2026-02-28",
    "2026-02-29",
    "2028-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-1",
    "20260401",
    "2026-W10-1",
    "2026-03-01Z",
    "2026-03-01T00:00:00Z",
    "26-03-01",
    "0000-01-01",
    "9999-12-31",
    "-026-03-01",
    "2026/03/01",
    " 2026-03-01",
    "२०२६-03-01",
];

const TIMES: &[&str] = &[
    "2026-03-20T09:12:44+01:00",
    "2026-03-20T09:12:44.123456789+02:00",
    "2026-03-20T09:12:44Z",
    "2026-03-20t09:12:44z",
    "2026-03-20 09:12:44+01:00",
    "2026-03-20T09:12:44",
    "2026-03-20T09:12+01:00",
    "2026-03-20T09:12:44+0100",
    "2026-03-20T09:12:44+01",
    "2026-03-20T09:12:44.+01:00",
    "2026-03-20T09:12:44,5+01:00",
    "2026-03-20T24:00:00+01:00",
    "2026-03-20T23:60:00+01:00",
    "2026-03-20T12:00:61+01:00",
    "2026-02-30T12:00:00+01:00",
    "2026-03-20T12:00:00+25:00",
    "2026-03-20T12:00:00+01:60",
    "2026-03-20T12:00:00-01:00",
    "2026-03-20T12:00:00+01:00[Europe/Stockholm]",
    "2026-03-20",
];

const ADDRESSES: &[&str] = &[
    "https://www.example.se/",
    "https://www.example.se/å",
    "https://www.example.se/a b",
    "https://www.example.se/a%20b",
    "https://www.example.se/a%2",
    "https://www.example.se:8080/?a=b&c#d",
    "https://[::1]/",
    "https://www.example.se/<",
    "https://www.example.se/[a]",
    "https://www.example.se/a#b#c",
    "https://user@www.example.se/",
    "https://www.example.se:port/",
    "www.example.se",
    "/a/b",
    "//www.example.se/a",
    "mailto:a@b.example",
    "urn:isbn:123",
    "a:",
    "1a:b",
    ":",
    "https:",
    "https://",
    "tel:+46-8-123",
];
