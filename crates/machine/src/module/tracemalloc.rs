//! `tracemalloc`: how much the objects born since `start()` take up. Where they were made is not recorded.

use heapglass_heap::{Address, runtime};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    thread_state::MODULES,
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("tracemalloc", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("start", Convention::Positional, start),
    row("stop", Convention::NoArguments, |m, _| {
        set_state(m, START, -1)?;
        set_state(m, PEAK, 0)?;
        m.none()
    }),
    row("is_tracing", Convention::NoArguments, |m, _| {
        let tracing = state(m, START) >= 0;
        m.truth(tracing)
    }),
    row("get_traced_memory", Convention::NoArguments, traced_memory),
    row("reset_peak", Convention::NoArguments, |m, _| {
        let now = traced(m);
        set_state(m, PEAK, now)?;
        m.none()
    }),
    row("clear_traces", Convention::NoArguments, start),
    row("get_tracemalloc_memory", Convention::NoArguments, |m, _| Ok(m.heap.new_int(0))),
    row("get_traceback_limit", Convention::NoArguments, |m, _| Ok(m.heap.new_int(1))),
    row("get_object_traceback", Convention::One, |m, _| Err(m.unsupported("tracemalloc.get_object_traceback()"))),
    row("take_snapshot", Convention::NoArguments, |m, _| Err(m.unsupported("tracemalloc.take_snapshot()"))),
];

/// The birth number at which tracing began, −1 while it is off.
const START: &str = "_start";
/// The most bytes seen.
const PEAK: &str = "_peak";

/// The state lies in the module's dict.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    m.put_int(dict, START, -1)?;
    m.put_int(dict, PEAK, 0)
}

fn dict(m: &mut Machine) -> Option<Address> {
    let modules = m.thread_word(MODULES);
    let module = m.heap.dict_get_text(modules, "tracemalloc")?;
    Some(m.module_dict(module))
}

fn state(m: &mut Machine, name: &str) -> i64 {
    let value = dict(m).and_then(|dict| m.heap.dict_get_text(dict, name));
    value.and_then(|value| m.heap.int_to_i64(value)).unwrap_or(-1)
}

fn set_state(m: &mut Machine, name: &str, value: i64) -> Outcome<()> {
    match dict(m) {
        Some(dict) => m.put_int(dict, name, value),
        None => Ok(()),
    }
}

fn start(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let birth = m.heap.memory.u64(runtime::LAST_BIRTH);
    set_state(m, START, birth as i64)?;
    set_state(m, PEAK, 0)?;
    m.none()
}

/// Bytes of the living objects born since tracing began.
fn traced(m: &mut Machine) -> i64 {
    let start = state(m, START);
    if start < 0 {
        return 0;
    }
    let young: Vec<Address> = m.heap.memory.births().filter(|(_, birth)| i64::from(*birth) > start).map(|(at, _)| at).collect();
    young.into_iter().map(|object| m.heap.sizeof(object) as i64).sum()
}

fn traced_memory(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let now = traced(m);
    let peak = state(m, PEAK).max(now);
    let tracing = state(m, START) >= 0;
    if tracing {
        set_state(m, PEAK, peak)?;
    }
    let items = [m.heap.new_int(now), m.heap.new_int(if tracing { peak } else { 0 })];
    Ok(m.heap.new_tuple_from(&items))
}
