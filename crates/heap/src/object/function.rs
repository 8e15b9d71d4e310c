//! `function` (Objects/funcobject.c): fifteen references and a version.

/// `func_globals`.
pub const GLOBALS: u64 = 16;
/// `func_builtins`.
pub const BUILTINS: u64 = 24;
/// `func_name`.
pub const NAME: u64 = 32;
/// `func_qualname`.
pub const QUALIFIED_NAME: u64 = 40;
/// `func_code`.
pub const CODE: u64 = 48;
/// `func_defaults`, or null.
pub const DEFAULTS: u64 = 56;
/// `func_kwdefaults`, or null.
pub const KEYWORD_DEFAULTS: u64 = 64;
/// `func_closure`, or null.
pub const CLOSURE: u64 = 72;
/// `func_doc`.
pub const DOC: u64 = 80;
/// `func_dict`, or null.
pub const DICT: u64 = 88;
/// `func_weakreflist`.
pub const WEAK_REFERENCES: u64 = 96;
/// `func_module`, or null.
pub const MODULE: u64 = 104;
/// `func_annotations`: a dict or a tuple, or null.
pub const ANNOTATIONS: u64 = 112;
/// `func_typeparams`, or null.
pub const TYPE_PARAMETERS: u64 = 120;
/// `vectorcall`.
pub const VECTORCALL: u64 = 128;
/// `func_version`, 32 bits.
pub const VERSION: u64 = 136;
/// Bytes in all.
pub const SIZE: u64 = 144;
