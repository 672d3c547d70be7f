//! The roadmap: `content/roadmap.yaml`.

use super::common::TITLE;
use super::decode::Decoder;
use super::yaml::Node;
use crate::model::{Lang, Link, Measure, Period, Progress, Promise, PromiseLink, Roadmap};
use crate::say;

pub(super) fn roadmap<'a>(d: &mut Decoder<'a>, root: &Node<'a>) -> Option<Roadmap> {
    let mut fields = d.map(root)?;
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let periods = fields.need("periods").and_then(|n| d.every(n, period));
    fields.finish(d);
    Some(Roadmap {
        title: title?,
        description: description?,
        periods: periods?,
    })
}

fn period<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Period> {
    let mut fields = d.map(node)?;
    let when = fields.need("when").and_then(|n| d.title(n, TITLE));
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let items = fields.need("items").and_then(|n| d.every(n, promise));
    fields.finish(d);
    Some(Period {
        when: when?,
        title: title?,
        description: description?,
        items: items?,
    })
}

fn promise<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Promise> {
    let mut fields = d.map(node)?;
    let text = fields.need("text").and_then(|n| d.markdown(n));
    let choices = Progress::ALL.map(|it| (it.key(), it));
    let progress = fields.need("status").and_then(|n| d.choice(n, &choices));
    let note = fields.get("note").and_then(|n| d.markdown(n));
    let links = d.each(fields.get("links"), link);
    let choices = Measure::ALL.map(|it| (it.key(), it));
    let measures = d.each(fields.get("measures"), |d, n| d.choice(n, &choices));
    fields.finish(d);
    Some(Promise {
        text: text?,
        progress: progress?,
        note,
        links,
        measures,
    })
}

fn link<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<PromiseLink> {
    let mut fields = d.map(node)?;
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let to = fields.need("to").and_then(|n| d.text(n));
    fields.finish(d);
    let (title, to) = (title?, to?);
    if to.starts_with('/') && !to.starts_with("//") {
        let (span, target, lang) = (to.span, to.value.clone(), Lang::FIRST);
        d.links.push(Link { span, lang, target });
        return Some(PromiseLink { title, to });
    }
    let written = &to.value;
    let message = say!(
        "`{written}` är ingen adress på webbplatsen",
        "`{written}` is no address on the site"
    );
    let help = say!(
        "skriv en adress som börjar med `/`, som `/guide/`",
        "write an address that begins with `/`, such as `/guide/`"
    );
    d.report("K0123", &to.span.range(), message, help);
    None
}
