//! What the numbers in the arguments of `BINARY_OP`, `COMPARE_OP` and `CALL_INTRINSIC_*` mean.

/// Arguments of `BINARY_OP` (`NB_ADD` and so on in CPython).
pub mod binary_operator {
    /// `+`.
    pub const ADD: u8 = 0;
    /// `&`.
    pub const AND: u8 = 1;
    /// `//`.
    pub const FLOOR_DIVIDE: u8 = 2;
    /// `<<`.
    pub const LSHIFT: u8 = 3;
    /// `@`.
    pub const MATRIX_MULTIPLY: u8 = 4;
    /// `*`.
    pub const MULTIPLY: u8 = 5;
    /// `%`.
    pub const REMAINDER: u8 = 6;
    /// `|`.
    pub const OR: u8 = 7;
    /// `**`.
    pub const POWER: u8 = 8;
    /// `>>`.
    pub const RSHIFT: u8 = 9;
    /// `-`.
    pub const SUBTRACT: u8 = 10;
    /// `/`.
    pub const TRUE_DIVIDE: u8 = 11;
    /// `^`.
    pub const XOR: u8 = 12;
    /// `+=`.
    pub const INPLACE_ADD: u8 = 13;
    /// `&=`.
    pub const INPLACE_AND: u8 = 14;
    /// `//=`.
    pub const INPLACE_FLOOR_DIVIDE: u8 = 15;
    /// `<<=`.
    pub const INPLACE_LSHIFT: u8 = 16;
    /// `@=`.
    pub const INPLACE_MATRIX_MULTIPLY: u8 = 17;
    /// `*=`.
    pub const INPLACE_MULTIPLY: u8 = 18;
    /// `%=`.
    pub const INPLACE_REMAINDER: u8 = 19;
    /// `|=`.
    pub const INPLACE_OR: u8 = 20;
    /// `**=`.
    pub const INPLACE_POWER: u8 = 21;
    /// `>>=`.
    pub const INPLACE_RSHIFT: u8 = 22;
    /// `-=`.
    pub const INPLACE_SUBTRACT: u8 = 23;
    /// `/=`.
    pub const INPLACE_TRUE_DIVIDE: u8 = 24;
    /// `^=`.
    pub const INPLACE_XOR: u8 = 25;
}

/// The operator of each `BINARY_OP` argument, as `dis` prints it.
pub const BINARY_OPERATORS: [&str; 26] = [
    "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^", "+=", "&=", "//=", "<<=",
    "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^=",
];

/// Arguments of `COMPARE_OP`, shifted left by four there (the low four bits are a mask of the specialised forms).
pub mod comparison {
    /// `<`.
    pub const LT: u8 = 0;
    /// `<=`.
    pub const LE: u8 = 1;
    /// `==`.
    pub const EQ: u8 = 2;
    /// `!=`.
    pub const NE: u8 = 3;
    /// `>`.
    pub const GT: u8 = 4;
    /// `>=`.
    pub const GE: u8 = 5;
}

/// The operator of each comparison number.
pub const COMPARISONS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];

/// Arguments of `CALL_INTRINSIC_1`.
pub mod intrinsic_1 {
    /// `INTRINSIC_1_INVALID`.
    pub const INVALID: u8 = 0;
    /// `INTRINSIC_PRINT`.
    pub const PRINT: u8 = 1;
    /// `INTRINSIC_IMPORT_STAR`.
    pub const IMPORT_STAR: u8 = 2;
    /// `INTRINSIC_STOPITERATION_ERROR`.
    pub const STOPITERATION_ERROR: u8 = 3;
    /// `INTRINSIC_ASYNC_GEN_WRAP`.
    pub const ASYNC_GEN_WRAP: u8 = 4;
    /// `INTRINSIC_UNARY_POSITIVE`.
    pub const UNARY_POSITIVE: u8 = 5;
    /// `INTRINSIC_LIST_TO_TUPLE`.
    pub const LIST_TO_TUPLE: u8 = 6;
    /// `INTRINSIC_TYPEVAR`.
    pub const TYPEVAR: u8 = 7;
    /// `INTRINSIC_PARAMSPEC`.
    pub const PARAMSPEC: u8 = 8;
    /// `INTRINSIC_TYPEVARTUPLE`.
    pub const TYPEVARTUPLE: u8 = 9;
    /// `INTRINSIC_SUBSCRIPT_GENERIC`.
    pub const SUBSCRIPT_GENERIC: u8 = 10;
    /// `INTRINSIC_TYPEALIAS`.
    pub const TYPEALIAS: u8 = 11;
}

/// The name of each `CALL_INTRINSIC_1` argument, as `dis` prints it.
pub const INTRINSICS_1: [&str; 12] = [
    "INTRINSIC_1_INVALID",
    "INTRINSIC_PRINT",
    "INTRINSIC_IMPORT_STAR",
    "INTRINSIC_STOPITERATION_ERROR",
    "INTRINSIC_ASYNC_GEN_WRAP",
    "INTRINSIC_UNARY_POSITIVE",
    "INTRINSIC_LIST_TO_TUPLE",
    "INTRINSIC_TYPEVAR",
    "INTRINSIC_PARAMSPEC",
    "INTRINSIC_TYPEVARTUPLE",
    "INTRINSIC_SUBSCRIPT_GENERIC",
    "INTRINSIC_TYPEALIAS",
];

/// Arguments of `CALL_INTRINSIC_2`.
pub mod intrinsic_2 {
    /// `INTRINSIC_2_INVALID`.
    pub const INVALID: u8 = 0;
    /// `INTRINSIC_PREP_RERAISE_STAR`.
    pub const PREP_RERAISE_STAR: u8 = 1;
    /// `INTRINSIC_TYPEVAR_WITH_BOUND`.
    pub const TYPEVAR_WITH_BOUND: u8 = 2;
    /// `INTRINSIC_TYPEVAR_WITH_CONSTRAINTS`.
    pub const TYPEVAR_WITH_CONSTRAINTS: u8 = 3;
    /// `INTRINSIC_SET_FUNCTION_TYPE_PARAMS`.
    pub const SET_FUNCTION_TYPE_PARAMS: u8 = 4;
}

/// The name of each `CALL_INTRINSIC_2` argument, as `dis` prints it.
pub const INTRINSICS_2: [&str; 5] = [
    "INTRINSIC_2_INVALID",
    "INTRINSIC_PREP_RERAISE_STAR",
    "INTRINSIC_TYPEVAR_WITH_BOUND",
    "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
    "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
];
