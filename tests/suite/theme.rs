//! A site's own theme: what it replaces, what it adds, and what happens when it
//! is wrong. What is said about a broken theme stands in
//! `tests/cases/bad-input/theme-…`.

use crate::support::{Katalog, Tree, base, tree};
use std::path::Path;

fn with_theme(files: &[(&str, &str)]) -> tempfile::TempDir {
    let site = base();
    for (path, text) in files {
        let path = site.path().join("theme").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    site
}

fn build(site: &Path) -> Tree {
    let run = Katalog::new(["build"]).within(site).run().expect(0);
    assert_eq!(run.stderr, "");
    tree(&site.join("public"))
}

fn text<'t>(built: &'t Tree, path: &str) -> &'t str {
    let bytes = built
        .get(path)
        .unwrap_or_else(|| panic!("{path} was not made"));
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn one_template_is_replaced_and_the_others_stay() {
    let plain = build(base().path());
    let site = with_theme(&[(
        "templates/not-found.html",
        "{% extends \"base.html\" %}{% block main %}<h1>Borta</h1><p>{{ site.title }}</p>{% endblock %}",
    )]);
    let own = build(site.path());
    assert!(text(&own, "404.html").contains("<h1>Borta</h1><p>Provkatalogen</p>"));
    assert!(text(&own, "en/404.html").contains("<h1>Borta</h1><p>The Test Catalogue</p>"));
    for (path, bytes) in &plain {
        if !path.ends_with("404.html") {
            assert!(own[path] == *bytes, "{path} changed too");
        }
    }
}

#[test]
fn templates_of_ones_own_can_be_included() {
    let site = with_theme(&[
        ("templates/not-found.html", "{% include \"_hej.html\" %}"),
        ("templates/_hej.html", "Hej {{ page.title }} < &amp;"),
    ]);
    let built = build(site.path());
    assert!(text(&built, "404.html").starts_with("Hej "));
}

/// What authors wrote is escaped also in templates of the site's own.
#[test]
fn values_are_escaped_in_templates_of_ones_own() {
    let site = with_theme(&[("templates/not-found.html", "{{ site.title }}")]);
    let config = site.path().join("katalog.yaml");
    let old = std::fs::read_to_string(&config).unwrap();
    let new = old.replace("sv: Provkatalogen", "sv: \"Katalog <script> & \\\"co\\\"\"");
    std::fs::write(&config, new).unwrap();
    let built = build(site.path());
    assert_eq!(
        text(&built, "404.html"),
        "Katalog &lt;script&gt; &amp; &quot;co&quot;"
    );
}

#[test]
fn words_are_replaced_one_by_one() {
    let plain = build(base().path());
    let words = std::fs::read_to_string(
        crate::support::repository().join("themes/default/strings/sv.yaml"),
    )
    .unwrap();
    let (key, old) = words
        .lines()
        .find_map(|line| {
            line.strip_prefix("nav-event-types: ")
                .map(|word| ("nav-event-types", word))
        })
        .expect("the theme has a word for the list of event types");
    let old = old.trim_matches('"');
    let site = with_theme(&[("strings/sv.yaml", &format!("{key}: \"Egna ordet\"\n"))]);
    let own = build(site.path());
    assert!(text(&plain, "index.html").contains(old));
    assert!(text(&own, "index.html").contains("Egna ordet"));
    assert_eq!(text(&own, "en/index.html"), text(&plain, "en/index.html"));
    // Everything else is as it was.
    let back = text(&own, "producers/index.html").replace("Egna ordet", old);
    assert_eq!(back, text(&plain, "producers/index.html"));
}

#[test]
fn static_files_are_added_and_replaced() {
    let css = "body { color: rebeccapurple }";
    let site = with_theme(&[
        ("static/karta.svg", "<svg/>"),
        ("static/katalog.css", css),
        ("README.md", "# Temat"),
    ]);
    let built = build(site.path());
    assert_eq!(text(&built, "assets/karta.svg"), "<svg/>");
    assert_eq!(text(&built, "assets/katalog.css"), css);
    let plain = build(base().path());
    let address = |tree: &Tree| {
        let html = text(tree, "index.html").to_owned();
        let at = html
            .find("katalog.css?v=")
            .expect("the style sheet is linked");
        html[at..at + 26].to_owned()
    };
    assert_ne!(
        address(&built),
        address(&plain),
        "the hash must follow the content"
    );
    assert!(!built.keys().any(|path| path.contains("README")));
}

/// The template and the line are named, and the site that was there stays.
#[test]
fn a_template_that_fails_names_itself_and_leaves_the_old_site() {
    let site = base();
    let old = build(site.path());
    let folder = site.path().join("theme/templates");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, template, code) in [
        ("syntax", "<p>\n\n{{ page.title }\n", "K0401"),
        (
            "unknown filter",
            "<p>\n\n{{ page.title | versaler }}\n",
            "K0401",
        ),
        (
            "unknown include",
            "<p>\n\n{% include \"_inget.html\" %}\n",
            "K0401",
        ),
        ("unknown variable", "<p>\n\n{{ page.titel }}\n", "K0402"),
        ("unknown word", "<p>\n\n{{ t[\"inget\"] }}\n", "K0402"),
        (
            "wrong kind",
            "<p>\n\n{% for x in page.title.foo %}{% endfor %}\n",
            "K0402",
        ),
    ] {
        std::fs::write(folder.join("codelist.html"), template).unwrap();
        let run = Katalog::new(["build"]).within(site.path()).run().expect(1);
        assert!(run.stderr.contains(code), "{name}: {}", run.stderr);
        let place = "theme/templates/codelist.html:3:";
        assert!(run.stderr.contains(place), "{name}: {}", run.stderr);
        assert_eq!(tree(&site.path().join("public")), old, "{name}");
        let left = std::fs::read_dir(site.path()).unwrap();
        let left = left.filter(|entry| {
            entry
                .as_ref()
                .unwrap()
                .file_name()
                .to_string_lossy()
                .starts_with('.')
        });
        assert_eq!(left.count(), 0, "{name}: a folder was left behind");
    }
}
