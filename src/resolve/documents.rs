//! Documents put together from the files of their versions, and terms in texts.

use super::tables::Tables;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::term::{TermUse, folded};
use crate::model::{
    Chapter, Concept, Config, EditionNumber, Guide, GuideText, Lang, OPENING_TEXT, Page, Service,
    Texts,
};
use crate::say;
use crate::source::{Span, Spanned};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Puts the versions of the guide together, oldest first. `broken` holds the
/// paths of files that are there but could not be read.
pub(super) fn guides(
    texts: Vec<GuideText>,
    config: Option<&Config>,
    broken: &[String],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Guide> {
    let Some(config) = config else {
        return Vec::new();
    };
    let mut versions: BTreeMap<EditionNumber, Vec<GuideText>> = BTreeMap::new();
    for text in texts {
        versions.entry(text.number).or_default().push(text);
    }
    let of = |(number, texts)| guide(number, texts, config, broken, findings);
    versions.into_iter().filter_map(of).collect()
}

fn guide(
    number: EditionNumber,
    texts: Vec<GuideText>,
    config: &Config,
    broken: &[String],
    findings: &mut Vec<Diagnostic>,
) -> Option<Guide> {
    let mut head = None;
    let mut by_name: BTreeMap<Box<str>, Texts> = BTreeMap::new();
    for text in texts {
        head = head.or(text.head);
        let lang = text.page.lang.index();
        let all = by_name
            .entry(text.page.slug.clone())
            .or_insert_with(|| Texts(config.langs().map(|_| None).collect()));
        if let Some(place) = all.0.get_mut(lang) {
            *place = Some(text.page);
        }
    }
    let first = config.code(Lang::FIRST);
    let path = |name: &str| format!("content/{first}/guide/{number}/{name}.md");
    let Some(head) = head else {
        let opening = path(OPENING_TEXT);
        if let Some(page) = first_page(&by_name)
            && !broken.contains(&opening)
        {
            findings.push(no_opening(number, page, &opening));
        }
        return None;
    };
    let intro = by_name.remove(OPENING_TEXT)?;
    let mut chapters = Vec::new();
    let mut listed = HashSet::new();
    for name in &head.chapters {
        listed.insert(&*name.value);
        match by_name.remove(&name.value) {
            Some(texts) => chapters.push(Chapter {
                slug: name.value.clone(),
                texts,
            }),
            None => {
                let file = path(&name.value);
                if !broken.contains(&file) {
                    let names = by_name.keys().map(|name| &**name);
                    findings.push(no_chapter(&name.value, name.span, &file, names));
                }
            }
        }
    }
    for (name, texts) in &by_name {
        // A misspelt name in the list has been told of, with this one as what was meant.
        let meant = |listed: &&str| nearest(listed, [&**name]).is_some();
        if listed.iter().any(meant) {
            continue;
        }
        if let Some(page) = texts.0.iter().flatten().next() {
            findings.push(unlisted(name, page, &path(OPENING_TEXT)));
        }
    }
    Some(Guide {
        edition: head.edition,
        intro,
        chapters: chapters.into(),
    })
}

fn first_page(by_name: &BTreeMap<Box<str>, Texts>) -> Option<&Page> {
    by_name
        .values()
        .flat_map(|texts| texts.0.iter())
        .flatten()
        .next()
}

fn no_opening(number: EditionNumber, page: &Page, opening: &str) -> Diagnostic {
    Diagnostic::new(
        "K0201",
        Span::start_of(page.file),
        say!(
            "version {number} av guiden har ingen inledning, som säger vilka kapitel den har",
            "version {number} of the guide has no opening text, which says what chapters it has"
        ),
    )
    .help(say!(
        "skriv filen {opening} med `title`, `description`, `version`, `status` och `chapters`",
        "write the file {opening} with `title`, `description`, `version`, `status` and `chapters`"
    ))
}

fn no_chapter<'n>(
    name: &str,
    span: Span,
    file: &str,
    others: impl Iterator<Item = &'n str>,
) -> Diagnostic {
    let help = match nearest(name, others) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => say!(
            "skriv filen {file}, eller ta bort kapitlet ur listan",
            "write the file {file}, or remove the chapter from the list"
        ),
    };
    let message = say!(
        "kapitlet `{name}` har ingen fil",
        "the chapter `{name}` has no file"
    );
    Diagnostic::new("K0201", span, message).help(help)
}

fn unlisted(name: &str, page: &Page, opening: &str) -> Diagnostic {
    Diagnostic::new(
        "K0206",
        page.title.span,
        say!(
            "kapitlet `{name}` finns inte i guidens lista över kapitel",
            "the chapter `{name}` isn't in the guide's list of chapters"
        ),
    )
    .help(say!(
        "lägg till `{name}` under `chapters` i {opening}, eller ta bort filen",
        "add `{name}` under `chapters` in {opening}, or remove the file"
    ))
}

