//! Questions that recordings ask: for every program there is, each has exactly one right answer, and it is what the recording shows.

use std::{collections::HashSet, fs, path::Path, thread};

use heapglass_machine::{
    Session,
    picture::{Picture, Seek, Wanted},
    predict::{Idea, Kind, Prediction},
};

/// Steps of a program that are recorded here.
const STEPS: u64 = 200_000;

fn recorded(source: &str) -> Option<Session> {
    let mut session = Session::new();
    session.load(source, "program.py").ok()?;
    session.record(STEPS);
    Some(session)
}

fn questions(session: &mut Session) -> Vec<Prediction> {
    loop {
        let told = session.predictions();
        if told.complete {
            return told.list;
        }
    }
}

fn asked(source: &str) -> Vec<Prediction> {
    questions(&mut recorded(source).expect("it compiles"))
}

fn picture(session: &mut Session, stop: u64) -> Picture {
    session.seek(&Seek::Stop(stop));
    session.picture(&Wanted { collector: true, ..Wanted::default() })
}

fn files(folder: &Path, ending: &str, found: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).expect("the folder is there").filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

/// Name and text of every example and of every literate program.
fn programs() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (mut examples, mut pages) = (Vec::new(), Vec::new());
    files(&root.join("static/examples"), "py", &mut examples);
    files(&root.join("tests/programs"), "md", &mut pages);
    let name = |path: &Path| path.display().to_string();
    let mut all: Vec<(String, String)> = examples.iter().map(|path| (name(path), fs::read_to_string(path).expect("text"))).collect();
    for path in pages {
        let text = fs::read_to_string(&path).expect("text");
        let mut program = String::new();
        let mut inside = false;
        for line in text.lines() {
            match line.trim_end() {
                "```python" | "```py" => inside = true,
                "```" => inside = false,
                _ if inside => program += &format!("{line}\n"),
                _ => {}
            }
        }
        all.push((name(&path), program));
    }
    all
}

/// What a recording shows, put as the answers put it.
fn shown(session: &mut Session, question: &Prediction) -> Option<String> {
    let before = picture(session, question.stop);
    let after = picture(session, question.then);
    let subject = |picture: &Picture| picture.objects.iter().find(|object| Some(object.id) == question.subject).cloned();
    match question.kind {
        Kind::Printed => {
            let text = after.output.strip_prefix(&before.output)?.trim_end().replace('\n', " ⏎ ");
            Some(if text.trim().is_empty() { "nothing".to_string() } else { format!("`{text}`") })
        }
        Kind::Count => Some(subject(&after)?.count?.to_string()),
        Kind::Generation => Some(subject(&after)?.generation?.to_string()),
        Kind::NextLine => after.position.line.map(|line| line.to_string()),
        Kind::Fate => Some(
            match subject(&after) {
                None => "It dies at once",
                Some(now) if now.reachable => "It lives on, and the program can reach it",
                Some(_) => "It lives on, though nothing in the program leads to it",
            }
            .to_string(),
        ),
        _ => None,
    }
}

/// How often each kind is asked.
type Counted = [usize; Kind::ALL.len()];

/// Judges the questions of one program.
fn judge(name: &str, source: &str, counted: &mut Counted) {
    let Some(mut session) = recorded(source) else { return };
    for question in questions(&mut session) {
        let about = format!("{name}: {question:#?}");
        counted[Kind::ALL.iter().position(|kind| *kind == question.kind).expect("known")] += 1;
        assert_eq!(question.choices.iter().filter(|choice| choice.idea.is_none()).count(), 1, "{about}");
        assert!(question.choices.len() >= 2, "{about}");
        let texts: HashSet<&str> = question.choices.iter().map(|choice| choice.text.as_str()).collect();
        assert_eq!(texts.len(), question.choices.len(), "{about}");
        let keys: HashSet<&str> = question.choices.iter().map(|choice| choice.key.as_str()).collect();
        assert_eq!(keys.len(), question.choices.len(), "{about}");
        assert!(question.choices.iter().all(|choice| !choice.text.is_empty() && !choice.because.is_empty()), "{about}");
        assert!(question.then > question.stop, "{about}");
        let right = &question.choices[question.right()].text;
        if let Some(shown) = shown(&mut session, &question) {
            let agrees = if question.kind == Kind::NextLine { right.starts_with(&format!("line {shown}:")) } else { *right == shown };
            assert!(agrees, "the recording shows {shown}: {about}");
        }
    }
}

