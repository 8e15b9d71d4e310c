//! Attributes of functions, bound methods, builtin functions and cells.

use heapglass_heap::{
    Address, Kind,
    layout::callable::{builtin_function, cell, function, method},
    object::code,
    static_type::StaticType,
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeRow, Owner},
    protocol::hash::pointer_hash,
    types::{
        field_row::{read_field, write_field},
        instance_dict, text_signature,
    },
};

read_field! {
    function_closure function::CLOSURE;
    function_doc function::DOC;
    function_globals function::GLOBALS;
    function_module function::MODULE;
    function_builtins function::BUILTINS;
    function_code function::CODE;
    function_defaults function::DEFAULTS;
    function_kwdefaults function::KWDEFAULTS;
    function_name function::NAME;
    function_qualname function::QUALNAME;
    method_function method::FUNC;
    method_self method::SELF;
    builtin_module builtin_function::MODULE;
    builtin_self builtin_function::SELF;
}

write_field! {
    set_function_doc function::DOC;
    set_function_module function::MODULE;
}

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`.
fn function_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "function", &["code", "globals", "name", "argdefs", "closure"])?;
    arguments.arity(m, "function", 0, 5)?;
    let given = |m: &Machine, index, name| {
        arguments.get_or_keyword(m, index, name).filter(|value: &Address| !m.heap.is_none(*value))
    };
    let (Some(code_object), Some(globals)) = (given(m, 0, "code"), given(m, 1, "globals")) else {
        let pieces = [Piece::Text("function"), Piece::Text("()"), Piece::Str(m.name("code")), Piece::Number(1)];
        return Err(m.raise_format(StaticType::TypeError, "%.200s%s missing required argument '%U' (pos %i)", &pieces));
    };
    if !m.heap.is_exact(code_object, StaticType::Code) || m.heap.kind(globals) != Kind::Dict {
        let found = m.type_name(code_object);
        let text = format!("function() argument 'code' must be code, not {found}");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let closure = given(m, 4, "closure").filter(|closure| m.heap.kind(*closure) == Kind::Tuple);
    let cells = closure.map_or(0, |closure| m.heap.tuple_len(closure));
    let free = u64::from(m.heap.code_number(code_object, code::FREE_COUNT));
    if cells != free {
        let name = m.heap.str_text(m.heap.code_reference(code_object, code::NAME));
        let text = format!("{name} requires closure of length {free}, not {cells}");
        return Err(m.raise(StaticType::ValueError, text));
    }
    let made = m.new_function(code_object, globals);
    for (index, name, offset) in
        [(2, "name", function::NAME), (3, "argdefs", function::DEFAULTS), (4, "closure", function::CLOSURE)]
    {
        if let Some(value) = given(m, index, name) {
            m.store_field(made, offset, value);
        }
    }
    Ok(made)
}

fn function_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.heap.memory.address(arguments.self_.plus(function::QUALNAME));
    m.from_format("<function %U at %p>", &[Piece::Str(name), Piece::Pointer(arguments.self_)])
}

fn function_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.call(arguments.self_, arguments.positional, arguments.keywords)
}

fn descriptor_get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.positional[0];
    let object = if m.heap.is_none(object) { Address::NULL } else { object };
    let owner = arguments.get(1).filter(|owner| !m.heap.is_none(*owner)).unwrap_or(Address::NULL);
    if object.is_null() && owner.is_null() {
        return Err(m.raise(StaticType::TypeError, "__get__(None, None) is invalid"));
    }
    m.native_descriptor_get(arguments.self_, object, owner)
}

fn set_function_code(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let new = arguments.get(0).filter(|value| m.heap.is_exact(*value, StaticType::Code));
    let Some(new) = new else {
        return Err(m.raise(StaticType::TypeError, "__code__ must be set to a code object"));
    };
    let closure = m.heap.memory.address(arguments.self_.plus(function::CLOSURE));
    let cells = if closure.is_null() { 0 } else { m.heap.tuple_len(closure) };
    let free = u64::from(m.heap.code_number(new, code::FREE_COUNT));
    if cells != free {
        let name = m.heap.str_text(m.heap.memory.address(arguments.self_.plus(function::NAME)));
        let text = format!("{name}() requires a code object with {cells} free vars, not {free}");
        return Err(m.raise(StaticType::ValueError, text));
    }
    m.store_field(arguments.self_, function::CODE, new);
    Ok(m.heap.none())
}

fn set_function_defaults(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_defaults(m, arguments, function::DEFAULTS, Kind::Tuple, "__defaults__ must be set to a tuple object")
}

fn set_function_kwdefaults(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_defaults(m, arguments, function::KWDEFAULTS, Kind::Dict, "__kwdefaults__ must be set to a dict object")
}

fn set_defaults(m: &mut Machine, arguments: Arguments<'_>, offset: u64, kind: Kind, text: &str) -> Outcome {
    let value = arguments.get(0).filter(|value| !m.heap.is_none(*value)).unwrap_or(Address::NULL);
    if !value.is_null() && m.heap.kind(value) != kind {
        return Err(m.raise(StaticType::TypeError, text));
    }
    m.store_field(arguments.self_, offset, value);
    Ok(m.heap.none())
}

fn function_annotations(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let held = m.heap.memory.address(arguments.self_.plus(function::ANNOTATIONS));
    if !held.is_null() && m.heap.kind(held) == Kind::Dict {
        return Ok(m.incref(held));
    }
    let dict = m.heap.new_dict();
    if !held.is_null() {
        for pair in m.heap.tuple_items(held).chunks(2) {
            m.namespace_set(dict, pair[0], pair[1])?;
        }
    }
    m.store_field(arguments.self_, function::ANNOTATIONS, dict);
    Ok(dict)
}

fn set_function_annotations(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_defaults(m, arguments, function::ANNOTATIONS, Kind::Dict, "__annotations__ must be set to a dict object")
}

fn set_function_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.expect_str_value(arguments.get(0), "__name__")?;
    m.store_field(arguments.self_, function::NAME, value);
    Ok(m.heap.none())
}

fn set_function_qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.expect_str_value(arguments.get(0), "__qualname__")?;
    m.store_field(arguments.self_, function::QUALNAME, value);
    Ok(m.heap.none())
}

fn function_type_params(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let held = m.heap.memory.address(arguments.self_.plus(function::TYPEPARAMS));
    Ok(if held.is_null() { m.heap.empty_tuple() } else { m.incref(held) })
}

fn set_function_type_params(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_defaults(m, arguments, function::TYPEPARAMS, Kind::Tuple, "__type_params__ must be set to a tuple")
}

fn object_dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.instance_dict(arguments.self_)
}

fn method_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "method", 2, 2)?;
    let (callable, receiver) = (arguments.positional[0], arguments.positional[1]);
    if !m.is_callable(callable) {
        return Err(m.raise(StaticType::TypeError, "first argument must be callable"));
    }
    if m.heap.is_none(receiver) {
        return Err(m.raise(StaticType::TypeError, "instance must not be None"));
    }
    Ok(m.new_method(callable, receiver))
}

fn method_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let function = m.heap.memory.address(arguments.self_.plus(method::FUNC));
    let receiver = m.heap.memory.address(arguments.self_.plus(method::SELF));
    let key = m.name("__qualname__");
    let mut found = m.lookup_attribute(function, key)?;
    if found.is_none() {
        let key = m.name("__name__");
        found = m.lookup_attribute(function, key)?;
    }
    let name = match found {
        Some(name) => {
            let text = if m.heap.is_str(name) { m.heap.str_text(name) } else { "?".to_owned() };
            m.decref(name);
            text
        }
        None => "?".to_owned(),
    };
    let shown = m.repr_text(receiver)?;
    Ok(m.heap.new_str(&format!("<bound method {name} of {shown}>")))
}

fn method_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let function = m.heap.memory.address(arguments.self_.plus(method::FUNC));
    let receiver = m.heap.memory.address(arguments.self_.plus(method::SELF));
    let hash = pointer_hash(receiver) ^ m.hash(function)?;
    arguments.hash(m, hash)
}

/// Bound methods are equal if they bind equal functions to one object.
fn method_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_exact(b, StaticType::Method) {
        return Ok(m.heap.not_implemented());
    }
    let word = |m: &Machine, o: Address, at| m.heap.memory.address(o.plus(at));
    let same_receiver = word(m, a, method::SELF) == word(m, b, method::SELF);
    let (left, right) = (word(m, a, method::FUNC), word(m, b, method::FUNC));
    let verdict = same_receiver && m.equal(left, right)?;
    Ok(m.heap.bool(verdict))
}

fn method_getattribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.method_get_attribute(arguments.self_, arguments.positional[0])
}

fn method_doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let function = m.heap.memory.address(arguments.self_.plus(method::FUNC));
    m.get_attribute_named(function, "__doc__")
}

/// The row of a builtin function.
fn row_of(m: &Machine, builtin: Address) -> Option<&'static NativeRow> {
    native::row_at(m.heap.memory.address(builtin.plus(builtin_function::DEFINITION)))
}

fn builtin_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = row_of(m, arguments.self_).map_or("?", |row| row.name);
    let receiver = m.heap.memory.address(arguments.self_.plus(builtin_function::SELF));
    if receiver.is_null() || m.heap.kind(receiver) == Kind::Module {
        if matches!(name, "quit" | "exit") && row_of(m, arguments.self_).is_some_and(|row| matches!(row.owner, Owner::Module("builtins"))) {
            // `site` gives these two as objects that say this.
            return m.new_text(&format!("Use {name}() or Ctrl-D (i.e. EOF) to exit"));
        }
        return m.from_format("<built-in function %s>", &[Piece::Text(name)]);
    }
    let owner = m.type_name(receiver);
    let pieces = [Piece::Text(name), Piece::Text(&owner), Piece::Pointer(receiver)];
    m.from_format("<built-in method %s of %s object at %p>", &pieces)
}

fn builtin_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let receiver = m.heap.memory.address(arguments.self_.plus(builtin_function::SELF));
    let code = m.heap.memory.address(arguments.self_.plus(builtin_function::DEFINITION));
    arguments.hash(m, pointer_hash(receiver) ^ pointer_hash(code))
}

fn builtin_eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_exact(b, StaticType::BuiltinFunction) {
        return Ok(m.heap.not_implemented());
    }
    let same = |at| m.heap.memory.address(a.plus(at)) == m.heap.memory.address(b.plus(at));
    Ok(m.heap.bool(same(builtin_function::SELF) && same(builtin_function::DEFINITION)))
}

fn builtin_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = row_of(m, arguments.self_).map_or("?", |row| row.name);
    Ok(m.heap.new_str(name))
}

fn builtin_qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(row) = row_of(m, arguments.self_) else { return Ok(m.heap.none()) };
    let text = match row.owner {
        Owner::Type(owner) => format!("{}.{}", owner.short_name(), row.name),
        Owner::Module(_) => row.name.to_owned(),
    };
    Ok(m.heap.new_str(&text))
}

fn builtin_doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = m.heap.memory.address(arguments.self_.plus(builtin_function::DEFINITION));
    text_signature::doc_of_row(m, code)
}

fn cell_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "cell", 0, 1)?;
    let contents = arguments.get(0).unwrap_or(Address::NULL);
    m.heap.xincref(contents);
    Ok(m.heap.new_cell(contents))
}

fn cell_contents(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let contents = m.heap.memory.address(arguments.self_.plus(cell::CONTENTS));
    if contents.is_null() {
        return Err(m.raise(StaticType::ValueError, "Cell is empty"));
    }
    Ok(m.incref(contents))
}

fn set_cell_contents(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.store_field(arguments.self_, cell::CONTENTS, arguments.get(0).unwrap_or(Address::NULL));
    Ok(m.heap.none())
}

fn cell_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let contents = m.heap.memory.address(arguments.self_.plus(cell::CONTENTS));
    let text = if contents.is_null() {
        format!("<cell at {}: empty>", arguments.self_)
    } else {
        format!("<cell at {}: {} object at {contents}>", arguments.self_, m.type_name(contents))
    };
    Ok(m.heap.new_str(&text))
}

impl Machine {
    /// A bound method; both are borrowed.
    pub fn new_method(&mut self, function: Address, receiver: Address) -> Address {
        self.incref(function);
        self.incref(receiver);
        self.heap.new_method(function, receiver)
    }
}

/// What these types have.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::Function, function_new),
    NativeRow::slot(StaticType::Function, "__repr__", function_repr),
    NativeRow::slot(StaticType::Function, "__call__", function_call),
    NativeRow::slot(StaticType::Function, "__get__", descriptor_get),
    NativeRow::member(StaticType::Function, "__closure__", function_closure),
    NativeRow::member_set(StaticType::Function, "__doc__", function_doc, set_function_doc),
    NativeRow::member(StaticType::Function, "__globals__", function_globals),
    NativeRow::member_set(StaticType::Function, "__module__", function_module, set_function_module),
    NativeRow::member(StaticType::Function, "__builtins__", function_builtins),
    NativeRow::get_set(StaticType::Function, "__code__", function_code, set_function_code),
    NativeRow::get_set(StaticType::Function, "__defaults__", function_defaults, set_function_defaults),
    NativeRow::get_set(StaticType::Function, "__kwdefaults__", function_kwdefaults, set_function_kwdefaults),
    NativeRow::get_set(StaticType::Function, "__annotations__", function_annotations, set_function_annotations),
    NativeRow::get_set(StaticType::Function, "__dict__", object_dict, instance_dict::set_kept_dict),
    NativeRow::get_set(StaticType::Function, "__name__", function_name, set_function_name),
    NativeRow::get_set(StaticType::Function, "__qualname__", function_qualname, set_function_qualname),
    NativeRow::get_set(StaticType::Function, "__type_params__", function_type_params, set_function_type_params),
    NativeRow::new(StaticType::Method, method_new),
    NativeRow::slot(StaticType::Method, "__repr__", method_repr),
    NativeRow::slot(StaticType::Method, "__hash__", method_hash),
    NativeRow::slot(StaticType::Method, "__call__", function_call),
    NativeRow::slot(StaticType::Method, "__getattribute__", method_getattribute),
    NativeRow::slot(StaticType::Method, "__eq__", method_eq),
    NativeRow::member(StaticType::Method, "__func__", method_function),
    NativeRow::member(StaticType::Method, "__self__", method_self),
    NativeRow::get(StaticType::Method, "__doc__", method_doc),
    NativeRow::slot(StaticType::BuiltinFunction, "__repr__", builtin_repr),
    NativeRow::slot(StaticType::BuiltinFunction, "__hash__", builtin_hash),
    NativeRow::slot(StaticType::BuiltinFunction, "__call__", function_call),
    NativeRow::slot(StaticType::BuiltinFunction, "__eq__", builtin_eq),
    NativeRow::member(StaticType::BuiltinFunction, "__module__", builtin_module),
    NativeRow::get(StaticType::BuiltinFunction, "__doc__", builtin_doc),
    NativeRow::get(StaticType::BuiltinFunction, "__name__", builtin_name),
    NativeRow::get(StaticType::BuiltinFunction, "__qualname__", builtin_qualname),
    NativeRow::get(StaticType::BuiltinFunction, "__self__", builtin_self),
    NativeRow::new(StaticType::Cell, cell_new),
    NativeRow::slot(StaticType::Cell, "__repr__", cell_repr),
    NativeRow::get_set(StaticType::Cell, "cell_contents", cell_contents, set_cell_contents),
];
