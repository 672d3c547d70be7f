//! Who may read what, as a table with a column for each authorization object type: the
//! columns grouped by what the rights rest on.

use crate::model::{Address, Authorization, AuthorizationKind, EventType, Section};
use crate::render::context::Cx;
use serde::Serialize;

/// How many cells a page of a matrix may have, so that it isn't too heavy to load.
const CELLS: usize = 2000;

/// More columns than this have their titles turned, so that more of them fit.
const WIDE: usize = 12;

/// How many rows a page has, at most, of a matrix with so many columns.
pub(super) fn rows_of_page(columns: usize) -> usize {
    (CELLS / columns.max(1)).clamp(8, 100)
}

/// The head of a matrix.
#[derive(Serialize)]
pub(super) struct Columns<'s> {
    /// Whether there are so many that their titles are turned.
    wide: bool,
    groups: Vec<Group<'s>>,
    all: Vec<Column<'s>>,
}

/// Columns whose rights rest on the same.
#[derive(Serialize)]
struct Group<'s> {
    key: &'static str,
    title: &'s str,
    count: usize,
}

/// An authorization object type.
#[derive(Serialize)]
struct Column<'s> {
    title: &'s str,
    url: String,
}

/// The head of a matrix with some of the authorization object types, in order.
pub(super) fn columns<'s>(cx: &Cx<'s>, shown: &[u32]) -> Columns<'s> {
    let own = |at: &u32| &cx.catalogue.authorizations[*at as usize];
    let column = |it: &'s Authorization| Column {
        title: cx.text(&it.title),
        url: cx.url(&Address::entity(Section::Authorizations, &it.id)),
    };
    let group = |kind: AuthorizationKind| Group {
        key: kind.key(),
        title: cx.t(&format!("authorization-kind-{}", kind.key())),
        count: shown.iter().filter(|at| own(at).kind == kind).count(),
    };
    let groups = AuthorizationKind::ALL.into_iter().map(group);
    Columns {
        wide: shown.len() > WIDE,
        groups: groups.filter(|it| it.count > 0).collect(),
        all: shown.iter().map(|at| column(own(at))).collect(),
    }
}

/// How an authorization object type opens an event type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Right {
    /// The event type names it.
    Stated,
    /// It includes one that the event type names.
    Inherited,
    /// It doesn't.
    None,
}

/// Whether those who hold an authorization object type may read an event type as it is now.
pub(super) fn right(cx: &Cx<'_>, authorization: u32, event_type: &EventType) -> Right {
    let stated = &event_type.current().authorizations;
    if stated.iter().any(|it| it.index == authorization) {
        return Right::Stated;
    }
    let included = cx.catalogue.included(authorization);
    match stated.iter().any(|it| included.contains(&it.index)) {
        true => Right::Inherited,
        false => Right::None,
    }
}
