//! The question as a whole: whether it can be read, and who asks.

use crate::conform::case::{Case, Group, Judged};
use crate::conform::guide::{QUESTION, STATUS};
use crate::conform::tester::Tester;
use serde_json::json;

pub(super) const GROUP: Group = Group {
    key: "question",
    sv: "Frågan",
    en: "The question",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C020",
        "Frågan om allt som gäller en kund besvaras med 200 och en lista av kundhändelser.",
        "The question about everything of a customer is answered with 200 and a list of events.",
        QUESTION, |t| {
            let question = t.question();
            let answer = t.ask(&question)?;
            t.keep_everything(answer);
            Ok(())
        }),
    Case::demand("C021",
        "En fråga som inte är hel JSON avvisas med 400.",
        "A question that isn't whole JSON is refused with 400.",
        STATUS, |t| {
            let mut body = t.question().0.to_string().into_bytes();
            body.pop();
            refused(t, body)
        }),
    Case::demand("C022",
        "En fråga som är en JSON-lista i stället för ett objekt avvisas med 400.",
        "A question that is a JSON list instead of an object is refused with 400.",
        QUESTION, |t| {
            let body = format!("[{}]", t.question().0);
            refused(t, body.into_bytes())
        }),
    Case::demand("C023",
        "En fråga som inte är giltig UTF-8 avvisas med 400.",
        "A question that isn't valid UTF-8 is refused with 400.",
        STATUS, |t| {
            let body = t.question().tags(&["TAGG"]).0.to_string().into_bytes();
            let at = body.windows(4).position(|it| it == b"TAGG").unwrap_or(0);
            let mut body = body;
            body[at] = 0xE5;
            refused(t, body)
        }),
    Case::demand("C024",
        "Ett anrop utan fråga, med tom kropp, avvisas med 400.",
        "A call without a question, with an empty body, is refused with 400.",
        QUESTION, |t| refused(t, Vec::new())),
    Case::demand("C025",
        "En fråga som följs av något mer än JSON-objektet avvisas med 400.",
        "A question that is followed by more than the JSON object is refused with 400.",
        STATUS, |t| {
            let body = format!("{0} {0}", t.question().0);
            refused(t, body.into_bytes())
        }),
    Case::demand("C026",
        "Utan fraga avvisas anropet med 400.",
        "Without fraga the call is refused with 400.",
        QUESTION, |t| {
            let question = t.question().without("/fraga");
            t.refuses(&question, &["fraga"])
        }),
    Case::demand("C027",
        "En fraga som inte är ett objekt avvisas med 400.",
        "A fraga that isn't an object is refused with 400.",
        QUESTION, |t| {
            let question = t.question().with("/fraga", json!("allt"));
            t.refuses(&question, &["fraga"])
        }),
    Case::demand("C028",
        "Utan anvandare avvisas frågan med 400: den anges alltid.",
        "Without anvandare the question is refused with 400: it is always given.",
        QUESTION, |t| {
            let question = t.question().without("/anvandare");
            t.refuses(&question, &["anvandare"])
        }),
    Case::demand("C029",
        "En anvandare med elva siffror avvisas med 400: det ska vara tolv.",
        "An anvandare of eleven digits is refused with 400: there must be twelve.",
        QUESTION, |t| user(t, |user| json!(&user[1..]))),
    Case::demand("C030",
        "En anvandare med tretton siffror avvisas med 400: det ska vara tolv.",
        "An anvandare of thirteen digits is refused with 400: there must be twelve.",
        QUESTION, |t| user(t, |user| json!(format!("{user}0")))),
    Case::demand("C031",
        "En anvandare med annat än siffror avvisas med 400.",
        "An anvandare with other than digits is refused with 400.",
        QUESTION, |t| user(t, |user| json!(format!("{}X", &user[..11])))),
    Case::demand("C032",
        "En anvandare som är ett tal i stället för text avvisas med 400.",
        "An anvandare that is a number instead of text is refused with 400.",
        QUESTION, |t| user(t, |user| json!(user.parse::<u64>().unwrap_or(1)))),
];

/// A body that is no question. There is no field to name.
fn refused(t: &mut Tester<'_>, body: Vec<u8>) -> Judged {
    let sent = t.bytes(body);
    t.refuses_call(sent, &[400], &[])
}

fn user(t: &mut Tester<'_>, wrong: fn(&str) -> serde_json::Value) -> Judged {
    let question = t.question().with("/anvandare", wrong(&t.options.user));
    t.refuses(&question, &["anvandare"])
}
