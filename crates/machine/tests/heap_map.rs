//! The heap map: the blocks of all pools, and memory byte by byte.

use heapglass_machine::{
    Session,
    picture::{Block, BlockMap, BlockSort, ByteField, Bytes, Known, ObjectId, PoolBlocks, Seek, Wanted, blocks::RUN},
};

const PROGRAM: &str = "class Node:\n    def __init__(self, n):\n        self.n = n\nkept = [Node(n) for n in range(400)]\nfor i in range(0, 400, 3):\n    kept[i] = None\ntail = [1.5] * 100\nlast = 1\n";

/// The program recorded, at the first time this line runs.
fn at_line(source: &str, line: u32) -> Session {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![line]));
    session
}

fn blocks(session: &mut Session, known: Vec<Known>) -> BlockMap {
    session.picture(&Wanted { blocks: Some(known), ..Wanted::default() }).heap_map.blocks.expect("blocks were wanted")
}

fn bytes(session: &mut Session, address: u64) -> Bytes {
    session.picture(&Wanted { bytes: Some(address), ..Wanted::default() }).heap_map.bytes.expect("there is memory")
}

fn address_of(session: &mut Session, name: &str) -> u64 {
    let picture = session.picture(&Wanted::default());
    let names = picture.frames.iter().flat_map(|frame| &frame.names);
    let value = names.filter(|found| found.name == name).map(|found| found.value.clone()).next().expect("the name is bound");
    let heapglass_machine::picture::Value::Arrow(id) = value else { panic!("{name} is drawn in place") };
    picture.objects.iter().find(|object| object.id == id).expect("it is drawn").address
}

fn field<'a>(bytes: &'a Bytes, name: &str) -> &'a ByteField {
    bytes.fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("{name} is a field of {:?}", bytes.fields))
}

/// The blocks of a pool written out as an opened pool shows them; shapes are left out.
fn written_out(pool: &PoolBlocks) -> Vec<String> {
    let mut births = pool.births.iter().scan(0, |id, difference| {
        *id += difference;
        Some(*id)
    });
    let mut out = Vec::new();
    for run in pool.runs.chunks(RUN) {
        for _ in 0..run[0] {
            out.push(match BlockSort::of(run[1]) {
                BlockSort::Object => format!("object {}", births.next().expect("each object has a number")),
                BlockSort::Buffer => "buffer".to_string(),
                BlockSort::Free => format!("free {}", pool.free.iter().position(|place| *place as usize == out.len()).expect("it is in the list")),
                BlockSort::Uncarved => "uncarved".to_string(),
            });
        }
    }
    out
}

#[test]
fn the_blocks_of_all_pools_are_those_that_each_pool_shows_when_it_is_opened() {
    let mut session = at_line(PROGRAM, 8);
    let map = blocks(&mut session, Vec::new());
    assert!(map.pools.len() > 10, "{} pools", map.pools.len());
    for pool in &map.pools {
        let wanted = Wanted { heap_map: true, pool: Some((pool.arena, pool.pool)), ..Wanted::default() };
        let opened = session.picture(&wanted).heap_map.pool.expect("it can be opened");
        let shown: Vec<String> = opened.blocks.iter().map(|block| match block {
            Block::Taken(Some((ObjectId(id), _))) => format!("object {}", id.cast_signed()),
            Block::Taken(None) => "buffer".to_string(),
            Block::Free(order) => format!("free {order}"),
            Block::Uncarved => "uncarved".to_string(),
        }).collect();
        assert_eq!(written_out(pool), shown, "pool {} of arena {}", pool.pool, pool.arena);
    }
}

#[test]
fn every_type_of_a_run_is_among_the_types() {
    let map = blocks(&mut at_line(PROGRAM, 8), Vec::new());
    let node = map.types.iter().find(|kind| kind.name == "Node").expect("there are nodes");
    let mut nodes = 0;
    for run in map.pools.iter().flat_map(|pool| pool.runs.chunks(RUN)).filter(|run| BlockSort::of(run[1]) == BlockSort::Object) {
        assert!(map.types.iter().any(|kind| i64::from(kind.id.0.cast_signed()) == run[2]), "{run:?}");
        if run[2] == i64::from(node.id.0.cast_signed()) {
            nodes += run[0];
            // An instance without slots: two words of the collector, two for attributes and weak references, and the object's two.
            assert_eq!(run[4], 48);
        }
    }
    assert_eq!(nodes, 266, "a third of the four hundred has died");
}

#[test]
fn pools_that_are_known_are_told_again_only_when_they_change() {
    let mut session = at_line(PROGRAM, 7);
    let all = blocks(&mut session, Vec::new());
    let known: Vec<Known> = all.pools.iter().map(|pool| (pool.arena, pool.pool, pool.mark)).collect();
    assert_eq!(blocks(&mut session, known.clone()).pools, []);
    session.seek(&Seek::Next);
    let after = blocks(&mut session, known).pools;
    assert!(!after.is_empty() && after.len() < 5, "{} pools are told", after.len());
}

