//! Changes of codes.

use super::found::{Changes, only_in, position};
use super::path::Path;
use crate::model::{CodeList, CodeValue, Codes, Lang, Ref};
use crate::source::Span;

/// Changes between two sets of codes at a path.
pub(super) fn compare<'a>(
    path: &Path<'_>,
    old: &'a Codes,
    new: &'a Codes,
    spans: (Span, Span),
    changes: &mut Changes<'a>,
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
            let (was, is) = (source(was, spans.0), source(is, spans.1));
            changes.add("codelist-repointed", path, was, is);
        }
    }
}

/// Where the codes come from, in a word.
fn source(list: &Option<Ref<CodeList>>, span: Span) -> (&str, Span) {
    match list {
        Some(list) => (&list.name, list.span),
        None => ("values", span),
    }
}

fn values<'a>(
    path: &Path<'_>,
    old: &'a Codes,
    new: &'a Codes,
    spans: (Span, Span),
    changes: &mut Changes<'a>,
) {
    let mut came: Vec<&CodeValue> =
        only_in(&new.values, &old.values, |it| &it.value.value).collect();
    for (at, was) in old.values.iter().enumerate() {
        let value = &was.value.value;
        if let Some(at) = position(&new.values, at, |it| it.value.value == *value) {
            let (is, path) = (&new.values[at], path.code(value));
            changes.text(&path.field("title"), Some(&was.title), Some(&is.title));
            changes.text(
                &path.field("description"),
                was.description.as_ref(),
                is.description.as_ref(),
            );
            continue;
        }
        // The same title under another name is the same code, renamed.
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
    // Whoever reads the older version meets the code in it: where that list was
    // open, any code could come, whatever the newer one says of later ones.
    let rule = if old.open {
        "code-added-open"
    } else {
        "code-added-closed"
    };
    for is in came {
        changes.came(rule, path, &is.value.value, is.value.span);
    }
    changes.order(path, &old.values, &new.values, |it| &it.value.value, spans);
}
