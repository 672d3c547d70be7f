//! The conformance test: a right producer passes everything, and each faulty one fails
//! exactly where it is faulty.

use crate::support::peer::{CUSTOMER, FAULTS, Fault, Peer};
use crate::support::{base, cases, copy_over};
use katalog::conform::{Customer, GROUPS, Known, KnownVersion, Options, Outcome, Report};
use katalog::render::Site;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tempfile::TempDir;

/// The small site, with what the producer for tests sends.
pub(crate) fn site() -> TempDir {
    let site = base();
    copy_over(&cases("conform/in"), site.path());
    site
}

/// The catalogue of the tests.
struct Shelf {
    site: Site,
    schemas: BTreeMap<String, Value>,
}

impl Shelf {
    fn new() -> Self {
        let folder = site();
        let source = katalog::source::Disk::open(folder.path()).unwrap();
        let day = "2026-06-15".parse().unwrap();
        let checked = katalog::check_as_of(&source, None, day);
        let told = checked.findings.iter().map(|it| &it.message.en);
        assert_eq!(told.collect::<Vec<_>>(), Vec::<&String>::new());
        let site = checked.site.unwrap();
        let mut schemas = BTreeMap::new();
        for output in site.outputs() {
            let path = site.path(*output);
            if path.ends_with(".schema.json") {
                let mut bytes = Vec::new();
                site.render(*output, &mut bytes).unwrap();
                schemas.insert(path, serde_json::from_slice(&bytes).unwrap());
            }
        }
        Self { site, schemas }
    }
}

impl Known for Shelf {
    fn producer(&self, prefix: &str) -> Option<Vec<String>> {
        (prefix == "REFKOM").then(|| vec!["Referenskommunen".to_owned()])
    }

    fn producer_at(&self, _: &str) -> Option<String> {
        None
    }

    fn versions(&self, id: &str) -> Option<Vec<KnownVersion>> {
        let event_type = self.site.catalogue().event_type(id)?;
        let versions = event_type.versions.iter().map(|version| {
            let number = version.number.value.to_string();
            let tags = version.tags.iter().map(|tag| tag.value.to_string());
            KnownVersion {
                tags: tags.collect(),
                status: version.status,
                schema: self.schemas[&format!("api/v1/event-types/{id}/{number}.schema.json")]
                    .clone(),
                number,
            }
        });
        Some(versions.collect())
    }
}

fn options(peer: &Peer) -> Options {
    Options {
        address: peer.base(),
        customer: Customer {
            number: CUSTOMER.to_owned(),
            kind: "Personnummer".to_owned(),
            supplement: None,
        },
        user: CUSTOMER.to_owned(),
        unknown: "189001019802".to_owned(),
        token: None,
        case: None,
        prefix: None,
        guide: None,
        time_limit: Duration::from_secs(20),
    }
}

fn report(options: &Options, known: Option<&dyn Known>) -> Report {
    katalog::conform::run(options, known, &mut |_, _, _| {})
        .unwrap_or_else(|why| panic!("{}", why.en))
}

/// The codes of the cases with an outcome.
fn codes(report: &Report, outcome: Outcome) -> BTreeSet<&'static str> {
    let with = report.tried.iter().filter(|it| it.outcome == outcome);
    with.map(|it| it.case.code).collect()
}

/// What the report says of what didn't pass.
fn told(report: &Report) -> String {
    let all = report
        .tried
        .iter()
        .filter(|it| it.outcome != Outcome::Passed);
    let lines = all.map(|it| {
        let what = it.what.as_ref().map_or("", |what| &what.en);
        format!("{} {:?}: {what}\n", it.case.code, it.outcome)
    });
    lines.collect()
}

#[test]
fn a_right_producer_passes_everything() {
    let peer = Peer::with_token(None, Some("a-token"));
    let mut options = options(&peer);
    options.token = Some("a-token".to_owned());
    let shelf = Shelf::new();
    let report = report(&options, Some(&shelf));
    let passed = codes(&report, Outcome::Passed).len();
    assert_eq!(passed, report.tried.len(), "{}", told(&report));
    assert!(report.calls < 350, "{} calls", report.calls);
}

#[test]
fn a_faulty_producer_fails_where_it_is_faulty() {
    let shelf = Shelf::new();
    let wrong: Vec<String> = FAULTS
        .par_iter()
        .filter_map(|(fault, expected)| {
            let guarded = [Fault::NoChallenge, Fault::NoTokenNeeded].contains(fault);
            let token = guarded.then_some("a-token");
            let peer = Peer::with_token(Some(*fault), token);
            let mut options = options(&peer);
            options.token = token.map(str::to_owned);
            options.prefix = Some("REFKOM".to_owned());
            if *fault == Fault::StopsAnswering {
                options.time_limit = Duration::from_secs(2);
            }
            let report = report(&options, Some(&shelf));
            let expected: BTreeSet<&str> = expected.iter().copied().collect();
            let mut found = codes(&report, Outcome::Failed);
            found.extend(codes(&report, Outcome::Advice));
            (found != expected).then(|| {
                format!(
                    "{fault:?}: {found:?}, but expected {expected:?}\n{}",
                    told(&report)
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Codes are permanent: unique, in order, of one shape, and with words in both languages.
#[test]
fn cases_are_well_formed() {
    let all: Vec<_> = GROUPS.iter().flat_map(|group| group.cases).collect();
    let codes: Vec<&str> = all.iter().map(|case| case.code).collect();
    assert!(codes.is_sorted() && codes.iter().collect::<BTreeSet<_>>().len() == codes.len());
    assert!(all.len() >= 80, "{}", all.len());
    for case in &all {
        let digits = case.code.strip_prefix('C').unwrap();
        assert!(
            digits.len() == 3 && digits.parse::<u32>().is_ok(),
            "{}",
            case.code
        );
        assert!(
            case.sv.ends_with('.') && case.en.ends_with('.'),
            "{}",
            case.code
        );
        assert_ne!(case.sv, case.en);
    }
    // A fault breaks no case that doesn't exist.
    let broken: BTreeSet<&str> = FAULTS
        .iter()
        .flat_map(|(_, codes)| *codes)
        .copied()
        .collect();
    for code in &broken {
        assert!(codes.contains(code), "{code}");
    }
    // What no fault of the producer for tests breaks: that it answers at all, and in time.
    let whole: Vec<&str> = codes
        .into_iter()
        .filter(|it| !broken.contains(it))
        .collect();
    assert_eq!(whole, ["C020", "C233", "C234"]);
}
