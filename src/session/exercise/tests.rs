use super::{ExerciseAction, Pointed, Target, Task};
use crate::layout::Verdict;
use crate::message::Reply;
use crate::picture::{ObjectId, Picture, Progress, Seek, Wanted};
use crate::session::{Action, StageAction, State, Theme};
use heapglass_machine::Session;

/// The page with a program before a line, and the picture of the moment after it.
fn before(source: &str, line: u32) -> (State, Picture) {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    session.record(100_000);
    session.seek(&Seek::Execution { line, time: 1 });
    let wanted = Wanted { collector: true, ..Wanted::default() };
    let first = session.picture(&wanted);
    session.seek(&Seek::Over);
    let mut second = session.picture(&wanted);
    while second.collector.collection.is_some() {
        session.seek(&Seek::Over);
        second = session.picture(&wanted);
    }
    let state = State::new(source.into(), "program.py".into(), Theme::Automatic).reduce(Action::Run).0;
    let progress = Progress { stops: 100, finished: true, ..Progress::default() };
    let state = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None })).0;
    (shown(state, first), second)
}

fn shown(state: State, picture: Picture) -> State {
    let ticket = state.requests.ticket;
    state.reduce(Action::Reply(Reply::Shown { ticket, picture: Box::new(picture), inspection: None, arrival: None })).0
}

fn does(state: State, action: ExerciseAction) -> State {
    state.reduce(Action::Exercise(action)).0
}

fn checked(state: State, after: Picture) -> Vec<(bool, String)> {
    let state = shown(does(state, ExerciseAction::Check), after);
    let exercise = state.exercise.expect("its result is shown");
    exercise.checked.expect("it is checked").into_iter().map(|one| (one.right, one.words.words())).collect()
}

const LIST: ObjectId = ObjectId(1);

#[test]
fn an_arrow_to_the_object_that_is_shared_is_right_and_one_to_a_copy_is_wrong() {
    let (state, after) = before("a = [1]\nb = a\nprint(b)\n", 2);
    let state = does(state, ExerciseAction::Begin(Task::Arrows));
    let right = does(state.clone(), ExerciseAction::Point("b".into(), Target::Box(LIST)));
    assert_eq!(checked(right, after.clone())[1], (true, "`b` points at list #1.".to_string()));
    let wrong = does(state, ExerciseAction::Point("b".into(), Target::Made));
    assert!(!checked(wrong, after)[1].0);
}

#[test]
fn a_box_that_is_clicked_is_what_the_name_in_the_hand_points_at() {
    let (state, after) = before("a = [1]\nb = a\nprint(b)\n", 2);
    let state = does(does(state, ExerciseAction::Begin(Task::Arrows)), ExerciseAction::Take("b".into()));
    let state = state.reduce(Action::Select(Some(LIST))).0;
    assert_eq!(state.selected, None, "the click is an answer");
    assert!(checked(state, after)[1].0);
}

#[test]
fn counts_begin_as_they_are_and_are_compared_with_what_comes() {
    let (state, after) = before("a = [1]\nb = a\nprint(b)\n", 2);
    let state = does(state, ExerciseAction::Begin(Task::Counts));
    assert_eq!(checked(state.clone(), after.clone()), [(false, "list #1: 2.".to_string())]);
    assert!(checked(does(state, ExerciseAction::Count(LIST, 2)), after)[0].0);
}

#[test]
fn what_a_collection_finds_can_be_marked_before_it_runs() {
    let (state, after) = before("import gc\na = []\na.append(a)\ndel a\ngc.collect()\nprint('end')\n", 5);
    let state = does(state, ExerciseAction::Begin(Task::Deaths));
    let list = state.exercise.as_ref().expect("it has begun").boxes[0];
    assert!(!checked(state.clone(), after.clone())[0].0, "nobody was marked");
    assert!(checked(does(state, ExerciseAction::Mark(list)), after)[0].0);
}

