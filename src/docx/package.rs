//! The parts of a document as one file.

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Puts the parts together. They are stored as they are: compressed bytes may differ
/// between versions of a library and between processors.
pub(super) fn pack(parts: &[(&str, String)]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // Writing to memory can't fail, and no part is as large as the format allows.
        let begun = package.start_file(*name, options);
        let written = begun.map(|()| package.write_all(text.as_bytes()));
        debug_assert!(matches!(written, Ok(Ok(()))));
    }
    package.finish().map(Cursor::into_inner).unwrap_or_default()
}
