//! The frame around every page: title, addresses, breadcrumbs, language switch.

use super::banner::{self, Banner};
use crate::model::{Address, Section, Standing};
use crate::render::context::Cx;
use crate::render::exports::feed;
use crate::render::order::Latest;
use crate::render::{Made, html};
use serde::Serialize;

/// What the frame needs of a page.
#[derive(Serialize)]
pub(super) struct Page {
    title: String,
    description: String,
    canonical: String,
    kind: &'static str,
    section: &'static str,
    breadcrumbs: Vec<Link>,
    languages: Vec<Language>,
    json: Option<String>,
    changed: Option<Changed>,
    toc: Vec<TocEntry>,
    standing: Option<Banner>,
}

/// Words with an address.
#[derive(Serialize, Clone)]
pub(super) struct Link {
    pub(super) title: String,
    pub(super) url: String,
}

#[derive(Serialize)]
struct Language {
    code: String,
    name: String,
    url: String,
    /// With the host: search engines want nothing else.
    absolute: String,
    current: bool,
}

#[derive(Serialize)]
struct Changed {
    date: String,
    text: String,
}

/// A line of the page's own contents.
#[derive(Serialize)]
pub(super) struct TocEntry {
    pub(super) id: String,
    pub(super) title: String,
}

/// Builds a [`Page`].
pub(super) struct Frame<'s> {
    cx: Cx<'s>,
    page: Page,
}

impl<'s> Frame<'s> {
    /// The frame of the page at an address.
    pub(super) fn new(
        cx: Cx<'s>,
        kind: &'static str,
        address: &Address,
        title: &str,
        description: &str,
    ) -> Self {
        let config = cx.catalogue.config();
        let languages = config
            .langs()
            .map(|lang| {
                let code = config.code(lang);
                let own_name = cx.t(&format!("language-own-{code}"));
                let url = cx.url_in(lang, address);
                Language {
                    code: code.to_owned(),
                    name: if own_name.is_empty() {
                        code.to_owned()
                    } else {
                        own_name.to_owned()
                    },
                    absolute: cx.absolute(&url),
                    url,
                    current: lang == cx.lang,
                }
            })
            .collect();
        let home = Link {
            title: cx.t("crumb-home").to_owned(),
            url: cx.url(&Address::start()),
        };
        let page = Page {
            title: title.to_owned(),
            description: shorten(description),
            canonical: cx.absolute(&cx.url(address)),
            kind,
            section: "",
            breadcrumbs: vec![home],
            languages,
            json: None,
            changed: None,
            standing: None,
            toc: Vec::new(),
        };
        Self { cx, page }
    }

    /// Puts the page in a section of the menu, with a breadcrumb to it.
    pub(super) fn section(mut self, section: Section) -> Self {
        self.page.section = section.key();
        let title = self.cx.t(&format!("nav-{}", section.key())).to_owned();
        let url = self.cx.url(&Address::section(section));
        self.page.breadcrumbs.push(Link { title, url });
        self
    }

    /// Gives the page another title than the one it was begun with.
    pub(super) fn title(mut self, title: &str) -> Self {
        self.page.title = title.to_owned();
        self
    }

    /// Marks another section of the menu than the breadcrumbs go through.
    pub(super) fn menu(mut self, section: Section) -> Self {
        self.page.section = section.key();
        self
    }

    /// Adds a breadcrumb; the last is the page itself.
    pub(super) fn crumb(mut self, title: &str, address: &Address) -> Self {
        let url = self.cx.url(address);
        self.page.breadcrumbs.push(Link {
            title: title.to_owned(),
            url,
        });
        self
    }

    /// Links to the page's JSON, by its path below the root.
    pub(super) fn json(mut self, path: &str) -> Self {
        self.page.json = Some(self.cx.file_url(path));
        self
    }

    /// Says what changed last among the event types that the page is about.
    pub(super) fn latest(self, latest: Option<Latest>) -> Self {
        let Some(latest) = latest else { return self };
        let event_type = &self.cx.catalogue.event_types[latest.event_type as usize];
        let number = &event_type.versions[latest.version].number.value;
        let version = format!("{} {number}", event_type.id.value);
        self.changed(&latest.date.to_string(), &version)
    }

    /// Says when the entry last changed, and in which version.
    pub(super) fn changed(mut self, date: &str, version: &str) -> Self {
        if !date.is_empty() {
            let text = self
                .cx
                .fill("changed-text", &[("version", version), ("date", date)]);
            self.page.changed = Some(Changed {
                date: date.to_owned(),
                text,
            });
        }
        self
    }

