//! The collector on graphs built by hand. Expected values are those of CPython 3.12.1.

mod random;

use super::{
    Phase, Reason, collect, collect_generations,
    collection::{Collection, Summary},
    debug,
};
use crate::{
    Address,
    freelist::FreeList,
    object::bare::Bare,
    runtime,
    static_type::{StaticType, field, flag},
};

impl Bare {
    fn list(&mut self, items: &[Address]) -> Address {
        self.heap.new_list_of(items)
    }

    /// Two lists that hold each other, and nobody else.
    fn lost_ring(&mut self) -> [Address; 2] {
        let left = self.list(&[]);
        let right = self.heap.new_list_from(&[left]);
        self.heap.list_append(left, right);
        self.heap.incref(left);
        self.drop(left);
        [left, right]
    }

    fn collect(&mut self, generation: u8) -> u64 {
        collect(self, generation, Reason::Manual).collected
    }

    fn give_lists_a_finalizer(&mut self) {
        self.heap.memory.set_u64(StaticType::List.address().plus(field::FINALIZE), 0x5555_5555_0000);
    }
}

#[test]
fn a_lost_ring_is_found_and_freed() {
    let mut host = Bare::new();
    host.lost_ring();
    assert_eq!(host.collect(2), 2);
    host.check(&[]);
    assert_eq!(host.heap.allocated_blocks(), 0, "a full collection empties the free lists too");
}

#[test]
fn what_is_held_from_outside_survives_with_all_it_reaches() {
    let mut host = Bare::new();
    let inner = host.list(&[]);
    let outer = host.heap.new_list_from(&[inner]);
    host.heap.list_append(inner, outer);
    host.heap.incref(outer);
    assert_eq!(host.collect(0), 0);
    host.check(&[outer]);
    assert_eq!(host.heap.gc_objects(1), [outer, inner], "the holder comes first now");
    assert_eq!(host.collect(1), 0);
    assert_eq!(host.heap.gc_objects(2).len(), 2);
}

#[test]
fn scratch_counts_fall_to_the_references_from_outside() {
    let mut host = Bare::new();
    let kept = host.list(&[]);
    let ring = host.lost_ring();
    host.heap.incref(kept);
    host.heap.list_append(ring[0], kept);
    host.collect(0);
    let scratch = |phase: Phase| {
        let view = host.views.iter().find(|view| view.phase == phase).expect("the phase was shown");
        view.candidates.iter().map(|candidate| candidate.scratch).collect::<Vec<_>>()
    };
    assert_eq!(scratch(Phase::Gather), [None; 3]);
    assert_eq!(scratch(Phase::Copy), [Some(2), Some(1), Some(1)]);
    assert_eq!(scratch(Phase::Subtract), [Some(1), Some(0), Some(0)]);
    let rescued = host.views.iter().find(|view| view.phase == Phase::Rescue).expect("shown");
    let garbage: Vec<_> = rescued.candidates.iter().filter(|candidate| candidate.unreachable).collect();
    assert_eq!(garbage.iter().map(|candidate| candidate.object).collect::<Vec<_>>(), ring);
    assert!(host.heap.collection().is_none(), "it is over");
}

