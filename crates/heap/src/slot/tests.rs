//! In what order things die, as programs with `__del__` see it (facts 3.2), and that nothing is left over.

use crate::{
    StaticType,
    address::Address,
    audit::audit,
    object::{bare::Bare, dict, set},
    refcount::decref,
};

/// Instances whose finalizer is recorded, with their birth numbers.
fn mortals<const N: usize>(host: &mut Bare, class: Address) -> ([Address; N], [u32; N]) {
    let objects = [(); N].map(|()| host.instance(class));
    (objects, objects.map(|object| host.heap.memory.birth(object)))
}

#[test]
fn lists_and_tuples_release_the_last_item_first() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let (items, births) = mortals::<3>(&mut host, class);
    let list = host.heap.new_list_from(&items);
    decref(&mut host, list);
    assert_eq!(host.finalized, [births[2], births[1], births[0]]);
    host.finalized.clear();
    let (items, births) = mortals::<3>(&mut host, class);
    let tuple = host.heap.new_tuple_from(&items);
    decref(&mut host, tuple);
    assert_eq!(host.finalized, [births[2], births[1], births[0]]);
}

#[test]
fn dicts_release_in_the_order_of_insertion() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let (values, births) = mortals::<3>(&mut host, class);
    let table = host.heap.new_dict();
    for (n, value) in values.into_iter().enumerate() {
        let key = host.name(9 - n as u64);
        host.heap.dict_set_str(table, key, value);
        decref(&mut host, key);
        decref(&mut host, value);
    }
    decref(&mut host, table);
    assert_eq!(host.finalized, births);
}

#[test]
fn an_instance_is_finalized_before_its_attributes_go_in_the_order_of_the_shared_names() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let names = ["x", "y"].map(|name| host.heap.new_interned(name));
    let (instances, births) = mortals::<4>(&mut host, class);
    let [first, outer, x, y] = instances;
    let one = host.int(1);
    host.heap.set_attribute(first, names[0], one);
    host.heap.set_attribute(outer, names[1], y);
    host.heap.set_attribute(outer, names[0], x);
    decref(&mut host, x);
    decref(&mut host, y);
    decref(&mut host, outer);
    assert_eq!(host.finalized, [births[1], births[2], births[3]]);
}

#[test]
fn a_deep_list_dies_from_the_middle_on() {
    let mut host = Bare::new();
    let class = host.class_with_finalizer();
    let (mut inner, mut births) = (host.heap.none(), vec![]);
    for _ in 0..300 {
        let (instances, birth) = mortals::<1>(&mut host, class);
        births.push(birth[0]);
        inner = host.heap.new_list_from(&[instances[0], inner]);
    }
    decref(&mut host, inner);
    let depth: Vec<usize> = host
        .finalized
        .iter()
        .map(|birth| births.iter().position(|b| b == birth).unwrap_or(999))
        .collect();
    // CPython 3.12.1 prints 251, 252, … for the same structure.
    assert_eq!(depth[..3], [251, 252, 253]);
    assert_eq!(depth[46..55], [297, 298, 299, 250, 202, 203, 204, 205, 206]);
    assert_eq!(depth[297..], [2, 3, 4]);
}

#[test]
fn a_heap_that_has_seen_all_kinds_of_containers_adds_up() {
    let mut host = Bare::new();
    let class = host.class();
    let instance = host.instance(class);
    let name = host.heap.new_interned("payload");
    let keys = [1000, 2000, 3000].map(|n| host.int(n));
    let group = host.heap.new_set(StaticType::Set.address());
    let table = host.heap.new_dict();
    for key in keys {
        let hash = host.hash(key);
        assert_eq!(set::add(&mut host, group, key, hash), Ok(true));
        assert_eq!(dict::set(&mut host, table, key, hash, group), Ok(None));
    }
    host.heap.set_attribute(instance, name, table);
    let dict = host.heap.attribute_dict(instance).expect("instances have a dict");
    assert!(host.heap.dict_is_split(dict));
    let tuple = host.heap.new_tuple_from(&[table, group, keys[0], keys[1], keys[2]]);
    let cell = host.heap.new_cell(instance);
    let roots = [
        (tuple, "tuple".to_owned()),
        (cell, "cell".to_owned()),
        (class, "class".to_owned()),
    ];
    assert_eq!(audit(&host.heap, &roots).map(|_| ()), Ok(()));
    decref(&mut host, tuple);
    assert_eq!(audit(&host.heap, &roots[1..]).map(|_| ()), Ok(()));
    decref(&mut host, cell);
    decref(&mut host, class);
    assert_eq!(audit(&host.heap, &[]).map(|_| ()), Ok(()));
}
