//! Whether all lists of the allocator and the collector hang together.
//!
//! Every law is a sentence of the facts about CPython: a pool with some blocks taken is in the ring of its class and
//! nowhere else, usable arenas stand in the order of their free pools, a tracked object is in exactly one generation, …

use std::collections::HashSet;

use super::{Discrepancy, describe, marks::Marks};
use crate::{
    Heap,
    address::Address,
    gc::{
        generation::{self, PERMANENT},
        head::{COLLECTING, FINALIZED, NEXT, PREV, UNREACHABLE, head_of, object_of},
    },
    memory::PAGE,
    pymalloc::{
        SizeClass, arena,
        map::{ArenaView, BlockState, PoolState, PoolView},
        pool,
    },
    runtime,
};

/// More entries than any list can have: whoever comes so far goes in circles.
const LONGEST_LIST: usize = 1 << 26;

/// Checks all lists, and returns how many blocks are taken.
pub fn check(heap: &Heap, discrepancies: &mut Vec<Discrepancy>) -> u64 {
    let mut complaints = Complaints(discrepancies);
    let arenas = heap.arenas();
    let rings = check_rings(heap, &mut complaints);
    for arena in &arenas {
        check_arena(heap, arena, &mut complaints);
        for pool in &arena.pools {
            check_pool(heap, pool, &rings, &mut complaints);
        }
    }
    check_usable_arenas(heap, &mut complaints);
    check_raw_blocks(heap, &mut complaints);
    check_objects_lie_in_blocks(heap, &mut complaints);
    check_free_lists(heap, &mut complaints);
    if heap.memory.u64(runtime::GC_COLLECTING) == 0 {
        check_generations(heap, &mut complaints);
    }
    arenas
        .iter()
        .flat_map(|arena| &arena.pools)
        .map(|pool| pool.taken)
        .sum()
}

struct Complaints<'a>(&'a mut Vec<Discrepancy>);

impl Complaints<'_> {
    fn unless(&mut self, law: bool, place: Address, text: impl FnOnce() -> String) {
        if !law {
            self.0.push(Discrepancy {
                place,
                text: text(),
                excess: 0,
            });
        }
    }
}

/// Walks the rings; returns the pools found in each class's ring.
fn check_rings(heap: &Heap, complaints: &mut Complaints<'_>) -> Vec<HashSet<Address>> {
    let mut rings = Vec::new();
    for class in SizeClass::all() {
        let sentinel = runtime::USED_POOLS
            .plus(u64::from(class.number()) * 16)
            .minus(pool::field::NEXT);
        let mut members = HashSet::new();
        let mut at = sentinel;
        loop {
            let next = heap.memory.address(at.plus(pool::field::NEXT));
            let back = heap.memory.address(next.plus(pool::field::PREVIOUS));
            complaints.unless(back == at, next, || {
                format!("pool {next} does not point back to {at}")
            });
            if next == sentinel || back != at || !members.insert(next) {
                break;
            }
            at = next;
        }
        rings.push(members);
    }
    rings
}

fn check_arena(heap: &Heap, view: &ArenaView, complaints: &mut Complaints<'_>) {
    let descriptor = heap.arena_descriptor(view.index);
    let mut spare = HashSet::new();
    let mut at = heap
        .memory
        .address(descriptor.plus(arena::field::FREEPOOLS));
    while !at.is_null() && spare.insert(at) {
        at = heap.memory.address(at.plus(pool::field::NEXT));
    }
    let idle = |pool: &&PoolView| matches!(pool.state, PoolState::Free | PoolState::Uncarved);
    let counted = view.pools.iter().filter(idle).count() as u64;
    let (index, claimed) = (view.index, view.free_pools);
    complaints.unless(counted == claimed, view.base, || {
        format!("arena {index} says it has {claimed} free pools; it has {counted}")
    });
    for pool in view
        .pools
        .iter()
        .filter(|pool| pool.state != PoolState::Uncarved)
    {
        let free = pool.state == PoolState::Free;
        complaints.unless(spare.contains(&pool.address) == free, pool.address, || {
            format!(
                "pool {} is free or in the list of free pools, not both",
                pool.address
            )
        });
    }
}

fn check_pool(
    heap: &Heap,
    view: &PoolView,
    rings: &[HashSet<Address>],
    complaints: &mut Complaints<'_>,
) {
    let Some(class) = view.class else { return };
    let in_ring = rings[usize::from(class.number())].contains(&view.address);
    complaints.unless(
        in_ring == (view.state == PoolState::Used),
        view.address,
        || {
            format!(
                "pool {} is {:?}, and in its ring: {in_ring}",
                view.address, view.state
            )
        },
    );
    let free = heap
        .blocks(view)
        .iter()
        .filter(|block| matches!(block.state, BlockState::Free { .. }))
        .count() as u64;
    complaints.unless(view.taken + free == view.carved, view.address, || {
        let PoolView {
            address,
            taken,
            carved,
            ..
        } = view;
        format!("pool {address} has carved {carved} blocks, but {taken} are taken and {free} free")
    });
}

