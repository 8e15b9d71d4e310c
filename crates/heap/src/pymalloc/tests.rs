//! Laws of the allocator, checked on random histories and on the address patterns that CPython shows.

use std::collections::BTreeMap;

use super::{
    map::{BlockState, PoolState},
    pool,
    size_class::SizeClass,
};
use crate::{Address, Domain, Heap, runtime};

/// A small random generator, always the same sequence.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

fn fill_of(block: Address, size: u64) -> u8 {
    (block.raw() / 16 + size) as u8
}

fn check_laws(heap: &Heap, live: &BTreeMap<Address, (Domain, u64)>) {
    let counted = live
        .values()
        .filter(|(domain, _)| *domain != Domain::Raw)
        .count() as u64;
    assert_eq!(heap.allocated_blocks(), counted);
    let taken: Vec<Address> = heap
        .arenas()
        .iter()
        .flat_map(|arena| &arena.pools)
        .flat_map(|view| heap.blocks(view))
        .filter(|block| matches!(block.state, BlockState::Taken { .. }))
        .map(|block| block.address)
        .collect();
    let expected: Vec<Address> = live
        .keys()
        .copied()
        .filter(|block| heap.in_arena(*block))
        .collect();
    assert_eq!(taken, expected);
    let free: Vec<u64> = heap
        .usable_arenas()
        .iter()
        .map(|index| heap.free_pools(heap.arena_descriptor(*index)))
        .collect();
    assert!(
        free.is_sorted() && free.first() != Some(&0),
        "usable arenas: the fullest first"
    );
}

#[test]
fn a_random_history_never_hands_out_a_block_twice_nor_loses_its_content() {
    let mut heap = Heap::default();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut live: BTreeMap<Address, (Domain, u64)> = BTreeMap::new();
    for round in 0..60_000 {
        let growing = (round / 10_000) % 2 == 0;
        let keep = if growing { 3 } else { 1 };
        if live.is_empty() || dice.roll(4) < keep {
            let domain =
                [Domain::Mem, Domain::Object, Domain::Object, Domain::Raw][dice.roll(4) as usize];
            let size = if dice.roll(20) == 0 {
                dice.roll(9000)
            } else {
                dice.roll(560)
            };
            let block = heap.allocate(domain, size);
            assert!(block.raw().is_multiple_of(16));
            heap.memory.fill(block, size, fill_of(block, size));
            assert!(live.insert(block, (domain, size)).is_none());
        } else {
            let from = Address::new(
                live.first_key_value().map_or(0, |(block, _)| block.raw()) + dice.roll(3 << 20),
            );
            let block = *live
                .range(from..)
                .next()
                .or(live.iter().next())
                .expect("not empty")
                .0;
            let (domain, size) = live.remove(&block).expect("it is there");
            assert!(
                heap.memory
                    .slice(block, size)
                    .iter()
                    .all(|byte| *byte == fill_of(block, size))
            );
            if dice.roll(5) == 0 {
                let wanted = dice.roll(1200);
                let moved = heap.reallocate(domain, block, wanted);
                let kept = heap.memory.slice(moved, size.min(wanted));
                assert!(kept.iter().all(|byte| *byte == fill_of(block, size)));
                heap.memory.fill(moved, wanted, fill_of(moved, wanted));
                assert!(live.insert(moved, (domain, wanted)).is_none());
            } else {
                heap.release(domain, block);
            }
        }
        if round % 5000 == 4999 {
            check_laws(&heap, &live);
        }
    }
    for (block, (domain, _)) in std::mem::take(&mut live) {
        heap.release(domain, block);
    }
    check_laws(&heap, &live);
    assert_eq!(
        heap.memory.u64(runtime::ARENAS_MAPPED),
        1,
        "one wholly free arena is kept"
    );
}

#[test]
fn classes_hold_as_many_blocks_as_cpython_says() {
    let facts = [
        (16, 1021, 0),
        (32, 510, 16),
        (112, 145, 96),
        (128, 127, 80),
        (400, 40, 336),
        (496, 32, 464),
        (512, 31, 464),
    ];
    for (size, capacity, slack) in facts {
        let class = SizeClass::serving(size).expect("a small request");
        assert_eq!(
            (class.size(), class.capacity(16384), class.slack(16384)),
            (size, capacity, slack)
        );
    }
    assert_eq!(
        (SizeClass::serving(0), SizeClass::serving(513)),
        (None, None)
    );
}

#[test]
fn a_virgin_pool_carves_one_block_ahead() {
    let mut heap = Heap::default();
    let first = heap.allocate(Domain::Object, 40);
    let pool = heap.pool_of(first);
    assert_eq!(first, pool.plus(48));
    for taken in 1..340 {
        let offset = heap.memory.u32(pool.plus(pool::field::NEXT_OFFSET));
        assert_eq!(u64::from(offset), 48 + (taken + 1) * 48);
        assert_eq!(heap.allocate(Domain::Object, 40), first.plus(taken * 48));
    }
    assert!(
        heap.memory
            .address(pool.plus(pool::field::FREEBLOCK))
            .is_null(),
        "full"
    );
    assert_eq!(
        heap.pool_at(first).map(|view| view.state),
        Some(PoolState::Full)
    );
}