/// The schema that a block of attributes names.
pub(super) fn schema(
    services: &[Service],
    broken: &[String],
    schema: &Spanned<Box<str>>,
    version: &Spanned<EditionNumber>,
) -> Result<(), Box<Diagnostic>> {
    let number = version.value;
    let Some(service) = services.iter().find(|it| it.number.value == number) else {
        if broken.iter().any(|name| *name == number.to_string()) {
            return Ok(());
        }
        let all: Vec<String> = services.iter().map(|it| it.number.to_string()).collect();
        let all = all.join(", ");
        let message = say!(
            "tjänstebeskrivningen har ingen version {number}",
            "the service description has no version {number}"
        );
        let help = match services {
            [] => say!(
                "lägg till filen content/api/{number}/openapi.yaml, eller ta bort blocket",
                "add the file content/api/{number}/openapi.yaml, or remove the block"
            ),
            _ => say!("skriv någon av {all}", "write one of {all}"),
        };
        return Err(Box::new(
            Diagnostic::new("K0201", version.span, message).help(help),
        ));
    };
    let names: Vec<&str> = service.schemas.iter().map(|it| &*it.name.value).collect();
    let written = &schema.value;
    if names.contains(&&**written) {
        return Ok(());
    }
    let help = match nearest(written, names.iter().copied()) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => {
            let all = names.join(", ");
            say!("skriv någon av {all}", "write one of {all}")
        }
    };
    let message = say!(
        "schemat `{written}` finns inte i tjänstebeskrivningens version {number}",
        "the schema `{written}` isn't in version {number} of the service description"
    );
    Err(Box::new(
        Diagnostic::new("K0201", schema.span, message).help(help),
    ))
}

/// Which concept each term means, by language and term.
#[derive(Debug, Default)]
pub struct Terms(HashMap<(Lang, Box<str>), u32>);

impl Terms {
    /// All preferred and alternative terms. A preferred term goes before another
    /// concept's alternative.
    pub(super) fn new(concepts: &[Concept]) -> Self {
        let mut terms = HashMap::new();
        for (at, concept) in (0_u32..).zip(concepts) {
            for (lang, term) in (0_u8..).zip(concept.term.by_lang.iter()) {
                if let Some(term) = term {
                    terms.entry((Lang(lang), folded(term).into())).or_insert(at);
                }
            }
        }
        for (at, concept) in (0_u32..).zip(concepts) {
            for (lang, others) in (0_u8..).zip(&concept.alternatives) {
                for term in others {
                    terms.entry((Lang(lang), folded(term).into())).or_insert(at);
                }
            }
        }
        Self(terms)
    }

    /// The concept that a term means, as an index into the concepts.
    pub fn get(&self, lang: Lang, term: &str) -> Option<u32> {
        self.0.get(&(lang, folded(term).into())).copied()
    }

    /// The same, also where a text stands in for its translation.
    pub fn in_any(&self, lang: Lang, term: &str) -> Option<u32> {
        let others = (0..=u8::MAX).map(Lang).take(16);
        self.get(lang, term).or_else(|| {
            let mut found = others.filter_map(|lang| self.get(lang, term));
            found.next()
        })
    }

    fn of(&self, lang: Lang) -> Vec<&str> {
        let own = self.0.keys().filter(|(of, _)| *of == lang);
        let mut names: Vec<&str> = own.map(|(_, term)| &**term).collect();
        names.sort_unstable();
        names
    }
}

/// Finds the concept of every term in the texts.
pub(super) fn terms(tables: &mut Tables, findings: &mut Vec<Diagnostic>) {
    let terms = Terms::new(&tables.concepts);
    let may_be_broken = is_any_broken(&tables.broken);
    for used in &mut tables.term_uses {
        used.concept = terms.get(used.lang, &used.term);
        if used.concept.is_none() && !may_be_broken {
            findings.push(unknown(&terms, used, &tables.concepts));
        }
    }
    tables.terms = terms;
}

/// Whether a concept, or the folder of all, couldn't be read: its terms may be any.
fn is_any_broken(broken: &[String]) -> bool {
    let folder = "catalogue/common/concepts";
    broken
        .iter()
        .any(|path| path.starts_with(folder) || folder.starts_with(&format!("{path}/")))
}

fn unknown(terms: &Terms, used: &TermUse, concepts: &[Concept]) -> Diagnostic {
    let term = &used.term;
    // Longest first: `kundhändelsen` is an inflected form, not a misspelt one.
    let wanted = folded(term);
    let names = terms.of(used.lang);
    let stem = names.iter().filter(|name| {
        let rest = wanted.strip_prefix(**name);
        rest.is_some_and(|rest| (1..=4).contains(&rest.chars().count()))
    });
    let stem = stem.max_by_key(|name| name.len());
    let elsewhere = || {
        let at = terms.in_any(used.lang, term)?;
        let concept = concepts.get(at as usize)?;
        concept
            .term
            .has(used.lang)
            .then(|| concept.term.get(used.lang))
    };
    let help = match (stem, elsewhere()) {
        (Some(stem), _) => say!(
            "skriv `[[{term}|{stem}]]`: först de ord som ska synas, sedan termen",
            "write `[[{term}|{stem}]]`: first the words to be shown, then the term"
        ),
        (_, Some(own)) => say!(
            "skriv termen på textens språk: `{own}`",
            "write the term in the language of the text: `{own}`"
        ),
        _ => match closest(&wanted, &names).as_slice() {
            [] => say!(
                "skriv en term ur begreppsmodellen, eller ta bort hakparenteserna",
                "write a term of the concept model, or remove the brackets"
            ),
            near => {
                let near = near.join("`, `");
                say!(
                    "menade du `{near}`? Ta annars bort hakparenteserna, eller lägg till begreppet",
                    "did you mean `{near}`? Otherwise remove the brackets, or add the concept"
                )
            }
        },
    };
    let message = say!(
        "termen `{term}` finns inte i begreppsmodellen",
        "the term `{term}` isn't in the concept model"
    );
    Diagnostic::new("K0205", used.span, message).help(help)
}

/// The terms that are most like one: at most three.
fn closest<'n>(wanted: &str, names: &[&'n str]) -> Vec<&'n str> {
    let mut left = names.to_vec();
    let mut near = Vec::new();
    while let Some(found) = nearest(wanted, left.iter().copied()).filter(|_| near.len() < 3) {
        near.push(found);
        left.retain(|name| *name != found);
    }
    near
}
