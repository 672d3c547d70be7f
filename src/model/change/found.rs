//! The changes that have been found, and what finding them has in common.
//!
//! Most versions that are compared hardly differ, and a check compares hundreds
//! of thousands: nothing is allocated until something has changed.

use super::path::Path;
use super::{Change, attributes, rules};
use crate::model::{Lang, LocalText};
use crate::source::{Span, Spanned};
use std::collections::HashSet;

/// The changes that have been found so far.
pub(super) struct Changes<'a> {
    pub(super) list: Vec<Change>,
    /// Attributes that only one of the versions has, until it is clear whether
    /// one was renamed to another.
    pub(super) lone: attributes::Lone<'a>,
    /// The languages of the older and of the newer version: a file by itself may
    /// have others than the catalogue.
    languages: (&'a [Box<str>], &'a [Box<str>]),
}

impl<'a> Changes<'a> {
    pub(super) fn new(old: &'a [Box<str>], new: &'a [Box<str>]) -> Self {
        Self {
            list: Vec::new(),
            lone: attributes::Lone::default(),
            languages: (old, new),
        }
    }

    /// Something that was and is, with where it stands.
    pub(super) fn add(
        &mut self,
        rule: &str,
        path: &Path<'_>,
        (old, old_span): (&str, Span),
        (new, new_span): (&str, Span),
    ) {
        let mut change = made(rule, path);
        (change.old, change.new) = (Some(old.to_owned()), Some(new.to_owned()));
        (change.old_span, change.new_span) = (Some(old_span), Some(new_span));
        self.list.push(change);
    }

    /// Something that was and is no more.
    pub(super) fn gone(&mut self, rule: &str, path: &Path<'_>, old: &str, span: Span) {
        let mut change = made(rule, path);
        (change.old, change.old_span) = (Some(old.to_owned()), Some(span));
        self.list.push(change);
    }

    /// Something that is new.
    pub(super) fn came(&mut self, rule: &str, path: &Path<'_>, new: &str, span: Span) {
        let mut change = made(rule, path);
        (change.new, change.new_span) = (Some(new.to_owned()), Some(span));
        self.list.push(change);
    }

    /// A text: one change when it is another in every language that it has, else
    /// one for each language in which it is.
    pub(super) fn text(
        &mut self,
        path: &Path<'_>,
        old: Option<&'a LocalText>,
        new: Option<&'a LocalText>,
    ) {
        let (Some(was), Some(is)) = (old, new) else {
            if old.is_some() || new.is_some() {
                self.whole_text(path, old, new);
            }
            return;
        };
        let differ = |(_, was, is): &Translation<'_>| !same(*was, *is);
        if !self.translations(was, is).any(|it| differ(&it)) {
            return;
        }
        if self.translations(was, is).all(|it| differ(&it)) {
            return self.whole_text(path, old, new);
        }
        let some: Vec<_> = self.translations(was, is).filter(differ).collect();
        for (code, own, other) in some {
            let mut change = made("text-changed", &path.language(code));
            let value = |text: Option<&Spanned<Box<str>>>| text.map(|text| text.value.to_string());
            let span = |text: Option<&Spanned<Box<str>>>| text.map(|text| text.span);
            (change.old, change.new) = (value(own), value(other));
            change.old_span = span(own).or(Some(was.span));
            change.new_span = span(other).or(Some(is.span));
            self.list.push(change);
        }
    }

    /// A text that is another in all languages is shown in the first.
    fn whole_text(&mut self, path: &Path<'_>, old: Option<&LocalText>, new: Option<&LocalText>) {
        let mut change = made("text-changed", path);
        let first = |text: &LocalText| text.get(Lang::FIRST).to_owned();
        (change.old, change.new) = (old.map(first), new.map(first));
        (change.old_span, change.new_span) = (old.map(|text| text.span), new.map(|text| text.span));
        self.list.push(change);
    }

    /// Whether two texts are the same in all languages.
    pub(super) fn same_text(&self, old: &LocalText, new: &LocalText) -> bool {
        self.translations(old, new)
            .all(|(_, was, is)| same(was, is))
    }

    /// Both texts, language by language, in those that both versions know and
    /// either text has.
    fn translations<'t>(
        &self,
        old: &'t LocalText,
        new: &'t LocalText,
    ) -> impl Iterator<Item = (&'a str, TextIn<'t>, TextIn<'t>)> + use<'a, 't> {
        let (old_languages, new_languages) = self.languages;
        let codes = old_languages.iter().enumerate();
        codes.filter_map(move |(at, code)| {
            let there = position(new_languages, at, |it| it == code)?;
            let was = old.by_lang.get(at).and_then(Option::as_ref);
            let is = new.by_lang.get(there).and_then(Option::as_ref);
            (was.is_some() || is.is_some()).then_some((&**code, was, is))
        })
    }

    /// The order of what both lists have.
    pub(super) fn order<T>(
        &mut self,
        path: &Path<'_>,
        old: &[T],
        new: &[T],
        name: fn(&T) -> &str,
        (old_span, new_span): (Span, Span),
    ) {
        if old.iter().map(name).eq(new.iter().map(name)) {
            return;
        }
        let common = |own: &'_ [T], other: &'_ [T]| -> String {
            let mut open: HashSet<&str> = other.iter().map(name).collect();
            let both = own.iter().map(name).filter(|name| open.remove(name));
            both.collect::<Vec<_>>().join(", ")
        };
        let (was, is) = (common(old, new), common(new, old));
        if was != is {
            self.add("order-changed", path, (&was, old_span), (&is, new_span));
        }
    }
}

/// A change by a rule, to be filled in.
pub(super) fn made(rule: &str, path: &Path<'_>) -> Change {
    let rule = rules::rule(rule);
    Change {
        rule,
        path: path.to_string(),
        old: None,
        new: None,
        requires: rule.requires,
        breaks: rule.breaks,
        old_span: None,
        new_span: None,
    }
}

/// A text in one language, when it is translated.
type TextIn<'t> = Option<&'t Spanned<Box<str>>>;

/// The code of a language, and both texts in it.
type Translation<'t> = (&'t str, TextIn<'t>, TextIn<'t>);

fn same(was: TextIn<'_>, is: TextIn<'_>) -> bool {
    was.map(|text| &text.value) == is.map(|text| &text.value)
}

/// The place of an item. Most often it stands where it stood, at `at`.
pub(super) fn position<T>(list: &[T], at: usize, is: impl Fn(&T) -> bool) -> Option<usize> {
    match list.get(at) {
        Some(item) if is(item) => Some(at),
        _ => list.iter().position(is),
    }
}

/// The items of one list whose names the other doesn't have.
pub(super) fn only_in<'l, T>(
    list: &'l [T],
    other: &'l [T],
    name: fn(&T) -> &str,
) -> impl Iterator<Item = &'l T> {
    let all = list.iter().enumerate();
    all.filter(move |(at, item)| position(other, *at, |it| name(it) == name(item)).is_none())
        .map(|(_, item)| item)
}
