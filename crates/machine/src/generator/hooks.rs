//! What an event loop asks of the interpreter: to be told of asynchronous generators, and where coroutines were made.

use heapglass_heap::{Address, Kind, runtime, static_type::StaticType};

use crate::{
    frame::code_field,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// `async_gen_firstiter` of the thread state, or null.
pub(super) const FIRST_ITERATION: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 8 * 31);
/// `async_gen_finalizer`, or null.
pub(super) const FINALIZER: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 8 * 30);
/// `coroutine_origin_tracking_depth`: how many frames a new coroutine notes.
const ORIGIN_DEPTH: Address = Address::new(runtime::THREAD_WORDS.raw() + 8 * 63);

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("sys", name, convention, function)
}

fn item<const AT: u64>(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.tuple_item(arguments.self_, AT);
    Ok(m.incref(value))
}

/// The rows.
pub(crate) const ROWS: &[NativeRow] = &[
    row("set_asyncgen_hooks", Convention::PackedKeywords, set_hooks),
    row("get_asyncgen_hooks", Convention::NoArguments, get_hooks),
    row("set_coroutine_origin_tracking_depth", Convention::Keywords, set_depth),
    row("get_coroutine_origin_tracking_depth", Convention::NoArguments, |m, _| {
        let depth = m.heap.memory.i32(ORIGIN_DEPTH);
        Ok(m.heap.new_int(i64::from(depth)))
    }),
    NativeRow::slot(StaticType::StructSequenceAsyncgenHooks, "__repr__", crate::module::struct_sequence::repr),
    NativeRow::member(StaticType::StructSequenceAsyncgenHooks, "firstiter", item::<0>),
    NativeRow::member(StaticType::StructSequenceAsyncgenHooks, "finalizer", item::<1>),
];

fn set_hooks(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [first, last] = m.named_arguments(&arguments, "set_asyncgen_hooks", ["firstiter", "finalizer"], 0)?;
    // Both are looked at before either is set.
    for (name, hook) in [("finalizer", last), ("firstiter", first)] {
        if let Some(hook) = hook.filter(|hook| !m.heap.is_none(*hook))
            && !m.is_callable(hook)
        {
            let found = m.type_name(hook);
            return m.type_error(format!("callable {name} expected, got {found}"));
        }
    }
    for (place, hook) in [(FINALIZER, last), (FIRST_ITERATION, first)] {
        if let Some(hook) = hook {
            let owned = if m.heap.is_none(hook) { Address::NULL } else { m.incref(hook) };
            let old = m.replace_thread_word(place, owned);
            m.xdecref(old);
        }
    }
    m.none()
}

fn get_hooks(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let hooks = [FIRST_ITERATION, FINALIZER].map(|place| match m.thread_word(place).non_null() {
        Some(hook) => m.incref(hook),
        None => m.heap.none(),
    });
    Ok(m.new_struct_sequence(StaticType::StructSequenceAsyncgenHooks, &hooks))
}

fn set_depth(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [depth] = m.named_arguments(&arguments, "set_coroutine_origin_tracking_depth", ["depth"], 1)?;
    let depth = m.index_to_i64(depth.unwrap_or_default(), StaticType::OverflowError)?;
    if depth < 0 {
        return m.value_error("depth must be >= 0");
    }
    m.heap.memory.set_i32(ORIGIN_DEPTH, depth.min(i64::from(i32::MAX)) as i32);
    m.none()
}

impl Machine {
    /// Where a coroutine is being made, innermost call first, as a tuple of (file, line, function); null if nobody wants to know
    /// (`compute_cr_origin`). The running frame is the caller's.
    pub(super) fn coroutine_origin(&mut self) -> Address {
        let depth = self.heap.memory.i32(ORIGIN_DEPTH);
        if depth == 0 {
            return Address::NULL;
        }
        let mut frames = Vec::new();
        let mut frame = self.python_frame(self.registers.frame);
        while !frame.is_null() && (frames.len() as i64) < i64::from(depth) {
            let code = self.frame_code(frame);
            if self.heap.kind(code) != Kind::Code {
                break;
            }
            let [file, name] = [code_field::FILE_NAME, code_field::NAME].map(|field| {
                let text = self.heap.code_reference(code, field);
                self.incref(text)
            });
            let line = self.frame_line(frame);
            let line = self.heap.new_int(i64::from(line));
            frames.push(self.heap.new_tuple_from(&[file, line, name]));
            frame = self.python_frame(self.frame_previous(frame));
        }
        self.heap.new_tuple_from(&frames)
    }
}
