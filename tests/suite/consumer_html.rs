//! The sandbox's consumer page as HTML: what every page of it must hold, whatever it shows.

use crate::consumer::{pages, small};
use crate::support::{repository, tree};
use katalog::sandbox::page::Language;
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};

fn select<'h>(html: &'h Html, what: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(what).unwrap()).collect()
}

/// All pages, those that are nowhere among them.
fn all() -> Vec<(String, Html)> {
    let (page, _) = small();
    let lost = Language::ALL.map(|language| {
        let name = format!("not-found-{}", language.code());
        (name, page.not_found(language))
    });
    let pages = pages().into_iter().map(|(name, _, html)| (name, html));
    let all = pages.chain(lost);
    all.map(|(name, html)| (name, Html::parse_document(&html)))
        .collect()
}

#[test]
fn headings_are_in_order_and_begin_with_the_page() {
    for (name, html) in all() {
        let headings = select(&html, "h1, h2, h3, h4, h5, h6");
        let levels: Vec<u8> = headings
            .iter()
            .map(|it| it.value().name().as_bytes()[1] - b'0')
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert_eq!(levels.iter().filter(|it| **it == 1).count(), 1, "{name}");
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{name}: h{} after h{}",
                pair[1],
                pair[0]
            );
        }
    }
}

#[test]
fn what_is_pointed_at_is_on_the_page() {
    for (name, html) in all() {
        let ids: Vec<&str> = select(&html, "[id]")
            .iter()
            .filter_map(|it| it.value().id())
            .collect();
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(once.len(), ids.len(), "{name}: an id stands twice");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for it in select(&html, &format!("[{attribute}]")) {
                let id = it.value().attr(attribute).unwrap();
                assert!(once.contains(id), "{name}: {attribute}={id}");
            }
        }
        for it in select(&html, "a[href^='#']") {
            let id = &it.value().attr("href").unwrap()[1..];
            assert!(once.contains(id), "{name}: #{id}");
        }
    }
}

/// The policy lets nothing else through.
#[test]
fn there_is_no_script_and_no_style_within_a_page() {
    for (name, html) in all() {
        for it in select(&html, "*") {
            let element = it.value();
            assert!(
                !["script", "style", "iframe"].contains(&element.name()),
                "{name}"
            );
            for (attribute, _) in element.attrs() {
                assert!(
                    attribute != "style" && !attribute.starts_with("on"),
                    "{name}: {attribute}"
                );
            }
        }
        let policy = select(&html, "meta[http-equiv='Content-Security-Policy']");
        assert_eq!(policy.len(), 1, "{name}");
        let page = policy[0].value().attr("content").unwrap();
        let header = katalog::sandbox::page::POLICY;
        assert_eq!(format!("{page}; frame-ancestors 'none'"), header, "{name}");
    }
}

/// Every page says that it is a sandbox, what language it is in, and where the other is.
#[test]
fn every_page_has_its_frame() {
    for (name, html) in all() {
        assert_eq!(select(&html, "aside.notice b").len(), 1, "{name}");
        assert_eq!(select(&html, "html[lang]").len(), 1, "{name}");
        assert_eq!(select(&html, ".langs a").len(), 2, "{name}");
        assert_eq!(select(&html, ".langs [aria-current]").len(), 1, "{name}");
        assert_eq!(
            select(&html, "a.skip[href='#main'], main#main").len(),
            2,
            "{name}"
        );
        assert_eq!(select(&html, "link[rel=stylesheet]").len(), 2, "{name}");
    }
}

#[test]
fn static_files_of_a_page_exist() {
    let (page, _) = small();
    for (name, html) in all() {
        for it in select(&html, "[href^='/static/'], [src^='/static/']") {
            let element = it.value();
            let path = element.attr("href").or(element.attr("src")).unwrap();
            let file = page.file(path.trim_start_matches("/static/"));
            let (kind, bytes) = file.unwrap_or_else(|| panic!("{name}: {path}"));
            assert!(!bytes.is_empty() && kind.contains('/'), "{path}");
        }
    }
    for path in ["", "katalog.js", "../strings/sv.yaml", "x.css", "a/b"] {
        assert!(page.file(path).is_none(), "{path}");
    }
}

/// Both languages have the same words with the same places to fill in; templates and code
/// use no others, and all of these.
#[test]
fn words_are_the_same_in_both_languages_and_all_are_used() {
    let theme = tree(&repository().join("themes/sandbox"));
    let words = |code: &str| -> BTreeMap<String, BTreeSet<String>> {
        let text = String::from_utf8(theme[&format!("strings/{code}.yaml")].clone()).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let lines = lines.filter_map(|line| line.split_once(": "));
        lines
            .map(|(key, value)| {
                let places = value.split('{').skip(1);
                let places = places.filter_map(|it| it.split_once('}'));
                let places = places.map(|(place, _)| place.to_owned());
                (key.trim_matches('"').to_owned(), places.collect())
            })
            .collect()
    };
    let (sv, en) = (words("sv"), words("en"));
    assert_eq!(sv, en);
    let templates = theme
        .iter()
        .filter(|(path, _)| path.starts_with("templates/"));
    let templates = templates.map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap());
    let templates: String = templates.collect();
    let used: BTreeSet<&str> = templates
        .split("t['")
        .skip(1)
        .filter_map(|it| it.split('\'').next())
        .collect();
    for key in &used {
        assert!(sv.contains_key(*key), "a template asks for {key}");
    }
    let code = tree(&repository().join("src/sandbox/page"));
    let code: String = code
        .into_values()
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .collect();
    for key in sv.keys() {
        let stem = key.trim_end_matches("-one").trim_end_matches("-many");
        let begun = ["state-", "step-", "reference-", "count-", "only-"];
        let known = used.contains(&**key)
            || code.contains(&format!("\"{key}\""))
            || code.contains(&format!("\"{stem}\""))
            || begun.iter().any(|it| key.starts_with(it));
        assert!(known, "nothing uses the word {key}");
    }
}
