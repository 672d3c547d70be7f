//! ## What it checks
//!
//! Every text exists in every language of the site. In a draft, a missing translation is only a
//! warning.
//!
//! ## Why
//!
//! The catalogue is read in Swedish and in English. A page that is half
//! translated can't be trusted in either language.
//!
//! ## Fails
//!
//! ```yaml
//! title: { sv: Beslut fattat }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## How to fix
//!
//! Write the text in the language that is missing. If you can't translate it yourself, leave the
//! version a draft and ask for help in the pull request.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje text finns på alla webbplatsens språk. I ett utkast är en saknad
//! översättning bara en varning.
//!
//! ## Varför
//!
//! Katalogen läses på svenska och engelska. En halvt översatt sida går inte att
//! lita på, på något av språken.
//!
//! ## Fel
//!
//! ```yaml
//! title: { sv: Beslut fattat }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## Så rättar du
//!
//! Skriv texten på språket som saknas. Kan du inte översätta själv: låt versionen vara utkast och
//! be om hjälp i ändringsförslaget.

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{
    Actor, AgreementEdition, Attribute, CodeValue, Config, EventType, FieldKind, Lang, LocalText,
    OPENING_TEXT, Page, Status, Type, Version,
};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        let severity = match version.status {
            Status::Draft => Severity::Warning,
            _ => Severity::Error,
        };
        let help = match severity {
            Severity::Warning => Help::Write,
            Severity::Error => Help::OrDraft,
        };
        texts_of_version(version, &mut |text| {
            report(tables, text, severity, help, out);
        });
    }
}

pub(in crate::check) fn check_common(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let mut visit = |text: &LocalText| {
        report(tables, text, Severity::Error, Help::Write, out);
    };
    if let Some(config) = &tables.config {
        [&config.title, &config.description, &config.publisher]
            .into_iter()
            .for_each(&mut visit);
        config.notice.iter().for_each(&mut visit);
    }
    for it in &tables.categories {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
    }
    for it in &tables.authorizations {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
    }
    for it in &tables.codelists {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
        texts_of_codes(&it.values, &mut visit);
    }
    for it in &tables.requirements {
        [&it.title, &it.description, &it.evidence]
            .into_iter()
            .for_each(&mut visit);
    }
    let fulfilled = tables.consumers.iter().flat_map(|it| &it.requirements);
    fulfilled.for_each(|it| visit(&it.evidence));
    for it in &tables.concepts {
        [&it.term, &it.definition]
            .into_iter()
            .chain(&it.notes)
            .chain(&it.source)
            .for_each(&mut visit);
        it.examples.iter().for_each(&mut visit);
        it.relations
            .iter()
            .filter_map(|relation| relation.label.as_ref())
            .for_each(&mut visit);
    }
    let actors = tables.producers.iter().map(|it| &it.actor);
    for Actor {
        name,
        description,
        contact_function,
        ..
    } in actors.chain(tables.consumers.iter().map(|it| &it.actor))
    {
        [name, description, contact_function]
            .into_iter()
            .for_each(&mut visit);
    }
    for it in &tables.processes {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
        it.legal_basis
            .iter()
            .map(|basis| &basis.title)
            .for_each(&mut visit);
        it.states
            .iter()
            .map(|state| &state.title)
            .for_each(&mut visit);
    }
    for it in &tables.templates {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
        let basis = it.legal_basis.iter().map(|basis| &basis.title);
        let states = it.states.iter().map(|state| &state.title);
        let changes = it.versions.iter().filter_map(|it| it.changes.as_ref());
        basis.chain(states).chain(changes).for_each(&mut visit);
    }
    for it in &tables.areas {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
        it.steps
            .iter()
            .flat_map(|step| [&step.title, &step.description, &step.sees])
            .for_each(&mut visit);
    }
    for it in &tables.customers {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
    }
    if let Some(it) = &tables.roadmap {
        [&it.title, &it.description]
            .into_iter()
            .for_each(&mut visit);
        for period in &it.periods {
            [&period.when, &period.title, &period.description]
                .into_iter()
                .for_each(&mut visit);
            for item in &period.items {
                visit(&item.text);
                item.note.iter().for_each(&mut visit);
                item.links.iter().for_each(|link| visit(&link.title));
            }
        }
    }
    for it in &tables.guides {
        it.edition.changes.iter().for_each(&mut visit);
    }
    pages(tables, out);
    for agreement in &tables.agreements {
        for edition in &agreement.editions {
            of_agreement(tables, &agreement.name, edition, out);
        }
    }
}

