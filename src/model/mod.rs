//! The domain, free of input and output: what an event type, a producer or a
//! process is, and the rules that belong to the things themselves.
//!
//! Every value that an author wrote carries its place ([`crate::source::Span`]),
//! so that whatever is found later can be shown where it stands.

mod actor;
mod address;
mod agreement;
mod area;
mod attribute;
mod block;
pub mod canonical;
pub mod change;
mod common;
mod config;
mod document;
mod event_type;
mod id;
pub mod identity;
mod lock;
mod page;
pub mod pattern;
mod policy;
mod process;
mod reference;
mod register;
mod roadmap;
mod sandbox;
pub mod service;
mod template;
pub mod term;
mod test_number;
mod text;

pub use actor::{
    Actor, ActorKind, Consumer, Environment, EnvironmentName, EnvironmentStatus, Producer,
};
pub use address::{Address, DIAGRAMS, Section};
pub use agreement::{
    Agreement, AgreementEdition, AgreementField, AgreementFile, AgreementHead, AgreementText,
    ClauseCell, ClauseHeading, ClausePart, ClauseSection, ClauseTree, Divided, FieldChoice,
    FieldKind, FieldValue, Inline, ListMark, MarkupSlip, SWEDISH_MONTHS, SlipKind, day_in_words,
    divide, is_field_name, letters, roman,
};
pub use area::{CaseArea, CaseStep, MAX_PREFIXES};
pub use attribute::{Attribute, Bounds, CodeValue, Codes, Type};
pub use block::{Block, Drawing, DrawingEdge, DrawingNode, Emphasis, ListOf};
pub use common::{
    Area, Authorization, AuthorizationKind, Category, CodeList, Concept, CustomerKind, Relation,
    RelationKind, Standing, Terms,
};
pub use config::Config;
pub use document::{
    Chapter, Edition, EditionNumber, Guide, GuideHead, GuideText, OPENING_TEXT, Texts,
};
pub use event_type::{EventType, Example, FromTemplate, Status, Truth, Version};
pub use id::{is_code_value, is_concept_id, is_event_type_id, is_name, is_prefix, matches_prefix};
pub use lock::{LOCK_HEADING, Lock, LockLine, write_lock};
pub use page::{IMAGES, Image, Link, Page};
pub use policy::{Excepted, Exception, MAX_MAJORS, NOTICE_MONTHS, Policy};
pub use process::{LegalBasis, Process, State, Transition, begins, reached};
pub use reference::{Entity, Ref};
pub use register::{Conformance, Fulfilment, Requirement, RequirementKind, SignedAgreement};
pub use roadmap::{Measure, Period, Progress, Promise, PromiseLink, Roadmap};
pub use sandbox::{NumberKind, Power, TestCustomer};
pub use service::{Service, ServiceStatus};
pub use template::{
    Adopted, Adoption, Override, PREFIX_PLACE, PRODUCER_PLACE, Pin, Template, TemplateVersion,
};
pub use test_number::NumberSlip;
pub use text::{Lang, LocalText, slug};
