//! The items of an event that are the same for all producers.

use crate::conform::answer::{Answer, id, kind, moment, text};
use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{IDS, ITEMS, LANGUAGE, NAMES, TEXT, TIME};
use crate::conform::mask::tells;
use crate::conform::schemas::STANDARD;
use crate::conform::tester::Tester;
use crate::diagnostic::Message;
use crate::say;
use serde_json::Value;
use std::collections::HashSet;

pub(super) const GROUP: Group = Group {
    key: "event",
    sv: "Kundhändelsen",
    en: "The event",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C190",
        "En kundhändelse har alla obligatoriska uppgifter.",
        "An event has all items that are required.",
        ITEMS, |t| {
            let required: Vec<String> = t.schemas.required_of_event().into_iter().map(str::to_owned).collect();
            each(t, |event| {
                let missing = required.iter().find(|name| event.get(name).is_none())?;
                Some(say!("{missing} saknas", "{missing} is missing"))
            })
        }),
    Case::demand("C191",
        "kundhandelseId är text med 1–100 tecken.",
        "kundhandelseId is text of 1–100 characters.",
        IDS, |t| item(t, "kundhandelseId")),
    Case::demand("C192",
        "Två kundhändelser har aldrig samma kundhandelseId.",
        "Two events never have the same kundhandelseId.",
        IDS, |t| {
            let mut seen = HashSet::new();
            each(t, |event| {
                let new = seen.insert(id(event).to_owned());
                (!new).then(|| say!(
                    "en annan kundhändelse har samma id",
                    "another event has the same id"
                ))
            })
        }),
    Case::demand("C193",
        "kundhandelseId innehåller inget personnummer: det hamnar i loggar.",
        "kundhandelseId holds no personal identity number: it ends up in logs.",
        IDS, |t| {
            let number = t.options.customer.number.clone();
            each(t, |event| {
                let holds = tells(id(event), &number);
                holds.then(|| say!("id:t innehåller ett personnummer", "the id holds a personal identity number"))
            })
        }),
    Case::demand("C194",
        "rubrik är text med 1–255 tecken.",
        "rubrik is text of 1–255 characters.",
        ITEMS, |t| item(t, "rubrik")),
    Case::demand("C195",
        "beskrivning är text med minst ett tecken.",
        "beskrivning is text of at least one character.",
        ITEMS, |t| item(t, "beskrivning")),
    Case::demand("C196",
        "sprak är två gemena bokstäver enligt ISO 639-1, som sv.",
        "sprak is two lower-case letters by ISO 639-1, such as sv.",
        LANGUAGE, |t| item(t, "sprak")),
    Case::demand("C197",
        "producent är producentens namn, och inte dess prefix.",
        "producent is the name of the producer, and not its prefix.",
        ITEMS, |t| {
            item(t, "producent")?;
            each(t, |event| {
                let name = text(event, "producent");
                let is_prefix = kind(event).split('.').next() == Some(name);
                is_prefix.then(|| say!("producent är prefixet {name}", "producent is the prefix {name}"))
            })
        }),
    Case::demand("C198",
        "tidpunkt är en tid enligt RFC 3339 med sekunder och med +01:00 eller +02:00, som 2026-09-02T14:30:00+02:00.",
        "tidpunkt is a time by RFC 3339 with seconds and with +01:00 or +02:00, such as 2026-09-02T14:30:00+02:00.",
        TIME, |t| item(t, "tidpunkt")),
    Case::demand("C199",
        "tidpunkt har det avstånd från UTC som gällde i Sverige just då: +01:00 när normaltid gäller och +02:00 när sommartid gäller.",
        "tidpunkt has the offset from UTC that held in Sweden at that very time: +01:00 during standard time and +02:00 during summer time.",
        TIME, |t| each(t, |event| {
            let (moment, written) = (moment(event)?, text(event, "tidpunkt"));
            let right = moment.offset()?;
            // What isn't written as a time in Sweden at all is a fault of another case.
            let is_wrong = ["+01:00", "+02:00"].iter().any(|it| *it != right && written.ends_with(it));
            is_wrong.then(|| say!(
                "tidpunkt är {written}, men då gällde {right} i Sverige",
                "tidpunkt is {written}, but then {right} held in Sweden"
            ))
        })),
    Case::demand("C200",
        "kundhandelseTyp är ett helt id enligt namnstandarden, med minst tre delar.",
        "kundhandelseTyp is a whole id by the naming standard, with at least three parts.",
        NAMES, |t| item(t, "kundhandelseTyp")),
    Case::demand("C201",
        "Alla kundhändelser är av typer under producentens eget prefix.",
        "All events are of types under the producer's own prefix.",
        NAMES, |t| {
            let Some(prefix) = t.prefix.clone() else {
                return Err(Not::Tried(say!(
                    "producentens prefix är inte känt: ange det med --prefix",
                    "the producer's prefix isn't known: give it with --prefix"
                )));
            };
            each(t, |event| {
                let kind = kind(event);
                let own = kind.split('.').next() == Some(&prefix);
                (!own && !kind.is_empty()).then(|| say!(
                    "typen är {kind}, men prefixet är {prefix}",
                    "the type is {kind}, but the prefix is {prefix}"
                ))
            })
        }),
    Case::demand("C202",
        "producentarendetKraverKundatgard och producentarendetKlart är sanningsvärden, true eller false.",
        "producentarendetKraverKundatgard and producentarendetKlart are truth values, true or false.",
        ITEMS, |t| {
            item(t, "producentarendetKraverKundatgard")?;
            item(t, "producentarendetKlart")
        }),
    Case::demand("C203",
        "version är den version av standarden som tjänsten prövas mot, som text, och inte kundhändelsetypens version.",
        "version is the version of the standard that the service is tested against, as text, and not that of the event type.",
        ITEMS, |t| each(t, |event| {
            let version = &event["version"];
            let wrong = version != STANDARD && !version.is_null();
            wrong.then(|| say!(
                "version är {version}, men ska vara \"{STANDARD}\"",
                "version is {version}, but must be \"{STANDARD}\""
            ))
        })),
    Case::demand("C204",
        "utokadInformation och referenser är JSON-objekt, eller utelämnas.",
        "utokadInformation and referenser are JSON objects, or left out.",
        ITEMS, |t| {
            item(t, "utokadInformation")?;
            item(t, "referenser")
        }),
    Case::advice("C205",
        "rubrik och beskrivning är ren text, utan HTML.",
        "rubrik and beskrivning are plain text, without HTML.",
        TEXT, |t| each(t, |event| {
            let name = ["rubrik", "beskrivning"].into_iter().find(|name| has_tag(text(event, name)))?;
            Some(say!("{name} innehåller HTML", "{name} holds HTML"))
        })),
    Case::advice("C206",
        "kundhandelseId börjar med producentens prefix, så att det kan kännas igen.",
        "kundhandelseId begins with the producer's prefix, so that it can be recognised.",
        ITEMS, |t| each(t, |event| {
            let prefix = kind(event).split('.').next()?;
            (!id(event).starts_with(prefix)).then(|| say!(
                "id:t börjar inte med {prefix}",
                "the id doesn't begin with {prefix}"
            ))
        })),
];

