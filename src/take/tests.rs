//! What is taken away, without a browser: the rules of each kind.

use super::{Job, Kind, MOST_STOPS, Order, Palette, Parcel, Program, Style};
use crate::layout::Drawn;
use crate::picture::{Object, Picture, Seek, Value, Wanted};
use heapglass_machine::Session;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Names, an attribute, a dictionary, a text with all that markup could take for its own, a number, a name of the module and one of
/// a function.
const PROGRAM: &str = "\
class Node:
    pass

def hold(thing):
    kept = [thing, 'a <&> \"b\"']
    return kept

a = Node()
a.next = a
b = {'k': a}
c = hold(b)
";

fn recorded(source: &str) -> Session {
    let mut session = Session::new();
    session.load(source, "held.py").unwrap_or_else(|problem| panic!("{}", problem.message));
    session.record(1_000_000);
    session
}

/// What the page would order: everything has its place.
fn order(session: &mut Session, source: &str, kind: Kind, stops: Vec<u64>) -> Order {
    let wanted = Wanted { collector: true, ..Wanted::default() };
    let picture = session.picture(&wanted);
    let mut style = Style { wanted, palette: Palette(BTreeMap::from([("ink-1".into(), "#123456".into())])), ..Style::default() };
    let drawn = Drawn::new(&picture, &Rc::new(style.look.clone()), style.narrow);
    style.places.admit(&picture, &drawn, &style.look, style.narrow, false);
    let program = Program { source: source.into(), file: "held.py".into(), answers: Vec::new() };
    Order { number: 1, run: 1, kind, stops, style, program }
}

fn finished(session: &mut Session, order: Order) -> Parcel {
    let mut job = Job::new(order);
    loop {
        match job.turn(session) {
            Parcel::Percent(percent) => assert!(percent < 100),
            ended => return ended,
        }
    }
}

fn made(session: &mut Session, order: Order) -> Vec<String> {
    match finished(session, order) {
        Parcel::Ready(texts) => texts,
        other => panic!("{other:?}"),
    }
}

/// One text, made of the last stop inside the function.
fn inside(kind: Kind) -> (Picture, String) {
    let mut session = recorded(PROGRAM);
    while session.picture(&Wanted::default()).position.line != Some(6) {
        assert!(session.seek(&Seek::Next).arrived, "the function is reached");
    }
    let order = order(&mut session, PROGRAM, kind, vec![0]);
    let picture = session.picture(&order.style.wanted);
    let mut texts = made(&mut session, order);
    assert_eq!(texts.len(), 1);
    (picture, texts.remove(0))
}

/// From where to where the references of a picture lead: a frame's number or an object.
fn references(picture: &Picture) -> Vec<(String, String)> {
    fn arrow(value: &Value) -> Option<String> {
        if let Value::Arrow(id) = value { Some(format!("object{}", id.0)) } else { None }
    }
    fn of_object(object: &Object) -> impl Iterator<Item = (String, String)> {
        let from = format!("object{}", object.id.0);
        object.parts.iter().flat_map(|part| part.key.iter().chain([&part.value])).filter_map(arrow).map(move |to| (from.clone(), to))
    }
    let of_frames = picture.frames.iter().enumerate().flat_map(|(index, frame)| {
        let values = frame.names.iter().map(|name| &name.value).chain(&frame.stack);
        values.filter_map(arrow).map(move |to| (format!("frame{index}"), to))
    });
    let mut all: Vec<_> = of_frames.chain(picture.objects.iter().flat_map(of_object)).collect();
    all.sort();
    all
}

