//! How things may be named (the naming standard of Mina ärenden).

/// Longest event type id.
const MAX_ID: usize = 200;

/// Whether this is the id of an event type: `PRODUCER.PROCESS.EVENT`, at least
/// three parts, the first of capital letters only, at most 200 characters.
pub fn is_event_type_id(id: &str) -> bool {
    id.len() <= MAX_ID && id.split('.').count() >= 3 && parts_are_names(id)
}

/// Whether this names a producer, a process or an event type: one or more whole
/// parts of an id.
pub fn is_prefix(prefix: &str) -> bool {
    prefix.len() <= MAX_ID && parts_are_names(prefix)
}

fn parts_are_names(id: &str) -> bool {
    let mut parts = id.split('.');
    let first = parts.next().unwrap_or("");
    !first.is_empty() && first.bytes().all(|b| b.is_ascii_uppercase()) && parts.all(is_name)
}

/// Whether this is one part of an id, or the id of a category, an authorization
/// object type, a code list or a consumer: `[A-Z0-9_]+`.
pub fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

/// Whether this is a value of a code as it goes over the wire.
pub fn is_code_value(value: &str) -> bool {
    is_name(value)
}

/// Whether this is the id of a concept: `[a-z0-9-]+`.
pub fn is_concept_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether `prefix` is `id` or some of its first whole parts.
pub fn matches_prefix(id: &str, prefix: &str) -> bool {
    id.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_the_naming_standard() {
        for good in ["REFKOM.BYGGLOV.BESLUT", "A.B2.C_D.E"] {
            assert!(is_event_type_id(good), "{good}");
        }
        let long = format!("A.B.{}", "C".repeat(200));
        for bad in [
            "REFKOM.BYGGLOV",
            "REF1.B.C",
            "R.B.",
            "R..C",
            "r.B.C",
            "R.TILLSTÅND.C",
            &long,
        ] {
            assert!(!is_event_type_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_prefix_is_whole_parts() {
        assert!(matches_prefix("REFKOM.BYGGLOV.BESLUT", "REFKOM.BYGGLOV"));
        assert!(matches_prefix(
            "REFKOM.BYGGLOV.BESLUT",
            "REFKOM.BYGGLOV.BESLUT"
        ));
        assert!(!matches_prefix("REFKOM.BYGGLOV.BESLUT", "REFKOM.BYGG"));
    }
}