    /// Adds a line to the page's own contents.
    pub(super) fn toc(mut self, id: &str, title: &str) -> Self {
        self.page.toc.push(TocEntry {
            id: id.to_owned(),
            title: title.to_owned(),
        });
        self
    }

    /// A notice when what the page is about may not be used, or not any more.
    pub(super) fn standing(mut self, standing: Standing) -> Self {
        self.page.standing = banner::of_standing(&self.cx, standing);
        self
    }

    /// The finished page.
    pub(super) fn done(self) -> Page {
        self.page
    }
}

/// A description for search engines: one line of at most some 160 characters,
/// cut between words.
fn shorten(text: &str) -> String {
    let plain = plain_text(text);
    if plain.chars().count() <= 160 {
        return plain;
    }
    let cut: String = plain.chars().take(158).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches([',', ';', ':', '.']))
}

/// The first paragraph or list of a Markdown text without its marks.
pub(super) fn plain_text(text: &str) -> String {
    use crate::model::term::{markdown_options, shown_and_term};
    use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
    let mut plain = String::with_capacity(text.len());
    let mut shown = None;
    for event in Parser::new_ext(text, markdown_options()) {
        match event {
            Event::Start(Tag::Link {
                link_type: LinkType::WikiLink { .. },
                dest_url,
                ..
            }) => shown = Some(shown_and_term(&dest_url, "").0),
            Event::End(TagEnd::Link) => {
                if let Some(shown) = shown.take() {
                    plain.push_str(&shown);
                }
            }
            // Within a term stands the term itself, not the words that are shown.
            Event::Text(_) if shown.is_some() => {}
            Event::Text(part) | Event::Code(part) => plain.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Item) => plain.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::List(_)) => break,
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Makes a page from a template and what it is given.
pub(super) fn render<T: Serialize>(
    cx: &Cx<'_>,
    template: &str,
    context: &T,
    out: &mut Vec<u8>,
) -> Made {
    let theme = &cx.site.theme;
    if let Some(given) = &cx.site.given {
        given.note(template, context);
    }
    let mut context =
        tera::Context::from_serialize(context).map_err(|error| theme.failed(template, &error))?;
    for (name, value) in cx.site.globals(cx.lang) {
        context.insert_value(*name, value.clone());
    }
    theme.engines[cx.lang.index()]
        .render_to(template, &context, out)
        .map_err(|error| theme.failed(template, &error))
}

/// What every template is given besides the page: the site in one language.
pub(in crate::render) fn globals(cx: &Cx<'_>) -> Vec<(&'static str, tera::Value)> {
    #[derive(Serialize)]
    struct NavEntry {
        key: &'static str,
        title: String,
        url: String,
    }
    #[derive(Serialize)]
    struct Site {
        title: String,
        description: String,
        notice_html: Option<String>,
        publisher: String,
        contact_email: String,
        standard_version: String,
        home_url: String,
        /// The feed of changes, when there are any.
        feed_url: Option<String>,
        nav: Vec<NavEntry>,
        footer: Vec<super::menu::Group>,
    }
    #[derive(Serialize)]
    struct Assets {
        css: String,
        js: String,
        icon: String,
    }
    let config = cx.catalogue.config();
    let word = |key: &str| cx.t(key).to_owned();
    let entry = |section: Section| NavEntry {
        key: section.key(),
        title: word(&format!("nav-{}", section.key())),
        url: cx.url(&Address::section(section)),
    };
    let nav = super::menu::sections(cx).into_iter().map(entry).collect();
    let site = Site {
        title: cx.text(&config.title).to_owned(),
        description: cx.text(&config.description).to_owned(),
        notice_html: config.notice.as_ref().map(|notice| cx.markdown(notice)),
        publisher: cx.text(&config.publisher).to_owned(),
        contact_email: config.email.to_string(),
        standard_version: config.standard_version.to_string(),
        home_url: cx.url(&Address::start()),
        feed_url: feed::exists(cx.site).then(|| cx.file_url(&feed::path(cx, cx.lang))),
        nav,
        footer: super::menu::footer(cx),
    };
    let asset = |name: &str| cx.file_url(&cx.site.theme.asset(name));
    let assets = Assets {
        css: asset("katalog.css"),
        js: asset("katalog.js"),
        icon: asset("icon.svg"),
    };
    vec![
        ("site", tera::Value::from_serializable(&site)),
        ("assets", tera::Value::from_serializable(&assets)),
        ("lang", tera::Value::from(config.code(cx.lang))),
        ("base", tera::Value::from(&*cx.site.base_path)),
    ]
}

/// Words with an address, as HTML.
pub(super) fn link_html(title: &str, url: &str) -> String {
    html::link(url, title)
}