/// The values of an attribute in a text, in order.
fn attributes<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    text.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_picture_holds_every_frame_name_object_and_arrow() {
    let (picture, svg) = inside(Kind::Still);
    assert!(picture.objects.len() > 3 && picture.frames.len() == 2);
    let ids: Vec<String> = picture.objects.iter().map(|object| object.id.0.to_string()).collect();
    let mut boxes = attributes(&svg, "data-id");
    boxes.sort_by_key(|id| id.parse::<u64>().ok());
    assert_eq!(boxes, ids);
    assert_eq!(attributes(&svg, "data-frame").len(), picture.frames.len());
    for frame in &picture.frames {
        for name in &frame.names {
            assert!(svg.contains(&format!(">{}</text>", name.name)), "{}", name.name);
        }
    }
    let mut ends: Vec<(String, String)> = attributes(&svg, "data-from").into_iter().zip(attributes(&svg, "data-to")).map(|(from, to)| (from.into(), to.into())).collect();
    ends.sort();
    let mut expected: Vec<(String, String)> = references(&picture)
        .into_iter()
        // An arrow from a frame names no object as its start.
        .map(|(from, to)| (from.strip_prefix("object").unwrap_or_default().to_owned(), to.replace("object", "")))
        .collect();
    expected.sort();
    assert_eq!(ends, expected);
}

#[test]
fn a_picture_says_what_it_shows_and_loads_nothing() {
    let (picture, svg) = inside(Kind::Still);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    assert!(svg.contains("<title>held.py, line 6, stop "));
    for object in &picture.objects {
        assert!(svg.contains(&super::svg::escaped(&format!("{} ", crate::words::title(object)))), "{} is told in words", object.id);
    }
    assert!(svg.contains("a &lt;&amp;&gt; "), "what a program writes is no markup");
    for foreign in ["href", "url(", "<script", "<style", "<image", "<foreignObject"] {
        assert!(!svg.contains(foreign), "{foreign}");
    }
    assert!(svg.contains("#123456") && svg.contains("#888888"), "colours are those that were sent; grey stands for one that is not known");
}

#[test]
fn a_graph_has_a_node_for_each_object_and_an_edge_for_each_reference() {
    let (picture, dot) = inside(Kind::Dot);
    let mut nodes: Vec<String> = Vec::new();
    let mut edges: Vec<(String, String)> = Vec::new();
    for line in dot.lines() {
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some(from), Some("->"), Some(to)) => edges.push((from.into(), to.into())),
            (Some(node), Some(more), _) if more.starts_with("[label=") && node.starts_with("object") => nodes.push(node.into()),
            _ => {}
        }
    }
    assert_eq!(nodes, picture.objects.iter().map(|object| format!("object{}", object.id.0)).collect::<Vec<_>>());
    edges.sort();
    assert_eq!(edges, references(&picture));
    assert!(dot.contains("a <&> \\\"b\\\""), "quotes are escaped");
    assert_eq!(dot.matches('{').count(), dot.matches('}').count() , "braces of values stay closed");
}

#[test]
fn a_storyboard_has_the_stops_that_were_chosen_and_no_others() {
    let mut session = recorded(PROGRAM);
    let chosen = vec![0, 3, 5];
    let lines: Vec<Option<u32>> = chosen.iter().map(|stop| session.picture_of(*stop, &Wanted::default()).position.line).collect();
    let order = order(&mut session, PROGRAM, Kind::Storyboard, chosen.clone());
    let board = made(&mut session, order).remove(0);
    let headings: Vec<&str> = board.split("<h2>").skip(1).filter_map(|rest| rest.split("</h2>").next()).collect();
    let expected: Vec<String> = chosen
        .iter()
        .zip(&lines)
        .map(|(stop, line)| format!("held.py, line {}, stop {stop}. Heapglass, CPython 3.12.1 (64-bit)", line.unwrap_or_default()))
        .collect();
    assert_eq!(headings, expected);
    assert_eq!(board.matches("<svg ").count(), chosen.len());
    assert_eq!(board.matches("<ol class=\"program\">").count(), 1);
    let program = board.split("<ol class=\"program\">").nth(1).and_then(|rest| rest.split("</ol>").next()).unwrap_or_default();
    assert_eq!(program.matches("<li>").count(), PROGRAM.lines().count());
    assert!(!board.contains("<script"));
}

