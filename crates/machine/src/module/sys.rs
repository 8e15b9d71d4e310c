//! `sys`: its functions (Python/sysmodule.c).

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::{hooks, sys_info, text_io};
use crate::{
    machine::{Machine, Outcome},
    method::int_text::LEAST_LIMIT,
    native::{Arguments, Convention, NativeRow},
    types::slot::Slot,
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("sys", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("getrefcount", Convention::One, |m, a| {
        let count = m.heap.refcount(a.positional[0]);
        Ok(m.heap.new_int_ssize(i64::from(count)))
    }),
    row("getsizeof", Convention::PackedKeywords, get_size),
    row("intern", Convention::One, intern),
    row("getallocatedblocks", Convention::NoArguments, |m, _| {
        let elsewhere = m.heap.memory.u64(heapglass_heap::runtime::BLOCKS_ELSEWHERE);
        let blocks = m.heap.allocated_blocks() + elsewhere;
        Ok(m.heap.new_int_ssize(blocks as i64))
    }),
    row("getunicodeinternedsize", Convention::NoArguments, |m, _| Ok(m.heap.new_int(0))),
    row("getrecursionlimit", Convention::NoArguments, |m, _| {
        let limit = m.registers.recursion_limit;
        Ok(m.heap.new_int(i64::from(limit)))
    }),
    row("setrecursionlimit", Convention::One, set_recursion_limit),
    row("exc_info", Convention::NoArguments, exc_info),
    row("exception", Convention::NoArguments, |m, _| match m.handled_exception() {
        Some(exception) => Ok(m.incref(exception)),
        None => m.none(),
    }),
    row("exit", Convention::Positional, exit),
    row("_getframe", Convention::Positional, get_frame),
    row("getdefaultencoding", Convention::NoArguments, |m, _| m.new_text("utf-8")),
    row("getfilesystemencoding", Convention::NoArguments, |m, _| m.new_text("utf-8")),
    row("getswitchinterval", Convention::NoArguments, |m, _| {
        let microseconds = m.registers.switch_interval;
        Ok(m.heap.new_float(1e-6 * f64::from(microseconds)))
    }),
    row("setswitchinterval", Convention::One, set_switch_interval),
    row("breakpointhook", Convention::Keywords, breakpoint_hook),
    row("get_int_max_str_digits", Convention::NoArguments, |m, _| {
        let most = m.registers.int_max_str_digits;
        Ok(m.heap.new_int(i64::from(most)))
    }),
    row("set_int_max_str_digits", Convention::Keywords, set_int_max_str_digits),
    row("audit", Convention::Positional, |m, a| {
        // Nobody can listen: there are no hooks.
        match a.get(0) {
            Some(event) if m.is_str(event) => m.none(),
            Some(event) => {
                let name = m.type_name(event);
                m.type_error(format!("expected str for argument 'event', not {name}"))
            }
            None => m.type_error("audit() missing 1 required positional argument: 'event'"),
        }
    }),
    row("is_finalizing", Convention::NoArguments, |m, _| m.truth(false)),
    row("call_tracing", Convention::Positional, |m, _| m.none()),
    row("_clear_type_cache", Convention::NoArguments, |m, _| m.none()),
    row("_debugmallocstats", Convention::NoArguments, |m, _| {
        let report = heapglass_heap::pymalloc::stats::debug_malloc_stats(&m.heap);
        m.write_error(&report);
        m.none()
    }),
    row("displayhook", Convention::One, |m, a| m.display(a.positional[0])),
];

/// Constants, and the standard streams.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    sys_info::fill(m, dict)?;
    for (name, stream) in [("stdin", text_io::STDIN), ("stdout", text_io::STDOUT), ("stderr", text_io::STDERR)] {
        let file = m.new_stream(stream);
        m.incref(file);
        m.namespace_put(dict, name, file)?;
        m.namespace_put(dict, &format!("__{name}__"), file)?;
    }
    hooks::fill(m, dict)
}

fn get_size(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "getsizeof", &["object", "default"])?;
    let Some(object) = arguments.get_or_keyword(m, 0, "object") else {
        return m.type_error("getsizeof() missing required argument 'object' (pos 1)");
    };
    let given = arguments.positional.len();
    if given > 2 {
        return m.type_error(format!("getsizeof() takes at most 2 arguments ({given} given)"));
    }
    match size_in_bytes(m, object) {
        Ok(size) => Ok(m.heap.new_int_ssize(size)),
        Err(raised) => {
            let instead = arguments.get_or_keyword(m, 1, "default");
            let told = m.error().is_some_and(|error| m.heap.is_subtype(m.heap.type_of(error), StaticType::TypeError.address()));
            let Some(instead) = instead.filter(|_| told) else { return Err(raised) };
            let error = m.take_error();
            m.decref(error);
            Ok(m.incref(instead))
        }
    }
}

