//! The examples in the pages of rules are true: what stands under "Fails" fails
//! with just that rule, and what stands under "Passes" passes, in both languages.
//!
//! A block is a part of an event type (see [`crate::support::fragments`]). A line
//! `# PATH` begins a file of its own: below a producer's folder a part of an event
//! type too, elsewhere the whole file. After a line `# now` (`# nu`) stands what
//! has become of what was published before it.

use crate::support::fragments::{ENTRY, Fields, event_type, filled, versions};
use crate::support::{cases, repository, tree};
use katalog::diagnostic::{ALL, Code, Tongue};
use katalog::model::change::{self, Bump, RULES};
use katalog::source::{Memory, Source};
use std::collections::{BTreeMap, BTreeSet};

/// An event type that the examples may name without showing it.
const NEIGHBOUR: &str = "catalogue/producers/REFKOM/BYGGLOV/STARTBESKED.yaml";

/// Folders of the example catalogue whose files the examples may name.
const COMMON: &[&str] = &[
    "catalogue/common/authorizations",
    "catalogue/common/categories",
    "catalogue/common/codelists",
];

/// The day that everything is judged on.
const DAY: &str = "2026-06-01";

/// Fields that a rule's examples leave out on purpose.
const WITHOUT: &[(&str, &[&str])] = &[
    ("K0332", &["sunset"]),
    ("K0304", &["published", "deprecated", "sunset", "retired"]),
    ("K0312", &["advice"]),
    ("K0317", &["changes"]),
    ("K0318", &["migration"]),
    ("K0334", &["sunset"]),
];

/// The files of a block: as they were published, and as they are now.
struct States {
    earlier: Option<BTreeMap<String, String>>,
    now: BTreeMap<String, String>,
}

