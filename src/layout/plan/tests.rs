use super::*;
use crate::layout::places::tests::overlapping;
use crate::layout::{Drawn, Places, Scene};
use crate::picture::{Picture, Seek, Wanted};
use crate::planning::Planning;
use heapglass_machine::Session;
use std::rc::Rc;

pub(in crate::layout) fn recorded(source: &str) -> Session {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(10_000).finished {}
    session
}

fn planned(session: &mut Session) -> Places {
    planned_as(session, PlanWish::default())
}

/// The places that the page gives, if it has so much room.
pub(in crate::layout) fn planned_as(session: &mut Session, wish: PlanWish) -> Places {
    let mut planning = Planning::default();
    planning.begin(session, wish, None);
    let plan = loop {
        if let Some(plan) = planning.go_on(session, || true) {
            break plan;
        }
    };
    Places::default().planned(&plan)
}

fn scene(picture: &Picture, places: &mut Places) -> Scene {
    let look = Rc::new(Look::default());
    let drawn = Drawn::new(picture, &look, false);
    if places.lack(picture, &drawn, &look, None) {
        places.admit(picture, &drawn, &look, false, false);
    }
    Scene::new(picture, &drawn, places, &look, false, None)
}

fn corners(scene: &Scene) -> BTreeMap<ObjectId, (i32, i32)> {
    scene.boxes.iter().map(|box_| (box_.id, (box_.x, box_.y))).collect()
}

/// The arrow that crosses a box which is not its own, or a frame, if there is one.
fn crossing(scene: &Scene) -> Option<String> {
    let boxes = scene.boxes.iter().map(|box_| (Some(box_.id), [box_.x, box_.y, box_.x + box_.form.width, box_.y + box_.form.height]));
    let frames = scene.frames.iter().map(|frame| (None, [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height]));
    let all: Vec<(Option<ObjectId>, [i32; 4])> = boxes.chain(frames).collect();
    for arrow in &scene.arrows {
        for ends in arrow.path.corners.windows(2) {
            let ([x1, x2], [y1, y2]) = ([ends[0].0.min(ends[1].0), ends[0].0.max(ends[1].0)], [ends[0].1.min(ends[1].1), ends[0].1.max(ends[1].1)]);
            let crossed = all.iter().find(|(id, [left, top, right, bottom])| *id != arrow.from && x1 < *right && *left < x2 && y1 < *bottom && *top < y2);
            if let Some((id, _)) = crossed {
                return Some(format!("the arrow {:?} from {:?} to {} crosses {id:?}", arrow.path.corners, arrow.from, arrow.to));
            }
        }
    }
    None
}

/// What the law of the stage says: nothing that lives through a step moves, no two boxes lie on each other.
fn keeps_the_law(source: &str, stops: u64, name: &str) {
    let mut session = recorded(source);
    let mut places = planned(&mut session);
    let mut before: Option<(Scene, Picture)> = None;
    for stop in 0..session.progress().stops.min(stops) {
        session.seek(&Seek::Stop(stop));
        let picture = session.picture(&Wanted::default());
        let scene = scene(&picture, &mut places);
        assert!(!overlapping(&scene), "{name}, stop {stop}: boxes lie on each other");
        if stop % 7 == 0 {
            assert_eq!(crossing(&scene), None, "{name}, stop {stop}");
        }
        if let Some((earlier, shown)) = &before {
            let old = corners(earlier);
            for (id, place) in corners(&scene) {
                assert_eq!(old.get(&id).copied().unwrap_or(place), place, "{name}, stop {stop}: {id} moves");
            }
            for (one, other) in shown.frames.iter().zip(&picture.frames).take_while(|(one, other)| one.id == other.id && one.function == other.function) {
                let top = |scene: &Scene, picture: &Picture, id: u64| scene.frames.iter().find(|frame| picture.frames[frame.index].id == id).map(|frame| frame.y);
                assert_eq!(top(earlier, shown, one.id), top(&scene, &picture, other.id), "{name}, stop {stop}: the frame of {} moves", one.function);
            }
        }
        before = Some((scene, picture));
    }
}

#[test]
fn nothing_that_lives_through_a_step_moves_in_any_example() {
    for example in crate::examples::EXAMPLES {
        keeps_the_law(example.source, 250, example.file);
    }
}

