use super::*;
use crate::picture::{Arena, BlockMap, BlockSort, BlockType, ObjectId, Pool, PoolBlocks, RawBlock, Shape};

const THEME: &str = "surface-panel #fff surface-sunken #eeeeee ink-1 #000 ink-3 #666666 line-2 #888888 block-taken #8e97a3 accent #1b5fcc changed #db6a00 gen-0 #7fb7be gen-1 #3f8a96 gen-2 #17545f";

fn palette() -> Palette {
    let words: Vec<&str> = THEME.split(' ').collect();
    Palette::read(|token| {
        let known = words.chunks(2).find(|pair| pair[0] == token).map(|pair| pair[1]);
        known.unwrap_or(if token == "kind-instance" { "#4a45b5" } else { "#8f5400" }).to_string()
    })
}

/// One pool: two nodes, a table, three free blocks, and the rest never used.
fn pool(place: u32, first: i64) -> PoolBlocks {
    PoolBlocks {
        arena: 0,
        pool: place,
        address: 0x10000 + u64::from(place) * 16384,
        block_size: 48,
        tail: 16,
        mark: place + 1,
        runs: vec![2, 0, 7, 0, 40, 1, 1, 0, 3, 0, 3, 2, 0, 3, 0, 334, 3, 0, 3, 0],
        births: vec![first, 1],
        free: vec![4, 3, 5],
    }
}

fn arenas(used: usize) -> Vec<Arena> {
    let pool = |place| Pool { block_size: if place < used { 48 } else { 0 }, used: 3, capacity: 340 };
    vec![Arena { address: 0x10000, pools: (0..64).map(pool).collect() }]
}

fn told_map(pools: Vec<PoolBlocks>) -> BlockMap {
    BlockMap {
        types: vec![BlockType { id: ObjectId(7), name: "Node".into(), shape: Shape::Instance }],
        pools,
        raw: vec![RawBlock { address: 0x90000, size: 4096, taken: true, object: Some(ObjectId(90)), type_name: "tuple".into() }],
        raw_omitted: 0,
    }
}

fn two_pools() -> Blocks {
    Blocks::default().with(&arenas(2), &told_map(vec![pool(0, 10), pool(1, 20)])).0
}

#[test]
fn what_is_not_told_again_stays_and_what_is_gone_goes() {
    let blocks = two_pools();
    assert_eq!(blocks.known(), [(0, 0, 1), (0, 1, 2)]);
    let (after, is_missing) = blocks.with(&arenas(2), &told_map(vec![pool(1, 30)]));
    assert!(!is_missing);
    assert_eq!(after.place_of(ObjectId(11)), Some((0, 0, 1)));
    assert_eq!((after.place_of(ObjectId(21)), after.place_of(ObjectId(31))), (None, Some((0, 1, 1))));
    let (fewer, _) = after.with(&arenas(1), &told_map(Vec::new()));
    assert_eq!(fewer.pools().count(), 1);
}

#[test]
fn a_pool_that_is_neither_told_nor_known_is_missed() {
    assert!(Blocks::default().with(&arenas(2), &told_map(vec![pool(0, 10)])).1);
}

#[test]
fn what_is_drawn_at_the_middle_of_a_thing_is_that_thing() {
    let blocks = two_pools();
    for plan in [Plan::of_pools(&blocks, Some((0, 1)), 336.0), Plan::of_all(&blocks, 336.0, 240.0), Plan::of_all(&blocks, 60.0, 40.0)] {
        let mut seen = 0;
        for open in &plan.pools {
            for block in 0..open.count {
                let spot = Spot::Block(open.arena, open.pool, block);
                let rect = plan.rect(spot).expect("it is drawn");
                assert_eq!(plan.at(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0), Some(spot));
                seen += 1;
            }
            for spot in [Spot::Header(open.arena, open.pool), Spot::Tail(open.arena, open.pool)] {
                let rect = plan.rect(spot).expect("it is drawn");
                assert_eq!(plan.at(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0), Some(spot));
            }
        }
        assert!(seen >= 340);
        for (arena, pool, rect) in &plan.columns {
            assert_eq!(plan.at(rect.x + rect.width / 2.0, rect.y + 1.0), Some(Spot::Pool(*arena, *pool)));
        }
        assert!(plan.raw.iter().all(|rect| rect.x + rect.width <= plan.width && rect.y + rect.height <= plan.height));
    }
}

#[test]
fn all_blocks_are_in_view_at_once_if_there_is_room() {
    let plan = Plan::of_all(&two_pools(), 336.0, 240.0);
    assert!(plan.height <= 240.0, "{}", plan.height);
    assert_eq!(plan.pools.iter().map(|open| open.count).sum::<u32>(), 680);
}

#[test]
fn the_arrows_reach_every_block_and_turn_back_at_the_ends() {
    let blocks = two_pools();
    let plan = Plan::of_all(&blocks, 336.0, 240.0);
    let mut spot = plan.first().expect("there is something");
    let mut steps = 0;
    while let Some(next) = plan.next(spot, Towards::Right) {
        spot = next;
        steps += 1;
    }
    assert_eq!((spot, steps), (Spot::Block(0, 1, 339), 679));
    assert_eq!(plan.next(Spot::Block(0, 1, 0), Towards::Left), Some(Spot::Block(0, 0, 339)));
    let below = plan.next(Spot::Block(0, 0, 0), Towards::Down);
    assert_eq!(below, Some(Spot::Block(0, 0, plan.pools[0].columns)));
    assert_eq!(plan.next(below.expect("there is one"), Towards::Up), Some(Spot::Block(0, 0, 0)));
}

