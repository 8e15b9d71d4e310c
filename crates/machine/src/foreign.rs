//! Blocks that a program has asked the allocators for by itself, through `ctypes`: only these it may give back.
//!
//! A hash set of addresses in a block of the raw domain; no object, no statistic sees it.
//!
//! ```text
//! FOREIGN -> | room | members and graves | address, 0 or GRAVE | . . . |
//! ```

use heapglass_heap::{Address, domain::Domain, runtime};

use crate::machine::Machine;

/// The set, or null.
const FOREIGN: Address = Address::new(runtime::THREAD_WORDS.raw() + 72);
/// Slots at first; a power of two.
const FIRST_ROOM: u64 = 64;
/// A slot whose member has left.
const GRAVE: u64 = 1;
/// Bytes before the slots.
const HEADER: u64 = 16;

impl Machine {
    /// Notes that a block belongs to the program.
    pub(crate) fn adopt_block(&mut self, block: Address) {
        let set = self.thread_word(FOREIGN);
        let (room, filled) = if set.is_null() {
            (0, 0)
        } else {
            (self.word(set, 0) as u64, self.word(set, 8) as u64)
        };
        if 2 * (filled + 1) > room {
            self.rebuild_foreign_set(room);
        }
        self.enter_foreign(block);
    }

    /// Whether a block belongs to the program.
    pub(crate) fn owns_block(&self, block: Address) -> bool {
        self.foreign_slot(block).is_some()
    }

    /// Takes a block away from the program; false if it was not the program's.
    pub(crate) fn disown_block(&mut self, block: Address) -> bool {
        let Some(slot) = self.foreign_slot(block) else {
            return false;
        };
        self.heap.memory.set_u64(slot, GRAVE);
        true
    }

    fn foreign_slot(&self, block: Address) -> Option<Address> {
        let set = self.thread_word(FOREIGN);
        if set.is_null() || block.raw() <= GRAVE {
            return None;
        }
        let room = self.word(set, 0) as u64;
        let mut index = home(block, room);
        loop {
            let slot = runtime::word(set.plus(HEADER), index);
            match self.heap.memory.u64(slot) {
                0 => return None,
                found if found == block.raw() => return Some(slot),
                _ => index = (index + 1) & (room - 1),
            }
        }
    }

    fn enter_foreign(&mut self, block: Address) {
        let set = self.thread_word(FOREIGN);
        let (room, filled) = (self.word(set, 0) as u64, self.word(set, 8));
        let mut index = home(block, room);
        while self.heap.memory.u64(runtime::word(set.plus(HEADER), index)) != 0 {
            index = (index + 1) & (room - 1);
        }
        self.heap
            .memory
            .set_address(runtime::word(set.plus(HEADER), index), block);
        self.set_word(set, 8, filled + 1);
    }

    /// A set with room for twice the members, without graves.
    fn rebuild_foreign_set(&mut self, room: u64) {
        let old = self.thread_word(FOREIGN);
        let slots = (0..room).map(|index| self.heap.memory.address(runtime::word(old.plus(HEADER), index)));
        let members: Vec<Address> = slots.filter(|slot| slot.raw() > GRAVE).collect();
        let room = (4 * members.len() as u64).next_power_of_two().max(FIRST_ROOM);
        let set = self.heap.allocate_zeroed(Domain::Raw, HEADER + 8 * room);
        self.set_word(set, 0, room as i64);
        self.replace_thread_word(FOREIGN, set);
        self.heap.release(Domain::Raw, old);
        for member in members {
            self.enter_foreign(member);
        }
    }
}

fn home(block: Address, room: u64) -> u64 {
    (block.raw() >> 4).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20 & (room - 1)
}