#[test]
fn who_goes_elsewhere_leaves_the_exercise() {
    let (state, after) = before("a = [1]\nb = a\nprint(b)\n", 2);
    let state = does(state, ExerciseAction::Begin(Task::Arrows)).reduce(Action::Seek(Seek::Next)).0;
    assert_eq!(shown(state, after).exercise, None);
}

/// What the stage is told of each name: where it is said to point, and what is to be thought of that.
fn claims(state: &State) -> Vec<(String, Option<ObjectId>, Verdict)> {
    state.claims().expect("there are arrows to draw").names.iter().map(|claim| (claim.name.clone(), claim.to, claim.verdict)).collect()
}

#[test]
fn what_is_drawn_so_far_is_open_and_what_is_left_as_it_is_is_not_told_twice() {
    let (state, _) = before("a = [1]\nc = [2]\nb = a\nprint(b)\n", 3);
    let other = ObjectId(2);
    let state = does(state, ExerciseAction::Begin(Task::Arrows));
    assert_eq!(claims(&state)[0], ("a".into(), Some(LIST), Verdict::AsShown));
    assert_eq!(claims(&state)[2], ("b".into(), None, Verdict::AsShown), "nothing is said yet");
    let state = does(does(state, ExerciseAction::Point("b".into(), Target::Box(other))), ExerciseAction::Point("a".into(), Target::Nothing));
    assert_eq!(claims(&state)[0], ("a".into(), None, Verdict::Open));
    assert_eq!(claims(&state)[2], ("b".into(), Some(other), Verdict::Open));
    assert!(state.claims().expect("it is under way").is_open);
}

#[test]
fn a_wrong_arrow_keeps_what_was_said_beside_what_is_until_the_exercise_is_left() {
    let (state, after) = before("a = [1]\nc = [2]\nb = a\nprint(b)\n", 3);
    let other = ObjectId(2);
    let state = does(state, ExerciseAction::Begin(Task::Arrows));
    let state = does(state, ExerciseAction::Point("b".into(), Target::Box(other)));
    let state = does(does(state, ExerciseAction::Point("c".into(), Target::Made)), ExerciseAction::Check);
    let state = shown(state, after);
    let exercise = state.exercise.as_ref().expect("its result is shown");
    let pointed: Vec<Pointed> = exercise.checked.iter().flatten().filter_map(|one| one.pointed.clone()).collect();
    assert_eq!(pointed[2], Pointed { name: "b".into(), said: Some(Target::Box(other)), is: Target::Box(LIST) });
    assert_eq!(claims(&state), [("a".into(), Some(LIST), Verdict::Right), ("c".into(), None, Verdict::Wrong), ("b".into(), Some(other), Verdict::Wrong)]);
    assert!(!state.claims().expect("it is shown").is_open);
    let wrong: Vec<(String, bool, bool)> = state.wrong_arrows().into_iter().map(|wrong| (wrong.said, wrong.is_drawn, wrong.is_out_of_sight)).collect();
    assert_eq!(wrong, [("a new object".into(), false, false), ("list #2".into(), true, false)]);
    assert_eq!(does(state, ExerciseAction::Close).claims(), None);
}

#[test]
fn an_arrow_to_a_box_that_is_put_out_of_sight_is_told_in_words() {
    let (state, after) = before("a = [1]\nc = [2]\nb = a\nprint(b)\n", 3);
    let state = does(does(state, ExerciseAction::Begin(Task::Arrows)), ExerciseAction::Point("b".into(), Target::Box(ObjectId(2))));
    let state = shown(does(state, ExerciseAction::Check), after);
    let state = state.reduce(Action::Select(Some(ObjectId(2)))).0.reduce(Action::Stage(StageAction::HideSelected)).0;
    let wrong = state.wrong_arrows();
    assert_eq!((wrong[0].is_drawn, wrong[0].is_out_of_sight), (false, true));
}

#[test]
fn counts_and_deaths_say_nothing_of_names() {
    let (state, _) = before("a = [1]\nb = a\nprint(b)\n", 2);
    assert_eq!(does(state.clone(), ExerciseAction::Begin(Task::Counts)).claims(), None);
    assert_eq!(does(state, ExerciseAction::Begin(Task::Deaths)).claims(), None);
}
