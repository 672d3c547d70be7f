//! The other entities: a file with all of a kind, and one for each.

use super::json::Json;
use super::register::{actor, fulfilments};
use super::{API, entity_path, event_type, table_path};
use crate::model::{
    Address, Authorization, CaseArea, Category, CodeList, Concept, Consumer, Process, Producer,
    Section, Standing,
};
use crate::render::context::Cx;
use crate::render::{Kind, area};

/// Item 0 is the file with all of them; the others follow in order.
fn all_and_each(count: usize) -> Vec<(u32, u16)> {
    (0_u32..).take(count + 1).map(|item| (item, 0)).collect()
}

/// Makes a [`Kind`] of a table: its section, its name in the file with all of
/// them, its field, and what writes one.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident, $path:expr, $all_path:expr, $key:literal, $field:ident, $write:path) => {
        $(#[$doc])*
        pub(in crate::render) static $name: Kind = Kind {
            plan: |site| all_and_each(site.catalogue.$field.len()),
            per_language: false,
            path: |cx, item, _| match item.checked_sub(1) {
                None => $all_path,
                Some(at) => ($path)(&cx.catalogue.$field[at as usize].id.value),
            },
            render: |cx, item, _, out| {
                Json::document(cx, out, |json| match item.checked_sub(1) {
                    None => json.list($key, &cx.catalogue.$field, |json, it| {
                        json.object_item(|json| $write(cx, it, json));
                    }),
                    Some(at) => $write(cx, &cx.catalogue.$field[at as usize], json),
                });
                Ok(())
            },
        };
    };
}

table!(
    /// Producers.
    PRODUCERS, |id: &str| entity_path(Section::Producers, id), table_path(Section::Producers), "producers", producers, producer
);
table!(
    /// Producer processes.
    PROCESSES, |id: &str| format!("{API}/processes/{id}.json"), format!("{API}/processes.json"), "processes", processes, process
);
table!(
    /// Event categories.
    CATEGORIES, |id: &str| entity_path(Section::Categories, id), table_path(Section::Categories), "categories", categories, category
);
table!(
    /// Authorization object types.
    AUTHORIZATIONS, |id: &str| entity_path(Section::Authorizations, id), table_path(Section::Authorizations), "authorizations", authorizations, authorization
);
table!(
    /// Customer case areas.
    AREAS, |id: &str| entity_path(Section::Areas, id), table_path(Section::Areas), "areas", areas, case_area
);
table!(
    /// Consumers.
    CONSUMERS, |id: &str| entity_path(Section::Consumers, id), table_path(Section::Consumers), "consumers", consumers, consumer
);
table!(
    /// The concept model.
    CONCEPTS, |id: &str| entity_path(Section::Concepts, id), table_path(Section::Concepts), "concepts", concepts, concept
);
table!(
    /// Code lists.
    CODELISTS, |id: &str| entity_path(Section::CodeLists, id), table_path(Section::CodeLists), "codelists", codelists, codelist
);

fn page(cx: &Cx<'_>, section: Section, id: &str, json: &mut Json<'_, '_>) {
    json.text("page", &cx.absolute(&cx.url(&Address::entity(section, id))));
}

/// Whether it may be used, and since when not.
fn standing(it: Standing, json: &mut Json<'_, '_>) {
    json.text("status", it.key());
    if let Standing::Retired(day) = it {
        json.text("retired", &day.to_string());
    }
}

fn producer(cx: &Cx<'_>, it: &Producer, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::Producers, &it.id, json);
    actor(&it.actor, json);
    json.texts(
        "processes",
        it.processes()
            .iter()
            .map(|process| &*cx.catalogue.get(process).id.value),
    );
}

fn consumer(cx: &Cx<'_>, it: &Consumer, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::Consumers, &it.id, json);
    actor(&it.actor, json);
    json.texts(
        "eventTypes",
        it.event_types.iter().map(|prefix| &*prefix.value),
    );
    fulfilments(it, json);
}

