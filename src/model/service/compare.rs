//! What differs between two versions of the service description, and who must act.
//!
//! Whoever sends something may always send less freely; whoever receives something
//! may always accept more. In a question consumers send and producers receive, in an
//! answer it is the other way round. Unknown properties of an answer are ignored by
//! everybody, as the standard says.

use super::Service;
use super::compare_operations::operations;
use super::compare_schemas::{Compare, sides};

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceChange {
    /// What kind of thing has changed.
    pub subject: Subject,
    /// Which: an operation, a parameter, a status, or a property with its schema.
    pub path: String,
    /// How.
    pub what: Difference,
    /// Whether it is part of a question.
    pub asked: bool,
    /// Whether it is part of an answer.
    pub answered: bool,
}

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// An answer, by its status.
    Answer,
    /// A schema as a whole.
    Schema,
    /// A property.
    Property,
}

impl Subject {
    /// The name in the strings of a theme.
    pub fn key(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Parameter => "parameter",
            Self::Answer => "answer",
            Self::Schema => "schema",
            Self::Property => "property",
        }
    }
}

/// How something has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It is new, and must be there.
    AddedRequired,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It must be there from now on.
    NowRequired,
    /// It may be left out from now on.
    NowOptional,
    /// A value has come to a list of values.
    ValueAdded(String),
    /// A value has gone from a list of values.
    ValueRemoved(String),
    /// A bound lets more through.
    Loosened(&'static str, String, String),
    /// A bound lets less through.
    Tightened(&'static str, String, String),
    /// Something else, by its keyword, from and to.
    Changed(&'static str, String, String),
    /// It is on its way out.
    Deprecated,
}

impl ServiceChange {
    /// Whether consumers and producers must adapt, in this order.
    pub fn must_adapt(&self) -> (bool, bool) {
        // Who must adapt: the one who sends, the one who receives.
        let in_question = self.asked.then(|| self.effect(true));
        let in_answer = self.answered.then(|| self.effect(false));
        let (asks_sender, asks_receiver) = in_question.unwrap_or_default();
        let (answers_sender, answers_receiver) = in_answer.unwrap_or_default();
        (
            asks_sender || answers_receiver,
            asks_receiver || answers_sender,
        )
    }

    /// Whether the sender and the receiver must adapt.
    fn effect(&self, asked: bool) -> (bool, bool) {
        use Difference as D;
        match (self.subject, &self.what) {
            (_, D::Deprecated) => (false, false),
            // A producer must offer what is new; a consumer misses what is gone.
            (Subject::Operation, D::Added | D::AddedRequired) => (false, asked),
            (Subject::Operation, D::Removed) => (asked, false),
            // A consumer must know every status; the producer may use it.
            (Subject::Answer, D::Added | D::AddedRequired) => (false, true),
            (Subject::Answer, D::Removed) => (true, false),
            (_, D::AddedRequired) => (true, asked),
            // What is unknown in an answer is ignored; a question asks for something.
            (_, D::Added) => (false, asked),
            (_, D::Removed) => (asked, !asked),
            (_, D::NowRequired | D::ValueRemoved(_) | D::Tightened(..)) => (true, false),
            (_, D::NowOptional | D::ValueAdded(_) | D::Loosened(..)) => (false, true),
            (_, D::Changed(..)) => (true, true),
        }
    }
}

/// What differs, in the order of the newer file; what is gone comes last of its kind.
pub fn compare_services(old: &Service, new: &Service) -> Vec<ServiceChange> {
    let mut out = Vec::new();
    let read = |it: &Service| serde_json::from_str(&it.json).unwrap_or_default();
    let documents = [read(old), read(new)];
    operations(old, new, &documents, &mut out);
    let (old_sides, new_sides) = (sides(old), sides(new));
    for it in &new.schemas {
        let name = &*it.name.value;
        let sides = new_sides.get(name).copied().unwrap_or_default();
        // A schema that is new is told of by what refers to it.
        let Some(before) = old.schema(name) else {
            continue;
        };
        let mut walk = Compare::new(sides, &documents, &mut out);
        walk.schema(name, before, &it.value, Subject::Schema);
    }
    for it in &old.schemas {
        let name = &*it.name.value;
        if new.schema(name).is_none()
            && let Some(&(asked, answered)) = old_sides.get(name)
        {
            out.push(ServiceChange {
                subject: Subject::Schema,
                path: name.to_owned(),
                what: Difference::Removed,
                asked,
                answered,
            });
        }
    }
    out.sort_by_key(|it| it.subject);
    out
}
