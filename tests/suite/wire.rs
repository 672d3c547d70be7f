//! The wire contract, as cases under `tests/cases/wire`: what is sent to a sandbox, and
//! what must come back. `events.json` is what its producers are fed with first.

use crate::support::{Answer, Sandbox, cases};
use serde_json::{Value, json};

const TOPICS: [&str; 10] = [
    "headers", "body", "parties", "types", "dates", "sorting", "paging", "relay", "feeding",
    "rights",
];

fn read(name: &str) -> Value {
    let path = cases("wire").join(format!("{name}.json"));
    serde_json::from_slice(&std::fs::read(&path).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_contract_is_kept() {
    let sandbox = Sandbox::start(&["--empty", "--as-of", "2026-11-30"]);
    sandbox.feed(&read("events"));
    let mut wrong = Vec::new();
    let mut count = 0;
    for topic in TOPICS {
        for case in read(topic).as_array().unwrap() {
            count += 1;
            let answer = send(&sandbox, case);
            let name = case["name"].as_str().unwrap();
            for why in differences(case, &answer) {
                wrong.push(format!("{topic}: {name}: {why}\n  {}", answer.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 80, "only {count} cases");
}

/// Sends what a case says.
fn send(sandbox: &Sandbox, case: &Value) -> Answer {
    let to = case["to"].as_str();
    let to = to.unwrap_or("/producers/REFKOM/kundhandelseFragaSynkron");
    let method = case["method"].as_str().unwrap_or("POST");
    let mut headers = vec![
        ("content-type".to_owned(), "application/json".to_owned()),
        ("skv_client_correlation_id".to_owned(), "suite".to_owned()),
    ];
    for (name, value) in case["headers"].as_object().into_iter().flatten() {
        headers.retain(|(other, _)| other != name);
        if let Some(value) = expanded(value).as_str() {
            headers.push((name.clone(), value.to_owned()));
        }
    }
    let user = case["user"].as_str().unwrap_or("199001012385");
    let body = if let Some(bytes) = case["bytes"].as_str() {
        let digits: Vec<char> = bytes.chars().collect();
        let pairs = digits.chunks(2).map(|pair| pair.iter().collect::<String>());
        pairs
            .map(|pair| u8::from_str_radix(&pair, 16).unwrap())
            .collect()
    } else if let Some(body) = case.get("body") {
        expanded(body).as_str().unwrap().as_bytes().to_vec()
    } else if let Some(whole) = case.get("json") {
        expanded(whole).to_string().into_bytes()
    } else if let Some(question) = case.get("question") {
        let whole = json!({ "fraga": expanded(question), "anvandare": user });
        whole.to_string().into_bytes()
    } else {
        Vec::new()
    };
    sandbox.send(method, to, &headers, &body)
}

/// `{"$repeat": [value, n]}` is a list of n such values, `{"$text": [text, n]}` a text n times.
fn expanded(value: &Value) -> Value {
    let times = |list: &Value| usize::try_from(list[1].as_u64().unwrap()).unwrap();
    match value {
        Value::Object(map) => {
            if let Some(list) = map.get("$repeat") {
                return Value::Array(vec![expanded(&list[0]); times(list)]);
            }
            if let Some(list) = map.get("$text") {
                return list[0].as_str().unwrap().repeat(times(list)).into();
            }
            let inner = map
                .iter()
                .map(|(key, value)| (key.clone(), expanded(value)));
            Value::Object(inner.collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(expanded).collect()),
        other => other.clone(),
    }
}

/// How an answer differs from what is expected.
fn differences(case: &Value, answer: &Answer) -> Vec<String> {
    let mut wrong = Vec::new();
    for (what, expected) in case["expect"].as_object().unwrap() {
        let expected = expanded(expected);
        let found = match what.as_str() {
            "status" => json!(answer.status),
            "message" => answer.json()["message"].clone(),
            "says" | "silent" => {
                let message = answer.json()["message"].as_str().unwrap_or("").to_owned();
                let words = expected
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|it| it.as_str().unwrap());
                for word in words {
                    if message.contains(word) != (what == "says") {
                        wrong.push(format!("the message: {what} {word}"));
                    }
                }
                continue;
            }
            "headers" => {
                for (name, value) in expected.as_object().unwrap() {
                    if answer.header(name) != value.as_str() {
                        wrong.push(format!("the header {name}: {:?}", answer.header(name)));
                    }
                }
                continue;
            }
            "body" => answer.json(),
            "has" => {
                let whole = answer.json();
                let fields = expected.as_object().unwrap().keys();
                Value::Object(
                    fields
                        .map(|key| (key.clone(), whole[key].clone()))
                        .collect(),
                )
            }
            "metadata" => answer.json()["metadata"].clone(),
            "ids" => parts(answer, |part| {
                let events = part["kundhandelserForPart"].as_array().unwrap();
                Value::Array(
                    events
                        .iter()
                        .map(|it| it["kundhandelseId"].clone())
                        .collect(),
                )
            }),
            "totals" => parts(answer, |part| part["totaltAntalKundhandelser"].clone()),
            "rows" => {
                let whole = answer.json();
                let rows = whole["delfragor"].as_array().unwrap().iter();
                let row = |it: &Value| json!([it["producent"], it["status"], it["httpCode"]]);
                Value::Array(rows.map(row).collect())
            }
            other => panic!("a case can't expect {other}"),
        };
        if found != expected {
            wrong.push(format!("{what}: {found} instead of {expected}"));
        }
    }
    wrong
}

fn parts(answer: &Answer, of: impl Fn(&Value) -> Value) -> Value {
    let whole = answer.json();
    let parts = whole["kundhandelser"].as_array();
    let parts = parts.unwrap_or_else(|| panic!("no answer: {whole}"));
    Value::Array(parts.iter().map(of).collect())
}
