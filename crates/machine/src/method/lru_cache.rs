//! `functools._lru_cache_wrapper` (Modules/_functoolsmodule.c): a dict of results, and a ring that says which was used last.

use heapglass_heap::{
    Address, Kind,
    layout::{
        callable::lru_cache::{
            CACHE, CACHE_INFO_TYPE, FUNC, HITS, KEYWORD_MARK, LINK_TYPE, MAXSIZE, MISSES, TYPED, WRAPPER,
        },
        native::lru_link,
    },
    object::{dict as table, lru_cache},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::instance_dict::set_kept_dict,
};

const TYPE: StaticType = StaticType::LruCacheWrapper;

/// How results are kept: by the value of `wrapper`, where CPython has a pointer to a function.
const UNCACHED: i64 = 1;
const UNBOUNDED: i64 = 2;
const BOUNDED: i64 = 3;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TYPE, new),
    NativeRow::slot(TYPE, "__call__", call),
    NativeRow::slot(TYPE, "__get__", |m, a| {
        let object = a.positional[0];
        if object.is_null() || m.heap.is_none(object) {
            return Ok(m.incref(a.self_));
        }
        Ok(m.new_method(a.self_, object))
    }),
    NativeRow::no_arguments(TYPE, "cache_info", cache_info),
    NativeRow::no_arguments(TYPE, "cache_clear", |m, a| {
        m.set_word(a.self_, HITS, 0);
        m.set_word(a.self_, MISSES, 0);
        lru_cache::clear_list(m, a.self_);
        m.none()
    }),
    NativeRow::no_arguments(TYPE, "__reduce__", |m, a| m.get_attribute_named(a.self_, "__qualname__")),
    NativeRow::no_arguments(TYPE, "__copy__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::one(TYPE, "__deepcopy__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::get_set(TYPE, "__dict__", |m, a| m.instance_dict(a.self_), set_kept_dict),
];

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let names = ["user_function", "maxsize", "typed", "cache_info_type"];
    let given = m.named_arguments(&arguments, "lru_cache", names, 4)?;
    let [function, bound, typed, info] = given.map(Option::unwrap_or_default);
    if !m.is_callable(function) {
        return m.type_error("the first argument must be callable");
    }
    let (wrapper, bound) = if m.heap.is_none(bound) {
        (UNBOUNDED, -1)
    } else if m.is_index(bound) {
        let bound = m.index_to_i64(bound, StaticType::OverflowError)?.max(0);
        (if bound == 0 { UNCACHED } else { BOUNDED }, bound)
    } else {
        return m.type_error("maxsize should be integer or None");
    };
    let typed = m.is_true(typed)?;
    let cache = m.heap.new_dict();
    let object = m.heap.generic_allocate(arguments.self_, 0);
    m.heap.start_lru_list(object);
    m.heap.memory.set_address(object.plus(CACHE), cache);
    let mark = keyword_mark(m)?;
    let link_type = m.heap.type_object(StaticType::LruListElement);
    for (offset, value) in [(FUNC, function), (KEYWORD_MARK, mark), (LINK_TYPE, link_type), (CACHE_INFO_TYPE, info)] {
        m.store_field(object, offset, value);
    }
    m.set_word(object, WRAPPER, wrapper);
    m.set_word(object, MAXSIZE, bound);
    m.heap.memory.set_u32(object.plus(TYPED), u32::from(typed));
    Ok(object)
}

/// What parts positional arguments from keywords in a key: an object of the module's own. Borrowed.
fn keyword_mark(m: &mut Machine) -> Outcome {
    let module = m.import_module("_functools")?;
    let mark = m.get_attribute_named(module, "_kwd_mark");
    m.decref(module);
    let mark = mark?;
    m.decref(mark);
    Ok(mark)
}

/// The key of a call: the arguments as they are where nothing can be mistaken, otherwise all of them in one tuple.
fn make_key(m: &mut Machine, this: Address, arguments: &Arguments<'_>) -> Address {
    let typed = m.heap.memory.u32(this.plus(TYPED)) != 0;
    if !typed && arguments.keywords.is_empty() {
        return match arguments.positional {
            [only] if m.heap.is_exact(*only, StaticType::Str) || m.heap.is_exact(*only, StaticType::Int) => m.incref(*only),
            _ => arguments.tuple(m),
        };
    }
    let mut parts = arguments.positional.to_vec();
    if !arguments.keywords.is_empty() {
        parts.push(m.field(this, KEYWORD_MARK));
        parts.extend(arguments.keywords.iter().flat_map(|(name, value)| [*name, *value]));
    }
    if typed {
        parts.extend(arguments.positional.iter().map(|value| m.heap.type_of(*value)));
        parts.extend(arguments.keywords.iter().map(|(_, value)| m.heap.type_of(*value)));
    }
    m.heap.new_tuple_of(&parts)
}

fn count(m: &mut Machine, this: Address, offset: u64) {
    let number = m.word(this, offset) + 1;
    m.set_word(this, offset, number);
}