/// `_PySys_GetSizeOf`
fn size_in_bytes(m: &mut Machine, object: Address) -> Outcome<i64> {
    let Some(own) = m.call_special(object, Slot::SizeOf, &[])? else {
        return Ok(m.heap.sizeof(object) as i64);
    };
    let size = if m.heap.kind(own) == Kind::Int {
        m.index_to_i64(own, StaticType::OverflowError)
    } else {
        m.type_error("an integer is required")
    };
    m.decref(own);
    let size = size?;
    if size < 0 {
        return m.value_error("__sizeof__() should return >= 0");
    }
    let before = m.heap.type_preheader(m.heap.type_of(object));
    Ok(size + before as i64)
}

/// How long threads run at a time: kept in whole microseconds (`_PyEval_SetSwitchInterval`).
fn set_switch_interval(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let seconds = m.to_f64(arguments.positional[0])?;
    if seconds <= 0.0 {
        return m.value_error("switch interval must be strictly positive");
    }
    m.registers.switch_interval = (1e6 * seconds) as u32;
    m.none()
}

/// `sys.breakpointhook()`: CPython opens a debugger at a prompt, which is not here; the program goes on, as it does there
/// when the debugger cannot be imported.
fn breakpoint_hook(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let told = "breakpoint() is passed over: there is no prompt here at which a debugger could ask; mark the line as a breakpoint instead";
    m.warn(told, StaticType::RuntimeWarning)?;
    m.none()
}

fn intern(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = arguments.positional[0];
    if !m.is_str(text) {
        let name = m.type_name(text);
        return m.type_error(format!("intern() argument must be str, not {name}"));
    }
    if !m.heap.is_exact(text, StaticType::Str) {
        let name = m.type_name(text);
        return m.type_error(format!("can't intern {name}"));
    }
    let owned = m.incref(text);
    Ok(m.heap.intern(owned))
}

fn set_recursion_limit(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let limit = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    if i32::try_from(limit).is_err() {
        return Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C int"));
    }
    if limit < 1 {
        return m.value_error("recursion limit must be greater or equal than 1");
    }
    let depth = m.registers.depth;
    if limit <= i64::from(depth) {
        let text = format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(m.raise(StaticType::RecursionError, text));
    }
    m.registers.recursion_limit = u32::try_from(limit).unwrap_or(u32::MAX);
    m.none()
}

fn set_int_max_str_digits(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [limit] = m.named_arguments(&arguments, "set_int_max_str_digits", ["maxdigits"], 1)?;
    let limit = match limit {
        Some(limit) => m.index_to_i64(limit, StaticType::OverflowError)?,
        None => 0,
    };
    match u32::try_from(limit) {
        Ok(limit) if limit == 0 || limit >= LEAST_LIMIT => m.registers.int_max_str_digits = limit,
        _ => return m.value_error(format!("maxdigits must be 0 or larger than {LEAST_LIMIT}")),
    }
    m.none()
}

fn exc_info(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let none = m.heap.none();
    let items = match m.handled_exception() {
        None => [none; 3],
        Some(exception) => {
            let type_ = m.heap.type_of(exception);
            let traceback = m.heap.exception_traceback(exception);
            let traceback = if traceback.is_null() { none } else { traceback };
            [type_, exception, traceback].map(|item| m.incref(item))
        }
    };
    Ok(m.heap.new_tuple_from(&items))
}

fn exit(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "exit", 0, 1)?;
    let error = m.call(StaticType::SystemExit.address(), arguments.positional, &[])?;
    Err(m.raise_object(error))
}

fn get_frame(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_getframe", 0, 1)?;
    let depth = match arguments.get(0) {
        Some(depth) => m.index_to_i64(depth, StaticType::OverflowError)?,
        None => 0,
    };
    let mut frame = m.running_frame();
    for _ in 0..depth.max(0) {
        if frame.is_null() {
            break;
        }
        let previous = m.frame_previous(frame);
        frame = m.python_frame(previous);
    }
    if frame.is_null() {
        return m.value_error("call stack is not deep enough");
    }
    m.save_stack();
    let object = m.heap.frame_object_of(frame);
    Ok(m.incref(object))
}
