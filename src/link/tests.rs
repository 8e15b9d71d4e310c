use super::{Framing, Given, Link, Part, Place};
use crate::map::Colouring;
use crate::picture::ObjectId;
use crate::session::{Bookmark, Layer, Pane, Preset, Speed, Theme};

/// Everything a link can tell.
fn full() -> Link {
    Link {
        program: Given::Code("a = [1, 2]\nprint(a + a)  # 100 % \u{e9}\n".into()),
        input: vec!["1 & 2".into(), String::new(), "three".into()],
        place: Some(Place::Line { line: 2, time: 3 }),
        object: Some(ObjectId((-4_i32).cast_unsigned())),
        layer: Some(Layer::Allocator),
        theme: Some(Theme::Dark),
        language: heapglass_words::language_of("ar"),
        map: Some(Colouring::Size),
        speed: Some(Speed::Slow),
        panels: Some(Preset::Projector),
        folded: Some(vec![Pane::Output, Pane::Map]),
        breakpoints: vec![2, 5],
        bookmarks: vec![
            Bookmark { stop: 3, name: "Two names: one list".into(), note: String::new() },
            Bookmark { stop: 12, name: "100 %".into(), note: "Ask: who holds it?\nThen step.".into() },
        ],
        lecture: true,
        as_objects: true,
        framing: Framing {
            parts: vec![Part::Code, Part::Stage],
            read_only: true,
            range: Some((4, 20)),
            hidden: vec![(1, 3), (9, 9)],
            plays: true,
            questions: Some(super::Questions::All),
            pinned: "at: a\nask: What?".into(),
            host: Some("https://example.org".into()),
        },
        complaints: Vec::new(),
    }
}

#[test]
fn a_link_that_was_written_says_the_same_when_it_is_read() {
    assert_eq!(Link::read(&full().write()), full());
}

#[test]
fn every_way_to_give_a_program_survives() {
    let ways = [
        Given::Nothing,
        Given::Packed("S8zLz0kFAA".into()),
        Given::At("../programs/lists.py".into()),
        Given::Example("aliasing.py".into()),
        Given::Lesson("cycles.md".into(), 1),
        Given::Lesson("cycles.md".into(), 4),
    ];
    for program in ways {
        let link = Link { program, ..Link::default() };
        assert_eq!(Link::read(&link.write()), link);
    }
}

/// Links as people have written them; this list only grows.
#[test]
fn links_of_version_one_keep_their_meaning() {
    let links = [
        ("#code=a%20=%201", Link { program: Given::Code("a = 1".into()), ..Link::default() }),
        ("v=1&code=1+1", Link { program: Given::Code("1+1".into()), ..Link::default() }),
        ("example=aliasing&line=5", Link {
            program: Given::Example("aliasing.py".into()),
            place: Some(Place::Line { line: 5, time: 1 }),
            ..Link::default()
        }),
        ("lesson=cycles&card=2", Link { program: Given::Lesson("cycles.md".into(), 2), ..Link::default() }),
        ("stop=12&layer=3&theme=light", Link {
            place: Some(Place::Stop(12)),
            layer: Some(Layer::Allocator),
            theme: Some(Theme::Light),
            ..Link::default()
        }),
        ("stop=last&readonly&play=0", Link {
            place: Some(Place::Last),
            framing: Framing { read_only: true, ..Framing::default() },
            ..Link::default()
        }),
    ];
    for (text, link) in links {
        assert_eq!(Link::read(text), link, "{text}");
    }
}

/// As the page wrote them before it knew of bookmarks, word for word; this list only grows.
#[test]
fn links_that_the_page_wrote_in_version_one_open_as_before() {
    let text = "v=1&z=S8zLz0kFAA&stop=12&object=7&layer=objects&theme=dark&break=2,5&values=objects&parts=code,stage&range=4-20";
    let link = Link::read(text);
    assert_eq!(link, Link {
        program: Given::Packed("S8zLz0kFAA".into()),
        place: Some(Place::Stop(12)),
        object: Some(ObjectId(7)),
        layer: Some(Layer::Objects),
        theme: Some(Theme::Dark),
        breakpoints: vec![2, 5],
        as_objects: true,
        framing: Framing { parts: vec![Part::Code, Part::Stage], range: Some((4, 20)), ..Framing::default() },
        ..Link::default()
    });
}

/// Links of version two as people write them; this list only grows.
#[test]
fn links_of_version_two_keep_their_meaning() {
    let mark = |stop, name: &str, note: &str| Bookmark { stop, name: name.into(), note: note.into() };
    let links = [
        ("v=2&mark=12:The%20list%20grows", vec![mark(12, "The list grows", "")]),
        ("mark=4&mark=9:a:b%0Afirst%0Asecond", vec![mark(4, "Stop 4", ""), mark(9, "a:b", "first\nsecond")]),
    ];
    assert_eq!(Link::read("language=es"), Link { language: heapglass_words::language_of("es"), ..Link::default() });
    assert_eq!(Link::read("stop=3&lecture"), Link { place: Some(Place::Stop(3)), lecture: true, ..Link::default() });
    for (text, bookmarks) in links {
        assert_eq!(Link::read(text), Link { bookmarks, ..Link::default() }, "{text}");
    }
}

/// What is complained of, in words.
fn said(link: &Link) -> Vec<String> {
    link.complaints.iter().map(|complaint| complaint.words()).collect()
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_still_works() {
    let link = Link::read("code=x&stop=soon&colour=red&layer=names");
    assert_eq!(link.layer, Some(Layer::Names));
    assert_eq!(link.program, Given::Code("x".into()));
    assert_eq!(said(&link), [
        "The link says stop=soon, and stop is the number of a stop, or last.",
        "The link says colour, which this page does not know.",
    ]);
}

#[test]
fn a_link_for_a_later_version_says_so() {
    assert_eq!(said(&Link::read("v=7&stop=3")), ["The link was made for a later version (7) of this page: part of it may be missing."]);
}

#[test]
fn a_program_is_loaded_from_the_host_of_the_page_alone() {
    for address in ["https://example.org/a.py", "//example.org/a.py", ""] {
        let link = Link::read(&format!("codeurl={address}"));
        assert_eq!((link.program, link.complaints.len()), (Given::Nothing, 1), "{address}");
    }
}

#[test]
fn a_lesson_is_a_name_and_no_path() {
    assert_eq!(Link::read("lesson=../secret").program, Given::Nothing);
}

#[test]
fn damaged_values_are_complained_of_and_break_nothing() {
    for text in ["%", "=", "&&&", "line=0", "line=:", "range=9-3", "hide=a", "hide=0", "object=x", "break=1,,2", "%zz=%zz", "card=2", "host=me", "mark=x:y", "mark=", "language=", "language=EN"] {
        let link = Link::read(text);
        assert!(link.is_empty() || !link.complaints.is_empty(), "{text}");
    }
}

#[test]
fn an_address_without_a_link_is_empty() {
    assert!(Link::read("").is_empty());
    assert!(Link::read("#").is_empty());
}
