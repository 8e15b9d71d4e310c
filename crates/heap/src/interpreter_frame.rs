//! `_PyInterpreterFrame`: what a running function needs, on the data stack (Include/internal/pycore_frame.h).
//!
//! ```text
//! frame  0     8          16       24        32         40       48         56           64        68  70     72
//! | code | previous | function | globals | builtins | locals | frame object | instruction | top | return | owner | locals, cells, frees | value stack . . . |
//! ```
//!
//! The data stack is a list of chunks taken from the system, not from pymalloc. A generator's frame lies in the generator;
//! that of a finished call, if somebody still holds its frame object, in the frame object.

use crate::{Address, Heap, Host, object::code, object::frame as frame_object, refcount, runtime};

/// `f_code`, owned.
pub const CODE: u64 = 0;
/// `previous`: the caller's frame.
pub const PREVIOUS: u64 = 8;
/// `f_funcobj`, owned.
pub const FUNCTION: u64 = 16;
/// `f_globals`, borrowed from the function.
pub const GLOBALS: u64 = 24;
/// `f_builtins`, borrowed from the function.
pub const BUILTINS: u64 = 32;
/// `f_locals`, owned; null in an optimised function.
pub const LOCALS: u64 = 40;
/// `frame_obj`: the frame object, owned, or null.
pub const FRAME_OBJECT: u64 = 48;
/// `prev_instr`: the instruction that ran last.
pub const PREVIOUS_INSTRUCTION: u64 = 56;
/// `stacktop`: words in use from [`LOCALSPLUS`] on, 32 bits; −1 while the VM keeps it in a register.
pub const STACK_TOP: u64 = 64;
/// `return_offset`, 16 bits: how far after the call the caller goes on, in units of two bytes.
pub const RETURN_OFFSET: u64 = 68;
/// `owner`, one byte: see [`Owner`].
pub const OWNER: u64 = 70;
/// The first local variable; the value stack follows the locals, cells and free variables.
pub const LOCALSPLUS: u64 = 72;

/// Bytes of the first data-stack chunk (`DATA_STACK_CHUNK_SIZE`).
const CHUNK_BYTES: u64 = 16 * 1024;
/// Words a chunk has room for beyond the frame it is made for (`MINIMUM_OVERHEAD`).
const CHUNK_OVERHEAD_WORDS: u64 = 1000;
/// A chunk begins with the previous chunk, its size in bytes, and its top in words.
const CHUNK_DATA: u64 = 24;

/// Whose memory a frame lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Owner {
    /// The data stack.
    Thread = 0,
    /// A generator.
    Generator = 1,
    /// A frame object.
    FrameObject = 2,
    /// A marker between two evaluation loops; no Python code.
    NativeStack = 3,
}

impl Heap {
    /// Takes `words` words of the data stack; their content is not cleared (`_PyThreadState_PushFrame`).
    #[inline]
    pub fn push_data_stack(&mut self, words: u64) -> Address {
        let top = self.memory.address(runtime::DATASTACK_TOP);
        let limit = self.memory.address(runtime::DATASTACK_LIMIT);
        if !top.is_null() && words * 8 < limit.raw() - top.raw() {
            self.memory.set_address(runtime::DATASTACK_TOP, top.plus(words * 8));
            return top;
        }
        self.push_chunk(words)
    }

    fn push_chunk(&mut self, words: u64) -> Address {
        let mut bytes = CHUNK_BYTES;
        while bytes < 8 * (words + CHUNK_OVERHEAD_WORDS) {
            bytes *= 2;
        }
        let old = self.memory.address(runtime::DATASTACK_CHUNK);
        if !old.is_null() {
            let top = self.memory.u64(runtime::DATASTACK_TOP);
            self.memory.set_u64(old.plus(16), (top - old.raw() - CHUNK_DATA) / 8);
        }
        let chunk = self.map_pages(bytes);
        self.memory.set_address(chunk, old);
        self.memory.set_u64(chunk.plus(8), bytes);
        self.memory.set_u64(chunk.plus(16), 0);
        self.memory.set_address(runtime::DATASTACK_CHUNK, chunk);
        self.memory.set_address(runtime::DATASTACK_LIMIT, chunk.plus(bytes));
        // The first word of the first chunk is never used, so that this chunk is never given back.
        let start = chunk.plus(CHUNK_DATA + if old.is_null() { 8 } else { 0 });
        self.memory.set_address(runtime::DATASTACK_TOP, start.plus(words * 8));
        start
    }

    /// Gives back the words from `frame` on (`_PyThreadState_PopFrame`).
    pub fn pop_data_stack(&mut self, frame: Address) {
        let chunk = self.memory.address(runtime::DATASTACK_CHUNK);
        if frame != chunk.plus(CHUNK_DATA) {
            self.memory.set_address(runtime::DATASTACK_TOP, frame);
            return;
        }
        let (previous, bytes) = (self.memory.address(chunk), self.memory.u64(chunk.plus(8)));
        let top = previous.plus(CHUNK_DATA + 8 * self.memory.u64(previous.plus(16)));
        self.memory.set_address(runtime::DATASTACK_CHUNK, previous);
        self.memory.set_address(runtime::DATASTACK_TOP, top);
        let limit = previous.plus(self.memory.u64(previous.plus(8)));
        self.memory.set_address(runtime::DATASTACK_LIMIT, limit);
        self.unmap_pages(chunk, bytes);
    }

