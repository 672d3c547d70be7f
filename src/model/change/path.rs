//! Where a change is, within a version.

use std::fmt;

/// The way down to a part of a version, each part knowing the one above it. It
/// becomes text only when something has changed, which is seldom.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    above: Option<&'p Path<'p>>,
    mark: &'static str,
    name: &'p str,
}

impl<'p> Path<'p> {
    /// A field of the version, or a path that has been written already.
    pub(super) fn root(name: &'p str) -> Self {
        Self {
            above: None,
            mark: "",
            name,
        }
    }

    /// An attribute below this.
    pub(super) fn attribute(&'p self, name: &'p str) -> Self {
        self.below(".", name)
    }

    /// What the list at this path holds.
    pub(super) fn items(&'p self) -> Self {
        self.below("[]", "")
    }

    /// One of the codes at this path.
    pub(super) fn code(&'p self, value: &'p str) -> Self {
        self.below("=", value)
    }

    /// A field of what is at this path, such as `maxLength`. It has a mark of its
    /// own, because an attribute can be called `description`.
    pub(super) fn field(&'p self, name: &'p str) -> Self {
        self.below("#", name)
    }

    /// The text here in a language.
    pub(super) fn language(&'p self, code: &'p str) -> Self {
        self.below(".", code)
    }

    fn below(&'p self, mark: &'static str, name: &'p str) -> Self {
        Self {
            above: Some(self),
            mark,
            name,
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        f.write_str(self.mark)?;
        f.write_str(self.name)
    }
}
