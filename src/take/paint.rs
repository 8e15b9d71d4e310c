//! The stage as SVG: frames, boxes and arrows as [`Scene`] has them, in the colours of the page.

mod arrow;
mod frame;
mod object;

use super::svg::Svg;
use super::{Palette, Style};
use crate::layout::{Drawn, Scene, View};
use crate::picture::Picture;
use crate::words;
use heapglass_words::taken;

/// The typefaces of the page, and what stands in for them elsewhere.
pub(super) const CODE_FACE: &str = "'IBM Plex Mono','Cascadia Code','SF Mono',Menlo,Consolas,'Liberation Mono',monospace";
/// The same for sentences.
pub(super) const WORD_FACE: &str = "'IBM Plex Sans','Segoe UI','Helvetica Neue','Liberation Sans',Arial,sans-serif";

/// Height of the line below a picture that says what it shows.
pub(super) const FOOT: i32 = 26;
/// Least width of a picture, so that the line below has room.
pub(super) const LEAST_WIDTH: i32 = 420;

/// A picture, in pieces that are drawn over one another: each has a text that is the same as long as it looks the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Canvas {
    /// Width of the scene.
    pub width: i32,
    /// Height of the scene.
    pub height: i32,
    /// The border of the heap, frames, boxes, arrows, changes of counts.
    pub pieces: Vec<Piece>,
}

/// A part of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// What is drawn over what: pieces with lower numbers first.
    pub depth: u8,
    /// SVG.
    pub svg: String,
}

/// What is drawn of the whole picture.
pub(super) struct Paint<'a> {
    pub(super) picture: &'a Picture,
    pub(super) palette: &'a Palette,
    pub(super) style: &'a Style,
    /// The collection has just taken inner references off the scratch counts.
    pub(super) subtracting: bool,
}

impl Canvas {
    /// The stage of this picture. Everything in it has to have its place.
    pub fn new(picture: &Picture, style: &Style) -> Self {
        let everything = View { left: i32::MIN / 4, top: i32::MIN / 4, right: i32::MAX / 4, bottom: i32::MAX / 4 };
        let drawn = Drawn::new(picture, &std::rc::Rc::new(style.look.clone()), style.narrow);
        let mut scene = Scene::new(picture, &drawn, &style.places, &style.look, style.narrow, None);
        if scene.arrows.is_empty() {
            scene.arrows = scene.arrows_in(&style.places, style.narrow, &[everything]);
        }
        let collection = picture.collector.collection.as_ref();
        let subtracting =
            collection.is_some_and(|running| running.phases.get(running.phase as usize).is_some_and(|phase| phase == "Subtract"));
        let paint = Paint { picture, palette: &style.palette, style, subtracting };
        let piece = |depth: u8| move |svg: String| Piece { depth, svg };
        let mut pieces = vec![piece(0)(paint.fence(&scene))];
        pieces.extend(scene.frames.iter().filter_map(|box_| paint.frame(box_)).map(piece(1)));
        pieces.extend(scene.boxes.iter().filter_map(|box_| paint.object(box_)).map(piece(2)));
        pieces.extend(scene.arrows.iter().map(|arrow| paint.arrow(arrow)).map(piece(3)));
        pieces.extend(scene.boxes.iter().filter_map(|box_| paint.change(box_)).map(piece(4)));
        Self { width: scene.width.max(LEAST_WIDTH), height: scene.height, pieces }
    }
}

