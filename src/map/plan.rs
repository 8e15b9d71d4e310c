//! Where everything is drawn, and what is drawn at a place. Measures are pixels of the page before anything is enlarged.

use super::cells::{Blocks, PoolCells};
use heapglass_words::heap_map as words;

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Whether a place lies in it.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }
}

/// Something on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A pool of an arena, as a column.
    Pool(u32, u32),
    /// The header of a pool.
    Header(u32, u32),
    /// A block: arena, pool, block.
    Block(u32, u32, u32),
    /// The rest of a pool that no block fits in.
    Tail(u32, u32),
    /// A block outside the pools, by its place in the list.
    Raw(u32),
}

/// The way of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the keys")]
pub enum Towards {
    Left,
    Right,
    Up,
    Down,
}

/// A pool drawn with its blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPool {
    /// Index of its arena.
    pub arena: u32,
    /// Index in its arena.
    pub pool: u32,
    /// All of it.
    pub frame: Rect,
    /// Its header.
    pub header: Rect,
    /// Where the blocks stand.
    pub grid: Rect,
    /// Blocks in a row.
    pub columns: u32,
    /// Blocks.
    pub count: u32,
    /// Distance from block to block.
    pub pitch: (f64, f64),
    /// What no block fits in, if there is any.
    pub tail: Option<Rect>,
}

impl OpenPool {
    /// Where a block is drawn.
    pub fn block(&self, index: u32) -> Rect {
        let (column, row) = (f64::from(index % self.columns), f64::from(index / self.columns));
        Rect { x: self.grid.x + column * self.pitch.0, y: self.grid.y + row * self.pitch.1, width: self.pitch.0, height: self.pitch.1 }
    }

    fn at(&self, x: f64, y: f64) -> Option<Spot> {
        if !self.frame.contains(x, y) {
            return None;
        }
        let (arena, pool) = (self.arena, self.pool);
        if self.header.contains(x, y) {
            return Some(Spot::Header(arena, pool));
        }
        let (column, row) = (((x - self.grid.x) / self.pitch.0).floor(), ((y - self.grid.y) / self.pitch.1).floor());
        if column >= 0.0 && row >= 0.0 && column < f64::from(self.columns) {
            let block = row as u32 * self.columns + column as u32;
            if block < self.count {
                return Some(Spot::Block(arena, pool, block));
            }
        }
        self.tail.filter(|tail| tail.contains(x, y)).map(|_| Spot::Tail(arena, pool))
    }
}

/// A headline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Title {
    /// Where it begins.
    pub y: f64,
    /// What stands at the left.
    pub name: String,
    /// What stands at the right.
    pub fact: String,
    /// What stands there if there is no room for that.
    pub short_fact: String,
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// All of it.
    pub width: f64,
    /// All of it.
    pub height: f64,
    /// Headlines.
    pub titles: Vec<Title>,
    /// Pools as columns.
    pub columns: Vec<(u32, u32, Rect)>,
    /// Pools with their blocks.
    pub pools: Vec<OpenPool>,
    /// Blocks outside the pools.
    pub raw: Vec<Rect>,
}

/// Height of a headline.
const TITLE: f64 = 20.0;
/// Height of the columns.
const STRIP: f64 = 22.0;
/// Distance of parts.
const GAP: f64 = 6.0;
/// Size of a block in an opened pool.
const PITCH: f64 = 12.0;
/// Around everything.
const EDGE: f64 = 2.0;

impl Plan {
    /// Arenas as strips of pools, one pool opened, and the blocks outside the pools below.
    pub fn of_pools(blocks: &Blocks, opened: Option<(u32, u32)>, width: f64) -> Self {
        let mut plan = Self { width, ..Self::default() };
        let room = width - 2.0 * EDGE;
        let mut y = 0.0;
        for (arena, size) in (0..).zip(&blocks.sizes) {
            plan.titles.push(of_arena(y, blocks, arena, *size));
            y += TITLE;
            let each = room / f64::from((*size).max(1));
            plan.columns.extend((0..*size).map(|pool| (arena, pool, Rect { x: EDGE + each * f64::from(pool), y, width: each, height: STRIP })));
            y += STRIP + GAP;
        }
        if let Some(pool) = opened.and_then(|(arena, pool)| blocks.pool(arena, pool)) {
            plan.titles.push(of_pool(y, pool));
            y += TITLE;
            let columns = (room / PITCH).floor().max(1.0) as u32;
            let open = open(pool, Rect { x: EDGE, y, width: room, height: 0.0 }, columns, (room / f64::from(columns), PITCH), 12.0);
            y += open.frame.height + GAP;
            plan.pools.push(open);
        }
        plan.add_raw(blocks, y);
        plan
    }

