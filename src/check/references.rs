//! What versions name, and whether it may be used.

use crate::model::{CodeList, Entity, EventType, Ref, Standing, Type, Version};
use crate::resolve::{Stored, Tables};
use crate::source::Span;

/// Something that a version names.
pub(super) struct Named<'t> {
    /// Its id.
    pub(super) name: &'t str,
    /// What kind it is, in Swedish and English.
    pub(super) kind: (&'static str, &'static str),
    /// Whether it may be used.
    pub(super) standing: Standing,
    /// Where it is named.
    pub(super) span: Span,
}

/// Calls `see` for all that each version of an event type names and that exists.
pub(super) fn each<'t>(
    tables: &'t Tables,
    event_type: &'t EventType,
    mut see: impl FnMut(&'t Version, &Named<'t>),
) {
    let process = named(tables, &event_type.process, ("processen", "process"));
    for version in &event_type.versions {
        if let Some(it) = &process {
            // The process is named by the id alone, which all versions share.
            let span = version.number.span;
            see(version, &Named { span, ..*it });
        }
        if let Some(it) = named(tables, &version.category, ("kategorin", "category")) {
            see(version, &it);
        }
        let kind = ("behörighetsobjektstypen", "authorization object type");
        for own in version.authorizations.iter() {
            if let Some(it) = named(tables, own, kind) {
                see(version, &it);
            }
        }
        for attribute in version.attributes.iter().chain(version.references.iter()) {
            lists(&attribute.ty, &mut |list| {
                if let Some(it) = named(tables, list, ("kodlistan", "code list")) {
                    see(version, &it);
                }
            });
        }
    }
}

fn named<'t, T: Stored + HasStanding>(
    tables: &'t Tables,
    reference: &'t Ref<T>,
    kind: (&'static str, &'static str),
) -> Option<Named<'t>> {
    let entity = tables.find(reference)?;
    Some(Named {
        name: entity.id(),
        kind,
        standing: entity.standing(),
        span: reference.span,
    })
}

/// The code lists that a type points to, at every depth.
pub(super) fn lists<'t>(ty: &'t Type, see: &mut impl FnMut(&'t Ref<CodeList>)) {
    match ty {
        Type::Code(codes) => codes.list.iter().for_each(see),
        Type::Object(attributes) => {
            for attribute in attributes {
                lists(&attribute.ty, see);
            }
        }
        Type::Array { items, .. } => lists(items, see),
        _ => {}
    }
}

/// What may be a draft or retired.
trait HasStanding: Entity {
    fn standing(&self) -> Standing;
}

macro_rules! has_standing {
    ($($type:ident)*) => {$(
        impl HasStanding for crate::model::$type {
            fn standing(&self) -> Standing {
                self.standing
            }
        }
    )*};
}

has_standing! { Category Authorization CodeList Process }
