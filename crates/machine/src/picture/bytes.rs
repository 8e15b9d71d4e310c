//! A piece of memory byte by byte: a block, a pool's header, its tail, a static object, with every field of it named.

mod explain;
mod fields;
mod owner;

use heapglass_heap::{
    Address,
    pymalloc::{map::{BlockState, PoolView}, pool},
};
use heapglass_words::memory;
use serde::{Deserialize, Serialize};

use super::{BlockPlace, ObjectId};
use crate::machine::Machine;

/// Bytes shown at once; of larger pieces a window.
pub const WINDOW: u64 = 1024;
/// Bytes of a pool.
const POOL_SIZE: u64 = 16384;
/// Granules that are looked through for the start of a static object.
const FARTHEST_START: u64 = 64;

/// A piece of memory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bytes {
    /// The address that was asked for.
    pub asked: u64,
    /// What the piece is, in a few words.
    pub title: String,
    /// Where it lies, in a few words.
    pub place: String,
    /// The object in it.
    pub object: Option<ObjectId>,
    /// The block of a pool that it is.
    pub block: Option<BlockPlace>,
    /// Where it starts.
    pub start: u64,
    /// Bytes of it.
    pub size: u64,
    /// Where the bytes start that are shown.
    pub from: u64,
    /// They themselves, two hexadecimal digits each.
    pub hex: String,
    /// Fields of those bytes, in address order.
    pub fields: Vec<ByteField>,
}

/// A field of a piece.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ByteField {
    /// Bytes from the first that is shown.
    pub offset: u32,
    /// Bytes of it.
    pub size: u32,
    /// Its name in C; in words if it has none there.
    pub name: String,
    /// Its type in C.
    pub c_type: String,
    /// What it holds, in short words.
    pub value: String,
    /// What it is for, a sentence; may be empty.
    pub about: String,
    /// Where it points, if that can be looked at.
    pub target: Option<u64>,
    /// The object there.
    pub object: Option<ObjectId>,
}

/// What a piece is, before its bytes are read.
struct Piece {
    title: String,
    place: String,
    object: Option<Address>,
    block: Option<BlockPlace>,
    start: Address,
    size: u64,
    what: What,
}

