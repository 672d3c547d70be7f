//! Event types and tags in the question.

use crate::conform::answer::{Answer, ids_where, kind, lies_under};
use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{MATCHES, QUESTION};
use crate::conform::tester::Tester;
use crate::say;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The most event types of a question, and the most tags.
const MOST: usize = 100;

const TYPES: &[&str] = &["kundhandelseTyper"];
const TAGS: &[&str] = &["taggar"];

/// A tag that no catalogue has.
const NO_TAG: &str = "katalog-prov-finns-inte";

pub(super) const GROUP: Group = Group {
    key: "selection",
    sv: "Kundhändelsetyper och taggar",
    en: "Event types and tags",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C080",
        "101 kundhandelseTyper avvisas med 400: en fråga får ha högst 100.",
        "101 kundhandelseTyper are refused with 400: a question may have at most 100.",
        QUESTION, |t| types(t, json!(many(MOST + 1)))),
    Case::demand("C081",
        "100 kundhandelseTyper godtas.",
        "100 kundhandelseTyper are accepted.",
        QUESTION, |t| {
            let question = t.question().with("/fraga/kundhandelseTyper", json!(many(MOST)));
            t.takes(&question)
        }),
    Case::demand("C082",
        "En kundhändelsetyp med gemener avvisas med 400.",
        "An event type in lower case is refused with 400.",
        MATCHES, |t| types(t, json!(["refkom.bygglov"]))),
    Case::demand("C083",
        "En kundhändelsetyp med å, ä eller ö avvisas med 400.",
        "An event type with å, ä or ö is refused with 400.",
        MATCHES, |t| types(t, json!(["REFKOM.TILLSTÅND"]))),
    Case::demand("C084",
        "En kundhändelsetyp med bindestreck avvisas med 400.",
        "An event type with a hyphen is refused with 400.",
        MATCHES, |t| types(t, json!(["REFKOM.BYGG-LOV"]))),
    Case::demand("C085",
        "En kundhändelsetyp vars första del har siffror avvisas med 400: prefixet har bara bokstäver.",
        "An event type whose first part has digits is refused with 400: the prefix has letters only.",
        MATCHES, |t| types(t, json!(["REFKOM1.BYGGLOV"]))),
    Case::demand("C086",
        "Ett prefix som slutar med punkt, REFKOM., avvisas med 400.",
        "A prefix that ends with a full stop, REFKOM., is refused with 400.",
        MATCHES, |t| types(t, json!(["REFKOM."]))),
    Case::demand("C087",
        "En tom kundhändelsetyp avvisas med 400.",
        "An empty event type is refused with 400.",
        MATCHES, |t| types(t, json!([""]))),
    Case::demand("C088",
        "En kundhändelsetyp på 201 tecken avvisas med 400: den får ha högst 200.",
        "An event type of 201 characters is refused with 400: it may have at most 200.",
        MATCHES, |t| types(t, json!([format!("REFKOM.{}", "A".repeat(194))]))),
    Case::demand("C089",
        "Text i stället för en lista i kundhandelseTyper avvisas med 400.",
        "Text instead of a list in kundhandelseTyper is refused with 400.",
        QUESTION, |t| types(t, json!("REFKOM"))),
    Case::demand("C090",
        "Ett helt id ger kundhändelserna av just den typen.",
        "A whole id gives the events of that very type.",
        MATCHES, |t| {
            let whole = t.events(1)?;
            let kind = commonest(&whole, kind);
            narrowed_to(t, &whole, &[&kind])
        }),
    Case::demand("C091",
        "Producentens prefix ger alla dess kundhändelser.",
        "The producer's prefix gives all its events.",
        MATCHES, |t| {
            let whole = t.events(1)?;
            let prefix = commonest(&whole, |it| first_parts(kind(it), 1));
            narrowed_to(t, &whole, &[&prefix])
        }),
    Case::demand("C092",
        "Ett prefix av hela delar, som REFKOM.BYGGLOV, ger allt som ligger under det.",
        "A prefix of whole parts, such as REFKOM.BYGGLOV, gives all that lies under it.",
        MATCHES, |t| {
            let whole = t.events(1)?;
            let process = commonest(&whole, |it| first_parts(kind(it), 2));
            narrowed_to(t, &whole, &[&process])
        }),
    Case::demand("C093",
        "Delar jämförs hela: REFKOM.BYGG ger inget som ligger under REFKOM.BYGGLOV.",
        "Parts are compared whole: REFKOM.BYGG gives nothing that lies under REFKOM.BYGGLOV.",
        MATCHES, |t| {
            let whole = t.events(1)?;
            let process = commonest(&whole, |it| first_parts(kind(it), 2));
            narrowed_to(t, &whole, &[shorter(&process)?])
        }),
    Case::demand("C094",
        "Också prefixet jämförs helt: REFKO ger inget från REFKOM.",
        "The prefix too is compared whole: REFKO gives nothing of REFKOM's.",
        MATCHES, |t| {
            let whole = t.events(1)?;
            let prefix = commonest(&whole, |it| first_parts(kind(it), 1));
            narrowed_to(t, &whole, &[shorter(&prefix)?])
        }),
    Case::demand("C095",
        "Av flera kundhändelsetyper räcker det att en stämmer.",
        "Of several event types, one match is enough.",
        MATCHES, |t| {
            let whole = t.events(2)?;
            let kinds: BTreeSet<&str> = whole.events().iter().map(kind).collect();
            let kinds: Vec<&str> = kinds.into_iter().take(2).collect();
            if kinds.len() < 2 {
                return Err(more_types());
            }
            narrowed_to(t, &whole, &kinds)
        }),
    Case::demand("C096",
        "En kundhändelsetyp som inte förekommer ger 200 med en tom lista, aldrig 404.",
        "An event type that doesn't occur gives 200 with an empty list, never 404.",
        MATCHES, |t| {
            let whole = t.events(1)?;
            let prefix = commonest(&whole, |it| first_parts(kind(it), 1));
            let nowhere = format!("{prefix}.KATALOG_PROV.FINNS_INTE");
            narrowed_to(t, &whole, &[&nowhere])
        }),
    Case::demand("C100",
        "101 taggar avvisas med 400: en fråga får ha högst 100.",
        "101 taggar are refused with 400: a question may have at most 100.",
        QUESTION, |t| tags(t, (0..=MOST).map(|it| json!(format!("prov-{it}"))).collect())),
    Case::demand("C101",
        "100 taggar godtas.",
        "100 taggar are accepted.",
        QUESTION, |t| {
            let all = (0..MOST).map(|it| json!(format!("prov-{it}"))).collect();
            let question = t.question().with("/fraga/taggar", all);
            t.takes(&question)
        }),
    Case::demand("C102",
        "En tom tagg avvisas med 400.",
        "An empty tag is refused with 400.",
        QUESTION, |t| tags(t, json!([""]))),
    Case::demand("C103",
        "En tagg som inte är text avvisas med 400.",
        "A tag that isn't text is refused with 400.",
        QUESTION, |t| tags(t, json!([17]))),
    Case::demand("C104",
        "En tagg ger de kundhändelser vars kundhändelsetyp har den i katalogen.",
        "A tag gives the events whose event type has it in the catalogue.",
        QUESTION, |t| {
            let (whole, tag, expected) = tagged(t)?;
            let question = t.question().tags(&[&tag]);
            t.ask(&question)?.holds_just(&borrowed(&whole, &expected))
        }),
    Case::demand("C105",
        "Av flera taggar räcker det med en gemensam.",
        "Of several tags, one in common is enough.",
        QUESTION, |t| {
            let (whole, tag, expected) = tagged(t)?;
            let question = t.question().tags(&[NO_TAG, &tag]);
            t.ask(&question)?.holds_just(&borrowed(&whole, &expected))
        }),
    Case::demand("C106",
        "En tagg som ingen kundhändelsetyp har ger 200 med en tom lista.",
        "A tag that no event type has gives 200 with an empty list.",
        QUESTION, |t| {
            t.events(1)?;
            let question = t.question().tags(&[NO_TAG]);
            t.ask(&question)?.is_empty()
        }),
    Case::demand("C107",
        "Alla slags villkor ska vara uppfyllda samtidigt: en kundhändelsetyp och en tagg som ingen har ger inget.",
        "All kinds of conditions must be met at the same time: an event type and a tag that nothing has give nothing.",
        QUESTION, |t| {
            let whole = t.events(1)?;
            let kind = commonest(&whole, kind);
            let question = t.question().types(&[&kind]).tags(&[NO_TAG]);
            t.ask(&question)?.is_empty()
        }),
];

