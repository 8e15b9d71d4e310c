use super::*;
use crate::picture::{Seek, Wanted};
use heapglass_machine::Session;
use std::rc::Rc;

const PROGRAM: &str = "a = [1]\nc = {'x': 1}\nd = [a, c]\nb = a\nn = 5\nprint(b)\n";

/// A stage before a line of the program.
struct Stood {
    picture: Picture,
    places: Places,
    drawn: Drawn,
    look: Rc<Look>,
}

fn before(line: u32, look: Look, narrow: bool) -> Stood {
    let mut session = Session::new();
    session.load(PROGRAM, "program.py").expect("it compiles");
    session.record(100_000);
    session.seek(&Seek::Execution { line, time: 1 });
    let picture = session.picture(&Wanted::default());
    let look = Rc::new(look);
    let drawn = Drawn::new(&picture, &look, narrow);
    let mut places = Places::default();
    places.admit(&picture, &drawn, &look, narrow, false);
    Stood { picture, places, drawn, look }
}

impl Stood {
    fn scene(&self, narrow: bool) -> Scene {
        Scene::new(&self.picture, &self.drawn, &self.places, &self.look, narrow, None)
    }

    fn object(&self, type_name: &str, number: usize) -> ObjectId {
        self.picture.objects.iter().filter(|object| object.type_name == type_name).nth(number).expect("it lives").id
    }

    fn claims(&self, is_open: bool, names: &[(&str, Option<ObjectId>, Verdict)]) -> Claims {
        let frame = self.picture.frames.last().expect("the program runs").id;
        let names = names.iter().map(|(name, to, verdict)| Claim { name: (*name).into(), to: *to, verdict: *verdict }).collect();
        Claims { frame, is_open, hand: None, names }
    }

    fn drawn(&self, claims: &Claims, narrow: bool) -> ClaimsDrawn {
        claims.drawn(&self.scene(narrow), &self.picture, &self.places, narrow, &[])
    }

    /// Everything wrong that can be said of the names before the last line.
    fn all_wrong(&self) -> Claims {
        let (list, dict, other) = (self.object("list", 0), self.object("dict", 0), self.object("list", 1));
        let wrong = |name: &'static str, to: ObjectId| (name, Some(to), Verdict::Wrong);
        self.claims(false, &[wrong("a", dict), wrong("c", list), wrong("d", list), wrong("b", other), wrong("n", other)])
    }
}

