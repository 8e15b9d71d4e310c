//! `_lsprof`: what a profiler is told of, counted on the virtual clock (Modules/_lsprof.c). `cProfile`, `line_profiler` and
//! `memory_profiler` are Python on top of it.
//!
//! All that a profiler knows lies in two tables of words, in blocks that it owns:
//!
//! ```text
//! entries of calls:   | function | caller | calls | recursive calls | total | inline | level |   a row per function, and per pair
//! contexts of calls:  | entry | entry of the pair | start | time in callees |                    a row per active call
//! ```

pub mod lines;

use heapglass_heap::{Address, Kind, domain::Domain, layout::callable::{builtin_function, method_descriptor},
    layout::native::profiler as field, runtime, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{self, Convention, NativeKind, NativeRow, Owner},
    thread_state::{LINE_PROFILER, PROFILER},
    watch::Moment,
};

const PROFILE: StaticType = StaticType::Profiler;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(PROFILE, |m, a| Ok(m.heap.generic_allocate(a.self_, 0))),
    NativeRow::slot(PROFILE, "__init__", |m, _| m.none()),
    NativeRow::keywords(PROFILE, "enable", |m, a| {
        m.start_profiler(PROFILER, a.self_, CALLS_ONLY)?;
        m.none()
    }),
    NativeRow::no_arguments(PROFILE, "disable", |m, a| {
        m.stop_profiler(PROFILER, a.self_);
        m.none()
    }),
    NativeRow::no_arguments(PROFILE, "clear", |m, a| {
        m.store_field(a.self_, field::FUNCTIONS, Address::NULL);
        m.set_word(a.self_, field::ENTRIES_LENGTH, 0);
        m.set_word(a.self_, field::CONTEXTS_LENGTH, 0);
        m.none()
    }),
    NativeRow::no_arguments(PROFILE, "_functions", |m, a| {
        let functions = m.field(a.self_, field::FUNCTIONS);
        let items = if functions.is_null() { Vec::new() } else { m.heap.list_items(functions) };
        Ok(m.heap.new_list_of(&items))
    }),
    NativeRow::no_arguments(PROFILE, "_entries", |m, a| Ok(entry_tuples(m, a.self_))),
    NativeRow::one(PROFILE, "_watch_lines", |m, a| {
        let jumps = m.is_true(a.positional[0])?;
        m.start_profiler(LINE_PROFILER, a.self_, if jumps { LINES_AND_JUMPS } else { LINES })?;
        m.none()
    }),
    NativeRow::no_arguments(PROFILE, "_ignore_lines", |m, a| {
        m.stop_profiler(LINE_PROFILER, a.self_);
        m.none()
    }),
    NativeRow::one(PROFILE, "_add_code", lines::add_code),
    NativeRow::function("_lsprof", "process_memory", Convention::NoArguments, |m, _| {
        let bytes = m.process_memory();
        Ok(m.heap.new_int(bytes as i64))
    }),
];

/// One of the two tables of a profiler: where its buffer is named, and how many words a row has.
#[derive(Clone, Copy)]
struct Table {
    buffer: u64,
    width: u64,
}

const ENTRIES: Table = Table { buffer: field::ENTRIES, width: 7 };
const CONTEXTS: Table = Table { buffer: field::CONTEXTS, width: 5 };
/// Columns of [`ENTRIES`].
const FUNCTION: u64 = 0;
const CALLER: u64 = 1;
const CALLS: u64 = 2;
const RECURSIVE: u64 = 3;
const TOTAL: u64 = 4;
const INLINE: u64 = 5;
const LEVEL: u64 = 6;
/// What a profiler is told of: calls; lines as `sys.monitoring` has them; lines and jumps back as `sys.settrace` has them.
const CALLS_ONLY: i64 = 1;
const LINES: i64 = 2;
const LINES_AND_JUMPS: i64 = 3;
/// No row.
const NONE: u64 = u64::MAX;

impl Table {
    fn length(self, m: &Machine, profiler: Address) -> u64 {
        m.heap.memory.u64(profiler.plus(self.buffer + 8))
    }

    fn set_length(self, m: &mut Machine, profiler: Address, length: u64) {
        m.heap.memory.set_u64(profiler.plus(self.buffer + 8), length);
    }

