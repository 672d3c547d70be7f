//! Images that pages of text show.

use super::{Document, Loaded};
use crate::diagnostic::Diagnostic;
use crate::model::Image;
use crate::say;
use crate::source::{MAX_FILE, Source};

/// Where images lie.
const FOLDER: &str = "content/images/";

/// Reads an image and its size, which a page needs so that nothing moves while it loads.
pub(super) fn image(source: &dyn Source, path: &str) -> Loaded {
    let bytes = match source.read(path, MAX_FILE) {
        Ok(bytes) => bytes,
        Err(error) => {
            let finding = super::read::unreadable(path, error);
            return Loaded::new(Err(vec![path.to_owned()]), vec![finding]);
        }
    };
    let name = path.strip_prefix(FOLDER).unwrap_or(path);
    let size = imagesize::blob_size(&bytes);
    let of_its_kind = imagesize::image_type(&bytes).is_ok_and(|kind| {
        let ending = name.rsplit('.').next().unwrap_or("");
        match kind {
            imagesize::ImageType::Png => ending == "png",
            imagesize::ImageType::Jpeg => matches!(ending, "jpg" | "jpeg"),
            imagesize::ImageType::Webp => ending == "webp",
            _ => false,
        }
    });
    match size {
        Ok(size) if of_its_kind => {
            let image = Image {
                path: name.into(),
                bytes: bytes.into(),
                size: (size.width, size.height),
            };
            Loaded::new(Ok(Some(Document::Image(image))), Vec::new())
        }
        _ => {
            let finding = Diagnostic::of_path(
                "K0002",
                path,
                say!(
                    "filen är ingen bild av det slag som dess namn säger",
                    "the file is no image of the kind that its name says"
                ),
            )
            .help(say!(
                "spara om bilden som PNG, JPEG eller WebP med rätt filändelse",
                "save the image again as PNG, JPEG or WebP, with the right ending"
            ));
            Loaded::new(Err(vec![path.to_owned()]), vec![finding])
        }
    }
}