    /// Fills in a frame (`_PyFrame_Initialize`). Takes over `owned_function` and `owned_locals` (may be null); globals and
    /// builtins are the function's. Local slots from `first_null` on are cleared, those before are the caller's.
    pub fn start_frame(&mut self, frame: Address, owned_function: Address, owned_locals: Address, code: Address, first_null: u64) {
        let globals = self.memory.address(owned_function.plus(crate::object::function::GLOBALS));
        let builtins = self.memory.address(owned_function.plus(crate::object::function::BUILTINS));
        self.incref(code);
        let slots = self.code_slots(code);
        let state = (slots & 0xffff_ffff) | (Owner::Thread as u64) << (8 * (OWNER - STACK_TOP));
        let header = [
            code.raw(),
            0,
            owned_function.raw(),
            globals.raw(),
            builtins.raw(),
            owned_locals.raw(),
            0,
            code.plus(code::CODE_UNITS).minus(2).raw(),
            state,
        ];
        self.memory.set_words(frame, &header);
        for slot in first_null..slots {
            self.memory.set_u64(frame.plus(LOCALSPLUS + 8 * slot), 0);
        }
    }

    /// Words that a frame for `code` takes.
    #[inline]
    pub fn frame_words(&self, code: Address) -> u64 {
        LOCALSPLUS / 8 + self.code_slots(code) + self.code_stack_size(code)
    }

    /// Whose memory `frame` lies in.
    pub fn frame_owner(&self, frame: Address) -> Owner {
        match self.memory.u8(frame.plus(OWNER)) {
            0 => Owner::Thread,
            1 => Owner::Generator,
            2 => Owner::FrameObject,
            _ => Owner::NativeStack,
        }
    }

    /// Copies `frame` with all its words in use to `to` (`_PyFrame_Copy`).
    pub fn copy_frame(&mut self, frame: Address, to: Address) {
        let words = self.memory.i32(frame.plus(STACK_TOP)).max(0) as u64;
        self.memory.copy(frame, to, LOCALSPLUS + 8 * words);
        self.memory.set_address(to.plus(PREVIOUS), Address::NULL);
    }

    /// Everything the frame owns, in CPython's order of visiting: frame object, locals, function, code, then the slots in use.
    /// Null slots are left out. `words` is the number of slots in use; `None` reads it from the frame.
    pub fn frame_references(&self, frame: Address, words: Option<u64>) -> Vec<Address> {
        let mut found: Vec<Address> = [FRAME_OBJECT, LOCALS, FUNCTION, CODE]
            .iter()
            .filter_map(|offset| self.memory.address(frame.plus(*offset)).non_null())
            .collect();
        let words = words.unwrap_or_else(|| self.memory.i32(frame.plus(STACK_TOP)).max(0) as u64);
        found.extend((0..words).filter_map(|slot| self.memory.address(frame.plus(LOCALSPLUS + 8 * slot)).non_null()));
        found
    }
}

/// Drops everything a finished frame owns, except its code (`_PyFrame_ClearExceptCode`). If somebody else still holds the
/// frame object, the frame moves into it instead. The frame must already be out of the chain of running frames.
/// `caller` is the frame below that has Python code, or null.
pub fn clear_frame<H: Host>(host: &mut H, frame: Address, caller: Address) {
    let object = host.heap().memory.address(frame.plus(FRAME_OBJECT));
    if !object.is_null() {
        host.heap_mut().memory.set_address(frame.plus(FRAME_OBJECT), Address::NULL);
        if host.heap().refcount(object) > 1 {
            move_into_object(host, frame, object, caller);
            refcount::decref(host, object);
            return;
        }
        refcount::decref(host, object);
    }
    clear_plain_frame(host, frame);
}

/// The same for a frame without a frame object.
pub fn clear_plain_frame<H: Host>(host: &mut H, frame: Address) {
    let words = host.heap().memory.i32(frame.plus(STACK_TOP)).max(0) as u64;
    for slot in 0..words {
        let at = frame.plus(LOCALSPLUS + 8 * slot);
        let held = host.heap().memory.address(at);
        if !held.is_null() {
            refcount::decref(host, held);
        }
    }
    for offset in [LOCALS, FUNCTION] {
        let held = host.heap().memory.address(frame.plus(offset));
        host.heap_mut().memory.set_address(frame.plus(offset), Address::NULL);
        if !held.is_null() {
            refcount::decref(host, held);
        }
    }
    host.heap_mut().memory.set_i32(frame.plus(STACK_TOP), 0);
}

/// The frame object outlives the call: the frame moves into it (`take_ownership`, Python/frame.c).
fn move_into_object<H: Host>(host: &mut H, frame: Address, object: Address, caller: Address) {
    let heap = host.heap_mut();
    let inside = object.plus(frame_object::OWN_FRAME);
    heap.copy_frame(frame, inside);
    let code = heap.memory.address(inside.plus(CODE));
    heap.incref(code);
    heap.memory.set_u8(inside.plus(OWNER), Owner::FrameObject as u8);
    heap.memory.set_address(object.plus(frame_object::FRAME), inside);
    if !caller.is_null() {
        let back = heap.frame_object_of(caller);
        heap.incref(back);
        heap.memory.set_address(object.plus(frame_object::BACK), back);
    }
    if !heap.is_tracked(object) {
        heap.gc_track(object);
    }
    heap.memory.set_address(frame.plus(LOCALS), Address::NULL);
    heap.memory.set_address(frame.plus(FUNCTION), Address::NULL);
    heap.memory.set_i32(frame.plus(STACK_TOP), 0);
}

const _: () = assert!(
    CODE == 0 && FUNCTION == 16 && LOCALS == 40 && FRAME_OBJECT == 48 && PREVIOUS_INSTRUCTION == 56 && STACK_TOP == 64,
    "start_frame writes the header in this order"
);
const _: () = assert!(LOCALSPLUS == 72, "the frame header has nine words (facts 2.3)");
