//! `gc` (Modules/gcmodule.c).

use heapglass_heap::{
    Address,
    gc::{GENERATIONS, Reason, collect},
    runtime,
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("gc", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("enable", Convention::NoArguments, |m, _| {
        m.heap.gc_enable();
        m.none()
    }),
    row("disable", Convention::NoArguments, |m, _| {
        m.heap.gc_disable();
        m.none()
    }),
    row("isenabled", Convention::NoArguments, |m, _| m.truth(m.heap.gc_enabled())),
    row("set_debug", Convention::One, |m, a| {
        let flags = m.c_int(a.positional[0])?;
        m.heap.set_gc_debug(i64::from(flags) as u64);
        m.none()
    }),
    row("get_debug", Convention::NoArguments, |m, _| Ok(m.heap.new_int(m.heap.gc_debug() as i64))),
    row("get_count", Convention::NoArguments, |m, _| {
        let counts = m.heap.gc_counts();
        numbers(m, counts)
    }),
    row("set_threshold", Convention::Packed, set_threshold),
    row("get_threshold", Convention::NoArguments, |m, _| {
        let thresholds = m.heap.gc_thresholds();
        numbers(m, thresholds)
    }),
    row("collect", Convention::Keywords, collect_now),
    row("get_objects", Convention::Keywords, get_objects),
    row("get_stats", Convention::NoArguments, get_stats),
    row("is_tracked", Convention::One, |m, a| {
        let object = a.positional[0];
        let tracked = m.heap.is_gc_object(object) && m.heap.is_tracked(object);
        m.truth(tracked)
    }),
    row("is_finalized", Convention::One, |m, a| {
        let object = a.positional[0];
        let finalized = m.heap.is_gc_object(object) && m.heap.is_finalized(object);
        m.truth(finalized)
    }),
    row("get_referrers", Convention::Packed, get_referrers),
    row("get_referents", Convention::Packed, get_referents),
    row("freeze", Convention::NoArguments, |m, _| {
        m.heap.gc_freeze();
        m.none()
    }),
    row("unfreeze", Convention::NoArguments, |m, _| {
        m.heap.gc_unfreeze();
        m.none()
    }),
    row("get_freeze_count", Convention::NoArguments, |m, _| {
        let count = m.heap.gc_freeze_count();
        Ok(m.heap.new_int_ssize(count as i64))
    }),
];

/// The debug flags, and the lists `garbage` and `callbacks`.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    let flags = [("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32), ("DEBUG_LEAK", 38)];
    for (name, value) in flags {
        m.put_int(dict, name, value)?;
    }
    for (name, word) in [("garbage", runtime::GC_GARBAGE), ("callbacks", runtime::GC_CALLBACKS)] {
        let list = match m.heap.memory.address(word).non_null() {
            Some(list) => list,
            None => {
                let list = m.heap.new_list(0);
                m.heap.memory.set_address(word, list);
                list
            }
        };
        m.incref(list);
        m.namespace_put(dict, name, list)?;
    }
    Ok(())
}

fn numbers(m: &mut Machine, numbers: [i32; 3]) -> Outcome {
    let items = numbers.map(|number| m.heap.new_int(i64::from(number)));
    Ok(m.heap.new_tuple_from(&items))
}

fn set_threshold(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len();
    if !(1..=3).contains(&given) {
        let bound = if given == 0 { "at least 1 argument" } else { "at most 3 arguments" };
        let text = format!("set_threshold() takes {bound} ({given} given)");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let mut thresholds = m.heap.gc_thresholds();
    for (at, value) in arguments.positional.iter().enumerate() {
        // What is read before one that is wrong is set, as in CPython.
        thresholds[at] = parsed_int(m, *value)?;
        m.heap.set_gc_thresholds(thresholds);
    }
    m.none()
}

/// An argument of the format `i` of `PyArg_ParseTuple`.
fn parsed_int(m: &mut Machine, object: Address) -> Outcome<i32> {
    let value = m.index_clamped(object)?;
    i32::try_from(value).map_err(|_| {
        let bound = if value < 0 { "less than minimum" } else { "greater than maximum" };
        m.raise(StaticType::OverflowError, format!("signed integer is {bound}"))
    })
}

/// Refuses a second argument, counted with the keywords.
fn at_most_one(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<()> {
    let given = arguments.positional.len() + arguments.keywords.len();
    if given > 1 {
        let text = format!("{name}() takes at most 1 argument ({given} given)");
        return Err(m.raise(StaticType::TypeError, text));
    }
    Ok(())
}

fn collect_now(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    at_most_one(m, &arguments, "collect")?;
    arguments.only_keywords(m, "collect", &["generation"])?;
    let number = match arguments.get_or_keyword(m, 0, "generation") {
        Some(object) => m.c_int(object)?,
        None => 2,
    };
    let Some(generation) = u8::try_from(number).ok().filter(|number| *number < GENERATIONS) else {
        return m.value_error("invalid generation");
    };
    let summary = collect(m, generation, Reason::Manual);
    if m.watch.abandoned {
        return Err(heapglass_heap::Raised);
    }
    Ok(m.heap.new_int_ssize((summary.collected + summary.uncollectable) as i64))
}

fn list_of(m: &mut Machine, objects: Vec<Address>) -> Outcome {
    let list = m.heap.new_list(0);
    for object in objects {
        if object != list {
            m.incref(object);
            m.heap.list_append(list, object);
        }
    }
    Ok(list)
}

fn get_objects(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    at_most_one(m, &arguments, "get_objects")?;
    arguments.only_keywords(m, "get_objects", &["generation"])?;
    let wanted = arguments.get_or_keyword(m, 0, "generation").filter(|object| !m.heap.is_none(*object));
    let number = match wanted {
        None => -1,
        Some(object) if !m.is_index(object) => {
            let text = format!("argument should be integer or None, not '{}'", m.type_name(object));
            return Err(m.raise(StaticType::TypeError, text));
        }
        Some(object) => m.index_to_i64(object, StaticType::OverflowError)?,
    };
    let generations = match u8::try_from(number) {
        Ok(number) if number < GENERATIONS => number..number + 1,
        _ if number == -1 => 0..GENERATIONS,
        _ if number < 0 => return m.value_error("generation parameter cannot be negative"),
        _ => return m.value_error("generation parameter must be less than the number of available generations (3)"),
    };
    let mut objects = Vec::new();
    for number in generations {
        objects.extend(m.heap.gc_objects(number));
    }
    list_of(m, objects)
}

fn get_stats(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let stats = [0, 1, 2].map(|number| m.heap.gc_stats(number));
    let list = m.heap.new_list(0);
    for stats in stats {
        let row = m.build_number_dict(&[
            ("collections", stats.collections as i64),
            ("collected", stats.collected as i64),
            ("uncollectable", stats.uncollectable as i64),
        ]);
        m.heap.list_append(list, row);
    }
    Ok(list)
}

fn get_referrers(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = m.heap.gc_referrers(arguments.positional, arguments.packed);
    list_of(m, found)
}

fn get_referents(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut found = Vec::new();
    for object in arguments.positional {
        if m.heap.is_gc_object(*object) {
            found.extend(m.heap.gc_referents(*object));
        }
    }
    list_of(m, found)
}
