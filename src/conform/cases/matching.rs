//! Which events belong to a party.

use crate::conform::answer::{Answer, id, ids_where};
use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{ANSWER, QUESTION, STATUS};
use crate::conform::tester::Tester;
use crate::say;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) const GROUP: Group = Group {
    key: "matching",
    sv: "Vad som hör till en part",
    en: "What belongs to a party",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C070",
        "En kund som producenten inte har något om ger 200 med en tom lista och totalt antal 0, aldrig 404.",
        "A customer of whom the producer has nothing gives 200 with an empty list and a total of 0, never 404.",
        STATUS, |t| {
            let question = unknown(t, t.unknown());
            t.ask(&question)?.is_empty()
        }),
    Case::demand("C071",
        "Ett ärende för sig ger ärendets kundhändelser.",
        "A case by itself gives the events of the case.",
        QUESTION, |t| {
            let case = CaseOf::find(t)?;
            let question = t.about(json!({ "arende": case.arende }));
            let answer = t.ask(&question)?;
            // Others may have events in the same case, so there may be more of them.
            holds_at_least(&answer, &case.ids())
        }),
    Case::demand("C072",
        "Kund och ärende tillsammans ger kundens kundhändelser i just det ärendet.",
        "Customer and case together give the customer's events in that very case.",
        QUESTION, |t| {
            let case = CaseOf::find(t)?;
            let question = t.question().with("/fraga/parter/0/arende", case.arende.clone());
            case.is_answered_by(&t.ask(&question)?, 0)
        }),
    Case::demand("C073",
        "Anges både kund och ärende måste båda stämma: rätt kund och ett ärende som inte finns ger inga kundhändelser.",
        "Where both customer and case are given, both must match: the right customer and a case that doesn't exist give no events.",
        QUESTION, |t| {
            t.events(1)?;
            let nowhere = json!({ "identifierare": "KATALOG-PROV-FINNS-INTE", "typ": "Diarienummer" });
            let question = t.question().with("/fraga/parter/0/arende", nowhere);
            t.ask(&question)?.is_empty()
        }),
    Case::demand("C074",
        "Anges både kund och ärende måste båda stämma: rätt ärende och en annan kund ger inga kundhändelser.",
        "Where both customer and case are given, both must match: the right case and another customer give no events.",
        QUESTION, |t| {
            let case = CaseOf::find(t)?;
            let mut party = t.unknown();
            party["arende"] = case.arende.clone();
            let question = unknown(t, party);
            t.ask(&question)?.is_empty()
        }),
    Case::demand("C075",
        "En ärendereferens jämförs i sin helhet: början av den ger inte ärendets kundhändelser.",
        "A case reference is compared in full: the beginning of it doesn't give the events of the case.",
        QUESTION, |t| {
            let mut case = CaseOf::find(t)?;
            let mut shorter: Vec<char> = case.reference.chars().collect();
            shorter.pop();
            if shorter.is_empty() {
                return Err(Not::Tried(say!(
                    "ärendets referens har bara ett tecken: ange en längre med --case",
                    "the case's reference has only one character: name a longer one with --case"
                )));
            }
            case.arende["identifierare"] = shorter.into_iter().collect::<String>().into();
            let question = t.question().with("/fraga/parter/0/arende", case.arende.clone());
            let answer = t.ask(&question)?;
            let ids = case.ids();
            match answer.events().iter().map(id).find(|it| ids.contains(it)) {
                None => Ok(()),
                Some(id) => answer.fails(say!(
                    "svaret har ärendets kundhändelse {id}, fast ett tecken saknas i referensen",
                    "the answer has the event {id} of the case, though a character of the reference is missing"
                )),
            }
        }),
    Case::demand("C076",
        "Svaret har en post för varje part i frågan, också för den som inte har några kundhändelser, med partens egna kundhändelser.",
        "The answer has an entry for each party of the question, also for one that has no events, with the party's own events.",
        ANSWER, |t| {
            let whole = t.events(1)?;
            let answer = two_parties(t)?;
            let entries = answer.json["kundhandelser"].as_array().map_or(0, Vec::len);
            if entries != 2 {
                return answer.fails(say!(
                    "svaret har {entries} poster, men frågan har 2 parter",
                    "the answer has {entries} entries, but the question has 2 parties"
                ));
            }
            for (party, expected) in [(t.unknown(), BTreeSet::new()), (t.customer(), ids_where(whole.events(), |_| true))] {
                let at = (0..2).find(|at| answer.json["kundhandelser"][*at]["part"] == party);
                let Some(at) = at else {
                    return answer.fails(say!(
                        "ingen post har parten {party}",
                        "no entry has the party {party}"
                    ));
                };
                answer.party_holds(at, &expected)?;
            }
            Ok(())
        }),
    Case::advice("C077",
        "Posterna kommer i samma ordning som parterna i frågan.",
        "The entries come in the same order as the parties of the question.",
        ANSWER, |t| {
            t.events(1)?;
            let answer = two_parties(t)?;
            let parties = answer.json["kundhandelser"].as_array().into_iter().flatten();
            let parties: Vec<&Value> = parties.map(|entry| &entry["part"]).collect();
            // Whether all are there, as they stood in the question, is a case of its own.
            match parties != [&t.customer(), &t.unknown()] {
                true => Ok(()),
                false => answer.fails(say!(
                    "posterna står i en annan ordning än parterna i frågan",
                    "the entries stand in another order than the parties of the question"
                )),
            }
        }),
];

