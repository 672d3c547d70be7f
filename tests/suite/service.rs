//! The service description: schemas that refer to each other in every way come to an
//! end, its schema of an event is the one that the program checks events by, and its
//! files are what programs expect.

use crate::schema::{all_types, versions};
use crate::support::{Tree, base, cases, copy, names, repository, tree};
use katalog::source::{Disk, Memory};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// A file whose schemas are those of `components`, with the first as the answer.
fn document(components: &str) -> String {
    format!(
        "openapi: 3.1.0\n\
         info:\n  title: T\n  version: \"6.1\"\n  x-status: draft\n  description: D\n\
         \x20 x-en: {{ title: T, description: D }}\n\
         paths:\n  /a:\n    get:\n      operationId: a\n      summary: S\n      description: D\n\
         \x20     x-en: {{ summary: S, description: D }}\n\
         \x20     responses:\n        \"200\":\n          description: D\n          x-en: {{ description: D }}\n\
         \x20         content:\n            application/json:\n\
         \x20             schema: {{ $ref: \"#/components/schemas/S0\" }}\n\
         \x20             example: {{ p0: {{ p1: {{}} }} }}\n\
         components:\n  schemas:\n{components}"
    )
}

/// The small site with a service description, in memory.
fn site(openapi: String) -> Memory {
    let files: Tree = tree(base().path());
    let site = files.into_iter().fold(Memory::new(), |all, (path, bytes)| {
        all.with(&path, String::from_utf8(bytes).unwrap())
    });
    site.with("content/api/6.1/openapi.yaml", openapi)
}

/// Checks a site, and makes all of the service description's pages if it can be made.
/// Gives the codes of what was found.
fn made(openapi: String) -> BTreeSet<&'static str> {
    let checked = katalog::check(&site(openapi), None);
    if let Some(site) = &checked.site {
        for output in site.outputs() {
            if site.path(*output).contains("service-description") {
                let mut bytes = Vec::new();
                site.render(*output, &mut bytes).unwrap();
                assert!(bytes.len() < 300_000, "{}", site.path(*output));
            }
        }
    }
    let findings = checked.findings.iter();
    findings.map(|finding| finding.code.number).collect()
}

/// Schemas that refer to each other in every way that there is, straight and by way of
/// properties and lists: reading, checking, comparing and rendering come to an end.
#[test]
fn schemas_that_refer_to_each_other_come_to_an_end() {
    let start = Instant::now();
    let mut in_circles = 0;
    // A small generator of its own, so that the same cases come every time.
    let mut state = 0x2545_f491_u32;
    let mut next = move |below: u32| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state % below
    };
    for _ in 0..40 {
        let count = 1 + next(5);
        let mut components = String::new();
        for at in 0..count {
            let _ = write!(
                components,
                "    S{at}:\n      description: D\n      x-en: {{ description: D }}\n"
            );
            let mut keywords = BTreeSet::new();
            for _ in 0..=next(3) {
                let to = format!("{{ $ref: \"#/components/schemas/S{}\" }}", next(count));
                let (key, value) = match next(20) {
                    0 => ("$ref", format!("\"#/components/schemas/S{}\"", next(count))),
                    1 => ("allOf", format!("[{to}]")),
                    2 => ("anyOf", format!("[{to}, {{ type: object }}]")),
                    3 => ("oneOf", format!("[{{ not: {to} }}, {to}]")),
                    4 => ("not", to),
                    5..10 => ("items", to),
                    10..14 => ("additionalProperties", to),
                    _ => (
                        "properties",
                        format!("{{ p0: {to}, p1: {{ items: {{ items: {to} }} }} }}"),
                    ),
                };
                if keywords.insert(key) {
                    let _ = writeln!(components, "      {key}: {value}");
                }
            }
        }
        let codes = made(document(&components));
        assert!(
            !codes.iter().any(|code| code.starts_with("K01")),
            "{codes:?} in\n{components}"
        );
        in_circles += usize::from(codes.contains("K0606"));
    }
    assert!((8..35).contains(&in_circles), "{in_circles} in circles");
    assert!(start.elapsed() < Duration::from_secs(120), "too slow");
}

