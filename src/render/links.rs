//! Links that authors wrote, held against the pages that there are.

use super::{Output, Site, markdown};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Address, AgreementEdition, Lang, Link};
use crate::say;
use rayon::prelude::*;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

/// How many places of a page a message names.
const SHOWN: usize = 10;

/// Checks every link within the site. A link to a place on a page makes that
/// page, and looks for the place.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let links = &site.catalogue.links;
    if links.is_empty() {
        return Vec::new();
    }
    let paths = Paths::new(site, links);
    let mut ids: HashMap<Output, Option<HashSet<String>>> = HashMap::new();
    let mut findings = Vec::new();
    for link in links {
        let Some((page, fragment)) = split(site, link) else {
            continue;
        };
        let Some(&output) = paths
            .wanted
            .get(&page)
            .or_else(|| paths.wanted.get(&with_index(&page)))
        else {
            findings.push(no_page(site, link, &page, &paths));
            continue;
        };
        if fragment.is_empty() {
            continue;
        }
        let known = ids.entry(output).or_insert_with(|| ids_of(site, output));
        if let Some(known) = known
            && !known.contains(fragment)
        {
            findings.push(no_place(link, fragment, known));
        }
    }
    findings
}

/// The paths of a site that links ask for. A large site has a million paths, and
/// most links lead to the same few.
struct Paths {
    /// The outputs at paths that a link may lead to.
    wanted: HashMap<String, Output>,
    /// All paths, put together when a link leads nowhere.
    all: OnceCell<Vec<String>>,
}

impl Paths {
    fn new(site: &Site, links: &[Link]) -> Self {
        let mut seen: HashSet<(Lang, &str)> = HashSet::new();
        let mut asked: HashSet<String> = HashSet::new();
        for link in links {
            // A link to a place on its own page depends on where it stands.
            let is_new = link.target.starts_with('#') || seen.insert((link.lang, &link.target));
            if let (true, Some((page, _))) = (is_new, split(site, link)) {
                asked.insert(with_index(&page));
                asked.insert(page);
            }
        }
        let wanted = site.outputs.par_iter().filter_map(|output| {
            let path = site.path(*output);
            asked.contains(&path).then_some((path, *output))
        });
        Self {
            wanted: wanted.collect(),
            all: OnceCell::new(),
        }
    }

    fn all(&self, site: &Site) -> &[String] {
        self.all
            .get_or_init(|| site.outputs.par_iter().map(|it| site.path(*it)).collect())
    }
}

fn with_index(page: &str) -> String {
    format!("{page}index.html")
}

/// The path of the page that a link leads to, and the place on it. A link to a
/// place on its own page can only be judged where that page is a page of text.
fn split<'l>(site: &Site, link: &'l Link) -> Option<(String, &'l str)> {
    let cx = site.cx(link.lang);
    let (path, fragment) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let url = if path.is_empty() {
        cx.url(&own_page(site, link)?)
    } else {
        markdown::internal_url(&cx, path.split('?').next().unwrap_or(path))
    };
    Some((url.strip_prefix(&*site.base_path)?.to_owned(), fragment))
}

/// The page of text, the chapter or the agreement that a link stands in.
fn own_page(site: &Site, link: &Link) -> Option<Address> {
    let file = link.span.file;
    if let Some(page) = site.catalogue.pages.iter().find(|it| it.file == file) {
        return Some(Address::page(&page.slug));
    }
    let chapter = site.catalogue.guides.iter().find_map(|guide| {
        let part = guide.part_of(file)?;
        Some(super::pages::guide::of_version(guide, part))
    });
    if chapter.is_some() {
        return chapter;
    }
    site.catalogue.agreements.iter().find_map(|agreement| {
        let is_own = |it: &&AgreementEdition| it.texts.iter().flatten().any(|it| it.file == file);
        let own = agreement.editions.iter().find(is_own)?;
        Some(Address::agreement(&agreement.name, own.edition.number))
    })
}

fn no_page(site: &Site, link: &Link, page: &str, paths: &Paths) -> Diagnostic {
    let target = &link.target;
    let cx = site.cx(link.lang);
    let with_slash = format!("{page}/index.html");
    let help = if paths.all(site).contains(&with_slash) {
        say!(
            "adressen slutar med snedstreck: `{target}/`",
            "the address ends in a slash: `{target}/`"
        )
    } else if let Some((prefix, rest)) = needless_prefix(site, target) {
        say!(
            "skriv adressen utan `{prefix}`: `{rest}`",
            "write the address without `{prefix}`: `{rest}`"
        )
    } else {
        let start = cx.url(&Address::start());
        let start = &start[site.base_path.len()..];
        // The first language has no prefix, but the pages of the others are below it.
        let others: Vec<String> = site.catalogue.config().languages[1..]
            .iter()
            .map(|code| format!("{code}/"))
            .filter(|prefix| prefix != start)
            .collect();
        let mut names: Vec<&str> = paths
            .all(site)
            .iter()
            .map(|path| path.strip_suffix("index.html").unwrap_or(path))
            .filter(|path| path.starts_with(start) && !others.iter().any(|of| path.starts_with(of)))
            .collect();
        names.sort_unstable();
        match nearest(page, names) {
            Some(near) => {
                let near = near.strip_prefix(start).unwrap_or(near);
                say!("menade du `/{near}`?", "did you mean `/{near}`?")
            }
            None => say!(
                "länka till en adress som finns; varje sida visar sin adress i webbläsaren; skriv den utan språk (`/en`) och utan datorns namn, som `/concepts/kund/`",
                "link to an address that exists; the browser shows each page's address; write it without the language (`/en`) and without the host's name, such as `/concepts/kund/`"
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

/// What an author has written before an address and the renderer adds itself: the
/// base path or the code of a language. Gives it, and the address without it.
fn needless_prefix<'s>(site: &'s Site, target: &'s str) -> Option<(String, &'s str)> {
    let base = site.base_path.trim_end_matches('/');
    if !base.is_empty()
        && let Some(rest) = target.strip_prefix(base)
        && rest.starts_with('/')
    {
        return Some((base.to_owned(), rest));
    }
    let codes = &site.catalogue.config().languages;
    codes.iter().find_map(|code| {
        let rest = target.strip_prefix('/')?.strip_prefix(&**code)?;
        rest.starts_with('/').then(|| (format!("/{code}"), rest))
    })
}

fn no_place(link: &Link, fragment: &str, known: &HashSet<String>) -> Diagnostic {
    let mut names: Vec<&str> = known.iter().map(String::as_str).collect();
    names.sort_unstable();
    let help = match nearest(fragment, names.iter().copied()) {
        Some(near) => say!("menade du `#{near}`?", "did you mean `#{near}`?"),
        None => {
            let more = if names.len() > SHOWN { ", …" } else { "" };
            names.truncate(SHOWN);
            let all = names.join(", ");
            say!(
                "platserna på sidan är {all}{more}",
                "the places on the page are {all}{more}"
            )
        }
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

/// The ids on a page; nothing when its template fails, which is told of when the
/// templates are tried.
fn ids_of(site: &Site, output: Output) -> Option<HashSet<String>> {
    let mut bytes = Vec::new();
    site.render(output, &mut bytes).ok()?;
    let html = String::from_utf8_lossy(&bytes);
    let ids = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect();
    Some(ids)
}
