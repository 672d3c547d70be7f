//! The example catalogue: as large and varied as it was promised to be, in two
//! languages, and never to be mistaken for the real thing.

use crate::support::{Katalog, Tree, cases, copy_over, repository, tree};
use katalog::model::{Actor, ActorKind, EnvironmentStatus, EventType, RequirementKind, Status};
use katalog::resolve::Tables;
use katalog::source::Disk;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;
use tempfile::TempDir;

fn catalogue() -> &'static Tables {
    static READ: OnceLock<Tables> = OnceLock::new();
    READ.get_or_init(|| {
        let source = Disk::open(repository()).unwrap();
        let (documents, findings) = katalog::load::load(&source);
        assert!(findings.is_empty(), "{findings:?}");
        let (tables, findings) = katalog::resolve::resolve(documents);
        assert!(findings.is_empty(), "{findings:?}");
        tables
    })
}

#[track_caller]
fn at_least(what: &str, least: usize, found: usize) {
    assert!(
        found >= least,
        "{what}: {found}, but at least {least} are promised"
    );
}

#[test]
fn the_catalogue_is_as_large_as_promised() {
    let all = catalogue();
    at_least("producers", 14, all.producers.len());
    at_least("processes", 35, all.processes.len());
    let with_states = all.processes.iter().filter(|it| !it.states.is_empty());
    at_least("processes with states", 35, with_states.count());
    at_least("templates", 11, all.templates.len());
    let adopting = all.processes.iter().filter(|it| it.adopted.is_some());
    let adopters: BTreeSet<&str> = adopting.map(|it| it.producer_id()).collect();
    at_least("producers that have adopted a template", 8, adopters.len());
    at_least("event types", 120, all.event_types.len());
    at_least("consumers", 8, all.consumers.len());
    at_least("concepts", 25, all.concepts.len());
    at_least("areas", 6, all.areas.len());
    assert_eq!(all.categories.len(), 12);
    assert_eq!(all.authorizations.len(), 8);
    let count =
        |is: &dyn Fn(&EventType) -> bool| all.event_types.iter().filter(|it| is(it)).count();
    at_least("with two versions", 30, count(&|it| it.versions.len() >= 2));
    let has = |status| move |it: &EventType| it.versions.iter().any(|v| v.status == status);
    at_least("with a draft", 2, count(&has(Status::Draft)));
    at_least("retired", 1, count(&has(Status::Retired)));
    at_least(
        "with a successor",
        1,
        count(&|it| {
            let gone = |status| [Status::Deprecated, Status::Retired].contains(&status);
            it.versions
                .iter()
                .any(|v| gone(v.status) && v.replaced_by.is_some())
        }),
    );
    let kinds = |kind| {
        all.producers
            .iter()
            .filter(|it| it.actor.kind == kind)
            .count()
    };
    at_least("state agencies", 6, kinds(ActorKind::StateAgency));
    at_least("regions", 1, kinds(ActorKind::Region));
    at_least("municipalities", 3, kinds(ActorKind::Municipality));
}

/// A municipality that adopts five templates is six small files, and gets some thirty
/// event types with all their pages.
#[test]
fn six_small_files_are_a_municipality() {
    let site = TempDir::new().unwrap();
    for name in ["catalogue", "content"] {
        copy_over(&repository().join(name), &site.path().join(name));
    }
    let config = repository().join("katalog.yaml");
    fs::copy(config, site.path().join("katalog.yaml")).unwrap();
    let own = site.path().join("catalogue/producers/ALBERGA");
    fs::create_dir_all(&own).unwrap();
    let producer = "id: ALBERGA\nname: { sv: Alberga kommun, en: Municipality of Alberga }\n\
        kind: municipality\nreal: false\n\
        description: { sv: Alberga kommun är påhittad., en: The municipality of Alberga is invented. }\n\
        contact:\n  function: { sv: Kontaktcenter, en: Contact centre }\n  email: kontakt@alberga.example\n";
    fs::write(own.join("producer.yaml"), producer).unwrap();
    for template in [
        "BYGGLOV",
        "FORSKOLEPLATS",
        "HEMTJANST",
        "SERVERINGSTILLSTAND",
        "SKOLPLACERING",
    ] {
        let run = ["adopt", template, "--as", "ALBERGA"];
        let run = Katalog::new(run.iter().chain(&["--since", "2026-11-02"]));
        run.within(site.path()).run().expect(0);
    }
    let files = tree(&own);
    let written = files
        .keys()
        .filter(|path| !path.ends_with("published.lock"));
    assert_eq!(written.count(), 6, "{:?}", files.keys());
    assert!(files.values().all(|file| file.len() < 8192));
    let build = Katalog::new(["build", "--out", "site"]).within(site.path());
    build.run().expect(0);
    let built = tree(&site.path().join("site/event-types/ALBERGA"));
    let pages = built
        .keys()
        .filter(|path| path.ends_with("/index.html") && path.split('/').count() == 3);
    let pages: Vec<_> = pages.collect();
    at_least("event types of six small files", 30, pages.len());
}

