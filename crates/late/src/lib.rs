//! Data that is part of the program, but need not be there when it starts.
//!
//! The page brings bulky tables after the first picture (`js/split.mjs` cuts them out of the first file), so whoever reads
//! one says so first. Natively everything is there from the start, and nothing happens.

use std::sync::OnceLock;

static BRING: OnceLock<fn()> = OnceLock::new();

/// Tells how the host brings what is missing. The function returns when all of it is there, or not at all.
pub fn bring_with(bring: fn()) {
    // Who came first has said it already.
    let _ = BRING.set(bring);
}

/// Sees to it that late data is there. To be called before it is read, each time.
pub fn bring() {
    if let Some(bring) = BRING.get() {
        bring();
    }
}