/// Which fields a piece has.
enum What {
    PoolHeader,
    Object(Address),
    /// A table or buffer, and who owns it under which name.
    Buffer(Option<(Address, &'static str)>),
    FreeBlock,
    Unused,
    Words,
}

/// The piece of memory around an address; `None` if there is no memory there.
#[inline(never)]
pub fn bytes(machine: &Machine, address: u64) -> Option<Bytes> {
    let at = Address::new(address);
    if !machine.heap.memory.contains(at, 1) {
        return None;
    }
    let piece = in_pool(machine, at).or_else(|| in_raw(machine, at)).unwrap_or_else(|| elsewhere(machine, at));
    let from = Address::new(piece.start.raw() + (address.saturating_sub(piece.start.raw())) / WINDOW * WINDOW);
    let end = (piece.start.raw() + piece.size).min(from.raw() + WINDOW).min(machine.heap.memory.len() + heapglass_heap::memory::BASE);
    let length = end.saturating_sub(from.raw());
    let hex = machine.heap.memory.slice(from, length).iter().map(|byte| format!("{byte:02x}")).collect();
    Some(Bytes {
        asked: address,
        fields: fields::fields(machine, &piece, from.raw(), end),
        object: piece.object.map(|object| machine.object_id(object)),
        title: piece.title,
        place: piece.place,
        block: piece.block,
        start: piece.start.raw(),
        size: piece.size,
        from: from.raw(),
        hex,
    })
}

fn in_pool(machine: &Machine, at: Address) -> Option<Piece> {
    if !machine.heap.in_arena(at) {
        return None;
    }
    let arenas = machine.heap.arenas();
    let (arena, pool, view) = (0..).zip(&arenas).find_map(|(arena, view)| {
        let first = view.pools.first()?.address.raw();
        let pool = at.raw().checked_sub(first)? / POOL_SIZE;
        Some((arena, pool as u32, *view.pools.get(pool as usize)?))
    })?;
    let (pool_number, arena_number) = (pool.to_string(), arena.to_string());
    let place = memory::in_pool(&pool_number, &arena_number);
    let offset = at.raw() - view.address.raw();
    let Some(class) = view.class else {
        return Some(Piece {
            title: memory::unused_pool(&pool_number),
            place: memory::in_arena(&arena_number),
            object: None,
            block: None,
            start: view.address,
            size: POOL_SIZE,
            what: What::Unused,
        });
    };
    if offset < pool::OVERHEAD {
        return Some(Piece {
            title: memory::pool_header(&pool_number),
            place: memory::in_arena(&arena_number),
            object: None,
            block: None,
            start: view.address,
            size: pool::OVERHEAD,
            what: What::PoolHeader,
        });
    }
    let index = (offset - pool::OVERHEAD) / class.size();
    if index >= view.capacity {
        let size = view.slack;
        let start = view.address.plus(POOL_SIZE - size);
        return Some(Piece { title: memory::pool_end(&pool_number), place, object: None, block: None, start, size, what: What::Unused });
    }
    let block = BlockPlace { arena, pool, block: index as u32 };
    Some(in_block(machine, &view, block, class.size()))
}

fn in_block(machine: &Machine, view: &PoolView, block: BlockPlace, size: u64) -> Piece {
    let start = view.address.plus(pool::OVERHEAD + u64::from(block.block) * size);
    let state = machine.heap.blocks(view).get(block.block as usize).map(|found| found.state);
    let (title, object, what) = match state {
        Some(BlockState::Taken { object: Some(object) }) => (title_of(machine, object), Some(object), What::Object(object)),
        Some(BlockState::Taken { object: None }) => {
            let owner = owner::owner(machine, start, size);
            (owner::words(machine, owner), None, What::Buffer(owner))
        }
        Some(BlockState::Free { order }) => {
            let title = if order == 0 { memory::free_block_next().to_string() } else { memory::free_block(order) };
            (title, None, What::FreeBlock)
        }
        _ => (memory::unused_block().to_string(), None, What::Unused),
    };
    let BlockPlace { arena, pool, block: index } = block;
    let place = memory::block_place(&index.to_string(), &pool.to_string(), &arena.to_string());
    Piece { title, place, object, block: Some(block), start, size, what }
}

fn title_of(machine: &Machine, object: Address) -> String {
    let id = machine.object_id(object);
    if machine.heap.is_type(object) {
        return format!("class {} {id}", machine.class_name(object));
    }
    format!("{} {id}", machine.short_type_name(object))
}

fn in_raw(machine: &Machine, at: Address) -> Option<Piece> {
    let blocks = machine.heap.raw_blocks();
    let block = blocks.iter().find(|block| (block.address.raw()..block.address.raw() + block.size).contains(&at.raw()))?;
    let (title, what) = match (block.taken, block.object) {
        (true, Some(object)) => (title_of(machine, object), What::Object(object)),
        (true, None) => {
            let owner = owner::owner(machine, block.address, block.size);
            (owner::words(machine, owner), What::Buffer(owner))
        }
        (false, _) => (memory::free_chunk().to_string(), What::Words),
    };
    let place = memory::large_block().to_string();
    Some(Piece { title, place, object: block.object.filter(|_| block.taken), block: None, start: block.address, size: block.size, what })
}

/// The interpreter's own data: static objects, and what is between them.
fn elsewhere(machine: &Machine, at: Address) -> Piece {
    let heap = &machine.heap;
    let granule = Address::new(at.raw() & !15);
    let starts = (0..FARTHEST_START).filter_map(|back| granule.raw().checked_sub(16 * back).map(Address::new));
    let found = starts.take_while(|start| heap.memory.contains(*start, 16)).find(|start| heap.memory.birth(*start) != 0);
    if let Some(object) = found {
        let size = heap.sizeof_method(object).max(16);
        if at.raw() < object.raw() + size {
            let place = memory::static_memory().to_string();
            return Piece { title: title_of(machine, object), place, object: Some(object), block: None, start: object, size, what: What::Object(object) };
        }
    }
    let start = Address::new(at.raw() & !255);
    let end = (start.raw() + 256).min(heap.memory.len() + heapglass_heap::memory::BASE);
    Piece {
        title: memory::interpreter().to_string(),
        place: memory::outside().to_string(),
        object: None,
        block: None,
        start,
        size: end - start.raw(),
        what: What::Words,
    }
}
