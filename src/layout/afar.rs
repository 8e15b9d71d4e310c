//! The stage from so far away that a box is a dot: the shapes of the small map.

use super::{Scene, View};
use std::fmt::Write;

/// Up to so many boxes each has its own outline; of more, what they cover is drawn.
const FEW: usize = 300;
/// Cells of the grid in a pixel, along each side.
const FINE: i32 = 2;

/// Path data of all boxes, and of all frames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Afar {
    /// Of the boxes.
    pub boxes: String,
    /// Of the frames.
    pub frames: String,
}

impl Afar {
    /// A stage drawn so many times as large. Nothing is smaller than a pixel.
    pub fn of(scene: &Scene, scale: f64) -> Self {
        let mut frames = String::new();
        for box_ in &scene.frames {
            outline(&mut frames, scale, [box_.x, box_.y, box_.width, box_.height]);
        }
        let each = scene.boxes.iter().map(|box_| [box_.x, box_.y, box_.form.width, box_.form.height]);
        let boxes = if scene.boxes.len() <= FEW {
            let mut boxes = String::new();
            each.for_each(|box_| outline(&mut boxes, scale, box_));
            boxes
        } else {
            Grid::covered(each, scale, (scene.width, scene.height)).path()
        };
        Self { boxes, frames }
    }
}

/// Whether a small map in the lower left corner of what is seen, so wide and high in the stage's own measures, would lie on a
/// frame: then it belongs into the other corner, for frames cannot be moved away from under it.
pub fn lies_on_frames(scene: &Scene, view: View, (width, height): (i32, i32)) -> bool {
    let corner = View { left: view.left, right: view.left + width, top: view.bottom - height, bottom: view.bottom };
    scene.frames.iter().any(|frame| corner.meets(frame.x, frame.y, frame.width, frame.height))
}

fn outline(text: &mut String, scale: f64, [x, y, width, height]: [i32; 4]) {
    let of = |length: i32| f64::from(length) * scale;
    let (width, height) = (of(width).max(1.0), of(height).max(1.0));
    // Writing to a string cannot fail.
    let _ = write!(text, "M{:.1} {:.1}h{width:.1}v{height:.1}h-{width:.1}z", of(x), of(y));
}

/// Half pixels, covered or not, row by row.
struct Grid {
    width: usize,
    cells: Vec<bool>,
}

impl Grid {
    /// What these boxes cover, given the size of the stage.
    fn covered(boxes: impl Iterator<Item = [i32; 4]>, scale: f64, size: (i32, i32)) -> Self {
        let fine = scale * f64::from(FINE);
        let cell = |length: i32| (f64::from(length) * fine).max(0.0) as usize;
        let least = FINE as usize;
        let (width, height) = (cell(size.0) + least + 1, cell(size.1) + least + 1);
        let mut cells = vec![false; width * height];
        for [x, y, box_width, box_height] in boxes {
            let (left, top) = (cell(x), cell(y));
            let (right, bottom) = (cell(x + box_width).max(left + least), cell(y + box_height).max(top + least));
            for row in top.min(height)..bottom.min(height) {
                cells[row * width..][left.min(width)..right.min(width)].fill(true);
            }
        }
        Self { width, cells }
    }

    /// Rectangles: a run of covered cells, and the same run in the rows below.
    fn path(&self) -> String {
        let mut text = String::new();
        let mut open: Vec<(usize, usize, usize)> = Vec::new();
        let rows = self.cells.len() / self.width.max(1);
        for row in 0..=rows {
            let runs = self.runs(row);
            let goes_on = |run: &(usize, usize, usize)| runs.contains(&(run.0, run.1));
            for (left, right, top) in open.iter().filter(|run| !goes_on(run)) {
                let (width, height) = (right - left, row - top);
                let half = |cells: usize| if cells % 2 == 0 { (cells / 2).to_string() } else { format!("{}.5", cells / 2) };
                let _ = write!(text, "M{} {}h{}v{}h-{}z", half(*left), half(*top), half(width), half(height), half(width));
            }
            let still: Vec<(usize, usize, usize)> = open.into_iter().filter(goes_on).collect();
            let is_new = |run: &&(usize, usize)| !still.iter().any(|old| (old.0, old.1) == **run);
            let begun: Vec<(usize, usize, usize)> = runs.iter().filter(is_new).map(|run| (run.0, run.1, row)).collect();
            open = still.into_iter().chain(begun).collect();
        }
        text
    }

    /// The runs of covered cells in a row: where each begins, and where it has ended.
    fn runs(&self, row: usize) -> Vec<(usize, usize)> {
        let cells = self.cells.get(row * self.width..(row + 1) * self.width).unwrap_or_default();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for at in cells.iter().enumerate().filter(|(_, covered)| **covered).map(|(at, _)| at) {
            match runs.last_mut() {
                Some(run) if run.1 == at => run.1 = at + 1,
                _ => runs.push((at, at + 1)),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests;
