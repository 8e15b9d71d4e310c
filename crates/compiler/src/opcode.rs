//! The instruction set of CPython 3.12: numbers, names, inline cache sizes and stack effects.
//!
//! Numbers and cache sizes are those the `opcode` module of CPython 3.12.1 prints. Specialised and instrumented
//! instructions are left out: a code object never holds them before it has run.

mod effect;
mod operand;

pub use operand::{
    BINARY_OPERATORS, COMPARISONS, INTRINSICS_1, INTRINSICS_2, binary_operator, comparison, intrinsic_1, intrinsic_2,
};

/// Opcodes from this one on use their argument (`opcode.HAVE_ARGUMENT`).
pub const HAVE_ARGUMENT: u8 = 90;

/// The prefix that gives the following instruction eight higher bits of argument.
pub const EXTENDED_ARG: u8 = 144;

macro_rules! opcodes {
    ($($variant:ident = $number:literal $name:literal $caches:literal,)*) => {
        /// One instruction's operation. The names are those of CPython's `dis` documentation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the names are those of CPython's dis module")]
        pub enum Opcode {
            $($variant = $number,)*
        }

        /// Every operation.
        pub const ALL: &[Opcode] = &[$(Opcode::$variant,)*];

        impl Opcode {
            /// CPython's name, e.g. `LOAD_FAST`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How many two-byte inline cache entries follow the instruction (`opcode._inline_cache_entries`).
            pub const fn caches(self) -> usize {
                match self { $(Self::$variant => $caches,)* }
            }
        }
    };
}