/// Demands that an item of each event that has it is as the service description says.
fn item(t: &mut Tester<'_>, name: &str) -> Judged {
    let answer = t.everything()?;
    has_events(&answer)?;
    let schema = format!("Kundhandelse/properties/{name}");
    for event in answer.events() {
        let Some(value) = event.get(name) else {
            continue;
        };
        if let Some(fault) = t.schemas.fault(&schema, value) {
            let id = id(event);
            return answer.fails(say!(
                "{name} i kundhändelsen {id} är fel: {fault}",
                "{name} of the event {id} is wrong: {fault}"
            ));
        }
    }
    Ok(())
}

/// Demands something of each event: what is wrong with it, if anything.
pub(super) fn each(t: &mut Tester<'_>, mut wrong: impl FnMut(&Value) -> Option<Message>) -> Judged {
    let answer = t.everything()?;
    has_events(&answer)?;
    for event in answer.events() {
        if let Some(Message { sv, en }) = wrong(event) {
            let id = id(event);
            return answer.fails(say!("kundhändelsen {id}: {sv}", "the event {id}: {en}"));
        }
    }
    Ok(())
}

fn has_events(answer: &Answer) -> Judged {
    if !answer.events().is_empty() {
        return Ok(());
    }
    Err(Not::Tried(say!(
        "testkunden har inga kundhändelser: lägg upp några för den",
        "the test customer has no events: arrange some for it"
    )))
}

/// Whether a text has what looks like a tag: `<b>`, `</p>`, `<br/>`.
fn has_tag(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let ends = rest[name..].starts_with(['>', ' ', '/']);
        name > 0 && ends && rest.contains('>')
    })
}