    /// All blocks of all pools, so large that all of them are in view if they can be.
    pub fn of_all(blocks: &Blocks, width: f64, height: f64) -> Self {
        let mut plan = Self { width, ..Self::default() };
        let room = width - 2.0 * EDGE;
        let side = side(blocks, room, height);
        let in_row = (room / side).floor().max(1.0);
        let each = room / in_row;
        let mut y = 0.0;
        for (arena, pools) in (0..).zip(&blocks.arenas) {
            plan.titles.push(of_arena(y, blocks, arena, blocks.sizes.get(arena as usize).copied().unwrap_or(0)));
            y += TITLE;
            for (place, pool) in pools.iter().enumerate() {
                let (column, row) = ((place as f64 % in_row).floor(), (place as f64 / in_row).floor());
                let inner = each - (each * 0.06).clamp(1.0, 4.0);
                let frame = Rect { x: EDGE + column * each, y: y + row * each, width: inner, height: inner };
                plan.pools.push(square(pool, frame));
            }
            y += (pools.len() as f64 / in_row).ceil() * each + GAP;
        }
        plan.add_raw(blocks, y);
        plan
    }

    fn add_raw(&mut self, blocks: &Blocks, mut y: f64) {
        let room = self.width - 2.0 * EDGE;
        if !blocks.raw.is_empty() {
            let taken = blocks.raw.iter().filter(|block| block.taken).count();
            let fact = words::too_large_fact(&taken.to_string());
            self.titles.push(Title { y, name: words::too_large().into(), short_fact: fact.clone(), fact });
            y += TITLE;
            let mut x = 0.0;
            for block in &blocks.raw {
                let width = raw_width(block.size).min(room);
                if x + width > room {
                    x = 0.0;
                    y += STRIP - 4.0;
                }
                self.raw.push(Rect { x: EDGE + x, y, width: width - 2.0, height: STRIP - 6.0 });
                x += width;
            }
            y += STRIP;
        }
        self.height = y + EDGE;
    }

    /// What is drawn at a place.
    pub fn at(&self, x: f64, y: f64) -> Option<Spot> {
        let column = self.columns.iter().find(|(_, _, rect)| rect.contains(x, y)).map(|(arena, pool, _)| Spot::Pool(*arena, *pool));
        let raw = || self.raw.iter().position(|rect| rect.contains(x, y)).and_then(|place| u32::try_from(place).ok()).map(Spot::Raw);
        column.or_else(|| self.pools.iter().find_map(|pool| pool.at(x, y))).or_else(raw)
    }

    /// A pool that is drawn with its blocks.
    pub fn pool(&self, arena: u32, pool: u32) -> Option<&OpenPool> {
        self.pools.iter().find(|open| open.arena == arena && open.pool == pool)
    }

    /// Where something is drawn.
    pub fn rect(&self, spot: Spot) -> Option<Rect> {
        match spot {
            Spot::Pool(arena, pool) => self.columns.iter().find(|column| (column.0, column.1) == (arena, pool)).map(|column| column.2),
            Spot::Header(arena, pool) => self.pool(arena, pool).map(|open| open.header),
            Spot::Block(arena, pool, block) => self.pool(arena, pool).filter(|open| block < open.count).map(|open| open.block(block)),
            Spot::Tail(arena, pool) => self.pool(arena, pool)?.tail,
            Spot::Raw(place) => self.raw.get(place as usize).copied(),
        }
    }

    /// The first thing on the map.
    pub fn first(&self) -> Option<Spot> {
        let column = self.columns.first().map(|(arena, pool, _)| Spot::Pool(*arena, *pool));
        let block = || self.pools.first().map(|open| if open.count > 0 { Spot::Block(open.arena, open.pool, 0) } else { Spot::Header(open.arena, open.pool) });
        column.or_else(block).or_else(|| (!self.raw.is_empty()).then_some(Spot::Raw(0)))
    }

    /// The next thing on the way of an arrow; to the left and right, blocks follow one another from row to row and pool to pool.
    pub fn next(&self, from: Spot, towards: Towards) -> Option<Spot> {
        if let (Spot::Block(arena, pool, block), Towards::Left | Towards::Right) = (from, towards) {
            return self.along(arena, pool, block, towards == Towards::Right);
        }
        let rect = self.rect(from)?;
        let (mut x, mut y) = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
        let (by_x, by_y) = match towards {
            Towards::Left => (-1.0, 0.0),
            Towards::Right => (1.0, 0.0),
            Towards::Up => (0.0, -1.0),
            Towards::Down => (0.0, 1.0),
        };
        let step = (rect.width.min(rect.height) / 2.0).clamp(0.25, 2.0);
        while x >= 0.0 && y >= 0.0 && x <= self.width && y <= self.height {
            x += by_x * step;
            y += by_y * step;
            if let Some(found) = self.at(x, y).filter(|found| *found != from) {
                return Some(found);
            }
        }
        // Nothing is straight below: what comes next, from the left edge on.
        let rows = (1..).map(|row| rect.y + rect.height + f64::from(row) * 4.0).take_while(|y| *y < self.height);
        (towards == Towards::Down).then(|| rows.filter_map(|y| self.at(EDGE + 1.0, y)).find(|found| *found != from)).flatten()
    }

