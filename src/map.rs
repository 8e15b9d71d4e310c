//! The heap map without a browser: what blocks there are, where each is drawn, in which colour, and how it is told in words.

mod camera;
mod cells;
mod colouring;
mod figures;
mod paint;
mod palette;
mod plan;
mod told;

pub use camera::Camera;
pub use cells::{Blocks, Cell, PoolCells};
pub use colouring::{Colouring, Group, Legend, Pattern};
pub use figures::{Figure, figures};
pub use paint::{Pixels, paint};
pub use palette::{Palette, Rgb};
pub use plan::{OpenPool, Plan, Rect, Spot, Title, Towards};
pub use told::{told, told_shortly};

#[cfg(test)]
mod tests;
