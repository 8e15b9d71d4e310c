//! `_objgraph`: hands a drawing of objects and references to whoever watches. `objgraph` is Python on top of it.
//!
//! The last drawing is a str of the heap, so that it is there again when a recording is wound back; it refers to no object
//! but by birth number, and keeps none alive:
//!
//! ```text
//! root 12
//! object 12 list, 3 items
//! arrow 12 14
//! ```

use heapglass_heap::{Address, Kind};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    picture::{Drawing, Drawn, ObjectId},
    thread_state::DRAWING,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[NativeRow::function("_objgraph", "draw", Convention::Positional, draw)];

/// `draw(roots, objects, labels, arrows)`: four lists; arrows are places in the second one, two for each.
fn draw(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "draw", 4, 4)?;
    let mut lists: Vec<Vec<Address>> = Vec::new();
    for list in arguments.positional {
        if m.heap.kind(*list) != Kind::List {
            return m.type_error("four lists are needed");
        }
        lists.push(m.heap.list_items(*list));
    }
    let name = |m: &Machine, object: Address| m.object_id(object).0;
    let mut lines: Vec<String> = lists[0].iter().map(|root| format!("root {}", name(m, *root))).collect();
    for (object, label) in lists[1].iter().zip(&lists[2]) {
        let label = m.expect_text(*label, "a label is a str")?.replace('\n', ", ");
        lines.push(format!("object {} {label}", name(m, *object)));
    }
    let mut ends = Vec::new();
    for place in &lists[3] {
        let at = m.heap.int_to_i64(*place).and_then(|at| usize::try_from(at).ok()).and_then(|at| lists[1].get(at));
        match at {
            Some(object) => ends.push(name(m, *object)),
            None => return m.value_error("an arrow ends at no object"),
        }
    }
    lines.extend(ends.chunks_exact(2).map(|pair| format!("arrow {} {}", pair[0], pair[1])));
    let text = m.heap.new_str(&lines.join("\n"));
    let old = m.replace_thread_word(DRAWING, text);
    m.xdecref(old);
    m.none()
}

impl Machine {
    /// What the program drew last, if anything.
    pub fn drawing(&self) -> Option<Drawing> {
        let text = self.heap.str_text(self.thread_word(DRAWING).non_null()?);
        let mut drawing = Drawing::default();
        for line in text.lines() {
            let (kind, rest) = line.split_once(' ')?;
            let (number, more) = rest.split_once(' ').unwrap_or((rest, ""));
            let id = ObjectId(number.parse().ok()?);
            match kind {
                "root" => drawing.roots.push(id),
                "object" => drawing.objects.push(Drawn { id, label: more.to_owned() }),
                _ => drawing.arrows.push((id, ObjectId(more.parse().ok()?))),
            }
        }
        Some(drawing)
    }
}
