//! Frames: cards outside the heap.

use super::super::svg::Svg;
use super::Paint;
use crate::layout::{FrameBox, HEADER, ROW, Row};
use crate::words;
use heapglass_words::taken;

impl Paint<'_> {
    /// A frame with its names and its value stack.
    pub(super) fn frame(&self, box_: &FrameBox) -> Option<String> {
        let frame = self.picture.frames.get(box_.index)?;
        let palette = self.palette;
        let (width, height) = (box_.width, box_.height);
        let kind = palette.of("kind-function");
        let mut svg = Svg::default();
        svg.open("g", &[("class", &"frame"), ("data-frame", &frame.id), ("transform", &format!("translate({} {})", box_.x, box_.y))]);
        svg.element("rect", &[
            ("width", &width),
            ("height", &height),
            ("rx", &5),
            ("fill", &palette.of("surface-raised")),
            ("stroke", &kind),
            ("stroke-width", &"1.5"),
        ]);
        let right = f64::from(width) - 0.75;
        let head = format!("M0.75 {HEADER}V5.5Q0.75 0.75 5.5 0.75H{}Q{right} 0.75 {right} 5.5V{HEADER}Z", width - 5);
        svg.element("path", &[("d", &head), ("fill", &palette.of("kind-function-wash"))]);
        let (title, line) = box_.head(&frame.function, frame.line, taken::frame_line(&frame.line.to_string()));
        self.code(&mut svg, 10, 17.5, "start", kind, true, &title);
        self.caption(&mut svg, width - 10, 17.5, "end", &line);
        if frame.names.is_empty() {
            self.caption(&mut svg, 10, f64::from(HEADER + 16), "start", taken::no_names());
        }
        for (index, row) in box_.names.iter().enumerate() {
            let in_cell = frame.names.get(index).is_some_and(|name| matches!(name.scope.as_str(), "cell" | "free"));
            self.name(&mut svg, row, width, in_cell);
        }
        if let Some(first) = box_.stack.first() {
            self.wall(&mut svg, &format!("M0 {0}H{width}", first.y - 20), kind, 0.3);
            let words = if self.style.layer >= crate::session::Layer::Objects { taken::value_stack() } else { taken::in_this_line() };
            self.caption(&mut svg, 10, f64::from(first.y - 5), "start", words);
        }
        box_.stack.iter().for_each(|row| self.name(&mut svg, row, width, false));
        svg.close("g");
        Some(svg.into_text())
    }

    fn name(&self, svg: &mut Svg, row: &Row, width: i32, in_cell: bool) {
        let palette = self.palette;
        let middle = row.y + ROW / 2;
        let unbound = row.target.is_none() && row.text == "—";
        let colour = palette.of(match (row.changed, unbound) {
            (true, _) => "changed-ink",
            (false, true) => "ink-3",
            (false, false) => "ink-1",
        });
        if row.changed {
            let wash = palette.of("changed-wash");
            svg.element("rect", &[("x", &"1.5"), ("y", &row.y), ("width", &(width - 3)), ("height", &ROW), ("fill", &wash)]);
        }
        self.wall(svg, &format!("M1 {}H{}", row.y, width - 1), palette.of("kind-function"), 0.3);
        self.code(svg, 10, f64::from(middle + 4), "start", colour, row.changed, &row.label);
        if in_cell {
            let past = 16 + 8 * i32::try_from(words::columns(&row.label)).unwrap_or(0);
            self.caption(svg, past, f64::from(middle + 4), "start", taken::in_a_cell());
        }
        if row.target.is_some() {
            self.dot(svg, width - 15, middle, false);
        } else {
            self.code(svg, width - 10, f64::from(middle + 4), "end", colour, row.changed, &row.text);
        }
    }

    /// A line between rows or cells.
    pub(super) fn wall(&self, svg: &mut Svg, way: &str, colour: &str, opacity: f64) {
        svg.element("path", &[("d", &way), ("fill", &"none"), ("stroke", &colour), ("stroke-opacity", &opacity)]);
    }
}
