//! Building the page and serving it.

use crate::command::{Failure, Outcome, announce, must};
use crate::setup::{self, Ready};

/// Builds the page and serves it to this machine until interrupted; a changed source is built anew.
pub(crate) fn serve(port: &str) -> Outcome {
    if port.parse::<u16>().is_err() {
        return Err(Failure(format!("{port} is not a port number")));
    }
    let ready = setup::everything()?;
    announce(&format!(
        "building the page, then serving it on http://127.0.0.1:{port}/"
    ));
    must(
        ready.command("trunk").args(["serve", "--release", "--port", port]),
        "the page could not be served",
    )
}

/// Sets up and builds the page into `dist`.
pub(crate) fn build() -> Outcome {
    build_page(&setup::everything()?)
}

/// Builds the page into `dist`.
pub(crate) fn build_page(ready: &Ready) -> Outcome {
    announce("building the page into dist/");
    must(
        ready.command("trunk").args(["build", "--release"]),
        "the page could not be built",
    )
}

/// Builds the page and packs it, with its twin in one file, into a ZIP.
pub(crate) fn site() -> Outcome {
    let ready = setup::everything()?;
    build_page(&ready)?;
    announce("packing the site into target/heapglass-site.zip");
    must(
        ready.command("node").args(["js/site.mjs", "dist", "target/heapglass-site.zip"]),
        "the site could not be packed",
    )
}
