//! Trying the templates of a site's own: a page of each kind is made, so that
//! `check` finds what `build` would stop at.
//!
//! The template language takes a name that doesn't exist for an empty value in
//! some places (before a filter, in an `if`). What each template is given is
//! noted while it is tried, and the names in it are held against that: no list
//! of names is kept by hand.

use super::Site;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::model::Lang;
use crate::say;
use crate::source::{FileId, Span};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Mutex;

/// The names that each template was given, by template.
#[derive(Default)]
pub(super) struct Given(Mutex<BTreeMap<String, BTreeSet<String>>>);

impl Given {
    /// Notes what a page's template is given.
    pub(super) fn note<T: Serialize>(&self, template: &str, context: &T) {
        let names = match serde_json::to_value(context) {
            Ok(serde_json::Value::Object(map)) => map,
            _ => return,
        };
        if let Ok(mut all) = self.0.lock() {
            all.entry(template.to_owned())
                .or_default()
                .extend(names.into_iter().map(|(name, _)| name));
        }
    }
}

/// Makes one page of each kind in each language.
pub(super) fn check(site: &mut Site) -> Vec<Diagnostic> {
    if !site.theme.replaced.changes_pages() {
        return Vec::new();
    }
    site.given = Some(Given::default());
    let mut findings = Vec::new();
    let mut tried = HashSet::new();
    let mut page = Vec::new();
    for output in &site.outputs {
        let of_template = super::KINDS[usize::from(output.kind)].per_language;
        if of_template && tried.insert((output.kind, output.lang)) {
            page.clear();
            findings.extend(site.render(*output, &mut page).err().map(|it| *it));
        }
    }
    let given = site.given.take().unwrap_or_default();
    let given = given.0.into_inner().unwrap_or_default();
    let unknown = unknown_names(site, &given);
    findings.retain(|failed| !unknown.iter().any(|name| is_of(failed, name)));
    findings.extend(unknown);
    findings
}

/// Whether a template failed for a name that is told of as unknown.
fn is_of(failed: &Diagnostic, unknown: &Diagnostic) -> bool {
    match (&failed.place, &unknown.place) {
        // `name.field` fails at the name or at what follows it.
        (Place::Span(failed), Place::Span(name)) => {
            failed.file == name.file && (name.start..=name.end + 1).contains(&failed.start)
        }
        _ => false,
    }
}

/// Names in the site's own templates that no page gives them.
fn unknown_names(site: &Site, given: &BTreeMap<String, BTreeSet<String>>) -> Vec<Diagnostic> {
    let Some(engine) = site.theme.engines.first() else {
        return Vec::new();
    };
    let used = |template: &str| -> BTreeSet<&str> {
        let names = engine.get_template_variables(template);
        names.unwrap_or_default().into_iter().collect()
    };
    // A template that others include sees also what they have set.
    let mut known: BTreeSet<&str> = engine
        .get_template_names()
        .filter(|name| name.starts_with('_'))
        .flat_map(used)
        .collect();
    let mut common: BTreeSet<&str> = BTreeSet::from(["t"]);
    common.extend(site.globals(Lang::FIRST).iter().map(|(name, _)| *name));
    known.extend(&common);
    let own: Vec<(&str, FileId, &str)> = site
        .theme
        .replaced
        .templates()
        .filter(|(name, ..)| !name.starts_with('_'))
        .collect();
    let anywhere: BTreeSet<&str> = given.values().flatten().map(String::as_str).collect();
    let mut found = BTreeMap::new();
    for (template, names) in given {
        let unknown = |name: &&str| !known.contains(name) && !names.contains(*name);
        for name in used(template).into_iter().filter(unknown) {
            // A template that others extend may ask for what only some pages have.
            let place = own.iter().find_map(|(of, file, text)| {
                let of_page = of == template;
                let judged = of_page || !anywhere.contains(name);
                let range = find_name(text, name).filter(|_| judged)?;
                Some((Span::new(*file, range), of_page))
            });
            let guarded = own.iter().any(|(_, _, text)| is_guarded(text, name));
            let Some((span, of_page)) = place.filter(|_| !guarded) else {
                continue;
            };
            let mut may: BTreeSet<&str> = match of_page {
                true => names.iter().map(String::as_str).collect(),
                false => anywhere.clone(),
            };
            may.extend(&common);
            found.insert(span, unknown_name(span, name, &may));
        }
    }
    found.into_values().collect()
}

fn unknown_name(span: Span, name: &str, names: &BTreeSet<&str>) -> Diagnostic {
    let help = match nearest(name, names.iter().copied()) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => {
            let all: Vec<&str> = names.iter().copied().collect();
            let all = all.join(", ");
            say!(
                "de värden som finns är {all}",
                "the values that there are: {all}"
            )
        }
    };
    Diagnostic::new(
        "K0401",
        span,
        say!(
            "mallen får inget värde `{name}`",
            "the template gets no value `{name}`"
        ),
    )
    .help(help)
}

/// The first place where a template uses a name as a value: as a whole word
/// within `{{ … }}` or `{% … %}`, not after a dot and not within quotes.
fn find_name(text: &str, name: &str) -> Option<Range<usize>> {
    text.match_indices(name).find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let open = before.rfind("{{").max(before.rfind("{%"))?;
        let closed = before.rfind("}}").max(before.rfind("%}"));
        let tag = &before[open..];
        let whole = !before.ends_with(|c: char| part(c) || c == '.' || c == '@')
            && !after.starts_with(part);
        let quoted = tag.matches('"').count() % 2 == 1 || tag.matches('\'').count() % 2 == 1;
        let named = after.trim_start().starts_with('=') && !after.trim_start().starts_with("==");
        let fits = closed.is_none_or(|closed| closed < open) && whole && !quoted && !named;
        fits.then_some(at..at + name.len())
    })
}

/// Whether a template gives a name a value itself, or asks whether it has one.
fn is_guarded(text: &str, name: &str) -> bool {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        (pair[1] == name && (pair[0] == "set" || pair[0] == "set_global"))
            || (pair[0] == name && (pair[1] == "is" || pair[1] == "default"))
    })
}

#[cfg(test)]
mod tests {
    use super::{find_name, is_guarded};

    #[test]
    fn a_name_is_found_where_it_is_a_value() {
        let text =
            "total {{ page.total }} {# x #}{% if 'total' %}{{ f(total=1) }}{{ total | safe }}";
        assert_eq!(find_name(text, "total"), Some(65..70));
        assert_eq!(find_name("<p>total</p>", "total"), None);
        assert!(is_guarded("{% set a = 1 %}", "a"));
        assert!(is_guarded("{% if a is defined %}", "a"));
        assert!(is_guarded("{{ a | default(value=1) }}", "a"));
        assert!(!is_guarded("{% if a %}", "a"));
    }
}
