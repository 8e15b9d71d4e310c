use super::super::{Action, Effect, Layer, State, Theme};
use super::{LessonAction, LessonRun};
use crate::message::{Reply, Request};
use crate::picture::{Progress, Seek};

const LESSON: &str = include_str!("../../../static/lessons/01-names-and-objects.md");
const OWN: &str = "mine = 1\n";

fn page() -> State {
    State::new(OWN.into(), "program.py".into(), Theme::Automatic)
}

fn does(state: State, action: LessonAction) -> (State, Vec<Effect>) {
    state.reduce(Action::Lesson(action))
}

/// A page with the first lesson, whose program has been recorded.
fn begun() -> State {
    let (state, effects) = does(page(), LessonAction::Came("cycles.md".into(), Ok(LESSON.into())));
    let [Effect::Send(Request::Run { run, .. })] = effects.as_slice() else { panic!("{effects:?}") };
    recorded(state, *run)
}

fn recorded(state: State, run: u64) -> State {
    let progress = Progress { stops: 9, finished: true, ..Progress::default() };
    state.reduce(Action::Reply(Reply::Recorded { run, progress, stopped: false, files: None })).0
}

fn run(state: &State) -> &LessonRun {
    state.lessons.run.as_ref().expect("a lesson is under way")
}

/// The same page at its next card, with nothing on its way.
fn turned(state: State) -> (State, Vec<Effect>) {
    let (mut state, _) = does(state, LessonAction::Turn(true));
    state.requests.forget();
    let effects = state.to_place();
    (state, effects)
}

fn asked(effects: &[Effect]) -> Option<&Seek> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Show { to, .. }) => to.as_ref(),
        _ => None,
    })
}

#[test]
fn the_list_is_loaded_when_it_is_first_opened() {
    let (state, effects) = does(page(), LessonAction::List(true));
    assert_eq!(effects, [Effect::LoadLessons]);
    assert!(state.lessons.open);
}

#[test]
fn a_lesson_begins_with_its_program_and_its_layer() {
    let state = begun();
    assert_eq!(state.layer, Layer::Names);
    assert!(state.program.source.starts_with("a = [1, 2]"));
    assert!(!run(&state).pending);
}

#[test]
fn a_card_about_a_place_goes_there() {
    let (_, effects) = turned(begun());
    assert_eq!(asked(&effects), Some(&Seek::Execution { line: 3, time: 1 }));
}

#[test]
fn an_answer_is_kept_and_the_line_is_run() {
    let state = turned(turned(begun()).0).0;
    assert!(run(&state).asks());
    let (state, _) = does(state, LessonAction::Answer("[1, 2]".into()));
    assert_eq!(run(&state).answers.values().collect::<Vec<_>>(), ["[1, 2]"]);
    let (again, effects) = does(state.clone(), LessonAction::Answer("[1, 2, 3]".into()));
    assert_eq!((again.lessons, effects), (state.lessons, vec![]));
}

#[test]
fn what_is_tried_in_a_lesson_is_not_kept_for_the_next_visit() {
    let (_, effects) = begun().reduce(Action::Edited("x = 2\n".into()));
    assert!(effects.iter().all(|effect| !matches!(effect, Effect::SaveProgram(_))), "{effects:?}");
}

#[test]
fn leaving_brings_back_the_program_that_was_there_before() {
    let (state, _) = does(begun(), LessonAction::Leave);
    assert_eq!((state.program.source.as_str(), state.lessons.run), (OWN, None));
}

#[test]
fn a_lesson_with_a_mistake_says_where_and_the_program_stays() {
    let (state, effects) = does(page(), LessonAction::Came("cycles.md".into(), Ok("# nothing\n".into())));
    assert_eq!((effects, state.program.source.as_str()), (vec![], OWN));
    assert!(state.lessons.problem.expect("it says why").words().contains("line 1"));
}

#[test]
fn a_lesson_that_does_not_come_says_so() {
    let (state, _) = does(page(), LessonAction::Came("cycles.md".into(), Err("the server said 404.".into())));
    assert!(state.lessons.problem.expect("it says why").words().contains("404"));
}
