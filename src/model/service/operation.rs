//! Operations: what is asked, and what is answered.

use super::{ApiRef, ExternalDocs, Json, Named, OrRef, Schema, Texts};
use crate::source::{Span, Spanned};

/// Something that the API can do.
#[derive(Debug)]
pub struct Operation {
    /// Its name in addresses and generated code.
    pub id: Spanned<Box<str>>,
    /// `POST`, `GET`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// Its path below the server.
    pub path: Spanned<Box<str>>,
    /// Summary and description.
    pub texts: Texts,
    /// The groups it belongs to.
    pub tags: Box<[Spanned<Box<str>>]>,
    /// Its parameters, those of its path first.
    pub parameters: Box<[OrRef<Parameter>]>,
    /// What is sent.
    pub request_body: Option<OrRef<RequestBody>>,
    /// The answers by status.
    pub responses: Box<[Named<OrRef<Response>>]>,
    /// The security schemes of which one is needed, when they aren't the API's.
    pub security: Option<Box<[Spanned<Box<str>>]>>,
    /// Whether it is on its way out.
    pub deprecated: bool,
    /// Where more stands.
    pub external_docs: Option<ExternalDocs>,
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// In the path.
    Path,
    /// After the question mark.
    Query,
    /// As a header.
    Header,
    /// As a cookie.
    Cookie,
}

impl Location {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// A parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Spanned<Box<str>>,
    /// Where it is sent.
    pub location: Location,
    /// What it holds, as a header does.
    pub header: Header,
}

/// A header of a response, or what a parameter has in common with one.
#[derive(Debug)]
pub struct Header {
    /// Whether it must be there.
    pub required: bool,
    /// Whether it is on its way out.
    pub deprecated: bool,
    /// What it means.
    pub texts: Texts,
    /// What it may hold.
    pub schema: Option<Schema>,
    /// Examples.
    pub examples: Box<[OrRef<ApiExample>]>,
    /// Where it stands.
    pub span: Span,
}

/// The body of a request.
#[derive(Debug)]
pub struct RequestBody {
    /// Whether it must be there.
    pub required: bool,
    /// What it is.
    pub texts: Texts,
    /// What it may hold, by media type.
    pub content: Box<[MediaType]>,
    /// Where it stands.
    pub span: Span,
}

/// An answer.
#[derive(Debug)]
pub struct Response {
    /// When it is given.
    pub texts: Texts,
    /// Its headers.
    pub headers: Box<[Named<OrRef<Header>>]>,
    /// What it may hold, by media type.
    pub content: Box<[MediaType]>,
    /// Where it stands.
    pub span: Span,
}

/// A body of a certain media type.
#[derive(Debug)]
pub struct MediaType {
    /// Such as `application/json`.
    pub name: Spanned<Box<str>>,
    /// What it may hold.
    pub schema: Option<Schema>,
    /// Examples.
    pub examples: Box<[OrRef<ApiExample>]>,
}

/// An example.
#[derive(Debug)]
pub struct ApiExample {
    /// Its name; absent where `example` stands alone.
    pub name: Option<Box<str>>,
    /// Summary and description.
    pub texts: Texts,
    /// The value.
    pub value: Json,
    /// Where it stands.
    pub span: Span,
}

impl<T> OrRef<T> {
    /// The reference, if it is one.
    pub fn reference(&self) -> Option<&ApiRef> {
        match self {
            Self::Here(_) => None,
            Self::Ref(reference) => Some(reference),
        }
    }
}
