//! Which file is what: the path of a file tells what it holds and what its id is.

/// What a file holds, by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileKind {
    Category,
    Authorization,
    CodeList,
    Concept,
    Requirement,
    /// A customer case area.
    Area,
    /// A test customer of the sandbox.
    Customer,
    Producer,
    Process,
    EventType,
    Consumer,
    /// A template process.
    Template,
    /// An event type of a template.
    TemplateEvent,
    /// The parameters of the versioning policy.
    Policy,
    /// What a producer has published.
    Lock,
    /// A version of the service description.
    Service,
    /// A page of text in the language with this code.
    Page {
        language: String,
    },
    /// A text of the connection guide.
    GuideText {
        language: String,
        version: String,
    },
    /// The roadmap.
    Roadmap,
    /// The words that texts should do without, which have been read before.
    Words,
    /// An image that pages of text show.
    Image,
    /// A version of an agreement template.
    Agreement {
        language: String,
        name: String,
    },
    /// Something for people, or a part of the theme, which the theme reads itself.
    Ignored,
    /// Nothing that has a place in the layout.
    Unexpected,
}

/// Tells what the file at a path is, and the id that it must have.
pub(crate) fn classify(path: &str) -> (FileKind, String) {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == "README.md" || path.starts_with("theme/") {
        return (FileKind::Ignored, String::new());
    }
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let parts: Vec<&str> = path.split('/').collect();
    let kind = match (parts.as_slice(), extension) {
        (["catalogue", "common", "categories", _], "yaml") => FileKind::Category,
        (["catalogue", "common", "authorizations", _], "yaml") => FileKind::Authorization,
        (["catalogue", "common", "codelists", _], "yaml") => FileKind::CodeList,
        (["catalogue", "common", "concepts", _], "yaml") => FileKind::Concept,
        (["catalogue", "common", "templates", id, "template.yaml"], _) => {
            return (FileKind::Template, (*id).to_owned());
        }
        (["catalogue", "common", "templates", id, _], "yaml") => {
            return (FileKind::TemplateEvent, format!("{id}.{stem}"));
        }
        (["catalogue", "common", "requirements", _], "yaml") => FileKind::Requirement,
        (["catalogue", "common", "areas", _], "yaml") => FileKind::Area,
        (["catalogue", "consumers", _], "yaml") => FileKind::Consumer,
        (["catalogue", "sandbox", "customers", _], "yaml") => FileKind::Customer,
        (["catalogue", "policy.yaml"], _) => FileKind::Policy,
        (["catalogue", "producers", id, "published.lock"], _) => {
            return (FileKind::Lock, (*id).to_owned());
        }
        (["catalogue", "producers", id, "producer.yaml"], _) => {
            return (FileKind::Producer, (*id).to_owned());
        }
        (["catalogue", "producers", producer, process, "process.yaml"], _) => {
            return (FileKind::Process, format!("{producer}.{process}"));
        }
        (["catalogue", "producers", folders @ .., _], "yaml") if folders.len() >= 2 => {
            return (FileKind::EventType, format!("{}.{stem}", folders.join(".")));
        }
        (["content", "api", number, "openapi.yaml"], _) => {
            return (FileKind::Service, (*number).to_owned());
        }
        (["content", language, "pages", _], "md") => FileKind::Page {
            language: (*language).to_owned(),
        },
        (["content", "words.yaml"], _) => FileKind::Words,
        (["content", "roadmap.yaml"], _) => FileKind::Roadmap,
        (["content", "images", .., _], "png" | "jpg" | "jpeg" | "webp") => FileKind::Image,
        (["content", language, "guide", version, _], "md") => FileKind::GuideText {
            language: (*language).to_owned(),
            version: (*version).to_owned(),
        },
        (["content", language, "agreements", name, _], "md") => FileKind::Agreement {
            language: (*language).to_owned(),
            name: (*name).to_owned(),
        },
        _ => return (FileKind::Unexpected, String::new()),
    };
    (kind, stem.to_owned())
}

/// Where an entity of the same kind as the one at `path` lies, by its id.
pub(super) fn path_of(path: &str, id: &str) -> Option<String> {
    let folder = path.rsplit_once('/')?.0;
    let nested = id.replace('.', "/");
    match classify(path).0 {
        FileKind::Producer => Some(format!("catalogue/producers/{nested}/producer.yaml")),
        FileKind::Process => Some(format!("catalogue/producers/{nested}/process.yaml")),
        FileKind::EventType => Some(format!("catalogue/producers/{nested}.yaml")),
        FileKind::Template => Some(format!("catalogue/common/templates/{id}/template.yaml")),
        FileKind::TemplateEvent => Some(format!("catalogue/common/templates/{nested}.yaml")),
        FileKind::Category
        | FileKind::Authorization
        | FileKind::CodeList
        | FileKind::Concept
        | FileKind::Requirement
        | FileKind::Area
        | FileKind::Customer
        | FileKind::Consumer => Some(format!("{folder}/{id}.yaml")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_the_id() {
        let id = |path| classify(path).1;
        assert_eq!(
            id("catalogue/producers/SKV/DEKL/MOTTAGEN.yaml"),
            "SKV.DEKL.MOTTAGEN"
        );
        assert_eq!(id("catalogue/producers/SKV/DEKL/A/B.yaml"), "SKV.DEKL.A.B");
        assert_eq!(id("catalogue/producers/SKV/DEKL/process.yaml"), "SKV.DEKL");
        assert_eq!(id("catalogue/common/concepts/kund.yaml"), "kund");
        for odd in [
            "catalogue/producers/SKV/X.yaml",
            "catalogue/x.yaml",
            "catalogue/common/categories/X.yml",
        ] {
            assert_eq!(classify(odd).0, FileKind::Unexpected, "{odd}");
        }
    }
}
