//! What reading any part of OpenAPI needs: texts in all languages, names, references,
//! and the place in the document.

use crate::diagnostic::{Message, nearest};
use crate::load::decode::Decoder;
use crate::load::example;
use crate::load::fields::Fields;
use crate::load::markup::Kind;
use crate::load::yaml::{Node, Pair, Value};
use crate::model::service::{ApiRef, Component, Json, Named, OrRef, Texts};
use crate::model::{Lang, LocalText};
use crate::say;
use crate::source::Spanned;

/// Reads one file.
pub(super) struct Reader<'d, 'a> {
    pub(super) d: &'d mut Decoder<'a>,
    /// Every reference met so far.
    pub(super) refs: Vec<ApiRef>,
    /// The place in the document, as a JSON pointer.
    pub(super) pointer: String,
    /// The component that is being read.
    within: Option<(Component, Box<str>)>,
}

/// Which texts a part may have.
#[derive(Clone, Copy)]
pub(super) struct Words {
    title: bool,
    summary: bool,
    kind: Kind,
}

impl Words {
    /// The API itself, whose description may have headings.
    pub(super) const INFO: Self = Self {
        title: true,
        summary: true,
        kind: Kind::Page,
    };
    /// An operation or an example.
    pub(super) const SUMMARY: Self = Self {
        title: false,
        summary: true,
        kind: Kind::Entry,
    };
    /// A schema.
    pub(super) const TITLE: Self = Self {
        title: true,
        summary: false,
        kind: Kind::Entry,
    };
    /// Everything else.
    pub(super) const DESCRIPTION: Self = Self {
        title: false,
        summary: false,
        kind: Kind::Entry,
    };
}

/// What OpenAPI 3.1 and JSON Schema have beyond what is read here.
const UNREAD: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$schema",
    "allowEmptyValue",
    "allowReserved",
    "callbacks",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "dependentSchemas",
    "discriminator",
    "else",
    "encoding",
    "explode",
    "externalValue",
    "head",
    "if",
    "links",
    "maxContains",
    "minContains",
    "multipleOf",
    "nullable",
    "options",
    "patch",
    "pathItems",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "style",
    "termsOfService",
    "then",
    "trace",
    "unevaluatedItems",
    "unevaluatedProperties",
    "webhooks",
    "xml",
];

impl<'d, 'a> Reader<'d, 'a> {
    pub(super) fn new(d: &'d mut Decoder<'a>) -> Self {
        Self {
            d,
            refs: Vec::new(),
            pointer: String::new(),
            within: None,
        }
    }

