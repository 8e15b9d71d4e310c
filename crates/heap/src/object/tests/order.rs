//! In what order sets and dicts give out what they hold, as CPython 3.12.1 does with `PYTHONHASHSEED=0`.

use crate::{
    StaticType,
    address::Address,
    object::{bare::Bare, set},
};

fn numbers_in(host: &Bare, set: Address) -> Vec<u64> {
    let number = |key: &Address| host.heap.str_text(*key)[1..].parse().unwrap_or(u64::MAX);
    host.heap.set_keys(set).iter().map(number).collect()
}

#[test]
fn sets_iterate_in_the_order_of_hash_seed_zero() {
    let mut host = Bare::new();
    let names = host.heap.new_set(StaticType::Set.address());
    let discarded = |n: &u64| n.is_multiple_of(3);
    for n in (0..40).chain((0..40).filter(discarded)).chain(40..50) {
        let key = host.name(n);
        let hash = host.hash(key);
        if set::add(&mut host, names, key, hash) == Ok(false) {
            assert!(set::discard(&mut host, names, key, hash).is_ok_and(|key| key.is_some()));
        }
    }
    let expected = [
        1, 28, 25, 37, 8, 14, 7, 29, 49, 35, 43, 31, 10, 40, 5, 20, 38, 46, 41, 19, 22, 17, 42, 16, 47, 11, 23, 2, 26,
        32, 13, 48, 4, 44, 34, 45,
    ];
    assert_eq!(numbers_in(&host, names), expected);
    for popped in ["k1", "k28", "k25"] {
        let key = host.heap.set_pop(names).expect("the set is not empty");
        assert_eq!(host.heap.str_text(key), popped);
    }
    let copy = host.heap.new_set(StaticType::Set.address());
    assert_eq!(set::merge(&mut host, copy, names), Ok(()));
    assert_eq!(numbers_in(&host, copy), expected[3..]);
}

#[test]
fn a_dict_with_gaps_keeps_its_order_and_grows_by_what_is_left() {
    let mut host = Bare::new();
    let table = host.heap.new_dict();
    let store = |host: &mut Bare, n: u64| {
        let (key, value) = (host.name(n), host.int(n as i64));
        host.heap.dict_set_str(table, key, value);
    };
    (0..12).for_each(|n| store(&mut host, n));
    for n in [3, 7, 11, 0] {
        let key = host.name(n);
        assert!(host.heap.dict_remove_str(table, key).is_some());
    }
    let (last, _) = host.heap.dict_pop_item(table).expect("the dict is not empty");
    assert_eq!(host.heap.str_text(last), "k10");
    store(&mut host, 3);
    let order: Vec<String> = host
        .heap
        .dict_items(table)
        .map(|(key, _)| host.heap.str_text(key))
        .collect();
    assert_eq!(order, ["k1", "k2", "k4", "k5", "k6", "k8", "k9", "k3"]);
    let copy = host.heap.dict_copy(table);
    assert_eq!((host.heap.sizeof(table), host.heap.sizeof(copy)), (464, 464));
    (20..40).for_each(|n| store(&mut host, n));
    assert_eq!(host.heap.sizeof(table), 832);
}

#[test]
fn a_deque_starts_in_the_middle_and_grows_by_blocks_of_64() {
    let mut host = Bare::new();
    let deque = host.heap.generic_allocate(StaticType::Deque.address(), 0);
    host.heap.start_deque(deque);
    let none = host.heap.none();
    let mut sizes = vec![(0, host.heap.sizeof(deque))];
    for n in 1..=200 {
        host.heap.deque_push(deque, none);
        let size = host.heap.sizeof(deque);
        if sizes.last().is_some_and(|(_, last)| *last != size) {
            sizes.push((n, size));
        }
    }
    assert_eq!(sizes, [(0, 760), (33, 1288), (97, 1816), (161, 2344)]);
    while host.heap.deque_pop_left(deque).is_some() {}
    assert_eq!((host.heap.deque_len(deque), host.heap.sizeof(deque)), (0, 760));
}
