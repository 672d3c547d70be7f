//! Finding things in a service description.

use super::{
    ApiExample, ApiRef, Header, MediaType, Named, Operation, OrRef, Parameter, RequestBody,
    Response, Schema, Service,
};

fn named<'s, T>(all: &'s [Named<T>], reference: &ApiRef) -> Option<&'s T> {
    let name = reference.name()?;
    let found = all.iter().find(|it| &*it.name.value == name)?;
    Some(&found.value)
}

fn here<'s, T>(all: &'s [Named<T>], it: &'s OrRef<T>) -> Option<&'s T> {
    match it {
        OrRef::Here(it) => Some(it),
        OrRef::Ref(reference) => named(all, reference),
    }
}

impl Service {
    /// The schema with a name.
    pub fn schema(&self, name: &str) -> Option<&Schema> {
        let found = self.schemas.iter().find(|it| &*it.name.value == name)?;
        Some(&found.value)
    }

    /// The schema that a reference leads to.
    pub fn schema_of(&self, reference: &ApiRef) -> Option<&Schema> {
        named(&self.schemas, reference)
    }

    /// A parameter, wherever it stands.
    pub fn parameter<'s>(&'s self, it: &'s OrRef<Parameter>) -> Option<&'s Parameter> {
        here(&self.parameters, it)
    }

    /// A header, wherever it stands.
    pub fn header<'s>(&'s self, it: &'s OrRef<Header>) -> Option<&'s Header> {
        here(&self.headers, it)
    }

    /// The body of a request, wherever it stands.
    pub fn request_body<'s>(&'s self, it: &'s OrRef<RequestBody>) -> Option<&'s RequestBody> {
        here(&self.request_bodies, it)
    }

    /// A response, wherever it stands.
    pub fn response<'s>(&'s self, it: &'s OrRef<Response>) -> Option<&'s Response> {
        here(&self.responses, it)
    }

    /// An example, wherever it stands.
    pub fn example<'s>(&'s self, it: &'s OrRef<ApiExample>) -> Option<&'s ApiExample> {
        here(&self.examples, it)
    }

    /// The operation with a name.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|it| &*it.id.value == id)
    }
}

/// A walk over everything in a file as it is written, without following references,
/// so that it always ends.
pub trait Walk<'s> {
    /// A schema, before what is in it. `property` tells the property whose it is.
    fn schema(&mut self, _schema: &'s Schema, _property: Option<&'s str>) {}
    /// An example, and the schema that it must follow.
    fn example(&mut self, _example: &'s OrRef<ApiExample>, _schema: Option<&'s Schema>) {}
    /// A parameter.
    fn parameter(&mut self, _parameter: &'s Parameter) {}
    /// A header of a response.
    fn header(&mut self, _name: &'s str, _header: &'s Header) {}
    /// The body of a request.
    fn request_body(&mut self, _body: &'s RequestBody) {}
    /// A response.
    fn response(&mut self, _name: &'s str, _response: &'s Response) {}

    /// Walks over a whole service description.
    fn walk(&mut self, service: &'s Service)
    where
        Self: Sized,
    {
        for operation in &service.operations {
            for parameter in &operation.parameters {
                if let OrRef::Here(parameter) = parameter {
                    parameter_in(self, parameter);
                }
            }
            if let Some(OrRef::Here(body)) = &operation.request_body {
                self.request_body(body);
                content(self, &body.content);
            }
            for it in &operation.responses {
                if let OrRef::Here(response) = &it.value {
                    response_in(self, &it.name.value, response);
                }
            }
        }
        for it in &service.schemas {
            schema_in(self, &it.value, None);
        }
        for it in &service.parameters {
            parameter_in(self, &it.value);
        }
        for it in &service.headers {
            header_in(self, &it.name.value, &it.value);
        }
        for it in &service.request_bodies {
            self.request_body(&it.value);
            content(self, &it.value.content);
        }
        for it in &service.responses {
            response_in(self, &it.name.value, &it.value);
        }
    }
}

fn schema_in<'s>(walk: &mut impl Walk<'s>, schema: &'s Schema, property: Option<&'s str>) {
    walk.schema(schema, property);
    for it in &schema.properties {
        schema_in(walk, &it.schema, Some(&it.name.value));
    }
    let unnamed = schema.held().skip(schema.properties.len());
    for it in unnamed.chain(schema.same_value()) {
        schema_in(walk, it, None);
    }
}

fn parameter_in<'s>(walk: &mut impl Walk<'s>, parameter: &'s Parameter) {
    walk.parameter(parameter);
    value(walk, &parameter.header.schema, &parameter.header.examples);
}

fn header_in<'s>(walk: &mut impl Walk<'s>, name: &'s str, header: &'s Header) {
    walk.header(name, header);
    value(walk, &header.schema, &header.examples);
}

fn value<'s>(
    walk: &mut impl Walk<'s>,
    schema: &'s Option<Schema>,
    examples: &'s [OrRef<ApiExample>],
) {
    if let Some(schema) = schema {
        schema_in(walk, schema, None);
    }
    for example in examples {
        walk.example(example, schema.as_ref());
    }
}

fn content<'s>(walk: &mut impl Walk<'s>, content: &'s [MediaType]) {
    for media in content {
        value(walk, &media.schema, &media.examples);
    }
}

fn response_in<'s>(walk: &mut impl Walk<'s>, name: &'s str, response: &'s Response) {
    walk.response(name, response);
    for it in &response.headers {
        if let OrRef::Here(header) = &it.value {
            header_in(walk, &it.name.value, header);
        }
    }
    content(walk, &response.content);
}