#[test]
fn a_film_has_what_stays_once() {
    let mut session = recorded(PROGRAM);
    let film_of = |session: &mut Session, stops: Vec<u64>| {
        let order = order(session, PROGRAM, Kind::Film, stops);
        made(session, order).remove(0)
    };
    let one = film_of(&mut session, vec![2]);
    let twice = film_of(&mut session, vec![2, 2]);
    assert_eq!(attributes(&one, "data-id"), attributes(&twice, "data-id"));
    let many = film_of(&mut session, (0..8).collect());
    assert!(many.matches("<animate ").count() > 8 && !many.contains("<script"));
}

#[test]
fn a_row_of_pictures_has_one_for_each_stop() {
    let mut session = recorded(PROGRAM);
    let order = order(&mut session, PROGRAM, Kind::Stills, vec![1, 4]);
    let texts = made(&mut session, order);
    assert_eq!(texts.len(), 2);
    assert!(texts[0].contains(", stop 1.") && texts[1].contains(", stop 4."));
}

#[test]
fn the_place_that_is_looked_at_stays() {
    let mut session = recorded(PROGRAM);
    session.seek(&Seek::Stop(2));
    let before = session.picture(&Wanted::default()).position;
    let order = order(&mut session, PROGRAM, Kind::Storyboard, vec![0, 5]);
    made(&mut session, order);
    assert_eq!(session.picture(&Wanted::default()).position, before);
}

#[test]
fn a_trace_reads_again_as_the_steps_of_the_run() {
    let mut session = recorded(PROGRAM);
    let order = order(&mut session, PROGRAM, Kind::Trace, vec![0]);
    let text = made(&mut session, order).remove(0);
    let trace: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(trace["schema"], "cpython-memory-trace/1");
    assert!(trace["steps"].as_array().is_some_and(|steps| steps.len() > 8), "{}", &text[..200.min(text.len())]);
}

#[test]
fn a_program_that_reads_input_has_no_trace_and_a_sentence_says_why() {
    let mut session = recorded("a = 1\n");
    let mut order = order(&mut session, "a = input()\n", Kind::Trace, vec![0]);
    order.program.answers.push("one".into());
    let Parcel::Failed(why) = finished(&mut session, order) else { panic!("there is a trace") };
    assert!(why.contains("reads input"), "{why}");
}

#[test]
fn more_stops_than_can_be_taken_are_refused_in_a_sentence_and_so_are_none() {
    let mut session = recorded("a = 1\n");
    let many = order(&mut session, "a = 1\n", Kind::Film, vec![0; MOST_STOPS + 1]);
    let Parcel::Failed(why) = finished(&mut session, many) else { panic!("it was made") };
    assert!(why.contains("201 stops") && why.contains("at most 200"), "{why}");
    let none = order(&mut session, "a = 1\n", Kind::Storyboard, Vec::new());
    assert!(matches!(finished(&mut session, none), Parcel::Failed(why) if why.contains("no stop")));
}

#[test]
fn a_script_is_made_only_where_python_itself_can_stop() {
    let (_, script) = inside(Kind::Check);
    assert!(script.contains("LINE, TIME = 6, 1") && script.contains("FACTS = ["));
    let mut session = recorded(PROGRAM);
    session.seek(&Seek::Last);
    while session.stops().get(usize::try_from(session.picture(&Wanted::default()).position.stop).unwrap_or(0)).is_some_and(|stop| {
        matches!(stop.kind, heapglass_machine::timeline::StopKind::Line | heapglass_machine::timeline::StopKind::Leaving)
    }) {
        if !session.seek(&Seek::Previous).arrived {
            return;
        }
    }
    let order = order(&mut session, PROGRAM, Kind::Check, vec![0]);
    assert!(matches!(finished(&mut session, order), Parcel::Failed(why) if why.contains("only before lines")));
}

#[test]
fn an_address_of_an_image_holds_no_sign_that_ends_it() {
    let address = super::address("<svg a=\"é#%\"/>");
    assert_eq!(address, "data:image/svg+xml;charset=utf-8,%3Csvg a=%22%C3%A9%23%25%22/%3E");
}
