//! The blocks of all pools at once, in few numbers: only pools that have changed are told, and runs of like blocks once.

use std::collections::{BTreeMap, HashMap};

use heapglass_heap::{
    Address, Kind,
    pymalloc::{map::{BlockState, PoolState, PoolView}, pool},
    static_type::field,
};
use serde::{Deserialize, Serialize};

use super::{ObjectId, Shape, parts};
use crate::machine::Machine;

/// Numbers of a run in [`PoolBlocks::runs`].
pub const RUN: usize = 5;
/// Blocks too large for pools that are told one by one: the largest. The others are counted.
pub const MOST_RAW: usize = 1_000;

/// The blocks of all pools.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BlockMap {
    /// The types of all objects that lie in pools.
    pub types: Vec<BlockType>,
    /// The pools whose blocks are not those that the asker knows.
    pub pools: Vec<PoolBlocks>,
    /// Blocks too large for pools, in address order.
    pub raw: Vec<RawBlock>,
    /// How many of those are left out: the smallest.
    pub raw_omitted: u64,
}

/// A type of objects in blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlockType {
    /// The number of the class, which tells types apart.
    pub id: ObjectId,
    /// `__name__` of it.
    pub name: String,
    /// How objects of it are drawn.
    pub shape: Shape,
}

/// The blocks of one pool.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PoolBlocks {
    /// Index of its arena.
    pub arena: u32,
    /// Index in its arena.
    pub pool: u32,
    /// Where it starts.
    pub address: u64,
    /// Bytes in each block.
    pub block_size: u32,
    /// Bytes at its end that no block fits in.
    pub tail: u32,
    /// Another number for other blocks: what is known need not be told again.
    pub mark: u32,
    /// Blocks that are alike, in address order, five numbers each: how many, [`BlockSort`], the type's number (objects only),
    /// generation (3: not tracked), bytes that were asked for (0: not known).
    pub runs: Vec<i64>,
    /// Numbers of the objects in address order, each as the difference to the one before, the first to 0.
    pub births: Vec<i64>,
    /// The free list: places of blocks, from the one that is handed out next.
    pub free: Vec<u32>,
}

/// What a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockSort {
    /// An object.
    Object = 0,
    /// A table or buffer of an object.
    Buffer = 1,
    /// Nothing any more.
    Free = 2,
    /// Nothing yet.
    Uncarved = 3,
}

impl BlockSort {
    /// The sort with this number.
    pub fn of(number: i64) -> Self {
        match number {
            0 => Self::Object,
            1 => Self::Buffer,
            2 => Self::Free,
            _ => Self::Uncarved,
        }
    }
}

/// A block too large for pools (more than 512 bytes).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawBlock {
    /// Where it starts.
    pub address: u64,
    /// Bytes it can hold.
    pub size: u64,
    /// Whether it is handed out.
    pub taken: bool,
    /// The object that starts in it.
    pub object: Option<ObjectId>,
    /// Its type's name, or empty.
    pub type_name: String,
}

/// A pool, and the mark under which it is known: indexes of arena and pool, the mark.
pub type Known = (u32, u32, u32);

/// All blocks but those of the pools that are known.
#[inline(never)]
pub(super) fn block_map(machine: &Machine, known: &[Known]) -> BlockMap {
    let known: HashMap<(u32, u32), u32> = known.iter().map(|(arena, pool, mark)| ((*arena, *pool), *mark)).collect();
    let mut reader = Reader::new(machine);
    let mut pools = Vec::new();
    for (arena, view) in (0..).zip(&machine.heap.arenas()) {
        for (pool, view) in (0..).zip(&view.pools) {
            let Some(told) = reader.pool(arena, pool, view) else { continue };
            if known.get(&(arena, pool)) != Some(&told.mark) {
                pools.push(told);
            }
        }
    }
    let (raw, raw_omitted) = raw(machine);
    let types = reader.types.into_iter().map(|(_, kind)| BlockType { id: kind.id, name: kind.name, shape: kind.shape });
    BlockMap { types: types.collect(), pools, raw, raw_omitted }
}

/// What is the same for all objects of a type.
struct TypeFacts {
    id: ObjectId,
    name: String,
    shape: Shape,
    is_collected: bool,
}

struct Reader<'a> {
    machine: &'a Machine,
    types: BTreeMap<Address, TypeFacts>,
    /// The objects of the younger generations.
    young: HashMap<Address, u8>,
}

impl<'a> Reader<'a> {
    fn new(machine: &'a Machine) -> Self {
        let of = |generation: u8| machine.heap.gc_objects(generation.into()).into_iter().map(move |object| (object, generation));
        Self { machine, types: BTreeMap::new(), young: (0..2).flat_map(of).collect() }
    }

