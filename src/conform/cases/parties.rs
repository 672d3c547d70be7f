//! What parties may look like.

use crate::conform::case::{Case, Group, Judged};
use crate::conform::guide::QUESTION;
use crate::conform::question::Question;
use crate::conform::tester::Tester;
use serde_json::{Value, json};

/// The most parties of a question.
pub(super) const MOST: usize = 100;

const KUND: &str = "/fraga/parter/0/kund";
const NUMBER: &[&str] = &["identifierare"];
const KIND: &[&str] = &["typ"];

pub(super) const GROUP: Group = Group {
    key: "parties",
    sv: "Parter",
    en: "Parties",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C040",
        "Utan fraga.parter avvisas frågan med 400.",
        "Without fraga.parter the question is refused with 400.",
        QUESTION, |t| {
            let question = t.question().without("/fraga/parter");
            t.refuses(&question, &["parter"])
        }),
    Case::demand("C041",
        "En tom lista i fraga.parter avvisas med 400: minst en part ska anges.",
        "An empty list in fraga.parter is refused with 400: at least one party must be given.",
        QUESTION, |t| parties(t, json!([]))),
    Case::demand("C042",
        "101 parter avvisas med 400: en fråga får ha högst 100.",
        "101 parties are refused with 400: a question may have at most 100.",
        QUESTION, |t| parties(t, many(MOST + 1))),
    Case::demand("C043",
        "100 parter godtas.",
        "100 parties are accepted.",
        QUESTION, |t| {
            let question = t.question().with("/fraga/parter", many(MOST));
            t.takes(&question)
        }),
    Case::demand("C044",
        "Ett objekt i stället för en lista i fraga.parter avvisas med 400.",
        "An object instead of a list in fraga.parter is refused with 400.",
        QUESTION, |t| {
            let party = t.customer();
            parties(t, party)
        }),
    Case::demand("C045",
        "En part med varken kund eller arende avvisas med 400.",
        "A party with neither kund nor arende is refused with 400.",
        QUESTION, |t| {
            let question = t.question().with("/fraga/parter/0", json!({}));
            t.refuses(&question, &["parter", "kund", "arende"])
        }),
    Case::demand("C046",
        "Alla parter prövas: ett fel i den sista avvisar frågan med 400.",
        "All parties are examined: a fault in the last refuses the question with 400.",
        QUESTION, |t| {
            let wrong = json!({ "kund": { "identifierare": "12", "typ": "Personnummer" } });
            let question = t.question().with("/fraga/parter/1", wrong);
            t.refuses(&question, NUMBER)
        }),
    Case::demand("C047",
        "En kund.identifierare med elva siffror avvisas med 400: det ska vara tolv.",
        "A kund.identifierare of eleven digits is refused with 400: there must be twelve.",
        QUESTION, |t| number(t, |it| json!(&it[1..]))),
    Case::demand("C048",
        "En kund.identifierare med tretton siffror avvisas med 400: det ska vara tolv.",
        "A kund.identifierare of thirteen digits is refused with 400: there must be twelve.",
        QUESTION, |t| number(t, |it| json!(format!("{it}0")))),
    Case::demand("C049",
        "En kund.identifierare med annat än siffror, som ett bindestreck, avvisas med 400.",
        "A kund.identifierare with other than digits, such as a hyphen, is refused with 400.",
        QUESTION, |t| number(t, |it| json!(format!("{}-{}", &it[..8], &it[9..])))),
    Case::demand("C050",
        "En kund.identifierare som är ett tal i stället för text avvisas med 400.",
        "A kund.identifierare that is a number instead of text is refused with 400.",
        QUESTION, |t| number(t, |it| json!(it.parse::<u64>().unwrap_or(1)))),
    Case::demand("C051",
        "En kund utan identifierare avvisas med 400.",
        "A kund without identifierare is refused with 400.",
        QUESTION, |t| {
            let question = t.question().without(&format!("{KUND}/identifierare"));
            t.refuses(&question, NUMBER)
        }),
    Case::demand("C052",
        "En kund utan typ avvisas med 400.",
        "A kund without typ is refused with 400.",
        QUESTION, |t| {
            let question = t.question().without(&format!("{KUND}/typ"));
            t.refuses(&question, KIND)
        }),
    Case::demand("C053",
        "En kund.typ som inte är Personnummer, Organisationsnummer eller Samordningsnummer avvisas med 400.",
        "A kund.typ that isn't Personnummer, Organisationsnummer or Samordningsnummer is refused with 400.",
        QUESTION, |t| kund(t, "typ", json!("Kundnummer"), KIND)),
    Case::demand("C054",
        "En kund.typ skrivs exakt som i standarden: personnummer med liten bokstav avvisas med 400.",
        "A kund.typ is written exactly as in the standard: personnummer with a small letter is refused with 400.",
        QUESTION, |t| kund(t, "typ", json!("personnummer"), KIND)),
    Case::demand("C055",
        "Ett kund.tillagg på 20 tecken godtas.",
        "A kund.tillagg of 20 characters is accepted.",
        QUESTION, |t| {
            let question = t.question().with(&format!("{KUND}/tillagg"), json!("9".repeat(20)));
            t.takes(&question)
        }),
    Case::demand("C056",
        "Ett kund.tillagg på 21 tecken avvisas med 400: det får ha högst 20.",
        "A kund.tillagg of 21 characters is refused with 400: it may have at most 20.",
        QUESTION, |t| kund(t, "tillagg", json!("9".repeat(21)), &["tillagg"])),
    Case::demand("C057",
        "Ett tomt kund.tillagg avvisas med 400: det utelämnas i stället.",
        "An empty kund.tillagg is refused with 400: it is left out instead.",
        QUESTION, |t| kund(t, "tillagg", json!(""), &["tillagg"])),
    Case::demand("C058",
        "En arende.identifierare på 100 tecken godtas, också med å, ä och ö: längden räknas i tecken.",
        "An arende.identifierare of 100 characters is accepted, also with å, ä and ö: the length is counted in characters.",
        QUESTION, |t| {
            let question = case(t, json!({ "identifierare": "å".repeat(100), "typ": "Diarienummer" }));
            t.takes(&question)
        }),
    Case::demand("C059",
        "En arende.identifierare på 101 tecken avvisas med 400: den får ha högst 100.",
        "An arende.identifierare of 101 characters is refused with 400: it may have at most 100.",
        QUESTION, |t| {
            let question = case(t, json!({ "identifierare": "A".repeat(101), "typ": "Diarienummer" }));
            t.refuses(&question, NUMBER)
        }),
    Case::demand("C060",
        "En tom arende.identifierare avvisas med 400.",
        "An empty arende.identifierare is refused with 400.",
        QUESTION, |t| {
            let question = case(t, json!({ "identifierare": "", "typ": "Diarienummer" }));
            t.refuses(&question, NUMBER)
        }),
    Case::demand("C061",
        "Ett arende utan identifierare avvisas med 400.",
        "An arende without identifierare is refused with 400.",
        QUESTION, |t| {
            let question = case(t, json!({ "typ": "Diarienummer" }));
            t.refuses(&question, NUMBER)
        }),
    Case::demand("C062",
        "Ett arende utan typ avvisas med 400.",
        "An arende without typ is refused with 400.",
        QUESTION, |t| {
            let question = case(t, json!({ "identifierare": "KATALOG-PROV-1" }));
            t.refuses(&question, KIND)
        }),
    Case::demand("C063",
        "En arende.typ som standarden inte har avvisas med 400.",
        "An arende.typ that the standard doesn't have is refused with 400.",
        QUESTION, |t| {
            let question = case(t, json!({ "identifierare": "KATALOG-PROV-1", "typ": "Handläggare" }));
            t.refuses(&question, KIND)
        }),
    Case::demand("C064",
        "Alla fyra slag av arende.typ godtas: Konsumentreferens, Producentarendereferens, Diarienummer och Kvittensnummer.",
        "All four kinds of arende.typ are accepted: Konsumentreferens, Producentarendereferens, Diarienummer and Kvittensnummer.",
        QUESTION, |t| {
            for kind in ["Konsumentreferens", "Producentarendereferens", "Diarienummer", "Kvittensnummer"] {
                let question = case(t, json!({ "identifierare": "KATALOG-PROV-1", "typ": kind }));
                t.takes(&question)?;
            }
            Ok(())
        }),
];

/// A question about a case by itself.
fn case(t: &Tester<'_>, arende: Value) -> Question {
    t.about(json!({ "arende": arende }))
}

fn parties(t: &mut Tester<'_>, parties: Value) -> Judged {
    let question = t.question().with("/fraga/parter", parties);
    t.refuses(&question, &["parter"])
}

fn kund(t: &mut Tester<'_>, name: &str, value: Value, names: &'static [&'static str]) -> Judged {
    let question = t.question().with(&format!("{KUND}/{name}"), value);
    t.refuses(&question, names)
}

fn number(t: &mut Tester<'_>, wrong: fn(&str) -> Value) -> Judged {
    let number = wrong(&t.options.customer.number);
    kund(t, "identifierare", number, NUMBER)
}

/// Many parties: cases that don't exist.
fn many(count: usize) -> Value {
    let party = |number| {
        let id = format!("KATALOG-PROV-{number}");
        json!({ "arende": { "identifierare": id, "typ": "Diarienummer" } })
    };
    (1..=count).map(party).collect()
}
