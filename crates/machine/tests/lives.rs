//! From when to when objects lived, and what happened in a part of a recording.

use heapglass_machine::{
    Session,
    picture::{
        ObjectId, Seek, Wanted,
        story::{Ending, Happened, Lifeline},
    },
};

fn recorded(source: &str) -> Session {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    session
}

fn lifeline(session: &mut Session, object: ObjectId) -> Lifeline {
    loop {
        let life = session.lifeline(object, 7);
        if life.complete {
            return life;
        }
    }
}

/// The objects of this type that are drawn at a stop.
fn drawn(session: &mut Session, stop: u64, type_name: &str) -> Vec<ObjectId> {
    session.seek(&Seek::Stop(stop));
    let picture = session.picture(&Wanted::default());
    picture.objects.iter().filter(|object| object.type_name == type_name).map(|object| object.id).collect()
}

const THREE_DEATHS: &str = "import gc\nclass Node:\n    pass\na = Node()\ndel a\nb = Node()\nb.own = b\ndel b\ngc.collect()\nc = Node()\nc = c\n";

#[test]
fn a_life_ends_by_its_count_by_the_collector_or_with_the_interpreter() {
    let mut session = recorded(THREE_DEATHS);
    let last = session.progress().stops - 1;
    let mut seen = Vec::new();
    for stop in 0..=last {
        for object in drawn(&mut session, stop, "Node") {
            if !seen.contains(&object) {
                seen.push(object);
            }
        }
    }
    let told: Vec<_> = seen
        .into_iter()
        .map(|object| {
            let life = lifeline(&mut session, object);
            let (at, ending) = life.died.clone().expect("it died");
            (life.type_name.clone(), life.born.map(|at| at.line), at.line, ending)
        })
        .collect();
    let node = || "Node".to_owned();
    assert_eq!(told[0], (node(), Some(4), 5, Ending::LastReference));
    assert_eq!(told[1], (node(), Some(6), 9, Ending::Collected));
    assert_eq!((told[2].1, told[2].3), (Some(10), Ending::Shutdown));
}

#[test]
fn a_lifeline_says_what_the_ledger_says() {
    let mut session = recorded("kept = []\nfor n in range(30):\n    kept.append([n])\n    if n % 3 == 0:\n        kept.pop(0)\nkept.clear()\n");
    let last = session.progress().stops - 1;
    for stop in (0..=last).step_by(9) {
        for object in drawn(&mut session, stop, "list") {
            let life = lifeline(&mut session, object);
            let ledger = loop {
                let ledger = session.ledger(object, 1_000);
                if ledger.complete {
                    break ledger;
                }
            };
            assert_eq!((life.born, life.died), (ledger.life.born, ledger.life.died), "{object:?}");
        }
    }
}

#[test]
fn an_object_that_was_never_there_has_no_life() {
    let life = lifeline(&mut recorded("a = 1\n"), ObjectId(100_000));
    assert!(life.complete && !life.exists && life.born.is_none());
}

#[test]
fn what_happened_in_a_part_is_told_with_its_line() {
    let mut session = recorded("import gc\nprint('one')\ngc.collect()\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    print('two')\n");
    let steps = session.progress().steps;
    let told = loop {
        let told = session.happenings(0, steps, 50);
        if told.complete {
            break told;
        }
    };
    let told: Vec<_> = told.list.iter().filter(|one| one.at.line > 0).map(|one| (one.what, one.at.line, one.words.as_str())).collect();
    assert_eq!(told[0], (Happened::Output, 2, "one"));
    assert!(matches!(told[1], (Happened::Collection(2, _), 3, "")), "{:?}", told[1]);
    assert_eq!(told[2], (Happened::Exception, 5, "ZeroDivisionError"));
    assert_eq!(told[3], (Happened::Output, 7, "two"));
}
