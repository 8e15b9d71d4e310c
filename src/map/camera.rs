//! What of the map is in view.

use super::plan::Rect;

/// The corner in view, and how large things are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The left edge of the view, in measures of the plan.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Pixels of the page for a measure of the plan.
    pub scale: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, scale: 1.0 }
    }
}

impl Camera {
    /// The largest size.
    pub const MOST: f64 = 64.0;

    /// The place of the plan at a place of the view, in pixels of the page.
    pub fn place(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x + x / self.scale, self.y + y / self.scale)
    }

    /// Moved by so many pixels of the page.
    #[must_use]
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x - x / self.scale, y: self.y - y / self.scale, ..self }
    }

    /// Larger by a factor, around a place of the view that stays where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f64, y: f64) -> Self {
        let (at_x, at_y) = self.place(x, y);
        let scale = (self.scale * factor).clamp(1.0, Self::MOST);
        Self { x: at_x - x / scale, y: at_y - y / scale, scale }
    }

    /// Kept to the plan, of which a piece as large as the view is in it.
    #[must_use]
    pub fn kept_to(self, plan: (f64, f64), view: (f64, f64)) -> Self {
        let keep = |at: f64, whole: f64, view: f64| at.clamp(0.0, (whole - view / self.scale).max(0.0));
        Self { x: keep(self.x, plan.0, view.0), y: keep(self.y, plan.1, view.1), ..self }
    }

    /// Moved as little as possible so that a rectangle is in view.
    #[must_use]
    pub fn showing(self, rect: Rect, view: (f64, f64)) -> Self {
        let along = |at: f64, start: f64, length: f64, view: f64| {
            let room = view / self.scale;
            if start < at { start } else { at.max((start + length - room).min(start)) }
        };
        let margin = 8.0 / self.scale;
        let (width, height) = (rect.width + 2.0 * margin, rect.height + 2.0 * margin);
        Self { x: along(self.x, rect.x - margin, width, view.0), y: along(self.y, rect.y - margin, height, view.1), ..self }
    }

    /// So that a rectangle fills the view.
    #[must_use]
    pub fn filling(rect: Rect, view: (f64, f64)) -> Self {
        let scale = (view.0 / rect.width).min(view.1 / rect.height).clamp(1.0, Self::MOST);
        let middle = |start: f64, length: f64, view: f64| start + length / 2.0 - view / scale / 2.0;
        Self { x: middle(rect.x, rect.width, view.0), y: middle(rect.y, rect.height, view.1), scale }
    }
}
