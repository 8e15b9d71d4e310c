//! Adding the keys of a dict, and exchanging the contents of two sets.

use super::{ENTRY, FILL, HASH, MASK, SMALL_ENTRIES, SMALL_TABLE, TABLE, USED, add};
use crate::{Address, Heap, Host, Raised};

/// Adds all keys of a dict, growing once (`set_update_internal`).
pub fn merge_dict<H: Host>(host: &mut H, set: Address, dict: Address) -> Result<(), Raised> {
    let heap = host.heap_mut();
    let added = heap.dict_len(dict);
    let (fill, mask) = (heap.memory.u64(set.plus(FILL)), heap.memory.u64(set.plus(MASK)));
    if (fill + added) * 5 >= mask * 3 {
        let used = heap.set_len(set);
        heap.set_resize(set, (used + added) * 2);
    }
    let mut position = 0;
    while let Some((next, key, _, hash)) = host.heap().dict_next(dict, position) {
        add(host, set, key, hash)?;
        position = next;
    }
    Ok(())
}

impl Heap {
    /// After many removals: a fresh table, if more than a quarter of the entries are marks (`set_difference_update_internal`).
    pub fn set_drop_marks(&mut self, set: Address) {
        let (fill, used, mask) = (self.memory.u64(set.plus(FILL)), self.set_len(set), self.memory.u64(set.plus(MASK)));
        if fill - used > mask / 4 {
            self.set_resize(set, if used > 50_000 { used * 2 } else { used * 4 });
        }
    }

    /// Exchanges the contents of two sets (`set_swap_bodies`): how `&=` and `-=` put their result in place.
    pub fn set_swap(&mut self, a: Address, b: Address) {
        for offset in [FILL, USED, MASK] {
            let (x, y) = (self.memory.u64(a.plus(offset)), self.memory.u64(b.plus(offset)));
            self.memory.set_u64(a.plus(offset), y);
            self.memory.set_u64(b.plus(offset), x);
        }
        let (small_a, small_b) = (a.plus(SMALL_TABLE), b.plus(SMALL_TABLE));
        let (table_a, table_b) = (self.memory.address(a.plus(TABLE)), self.memory.address(b.plus(TABLE)));
        if table_a == small_a || table_b == small_b {
            let bytes_a = self.memory.slice(small_a, ENTRY * SMALL_ENTRIES).to_vec();
            let bytes_b = self.memory.slice(small_b, ENTRY * SMALL_ENTRIES).to_vec();
            self.memory.write(small_a, &bytes_b);
            self.memory.write(small_b, &bytes_a);
        }
        self.memory
            .set_address(a.plus(TABLE), if table_b == small_b { small_a } else { table_b });
        self.memory
            .set_address(b.plus(TABLE), if table_a == small_a { small_b } else { table_a });
        self.memory.set_i64(a.plus(HASH), -1);
        self.memory.set_i64(b.plus(HASH), -1);
    }
}
