//! The conformance test held against the sandbox: its producers meet every demand, and one with
//! a fault fails exactly where it is faulty. Neither shares code with the other.

use crate::support::{Golden, Katalog, Sandbox, cases, repository};
use serde_json::{Value, json};

/// The customer that the cases of the wire contract have most events about.
const CUSTOMER: &str = "199001012385";

/// Events that let every case be tried: those of the wire contract's cases with ids as the
/// guide recommends, and one that closes a case.
fn events() -> Value {
    let path = cases("wire").join("events.json");
    let all: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut list = all["REFKOM"].as_array().unwrap().clone();
    let mut closing = list[0].clone();
    closing["rubrik"] = "Du har fått slutbesked".into();
    closing["kundhandelseId"] = "R12".into();
    closing["kundhandelseTyp"] = "REFKOM.BYGGLOV.SLUTBESKED".into();
    closing["tidpunkt"] = "2026-11-20T10:45:00+01:00".into();
    closing["producentarendetKlart"] = true.into();
    closing["utokadInformation"] = json!({ "beslutsdatum": "2026-11-20", "interimistiskt": false });
    list.push(closing);
    for event in &mut list {
        let id = format!("REFKOM-{}", event["kundhandelseId"].as_str().unwrap());
        event["kundhandelseId"] = id.into();
    }
    json!({ "REFKOM": list })
}

/// Runs the conformance test; gives its exit code and its report.
fn conform(sandbox: &Sandbox, options: &[&str]) -> (Option<i32>, Value) {
    let url = format!("http://{}/producers/REFKOM", sandbox.address);
    let root = repository().to_str().unwrap();
    let fixed = [
        "conform",
        &url,
        "--root",
        root,
        "--customer",
        CUSTOMER,
        "--report",
        "json",
    ];
    let run = Katalog::new(fixed.iter().chain(options)).run();
    let report = serde_json::from_str(&run.stdout);
    (
        run.code,
        report.unwrap_or_else(|error| panic!("{error}: {run:?}")),
    )
}

/// The codes of the cases that ended in a certain way.
fn codes(report: &Value, outcome: &str) -> Vec<String> {
    let all = report["cases"].as_array().unwrap().iter();
    let those = all.filter(|case| case["outcome"] == outcome);
    those
        .map(|case| case["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_sandboxes_producers_meet_every_demand() {
    let sandbox = Sandbox::start(&["--empty", "--require-credentials"]);
    sandbox.feed(&events());
    let form = format!(
        "grant_type=client_credentials&client_id=VERKSAMT&client_secret={}",
        sandbox.secret("VERKSAMT")
    );
    let kind = [(
        "Content-Type".to_owned(),
        "application/x-www-form-urlencoded".to_owned(),
    )];
    let answer = sandbox.send("POST", "/oauth2/token", &kind, form.as_bytes());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    std::fs::write(&file, token).unwrap();
    let options = ["--strict", "--token-file", file.to_str().unwrap()];
    let (code, report) = conform(&sandbox, &options);
    for outcome in ["failed", "not-tried", "advice"] {
        assert_eq!(codes(&report, outcome), Vec::<String>::new(), "{outcome}");
    }
    assert_eq!(code, Some(0));
    assert!(codes(&report, "passed").len() >= 60);
}

#[test]
fn a_fault_fails_where_it_is() {
    let mut golden = Golden::default();
    let faults = [
        "error=503",
        "drop",
        "garbage",
        "delay=2s",
        "error=500:rate=0.2",
    ];
    for fault in faults {
        let option = format!("REFKOM:{fault}");
        let sandbox = Sandbox::start(&["--empty", "--fault", &option]);
        sandbox.feed(&events());
        let (code, report) = conform(&sandbox, &["--time-limit", "400ms"]);
        assert_eq!(code, Some(1), "{fault}");
        let failed = codes(&report, "failed");
        // What a question is refused for is examined before anything can go wrong.
        let judged = ["C001", "C007", "C010", "C013", "C021", "C040", "C110"];
        for refused in judged {
            assert!(!failed.contains(&refused.to_owned()), "{fault}: {refused}");
        }
        let text = failed.join("\n") + "\n";
        let name = fault.replace(['=', ':'], "-");
        golden.text(&cases("conform/sandbox").join(format!("{name}.txt")), &text);
    }
    golden.finish();
}
