//! Why the computer refused something, in words of our own where the cause is a usual one.

use super::Message;
use crate::say;
use std::io::{Error, ErrorKind};

/// The cause of an error from the operating system; its own words for what is rare.
pub fn reason(error: &Error) -> Message {
    match error.kind() {
        ErrorKind::PermissionDenied => say!("behörighet saknas", "permission denied"),
        ErrorKind::NotFound => say!("filen eller mappen finns inte", "no such file or folder"),
        ErrorKind::StorageFull => say!("disken är full", "the disk is full"),
        ErrorKind::QuotaExceeded => say!(
            "ditt diskutrymme är slut",
            "your quota of disk space is used up"
        ),
        ErrorKind::FileTooLarge => say!(
            "filen blev större än systemet tillåter",
            "the file became larger than the system allows"
        ),
        ErrorKind::ReadOnlyFilesystem => say!("disken är skrivskyddad", "the disk is read-only"),
        ErrorKind::AddrInUse => say!(
            "adressen används redan av ett annat program",
            "the address is already used by another program"
        ),
        ErrorKind::AddrNotAvailable => say!(
            "adressen hör inte till den här datorn",
            "the address doesn't belong to this computer"
        ),
        _ => say!("{error}", "{error}"),
    }
}