fn types(t: &mut Tester<'_>, value: Value) -> Judged {
    let question = t.question().with("/fraga/kundhandelseTyper", value);
    t.refuses(&question, TYPES)
}

fn tags(t: &mut Tester<'_>, value: Value) -> Judged {
    let question = t.question().with("/fraga/taggar", value);
    t.refuses(&question, TAGS)
}

fn many(count: usize) -> Vec<String> {
    (0..count).map(|it| format!("REFKOM.PROV_{it}")).collect()
}

/// Asks for some event types, and demands those events of the whole that lie under one.
fn narrowed_to(t: &mut Tester<'_>, whole: &Answer, types: &[&str]) -> Judged {
    let question = t.question().types(types);
    let fits = |it: &Value| types.iter().any(|pattern| lies_under(kind(it), pattern));
    t.ask(&question)?
        .holds_just(&ids_where(whole.events(), fits))
}

/// The first parts of an id.
fn first_parts(id: &str, count: usize) -> &str {
    let mut stops = id.match_indices('.').map(|(at, _)| at);
    stops.nth(count - 1).map_or(id, |at| &id[..at])
}

/// What most events have, the first in order of the alphabet among equals.
fn commonest(whole: &Answer, part: impl Fn(&Value) -> &str) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for event in whole.events() {
        *counts.entry(part(event)).or_default() += 1;
    }
    let mut best = ("", 0);
    for (name, count) in counts {
        if count > best.1 {
            best = (name, count);
        }
    }
    best.0.to_owned()
}