#[test]
fn the_arrow_down_leads_from_the_strip_to_the_opened_pool_and_on_to_the_large_blocks() {
    let plan = Plan::of_pools(&two_pools(), Some((0, 1)), 336.0);
    let mut spot = plan.first().expect("there is something");
    assert_eq!(spot, Spot::Pool(0, 0));
    assert_eq!(plan.next(spot, Towards::Right), Some(Spot::Pool(0, 1)));
    let mut seen = vec![spot];
    while let Some(next) = plan.next(spot, Towards::Down) {
        assert!(!seen.contains(&next), "{next:?} comes twice");
        seen.push(next);
        spot = next;
    }
    assert!(seen.iter().any(|spot| matches!(spot, Spot::Block(0, 1, _))), "{seen:?}");
    assert_eq!(spot, Spot::Raw(0));
}

#[test]
fn every_dot_in_the_middle_of_a_block_has_the_colour_that_the_legend_gives_it() {
    let (blocks, palette) = (two_pools(), palette());
    for colouring in Colouring::ALL {
        let legend = Legend::of(colouring, &blocks, &palette);
        let plan = Plan::of_all(&blocks, 1200.0, 900.0);
        let mut pixels = Pixels::default();
        paint(&mut pixels, &blocks, &legend, &palette, &plan, Camera::default(), 1.0, (1200, 900));
        for pool in blocks.pools() {
            let open = plan.pool(pool.arena, pool.pool).expect("it is drawn");
            for (index, cell) in (0..).zip(&pool.cells).take(8) {
                let rect = open.block(index);
                // Not in the middle itself, where there may be a dot, and past the outline.
                let dots: Vec<_> = (3..6).flat_map(|x| (3..6).map(move |y| (x, y))).filter_map(|(x, y)| pixels.colour(rect.x as u32 + x, rect.y as u32 + y)).collect();
                let wanted = match legend.group(pool, cell, legend.occupancy(pool)) {
                    Some(group) => legend.groups[usize::from(group)].colour,
                    None if cell.sort == BlockSort::Free => palette.panel,
                    None => continue,
                };
                assert!(dots.contains(&wanted), "{colouring:?}, block {index}: {dots:?} and not {wanted:?}");
            }
        }
        assert_eq!(pixels.blocks, 680);
    }
}

#[test]
fn the_groups_of_every_colouring_hold_all_blocks_in_use_and_no_sign_twice() {
    let blocks = two_pools();
    for colouring in Colouring::ALL {
        let legend = Legend::of(colouring, &blocks, &palette());
        assert_eq!(legend.groups.iter().map(|group| group.count).sum::<u64>(), 6, "{colouring:?}");
        let mut signs: Vec<&str> = legend.groups.iter().map(|group| group.sign.as_str()).collect();
        signs.sort_unstable();
        let all = signs.len();
        signs.dedup();
        assert_eq!(signs.len(), all, "{colouring:?}: {signs:?}");
    }
}

#[test]
fn the_figures_add_up_to_the_pools() {
    let figures = figures(&two_pools());
    let value = |name: &str| figures.iter().find(|figure| figure.name == name).expect("it is told").value.clone();
    assert_eq!(value("in use"), "6 blocks, 288 bytes");
    assert_eq!(value("given back"), "6 blocks, 288 bytes");
    assert_eq!(value("never carved"), "668 blocks, 32,064 bytes");
    assert_eq!(value("tails"), "32 bytes");
    assert_eq!(value("headers"), "96 bytes");
    assert_eq!(value("largest hole"), "144 bytes");
    assert_eq!(value("rounding"), "32 bytes");
    assert_eq!(288 + 288 + 32064 + 32 + 96, 2 * 16384);
    assert!(figures.iter().all(|figure| figure.about.ends_with('.')));
}

#[test]
fn a_block_is_told_with_its_address_its_object_and_both_sizes() {
    let blocks = two_pools();
    assert_eq!(
        told(&blocks, Spot::Block(0, 1, 1)),
        "Block 1 of pool 1 of arena 0, at 0x14060: Node #21, 40 bytes were asked for, rounded up to 48, generation 0."
    );
    assert!(told(&blocks, Spot::Block(0, 0, 4)).ends_with("free, 48 bytes, handed out next."));
    assert!(told(&blocks, Spot::Block(0, 0, 5)).ends_with("number 3 of the free list."));
    assert!(told(&blocks, Spot::Block(0, 0, 6)).ends_with("never used, 48 bytes."));
    assert_eq!(told(&blocks, Spot::Raw(0)), "Outside the pools, at 0x90000: tuple #90, 4,096 bytes.");
    assert_eq!(blocks.spot_of(ObjectId(21)), Some(Spot::Block(0, 1, 1)));
    assert_eq!(blocks.spot_of(ObjectId(90)), Some(Spot::Raw(0)));
    assert_eq!(blocks.spot_at(0x14060 + 47), Some(Spot::Block(0, 1, 1)));
    assert_eq!(blocks.spot_at(0x10000 + 16383), Some(Spot::Tail(0, 0)));
}

#[test]
fn the_place_under_the_pointer_stays_there_while_the_map_grows() {
    let camera = Camera { x: 5.0, y: 7.0, scale: 2.0 };
    let before = camera.place(100.0, 50.0);
    let after = camera.zoomed(1.7, 100.0, 50.0).place(100.0, 50.0);
    assert!((before.0 - after.0).abs() < 1e-9 && (before.1 - after.1).abs() < 1e-9);
    assert_eq!(Camera::default().zoomed(0.1, 3.0, 3.0).scale, 1.0);
    let kept = Camera { x: -10.0, y: 900.0, scale: 1.0 }.kept_to((336.0, 400.0), (336.0, 200.0));
    assert_eq!((kept.x, kept.y), (0.0, 200.0));
}
