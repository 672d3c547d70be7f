//! Sorting.

use crate::conform::answer::{Answer, id, ids_where, moment, text};
use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{SORTING, TIME};
use crate::conform::order::{self, Key, Text};
use crate::conform::tester::Tester;
use crate::say;
use serde_json::{Value, json};

const ACTION: &str = "PRODUCENTARENDETKRAVERKUNDATGARD";
const CLOSED: &str = "PRODUCENTARENDETKLART";

pub(super) const GROUP: Group = Group {
    key: "sorting",
    sv: "Sortering",
    en: "Sorting",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C130",
        "Sortering på ett attribut som standarden inte har avvisas med 400.",
        "Sorting by an attribute that the standard doesn't have is refused with 400.",
        SORTING, |t| refused(t, json!([{ "attribut": "SPRAK", "stigande": true }]), &["attribut", "sortering"])),
    Case::demand("C131",
        "Attributets namn skrivs med versaler: tidpunkt avvisas med 400.",
        "The name of the attribute is written in upper case: tidpunkt is refused with 400.",
        SORTING, |t| refused(t, json!([{ "attribut": "tidpunkt", "stigande": true }]), &["attribut", "sortering"])),
    Case::demand("C132",
        "En sortering utan attribut avvisas med 400.",
        "A sorting without attribut is refused with 400.",
        SORTING, |t| refused(t, json!([{ "stigande": true }]), &["attribut"])),
    Case::demand("C133",
        "En sortering utan stigande avvisas med 400.",
        "A sorting without stigande is refused with 400.",
        SORTING, |t| refused(t, json!([{ "attribut": "TIDPUNKT" }]), &["stigande"])),
    Case::demand("C134",
        "En stigande som är text i stället för sanningsvärde avvisas med 400.",
        "A stigande that is text instead of a truth value is refused with 400.",
        SORTING, |t| refused(t, json!([{ "attribut": "TIDPUNKT", "stigande": "true" }]), &["stigande"])),
    Case::demand("C135",
        "En tom lista i sortering avvisas med 400.",
        "An empty list in sortering is refused with 400.",
        SORTING, |t| refused(t, json!([]), &["sortering"])),
    Case::demand("C136",
        "Ett objekt i stället för en lista i sortering avvisas med 400.",
        "An object instead of a list in sortering is refused with 400.",
        SORTING, |t| refused(t, json!({ "attribut": "TIDPUNKT", "stigande": true }), &["sortering"])),
    Case::demand("C137",
        "Utan sortering kommer de nyaste kundhändelserna först.",
        "Without a sorting the newest events come first.",
        SORTING, |t| {
            let whole = t.events(2)?;
            apart(&whole, Key::Time)?;
            in_order(&whole, &[(Key::Time, false)])
        }),
    Case::demand("C138",
        "RUBRIK sorterar efter rubriken, stigande och fallande.",
        "RUBRIK sorts by the heading, ascending and descending.",
        SORTING, |t| both_ways(t, "RUBRIK", Key::Text("rubrik"))),
    Case::demand("C139",
        "BESKRIVNING sorterar efter beskrivningen, stigande och fallande.",
        "BESKRIVNING sorts by the description, ascending and descending.",
        SORTING, |t| both_ways(t, "BESKRIVNING", Key::Text("beskrivning"))),
    Case::demand("C140",
        "Sortering på PRODUCENT godtas, också när alla kundhändelser har samma producent.",
        "Sorting by PRODUCENT is accepted, also when all events have the same producer.",
        SORTING, |t| {
            let whole = t.events(1)?;
            let question = t.question().sorted(&[("PRODUCENT", true)]);
            let answer = t.ask(&question)?;
            answer.holds_just(&ids_where(whole.events(), |_| true))?;
            in_order(&answer, &[(Key::Text("producent"), true)])
        }),
    Case::demand("C141",
        "TIDPUNKT sorterar efter tiden, stigande och fallande.",
        "TIDPUNKT sorts by the time, ascending and descending.",
        SORTING, |t| both_ways(t, "TIDPUNKT", Key::Time)),
    Case::demand("C142",
        "KUNDHANDELSETYP sorterar efter kundhändelsetypens id, stigande och fallande.",
        "KUNDHANDELSETYP sorts by the id of the event type, ascending and descending.",
        SORTING, |t| both_ways(t, "KUNDHANDELSETYP", Key::Text("kundhandelseTyp"))),
    Case::demand("C143",
        "PRODUCENTARENDETKRAVERKUNDATGARD sorterar false före true i stigande ordning, och tvärtom i fallande.",
        "PRODUCENTARENDETKRAVERKUNDATGARD sorts false before true in ascending order, and the other way round in descending.",
        SORTING, |t| both_ways(t, ACTION, Key::Truth("producentarendetKraverKundatgard"))),
    Case::demand("C144",
        "PRODUCENTARENDETKLART sorterar false före true i stigande ordning, och tvärtom i fallande.",
        "PRODUCENTARENDETKLART sorts false before true in ascending order, and the other way round in descending.",
        SORTING, |t| both_ways(t, CLOSED, Key::Truth("producentarendetKlart"))),
    Case::demand("C145",
        "Text sorteras utan hänsyn till versaler och gemener.",
        "Text is sorted without regard to case.",
        SORTING, |t| {
            let whole = t.events(2)?;
            for (attribute, key) in [("RUBRIK", Key::Text("rubrik")), ("BESKRIVNING", Key::Text("beskrivning"))] {
                if order::case_matters(whole.events(), key) {
                    let question = t.question().sorted(&[(attribute, true)]);
                    return in_order(&t.ask(&question)?, &[(key, true)]);
                }
            }
            Err(Not::Tried(say!(
                "inga rubriker eller beskrivningar skulle komma i en annan ordning med hänsyn till versaler: lägg upp en rubrik som börjar med liten bokstav",
                "no headings or descriptions would come in another order with regard to case: arrange a heading that begins with a small letter"
            )))
        }),
    Case::demand("C146",
        "TIDPUNKT sorteras efter ögonblicket och inte som text: timmen 02–03 finns två gånger den dag i oktober då klockan ställs om.",
        "TIDPUNKT is sorted by instant and not as text: the hour 02–03 exists twice on the day in October when the clocks change.",
        TIME, |t| {
            let whole = t.events(2)?;
            if !as_text_differs(&whole) {
                return Err(Not::Tried(say!(
                    "inga av testkundens tider står i en annan ordning som text: lägg upp kundhändelser 2026-10-25T02:30:00+02:00 och 2026-10-25T02:10:00+01:00",
                    "none of the test customer's times stand in another order as text: arrange events at 2026-10-25T02:30:00+02:00 and 2026-10-25T02:10:00+01:00"
                )));
            }
            let question = t.question().sorted(&[("TIDPUNKT", true)]);
            in_order(&t.ask(&question)?, &[(Key::Time, true)])
        }),
    Case::demand("C147",
        "Flera attribut gäller i den ordning de står: det andra avgör bland dem som är lika i det första.",
        "Several attributes hold in the order in which they stand: the second decides among those alike in the first.",
        SORTING, |t| {
            let whole = t.events(3)?;
            for (name, field) in [(ACTION, "producentarendetKraverKundatgard"), (CLOSED, "producentarendetKlart")] {
                let first = Key::Truth(field);
                if apart(&whole, first).is_err() {
                    continue;
                }
                for (attribute, second, up) in [("TIDPUNKT", Key::Time, true), ("KUNDHANDELSETYP", Key::Text("kundhandelseTyp"), false)] {
                    let question = t.question().sorted(&[(name, false), (attribute, up)]);
                    let answer = t.ask(&question)?;
                    answer.holds_just(&ids_where(whole.events(), |_| true))?;
                    in_order(&answer, &[(first, false), (second, up)])?;
                }
                return Ok(());
            }
            Err(alike())
        }),
    Case::demand("C148",
        "Sorteringen ändrar bara ordningen: samma kundhändelser och samma totala antal lämnas ut.",
        "Sorting changes only the order: the same events and the same total are handed out.",
        SORTING, |t| {
            let whole = t.events(1)?;
            let question = t.question().sorted(&[("KUNDHANDELSETYP", false), ("RUBRIK", true), ("TIDPUNKT", true)]);
            t.ask(&question)?.holds_just(&ids_where(whole.events(), |_| true))
        }),
];

