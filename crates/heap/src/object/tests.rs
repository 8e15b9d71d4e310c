//! Sizes and growth, as a real CPython 3.12.1 shows them.

mod order;

use super::{bare::Bare, dict, set};
use crate::{StaticType, address::Address, refcount::decref, static_type::ALL};

#[test]
fn ints_have_a_digit_for_thirty_bits() {
    let mut host = Bare::new();
    let size = |host: &mut Bare, digits: &[u32]| {
        let int = host.heap.new_int_digits(false, digits);
        host.heap.sizeof(int)
    };
    assert_eq!(size(&mut host, &[0]), 28);
    assert_eq!(size(&mut host, &[1 << 29]), 28);
    assert_eq!(size(&mut host, &[0, 1]), 32);
    assert_eq!(size(&mut host, &[0, 0, 1]), 36);
    for value in [0, -1, 256, 257, -6, 1 << 30, -(1 << 60), i64::MAX, i64::MIN] {
        let int = host.int(value);
        assert_eq!(host.heap.int_to_i64(int), Some(value));
    }
    let two_to_63 = host.heap.new_int_digits(false, &[0, 0, 8]);
    assert_eq!(host.heap.int_to_i64(two_to_63), None);
    assert_eq!(host.int(7), host.int(7));
    assert_ne!(host.int(257), host.int(257));
}

#[test]
fn strs_use_the_narrowest_width() {
    let mut host = Bare::new();
    let expected = [
        ("", 41),
        ("a", 42),
        ("abc", 44),
        ("\u{e9}", 61),
        ("\u{e9}\u{e9}", 59),
        ("\u{20ac}", 60),
        ("\u{20ac}\u{20ac}", 62),
        ("\u{1f600}", 64),
        ("\u{1f600}\u{1f600}", 68),
    ];
    for (text, size) in expected {
        let object = host.heap.new_str(text);
        assert_eq!(host.heap.sizeof(object), size, "{text:?}");
        assert_eq!(host.heap.str_text(object), text);
    }
    let euros = host.heap.new_str(&"\u{20ac}".repeat(10));
    assert_eq!(host.heap.sizeof(euros), 78);
    host.heap.str_cache_utf8(euros);
    assert_eq!(host.heap.sizeof(euros), 109);
}

#[test]
fn equal_names_are_one_object_once_interned() {
    let mut host = Bare::new();
    let (first, second) = (host.heap.new_str("spam_and_eggs"), host.heap.new_str("spam_and_eggs"));
    assert_ne!(first, second);
    let first = host.heap.intern(first);
    assert_eq!(host.heap.intern(second), first);
    assert!(host.heap.is_immortal(first));
    let append = host.heap.new_str("append");
    let append = host.heap.intern(append);
    assert!(host.heap.is_static(append));
    assert_eq!(host.heap.memory.u32(append.plus(32)), 0xe7);
    assert_eq!(host.heap.memory.u32(first.plus(32)), 0x66);
}

#[test]
fn lists_grow_ahead_of_need_and_shrink_behind_it() {
    let mut host = Bare::new();
    let list = host.heap.new_list(0);
    let none = host.heap.none();
    let mut capacities = vec![];
    for _ in 0..310 {
        host.heap.list_append(list, none);
        capacities.push(host.heap.list_allocated(list));
    }
    capacities.dedup();
    assert_eq!(
        capacities,
        [
            4, 8, 16, 24, 32, 40, 52, 64, 76, 92, 108, 128, 148, 172, 200, 232, 268, 308, 352
        ]
    );
    let list = host.heap.new_list_of(&[none; 100]);
    let mut shrinking = vec![];
    while host.heap.list_len(list) > 0 {
        let last = host.heap.list_len(list) - 1;
        host.heap.list_pop(list, last);
        shrinking.push(host.heap.list_allocated(list));
    }
    shrinking.dedup();
    assert_eq!(shrinking, [100, 60, 36, 24, 16, 12, 8, 4, 0]);
}

#[test]
fn extending_a_list_is_exact_only_when_it_has_no_buffer() {
    let mut host = Bare::new();
    let none = host.heap.none();
    let grown: Vec<u64> = (0..=12)
        .map(|n| {
            let list = host.heap.new_list_of(&[none]);
            host.heap.list_extend_exact(list, &vec![none; n]);
            host.heap.list_allocated(list)
        })
        .collect();
    assert_eq!(grown, [1, 8, 8, 8, 8, 12, 8, 8, 12, 12, 12, 12, 16]);
    let fresh: Vec<u64> = (0..=5)
        .map(|n| {
            let list = host.heap.new_list(0);
            host.heap.list_extend_exact(list, &vec![none; n]);
            host.heap.list_allocated(list)
        })
        .collect();
    assert_eq!(fresh, [0, 2, 2, 4, 4, 6]);
}

