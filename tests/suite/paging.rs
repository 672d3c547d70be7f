//! Long lists: the same things stand on the same page in every language, and
//! every page there is can be made, however differently the languages sort.

use katalog::source::{Disk, Memory, Source as _};
use std::collections::BTreeMap;
use std::path::Path;

/// The example catalogue with English names of producers that sort the other way.
fn example_sorted_otherwise_in_english() -> Memory {
    let disk = Disk::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository");
    let mut memory = Memory::new();
    let mut letters = (b'A'..=b'Z').rev().map(char::from);
    let mut paths = vec!["katalog.yaml".to_owned()];
    paths.extend(
        ["catalogue", "content"]
            .iter()
            .flat_map(|dir| disk.list(dir))
            .map(|entry| entry.path),
    );
    for path in paths {
        let bytes = disk.read(&path, 1 << 20).expect("a file of the example");
        let mut text = String::from_utf8(bytes).expect("UTF-8");
        if path.ends_with("/producer.yaml") {
            let letter = letters.next().expect("fewer producers than letters");
            let start = text.find("name: { sv: ").expect("a name in both languages");
            let en = start + text[start..].find("en: ").expect("an English name") + 4;
            text.insert_str(en, &format!("{letter} "));
        }
        memory = memory.with(&path, text);
    }
    memory
}

#[test]
fn a_page_of_a_list_shows_the_same_in_all_languages() {
    let checked = katalog::check(&example_sorted_otherwise_in_english(), None);
    let site = checked.site.expect("a whole catalogue");
    let mut pages: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let mut bytes = Vec::new();
    for output in site.outputs() {
        bytes.clear();
        assert!(site.render(*output, &mut bytes).is_ok());
        let path = site.path(*output);
        let own = path.strip_prefix("en/").unwrap_or(&path).to_owned();
        let is_list = ["event-types/", "categories/", "authorizations/"]
            .iter()
            .any(|s| own.starts_with(s));
        if !is_list || !(own.contains("/page/") || own.matches('/').count() <= 2) {
            continue;
        }
        let html = String::from_utf8(bytes.clone()).expect("UTF-8");
        let links = html
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        let mut events: Vec<String> = links
            .map(|url| url.trim_start_matches("/en").to_owned())
            .filter(|url| url.starts_with("/event-types/") && url.matches('/').count() == 5)
            .collect();
        events.sort();
        pages.entry(own).or_default().push(events);
    }
    assert!(
        pages.contains_key("event-types/page/2/index.html"),
        "the list has several pages"
    );
    for (path, languages) in pages {
        assert_eq!(languages.len(), 2, "{path} is in both languages");
        assert_eq!(
            languages[0], languages[1],
            "{path} shows the same in both languages"
        );
    }
}
