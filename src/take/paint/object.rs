//! Objects: outline, header, count, and what they hold.

use super::super::svg::Svg;
use super::Paint;
use crate::layout::{CELL, Cell, DOT_IN_CELL, Form, HEADER, ObjectBox, ROW, Row, fact_start, header, outline};
use crate::picture::{Object, Shape};
use crate::session::Layer;
use crate::words;
use heapglass_words::taken;

/// The colours of a box.
struct Inks<'a> {
    kind: &'a str,
    wash: &'a str,
    /// What is written in it; of what the program has lost, grey.
    key: &'a str,
    value: &'a str,
    quiet: &'a str,
}

impl Paint<'_> {
    fn inks(&self, object: &Object) -> Inks<'_> {
        let palette = self.palette;
        let (kind, wash) = palette.of_kind(object.shape);
        if !object.reachable {
            let ink = palette.of("unreachable-ink");
            let kind = palette.of(if object.verdict == "rescued" { "rescued" } else { "unreachable" });
            return Inks { kind, wash: palette.of("unreachable-wash"), key: ink, value: ink, quiet: ink };
        }
        let (kind, wash) = if object.verdict == "rescued" { (palette.of("rescued"), palette.of("rescued-wash")) } else { (kind, wash) };
        Inks { kind, wash, key: palette.of("ink-2"), value: palette.of("ink-1"), quiet: palette.of("ink-3") }
    }

    /// A box.
    pub(super) fn object(&self, box_: &ObjectBox) -> Option<String> {
        let object = self.picture.objects.get(box_.index)?;
        let palette = self.palette;
        let inks = self.inks(object);
        let form = &box_.form;
        let (width, height) = (form.width, form.height);
        let mut svg = Svg::default();
        svg.open("g", &[
            ("class", &"object"),
            ("data-id", &object.id.0),
            ("transform", &format!("translate({} {})", box_.x, box_.y)),
        ]);
        if self.style.selected == Some(object.id) {
            svg.element("rect", &[
                ("x", &-5),
                ("y", &-5),
                ("width", &(width + 10)),
                ("height", &(height + 10)),
                ("rx", &8),
                ("fill", &"none"),
                ("stroke", &palette.of("accent")),
                ("stroke-width", &3),
            ]);
        }
        if object.shape == Shape::Class {
            svg.element("path", &[
                ("d", &outline(Shape::Class, width + 6, height + 6)),
                ("transform", &"translate(-3 -3)"),
                ("fill", &palette.of("surface-stage")),
                ("stroke", &inks.kind),
            ]);
        }
        let shape = outline(object.shape, width, height);
        let ground = if object.reachable { palette.of("surface-raised") } else { inks.wash };
        svg.element("path", &[("d", &shape), ("fill", &ground)]);
        self.head(&mut svg, object, form, &inks);
        form.cells.iter().for_each(|cell| self.cell(&mut svg, cell, object, form, &inks));
        form.rows.iter().for_each(|row| self.row(&mut svg, row, form, &inks));
        if object.shape == Shape::Tuple && height > HEADER {
            let ends = format!("M0 0V{height}M{width} 0V{height}");
            svg.element("path", &[("d", &ends), ("fill", &"none"), ("stroke", &inks.kind), ("stroke-width", &4)]);
        }
        let (edge, thick, dashes) = match object {
            _ if object.is_new => (palette.of("changed"), "2.5", "none"),
            _ if object.verdict == "condemned" => (inks.kind, "2", "1 4"),
            _ if object.shape == Shape::Weakref => (inks.kind, "1.5", "5 4"),
            _ => (inks.kind, "1.5", "none"),
        };
        svg.element("path", &[("d", &shape), ("fill", &"none"), ("stroke", &edge), ("stroke-width", &thick), ("stroke-dasharray", &dashes)]);
        if let Some(scratch) = object.scratch.filter(|_| self.style.layer >= Layer::Collector) {
            self.slip(&mut svg, scratch, object, height);
        }
        svg.close("g");
        Some(svg.into_text())
    }

    fn head(&self, svg: &mut Svg, object: &Object, form: &Form, inks: &Inks<'_>) {
        let palette = self.palette;
        let width = form.width;
        let (head_width, beside) = form.beside.as_ref().map_or((width, false), |(_, start)| (*start, true));
        let shape = header(object.shape, (head_width, HEADER), form.height == HEADER, beside && form.height == HEADER);
        svg.element("path", &[("d", &shape), ("fill", &inks.wash)]);
        if form.height > HEADER {
            self.wall(svg, &format!("M0 {HEADER}H{width}"), inks.kind, 0.38);
        }
        let tile = if object.reachable { inks.kind } else { palette.of("unreachable-ink") };
        svg.element("rect", &[("x", &9), ("y", &5), ("width", &28), ("height", &16), ("rx", &3), ("fill", &tile)]);
        let sign = object.position.map_or_else(|| words::tile(object.shape).to_owned(), |position| format!("{position}▸"));
        self.small(svg, 23, 17.0, "middle", palette.of("surface-panel"), "11", &sign);
        let word = words::type_word(object);
        let type_ink = if object.reachable { inks.kind } else { inks.key };
        self.code(svg, 44, 17.5, "start", type_ink, true, word);
        if self.style.layer >= Layer::Objects {
            let after = 44 + 8 * i32::try_from(words::columns(word)).unwrap_or(0) + 4;
            self.small(svg, after, 17.5, "start", inks.quiet, "11.5", &words::numbered(object.id));
        }
        if !object.fact.is_empty() {
            self.small(svg, fact_start(object), 17.5, "start", inks.quiet, "11.5", &object.fact);
        }
        if form.folded {
            let left = width - 58 - if object.reachable { 0 } else { 20 };
            let way = format!("M{} 9l4 4l-4 4", left + 6);
            svg.element("path", &[("d", &way), ("fill", &"none"), ("stroke", &inks.kind), ("stroke-width", &2)]);
        }
        if self.style.places.is_pinned(object.id) {
            let way = format!("M{0} -6l4 6l-4 6l-4 -6z", width - 6);
            svg.element("path", &[("d", &way), ("fill", &palette.of("accent"))]);
        }
        if let Some((text, start)) = &form.beside {
            self.wall(svg, &format!("M{start} 0V{HEADER}"), inks.kind, 0.38);
            self.code(svg, start + 9, 17.5, "start", inks.value, false, text);
        }
        if !object.reachable {
            svg.element("path", &[
                ("class", &"cut-ring"),
                ("d", &"M4.2 -3.2A5.2 5.2 0 1 1 2 -4.8M-5 5L5 -5"),
                ("transform", &format!("translate({} 13)", width - 53)),
                ("fill", &"none"),
                ("stroke", &palette.of("unreachable-ink")),
                ("stroke-width", &"1.7"),
            ]);
        }
        if self.style.layer >= Layer::Objects {
            self.badge(svg, object, width);
        }
    }

    fn badge(&self, svg: &mut Svg, object: &Object, width: i32) {
        let palette = self.palette;
        let text = object.count.map_or_else(|| "∞".into(), words::number);
        let badge_width = 14 + 8 * i32::try_from(text.chars().count()).unwrap_or(1);
        let x = width - 8 - badge_width;
        let changed = object.count_change != 0;
        let (fill, stroke, ink) = match (changed, object.count.is_none(), object.reachable) {
            (true, ..) => (palette.of("changed"), "none", palette.of("on-changed")),
            (false, true, _) => ("none", palette.of("ink-2"), palette.of("ink-1")),
            (false, false, true) => (palette.of("ink-1"), "none", palette.of("surface-panel")),
            (false, false, false) => (palette.of("unreachable-ink"), "none", palette.of("surface-panel")),
        };
        svg.open("g", &[("class", &"count")]);
        svg.element("rect", &[
            ("x", &x),
            ("y", &5),
            ("width", &badge_width),
            ("height", &17),
            ("rx", &"8.5"),
            ("fill", &fill),
            ("stroke", &stroke),
            ("stroke-width", &"1.2"),
        ]);
        self.small(svg, x + badge_width / 2, 17.5, "middle", ink, "12.5", &text);
        svg.close("g");
    }

    /// How much the count of a box has changed, over the arrows, which pass above boxes.
    pub(super) fn change(&self, box_: &ObjectBox) -> Option<String> {
        let object = self.picture.objects.get(box_.index).filter(|object| object.count_change != 0 && self.style.layer >= Layer::Objects)?;
        let palette = self.palette;
        let mut svg = Svg::default();
        svg.open("g", &[
            ("class", &"change"),
            ("data-of", &object.id.0),
            ("transform", &format!("translate({} {})", box_.x + box_.form.width - 12, box_.y - 7)),
        ]);
        svg.element("rect", &[
            ("x", &-15),
            ("y", &-8),
            ("width", &30),
            ("height", &16),
            ("rx", &8),
            ("fill", &palette.of("changed")),
            ("stroke", &palette.of("surface-stage")),
            ("stroke-width", &2),
        ]);
        self.small(&mut svg, 0, 4.0, "middle", palette.of("on-changed"), "11.5", &words::signed(object.count_change));
        svg.close("g");
        Some(svg.into_text())
    }

    /// Small print in the typeface of code.
    fn small(&self, svg: &mut Svg, x: i32, y: f64, anchor: &str, ink: &str, size: &str, words: &str) {
        let weight = if anchor == "middle" { "600" } else { "400" };
        svg.words("text", &[
            ("x", &x),
            ("y", &y),
            ("text-anchor", &anchor),
            ("fill", &ink),
            ("font-size", &size),
            ("font-weight", &weight),
        ], words);
    }

    fn cell(&self, svg: &mut Svg, cell: &Cell, object: &Object, form: &Form, inks: &Inks<'_>) {
        let palette = self.palette;
        let middle = cell.x + cell.width / 2;
        let inside = CELL.min(form.height - HEADER);
        let (top, bottom) = (cell.y, cell.y + inside);
        let baseline = f64::from(top + if cell.index.is_empty() { 23 } else { 29 });
        if cell.more {
            self.code(svg, middle, f64::from(top + 23), "middle", inks.kind, false, &cell.text);
            return;
        }
        if cell.changed {
            let wash = palette.of("changed-wash");
            svg.element("rect", &[("x", &(cell.x + 1)), ("y", &top), ("width", &(cell.width - 2)), ("height", &inside), ("fill", &wash)]);
        }
        if object.shape == Shape::Set {
            svg.element("rect", &[
                ("x", &(cell.x + 3)),
                ("y", &(top + 6)),
                ("width", &(cell.width - 6)),
                ("height", &(inside - 12)),
                ("rx", &13),
                ("fill", &"none"),
                ("stroke", &inks.kind),
                ("stroke-opacity", &"0.5"),
            ]);
        } else if cell.spare {
            svg.element("rect", &[
                ("x", &(cell.x + 4)),
                ("y", &(top + 4)),
                ("width", &(cell.width - 8)),
                ("height", &(inside - 8)),
                ("rx", &2),
                ("fill", &"none"),
                ("stroke", &palette.of("ink-3")),
                ("stroke-opacity", &"0.6"),
                ("stroke-dasharray", &"3 3"),
            ]);
        } else if cell.x > 0 {
            self.wall(svg, &format!("M{} {top}V{bottom}", cell.x), inks.kind, 0.38);
        }
        if cell.x == 0 && top > HEADER {
            self.wall(svg, &format!("M0 {top}H{}", form.width), inks.kind, 0.38);
        }
        if !cell.index.is_empty() {
            self.small(svg, cell.x + 5, f64::from(top + 12), "start", inks.quiet, "11", &cell.index);
        }
        if cell.target.is_some() {
            self.dot(svg, middle, top + DOT_IN_CELL, false);
        } else {
            let ink = match (cell.changed, cell.spare) {
                (true, _) => palette.of("changed-ink"),
                (false, true) => inks.quiet,
                (false, false) => inks.value,
            };
            self.code(svg, middle, baseline, "middle", ink, cell.changed, &cell.text);
        }
    }

    fn row(&self, svg: &mut Svg, row: &Row, form: &Form, inks: &Inks<'_>) {
        let palette = self.palette;
        let middle = row.y + ROW / 2;
        let base = f64::from(middle + 4);
        if row.more {
            self.code(svg, 12, base, "start", inks.kind, false, &row.label);
            return;
        }
        if row.changed {
            svg.element("rect", &[
                ("x", &form.divide),
                ("y", &row.y),
                ("width", &(form.width - form.divide - 1)),
                ("height", &ROW),
                ("fill", &palette.of("changed-wash")),
            ]);
        }
        if row.y > HEADER {
            self.wall(svg, &format!("M0 {}H{}", row.y, form.width), inks.kind, 0.38);
        }
        let is_note = row.part.is_none();
        if !is_note {
            self.wall(svg, &format!("M{} {}V{}", form.divide, row.y, row.y + ROW), inks.kind, 0.38);
        }
        let changed = palette.of("changed-ink");
        let key = match (row.changed, is_note) {
            (true, _) => changed,
            (false, true) => inks.quiet,
            (false, false) => inks.key,
        };
        self.code(svg, if row.key.is_some() { 24 } else { 10 }, base, "start", key, row.changed, &row.label);
        if row.key.is_some() {
            self.dot(svg, 15, middle, false);
        }
        if row.target.is_some() {
            self.dot(svg, form.width - 15, middle, row.weak);
        } else if !row.text.is_empty() {
            let ink = if row.changed { changed } else { inks.value };
            self.code(svg, form.divide + 9, base, "start", ink, row.changed, &row.text);
        }
    }

    /// The collector's scratch count, on a slip under the box.
    fn slip(&self, svg: &mut Svg, scratch: i64, object: &Object, height: i32) {
        let palette = self.palette;
        let count = object.count.unwrap_or(0).cast_signed();
        let text = if self.subtracting && count > scratch {
            format!("{count} − {} = {scratch}", count - scratch)
        } else {
            scratch.to_string()
        };
        let width = 14 + 8 * i32::try_from(text.chars().count()).unwrap_or(1);
        let (fill, edge) = if scratch == 0 { ("changed-wash", "changed-ink") } else { ("surface-stage", "ink-2") };
        svg.open("g", &[("class", &"slip"), ("transform", &format!("translate(12 {height})"))]);
        svg.element("path", &[
            ("d", &format!("M0 0V15Q0 18 3 18H{}Q{width} 18 {width} 15V0", width - 3)),
            ("fill", &palette.of(fill)),
            ("stroke", &palette.of(edge)),
            ("stroke-dasharray", &"3 2.5"),
        ]);
        let ink = palette.of(if scratch == 0 { "changed-ink" } else { "ink-1" });
        self.code(svg, width / 2, 13.5, "middle", ink, scratch == 0, &text);
        if !object.verdict.is_empty() && object.verdict != "candidate" {
            self.caption(svg, width + 7, 13.5, "start", &taken::verdict(&object.verdict));
        }
        svg.close("g");
    }
}
