//! The run as `heapglass trace` writes it.

use super::{MOST_TEXT, Program};
use heapglass_trace::TraceOptions;
use heapglass_words::take_away as words;

/// The trace of a program, as JSON; or why there is none.
pub(super) fn trace(program: &Program) -> Result<String, String> {
    if !program.answers.is_empty() {
        return Err(words::no_trace_of_input().into());
    }
    let document = heapglass_trace::trace(&program.source, &program.file, &TraceOptions { pools: true, ..TraceOptions::default() });
    let text = document.to_string();
    if text.len() > MOST_TEXT {
        return Err(words::trace_too_large(text.len() as u64 / 1_000_000));
    }
    Ok(text)
}
