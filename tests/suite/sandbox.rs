//! The sandbox as a whole: what it keeps, what it holds against, and how the relay copes with
//! producers that fail. What single questions get is in `wire.rs`.

use crate::support::{Answer, Sandbox, cases};
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};

const RELAY: &str = "/relay/kundhandelseFragaSynkron";
const PRODUCER: &str = "/producers/REFKOM/kundhandelseFragaSynkron";

fn events() -> Value {
    let path = cases("wire").join("events.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The question of everything about the customer that most events of the cases are about.
fn question() -> Value {
    let kund = json!({ "identifierare": "199001012385", "typ": "Personnummer" });
    json!({ "fraga": { "parter": [{ "kund": kund }] }, "anvandare": "199001012385" })
}

/// The ids of the events that an answer has for its first party.
fn ids(answer: &Answer) -> Vec<String> {
    let whole = answer.json();
    let events = whole["kundhandelser"][0]["kundhandelserForPart"].as_array();
    let events = events.unwrap_or_else(|| panic!("no answer: {whole}"));
    let id = |it: &Value| it["kundhandelseId"].as_str().unwrap().to_owned();
    events.iter().map(id).collect()
}

fn rows(answer: &Answer) -> Vec<(String, u64, String)> {
    let whole = answer.json();
    let rows = whole["delfragor"].as_array().unwrap();
    let row = |it: &Value| {
        let text = |key: &str| it[key].as_str().unwrap_or("").to_owned();
        (
            text("producent"),
            it["httpCode"].as_u64().unwrap(),
            text("message"),
        )
    };
    rows.iter().map(row).collect()
}

#[test]
fn what_is_acknowledged_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let options = ["--empty", "--data", data.to_str().unwrap()];
    let sandbox = Sandbox::start(&options);
    sandbox.feed(&events());
    let gone = "/producers/REFKOM/kundhandelser/R1";
    assert_eq!(sandbox.send("DELETE", gone, &[], b"").status, 204);
    let before = sandbox.post(PRODUCER, &question()).text();
    sandbox.kill();

    let sandbox = Sandbox::start(&options);
    assert!(
        sandbox.said.contains("12 kept events were read."),
        "{}",
        sandbox.said
    );
    assert_eq!(sandbox.post(PRODUCER, &question()).text(), before);
    assert_eq!(sandbox.get(gone).status, 404);
    let fed = sandbox.get("/producers/REFKOM/kundhandelser/R2").json();
    assert_eq!(fed, fed_as(&events()["REFKOM"][1]));
    // The index was built again from what was kept.
    assert_eq!(ids(&sandbox.post(RELAY, &question())).len(), 8);
}

/// An event as it was fed, with the tags of its type.
fn fed_as(event: &Value) -> Value {
    let mut event = event.clone();
    event["taggar"] = json!(["bygglov", "bygga", "komplettering"]);
    event
}

#[test]
fn every_acknowledged_event_is_kept_when_killed_while_being_fed() {
    let folder = tempfile::tempdir().unwrap();
    let options = ["--empty", "--data", folder.path().to_str().unwrap()];
    let sandbox = Sandbox::start(&options);
    let (told, acknowledged) = std::sync::mpsc::channel();
    let address = sandbox.address;
    let feeder = std::thread::spawn(move || {
        for number in 0..100_000 {
            let mut event = events()["REFKOM"][1].clone();
            event["kundhandelseId"] = format!("K{number}").into();
            let body = json!([event]).to_string();
            let request = format!(
                "POST /producers/REFKOM/kundhandelser HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
                 Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
            let Ok(mut stream) = std::net::TcpStream::connect(address) else {
                return;
            };
            let mut answer = String::new();
            let done = stream.write_all(request.as_bytes()).is_ok()
                && stream.read_to_string(&mut answer).is_ok()
                && answer.starts_with("HTTP/1.1 201");
            if !done || told.send(number).is_err() {
                return;
            }
        }
    });
    // Killed in the middle of the feeding, once some events have been acknowledged.
    for _ in 0..20 {
        acknowledged.recv().unwrap();
    }
    sandbox.kill();
    feeder.join().unwrap();
    let last = acknowledged.try_iter().last().unwrap_or(19);

    let sandbox = Sandbox::start(&options);
    for number in 0..=last {
        let path = format!("/producers/REFKOM/kundhandelser/K{number}");
        assert_eq!(sandbox.get(&path).status, 200, "{path} of {last}");
    }
}

#[test]
fn a_folder_belongs_to_one_sandbox_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let options = ["--empty", "--data", folder.path().to_str().unwrap()];
    let _first = Sandbox::start(&options);
    let root = crate::support::repository().to_str().unwrap();
    let fixed = ["sandbox", "--root", root, "--listen", "127.0.0.1:0"];
    let run = crate::support::Katalog::new(fixed.iter().chain(&options)).run();
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.stderr.contains("choose another folder with --data DIR"),
        "{run:?}"
    );
}

