//! Paging.

use super::matching::CaseOf;
use crate::conform::answer::{Answer, ids_where, listed};
use crate::conform::case::{Case, Group, Judged};
use crate::conform::guide::{ANSWER, SORTING};
use crate::conform::question::Question;
use crate::conform::tester::Tester;
use crate::say;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The most pages that are fetched to be joined.
const PAGES: usize = 10;

/// The order that is asked for: one in which hardly any two events stand alike.
const KEYS: &[(&str, bool)] = &[
    ("TIDPUNKT", false),
    ("KUNDHANDELSETYP", true),
    ("RUBRIK", true),
];

const OFFSET: &[&str] = &["offset"];
const LIMIT: &[&str] = &["limit"];

pub(super) const GROUP: Group = Group {
    key: "paging",
    sv: "Sidindelning",
    en: "Paging",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C150",
        "paginering utan sortering avvisas med 400.",
        "paginering without sortering is refused with 400.",
        SORTING, |t| {
            let question = t.question().page(0, Some(10));
            t.refuses(&question, &["paginering", "sortering"])
        }),
    Case::demand("C151",
        "En negativ offset avvisas med 400.",
        "A negative offset is refused with 400.",
        SORTING, |t| refused(t, json!({ "offset": -1, "limit": 10 }), OFFSET)),
    Case::demand("C152",
        "paginering utan offset avvisas med 400.",
        "paginering without offset is refused with 400.",
        SORTING, |t| refused(t, json!({ "limit": 10 }), OFFSET)),
    Case::demand("C153",
        "limit 0 avvisas med 400: den är minst 1.",
        "limit 0 is refused with 400: it is at least 1.",
        SORTING, |t| refused(t, json!({ "offset": 0, "limit": 0 }), LIMIT)),
    Case::demand("C154",
        "limit 1001 avvisas med 400: den är högst 1000.",
        "limit 1001 is refused with 400: it is at most 1000.",
        SORTING, |t| refused(t, json!({ "offset": 0, "limit": 1001 }), LIMIT)),
    Case::demand("C155",
        "limit 1000 godtas.",
        "limit 1000 is accepted.",
        SORTING, |t| {
            let question = sorted(t).page(0, Some(1000));
            t.takes(&question)
        }),
    Case::demand("C156",
        "En limit som är text i stället för tal avvisas med 400.",
        "A limit that is text instead of a number is refused with 400.",
        SORTING, |t| refused(t, json!({ "offset": 0, "limit": "10" }), LIMIT)),
    Case::demand("C157",
        "En limit med decimaler avvisas med 400.",
        "A limit with decimals is refused with 400.",
        SORTING, |t| refused(t, json!({ "offset": 0, "limit": 1.5 }), LIMIT)),
    Case::demand("C158",
        "En offset som är text i stället för tal avvisas med 400.",
        "An offset that is text instead of a number is refused with 400.",
        SORTING, |t| refused(t, json!({ "offset": "0", "limit": 10 }), OFFSET)),
    Case::demand("C160",
        "En sida har högst så många kundhändelser som limit säger.",
        "A page has at most as many events as limit says.",
        SORTING, |t| {
            t.events(2)?;
            let question = sorted(t).page(0, Some(1));
            let answer = t.ask(&question)?;
            match answer.events().len() {
                1 => Ok(()),
                count => answer.fails(say!(
                    "sidan har {count} kundhändelser, men limit är 1",
                    "the page has {count} events, but limit is 1"
                )),
            }
        }),
    Case::demand("C161",
        "totaltAntalKundhandelser räknas innan svaret delas in i sidor.",
        "totaltAntalKundhandelser is counted before the answer is divided into pages.",
        ANSWER, |t| {
            let count = t.events(2)?.events().len();
            let question = sorted(t).page(0, Some(1));
            t.ask(&question)?.totals(0, count)
        }),
    Case::demand("C162",
        "Sidorna ger tillsammans alla kundhändelser, var och en en gång och i sorteringens ordning.",
        "The pages together give all events, each of them once and in the order of the sorting.",
        SORTING, joined),
    Case::demand("C163",
        "Utan limit ger offset alla kundhändelser som återstår.",
        "Without limit, offset gives all events that remain.",
        SORTING, |t| {
            t.events(2)?;
            let question = sorted(t);
            let all = t.ask(&question)?;
            let question = sorted(t).page(1, None);
            let rest = t.ask(&question)?;
            same(&rest, all.ids().get(1..).unwrap_or_default())
        }),
    Case::demand("C164",
        "En offset bortom slutet ger en tom lista, med rätt totalt antal.",
        "An offset past the end gives an empty list, with the right total.",
        SORTING, |t| {
            let count = t.everything()?.events().len();
            let question = sorted(t).page(count + 5, Some(10));
            let answer = t.ask(&question)?;
            same(&answer, &[])?;
            answer.totals(0, count)
        }),
    Case::demand("C165",
        "Den sista sidan har bara de kundhändelser som återstår.",
        "The last page has only the events that remain.",
        SORTING, |t| {
            let count = t.events(2)?.events().len();
            let question = sorted(t);
            let all = t.ask(&question)?;
            let question = sorted(t).page(count - 1, Some(10));
            let last = t.ask(&question)?;
            same(&last, all.ids().get(count - 1..).unwrap_or_default())
        }),
    Case::demand("C166",
        "Varje part delas in i sidor för sig.",
        "Each party is paged separately.",
        SORTING, |t| {
            let count = t.events(2)?.events().len();
            let case = CaseOf::find(t)?;
            let mut narrowed = t.customer();
            narrowed["arende"] = case.arende.clone();
            let question = sorted(t).with("/fraga/parter", json!([t.customer(), narrowed])).page(0, Some(1));
            let answer = t.ask(&question)?;
            for at in 0..2 {
                let found = answer.of_party(at).len();
                if found != 1 {
                    let party = at + 1;
                    return answer.fails(say!(
                        "post {party} har {found} kundhändelser på sin första sida, men limit är 1",
                        "entry {party} has {found} events on its first page, but limit is 1"
                    ));
                }
            }
            // Which entry is whose is a case of its own.
            let whole = (0..2).find(|at| answer.json["kundhandelser"][*at]["part"] == t.customer());
            answer.totals(whole.unwrap_or(0), count)
        }),
];