    /// Reads something one step further into the document.
    pub(super) fn at<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.pointer.len();
        self.pointer.push('/');
        self.pointer
            .push_str(&key.replace('~', "~0").replace('/', "~1"));
        let found = read(self);
        self.pointer.truncate(before);
        found
    }

    /// Reports the keys that nobody asked for. Keys of OpenAPI that aren't read
    /// are told of as such; others that begin with `x-` are for other programs.
    pub(super) fn finish(&mut self, mut fields: Fields<'_, 'a>) {
        for pair in fields.take(|key| UNREAD.contains(&key)) {
            let key = &pair.key;
            self.d.report(
                "K0110",
                &pair.key_range,
                say!(
                    "`{key}` finns i OpenAPI men läses inte här, så sidorna skulle sakna det",
                    "`{key}` exists in OpenAPI but isn't read here, so the pages would lack it"
                ),
                say!(
                    "ta bort nyckeln och säg samma sak med det som läses, eller med ord i `description`",
                    "remove the key, and say the same by what is read, or in words in `description`"
                ),
            );
        }
        let own: Vec<&str> = fields
            .absent()
            .filter(|key| key.starts_with("x-"))
            .collect();
        fields.take(|key| key.starts_with("x-") && nearest(key, own.iter().copied()).is_none());
        fields.finish(self.d);
    }

    /// Reports a key where only certain names belong.
    pub(super) fn unknown(&mut self, pair: &Pair<'a>, help: Message) {
        let key = &pair.key;
        self.d.report(
            "K0110",
            &pair.key_range,
            say!(
                "nyckeln `{key}` finns inte här",
                "the key `{key}` is unknown here"
            ),
            help,
        );
    }

    /// The pairs of a mapping whose keys are names that the author chose.
    pub(super) fn names<'n>(&mut self, node: &'n Node<'a>) -> &'n [Pair<'a>] {
        // Opening it tells what is wrong when it is no mapping.
        match (self.d.map(node), &node.value) {
            (Some(_), Value::Map(pairs)) => pairs,
            _ => &[],
        }
    }

    /// The texts of a part: in the first language under their own keys, in the
    /// others under `x-` and the language's code.
    pub(super) fn texts(
        &mut self,
        fields: &mut Fields<'_, 'a>,
        words: Words,
        node: &Node<'a>,
    ) -> Texts {
        let languages = self.d.languages;
        let count = languages.len();
        let mut found: [Vec<Option<Spanned<Box<str>>>>; 3] = [const { Vec::new() }; 3];
        for (at, code) in languages.iter().enumerate() {
            let own = match at {
                0 => {
                    self.texts_in(fields, words, at, &mut found);
                    continue;
                }
                _ => fields.get_named(&format!("x-{code}")),
            };
            let Some(own) = own else { continue };
            if let Some(mut inner) = self.d.map(own) {
                self.texts_in(&mut inner, words, at, &mut found);
                for pair in inner.take(|key| key.contains(' ')) {
                    self.unknown(
                        pair,
                        say!(
                            "ett komma inom {{ … }} avslutar texten; sätt citattecken om hela texten, eller skriv den på en egen rad",
                            "a comma inside {{ … }} ends the text; put the whole text in quotes, or on a line of its own"
                        ),
                    );
                }
                inner.finish(self.d);
            }
        }
        let span = self.d.span(&node.range);
        let [title, summary, description] = found.map(|mut by_lang| {
            by_lang.resize(count, None);
            by_lang.iter().any(Option::is_some).then(|| LocalText {
                span: by_lang
                    .iter()
                    .flatten()
                    .next()
                    .map_or(span, |text| text.span),
                by_lang: by_lang.into(),
            })
        });
        Texts {
            title,
            summary,
            description,
        }
    }

    fn texts_in(
        &mut self,
        fields: &mut Fields<'_, 'a>,
        words: Words,
        at: usize,
        found: &mut [Vec<Option<Spanned<Box<str>>>>; 3],
    ) {
        let wanted = [
            (words.title, "title"),
            (words.summary, "summary"),
            (true, "description"),
        ];
        for ((may, key), texts) in wanted.into_iter().zip(found) {
            let Some(node) = may.then(|| fields.get(key)).flatten() else {
                continue;
            };
            let text = self.d.line(node);
            if let (Some(text), "description") = (&text, key) {
                let lang = Lang(u8::try_from(at).unwrap_or(0));
                self.d
                    .check_markdown(&text.value, node.range.clone(), lang, words.kind);
            }
            texts.resize(at, None);
            texts.push(text);
        }
    }

    /// A list of texts in all languages (Markdown).
    pub(super) fn markdown_list(&mut self, node: Option<&Node<'a>>) -> Box<[LocalText]> {
        self.d.each(node, |d, item| d.markdown(item))
    }

    /// A value as JSON, with the place of each of its parts.
    pub(super) fn json(&mut self, node: &Node<'a>) -> Option<Json> {
        if example::holds_refused(node) {
            return None;
        }
        let (mut json, mut spans) = (String::new(), Vec::new());
        let before = self.d.findings.len();
        example::to_json(self.d, node, &mut json, &mut spans);
        (self.d.findings.len() == before).then(|| Json {
            json: json.into(),
            spans: spans.into(),
            file: self.d.file,
        })
    }

    /// A `$ref`, which is kept for the rules to follow.
    pub(super) fn reference(&mut self, node: &Node<'a>, kind: Component) -> Option<ApiRef> {
        let target = self.d.text(node)?;
        let reference = ApiRef {
            target,
            kind,
            within: self.within.clone(),
        };
        self.refs.push(reference.clone());
        Some(reference)
    }

    /// Something that stands here, or a reference to it.
    pub(super) fn or_ref<T>(
        &mut self,
        node: &Node<'a>,
        kind: Component,
        read: impl FnOnce(&mut Self, &Node<'a>) -> Option<T>,
    ) -> Option<OrRef<T>> {
        let pairs = match &node.value {
            Value::Map(pairs) => pairs.as_slice(),
            _ => &[],
        };
        let Some(pair) = pairs.iter().find(|pair| pair.key == "$ref") else {
            return read(self, node).map(OrRef::Here);
        };
        if let Some(other) = pairs.iter().find(|pair| pair.key != "$ref") {
            self.unknown(
                other,
                say!(
                    "skriv bara `$ref` här, eller skriv texten där delen står bland `components`",
                    "write only `$ref` here, or write the text where the part stands among `components`"
                ),
            );
        }
        self.reference(&pair.value, kind).map(OrRef::Ref)
    }

    /// Components of a kind, by name.
    pub(super) fn components<T>(
        &mut self,
        node: Option<&Node<'a>>,
        kind: Component,
        read: impl Fn(&mut Self, &Node<'a>) -> Option<T>,
    ) -> Box<[Named<T>]> {
        let Some(node) = node else {
            return Box::default();
        };
        let mut found = Vec::new();
        self.at(kind.key(), |r| {
            for pair in r.names(node) {
                if pair.is_refused() || !r.is_name(pair) {
                    continue;
                }
                r.within = Some((kind, pair.key.as_ref().into()));
                let value = r.at(&pair.key, |r| read(r, &pair.value));
                r.within = None;
                let span = r.d.span(&pair.key_range);
                let name = Spanned::new(pair.key.as_ref().into(), span);
                found.extend(value.map(|value| Named { name, value }));
            }
        });
        found.into()
    }

    /// Whether a name can be a part of an address.
    fn is_name(&mut self, pair: &Pair<'a>) -> bool {
        let fine = is_address_name(&pair.key);
        if !fine {
            let key = &pair.key;
            self.d.report(
                "K0117",
                &pair.key_range,
                say!(
                    "`{key}` kan inte vara ett namn här",
                    "`{key}` can't be a name here"
                ),
                name_help(),
            );
        }
        fine
    }
}

/// What a name may look like.
pub(super) fn name_help() -> Message {
    say!(
        "börja med en bokstav a–z och använd sedan bara a–z, A–Z, 0–9, _ och -",
        "begin with a letter a–z and then use only a–z, A–Z, 0–9, _ and -"
    )
}

/// Whether a name can be a part of an address and a file name everywhere.
pub(super) fn is_address_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.len() <= 80
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}