#[test]
fn blocks_given_back_come_out_newest_first() {
    let mut heap = Heap::default();
    let blocks: Vec<Address> = (0..3).map(|_| heap.allocate(Domain::Object, 24)).collect();
    blocks
        .iter()
        .for_each(|block| heap.release(Domain::Object, *block));
    let again: Vec<Address> = (0..3).map(|_| heap.allocate(Domain::Object, 24)).collect();
    assert_eq!(again, [blocks[2], blocks[1], blocks[0]]);
}

#[test]
fn a_block_that_unfills_its_pool_comes_out_first() {
    let mut heap = Heap::default();
    let blocks: Vec<Address> = (0..512)
        .map(|_| heap.allocate(Domain::Object, 32))
        .collect();
    let [a, b, c] = [blocks[509], blocks[510], blocks[511]];
    let _keeps_the_second_pool_used = heap.allocate(Domain::Object, 32);
    assert_ne!(heap.pool_of(a), heap.pool_of(b));
    [a, b, c]
        .into_iter()
        .for_each(|block| heap.release(Domain::Object, block));
    let again: Vec<Address> = (0..3).map(|_| heap.allocate(Domain::Object, 32)).collect();
    assert_eq!(again, [a, c, b]);
}

#[test]
fn an_emptied_pool_keeps_its_free_list_for_the_same_class() {
    let mut heap = Heap::default();
    let blocks: Vec<Address> = (0..4).map(|_| heap.allocate(Domain::Object, 64)).collect();
    [1, 3, 0, 2]
        .into_iter()
        .for_each(|index: usize| heap.release(Domain::Object, blocks[index]));
    assert_eq!(heap.allocate(Domain::Object, 64), blocks[2]);
    assert_eq!(heap.allocate(Domain::Object, 64), blocks[0]);
}

#[test]
fn new_pools_come_from_the_fullest_arena() {
    let mut heap = Heap::default();
    let per_arena = |heap: &Heap| heap.arenas().len();
    let mut blocks = Vec::new();
    while per_arena(&heap) < 4 {
        blocks.push(heap.allocate(Domain::Object, 512));
    }
    let pool_blocks = |heap: &Heap, arena: usize, nth: usize| -> Vec<Address> {
        let pool = heap.arenas()[arena].pools[nth];
        heap.blocks(&pool)
            .iter()
            .map(|block| block.address)
            .collect()
    };
    let free = |heap: &mut Heap, arena: usize, pools: std::ops::Range<usize>| {
        for nth in pools {
            for block in pool_blocks(heap, arena, nth) {
                heap.release(Domain::Object, block);
            }
        }
    };
    free(&mut heap, 0, 10..12);
    free(&mut heap, 1, 10..15);
    free(&mut heap, 2, 10..11);
    assert_eq!(heap.usable_arenas()[..3], [2, 0, 1]);
    let arena_of = |heap: &Heap, block: Address| {
        heap.arenas()
            .iter()
            .position(|arena| block >= arena.base && block < arena.base.plus(1 << 20))
            .expect("in an arena")
    };
    let served: Vec<usize> = (0..8)
        .map(|_| {
            let block = (0..12)
                .map(|_| heap.allocate(Domain::Object, 400))
                .last()
                .expect("some");
            for _ in 0..28 {
                heap.allocate(Domain::Object, 400);
            }
            arena_of(&heap, block)
        })
        .collect();
    assert_eq!(served, [2, 0, 0, 1, 1, 1, 1, 1]);
}

#[test]
fn a_small_block_stays_while_it_is_more_than_three_quarters_used() {
    let mut heap = Heap::default();
    let block = heap.allocate(Domain::Mem, 128);
    assert_eq!(heap.reallocate(Domain::Mem, block, 97), block);
    assert_ne!(heap.reallocate(Domain::Mem, block, 96), block);
}

#[test]
fn an_arena_that_is_not_pool_aligned_has_63_pools() {
    let mut heap = Heap::default();
    let block = heap.allocate(Domain::Object, 16);
    let arena = &heap.arenas()[0];
    let aligned = arena.base.raw().is_multiple_of(16384);
    assert_eq!(arena.pools.len(), if aligned { 64 } else { 63 });
    assert!(heap.in_arena(block) && !heap.in_arena(arena.base.minus(8)));
    assert!(
        heap.in_arena(arena.base.plus((1 << 20) - 8)) && !heap.in_arena(arena.base.plus(1 << 20))
    );
}
