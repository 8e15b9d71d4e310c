//! Profiling by line, as `sys.monitoring` does it (Python/instrumentation.c): where a line begins in a code object that is
//! watched stands `INSTRUMENTED_LINE`, so that code that is not watched costs nothing.
//!
//! ```text
//! entries:   | code | line | hits | time | memory | growth of memory |
//! contexts:  | frame | entry | start | memory at the start | unit |      the line that each active frame is in
//! ```

use heapglass_heap::{Address, Kind, layout::native::profiler::FLAGS, static_type::StaticType};

use super::{CONTEXTS, ENTRIES, LINES_AND_JUMPS};
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    op::line::INSTRUMENTED_LINE,
    thread_state::LINE_PROFILER,
};

const HITS: u64 = 2;
const TIME: u64 = 3;
const MEMORY: u64 = 4;
const GROWTH: u64 = 5;

/// `_add_code(code)`: watches its lines.
pub(super) fn add_code(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = arguments.positional[0];
    if m.heap.kind(code) != Kind::Code {
        return Err(m.raise(StaticType::TypeError, "a code object is needed"));
    }
    let Some(facts) = m.code_facts(code).cloned() else { return m.none() };
    m.incref(code);
    m.remember_function(arguments.self_, code);
    let start = m.code_start(code);
    for (unit, begins) in facts.line_starts.iter().enumerate() {
        if *begins {
            m.heap.memory.set_u8(start.plus(2 * unit as u64), INSTRUMENTED_LINE);
        }
    }
    m.none()
}

impl Machine {
    /// An instruction that may begin a line is about to run.
    pub(crate) fn begin_line(&mut self, unit: u64) {
        let (profiler, frame) = (self.thread_word(LINE_PROFILER), self.registers.frame);
        if profiler.is_null() {
            return;
        }
        let code = self.frame_code(frame);
        let line = self.code_facts(code).and_then(|facts| facts.lines.get(unit as usize).copied()).map_or(0, u64::from);
        if let Some(context) = self.context_of(profiler, frame) {
            let before = CONTEXTS.get(self, profiler, context, 1);
            let same = ENTRIES.get(self, profiler, before, 1) == line;
            let told = self.word(profiler, FLAGS) == LINES_AND_JUMPS && CONTEXTS.get(self, profiler, context, 4) >= unit;
            if same && !told {
                CONTEXTS.set(self, profiler, context, 4, unit);
                return;
            }
            self.finish_line(profiler, context);
        }
        let entry = ENTRIES
            .find(self, profiler, code.raw(), line)
            .unwrap_or_else(|| ENTRIES.push(self, profiler, &[code.raw(), line]));
        ENTRIES.add(self, profiler, entry, HITS, 1);
        let (now, memory) = (self.now(), self.process_memory());
        CONTEXTS.push(self, profiler, &[frame.raw(), entry, now, memory, unit]);
    }

    /// The frame is left: its line ends.
    pub(super) fn end_line(&mut self, frame: Address) {
        let profiler = self.thread_word(LINE_PROFILER);
        if profiler.is_null() {
            return;
        }
        if let Some(context) = self.context_of(profiler, frame) {
            self.finish_line(profiler, context);
        }
    }

    fn context_of(&self, profiler: Address, frame: Address) -> Option<u64> {
        (0..CONTEXTS.length(self, profiler)).rev().find(|row| CONTEXTS.get(self, profiler, *row, 0) == frame.raw())
    }

    /// Adds up the time and memory of a line that has ended, and takes its context out.
    fn finish_line(&mut self, profiler: Address, context: u64) {
        let [entry, start, memory] = [1, 2, 3].map(|column| CONTEXTS.get(self, profiler, context, column));
        let (time, reached) = (self.now().saturating_sub(start), self.process_memory());
        ENTRIES.add(self, profiler, entry, TIME, time);
        ENTRIES.add(self, profiler, entry, GROWTH, reached.wrapping_sub(memory));
        let most = reached.max(ENTRIES.get(self, profiler, entry, MEMORY));
        ENTRIES.set(self, profiler, entry, MEMORY, most);
        let last = CONTEXTS.length(self, profiler) - 1;
        for column in 0..CONTEXTS.width {
            let word = CONTEXTS.get(self, profiler, last, column);
            CONTEXTS.set(self, profiler, context, column, word);
        }
        CONTEXTS.set_length(self, profiler, last);
    }
}
