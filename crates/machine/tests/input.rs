//! Lines of input given beforehand and when asked for, and files, through a session.

use heapglass_machine::{
    Session, World,
    picture::Seek,
    timeline::StopKind,
};

fn recorded(source: &str, world: World) -> Session {
    let mut session = Session::new();
    session.load_in(source, "program.py", world).expect("it compiles");
    go_on(&mut session);
    session
}

fn go_on(session: &mut Session) {
    loop {
        let progress = session.record(1000);
        if progress.finished || progress.waiting.is_some() {
            return;
        }
    }
}

fn output(session: &Session) -> String {
    String::from_utf8_lossy(session.output()).into_owned()
}

fn answers(lines: &[&str], open: bool) -> World {
    World { answers: lines.iter().map(|line| (*line).to_owned()).collect(), open, files: Vec::new() }
}

const GREETING: &str = "name = input('Name: ')\nage = int(input('Age: '))\nprint(name, age + 1)\n";

#[test]
fn lines_given_beforehand_are_read_in_order() {
    let session = recorded(GREETING, answers(&["Ada", "36"], true));
    assert_eq!(output(&session), "Name: Age: Ada 37\n");
}

#[test]
fn the_prompt_is_what_was_printed_since_the_last_answer() {
    let mut session = recorded(GREETING, answers(&[], true));
    assert_eq!(session.waiting().as_deref(), Some("Name: "));
    session.answer("Ada");
    go_on(&mut session);
    assert_eq!(session.waiting().as_deref(), Some("Age: "));
}

#[test]
fn a_program_waits_for_its_line_and_goes_on_with_it() {
    let mut session = recorded(GREETING, answers(&["Ada"], true));
    assert_eq!(session.waiting().as_deref(), Some("Name: Age: "));
    assert_eq!(session.stops().last().map(|stop| (stop.kind, stop.line)), Some((StopKind::Waiting, 2)));
    let before = session.stops();
    session.answer("36");
    go_on(&mut session);
    assert_eq!(session.waiting(), None);
    assert_eq!(output(&session), "Name: Age: Ada 37\n");
    assert_eq!(session.stops()[..before.len() - 1], before[..before.len() - 1]);
    assert_eq!(session.stops(), recorded(GREETING, answers(&["Ada", "36"], true)).stops());
}

#[test]
fn the_recorded_past_can_be_seen_while_the_program_waits_and_after() {
    let mut session = recorded(GREETING, answers(&[], true));
    session.seek(&Seek::Last);
    let picture = session.picture(&heapglass_machine::picture::Wanted::default());
    assert_eq!(picture.position.line, Some(1));
    session.answer("Ada");
    go_on(&mut session);
    session.answer("1");
    go_on(&mut session);
    session.seek(&Seek::First);
    assert_eq!(session.picture(&heapglass_machine::picture::Wanted::default()).position.line, Some(1));
    session.seek(&Seek::Last);
    assert_eq!(session.picture(&heapglass_machine::picture::Wanted::default()).output, "Name: Age: Ada 2\n");
}

#[test]
fn a_program_waits_inside_native_code_too() {
    let source = "total = sum(map(int, iter(input, '')))\nwords = sorted([3, 1, 2], key=lambda n: input())\nprint(total, words)\n";
    let mut session = recorded(source, answers(&["4"], true));
    for line in ["5", "", "b", "c", "a"] {
        assert!(session.waiting().is_some());
        session.answer(line);
        go_on(&mut session);
    }
    assert_eq!(output(&session), "9 [2, 3, 1]\n");
}

#[test]
fn a_program_waits_far_into_its_recording() {
    let source = "n = 0\nfor i in range(30000):\n    n += i\nprint(input('?'), n)\nfor i in range(30000):\n    n += i\nprint(input('!'), n)\n";
    let mut session = recorded(source, answers(&[], true));
    let steps = session.progress().steps;
    session.answer("a");
    go_on(&mut session);
    assert!(session.progress().steps > steps);
    session.answer("b");
    go_on(&mut session);
    assert_eq!(output(&session), "?a 449985000\n!b 899970000\n");
    assert_eq!(session.stops(), recorded(source, answers(&["a", "b"], true)).stops());
}

#[test]
fn the_end_of_the_input_is_an_error_of_the_program() {
    let source = "try:\n    input()\nexcept EOFError as error:\n    print(error)\n";
    assert_eq!(output(&recorded(source, World::default())), "EOF when reading a line\n");
    let mut session = recorded(source, answers(&[], true));
    session.close_input();
    go_on(&mut session);
    assert_eq!(output(&session), "EOF when reading a line\n");
}

#[test]
fn standard_input_waits_as_well() {
    let mut session = recorded("import sys\nfor line in sys.stdin:\n    print(line.strip().upper())\n", answers(&["a"], true));
    session.answer("b");
    go_on(&mut session);
    session.close_input();
    go_on(&mut session);
    assert_eq!(output(&session), "A\nB\n");
}

#[test]
fn files_given_with_the_program_are_read_and_written() {
    let source = "with open('in.txt') as f:\n    words = f.read().split()\nwith open('out.txt', 'w') as f:\n    print(*sorted(words), file=f)\n";
    let world = World { files: vec![("in.txt".into(), b"b c a\n".to_vec())], ..World::default() };
    let session = recorded(source, world);
    let expected: [(String, Vec<u8>); 2] = [("in.txt".into(), b"b c a\n".to_vec()), ("out.txt".into(), b"a b c\n".to_vec())];
    assert_eq!(session.files(), expected);
}

#[test]
fn files_are_as_they_were_at_an_earlier_step() {
    let source = "f = open('a.txt', 'w')\nf.write('x')\nf.close()\nprint(open('a.txt').read())\n";
    let mut session = recorded(source, World::default());
    let last = session.progress().steps;
    let files = |session: &mut Session, step| session.visit(step, heapglass_machine::Machine::named_files);
    assert_eq!(files(&mut session, last).map(|files| files.len()), Some(1));
    assert_eq!(files(&mut session, 1).map(|files| files.len()), Some(0));
}
