//! Tables of another size: how a set grows, and how it is filled from another.

use super::{ENTRY, Entry, FILL, MASK, SMALL_ENTRIES, SMALL_TABLE, TABLE, USED, lookup::Probes};
use crate::{Address, Heap, domain::Domain};

impl Heap {
    /// Rebuilds the table with the first power of two above `wanted` entries (`set_table_resize`). Marks of removed keys go.
    pub(super) fn set_resize(&mut self, set: Address, wanted: u64) {
        let mut entries = SMALL_ENTRIES;
        while entries <= wanted {
            entries *= 2;
        }
        let old_table = self.memory.address(set.plus(TABLE));
        let kept: Vec<Entry> = (0..self.set_entries(set))
            .filter_map(|index| self.set_entry(set, index))
            .collect();
        let had_own = self.set_has_own_table(set);
        let table = if entries == SMALL_ENTRIES {
            set.plus(SMALL_TABLE)
        } else {
            self.allocate(Domain::Mem, entries * ENTRY)
        };
        self.memory.fill(table, entries * ENTRY, 0);
        self.memory.set_u64(set.plus(MASK), entries - 1);
        self.memory.set_address(set.plus(TABLE), table);
        self.memory.set_u64(set.plus(FILL), kept.len() as u64);
        for entry in kept {
            self.set_insert_clean(table, entries - 1, entry);
        }
        if had_own {
            self.release(Domain::Mem, old_table);
        }
    }

    /// Puts an entry into a table that has no equal key and no marks of removed ones.
    fn set_insert_clean(&mut self, table: Address, mask: u64, entry: Entry) {
        let free = Probes::new(mask, entry.hash).find(|index| self.memory.address(table.plus(index * ENTRY)).is_null());
        if let Some(index) = free {
            let at = table.plus(index * ENTRY);
            self.memory.set_address(at, entry.key);
            self.memory.set_i64(at.plus(8), entry.hash);
        }
    }

    /// Fills an empty set, which has room, with new references to the keys of another. Tables of one size are copied place by
    /// place, if the other has no marks of removed keys.
    pub(super) fn set_copy_into_empty(&mut self, set: Address, other: Address) {
        let (mask, used) = (self.memory.u64(set.plus(MASK)), self.set_len(other));
        let table = self.memory.address(set.plus(TABLE));
        let in_place = mask == self.memory.u64(other.plus(MASK)) && self.memory.u64(other.plus(FILL)) == used;
        for index in 0..self.set_entries(other) {
            let Some(entry) = self.set_entry(other, index) else {
                continue;
            };
            self.incref(entry.key);
            if in_place {
                let at = table.plus(index * ENTRY);
                self.memory.set_address(at, entry.key);
                self.memory.set_i64(at.plus(8), entry.hash);
            } else {
                self.set_insert_clean(table, mask, entry);
            }
        }
        self.memory.set_u64(set.plus(FILL), used);
        self.memory.set_u64(set.plus(USED), used);
    }
}
