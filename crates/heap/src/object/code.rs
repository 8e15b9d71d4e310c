//! `code` (Objects/codeobject.c): the bytecode lies in the object, from offset 192 on.

use crate::{Address, Heap, static_type::StaticType};

/// The number of units of bytecode (`ob_size`).
pub const LENGTH: u64 = 16;
/// `co_consts`.
pub const CONSTS: u64 = 24;
/// `co_names`.
pub const NAMES: u64 = 32;
/// `co_exceptiontable`.
pub const EXCEPTION_TABLE: u64 = 40;
/// `co_flags`, 32 bits.
pub const FLAGS: u64 = 48;
/// `co_argcount`, 32 bits.
pub const ARGUMENT_COUNT: u64 = 52;
/// `co_posonlyargcount`, 32 bits.
pub const POSITIONAL_ONLY_COUNT: u64 = 56;
/// `co_kwonlyargcount`, 32 bits.
pub const KEYWORD_ONLY_COUNT: u64 = 60;
/// `co_stacksize`, 32 bits, in words.
pub const STACK_SIZE: u64 = 64;
/// `co_firstlineno`, 32 bits.
pub const FIRST_LINE: u64 = 68;
/// `co_nlocalsplus`, 32 bits.
pub const SLOT_COUNT: u64 = 72;
/// `co_framesize`, 32 bits, in words.
pub const FRAME_SIZE: u64 = 76;
/// `co_nlocals`, 32 bits.
pub const LOCAL_COUNT: u64 = 80;
/// `co_ncellvars`, 32 bits.
pub const CELL_COUNT: u64 = 84;
/// `co_nfreevars`, 32 bits.
pub const FREE_COUNT: u64 = 88;
/// `co_version`, 32 bits.
pub const VERSION: u64 = 92;
/// `co_localsplusnames`.
pub const SLOT_NAMES: u64 = 96;
/// `co_localspluskinds`.
pub const SLOT_KINDS: u64 = 104;
/// `co_filename`.
pub const FILE_NAME: u64 = 112;
/// `co_name`.
pub const NAME: u64 = 120;
/// `co_qualname`.
pub const QUALIFIED_NAME: u64 = 128;
/// `co_linetable`.
pub const LINE_TABLE: u64 = 136;
/// `co_weakreflist`.
pub const WEAK_REFERENCES: u64 = 144;
/// `_co_cached`.
pub const CACHED: u64 = 152;
/// `_co_firsttraceable`, 32 bits, in units.
pub const FIRST_TRACEABLE: u64 = 176;
/// Padding in CPython; here the index of the machine's facts about this code, 32 bits.
pub const INDEX: u64 = 180;
/// `co_extra`.
pub const EXTRA: u64 = 184;
/// `co_code_adaptive`: the units, two bytes each.
pub const CODE_UNITS: u64 = 192;

/// Kind of a slot: a plain local variable (`CO_FAST_LOCAL`).
pub const KIND_LOCAL: u8 = 0x20;
/// Kind of a slot: a cell (`CO_FAST_CELL`).
pub const KIND_CELL: u8 = 0x40;
/// Kind of a slot: a free variable (`CO_FAST_FREE`).
pub const KIND_FREE: u8 = 0x80;

/// The opcode `RESUME`: the first instruction that tracing sees.
const RESUME: u8 = 151;

/// What a code object is made from. All references are taken over.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the names are those of the code object's attributes")]
pub struct CodeFields<'a> {
    pub units: &'a [u8],
    pub consts: Address,
    pub names: Address,
    pub exception_table: Address,
    pub slot_names: Address,
    pub slot_kinds: Address,
    pub file_name: Address,
    pub name: Address,
    pub qualified_name: Address,
    pub line_table: Address,
    pub flags: u32,
    pub argument_count: u32,
    pub positional_only_count: u32,
    pub keyword_only_count: u32,
    pub stack_size: u32,
    pub first_line: u32,
    pub kinds: &'a [u8],
    pub index: u32,
}

impl Heap {
    /// A new code object (`_PyCode_New`).
    pub fn new_code(&mut self, fields: &CodeFields<'_>) -> Address {
        let units = fields.units.len() as u64 / 2;
        let size = (CODE_UNITS + 2 * units).next_multiple_of(8);
        let code = self.new_plain(StaticType::Code, size);
        self.memory.fill(code.plus(16), size - 16, 0);
        self.memory.set_u64(code.plus(LENGTH), units);
        let references = [
            (CONSTS, fields.consts),
            (NAMES, fields.names),
            (EXCEPTION_TABLE, fields.exception_table),
            (SLOT_NAMES, fields.slot_names),
            (SLOT_KINDS, fields.slot_kinds),
            (FILE_NAME, fields.file_name),
            (NAME, fields.name),
            (QUALIFIED_NAME, fields.qualified_name),
            (LINE_TABLE, fields.line_table),
        ];
        for (offset, value) in references {
            self.memory.set_address(code.plus(offset), value);
        }
        let first = fields.units.chunks(2).take_while(|unit| unit[0] != RESUME).count();
        let slots = fields.kinds.len() as u32;
        let count = |bit: u8| fields.kinds.iter().filter(|kind| **kind & bit != 0).count() as u32;
        let numbers = [
            (FLAGS, fields.flags),
            (ARGUMENT_COUNT, fields.argument_count),
            (POSITIONAL_ONLY_COUNT, fields.positional_only_count),
            (KEYWORD_ONLY_COUNT, fields.keyword_only_count),
            (STACK_SIZE, fields.stack_size),
            (FIRST_LINE, fields.first_line),
            (SLOT_COUNT, slots),
            (FRAME_SIZE, slots + fields.stack_size + 9),
            (LOCAL_COUNT, count(KIND_LOCAL)),
            (CELL_COUNT, count(KIND_CELL)),
            (FREE_COUNT, count(KIND_FREE)),
            (INDEX, fields.index),
            (FIRST_TRACEABLE, first as u32),
        ];
        for (offset, value) in numbers {
            self.memory.set_u32(code.plus(offset), value);
        }
        self.memory.write(code.plus(CODE_UNITS), fields.units);
        code
    }

    /// The index of the machine's facts about `code`.
    #[inline]
    pub fn code_index(&self, code: Address) -> u32 {
        self.memory.u32(code.plus(INDEX))
    }

    /// `co_nlocalsplus`: local, cell and free variables.
    #[inline]
    pub fn code_slots(&self, code: Address) -> u64 {
        u64::from(self.memory.u32(code.plus(SLOT_COUNT)))
    }

    /// `co_stacksize`, in words.
    #[inline]
    pub fn code_stack_size(&self, code: Address) -> u64 {
        u64::from(self.memory.u32(code.plus(STACK_SIZE)))
    }

    /// `co_flags`.
    #[inline]
    pub fn code_flags(&self, code: Address) -> u32 {
        self.memory.u32(code.plus(FLAGS))
    }

    /// A field that holds a reference, borrowed; `offset` is one of this module's constants.
    #[inline]
    pub fn code_reference(&self, code: Address, offset: u64) -> Address {
        self.memory.address(code.plus(offset))
    }

    /// A field that holds a 32-bit number; `offset` is one of this module's constants.
    #[inline]
    pub fn code_number(&self, code: Address, offset: u64) -> u32 {
        self.memory.u32(code.plus(offset))
    }
}