#[test]
fn a_large_block_is_told_with_its_size() {
    let map = blocks(&mut at_line(PROGRAM, 8), Vec::new());
    // The items of `kept`: 400 references and what was reserved.
    assert!(map.raw.iter().any(|block| block.taken && block.size >= 3200 && block.object.is_none()));
    assert!(map.raw.iter().all(|block| block.size > 0));
}

#[test]
fn the_bytes_of_a_list_lead_to_its_items_and_from_there_to_the_objects() {
    let mut session = at_line("a = [[1], [2]]\nb = a\nc = 1\n", 3);
    let a = address_of(&mut session, "a");
    let list = bytes(&mut session, a);
    assert_eq!((list.start, list.size), (a - 16, 64), "the two words of the collector come first, and 56 bytes are rounded up");
    assert_eq!(field(&list, "ob_refcnt").value, "2");
    assert_eq!((field(&list, "ob_refcnt").offset, field(&list, "ob_refcnt").size), (16, 8));
    assert_eq!(field(&list, "ob_size").value, "2");
    assert_eq!(&list.hex[2 * 16..2 * 24], "0200000000000000");
    let items = bytes(&mut session, field(&list, "ob_item").target.expect("it points somewhere"));
    assert!(items.title.starts_with("The items of list"), "{}", items.title);
    let first = field(&items, "ob_item[0]").target.expect("it points to the first item");
    let inner = bytes(&mut session, first);
    assert_eq!(inner.object, field(&items, "ob_item[0]").object);
    assert_eq!(field(&inner, "ob_size").value, "1");
}

#[test]
fn a_free_block_leads_to_the_next_and_the_header_of_its_pool_to_the_first() {
    let mut session = at_line(PROGRAM, 8);
    let map = blocks(&mut session, Vec::new());
    let pool = map.pools.iter().find(|pool| pool.free.len() > 2).expect("nodes have died");
    let at = |place: u32| pool.address + 48 + u64::from(place) * u64::from(pool.block_size);
    let header = bytes(&mut session, pool.address);
    assert_eq!((header.start, header.size), (pool.address, 48));
    assert_eq!(field(&header, "freeblock").target, Some(at(pool.free[0])));
    let first = bytes(&mut session, at(pool.free[0]) + 5);
    assert_eq!((first.start, first.size), (at(pool.free[0]), pool.block_size.into()));
    assert_eq!(field(&first, "next free block").target, Some(at(pool.free[1])));
}

#[test]
fn static_objects_have_bytes_too() {
    let mut session = at_line("a = [None]\nb = 1\n", 2);
    let a = address_of(&mut session, "a");
    let kind = bytes(&mut session, field(&bytes(&mut at_line("a = [None]\nb = 1\n", 2), a), "ob_type").target.expect("a class"));
    assert!(kind.title.starts_with("class list"), "{}", kind.title);
    assert_eq!(field(&kind, "ob_refcnt").value, "immortal");
    let list = bytes(&mut session, a);
    let items = bytes(&mut session, field(&list, "ob_item").target.expect("items"));
    let none = bytes(&mut session, field(&items, "ob_item[0]").target.expect("None"));
    assert!(none.title.starts_with("NoneType"), "{}", none.title);
    assert_eq!(none.place, "static memory of the interpreter");
}

#[test]
fn the_fields_of_no_piece_reach_beyond_its_bytes() {
    let mut session = at_line(PROGRAM, 8);
    let map = blocks(&mut session, Vec::new());
    let sampled = map.pools.iter().flat_map(|pool| (0..3).map(move |place| pool.address + 48 + place * 7 * u64::from(pool.block_size)));
    let raw = map.raw.iter().take(20).map(|block| block.address);
    let addresses: Vec<u64> = sampled.chain(raw).collect();
    for address in addresses {
        let piece = bytes(&mut session, address);
        assert!(piece.start <= address && address < piece.start + piece.size, "{address:#x} lies in {}", piece.title);
        let length = piece.hex.len() as u32 / 2;
        assert!(piece.fields.iter().all(|field| field.offset + field.size <= length), "{}", piece.title);
        assert!(piece.fields.windows(2).all(|pair| pair[0].offset + pair[0].size <= pair[1].offset), "{}: {:?}", piece.title, piece.fields);
    }
}

#[test]
fn where_no_memory_is_there_are_no_bytes() {
    let mut session = at_line("a = 1\nb = 2\n", 2);
    for address in [0, 8, u64::MAX, 0x7000_0000_0000] {
        assert_eq!(session.picture(&Wanted { bytes: Some(address), ..Wanted::default() }).heap_map.bytes, None);
    }
}
