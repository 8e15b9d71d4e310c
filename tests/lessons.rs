//! Every lesson of the page: what it says about its program is what CPython does.
//!
//! The output at a lesson's end is recorded by `tests/record_lessons.py`, which also asks CPython about variations and one's
//! own Python. Here the engine runs the same, and the answers of questions are what it prints at the lines they ask about.

use std::{fs, path::Path};

use heapglass::lesson::{Entry, Exercise, Lesson, Part, Place, Question, State};
use heapglass::session::Task;
use heapglass_machine::{
    Session,
    picture::{Seek, Wanted},
    timeline::{Stop, StopKind},
};

/// Far more than any lesson's program takes.
const STEPS: u64 = 5_000_000;

fn lessons() -> Vec<(String, Lesson)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/lessons");
    let mut names: Vec<String> = fs::read_dir(folder.clone())
        .expect("the folder of lessons is there")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort();
    let read = |name: String| {
        let text = fs::read_to_string(folder.join(&name)).expect("a lesson is text");
        let lesson = Lesson::read(&text).unwrap_or_else(|mistake| panic!("{name}:{}: {}", mistake.line, mistake.message));
        (name, lesson)
    };
    names.into_iter().map(read).collect()
}

const GUIDE: &str = include_str!("../docs/lessons.md");

/// The lesson that docs/lessons.md shows, and all that the page has: what each says of its program is judged.
fn told() -> Vec<(String, Lesson)> {
    let (_, shown) = GUIDE.split_once("````markdown\n").expect("the guide shows a lesson");
    let (shown, _) = shown.split_once("````").expect("it ends");
    let lesson = Lesson::read(shown).unwrap_or_else(|mistake| panic!("the lesson of docs/lessons.md, line {}: {}", mistake.line, mistake.message));
    std::iter::once(("my-lesson.md".into(), lesson)).chain(lessons()).collect()
}

fn recorded(program: &str) -> Session {
    let mut session = Session::new();
    session.load(program, "program.py").unwrap_or_else(|problem| panic!("{}\n{program}", problem.message));
    session.record(STEPS);
    session
}

fn printed(program: &str) -> String {
    String::from_utf8_lossy(recorded(program).output()).into_owned()
}

/// The index of the stop before a line of the module runs for the given time.
fn stop_at(session: &Session, place: Place) -> Option<usize> {
    let stops = session.stops();
    let mut found = stops.iter().enumerate().filter(|(_, stop)| stop.line == place.line);
    found.nth(place.time as usize - 1).map(|(index, _)| index)
}

/// What is printed from this place to the next line of the same frame or of one below.
fn printed_at(session: &mut Session, place: Place) -> Option<String> {
    let stop = stop_at(session, place)?;
    let stops = session.stops();
    let depth = stops[stop].depth;
    let ends = |next: &Stop| next.depth <= depth && matches!(next.kind, StopKind::Line | StopKind::Leaving | StopKind::End);
    let next = stop + 1 + stops[stop + 1..].iter().position(ends)?;
    let before = output_at(session, stop).len();
    Some(output_at(session, next)[before..].trim().replace('\n', " "))
}

fn output_at(session: &mut Session, stop: usize) -> String {
    session.seek(&Seek::Stop(stop as u64));
    session.picture(&Wanted::default()).output
}

#[test]
fn the_list_has_every_lesson_with_its_title_and_its_goal() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/lessons/index.json"));
    let mut list: Vec<Entry> = serde_json::from_str(&text.expect("the list is there")).expect("the list is JSON");
    list.sort_by(|one, other| one.file.cmp(&other.file));
    let entry = |(file, lesson): (String, Lesson)| Entry { file, title: lesson.title, goal: lesson.goal };
    assert_eq!(list, lessons().into_iter().map(entry).collect::<Vec<_>>());
}

#[test]
fn the_row_that_the_guide_shows_is_that_of_its_lesson() {
    let (_, row) = GUIDE.split_once("```json\n").expect("the guide shows a row");
    let (row, _) = row.split_once("```").expect("it ends");
    let (file, Lesson { title, goal, .. }) = told().remove(0);
    assert_eq!(Entry::list(&format!("[{row}]")), Ok(vec![Entry { file, title, goal }]));
}

#[test]
fn each_lesson_prints_what_cpython_prints() {
    for (name, lesson) in told() {
        assert_eq!(printed(&lesson.program), lesson.output, "{name}");
    }
}

#[test]
fn each_place_that_a_lesson_points_at_is_reached() {
    for (name, lesson) in told() {
        let session = recorded(&lesson.program);
        for part in &lesson.parts {
            let (Part::State(State { at, .. }) | Part::Question(Question { at, .. }) | Part::Exercise(Exercise { at, .. })) = part else { continue };
            assert!(stop_at(&session, *at).is_some(), "{name}: line {} does not run so often", at.line);
        }
    }
}

