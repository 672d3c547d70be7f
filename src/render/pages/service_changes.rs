//! What has changed in the service description since the version before: in its
//! steward's words, and by comparing the two.

use super::frame::{Link, Page, render};
use super::service::{Facts, facts, frame};
use crate::model::Address;
use crate::model::service::{Difference, ServiceChange, Subject, compare_services};
use crate::render::context::Cx;
use crate::render::{Kind, service};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    // The oldest version has nothing before it.
    plan: |site| {
        let count = site.catalogue.services.len();
        super::one_each(count.saturating_sub(1))
    },
    per_language: true,
    path: |cx, item, _| {
        let it = &cx.catalogue.services[item as usize];
        cx.page_path(&Address::service(&it.number.value, "changes"))
    },
    render: |cx, item, _, out| {
        let all = &cx.catalogue.services;
        let (new, old) = (&all[item as usize], &all[item as usize + 1]);
        let (from, to) = (old.number.to_string(), new.number.to_string());
        let values = [("old", &*from), ("new", &*to)];
        let title = cx.fill("title-service-changes", &values);
        let changes = compare_services(old, new);
        let mut frame = frame(
            cx,
            new,
            "changes",
            &cx.fill("description-service-changes", &values),
        )
        .crumb(
            cx.t("service-changes"),
            &Address::service(&new.number.value, "changes"),
        )
        .title(&title)
        .toc("words", cx.t("service-in-words"));
        let groups = groups(cx, &changes);
        for group in &groups {
            frame = frame.toc(group.id, group.title);
        }
        let must = changes.iter().map(ServiceChange::must_adapt);
        let (consumers, producers) =
            must.fold((false, false), |all, one| (all.0 || one.0, all.1 || one.1));
        let context = Context {
            page: frame.done(),
            service: facts(cx, item as usize),
            old: Link {
                url: service::url(cx, old, ""),
                title: from,
            },
            verdict: Verdict {
                text: cx.t(verdict(consumers, producers)),
                consumers: must_word(cx, consumers),
                producers: must_word(cx, producers),
            },
            changes: new.changes.iter().map(|text| cx.markdown(text)).collect(),
            groups,
        };
        render(cx, "service-changes.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    service: Facts<'s>,
    old: Link,
    verdict: Verdict<'s>,
    changes: Vec<String>,
    groups: Vec<Group<'s>>,
}

#[derive(Serialize)]
struct Verdict<'s> {
    text: &'s str,
    consumers: &'s str,
    producers: &'s str,
}

/// Changes of one kind of thing.
#[derive(Serialize)]
struct Group<'s> {
    id: &'static str,
    title: &'s str,
    rows: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    path: String,
    what: String,
    side: &'s str,
    who: &'s str,
    must: bool,
    old: String,
    new: String,
}

fn must_word<'s>(cx: &Cx<'s>, must: bool) -> &'s str {
    cx.t(if must {
        "compare-must"
    } else {
        "compare-need-not"
    })
}

/// Who must act, as the name of a sentence.
fn verdict(consumers: bool, producers: bool) -> &'static str {
    match (consumers, producers) {
        (false, false) => "service-verdict-nobody",
        (true, false) => "service-verdict-consumers",
        (false, true) => "service-verdict-producers",
        (true, true) => "service-verdict-both",
    }
}

fn groups<'s>(cx: &Cx<'s>, changes: &[ServiceChange]) -> Vec<Group<'s>> {
    let by_subject = changes.chunk_by(|a, b| group_of(a.subject) == group_of(b.subject));
    let group = |own: &[ServiceChange]| {
        let id = group_of(own[0].subject);
        Group {
            id,
            title: cx.t(&format!("service-changed-{id}")),
            rows: own.iter().map(|it| row(cx, it)).collect(),
        }
    };
    by_subject.map(group).collect()
}

/// Schemas and their properties are told of together.
fn group_of(subject: Subject) -> &'static str {
    match subject {
        Subject::Operation => "operations",
        Subject::Parameter => "parameters",
        Subject::Answer => "answers",
        Subject::Schema | Subject::Property => "schemas",
    }
}

fn row<'s>(cx: &Cx<'s>, it: &ServiceChange) -> Row<'s> {
    let (what, old, new) = words(cx, it);
    let (consumers, producers) = it.must_adapt();
    let who = match (consumers, producers) {
        (false, false) => "service-who-nobody",
        (true, false) => "service-who-consumers",
        (false, true) => "service-who-producers",
        (true, true) => "service-who-both",
    };
    let side = match (it.subject, it.asked, it.answered) {
        (Subject::Operation | Subject::Answer | Subject::Parameter, ..) => "",
        (_, true, true) => cx.t("service-side-both"),
        (_, true, false) => cx.t("service-side-question"),
        (_, false, true) => cx.t("service-side-answer"),
        (_, false, false) => "",
    };
    Row {
        path: it.path.clone(),
        what,
        side,
        who: cx.t(who),
        must: consumers || producers,
        old,
        new,
    }
}

/// What has changed, and from what to what.
fn words(cx: &Cx<'_>, it: &ServiceChange) -> (String, String, String) {
    let of = |key: &str| cx.t(&format!("difference-{key}")).to_owned();
    let value = |key: &str, keyword: &str, old: &str, new: &str| {
        let keyword = match cx.t(&format!("keyword-{keyword}")) {
            "" => keyword,
            word => word,
        };
        let what = cx.fill(&format!("difference-{key}"), &[("keyword", keyword)]);
        (what, old.to_owned(), new.to_owned())
    };
    let none = String::new;
    match &it.what {
        Difference::AddedRequired => (of("added-required"), none(), none()),
        Difference::Added => {
            let key = match it.subject {
                Subject::Property | Subject::Parameter => "added-optional",
                _ => "added",
            };
            (of(key), none(), none())
        }
        Difference::Removed => (of("removed"), none(), none()),
        Difference::NowRequired => (of("now-required"), none(), none()),
        Difference::NowOptional => (of("now-optional"), none(), none()),
        Difference::Deprecated => (of("deprecated"), none(), none()),
        Difference::ValueAdded(value) => (of("value-added"), none(), value.clone()),
        Difference::ValueRemoved(value) => (of("value-removed"), value.clone(), none()),
        Difference::Loosened(keyword, old, new) => value("loosened", keyword, old, new),
        Difference::Tightened(keyword, old, new) => value("tightened", keyword, old, new),
        Difference::Changed(keyword, old, new) => value("changed", keyword, old, new),
    }
}