opcodes! {
    Cache = 0 "CACHE" 0,
    PopTop = 1 "POP_TOP" 0,
    PushNull = 2 "PUSH_NULL" 0,
    InterpreterExit = 3 "INTERPRETER_EXIT" 0,
    EndFor = 4 "END_FOR" 0,
    EndSend = 5 "END_SEND" 0,
    Nop = 9 "NOP" 0,
    UnaryNegative = 11 "UNARY_NEGATIVE" 0,
    UnaryNot = 12 "UNARY_NOT" 0,
    UnaryInvert = 15 "UNARY_INVERT" 0,
    Reserved = 17 "RESERVED" 0,
    BinarySubscr = 25 "BINARY_SUBSCR" 1,
    BinarySlice = 26 "BINARY_SLICE" 0,
    StoreSlice = 27 "STORE_SLICE" 0,
    GetLen = 30 "GET_LEN" 0,
    MatchMapping = 31 "MATCH_MAPPING" 0,
    MatchSequence = 32 "MATCH_SEQUENCE" 0,
    MatchKeys = 33 "MATCH_KEYS" 0,
    PushExcInfo = 35 "PUSH_EXC_INFO" 0,
    CheckExcMatch = 36 "CHECK_EXC_MATCH" 0,
    CheckEgMatch = 37 "CHECK_EG_MATCH" 0,
    WithExceptStart = 49 "WITH_EXCEPT_START" 0,
    GetAiter = 50 "GET_AITER" 0,
    GetAnext = 51 "GET_ANEXT" 0,
    BeforeAsyncWith = 52 "BEFORE_ASYNC_WITH" 0,
    BeforeWith = 53 "BEFORE_WITH" 0,
    EndAsyncFor = 54 "END_ASYNC_FOR" 0,
    CleanupThrow = 55 "CLEANUP_THROW" 0,
    StoreSubscr = 60 "STORE_SUBSCR" 1,
    DeleteSubscr = 61 "DELETE_SUBSCR" 0,
    GetIter = 68 "GET_ITER" 0,
    GetYieldFromIter = 69 "GET_YIELD_FROM_ITER" 0,
    LoadBuildClass = 71 "LOAD_BUILD_CLASS" 0,
    LoadAssertionError = 74 "LOAD_ASSERTION_ERROR" 0,
    ReturnGenerator = 75 "RETURN_GENERATOR" 0,
    ReturnValue = 83 "RETURN_VALUE" 0,
    SetupAnnotations = 85 "SETUP_ANNOTATIONS" 0,
    LoadLocals = 87 "LOAD_LOCALS" 0,
    PopExcept = 89 "POP_EXCEPT" 0,
    StoreName = 90 "STORE_NAME" 0,
    DeleteName = 91 "DELETE_NAME" 0,
    UnpackSequence = 92 "UNPACK_SEQUENCE" 1,
    ForIter = 93 "FOR_ITER" 1,
    UnpackEx = 94 "UNPACK_EX" 0,
    StoreAttr = 95 "STORE_ATTR" 4,
    DeleteAttr = 96 "DELETE_ATTR" 0,
    StoreGlobal = 97 "STORE_GLOBAL" 0,
    DeleteGlobal = 98 "DELETE_GLOBAL" 0,
    Swap = 99 "SWAP" 0,
    LoadConst = 100 "LOAD_CONST" 0,
    LoadName = 101 "LOAD_NAME" 0,
    BuildTuple = 102 "BUILD_TUPLE" 0,
    BuildList = 103 "BUILD_LIST" 0,
    BuildSet = 104 "BUILD_SET" 0,
    BuildMap = 105 "BUILD_MAP" 0,
    LoadAttr = 106 "LOAD_ATTR" 9,
    CompareOp = 107 "COMPARE_OP" 1,
    ImportName = 108 "IMPORT_NAME" 0,
    ImportFrom = 109 "IMPORT_FROM" 0,
    JumpForward = 110 "JUMP_FORWARD" 0,
    PopJumpIfFalse = 114 "POP_JUMP_IF_FALSE" 0,
    PopJumpIfTrue = 115 "POP_JUMP_IF_TRUE" 0,
    LoadGlobal = 116 "LOAD_GLOBAL" 4,
    IsOp = 117 "IS_OP" 0,
    ContainsOp = 118 "CONTAINS_OP" 0,
    Reraise = 119 "RERAISE" 0,
    Copy = 120 "COPY" 0,
    ReturnConst = 121 "RETURN_CONST" 0,
    BinaryOp = 122 "BINARY_OP" 1,
    Send = 123 "SEND" 1,
    LoadFast = 124 "LOAD_FAST" 0,
    StoreFast = 125 "STORE_FAST" 0,
    DeleteFast = 126 "DELETE_FAST" 0,
    LoadFastCheck = 127 "LOAD_FAST_CHECK" 0,
    PopJumpIfNotNone = 128 "POP_JUMP_IF_NOT_NONE" 0,
    PopJumpIfNone = 129 "POP_JUMP_IF_NONE" 0,
    RaiseVarargs = 130 "RAISE_VARARGS" 0,
    GetAwaitable = 131 "GET_AWAITABLE" 0,
    MakeFunction = 132 "MAKE_FUNCTION" 0,
    BuildSlice = 133 "BUILD_SLICE" 0,
    JumpBackwardNoInterrupt = 134 "JUMP_BACKWARD_NO_INTERRUPT" 0,
    MakeCell = 135 "MAKE_CELL" 0,
    LoadClosure = 136 "LOAD_CLOSURE" 0,
    LoadDeref = 137 "LOAD_DEREF" 0,
    StoreDeref = 138 "STORE_DEREF" 0,
    DeleteDeref = 139 "DELETE_DEREF" 0,
    JumpBackward = 140 "JUMP_BACKWARD" 0,
    LoadSuperAttr = 141 "LOAD_SUPER_ATTR" 1,
    CallFunctionEx = 142 "CALL_FUNCTION_EX" 0,
    LoadFastAndClear = 143 "LOAD_FAST_AND_CLEAR" 0,
    ExtendedArg = 144 "EXTENDED_ARG" 0,
    ListAppend = 145 "LIST_APPEND" 0,
    SetAdd = 146 "SET_ADD" 0,
    MapAdd = 147 "MAP_ADD" 0,
    CopyFreeVars = 149 "COPY_FREE_VARS" 0,
    YieldValue = 150 "YIELD_VALUE" 0,
    Resume = 151 "RESUME" 0,
    MatchClass = 152 "MATCH_CLASS" 0,
    FormatValue = 155 "FORMAT_VALUE" 0,
    BuildConstKeyMap = 156 "BUILD_CONST_KEY_MAP" 0,
    BuildString = 157 "BUILD_STRING" 0,
    ListExtend = 162 "LIST_EXTEND" 0,
    SetUpdate = 163 "SET_UPDATE" 0,
    DictMerge = 164 "DICT_MERGE" 0,
    DictUpdate = 165 "DICT_UPDATE" 0,
    Call = 171 "CALL" 3,
    KwNames = 172 "KW_NAMES" 0,
    CallIntrinsic1 = 173 "CALL_INTRINSIC_1" 0,
    CallIntrinsic2 = 174 "CALL_INTRINSIC_2" 0,
    LoadFromDictOrGlobals = 175 "LOAD_FROM_DICT_OR_GLOBALS" 0,
    LoadFromDictOrDeref = 176 "LOAD_FROM_DICT_OR_DEREF" 0,
    // Pseudo-operations: the compiler uses them between its passes, no code object ever holds one.
    SetupFinally = 248 "SETUP_FINALLY" 0,
    SetupCleanup = 249 "SETUP_CLEANUP" 0,
    SetupWith = 250 "SETUP_WITH" 0,
    PopBlock = 251 "POP_BLOCK" 0,
    Jump = 252 "JUMP" 0,
    JumpNoInterrupt = 253 "JUMP_NO_INTERRUPT" 0,
    StoreFastMaybeNull = 254 "STORE_FAST_MAYBE_NULL" 0,
}

