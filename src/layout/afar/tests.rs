use super::Grid;

/// Which half pixels a path covers, in a grid of so many.
fn covered(path: &str, width: usize, height: usize) -> Vec<bool> {
    let mut cells = vec![false; width * height];
    for piece in path.split('z').filter(|piece| !piece.is_empty()) {
        let numbers: Vec<f64> = piece.split(|sign: char| !sign.is_ascii_digit() && sign != '.').filter_map(|number| number.parse().ok()).collect();
        let [left, top, wide, high, _] = numbers[..] else { panic!("{piece}") };
        let cell = |pixels: f64| (pixels * 2.0) as usize;
        for row in cell(top)..cell(top + high) {
            for at in cell(left)..cell(left + wide) {
                assert!(!std::mem::replace(&mut cells[row * width + at], true), "covered twice: {piece}");
            }
        }
    }
    cells
}

#[test]
fn the_path_covers_what_the_boxes_cover_and_nothing_twice() {
    let boxes: Vec<[i32; 4]> = (0..900).map(|at| [at * 37 % 1300, at * 91 % 4000, 40 + at % 160, 26 + at % 90]).collect();
    let grid = Grid::covered(boxes.iter().copied(), 96.0 / 4100.0, (1500, 4100));
    let height = grid.cells.len() / grid.width;
    let path = grid.path();
    assert_eq!(covered(&path, grid.width, height), grid.cells);
    assert!(grid.cells.iter().any(|cell| *cell) && path.len() < boxes.len() * 20);
}

#[test]
fn a_box_of_a_huge_stage_is_still_a_pixel() {
    let grid = Grid::covered([[20, 500_000, 200, 26]].into_iter(), 0.0001, (1_300, 900_000));
    assert_eq!(grid.path(), "M0 50h1v1h-1z");
}
