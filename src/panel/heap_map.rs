//! The heap map: arenas as strips of pools, and one pool opened to its blocks.

use super::{Picture, kind_class};
use heapglass::picture::{Arena, Block, HeapMap, ObjectId, PoolDetail};
use heapglass::session::Action;
use heapglass::words;
use web_sys::{HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HeapMapProps {
    pub(crate) shown: Picture,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) tell: Callback<Action>,
}

/// Width of the drawings.
const WIDTH: u32 = 336;
/// Height of a strip of pools.
const STRIP: u32 = 22;
/// Blocks in a row of an opened pool.
const ROW: u32 = 28;
/// Distance from block to block.
const PITCH: u32 = WIDTH / ROW;

/// What the colours of the map tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Colour {
    /// The kind of object in a block.
    #[default]
    Kind,
    /// Bytes of a pool's blocks.
    Size,
    /// How long ago an object was made, among those of its pool.
    Age,
}

impl Colour {
    const ALL: [(Self, &'static str); 3] = [(Self::Kind, "kind"), (Self::Size, "block size"), (Self::Age, "age")];
}

#[component(HeapMapPanel)]
pub(crate) fn heap_map_panel(props: &HeapMapProps) -> Html {
    let colour = use_state(Colour::default);
    let choose = {
        let colour = colour.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let found = usize::try_from(chosen).ok().and_then(|index| Colour::ALL.get(index));
            colour.set(found.map_or_else(Colour::default, |(colour, _)| *colour));
        })
    };
    let map = props.shown.as_ref().map(|shown| &shown.picture.heap_map);
    html! {
        <section class="panel heap-map" aria-label="Heap map">
            <header>
                <h2>{ "Heap map" }</h2>
                if let Some(map) = map {
                    <span
                        class="fact"
                    >
                        { format!("{}, {} bytes", words::counted(map.blocks_in_use, "block", "blocks"), words::number(map.bytes_in_use)) }
                    </span>
                }
            </header>
            <div class="heap-map-body" tabindex="0" role="group" aria-label="Arenas and pools">
                if let Some(map) = map {
                    <p class="map-figures">
                        <label>
                            { "Colour by " }
                            <select title="What the colours of the map tell" onchange={choose}>
                                { for Colour::ALL.iter().map(|(one, word)| html! { <option selected={*one == *colour}>{ *word }</option> }) }
                            </select>
                        </label>
                        <span>{ fragmentation(map) }</span>
                    </p>
                    { arenas(map, *colour, props) }
                }
            </div>
        </section>
    }
}

/// How much of the pools that are in use is in use.
fn fragmentation(map: &HeapMap) -> String {
    let pools = map.arenas.iter().flat_map(|arena| &arena.pools).filter(|pool| pool.used > 0);
    let (used, held) = pools.fold((0u64, 0u64), |(used, held), pool| {
        let bytes = |blocks: u32| u64::from(blocks) * u64::from(pool.block_size);
        (used + bytes(pool.used), held + bytes(pool.capacity))
    });
    match (used * 100).checked_div(held) {
        Some(share) => format!("{share} % of the bytes in these pools in use"),
        None => String::new(),
    }
}

/// A hue for each size of blocks, far from that of its neighbours.
fn size_colour(block_size: u32) -> String {
    format!("hsl({} 48% 52%)", block_size / 16 * 137 % 360)
}

fn arenas(map: &HeapMap, colour: Colour, props: &HeapMapProps) -> Html {
    let opened = map.pool.as_ref();
    html! {
        <>
            { for map.arenas.iter().enumerate().map(|(index, arena)| strip(index, arena, opened, colour, &props.tell)) }
            if map.raw_blocks > 0 {
                <p
                    class="raw"
                >
                    { format!("Too large for pools: {}, {} bytes", words::counted(map.raw_blocks, "block", "blocks"), words::number(map.raw_bytes)) }
                </p>
            }
            if let Some(pool) = opened {
                { blocks(pool, colour, props.selected, &props.tell) }
            }
            <ul class="signs" aria-label="Signs">
                <li><i class="sign-taken"></i>{ "taken" }</li>
                <li><i class="sign-free"></i>{ "free, the line is the free list" }</li>
                <li><i class="sign-new"></i>{ "never used" }</li>
            </ul>
        </>
    }
}

