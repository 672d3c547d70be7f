//! Agreement templates: what parties sign, with the places that they fill in.

mod clause;
mod divide;
mod field;
mod slip;

pub use clause::{
    ClauseCell, ClauseHeading, ClausePart, ClauseSection, ClauseTree, Inline, ListMark, letters,
    roman,
};
pub use divide::divide;
pub use field::{
    AgreementField, FieldChoice, FieldKind, FieldValue, SWEDISH_MONTHS, day_in_words, is_field_name,
};

pub use slip::{Divided, MarkupSlip, SlipKind};

use super::{Edition, EditionNumber, Lang};
use crate::source::{FileId, Spanned};

/// An agreement template with all its versions.
#[derive(Debug)]
pub struct Agreement {
    /// Its name in addresses, such as `producer`.
    pub name: Box<str>,
    /// The versions, oldest first.
    pub editions: Box<[AgreementEdition]>,
}

impl Agreement {
    /// The place of the version that is in use.
    pub fn current_index(&self) -> usize {
        Edition::current(self.editions.iter().map(|it| &it.edition))
    }

    /// The version with a number.
    pub fn edition(&self, number: EditionNumber) -> Option<&AgreementEdition> {
        self.editions.iter().find(|it| it.edition.number == number)
    }

    /// The version that is in use.
    pub fn current(&self) -> &AgreementEdition {
        &self.editions[self.current_index()]
    }
}

/// A version of an agreement template.
#[derive(Debug)]
pub struct AgreementEdition {
    /// Which version.
    pub edition: Edition,
    /// Whether its sections and clauses have numbers; a form's have none.
    pub numbered: bool,
    /// What the parties fill in, in the author's order.
    pub fields: Box<[AgreementField]>,
    /// The text, by language. The first is never absent.
    pub texts: Box<[Option<AgreementText>]>,
}

impl AgreementEdition {
    /// The text in a language, or in the first when it isn't translated.
    pub fn text(&self, lang: Lang) -> &AgreementText {
        let own = self.texts.get(lang.index()).and_then(Option::as_ref);
        match own.or_else(|| self.texts.iter().flatten().next()) {
            Some(text) => text,
            None => unreachable!("a version without a text is never put together"),
        }
    }

    /// The field with a name.
    pub fn field(&self, name: &str) -> Option<&AgreementField> {
        self.fields.iter().find(|it| &*it.name.value == name)
    }
}

/// The text of an agreement in a language.
#[derive(Debug)]
pub struct AgreementText {
    /// The language.
    pub lang: Lang,
    /// The file it came from.
    pub file: FileId,
    /// Its heading.
    pub title: Spanned<Box<str>>,
    /// What it is for, in a sentence.
    pub description: Spanned<Box<str>>,
    /// The clauses, which everything that shows them is made from.
    pub tree: ClauseTree,
}

/// A file of an agreement as it was read.
#[derive(Debug)]
pub struct AgreementFile {
    /// The name of the agreement.
    pub name: Box<str>,
    /// Of which version.
    pub number: EditionNumber,
    /// The text.
    pub text: AgreementText,
    /// What only the file in the first language tells.
    pub head: Option<AgreementHead>,
}

/// What the file in the first language tells of its version.
#[derive(Debug)]
pub struct AgreementHead {
    /// Which version.
    pub edition: Edition,
    /// Whether sections and clauses have numbers.
    pub numbered: bool,
    /// What the parties fill in.
    pub fields: Box<[AgreementField]>,
}
