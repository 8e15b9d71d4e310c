//! What working out a condition has changed, told by comparing the copy's bytes with the machine's.
//!
//! Much changes that means nothing: counts, free blocks, free lists, hashes that a str remembers, versions of classes. What
//! counts is a block that was in use before and has other contents now.

use std::collections::HashMap;

use heapglass_heap::{
    Address, Kind,
    memory::{BASE, PAGE},
    pymalloc::map::BlockState,
    raw::RawBlock,
    runtime, statics,
};
use heapglass_words::breakpoint as words;

use crate::machine::Machine;

/// What working out a condition does beside telling whether it is true.
pub(super) enum Effect {
    Writes,
    ReadsInput,
    /// A limit or a lock of the interpreter.
    ChangesInterpreter,
    SetsTraceFunction,
    /// Memory that some object owns.
    Contents,
    /// This object: its type and number.
    Object(String),
}

impl Effect {
    /// Why `condition` is refused.
    pub(super) fn sentence(&self, condition: &str) -> String {
        match self {
            Self::Writes => words::writes(condition),
            Self::ReadsInput => words::reads_input(condition),
            Self::ChangesInterpreter => words::changes_interpreter(condition),
            Self::SetsTraceFunction => words::sets_trace_function(condition),
            Self::Contents => words::changes_contents(condition),
            Self::Object(object) => words::changes_object(condition, object),
        }
    }
}

/// What has changed; `None` if nothing that counts.
pub(super) fn change(before: &Machine, after: &Machine) -> Option<Effect> {
    let (old, new) = (&before.registers, &after.registers);
    if !after.output.is_empty() || !after.errors.is_empty() {
        return Some(Effect::Writes);
    }
    if old.input != new.input {
        return Some(Effect::ReadsInput);
    }
    if old.recursion_limit != new.recursion_limit || old.int_max_str_digits != new.int_max_str_digits || old.locks != new.locks {
        return Some(Effect::ChangesInterpreter);
    }
    if new.tracing != crate::trace_function::Tracing::Off || new.profiling {
        return Some(Effect::SetsTraceFunction);
    }
    let mut blocks = Blocks::new(before);
    let length = before.heap.memory.len().min(after.heap.memory.len());
    after.heap.memory.dirty_pages().take_while(|page| u64::from(*page + 1) * PAGE <= length).find_map(|page| {
        let start = Address::new(BASE + u64::from(page) * PAGE);
        let (old, new) = (before.heap.memory.slice(start, PAGE), after.heap.memory.slice(start, PAGE));
        let words = old.chunks(8).zip(new.chunks(8)).enumerate();
        words.filter(|(_, (old, new))| old != new).find_map(|(index, _)| blocks.blame(start.plus(8 * index as u64)))
    })
}

/// The blocks in use before, as far as they were looked at.
struct Blocks<'a> {
    machine: &'a Machine,
    pools: HashMap<Address, Option<(u64, Vec<bool>)>>,
    raw: Option<Vec<RawBlock>>,
    /// Blocks that free lists keep, the table of interned strings, the allocator's list of arenas.
    others: Option<Vec<Address>>,
}

impl<'a> Blocks<'a> {
    fn new(machine: &'a Machine) -> Self {
        Self { machine, pools: HashMap::new(), raw: None, others: None }
    }

    /// What it means that the word at `at` has changed.
    fn blame(&mut self, at: Address) -> Option<Effect> {
        let heap = &self.machine.heap;
        if !heap.in_arena(at) {
            let raw = self.raw.get_or_insert_with(|| heap.raw_blocks());
            let index = raw.partition_point(|block| block.address <= at).checked_sub(1)?;
            let block = raw[index];
            let inside = block.taken && at.raw() < block.address.raw() + block.size;
            return if inside { self.blame_block(block.address, block.object, at) } else { None };
        }
        let pool = heap.pool_of(at);
        let header = heapglass_heap::pymalloc::pool::OVERHEAD;
        let (size, taken) = self.pools.entry(pool).or_insert_with(|| {
            let view = heap.pool_at(pool)?;
            let taken = heap.blocks(&view).iter().map(|block| matches!(block.state, BlockState::Taken { .. })).collect();
            Some((view.class?.size(), taken))
        }).as_ref()?;
        let index = at.raw().checked_sub(pool.raw() + header)? / size;
        if !taken.get(index as usize).copied().unwrap_or(false) {
            return None;
        }
        let (block, size) = (pool.plus(header + index * size), *size);
        self.blame_block(block, heap.object_in_block(block, size), at)
    }

    fn blame_block(&mut self, block: Address, object: Option<Address>, at: Address) -> Option<Effect> {
        let heap = &self.machine.heap;
        let interned = heap.memory.address(Address::new(statics::WORDS + statics::word::INTERNED));
        let Some(object) = object else {
            let others = self.others.get_or_insert_with(|| {
                let kept = heap.kept_blocks().into_iter().map(|(block, _)| block);
                kept.chain([heap.dict_keys(interned), heap.memory.address(runtime::ARENAS)]).collect()
            });
            return (!others.contains(&block)).then_some(Effect::Contents);
        };
        let offset = at.raw().wrapping_sub(object.raw()) as i64;
        let is_free = match (heap.kind(object), offset) {
            // The collector's header, the count.
            (_, -16..8) => true,
            // A str remembers its hash and its UTF-8; classes and functions have versions and caches.
            (Kind::Str | Kind::Type | Kind::Code | Kind::Function, _) => true,
            (Kind::Dict, DICT_VERSION) => true,
            _ => object == interned,
        };
        if is_free {
            return None;
        }
        let name = self.machine.short_type_name(object);
        Some(Effect::Object(format!("{name} {}", self.machine.object_id(object))))
    }
}

/// Offset of `ma_version_tag` in a dict.
const DICT_VERSION: i64 = 24;