/// The operation of each byte, so that reading one is a single load.
static BY_BYTE: [Option<Opcode>; 256] = by_byte();

const fn by_byte() -> [Option<Opcode>; 256] {
    let mut table = [None; 256];
    let mut index = 0;
    while index < ALL.len() {
        if !ALL[index].is_pseudo() {
            table[ALL[index] as usize] = Some(ALL[index]);
        }
        index += 1;
    }
    table
}

impl Opcode {
    /// The operation a byte of `co_code` stands for; `None` for a number CPython 3.12's compiler never emits.
    #[inline]
    pub fn from_byte(byte: u8) -> Option<Self> {
        BY_BYTE[usize::from(byte)]
    }

    /// Whether the compiler keeps this operation to itself (`IS_PSEUDO_OPCODE`).
    pub const fn is_pseudo(self) -> bool {
        self as u8 >= Self::SetupFinally as u8
    }

    /// Whether the argument means something (`opcode.hasarg`).
    pub const fn has_argument(self) -> bool {
        self as u8 >= HAVE_ARGUMENT && !matches!(self, Self::PopBlock)
    }

    /// Whether the argument is the distance to a jump's target, in two-byte units (`opcode.hasjrel`).
    pub const fn is_jump(self) -> bool {
        matches!(
            self,
            Self::ForIter
                | Self::JumpForward
                | Self::PopJumpIfFalse
                | Self::PopJumpIfTrue
                | Self::Send
                | Self::PopJumpIfNotNone
                | Self::PopJumpIfNone
                | Self::JumpBackwardNoInterrupt
                | Self::JumpBackward
                | Self::Jump
                | Self::JumpNoInterrupt
        )
    }

    /// Whether the jump goes back (its distance is subtracted).
    pub const fn is_backward_jump(self) -> bool {
        matches!(self, Self::JumpBackward | Self::JumpBackwardNoInterrupt)
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Opcode};

    #[test]
    fn a_byte_gives_back_its_operation() {
        for &opcode in ALL.iter().filter(|opcode| !opcode.is_pseudo()) {
            assert_eq!(Opcode::from_byte(opcode as u8), Some(opcode));
        }
        assert_eq!(Opcode::from_byte(6), None);
        assert_eq!(Opcode::from_byte(Opcode::Jump as u8), None);
    }
}
