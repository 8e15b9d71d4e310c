use crate::layout::{Drawn, Look, PlanWish, Places, Scene};
use crate::picture::{Seek, Wanted};
use crate::planning::Planning;
use heapglass_machine::Session;
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

/// The places that the page gives.
fn planned(session: &mut Session, narrow: bool) -> Places {
    let mut planning = Planning::default();
    planning.begin(session, PlanWish { narrow, ..PlanWish::default() }, None);
    let plan = loop {
        if let Some(plan) = planning.go_on(session, || true) {
            break plan;
        }
    };
    Places::default().planned(&plan)
}

/// Arrows to different objects that run on one another, at each of the first 200 stops of a program.
fn mistaken(program: &str, narrow: bool) -> Vec<String> {
    let mut session = Session::new();
    session.load(program, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    let look = Rc::new(Look::default());
    let mut places = planned(&mut session, narrow);
    let mut found = Vec::new();
    for stop in 0..(session.stops().len() as u64).min(200) {
        session.seek(&Seek::Stop(stop));
        let picture = session.picture(&Wanted::default());
        let drawn = Drawn::new(&picture, &look, narrow);
        places.admit(&picture, &drawn, &look, narrow, false);
        let scene = Scene::new(&picture, &drawn, &places, &look, narrow, None);
        for (index, arrow) in scene.arrows.iter().enumerate() {
            for other in scene.arrows[..index].iter().filter(|other| other.to != arrow.to) {
                if stretches(&arrow.path.corners).any(|one| stretches(&other.path.corners).any(|two| runs_along(one, two))) {
                    found.push(format!("stop {stop}: {:?} to {} {:?} and {:?} to {} {:?}", arrow.from, arrow.to, arrow.path.corners, other.from, other.to, other.path.corners));
                }
            }
        }
    }
    found
}

fn keeps_apart(program: &str) {
    for narrow in [false, true] {
        let found = mistaken(program, narrow);
        assert!(found.is_empty(), "{program}\n{found:#?}");
    }
}

#[test]
fn arrows_to_different_objects_do_not_run_on_one_another() {
    let node = "class Node:\n    def __init__(self, v):\n        self.v, self.next = v, None\n\n";
    for program in [
        // The arrow of `b` ends at the height at which that of `a` starts.
        "def f():\n    def g():\n        return n\n    n = 5000\n    return g\n\na = f\nb = f()\nc = [a]\n".to_owned(),
        format!("{node}a = Node(1)\na.next = a\nb = [a, {{'k': (1, 2)}}]\ndel a\n"),
        "p, q = [1], [2]\nd = {'x': p, 'y': q}\ne = [q, p]\nf = (d, e)\ndel p, q\n".to_owned(),
        format!("{node}nodes = [Node(i) for i in range(3)]\nnodes[0].next = nodes[2]\nnodes[2].next = nodes[1]\npair = [nodes, [nodes[1]]]\n"),
        // A gutter is full.
        "rows = [[i] for i in range(4)]\nback = [rows[3], rows[1]]\nd = {'last': back, 'first': rows[0], 'all': rows}\nrows.reverse()\n".to_owned(),
        "def f(n, path):\n    if n == 0:\n        return [path, (n, [n])]\n    return f(n - 1, path + [[n]])\n\nprint(f(3, []))\n".to_owned(),
    ] {
        keeps_apart(&program);
    }
    for example in crate::examples::EXAMPLES {
        keeps_apart(example.source);
    }
}