    fn pool(&mut self, arena: u32, place: u32, view: &PoolView) -> Option<PoolBlocks> {
        let size = view.class?.size();
        let mut told = PoolBlocks {
            arena,
            pool: place,
            address: view.address.raw(),
            block_size: size as u32,
            tail: view.slack as u32,
            ..PoolBlocks::default()
        };
        let mut free: Vec<(u64, u32)> = Vec::new();
        let mut before = 0;
        for (index, block) in (0..).zip(self.machine.heap.blocks(view)) {
            let run = match block.state {
                BlockState::Taken { object: Some(object) } => {
                    let id = i64::from(self.machine.object_id(object).0.cast_signed());
                    told.births.push(id - before);
                    before = id;
                    self.object(object, size)
                }
                BlockState::Taken { object: None } => [BlockSort::Buffer as i64, 0, 3, 0],
                BlockState::Free { order } => {
                    free.push((order, index));
                    [BlockSort::Free as i64, 0, 3, 0]
                }
                BlockState::Uncarved if view.state == PoolState::Uncarved => return None,
                BlockState::Uncarved => [BlockSort::Uncarved as i64, 0, 3, 0],
            };
            push(&mut told.runs, run);
        }
        free.sort_unstable();
        told.free = free.into_iter().map(|(_, index)| index).collect();
        told.mark = mark(&told);
        Some(told)
    }

    fn object(&mut self, object: Address, block_size: u64) -> [i64; 4] {
        let machine = self.machine;
        let heap = &machine.heap;
        let facts = self.types.entry(heap.type_of(object)).or_insert_with(|| TypeFacts {
            id: machine.object_id(heap.type_of(object)),
            name: machine.short_type_name(object),
            shape: parts::shape(machine, object),
            is_collected: heap.is_gc_object(object),
        });
        let is_tracked = facts.is_collected && heap.is_gc_object(object) && heap.is_tracked(object);
        let generation = if is_tracked { self.young.get(&object).copied().unwrap_or(2) } else { 3 };
        let type_id = i64::from(facts.id.0.cast_signed());
        [BlockSort::Object as i64, type_id, generation.into(), requested(machine, object).min(block_size).cast_signed()]
    }
}

fn push(runs: &mut Vec<i64>, run: [i64; 4]) {
    if let Some(last) = runs.len().checked_sub(RUN)
        && runs[last + 1..] == run
    {
        runs[last] += 1;
        return;
    }
    runs.push(1);
    runs.extend(run);
}

/// Bytes that were asked for when the object was made: what stands before it, its struct, and items that lie in it.
pub(super) fn requested(machine: &Machine, object: Address) -> u64 {
    let heap = &machine.heap;
    let own = match heap.kind(object) {
        // What these hold lies in blocks of its own.
        Kind::List | Kind::Dict | Kind::DefaultDict | Kind::OrderedDict | Kind::Set | Kind::ByteArray | Kind::Deque | Kind::Array => {
            heap.memory.u64(heap.type_of(object).plus(field::BASIC_SIZE))
        }
        _ => heap.sizeof_method(object),
    };
    own + heap.preheader(object)
}

/// FNV-1a over all that is told.
fn mark(pool: &PoolBlocks) -> u32 {
    let numbers = pool.runs.iter().chain(&pool.births).copied().chain(pool.free.iter().map(|index| i64::from(*index)));
    let all = [pool.address.cast_signed(), pool.block_size.into()].into_iter().chain(numbers);
    let hash = all.fold(0xcbf2_9ce4_8422_2325_u64, |hash, number| (hash ^ number.cast_unsigned()).wrapping_mul(0x0100_0000_01b3));
    (hash ^ hash >> 32) as u32
}

fn raw(machine: &Machine) -> (Vec<RawBlock>, u64) {
    let mut blocks = machine.heap.raw_blocks();
    let omitted = blocks.len().saturating_sub(MOST_RAW);
    if omitted > 0 {
        blocks.sort_by_key(|block| std::cmp::Reverse(block.size));
        blocks.truncate(MOST_RAW);
        blocks.sort_by_key(|block| block.address);
    }
    let told = blocks.into_iter().map(|block| RawBlock {
        address: block.address.raw(),
        size: block.size,
        taken: block.taken,
        object: block.object.map(|object| machine.object_id(object)),
        type_name: block.object.map(|object| machine.short_type_name(object)).unwrap_or_default(),
    });
    (told.collect(), omitted as u64)
}

const _: () = assert!(pool::OVERHEAD == 48, "the screen is told of a header of 48 bytes");
