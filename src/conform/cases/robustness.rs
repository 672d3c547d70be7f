//! What a service must stand.

use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{QUESTION, STATUS, TIME_LIMITS};
use crate::conform::http::Trouble;
use crate::conform::tester::{Tester, USUAL};
use crate::say;
use serde_json::json;
use std::time::Duration;

/// The most parties of a question that is far too large: some 1.5 MiB.
const HUGE: usize = 10_000;

/// How deep the lists lie in a question that is nothing but lists.
const DEEP: usize = 20_000;

/// No answer may take longer.
const LONGEST: Duration = Duration::from_secs(20);

pub(super) const GROUP: Group = Group {
    key: "robustness",
    sv: "Tålighet",
    en: "Robustness",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C230",
        "En fråga på mer än 1 MiB, med fler än 100 parter, avvisas, och tjänsten svarar på nästa fråga.",
        "A question of more than 1 MiB, with more than 100 parties, is refused, and the service answers the next question.",
        QUESTION, |t| {
            let party = json!({ "arende": { "identifierare": "K".repeat(100), "typ": "Diarienummer" } });
            let parties = vec![party.to_string(); HUGE].join(",");
            let user = &t.options.user;
            let body = format!("{{\"fraga\":{{\"parter\":[{parties}]}},\"anvandare\":\"{user}\"}}");
            let sent = t.bytes(body.into_bytes());
            refused_and_alive(t, sent, &[400, 413])
        }),
    Case::demand("C231",
        "En fråga av mycket djupt nästlade listor avvisas med 400, och tjänsten svarar på nästa fråga.",
        "A question of very deeply nested lists is refused with 400, and the service answers the next question.",
        STATUS, |t| {
            let body = format!("{{\"fraga\":{}{}}}", "[".repeat(DEEP), "]".repeat(DEEP));
            let sent = t.bytes(body.into_bytes());
            refused_and_alive(t, sent, &[400])
        }),
    Case::demand("C232",
        "Citattecken, procenttecken och andra tecken i en ärendereferens eller tagg är bara tecken: frågan besvaras med en tom lista.",
        "Quotation marks, per cent signs and other characters in a case reference or tag are just characters: the question is answered with an empty list.",
        QUESTION, |t| {
            for text in ["' OR '1'='1", "\"; DROP TABLE kundhandelser; --", "%", "_*?\\", "\u{1F3E0} 日本 ߷", "${7*7}{{7*7}}"] {
                let case = json!({ "identifierare": text, "typ": "Diarienummer" });
                let question = t.question().with("/fraga/parter/0/arende", case);
                t.ask(&question)?.is_empty()?;
                let question = t.question().tags(&[text]);
                t.ask(&question)?.is_empty()?;
            }
            Ok(())
        }),
    Case::demand("C233",
        "Inget svar tar längre tid än 20 sekunder.",
        "No answer takes longer than 20 seconds.",
        TIME_LIMITS, |t| within(t, LONGEST)),
    Case::advice("C234",
        "De flesta frågor besvaras inom fem sekunder.",
        "Most questions are answered within five seconds.",
        TIME_LIMITS, |t| match t.slow * 2 > t.calls {
            true => within(t, USUAL),
            false => Ok(()),
        }),
];

/// Demands that a call is refused, and that the service lives on. A service that breaks
/// the connection has refused it too.
fn refused_and_alive(
    t: &mut Tester<'_>,
    sent: crate::conform::http::Sent,
    expected: &[u16],
) -> Judged {
    let judged = t.refuses_call(sent, expected, &[]);
    let broke = matches!(
        &judged,
        Err(Not::Met(_, Some(it))) if matches!(it.came, Err(Trouble::Broken(_)))
    );
    if !broke {
        judged?;
    }
    let question = t.question();
    t.takes(&question)
}

/// Demands that the slowest answer came within a time.
fn within(t: &mut Tester<'_>, limit: Duration) -> Judged {
    let Some(slowest) = &t.slowest else {
        return Ok(());
    };
    if slowest.took <= limit {
        return Ok(());
    }
    let (code, took) = (slowest.code, slowest.took.as_secs_f64());
    let what = say!(
        "ett svar i fallet {code} tog {took:.1} sekunder",
        "an answer in the case {code} took {took:.1} seconds"
    );
    Err(Not::met(what, slowest))
}
