//! Stops that follow one another in a single SVG, without script: what looks the same at several stops is there once.

use super::paint::{FOOT, WORD_FACE, begin, foot};
use super::svg::Svg;
use super::{Canvas, Palette};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A stop of a film.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The stage.
    pub canvas: Canvas,
    /// The line of the program that runs next.
    pub code: String,
    /// What happened.
    pub sentence: String,
    /// Where this is.
    pub place: String,
}

/// How long each stop is shown, in milliseconds.
const SHOWN: usize = 2_000;
/// Height of the words above the stage.
const HEAD: i32 = 78;

/// The film of these stops.
pub fn film(scenes: &[Scene], palette: &Palette) -> String {
    let width = scenes.iter().map(|scene| scene.canvas.width).max().unwrap_or(0);
    let height = scenes.iter().map(|scene| scene.canvas.height).max().unwrap_or(0) + HEAD + FOOT;
    let mut found = BTreeMap::new();
    for (at, scene) in scenes.iter().enumerate() {
        for piece in &scene.canvas.pieces {
            let shown: &mut Vec<bool> = found.entry(piece).or_insert_with(|| vec![false; scenes.len()]);
            shown[at] = true;
        }
    }
    let mut svg = Svg::default();
    begin(&mut svg, width, height);
    svg.words("title", &[], scenes.first().map_or("", |scene| scene.place.as_str()));
    svg.words("desc", &[], &scenes.iter().map(|scene| format!("{}: {}\n", scene.code.trim(), scene.sentence)).collect::<String>());
    svg.element("rect", &[("width", &width), ("height", &height), ("fill", &palette.of("surface-stage"))]);
    svg.open("g", &[("transform", &format!("translate(0 {HEAD})"))]);
    for (piece, shown) in &found {
        while_shown(&mut svg, shown, |svg| svg.raw(&piece.svg));
    }
    svg.close("g");
    for (at, scene) in scenes.iter().enumerate() {
        let shown: Vec<bool> = (0..scenes.len()).map(|other| other == at).collect();
        while_shown(&mut svg, &shown, |svg| words_of(svg, scene, width, palette, height));
    }
    svg.open("rect", &[("y", &(height - 3)), ("height", &3), ("width", &width), ("fill", &palette.of("accent"))]);
    svg.element("animate", &[
        ("attributeName", &"width"),
        ("from", &0),
        ("to", &width),
        ("dur", &format!("{}ms", SHOWN * scenes.len())),
        ("repeatCount", &"indefinite"),
    ]);
    svg.close("rect");
    svg.close("svg");
    svg.into_text()
}

fn words_of(svg: &mut Svg, scene: &Scene, width: i32, palette: &Palette, height: i32) {
    let room = usize::try_from(width / 8).unwrap_or(40).max(20);
    svg.words("text", &[("x", &20), ("y", &24), ("fill", &palette.of("changed-ink")), ("font-weight", &"600"), ("xml:space", &"preserve")],
        &crate::words::shortened(&scene.code, room));
    for (line, words) in wrapped(&scene.sentence, room).iter().take(2).enumerate() {
        svg.words("text", &[
            ("x", &20),
            ("y", &(46 + 20 * line)),
            ("fill", &palette.of("ink-1")),
            ("font-family", &WORD_FACE),
            ("font-size", &15),
        ], words);
    }
    foot(svg, palette, height - FOOT, &scene.place);
}

/// Words in lines of so many characters. Where there are no spaces, as in Chinese, a line may end behind any sign.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for (index, piece) in word.split_inclusive(crate::words::is_wide).enumerate() {
            let Some(line) = lines.last_mut() else { break };
            let space = index == 0 && !line.is_empty();
            if !line.is_empty() && crate::words::columns(line) + usize::from(space) + crate::words::columns(piece) > room {
                lines.push(piece.to_owned());
            } else {
                if space {
                    line.push(' ');
                }
                line.push_str(piece);
            }
        }
    }
    lines
}

/// What is drawn at some of the stops. Where nothing moves, the first stop is seen.
fn while_shown(svg: &mut Svg, shown: &[bool], draw: impl FnOnce(&mut Svg)) {
    if shown.iter().all(|is| *is) {
        return draw(svg);
    }
    let word = |is: bool| if is { "inline" } else { "none" };
    svg.open("g", &[("display", &word(shown.first().copied().unwrap_or(false)))]);
    let (mut values, mut times) = (String::new(), String::new());
    let mut before = None;
    for (at, is) in shown.iter().enumerate() {
        if before == Some(*is) {
            continue;
        }
        before = Some(*is);
        let between = if at == 0 { "" } else { ";" };
        let _ = write!(values, "{between}{}", word(*is));
        let _ = write!(times, "{between}{:.6}", at as f64 / shown.len() as f64);
    }
    svg.element("animate", &[
        ("attributeName", &"display"),
        ("calcMode", &"discrete"),
        ("values", &values),
        ("keyTimes", &times),
        ("dur", &format!("{}ms", SHOWN * shown.len())),
        ("repeatCount", &"indefinite"),
    ]);
    draw(svg);
    svg.close("g");
}

/// A stage without words, as it stands in a storyboard.
pub(super) fn panel(canvas: &Canvas) -> String {
    let mut svg = Svg::default();
    begin(&mut svg, canvas.width, canvas.height);
    canvas.pieces.iter().for_each(|piece| svg.raw(&piece.svg));
    svg.close("svg");
    svg.into_text()
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_sentence_is_broken_at_spaces_and_where_there_are_none_behind_any_chinese_sign() {
        assert_eq!(wrapped("The list grows by one", 10), ["The list", "grows by", "one"]);
        assert_eq!(wrapped("列表 a 增长了一个元素", 10), ["列表 a 增", "长了一个元", "素"]);
    }
}