/// A chain as long as a file may have, and schemas that would double at each step.
#[test]
fn long_chains_and_schemas_that_double_come_to_an_end() {
    let chain = |link: fn(usize) -> String| -> String {
        (0..200)
            .map(|at| {
                let link = if at < 199 {
                    link(at + 1)
                } else {
                    String::new()
                };
                format!(
                    "    S{at}:\n      description: D\n      x-en: {{ description: D }}\n{link}"
                )
            })
            .collect()
    };
    let straight = |to| format!("      $ref: \"#/components/schemas/S{to}\"\n");
    let nested = |to| {
        format!(
            "      properties: {{ p0: {{ $ref: \"#/components/schemas/S{to}\", description: D, x-en: {{ description: D }} }} }}\n"
        )
    };
    let doubled = |to| {
        let it = format!(
            "{{ $ref: \"#/components/schemas/S{to}\", description: D, x-en: {{ description: D }} }}"
        );
        format!("      properties: {{ p0: {it}, p1: {it} }}\n")
    };
    for link in [straight as fn(usize) -> String, nested, doubled] {
        let codes = made(document(&chain(link)));
        assert!(codes.iter().all(|code| *code == "K0602"), "{codes:?}");
    }
    let too_many = chain(nested).replace("    S199:", "    S199b: { description: D }\n    S199:");
    assert!(made(document(&too_many)).contains("K0120"));
}

/// The service descriptions of the repository as JSON, by their numbers.
fn descriptions() -> Vec<(String, Value)> {
    let folder = repository().join("content/api");
    let mut found = Vec::new();
    for number in folder
        .exists()
        .then(|| names(&folder))
        .into_iter()
        .flatten()
    {
        let site = alone(repository(), &number);
        let checked = katalog::check(&Disk::open(site.path()).unwrap(), None);
        let site = checked
            .site
            .unwrap_or_else(|| panic!("{:?}", checked.findings));
        let path = format!("service-description/{number}/openapi.json");
        let output = site.outputs().iter().find(|it| site.path(**it) == path);
        let mut bytes = Vec::new();
        site.render(*output.unwrap(), &mut bytes).unwrap();
        found.push((number, serde_json::from_slice(&bytes).unwrap()));
    }
    found
}

/// The small site with one version of a service description.
fn alone(root: &Path, number: &str) -> tempfile::TempDir {
    let site = copy(&cases("base"));
    let to = site.path().join(format!("content/api/{number}"));
    std::fs::create_dir_all(&to).unwrap();
    let file = root.join(format!("content/api/{number}/openapi.yaml"));
    std::fs::copy(file, to.join("openapi.yaml")).unwrap();
    site
}

/// What the service description says of an event is what the program checks events
/// by: the same properties, and the same of them required.
#[test]
fn the_schema_of_an_event_is_the_one_that_is_checked() {
    let own = &versions(all_types().path())[0].schema;
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    let words = |value: &Value| -> BTreeSet<String> {
        let all = value.as_array().unwrap().iter();
        all.map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    for (name, document) in &descriptions() {
        let event = &document["components"]["schemas"]["Kundhandelse"];
        assert_eq!(
            keys(&event["properties"]),
            keys(&own["properties"]),
            "{name}"
        );
        // Whether these two must be there is for each event type to say.
        let mut required = words(&own["required"]);
        required.retain(|it| !["utokadInformation", "referenser"].contains(&&**it));
        let mut stated = words(&event["required"]);
        stated.retain(|it| !["utokadInformation", "referenser"].contains(&&**it));
        assert_eq!(stated, required, "{name}");
        let bounded = keys(&own["properties"]).into_iter();
        // Which type it is, each version of an event type says by itself.
        for property in bounded.filter(|it| it != "kundhandelseTyp") {
            for bound in ["minLength", "maxLength"] {
                let (said, checked) = (
                    &event["properties"][&property][bound],
                    &own["properties"][&property][bound],
                );
                assert_eq!(said, checked, "{name}: {property}.{bound}");
            }
        }
    }
}

/// The JSON of a language has its texts where programs look for them, and leaves data
/// as it is.
#[test]
fn the_json_of_a_language_is_in_that_language() {
    let checked = katalog::check(&Disk::open(&cases("tiny/in")).unwrap(), None);
    let site = checked.site.unwrap();
    let read = |path: &str| -> Value {
        let output = site.outputs().iter().find(|it| site.path(**it) == path);
        let mut bytes = Vec::new();
        site.render(*output.unwrap(), &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("\"x-en\""), "{path}");
        serde_json::from_str(&text).unwrap()
    };
    let sv = read("service-description/6.1/openapi.json");
    let en = read("en/service-description/6.1/openapi.json");
    assert_eq!(sv["info"]["title"], "Händelser");
    assert_eq!(en["info"]["title"], "Events");
    assert_eq!(
        en["info"]["x-changes"][0],
        "The question can have `sortering`."
    );
    let event = &en["components"]["schemas"]["Handelse"]["properties"]["rubrik"];
    assert_eq!(event["x-filled-by"], "The producer.");
    assert_eq!(event["examples"][0], "Beslut är fattat");
    let examples = |it: &Value| it["components"]["examples"]["TvaHandelser"]["value"].clone();
    assert_eq!(examples(&sv), examples(&en));
}
