//! Pairs of an older and a newer version, what has changed between them, and which
//! number that requires.
//!
//! `tests/cases/policy/NAME.yaml` begins with comments: why the pair is there,
//! `# requires: BUMP`, `# from: VERSION` (1.0.0 unless given), and `# change: RULE
//! PATH` for each change. `# backwards: RULE` stands there when the opposite is
//! told by another rule than the mirror in the table of rules. Then follow `old:`
//! and `new:` with what each version says; what both leave out is filled in (see
//! [`crate::support::fragments`]). An `id:` under `old:` makes them versions of two
//! event types.

use crate::support::fragments::{Fields, event_type, versions};
use crate::support::{cases, tree};
use katalog::diagnostic::{Diagnostic, Place, Severity};
use katalog::model::EventType;
use katalog::model::change::{
    Breaks, Bump, Change, Mirror, RULES, by_name, compare, compare_entries, required_bump,
};
use katalog::source::Memory;
use std::collections::{BTreeSet, HashMap};

struct Pair {
    name: String,
    requires: Bump,
    from: semver::Version,
    /// Rule and path of each change, sorted.
    changes: Vec<String>,
    /// Rules that tell of the opposite although they are nobody's mirror.
    backwards: Vec<String>,
    /// The event type of the older version, when it is another one.
    old_id: Option<String>,
    old: Fields,
    new: Fields,
}

fn pairs() -> Vec<Pair> {
    let files = tree(&cases("policy"));
    let pairs = files.into_iter().map(|(name, bytes)| {
        let name = name.trim_end_matches(".yaml");
        pair(name, &String::from_utf8(bytes).unwrap())
    });
    pairs.collect()
}

fn pair(name: &str, text: &str) -> Pair {
    let head = |key: &str| -> Vec<String> {
        let start = format!("# {key}: ");
        text.lines()
            .filter_map(|line| line.strip_prefix(&start))
            .map(|value| value.trim().to_owned())
            .collect()
    };
    let requires = match head("requires").first().map(String::as_str) {
        Some("none") => Bump::None,
        Some("patch") => Bump::Patch,
        Some("minor") => Bump::Minor,
        Some("major") => Bump::Major,
        other => panic!("{name}: `# requires: {other:?}`"),
    };
    let from = head("from")
        .first()
        .map_or("1.0.0", String::as_str)
        .parse()
        .unwrap();
    let mut changes = head("change");
    changes.sort();
    let why = text.lines().next().unwrap_or_default();
    assert!(
        why.starts_with("# ") && why.len() > 30,
        "{name} doesn't say why it is there"
    );
    let (_, rest) = text
        .split_once("\nold:\n")
        .unwrap_or_else(|| panic!("{name} has no old:"));
    let (old, new) = rest
        .split_once("\nnew:\n")
        .unwrap_or_else(|| panic!("{name} has no new:"));
    let one = |text: &str| versions(text).pop().unwrap_or_default();
    let (mut old, new) = (one(old), one(new));
    let old_id = old.get("id").map(str::to_owned);
    if let Some(id) = &old_id {
        old.0 = old.0.replace(&format!("id: {id}\n"), "");
    }
    Pair {
        name: name.to_owned(),
        requires,
        from,
        changes,
        backwards: head("backwards"),
        old_id,
        old,
        new,
    }
}

/// The event type that has the pair with a number, and the one that has its older
/// version, in the process of the pair's `id:`.
fn ids(number: usize, pair: &Pair) -> (String, String) {
    let own = format!("REFKOM.BYGGLOV.PAIR{number}");
    let other = pair.old_id.as_ref().map(|id| format!("{id}{number}"));
    (own.clone(), other.unwrap_or(own))
}

/// The small site with all pairs in it, the newer versions as large as a bump makes
/// them.
fn site(pairs: &[Pair], bump: Bump) -> Memory {
    let mut site = Memory::new();
    for (path, bytes) in tree(&cases("base")) {
        site = site.with(&path, bytes);
    }
    for (number, pair) in pairs.iter().enumerate() {
        let numbered = |fields: &Fields, number: &semver::Version| {
            Fields(format!("version: {number}\n{}", fields.0))
        };
        let new = numbered(&pair.new, &bump.next(&pair.from));
        let old = numbered(&pair.old, &pair.from);
        let (own, other) = ids(number, pair);
        if own == other {
            site = site.with(&path(&own), event_type(&own, &[new, old], &[]));
        } else {
            site = site
                .with(&path(&own), event_type(&own, &[new], &[]))
                .with(&path(&other), event_type(&other, &[old], &[]));
        }
    }
    site
}

fn path(id: &str) -> String {
    format!("catalogue/producers/{}.yaml", id.replace('.', "/"))
}

