//! References between entities: a name where it is written, an index once it
//! has been resolved.

use crate::source::Span;
use std::marker::PhantomData;

/// Something that can be referred to by its id.
pub trait Entity {
    /// The id.
    fn id(&self) -> &str;
    /// Where the id stands.
    fn id_span(&self) -> Span;
}

/// A reference to a `T`.
#[derive(Debug)]
pub struct Ref<T> {
    /// The id as the author wrote it.
    pub name: Box<str>,
    /// Where.
    pub span: Span,
    /// Index into the catalogue's list of `T`, set by the resolve stage.
    pub(crate) index: u32,
    marker: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// A reference that hasn't been resolved yet.
    pub fn new(name: Box<str>, span: Span) -> Self {
        Self {
            name,
            span,
            index: u32::MAX,
            marker: PhantomData,
        }
    }

    /// Whether what it names has been found.
    pub fn is_resolved(&self) -> bool {
        self.index != u32::MAX
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            span: self.span,
            index: self.index,
            marker: PhantomData,
        }
    }
}