/// The simplest question, sorted.
fn sorted(t: &Tester<'_>) -> Question {
    t.question().sorted(KEYS)
}

fn refused(t: &mut Tester<'_>, page: Value, names: &'static [&'static str]) -> Judged {
    let question = sorted(t).with("/fraga/behandling/paginering", page);
    t.refuses(&question, names)
}

/// Demands that an answer has just these events, in this order.
fn same(answer: &Answer, expected: &[&str]) -> Judged {
    let found = answer.ids();
    if found == expected {
        return Ok(());
    }
    let (found, expected) = (shown(&found), shown(expected));
    answer.fails(say!(
        "sidan har {found}, men ska ha {expected}",
        "the page has {found}, but must have {expected}"
    ))
}

fn shown(ids: &[&str]) -> String {
    match ids {
        [] => "–".to_owned(),
        ids => listed(ids),
    }
}

/// Fetches all pages and joins them.
fn joined(t: &mut Tester<'_>) -> Judged {
    let whole = t.events(2)?;
    let count = whole.events().len();
    let size = count.div_ceil(PAGES.min(count));
    let question = sorted(t);
    let all = t.ask(&question)?;
    let mut found: Vec<String> = Vec::new();
    let mut last = all.clone();
    for page in 0..count.div_ceil(size) {
        let question = sorted(t).page(page * size, Some(size));
        last = t.ask(&question)?;
        found.extend(last.ids().into_iter().map(str::to_owned));
    }
    let twice: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    if twice.len() < found.len() {
        let many = found.len() - twice.len();
        return last.fails(say!(
            "{many} kundhändelser står på mer än en sida",
            "{many} events stand on more than one page"
        ));
    }
    let expected = ids_where(whole.events(), |_| true);
    let missing: Vec<&str> = expected.difference(&twice).copied().collect();
    if !missing.is_empty() {
        let list = listed(&missing);
        return last.fails(say!("på ingen sida står {list}", "on no page stand {list}"));
    }
    if found != all.ids() {
        return last.fails(say!(
            "sidorna har kundhändelserna i en annan ordning än svaret utan sidor",
            "the pages have the events in another order than the answer without pages"
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn pages_cover_everything() {
        for count in 2_usize..200 {
            let size = count.div_ceil(super::PAGES.min(count));
            let pages = count.div_ceil(size);
            assert!((2..=super::PAGES).contains(&pages) && pages * size >= count);
        }
    }
}
