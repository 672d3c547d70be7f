//! How a kind of case runs: which steps it has, the states they lead to, and `process.yaml`.

use crate::rng::Rng;
use crate::steps::{Kind, step};
use crate::subjects::{Law, PROCEDURE};
use crate::yaml::{Yaml, flow, quoted};

/// A producer process.
pub(crate) struct Process {
    pub id: String,
    /// In the usual order of a case; those outside the flow come last.
    pub steps: Vec<Kind>,
    /// Does the decision close the case by itself at times?
    pub decision_may_close: bool,
    /// Has the reminder been deprecated as a whole?
    pub reminder_deprecated: bool,
}

/// The usual order of a case.
const ORDER: [Kind; 14] = [
    Kind::Received,
    Kind::Started,
    Kind::SupplementRequested,
    Kind::SupplementReceived,
    Kind::Reminded,
    Kind::Referred,
    Kind::Booked,
    Kind::Offered,
    Kind::Decided,
    Kind::Paid,
    Kind::Appealed,
    Kind::Closed,
    Kind::Progress,
    Kind::FirstNotice,
];
/// What every process has, most necessary first.
const CORE: [Kind; 5] = [
    Kind::Closed,
    Kind::Received,
    Kind::Decided,
    Kind::SupplementRequested,
    Kind::Started,
];
const OPTIONAL: [Kind; 7] = [
    Kind::SupplementReceived,
    Kind::Reminded,
    Kind::Referred,
    Kind::Booked,
    Kind::Offered,
    Kind::Paid,
    Kind::Appealed,
];

impl Process {
    /// A process of `size` event types, at most eight.
    pub(crate) fn new(rng: &mut Rng, id: String, size: usize) -> Self {
        let mut chosen: Vec<Kind> = CORE.into_iter().take(size).collect();
        let mut optional = OPTIONAL;
        rng.shuffle(&mut optional);
        let mut extra: Vec<Kind> = Vec::new();
        if rng.one_in(8) {
            extra.push(Kind::Progress);
        } else if rng.one_in(10) {
            extra.push(Kind::FirstNotice);
        }
        extra.extend(optional);
        let room = size.saturating_sub(CORE.len());
        chosen.extend(extra.into_iter().take(room));
        Self {
            id,
            steps: ORDER
                .into_iter()
                .filter(|kind| chosen.contains(kind))
                .collect(),
            decision_may_close: rng.one_in(3),
            reminder_deprecated: rng.one_in(3),
        }
    }

