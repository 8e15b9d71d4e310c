//! Rules of the style sheets, which the page loads as one.

use std::{collections::BTreeMap, fs, path::Path};

#[test]
fn each_motion_has_a_name_of_its_own_in_all_sheets() {
    // Of two with one name the later sheet's would be everywhere: a motion of the lanes would carry the boxes of the stage away.
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sheet in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles")).expect("the style sheets are there") {
        let path = sheet.expect("a style sheet").path();
        let text = fs::read_to_string(&path).expect("a style sheet is text");
        for rest in text.split("@keyframes ").skip(1) {
            let name = rest.split([' ', '{']).next().unwrap_or_default().to_owned();
            names.entry(name).or_default().push(path.display().to_string());
        }
    }
    assert!(names.len() > 3, "motions are found: {names:?}");
    names.retain(|_, sheets| sheets.len() > 1);
    assert_eq!(names, BTreeMap::new());
}
