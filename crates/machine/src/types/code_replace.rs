//! `code.replace(…)`: a code object like another but for some of its fields.
//!
//! What the bytecode relies on (its bytes, the number of arguments and variables, the bits of the flags that say how it is
//! called) stays as the compiler made it; where its instructions come from is read anew from the line table.

use heapglass_heap::{
    Address,
    object::code::{self as field, CodeFields},
    static_type::StaticType,
};

use crate::{
    code_table::CodeFacts,
    frame::code_flag,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// The row.
pub const ROWS: &[NativeRow] = &[
    NativeRow::keywords(StaticType::Code, "replace", replace),
];

/// Fields that hold an object, in the order of the parameters.
const OBJECTS: [(&str, u64); 6] = [
    ("co_consts", field::CONSTS),
    ("co_names", field::NAMES),
    ("co_filename", field::FILE_NAME),
    ("co_name", field::NAME),
    ("co_qualname", field::QUALIFIED_NAME),
    ("co_linetable", field::LINE_TABLE),
];

/// Numbers of which the bytecode is sure.
const NUMBERS: [(&str, u64); 5] = [
    ("co_argcount", field::ARGUMENT_COUNT),
    ("co_posonlyargcount", field::POSITIONAL_ONLY_COUNT),
    ("co_kwonlyargcount", field::KEYWORD_ONLY_COUNT),
    ("co_nlocals", field::LOCAL_COUNT),
    ("co_stacksize", field::STACK_SIZE),
];

/// Other attributes that may be given as they are.
const SAME: [&str; 5] = ["co_code", "co_varnames", "co_freevars", "co_cellvars", "co_exceptiontable"];

/// Bits of the flags that may change: the rest says how the code is called.
const FREE_FLAGS: u32 = !(code_flag::OPTIMIZED
    | code_flag::NEWLOCALS
    | code_flag::VARARGS
    | code_flag::VARKEYWORDS
    | code_flag::GENERATOR
    | code_flag::COROUTINE
    | code_flag::ASYNC_GENERATOR);

fn replace(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if !arguments.positional.is_empty() {
        let given = arguments.positional.len();
        return m.type_error(format!("replace() takes exactly 0 positional arguments ({given} given)"));
    }
    let mut known = vec!["co_flags", "co_firstlineno"];
    known.extend(OBJECTS.iter().map(|(name, _)| *name).chain(NUMBERS.iter().map(|(name, _)| *name)).chain(SAME));
    arguments.only_keywords(m, "replace", &known)?;
    let flags = number(m, &arguments, this, "co_flags", field::FLAGS)?;
    let first_line = number(m, &arguments, this, "co_firstlineno", field::FIRST_LINE)?;
    let mut fits = (flags ^ m.heap.code_flags(this)) & !FREE_FLAGS == 0;
    for (name, offset) in NUMBERS {
        fits &= number(m, &arguments, this, name, offset)? == m.heap.code_number(this, offset);
    }
    for name in SAME {
        if let Some(given) = arguments.keyword(m, name) {
            let key = m.name(name);
            let own = m.get_attribute(this, key)?;
            let same = m.equal(own, given);
            m.decref(own);
            fits &= same?;
        }
    }
    let objects = objects(m, &arguments, this, &mut fits)?;
    if !fits {
        return m.value_error("code: bytecode, arguments and variables are the compiler's and stay as they are here");
    }
    Ok(copy(m, this, objects, flags, first_line))
}

fn number(m: &mut Machine, arguments: &Arguments<'_>, this: Address, name: &str, offset: u64) -> Outcome<u32> {
    match arguments.keyword(m, name) {
        None => Ok(m.heap.code_number(this, offset)),
        Some(given) => {
            let value = m.index_to_i64(given, StaticType::OverflowError)?;
            Ok(u32::try_from(value).unwrap_or(u32::MAX))
        }
    }
}

/// The objects of the new code, borrowed.
fn objects(m: &mut Machine, arguments: &Arguments<'_>, this: Address, fits: &mut bool) -> Outcome<[Address; 6]> {
    let mut found = [Address::NULL; 6];
    for (at, (name, offset)) in OBJECTS.into_iter().enumerate() {
        let own = m.heap.code_reference(this, offset);
        found[at] = own;
        let Some(given) = arguments.keyword(m, name) else { continue };
        let (wanted, word) = (m.heap.type_of(own), m.type_name(own));
        if m.heap.type_of(given) != wanted {
            let name_of_given = m.type_name(given);
            return m.type_error(format!("replace() argument '{name}' must be {word}, not {name_of_given}"));
        }
        if m.heap.is_exact(given, StaticType::Tuple) {
            *fits &= m.heap.tuple_len(given) >= m.heap.tuple_len(own);
        }
        found[at] = given;
    }
    Ok(found)
}

fn copy(m: &mut Machine, this: Address, objects: [Address; 6], flags: u32, first_line: u32) -> Address {
    let index = match m.code_facts(this) {
        None => m.heap.code_index(this),
        Some(facts) => {
            let mut code = facts.code.clone();
            let is_program = facts.is_program;
            code.flags = flags;
            code.firstlineno = first_line;
            code.linetable = m.heap.bytes_data(objects[5]).to_vec();
            let index = m.codes.enter(CodeFacts::new(code, is_program));
            m.registers.codes = m.codes.len() as u64;
            index
        }
    };
    let kept = [field::EXCEPTION_TABLE, field::SLOT_NAMES, field::SLOT_KINDS].map(|offset| m.heap.code_reference(this, offset));
    for object in objects.iter().chain(&kept) {
        m.incref(*object);
    }
    let [consts, names, file_name, name, qualified_name, line_table] = objects;
    let [exception_table, slot_names, slot_kinds] = kept;
    let units = m.heap.memory.u64(this.plus(field::LENGTH));
    let units = m.heap.memory.slice(m.code_start(this), 2 * units).to_vec();
    let kinds = m.heap.bytes_data(slot_kinds).to_vec();
    let number = |m: &Machine, offset| m.heap.code_number(this, offset);
    let fields = CodeFields {
        units: &units,
        consts,
        names,
        exception_table,
        slot_names,
        slot_kinds,
        file_name,
        name,
        qualified_name,
        line_table,
        flags,
        argument_count: number(m, field::ARGUMENT_COUNT),
        positional_only_count: number(m, field::POSITIONAL_ONLY_COUNT),
        keyword_only_count: number(m, field::KEYWORD_ONLY_COUNT),
        stack_size: number(m, field::STACK_SIZE),
        first_line,
        kinds: &kinds,
        index,
    };
    m.heap.new_code(&fields)
}