fn dict_sizes(host: &mut Bare, upto: u64, key: impl Fn(&mut Bare, u64) -> Address) -> Vec<(u64, u64)> {
    let table = host.heap.new_dict();
    let mut sizes = vec![(0, host.heap.sizeof(table))];
    for n in 1..=upto {
        let key = key(host, n);
        let hash = host.hash(key);
        assert_eq!(dict::set(host, table, key, hash, key), Ok(None));
        let size = host.heap.sizeof(table);
        if sizes.last().is_some_and(|(_, last)| *last != size) {
            sizes.push((n, size));
        }
    }
    assert_eq!(host.heap.dict_len(table), upto);
    for n in 1..=upto {
        let key = key(host, n);
        let hash = host.hash(key);
        let value = dict::get(host, table, key, hash)
            .ok()
            .flatten()
            .expect("the key is there");
        assert!(host.equal_objects(value, key));
    }
    sizes
}

impl Bare {
    fn equal_objects(&mut self, a: Address, b: Address) -> bool {
        a == b || crate::Host::equal(self, a, b) == Ok(true)
    }
}

#[test]
fn dicts_of_names_grow_as_in_cpython() {
    let mut host = Bare::new();
    let sizes = dict_sizes(&mut host, 400, Bare::name);
    let expected = [
        (0, 64),
        (1, 184),
        (6, 272),
        (11, 464),
        (22, 832),
        (43, 1584),
        (86, 3328),
        (171, 6576),
        (342, 13056),
    ];
    assert_eq!(sizes, expected);
}

#[test]
fn dicts_of_other_keys_keep_the_hashes() {
    let mut host = Bare::new();
    let sizes = dict_sizes(&mut host, 200, |host, n| host.int(n as i64 * 1000));
    assert_eq!(
        sizes,
        [
            (0, 64),
            (1, 224),
            (6, 352),
            (11, 632),
            (22, 1168),
            (43, 2264),
            (86, 4688),
            (171, 9304)
        ]
    );
}

#[test]
fn a_key_that_is_no_str_turns_the_table_into_a_larger_general_one() {
    let mut host = Bare::new();
    let table = host.heap.new_dict();
    let (name, number) = (host.name(1), host.int(5));
    host.heap.dict_set_str(table, name, number);
    assert_eq!(host.heap.sizeof(table), 184);
    assert_eq!(dict::set(&mut host, table, number, 5, number), Ok(None));
    assert_eq!(host.heap.sizeof(table), 352);
}

#[test]
fn deleting_never_shrinks_a_dict_and_clearing_does() {
    let mut host = Bare::new();
    let table = host.heap.new_dict();
    for n in 0..100 {
        let key = host.int(n);
        assert_eq!(dict::set(&mut host, table, key, n, key), Ok(None));
    }
    for n in 0..100 {
        let key = host.int(n);
        assert!(dict::remove_key(&mut host, table, key, n).is_ok_and(|removed| removed.is_some()));
    }
    assert_eq!((host.heap.dict_len(table), host.heap.sizeof(table)), (0, 4688));
    dict::remove::clear(&mut host, table);
    assert_eq!(host.heap.sizeof(table), 64);
}

#[test]
fn instances_of_a_class_get_less_room_each_time() {
    let mut host = Bare::new();
    let class = host.class();
    assert_eq!(host.heap.sizeof(class), 1704);
    let (x, y) = (host.heap.new_interned("x"), host.heap.new_interned("y"));
    let sizes: Vec<u64> = (0..30)
        .map(|_| {
            let instance = host.instance(class);
            assert_eq!(host.heap.sizeof(instance), 48);
            let one = host.int(1);
            host.heap.set_attribute(instance, x, one);
            host.heap.set_attribute(instance, y, one);
            assert_eq!(host.heap.attribute(instance, y), Some(one));
            let dict = host.heap.attribute_dict(instance).expect("instances have a dict");
            host.heap.sizeof(dict)
        })
        .collect();
    assert_eq!((sizes[0], sizes[1], sizes[27], sizes[29]), (296, 288, 88, 88));
}

#[test]
fn the_thirty_first_attribute_ends_sharing() {
    let mut host = Bare::new();
    let class = host.class();
    let instance = host.instance(class);
    for n in 0..31 {
        let name = host.heap.new_interned(&format!("attribute_{n}"));
        let value = host.int(n);
        host.heap.set_attribute(instance, name, value);
    }
    let dict = host.heap.attribute_dict(instance).expect("instances have a dict");
    assert!(!host.heap.dict_is_split(dict));
    assert_eq!(host.heap.sizeof(dict), 1584);
}

