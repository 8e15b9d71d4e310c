//! `operator.itemgetter`, `attrgetter` and `methodcaller`.

use heapglass_heap::{
    Address, Kind,
    layout::native::{attr_getter, item_getter, method_caller},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const ITEM: StaticType = StaticType::ItemGetter;
const ATTR: StaticType = StaticType::AttrGetter;
const METHOD: StaticType = StaticType::MethodCaller;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ITEM, item_new),
    NativeRow::slot(ITEM, "__repr__", |m, a| {
        let item = m.field(a.self_, item_getter::ITEM);
        let several = m.word(a.self_, item_getter::COUNT) != 1;
        let shown = m.repr_text(item)?;
        let name = m.type_name(a.self_);
        m.new_text(&if several { format!("{name}{shown}") } else { format!("{name}({shown})") })
    }),
    NativeRow::slot(ITEM, "__call__", item_call),
    NativeRow::slot(ITEM, "__getattribute__", getattribute),
    NativeRow::no_arguments(ITEM, "__reduce__", |m, a| {
        let item = m.field(a.self_, item_getter::ITEM);
        let single = m.word(a.self_, item_getter::COUNT) == 1;
        let args = if single { m.heap.new_tuple_of(&[item]) } else { m.incref(item) };
        reduced(m, a.self_, args)
    }),
    NativeRow::member(ITEM, "__vectorcalloffset__", |m, a| {
        let word = m.word(a.self_, item_getter::VECTORCALL);
        Ok(m.heap.new_int_ssize(word))
    }),
    NativeRow::new(ATTR, attr_new),
    NativeRow::slot(ATTR, "__repr__", |m, a| {
        let names = attribute_names(m, a.self_);
        let shown = m.repr_text(names);
        m.decref(names);
        let shown = shown?.replace(",)", ")");
        let name = m.type_name(a.self_);
        m.new_text(&format!("{name}{shown}"))
    }),
    NativeRow::slot(ATTR, "__call__", attr_call),
    NativeRow::slot(ATTR, "__getattribute__", getattribute),
    NativeRow::no_arguments(ATTR, "__reduce__", |m, a| {
        let args = attribute_names(m, a.self_);
        reduced(m, a.self_, args)
    }),
    NativeRow::member(ATTR, "__vectorcalloffset__", |m, a| {
        let word = m.word(a.self_, attr_getter::VECTORCALL);
        Ok(m.heap.new_int_ssize(word))
    }),
    NativeRow::new(METHOD, method_new),
    NativeRow::slot(METHOD, "__repr__", method_repr),
    NativeRow::slot(METHOD, "__call__", method_call),
    NativeRow::slot(METHOD, "__getattribute__", getattribute),
    NativeRow::no_arguments(METHOD, "__reduce__", method_reduce),
];

/// `(type, args)`; the arguments are taken over.
fn reduced(m: &mut Machine, object: Address, args: Address) -> Outcome {
    let class = m.heap.type_of(object);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, args]))
}

/// The one argument of a call.
fn argument(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome {
    arguments.no_keywords(m, name)?;
    arguments.arity(m, name, 1, 1)?;
    Ok(arguments.positional[0])
}

fn item_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "itemgetter")?;
    arguments.arity(m, "itemgetter", 1, arguments.positional.len().max(1))?;
    let count = arguments.positional.len();
    let item = if count == 1 { m.incref(arguments.positional[0]) } else { arguments.tuple(m) };
    let object = m.heap.new_record_of(arguments.self_, &[(item_getter::ITEM, item)]);
    m.set_word(object, item_getter::COUNT, count as i64);
    let index = if count == 1 && m.heap.is_exact(item, StaticType::Int) { m.heap.int_to_i64(item) } else { None };
    m.set_word(object, item_getter::INDEX, index.filter(|index| *index >= 0).unwrap_or(-1));
    Ok(object)
}

fn item_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = argument(m, &arguments, "itemgetter")?;
    let item = m.field(arguments.self_, item_getter::ITEM);
    if m.word(arguments.self_, item_getter::COUNT) == 1 {
        return m.get_item(object, item);
    }
    let keys = m.heap.tuple_items(item);
    gathered(m, keys.len(), |m, at| m.get_item(object, keys[at]))
}

/// A tuple of what `get` finds.
fn gathered(m: &mut Machine, count: usize, mut get: impl FnMut(&mut Machine, usize) -> Outcome) -> Outcome {
    let mut found = Vec::with_capacity(count);
    for at in 0..count {
        match get(m, at) {
            Ok(value) => found.push(value),
            Err(raised) => {
                for value in found {
                    m.decref(value);
                }
                return Err(raised);
            }
        }
    }
    Ok(m.heap.new_tuple_from(&found))
}

