//! The gallery: pictures of scenes for `docs/gallery.md`. It is no test.

use crate::command::{Outcome, announce, must};
use crate::{browser, serve, setup};

/// Builds the page and takes the pictures of all scenes, or of those named, in light and dark.
pub(crate) fn gallery(names: &[&str]) -> Outcome {
    let ready = setup::everything()?;
    let chromium = browser::ensure()?;
    serve::build_page(&ready)?;
    announce("taking the pictures of docs/gallery.md");
    let mut node = ready.command("node");
    node.arg("tests/gallery.mjs").args(names).env("CHROMIUM", chromium);
    must(&mut node, "the pictures could not be taken")
}
