//! A small writer of JSON: no tree is built, so that a hundred thousand files
//! cost no more than their bytes.

use crate::model::LocalText;
use crate::model::term::plain_markdown;
use crate::render::code::{Form, print_json};
use crate::render::context::Cx;

/// Writes one JSON document.
pub(super) struct Json<'o, 'c> {
    out: &'o mut Vec<u8>,
    cx: Cx<'c>,
    depth: usize,
    /// Whether the open object or list has anything in it yet.
    filled: bool,
}

impl<'o, 'c> Json<'o, 'c> {
    /// A document whose outermost value is an object.
    pub(super) fn document(cx: &Cx<'c>, out: &'o mut Vec<u8>, members: impl FnOnce(&mut Self)) {
        let mut json = Self {
            out,
            cx: *cx,
            depth: 0,
            filled: false,
        };
        json.nest(b'{', b'}', members);
        json.out.push(b'\n');
    }

    fn nest(&mut self, open: u8, close: u8, inner: impl FnOnce(&mut Self)) {
        self.out.push(open);
        let outer = std::mem::replace(&mut self.filled, false);
        self.depth += 1;
        inner(self);
        self.depth -= 1;
        if self.filled {
            self.new_line();
        }
        self.out.push(close);
        self.filled = outer;
    }

    fn new_line(&mut self) {
        self.out.push(b'\n');
        self.out.extend(std::iter::repeat_n(b' ', self.depth * 2));
    }

    /// Begins the next member or item.
    fn next(&mut self) {
        if self.filled {
            self.out.push(b',');
        }
        self.filled = true;
        self.new_line();
    }

    fn key(&mut self, key: &str) {
        self.next();
        self.text_value(key);
        self.out.extend_from_slice(b": ");
    }

    fn text_value(&mut self, text: &str) {
        // Writing text to memory can't fail.
        let _ = serde_json::to_writer(&mut *self.out, text);
    }

    /// A member with a text.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        self.text_value(text);
    }

    /// A member with a text, if there is one.
    pub(super) fn some_text(&mut self, key: &str, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.text(key, &text.to_string());
        }
    }

    /// A member with a number or a truth value.
    pub(super) fn plain(&mut self, key: &str, value: impl std::fmt::Display) {
        self.key(key);
        self.out.extend_from_slice(value.to_string().as_bytes());
    }

    /// A member with a number, if there is one.
    pub(super) fn some_plain(&mut self, key: &str, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.plain(key, value);
        }
    }

    /// A member with a text in each language that has it.
    pub(super) fn local(&mut self, key: &str, text: &LocalText) {
        self.object(key, |json| json.languages(text));
    }

    /// The same, if there is such a text.
    pub(super) fn some_local(&mut self, key: &str, text: Option<&LocalText>) {
        if let Some(text) = text {
            self.local(key, text);
        }
    }

    fn languages(&mut self, text: &LocalText) {
        let config = self.cx.catalogue.config();
        for lang in config.langs().filter(|lang| text.has(*lang)) {
            self.text(config.code(lang), &plain_markdown(text.get(lang)));
        }
    }

    /// A member with an object.
    pub(super) fn object(&mut self, key: &str, members: impl FnOnce(&mut Self)) {
        self.key(key);
        self.nest(b'{', b'}', members);
    }

    /// A member with a list.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        mut item: impl FnMut(&mut Self, T),
    ) {
        self.key(key);
        self.nest(b'[', b']', |json| {
            items.into_iter().for_each(|it| item(json, it))
        });
    }

    /// A member with a list of texts.
    pub(super) fn texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t str>) {
        self.list(key, texts, |json, text| json.text_item(text));
    }

    /// An item with a text, in a list.
    pub(super) fn text_item(&mut self, text: &str) {
        self.next();
        self.text_value(text);
    }

    /// An item with an object, in a list.
    pub(super) fn object_item(&mut self, members: impl FnOnce(&mut Self)) {
        self.next();
        self.nest(b'{', b'}', members);
    }

    /// An item with texts by language, in a list.
    pub(super) fn local_item(&mut self, text: &LocalText) {
        self.object_item(|json| json.languages(text));
    }

    /// A member with a value that is JSON already.
    pub(super) fn json(&mut self, key: &str, value: &str) {
        self.key(key);
        self.print(value);
    }

    fn print(&mut self, value: &str) {
        let mut text = String::with_capacity(value.len() * 2);
        print_json(value, Form::Plain, self.depth, &mut text);
        self.out.extend_from_slice(text.as_bytes());
    }
}
