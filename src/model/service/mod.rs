//! The service description: one version of the API's contract, read from OpenAPI.
//!
//! Schemas may refer to themselves, so everything that walks them keeps count of
//! where it has been ([`Service::schema`] gives a schema by its name).

mod compare;
mod compare_operations;
mod compare_schemas;
mod find;
mod operation;
mod schema;

pub use compare::{Difference, ServiceChange, Subject, compare_services};
pub use find::Walk;
pub use operation::{
    ApiExample, Header, Location, MediaType, Operation, Parameter, RequestBody, Response,
};
pub use schema::{Additional, Dependency, Json, Property, Schema, SchemaType};

use super::{EditionNumber, LocalText};
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;

/// A version of the service description.
#[derive(Debug)]
pub struct Service {
    /// Its number.
    pub number: Spanned<EditionNumber>,
    /// Whether it is decided.
    pub status: ServiceStatus,
    /// The day it was published.
    pub published: Option<Spanned<Date>>,
    /// What changed since the version before, in its steward's words.
    pub changes: Box<[LocalText]>,
    /// The API's title, summary and description.
    pub texts: Texts,
    /// Who answers questions.
    pub contact: Option<Contact>,
    /// On what terms the description may be used.
    pub license: Option<License>,
    /// Where more stands.
    pub external_docs: Option<ExternalDocs>,
    /// Where the API is.
    pub servers: Box<[Server]>,
    /// Groups of operations.
    pub tags: Box<[ApiTag]>,
    /// The security schemes of which one is needed.
    pub security: Box<[Spanned<Box<str>>]>,
    /// What the API can do.
    pub operations: Box<[Operation]>,
    /// Schemas by name, in the author's order.
    pub schemas: Box<[Named<Schema>]>,
    /// Parameters that several operations share.
    pub parameters: Box<[Named<Parameter>]>,
    /// Headers of responses.
    pub headers: Box<[Named<Header>]>,
    /// Bodies of requests.
    pub request_bodies: Box<[Named<RequestBody>]>,
    /// Responses.
    pub responses: Box<[Named<Response>]>,
    /// Examples.
    pub examples: Box<[Named<ApiExample>]>,
    /// Ways to show who is calling.
    pub security_schemes: Box<[Named<SecurityScheme>]>,
    /// Every `$ref` in the file.
    pub refs: Box<[ApiRef]>,
    /// The file that it was read from.
    pub file: FileId,
    /// The whole document as compact JSON.
    pub json: Box<str>,
    /// The author's file as it is.
    pub source: Box<str>,
}

/// Whether a version is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceStatus {
    /// May change at any time.
    Draft,
    /// In use.
    Published,
}

impl ServiceStatus {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }
}

/// The texts of a part, as far as they are written. Other than in the rest of the
/// catalogue any language may be absent, until a rule has judged them.
#[derive(Debug, Default)]
pub struct Texts {
    /// A name in words.
    pub title: Option<LocalText>,
    /// One line.
    pub summary: Option<LocalText>,
    /// What it is (Markdown).
    pub description: Option<LocalText>,
}

/// Something with a name that others refer to.
#[derive(Debug)]
pub struct Named<T> {
    /// The name.
    pub name: Spanned<Box<str>>,
    /// What it names.
    pub value: T,
}

/// Something that stands where it is used, or is referred to.
#[derive(Debug)]
pub enum OrRef<T> {
    /// It stands here.
    Here(T),
    /// It stands among the components.
    Ref(ApiRef),
}

/// The kinds of things that may be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Component {
    /// A schema.
    Schema,
    /// A parameter.
    Parameter,
    /// A header.
    Header,
    /// The body of a request.
    RequestBody,
    /// A response.
    Response,
    /// An example.
    Example,
    /// A security scheme, which is named without a `$ref`.
    SecurityScheme,
}

impl Component {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Schema,
        Self::Parameter,
        Self::Header,
        Self::RequestBody,
        Self::Response,
        Self::Example,
        Self::SecurityScheme,
    ];

    /// The key below `components`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Schema => "schemas",
            Self::Parameter => "parameters",
            Self::Header => "headers",
            Self::RequestBody => "requestBodies",
            Self::Response => "responses",
            Self::Example => "examples",
            Self::SecurityScheme => "securitySchemes",
        }
    }
}

/// A `$ref`.
#[derive(Debug, Clone)]
pub struct ApiRef {
    /// What the author wrote, such as `#/components/schemas/Kund`.
    pub target: Spanned<Box<str>>,
    /// What belongs where it stands.
    pub kind: Component,
    /// The component that it stands in, if it stands in one.
    pub within: Option<(Component, Box<str>)>,
}

impl ApiRef {
    /// The kind and the name of the component that the address leads to.
    pub fn parts(&self) -> Option<(Component, &str)> {
        let rest = self.target.strip_prefix("#/components/")?;
        let (key, name) = rest.split_once('/')?;
        let kind = Component::ALL.into_iter().find(|kind| kind.key() == key)?;
        (!name.is_empty() && !name.contains('/')).then_some((kind, name))
    }

    /// The name, when the address leads to what belongs where it stands.
    pub fn name(&self) -> Option<&str> {
        let (kind, name) = self.parts()?;
        (kind == self.kind).then_some(name)
    }
}

/// Who answers questions about the API.
#[derive(Debug)]
pub struct Contact {
    /// A name.
    pub name: Option<Box<str>>,
    /// A web address.
    pub url: Option<Box<str>>,
    /// An e-mail address.
    pub email: Option<Box<str>>,
}

/// A licence.
#[derive(Debug)]
pub struct License {
    /// Its name.
    pub name: Box<str>,
    /// Its text.
    pub url: Option<Box<str>>,
}

/// More to read elsewhere.
#[derive(Debug)]
pub struct ExternalDocs {
    /// The address.
    pub url: Box<str>,
    /// What stands there.
    pub texts: Texts,
}

/// A place where the API is.
#[derive(Debug)]
pub struct Server {
    /// Its address; `{…}` are variables.
    pub url: Spanned<Box<str>>,
    /// What it is for.
    pub texts: Texts,
    /// What stands in braces in the address.
    pub variables: Box<[Named<Variable>]>,
}

/// A part of a server's address that is chosen.
#[derive(Debug)]
pub struct Variable {
    /// The value it has unless another is chosen.
    pub default: Box<str>,
    /// The values it may have; none means any.
    pub values: Box<[Spanned<Box<str>>]>,
    /// What it tells.
    pub texts: Texts,
}

impl Server {
    /// The address with its variables filled in.
    pub fn address(&self) -> String {
        let mut address = self.url.to_string();
        for it in &self.variables {
            let name = &it.name.value;
            address = address.replace(&format!("{{{name}}}"), &it.value.default);
        }
        address
    }
}

/// A group of operations.
#[derive(Debug)]
pub struct ApiTag {
    /// Its name.
    pub name: Spanned<Box<str>>,
    /// What it holds.
    pub texts: Texts,
}

/// A way to show who is calling.
#[derive(Debug)]
pub struct SecurityScheme {
    /// Such as `oauth2`, `http` or `mutualTLS`.
    pub kind: Box<str>,
    /// How it is used.
    pub texts: Texts,
    /// Where it stands.
    pub span: Span,
}

/// The version in use: the newest that is published, or else the newest. The
/// versions stand in order, the newest first.
pub fn current_service(services: &[Service]) -> Option<&Service> {
    let published = |it: &&Service| it.status == ServiceStatus::Published;
    services.iter().find(published).or(services.first())
}