/// Texts of an agreement's version that are missing in a language.
fn of_agreement(tables: &Tables, name: &str, it: &AgreementEdition, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    let severity = match it.edition.draft {
        true => Severity::Warning,
        false => Severity::Error,
    };
    let choices = it.fields.iter().flat_map(|field| match &field.kind {
        FieldKind::Choice(choices) => &choices[..],
        _ => &[],
    });
    let labels = it.fields.iter().flat_map(|it| [&it.label, &it.description]);
    let changes = it.edition.changes.iter();
    for text in labels.chain(choices.map(|it| &it.label)).chain(changes) {
        report(tables, text, severity, Help::Write, out);
    }
    let first = it.text(Lang::FIRST);
    for lang in config.langs() {
        let (code, number) = (config.code(lang), it.edition.number);
        let path = format!("content/{code}/agreements/{name}/{number}.md");
        let there = it.texts.get(lang.index()).is_some_and(Option::is_some);
        if there || tables.broken.contains(&path) {
            continue;
        }
        out.push(
            Diagnostic::new(
                "K0302",
                first.title.span,
                say!(
                    "avtalet finns inte på `{code}`",
                    "the agreement doesn't exist in `{code}`"
                ),
            )
            .severity(severity)
            .help(say!("skriv filen {path}", "write the file {path}")),
        );
    }
}

/// Pages of text that are missing in a language.
fn pages(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    for page in &tables.pages {
        // A page that only the second language has is told of once, from there.
        let first = tables.pages.iter().find(|other| other.slug == page.slug);
        if first.is_some_and(|first| first.lang != page.lang) {
            continue;
        }
        let own = tables.pages.iter().filter(|it| it.slug == page.slug);
        let there: Vec<Lang> = own.map(|it| it.lang).collect();
        let path = |code: &str| format!("content/{code}/pages/{}.md", page.slug);
        untranslated(tables, config, page, page.draft, &there, path, out);
    }
    for guide in &tables.guides {
        let number = guide.edition.number;
        let chapters = guide.chapters.iter().map(|it| (&*it.slug, &it.texts));
        for (name, texts) in chapters.chain([(OPENING_TEXT, &guide.intro)]) {
            let all = texts.0.iter().flatten();
            let there: Vec<Lang> = all.clone().map(|it| it.lang).collect();
            let path = |code: &str| format!("content/{code}/guide/{number}/{name}.md");
            for page in all.take(1) {
                untranslated(tables, config, page, guide.edition.draft, &there, path, out);
            }
        }
    }
}

/// Tells of the languages that a page isn't in. `path` gives the file for a language.
fn untranslated(
    tables: &Tables,
    config: &Config,
    page: &Page,
    draft: bool,
    there: &[Lang],
    path: impl Fn(&str) -> String,
    out: &mut Vec<Diagnostic>,
) {
    for lang in config.langs().filter(|lang| !there.contains(lang)) {
        let code = config.code(lang);
        let path = path(code);
        // Its file is there but broken, which has been told of.
        if tables.broken.contains(&path) {
            continue;
        }
        let message = say!(
            "sidan finns inte på `{code}`",
            "the page doesn't exist in `{code}`"
        );
        let finding = Diagnostic::new("K0302", page.title.span, message)
            .help(say!("skriv filen {path}", "write the file {path}"));
        out.push(match draft {
            true => finding.severity(Severity::Warning),
            false => finding,
        });
    }
}

fn texts_of_version(version: &Version, visit: &mut dyn FnMut(&LocalText)) {
    [&version.title, &version.description]
        .into_iter()
        .for_each(&mut *visit);
    for text in [&version.advice, &version.changes, &version.migration]
        .into_iter()
        .flatten()
    {
        visit(text);
    }
    for attribute in version.attributes.iter().chain(version.references.iter()) {
        texts_of_attribute(attribute, visit);
    }
    version
        .examples
        .iter()
        .map(|example| &example.title)
        .for_each(&mut *visit);
}

fn texts_of_attribute(attribute: &Attribute, visit: &mut dyn FnMut(&LocalText)) {
    visit(&attribute.description);
    texts_of_type(&attribute.ty, visit);
}

fn texts_of_type(ty: &Type, visit: &mut dyn FnMut(&LocalText)) {
    match ty {
        Type::Code(codes) => texts_of_codes(&codes.values, visit),
        Type::Object(attributes) => {
            attributes
                .iter()
                .for_each(|attribute| texts_of_attribute(attribute, visit));
        }
        Type::Array { items, .. } => texts_of_type(items, visit),
        _ => {}
    }
}

fn texts_of_codes(values: &[CodeValue], visit: &mut dyn FnMut(&LocalText)) {
    for value in values {
        visit(&value.title);
        value.description.iter().for_each(&mut *visit);
    }
}

/// What can be done about a text that is missing.
#[derive(Clone, Copy)]
enum Help {
    /// Write it.
    Write,
    /// Write it, or leave the version unpublished.
    OrDraft,
}

fn report(
    tables: &Tables,
    text: &LocalText,
    severity: Severity,
    help: Help,
    out: &mut Vec<Diagnostic>,
) {
    let Some(config) = &tables.config else { return };
    for lang in config.langs().filter(|lang| !text.has(*lang)) {
        let code = config.code(lang);
        let help = match help {
            Help::Write => say!("lägg till `{code}: …`", "add `{code}: …`"),
            Help::OrDraft => say!(
                "lägg till `{code}: …`; kan du inte översätta, låt versionen vara `draft`",
                "add `{code}: …`; if you can't translate, leave the version a `draft`"
            ),
        };
        out.push(
            Diagnostic::new(
                "K0302",
                text.span,
                say!(
                    "texten saknas på språket `{code}`",
                    "the text is missing in the language `{code}`"
                ),
            )
            .severity(severity)
            .help(help),
        );
    }
}