/// All changes of each pair, and all changes the other way round.
fn compared(pairs: &[Pair]) -> Vec<(Vec<Change>, Vec<Change>)> {
    let (tables, findings) = katalog::read(&site(pairs, Bump::Major));
    let entries: HashMap<&str, &EventType> = tables
        .event_types
        .iter()
        .map(|it| (&*it.id.value, it))
        .collect();
    let both = |(number, pair): (usize, &Pair)| {
        let (own, other) = ids(number, pair);
        let (Some(own), Some(other)) = (entries.get(&*own), entries.get(&*other)) else {
            let said: Vec<_> = findings.iter().map(|it| &it.message.en).collect();
            panic!(
                "{} can't be read; some of these say why: {said:#?}",
                pair.name
            );
        };
        let (new, old) = (&own.versions[0], other.versions.last().unwrap());
        if pair.old_id.is_none() {
            return (compare(old, new), compare(new, old));
        }
        (
            compare_entries(other, old, own, new),
            compare_entries(own, new, other, old),
        )
    };
    pairs.iter().enumerate().map(both).collect()
}

#[test]
fn every_pair_is_told() {
    let pairs = pairs();
    let mut wrong = Vec::new();
    for (pair, (changes, _)) in pairs.iter().zip(compared(&pairs)) {
        let (name, said) = (&pair.name, &pair.changes);
        let told = |it: &Change| format!("{} {}", it.rule.name, it.path);
        let mut found: Vec<String> = changes.iter().map(told).collect();
        found.sort();
        if found != *said {
            wrong.push(format!(
                "{name}: it says {said:#?}, but found is {found:#?}"
            ));
        }
        let required = required_bump(&changes);
        if required != pair.requires {
            let said = pair.requires;
            wrong.push(format!(
                "{name}: it says {said:?}, but {required:?} is required"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(pairs.len() >= 200, "only {} pairs", pairs.len());
}

/// K0305 lets the right number through and no smaller one, and K0320 says nothing
/// of the right one.
#[test]
fn every_pair_is_judged() {
    let pairs = pairs();
    let mut wrong = Vec::new();
    for bump in [Bump::Patch, Bump::Minor, Bump::Major] {
        let as_of = "2026-06-01".parse().unwrap();
        let checked = katalog::check_as_of(&site(&pairs, bump), None, as_of);
        let mut by_file: HashMap<&str, Vec<&Diagnostic>> = HashMap::new();
        for finding in &checked.findings {
            if let Place::Span(span) = finding.place {
                let file = &checked.files[span.file.0 as usize];
                by_file.entry(file).or_default().push(finding);
            }
        }
        for (number, pair) in pairs.iter().enumerate() {
            // The numbers of two event types have nothing to do with each other.
            if pair.old_id.is_none() {
                let findings = by_file.remove(&*path(&ids(number, pair).0));
                judge(pair, bump, &findings.unwrap_or_default(), &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn judge(pair: &Pair, bump: Bump, findings: &[&Diagnostic], wrong: &mut Vec<String>) {
    let (name, number) = (&pair.name, bump.next(&pair.from));
    let with = |code: &str| findings.iter().find(|it| it.code.number == code);
    let next = pair.requires.next(&pair.from);
    match with("K0305") {
        Some(finding) if number >= next => {
            let said = &finding.message.en;
            wrong.push(format!("{name}: {number} is large enough, but: {said}"));
        }
        None if number < next => wrong.push(format!("{name}: {number} was let through")),
        Some(finding) => {
            let help = finding.help.as_ref().map_or("", |help| &help.en);
            let names_next = help.contains(&format!("`version: {next}`"));
            let tells = finding.related.iter().any(|(_, told)| {
                let mut rules = pair.changes.iter().filter_map(|it| it.split(' ').next());
                rules.any(|rule| told.en.contains(rule))
            });
            if !names_next || !tells || finding.severity != Severity::Error {
                wrong.push(format!("{name}: {number}: lacking: {finding:#?}"));
            }
        }
        None => {}
    }
    // Below 1.0.0, and for what requires nothing, several bumps give one number.
    let fits = number == next && pair.requires != Bump::None;
    if let Some(finding) = with("K0320").filter(|_| fits) {
        let said = &finding.message.en;
        wrong.push(format!("{name}: {number} fits, but: {said}"));
    }
}

/// Who must act is what the rule says, unless nobody has to.
#[test]
fn what_concerns_nobody_says_so() {
    let pairs = pairs();
    let all = compared(&pairs);
    for change in all
        .iter()
        .flat_map(|(there, back)| there.iter().chain(back))
    {
        let nobody = match change.rule.name {
            "attribute-added" => change.new.as_deref() == Some("optional"),
            // Between any text and an open list of codes, when both ways are narrower.
            "type-narrowed" => {
                change.breaks == Breaks::Nobody && {
                    let ends = (change.old.as_deref(), change.new.as_deref());
                    [("code", "string"), ("string", "code")]
                        .map(|(a, b)| (Some(a), Some(b)))
                        .contains(&ends)
                }
            }
            _ => false,
        };
        let expected = if nobody {
            Breaks::Nobody
        } else {
            change.rule.breaks
        };
        assert_eq!(change.breaks, expected, "{change:?}");
    }
}

/// A path can be taken apart in one way only, and is written in one way only.
#[test]
fn paths_have_one_form() {
    let name = "[a-z][A-Za-z0-9]*";
    let whole = "(authorizations|category|closesCase|examples|process|requiresCustomerAction|semanticChange|tags)";
    let form = format!(
        r"^({whole}|(title|description)(\.[a-z]{{2}})?|(attributes|references)((\.{name})(\[\])*)*(=[A-Z0-9_]+)?(#{name}(\.[a-z]{{2}})?)?)$"
    );
    let form = regex::Regex::new(&form).unwrap();
    let pairs = pairs();
    for (pair, (there, back)) in pairs.iter().zip(compared(&pairs)) {
        for path in there.iter().chain(&back).map(|change| &change.path) {
            assert!(form.is_match(path), "{}: {path}", pair.name);
        }
    }
}

/// A file by itself is read in the usual languages, and its catalogue may have
/// others, in another order.
#[test]
fn languages_are_matched_by_their_codes() {
    let one = |title: &str| Fields(format!("version: 1.0.0\ntitle: {title}\n"));
    let text = |title| event_type("REFKOM.BYGGLOV.PAIR", &[one(title)], &[]);
    let config = String::from_utf8(tree(&cases("base"))["katalog.yaml"].clone()).unwrap();
    let config = config.replace("[sv, en]", "[fi, en, sv]");
    let text_there = text("{ fi: Tehty, en: Made, sv: Fattat }").replace("{ sv: ", "{ fi: …, sv: ");
    let site = Memory::new()
        .with("katalog.yaml", config)
        .with(&path("REFKOM.BYGGLOV.PAIR"), text_there);
    let (tables, findings) = katalog::read(&site);
    let there = tables.event_types.first();
    let there = there.unwrap_or_else(|| panic!("{findings:#?}"));
    for (title, expected) in [
        ("{ sv: Fattat, en: Made }", &[][..]),
        ("{ sv: Fattat, en: Taken }", &["title.en"]),
        ("{ sv: Taget, en: Taken }", &["title"]),
    ] {
        let (alone, _) = katalog::load::event_type_alone(&text(title));
        let alone = alone.unwrap();
        let changes = compare(&there.versions[0], &alone.versions[0]);
        let paths: Vec<&str> = changes.iter().map(|it| &*it.path).collect();
        assert_eq!(paths, expected, "{title}");
    }
}

/// What is taken back is told as the opposite.
#[test]
fn every_pair_backwards_is_told_as_the_mirror() {
    let pairs = pairs();
    let wrong: Vec<String> = pairs
        .iter()
        .zip(compared(&pairs))
        .flat_map(|(pair, (there, back))| backwards(pair, there, back))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn backwards(pair: &Pair, there: Vec<Change>, back: Vec<Change>) -> Vec<String> {
    let rules = |changes: Vec<Change>| -> BTreeSet<&'static str> {
        changes.iter().map(|it| it.rule.name).collect()
    };
    let (there, back) = (rules(there), rules(back));
    let told = |own: &String| back.contains(&**own);
    if !pair.backwards.is_empty() {
        let all = pair.backwards.iter().all(told) && back.len() == pair.backwards.len();
        let name = &pair.name;
        return Vec::from_iter((!all).then(|| format!("{name}: backwards it is {back:?}")));
    }
    let lacks = |rule: &&&str| {
        let rule = by_name(rule).unwrap();
        let own = match rule.mirror {
            Mirror::Itself => rule.name,
            Mirror::None(_) => return false,
            Mirror::Rule(name) => name,
        };
        let others = RULES
            .iter()
            .filter(|it| matches!(it.mirror, Mirror::Rule(of) if of == rule.name));
        !others
            .map(|it| it.name)
            .chain([own])
            .any(|it| back.contains(it))
    };
    there
        .iter()
        .filter(lacks)
        .map(|rule| {
            format!(
                "{}: the opposite of {rule} is not among {back:?}",
                pair.name
            )
        })
        .collect()
}

/// Every rule about changes has its pairs.
#[test]
fn every_change_rule_has_a_pair() {
    let pairs = pairs();
    for rule in RULES {
        let start = format!("{} ", rule.name);
        let count = pairs
            .iter()
            .filter(|pair| pair.changes.iter().any(|it| it.starts_with(&start)))
            .count();
        assert!(count >= 3, "{} is in {count} pairs", rule.name);
    }
}
