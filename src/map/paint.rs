//! The map as dots. A hundred thousand blocks are too many to be drawn one by one through the browser at each movement; here
//! they are rows of four bytes, and the browser is handed the picture.

use super::camera::Camera;
use super::cells::Blocks;
use super::colouring::{Legend, Pattern};
use super::palette::{Palette, Rgb, mix};
use super::plan::{OpenPool, Plan, Rect};
use crate::picture::BlockSort;

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pixels {
    /// Dots in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and opacity of each.
    pub data: Vec<u8>,
    /// Blocks that have been drawn.
    pub blocks: u32,
}

/// Dots from which on a block has a gap to the next.
const GAP_FROM: f64 = 4.0;
/// Dots from which on a pattern can be seen in a block.
const PATTERN_FROM: i32 = 7;

/// Whole dots: left, top, right, bottom.
#[derive(Clone, Copy)]
struct Dots(i32, i32, i32, i32);

impl Pixels {
    /// Makes it this large; what was in it may stay.
    fn resize(&mut self, width: u32, height: u32) {
        if (self.width, self.height) != (width, height) {
            (self.width, self.height) = (width, height);
            self.data = vec![0; (width as usize) * (height as usize) * 4];
        }
    }

    /// The colour of a dot.
    pub fn colour(&self, x: u32, y: u32) -> Option<Rgb> {
        let at = (y as usize * self.width as usize + x as usize) * 4;
        let part = self.data.get(at..at + 3).filter(|_| x < self.width)?;
        Some([part[0], part[1], part[2]])
    }

    fn clipped(&self, dots: Dots) -> Option<(usize, usize, usize, usize)> {
        let clip = |value: i32, most: u32| usize::try_from(value.max(0)).unwrap_or(0).min(most as usize);
        let Dots(left, top, right, bottom) = dots;
        let (left, right) = (clip(left, self.width), clip(right, self.width));
        let (top, bottom) = (clip(top, self.height), clip(bottom, self.height));
        (left < right && top < bottom).then_some((left, top, right, bottom))
    }

    fn fill(&mut self, dots: Dots, [red, green, blue]: Rgb) {
        let Some((left, top, right, bottom)) = self.clipped(dots) else { return };
        let row = self.width as usize * 4;
        for y in top..bottom {
            for dot in self.data[y * row + left * 4..y * row + right * 4].as_chunks_mut::<4>().0 {
                *dot = [red, green, blue, 255];
            }
        }
    }

    fn pattern(&mut self, dots: Dots, pattern: Pattern, colour: Rgb) {
        let Some((left, top, right, bottom)) = self.clipped(dots) else { return };
        let [red, green, blue] = colour;
        for y in top..bottom {
            for x in left..right {
                if pattern.marks((x as i32 - dots.0).unsigned_abs(), (y as i32 - dots.1).unsigned_abs()) {
                    let at = (y * self.width as usize + x) * 4;
                    self.data[at..at + 4].copy_from_slice(&[red, green, blue, 255]);
                }
            }
        }
    }

    fn outline(&mut self, Dots(left, top, right, bottom): Dots, thick: i32, colour: Rgb) {
        for part in [
            Dots(left, top, right, top + thick),
            Dots(left, bottom - thick, right, bottom),
            Dots(left, top, left + thick, bottom),
            Dots(right - thick, top, right, bottom),
        ] {
            self.fill(part, colour);
        }
    }
}

/// What the dots are made from.
struct Painter<'a> {
    blocks: &'a Blocks,
    legend: &'a Legend,
    palette: &'a Palette,
    camera: Camera,
    /// Dots for a pixel of the page.
    density: f64,
}

/// Draws what is in view. `density` says how many dots a pixel of the page has, `width` and `height` count dots.
#[expect(clippy::too_many_arguments, reason = "each is another thing")]
pub fn paint(pixels: &mut Pixels, blocks: &Blocks, legend: &Legend, palette: &Palette, plan: &Plan, camera: Camera, density: f64, size: (u32, u32)) {
    pixels.resize(size.0, size.1);
    pixels.blocks = 0;
    pixels.fill(Dots(0, 0, size.0 as i32, size.1 as i32), palette.panel);
    let painter = Painter { blocks, legend, palette, camera, density };
    for (arena, pool, rect) in &plan.columns {
        painter.column(pixels, *arena, *pool, *rect);
    }
    for open in &plan.pools {
        painter.pool(pixels, open);
    }
    for (rect, block) in plan.raw.iter().zip(&blocks.raw) {
        let dots = painter.dots(*rect);
        if block.taken {
            pixels.fill(dots, painter.palette.taken);
        } else {
            pixels.outline(dots, painter.thick(), painter.palette.line);
        }
    }
}

