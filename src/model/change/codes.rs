//! Changes of codes.

use super::Changes;
use crate::model::{CodeValue, Codes, Lang};
use crate::source::Span;

/// Changes between two sets of codes at a path.
pub(super) fn compare(
    path: &str,
    old: &Codes,
    new: &Codes,
    spans: (Span, Span),
    changes: &mut Changes,
) {
    let word = |open: bool| if open { "open" } else { "closed" };
    if old.open != new.open {
        let rule = if new.open {
            "code-opened"
        } else {
            "code-closed"
        };
        changes.add(
            rule,
            path,
            (word(old.open), spans.0),
            (word(new.open), spans.1),
        );
    }
    match (&old.list, &new.list) {
        (None, None) => values(path, old, new, spans, changes),
        (Some(was), Some(is)) if was.name == is.name => {}
        (was, is) => {
            let name =
                |list: &Option<crate::model::Ref<crate::model::CodeList>>, span: Span| match list {
                    Some(list) => (list.name.to_string(), list.span),
                    None => ("values".to_owned(), span),
                };
            let (was, is) = (name(was, spans.0), name(is, spans.1));
            changes.add("codelist-repointed", path, (&was.0, was.1), (&is.0, is.1));
        }
    }
}

fn values(path: &str, old: &Codes, new: &Codes, spans: (Span, Span), changes: &mut Changes) {
    let find =
        |list: &'_ [CodeValue], value: &str| list.iter().position(|it| *it.value.value == *value);
    let mut came: Vec<&CodeValue> = new
        .values
        .iter()
        .filter(|it| find(&old.values, &it.value.value).is_none())
        .collect();
    for was in &old.values {
        let value = &was.value.value;
        if let Some(at) = find(&new.values, value) {
            let is = &new.values[at];
            changes.text(
                &format!("{path}={value}"),
                Some(&was.title),
                Some(&is.title),
            );
            changes.text(
                &format!("{path}={value}.description"),
                was.description.as_ref(),
                is.description.as_ref(),
            );
            continue;
        }
        // The same name in another form is the same code, renamed.
        let title = was.title.get(Lang::FIRST);
        match came
            .iter()
            .position(|is| is.title.get(Lang::FIRST) == title)
        {
            Some(at) => {
                let is = came.remove(at);
                changes.add(
                    "code-renamed",
                    path,
                    (value, was.value.span),
                    (&is.value.value, is.value.span),
                );
            }
            None => changes.gone("code-removed", path, value, was.value.span),
        }
    }
    let rule = if old.open && new.open {
        "code-added-open"
    } else {
        "code-added-closed"
    };
    for is in came {
        changes.came(rule, path, &is.value.value, is.value.span);
    }
    let names = |codes: &Codes| -> Vec<Box<str>> {
        codes
            .values
            .iter()
            .map(|it| it.value.value.clone())
            .collect()
    };
    changes.order(path, &names(old), &names(new), spans);
}
