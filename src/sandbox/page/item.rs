//! A case and its events, as the templates show them.

use super::Cx;
use super::case::{Case, State};
use super::event::Event;
use super::frame::Link;
use super::overview::Reader;
use super::text::label;
use super::whom::only_reads;
use crate::model::{Entity as _, Section};
use serde::Serialize;

/// A case.
#[derive(Serialize)]
pub(super) struct CaseItem {
    /// Its id on the page, where it has one.
    place: Option<String>,
    title: String,
    producer: String,
    reference: Option<Reference>,
    /// About whom, when several are shown.
    about: Option<String>,
    state: &'static str,
    state_title: String,
    /// That the state may be another, because not everything may be read.
    caution: Option<String>,
    /// Its page in the catalogue.
    process_url: String,
    latest: EventItem,
    older: Vec<EventItem>,
    older_title: String,
}

/// What a case is referred to by.
#[derive(Serialize)]
struct Reference {
    /// What its number is called.
    title: String,
    number: String,
}

/// An event.
#[derive(Serialize)]
struct EventItem {
    headline: String,
    language: Option<String>,
    /// The paragraphs of the description.
    text: Vec<String>,
    datetime: Option<String>,
    when: String,
    category: String,
    information: String,
    /// Its type's page in the catalogue.
    catalogue: Link,
}

/// Where a case stands on the page.
pub(super) fn place(at: usize) -> String {
    format!("case-{}", at + 1)
}

/// A case as it is shown; `at` is its place among all, where it is shown once only.
pub(super) fn case(cx: &Cx<'_>, reader: &Reader<'_>, it: &Case<'_>, at: Option<usize>) -> CaseItem {
    let process = &cx.catalogue.processes[it.process];
    let older: Vec<EventItem> = it.events[1..].iter().map(|own| event(cx, own)).collect();
    CaseItem {
        place: at.map(place),
        title: cx.process_title(it).to_owned(),
        producer: cx.producer_name(it),
        reference: it.reference.map(|(name, number)| Reference {
            title: cx.reference_title(it, name),
            number: number.to_owned(),
        }),
        about: reader.about(cx, it),
        state: it.state.key(),
        state_title: state(cx, reader, it),
        caution: caution(cx, reader, it),
        process_url: cx.entity_url(Section::Producers, process.id()),
        latest: event(cx, it.latest()),
        older_title: cx.count("older", older.len()),
        older,
    }
}

/// Why the state of a case may be another than its latest event says.
fn caution(cx: &Cx<'_>, reader: &Reader<'_>, case: &Case<'_>) -> Option<String> {
    let key = match case.state {
        State::Closed => return None,
        _ if case.may_hide(cx, reader.view.user, reader.rights) => "caution",
        _ if case.reference.is_none() => "caution-alone",
        _ => return None,
    };
    Some(cx.t(key).to_owned())
}

/// Whom a case waits for, in words.
fn state(cx: &Cx<'_>, reader: &Reader<'_>, case: &Case<'_>) -> String {
    let other = only_reads(cx.catalogue, reader.rights_for(case.customer));
    match case.state {
        State::Customer if other => cx.t("state-other").to_owned(),
        State::Producer => {
            let producer = cx.producer_name(case);
            cx.fill("state-producer", &[("producer", &producer)])
        }
        state => cx.t(&format!("state-{}", state.key())).to_owned(),
    }
}

fn event(cx: &Cx<'_>, it: &Event) -> EventItem {
    let kind = it.kind(cx.catalogue);
    let current = kind.current();
    let paragraphs = it.text.lines().map(str::trim);
    EventItem {
        headline: cx.headline(it),
        language: it.language.clone(),
        text: paragraphs
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        datetime: it.at.map(|_| it.written.clone()),
        when: it.at.map_or_else(|| it.written.clone(), |at| cx.when(at)),
        category: cx
            .text(&cx.catalogue.get(&current.category).title)
            .to_owned(),
        information: cx.information(it),
        catalogue: Link {
            title: cx.text(&current.title).to_owned(),
            url: cx.entity_url(Section::EventTypes, kind.id()),
        },
    }
}

impl<'p> Cx<'p> {
    /// The headline of an event; the name of its type when it has none.
    pub(super) fn headline(&self, event: &Event) -> String {
        match event.headline.trim() {
            "" => self
                .text(&event.kind(self.catalogue).current().title)
                .to_owned(),
            headline => headline.to_owned(),
        }
    }

    /// The kind of a case.
    pub(super) fn process_title(&self, case: &Case<'_>) -> &'p str {
        self.text(&self.catalogue.processes[case.process].title)
    }

    /// The producer of a case by the name that it gives itself.
    pub(super) fn producer_name(&self, case: &Case<'_>) -> String {
        match case.latest().producer.trim() {
            "" => {
                let producer = &self.catalogue.producers[case.producer(self.catalogue)];
                self.text(&producer.actor.name).to_owned()
            }
            name => name.to_owned(),
        }
    }

    /// What a reference is called: Diarienummer.
    fn reference_title(&self, case: &Case<'_>, name: &str) -> String {
        let key = format!("reference-{name}");
        let word = self.t(&key);
        if word != key {
            return word.to_owned();
        }
        let versions = case.latest().kind(self.catalogue).current();
        let own = versions
            .references
            .iter()
            .find(|it| *it.name.value == *name);
        own.map_or_else(|| name.to_owned(), |it| label(self.text(&it.description)))
    }
}