    fn along(&self, arena: u32, pool: u32, block: u32, forward: bool) -> Option<Spot> {
        let place = self.pools.iter().position(|open| (open.arena, open.pool) == (arena, pool))?;
        if forward && block + 1 < self.pools[place].count {
            return Some(Spot::Block(arena, pool, block + 1));
        }
        if !forward && block > 0 {
            return Some(Spot::Block(arena, pool, block - 1));
        }
        let other = if forward { self.pools.get(place + 1)? } else { self.pools.get(place.checked_sub(1)?)? };
        let block = if forward { 0 } else { other.count.checked_sub(1)? };
        Some(Spot::Block(other.arena, other.pool, block))
    }
}

fn of_arena(y: f64, blocks: &Blocks, arena: u32, size: u32) -> Title {
    let used = blocks.arenas.get(arena as usize).map_or(0, Vec::len);
    let fact = words::carved(used as u64, size.into());
    Title { y, name: words::arena(&arena.to_string()), short_fact: fact.clone(), fact }
}

fn of_pool(y: f64, pool: &PoolCells) -> Title {
    let (used, all) = (pool.used().to_string(), pool.cells.len().to_string());
    Title {
        y,
        name: words::pool(&pool.pool.to_string(), &pool.arena.to_string()),
        fact: words::pool_fact(pool.block_size.into(), &used, &all),
        short_fact: words::pool_fact_short(&used, &all),
    }
}

/// The width of a block outside the pools: each doubling of its size makes it longer by as much.
fn raw_width(size: u64) -> f64 {
    let doublings = (size.max(256) as f64 / 256.0).log2();
    14.0 + 13.0 * doublings
}

/// The room that blocks outside the pools take.
fn raw_height(blocks: &Blocks, room: f64) -> f64 {
    if blocks.raw.is_empty() {
        return 0.0;
    }
    let length: f64 = blocks.raw.iter().map(|block| raw_width(block.size).min(room)).sum();
    TITLE + STRIP + (length / room).floor() * (STRIP - 4.0)
}

/// The side of a pool so that all pools are in view, within limits.
fn side(blocks: &Blocks, room: f64, height: f64) -> f64 {
    let fits = |side: f64| {
        let in_row = (room / side).floor().max(1.0);
        let each = room / in_row;
        let rows: f64 = blocks.arenas.iter().map(|pools| (pools.len() as f64 / in_row).ceil() * each + TITLE + GAP).sum();
        rows + raw_height(blocks, room).min(height / 5.0) <= height
    };
    (12..=260).rev().map(f64::from).find(|side| fits(*side)).unwrap_or(12.0)
}

/// A pool whose header is a bar above rows of blocks.
fn open(pool: &PoolCells, frame: Rect, columns: u32, pitch: (f64, f64), header: f64) -> OpenPool {
    let count = u32::try_from(pool.cells.len()).unwrap_or(0);
    let rows = f64::from(count.div_ceil(columns));
    let grid = Rect { y: frame.y + header + 2.0, height: rows * pitch.1, ..frame };
    let last = f64::from(count % columns);
    // The rest stands behind the last block, or below if the last row is full.
    let is_full = count.is_multiple_of(columns);
    let tail_y = if is_full { grid.y + grid.height } else { grid.y + grid.height - pitch.1 };
    let tail_x = frame.x + if is_full { 0.0 } else { last * pitch.0 };
    let share = f64::from(pool.tail) / f64::from(pool.block_size.max(1));
    let tail = (pool.tail > 0).then(|| Rect { x: tail_x, y: tail_y, width: (pitch.0 * share).max(3.0), height: pitch.1 });
    let height = header + 2.0 + grid.height + if is_full && tail.is_some() { pitch.1 } else { 0.0 };
    let header = Rect { width: (frame.width / 4.0).clamp(60.0, 120.0).min(frame.width), height: header, ..frame };
    OpenPool { arena: pool.arena, pool: pool.pool, frame: Rect { height, ..frame }, header, grid, columns, count, pitch, tail }
}

/// A pool as a square, in which a byte has the same room everywhere.
fn square(pool: &PoolCells, frame: Rect) -> OpenPool {
    let count = u32::try_from(pool.cells.len()).unwrap_or(0);
    let header = frame.height * 0.04;
    let places = f64::from(count) + if pool.tail > 0 { 1.0 } else { 0.0 };
    let columns = places.sqrt().ceil().max(1.0) as u32;
    let rows = (places / f64::from(columns)).ceil().max(1.0);
    let grid = Rect { y: frame.y + header, height: frame.height - header, ..frame };
    let pitch = (grid.width / f64::from(columns), grid.height / rows);
    let last = Rect { x: grid.x + f64::from(count % columns) * pitch.0, y: grid.y + f64::from(count / columns) * pitch.1, width: pitch.0, height: pitch.1 };
    let tail = (pool.tail > 0).then_some(last);
    OpenPool { arena: pool.arena, pool: pool.pool, frame, header: Rect { height: header, ..frame }, grid, columns, count, pitch, tail }
}