#[test]
fn the_examples_of_policy_rules_are_true() {
    let mut wrong = Vec::new();
    for code in ALL.iter().filter(|code| is_of_policy(code)) {
        for (tongue, fails, passes) in HEADINGS {
            let page = code.page_text(*tongue);
            for (block, should_fail) in blocks(&page, fails, passes) {
                let found = said_of(code, &block);
                let fine = if should_fail {
                    found == [code.number]
                } else {
                    found.is_empty()
                };
                if !fine {
                    wrong.push(format!(
                        "{} {tongue:?}: {found:?} for\n{block}",
                        code.number
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules about how entries live, about concepts and about processes, and those of
/// names and references that are found before them.
fn is_of_policy(code: &Code) -> bool {
    let earlier = ["K0117", "K0118", "K0125", "K0201", "K0202", "K0204"];
    let rules = ["K03", "K05", "K090"]
        .iter()
        .any(|stage| code.number.starts_with(stage));
    rules || earlier.contains(&code.number)
}

#[test]
fn the_examples_of_change_rules_are_true() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for (tongue, fails, passes) in HEADINGS {
            let page = rule.page_text(*tongue);
            for (block, should_fail) in blocks(&page, fails, passes) {
                let name = rule.name;
                let files = whole(&states(&block, &[]).now);
                let expected: &[&str] = match should_fail {
                    // The process is part of the id, so it never changes between two
                    // versions of an entry, and no number is wrong.
                    _ if name == "process-changed" => &[],
                    // Every new version has at least a new third number: it can't be
                    // too small for these, only too large.
                    true if rule.requires <= Bump::Patch => &["K0320"],
                    true => &["K0305"],
                    false => &[],
                };
                let found = codes_of(&files, None, name);
                if found != expected {
                    wrong.push(format!(
                        "{name} {tongue:?}: {found:?}, not {expected:?}, for\n{block}"
                    ));
                }
                let mut told = changes_of(&files);
                // An example names its event type, which is another in another entry.
                told.retain(|told| name != "process-changed" || *told != "text-changed");
                // What passes may also hold what takes the place of the old.
                let fine = if should_fail {
                    told == [name]
                } else {
                    told.contains(&name)
                };
                if !fine {
                    wrong.push(format!(
                        "{name} {tongue:?}: the changes are {told:?} for\n{block}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const HEADINGS: &[(Tongue, &str, &str)] = &[
    (Tongue::English, "## Fails\n", "## Passes\n"),
    (Tongue::Swedish, "## Fel\n", "## Rätt\n"),
];

/// The blocks of YAML under the two headings, and whether they should fail.
fn blocks(page: &str, fails: &str, passes: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for (heading, should_fail) in [(fails, true), (passes, false)] {
        let section = page.split_once(heading).map_or("", |(_, rest)| rest);
        let section = section.split("\n## ").next().unwrap();
        let mut parts = section.split("```");
        parts.next();
        while let (Some(block), _) = (parts.next(), parts.next()) {
            let block = block.strip_prefix("yaml\n").unwrap_or_else(|| {
                panic!("a block under {heading} isn't YAML:\n{block}");
            });
            found.push((block.to_owned(), should_fail));
        }
        assert!(
            found.iter().any(|(_, fails)| *fails == should_fail),
            "there is no example under {heading} in\n{page}"
        );
    }
    found
}

/// The codes of what is found in a block.
fn said_of(code: &Code, block: &str) -> Vec<&'static str> {
    let without = WITHOUT
        .iter()
        .find(|(number, _)| *number == code.number)
        .map_or(&[][..], |(_, fields)| fields);
    let States { earlier, now } = states(block, without);
    let Some(earlier) = earlier else {
        let mut files = whole(&now);
        // The neighbour is on no transition of a process that an example shows.
        if is_of_process(code.number) && !now.contains_key(NEIGHBOUR) {
            files.remove(NEIGHBOUR);
        }
        return codes_of(&files, None, code.number);
    };
    let published = locked(whole(&earlier));
    let mut files = published.clone();
    for (path, text) in &now {
        match text.trim() {
            "" => {
                files.remove(path);
            }
            _ => {
                files.insert(path.clone(), text.clone());
            }
        }
    }
    codes_of(&files, Some(&published), code.number)
}

/// A block as files.
fn states(block: &str, without: &[&str]) -> States {
    let now = block
        .split_once("# now\n")
        .or_else(|| block.split_once("# nu\n"));
    match now {
        Some((earlier, now)) => States {
            earlier: Some(files(earlier, without)),
            now: files(now, without),
        },
        None => States {
            earlier: None,
            now: files(block, without),
        },
    }
}

fn files(block: &str, without: &[&str]) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut path = ENTRY.to_owned();
    for line in block.lines() {
        let named = line
            .strip_prefix("# ")
            .map(|rest| rest.split([' ', ':']).next().unwrap());
        match named.filter(|name| [".yaml", ".lock"].iter().any(|end| name.ends_with(end))) {
            Some(name) if name.starts_with("catalogue/") => path = name.to_owned(),
            Some(name) => path = format!("catalogue/producers/{name}"),
            None => {
                let text = found.entry(path.clone()).or_default();
                text.push_str(line);
                text.push('\n');
                continue;
            }
        }
        found.entry(path.clone()).or_default();
    }
    for (path, text) in &mut found {
        *text = filled(text);
        let Some(rest) = path.strip_prefix("catalogue/producers/") else {
            continue;
        };
        let mut id = rest.trim_end_matches(".yaml").replace('/', ".");
        let mut written = versions(text);
        // What the file says its id is may be the very thing.
        if let Some(own) = text.lines().find_map(|line| line.strip_prefix("id: ")) {
            id = own.trim().to_owned();
            if written.is_empty() {
                written.push(Fields::default());
            }
        }
        let is_event_type = id.split('.').count() == 3 && !rest.ends_with("/process.yaml");
        if is_event_type && !written.is_empty() {
            *text = event_type(&id, &written, without);
        }
    }
    found
}

/// A small site with these files in it.
fn whole(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let text = |(path, bytes)| (path, String::from_utf8(bytes).unwrap());
    let mut all: BTreeMap<String, String> = tree(&cases("base")).into_iter().map(text).collect();
    for folder in COMMON {
        let common = tree(&repository().join(folder)).into_iter().map(text);
        all.extend(common.map(|(name, text)| (format!("{folder}/{name}"), text)));
    }
    let neighbour = event_type("REFKOM.BYGGLOV.STARTBESKED", &[Fields::default()], &[]);
    all.insert(NEIGHBOUR.to_owned(), neighbour);
    all.extend(files.clone());
    let folders = all.keys().filter_map(|path| path.rsplit_once('/'));
    let folders: BTreeSet<String> = folders
        .map(|(folder, _)| folder.to_owned())
        .filter(|folder| {
            let rest = folder.strip_prefix("catalogue/producers/");
            rest.is_some_and(|rest| rest.contains('/'))
        })
        .collect();
    for folder in folders {
        let path = format!("{folder}/process.yaml");
        if files.contains_key(&path) {
            continue;
        }
        let id = folder["catalogue/producers/".len()..].replace('/', ".");
        for (short, closes) in [("OPPNAT", "false"), ("AVSLUTAT", "true")] {
            let fields = Fields(format!("closesCase: {closes}\n"));
            let text = event_type(&format!("{id}.{short}"), &[fields], &[]);
            all.insert(format!("{folder}/{short}.yaml"), text);
        }
        let text = process(&all, &folder, &id);
        all.insert(path, text);
    }
    all
}

/// A process that agrees with its event types.
fn process(all: &BTreeMap<String, String>, folder: &str, id: &str) -> String {
    let mut text = format!(
        "id: {id}\ntitle: {{ sv: Tillsyn, en: Supervision }}\n\
         description: {{ sv: Ett ärende., en: A case. }}\n\
         states:\n  - {{ id: OPEN, title: {{ sv: Öppet, en: Open }} }}\n  \
         - {{ id: CLOSED, title: {{ sv: Slutet, en: Closed }}, end: true }}\ntransitions:\n  \
         - {{ event: OPPNAT, to: OPEN }}\n"
    );
    for (path, entry) in all {
        let own = path
            .strip_prefix(folder)
            .and_then(|it| it.strip_prefix('/'));
        let Some(short) = own.and_then(|it| it.strip_suffix(".yaml")) else {
            continue;
        };
        if ["OPPNAT", "process"].contains(&short) || short.contains('/') {
            continue;
        }
        // The newest version stands first.
        let lines = entry
            .lines()
            .map(|line| line.trim_start_matches([' ', '-']));
        let closes = lines
            .filter_map(|line| line.strip_prefix("closesCase: "))
            .next();
        if closes != Some("true") {
            text += &format!("  - {{ event: {short}, from: OPEN, to: OPEN }}\n");
        }
        if closes != Some("false") {
            text += &format!("  - {{ event: {short}, from: OPEN, to: CLOSED }}\n");
        }
    }
    text
}

/// The site with the locks that publishing it makes.
fn locked(files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let plan = katalog::publish::plan(
        &memory(&files),
        &["REFKOM".to_owned()],
        DAY.parse().unwrap(),
    );
    let plan = plan.unwrap_or_else(|refused| panic!("{:?}", refused.findings));
    let mut files = files;
    files.extend(plan.files);
    files
}

fn memory(files: &BTreeMap<String, String>) -> Memory {
    files.iter().fold(Memory::new(), |all, (path, text)| {
        all.with(path, text.clone())
    })
}

fn is_of_process(number: &str) -> bool {
    number.starts_with("K09")
}

/// The codes of what is found, each once. Whether examples fit is only asked of the rule
/// about that: others leave them out, and have them filled in. Whether processes agree
/// with their event types is only asked of the rules about that.
fn codes_of(
    files: &BTreeMap<String, String>,
    earlier: Option<&BTreeMap<String, String>>,
    asked: &str,
) -> Vec<&'static str> {
    let base = earlier.map(|files| katalog::read(&memory(files)).0);
    let day = DAY.parse().unwrap();
    let checked = katalog::check_against(&memory(files), None, day, base.as_ref());
    let mut codes: Vec<&str> = checked
        .findings
        .iter()
        .map(|finding| finding.code.number)
        .filter(|code| *code != "K0301" || asked == "K0301")
        .filter(|code| !is_of_process(code) || is_of_process(asked))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The rules of the changes between the two newest versions of the entry, or from
/// the entry to another that takes its place.
fn changes_of(files: &BTreeMap<String, String>) -> Vec<&'static str> {
    let source = memory(files);
    let (tables, _) = katalog::read(&source as &dyn Source);
    let find = |id: &str| tables.event_types.iter().find(|it| &*it.id.value == id);
    let entry = find("REFKOM.BYGGLOV.BESLUT").expect("the entry can be read");
    let changes = match (find("REFKOM.TILLSYN.BESLUT"), &*entry.versions) {
        (Some(other), [old, ..]) => change::compare_entries(entry, old, other, &other.versions[0]),
        (None, [new, old, ..]) => change::compare(old, new),
        _ => panic!("there are no two versions"),
    };
    changes.iter().map(|change| change.rule.name).collect()
}
