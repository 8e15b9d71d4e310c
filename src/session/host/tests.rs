use super::{HostEvent, HostRequest, StopName};
use crate::link::Link;
use crate::message::{Reply, Request};
use crate::picture::{Picture, Position, Problem, Progress, Seek};
use crate::session::{Action, Effect, LinkAction, State, Theme};

/// A page that was opened with a program by a page of this origin, and shows the first of ten stops.
fn embedded() -> (State, Vec<Effect>) {
    let state = State::new(String::new(), "program.py".into(), Theme::Automatic);
    let (state, _) = state.reduce(Action::Link(LinkAction::Follow(Link::read("code=a&host=https://example.org"))));
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let (state, _) = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None }));
    shown(state, 0)
}

fn shown(state: State, stop: u64) -> (State, Vec<Effect>) {
    let picture = Picture { position: Position { stop, line: Some(1), ..Position::default() }, ..Picture::default() };
    let ticket = state.requests.ticket;
    state.reduce(Action::Reply(Reply::Shown { ticket, picture: Box::new(picture), inspection: None, arrival: None }))
}

fn told(effects: &[Effect]) -> Vec<String> {
    let words = effects.iter().filter_map(|effect| match effect {
        Effect::TellHost(event) => Some(match &**event {
            HostEvent::Ready(place) => format!("ready {}", place.stop),
            HostEvent::Step(place) => format!("step {}", place.stop),
            HostEvent::Answer { card, kind, answer, right, .. } => format!("answer {card:?} {kind} {answer} {right}"),
            HostEvent::AnswerTo { number, place } => format!("answer to {number}: {}", place.stop),
        }),
        _ => None,
    });
    words.collect()
}

#[test]
fn the_page_around_is_told_of_the_first_picture_and_of_every_step() {
    let (state, effects) = embedded();
    assert_eq!(told(&effects), ["ready 0"]);
    let (state, effects) = state.reduce(Action::Seek(Seek::Next));
    assert!(told(&effects).is_empty());
    assert_eq!(told(&shown(state, 1).1), ["step 1"]);
}

#[test]
fn a_request_is_answered_when_the_page_has_come_to_rest() {
    let (state, _) = embedded();
    let to = HostRequest::Seek { stop: Some(StopName::Number(4)), line: None, time: None };
    let (state, effects) = state.reduce(Action::Host(9, to));
    assert!(told(&effects).is_empty(), "the picture is still to come");
    assert!(matches!(&effects[..], [Effect::Send(Request::Show { to: Some(Seek::Stop(4)), .. })]));
    assert_eq!(told(&shown(state, 4).1), ["step 4", "answer to 9: 4"]);
}

#[test]
fn what_is_asked_of_a_page_at_rest_is_answered_at_once() {
    let (state, _) = embedded();
    assert_eq!(told(&state.reduce(Action::Host(3, HostRequest::State {})).1), ["answer to 3: 0"]);
}

#[test]
fn another_program_can_be_put_in_and_the_page_around_stays_the_same() {
    let (state, _) = embedded();
    let (state, _) = state.reduce(Action::Host(1, HostRequest::Load { link: "code=b&host=https://other.example".into() }));
    assert_eq!(state.program.source, "b");
    assert_eq!(state.framing.host.as_deref(), Some("https://example.org"));
}

#[test]
fn a_page_whose_address_names_no_origin_tells_nothing() {
    let state = State::new("a".into(), "program.py".into(), Theme::Automatic);
    let (state, _) = state.reduce(Action::Run);
    let progress = Progress { stops: 3, finished: true, ..Progress::default() };
    let (state, _) = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None }));
    assert!(told(&shown(state, 0).1).is_empty());
}

#[test]
fn messages_have_the_shape_that_is_documented() {
    let read = |text: &str| serde_json::from_str::<HostRequest>(text).ok();
    let seek = |stop, line, time| Some(HostRequest::Seek { stop, line, time });
    assert_eq!(read(r#"{"heapglass": "seek", "number": 1, "stop": 4}"#), seek(Some(StopName::Number(4)), None, None));
    assert_eq!(read(r#"{"heapglass": "seek", "number": 1, "stop": "last"}"#), seek(Some(StopName::Word("last".into())), None, None));
    assert_eq!(read(r#"{"heapglass": "seek", "number": 1, "line": 3, "time": 2}"#), seek(None, Some(3), Some(2)));
    assert_eq!(read(r#"{"heapglass": "play", "number": 1, "on": true}"#), Some(HostRequest::Play { on: true }));
    assert_eq!(read(r#"{"heapglass": "state", "number": 1}"#), Some(HostRequest::State {}));
    assert_eq!(read(r#"{"heapglass": "explode", "number": 1}"#), None);
}

fn problems(effects: &[Effect]) -> Vec<Option<String>> {
    let problems = effects.iter().filter_map(|effect| match effect {
        Effect::TellHost(event) => match &**event {
            HostEvent::Ready(place) | HostEvent::Step(place) | HostEvent::AnswerTo { place, .. } => Some(place.problem.clone()),
            HostEvent::Answer { .. } => None,
        },
        _ => None,
    });
    problems.collect()
}

#[test]
fn a_program_put_in_that_does_not_compile_is_answered_with_why_and_without_the_place_of_the_one_before() {
    let (state, _) = shown(embedded().0, 4);
    let (state, _) = state.reduce(Action::Host(7, HostRequest::Load { link: "code=a%20=".into() }));
    let problem = Problem { line: 1, kind: "SyntaxError".into(), message: "invalid syntax".into(), ..Problem::default() };
    let (_, effects) = state.clone().reduce(Action::Reply(Reply::Refused { run: state.run.number, problem }));
    assert_eq!(told(&effects), ["ready 0", "answer to 7: 0"]);
    assert_eq!(problems(&effects), vec![Some("Line 1: SyntaxError: invalid syntax".into()); 2]);
}

#[test]
fn a_long_program_is_ready_when_it_is_recorded_though_its_picture_came_before() {
    let state = State::new(String::new(), "program.py".into(), Theme::Automatic);
    let (state, _) = state.reduce(Action::Link(LinkAction::Follow(Link::read("code=a&host=https://example.org"))));
    let records = |state: State, stops, finished| {
        let (run, progress) = (state.run.number, Progress { stops, finished, ..Progress::default() });
        state.reduce(Action::Reply(Reply::Recorded { run, progress, stopped: false, files: None }))
    };
    let (state, _) = records(state, 10, false);
    let (state, effects) = shown(state, 0);
    assert!(told(&effects).is_empty(), "the rest is still recorded");
    assert_eq!(told(&records(state, 20, true).1), ["ready 0"]);
}

#[test]
fn the_page_around_is_told_what_the_link_could_not_have() {
    let state = State::new("own = 1\n".into(), "program.py".into(), Theme::Automatic);
    let (state, effects) = state.reduce(Action::Link(LinkAction::Follow(Link::read("codeurl=none.py&host=https://example.org"))));
    let [Effect::FetchGiven(link)] = &effects[..] else { panic!("{effects:?}") };
    let (state, _) = state.reduce(Action::Link(LinkAction::Came(link.clone(), Err("the server said 404.".into()))));
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let (state, _) = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None }));
    let (_, effects) = shown(state, 0);
    assert_eq!(problems(&effects), [Some("The program of the link could not be had: the server said 404.".into())]);
}

#[test]
fn an_engine_that_broke_off_is_told_to_the_page_around() {
    let (state, _) = embedded();
    let (_, effects) = state.reduce(Action::WorkerFailed("it is gone".into()));
    assert_eq!(problems(&effects), [Some("it is gone".into())]);
}