#[test]
fn each_answer_is_what_the_line_prints() {
    for (name, lesson) in told() {
        let mut session = recorded(&lesson.program);
        for part in &lesson.parts {
            if let Part::Question(question) = part {
                let printed = printed_at(&mut session, question.at);
                assert_eq!(printed.as_deref(), Some(question.answer.as_str()), "{name}: {}", question.ask);
            }
        }
    }
}

#[test]
fn each_variation_and_each_line_for_ones_own_python_print_what_the_lesson_says() {
    for (name, lesson) in told() {
        for part in &lesson.parts {
            let (program, wanted) = match part {
                Part::Variation(variation) => (lesson.varied(variation), &variation.prints),
                Part::Yours(yours) => (format!("{}\n", yours.run), &yours.prints),
                _ => continue,
            };
            let output = printed(&program);
            assert!(output.lines().any(|line| line == wanted), "{name}: {program}prints\n{output}");
        }
    }
}

#[test]
fn each_lesson_has_something_to_see_to_predict_to_change_and_to_check() {
    for (name, lesson) in told() {
        let has = |wanted: fn(&Part) -> bool| lesson.parts.iter().any(wanted);
        assert!(has(|part| matches!(part, Part::Text(_))), "{name} has no text");
        assert!(!lesson.goal.is_empty(), "{name} has no goal");
        assert!(lesson.program.lines().count() <= 36, "{name} has a long program");
        assert!(has(|part| matches!(part, Part::State(_))), "{name} shows no state");
        assert!(has(|part| matches!(part, Part::Question(_))), "{name} asks nothing");
        assert!(has(|part| matches!(part, Part::Variation(_))), "{name} has nothing to change");
        assert!(has(|part| matches!(part, Part::Yours(_))), "{name} has nothing for one's own Python");
    }
}

/// What the five texts that the lessons go back to are about.
const TOPICS: [&str; 18] = [
    "names and objects",
    "reference counts",
    "cycles and the collector",
    "generations and thresholds",
    "pools, blocks and arenas",
    "small and large requests",
    "free lists",
    "interning and caching",
    "slots",
    "arrays and buffers",
    "shallow and deep copy",
    "generators",
    "strings and join",
    "sets and dicts for membership",
    "sizes",
    "tracemalloc and leaks",
    "finalizers and weak references",
    "profiling",
];

#[test]
fn there_is_a_lesson_for_each_topic() {
    let topics: Vec<String> = lessons().into_iter().map(|(_, lesson)| lesson.topic).collect();
    for topic in TOPICS {
        assert!(topics.iter().any(|there| there == topic), "{topic}");
    }
}

/// What an exercise is about, before and after its line: where the names of the innermost frame point, the counts, who lives.
fn facts(session: &mut Session, task: Task, stop: usize) -> Vec<String> {
    session.seek(&Seek::Stop(stop as u64));
    let picture = session.picture(&Wanted { collector: true, ..Wanted::default() });
    match task {
        Task::Arrows => picture.frames.last().into_iter().flat_map(|frame| &frame.names).map(|name| format!("{} {:?}", name.name, name.value)).collect(),
        Task::Counts => picture.objects.iter().map(|object| format!("{} {:?}", object.id, object.count)).collect(),
        Task::Deaths => picture.objects.iter().filter(|object| object.count.is_some()).map(|object| object.id.to_string()).collect(),
    }
}

#[test]
fn in_each_exercise_there_is_something_to_draw_or_to_mark() {
    let mut with_exercise = 0;
    for (name, lesson) in told() {
        let mut session = recorded(&lesson.program);
        let exercises: Vec<&Exercise> = lesson.parts.iter().filter_map(|part| if let Part::Exercise(exercise) = part { Some(exercise) } else { None }).collect();
        with_exercise += usize::from(!exercises.is_empty());
        for exercise in exercises {
            let stop = stop_at(&session, exercise.at).expect("it is reached");
            let stops = session.stops();
            let depth = stops[stop].depth;
            let done = |next: &Stop| next.depth <= depth && matches!(next.kind, StopKind::Line | StopKind::Leaving);
            let next = stop + 1 + stops[stop + 1..].iter().position(done).expect("the program goes on");
            let (before, after) = (facts(&mut session, exercise.task, stop), facts(&mut session, exercise.task, next));
            let changes = match exercise.task {
                Task::Deaths => before.iter().any(|object| !after.contains(object)),
                Task::Arrows | Task::Counts => before != after,
            };
            assert!(changes, "{name}: {}", exercise.ask);
        }
    }
    assert!(with_exercise >= 4, "{with_exercise} lessons have exercises");
}