/// Enough of everything in the connection register for its pages to show what they can.
#[test]
fn the_register_is_filled() {
    let all = catalogue();
    let open = |it: &Actor| it.connected().is_some() && it.disconnected().is_none();
    let producers = all.producers.iter().filter(|it| open(&it.actor));
    at_least("producers in production", 14, producers.count());
    let consumers = || all.consumers.iter().filter(|it| open(&it.actor));
    at_least("consumers in production", 8, consumers().count());
    let private = consumers().filter(|it| it.actor.kind == ActorKind::Private);
    at_least("private consumers in production", 3, private.count());
    for kind in RequirementKind::ALL {
        let own = all.requirements.iter().filter(|it| it.kind == kind);
        at_least(kind.key(), 8, own.count());
    }
    let environments = || all.actors().flat_map(|(_, it)| &it.environments);
    for status in [EnvironmentStatus::Planned, EnvironmentStatus::Closed] {
        let there = environments().any(|it| it.status == status);
        assert!(there, "no environment is {}", status.key());
    }
}

/// Nothing of what is shared stands there unused.
#[test]
fn every_category_and_authorization_is_used() {
    let all = catalogue();
    let versions = || all.event_types.iter().flat_map(|it| &it.versions);
    for category in &all.categories {
        let id = &category.id.value;
        assert!(
            versions().any(|it| it.category.name == *id),
            "{id} is used by nobody"
        );
    }
    for authorization in &all.authorizations {
        let id = &authorization.id.value;
        let used = |it: &katalog::model::Version| it.authorizations.iter().any(|a| a.name == *id);
        assert!(versions().any(used), "{id} is used by nobody");
    }
}

#[test]
fn the_reference_municipality_has_what_is_named() {
    let ids: BTreeSet<&str> = catalogue()
        .event_types
        .iter()
        .map(|it| &*it.id.value)
        .collect();
    for id in [
        "REFKOM.BYGGLOV.ANSOKAN_MOTTAGEN",
        "REFKOM.BYGGLOV.KOMPLETTERING_BEGARD",
        "REFKOM.BYGGLOV.BESLUT",
        "REFKOM.SERVERINGSTILLSTAND.ANSOKAN_MOTTAGEN",
        "REFKOM.SERVERINGSTILLSTAND.KOMPLETTERING_BEGARD",
        "REFKOM.SERVERINGSTILLSTAND.BESLUT",
        "REFKOM.FORSKOLA.ANSOKAN_MOTTAGEN",
        "REFKOM.FORSKOLA.PLATS_ERBJUDEN",
        "REFKOM.FORSKOLA.BESLUT",
    ] {
        assert!(ids.contains(id), "{id} is missing");
    }
    let invented = |id: &str| {
        let all = &catalogue().producers;
        all.iter().any(|it| *it.id.value == *id && !it.actor.real)
    };
    assert!(invented("REFKOM"), "REFKOM isn't told to be invented");
}

/// The files of authors, as text.
fn written() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for folder in ["catalogue", "content"] {
        for (path, bytes) in tree(&repository().join(folder)) {
            all.insert(
                format!("{folder}/{path}"),
                String::from_utf8(bytes).unwrap(),
            );
        }
    }
    all
}

#[test]
fn no_text_waits_to_be_written() {
    for (path, text) in written() {
        let lower = text.to_lowercase();
        for word in [
            "lorem",
            "ipsum",
            "todo",
            "fixme",
            "tbd",
            "xxx",
            "platshållare",
            "placeholder",
        ] {
            let found = lower.match_indices(word).any(|(at, _)| {
                let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                edge(lower[..at].chars().last()) && edge(lower[at + word.len()..].chars().next())
            });
            assert!(!found, "{path} holds `{word}`");
        }
    }
}