    fn place(self, m: &Machine, profiler: Address, row: u64, column: u64) -> Address {
        m.field(profiler, self.buffer).plus(8 * (row * self.width + column))
    }

    fn get(self, m: &Machine, profiler: Address, row: u64, column: u64) -> u64 {
        m.heap.memory.u64(self.place(m, profiler, row, column))
    }

    fn set(self, m: &mut Machine, profiler: Address, row: u64, column: u64, value: u64) {
        let place = self.place(m, profiler, row, column);
        m.heap.memory.set_u64(place, value);
    }

    fn add(self, m: &mut Machine, profiler: Address, row: u64, column: u64, more: u64) {
        let sum = self.get(m, profiler, row, column).wrapping_add(more);
        self.set(m, profiler, row, column, sum);
    }

    fn push(self, m: &mut Machine, profiler: Address, words: &[u64]) -> u64 {
        let (row, room) = (self.length(m, profiler), m.heap.memory.u64(profiler.plus(self.buffer + 16)));
        if row == room {
            let room = (2 * room).max(16);
            let old = m.field(profiler, self.buffer);
            let moved = m.heap.reallocate(Domain::Mem, old, 8 * room * self.width);
            m.heap.memory.set_address(profiler.plus(self.buffer), moved);
            m.heap.memory.set_u64(profiler.plus(self.buffer + 16), room);
        }
        self.set_length(m, profiler, row + 1);
        for column in 0..self.width {
            let word = words.get(column as usize).copied().unwrap_or(0);
            self.set(m, profiler, row, column, word);
        }
        row
    }

    /// The row whose first two words are these.
    fn find(self, m: &Machine, profiler: Address, first: u64, second: u64) -> Option<u64> {
        (0..self.length(m, profiler))
            .find(|row| self.get(m, profiler, *row, 0) == first && self.get(m, profiler, *row, 1) == second)
    }
}

/// Every entry as a tuple of its words.
fn entry_tuples(m: &mut Machine, profiler: Address) -> Address {
    let list = m.heap.new_list(0);
    for row in 0..ENTRIES.length(m, profiler) {
        let mut words = Vec::new();
        for column in 0..ENTRIES.width {
            let word = ENTRIES.get(m, profiler, row, column) as i64;
            words.push(m.heap.new_int(word));
        }
        let tuple = m.heap.new_tuple_from(&words);
        m.heap.list_append(list, tuple);
    }
    list
}

impl Machine {
    /// Bytes that the simulated process has mapped.
    fn process_memory(&self) -> u64 {
        self.heap.memory.u64(runtime::MAPPED_BYTES)
    }

    fn start_profiler(&mut self, word: Address, profiler: Address, use_: i64) -> Outcome<()> {
        // A profiler is told of the same for all its life: its tables are read differently.
        let before = self.word(profiler, field::FLAGS);
        if before != 0 && before != use_ {
            return self.value_error("the profiler is in use otherwise");
        }
        self.set_word(profiler, field::FLAGS, use_);
        self.incref(profiler);
        let old = self.replace_thread_word(word, profiler);
        self.registers.profiling = true;
        self.xdecref(old);
        Ok(())
    }

    /// Stops it if it is this one; calls that are still active end now.
    fn stop_profiler(&mut self, word: Address, profiler: Address) {
        if self.thread_word(word) != profiler {
            return;
        }
        if word == PROFILER {
            while CONTEXTS.length(self, profiler) > 0 {
                self.leave_profiled(profiler);
            }
        }
        let old = self.replace_thread_word(word, Address::NULL);
        self.registers.profiling = !(self.thread_word(PROFILER).is_null() && self.thread_word(LINE_PROFILER).is_null());
        self.xdecref(old);
    }

    /// Tells the profilers of a call or its end.
    #[cold]
    pub(crate) fn profile(&mut self, moment: Moment) {
        let (calls, frame) = (self.thread_word(PROFILER), self.registers.frame);
        if frame.is_null() || self.is_shim(frame) {
            return;
        }
        match moment {
            Moment::Call if !calls.is_null() => {
                let code = self.frame_code(frame);
                self.enter_profiled(calls, code.raw(), |m| m.incref(code));
            }
            Moment::Return(_) | Moment::Unwind => {
                if !calls.is_null() {
                    self.leave_profiled(calls);
                }
                self.end_line(frame);
            }
            _ => {}
        }
    }

