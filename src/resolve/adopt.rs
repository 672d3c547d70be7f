//! Templates adopted: a process that follows one becomes a process like any other,
//! with event types of its own.

use super::adopt_problems::{check_overrides, clash, no_template, no_version};
use crate::diagnostic::Diagnostic;
use crate::load::Documents;
use crate::model::{
    Adoption, Attribute, Entity as _, EventType, Example, FromTemplate, Lang, Lock, Override,
    PREFIX_PLACE, PRODUCER_PLACE, Process, Ref, Standing, Status, Template, TemplateVersion,
    Transition, Version, begins, reached,
};
use crate::source::{Span, Spanned};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Makes processes and event types of what is adopted.
pub(super) fn adopt(documents: &mut Documents, findings: &mut Vec<Diagnostic>) {
    let adoptions = std::mem::take(&mut documents.adoptions);
    let adopting: HashSet<&str> = adoptions.iter().map(|it| &*it.id.value).collect();
    let in_adopted = documents.event_types.iter();
    let in_adopted = in_adopted.filter(|it| adopting.contains(&*it.process.name));
    let own: HashMap<String, Span> = in_adopted
        .map(|it| (it.id().to_owned(), it.id.span))
        .collect();
    drop(adopting);
    let (mut processes, mut event_types) = (Vec::new(), Vec::new());
    // A file that can't be read may be one that follows a template.
    let mut broken: Vec<String> = locked(documents)
        .filter(|id| documents.broken.iter().any(|name| is_in(id, name)))
        .map(str::to_owned)
        .collect();
    for mut adoption in adoptions {
        let Some(chosen) = choose(documents, &mut adoption, findings) else {
            // What it would have had isn't missing: its template is.
            let own = locked(documents).filter(|id| is_in(id, &adoption.id.value));
            broken.extend(own.map(str::to_owned));
            broken.push(adoption.id.value.to_string());
            continue;
        };
        let template = chosen.template;
        let unreadable = format!("{PREFIX_PLACE}.{}.", template.id.value);
        let names = documents.broken.iter();
        let names = names.filter_map(|name| name.strip_prefix(&unreadable));
        broken.extend(names.map(|event| format!("{}.{event}", adoption.id.value)));
        check_overrides(template, &adoption, findings);
        let maker = Maker::new(documents, &adoption, &chosen);
        let mut kept = HashSet::new();
        for (at, event) in (0_u32..).zip(&template.event_types) {
            let Some(made) = maker.event_type(event, at) else {
                continue;
            };
            kept.insert(event.short());
            match own.get(made.id()) {
                Some(span) => findings.push(clash(&made, *span, &adoption)),
                None => event_types.push(made),
            }
        }
        processes.push(process(template, adoption, &kept));
    }
    documents.processes.append(&mut processes);
    documents.event_types.append(&mut event_types);
    documents.broken.append(&mut broken);
}

/// The event types that producers have locked, once for each version.
fn locked(documents: &Documents) -> impl Iterator<Item = &str> {
    let lines = documents.locks.iter().flat_map(|lock| &lock.lines);
    lines.map(|line| &*line.id.value)
}

/// Whether an event type has the id of one of a process's.
fn is_in(id: &str, process: &str) -> bool {
    let rest = id.strip_prefix(process);
    process.contains('.') && rest.is_some_and(|rest| rest.starts_with('.'))
}

/// The template that a process follows, and its versions within the range that the
/// producer has followed, newest first.
struct Chosen<'t> {
    at: u32,
    template: &'t Template,
    versions: Vec<&'t TemplateVersion>,
}

