//! Addresses: what they ask for, and how they are written. They name customers by the
//! ids of the catalogue, so that no number of a person stands in an address or a log.

use super::query;
use crate::model::{Entity as _, NumberKind};
use crate::resolve::Catalogue;
use jiff::civil::Date;

/// Longest value of a filter that is shown again, in characters.
const MAX_WRITTEN: usize = 40;

/// The languages of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Swedish, at the root.
    Swedish,
    /// English, below `/en/`.
    English,
}

impl Language {
    /// Both, the first at the root.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// Its code, for `lang` and `Accept-Language`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The start page.
    pub(super) fn home(self) -> &'static str {
        match self {
            Self::Swedish => "/",
            Self::English => "/en/",
        }
    }
}

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// The choice of whom to be.
    Start(Language),
    /// What the index has done.
    Index(Language),
    /// A user's cases.
    Overview(Overview),
}

impl View {
    /// The language that it is asked for in.
    pub fn language(&self) -> Language {
        match self {
            Self::Start(language) | Self::Index(language) => *language,
            Self::Overview(view) => view.language,
        }
    }
}

/// A user's cases, as they are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The language of the page.
    pub language: Language,
    /// Who reads, as an index into the catalogue's test customers.
    pub user: usize,
    /// Whose cases.
    pub whom: Whom,
    /// In what order.
    pub show: Show,
    /// What they are narrowed down to.
    pub filters: Filters,
}

/// Whose cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Those of everybody that the user may read about. Where nobody is named, so that
    /// what needs doing for someone else isn't overlooked.
    All,
    /// Those of one test customer.
    One(usize),
    /// Those of somebody that the catalogue doesn't have.
    Nobody,
}

/// How cases are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// Case by case.
    Cases,
    /// By customer case area.
    Areas,
}

/// What cases are narrowed down to, with what is wrong in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// A producer, as an index into the catalogue.
    pub producer: Option<usize>,
    /// A category that the case has an event of, as an index into the catalogue.
    pub category: Option<usize>,
    /// The first day on which something may have happened in the case.
    pub from: Day,
    /// The last such day.
    pub to: Day,
    /// Only cases that aren't closed.
    pub unfinished: bool,
    /// Whether a producer was named that doesn't exist.
    pub unknown_producer: bool,
    /// Whether a category was named that doesn't exist.
    pub unknown_category: bool,
}

/// A day as it was written, and as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// As it was written; empty when it wasn't.
    pub written: String,
    /// The day, if it is one.
    pub day: Option<Date>,
}

impl Day {
    fn read(written: &str) -> Self {
        let written: String = written.trim().chars().take(MAX_WRITTEN).collect();
        let canonical = |day: &Date| day.to_string() == written;
        let day = written.parse().ok().filter(canonical);
        Self { written, day }
    }

    /// Whether something was written that is no day.
    pub(super) fn is_wrong(&self) -> bool {
        self.day.is_none() && !self.written.is_empty()
    }
}

impl Filters {
    /// Whether the first day comes after the last.
    pub(super) fn is_backwards(&self) -> bool {
        matches!((self.from.day, self.to.day), (Some(from), Some(to)) if from > to)
    }

    /// The days that count: none when they are in the wrong order, because nobody can
    /// have meant that nothing be shown.
    pub(super) fn days(&self) -> (Option<Date>, Option<Date>) {
        match self.is_backwards() {
            true => (None, None),
            false => (self.from.day, self.to.day),
        }
    }
}

/// What a path and a query ask for.
pub(super) fn read(catalogue: &Catalogue, path: &str, query: &str) -> Option<View> {
    let (language, rest) = match path.strip_prefix("/en/") {
        Some(rest) => (Language::English, rest),
        None => (Language::Swedish, path.strip_prefix('/')?),
    };
    if rest.is_empty() {
        return Some(View::Start(language));
    }
    if rest == "index/" {
        return Some(View::Index(language));
    }
    let user = rest.strip_prefix("mina/")?.strip_suffix('/')?;
    let customer = |id: &str| catalogue.customers.iter().position(|it| it.id() == id);
    let user = customer(user)?;
    if catalogue.customers[user].kind == NumberKind::Organisation {
        return None;
    }
    let mut view = Overview::of(language, user);
    for (name, value) in query::read(query) {
        let filters = &mut view.filters;
        match name.as_str() {
            "for" if value.is_empty() => {}
            "for" => view.whom = customer(&value).map_or(Whom::Nobody, Whom::One),
            "view" if value == "areas" => view.show = Show::Areas,
            "producer" if !value.is_empty() => {
                filters.producer = catalogue.producers.iter().position(|it| it.id() == value);
                filters.unknown_producer = filters.producer.is_none();
            }
            "category" if !value.is_empty() => {
                filters.category = catalogue.categories.iter().position(|it| it.id() == value);
                filters.unknown_category = filters.category.is_none();
            }
            "from" => filters.from = Day::read(&value),
            "to" => filters.to = Day::read(&value),
            "unfinished" => filters.unfinished = value == "1",
            _ => {}
        }
    }
    // How far a customer case area has come can't be told from a part of its cases.
    if view.show == Show::Areas {
        view.filters = Filters::default();
    }
    Some(View::Overview(view))
}

impl Overview {
    /// Everything about everybody that a user may read about.
    pub(super) fn of(language: Language, user: usize) -> Self {
        Self {
            language,
            user,
            whom: Whom::All,
            show: Show::Cases,
            filters: Filters::default(),
        }
    }

    /// The path, without the query.
    pub(super) fn path(&self, catalogue: &Catalogue) -> String {
        let user = catalogue.customers[self.user].id();
        format!("{}mina/{user}/", self.language.home())
    }

    /// The address.
    pub(super) fn address(&self, catalogue: &Catalogue) -> String {
        let Filters {
            producer,
            category,
            from,
            to,
            unfinished,
            ..
        } = &self.filters;
        let mut pairs = Vec::new();
        if let Whom::One(customer) = self.whom {
            pairs.push(("for", catalogue.customers[customer].id()));
        }
        if self.show == Show::Areas {
            pairs.push(("view", "areas"));
        }
        if let Some(producer) = producer {
            pairs.push(("producer", catalogue.producers[*producer].id()));
        }
        if let Some(category) = category {
            pairs.push(("category", catalogue.categories[*category].id()));
        }
        for (name, day) in [("from", from), ("to", to)] {
            if !day.written.is_empty() {
                pairs.push((name, &day.written));
            }
        }
        if *unfinished {
            pairs.push(("unfinished", "1"));
        }
        format!("{}{}", self.path(catalogue), query::write(&pairs))
    }
}
