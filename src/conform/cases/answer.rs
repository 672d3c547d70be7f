//! The frame of an answer: totals, metadata, and how it went.

use crate::conform::answer::{Answer, text};
use crate::conform::case::{Case, Group, Judged};
use crate::conform::guide::{ANSWER, IDS, ITEMS, LANGUAGE, PARTIAL, RETRIES};
use crate::conform::tester::{Tester, came};
use crate::say;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) const GROUP: Group = Group {
    key: "answer",
    sv: "Svaret",
    en: "The answer",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C170",
        "Ett svar har HTTP-rubriken Content-Type med värdet application/json.",
        "An answer has the header Content-Type with the value application/json.",
        ANSWER, |t| {
            let answer = t.everything()?;
            let came = came(&answer.exchange)?;
            let kind = came.header("content-type").unwrap_or("–");
            match came.is_json() {
                true => Ok(()),
                false => answer.fails(say!(
                    "Content-Type är `{kind}`, men ska vara `application/json`",
                    "Content-Type is `{kind}`, but must be `application/json`"
                )),
            }
        }),
    Case::demand("C171",
        "En ensam producent svarar 200 och aldrig 206: det är vidareförmedlingstjänstens statuskod.",
        "A single producer answers 200 and never 206: that is the relay's status code.",
        PARTIAL, |t| {
            let answer = t.everything()?;
            match came(&answer.exchange)?.status {
                206 => answer.fails(say!("statuskoden är 206", "the status code is 206")),
                _ => Ok(()),
            }
        }),
    Case::demand("C172",
        "Varje post i kundhandelser har part, totaltAntalKundhandelser och kundhandelserForPart, så som tjänstebeskrivningen säger.",
        "Each entry of kundhandelser has part, totaltAntalKundhandelser and kundhandelserForPart, as the service description says.",
        ANSWER, |t| {
            let answer = t.everything()?;
            let entries = answer.json["kundhandelser"].as_array().cloned().unwrap_or_default();
            if entries.len() != 1 {
                let count = entries.len();
                return answer.fails(say!(
                    "svaret har {count} poster, men frågan har 1 part",
                    "the answer has {count} entries, but the question has 1 party"
                ));
            }
            shaped(t, &answer, "KundhandelserForPart", &entries[0])
        }),
    Case::demand("C173",
        "Svaret har metadata, så som tjänstebeskrivningen säger.",
        "The answer has metadata, as the service description says.",
        ANSWER, |t| {
            let answer = t.everything()?;
            shaped(t, &answer, "Metadata", &answer.json["metadata"])?;
            let answer = t.narrowed()?;
            shaped(t, &answer, "Metadata", &answer.json["metadata"])
        }),
    Case::demand("C174",
        "Varje rad i delfragor har producent, part, status och httpCode, så som tjänstebeskrivningen säger.",
        "Each row of delfragor has producent, part, status and httpCode, as the service description says.",
        ANSWER, |t| {
            let answer = t.everything()?;
            let Some(rows) = answer.json["delfragor"].as_array().cloned() else {
                return answer.fails(say!(
                    "svaret har ingen lista `delfragor`",
                    "the answer has no list `delfragor`"
                ));
            };
            rows.iter().try_for_each(|row| shaped(t, &answer, "Delfraga", row))
        }),
    Case::demand("C175",
        "part i svaret är parten så som den stod i frågan.",
        "part in the answer is the party as it stood in the question.",
        ANSWER, |t| {
            let answer = t.everything()?;
            equal(&answer, "kundhandelser[0].part", &answer.json["kundhandelser"][0]["part"], &t.customer())
        }),
    Case::demand("C176",
        "metadata.parter upprepar frågans parter.",
        "metadata.parter repeats the parties of the question.",
        ANSWER, |t| {
            let answer = t.everything()?;
            equal(&answer, "metadata.parter", &answer.json["metadata"]["parter"], &json!([t.customer()]))
        }),
    Case::demand("C177",
        "metadata upprepar frågans kundhandelseTyper och taggar.",
        "metadata repeats the kundhandelseTyper and taggar of the question.",
        ANSWER, |t| echoed(t, &["kundhandelseTyper", "taggar"])),
    Case::demand("C178",
        "metadata upprepar frågans startDatum och slutDatum.",
        "metadata repeats the startDatum and slutDatum of the question.",
        ANSWER, |t| echoed(t, &["startDatum", "slutDatum"])),
    Case::demand("C179",
        "metadata.behandling upprepar frågans sortering och paginering.",
        "metadata.behandling repeats the sorting and the page of the question.",
        ANSWER, |t| echoed(t, &["behandling"])),
    Case::demand("C180",
        "metadata.onskatSprak är det språk som Accept-Language bad om.",
        "metadata.onskatSprak is the language that Accept-Language asked for.",
        LANGUAGE, |t| {
            let question = t.question();
            let sent = t.call(&question).with("accept-language", b"en");
            let answer = t.ask_by(sent)?;
            equal(&answer, "metadata.onskatSprak", &answer.json["metadata"]["onskatSprak"], &json!("en"))
        }),
    Case::demand("C181",
        "metadata utelämnar det som inte angavs i frågan.",
        "metadata leaves out what the question didn't give.",
        ANSWER, |t| {
            let answer = t.everything()?;
            let extra = ["kundhandelseTyper", "taggar", "startDatum", "slutDatum", "behandling"];
            let found = extra.into_iter().find(|name| answer.json["metadata"].get(name).is_some());
            match found {
                None => Ok(()),
                Some(name) => answer.fails(say!(
                    "metadata har {name}, som frågan inte har",
                    "metadata has {name}, which the question doesn't have"
                )),
            }
        }),
    Case::demand("C182",
        "delfragor har en rad för varje part som tillfrågades, och ingen annan.",
        "delfragor has a row for each party that was asked about, and no other.",
        ANSWER, |t| {
            let parties = json!([t.customer(), t.unknown()]);
            let question = t.question().with("/fraga/parter", parties.clone());
            let answer = t.ask(&question)?;
            let rows: Vec<&Value> = rows(&answer).map(|row| &row["part"]).collect();
            let all = parties.as_array().is_some_and(|all| {
                all.len() == rows.len() && all.iter().all(|party| rows.contains(&party))
            });
            let count = rows.len();
            match all {
                true => Ok(()),
                false => answer.fails(say!(
                    "delfragor har {count} rader, som inte är en för var och en av frågans 2 parter",
                    "delfragor has {count} rows, which aren't one for each of the question's 2 parties"
                )),
            }
        }),
    Case::demand("C183",
        "En rad i delfragor som gick bra har status OK och httpCode 200.",
        "A row of delfragor that went well has status OK and httpCode 200.",
        PARTIAL, |t| {
            let answer = t.everything()?;
            let wrong = rows(&answer).find(|row| row["status"] != "OK" || row["httpCode"] != 200);
            match wrong {
                None => Ok(()),
                Some(row) => {
                    let (status, code) = (&row["status"], &row["httpCode"]);
                    answer.fails(say!(
                        "en rad har status {status} och httpCode {code}",
                        "a row has status {status} and httpCode {code}"
                    ))
                }
            }
        }),
    Case::demand("C184",
        "Utan sidindelning är totaltAntalKundhandelser antalet kundhändelser i listan.",
        "Without paging, totaltAntalKundhandelser is the number of events in the list.",
        ANSWER, |t| {
            let answer = t.everything()?;
            answer.totals(0, answer.events().len())
        }),
    Case::demand("C185",
        "Samma fråga två gånger ger samma kundhändelser med samma id.",
        "The same question twice gives the same events with the same ids.",
        IDS, |t| {
            let first = t.everything()?;
            let question = t.question();
            let second = t.ask(&question)?;
            same_ids(&first, &second)
        }),
    Case::demand("C186",
        "Producentens namn är detsamma i alla kundhändelser och i delfragor.",
        "The producer's name is the same in all events and in delfragor.",
        ITEMS, |t| {
            let answer = t.everything()?;
            let all = answer.events().iter().chain(rows(&answer));
            let names: BTreeSet<&str> = all.map(|it| text(it, "producent")).collect();
            if names.len() <= 1 {
                return Ok(());
            }
            let names: Vec<&str> = names.into_iter().collect();
            let names = names.join(", ");
            answer.fails(say!("producenten heter {names}", "the producer is named {names}"))
        }),
    Case::demand("C187",
        "En fråga läser bara: svaret är detsamma efter alla frågor som har ställts.",
        "A question only reads: the answer is the same after all questions that have been asked.",
        RETRIES, |t| {
            let first = t.everything()?;
            let question = t.question().sorted(&[("TIDPUNKT", false)]);
            let again = t.ask(&question)?;
            same_ids(&first, &again)
        }),
];