/// Finds the template and the version that is followed now.
fn choose<'t>(
    documents: &'t Documents,
    adoption: &mut Adoption,
    findings: &mut Vec<Diagnostic>,
) -> Option<Chosen<'t>> {
    let adopted = &mut adoption.adopted;
    let (name, span) = (&adopted.template.name, adopted.template.span);
    let found = documents.templates.iter().zip(0_u32..);
    let Some((template, at)) = found.clone().find(|(it, _)| it.id() == &**name) else {
        let path = format!("catalogue/common/templates/{name}/template.yaml");
        if !documents.broken.contains(&path) {
            let names: Vec<&str> = found.map(|(it, _)| it.id()).collect();
            findings.push(no_template(name, &names, span));
        }
        return None;
    };
    adopted.template.index = at;
    let published = template.versions.iter().zip(0_u32..);
    let published = published.filter(|(it, _)| it.is_published());
    let in_range = published
        .clone()
        .filter(|(it, _)| adopted.range.value.matches(&it.number.value));
    let in_range: Vec<(&TemplateVersion, u32)> = in_range.collect();
    let Some((_, newest)) = in_range.first() else {
        let all = published.map(|(it, _)| it.number.value.to_string());
        findings.push(no_version(
            template,
            &all.collect::<Vec<_>>(),
            &adopted.range,
        ));
        return None;
    };
    adopted.version = *newest;
    // What was in use on the first day, and all that has come since.
    let since = adopted.since.value;
    let is_older = |(it, _): &&(&TemplateVersion, u32)| {
        it.published.as_ref().is_some_and(|day| day.value <= since)
    };
    let first = in_range.iter().position(|it| is_older(&it));
    let versions = in_range
        .iter()
        .take(first.map_or(in_range.len(), |at| at + 1));
    Some(Chosen {
        at,
        template,
        versions: versions.map(|(it, _)| *it).collect(),
    })
}

/// The process itself: the template's, with the producer's own texts.
fn process(template: &Template, adoption: Adoption, kept: &HashSet<&str>) -> Process {
    let producer = adoption.id.split('.').next().unwrap_or("").into();
    let steps = template.transitions.iter().filter_map(|it| {
        let short = it.event.name.splitn(3, '.').nth(2)?;
        kept.contains(short).then_some((short, it))
    });
    let steps: Vec<(&str, &Transition)> = steps.collect();
    // A state that only left-out event types lead to is left out with them.
    let own: Vec<&Transition> = steps.iter().map(|(_, it)| *it).collect();
    let reached = reached(template.states.len(), &own, begins(&own), |from, to| {
        (from, to)
    });
    let used = (0_u16..).zip(reached).filter(|(_, reached)| *reached);
    let used: Vec<u16> = used.map(|(at, _)| at).collect();
    let now = |at: u16| {
        used.iter()
            .position(|it| *it == at)
            .and_then(|at| u16::try_from(at).ok())
    };
    let transitions = steps.iter().filter_map(|(short, it)| {
        let from: Box<[u16]> = it.from.iter().filter_map(|at| now(*at)).collect();
        if from.is_empty() && !it.from.is_empty() {
            return None;
        }
        let event = format!("{}.{short}", adoption.id.value);
        Some(Transition {
            event: Ref::new(event.into(), it.event.span),
            from,
            to: now(it.to)?,
            span: it.span,
        })
    });
    let transitions = transitions.collect();
    let states = used
        .iter()
        .filter_map(|at| template.states.get(usize::from(*at)));
    Process {
        producer: Ref::new(producer, adoption.id.span),
        standing: adoption.standing,
        title: adoption.title.unwrap_or_else(|| template.title.clone()),
        description: adoption
            .description
            .unwrap_or_else(|| template.description.clone()),
        parent: adoption.parent,
        follows: adoption.follows,
        legal_basis: adoption
            .legal_basis
            .unwrap_or_else(|| template.legal_basis.clone()),
        states: states.cloned().collect(),
        transitions,
        event_types: Vec::new(),
        children: Vec::new(),
        followers: Vec::new(),
        adopted: Some(Box::new(adoption.adopted)),
        id: adoption.id,
    }
}

/// Makes the event types of one adopting process.
struct Maker<'a> {
    adoption: &'a Adoption,
    chosen: &'a Chosen<'a>,
    prefix: &'a str,
    /// The producer's name as it stands within a JSON text.
    name: String,
    lock: Option<&'a Lock>,
}

impl<'a> Maker<'a> {
    fn new(documents: &'a Documents, adoption: &'a Adoption, chosen: &'a Chosen<'a>) -> Self {
        let prefix = adoption.id.split('.').next().unwrap_or("");
        let producers = &documents.producers;
        let producer = producers.binary_search_by(|it| it.id().cmp(prefix)).ok();
        let name = producer.map_or(prefix, |at| producers[at].actor.name.get(Lang::FIRST));
        let quoted = serde_json::Value::from(name).to_string();
        Self {
            adoption,
            chosen,
            prefix,
            name: unquoted(&quoted).to_owned(),
            lock: documents
                .locks
                .iter()
                .find(|lock| *lock.producer == *prefix),
        }
    }