    /// Is the step part of the process?
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.steps.contains(&kind)
    }

    /// `process.yaml`.
    pub(crate) fn file(
        &self,
        rng: &mut Rng,
        name: [&str; 2],
        parent: Option<&str>,
        law: Law,
    ) -> String {
        const END: [&str; 6] = [
            "Ärendet avslutas när beslutet har fått laga kraft eller verkställts.",
            "The case is closed when the decision has become final or has been carried out.",
            "Vanlig handläggningstid är fyra till tio veckor från det att underlaget är fullständigt.",
            "The usual processing time is four to ten weeks from when the material is complete.",
            "Kunden kan när som helst återkalla sin ansökan, och då skrivs ärendet av.",
            "The customer may withdraw the application at any time, and the case is then written off.",
        ];
        let end = rng.pair(&END);
        let about = [
            format!(
                "Ärenden om {}. De börjar med en ansökan från kunden. {}",
                name[0], end[0]
            ),
            format!(
                "Cases concerning {}. They begin with the customer's application. {}",
                name[1], end[1]
            ),
        ];
        let mut yaml = Yaml::default();
        yaml.scalar(0, "id", &self.id);
        yaml.localized(0, "title", [&capital(name[0]), &capital(name[1])]);
        yaml.localized(0, "description", [&about[0], &about[1]]);
        if let Some(parent) = parent {
            yaml.scalar(0, "parent", parent);
        }
        yaml.line(0, "legalBasis:");
        for [sv, en] in [law, PROCEDURE]
            .iter()
            .take(if law == PROCEDURE { 1 } else { 2 })
        {
            yaml.line(2, &format!("- title: {}", flow(sv, en)));
        }
        let transitions = self.transitions();
        yaml.line(0, "states:");
        for (id, sv, en, extra) in STATES {
            if transitions.iter().any(|t| t.to == id) {
                yaml.line(
                    2,
                    &format!("- {{ id: {id}, title: {}{extra} }}", flow(sv, en)),
                );
            }
        }
        yaml.line(0, "transitions:");
        for Transition { kind, from, to } in transitions {
            let from = match from.join(", ") {
                none if none.is_empty() => none,
                from => format!(", from: [{from}]"),
            };
            yaml.line(
                2,
                &format!("- {{ event: {}{from}, to: {to} }}", quoted(step(kind).id)),
            );
        }
        yaml.text
    }

    fn transitions(&self) -> Vec<Transition> {
        // Where a case is while somebody works with it, and where its decision leads.
        let working = if self.has(Kind::Started) {
            "IN_PROGRESS"
        } else {
            "RECEIVED"
        };
        let mut all: Vec<Transition> = Vec::new();
        let mut add = |kind, from: &[&'static str], to| {
            all.push(Transition {
                kind,
                from: from.to_vec(),
                to,
            });
        };
        let mut before_decision = vec![working];
        let mut before_closing = Vec::new();
        for &kind in &self.steps {
            match kind {
                Kind::Received => add(kind, &[], "RECEIVED"),
                Kind::Started if self.has(Kind::SupplementReceived) => {
                    add(kind, &["RECEIVED"], working);
                }
                Kind::Started => add(kind, &["RECEIVED", "AWAITING_SUPPLEMENT"], working),
                Kind::SupplementRequested => {
                    let from = ["RECEIVED", "IN_PROGRESS"];
                    let count = if self.has(Kind::Started) { 2 } else { 1 };
                    add(kind, &from[..count], "AWAITING_SUPPLEMENT");
                    before_decision.push("AWAITING_SUPPLEMENT");
                }
                Kind::SupplementReceived => add(kind, &["AWAITING_SUPPLEMENT"], working),
                Kind::Reminded => add(kind, &["AWAITING_SUPPLEMENT"], "AWAITING_SUPPLEMENT"),
                Kind::Referred => {
                    add(kind, &[working], "REFERRED");
                    before_decision.push("REFERRED");
                }
                Kind::Booked => {
                    add(kind, &[working], "BOOKED");
                    before_decision.push("BOOKED");
                }
                Kind::Offered => {
                    add(kind, &[working], "OFFERED");
                    before_decision.push("OFFERED");
                }
                Kind::Decided => {
                    add(kind, &before_decision, "DECIDED");
                    if self.decision_may_close {
                        add(kind, &before_decision, "CLOSED");
                    }
                    before_closing.push("DECIDED");
                }
                Kind::Paid => {
                    add(kind, &["DECIDED"], "PAID");
                    before_closing.push("PAID");
                }
                Kind::Appealed => {
                    add(kind, &["DECIDED"], "APPEALED");
                    before_closing.push("APPEALED");
                }
                Kind::Closed if before_closing.is_empty() && self.has(Kind::Received) => {
                    add(kind, &["RECEIVED"], "CLOSED");
                }
                Kind::Closed => add(kind, &before_closing, "CLOSED"),
                Kind::Progress | Kind::FirstNotice => {}
            }
        }
        all
    }
}

struct Transition {
    kind: Kind,
    from: Vec<&'static str>,
    to: &'static str,
}

const STATES: [(&str, &str, &str, &str); 10] = [
    ("RECEIVED", "Mottagen", "Received", ""),
    ("IN_PROGRESS", "Handläggs", "In progress", ""),
    (
        "AWAITING_SUPPLEMENT",
        "Väntar på komplettering",
        "Supplement due",
        ", customerActs: true",
    ),
    ("REFERRED", "På remiss", "Referred", ""),
    (
        "BOOKED",
        "Besök bokat",
        "Visit booked",
        ", customerActs: true",
    ),
    (
        "OFFERED",
        "Erbjudande väntar på svar",
        "Offer awaits answer",
        ", customerActs: true",
    ),
    ("DECIDED", "Beslutad", "Decided", ""),
    ("PAID", "Utbetald", "Paid", ""),
    ("APPEALED", "Överklagad", "Appealed", ""),
    ("CLOSED", "Avslutad", "Closed", ", end: true"),
];

/// The text with its first letter as a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