/// Names are interned; a dotted one becomes a tuple of names.
fn attr_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "attrgetter")?;
    arguments.arity(m, "attrgetter", 1, arguments.positional.len().max(1))?;
    for name in arguments.positional {
        if !m.is_str(*name) {
            return m.type_error("attribute name must be a string");
        }
    }
    let mut names = Vec::new();
    for name in arguments.positional {
        let text = m.heap.str_text(*name);
        names.push(if text.contains('.') {
            let parts: Vec<Address> = text.split('.').map(|part| m.heap.new_interned(part)).collect();
            m.heap.new_tuple_from(&parts)
        } else {
            let name = m.interned(*name);
            m.incref(name)
        });
    }
    let names = m.heap.new_tuple_from(&names);
    let object = m.heap.new_record_of(arguments.self_, &[(attr_getter::ATTR, names)]);
    m.set_word(object, attr_getter::COUNT, arguments.positional.len() as i64);
    Ok(object)
}

/// The names as they were given, a tuple of strs.
fn attribute_names(m: &mut Machine, getter: Address) -> Address {
    let mut names = Vec::new();
    for name in m.heap.tuple_items(m.field(getter, attr_getter::ATTR)) {
        names.push(if m.heap.kind(name) == Kind::Tuple {
            let parts: Vec<String> = m.heap.tuple_items(name).into_iter().map(|part| m.heap.str_text(part)).collect();
            m.heap.new_str(&parts.join("."))
        } else {
            m.incref(name)
        });
    }
    m.heap.new_tuple_from(&names)
}

fn dotted(m: &mut Machine, object: Address, name: Address) -> Outcome {
    if m.heap.kind(name) != Kind::Tuple {
        return m.get_attribute(object, name);
    }
    let mut object = m.incref(object);
    for part in m.heap.tuple_items(name) {
        let next = m.get_attribute(object, part);
        m.decref(object);
        object = next?;
    }
    Ok(object)
}

fn attr_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = argument(m, &arguments, "attrgetter")?;
    let names = m.heap.tuple_items(m.field(arguments.self_, attr_getter::ATTR));
    if let [name] = names[..] {
        return dotted(m, object, name);
    }
    gathered(m, names.len(), |m, at| dotted(m, object, names[at]))
}

fn method_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some((&name, rest)) = arguments.positional.split_first() else {
        return m.type_error("methodcaller needs at least one argument, the method name");
    };
    if !m.is_str(name) {
        return m.type_error("method name must be a string");
    }
    let name = m.interned(name);
    m.incref(name);
    let keywords =
        if arguments.keywords.is_empty() { Address::NULL } else { m.new_keyword_dict(arguments.keywords) };
    let args = m.heap.new_tuple_of(rest);
    let words = [(method_caller::NAME, name), (method_caller::ARGS, args), (method_caller::KEYWORDS, keywords)];
    Ok(m.heap.new_record_of(arguments.self_, &words))
}

fn method_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = argument(m, &arguments, "methodcaller")?;
    let this = arguments.self_;
    let method = m.get_attribute(object, m.field(this, method_caller::NAME))?;
    let args = m.heap.tuple_items(m.field(this, method_caller::ARGS));
    let keywords = m.keywords_of_dict(m.field(this, method_caller::KEYWORDS));
    let result = m.call(method, &args, &keywords);
    m.decref(method);
    result
}

fn method_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if !m.enter_repr(this) {
        let name = m.type_name(this);
        return m.new_text(&format!("{name}(...)"));
    }
    let parts = method_parts(m, this);
    m.leave_repr(this);
    let (parts, name) = (parts?, m.type_name(this));
    m.new_text(&format!("{name}({})", parts.join(", ")))
}

fn method_parts(m: &mut Machine, this: Address) -> Outcome<Vec<String>> {
    let mut parts = vec![m.repr_text(m.field(this, method_caller::NAME))?];
    for item in m.heap.tuple_items(m.field(this, method_caller::ARGS)) {
        parts.push(m.repr_text(item)?);
    }
    for (name, value) in m.keywords_of_dict(m.field(this, method_caller::KEYWORDS)) {
        let (name, value) = (m.heap.str_text(name), m.repr_text(value)?);
        parts.push(format!("{name}={value}"));
    }
    Ok(parts)
}

/// With keywords it is a partial of the type.
fn method_reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let name = m.field(this, method_caller::NAME);
    let mut all = vec![name];
    all.extend(m.heap.tuple_items(m.field(this, method_caller::ARGS)));
    let keywords = m.keywords_of_dict(m.field(this, method_caller::KEYWORDS));
    if keywords.is_empty() {
        let args = m.heap.new_tuple_of(&all);
        return reduced(m, this, args);
    }
    let class = m.heap.type_of(this);
    let partial = m.heap.type_object(StaticType::Partial);
    let maker = m.call(partial, &[class, name], &keywords)?;
    let args = m.heap.new_tuple_of(&all[1..]);
    Ok(m.heap.new_tuple_from(&[maker, args]))
}