fn call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.word(this, WRAPPER) == UNCACHED {
        count(m, this, MISSES);
        return m.call(m.field(this, FUNC), arguments.positional, arguments.keywords);
    }
    let key = make_key(m, this, &arguments);
    let result = m.hash(key).and_then(|hash| {
        if m.word(this, WRAPPER) == UNBOUNDED {
            unbounded(m, &arguments, key, hash)
        } else {
            bounded(m, &arguments, key, hash)
        }
    });
    m.decref(key);
    result
}

fn unbounded(m: &mut Machine, arguments: &Arguments<'_>, key: Address, hash: i64) -> Outcome {
    let this = arguments.self_;
    let cache = m.field(this, CACHE);
    if let Some(found) = table::get(m, cache, key, hash)? {
        count(m, this, HITS);
        return Ok(m.incref(found));
    }
    count(m, this, MISSES);
    let result = m.call(m.field(this, FUNC), arguments.positional, arguments.keywords)?;
    remember(m, cache, key, hash, result)?;
    Ok(result)
}

/// Stores `value` under a key (both borrowed); if that fails, the value's reference is dropped.
fn remember(m: &mut Machine, cache: Address, key: Address, hash: i64, value: Address) -> Outcome<()> {
    match table::set(m, cache, key, hash, value) {
        Ok(old) => {
            m.xdecref(old.unwrap_or_default());
            Ok(())
        }
        Err(raised) => {
            m.decref(value);
            Err(raised)
        }
    }
}

fn bounded(m: &mut Machine, arguments: &Arguments<'_>, key: Address, hash: i64) -> Outcome {
    let this = arguments.self_;
    let cache = m.field(this, CACHE);
    if let Some(link) = table::get(m, cache, key, hash)? {
        m.heap.lru_extract(link);
        m.heap.lru_append(this, link);
        count(m, this, HITS);
        let result = m.field(link, lru_link::RESULT);
        return Ok(m.incref(result));
    }
    count(m, this, MISSES);
    let result = m.call(m.field(this, FUNC), arguments.positional, arguments.keywords)?;
    // The function may have come by the same key itself.
    match table::get(m, cache, key, hash) {
        Ok(None) => {}
        Ok(Some(_)) => return Ok(result),
        Err(raised) => {
            m.decref(result);
            return Err(raised);
        }
    }
    let oldest = m.field(this, lru_link::NEXT);
    if (m.heap.dict_len(cache) as i64) < m.word(this, MAXSIZE) || oldest == this {
        let link = m.heap.new_record_of(m.field(this, LINK_TYPE), &[]);
        fill(m, link, key, hash, result);
        remember(m, cache, key, hash, link)?;
        m.heap.lru_append(this, link);
        return Ok(result);
    }
    evict(m, this, oldest, key, hash, result)
}

/// Writes a link's fields; what it held must have been taken before.
fn fill(m: &mut Machine, link: Address, key: Address, hash: i64, result: Address) {
    m.incref(key);
    m.incref(result);
    m.heap.memory.set_address(link.plus(lru_link::KEY), key);
    m.heap.memory.set_address(link.plus(lru_link::RESULT), result);
    m.set_word(link, lru_link::HASH, hash);
}

/// The cache is full: the link of the oldest result is used for the new one.
fn evict(m: &mut Machine, this: Address, link: Address, key: Address, hash: i64, result: Address) -> Outcome {
    let cache = m.field(this, CACHE);
    m.heap.lru_extract(link);
    let (old_key, old_hash) = (m.field(link, lru_link::KEY), m.word(link, lru_link::HASH));
    let removed = match table::remove_key(m, cache, old_key, old_hash) {
        Ok(removed) => removed,
        Err(raised) => {
            m.heap.lru_append(this, link);
            m.decref(result);
            return Err(raised);
        }
    };
    let Some(removed) = removed else {
        // The user's function has removed the old key already: the link goes too.
        m.decref(link);
        return Ok(result);
    };
    let old_result = m.field(link, lru_link::RESULT);
    fill(m, link, key, hash, result);
    let stored = remember(m, cache, key, hash, link);
    if stored.is_ok() {
        m.heap.lru_append(this, link);
    }
    removed.release(m);
    m.decref(old_key);
    m.decref(old_result);
    if let Err(raised) = stored {
        m.decref(result);
        return Err(raised);
    }
    Ok(result)
}

fn cache_info(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let size = m.heap.dict_len(m.field(this, CACHE)) as i64;
    let bound = m.word(this, MAXSIZE);
    let bound = if bound < 0 { m.heap.none() } else { m.heap.new_int_ssize(bound) };
    let (hits, misses) = (m.word(this, HITS), m.word(this, MISSES));
    let values =
        [m.heap.new_int_ssize(hits), m.heap.new_int_ssize(misses), bound, m.heap.new_int_ssize(size)];
    let result = m.call(m.field(this, CACHE_INFO_TYPE), &values, &[]);
    for value in values {
        m.decref(value);
    }
    result
}

/// Puts the mark of keywords in the dict of the module.
pub fn fill_module(m: &mut Machine, dict: Address) -> Outcome<()> {
    let mark = m.heap.generic_allocate(StaticType::Object.address(), 0);
    debug_assert_eq!(m.heap.kind(mark), Kind::Object, "a plain object");
    m.namespace_put(dict, "_kwd_mark", mark)?;
    m.put_types(dict, &[StaticType::Partial, StaticType::LruCacheWrapper])
}