impl Paint<'_> {
    fn fence(&self, scene: &Scene) -> String {
        let mut svg = Svg::default();
        let way = format!("M{0} 0V{1}", scene.fence, scene.height);
        let collecting = self.picture.collector.collection.is_some();
        let (colour, width, dashes) = if collecting { ("ink-2", "1.5", "9 4 2 4") } else { ("line-1", "1", "none") };
        svg.element("path", &[
            ("class", &"fence"),
            ("d", &way),
            ("fill", &"none"),
            ("stroke", &self.palette.of(colour)),
            ("stroke-width", &width),
            ("stroke-dasharray", &dashes),
        ]);
        svg.into_text()
    }

    /// A value or a name, in the typeface of code.
    pub(super) fn code(&self, svg: &mut Svg, x: i32, y: f64, anchor: &str, colour: &str, bold: bool, words: &str) {
        let weight = if bold { "600" } else { "400" };
        svg.words("text", &[("x", &x), ("y", &y), ("text-anchor", &anchor), ("fill", &colour), ("font-weight", &weight)], words);
    }

    /// Small words.
    pub(super) fn caption(&self, svg: &mut Svg, x: i32, y: f64, anchor: &str, words: &str) {
        svg.words("text", &[
            ("x", &x),
            ("y", &y),
            ("text-anchor", &anchor),
            ("fill", &self.palette.of("ink-2")),
            ("font-family", &WORD_FACE),
            ("font-size", &"12"),
            ("font-weight", &"500"),
        ], words);
    }

    /// The end of a reference that stands in a row or cell.
    pub(super) fn dot(&self, svg: &mut Svg, x: i32, y: i32, open: bool) {
        let palette = self.palette;
        let (fill, stroke) = if open { ("surface-raised", "ink-2") } else { ("ink-1", "ink-1") };
        let width = if open { "1.75" } else { "0" };
        svg.element("circle", &[
            ("cx", &x),
            ("cy", &y),
            ("r", &4),
            ("fill", &palette.of(fill)),
            ("stroke", &palette.of(stroke)),
            ("stroke-width", &width),
        ]);
    }
}

/// The picture as an SVG of its own.
pub fn still(picture: &Picture, style: &Style, file: &str) -> String {
    let canvas = Canvas::new(picture, style);
    let palette = &style.palette;
    let (width, height) = (canvas.width, canvas.height + FOOT);
    let mut svg = Svg::default();
    begin(&mut svg, width, height);
    svg.words("title", &[], &place(picture, file));
    svg.words("desc", &[], &description(picture));
    svg.element("rect", &[("width", &width), ("height", &height), ("fill", &palette.of("surface-stage"))]);
    canvas.pieces.iter().for_each(|piece| svg.raw(&piece.svg));
    foot(&mut svg, palette, canvas.height, &place(picture, file));
    svg.close("svg");
    svg.into_text()
}

/// The start of a document of this size.
pub(super) fn begin(svg: &mut Svg, width: i32, height: i32) {
    svg.open("svg", &[
        ("xmlns", &"http://www.w3.org/2000/svg"),
        ("width", &width),
        ("height", &height),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("role", &"img"),
        ("font-family", &CODE_FACE),
        ("font-size", &"13"),
    ]);
}

/// The line below a picture.
pub(super) fn foot(svg: &mut Svg, palette: &Palette, top: i32, words: &str) {
    svg.words("text", &[
        ("class", &"foot"),
        ("x", &20),
        ("y", &(top + 16)),
        ("fill", &palette.of("ink-3")),
        ("font-family", &WORD_FACE),
        ("font-size", &"11"),
    ], words);
}

/// Where a picture was taken, and of which version its numbers are.
pub(super) fn place(picture: &Picture, file: &str) -> String {
    let position = &picture.position;
    match position.line {
        Some(line) => taken::place(file, &line.to_string(), position.stop),
        None => taken::place_at_the_end(file, position.stop),
    }
}

/// The picture in words.
pub(super) fn description(picture: &Picture) -> String {
    let mut text = picture.sentence.text.replace('`', "");
    for frame in &picture.frames {
        let mut item = taken::frame(&frame.function, &frame.line.to_string());
        for name in &frame.names {
            item = taken::one_more(&item, &name.name, &words::value(&name.value, words::numbered));
        }
        text = text + "\n" + &taken::item(&item);
    }
    for object in &picture.objects {
        let title = words::title(object);
        let mut item = match object.count {
            Some(count) => taken::object(&title, &object.value, count),
            None => taken::immortal_object(&title, &object.value),
        };
        for part in &object.parts {
            item = taken::one_more(&item, &part.label, &words::value(&part.value, words::numbered));
        }
        text = text + "\n" + &taken::item(&item);
    }
    text
}