fn meets(one: [i32; 4], other: [i32; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

fn stretches(path: &ArrowPath) -> Vec<[i32; 4]> {
    path.corners.windows(2).map(|ends| [ends[0].0.min(ends[1].0), ends[0].1.min(ends[1].1), ends[0].0.max(ends[1].0), ends[0].1.max(ends[1].1)]).collect()
}

fn box_edges(scene: &Scene) -> Vec<[i32; 4]> {
    scene.boxes.iter().map(|box_| [box_.x, box_.y, box_.x + box_.form.width, box_.y + box_.form.height]).collect()
}

#[test]
fn a_wrong_arrow_leads_from_the_cell_of_its_name_to_the_header_of_the_box_that_was_said() {
    for narrow in [false, true] {
        let stood = before(6, Look::default(), narrow);
        let (scene, drawn) = (stood.scene(narrow), stood.drawn(&stood.all_wrong(), narrow));
        assert_eq!(drawn.arrows.len(), 5);
        for arrow in &drawn.arrows {
            let frame = &scene.frames[0];
            let row = frame.names.iter().find(|row| row.label == arrow.name).expect("the name is shown");
            let (x, y) = arrow.path.start;
            assert!(x > frame.x && x < frame.x + frame.width && y > frame.y + row.y && y < frame.y + row.y + ROW, "{}", arrow.name);
            let box_ = scene.box_of(arrow.to).expect("it is shown");
            let (x, y) = *arrow.path.corners.last().expect("it ends");
            assert!(x == box_.x || x == box_.x + box_.form.width, "{}", arrow.name);
            assert!(y > box_.y && y < box_.y + super::super::HEADER, "{}", arrow.name);
        }
    }
}

/// Whether two stretches lie on each other for more than a point.
fn runs_along(one: [i32; 4], other: [i32; 4]) -> bool {
    let along = |at: usize| one[at] == one[at + 2] && other[at] == other[at + 2] && one[at] == other[at];
    let shared = |at: usize| one[at].max(other[at]) < one[at + 2].min(other[at + 2]);
    along(0) && shared(1) || along(1) && shared(0)
}

#[test]
fn a_wrong_arrow_hides_no_box_and_runs_on_no_reference() {
    for narrow in [false, true] {
        let stood = before(6, Look::default(), narrow);
        let (scene, drawn) = (stood.scene(narrow), stood.drawn(&stood.all_wrong(), narrow));
        for arrow in &drawn.arrows {
            for stretch in stretches(&arrow.path) {
                assert!(!box_edges(&scene).into_iter().any(|edges| meets(stretch, edges)), "{} crosses a box", arrow.name);
                let other = scene.arrows.iter().flat_map(|arrow| stretches(&arrow.path)).find(|other| runs_along(stretch, *other));
                assert_eq!(other, None, "{} runs on a reference: {stretch:?}", arrow.name);
            }
        }
    }
}

#[test]
fn wrong_arrows_share_only_the_way_into_the_same_header() {
    for narrow in [false, true] {
        let stood = before(6, Look::default(), narrow);
        let drawn = stood.drawn(&stood.all_wrong(), narrow);
        for (index, arrow) in drawn.arrows.iter().enumerate() {
            for other in &drawn.arrows[..index] {
                let same = usize::from(arrow.to == other.to);
                let (one, two) = (stretches(&arrow.path), stretches(&other.path));
                let shared = one[..one.len() - same].iter().find(|stretch| two[..two.len() - same].iter().any(|other| runs_along(**stretch, *other)));
                assert_eq!(shared, None, "{} and {}", arrow.name, other.name);
            }
        }
    }
}

#[test]
fn signs_stand_apart_and_beside_the_boxes() {
    let stood = before(6, Look::default(), false);
    let (scene, mut claims) = (stood.scene(false), stood.all_wrong());
    claims.names[2].verdict = Verdict::Right;
    let drawn = stood.drawn(&claims, false);
    let signs: Vec<Point> = drawn.arrows.iter().map(|arrow| arrow.sign).chain(drawn.right.iter().copied()).collect();
    assert_eq!((drawn.arrows.len(), drawn.right.len()), (4, 1));
    for (index, one) in signs.iter().enumerate() {
        assert!(signs[..index].iter().all(|other| length(*one, *other) >= SIGNS), "{signs:?}");
        let around = [one.0 - 8, one.1 - 8, one.0 + 8, one.1 + 8];
        assert!(!box_edges(&scene).into_iter().any(|edges| meets(around, edges)), "{one:?} lies on a box");
    }
}

#[test]
fn a_cell_that_something_else_is_said_of_is_told_while_that_is_open() {
    let stood = before(6, Look::default(), false);
    let (list, dict) = (stood.object("list", 0), stood.object("dict", 0));
    let claims = stood.claims(true, &[("a", Some(dict), Verdict::Open), ("b", Some(list), Verdict::AsShown), ("c", None, Verdict::Open)]);
    let drawn = stood.drawn(&claims, false);
    let told: Vec<&str> = drawn.arrows.iter().map(|arrow| arrow.name.as_str()).collect();
    assert_eq!(told, ["a"], "what is as shown has its arrow, what is said to hold no object has none");
    let names = &stood.picture.frames[0].names;
    let cell = |name: &str| ArrowCell::Name(0, names.iter().position(|other| other.name == name).expect("it is bound"));
    assert_eq!(drawn.instead, [cell("a"), cell("c")]);
    assert_eq!(drawn.rows.len(), 3, "all can be drawn from");
}

#[test]
fn a_name_that_the_frame_does_not_have_yet_hangs_below_it() {
    let stood = before(4, Look::default(), false);
    let frame = &stood.scene(false).frames[0];
    let claims = stood.claims(true, &[("b", Some(stood.object("list", 0)), Verdict::Open)]);
    let drawn = stood.drawn(&claims, false);
    assert!(drawn.rows[0].hangs && drawn.rows[0].y >= frame.y + frame.height);
    assert_eq!(drawn.arrows[0].path.start, drawn.rows[0].dot());
    assert!(drawn.reach.1 >= drawn.rows[0].y + ROW, "the stage has room for it");
}

#[test]
fn a_name_that_is_gone_hangs_there_only_for_its_wrong_arrow() {
    let stood = before(6, Look::default(), false);
    let wrong = |to: ObjectId| stood.drawn(&stood.claims(false, &[("gone", Some(to), Verdict::Wrong)]), false);
    let seen = wrong(stood.object("list", 0));
    assert_eq!((seen.arrows.len(), seen.rows.len()), (1, 1));
    assert_eq!(wrong(ObjectId(1_000_000)), ClaimsDrawn::default(), "the object is gone too");
}

#[test]
fn who_is_told_that_an_arrow_is_out_of_sight_does_not_see_it() {
    let shown = before(6, Look::default(), false);
    let list = shown.object("list", 0);
    let hidden_object = Look { hidden: [list].into(), ..Look::default() };
    let hidden_name = Look { hidden_names: [("<module>".into(), "c".into())].into(), ..Look::default() };
    for (look, is_seen) in [(Look::default(), true), (hidden_object, false), (hidden_name, false)] {
        let stood = before(6, look, false);
        let claims = stood.claims(false, &[("c", Some(list), Verdict::Wrong)]);
        assert_eq!(claims.is_seen(&claims.names[0], &stood.picture, &stood.drawn, &stood.look), is_seen);
        assert_eq!(stood.drawn(&claims, false).arrows.len(), usize::from(is_seen));
        let elsewhere = Claims { frame: claims.frame + 1, ..claims };
        assert!(!elsewhere.is_seen(&elsewhere.names[0], &stood.picture, &stood.drawn, &stood.look), "the frame is gone");
        assert_eq!(stood.drawn(&elsewhere, false), ClaimsDrawn::default());
    }
}
