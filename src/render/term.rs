//! Terms in texts: a link to the concept, with its definition to be shown beside it.

use super::context::Cx;
use super::html::escape;
use crate::model::term::{Part, parts, without_brackets};
use crate::model::{Address, Section};

/// Adds a term as a link. The definition is an attribute that the theme shows when
/// the link is pointed at or has the focus; no script is needed.
pub(super) fn link(cx: &Cx<'_>, shown: &str, term: &str, out: &mut String) {
    let Some(at) = cx.catalogue.terms.in_any(cx.lang, term) else {
        escape(shown, out);
        return;
    };
    let concept = &cx.catalogue.concepts[at as usize];
    let definition = cx.text(&concept.definition);
    out.push_str("<a class=\"tm\" href=\"");
    escape(
        &cx.url(&Address::entity(Section::Concepts, &concept.id)),
        out,
    );
    out.push_str("\" data-def=\"");
    escape(&without_brackets(definition), out);
    out.push_str("\">");
    escape(shown, out);
    out.push_str("</a>");
}

/// A text that isn't Markdown, such as a definition, as HTML with its terms as links.
pub(super) fn to_html(cx: &Cx<'_>, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for part in parts(text) {
        match part {
            Part::Text(words) => escape(words, &mut out),
            Part::Term { shown, term, .. } => link(cx, shown, term, &mut out),
        }
    }
    out
}