#[test]
fn the_relay_holds_when_a_producer_fails() {
    let cases = [
        ("SKV:error=503", 503, "The producer answered with an error."),
        ("SKV:drop", 502, "The producer's answer was cut off."),
        (
            "SKV:garbage",
            502,
            "The producer's answer does not follow the standard.",
        ),
        ("SKV:delay=60s", 504, "The producer did not answer in time."),
    ];
    for (fault, code, message) in cases {
        let options = ["--empty", "--time-limit", "500ms", "--fault", fault];
        let sandbox = Sandbox::start(&options);
        sandbox.feed(&events());
        // Garbage comes in four kinds, one after the other.
        for _ in 0..4 {
            let headers = [
                ("Content-Type", "application/json"),
                ("skv_client_correlation_id", "suite"),
                ("Accept-Language", "en"),
            ];
            let headers = headers.map(|(a, b)| (a.to_owned(), b.to_owned()));
            let body = question().to_string();
            let answer = sandbox.send("POST", RELAY, &headers, body.as_bytes());
            assert_eq!(answer.status, 206, "{fault}: {}", answer.text());
            assert_eq!(
                ids(&answer),
                ["R3", "B1", "R5", "R4", "R7", "R6", "R2", "R1"],
                "{fault}"
            );
            let expected = [
                ("Bolagsverket".to_owned(), 200, String::new()),
                ("Referenskommunen".to_owned(), 200, String::new()),
                ("Skatteverket".to_owned(), code, message.to_owned()),
            ];
            assert_eq!(rows(&answer), expected, "{fault}");
        }
    }
}

#[test]
fn a_rate_strikes_some_and_a_short_delay_none() {
    let options = [
        "--empty",
        "--fault",
        "SKV:error=500:rate=0.25",
        "--fault",
        "BV:delay=50ms",
    ];
    let sandbox = Sandbox::start(&options);
    sandbox.feed(&events());
    let codes: Vec<u16> = (0..8)
        .map(|_| sandbox.post(RELAY, &question()).status)
        .collect();
    assert_eq!(codes, [200, 200, 200, 206, 200, 200, 200, 206]);
}

#[test]
fn the_index_changes_who_is_asked_and_nothing_else() {
    let with = Sandbox::start(&["--as-of", "2026-11-30"]);
    let without = Sandbox::start(&["--as-of", "2026-11-30", "--no-index"]);
    for number in [
        "198703142391",
        "197611112397",
        "199309142389",
        "200306052390",
    ] {
        let kund = json!({ "identifierare": number, "typ": "Personnummer" });
        let question = json!({ "fraga": { "parter": [{ "kund": kund }] }, "anvandare": number });
        let (a, b) = (with.post(RELAY, &question), without.post(RELAY, &question));
        assert_eq!(a.json()["kundhandelser"], b.json()["kundhandelser"]);
        assert_eq!(rows(&b).len(), 19);
        assert!(rows(&a).len() < 10, "{}", a.text());
    }
}

#[test]
fn a_producer_from_outside_takes_part_by_one_option() {
    let outside = Sandbox::start(&["--empty"]);
    outside.feed(&events());
    let endpoint = format!("REFKOM=http://{}/producers/REFKOM", outside.address);
    let sandbox = Sandbox::start(&["--empty", "--endpoint", &endpoint]);
    let answer = sandbox.post(RELAY, &question());
    assert_eq!(ids(&answer), ["R3", "R5", "R4", "R7", "R6", "R2", "R1"]);
    let register = sandbox.get("/register/producers/REFKOM").json();
    assert_eq!(register["runsHere"], false);
    assert_eq!(
        register["endpoint"],
        format!("http://{}{PRODUCER}", outside.address)
    );
    outside.kill();
    let answer = sandbox.post(RELAY, &question());
    assert_eq!(answer.status, 206);
    assert_eq!(rows(&answer)[0].1, 502);
}

#[test]
fn producers_examine_rights_only_when_told_to() {
    let mut other = question();
    other["anvandare"] = "200002292399".into();
    let free = Sandbox::start(&["--empty"]);
    free.feed(&events());
    assert_eq!(ids(&free.post(PRODUCER, &other)).len(), 7);
    let strict = Sandbox::start(&["--empty", "--authorize"]);
    strict.feed(&events());
    let answer = strict.post(PRODUCER, &other);
    assert_eq!(ids(&answer).len(), 0);
    assert_eq!(
        answer.json()["kundhandelser"][0]["totaltAntalKundhandelser"],
        0
    );
    assert_eq!(ids(&strict.post(PRODUCER, &question())).len(), 7);
}

