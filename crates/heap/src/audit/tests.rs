//! The audit finds what was broken on purpose.

use super::{audit, lost::lost_blocks};
use crate::{Domain, Heap, object::bare::Bare, pymalloc::pool};

#[test]
fn an_untouched_heap_adds_up() {
    let heap = Heap::default();
    assert!(audit(&heap, &[]).is_ok(), "{:?}", audit(&heap, &[]));
}

#[test]
fn a_broken_free_list_of_blocks_is_noticed() {
    let mut heap = Heap::default();
    let blocks: Vec<_> = (0..3).map(|_| heap.allocate(Domain::Mem, 40)).collect();
    heap.release(Domain::Mem, blocks[1]);
    assert!(audit(&heap, &[]).is_ok());
    let pool = heap.pool_of(blocks[0]);
    heap.memory.set_u32(pool.plus(pool::field::COUNT), 3);
    let complaints = audit(&heap, &[]).expect_err("the count of the pool is wrong");
    assert!(
        complaints[0].text.contains("3 are taken and 2 free"),
        "{complaints:?}"
    );
}

#[test]
fn a_count_without_a_reference_is_told_with_its_object() {
    let mut heap = Heap::default();
    let list = heap.new_list(0);
    let complaints = audit(&heap, &[]).expect_err("nobody holds the list");
    assert!(
        complaints[0].text.starts_with("the count of list #"),
        "{complaints:?}"
    );
    assert!(
        complaints[0]
            .text
            .ends_with("is 1, but 0 references exist: nowhere"),
        "{complaints:?}"
    );
    assert!(audit(&heap, &[(list, "the test".to_owned())]).is_ok());
}

#[test]
fn a_block_nobody_points_at_is_lost() {
    let mut host = Bare::new();
    let class = host.class();
    let (instance, name) = (host.instance(class), host.name(1));
    host.heap.set_attribute(instance, name, name);
    let list = host.heap.new_list_of(&[instance]);
    assert_eq!(lost_blocks(&host.heap), []);
    let block = host.heap.allocate(Domain::Mem, 100);
    assert_eq!(lost_blocks(&host.heap), [block]);
    host.heap.release(Domain::Mem, block);
    [list, instance, name, class].into_iter().for_each(|object| host.drop(object));
    assert_eq!(lost_blocks(&host.heap), []);
}