impl Painter<'_> {
    fn thick(&self) -> i32 {
        self.density.round().max(1.0) as i32
    }

    fn dots(&self, rect: Rect) -> Dots {
        let scale = self.camera.scale * self.density;
        let across = |x: f64| ((x - self.camera.x) * scale).round().clamp(-1e6, 1e6) as i32;
        let down = |y: f64| ((y - self.camera.y) * scale).round().clamp(-1e6, 1e6) as i32;
        let (left, top) = (across(rect.x), down(rect.y));
        // Whatever is there has a dot at least.
        Dots(left, top, across(rect.x + rect.width).max(left + 1), down(rect.y + rect.height).max(top + 1))
    }

    /// A pool as a column, filled as far as it is in use.
    fn column(&self, pixels: &mut Pixels, arena: u32, place: u32, rect: Rect) {
        let mut dots = self.dots(rect);
        dots.2 = (dots.2 - self.thick()).max(dots.0 + 1);
        let Some(pool) = self.blocks.pool(arena, place) else {
            return self.dotted(pixels, dots);
        };
        pixels.fill(dots, self.palette.sunken);
        let used = pool.used();
        let share = self.legend.occupancy(pool);
        let colour = match self.legend.colouring() {
            super::Colouring::Size | super::Colouring::Occupancy => {
                let some = pool.cells.iter().find_map(|cell| self.legend.group(pool, cell, share));
                some.and_then(|group| self.legend.groups.get(usize::from(group))).map_or(self.palette.taken, |group| group.colour)
            }
            _ => self.palette.taken,
        };
        let filled = (f64::from(dots.3 - dots.1) * used as f64 / pool.cells.len().max(1) as f64).ceil() as i32;
        pixels.fill(Dots(dots.0, dots.3 - filled, dots.2, dots.3), colour);
    }

    /// Never used: dots along its foot.
    fn dotted(&self, pixels: &mut Pixels, Dots(left, _, right, bottom): Dots) {
        let middle = (left + right) / 2;
        let thick = self.thick();
        pixels.fill(Dots(middle, bottom - 2 * thick, middle + thick, bottom - thick), self.palette.quiet);
    }

    fn pool(&self, pixels: &mut Pixels, open: &OpenPool) {
        let frame = self.dots(open.frame);
        if pixels.clipped(frame).is_none() {
            return;
        }
        let Some(pool) = self.blocks.pool(open.arena, open.pool) else { return };
        pixels.fill(frame, mix(self.palette.sunken, 55, self.palette.panel));
        pixels.fill(self.dots(open.header), self.palette.line);
        if let Some(tail) = open.tail {
            let dots = self.dots(tail);
            pixels.fill(dots, self.palette.panel);
            pixels.pattern(dots, Pattern::Rising, self.palette.line);
        }
        let share = self.legend.occupancy(pool);
        let rows = self.rows_in_view(open, pixels.height);
        for (index, cell) in (0..).zip(&pool.cells).skip(rows.0 as usize).take(rows.1 as usize) {
            let group = self.legend.group(pool, cell, share).and_then(|group| self.legend.groups.get(usize::from(group)));
            self.block(pixels, self.dots(open.block(index)), cell.sort, group.map(|group| (group.colour, group.pattern)));
        }
    }

    /// The first block in view and how many follow until the last.
    fn rows_in_view(&self, open: &OpenPool, height: u32) -> (u32, u32) {
        let bottom = self.camera.y + f64::from(height) / (self.camera.scale * self.density);
        let row = |y: f64| ((y - open.grid.y) / open.pitch.1).clamp(0.0, 1e6);
        let first = row(self.camera.y).floor() as u32 * open.columns;
        let last = ((row(bottom).floor() as u32 + 1) * open.columns).min(open.count);
        (first, last.saturating_sub(first))
    }

    fn block(&self, pixels: &mut Pixels, dots: Dots, sort: BlockSort, group: Option<(Rgb, Pattern)>) {
        if pixels.clipped(dots).is_none() {
            return;
        }
        pixels.blocks += 1;
        let thick = self.thick();
        let Dots(left, top, mut right, mut bottom) = dots;
        if f64::from(right - left) >= GAP_FROM * self.density && f64::from(bottom - top) >= GAP_FROM * self.density {
            right -= thick;
            bottom -= thick;
        }
        let dots = Dots(left, top, right, bottom);
        let is_roomy = right - left >= 4 && bottom - top >= 4;
        match (sort, group) {
            (BlockSort::Object | BlockSort::Buffer, Some((colour, pattern))) => {
                pixels.fill(dots, colour);
                if pattern != Pattern::Plain && right - left >= PATTERN_FROM && bottom - top >= PATTERN_FROM {
                    pixels.pattern(dots, pattern, mix(colour, 70, self.palette.panel));
                }
            }
            (BlockSort::Object | BlockSort::Buffer, None) => pixels.fill(dots, self.palette.taken),
            (BlockSort::Free, _) => {
                pixels.fill(dots, self.palette.panel);
                if is_roomy {
                    pixels.outline(dots, thick, self.palette.quiet);
                }
            }
            (BlockSort::Uncarved, _) if is_roomy => {
                let (x, y) = ((left + right) / 2, (top + bottom) / 2);
                pixels.fill(Dots(x, y, x + thick, y + thick), self.palette.quiet);
            }
            (BlockSort::Uncarved, _) => {}
        }
    }
}
