//! The sandbox's consumer page: from an address and the relay's answer to HTML.
//!
//! `tests/cases/page/site/` is a small catalogue, `answers/` what the relay may answer,
//! and `pages.json` names an address and an answer for each page in `expected/`.

use crate::support::{Golden, cases};
use jiff::civil::date;
use katalog::model::{Entity as _, matches_prefix};
use katalog::resolve::Catalogue;
use katalog::sandbox::page::{Answer, Page, Rights};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The rights that stand in the test customers' files; limits in time are left aside.
pub(crate) struct Powers(pub(crate) Arc<Catalogue>);

impl Powers {
    /// The rights that a user holds for a customer: their ids, and what they are limited to.
    fn held(&self, user: usize, customer: usize) -> Vec<(&str, Vec<&str>)> {
        if user == customer {
            return vec![("SELF", Vec::new())];
        }
        let id = self.0.customers[customer].id();
        let own = &self.0.customers[user];
        let employers = own.employers.iter().map(|it| self.0.get(it));
        let powers = std::iter::once(own).chain(employers);
        let powers = powers.flat_map(|it| &it.powers);
        let own = powers.filter(|power| &*power.customer.name == id);
        own.map(|power| {
            let limits = power.event_types.iter().map(|limit| &*limit.value);
            (&*power.authorization.name, limits.collect())
        })
        .collect()
    }
}

impl Rights for Powers {
    fn customers(&self, user: usize) -> Vec<(usize, Vec<usize>)> {
        let mut order: Vec<usize> = (0..self.0.customers.len()).collect();
        order.sort_by_key(|at| (*at != user, *at));
        let index = |id: &str| self.0.authorizations.iter().position(|it| it.id() == id);
        order
            .into_iter()
            .map(|customer| {
                let held = self.held(user, customer).into_iter();
                (customer, held.filter_map(|(id, _)| index(id)).collect())
            })
            .filter(|(_, rights): &(usize, Vec<usize>)| !rights.is_empty())
            .collect()
    }

    fn may_read(&self, user: usize, customer: usize, event_type: usize) -> bool {
        let event_type = &self.0.event_types[event_type];
        let accepted = &event_type.current().authorizations;
        self.held(user, customer).iter().any(|(id, limits)| {
            let within = |limit: &&str| matches_prefix(event_type.id(), limit);
            accepted.iter().any(|it| &*it.name == *id)
                && (limits.is_empty() || limits.iter().any(within))
        })
    }
}

pub(crate) fn catalogue(folder: &Path) -> Arc<Catalogue> {
    let source = katalog::source::Disk::open(folder).unwrap();
    let (tables, findings) = katalog::read(&source);
    assert!(findings.is_empty(), "{findings:#?}");
    Arc::new(tables.into_catalogue(true).expect("it is whole"))
}

fn page(catalogue: &Arc<Catalogue>) -> Page {
    let made = Page::new(Arc::clone(catalogue), "/katalog/", date(2026, 9, 20));
    made.unwrap_or_else(|message| panic!("{}", message.en))
}

