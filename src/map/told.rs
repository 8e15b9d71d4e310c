//! What is drawn, in words.

use super::cells::{Blocks, Cell, PoolCells};
use super::plan::Spot;
use crate::picture::{BlockSort, ObjectId};
use heapglass_words::heap_map as words;

/// All there is to say about something on the map.
pub fn told(blocks: &Blocks, spot: Spot) -> String {
    match spot {
        Spot::Pool(arena, pool) => told_pool(blocks, arena, pool),
        Spot::Header(arena, pool) => {
            let at = blocks.pool(arena, pool).map_or(0, |found| found.address);
            words::told_header(&pool.to_string(), &arena.to_string(), &hexadecimal(at))
        }
        Spot::Tail(arena, pool) => {
            let tail = blocks.pool(arena, pool).map_or(0, |found| found.tail);
            words::told_tail(&pool.to_string(), &arena.to_string(), tail.into())
        }
        Spot::Block(arena, pool, block) => {
            let Some((found, cell)) = cell(blocks, spot) else { return String::new() };
            let (place, address) = (block.to_string(), hexadecimal(found.address_of(block)));
            words::told_block(&place, &pool.to_string(), &arena.to_string(), &address, &content(blocks, found, cell, block))
        }
        Spot::Raw(place) => {
            let Some(block) = blocks.raw.get(place as usize) else { return String::new() };
            let address = hexadecimal(block.address);
            match block.object {
                Some(id) => words::told_outside(&address, &format!("{} {id}", block.type_name), block.size),
                None if block.taken => words::told_outside_buffer(&address, block.size),
                None => words::told_outside_free(&address, block.size),
            }
        }
    }
}

fn told_pool(blocks: &Blocks, arena: u32, pool: u32) -> String {
    let (place, of) = (pool.to_string(), arena.to_string());
    let Some(found) = blocks.pool(arena, pool) else { return words::told_unused_pool(&place, &of) };
    let (used, all) = (found.used().to_string(), found.cells.len().to_string());
    words::told_pool(&place, &of, &hexadecimal(found.address), found.block_size.into(), &used, &all)
}

fn hexadecimal(address: u64) -> String {
    format!("{address:#x}")
}

/// The same in so few words that they can stand at a ring.
pub fn told_shortly(blocks: &Blocks, spot: Spot) -> String {
    match (spot, cell(blocks, spot)) {
        (Spot::Block(_, _, block), Some((_, cell))) if cell.sort == BlockSort::Object => {
            words::block_short_with(&block.to_string(), &object(blocks, cell))
        }
        (Spot::Block(_, _, block), _) => words::block_short(&block.to_string()),
        (Spot::Raw(place), _) => blocks.raw.get(place as usize).map_or_else(String::new, |block| words::bytes(block.size)),
        _ => String::new(),
    }
}

fn cell(blocks: &Blocks, spot: Spot) -> Option<(&PoolCells, &Cell)> {
    let Spot::Block(arena, pool, block) = spot else { return None };
    let pool = blocks.pool(arena, pool)?;
    Some((pool, pool.cells.get(block as usize)?))
}

fn content(blocks: &Blocks, pool: &PoolCells, cell: &Cell, block: u32) -> String {
    let size = u64::from(pool.block_size);
    match cell.sort {
        BlockSort::Object => {
            let generation = if cell.generation < 3 { cell.generation.to_string() } else { "none".into() };
            match u64::from(cell.asked) {
                0 => words::object(&object(blocks, cell), size, &generation),
                asked if asked == size => words::object_fits(&object(blocks, cell), size, &generation),
                asked => words::object_rounded(&object(blocks, cell), asked, size, &generation),
            }
        }
        BlockSort::Buffer => words::buffer(size),
        BlockSort::Free => match pool.free.iter().position(|free| *free == block) {
            Some(0) => words::free_next(size),
            Some(place) => words::free_in_list(size, &(place + 1).to_string()),
            None => words::free_block(size),
        },
        BlockSort::Uncarved => words::never_used_block(size),
    }
}

/// The one name of the object in a block.
fn object(blocks: &Blocks, cell: &Cell) -> String {
    format!("{} {}", blocks.class_name(cell), ObjectId(cell.id.cast_unsigned()))
}

impl Blocks {
    /// The object that something on the map holds.
    pub fn object_at(&self, spot: Spot) -> Option<ObjectId> {
        match spot {
            Spot::Raw(place) => self.raw.get(place as usize)?.object,
            _ => cell(self, spot).filter(|(_, cell)| cell.sort == BlockSort::Object).map(|(_, cell)| ObjectId(cell.id.cast_unsigned())),
        }
    }

    /// The address of something on the map.
    pub fn address_at(&self, spot: Spot) -> Option<u64> {
        match spot {
            Spot::Pool(arena, pool) | Spot::Header(arena, pool) => self.pool(arena, pool).map(|pool| pool.address),
            Spot::Block(arena, pool, block) => self.pool(arena, pool).map(|pool| pool.address_of(block)),
            Spot::Tail(arena, pool) => self.pool(arena, pool).map(|pool| pool.address_of(u32::try_from(pool.cells.len()).unwrap_or(0))),
            Spot::Raw(place) => self.raw.get(place as usize).map(|block| block.address),
        }
    }

    /// What is drawn for an object.
    pub fn spot_of(&self, object: ObjectId) -> Option<Spot> {
        if let Some((arena, pool, block)) = self.place_of(object) {
            return Some(Spot::Block(arena, pool, block));
        }
        let place = self.raw.iter().position(|block| block.taken && block.object == Some(object))?;
        u32::try_from(place).ok().map(Spot::Raw)
    }

    /// What is drawn for an address.
    pub fn spot_at(&self, address: u64) -> Option<Spot> {
        let held = self.pools().find(|pool| (pool.address..pool.address + 16384).contains(&address));
        if let Some(pool) = held {
            let Some(offset) = (address - pool.address).checked_sub(PoolCells::HEADER.into()) else { return Some(Spot::Header(pool.arena, pool.pool)) };
            let block = offset / u64::from(pool.block_size.max(1));
            if block >= pool.cells.len() as u64 {
                return Some(Spot::Tail(pool.arena, pool.pool));
            }
            return Some(Spot::Block(pool.arena, pool.pool, u32::try_from(block).ok()?));
        }
        let place = self.raw.iter().position(|block| (block.address..block.address + block.size).contains(&address))?;
        u32::try_from(place).ok().map(Spot::Raw)
    }
}