#[test]
fn consumers_show_who_they_are_when_that_is_demanded() {
    let sandbox = Sandbox::start(&["--empty", "--require-credentials"]);
    sandbox.feed(&events());
    let refused = sandbox.post(RELAY, &question());
    assert_eq!(refused.status, 401);
    assert_eq!(refused.header("www-authenticate"), Some("Bearer"));
    assert_eq!(refused.json(), json!({ "message": "Unauthorized" }));

    let secret = sandbox.secret("VERKSAMT");
    let token = |secret: &str| {
        let form =
            format!("grant_type=client_credentials&client_id=VERKSAMT&client_secret={secret}");
        let headers = [(
            "Content-Type".to_owned(),
            "application/x-www-form-urlencoded".to_owned(),
        )];
        sandbox.send("POST", "/oauth2/token", &headers, form.as_bytes())
    };
    assert_eq!(token("fel").status, 401);
    let token = token(&secret).json()["access_token"]
        .as_str()
        .unwrap()
        .to_owned();
    let ask = |token: &str| {
        let headers = [
            ("Content-Type", "application/json".to_owned()),
            ("skv_client_correlation_id", "suite".to_owned()),
            ("Authorization", format!("Bearer {token}")),
        ];
        let headers = headers.map(|(a, b)| (a.to_owned(), b));
        sandbox.send("POST", RELAY, &headers, question().to_string().as_bytes())
    };
    let answer = ask(&token);
    assert_eq!(answer.status, 200, "{}", answer.text());
    // It gets what it is registered for, and no more.
    let types = sandbox.get("/register/consumers/VERKSAMT").json()["eventTypes"].clone();
    let registered = |id: &str| {
        let types = types.as_array().unwrap().iter();
        types.filter_map(Value::as_str).any(|it| id.starts_with(it))
    };
    assert!(
        registered("SKV.FSKATT") && !registered("REFKOM.BYGGLOV"),
        "{types}"
    );
    assert_eq!(ids(&answer), ["B1", "S1"]);
    let refused = ask("fabricated");
    assert_eq!(
        refused.header("www-authenticate"),
        Some("Bearer error=\"invalid_token\"")
    );
}

#[test]
fn hostile_connections_are_answered_or_cut() {
    let sandbox = Sandbox::start(&["--empty"]);
    sandbox.feed(&events());
    let head = format!(
        "POST {PRODUCER} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nskv_client_correlation_id: a\r\n"
    );

    // Headers without end.
    let mut stream = sandbox.connect();
    let _ = stream.write_all(head.as_bytes());
    let line = format!("X-Long: {}\r\n", "a".repeat(8000));
    let refused = (0..2000).any(|_| stream.write_all(line.as_bytes()).is_err());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(
        refused || answer.starts_with(b"HTTP/1.1 431"),
        "{}",
        String::from_utf8_lossy(&answer)
    );

    // Two lengths, or a length and chunks: whoever stands between may read them otherwise.
    for smuggled in [
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
    ] {
        let answer = sandbox.raw(format!("{head}{smuggled}").as_bytes());
        assert!(answer.status == 400 || answer.status == 0, "{answer:?}");
    }

    // A name of somebody else's that leads here.
    let answer =
        sandbox.raw(b"GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
    assert_eq!(answer.status, 421);

    // No HTTP at all.
    let answer = sandbox.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n");
    assert!(answer.status == 400 || answer.status == 0, "{answer:?}");

    // Several requests at once, on one connection, are answered one after the other.
    let body = question().to_string();
    let one = format!("{head}Content-Length: {}\r\n\r\n{body}", body.len());
    let last = format!(
        "{head}Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = sandbox.connect();
    stream
        .write_all(format!("{one}{one}{last}").as_bytes())
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 3);

    // Many who never finish their request, and one who does.
    let slow: Vec<_> = (0..200)
        .map(|_| {
            let mut stream = sandbox.connect();
            stream.write_all(b"POST / HTTP/1.1\r\nHost:").unwrap();
            stream
        })
        .collect();
    assert_eq!(sandbox.post(PRODUCER, &question()).status, 200);
    for mut stream in slow {
        let mut rest = Vec::new();
        // The server gives up on it: an answer, or the end.
        let _ = stream.read_to_end(&mut rest);
    }
    assert_eq!(sandbox.post(PRODUCER, &question()).status, 200);
}