/// A question about a customer that the producer has nothing of, who asks for itself.
fn unknown(t: &Tester<'_>, party: Value) -> crate::conform::question::Question {
    t.about(party).with("/anvandare", json!(t.options.unknown))
}

/// The answer to a question about an unknown customer and the test customer.
fn two_parties(t: &mut Tester<'_>) -> Result<Answer, Not> {
    let question = t
        .question()
        .with("/fraga/parter", json!([t.unknown(), t.customer()]));
    t.ask(&question)
}

fn holds_at_least(answer: &Answer, expected: &BTreeSet<&str>) -> Judged {
    let found = ids_where(answer.events(), |_| true);
    let missing: Vec<&str> = expected.difference(&found).copied().collect();
    if missing.is_empty() {
        return answer.totals(0, answer.events().len());
    }
    let list = crate::conform::answer::listed(&missing);
    answer.fails(say!(
        "kundhändelser i ärendet saknas: {list}",
        "events of the case are missing: {list}"
    ))
}

/// A case of the test customer's.
pub(super) struct CaseOf {
    /// The case as a question names it.
    pub(super) arende: Value,
    /// Its reference.
    reference: String,
    /// The answer about everything, which it was found in.
    whole: Answer,
}

/// Keys of `referenser` that hold a kind of reference.
const KINDS: [&str; 4] = [
    "Diarienummer",
    "Producentarendereferens",
    "Kvittensnummer",
    "Konsumentreferens",
];

impl CaseOf {
    /// The case that was named, or one that the events tell of: if it can be, one that
    /// only some of them belong to.
    pub(super) fn find(t: &mut Tester<'_>) -> Result<Self, Not> {
        let whole = t.events(1)?;
        let found = match &t.options.case {
            Some((kind, reference)) => Some((kind.clone(), reference.clone())),
            None => told(&whole),
        };
        let Some((kind, reference)) = found else {
            return Err(Not::Tried(say!(
                "inget ärende är känt: ange ett med --case, som --case Diarienummer=BYGG-2026-00123, eller lämna ut diarienummer i referenser",
                "no case is known: name one with --case, such as --case Diarienummer=BYGG-2026-00123, or hand out diarienummer in referenser"
            )));
        };
        let case = Self {
            arende: json!({ "identifierare": reference, "typ": kind }),
            reference,
            whole,
        };
        if case.ids().is_empty() {
            let reference = &case.reference;
            return Err(Not::Tried(say!(
                "ingen av testkundens kundhändelser har {reference} i referenser: ange ett annat ärende med --case",
                "none of the test customer's events has {reference} in referenser: name another case with --case"
            )));
        }
        Ok(case)
    }

    /// The events that say that they belong to the case.
    pub(super) fn ids(&self) -> BTreeSet<&str> {
        ids_where(self.whole.events(), |event| self.keys(event).is_some())
    }

    /// The key by which an event says that it belongs to the case.
    fn keys<'e>(&self, event: &'e Value) -> Option<&'e str> {
        let mut all = references(event);
        all.find(|(_, value)| *value == self.reference)
            .map(|it| it.0)
    }

    /// Demands that a party of an answer has the customer's events in the case: all that
    /// say that they belong to it, and none that belong to another or to somebody else.
    pub(super) fn is_answered_by(&self, answer: &Answer, at: usize) -> Judged {
        let own = self.ids();
        let events = self.whole.events();
        let key = events.iter().find_map(|event| self.keys(event));
        let silent = ids_where(events, |event| {
            !references(event).any(|(name, _)| Some(name) == key)
        });
        let found = answer.of_party(at).iter().map(id);
        // An event without the reference may belong to the case all the same.
        let expected: BTreeSet<&str> = found
            .filter(|it| silent.contains(it))
            .chain(own.iter().copied())
            .collect();
        answer.party_holds(at, &expected)
    }
}

/// The references of an event that are text.
fn references(event: &Value) -> impl Iterator<Item = (&str, &str)> {
    let all = event["referenser"].as_object().into_iter().flatten();
    all.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
}

/// A kind of reference and a reference that the events tell of.
fn told(whole: &Answer) -> Option<(String, String)> {
    let count = whole.events().len();
    let mut best: Option<(usize, &str, &str)> = None;
    for event in whole.events() {
        for (name, value) in references(event) {
            let Some(kind) = KINDS.into_iter().find(|it| it.eq_ignore_ascii_case(name)) else {
                continue;
            };
            let same = |it: &&Value| references(it).any(|it| it == (name, value));
            let all = whole.events().iter().filter(same).count();
            // One that all events belong to tells nothing apart.
            let worth = if all == count { 0 } else { all };
            if best.is_none_or(|(most, ..)| worth > most) {
                best = Some((worth, kind, value));
            }
        }
    }
    best.map(|(_, kind, value)| (kind.to_owned(), value.to_owned()))
}