#[test]
fn counts_and_thresholds_choose_the_generation() {
    let mut host = Bare::new();
    host.heap.set_gc_thresholds([10, 3, 2]);
    let mut generations = Vec::new();
    for _ in 0..10 {
        let kept: Vec<_> = (0..11).map(|_| host.heap.new_tuple_of(&[])).collect();
        assert!(!host.heap.collection_due(), "the empty tuple is no allocation: {kept:?}");
        let cells: Vec<_> = (0..11).map(|_| host.list(&[])).collect();
        assert!(host.heap.collection_due());
        let before: Vec<_> = [0, 1, 2].map(|generation| host.heap.gc_stats(generation).collections).into();
        collect_generations(&mut host);
        let after = [0, 1, 2].map(|generation| host.heap.gc_stats(generation).collections);
        generations.push(after.iter().zip(before).position(|(after, before)| *after > before).expect("one ran"));
        assert!(!host.heap.collection_due());
        host.heap.clear_free_lists();
        drop(cells);
    }
    assert_eq!(generations, [0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
}

#[test]
fn the_oldest_generation_waits_for_a_quarter_of_newcomers() {
    let mut host = Bare::new();
    let held: Vec<_> = (0..100).map(|_| host.list(&[])).collect();
    host.collect(2);
    host.heap.set_gc_counts([1000, 1000, 1000]);
    let stats = |host: &Bare| host.heap.gc_stats(2).collections;
    collect_generations(&mut host);
    assert_eq!((stats(&host), host.heap.gc_stats(1).collections), (1, 1));
    host.heap.set_gc_counts([0, 0, 1000]);
    host.heap.memory.set_u64(runtime::GC_LONG_LIVED_PENDING, 25);
    collect_generations(&mut host);
    assert_eq!(stats(&host), 2);
    host.check(&held);
}

#[test]
fn a_tuple_of_harmless_items_is_untracked_by_the_first_collection_that_sees_it() {
    let mut host = Bare::new();
    let number = host.heap.new_int(1000);
    let tuple = host.heap.new_tuple_from(&[number]);
    let list = host.list(&[]);
    let watched = host.heap.new_tuple_from(&[list]);
    assert!(host.heap.is_tracked(tuple));
    host.collect(0);
    assert!(!host.heap.is_tracked(tuple) && host.heap.is_tracked(watched));
    host.check(&[tuple, watched]);
}

#[test]
fn finalizers_run_once_in_list_order_and_may_save_the_ring() {
    let mut host = Bare::new();
    host.give_lists_a_finalizer();
    let ring = host.lost_ring();
    host.finalized.clear();
    host.saves = Some(ring[1]);
    let births = host.births(&ring);
    assert_eq!(host.collect(2), 0, "all of the ring is saved");
    assert_eq!(host.finalized, births);
    host.check(&ring[1..]);
    host.drop(ring[1]);
    assert_eq!(host.collect(2), 2);
    assert_eq!(host.finalized.len(), 2, "no second time");
    host.check(&[]);
}

#[test]
fn saved_garbage_goes_to_the_list() {
    let mut host = Bare::new();
    let garbage = host.list(&[]);
    host.heap.memory.set_address(runtime::GC_GARBAGE, garbage);
    host.heap.set_gc_debug(debug::SAVE_ALL);
    let ring = host.lost_ring();
    assert_eq!(host.collect(2), 2);
    assert_eq!(host.heap.list_items(garbage), ring);
    host.check(&[]);
}

#[test]
fn frozen_objects_are_left_alone() {
    let mut host = Bare::new();
    host.lost_ring();
    host.heap.gc_freeze();
    assert_eq!((host.heap.gc_freeze_count(), host.collect(2)), (2, 0));
    host.heap.gc_unfreeze();
    assert_eq!(host.collect(2), 2);
}

#[test]
fn a_collection_can_be_advanced_by_hand() {
    let mut host = Bare::new();
    host.lost_ring();
    let collection = Collection::begin(&mut host.heap, 0, Reason::Manual);
    let mut phases = vec![collection.phase(&host.heap)];
    while *phases.last().expect("not empty") != Phase::Done {
        phases.push(collection.advance(&mut host));
    }
    assert_eq!(phases, Phase::ALL);
    assert_eq!(collection.finish(&mut host.heap), Summary { collected: 2, uncollectable: 0 });
}

#[test]
fn very_deep_structures_are_collected_and_freed_without_deep_recursion() {
    let mut host = Bare::new();
    let mut list = host.list(&[]);
    for _ in 0..100_000 {
        list = host.heap.new_list_from(&[list]);
    }
    assert_eq!(host.collect(2), 0);
    host.drop(list);
    assert!(host.heap.free_list_members(FreeList::List).len() <= 80);
    host.check(&[]);
    let first = host.list(&[]);
    let mut tail = first;
    for _ in 0..100_000 {
        tail = host.heap.new_list_from(&[tail]);
    }
    host.heap.list_append(first, tail);
    assert_eq!(host.collect(2), 100_001);
    host.check(&[]);
}

#[test]
fn the_trashcan_changes_the_order_of_death_at_depth_50() {
    let mut host = Bare::new();
    let mut list = host.list(&[]);
    let mut births = vec![host.heap.memory.birth(list)];
    for _ in 1..300 {
        list = host.heap.new_list_from(&[list]);
        births.push(host.heap.memory.birth(list));
    }
    host.heap.log.switch_on();
    host.drop(list);
    let level = |birth: &u32| 300 - births.iter().position(|other| other == birth).expect("one of them");
    let deaths: Vec<usize> = (host.heap.log.events().iter())
        .filter_map(|event| if let crate::event::Event::Died { birth, .. } = event { Some(level(birth)) } else { None })
        .collect();
    // The outermost is level 1. Fifty die inside each other, innermost first; then what was put off.
    assert_eq!(deaths[..3], [50, 49, 48]);
    assert_eq!(deaths.len(), 300);
}

impl Bare {
    fn births(&self, objects: &[Address]) -> Vec<u32> {
        objects.iter().map(|object| self.heap.memory.birth(*object)).collect()
    }

    fn weakref(&mut self, object: Address, callback: Address) -> Address {
        self.heap.incref(callback);
        self.heap.new_weakref(StaticType::WeakReference.address(), object, callback)
    }
}

#[test]
fn callbacks_are_called_newest_first_after_the_finalizer() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let (object, callback) = (host.instance(class), host.heap.new_list(0));
    let refs: Vec<_> = (0..3).map(|_| host.weakref(object, callback)).collect();
    let plain = host.heap.new_weakref(StaticType::WeakReference.address(), object, Address::NULL);
    assert_eq!(host.heap.weakrefs(object), [plain, refs[2], refs[1], refs[0]]);
    let birth = host.births(&[object]);
    host.drop(object);
    assert_eq!((host.finalized.clone(), host.called.clone()), (birth, vec![refs[2], refs[1], refs[0]]));
    assert!(host.heap.is_none(host.heap.memory.address(plain.plus(16))));
    host.check(&[class, callback, plain, refs[0], refs[1], refs[2]]);
}

#[test]
fn a_saved_object_keeps_its_weak_references_and_dies_silently_later() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let object = host.instance(class);
    let weakref = host.heap.new_weakref(StaticType::WeakReference.address(), object, Address::NULL);
    host.saves = Some(object);
    host.drop(object);
    assert_eq!(host.heap.weakrefs(object), [weakref]);
    host.check(&[class, object, weakref]);
    assert_eq!(host.finalized, host.births(&[object]));
    host.drop(object);
    assert_eq!(host.finalized.len(), 1, "only once");
    host.check(&[class, weakref]);
}