    /// An event type with those of its versions that the producer has or had;
    /// nothing when it has none.
    fn event_type(&self, event: &EventType, at: u32) -> Option<EventType> {
        let short = event.short();
        let id = format!("{}.{short}", self.adoption.id.value);
        let pinned = self.chosen.versions.iter();
        let pinned: Vec<_> = pinned.filter_map(|it| it.version_of(short)).collect();
        let versions = event.versions.iter().filter_map(|version| {
            let number = &version.number.value;
            let line = self.lock.and_then(|lock| lock.line(&id, number));
            let is_there = line.is_some() || pinned.contains(&number);
            is_there.then(|| self.version(version, short, line.map(|line| line.date)))
        });
        let versions: Box<[Version]> = versions.collect();
        let span = self.adoption.adopted.span;
        let process = &self.adoption.id.value;
        (!versions.is_empty()).then(|| EventType {
            id: Spanned::new(id.into(), span),
            process: Ref::new(process.clone(), span),
            versions,
            adopted: Some(FromTemplate {
                template: self.chosen.at,
                event: at,
            }),
        })
    }

    fn version(&self, from: &Version, short: &str, locked: Option<jiff::civil::Date>) -> Version {
        let adopted = &self.adoption.adopted;
        let mut version = from.clone();
        // What is said of the version as a whole is for the producer to see.
        version.span = adopted.span;
        version.status_span = adopted.span;
        version.number.span = adopted.span;
        if let Some(published) = &mut version.published {
            published.value = locked.unwrap_or_else(|| published.value.max(adopted.since.value));
        }
        if self.adoption.standing == Standing::Draft && locked.is_none() {
            version.status = Status::Draft;
            let days = [
                &mut version.published,
                &mut version.deprecated,
                &mut version.sunset,
                &mut version.retired,
            ];
            days.into_iter().for_each(|day| *day = None);
        }
        if let Some(other) = &mut version.replaced_by {
            other.name = other.name.replace(PREFIX_PLACE, self.prefix).into();
        }
        let number = version.number.value.clone();
        let own = adopted.overrides.iter();
        for own in own.filter(|it| it.applies(short, &number)) {
            take_own(&mut version, own);
        }
        for example in &mut version.examples {
            *example = self.example(example);
        }
        version
    }

    /// An example of the template with the producer's prefix and name put in.
    fn example(&self, from: &Example) -> Example {
        let text = from.json.replace(PREFIX_PLACE, self.prefix);
        let mut json = String::with_capacity(text.len());
        let mut named = Vec::new();
        for (at, piece) in text.split(PRODUCER_PLACE).enumerate() {
            if at > 0 {
                let from = u32::try_from(json.len()).unwrap_or(u32::MAX);
                json.push_str(&self.name);
                named.push((from, u32::try_from(json.len()).unwrap_or(u32::MAX)));
            }
            json.push_str(piece);
        }
        Example {
            json: json.into(),
            title: from.title.clone(),
            spans: Arc::clone(&from.spans),
            file: from.file,
            named: named.into(),
        }
    }
}

/// What stands between the quotation marks of a JSON text.
fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inner.unwrap_or(text)
}

/// Puts the producer's own texts in place of the template's.
fn take_own(version: &mut Version, own: &Override) {
    if let Some(title) = &own.title {
        version.title = title.clone();
    }
    if let Some(description) = &own.description {
        version.description = description.clone();
    }
    if !own.tags.is_empty() {
        let new = own.tags.iter();
        let new = new.filter(|tag| !version.tags.iter().any(|it| it.value == tag.value));
        version.tags = version.tags.iter().chain(new).cloned().collect();
    }
    for (all, own) in [
        (&mut version.attributes, &own.attributes),
        (&mut version.references, &own.references),
    ] {
        for (name, description) in own {
            let mut changed: Vec<Attribute> = all.to_vec();
            for it in changed.iter_mut().filter(|it| it.name.value == name.value) {
                it.description = description.clone();
            }
            *all = changed.into();
        }
    }
    if let Some(examples) = &own.examples {
        version.examples = examples.iter().cloned().collect();
    }
}
