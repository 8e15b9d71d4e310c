//! `_tracemalloc`: what the tables of [`heapglass_heap::tracemalloc`] know, as Python objects (Modules/_tracemalloc.c).
//! `tracemalloc` itself is Python on top of it.

use std::collections::BTreeMap;

use heapglass_heap::{
    Address, runtime,
    static_type::StaticType,
    tracemalloc::{self, MAX_FRAMES, Trace, traceback::Frame},
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("_tracemalloc", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("is_tracing", Convention::NoArguments, |m, _| m.truth(m.heap.is_tracing())),
    row("clear_traces", Convention::NoArguments, |m, _| {
        tracemalloc::clear_traces(m);
        m.none()
    }),
    row("_get_traces", Convention::NoArguments, traces),
    row("_get_object_traceback", Convention::One, object_traceback),
    row("start", Convention::Positional, start),
    row("stop", Convention::NoArguments, |m, _| {
        tracemalloc::stop(m);
        m.none()
    }),
    row("get_traceback_limit", Convention::NoArguments, |m, _| {
        let limit = m.heap.memory.i64(runtime::TRACEMALLOC_MAX_FRAMES);
        Ok(m.heap.new_int(limit))
    }),
    row("get_tracemalloc_memory", Convention::NoArguments, |m, _| {
        let bytes = m.heap.tracemalloc_memory();
        Ok(m.heap.new_int(bytes as i64))
    }),
    row("get_traced_memory", Convention::NoArguments, |m, _| {
        let (now, peak) = if m.heap.is_tracing() { m.heap.traced_memory() } else { (0, 0) };
        let items = [m.heap.new_int(now as i64), m.heap.new_int(peak as i64)];
        Ok(m.heap.new_tuple_from(&items))
    }),
    row("reset_peak", Convention::NoArguments, |m, _| {
        if m.heap.is_tracing() {
            m.heap.reset_traced_peak();
        }
        m.none()
    }),
    NativeRow::function("_linecache", "source", Convention::One, source),
];

/// Makes the tables.
pub fn fill(m: &mut Machine, _dict: Address) -> Outcome<()> {
    m.heap.tracemalloc_init();
    Ok(())
}

fn start(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "start", 0, 1)?;
    let frames = match arguments.get(0) {
        None => 1,
        Some(given) => m.c_int(given)?,
    };
    if !(1..=MAX_FRAMES as i64).contains(&i64::from(frames)) {
        let text = format!("the number of frames must be in range [1; {MAX_FRAMES}]");
        return Err(m.raise(StaticType::ValueError, text));
    }
    m.heap.tracemalloc_start(frames as u64);
    m.none()
}

impl Machine {
    /// What a C function gets whose argument is an `int` (`_PyLong_AsInt`).
    pub(crate) fn c_int(&mut self, object: Address) -> Outcome<i32> {
        let index = self.index(object)?;
        let value = self.heap.int_to_i64(index).and_then(|value| i32::try_from(value).ok());
        self.decref(index);
        value.ok_or_else(|| self.raise(StaticType::OverflowError, "Python int too large to convert to C int"))
    }

    /// `(file name, line)`.
    fn traced_frame(&mut self, frame: Frame) -> Address {
        let pair = self.heap.new_tuple(2);
        self.heap.gc_track(pair);
        self.heap.incref(frame.file_name);
        self.heap.tuple_set(pair, 0, frame.file_name);
        let line = self.heap.new_int(frame.line.into());
        self.heap.tuple_set(pair, 1, line);
        pair
    }

    /// The frames of a traceback, newest first: a new tuple.
    fn traced_frames(&mut self, traceback: Address) -> Address {
        let frames = if traceback.is_null() {
            let unknown = self.name("<unknown>");
            vec![Frame { file_name: unknown, line: 0 }]
        } else {
            self.heap.read_traceback(traceback).frames
        };
        let tuple = self.heap.new_tuple(frames.len() as u64);
        self.heap.gc_track(tuple);
        for (index, frame) in frames.into_iter().enumerate() {
            let pair = self.traced_frame(frame);
            self.heap.tuple_set(tuple, index as u64, pair);
        }
        tuple
    }

    /// `(domain, size, frames, how many frames there were)`; equal tracebacks share one tuple of frames.
    fn trace_tuple(&mut self, trace: Trace, shared: &mut BTreeMap<Address, Address>) -> Address {
        let tuple = self.heap.new_tuple(4);
        self.heap.gc_track(tuple);
        let domain = self.heap.new_int(0);
        self.heap.tuple_set(tuple, 0, domain);
        let size = self.heap.new_int(trace.size as i64);
        self.heap.tuple_set(tuple, 1, size);
        let frames = match shared.get(&trace.traceback) {
            Some(frames) => *frames,
            None => {
                let frames = self.traced_frames(trace.traceback);
                shared.insert(trace.traceback, frames);
                frames
            }
        };
        self.heap.incref(frames);
        self.heap.tuple_set(tuple, 2, frames);
        let total = if trace.traceback.is_null() { 1 } else { self.heap.read_traceback(trace.traceback).total };
        let total = self.heap.new_int(total.into());
        self.heap.tuple_set(tuple, 3, total);
        tuple
    }
}

/// All traces, as a list. What is made here is not traced, except the list itself.
fn traces(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let list = m.heap.new_list(0);
    let traces = m.heap.traces();
    m.heap.set_tracemalloc_reentrant(true);
    let mut shared = BTreeMap::new();
    for trace in traces {
        let tuple = m.trace_tuple(trace, &mut shared);
        m.heap.list_append(list, tuple);
    }
    for frames in shared.into_values() {
        m.decref(frames);
    }
    m.heap.set_tracemalloc_reentrant(false);
    Ok(list)
}

fn object_traceback(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match m.heap.object_trace(arguments.positional[0]) {
        Some(trace) => Ok(m.traced_frames(trace.traceback)),
        None => m.none(),
    }
}

/// The text of a file of the program or of the library; `None` if it is not known. For `linecache`.
fn source(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = arguments.positional[0];
    if !m.heap.is_str(name) {
        return m.none();
    }
    let name = m.heap.str_text(name);
    match m.codes.source(&name).cloned() {
        Some(text) => Ok(m.heap.new_str(&text)),
        None => m.none(),
    }
}
