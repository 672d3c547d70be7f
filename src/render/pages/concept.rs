//! A concept of the concept model.

use super::concept_diagrams::area_id;
use super::concept_graph::{html, neighbourhood};
use super::frame::{Frame, Link, Page, render};
use crate::model::term::without_brackets;
use crate::model::{Address, Concept, RelationKind, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports, term};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.concepts.len()),
    per_language: true,
    path: |cx, item, _| {
        cx.page_path(&Address::entity(
            Section::Concepts,
            &cx.catalogue.concepts[item as usize].id,
        ))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.concepts[item as usize];
        let term = cx.text(&it.term);
        let address = Address::entity(Section::Concepts, &it.id);
        let definition = without_brackets(cx.text(&it.definition));
        let description = format!("{term}: {definition}");
        let frame = Frame::new(*cx, "concept", &address, term, &description)
            .section(Section::Concepts)
            .crumb(term, &address)
            .json(&exports::entity_path(Section::Concepts, &it.id));
        let config = cx.catalogue.config();
        let others = config
            .langs()
            .filter(|lang| *lang != cx.lang && it.term.has(*lang));
        let alternatives = it
            .alternatives
            .get(cx.lang.index())
            .map_or(&[][..], |terms| terms);
        let context = Context {
            page: frame.done(),
            concept: Facts {
                id: &it.id,
                term,
                translations: others
                    .map(|lang| Translation {
                        lang: config.code(lang),
                        term: it.term.get(lang),
                    })
                    .collect(),
                alternatives: alternatives.iter().map(|term| &*term.value).collect(),
                definition_html: term::to_html(cx, cx.text(&it.definition)),
                notes_html: it.notes.as_ref().map(|notes| cx.markdown(notes)),
                examples: it.examples.iter().map(|example| cx.text(example)).collect(),
                source: it.source.as_ref().map(|source| cx.text(source)),
                relations: relations(cx, it, item),
                area: Link {
                    title: cx.t(&format!("area-{}", it.area.key())).to_owned(),
                    url: format!("{}#{}", cx.url(&Address::diagrams()), area_id(it.area)),
                },
                diagram_html: neighbourhood(cx, item).map(|graph| {
                    let title = cx.t("section-neighbours");
                    let text = cx.fill("diagram-concept-text", &[("term", term)]);
                    html(cx, &graph, "neighbours", title, &text)
                }),
            },
            uses: uses(cx, item),
        };
        render(cx, "concept.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    concept: Facts<'s>,
    uses: Vec<UsedIn<'s>>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    term: &'s str,
    translations: Vec<Translation<'s>>,
    alternatives: Vec<&'s str>,
    definition_html: String,
    notes_html: Option<String>,
    examples: Vec<&'s str>,
    source: Option<&'s str>,
    relations: Vec<RelationRow<'s>>,
    area: Link,
    diagram_html: Option<String>,
}

#[derive(Serialize)]
struct Translation<'s> {
    lang: &'s str,
    term: &'s str,
}

#[derive(Serialize)]
struct RelationRow<'s> {
    kind_label: &'s str,
    label: Option<&'s str>,
    concepts: Vec<Link>,
}

/// How many pages of a kind are named; more would be a search of its own.
const USES: usize = 60;

/// The pages of a kind on which a concept is used.
#[derive(Serialize)]
struct UsedIn<'s> {
    kind_label: &'s str,
    pages: Vec<Link>,
    /// How many more there are than are named.
    more: usize,
}

fn uses<'s>(cx: &Cx<'s>, item: u32) -> Vec<UsedIn<'s>> {
    let by_kind = cx.site.uses.of(item).chunk_by(|a, b| a.kind() == b.kind());
    let group = |places: &[crate::render::uses::Place]| UsedIn {
        kind_label: cx.t(places[0].kind()),
        pages: places
            .iter()
            .take(USES)
            .map(|place| {
                let (title, url) = place.link(cx);
                Link { title, url }
            })
            .collect(),
        more: places.len().saturating_sub(USES),
    };
    by_kind.map(group).collect()
}

/// The relations of a concept, its own and those that others have to it, with
/// the concepts of each kind together. An associative relation that both
/// concepts state is shown once.
fn relations<'s>(cx: &Cx<'s>, concept: &'s Concept, item: u32) -> Vec<RelationRow<'s>> {
    let mut rows: Vec<(&'static str, Option<&'s str>, Vec<u32>)> = Vec::new();
    let mut add = |key: &'static str, label: Option<&'s str>, other: u32| match rows
        .iter_mut()
        .find(|(own, words, _)| *own == key && *words == label)
    {
        Some((_, _, others)) if !others.contains(&other) => others.push(other),
        Some(_) => {}
        None => rows.push((key, label, vec![other])),
    };
    for relation in &concept.relations {
        let key = match relation.kind {
            RelationKind::Generic => "relation-generic",
            RelationKind::Partitive => "relation-partitive",
            RelationKind::Associative => "relation-associative",
        };
        add(
            key,
            relation.label.as_ref().map(|label| cx.text(label)),
            relation.to.index,
        );
    }
    for (at, other) in (0_u32..).zip(&cx.catalogue.concepts) {
        for relation in other
            .relations
            .iter()
            .filter(|relation| relation.to.index == item)
        {
            let key = match relation.kind {
                RelationKind::Generic => "relation-generic-inverse",
                RelationKind::Partitive => "relation-partitive-inverse",
                RelationKind::Associative => {
                    if concept
                        .relations
                        .iter()
                        .any(|own| own.to.index == at && own.kind == relation.kind)
                    {
                        continue;
                    }
                    "relation-associative"
                }
            };
            add(key, None, at);
        }
    }
    rows.sort_by_key(|(key, ..)| *key);
    let link = |at: &u32| {
        let it = &cx.catalogue.concepts[*at as usize];
        Link {
            title: cx.text(&it.term).to_owned(),
            url: cx.url(&Address::entity(Section::Concepts, &it.id)),
        }
    };
    let row = |(key, label, others): (&'static str, Option<&'s str>, Vec<u32>)| RelationRow {
        kind_label: cx.t(key),
        label,
        concepts: others.iter().map(link).collect(),
    };
    rows.into_iter().map(row).collect()
}
