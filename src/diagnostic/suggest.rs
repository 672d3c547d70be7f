//! "Did you mean …?"

/// The candidate most like `wrong`, if any is like enough that an author may
/// have meant it. Case is no difference. Among equals the first in order wins,
/// so that the same input gives the same suggestion.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let allowed = match wrong.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        6..=8 => 2,
        n => n / 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // Far apart in length is far apart: spares the quadratic comparison.
        if candidate.len().abs_diff(wrong.len()) > allowed * 2 {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&wrong, &candidate.to_lowercase());
        if distance <= allowed && best.is_none_or(|found| (distance, candidate) < found) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_keeps_quiet_otherwise() {
        let keys = ["category", "changes", "title", "tags"];
        assert_eq!(nearest("catagory", keys), Some("category"));
        assert_eq!(nearest("Title", keys), Some("title"));
        assert_eq!(nearest("tgas", keys), Some("tags"));
        assert_eq!(nearest("owner", keys), None);
        assert_eq!(nearest("x", keys), None);
    }
}
