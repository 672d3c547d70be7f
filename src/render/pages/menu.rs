//! The menu above every page and the list of everything below it.

use super::frame::Link;
use super::{changes, codes, content, figures, policy, register, roadmap};
use crate::model::{Address, Section};
use crate::render::context::Cx;
use crate::render::exports;
use serde::Serialize;

/// The sections of the menu: what the site has, in the order of a reader who is new.
pub(super) fn sections(cx: &Cx<'_>) -> Vec<Section> {
    let catalogue = cx.catalogue;
    let all = [
        (Section::EventTypes, true),
        (Section::Producers, true),
        (Section::Consumers, true),
        (Section::Guide, !catalogue.guides.is_empty()),
        (Section::Service, !catalogue.services.is_empty()),
        (Section::Agreements, !catalogue.agreements.is_empty()),
        (Section::Concepts, true),
    ];
    let there = all.into_iter().filter(|(_, there)| *there);
    there.map(|(section, _)| section).collect()
}

/// A document, as the start page names it.
#[derive(Serialize)]
pub(super) struct Document<'s> {
    title: &'s str,
    text: &'s str,
    url: String,
}

/// The documents of the standard, in the order of a reader who is to connect.
pub(super) fn documents<'s>(cx: &Cx<'s>) -> Vec<Document<'s>> {
    let catalogue = cx.catalogue;
    let section = Address::section;
    let all = [
        (
            "guide",
            section(Section::Guide),
            !catalogue.guides.is_empty(),
        ),
        (
            "service-description",
            section(Section::Service),
            !catalogue.services.is_empty(),
        ),
        (
            "agreements",
            section(Section::Agreements),
            !catalogue.agreements.is_empty(),
        ),
        (
            "areas",
            section(Section::Areas),
            !catalogue.areas.is_empty(),
        ),
        (
            "concepts",
            section(Section::Concepts),
            !catalogue.concepts.is_empty(),
        ),
        ("policy", policy::address(), true),
        (
            "templates",
            section(Section::Templates),
            !catalogue.templates.is_empty(),
        ),
        ("register", register::address(), true),
        ("figures", figures::address(), true),
        ("roadmap", roadmap::address(), catalogue.roadmap.is_some()),
    ];
    let there = all.into_iter().filter(|(.., there)| *there);
    let document = |(key, address, _): (&str, Address, bool)| Document {
        title: cx.t(&format!("nav-{key}")),
        text: cx.t(&format!("document-{key}")),
        url: cx.url(&address),
    };
    there.map(document).collect()
}

/// Links that belong together, below every page.
#[derive(Serialize)]
pub(super) struct Group {
    title: String,
    links: Vec<Link>,
}

/// Everything that the site has, below every page.
pub(super) fn footer(cx: &Cx<'_>) -> Vec<Group> {
    let catalogue = cx.catalogue;
    let link = |key: &str, address: &Address| Link {
        title: cx.t(key).to_owned(),
        url: cx.url(address),
    };
    let section = |section: Section| {
        link(
            &format!("nav-{}", section.key()),
            &Address::section(section),
        )
    };
    let mut entries = vec![
        Section::EventTypes,
        Section::Producers,
        Section::Consumers,
        Section::Categories,
        Section::Authorizations,
        Section::CodeLists,
    ];
    if !catalogue.templates.is_empty() {
        entries.insert(2, Section::Templates);
    }
    if !catalogue.areas.is_empty() {
        entries.push(Section::Areas);
    }
    let mut documents = Vec::new();
    if !catalogue.guides.is_empty() {
        documents.push(section(Section::Guide));
    }
    if !catalogue.services.is_empty() {
        documents.push(section(Section::Service));
    }
    if !catalogue.agreements.is_empty() {
        documents.push(section(Section::Agreements));
    }
    documents.push(section(Section::Concepts));
    documents.push(link("nav-register", &register::address()));
    documents.push(link("nav-policy", &policy::address()));
    documents.push(link("nav-codes", &codes::address()));
    let mut about: Vec<Link> = Vec::new();
    let mut slugs: Vec<&str> = catalogue.pages.iter().map(|page| &*page.slug).collect();
    slugs.dedup();
    for slug in slugs {
        about.push(Link {
            title: content::in_language(cx, slug).title.value.to_string(),
            url: cx.url(&Address::page(slug)),
        });
    }
    if catalogue.roadmap.is_some() {
        about.push(link("nav-roadmap", &roadmap::address()));
    }
    about.push(link("nav-figures", &figures::address()));
    about.push(link("nav-changes", &changes::address()));
    about.push(Link {
        title: cx.t("nav-json").to_owned(),
        url: cx.file_url(exports::INDEX),
    });
    let group = |key: &str, links: Vec<Link>| Group {
        title: cx.t(key).to_owned(),
        links,
    };
    vec![
        group(
            "footer-catalogue",
            entries.into_iter().map(section).collect(),
        ),
        group("footer-documents", documents),
        group("footer-about", about),
    ]
}