/// The small catalogue and its page.
pub(crate) fn small() -> (Page, Powers) {
    let catalogue = catalogue(&cases("page/site"));
    (page(&catalogue), Powers(catalogue))
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn answer(name: &str) -> Answer {
    let it = read(&cases("page/answers").join(format!("{name}.json")));
    Answer {
        status: u16::try_from(it["status"].as_u64().unwrap()).unwrap(),
        body: it["body"].clone(),
    }
}

/// All pages of `pages.json`: name, the question put for it, and its HTML.
pub(crate) fn pages() -> Vec<(String, Option<Value>, String)> {
    let (page, rights) = small();
    let all = read(&cases("page/pages.json"));
    let all = all.as_array().unwrap().iter();
    all.map(|it| {
        let text = |name: &str| it[name].as_str().unwrap();
        let view = page.route(text("path"), text("query"));
        let view = view.unwrap_or_else(|| panic!("{it} is no page"));
        let answer = it["answer"].as_str().map(answer);
        let html = page.render(&view, &rights, answer.as_ref());
        (text("name").to_owned(), page.question(&view, &rights), html)
    })
    .collect()
}

#[test]
fn pages_are_as_expected() {
    let expected = cases("page/expected");
    let mut golden = Golden::default();
    for (name, question, html) in pages() {
        golden.text(&expected.join(format!("{name}.html")), &html);
        let question = question.map_or(String::new(), |it| format!("{it:#}\n"));
        golden.text(&expected.join(format!("{name}.question.json")), &question);
    }
    golden.finish();
}

/// What an address asks for is what it is written as again; what leads nowhere is no page.
#[test]
fn addresses_lead_where_they_say() {
    let (page, rights) = small();
    for (path, query) in [
        ("/", ""),
        ("/en/", "utm=1"),
        ("/mina/OWNER/", ""),
        ("/en/mina/OWNER/", "for=COMPANY&view=areas"),
        ("/mina/OWNER/", "for=NOBODY"),
        ("/mina/OWNER/", "from=%FF&to=&%"),
    ] {
        assert!(page.route(path, query).is_some(), "{path}?{query}");
    }
    for path in [
        "",
        "/mina/",
        "/mina/OWNER",
        "/mina/NOBODY/",
        "/mina/COMPANY/",
        "/mina/198703142391/",
        "/sv/",
        "/en",
        "/mina/OWNER/x/",
        "/katalog/",
    ] {
        assert!(page.route(path, "").is_none(), "{path}");
    }
    let html = |query: &str| {
        let view = page.route("/mina/OWNER/", query).unwrap();
        page.render(&view, &rights, Some(&answer("whole")))
    };
    let query =
        "for=OWNER&producer=REFKOM&category=DECIDED&from=2026-01-01&to=2026-1%20%26&unfinished=1";
    let other = "/en/mina/OWNER/?for=OWNER&amp;producer=REFKOM&amp;category=DECIDED&amp;from=2026-01-01&amp;to=2026-1%20%26&amp;unfinished=1";
    assert!(html(query).contains(&format!("href=\"{other}\" lang=\"en\"")));
}

/// What waits for the customer is shown whatever days and category are chosen.
#[test]
fn what_needs_doing_is_never_filtered_out() {
    let (page, rights) = small();
    let todo = |query: &str| {
        let view = page.route("/mina/OWNER/", query).unwrap();
        let question = page.question(&view, &rights).unwrap();
        let html = page.render(&view, &rights, Some(&answer("whole")));
        let (_, rest) = html.split_once("<section class=\"todo\"").unwrap();
        let (todo, _) = rest.split_once("</section>").unwrap();
        let headlines = todo.split("<h3").skip(1);
        let headlines = headlines.map(|it| it.split("</h3>").next().unwrap().to_owned());
        (headlines.collect::<Vec<_>>(), question)
    };
    let all = todo("");
    assert_eq!(all.0.len(), 2);
    for query in [
        "category=PAYMENT",
        "from=2030-01-01",
        "to=2020-01-01&unfinished=1",
        "view=areas",
    ] {
        assert!(todo(query) == all, "{query}");
    }
}

/// Nobody may take what is there for all there is: what is missing is told first.
#[test]
fn what_is_missing_is_told_before_what_is_there() {
    for (name, _, html) in pages() {
        let Some(told) = html.find("id=\"h-trouble\"") else {
            continue;
        };
        for later in [
            "class=\"todo\"",
            "class=\"cases\"",
            "class=\"area\"",
            "<form",
        ] {
            let after = html.find(later).is_none_or(|at| at > told);
            assert!(after, "{name}: {later} comes before what is missing");
        }
        let certain = [
            "Du har inga händelser",
            "You have no events",
            "class=\"calm\"><p class",
        ];
        for words in certain {
            assert!(!html.contains(words), "{name} says: {words}");
        }
    }
}

/// No page, address or question's address holds the number of a person.
#[test]
fn no_number_of_a_person_is_shown() {
    let (_, rights) = small();
    let persons = rights.0.customers.iter();
    let numbers: Vec<&str> = persons.map(|it| &*it.number.value).collect();
    for (name, question, html) in pages() {
        let digits: String = html.chars().filter(|c| *c != '-').collect();
        for number in &numbers {
            assert!(!digits.contains(&number[2..]), "{name} shows {number}");
        }
        if let Some(question) = question {
            assert!(numbers.contains(&question["anvandare"].as_str().unwrap()));
        }
    }
}

/// Whatever a relay answers, the page is made and is whole.
#[test]
fn no_answer_breaks_the_page() {
    let (page, rights) = small();
    let view = page.route("/mina/OWNER/", "").unwrap();
    let areas = page.route("/en/mina/OWNER/", "view=areas").unwrap();
    let whole = answer("whole");
    let odd = [
        json!(null),
        json!(-1),
        json!("\u{0}å<&\"'"),
        json!([[]]),
        json!({"": {}}),
        json!("9999999-99-99T99:99:99Z"),
    ];
    let count = nodes(&whole.body);
    assert!(count > 200, "{count} values");
    for (at, value) in (0..count).zip(odd.iter().cycle()) {
        let mut body = whole.body.clone();
        replace(&mut body, &mut { at }, value);
        for status in [200, 206] {
            let body = body.clone();
            let answer = Answer { status, body };
            for view in [&view, &areas] {
                let html = page.render(view, &rights, Some(&answer));
                assert!(
                    html.ends_with("</html>\n") && !html.contains("å<&"),
                    "{value} at {at}"
                );
            }
        }
    }
}

/// How many values there are in a value, itself among them.
fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(all) => all.iter().map(nodes).sum(),
        Value::Object(all) => all.values().map(nodes).sum(),
        _ => 0,
    }
}

/// Replaces the value with a number, counted as [`nodes`] does.
fn replace(value: &mut Value, left: &mut usize, with: &Value) -> bool {
    if *left == 0 {
        *value = with.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(all) => all.iter_mut().any(|it| replace(it, left, with)),
        Value::Object(all) => all.values_mut().any(|it| replace(it, left, with)),
        _ => false,
    }
}