/// Titles and descriptions are translated, not copied.
#[test]
fn texts_differ_between_the_languages() {
    let all = catalogue();
    let mut same = Vec::new();
    let mut judge = |id: &str, what: &str, text: &katalog::model::LocalText| {
        let [sv, en] = [0, 1].map(|at| text.by_lang[at].as_ref().map_or("", |it| &**it));
        if sv == en || en.is_empty() {
            same.push(format!("{id}: {what}: {sv}"));
        }
    };
    for it in &all.event_types {
        for version in &it.versions {
            let id = format!("{} {}", it.id.value, version.number.value);
            judge(&id, "title", &version.title);
            judge(&id, "description", &version.description);
            for attribute in version.attributes.iter().chain(version.references.iter()) {
                judge(&id, &attribute.name, &attribute.description);
            }
        }
    }
    for it in &all.processes {
        judge(&it.id, "title", &it.title);
        judge(&it.id, "description", &it.description);
    }
    for it in &all.categories {
        judge(&it.id, "title", &it.title);
        judge(&it.id, "description", &it.description);
    }
    for it in &all.concepts {
        judge(&it.id, "definition", &it.definition);
    }
    for it in &all.producers {
        judge(&it.id, "description", &it.actor.description);
    }
    assert!(same.is_empty(), "{}", same.join("\n"));
}

/// Nobody can be reached at an address in the examples but at `.example`.
#[test]
fn no_real_address_of_a_person_is_in_it() {
    for (path, text) in written() {
        for (at, _) in text.match_indices('@') {
            let host: String = text[at + 1..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || ".-".contains(*c))
                .collect();
            let host = host.trim_end_matches('.');
            let before = text[..at].chars().last();
            // `ID@1.0.0` is a version of an event type.
            let is_number = host.starts_with(|c: char| c.is_ascii_digit());
            if before.is_some_and(char::is_alphanumeric) && host.contains('.') && !is_number {
                assert!(host.ends_with(".example"), "{path}: @{host}");
            }
        }
    }
}

/// The example, built in memory.
fn site() -> Tree {
    let checked = katalog::check(&Disk::open(repository()).unwrap(), None);
    assert!(checked.findings.is_empty());
    let site = checked.site.unwrap();
    let mut files = Tree::new();
    for output in site.outputs() {
        let mut bytes = Vec::new();
        site.render(*output, &mut bytes).unwrap();
        files.insert(site.path(*output), bytes);
    }
    files
}

#[test]
fn every_page_says_that_it_is_an_example() {
    let files = site();
    let pages: Vec<_> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .collect();
    at_least("pages", 700, pages.len());
    for (path, bytes) in pages {
        let text = std::str::from_utf8(bytes).unwrap();
        let notice = if path.starts_with("en/") {
            "This is an example catalogue."
        } else {
            "Det här är en exempelkatalog."
        };
        let body = text.split_once("<body").map_or("", |(_, body)| body);
        assert!(
            body.contains(notice),
            "{path} doesn't say that it is an example"
        );
    }
}

/// What screen readers and search engines build on, on one page of every kind.
#[test]
fn pages_are_well_formed_documents() {
    let select = |css: &str| Selector::parse(css).unwrap();
    for (path, bytes) in tree(&cases("tiny/expected")) {
        if !path.ends_with(".html") {
            continue;
        }
        let page = Html::parse_document(std::str::from_utf8(&bytes).unwrap());
        assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
        for once in ["h1", "main", "title", "meta[name=description]"] {
            let count = page.select(&select(once)).count();
            assert_eq!(count, 1, "{path} has {count} of {once}");
        }
        // What isn't found has no address of its own.
        let canonical = page.select(&select("link[rel=canonical]")).count();
        assert_eq!(
            canonical,
            usize::from(!path.ends_with("404.html")),
            "{path}"
        );
        let lang = if path.starts_with("en/") { "en" } else { "sv" };
        assert_eq!(
            page.root_element().value().attr("lang"),
            Some(lang),
            "{path}"
        );
        let mut ids = BTreeSet::new();
        for element in page.select(&select("[id]")) {
            let id = element.value().attr("id").unwrap();
            assert!(ids.insert(id.to_owned()), "{path} has the id {id} twice");
        }
        for forbidden in [
            "script:not([src])",
            "[style]",
            "style",
            "[onclick]",
            "iframe",
        ] {
            assert_eq!(
                page.select(&select(forbidden)).count(),
                0,
                "{path}: {forbidden}"
            );
        }
    }
}
