//! The call itself: headers, methods and addresses.

use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{CALL, CORRELATION, LANGUAGE, STATUS};
use crate::conform::question::CORRELATION as HEADER;
use crate::conform::tester::{Tester, came};
use crate::say;

/// The most characters of a correlation id.
const LONGEST: usize = 200;

/// What the message must name when the correlation id is wrong.
const NAMES: &[&str] = &[HEADER];

pub(super) const GROUP: Group = Group {
    key: "call",
    sv: "Anropet",
    en: "The call",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C001",
        "Ett anrop utan HTTP-rubriken skv_client_correlation_id avvisas med 400.",
        "A call without the header skv_client_correlation_id is refused with 400.",
        CORRELATION, |t| {
            let sent = call(t).without(HEADER);
            t.refuses_call(sent, &[400], NAMES)
        }),
    Case::demand("C002",
        "Ett korrelations-id av bara blanksteg avvisas med 400.",
        "A correlation id of nothing but blanks is refused with 400.",
        CORRELATION, |t| correlated(t, b"   ")),
    Case::demand("C003",
        "Ett korrelations-id på 201 tecken avvisas med 400; det får ha högst 200.",
        "A correlation id of 201 characters is refused with 400; it may have at most 200.",
        CORRELATION, |t| correlated(t, "k".repeat(LONGEST + 1).as_bytes())),
    Case::demand("C004",
        "Ett korrelations-id med annat än skrivbara ASCII-tecken avvisas med 400.",
        "A correlation id with other than printable ASCII characters is refused with 400.",
        CORRELATION, |t| correlated(t, "ärende".as_bytes())),
    Case::demand("C005",
        "Ett korrelations-id på 200 tecken godtas.",
        "A correlation id of 200 characters is accepted.",
        CORRELATION, |t| {
            let sent = call(t).with(HEADER, "k".repeat(LONGEST).as_bytes());
            t.ask_by(sent).map(drop)
        }),
    Case::demand("C006",
        "Ett korrelations-id behöver inte vara ett UUID: alla skrivbara ASCII-tecken är tillåtna, också blanksteg mellan dem.",
        "A correlation id need not be a UUID: all printable ASCII characters are allowed, also blanks between them.",
        CORRELATION, |t| {
            let sent = call(t).with(HEADER, br##"prov 17 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##);
            t.ask_by(sent).map(drop)
        }),
    Case::demand("C007",
        "En fråga vars Content-Type inte är application/json avvisas med 415.",
        "A question whose Content-Type isn't application/json is refused with 415.",
        STATUS, |t| {
            let sent = call(t).with("content-type", b"text/plain");
            t.refuses_call(sent, &[415], &[])
        }),
    Case::demand("C008",
        "En fråga utan Content-Type avvisas, med 415 eller 400: rubriken är obligatorisk.",
        "A question without Content-Type is refused, with 415 or 400: the header is required.",
        CALL, |t| {
            let sent = call(t).without("content-type");
            t.refuses_call(sent, &[415, 400], &[])
        }),
    Case::demand("C009",
        "Content-Type med teckenkodning, application/json; charset=utf-8, godtas.",
        "Content-Type with a character encoding, application/json; charset=utf-8, is accepted.",
        CALL, |t| {
            let sent = call(t).with("content-type", b"application/json; charset=utf-8");
            t.ask_by(sent).map(drop)
        }),
    Case::demand("C010",
        "Metoden GET avvisas med 405.",
        "The method GET is refused with 405.",
        STATUS, |t| by_method(t, "GET")),
    Case::demand("C011",
        "Metoderna PUT, PATCH och DELETE avvisas med 405.",
        "The methods PUT, PATCH and DELETE are refused with 405.",
        STATUS, |t| {
            by_method(t, "PUT")?;
            by_method(t, "PATCH")?;
            by_method(t, "DELETE")
        }),
    Case::demand("C012",
        "Ett svar med 405 har HTTP-rubriken Allow med värdet POST.",
        "An answer with 405 has the header Allow with the value POST.",
        STATUS, allow),
    Case::demand("C013",
        "En adress som inte finns ger 404.",
        "An address that doesn't exist gives 404.",
        STATUS, |t| {
            let mut sent = call(t);
            let path = format!("{}X", sent.url.path());
            sent.url.set_path(&path);
            t.refuses_call(sent, &[404], &[])
        }),
    Case::demand("C014",
        "En fråga utan Accept-Language besvaras: rubriken är frivillig.",
        "A question without Accept-Language is answered: the header is optional.",
        LANGUAGE, |t| {
            let sent = call(t).without("accept-language");
            t.ask_by(sent).map(drop)
        }),
    Case::demand("C015",
        "Ett språk som texterna inte finns på hindrar inte svaret: de lämnas då på ett annat.",
        "A language in which there are no texts is no hindrance: they are then given in another.",
        LANGUAGE, |t| {
            let sent = call(t).with("accept-language", b"fi");
            t.ask_by(sent).map(drop)
        }),
    Case::demand("C016",
        "Ett anrop utan åtkomsttoken avvisas med 401.",
        "A call without an access token is refused with 401.",
        STATUS, |t| {
            let sent = without_token(t)?;
            t.refuses_call(sent, &[401], &[])
        }),
    Case::demand("C017",
        "Ett svar med 401 har HTTP-rubriken WWW-Authenticate, som säger hur den som anropar ska autentisera sig.",
        "An answer with 401 has the header WWW-Authenticate, which tells how the caller is to authenticate.",
        STATUS, |t| {
            let sent = without_token(t)?;
            let exchange = t.send(sent);
            match came(&exchange)?.header("www-authenticate") {
                Some(_) => Ok(()),
                None => Err(Not::met(say!(
                    "HTTP-rubriken WWW-Authenticate saknas",
                    "the header WWW-Authenticate is missing"
                ), &exchange)),
            }
        }),
];

/// The simplest question as a call.
fn call(t: &mut Tester<'_>) -> crate::conform::http::Sent {
    let question = t.question();
    t.call(&question)
}

fn correlated(t: &mut Tester<'_>, id: &[u8]) -> Judged {
    let sent = call(t).with(HEADER, id);
    t.refuses_call(sent, &[400], NAMES)
}

fn by_method(t: &mut Tester<'_>, method: &'static str) -> Judged {
    let mut sent = call(t).by(method);
    if method == "GET" {
        sent = sent.without("content-type");
        sent.body.clear();
    }
    t.refuses_call(sent, &[405], &[])
}

fn allow(t: &mut Tester<'_>) -> Judged {
    let mut sent = call(t).by("GET").without("content-type");
    sent.body.clear();
    let exchange = t.send(sent);
    let allow = came(&exchange)?.header("allow").unwrap_or("").to_owned();
    if allow == "POST" {
        return Ok(());
    }
    Err(Not::met(
        say!(
            "HTTP-rubriken Allow är `{allow}`, men ska vara `POST`",
            "the header Allow is `{allow}`, but must be `POST`"
        ),
        &exchange,
    ))
}

/// The simplest question without a token, when the service has been given one.
fn without_token(t: &mut Tester<'_>) -> Result<crate::conform::http::Sent, Not> {
    if t.options.token.is_none() {
        return Err(Not::Tried(say!(
            "ingen åtkomsttoken angavs: ange en med --token-file",
            "no access token was given: give one with --token-file"
        )));
    }
    Ok(call(t).without("authorization"))
}
