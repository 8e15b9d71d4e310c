use super::{Action, Effect, Goal, Layer, Phase, State, Theme};
use crate::message::{Reply, Request};
use crate::picture::{Arrival, Breakpoint, Direction, ObjectId, Picture, Position, Problem, Progress, Seek};

fn page() -> State {
    State::new("a = [1]\n".into(), "program.py".into(), Theme::Automatic)
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> (State, Vec<Effect>) {
    actions
        .into_iter()
        .fold((state, Vec::new()), |(state, _), action| state.reduce(action))
}

pub(super) fn progress(run: u64, stops: u64, finished: bool) -> Action {
    let progress = Progress {
        stops,
        finished,
        ..Progress::default()
    };
    Action::Reply(Reply::Recorded {
        run,
        progress,
        stopped: false,
        files: None,
    })
}

fn picture(ticket: u64, stop: u64) -> Action {
    let position = Position {
        stop,
        line: Some(1),
        ..Position::default()
    };
    let picture = Box::new(Picture {
        position,
        ..Picture::default()
    });
    Action::Reply(Reply::Shown {
        ticket,
        picture,
        inspection: None,
        arrival: None,
    })
}

/// A page that shows the first of ten stops.
fn recorded() -> State {
    let (state, effects) = after(page(), [Action::Run, progress(1, 10, true)]);
    let [Effect::Send(Request::Show { ticket, .. })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    after(state, [picture(*ticket, 0)]).0
}

#[test]
fn a_run_is_shown_from_its_first_stop() {
    let (_, effects) = after(page(), [Action::Run, progress(1, 10, true)]);
    assert!(
        matches!(
            &effects[..],
            [Effect::Send(Request::Show {
                to: Some(Seek::Stop(0)),
                ..
            })]
        ),
        "{effects:?}"
    );
}

#[test]
fn replies_about_an_earlier_run_are_ignored() {
    let (state, effects) = after(page(), [Action::Run, Action::Run, progress(1, 10, true)]);
    assert_eq!(state.run.phase, Phase::Recording);
    assert_eq!(effects, []);
}

#[test]
fn typing_runs_the_program_only_after_the_last_edit() {
    let (state, _) = after(recorded(), [Action::Edited("b".into()), Action::Edited("b = 1".into())]);
    let (state, effects) = after(state, [Action::Settled(1)]);
    assert_eq!(effects, []);
    let (_, effects) = after(state, [Action::Settled(2)]);
    assert!(matches!(&effects[..], [Effect::Send(Request::Run { run: 2, source, .. })] if source == "b = 1"));
}

#[test]
fn a_program_that_does_not_compile_leaves_the_last_recording_on_screen() {
    let problem = Problem {
        message: "invalid syntax".into(),
        line: 1,
        ..Problem::default()
    };
    let (state, _) = after(recorded(), [Action::Edited("a = (".into()), Action::Settled(1)]);
    let (state, _) = after(
        state,
        [Action::Reply(Reply::Refused {
            run: 2,
            problem: problem.clone(),
        })],
    );
    assert_eq!(state.run.problem, Some(problem));
    assert!(state.shown.is_some());
    let (_, effects) = after(state, [Action::Seek(Seek::Next)]);
    assert_eq!(effects.len(), 1);
}

#[test]
fn an_edited_program_is_shown_where_the_old_one_stood() {
    let (state, effects) = after(recorded(), [Action::Seek(Seek::Stop(6))]);
    let [Effect::Send(Request::Show { ticket, .. })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    let (state, _) = after(state, [picture(*ticket, 6), Action::Run]);
    let (_, effects) = after(state, [progress(2, 4, true)]);
    assert!(
        matches!(
            &effects[..],
            [Effect::Send(Request::Show {
                to: Some(Seek::Stop(3)),
                ..
            })]
        ),
        "{effects:?}"
    );
}

#[test]
fn steps_wait_for_one_another_and_held_keys_do_not_pile_up() {
    let (mut state, _) = after(recorded(), [Action::Seek(Seek::Next)]);
    for _ in 0..20 {
        let (next, effects) = state.reduce(Action::Seek(Seek::Next));
        assert_eq!(effects, []);
        state = next;
    }
    let mut followers = 0;
    while !state.requests.is_quiet() {
        let ticket = state.requests.ticket;
        state = after(state, [picture(ticket, 1)]).0;
        followers += 1;
    }
    assert_eq!(followers, 4);
}

#[test]
fn the_first_stop_has_nothing_before_it() {
    let (state, effects) = after(recorded(), [Action::Seek(Seek::Previous)]);
    assert_eq!(effects, []);
    assert_eq!(state.quest.remark.words(), "This is where the program begins.");
}

/// The reply to the search under way, which found nothing.
fn nowhere(state: &State, sentence: &str) -> Action {
    let Action::Reply(Reply::Shown { ticket, picture, inspection, .. }) = picture(state.requests.ticket, 0) else { unreachable!() };
    let arrival = Some(Arrival { arrived: false, step: 0, sentence: sentence.into() });
    Action::Reply(Reply::Shown { ticket, picture, inspection, arrival })
}

#[test]
fn a_search_that_finds_nothing_says_so_until_one_goes_elsewhere() {
    let (state, effects) = after(recorded(), [Action::GoTo(Goal::Exception, Direction::Forward)]);
    assert!(matches!(&effects[..], [Effect::Send(Request::Show { to: Some(Seek::Find(Direction::Forward, _)), .. })]), "{effects:?}");
    let reply = nowhere(&state, "No exception is raised after this.");
    let (state, _) = after(state, [reply]);
    assert_eq!(state.quest.remark.words(), "No exception is raised after this.");
    let (state, _) = after(state, [Action::Seek(Seek::Next)]);
    let reply = nowhere(&state, "");
    let (state, _) = after(state, [reply]);
    assert_eq!(state.quest.remark.words(), "");
}

#[test]
fn a_long_search_tells_how_far_it_is_and_can_be_given_up() {
    let (state, _) = after(recorded(), [Action::GoTo(Goal::Output, Direction::Backward)]);
    let ticket = state.requests.ticket;
    let (state, _) = after(state, [Action::Reply(Reply::Searching { ticket, percent: 40 })]);
    assert_eq!(state.quest.percent, Some(40));
    let (state, effects) = after(state, [Action::GiveUp]);
    assert_eq!(effects, [Effect::Send(Request::GiveUp)]);
    let reply = nowhere(&state, "The search was given up.");
    let (state, _) = after(state, [reply]);
    assert_eq!(state.quest.percent, None);
}

#[test]
fn who_goes_elsewhere_does_not_wait_for_a_search() {
    let (state, _) = after(recorded(), [Action::GoTo(Goal::Output, Direction::Backward)]);
    let ticket = state.requests.ticket;
    let (state, _) = after(state, [Action::Reply(Reply::Searching { ticket, percent: 1 })]);
    let (_, effects) = after(state, [Action::Seek(Seek::Last)]);
    assert_eq!(effects, [Effect::Send(Request::GiveUp)]);
}

#[test]
fn what_needs_a_selected_object_says_so() {
    let (state, effects) = after(recorded(), [Action::GoTo(Goal::Count, Direction::Forward)]);
    assert_eq!((effects.len(), state.quest.remark.words().as_str()), (0, "Select an object first."));
}

#[test]
fn a_condition_is_kept_once_the_engine_has_read_it() {
    let point = Breakpoint { line: 3, condition: String::new() };
    let (state, effects) = after(recorded(), [Action::WriteCondition(Some(point)), Action::SetCondition(" n > 2 ".into())]);
    assert_eq!(effects, [Effect::Send(Request::CheckCondition { condition: "n > 2".into() })]);
    let checked = |complaint: Option<&str>| Action::Reply(Reply::ConditionChecked { condition: "n > 2".into(), complaint: complaint.map(str::to_owned) });
    let (refused, _) = after(state.clone(), [checked(Some("no"))]);
    assert_eq!((refused.breakpoints.len(), refused.quest.writing.map(|(_, words)| words)), (0, Some("no".into())));
    let (kept, _) = after(state, [checked(None)]);
    assert_eq!(kept.breakpoints, [Breakpoint { line: 3, condition: "n > 2".into() }]);
    let (_, effects) = after(kept, [Action::Continue]);
    assert!(matches!(&effects[..], [Effect::Send(Request::Show { to: Some(Seek::Break(Direction::Forward, _)), .. })]));
}

#[test]
fn an_engine_that_does_not_stop_is_replaced_and_the_picture_stays() {
    let (state, _) = after(recorded(), [Action::Run, Action::Stop]);
    assert_eq!(state.run.phase, Phase::Stopping);
    let (state, effects) = after(state, [Action::StopOverdue(2)]);
    assert_eq!(effects, [Effect::Respawn]);
    assert!(matches!(state.run.phase, Phase::Died(_)));
    assert!(state.shown.is_some());
    assert!(!state.has_recording());
}

#[test]
fn an_engine_that_stopped_in_time_is_kept() {
    let (state, _) = after(page(), [Action::Run, Action::Stop]);
    let stopped = Progress {
        stops: 5,
        ..Progress::default()
    };
    let (state, _) = after(
        state,
        [Action::Reply(Reply::Recorded {
            run: 1,
            progress: stopped,
            stopped: true,
            files: None,
        })],
    );
    assert_eq!(state.run.phase, Phase::Stopped);
    assert!(state.has_recording());
    let (_, effects) = after(state, [Action::StopOverdue(1)]);
    assert_eq!(effects, []);
}

#[test]
fn a_panic_is_reported_once() {
    let died = Action::Reply(Reply::Died {
        message: "index out of range".into(),
    });
    let (state, effects) = after(recorded(), [died]);
    assert_eq!(effects, [Effect::Respawn]);
    let (_, effects) = after(state, [Action::WorkerFailed("unreachable".into())]);
    assert_eq!(effects, []);
}

#[test]
fn playing_ends_at_a_breakpoint() {
    let (state, _) = after(recorded(), [Action::Breakpoints(vec![Breakpoint { line: 1, ..Breakpoint::default() }]), Action::PlayPause]);
    assert!(state.playing);
    let ticket = state.requests.ticket;
    let (state, _) = after(state, [picture(ticket, 1)]);
    assert!(!state.playing);
}

#[test]
fn playing_from_the_end_starts_over() {
    let (state, _) = after(recorded(), [Action::Seek(Seek::Last)]);
    let ticket = state.requests.ticket;
    let (_, effects) = after(state, [picture(ticket, 9), Action::PlayPause]);
    assert!(
        matches!(
            &effects[..],
            [Effect::Send(Request::Show {
                to: Some(Seek::First),
                ..
            })]
        ),
        "{effects:?}"
    );
}

#[test]
fn only_what_visible_panels_need_is_asked_for() {
    let (_, effects) = after(recorded(), [Action::Layer(Layer::Names)]);
    assert!(matches!(&effects[..], [Effect::Send(Request::Show { wanted, .. })] if !wanted.heap_map));
    let (state, effects) = after(recorded(), [Action::Layer(Layer::Allocator)]);
    let [Effect::Send(Request::Show { wanted, ticket, .. })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert!(wanted.heap_map);
    let (_, effects) = after(state, [picture(*ticket, 0), Action::Select(Some(ObjectId(4)))]);
    assert!(
        matches!(&effects[..], [Effect::Send(Request::Show { to: None, wanted, .. }), Effect::Send(Request::Ask { question: crate::asking::Question::Lifeline(ObjectId(4)), .. })] if wanted.selected == Some(ObjectId(4)))
    );
}

#[test]
fn a_line_of_input_goes_to_the_program_that_waits_and_to_the_next_run() {
    let waiting = Progress {
        stops: 3,
        waiting: Some("Name: ".into()),
        ..Progress::default()
    };
    let (state, _) = after(
        page(),
        [
            Action::Run,
            Action::Reply(Reply::Recorded {
                run: 1,
                progress: waiting,
                stopped: false,
                files: Some(Vec::new()),
            }),
        ],
    );
    assert_eq!(state.run.phase, Phase::Waiting);
    let (state, effects) = after(state, [Action::Answer("Ada".into())]);
    assert_eq!(effects, [Effect::Send(Request::Answer { run: 1, line: "Ada".into() })]);
    let (_, effects) = after(state, [Action::Run]);
    assert!(matches!(&effects[..], [Effect::Send(Request::Run { answers, open: true, .. })] if answers == &["Ada"]));
}