fn strip(index: usize, arena: &Arena, opened: Option<&PoolDetail>, colour: Colour, tell: &Callback<Action>) -> Html {
    let number = u32::try_from(index).unwrap_or(u32::MAX);
    let here = opened.filter(|pool| pool.arena == number).map(|pool| pool.pool);
    let carved = arena.pools.iter().filter(|pool| pool.block_size > 0).count();
    let pools = u32::try_from(arena.pools.len()).unwrap_or(1).max(1);
    let width = f64::from(WIDTH) / f64::from(pools);
    let last = pools - 1;
    let keys = {
        let (tell, at) = (tell.clone(), here.unwrap_or(0));
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" => (at + 1).min(last),
                "ArrowLeft" => at.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            tell.emit(Action::OpenPool(number, to));
        })
    };
    let words = here.and_then(|pool| arena.pools.get(pool as usize)).map(|pool| {
        if pool.block_size == 0 {
            format!("pool {} was never used", here.unwrap_or(0))
        } else {
            format!(
                "pool {}, blocks of {} bytes, {} of {} in use",
                here.unwrap_or(0),
                pool.block_size,
                pool.used,
                pool.capacity
            )
        }
    });
    html! {
        <div class="arena">
            <p><b>{ format!("Arena {index}") }</b><span>{ format!("{carved} of {pools} pools carved") }</span></p>
            <svg
                viewBox={format!("-2 -2 {} {}", WIDTH + 4, STRIP + 4)}
                role="slider"
                tabindex="0"
                aria-label={format!("Opened pool of arena {index}")}
                aria-valuemin="0"
                aria-valuemax={last.to_string()}
                aria-valuenow={here.unwrap_or(0).to_string()}
                aria-valuetext={words.unwrap_or_else(|| "none".into())}
                onkeydown={keys}
            >
                { for arena.pools.iter().enumerate().map(|(place, pool)| {
                    let x = width * place as f64;
                    let share = if pool.capacity == 0 { 0.0 } else { f64::from(pool.used) / f64::from(pool.capacity) };
                    let fill = share * f64::from(STRIP);
                    let place = u32::try_from(place).unwrap_or(0);
                    let open = tell.reform(move |_: MouseEvent| Action::OpenPool(number, place));
                    html! {
                        <g class={classes!("pool", (pool.block_size == 0).then_some("is-new"))} onclick={open}>
                            <rect
                                class="pool-box"
                                x={px(x)}
                                y="0"
                                width={px((width - 1.0).max(1.0))}
                                height={STRIP.to_string()}
                            />
                            <rect
                                class="pool-fill"
                                x={px(x)}
                                y={px(f64::from(STRIP) - fill)}
                                width={px((width - 1.0).max(1.0))}
                                height={px(fill)}
                                style={(colour == Colour::Size).then(|| format!("fill: {}", size_colour(pool.block_size)))}
                            />
                            if here == Some(place) {
                                <rect
                                    class="pool-open"
                                    x={px(x - 1.0)}
                                    y="-1"
                                    width={px(width + 1.0)}
                                    height={(STRIP + 2).to_string()}
                                />
                            }
                            <title>{ if pool.block_size == 0 { format!("Pool {place}: never used") } else { format!("Pool {place}: blocks of {} bytes, {} of {} in use", pool.block_size, pool.used, pool.capacity) } }</title>
                        </g>
                    }
                }) }
            </svg>
        </div>
    }
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

fn blocks(pool: &PoolDetail, colour: Colour, selected: Option<ObjectId>, tell: &Callback<Action>) -> Html {
    let used = pool
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Taken(_)))
        .count();
    let ages = ages(pool);
    let rows = u32::try_from(pool.blocks.len()).unwrap_or(0).div_ceil(ROW);
    let summary = format!("Pool {} of arena {}", pool.pool, pool.arena);
    let fact = format!(
        "blocks of {} bytes, {used} of {} in use",
        pool.block_size,
        pool.blocks.len()
    );
    html! {
        <div class="blocks">
            <p><b>{ &summary }</b><span>{ &fact }</span></p>
            { anatomy(pool) }
            <svg viewBox={format!("-2 -2 {} {}", WIDTH + 4, rows * PITCH + 4)}
                role="img"
                aria-label={format!("{summary}: {fact}")}
            >
                { for pool.blocks.iter().enumerate().map(|(index, block)| one_block(index, block, pool, paint(pool, block, colour, &ages), selected, tell)) }
                <path class="free-list" d={free_list(pool)} />
                { free_list_head(pool) }
            </svg>
        </div>
    }
}

/// Header, blocks and the rest that no block fits in, by their share of the pool.
fn anatomy(pool: &PoolDetail) -> Html {
    let bytes = pool.block_size * u32::try_from(pool.blocks.len()).unwrap_or(0);
    let part = |class: &'static str, bytes: u32, words: String| {
        html! { <span {class} style={format!("flex-grow: {bytes}")} title={words.clone()}><span>{ words }</span></span> }
    };
    html! {
        <p class="anatomy">
            { part("is-header", pool.header, format!("header {} bytes", pool.header)) }
            { part("is-blocks", bytes, format!("{} × {} bytes", pool.blocks.len(), pool.block_size)) }
            if pool.tail > 0 {
                { part("is-tail", pool.tail, format!("rest {} bytes", pool.tail)) }
            }
        </p>
    }
}

