//! Tracebacks as `tracemalloc` keeps them: the lines of the running frames, newest first, each different one once.
//!
//! ```text
//! 0      8      10     12                 24
//! | hash | kept | all  | file name | line | file name | line | . . .       frames are packed: 12 bytes each
//! ```

use super::hashtable::Entry;
use crate::{
    Heap,
    address::Address,
    interpreter_frame::{self as frame, Owner},
    object::code,
    runtime,
};

/// Offset of the number of frames kept, 16 bits.
const KEPT: u64 = 8;
/// Offset of the number of frames there were, 16 bits.
const TOTAL: u64 = 10;
/// Offset of the first frame.
const FRAMES: u64 = 12;
/// Bytes of a frame.
const FRAME_SIZE: u64 = 12;
/// `_PyHASH_MULTIPLIER`.
const MULTIPLIER: u64 = 1_000_003;

/// A line that was running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The file name: a str, borrowed from the table of file names.
    pub file_name: Address,
    /// The line; 0 if the instruction has none.
    pub line: u32,
}

/// A traceback, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traceback {
    /// The newest frames, newest first.
    pub frames: Vec<Frame>,
    /// How many frames were running.
    pub total: u16,
}

impl Heap {
    /// The traceback that lies at `at`.
    pub fn read_traceback(&self, at: Address) -> Traceback {
        let kept = u64::from(self.memory.u16(at.plus(KEPT)));
        let frames = (0..kept).map(|index| self.read_frame(at.plus(FRAMES + FRAME_SIZE * index))).collect();
        Traceback { frames, total: self.memory.u16(at.plus(TOTAL)) }
    }

    fn read_frame(&self, at: Address) -> Frame {
        let bytes = self.memory.slice(at, FRAME_SIZE);
        let (name, line) = bytes.split_at(8);
        Frame {
            file_name: Address::new(name.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))),
            line: line.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)),
        }
    }

    /// The traceback of now, shared with all equal ones; null if no Python code is running.
    pub(super) fn running_traceback(&mut self) -> Address {
        let traceback = self.running_lines();
        if traceback.frames.is_empty() {
            return Address::NULL;
        }
        let hash = self.traceback_hash(&traceback);
        let table = self.memory.address(runtime::TRACEMALLOC_TRACEBACKS);
        let same = self.hashtable_find(table, hash, |heap, key| heap.read_traceback(key) == traceback);
        if let Some(entry) = same {
            return entry.key;
        }
        let copy = self.write_traceback(hash, &traceback);
        self.hashtable_set(table, Entry { hash, key: copy, value: Address::NULL });
        copy
    }

    fn write_traceback(&mut self, hash: u64, traceback: &Traceback) -> Address {
        let mut bytes = hash.to_le_bytes().to_vec();
        bytes.extend((traceback.frames.len() as u16).to_le_bytes());
        bytes.extend(traceback.total.to_le_bytes());
        for frame in &traceback.frames {
            bytes.extend(frame.file_name.raw().to_le_bytes());
            bytes.extend(frame.line.to_le_bytes());
        }
        let at = self.raw_allocate(bytes.len() as u64);
        self.memory.write(at, &bytes);
        at
    }

    fn traceback_hash(&mut self, traceback: &Traceback) -> u64 {
        let mut hash: u64 = 0x0034_5678;
        let mut multiplier = MULTIPLIER;
        for (index, frame) in traceback.frames.iter().enumerate() {
            let left = (traceback.frames.len() - 1 - index) as u64;
            let name = self.str_hash(frame.file_name) as u64;
            hash = (hash ^ name ^ u64::from(frame.line)).wrapping_mul(multiplier);
            multiplier = multiplier.wrapping_add(82_520 + 2 * left);
        }
        (hash ^ u64::from(traceback.total)).wrapping_add(97_531)
    }

    /// The running frames, newest first, as many as are to be kept.
    fn running_lines(&mut self) -> Traceback {
        let most = self.memory.u64(runtime::TRACEMALLOC_MAX_FRAMES) as usize;
        let mut traceback = Traceback { frames: Vec::new(), total: 0 };
        let mut at = self.memory.address(runtime::CURRENT_FRAME);
        while !at.is_null() {
            if self.is_frame_complete(at) {
                if traceback.frames.len() < most {
                    let frame = self.running_line(at);
                    traceback.frames.push(frame);
                }
                traceback.total = traceback.total.saturating_add(1);
            }
            at = self.memory.address(at.plus(frame::PREVIOUS));
        }
        traceback
    }

    fn running_line(&mut self, at: Address) -> Frame {
        let code = self.memory.address(at.plus(frame::CODE));
        let reached = self.memory.address(at.plus(frame::PREVIOUS_INSTRUCTION));
        let unit = (reached.raw() as i64 - code.plus(code::CODE_UNITS).raw() as i64) / 2;
        let name = self.memory.address(code.plus(code::FILE_NAME));
        Frame { file_name: self.intern_file_name(name), line: self.code_line(code, unit).unwrap_or(0) }
    }

    /// Whether a frame has passed the first instruction that a tracer would see (`_PyFrame_IsIncomplete`).
    fn is_frame_complete(&self, at: Address) -> bool {
        match self.frame_owner(at) {
            Owner::NativeStack => false,
            Owner::Generator => true,
            Owner::Thread | Owner::FrameObject => {
                let code = self.memory.address(at.plus(frame::CODE));
                let first = u64::from(self.memory.u32(code.plus(code::FIRST_TRACEABLE)));
                self.memory.address(at.plus(frame::PREVIOUS_INSTRUCTION)) >= code.plus(code::CODE_UNITS + 2 * first)
            }
        }
    }

    /// The str among the known file names that equals `name`; a new one is held from now on.
    fn intern_file_name(&mut self, name: Address) -> Address {
        let hash = self.str_hash(name) as u64;
        let table = self.memory.address(runtime::TRACEMALLOC_FILENAMES);
        if let Some(entry) = self.hashtable_find(table, hash, |heap, key| heap.str_equal(key, name)) {
            return entry.key;
        }
        self.incref(name);
        self.hashtable_set(table, Entry { hash, key: name, value: Address::NULL });
        name
    }
}
