//! `traceback` (Python/traceback.c): one frame an exception passed through.

use crate::{Address, Heap, static_type::StaticType};

/// `tb_next`, or null.
pub const NEXT: u64 = 16;
/// `tb_frame`.
pub const FRAME: u64 = 24;
/// `tb_lasti`, 32 bits: offset of the instruction in bytes.
pub const LAST_INSTRUCTION: u64 = 32;
/// `tb_lineno`, 32 bits; −1 until somebody asks.
pub const LINE: u64 = 36;

impl Heap {
    /// A new traceback entry; takes over both references. Tracked.
    pub fn new_traceback(
        &mut self,
        owned_next: Address,
        owned_frame: Address,
        last_instruction: i32,
        line: i32,
    ) -> Address {
        let traceback = self.new_gc(StaticType::Traceback, 40);
        self.memory.set_address(traceback.plus(NEXT), owned_next);
        self.memory.set_address(traceback.plus(FRAME), owned_frame);
        self.memory.set_i32(traceback.plus(LAST_INSTRUCTION), last_instruction);
        self.memory.set_i32(traceback.plus(LINE), line);
        self.gc_track(traceback);
        traceback
    }
}
