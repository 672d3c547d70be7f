//! What the template language says, in both languages.
//!
//! It speaks English only. The usual slips are put in our own words; of the
//! others its own words are quoted, because they name what is wrong.

use crate::diagnostic::Message;
use crate::say;

/// What the template language said, for both kinds of reader.
pub(super) fn in_both(why: &str) -> Message {
    let why = why.trim();
    let name = why.split('`').nth(1).unwrap_or("");
    let begins = |start: &str| why.starts_with(start);
    if begins("Unknown filter") {
        say!("filtret `{name}` finns inte", "there is no filter `{name}`")
    } else if begins("Unknown test") {
        say!("testet `{name}` finns inte", "there is no test `{name}`")
    } else if begins("Unknown function") {
        say!(
            "funktionen `{name}` finns inte",
            "there is no function `{name}`"
        )
    } else if begins("Unknown component") {
        say!(
            "komponenten `{name}` finns inte",
            "there is no component `{name}`"
        )
    } else if begins("Unknown template") {
        say!(
            "mallen `{name}` finns inte",
            "there is no template `{name}`"
        )
    } else if begins("Block `") {
        say!(
            "mallen som den bygger på har inget block `{name}`",
            "the template that it extends has no block `{name}`"
        )
    } else if begins("Component `") {
        let places: Vec<&str> = why.split('`').skip(3).step_by(2).collect();
        let places = places.join(", ");
        say!(
            "komponenten `{name}` finns i flera mallar ({places}); ta bort den ena",
            "the component `{name}` is in several templates ({places}); remove one"
        )
    } else if let Some(circle) = why.strip_prefix("Circular extends: ") {
        say!(
            "mallarna bygger på varandra i en cirkel ({circle})",
            "the templates extend each other in a circle ({circle})"
        )
    } else if let Some(circle) = why.strip_prefix("Circular include: ") {
        say!(
            "mallarna hämtar in varandra i en cirkel ({circle})",
            "the templates include each other in a circle ({circle})"
        )
    } else if begins("Unexpected end of input") {
        say!(
            "mallen slutar, men något som har börjats är inte avslutat: ett `if`, `for` eller `block`, eller `{{{{` eller `{{%`",
            "the template ends, but something that was begun isn't ended: an `if`, `for` or `block`, or `{{{{` or `{{%`"
        )
    } else if begins("Undefined: `") {
        say!(
            "`{name}` har inget värde; se efter hur namnet stavas",
            "`{name}` has no value; see how the name is spelt"
        )
    } else if let Some((_, fields)) = why.split_once("is not defined. Available fields: ") {
        say!(
            "`{name}` finns inte här; det som finns är {fields}",
            "there is no `{name}` here; what there is: {fields}"
        )
    } else if begins("Unknown tag") {
        say!("instruktionen finns inte", "there is no such instruction")
    } else if begins("Field `") && why.ends_with("is not defined") {
        say!(
            "det som står före `.{name}` finns inte på sidan; se efter hur namnet stavas",
            "the page has nothing by the name before `.{name}`; see how it is spelt"
        )
    } else {
        say!(
            "mallspråket säger: {why}",
            "the template language says: {why}"
        )
    }
}
