//! What the screen is given, from source text, without a browser.

use heapglass_machine::{
    Session,
    picture::{Block, Object, Picture, Seek, Shape, Value, Wanted},
};

fn recorded(source: &str) -> Session {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(10_000).finished {}
    session
}

/// The picture before `line` runs for the first time.
fn before_line(source: &str, line: u32, wanted: &Wanted) -> Picture {
    let mut session = recorded(source);
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![line]));
    session.picture(wanted)
}

fn named<'a>(picture: &'a Picture, name: &str) -> &'a Object {
    let names = picture.frames.iter().flat_map(|frame| &frame.names);
    let value = names.filter(|entry| entry.name == name).map(|entry| &entry.value).next_back().expect("the name is bound");
    let Value::Arrow(id) = value else { panic!("{name} is drawn in place: {value:?}") };
    picture.objects.iter().find(|object| object.id == *id).expect("what it names is drawn")
}

#[test]
fn two_names_of_one_list_lead_to_one_box() {
    let picture = before_line("a = [1, 2]\nb = a\nc = a\n", 3, &Wanted::default());
    assert_eq!(named(&picture, "a").id, named(&picture, "b").id);
    assert_eq!(named(&picture, "a").count, Some(2));
    assert_eq!(named(&picture, "a").count_change, 1);
    assert_eq!(named(&picture, "a").shape, Shape::List);
}

#[test]
fn the_sentence_says_who_shares_what_and_what_became_of_the_count() {
    let picture = before_line("a = [1, 2]\nb = a\nc = a\n", 3, &Wanted::default());
    let text = &picture.sentence.text;
    assert!(text.contains("`b` now names") && text.contains("`a` names"), "{text}");
    assert!(text.contains("its count goes from 1 to 2"), "{text}");
}

#[test]
fn a_lost_ring_stays_in_sight_until_it_is_collected() {
    let source = "import gc\nring = []\nring.append(ring)\ndel ring\nx = 1\ngc.collect()\nx = 2\n";
    let lost = before_line(source, 5, &Wanted::default());
    let ring = lost.objects.iter().find(|object| object.shape == Shape::List).expect("it is drawn");
    assert!(!ring.reachable);
    let after = before_line(source, 7, &Wanted::default());
    assert!(!after.objects.iter().any(|object| object.id == ring.id), "it has been freed");
}

#[test]
fn the_selected_object_opens_the_pool_that_holds_its_block() {
    let mut session = recorded("class C:\n    pass\nc = C()\nd = 1\n");
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![4]));
    let selected = named(&session.picture(&Wanted::default()), "c").id;
    let picture = session.picture(&Wanted { heap_map: true, selected: Some(selected), ..Wanted::default() });
    let pool = picture.heap_map.pool.as_ref().expect("a pool is open");
    let place = named(&picture, "c").block.expect("pymalloc holds it");
    assert_eq!((pool.arena, pool.pool), (place.arena, place.pool));
    assert_eq!(pool.blocks[place.block as usize], Block::Taken(Some((selected, Shape::Instance))));
}

#[test]
fn the_inspector_reads_the_count_out_of_the_bytes() {
    let mut session = recorded("a = [1, 2]\nb = a\nc = 1\n");
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![3]));
    let list = named(&session.picture(&Wanted::default()), "a").id;
    let inspection = session.inspect(list).expect("it is alive");
    let field = |name: &str| inspection.fields.iter().find(|field| field.name == name).expect("the field is there");
    assert_eq!(field("ob_refcnt").hex, "0x2");
    assert_eq!(field("ob_refcnt").offset, 0);
    assert_eq!(field("_gc_prev").offset, -8);
}

#[test]
fn a_syntax_error_names_its_place() {
    let problem = Session::new().load("x = (1,\n", "program.py").expect_err("it does not compile");
    assert_eq!((problem.kind.as_str(), problem.message.as_str()), ("SyntaxError", "'(' was never closed"));
    assert_eq!((problem.line, problem.column), (1, 5));
}

#[test]
fn what_objgraph_draws_is_in_the_picture_as_objects_and_arrows() {
    let source = "import objgraph\na = [1]\nb = [a, a]\nobjgraph.show_refs([b], max_depth=1)\nc = 1\n";
    assert_eq!(before_line(source, 4, &Wanted::default()).drawing, None);
    let picture = before_line(source, 5, &Wanted::default());
    let (a, b) = (named(&picture, "a").id, named(&picture, "b").id);
    let drawing = picture.drawing.expect("it was drawn");
    assert_eq!(drawing.roots, [b]);
    assert_eq!(drawing.arrows, [(b, a), (b, a)]);
    let labels: Vec<_> = drawing.objects.iter().map(|drawn| drawn.label.as_str()).collect();
    assert_eq!(labels, ["list, 2 items", "list, 1 items"]);
}

#[test]
fn an_array_of_numpy_is_one_box_of_bytes_and_a_view_points_at_it() {
    let source = "import numpy as np\na = np.array([1, 2, 3])\nb = a[::2]\nc = 1\n";
    let picture = before_line(source, 4, &Wanted::default());
    let (a, b) = (named(&picture, "a"), named(&picture, "b"));
    assert_eq!((a.shape, a.value.as_str(), a.size, a.parts.len()), (Shape::Bytes, "[1 2 3]", 136, 0));
    assert_eq!((b.value.as_str(), b.size, b.parts[0].value.clone()), ("[1 3]", 112, Value::Arrow(a.id)));
}

#[test]
fn the_value_of_an_array_is_what_its_repr_says() {
    for repr in ["array('i', [1, 2, -7])", "array('d', [0.5])", "array('u', 'hi')", "array('Q', [18446744073709551615])", "array('b')"] {
        let picture = before_line(&format!("from array import array\na = {repr}\nc = 1\n"), 3, &Wanted::default());
        assert_eq!(named(&picture, "a").value, repr);
    }
}

#[test]
fn an_iterator_over_a_range_shows_the_range_that_is_left() {
    for (range, left) in [("range(2, 11, 3)", "range(5, 11, 3)"), ("range(10 ** 20)", "range(1, 100000000000000000000)")] {
        let picture = before_line(&format!("a = iter({range})\nnext(a)\nc = 1\n"), 3, &Wanted::default());
        assert_eq!(named(&picture, "a").value, left);
    }
}

#[test]
fn a_method_of_a_builtin_type_points_at_its_object_and_a_function_stands_in_place() {
    let picture = before_line("a = [1]\nb = a.append\nd = len\nc = 1\n", 4, &Wanted::default());
    let (a, b) = (named(&picture, "a").id, named(&picture, "b"));
    assert_eq!((b.parts[0].label.as_str(), b.parts[0].value.clone()), ("self", Value::Arrow(a)));
    let d = picture.frames[0].names.iter().find(|name| name.name == "d").expect("it is named");
    assert!(matches!(&d.value, Value::InPlace { text, .. } if text == "len()"), "{:?}", d.value);
}

#[test]
fn a_defaultdict_shows_what_makes_its_values_and_a_text_its_attributes_once() {
    let source = "import collections\nclass S(str):\n    pass\na = collections.defaultdict(list, k=1)\nb = S('abc')\nb.x = 1\nc = 1\n";
    let picture = before_line(source, 7, &Wanted::default());
    let labels = |name: &str| named(&picture, name).parts.iter().map(|part| part.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels("a"), ["default_factory", "'k'"]);
    assert_eq!(labels("b"), ["__dict__"]);
}
