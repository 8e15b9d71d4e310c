use super::*;
use crate::layout::Scene;
use crate::picture::{Name, Object, Part, Shape};
use std::rc::Rc;

pub(crate) fn object(id: u32, parts: &[Value]) -> Object {
    let part = |(index, value): (usize, &Value)| Part {
        label: index.to_string(),
        key: None,
        value: value.clone(),
        weak: false,
        changed: false,
    };
    Object {
        id: ObjectId(id),
        address: 0,
        shape: Shape::Instance,
        type_name: "list".into(),
        name: String::new(),
        fact: String::new(),
        position: None,
        causes: Vec::new(),
        value: String::new(),
        count: Some(1),
        count_change: 0,
        size: 56,
        generation: Some(0),
        reachable: true,
        born_line: None,
        reuses_address: false,
        is_new: false,
        parts: parts.iter().enumerate().map(part).collect(),
        hidden_parts: 0,
        spare: 0,
        scratch: None,
        verdict: String::new(),
        block: None,
    }
}

fn arrow(id: u32) -> Value {
    Value::Arrow(ObjectId(id))
}

pub(crate) fn picture(names: &[(&str, u32)], objects: Vec<Object>) -> Picture {
    let name = |&(name, id): &(&str, u32)| Name {
        name: name.into(),
        scope: "global".into(),
        value: arrow(id),
        changed: false,
    };
    let frame = Frame {
        function: "<module>".into(),
        names: names.iter().map(name).collect(),
        ..Frame::default()
    };
    Picture {
        frames: vec![frame],
        objects: objects.into(),
        ..Picture::default()
    }
}

fn admitted(pictures: &[&Picture]) -> Places {
    let mut places = Places::default();
    for picture in pictures {
        places.admit(picture, &drawn(picture), &Look::default(), false, false);
    }
    places
}

fn drawn(picture: &Picture) -> Drawn {
    Drawn::new(picture, &Rc::default(), false)
}

fn scene(picture: &Picture, places: &Places) -> Scene {
    Scene::new(picture, &drawn(picture), places, &Look::default(), false, None)
}

#[test]
fn a_chain_runs_from_left_to_right_and_level() {
    let picture = picture(&[("a", 1)], vec![object(1, &[arrow(2)]), object(2, &[])]);
    let places = admitted(&[&picture]);
    assert_eq!(places.of(ObjectId(1)).map(|place| place.column), Some(1));
    assert_eq!(places.of(ObjectId(2)).map(|place| place.column), Some(2));
    let scene = scene(&picture, &places);
    // A level arrow has no corner.
    assert!(
        scene.arrows.iter().all(|arrow| !arrow.path.line.contains('Q')),
        "{:?}",
        scene.arrows
    );
}

#[test]
fn an_object_keeps_its_place_when_others_come_and_go() {
    let before = picture(&[("a", 1), ("b", 2)], vec![object(1, &[]), object(2, &[])]);
    let after = picture(&[("b", 2), ("c", 3)], vec![object(2, &[]), object(3, &[arrow(2)])]);
    let places = admitted(&[&before]);
    let later = admitted(&[&before, &after, &before]);
    assert_eq!(places.of(ObjectId(1)), later.of(ObjectId(1)));
    assert_eq!(places.of(ObjectId(2)), later.of(ObjectId(2)));
}

#[test]
fn boxes_of_a_column_never_overlap() {
    let many: Vec<Object> = (2..20).map(|id| object(id, &[])).collect();
    let holder = object(1, &(2..20).map(arrow).collect::<Vec<_>>());
    let picture = picture(&[("a", 1)], std::iter::once(holder).chain(many).collect());
    let places = admitted(&[&picture]);
    let scene = scene(&picture, &places);
    for one in &scene.boxes {
        for other in scene
            .boxes
            .iter()
            .filter(|other| other.id != one.id && other.x == one.x)
        {
            assert!(one.y + one.form.height < other.y || other.y + other.form.height < one.y);
        }
    }
}

#[test]
fn a_box_that_grows_leaves_all_others_where_they_are_unless_it_was_asked_to() {
    let small = picture(&[("a", 1), ("b", 2)], vec![object(1, &[arrow(2)]), object(2, &[])]);
    let many: Vec<Value> = (0..12).map(|_| arrow(2)).collect();
    let grown = picture(&[("a", 1), ("b", 2)], vec![object(1, &many), object(2, &[])]);
    let places = admitted(&[&small]);
    let later = admitted(&[&small, &grown]);
    assert_eq!(later.of(ObjectId(2)), places.of(ObjectId(2)));
    let mut asked = places.clone();
    asked.admit(&grown, &drawn(&grown), &Look::default(), false, true);
    assert_eq!(asked.corner(ObjectId(1), &Metrics::new(false)), places.corner(ObjectId(1), &Metrics::new(false)));
    for places in [&later, &asked] {
        let scene = scene(&grown, places);
        assert!(!overlapping(&scene), "{scene:?}");
    }
}

pub(crate) fn overlapping(scene: &Scene) -> bool {
    let meet = |one: &crate::layout::ObjectBox, other: &crate::layout::ObjectBox| {
        one.x < other.x + other.form.width && other.x < one.x + one.form.width && one.y < other.y + other.form.height && other.y < one.y + one.form.height
    };
    scene.boxes.iter().enumerate().any(|(at, one)| scene.boxes[at + 1..].iter().any(|other| meet(one, other)))
}

#[test]
fn what_the_program_has_lost_stays_in_sight() {
    let mut lost = object(1, &[arrow(1)]);
    lost.reachable = false;
    let picture = picture(&[], vec![lost]);
    let scene = scene(&picture, &admitted(&[&picture]));
    assert_eq!(scene.boxes.len(), 1);
    assert_eq!(scene.arrows.len(), 1);
}
