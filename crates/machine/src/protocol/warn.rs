//! Warnings that native code issues.

use crate::machine::{Machine, Outcome};

impl Machine {
    /// Warns about a conversion method that returned an instance of a strict subclass of what it should return.
    pub(crate) fn warn_of_subclass(&mut self, method: &str, kind: &str, returned: &str) -> Outcome<()> {
        self.warn_deprecated(&format!(
            "{method} returned non-{kind} (type {returned}).  The ability to return an instance of a strict subclass of {kind} \
             is deprecated, and may be removed in a future version of Python."
        ))
    }
}
