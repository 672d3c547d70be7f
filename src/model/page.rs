//! Pages that are written as Markdown.

use super::{Block, Lang};
use crate::source::{FileId, Span, Spanned};

/// A page of text, such as "About the catalogue".
#[derive(Debug)]
pub struct Page {
    /// Its name in addresses: the file's name.
    pub slug: Box<str>,
    /// The language it is in.
    pub lang: Lang,
    /// The file it came from.
    pub file: FileId,
    /// Its heading.
    pub title: Spanned<Box<str>>,
    /// What it is about, for search engines and link lists.
    pub description: Spanned<Box<str>>,
    /// Whether it is still being written.
    pub draft: bool,
    /// The text (Markdown).
    pub body: Box<str>,
    /// The blocks in it, in order.
    pub blocks: Box<[Block]>,
}

/// A link to somewhere within the site that an author wrote in a text.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it stands.
    pub span: Span,
    /// The language of the text it stands in.
    pub lang: Lang,
    /// The target, such as `/concepts/kundhandelse/#notes`, or `#notes` for the
    /// same page.
    pub target: Box<str>,
}

/// An image that pages of text show.
#[derive(Debug)]
pub struct Image {
    /// Its path below the site's folder of images, such as `portal.png`.
    pub path: Box<str>,
    /// Its bytes.
    pub bytes: Box<[u8]>,
    /// Width and height in pixels.
    pub size: (usize, usize),
}

/// The address below which images stand, in texts and on the site.
pub const IMAGES: &str = "/images/";
