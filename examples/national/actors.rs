//! Producers and consumers: invented actors with names of the usual kind.

use crate::rng::Rng;
use crate::subjects::{AGENCY, MUNICIPALITY, REGION, Subject};
use crate::yaml::{Yaml, quoted};

/// An invented producer.
pub(crate) struct Producer {
    pub id: String,
    pub name: [String; 2],
    kind: &'static str,
    pub subjects: &'static [Subject],
}

const FIRST: [&str; 26] = [
    "Björk", "Ek", "Alm", "Lind", "Gran", "Tall", "Hassel", "Rönn", "Ask", "Älv", "Sjö", "Berg",
    "Dal", "Skog", "Strand", "Ängs", "Falk", "Svan", "Örn", "Hjort", "Ström", "Kvarn", "Malm",
    "Silver", "Norr", "Söder",
];
const LAST: [&str; 20] = [
    "vika", "hamra", "åsa", "torpa", "näsby", "lunda", "holma", "rydby", "forsa", "hultsby",
    "stadby", "mora", "sundby", "tuna", "inge", "bodaby", "säter", "landa", "brona", "gårda",
];
const FIELDS: [[&str; 2]; 12] = [
    ["tillstånd", "Licences"],
    ["näringsliv", "Business"],
    ["utbildning", "Education"],
    ["arbetsliv", "Working Life"],
    ["transporter", "Transport"],
    ["miljö", "the Environment"],
    ["boende", "Housing"],
    ["livsmedel", "Food"],
    ["kultur", "Culture"],
    ["energi", "Energy"],
    ["konsumenträtt", "Consumer Rights"],
    ["socialt stöd", "Social Support"],
];

/// Producer number `number`: now and then an agency or a region, mostly municipalities.
pub(crate) fn producer(number: usize) -> Producer {
    let place = |n: usize| {
        let round = n / (FIRST.len() * LAST.len());
        let prefix = ["", "Norra ", "Södra ", "Östra ", "Västra "]
            .get(round)
            .copied();
        // The step of 7 makes neighbours in the list differ in both parts of the name.
        let last = LAST[(n / FIRST.len() + n * 7) % LAST.len()];
        let name = format!("{}{last}", FIRST[n % FIRST.len()]);
        match prefix {
            Some(prefix) => format!("{prefix}{name}"),
            None => format!("{name} {}", letters(round)),
        }
    };
    let code = letters(number / 8);
    match number % 8 {
        0 => {
            let [sv, en] = FIELDS[number / 8 % FIELDS.len()];
            let place = place(number / 8);
            let name = [
                format!("Myndigheten för {sv} i {place}"),
                format!("{place} Agency for {en}"),
            ];
            Producer {
                id: format!("MYN{code}"),
                name,
                kind: "state-agency",
                subjects: &AGENCY,
            }
        }
        1 => {
            let place = place(number / 8 + 17);
            let name = [format!("Region {place}"), format!("Region {place}")];
            Producer {
                id: format!("REG{code}"),
                name,
                kind: "region",
                subjects: &REGION,
            }
        }
        _ => {
            let place = place(number);
            let name = [format!("{place} kommun"), format!("{place} Municipality")];
            let id = format!("KOM{}", letters(number));
            Producer {
                id,
                name,
                kind: "municipality",
                subjects: &MUNICIPALITY,
            }
        }
    }
}

/// A number as at least three letters: AAA, AAB, …
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 || letters.len() < 3 {
        letters.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    letters.iter().rev().collect()
}