    /// Tells the profiler of a call of a native function or method; the answer is whether its end is to be told too.
    #[cold]
    pub(crate) fn profile_native_call(&mut self, callable: Address) -> bool {
        let profiler = self.thread_word(PROFILER);
        let code = match self.heap.kind(callable) {
            Kind::BuiltinFunction => self.field(callable, builtin_function::DEFINITION),
            Kind::MethodDescriptor => self.field(callable, method_descriptor::DEFINITION),
            _ => return false,
        };
        if profiler.is_null() {
            return false;
        }
        let Some(row) = native::row_at(code).filter(|row| !matches!(row.kind, NativeKind::New)) else { return false };
        self.enter_profiled(profiler, code.raw(), |m| {
            let name = row.name;
            let text = match row.owner {
                Owner::Module(module) => format!("<built-in method {module}.{name}>"),
                Owner::Type(type_) => format!("<method '{name}' of '{}' objects>", type_.row().name),
            };
            m.heap.new_str(&text)
        });
        true
    }

    /// The native function has returned.
    #[cold]
    pub(crate) fn profile_native_return(&mut self) {
        let profiler = self.thread_word(PROFILER);
        if !profiler.is_null() {
            self.leave_profiled(profiler);
        }
    }

    /// `ptrace_enter_call`. `name` makes what stands for the function: its code, or a text.
    fn enter_profiled(&mut self, profiler: Address, key: u64, name: impl FnOnce(&mut Self) -> Address) {
        let entry = ENTRIES.find(self, profiler, key, 0).unwrap_or_else(|| {
            let function = name(self);
            self.remember_function(profiler, function);
            ENTRIES.push(self, profiler, &[key])
        });
        let active = CONTEXTS.length(self, profiler);
        let pair = if active == 0 {
            NONE
        } else {
            let caller = ENTRIES.get(self, profiler, CONTEXTS.get(self, profiler, active - 1, 0), FUNCTION);
            ENTRIES.find(self, profiler, key, caller).unwrap_or_else(|| ENTRIES.push(self, profiler, &[key, caller]))
        };
        for row in [entry, pair].into_iter().filter(|row| *row != NONE) {
            ENTRIES.add(self, profiler, row, LEVEL, 1);
        }
        let now = self.now();
        CONTEXTS.push(self, profiler, &[entry, pair, now]);
    }

    /// `ptrace_leave_call`: calls that were active before the profiler was started have no context.
    fn leave_profiled(&mut self, profiler: Address) {
        let Some(top) = CONTEXTS.length(self, profiler).checked_sub(1) else { return };
        let [entry, pair, start, callees] = [0, 1, 2, 3].map(|column| CONTEXTS.get(self, profiler, top, column));
        CONTEXTS.set_length(self, profiler, top);
        let total = self.now().saturating_sub(start);
        if top > 0 {
            CONTEXTS.add(self, profiler, top - 1, 3, total);
        }
        for row in [entry, pair].into_iter().filter(|row| *row != NONE) {
            let level = ENTRIES.get(self, profiler, row, LEVEL).saturating_sub(1);
            ENTRIES.set(self, profiler, row, LEVEL, level);
            ENTRIES.add(self, profiler, row, CALLS, 1);
            ENTRIES.add(self, profiler, row, INLINE, total.saturating_sub(callees));
            let (column, more) = if level == 0 { (TOTAL, total) } else { (RECURSIVE, 1) };
            ENTRIES.add(self, profiler, row, column, more);
        }
    }

    /// Appends an owned object to the profiler's list of functions.
    fn remember_function(&mut self, profiler: Address, function: Address) {
        if self.field(profiler, field::FUNCTIONS).is_null() {
            let list = self.heap.new_list(0);
            self.heap.memory.set_address(profiler.plus(field::FUNCTIONS), list);
        }
        let list = self.field(profiler, field::FUNCTIONS);
        self.heap.list_append(list, function);
    }
}

/// The column that names the caller: pairs have one.
const _: () = assert!(CALLER == 1);
