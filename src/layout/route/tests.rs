use crate::layout::plan::tests::{planned_as, recorded};
use crate::layout::{Drawn, Look, PlanWish, Scene};
use crate::picture::{Seek, Wanted};
use std::rc::Rc;

/// The way of an arrow as stretches: left, top, right and bottom.
fn stretches(corners: &[(i32, i32)]) -> impl Iterator<Item = [i32; 4]> {
    corners.windows(2).map(|ends| [ends[0].0.min(ends[1].0), ends[0].1.min(ends[1].1), ends[0].0.max(ends[1].0), ends[0].1.max(ends[1].1)])
}

/// Whether two stretches lie on each other, so that nobody can tell which arrow is which.
fn runs_along(one: [i32; 4], other: [i32; 4]) -> bool {
    let along = |at: usize| one[at] == one[at + 2] && other[at] == other[at + 2] && (one[at] - other[at]).abs() < 3;
    let shared = |at: usize| one[at].max(other[at]) + 2 < one[at + 2].min(other[at + 2]);
    along(0) && shared(1) || along(1) && shared(0)
}

/// What is wrong with the arrows at each of the first 200 stops of a program, in a wide window and a narrow one.
fn faults(program: &str, at: impl Fn(&Scene) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    for narrow in [false, true] {
        let mut session = recorded(program);
        let look = Rc::new(Look::default());
        let mut places = planned_as(&mut session, PlanWish { narrow, ..PlanWish::default() });
        for stop in 0..(session.stops().len() as u64).min(200) {
            session.seek(&Seek::Stop(stop));
            let picture = session.picture(&Wanted::default());
            let drawn = Drawn::new(&picture, &look, narrow);
            places.admit(&picture, &drawn, &look, narrow, false);
            let scene = Scene::new(&picture, &drawn, &places, &look, narrow, None);
            found.extend(at(&scene).into_iter().map(|fault| format!("narrow {narrow}, stop {stop}: {fault}")));
        }
    }
    found
}

/// Arrows to different objects that run on one another.
fn mistaken(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    for (index, arrow) in scene.arrows.iter().enumerate() {
        for other in scene.arrows[..index].iter().filter(|other| other.to != arrow.to) {
            if stretches(&arrow.path.corners).any(|one| stretches(&other.path.corners).any(|two| runs_along(one, two))) {
                found.push(format!("{:?} to {} {:?} and {:?} to {} {:?}", arrow.from, arrow.to, arrow.path.corners, other.from, other.to, other.path.corners));
            }
        }
    }
    found
}

/// Arrows that run over a box other than the one they leave.
fn hiding(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    for arrow in &scene.arrows {
        for box_ in scene.boxes.iter().filter(|box_| Some(box_.id) != arrow.from) {
            let (right, bottom) = (box_.x + box_.form.width, box_.y + box_.form.height);
            if stretches(&arrow.path.corners).any(|[left, top, to_right, to_bottom]| left < right && box_.x < to_right && top < bottom && box_.y < to_bottom) {
                found.push(format!("{:?} to {} {:?} over {}", arrow.from, arrow.to, arrow.path.corners, box_.id));
            }
        }
    }
    found
}

fn programs() -> Vec<String> {
    let node = "class Node:\n    def __init__(self, v):\n        self.v, self.next = v, None\n\n";
    let own = [
        // The arrow of `b` ends at the height at which that of `a` starts.
        "def f():\n    def g():\n        return n\n    n = 5000\n    return g\n\na = f\nb = f()\nc = [a]\n".to_owned(),
        format!("{node}a = Node(1)\na.next = a\nb = [a, {{'k': (1, 2)}}]\ndel a\n"),
        "p, q = [1], [2]\nd = {'x': p, 'y': q}\ne = [q, p]\nf = (d, e)\ndel p, q\n".to_owned(),
        format!("{node}nodes = [Node(i) for i in range(3)]\nnodes[0].next = nodes[2]\nnodes[2].next = nodes[1]\npair = [nodes, [nodes[1]]]\n"),
        // A gutter is full.
        "rows = [[i] for i in range(4)]\nback = [rows[3], rows[1]]\nd = {'last': back, 'first': rows[0], 'all': rows}\nrows.reverse()\n".to_owned(),
        "def f(n, path):\n    if n == 0:\n        return [path, (n, [n])]\n    return f(n - 1, path + [[n]])\n\nprint(f(3, []))\n".to_owned(),
    ];
    own.into_iter().chain(crate::examples::EXAMPLES.iter().map(|example| example.source.to_owned())).collect()
}

#[test]
fn arrows_to_different_objects_do_not_run_on_one_another() {
    for program in programs() {
        let found = faults(&program, mistaken);
        assert!(found.is_empty(), "{program}\n{found:#?}");
    }
}

#[test]
fn no_arrow_runs_over_a_box() {
    for program in programs() {
        let found = faults(&program, hiding);
        assert!(found.is_empty(), "{program}\n{found:#?}");
    }
}
