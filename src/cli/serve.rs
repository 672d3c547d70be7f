//! `katalog serve`: the site in the browser while it is being edited.

use super::{Outcome, Voice, open_root, path_of, say_error, say_line};
use crate::say;
use crate::serve::Preview;
use std::net::SocketAddr;

/// Where the server listens unless told otherwise.
const ADDRESS: &str = "127.0.0.1:8080";

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let root = path_of(matches, "root", ".");
    let given = matches
        .get_one::<String>("listen")
        .map_or(ADDRESS, String::as_str);
    let Ok(address) = given.parse::<SocketAddr>() else {
        return Outcome::Failed(say!(
            "--listen {given} är ingen adress med port\n  skriv en IP-adress och en port, som 127.0.0.1:8080",
            "--listen {given} is not an address with a port\n  write an IP address and a port, such as 127.0.0.1:8080"
        ));
    };
    if let Err(outcome) = open_root(&root) {
        return outcome;
    }
    let preview = match Preview::open(&root, address, voice.tongue) {
        Ok(preview) => preview,
        Err(why) => return Outcome::Failed(why),
    };
    if let Some(problems) = preview.problems() {
        say_error(&problems);
    }
    let address = preview.address().unwrap_or(address);
    let path = preview.start_path();
    let ready = say!(
        "Webbplatsen visas på http://{address}{path} och följer dina ändringar. Avsluta med Ctrl+C.",
        "The site is shown at http://{address}{path} and follows your changes. Stop with Ctrl+C."
    );
    say_line(voice.choose(&ready));
    if !preview.watches() {
        let note = say!(
            "Ändringar märks inte av sig själva på den här datorn: starta om kommandot och ladda om sidan.",
            "Changes aren't noticed by themselves on this computer: restart the command and reload the page."
        );
        say_error(voice.choose(&note));
    }
    preview.run();
    Outcome::Fine
}
