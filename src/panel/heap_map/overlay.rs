//! What is written and drawn over the blocks: headlines, signs, free lists, rings.

use super::drawing::Scene;
use heapglass::map::{Camera, OpenPool, Plan, PoolCells, Rect, Rgb, Spot, told_shortly};
use heapglass::picture::BlockSort;
use heapglass::words::{columns, number};
use heapglass_words::heap_map as words;
use web_sys::CanvasRenderingContext2d as Context;

/// About the width of a letter of a headline, in pixels of the page.
const LETTER: f64 = 5.6;
/// Pixels of the page that a block needs for its sign.
const SIGN_FROM: f64 = 16.0;
/// And for the number of its object.
const NUMBER_FROM: f64 = 38.0;
/// And for a line of the free list to be seen.
const LINE_FROM: f64 = 6.0;

struct Overlay<'a> {
    context: &'a Context,
    scene: &'a Scene,
    plan: &'a Plan,
    camera: Camera,
    view: (f64, f64),
    font: String,
}

/// Draws it.
pub(super) fn draw(context: &Context, scene: &Scene, plan: &Plan, camera: Camera, view: (f64, f64)) {
    let overlay = Overlay { context, scene, plan, camera, view, font: "\"IBM Plex Sans\", \"Segoe UI\", \"Liberation Sans\", Arial, sans-serif".into() };
    for open in &plan.pools {
        overlay.pool(open);
    }
    overlay.raw();
    overlay.titles();
    if !scene.all && let Some((arena, pool)) = scene.opened {
        overlay.ring(Spot::Pool(arena, pool), scene.palette.accent, 2.0, 1.0);
    }
    if let Some(spot) = scene.hover {
        overlay.ring(spot, scene.palette.ink, 1.5, 1.0);
    }
    if let Some(spot) = scene.cursor.filter(|spot| Some(*spot) != scene.ring) {
        overlay.ring(spot, scene.palette.ink, 2.0, 2.0);
    }
    if let Some(spot) = scene.ring {
        overlay.ring(spot, scene.palette.accent, 2.5, 2.0);
        overlay.word(spot);
    }
}

fn css([red, green, blue]: Rgb) -> String {
    format!("rgb({red},{green},{blue})")
}

/// How many letters wide a text is.
fn letters(text: &str) -> f64 {
    columns(text) as f64
}

/// Black or white, whichever is read better on a colour.
fn text_on([red, green, blue]: Rgb) -> &'static str {
    let light = u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114;
    if light > 128_000 { "#111" } else { "#fff" }
}