#[test]
fn sets_grow_fourfold_and_copies_twofold() {
    let mut host = Bare::new();
    let (one_by_one, copies): (Vec<u64>, Vec<u64>) = [0, 4, 5, 18, 19, 32, 77]
        .map(|n| {
            let adding = host.heap.new_set(StaticType::Set.address());
            for i in 0..n {
                let key = host.int(i);
                assert_eq!(set::add(&mut host, adding, key, i), Ok(true));
                assert_eq!(set::add(&mut host, adding, key, i), Ok(false));
            }
            let copy = host.heap.new_set(StaticType::Set.address());
            assert_eq!(set::merge(&mut host, copy, adding), Ok(()));
            (host.heap.sizeof(adding), host.heap.sizeof(copy))
        })
        .into_iter()
        .unzip();
    assert_eq!(one_by_one, [216, 216, 728, 728, 2264, 2264, 8408]);
    assert_eq!(copies, [216, 216, 472, 1240, 1240, 2264, 4312]);
}

#[test]
fn hashes_of_tuples_and_frozensets_are_cpythons() {
    let mut host = Bare::new();
    assert_eq!(super::tuple::hash_items(&[1, 2, 3]), 529_344_067_295_497_451);
    assert_eq!(super::tuple::hash_items(&[]), 5_740_354_900_026_072_187);
    let expected = [
        (0, 133_146_708_735_736),
        (1, -558_064_481_276_695_278),
        (7, 7_476_526_524_903_071_767),
    ];
    for (n, hash) in expected {
        let frozen = host.heap.new_set(StaticType::FrozenSet.address());
        for i in 1..=n {
            let key = host.int(i);
            assert_eq!(set::add(&mut host, frozen, key, i), Ok(true));
        }
        assert_eq!(host.heap.frozenset_hash(frozen), hash);
    }
}

#[test]
fn hashes_of_wide_strs_are_those_of_their_bytes() {
    let mut host = Bare::new();
    let expected = [
        ("\u{e9}", 6_047_309_291_227_476_195),
        ("hello world", -5_642_461_784_034_726_774),
        ("\u{20ac}abc", 954_933_909_230_329_775),
        ("\u{1f600}x", -8_926_728_262_118_538_918),
    ];
    for (text, hash) in expected {
        let object = host.heap.new_str(text);
        assert_eq!(host.heap.str_hash(object), hash, "{text:?}");
    }
    let googol = host.heap.new_int_digits(true, &digits_of_ten_to(30));
    assert_eq!(host.heap.int_hash(googol), -465_258_685_558_744_706);
}

fn digits_of_ten_to(power: u32) -> Vec<u32> {
    let mut rest = 10_u128.pow(power);
    let mut digits = vec![];
    while rest > 0 {
        digits.push((rest & ((1 << 30) - 1)) as u32);
        rest >>= 30;
    }
    digits
}

#[test]
fn small_tuples_and_lists_come_from_free_lists() {
    let mut host = Bare::new();
    let none = host.heap.none();
    let tuple = host.heap.new_tuple_from(&[none, none]);
    decref(&mut host, tuple);
    assert_eq!(host.heap.new_tuple_from(&[none, none]), tuple);
    let twenty = host.heap.new_tuple_of(&[none; 20]);
    decref(&mut host, twenty);
    assert_ne!(
        host.heap.new_tuple_of(&[none; 20]),
        twenty,
        "length 20 is kept and never reused"
    );
    let list = host.heap.new_list(0);
    decref(&mut host, list);
    assert_eq!(host.heap.new_list(0), list);
    let float = host.heap.new_float(1.5);
    decref(&mut host, float);
    assert_eq!(host.heap.new_float(2.5), float);
}

#[test]
fn the_data_segment_holds_every_type_with_its_mro() {
    let host = Bare::new();
    let heap = &host.heap;
    for which in ALL {
        let type_ = which.address();
        assert_eq!(StaticType::at(type_), Some(*which));
        assert_eq!(heap.type_of(type_), StaticType::Type.address());
        assert!(heap.is_subtype(type_, StaticType::Object.address()));
    }
    assert!(heap.is_subtype(StaticType::KeyError.address(), StaticType::LookupError.address()));
    assert!(!heap.is_subtype(StaticType::Int.address(), StaticType::Bool.address()));
    assert_eq!(heap.sizeof(StaticType::Int.address()), 432);
    assert_eq!(heap.sizeof(heap.true_()), 28);
    assert_eq!(heap.sizeof(heap.empty_tuple()), 40);
}