fn refused(t: &mut Tester<'_>, sorting: Value, names: &'static [&'static str]) -> Judged {
    let question = t.question().with("/fraga/behandling/sortering", sorting);
    t.refuses(&question, names)
}

fn both_ways(t: &mut Tester<'_>, attribute: &str, key: Key) -> Judged {
    let whole = t.events(2)?;
    apart(&whole, key)?;
    for up in [true, false] {
        let question = t.question().sorted(&[(attribute, up)]);
        in_order(&t.ask(&question)?, &[(key, up)])?;
    }
    Ok(())
}

/// That a key tells some events apart, or nothing can be told.
fn apart(whole: &Answer, key: Key) -> Judged {
    let readable = key != Key::Time || whole.events().iter().all(|it| moment(it).is_some());
    match readable && order::tells_apart(whole.events(), key) {
        true => Ok(()),
        false => Err(alike()),
    }
}

fn alike() -> Not {
    Not::Tried(say!(
        "testkundens kundhändelser är lika i det som sorteras: lägg upp några som skiljer sig åt",
        "the test customer's events are alike in what is sorted: arrange some that differ"
    ))
}

/// Demands that the events of an answer come in an order.
fn in_order(answer: &Answer, keys: &[(Key, bool)]) -> Judged {
    let events = answer.events();
    // The standard doesn't say which alphabet, so any usual one will do, but the same
    // for the whole list.
    let mut wrong = None;
    for alphabet in Text::ALL {
        match order::first_wrong(events, keys, alphabet) {
            None => return Ok(()),
            found => wrong = wrong.or(found),
        }
    }
    let (before, after) = wrong.map_or(("", ""), |at| (id(&events[at - 1]), id(&events[at])));
    let told: Vec<&str> = keys.iter().map(|(key, _)| key.field()).collect();
    let (told, sv, en) = (
        told.join(", "),
        ["fallande", "stigande"],
        ["descending", "ascending"],
    );
    let (sv, en) = (sv[usize::from(keys[0].1)], en[usize::from(keys[0].1)]);
    answer.fails(say!(
        "{before} står före {after}, fast ordningen ska vara {sv} efter {told}",
        "{before} stands before {after}, though the order must be {en} by {told}"
    ))
}

/// Whether times as text would stand in another order than as instants.
fn as_text_differs(whole: &Answer) -> bool {
    let mut all: Vec<_> = whole
        .events()
        .iter()
        .filter_map(|it| Some((moment(it)?.instant, text(it, "tidpunkt"))))
        .collect();
    all.sort_by_key(|(instant, _)| *instant);
    all.windows(2)
        .any(|pair| pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1)
}
