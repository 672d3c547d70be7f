//! The clauses of an agreement as HTML.

use super::context::Cx;
use super::html::{escape, escaped};
use super::{markdown, term};
use crate::model::{
    Address, Agreement, AgreementEdition, AgreementText, ClauseCell, ClausePart, ClauseSection,
    Inline, ListMark, Section, letters, roman,
};
use std::fmt::Write as _;

/// The text of a version of an agreement.
pub(super) fn to_html(cx: &Cx<'_>, edition: &AgreementEdition, text: &AgreementText) -> String {
    let mut page = Page {
        cx,
        edition,
        text,
        out: String::new(),
    };
    text.tree.sections.iter().for_each(|it| page.section(it));
    page.out
}

/// The address that always shows the version in use.
pub(super) fn address(agreement: &Agreement) -> Address {
    Address::entity(Section::Agreements, &agreement.name)
}

/// Where a link leads. What kinds of links there may be was checked when texts were read.
pub(super) fn url(cx: &Cx<'_>, target: &str) -> String {
    match target {
        _ if target.starts_with('/') => markdown::internal_url(cx, target),
        // An address like <a@b.c> comes as it is written.
        _ if target.contains('@') && !target.contains(':') => format!("mailto:{target}"),
        _ => target.to_owned(),
    }
}

struct Page<'a, 's> {
    cx: &'a Cx<'s>,
    edition: &'a AgreementEdition,
    text: &'a AgreementText,
    out: String,
}

impl Page<'_, '_> {
    fn section(&mut self, section: &ClauseSection) {
        if let Some(heading) = &section.heading {
            let id = escaped(&heading.id);
            let _ = match section.number {
                Some(number) => write!(
                    self.out,
                    "<h2 class=\"nh\" id=\"{id}\"><span class=\"no\">{number}</span> "
                ),
                None => write!(self.out, "<h2 id=\"{id}\">"),
            };
            self.inlines(&heading.text);
            self.out.push_str("</h2>\n");
        }
        for part in &section.parts {
            self.part(part, section);
        }
    }

    fn part(&mut self, part: &ClausePart, section: &ClauseSection) {
        match part {
            ClausePart::Paragraph { number, text } => {
                match number {
                    Some((section, clause)) => {
                        let number = format!("{section}.{clause}");
                        let _ = write!(
                            self.out,
                            "<p class=\"cl\" id=\"{number}\"><a class=\"no\" href=\"#{number}\">{number}</a> "
                        );
                    }
                    None => self.out.push_str("<p>"),
                }
                self.inlines(text);
                self.out.push_str("</p>\n");
            }
            ClausePart::Subheading(heading) => {
                let _ = write!(self.out, "<h3 id=\"{}\">", escaped(&heading.id));
                self.inlines(&heading.text);
                self.out.push_str("</h3>\n");
            }
            ClausePart::List { mark, first, items } => self.list(*mark, *first, items, section),
            ClausePart::Table { head, rows } => self.table(head, rows, section),
        }
    }

    /// A list. The marks of clauses are written out: they are what is referred to.
    fn list(
        &mut self,
        mark: ListMark,
        first: u16,
        items: &[Box<[ClausePart]>],
        section: &ClauseSection,
    ) {
        let open = match (mark, section.number) {
            (ListMark::Bullet, _) => "<ul>".to_owned(),
            (_, Some(_)) => "<ol class=\"al\" role=\"list\">".to_owned(),
            (_, None) => format!("<ol start=\"{first}\">"),
        };
        let close = match mark {
            ListMark::Bullet => "</ul>\n",
            _ => "</ol>\n",
        };
        self.out.push_str(&open);
        for (number, item) in (first..).zip(items) {
            self.out.push_str("<li>");
            let word = match (mark, section.number) {
                (ListMark::Letter, _) => Some(format!("{})", letters(number))),
                (ListMark::Roman, _) => Some(format!("{})", roman(number))),
                (ListMark::Number, Some(_)) => Some(format!("{number}.")),
                (ListMark::Number | ListMark::Bullet, _) => None,
            };
            if let Some(word) = word {
                let _ = write!(self.out, "<span class=\"no\">{word}</span> ");
            }
            match &**item {
                // A single paragraph needs no element of its own.
                [ClausePart::Paragraph { text, .. }] => self.inlines(text),
                [ClausePart::Paragraph { text, .. }, rest @ ..]
                    if rest.iter().all(|it| matches!(it, ClausePart::List { .. })) =>
                {
                    self.inlines(text);
                    rest.iter().for_each(|part| self.part(part, section));
                }
                parts => parts.iter().for_each(|part| self.part(part, section)),
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str(close);
    }

    fn table(&mut self, head: &[ClauseCell], rows: &[Box<[ClauseCell]>], section: &ClauseSection) {
        let named = head.first().is_some_and(|cell| cell.is_empty());
        let class = match section.number {
            Some(_) => "agt",
            None => "agt sg",
        };
        let _ = write!(
            self.out,
            "<div class=\"scroll\" tabindex=\"0\"><table class=\"{class}\">"
        );
        if head.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str("<thead><tr>");
            for cell in head {
                match cell.is_empty() {
                    true => self.out.push_str("<td></td>"),
                    false => self.cell("th scope=\"col\"", cell),
                }
            }
            self.out.push_str("</tr></thead>");
        }
        self.out.push_str("<tbody>");
        for row in rows {
            let open = row.iter().skip(1).any(|cell| cell.is_empty());
            self.out.push_str(match open {
                true => "<tr class=\"ow\">",
                false => "<tr>",
            });
            for (at, cell) in row.iter().enumerate() {
                match at == 0 && named {
                    true => self.cell("th scope=\"row\"", cell),
                    false => self.cell("td", cell),
                }
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn cell(&mut self, tag: &str, cell: &[Inline]) {
        let _ = write!(self.out, "<{tag}>");
        self.inlines(cell);
        let name = tag.split(' ').next().unwrap_or(tag);
        let _ = write!(self.out, "</{name}>");
    }

    fn inlines(&mut self, text: &[Inline]) {
        for piece in text {
            match piece {
                Inline::Text(words) => escape(words, &mut self.out),
                Inline::Strong(inner) => self.within("strong", inner),
                Inline::Emphasis(inner) => self.within("em", inner),
                Inline::Break => self.out.push_str("<br>"),
                Inline::Term { shown, term } => term::link(self.cx, shown, term, &mut self.out),
                Inline::Link { target, text } => {
                    let url = url(self.cx, target);
                    let _ = write!(self.out, "<a href=\"{}\">", escaped(&url));
                    self.inlines(text);
                    self.out.push_str("</a>");
                }
                Inline::Field(name) => {
                    let label = self
                        .edition
                        .field(name)
                        .map(|it| it.label.get(self.text.lang));
                    self.out.push_str("<span class=\"fld\">");
                    escape(label.unwrap_or(name), &mut self.out);
                    self.out.push_str("</span>");
                }
            }
        }
    }

    fn within(&mut self, tag: &str, inner: &[Inline]) {
        let _ = write!(self.out, "<{tag}>");
        self.inlines(inner);
        let _ = write!(self.out, "</{tag}>");
    }
}
