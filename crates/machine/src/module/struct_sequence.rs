//! Tuples with named items that the interpreter makes: `sys.version_info` and its like (Objects/structseq.c).

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

const VERSION: StaticType = StaticType::StructSequenceVersionInfo;
const FLAGS: StaticType = StaticType::StructSequenceFlags;
const HASH: StaticType = StaticType::StructSequenceHashInfo;
const INT: StaticType = StaticType::StructSequenceIntInfo;
const FLOAT: StaticType = StaticType::StructSequenceFloatInfo;
const TIME: StaticType = StaticType::StructSequenceTime;
const UNRAISABLE: StaticType = StaticType::StructSequenceUnraisable;

/// The names of the items, per type.
pub const NAMES: &[(StaticType, &[&str])] = &[
    (VERSION, &["major", "minor", "micro", "releaselevel", "serial"]),
    (FLAGS, &["debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
        "warn_default_encoding", "safe_path", "int_max_str_digits"]),
    (HASH, &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"]),
    (INT, &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"]),
    (FLOAT, &["max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"]),
    (TIME, &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"]),
    (StaticType::StructSequenceAsyncgenHooks, &["firstiter", "finalizer"]),
    (UNRAISABLE, &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"]),
];

/// Tells in each type of `sys` how many items its instances have.
pub(crate) fn count_fields(m: &mut Machine) -> Outcome<()> {
    for (which, names) in NAMES.iter().filter(|(which, _)| *which != TIME) {
        let type_ = m.type_dict(which.address());
        let items = names.len() as i64;
        for (name, number) in [("n_sequence_fields", items), ("n_fields", items), ("n_unnamed_fields", 0)] {
            m.put_int(type_, name, number)?;
        }
    }
    Ok(())
}

fn item<const AT: u64>(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.tuple_item(arguments.self_, AT);
    Ok(m.incref(value))
}

macro_rules! rows {
    ($which:ident: $($name:literal $at:literal),*) => {
        &[NativeRow::slot($which, "__repr__", repr), $(NativeRow::member($which, $name, item::<$at>)),*]
    };
}

/// The rows of `sys.version_info`.
pub const VERSION_ROWS: &[NativeRow] = rows!(VERSION: "major" 0, "minor" 1, "micro" 2, "releaselevel" 3, "serial" 4);
/// The rows of `sys.flags`.
pub const FLAGS_ROWS: &[NativeRow] = rows!(FLAGS: "debug" 0, "inspect" 1, "interactive" 2, "optimize" 3,
    "dont_write_bytecode" 4, "no_user_site" 5, "no_site" 6, "ignore_environment" 7, "verbose" 8, "bytes_warning" 9,
    "quiet" 10, "hash_randomization" 11, "isolated" 12, "dev_mode" 13, "utf8_mode" 14, "warn_default_encoding" 15,
    "safe_path" 16, "int_max_str_digits" 17);
/// The rows of `sys.hash_info`.
pub const HASH_ROWS: &[NativeRow] = rows!(HASH: "width" 0, "modulus" 1, "inf" 2, "nan" 3, "imag" 4, "algorithm" 5,
    "hash_bits" 6, "seed_bits" 7, "cutoff" 8);
/// The rows of `sys.int_info`.
pub const INT_ROWS: &[NativeRow] = rows!(INT: "bits_per_digit" 0, "sizeof_digit" 1, "default_max_str_digits" 2,
    "str_digits_check_threshold" 3);
/// The rows of `sys.float_info`.
pub const FLOAT_ROWS: &[NativeRow] = rows!(FLOAT: "max" 0, "max_exp" 1, "max_10_exp" 2, "min" 3, "min_exp" 4,
    "min_10_exp" 5, "dig" 6, "mant_dig" 7, "epsilon" 8, "radix" 9, "rounds" 10);
/// The rows of `time.struct_time`.
pub const TIME_ROWS: &[NativeRow] = rows!(TIME: "tm_year" 0, "tm_mon" 1, "tm_mday" 2, "tm_hour" 3, "tm_min" 4, "tm_sec" 5,
    "tm_wday" 6, "tm_yday" 7, "tm_isdst" 8);
/// The rows of what `sys.unraisablehook` is called with.
pub const UNRAISABLE_ROWS: &[NativeRow] = rows!(UNRAISABLE: "exc_type" 0, "exc_value" 1, "exc_traceback" 2, "err_msg" 3,
    "object" 4);

impl Machine {
    /// A tuple with named items; takes the items over.
    pub(crate) fn new_struct_sequence(&mut self, which: StaticType, owned: &[Address]) -> Address {
        let object = self.heap.generic_allocate(which.address(), owned.len() as u64);
        for (at, item) in owned.iter().enumerate() {
            self.heap.tuple_set(object, at as u64, *item);
        }
        object
    }
}

/// `name(first=…, second=…)`.
pub(crate) fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let which = StaticType::at(m.heap.type_of(arguments.self_));
    let names = NAMES.iter().find(|(known, _)| Some(*known) == which).map_or(&[][..], |(_, names)| names);
    let mut parts = Vec::new();
    for (name, item) in names.iter().zip(m.heap.tuple_items(arguments.self_)) {
        parts.push(format!("{name}={}", m.repr_text(item)?));
    }
    let title = which.map_or("", |which| which.row().name);
    m.new_text(&format!("{title}({})", parts.join(", ")))
}
