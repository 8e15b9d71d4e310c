//! Arrows, with their signs.

use super::super::svg::Svg;
use super::{Paint, WORD_FACE};
use crate::layout::{Arrow, ArrowKind};
use crate::picture::{Object, ObjectId};

impl Paint<'_> {
    /// An arrow.
    pub(super) fn arrow(&self, arrow: &Arrow) -> String {
        let palette = self.palette;
        let selected = self.style.selected;
        let touched = selected.is_some() && (arrow.from == selected || Some(arrow.to) == selected);
        let taken = self.taken(arrow);
        let ink = palette.of(match (arrow.changed, touched, arrow.kind) {
            (true, ..) => "changed",
            (false, true, _) => "accent",
            (false, false, ArrowKind::Root) => "ink-1",
            _ => "ink-2",
        });
        let width = match (arrow.changed, arrow.kind) {
            (true, _) => "3.2",
            (false, ArrowKind::Root) => "2.4",
            _ => "1.75",
        };
        let weak = arrow.kind == ArrowKind::Weak;
        let faded = if selected.is_some() && !touched && !arrow.changed { "0.45" } else { "1" };
        let from = arrow.from.map(|id| id.0.to_string()).unwrap_or_default();
        let mut svg = Svg::default();
        svg.open("g", &[("class", &"arrow"), ("data-from", &from), ("data-to", &arrow.to.0), ("opacity", &faded)]);
        let stage = palette.of("surface-stage");
        svg.element("path", &[("d", &arrow.path.line), ("fill", &"none"), ("stroke", &stage), ("stroke-width", &5)]);
        svg.element("path", &[
            ("class", &"line"),
            ("d", &arrow.path.line),
            ("fill", &"none"),
            ("stroke", &ink),
            ("stroke-width", &width),
            ("stroke-opacity", &if taken { "0.55" } else { "1" }),
            ("stroke-dasharray", &if weak { "5 4" } else { "none" }),
        ]);
        svg.element("path", &[("class", &"tip"), ("d", &arrow.path.tip), ("fill", &ink)]);
        let (x, y) = arrow.path.start;
        if weak {
            self.dot(&mut svg, x, y, true);
        } else {
            let fill = if arrow.changed || touched { ink } else { palette.of("ink-1") };
            svg.element("circle", &[("cx", &x), ("cy", &y), ("r", &4), ("fill", &fill)]);
        }
        let (x, y) = arrow.path.middle;
        if taken {
            svg.element("circle", &[
                ("cx", &x),
                ("cy", &y),
                ("r", &10),
                ("fill", &stage),
                ("stroke", &palette.of("ink-2")),
                ("stroke-width", &"1.4"),
                ("stroke-dasharray", &"3 2"),
            ]);
            self.sign(&mut svg, x, y + 4, "−1");
        }
        if weak {
            self.sign(&mut svg, x, y - 5, "weak");
        }
        svg.close("g");
        svg.into_text()
    }

    fn sign(&self, svg: &mut Svg, x: i32, y: i32, words: &str) {
        svg.words("text", &[
            ("x", &x),
            ("y", &y),
            ("text-anchor", &"middle"),
            ("fill", &self.palette.of("ink-2")),
            ("font-family", &WORD_FACE),
            ("font-size", &"11"),
            ("font-weight", &"600"),
            ("stroke", &self.palette.of("surface-stage")),
            ("stroke-width", &4),
            ("paint-order", &"stroke"),
        ], words);
    }

    /// Whether the collection has taken this reference off its target's scratch count.
    fn taken(&self, arrow: &Arrow) -> bool {
        let examined = |id| self.find(id).is_some_and(|object| object.scratch.is_some());
        self.subtracting && arrow.kind == ArrowKind::Inner && arrow.from.is_some_and(examined) && examined(arrow.to)
    }

    /// Objects of a picture are in the order of their numbers.
    fn find(&self, id: ObjectId) -> Option<&Object> {
        let at = self.picture.objects.binary_search_by_key(&id, |object| object.id).ok()?;
        self.picture.objects.get(at)
    }
}
