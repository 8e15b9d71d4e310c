//! What `tracemalloc` remembers: for each block of memory, how much was asked for and which line asked
//! (Modules/_tracemalloc.c and Python/tracemalloc.c; facts page, section 6).
//!
//! ```text
//! traces:      block     -> | size | traceback |
//! tracebacks:  traceback -> itself                  | hash | frames kept, frames there were | file name, line | . . .
//! file names:  str       -> itself, held
//! ```
//!
//! The three tables lie in raw memory as in CPython, so that they are part of every checkpoint. Their own blocks are not
//! traced. While tracing is off, an allocation costs one look at [`runtime::TRACEMALLOC_TRACING`].

pub mod hashtable;
pub mod traceback;

use crate::{Heap, Host, address::Address, refcount, runtime};
use hashtable::Entry;

/// The most frames a traceback can keep (`MAX_NFRAME`).
pub const MAX_FRAMES: u64 = u16::MAX as u64;

/// Bytes of a `trace_t`: a size and a traceback.
const TRACE_SIZE: u64 = 16;

/// One traced block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Bytes asked for.
    pub size: u64,
    /// Where a [`traceback`] lies; null if no Python code was running.
    pub traceback: Address,
}

/// The hash of a block or of any other pointer (`_Py_HashPointerRaw`).
fn pointer_hash(pointer: Address) -> u64 {
    pointer.raw().rotate_right(4)
}

impl Heap {
    /// Whether allocations are being traced.
    #[inline]
    pub fn is_tracing(&self) -> bool {
        self.memory.u64(runtime::TRACEMALLOC_TRACING) != 0
    }

    /// Makes the empty tables: what the first import of `_tracemalloc` does.
    pub fn tracemalloc_init(&mut self) {
        if !self.memory.address(runtime::TRACEMALLOC_TRACES).is_null() {
            return;
        }
        for table in [runtime::TRACEMALLOC_FILENAMES, runtime::TRACEMALLOC_TRACEBACKS, runtime::TRACEMALLOC_TRACES] {
            let made = self.new_hashtable();
            self.memory.set_address(table, made);
        }
        self.memory.set_u64(runtime::TRACEMALLOC_MAX_FRAMES, 1);
    }

    /// Begins to trace, keeping up to `frames` frames of each traceback; nothing changes if tracing is on already.
    pub fn tracemalloc_start(&mut self, frames: u64) {
        self.tracemalloc_init();
        if self.is_tracing() {
            return;
        }
        self.memory.set_u64(runtime::TRACEMALLOC_MAX_FRAMES, frames.clamp(1, MAX_FRAMES));
        self.memory.set_u64(runtime::TRACEMALLOC_TRACING, 1);
    }

    /// Bytes traced now, and the most there were: `get_traced_memory()`.
    pub fn traced_memory(&self) -> (u64, u64) {
        (self.memory.u64(runtime::TRACED_MEMORY), self.memory.u64(runtime::PEAK_TRACED_MEMORY))
    }

    /// Forgets the most there were: `reset_peak()`.
    pub fn reset_traced_peak(&mut self) {
        let now = self.memory.u64(runtime::TRACED_MEMORY);
        self.memory.set_u64(runtime::PEAK_TRACED_MEMORY, now);
    }

    /// Bytes of the tables: `get_tracemalloc_memory()`. The traces and tracebacks they point at are not counted.
    pub fn tracemalloc_memory(&self) -> u64 {
        [runtime::TRACEMALLOC_FILENAMES, runtime::TRACEMALLOC_TRACEBACKS, runtime::TRACEMALLOC_TRACES]
            .iter()
            .map(|table| self.memory.address(*table))
            .filter(|table| !table.is_null())
            .map(|table| self.hashtable_size(table))
            .sum()
    }

    /// While this is set, allocations are not traced (releases are): what reads the tables must not change them.
    pub fn set_tracemalloc_reentrant(&mut self, reentrant: bool) {
        self.memory.set_u64(runtime::TRACEMALLOC_REENTRANT, u64::from(reentrant));
    }

    /// A block of `size` bytes has been handed out, or has got this size.
    #[cold]
    pub(crate) fn add_trace(&mut self, block: Address, size: u64) {
        if self.memory.u64(runtime::TRACEMALLOC_REENTRANT) != 0 {
            return;
        }
        let traceback = self.running_traceback();
        let table = self.memory.address(runtime::TRACEMALLOC_TRACES);
        let mut traced = self.memory.u64(runtime::TRACED_MEMORY);
        let trace = match self.hashtable_find(table, pointer_hash(block), |_, key| key == block) {
            Some(entry) => {
                traced -= self.memory.u64(entry.value);
                entry.value
            }
            None => {
                let trace = self.raw_allocate(TRACE_SIZE);
                self.hashtable_set(table, Entry { hash: pointer_hash(block), key: block, value: trace });
                trace
            }
        };
        self.memory.set_u64(trace, size);
        self.memory.set_address(trace.plus(8), traceback);
        traced += size;
        let peak = self.memory.u64(runtime::PEAK_TRACED_MEMORY).max(traced);
        self.memory.set_u64(runtime::TRACED_MEMORY, traced);
        self.memory.set_u64(runtime::PEAK_TRACED_MEMORY, peak);
    }