#[test]
fn a_list_built_back_to_front_lies_in_order() {
    let source = "class Node:\n    def __init__(self, next):\n        self.next = next\n\nhead = None\nfor i in range(4):\n    head = Node(head)\n";
    let mut session = recorded(source);
    let mut places = planned(&mut session);
    // At the very end the names are gone.
    session.seek(&Seek::Stop(session.progress().stops - 2));
    let picture = session.picture(&Wanted::default());
    let scene = scene(&picture, &mut places);
    let mut nodes: Vec<(ObjectId, i32, i32)> =
        scene.boxes.iter().filter(|box_| picture.objects[box_.index].type_name == "Node").map(|box_| (box_.id, box_.x, box_.y)).collect();
    nodes.sort_unstable();
    assert_eq!(nodes.len(), 4);
    // The node made last is the head, next to the frames.
    assert!(nodes.is_sorted_by(|one, other| one.1 > other.1), "{nodes:?}");
    let inner = scene.arrows.iter().filter(|arrow| arrow.from.is_some_and(|from| nodes.iter().any(|node| node.0 == from)));
    assert!(inner.filter(|arrow| nodes.iter().any(|node| node.0 == arrow.to)).all(|arrow| !arrow.path.line.contains('Q')), "every link is level");
}

#[test]
fn places_do_not_depend_on_the_way() {
    let source = "a = [1]\nb = {'k': a}\nfor i in range(5):\n    c = [b, i]\ndel a\nd = (b, c)\n";
    let mut session = recorded(source);
    let planned = planned(&mut session);
    let at = |session: &mut Session, stops: &[u64]| {
        let mut places = planned.clone();
        let mut last = BTreeMap::new();
        for &stop in stops {
            session.seek(&Seek::Stop(stop));
            last = corners(&scene(&session.picture(&Wanted::default()), &mut places));
        }
        last
    };
    let end = session.progress().stops - 2;
    let walked = at(&mut session, &(0..=end).collect::<Vec<_>>());
    assert_eq!(at(&mut session, &[end]), walked);
    assert_eq!(at(&mut session, &[end, 2, 5, end]), walked);
    assert!(!walked.is_empty());
}

#[test]
fn what_lives_at_another_time_has_the_place_again_and_what_follows_at_once_has_not() {
    let source = "x = [0, 1]\nx = [1, 2]\nx = [2, 3]\nx = [3, 4]\nx = [4, 5]\nx = [5, 6]\nx = [6, 7]\nx = [7, 8]\nx = [8, 9]\n";
    let mut session = recorded(source);
    let places = planned(&mut session);
    let mut ys = Vec::new();
    for stop in 1..=9 {
        session.seek(&Seek::Stop(stop));
        let picture = session.picture(&Wanted::default());
        ys.push(places.of(picture.objects[0].id).map(|slot| slot.y).expect("it was planned"));
    }
    assert!(ys.windows(2).all(|pair| pair[0] != pair[1]), "{ys:?}");
    assert!(ys.iter().collect::<BTreeSet<_>>().len() <= 4, "{ys:?}");
}

#[test]
fn a_plan_leaves_what_is_on_screen_where_it_is() {
    let source = "a = [1]\nb = [a, 'text']\nc = {'k': b}\nd = [c]\ne = [a, b, c, d]\nf = (e, a)\n";
    let mut session = recorded(source);
    let mut places = Places::default();
    session.seek(&Seek::Stop(4));
    let picture = session.picture(&Wanted::default());
    let before = corners(&scene(&picture, &mut places));
    let mut planning = Planning::default();
    planning.begin(&mut session, PlanWish::default(), Some(places.kept(&picture, false)));
    let plan = loop {
        if let Some(plan) = planning.go_on(&mut session, || true) {
            break plan;
        }
    };
    let mut places = places.planned(&plan);
    assert_eq!(corners(&scene(&picture, &mut places)), before);
    let lasted = session.progress().stops;
    for stop in 4..lasted {
        session.seek(&Seek::Stop(stop));
        let scene = scene(&session.picture(&Wanted::default()), &mut places);
        assert!(!overlapping(&scene));
        let now = corners(&scene);
        assert!(before.iter().all(|(id, place)| now.get(id).is_none_or(|at| at == place)));
    }
}