/// A name without its last character, when something is left of its last part.
fn shorter(name: &str) -> Result<&str, Not> {
    let shorter = &name[..name.len().saturating_sub(1)];
    match shorter.ends_with('.') || shorter.is_empty() || !name.is_ascii() {
        false => Ok(shorter),
        true => Err(Not::Tried(say!(
            "`{name}` kan inte göras kortare: lägg upp kundhändelser av en typ med längre delar",
            "`{name}` can't be made shorter: arrange events of a type with longer parts"
        ))),
    }
}

fn more_types() -> Not {
    Not::Tried(say!(
        "testkunden har kundhändelser av bara en typ: lägg upp av minst två",
        "the test customer has events of one type only: arrange some of two at least"
    ))
}

/// The whole answer, a tag, and the ids of the events that have it. The tag is one that
/// all versions of an event type agree about, if it can be one that not all events have.
fn tagged(t: &mut Tester<'_>) -> Result<(Answer, String, BTreeSet<String>), Not> {
    let whole = t.events(1)?;
    let Some(known) = t.known else {
        return Err(Not::Tried(say!(
            "taggar står i katalogen: kör från katalogens mapp, eller peka ut den med --root",
            "tags are in the catalogue: run from the catalogue's folder, or name it with --root"
        )));
    };
    let kinds: BTreeSet<&str> = whole.events().iter().map(kind).collect();
    // For each tag, the types that have it in all their versions, and those that disagree.
    let mut all: BTreeMap<String, (BTreeSet<&str>, bool)> = BTreeMap::new();
    for kind in kinds {
        let versions = known.versions(kind).unwrap_or_default();
        let in_use: Vec<_> = versions.iter().filter(|it| it.is_in_use()).collect();
        for tag in in_use.iter().flat_map(|it| &it.tags) {
            let everywhere = in_use.iter().all(|it| it.tags.contains(tag));
            let entry = all.entry(tag.clone()).or_insert((BTreeSet::new(), true));
            entry.0.insert(kind);
            entry.1 &= everywhere;
        }
    }
    let count = whole.events().len();
    let mut best: Option<(usize, String, BTreeSet<String>)> = None;
    for (tag, (kinds, agreed)) in all {
        if !agreed {
            continue;
        }
        let ids = ids_where(whole.events(), |it| kinds.contains(kind(it)));
        let worth = if ids.len() == count { 0 } else { ids.len() };
        if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
            best = Some((worth, tag, ids.into_iter().map(str::to_owned).collect()));
        }
    }
    match best {
        Some((_, tag, ids)) => Ok((whole, tag, ids)),
        None => Err(Not::Tried(say!(
            "ingen av testkundens kundhändelser är av en typ med taggar i katalogen: lägg upp en sådan",
            "none of the test customer's events is of a type with tags in the catalogue: arrange one"
        ))),
    }
}

fn borrowed<'w>(whole: &'w Answer, ids: &BTreeSet<String>) -> BTreeSet<&'w str> {
    ids_where(whole.events(), |it| {
        ids.contains(crate::conform::answer::id(it))
    })
}
