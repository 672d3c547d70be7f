//! Running as somebody whom file permissions stop, also when the tests run as root.
//!
//! Root may read and write everything. A user namespace of its own, with no
//! users mapped into it, takes that power away and leaves all else as it is.

use std::process::Command;
use std::sync::OnceLock;

/// A command that runs `program` and can be denied.
pub(crate) fn denied(program: &str) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("unshare");
    command.arg("--user").arg(program);
    command
}

/// Whether this computer can run anything that is denied.
pub(crate) fn can_be_denied() -> bool {
    static CAN: OnceLock<bool> = OnceLock::new();
    *CAN.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("closed");
        std::fs::write(&file, "x").unwrap();
        forbid(&file, 0);
        denied("cat")
            .arg(&file)
            .output()
            .is_ok_and(|output| !output.status.success() && output.stdout.is_empty())
            && denied("true").status().is_ok_and(|status| status.success())
    })
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    static ROOT: OnceLock<bool> = OnceLock::new();
    *ROOT.get_or_init(|| {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().metadata().unwrap().uid() == 0
    })
}

/// Sets the permissions of a file or folder.
pub(crate) fn forbid(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}