/// Demands that a value is as a schema of the service description says.
fn shaped(t: &mut Tester<'_>, answer: &Answer, schema: &str, value: &Value) -> Judged {
    match t.schemas.fault(schema, value) {
        None => Ok(()),
        Some(fault) => answer.fails(say!(
            "schemat {schema} är inte uppfyllt: {fault}",
            "the schema {schema} isn't fulfilled: {fault}"
        )),
    }
}

/// Demands that a value is what the question said.
fn equal(answer: &Answer, name: &str, found: &Value, expected: &Value) -> Judged {
    if found == expected {
        return Ok(());
    }
    answer.fails(say!(
        "{name} är {found}, men ska vara {expected}",
        "{name} is {found}, but must be {expected}"
    ))
}

/// Demands that metadata repeats parts of a question that has all of them.
fn echoed(t: &mut Tester<'_>, names: &[&str]) -> Judged {
    let answer = t.narrowed()?;
    let sent: Value = serde_json::from_slice(&answer.exchange.sent.body).unwrap_or_default();
    names.iter().try_for_each(|name| {
        let found = &answer.json["metadata"][name];
        equal(
            &answer,
            &format!("metadata.{name}"),
            found,
            &sent["fraga"][name],
        )
    })
}

/// The rows that say how it went.
fn rows(answer: &Answer) -> impl Iterator<Item = &Value> {
    answer.json["delfragor"].as_array().into_iter().flatten()
}

/// Demands that two answers have the same events.
fn same_ids(first: &Answer, second: &Answer) -> Judged {
    let all =
        |it: &Answer| -> BTreeSet<String> { it.ids().into_iter().map(str::to_owned).collect() };
    if all(first) == all(second) {
        return Ok(());
    }
    let new = second
        .ids()
        .into_iter()
        .find(|it| !first.ids().contains(it));
    match new {
        Some(id) => second.fails(say!(
            "kundhändelsen {id} fanns inte i det första svaret",
            "the event {id} wasn't in the first answer"
        )),
        None => second.fails(say!(
            "svaret har färre kundhändelser än det första",
            "the answer has fewer events than the first"
        )),
    }
}