impl Producer {
    /// `producer.yaml`.
    pub(crate) fn file(&self, rng: &mut Rng) -> String {
        const ABOUT: [&str; 6] = [
            "Aktören är påhittad och finns för att mäta hur katalogen klarar en nationell mängd.",
            "The actor is invented and is there to measure how the catalogue copes with a national load.",
            "Katalogen visar de ärenden där kunden själv väntar på besked.",
            "The catalogue shows the cases in which the customer is waiting for an answer.",
            "Händelser lämnas ut dygnet runt från en egen kundhändelsetjänst.",
            "Events are handed out around the clock from the actor's own event service.",
        ];
        let [sv, en] = rng.pair(&ABOUT);
        let about = [
            format!(
                "{} prövar ärenden från privatpersoner och företag. {sv}",
                self.name[0]
            ),
            format!(
                "{} decides cases from private persons and companies. {en}",
                self.name[1]
            ),
        ];
        let host = format!("{}.example", self.id.to_lowercase());
        let month = rng.between(1, 9);
        let mut yaml = Yaml::default();
        yaml.scalar(0, "id", &self.id);
        yaml.localized(0, "name", [&self.name[0], &self.name[1]]);
        yaml.scalar(0, "kind", self.kind);
        yaml.line(0, "real: false");
        yaml.localized(0, "description", [&about[0], &about[1]]);
        yaml.line(0, &format!("website: https://www.{host}"));
        yaml.line(0, "contact:");
        yaml.line(
            2,
            "function: { sv: Förvaltningsgrupp Mina ärenden, en: Mina ärenden maintenance group }",
        );
        yaml.line(2, &format!("email: mina-arenden@{host}"));
        yaml.line(0, "environments:");
        for (name, host, since) in [
            ("test", format!("test.{host}"), format!("2024-06-0{month}")),
            ("production", host, format!("2024-10-0{month}")),
        ] {
            yaml.line(2, &format!("- name: {name}"));
            yaml.line(
                4,
                &format!(
                    "endpoint: {}",
                    quoted(&format!("https://{host}/kundhandelser/v1"))
                ),
            );
            yaml.line(4, "standardVersion: \"6.1\"");
            yaml.line(4, &format!("since: {since}"));
        }
        registered(&mut yaml, &format!("2024-09-0{month}"));
        yaml.text
    }
}

/// The agreement that was signed and the conformance test that was passed on a day.
fn registered(yaml: &mut Yaml, day: &str) {
    let signed = format!("agreement: {{ template: connection, version: \"1.0\", signed: {day} }}");
    yaml.line(0, &signed);
    let passed = format!("conformance: {{ passed: {day}, standardVersion: \"6.1\" }}");
    yaml.line(0, &passed);
}

/// The consumers: file name and text. Each fetches from some of `producers`, given as ids and one
/// process id each; the first consumer fetches everything.
pub(crate) fn consumers(producers: &[(String, String)]) -> Vec<(String, String)> {
    const NAMES: [(&str, &str, &str, &str); 5] = [
        (
            "ARENDEOVERSIKTEN",
            "Ärendeöversikten",
            "The Case Overview",
            "state-agency",
        ),
        (
            "FORETAGSPORTALEN",
            "Företagsportalen",
            "The Business Portal",
            "state-agency",
        ),
        ("FAMILJEAPPEN", "Familjeappen", "The Family App", "private"),
        ("BYGGKOLLEN", "Byggkollen", "Building Check", "private"),
        (
            "EKONOMISYSTEMET",
            "Ekonomisystemet",
            "The Accounting System",
            "private",
        ),
    ];
    let file = |(number, &(id, sv, en, kind)): (usize, &(&str, &str, &str, &str))| {
        let host = format!("{}.example", id.to_lowercase());
        let mut yaml = Yaml::default();
        yaml.scalar(0, "id", id);
        yaml.localized(0, "name", [sv, en]);
        yaml.scalar(0, "kind", kind);
        yaml.line(0, "real: false");
        // Numbers in a group that isn't given out, with the right check digits.
        let own = ["07", "15", "23", "31", "49"][number];
        yaml.line(0, &format!("organisationNumber: 402001-00{own}"));
        yaml.localized(
            0,
            "description",
            [
                "En påhittad tjänst som visar kundens ärenden hos flera aktörer på ett ställe.",
                "An invented service that shows the customer's cases at several actors in one place.",
            ],
        );
        yaml.line(0, &format!("website: https://{host}"));
        yaml.line(0, "contact:");
        yaml.line(2, "function: { sv: Produktteamet, en: Product team }");
        yaml.line(2, &format!("email: kontakt@{host}"));
        yaml.line(0, "eventTypes:");
        for (place, (producer, process)) in producers.iter().enumerate() {
            match (number, place % NAMES.len() == number, place) {
                (0, ..) => yaml.line(2, &format!("- {producer}")),
                (_, true, _) | (_, _, 0) => yaml.line(2, &format!("- {process}")),
                _ => {}
            }
        }
        yaml.line(0, "environments:");
        yaml.line(
            2,
            "- { name: production, standardVersion: \"6.1\", since: 2025-05-12 }",
        );
        registered(&mut yaml, "2025-04-07");
        (format!("{id}.yaml"), yaml.text)
    };
    NAMES.iter().enumerate().map(file).collect()
}