impl Overlay<'_> {
    fn screen(&self, rect: Rect) -> Rect {
        let camera = self.camera;
        Rect { x: (rect.x - camera.x) * camera.scale, y: (rect.y - camera.y) * camera.scale, width: rect.width * camera.scale, height: rect.height * camera.scale }
    }

    fn is_visible(&self, rect: Rect) -> bool {
        rect.x < self.view.0 && rect.y < self.view.1 && rect.x + rect.width > 0.0 && rect.y + rect.height > 0.0
    }

    fn write(&self, text: &str, x: f64, y: f64, align: &str, size: f64) {
        self.context.set_font(&format!("{size}px {}", self.font));
        self.context.set_text_align(align);
        self.context.set_text_baseline("middle");
        // Text of any kind can be drawn.
        let _ = self.context.fill_text(&of_its_own(text), x, y);
    }

    fn titles(&self) {
        for title in &self.plan.titles {
            let y = (title.y - self.camera.y) * self.camera.scale + 11.0;
            if y < -10.0 || y > self.view.1 + 10.0 {
                continue;
            }
            self.context.set_fill_style_str(&css(self.scene.palette.ink));
            self.context.set_font(&format!("600 12px {}", self.font));
            self.context.set_text_align("left");
            self.context.set_text_baseline("middle");
            let _ = self.context.fill_text(&of_its_own(&title.name), 3.0, y);
            self.context.set_fill_style_str(&css(self.scene.palette.quiet));
            let fits = (letters(&title.name) + letters(&title.fact)) * LETTER + 16.0 <= self.view.0;
            self.write(if fits { &title.fact } else { &title.short_fact }, self.view.0 - 3.0, y, "right", 12.0);
        }
    }

    fn pool(&self, open: &OpenPool) {
        let frame = self.screen(open.frame);
        let pitch = (open.pitch.0 * self.camera.scale, open.pitch.1 * self.camera.scale);
        let Some(pool) = self.scene.blocks.pool(open.arena, open.pool).filter(|_| self.is_visible(frame)) else { return };
        let header = self.screen(open.header);
        if header.height >= 11.0 && header.width >= 60.0 {
            self.context.set_fill_style_str(text_on(self.scene.palette.line));
            self.write(words::header_in_pool(), header.x + 4.0, header.y + header.height / 2.0, "left", 10.0);
        }
        if pitch.0.min(pitch.1) >= LINE_FROM {
            self.free_list(open, pool, pitch.0.min(pitch.1));
        }
        if pitch.0 >= SIGN_FROM && pitch.1 >= 12.0 {
            self.signs(open, pool, pitch.0);
        }
        if self.scene.all && pitch.0 < SIGN_FROM && frame.width >= 60.0 && header.height >= 8.0 {
            self.context.set_fill_style_str(text_on(self.scene.palette.line));
            self.write(&words::bytes_in_pool(pool.block_size.into()), header.x + 3.0, header.y + header.height / 2.0, "left", 9.0);
        }
    }

    fn middle(&self, open: &OpenPool, block: u32) -> (f64, f64) {
        let rect = self.screen(open.block(block));
        (rect.x + rect.width / 2.0 - 0.5, rect.y + rect.height / 2.0 - 0.5)
    }

    /// The free list as a line from block to block, with arrows where there is room; a dot is its head.
    fn free_list(&self, open: &OpenPool, pool: &PoolCells, size: f64) {
        let Some(head) = pool.free.first() else { return };
        let context = self.context;
        context.set_stroke_style_str(&css(self.scene.palette.ink));
        context.set_line_width(if size < 12.0 { 0.6 } else { 1.0 });
        context.set_global_alpha(0.55);
        context.begin_path();
        let mut before: Option<(f64, f64)> = None;
        for block in &pool.free {
            let (x, y) = self.middle(open, *block);
            match before {
                None => context.move_to(x, y),
                Some(from) => {
                    context.line_to(x, y);
                    if size >= 20.0 {
                        arrow(context, from, (x, y), size);
                    }
                }
            }
            before = Some((x, y));
        }
        context.stroke();
        context.set_global_alpha(1.0);
        let (x, y) = self.middle(open, *head);
        context.set_fill_style_str(&css(self.scene.palette.changed));
        context.begin_path();
        // Fails only for a negative radius.
        let _ = context.arc(x, y, (size / 4.0).clamp(1.5, 4.0), 0.0, std::f64::consts::TAU);
        context.fill();
    }

    fn signs(&self, open: &OpenPool, pool: &PoolCells, width: f64) {
        let share = self.scene.legend.occupancy(pool);
        let orders: std::collections::HashMap<u32, usize> = pool.free.iter().enumerate().map(|(order, block)| (*block, order + 1)).collect();
        for (index, cell) in (0..).zip(&pool.cells) {
            let rect = self.screen(open.block(index));
            if !self.is_visible(rect) {
                continue;
            }
            let (x, y) = (rect.x + rect.width / 2.0 - 0.5, rect.y + rect.height / 2.0);
            match self.scene.legend.group(pool, cell, share).and_then(|group| self.scene.legend.groups.get(usize::from(group))) {
                Some(group) => {
                    self.context.set_fill_style_str(text_on(group.colour));
                    if width >= NUMBER_FROM && rect.height >= 26.0 && cell.sort == BlockSort::Object {
                        self.write(&group.sign, x, y - 6.0, "center", 11.0);
                        self.write(&heapglass::picture::ObjectId(cell.id.cast_unsigned()).to_string(), x, y + 7.0, "center", 10.0);
                    } else {
                        self.write(&group.sign, x, y, "center", 10.0);
                    }
                }
                None if cell.sort == BlockSort::Free => {
                    if let Some(order) = orders.get(&index) {
                        self.context.set_fill_style_str(&css(self.scene.palette.ink));
                        self.write(&order.to_string(), rect.x + 3.0, rect.y + 7.0, "left", 9.0);
                    }
                }
                None => {}
            }
        }
    }

    fn raw(&self) {
        for (rect, block) in self.plan.raw.iter().zip(&self.scene.blocks.raw) {
            let rect = self.screen(*rect);
            if !self.is_visible(rect) || rect.width < 34.0 || rect.height < 11.0 {
                continue;
            }
            let fill = if block.taken { text_on(self.scene.palette.taken).to_string() } else { css(self.scene.palette.ink) };
            self.context.set_fill_style_str(&fill);
            self.write(&number(block.size), rect.x + rect.width / 2.0, rect.y + rect.height / 2.0 + 0.5, "center", 10.0);
        }
    }

    fn ring(&self, spot: Spot, colour: Rgb, thick: f64, around: f64) {
        let Some(rect) = self.plan.rect(spot).map(|rect| self.screen(rect)) else { return };
        // A dot on the screen is no ring: it has to be found.
        let (width, height) = (rect.width.max(6.0), rect.height.max(6.0));
        let (x, y) = (rect.x + rect.width / 2.0 - width / 2.0, rect.y + rect.height / 2.0 - height / 2.0);
        self.context.set_line_width(thick + 2.0);
        self.context.set_stroke_style_str(&css(self.scene.palette.panel));
        self.context.stroke_rect(x - around, y - around, width + 2.0 * around - 1.0, height + 2.0 * around - 1.0);
        self.context.set_line_width(thick);
        self.context.set_stroke_style_str(&css(colour));
        self.context.stroke_rect(x - around, y - around, width + 2.0 * around - 1.0, height + 2.0 * around - 1.0);
    }

    /// The word at the ring.
    fn word(&self, spot: Spot) {
        let Some(rect) = self.plan.rect(spot).map(|rect| self.screen(rect)).filter(|rect| self.is_visible(*rect)) else { return };
        let text = told_shortly(&self.scene.blocks, spot);
        if text.is_empty() {
            return;
        }
        let width = letters(&text) * 6.4 + 10.0;
        let x = (rect.x + rect.width / 2.0 - width / 2.0).clamp(0.0, (self.view.0 - width).max(0.0));
        let below = rect.y + rect.height + 5.0;
        let y = if below + 18.0 > self.view.1 { (rect.y - 23.0).max(0.0) } else { below };
        self.context.set_fill_style_str(&css(self.scene.palette.accent));
        self.context.fill_rect(x, y, width, 18.0);
        self.context.set_fill_style_str(text_on(self.scene.palette.accent));
        self.write(&text, x + width / 2.0, y + 9.5, "center", 11.0);
    }
}

/// A text in the direction of its first letter (Unicode's FSI and PDI): the canvas itself is drawn from left to right.
fn of_its_own(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

fn arrow(context: &Context, from: (f64, f64), to: (f64, f64), size: f64) {
    let angle = (to.1 - from.1).atan2(to.0 - from.0);
    let long = (size / 4.0).min(7.0);
    for side in [-0.45, 0.45] {
        context.move_to(to.0 - long * (angle + side).cos(), to.1 - long * (angle + side).sin());
        context.line_to(to.0, to.1);
    }
    context.move_to(to.0, to.1);
}
