//! Links that authors wrote, held against the pages that there are.

use super::{Output, Site, markdown};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::Link;
use crate::say;
use std::collections::{HashMap, HashSet};

/// Checks every link within the site. A link to a place on a page makes that
/// page, and looks for the place.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let links = &site.catalogue.links;
    if links.is_empty() {
        return Vec::new();
    }
    let paths: HashMap<String, Output> = site.outputs.iter().map(|o| (site.path(*o), *o)).collect();
    let mut ids: HashMap<Output, HashSet<String>> = HashMap::new();
    let mut findings = Vec::new();
    for link in links {
        let Some((page, fragment)) = split(site, link) else {
            continue;
        };
        let Some(&output) = paths
            .get(&page)
            .or_else(|| paths.get(&format!("{page}index.html")))
        else {
            findings.push(no_page(site, link, &page, &paths));
            continue;
        };
        if fragment.is_empty() {
            continue;
        }
        let known = ids.entry(output).or_insert_with(|| ids_of(site, output));
        if !known.contains(fragment) {
            findings.push(no_place(link, fragment, known));
        }
    }
    findings
}

/// The path of the page that a link leads to, and the place on it. A link to a
/// place on its own page can only be judged where that page is a page of text.
fn split<'l>(site: &Site, link: &'l Link) -> Option<(String, &'l str)> {
    let cx = site.cx(link.lang);
    let (path, fragment) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let url = if path.is_empty() {
        let page = site
            .catalogue
            .pages
            .iter()
            .find(|page| page.file == link.span.file)?;
        cx.url(&crate::model::Address::page(&page.slug))
    } else {
        markdown::internal_url(&cx, path.split('?').next().unwrap_or(path))
    };
    Some((url.strip_prefix(&*site.base_path)?.to_owned(), fragment))
}

fn no_page(site: &Site, link: &Link, page: &str, paths: &HashMap<String, Output>) -> Diagnostic {
    let target = &link.target;
    let with_slash = format!("{page}/index.html");
    let help = if paths.contains_key(&with_slash) {
        say!(
            "adressen slutar med snedstreck: `{target}/`",
            "the address ends in a slash: `{target}/`"
        )
    } else {
        let mut names: Vec<&str> = paths
            .keys()
            .map(|path| path.strip_suffix("index.html").unwrap_or(path))
            .collect();
        names.sort_unstable();
        match nearest(page, names) {
            Some(near) => {
                let near = near
                    .strip_prefix(
                        &site.cx(link.lang).url(&crate::model::Address::start())
                            [site.base_path.len()..],
                    )
                    .unwrap_or(near);
                say!("menade du `/{near}`?", "did you mean `/{near}`?")
            }
            None => say!(
                "länka till en adress som finns; varje sida visar sin adress i webbläsaren",
                "link to an address that exists; the browser shows each page's address"
            ),
        }
    };
    Diagnostic::new(
        "K0203",
        link.span,
        say!(
            "sidan `{target}` finns inte",
            "the page `{target}` doesn't exist"
        ),
    )
    .help(help)
}

fn no_place(link: &Link, fragment: &str, known: &HashSet<String>) -> Diagnostic {
    let mut names: Vec<&str> = known.iter().map(String::as_str).collect();
    names.sort_unstable();
    let help = match nearest(fragment, names.iter().copied()) {
        Some(near) => say!("menade du `#{near}`?", "did you mean `#{near}`?"),
        None => say!(
            "länka till sidan utan `#{fragment}`, eller till en rubrik som finns på den",
            "link to the page without `#{fragment}`, or to a heading that is on it"
        ),
    };
    Diagnostic::new(
        "K0203",
        link.span,
        say!(
            "platsen `#{fragment}` finns inte på sidan",
            "there is no place `#{fragment}` on the page"
        ),
    )
    .help(help)
}

/// The ids on a page. A page whose template fails has none: that is reported
/// when it is made.
fn ids_of(site: &Site, output: Output) -> HashSet<String> {
    let mut bytes = Vec::new();
    let _ = site.render(output, &mut bytes);
    let html = String::from_utf8_lossy(&bytes);
    html.split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}
