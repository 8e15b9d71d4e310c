//! `functools.partial` (Modules/_functoolsmodule.c).

use heapglass_heap::{
    Address, Kind,
    layout::callable::partial::{ARGS, DICT, FUNC, KEYWORDS, VECTORCALL},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::{
        field_row::read_field,
        instance_dict::set_kept_dict,
        object_type::{delattr, getattribute, setattr},
    },
};

const PARTIAL: StaticType = StaticType::Partial;

read_field! {
    func FUNC;
    args ARGS;
    keywords KEYWORDS;
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(PARTIAL, new),
    NativeRow::slot(PARTIAL, "__repr__", repr),
    NativeRow::slot(PARTIAL, "__call__", call),
    NativeRow::slot(PARTIAL, "__getattribute__", getattribute),
    NativeRow::slot(PARTIAL, "__setattr__", setattr),
    NativeRow::slot(PARTIAL, "__delattr__", delattr),
    NativeRow::no_arguments(PARTIAL, "__reduce__", reduce),
    NativeRow::one(PARTIAL, "__setstate__", set_state),
    NativeRow::class_method(PARTIAL, "__class_getitem__", super::singleton::class_item),
    NativeRow::member(PARTIAL, "func", func),
    NativeRow::member(PARTIAL, "args", args),
    NativeRow::member(PARTIAL, "keywords", keywords),
    NativeRow::member(PARTIAL, "__vectorcalloffset__", |m, a| {
        let word = m.word(a.self_, VECTORCALL);
        Ok(m.heap.new_int_ssize(word))
    }),
    NativeRow::get_set(PARTIAL, "__dict__", |m, a| m.instance_dict(a.self_), set_kept_dict),
];

impl Machine {
    /// A new dict of the keywords of a call.
    pub(crate) fn new_keyword_dict(&mut self, keywords: &[(Address, Address)]) -> Address {
        let dict = self.heap.new_dict();
        for (name, value) in keywords {
            if let Some(old) = self.heap.dict_set_str(dict, *name, *value) {
                self.decref(old);
            }
        }
        dict
    }

    /// The items of a dict with str keys as keywords of a call, borrowed.
    pub(crate) fn keywords_of_dict(&self, dict: Address) -> Vec<(Address, Address)> {
        if dict.is_null() { Vec::new() } else { self.heap.dict_items(dict).collect() }
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some((&given, rest)) = arguments.positional.split_first() else {
        return m.type_error("type 'partial' takes at least one argument");
    };
    // A partial of a partial without attributes of its own is made one.
    let exact = m.heap.type_of(given) == arguments.self_ && arguments.self_ == m.heap.type_object(PARTIAL);
    let merges = exact && m.field(given, DICT).is_null();
    let function = if merges { m.field(given, FUNC) } else { given };
    if !m.is_callable(function) {
        return m.type_error("the first argument must be callable");
    }
    let object = m.heap.generic_allocate(arguments.self_, 0);
    m.store_field(object, FUNC, function);
    let mut all = if merges { m.heap.tuple_items(m.field(given, ARGS)) } else { Vec::new() };
    all.extend_from_slice(rest);
    let all = m.heap.new_tuple_of(&all);
    m.heap.memory.set_address(object.plus(ARGS), all);
    let keywords = if merges && m.heap.dict_len(m.field(given, KEYWORDS)) > 0 {
        let copy = m.heap.dict_copy(m.field(given, KEYWORDS));
        for (name, value) in arguments.keywords {
            if let Some(old) = m.heap.dict_set_str(copy, *name, *value) {
                m.decref(old);
            }
        }
        copy
    } else {
        m.new_keyword_dict(arguments.keywords)
    };
    m.heap.memory.set_address(object.plus(KEYWORDS), keywords);
    Ok(object)
}

fn call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let mut all = m.heap.tuple_items(m.field(this, ARGS));
    all.extend_from_slice(arguments.positional);
    let own = m.field(this, KEYWORDS);
    if m.heap.dict_len(own) == 0 {
        return m.call(m.field(this, FUNC), &all, arguments.keywords);
    }
    let merged = m.heap.dict_copy(own);
    for (name, value) in arguments.keywords {
        if let Some(old) = m.heap.dict_set_str(merged, *name, *value) {
            m.decref(old);
        }
    }
    let keywords = m.keywords_of_dict(merged);
    let result = m.call(m.field(this, FUNC), &all, &keywords);
    m.decref(merged);
    result
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if !m.enter_repr(this) {
        return m.new_text("...");
    }
    let text = parts(m, this);
    m.leave_repr(this);
    let text = text?;
    Ok(m.heap.new_str_points(&text))
}

/// Adds the `repr` of an object.
fn shown(m: &mut Machine, text: &mut Vec<u32>, object: Address) -> Outcome<()> {
    let shown = m.repr(object)?;
    text.extend(m.heap.str_points(shown));
    m.decref(shown);
    Ok(())
}

fn parts(m: &mut Machine, this: Address) -> Outcome<Vec<u32>> {
    let points = |text: &str| text.chars().map(u32::from).collect::<Vec<u32>>();
    let mut text = points(&format!("{}(", m.type_name(this)));
    shown(m, &mut text, m.field(this, FUNC))?;
    for item in m.heap.tuple_items(m.field(this, ARGS)) {
        text.extend(points(", "));
        shown(m, &mut text, item)?;
    }
    for (name, value) in m.keywords_of_dict(m.field(this, KEYWORDS)) {
        // The text of a name may put another value in the place of its own.
        m.incref(name);
        m.incref(value);
        let result = keyword(m, &mut text, name, value);
        m.decref(name);
        m.decref(value);
        result?;
    }
    text.extend(points(")"));
    Ok(text)
}

/// Adds `, name=value`.
fn keyword(m: &mut Machine, text: &mut Vec<u32>, name: Address, value: Address) -> Outcome<()> {
    text.extend(", ".chars().map(u32::from));
    let name = m.str(name)?;
    text.extend(m.heap.str_points(name));
    m.decref(name);
    text.push(u32::from('='));
    shown(m, text, value)
}

fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let state = [FUNC, ARGS, KEYWORDS, DICT].map(|offset| m.field_or_none(this, offset));
    let state = m.heap.new_tuple_from(&state);
    let args = m.heap.new_tuple_of(&[m.field(this, FUNC)]);
    let class = m.heap.type_of(this);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, args, state]))
}

fn set_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (this, state) = (arguments.self_, arguments.positional[0]);
    let parts = if m.heap.kind(state) == Kind::Tuple { m.heap.tuple_items(state) } else { Vec::new() };
    let [function, args, keywords, dict] = parts[..] else {
        return m.type_error("invalid partial state");
    };
    let none = m.heap.none();
    let well_formed = m.is_callable(function)
        && m.heap.kind(args) == Kind::Tuple
        && (keywords == none || m.heap.kind(keywords) == Kind::Dict);
    if !well_formed {
        return m.type_error("invalid partial state");
    }
    let args = m.tuple_from(args)?;
    let keywords = if keywords == none {
        m.heap.new_dict()
    } else if m.heap.type_of(keywords) == m.heap.type_object(StaticType::Dict) {
        m.incref(keywords)
    } else {
        m.heap.dict_copy(keywords)
    };
    m.store_field(this, FUNC, function);
    m.set_field(this, ARGS, args);
    m.set_field(this, KEYWORDS, keywords);
    m.store_field(this, DICT, if dict == none { Address::NULL } else { dict });
    m.none()
}
