//! The report of `sys._debugmallocstats()`: what `Objects/obmalloc.c` prints about pools, arenas and free lists.

use std::fmt::Write;

use super::{
    SizeClass,
    map::{ArenaView, PoolState},
    pool,
};
use crate::{
    Heap,
    freelist::FreeList,
    runtime,
};

/// Bytes of the three levels of CPython's radix tree of arenas: root, middle node, leaf.
const ARENA_MAP_NODES: [u64; 3] = [262_144, 262_144, 131_072];

/// What all pools of one class add up to.
#[derive(Clone, Copy, Default)]
struct ClassTotal {
    pools: u64,
    taken: u64,
    available: u64,
}

/// The whole report, line by line.
pub fn debug_malloc_stats(heap: &Heap) -> String {
    let arenas = heap.arenas();
    let mut text = String::from("Small block threshold = 512, in 32 size classes.\n");
    let totals: Vec<(SizeClass, ClassTotal)> = SizeClass::all().map(|class| (class, class_total(&arenas, class))).collect();
    class_table(&mut text, &totals);
    arena_lines(&mut text, heap, arenas.len() as u64);
    let sum = byte_lines(&mut text, heap, &arenas, &totals);
    line(&mut text, "Total", sum);
    arena_map_lines(&mut text);
    free_list_lines(&mut text, heap);
    text
}

fn class_total(arenas: &[ArenaView], class: SizeClass) -> ClassTotal {
    let mut total = ClassTotal::default();
    for pool in arenas.iter().flat_map(|arena| &arena.pools) {
        if pool.class == Some(class) && matches!(pool.state, PoolState::Used | PoolState::Full) {
            total.pools += 1;
            total.taken += pool.taken;
            total.available += pool.capacity - pool.taken;
        }
    }
    total
}

fn class_table(text: &mut String, totals: &[(SizeClass, ClassTotal)]) {
    text.push_str("\nclass   size   num pools   blocks in use  avail blocks\n");
    text.push_str("-----   ----   ---------   -------------  ------------\n");
    for (class, total) in totals.iter().filter(|(_, total)| total.pools > 0) {
        let ClassTotal { pools, taken, available } = total;
        let row = format!("{:5} {:6} {pools:11} {taken:15} {available:13}\n", class.number(), class.size());
        text.push_str(&row);
    }
    text.push('\n');
}

fn arena_lines(text: &mut String, heap: &Heap, count: u64) {
    let ever = heap.memory.u64(runtime::ARENAS_MAPPED_EVER);
    line(text, "# arenas allocated total", ever);
    line(text, "# arenas reclaimed", ever - count);
    line(text, "# arenas highwater mark", heap.memory.u64(runtime::ARENAS_HIGHWATER));
    line(text, "# arenas allocated current", count);
    let size = heap.profile.arena_size;
    line(text, &format!("{count} arenas * {size} bytes/arena"), count * size);
    text.push('\n');
}

fn byte_lines(text: &mut String, heap: &Heap, arenas: &[ArenaView], totals: &[(SizeClass, ClassTotal)]) -> u64 {
    let pool_size = heap.profile.pool_size;
    let sum = |bytes: &dyn Fn(SizeClass, ClassTotal) -> u64| -> u64 {
        totals.iter().map(|(class, total)| bytes(*class, *total)).sum()
    };
    let free: u64 = arenas.iter().map(|arena| arena.free_pools).sum();
    let misaligned = arenas.iter().filter(|arena| arena.lost > 0).count() as u64;
    let parts = [
        ("# bytes in allocated blocks".to_owned(), sum(&|class, total| total.taken * class.size())),
        ("# bytes in available blocks".to_owned(), sum(&|class, total| total.available * class.size())),
        (format!("{free} unused pools * {pool_size} bytes"), free * pool_size),
        ("# bytes lost to pool headers".to_owned(), sum(&|_, total| total.pools * pool::OVERHEAD)),
        ("# bytes lost to quantization".to_owned(), sum(&|class, total| total.pools * class.slack(pool_size))),
        ("# bytes lost to arena alignment".to_owned(), misaligned * pool_size),
    ];
    for (name, bytes) in &parts {
        line(text, name, *bytes);
    }
    parts.iter().map(|(_, bytes)| bytes).sum()
}

fn arena_map_lines(text: &mut String) {
    text.push_str("\narena map counts\n");
    line(text, "# arena map mid nodes", 1);
    line(text, "# arena map bot nodes", 1);
    text.push('\n');
    for (level, bytes) in ["root", "mid", "bot"].iter().zip(ARENA_MAP_NODES) {
        line(text, &format!("# bytes lost to arena map {level}"), bytes);
    }
    line(text, "Total", ARENA_MAP_NODES.iter().sum());
    text.push('\n');
}

fn free_list_lines(text: &mut String, heap: &Heap) {
    let mut lists = vec![
        ("free PyDictObject".to_owned(), FreeList::Dict, 48),
        ("free PyFloatObject".to_owned(), FreeList::Float, 24),
        ("free PyListObject".to_owned(), FreeList::List, 40),
    ];
    let longest = u64::from(heap.profile.free_lists.tuple_longest_kept);
    let tuples = (1..=longest).map(|n| (format!("free {n}-sized PyTupleObject"), FreeList::Tuple(n), 24 + 8 * n));
    lists.extend(tuples);
    for (name, list, size) in lists {
        let count = heap.free_list_members(list).len() as u64;
        let title = format!("{count} {name}s * {size} bytes each");
        line(text, &format!("{title:>48} "), count * size);
    }
}

/// `name`, an equals sign in column 35, and the number with its thousands apart.
fn line(text: &mut String, name: &str, value: u64) {
    let digits = value.to_string();
    let mut number = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    let written = writeln!(text, "{name:<35}={number:>21}");
    debug_assert!(written.is_ok(), "a string takes all text");
}

#[cfg(test)]
mod tests {
    use super::{debug_malloc_stats, line};
    use crate::{Domain, Heap};

    #[test]
    fn numbers_stand_in_the_columns_of_cpython() {
        let mut text = String::new();
        line(&mut text, "# arenas allocated total", 2);
        line(&mut text, "2 arenas * 1048576 bytes/arena", 2_097_152);
        assert_eq!(
            text,
            "# arenas allocated total           =                    2\n\
             2 arenas * 1048576 bytes/arena     =            2,097,152\n"
        );
    }

    #[test]
    fn all_bytes_of_the_arenas_are_accounted_for() {
        let mut heap = Heap::default();
        for size in 1..=512 {
            heap.allocate(Domain::Object, size);
        }
        let report = debug_malloc_stats(&heap);
        assert!(report.contains("Total                              =            1,048,576\n"), "{report}");
        assert!(report.contains("   31    512           1              16            15\n"), "{report}");
    }
}