    /// A block has been given back.
    #[cold]
    pub(crate) fn remove_trace(&mut self, block: Address) {
        let table = self.memory.address(runtime::TRACEMALLOC_TRACES);
        let Some(entry) = self.hashtable_steal(table, pointer_hash(block), |_, key| key == block) else { return };
        let traced = self.memory.u64(runtime::TRACED_MEMORY) - self.memory.u64(entry.value);
        self.memory.set_u64(runtime::TRACED_MEMORY, traced);
        self.raw_release(entry.value);
    }

    /// A block has another size, perhaps elsewhere.
    #[cold]
    pub(crate) fn move_trace(&mut self, from: Address, to: Address, size: u64) {
        if from != to || self.memory.u64(runtime::TRACEMALLOC_REENTRANT) != 0 {
            self.remove_trace(from);
        }
        self.add_trace(to, size);
    }

    /// An object begins a life, perhaps in a block that was traced before: the trace moves to the line of now
    /// (`_PyTraceMalloc_NewReference`).
    #[cold]
    pub(crate) fn trace_new_reference(&mut self, object: Address) {
        let block = object.minus(self.preheader(object));
        let table = self.memory.address(runtime::TRACEMALLOC_TRACES);
        if let Some(entry) = self.hashtable_find(table, pointer_hash(block), |_, key| key == block) {
            let traceback = self.running_traceback();
            self.memory.set_address(entry.value.plus(8), traceback);
        }
    }

    /// The trace of the block that an object lies in.
    pub fn object_trace(&self, object: Address) -> Option<Trace> {
        if !self.is_tracing() {
            return None;
        }
        let block = object.minus(self.preheader(object));
        let table = self.memory.address(runtime::TRACEMALLOC_TRACES);
        let entry = self.hashtable_find(table, pointer_hash(block), |_, key| key == block)?;
        Some(self.trace_at(entry.value))
    }

    fn trace_at(&self, trace: Address) -> Trace {
        Trace { size: self.memory.u64(trace), traceback: self.memory.address(trace.plus(8)) }
    }

    /// All traces, in the order in which CPython would list them: that of a copy of its table.
    pub fn traces(&mut self) -> Vec<Trace> {
        if !self.is_tracing() {
            return Vec::new();
        }
        let table = self.memory.address(runtime::TRACEMALLOC_TRACES);
        let copy = self.new_hashtable();
        for entry in self.hashtable_entries(table) {
            self.hashtable_set(copy, entry);
        }
        let entries = self.hashtable_entries(copy);
        self.destroy_hashtable(copy);
        entries.into_iter().map(|entry| self.trace_at(entry.value)).collect()
    }

    /// The file names that the tables hold, one reference each.
    pub fn traced_file_names(&self) -> Vec<Address> {
        match self.memory.address(runtime::TRACEMALLOC_FILENAMES).non_null() {
            Some(table) => self.hashtable_entries(table).into_iter().map(|entry| entry.key).collect(),
            None => Vec::new(),
        }
    }
}

/// Ends tracing and forgets all traces: `stop()`.
pub fn stop<H: Host>(host: &mut H) {
    let heap = host.heap_mut();
    if heap.is_tracing() {
        heap.memory.set_u64(runtime::TRACEMALLOC_TRACING, 0);
        clear_tables(host);
    }
}

/// Forgets all traces and goes on: `clear_traces()`.
pub fn clear_traces<H: Host>(host: &mut H) {
    let heap = host.heap_mut();
    if heap.is_tracing() {
        heap.set_tracemalloc_reentrant(true);
        clear_tables(host);
        host.heap_mut().set_tracemalloc_reentrant(false);
    }
}

fn clear_tables<H: Host>(host: &mut H) {
    let heap = host.heap_mut();
    let traces = heap.memory.address(runtime::TRACEMALLOC_TRACES);
    for entry in heap.clear_hashtable(traces) {
        heap.raw_release(entry.value);
    }
    heap.memory.set_u64(runtime::TRACED_MEMORY, 0);
    heap.memory.set_u64(runtime::PEAK_TRACED_MEMORY, 0);
    let tracebacks = heap.memory.address(runtime::TRACEMALLOC_TRACEBACKS);
    for entry in heap.clear_hashtable(tracebacks) {
        heap.raw_release(entry.key);
    }
    let names = heap.memory.address(runtime::TRACEMALLOC_FILENAMES);
    for entry in heap.clear_hashtable(names) {
        refcount::decref(host, entry.key);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Domain, Heap};

    #[test]
    fn a_block_made_smaller_keeps_its_trace_under_its_new_size() {
        let mut heap = Heap::default();
        heap.tracemalloc_start(1);
        let block = heap.allocate(Domain::Mem, 100);
        assert_eq!(heap.traced_memory(), (100, 100));
        let moved = heap.reallocate(Domain::Mem, block, 40);
        assert_eq!(heap.traced_memory(), (40, 100));
        heap.release(Domain::Mem, moved);
        assert_eq!(heap.traced_memory(), (0, 100));
    }

    #[test]
    fn the_empty_tables_take_624_bytes() {
        let mut heap = Heap::default();
        assert_eq!(heap.tracemalloc_memory(), 0);
        heap.tracemalloc_init();
        assert_eq!(heap.tracemalloc_memory(), 624);
    }
}