fn process(cx: &Cx<'_>, it: &Process, json: &mut Json<'_, '_>) {
    let id = |process: &crate::model::Ref<Process>| &*cx.catalogue.get(process).id.value;
    json.text("id", &it.id);
    page(cx, Section::Producers, &it.id, json);
    standing(it.standing, json);
    json.text("producer", it.producer_id());
    if let Some(adopted) = &it.adopted {
        super::templates::adopts(cx.catalogue.get(&adopted.template), adopted, json);
    }
    json.local("title", &it.title);
    json.local("description", &it.description);
    json.some_text("parent", it.parent.as_ref().map(id));
    json.texts("parts", it.children().iter().map(id));
    json.texts("follows", it.follows.iter().map(id));
    json.texts("followedBy", it.followers().iter().map(id));
    json.list("legalBasis", &it.legal_basis, |json, basis| {
        json.object_item(|json| {
            json.local("title", &basis.title);
            json.some_text("url", basis.url.as_deref());
        });
    });
    json.list("states", &it.states, |json, state| {
        json.object_item(|json| {
            json.text("id", &state.id.value);
            json.local("title", &state.title);
            json.plain("end", state.end);
            json.plain("customerActs", state.customer_acts);
        });
    });
    let state = |at: u16| &*it.states[usize::from(at)].id.value;
    json.list("transitions", &it.transitions, |json, step| {
        json.object_item(|json| {
            json.text("event", &cx.catalogue.get(&step.event).id);
            json.texts("from", step.from.iter().map(|at| state(*at)));
            json.text("to", state(step.to));
        });
    });
    json.texts(
        "eventTypes",
        it.event_types()
            .iter()
            .map(|own| &*cx.catalogue.get(own).id.value),
    );
}

fn category(cx: &Cx<'_>, it: &Category, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::Categories, &it.id, json);
    standing(it.standing, json);
    json.plain("order", it.order);
    json.local("title", &it.title);
    json.local("description", &it.description);
}

fn authorization(cx: &Cx<'_>, it: &Authorization, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::Authorizations, &it.id, json);
    standing(it.standing, json);
    json.plain("order", it.order);
    json.text("kind", it.kind.key());
    json.text("customer", it.customer.key());
    json.local("title", &it.title);
    json.local("description", &it.description);
    json.texts(
        "includes",
        it.includes
            .iter()
            .map(|other| &*cx.catalogue.get(other).id.value),
    );
}

fn case_area(cx: &Cx<'_>, it: &CaseArea, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::Areas, &it.id, json);
    json.local("title", &it.title);
    json.local("description", &it.description);
    steps(cx, it, None, json);
    json.texts("processes", area::prefixes(cx, it));
    json.json("question", &area::question(cx, it));
}

/// The steps that are parts of a step, each with its own; or the outermost ones.
fn steps(cx: &Cx<'_>, it: &CaseArea, of: Option<usize>, json: &mut Json<'_, '_>) {
    json.list("steps", it.parts(of), |json, at| {
        let step = &it.steps[at];
        json.object_item(|json| {
            json.text("id", &step.id);
            json.local("title", &step.title);
            json.local("description", &step.description);
            json.local("sees", &step.sees);
            let processes = step.processes.iter();
            json.texts(
                "processes",
                processes.map(|process| &*cx.catalogue.get(process).id.value),
            );
            let after = step.after.iter();
            json.texts("after", after.map(|other| &*it.steps[other.value].id.value));
            steps(cx, it, Some(at), json);
        });
    });
}

fn codelist(cx: &Cx<'_>, it: &CodeList, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::CodeLists, &it.id, json);
    standing(it.standing, json);
    json.local("title", &it.title);
    json.local("description", &it.description);
    event_type::code_values("values", &it.values, json);
}

fn concept(cx: &Cx<'_>, it: &Concept, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    page(cx, Section::Concepts, &it.id, json);
    json.text("area", it.area.key());
    json.local("term", &it.term);
    let config = cx.catalogue.config();
    json.object("alternativeTerms", |json| {
        for (lang, terms) in config
            .langs()
            .zip(&it.alternatives)
            .filter(|(_, terms)| !terms.is_empty())
        {
            json.texts(config.code(lang), terms.iter().map(|term| &*term.value));
        }
    });
    json.local("definition", &it.definition);
    json.some_local("notes", it.notes.as_ref());
    json.list("examples", &it.examples, Json::local_item);
    json.some_local("source", it.source.as_ref());
    json.list("relations", &it.relations, |json, relation| {
        json.object_item(|json| {
            json.text("type", relation.kind.key());
            json.text("to", &cx.catalogue.get(&relation.to).id);
            json.some_local("label", relation.label.as_ref());
        });
    });
}
