//! The attribute reference: all that is known of each property of a schema, for the
//! guide. It is made of the service description, so that the two can't differ.

use super::rows::innermost;
use super::view::View;
use super::{alternatives, constraints, json_html, type_html};
use crate::model::LocalText;
use crate::model::service::{Schema, Service};
use crate::render::context::Cx;
use crate::render::html::{escape, escaped};
use std::collections::HashSet;

/// Every property of a schema, nested ones too, with its meaning, examples, who
/// fills it in and what is often wrong. Nothing when there is no such schema.
pub(in crate::render) fn attribute_reference(
    cx: &Cx<'_>,
    service: &Service,
    schema: &str,
) -> Option<String> {
    let mut reference = Reference {
        cx,
        service,
        seen: HashSet::from([schema]),
        out: String::with_capacity(32 * 1024),
    };
    reference.out.push_str("<div class=\"ar\">\n");
    reference.properties(service.schema(schema)?, "", "attribute");
    reference.out.push_str("</div>\n");
    Some(reference.out)
}

struct Reference<'c, 's> {
    cx: &'c Cx<'s>,
    service: &'c Service,
    /// The schemas that have been gone into: one that holds itself ends there.
    seen: HashSet<&'c str>,
    out: String,
}

impl<'c> Reference<'c, '_> {
    fn properties(&mut self, schema: &'c Schema, parent: &str, anchor: &str) {
        let view = View::of(self.service, schema);
        for property in view.properties() {
            let name = &property.name.value;
            let path = format!("{parent}{name}");
            let anchor = format!("{anchor}-{name}");
            self.property(&property.schema, &path, &anchor, view.requires(name));
            let (inner, lists) = innermost(self.service, &property.schema);
            let name = View::of(self.service, inner).name();
            if name.is_none_or(|name| self.seen.insert(name)) {
                let path = format!("{path}{}.", "[]".repeat(lists));
                self.properties(inner, &path, &anchor);
            }
        }
    }

    fn property(&mut self, schema: &'c Schema, path: &str, anchor: &str, required: bool) {
        let cx = self.cx;
        let view = View::of(self.service, schema);
        let within = View::of(self.service, innermost(self.service, schema).0);
        let nested = if path.contains('.') { " ar-n" } else { "" };
        let shown = escaped(path).replace('.', ".<wbr>");
        self.push(&format!(
            "<section class=\"ar-i{nested}\" id=\"{anchor}\" aria-labelledby=\"{anchor}-h\">\n\
             <h3 id=\"{anchor}-h\"><a href=\"#{anchor}\"><code>{shown}</code></a></h3>\n<p class=\"ar-t\">"
        ));
        let (class, word) = match required {
            true => ("rq", "required"),
            false => ("op", "optional"),
        };
        let ty = type_html(cx, self.service, schema);
        self.push(&format!("<span class=\"ty\">{ty}</span> "));
        self.push(&format!(
            "<span class=\"{class}\">{}</span>",
            escaped(cx.t(word))
        ));
        if view.is_deprecated() {
            let word = escaped(cx.t("attribute-deprecated"));
            self.push(&format!(" <span class=\"tag t-deprecated\">{word}</span>"));
        }
        self.push("</p>\n");
        if let Some(text) = view.first(|it| it.texts.description.as_ref()) {
            let html = cx.markdown(text);
            self.push(&html);
        }
        self.push("\n");
        let before = self.out.len();
        self.push("<dl class=\"ar-d\">\n");
        let nothing = self.out.len();
        let mut told = constraints(cx, &view);
        told.extend(constraints(cx, &within));
        let mut seen = HashSet::new();
        told.retain(|it| seen.insert(it.clone()));
        let mut rules: Vec<String> = told.iter().map(|it| escaped(it)).collect();
        if let Some(values) = within.first(|it| it.values.as_ref()) {
            let all: Vec<String> = values
                .value
                .iter()
                .map(|it| format!("<code>{}</code>", escaped(&it.shown())))
                .collect();
            rules.push(escaped(cx.t("constraint-values")).replace("{value}", &all.join(", ")));
        }
        rules.extend(alternatives(cx, self.service, &within));
        self.part("reference-rules", &rules);
        let examples = view.first(|it| (!it.examples.is_empty()).then_some(&it.examples));
        let examples: Vec<String> = examples
            .map_or(&[][..], |it| it)
            .iter()
            .map(example)
            .collect();
        self.part("reference-examples", &examples);
        let filled = view.first(|it| it.filled_by.as_ref());
        let filled: Vec<String> = filled.iter().map(|text| cx.markdown(text)).collect();
        self.part("reference-filled-by", &filled);
        let errors: &[LocalText] = view
            .first(|it| (!it.typical_errors.is_empty()).then_some(&it.typical_errors))
            .map_or(&[], |it| it);
        let errors: Vec<String> = errors.iter().map(|text| cx.markdown(text)).collect();
        self.part("reference-errors", &errors);
        match self.out.len() == nothing {
            true => self.out.truncate(before),
            false => self.push("</dl>\n"),
        }
        self.push("</section>\n");
    }

    /// A heading with one thing or a list of them; nothing when there are none.
    fn part(&mut self, key: &str, all: &[String]) {
        if all.is_empty() {
            return;
        }
        let title = escaped(self.cx.t(key));
        self.push(&format!("<div><dt>{title}</dt><dd>"));
        match all {
            [one] => self.push(one),
            several => {
                self.push("<ul>");
                for one in several {
                    self.push(&format!("<li>{one}</li>"));
                }
                self.push("</ul>");
            }
        }
        self.push("</dd></div>\n");
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }
}

/// An example: a text as it is written in JSON, an object over several lines.
fn example(json: &crate::model::service::Json) -> String {
    if json.json.starts_with(['{', '[']) && json.json.len() > 60 {
        return format!(
            "<pre class=\"code\"><code>{}</code></pre>",
            json_html(&json.json)
        );
    }
    let mut html = "<code>".to_owned();
    escape(&json.json, &mut html);
    html.push_str("</code>");
    html
}
