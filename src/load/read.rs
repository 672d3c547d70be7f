//! Reading files, and what can be wrong with a file as a whole.

use crate::diagnostic::{Diagnostic, Message, reason};
use crate::say;
use crate::source::{CONFIG_FILE, MAX_FILE};
use crate::source::{EntryKind, FileId, ReadError, Source, Span};
use std::collections::HashMap;

/// Reads a file as text, or reports why it can't be.
pub(super) fn read(
    source: &dyn Source,
    path: &str,
    file: FileId,
    out: &mut Vec<Diagnostic>,
) -> Option<String> {
    let finding = match source.read(path, MAX_FILE) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => return Some(text),
            Err(error) => not_utf8(file, error.utf8_error().valid_up_to()),
        },
        Err(error) => unreadable(path, error),
    };
    out.push(finding);
    None
}

/// Why a file can't be read.
pub(super) fn unreadable(path: &str, error: ReadError) -> Diagnostic {
    match error {
        ReadError::Missing => Diagnostic::of_path(
            "K0001",
            path,
            say!("filen `{path}` finns inte", "the file `{path}` doesn't exist"),
        )
        .help(if path == CONFIG_FILE {
            say!(
                "kör kommandot i den mapp där {CONFIG_FILE} ligger, eller peka ut mappen: --root MAPP",
                "run the command in the folder that holds {CONFIG_FILE}, or name the folder: --root DIR"
            )
        } else {
            say!("spara filen igen", "save the file again")
        }),
        ReadError::NotAFile => Diagnostic::of_path(
            "K0002",
            path,
            say!("`{path}` är ingen fil som kan läsas", "`{path}` is not a file that can be read"),
        )
        .help(say!(
            "där ska finnas en vanlig fil, inte en mapp eller en länk ut ur webbplatsens mapp",
            "a plain file belongs there, not a folder or a link out of the site's folder"
        )),
        ReadError::TooLarge(size) => {
            let (size, most) = (size.div_ceil(1024), MAX_FILE / 1024);
            Diagnostic::of_path(
                "K0003",
                path,
                say!("filen är {size} kB, men får vara högst {most} kB", "the file is {size} kB, but may be at most {most} kB"),
            )
            .help(say!(
                "kontrollera att det är rätt fil: en post är sällan över 50 kB. En lång sida kan delas i flera",
                "check that it is the right file: an entry is seldom over 50 kB. A long page can be split into several"
            ))
        }
        ReadError::Io(error) => {
            let Message { sv, en } = reason(&error);
            Diagnostic::of_path(
                "K0002",
                path,
                say!("filen kunde inte läsas: {sv}", "the file could not be read: {en}"),
            )
            .help(say!(
                "kontrollera att filen finns kvar och att du har behörighet att läsa den",
                "check that the file is still there and that you have permission to read it"
            ))
        }
    }
}

fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    Diagnostic::new(
        "K0004",
        Span::new(file, at..at),
        say!("filen är inte sparad som UTF-8", "the file isn't saved as UTF-8"),
    )
    .help(say!(
        "öppna filen i en textredigerare och spara om den med teckenkodningen UTF-8; å, ä och ö är ofta det som blivit fel",
        "open the file in a text editor and save it again with the encoding UTF-8; å, ä and ö are often what went wrong"
    ))
}

/// A file with nothing in it.
pub(super) fn empty(file: FileId, path: &str) -> Diagnostic {
    Diagnostic::new(
        "K0105",
        Span::start_of(file),
        say!("filen är tom", "the file is empty"),
    )
    .help(if path == CONFIG_FILE {
        say!(
            "hämta tillbaka innehållet (git checkout -- {CONFIG_FILE}), eller skriv minst title, description, baseUrl, languages, standardVersion, publisher och contact",
            "take its content back (git checkout -- {CONFIG_FILE}), or write at least title, description, baseUrl, languages, standardVersion, publisher and contact"
        )
    } else {
        say!(
            "skriv innehållet och spara filen, eller ta bort den om inget hänvisar till den",
            "write its content and save the file, or remove it if nothing refers to it"
        )
    })
}

/// What is in the tree but is no file.
pub(super) fn bad_entry(path: &str, kind: EntryKind) -> Diagnostic {
    match kind {
        EntryKind::BadLink => Diagnostic::of_path(
            "K0005",
            path,
            say!(
                "`{path}` är en symbolisk länk som inte leder till en fil i webbplatsens mapp",
                "`{path}` is a symbolic link that doesn't lead to a file in the site's folder"
            ),
        )
        .help(say!(
            "ta bort länken och lägg en kopia här av det som den leder till",
            "remove the link and put a copy here of what it leads to"
        )),
        EntryKind::BadName => Diagnostic::of_path(
            "K0006",
            path,
            say!(
                "filnamnet är inte skrivet i UTF-8",
                "the file name isn't written in UTF-8"
            ),
        )
        .help(say!(
            "döp om filen så att namnet bara har A–Z, 0–9 och _",
            "rename the file so that its name has only A–Z, 0–9 and _"
        )),
        EntryKind::Other | EntryKind::File => Diagnostic::of_path(
            "K0002",
            path,
            say!(
                "`{path}` är varken en fil eller en mapp som kan läsas",
                "`{path}` is neither a file nor a folder that can be read"
            ),
        )
        .help(say!(
            "ta bort den, eller ge dig behörighet att läsa den",
            "remove it, or give yourself permission to read it"
        )),
    }
}

/// Files whose names are the same but for case: one of them would hide the
/// other on many computers.
pub(super) fn name_clashes(paths: &[String]) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &str> = HashMap::with_capacity(paths.len());
    let mut findings = Vec::new();
    for path in paths {
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            findings.push(
                Diagnostic::of_path(
                    "K0007",
                    path,
                    say!(
                        "`{path}` och `{other}` skiljer sig bara i stora och små bokstäver",
                        "`{path}` and `{other}` differ only in case"
                    ),
                )
                .help(say!(
                    "behåll den fil vars namn är detsamma som `id` i den, och ta bort den andra",
                    "keep the file whose name is the same as the `id` in it, and remove the other"
                )),
            );
        }
    }
    findings
}