#[test]
fn weak_references_to_garbage_are_dead_before_finalizers_run() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let (object, callback) = (host.instance(class), host.heap.new_list(0));
    let name = host.name(0);
    host.heap.set_attribute(object, name, object);
    let outside = host.weakref(object, callback);
    host.saves = Some(object);
    host.drop(object);
    assert_eq!(host.collect(2), 0);
    assert_eq!((host.called.clone(), host.finalized.clone()), (vec![outside], host.births(&[object])));
    assert!(host.heap.weakrefs(object).is_empty(), "saved, yet its weak references are dead");
    host.drop(object);
    assert_eq!(host.collect(2), 1);
    host.check(&[class, name, callback, outside]);
}

#[test]
fn weak_references_in_the_garbage_are_never_called() {
    let mut host = Bare::new();
    let ring = host.lost_ring();
    let class = host.class();
    let (object, callback) = (host.instance(class), host.heap.new_list(0));
    let weakref = host.weakref(object, callback);
    host.heap.list_append(ring[0], object);
    host.heap.list_append(ring[1], weakref);
    assert_eq!(host.collect(2), 4);
    assert!(host.called.is_empty());
    host.check(&[class, callback]);
}

#[test]
fn a_discarded_class_is_garbage_with_all_that_refers_to_it() {
    let mut host = Bare::new();
    let class = host.class();
    let mro = host.heap.new_tuple_of(&[class]);
    host.heap.memory.set_address(class.plus(field::MRO), mro);
    assert!(host.heap.type_has(class, flag::MANAGED_DICT));
    assert_eq!(host.heap.gc_referrers(&[class], Address::NULL), [mro]);
    host.drop(class);
    assert_eq!(host.collect(2), 2);
    host.check(&[]);
}