fn check_usable_arenas(heap: &Heap, complaints: &mut Complaints<'_>) {
    let free_of = |index: &u64| {
        u64::from(
            heap.memory
                .u32(heap.arena_descriptor(*index).plus(arena::field::NFREEPOOLS)),
        )
    };
    let usable = heap.usable_arenas();
    let free: Vec<u64> = usable.iter().map(free_of).collect();
    complaints.unless(
        free.is_sorted() && free.first() != Some(&0),
        runtime::USABLE_ARENAS,
        || format!("usable arenas are out of order: {free:?}"),
    );
    for pools in 1..=runtime::MOST_POOLS {
        let last = free
            .iter()
            .rposition(|count| *count == pools)
            .map(|place| heap.arena_descriptor(usable[place]));
        let noted = heap
            .memory
            .address(runtime::word(runtime::NFP2LASTA, pools))
            .non_null();
        complaints.unless(last == noted, runtime::NFP2LASTA, || {
            format!("the last arena with {pools} free pools is {last:?}, not {noted:?}")
        });
    }
}

fn check_raw_blocks(heap: &Heap, complaints: &mut Complaints<'_>) {
    let blocks = heap.raw_blocks();
    for pair in blocks.windows(2) {
        let end = pair[0].address.plus(pair[0].size);
        complaints.unless(end <= pair[1].address, end, || {
            format!("raw blocks overlap at {end}")
        });
        let joined = pair[0].taken || pair[1].taken || end.plus(8) != pair[1].address;
        complaints.unless(joined, end, || {
            format!("two free raw chunks touch at {end}")
        });
    }
}

fn check_objects_lie_in_blocks(heap: &Heap, complaints: &mut Complaints<'_>) {
    let mut raw = Marks::new(heap);
    for block in heap.raw_blocks().iter().filter(|block| block.taken) {
        raw.insert(block.address);
    }
    for (object, _) in heap
        .memory
        .births()
        .filter(|(object, _)| !heap.is_static(*object))
    {
        let block = object.minus(heap.preheader(object));
        let taken = if heap.in_arena(block) {
            let size = heap.block_class(block).size();
            (block.raw() - heap.pool_of(block).raw() - pool::OVERHEAD).is_multiple_of(size)
        } else {
            raw.contains(block)
        };
        complaints.unless(taken, object, || {
            format!("{} does not start a block", describe(heap, object))
        });
    }
}

fn check_free_lists(heap: &Heap, complaints: &mut Complaints<'_>) {
    let mut listed = Marks::new(heap);
    for (name, list) in heap.free_lists() {
        let members = heap.free_list_members(list);
        for member in members {
            complaints.unless(listed.insert(member), member, || {
                format!("the block at {member} is twice in the free list of {name}, or in two free lists")
            });
            complaints.unless(heap.memory.birth(member) == 0, member, || {
                format!(
                    "{} lives, and is in the free list of {name}",
                    describe(heap, member)
                )
            });
        }
    }
}

fn check_generations(heap: &Heap, complaints: &mut Complaints<'_>) {
    let mut listed = Marks::new(heap);
    for number in 0..=PERMANENT {
        let list = generation::head(number);
        let mut at = list;
        for _ in 0..LONGEST_LIST {
            let next = heap.memory.address(at.plus(NEXT));
            if !next.raw().is_multiple_of(8) || !heap.memory.contains(next, 2 * PAGE.min(16)) {
                complaints.unless(false, at, || {
                    format!("generation {number} leads from {at} to nowhere: {next}")
                });
                break;
            }
            let prev = heap.memory.u64(next.plus(PREV));
            let back = Address::new(prev & !(FINALIZED | COLLECTING));
            complaints.unless(
                back == at && prev & COLLECTING == 0,
                object_of(next),
                || format!("in generation {number}, {next} points back to {back} and not to {at}"),
            );
            if next == list {
                break;
            }
            complaints.unless(listed.insert(next), object_of(next), || {
                format!("{next} is in two generations")
            });
            at = next;
        }
    }
    for (object, _) in heap
        .memory
        .births()
        .filter(|(object, _)| heap.is_gc_object(*object))
    {
        let next = heap.memory.u64(head_of(object).plus(NEXT));
        let law = next & UNREACHABLE == 0 && (next != 0) == listed.contains(head_of(object));
        complaints.unless(law, object, || {
            format!("{} is tracked but in no generation", describe(heap, object))
        });
    }
}