#[test]
fn in_every_program_each_question_has_one_right_answer_which_the_recording_shows() {
    const THREADS: usize = 4;
    let programs: Vec<(String, String)> = programs();
    let programs = &programs;
    let part = |first: usize| {
        let mut counted = Counted::default();
        for (name, source) in programs.iter().skip(first).step_by(THREADS) {
            judge(name, source, &mut counted);
        }
        counted
    };
    let parts: Vec<Counted> = thread::scope(|scope| {
        let running: Vec<_> = (0..THREADS).map(|first| scope.spawn(move || part(first))).collect();
        running.into_iter().map(|part| part.join().expect("a program's questions break no law")).collect()
    });
    let asked_somewhere = |kind: usize| parts.iter().any(|counted| counted[kind] > 0);
    let never: Vec<&Kind> = Kind::ALL.iter().enumerate().filter(|(kind, _)| !asked_somewhere(*kind)).map(|(_, kind)| kind).collect();
    assert!(never.is_empty(), "each kind is asked somewhere, but not {never:?}");
}

#[test]
fn a_recording_asks_the_same_whenever_it_is_asked_and_stays_where_it_is() {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/examples/aliasing.py")).expect("text");
    let mut session = recorded(&source).expect("it compiles");
    session.seek(&Seek::Stop(3));
    let before = session.picture(&Wanted::default());
    let first = questions(&mut session);
    assert_eq!(session.picture(&Wanted::default()), before);
    assert_eq!(questions(&mut session), first);
    assert_eq!(asked(&source), first);
}

fn wrong_idea(source: &str, kind: Kind, idea: Idea) -> String {
    let all = asked(source);
    let found = all.iter().filter(|question| question.kind == kind).flat_map(|question| &question.choices).find(|choice| choice.idea == Some(idea));
    found.unwrap_or_else(|| panic!("{kind:?} with {idea:?} in {all:#?}")).text.clone()
}

#[test]
fn who_thinks_that_an_assignment_copies_is_offered_the_list_as_it_was() {
    let source = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n";
    assert_eq!(wrong_idea(source, Kind::Alias, Idea::AssignmentCopies), "`[1, 2]`");
}

#[test]
fn who_thinks_that_each_call_makes_its_default_is_offered_what_they_would_see() {
    let source = "def add(x, xs=[]):\n    xs.append(x)\n    return xs\n\nadd(1)\nprint(add(2))\n";
    assert_eq!(wrong_idea(source, Kind::Printed, Idea::EachCallHasItsDefault), "`[2]`");
}

#[test]
fn what_is_in_a_cycle_is_asked_about_when_its_names_go() {
    let source = "class Node:\n    pass\n\na = Node()\nb = Node()\na.other = b\nb.other = a\ndel a\ndel b\nprint('end')\n";
    let all = asked(source);
    let question = all.iter().find(|question| question.kind == Kind::Fate && question.line == 9).expect("it is asked");
    assert!(question.choices[question.right()].text.contains("nothing in the program leads to it"), "{question:#?}");
}

#[test]
#[ignore = "prints what is asked of the examples, to be read"]
fn the_examples_ask() {
    for (name, source) in programs().into_iter().filter(|(name, _)| name.ends_with(".py")) {
        println!("== {name}");
        for question in asked(&source) {
            println!("{} line {} {:?} {}: {}", question.stop, question.line, question.kind, question.weight, question.ask);
            for choice in &question.choices {
                println!("    {} {} ({:?}) {}", if choice.idea.is_none() { "+" } else { "-" }, choice.text, choice.idea, choice.because);
            }
        }
    }
}