/// The objects of a pool in the order of their births.
fn ages(pool: &PoolDetail) -> Vec<i32> {
    let born = pool.blocks.iter().filter_map(|block| match block {
        Block::Taken(Some((id, _))) => Some(id.0.cast_signed()),
        _ => None,
    });
    let mut born: Vec<i32> = born.collect();
    born.sort_unstable();
    born
}

/// How a block is painted, if not by its kind.
fn paint(pool: &PoolDetail, block: &Block, colour: Colour, ages: &[i32]) -> Option<String> {
    match (colour, block) {
        (Colour::Size, Block::Taken(_)) => Some(format!("fill: {}", size_colour(pool.block_size))),
        (Colour::Age, Block::Taken(Some((id, _)))) => {
            let place = ages.binary_search(&id.0.cast_signed()).unwrap_or(0);
            let young = 100 * (place + 1) / ages.len().max(1);
            Some(format!("fill: color-mix(in oklab, var(--changed) {young}%, var(--ink-3))"))
        }
        _ => None,
    }
}

fn corner(index: usize) -> (u32, u32) {
    let index = u32::try_from(index).unwrap_or(0);
    (index % ROW * PITCH, index / ROW * PITCH)
}

fn one_block(
    index: usize,
    block: &Block,
    pool: &PoolDetail,
    paint: Option<String>,
    selected: Option<ObjectId>,
    tell: &Callback<Action>,
) -> Html {
    let (x, y) = corner(index);
    let size = (PITCH - 2).to_string();
    let address = pool.address + u64::from(pool.header) + index as u64 * u64::from(pool.block_size);
    let (class, id, words) = match block {
        Block::Taken(Some((id, shape))) => (
            classes!("block", "is-taken", "kind", kind_class(*shape)),
            Some(*id),
            format!("object {}", words::numbered(*id)),
        ),
        Block::Taken(None) => (classes!("block", "is-taken"), None, "a buffer".into()),
        Block::Free(place) => (
            classes!("block", "is-free"),
            None,
            format!("free, number {place} in the free list"),
        ),
        Block::Uncarved => {
            return html! {
                <circle
                    class="block is-new"
                    cx={(x + PITCH / 2 - 1).to_string()}
                    cy={(y + PITCH / 2 - 1).to_string()}
                    r="1"
                />
            };
        }
    };
    let is_selected = id.is_some() && id == selected;
    let select = id.map(|id| tell.reform(move |_: MouseEvent| Action::Select(Some(id))));
    html! {
        <g {class} onclick={select} data-block={index.to_string()}>
            <rect x={x.to_string()} y={y.to_string()} width={size.clone()} height={size} rx="1.5" style={paint} />
            if is_selected {
                <rect
                    class="block-ring"
                    x={(i64::from(x) - 2).to_string()}
                    y={(i64::from(y) - 2).to_string()}
                    width={(PITCH + 2).to_string()}
                    height={(PITCH + 2).to_string()}
                    rx="3"
                />
            }
            <title>{ format!("Block {index} at {address:#x}: {words}") }</title>
        </g>
    }
}

/// Free blocks in the order in which they will be handed out.
fn in_free_order(pool: &PoolDetail) -> Vec<usize> {
    let mut free: Vec<(u32, usize)> = pool
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| match block {
            Block::Free(place) => Some((*place, index)),
            _ => None,
        })
        .collect();
    free.sort_unstable();
    free.into_iter().map(|(_, index)| index).collect()
}

fn middle(index: usize) -> (u32, u32) {
    let (x, y) = corner(index);
    (x + PITCH / 2 - 1, y + PITCH / 2 - 1)
}

fn free_list(pool: &PoolDetail) -> String {
    let points = in_free_order(pool)
        .into_iter()
        .map(middle)
        .map(|(x, y)| format!("{x} {y}"));
    let line = points.collect::<Vec<_>>().join("L");
    if line.is_empty() {
        String::new()
    } else {
        format!("M{line}")
    }
}

fn free_list_head(pool: &PoolDetail) -> Html {
    let Some(&head) = in_free_order(pool).first() else {
        return Html::default();
    };
    let (x, y) = middle(head);
    html! { <circle class="free-head" cx={x.to_string()} cy={y.to_string()} r="3"><title>{ "Head of the free list: handed out next" }</title></circle> }
}
