use super::{PredictAction, Prediction, Predictions};
use crate::asking::{Answer, Question};
use crate::message::{Reply, Request};
use crate::picture::{Picture, Position, Progress, Seek};
use crate::predict::{Choice, Idea, Kind};
use crate::session::{Action, Effect, Layer, LinkAction, State, Theme};

fn question(stop: u64, kind: Kind) -> Prediction {
    let choice = |text: &str, idea| Choice { key: text.into(), text: text.into(), idea, because: "Because.".into() };
    let choices = vec![choice("1", Some(Idea::AssignmentCopies)), choice("2", None)];
    Prediction { stop, step: stop * 10, then: stop + 1, line: 1, kind, ask: "What then?".into(), choices, subject: None, weight: 1 }
}

/// A page with ten stops that asks these.
fn page(list: Vec<Prediction>) -> State {
    let state = State::new("a\n".into(), "program.py".into(), Theme::Automatic);
    let (state, _) = state.reduce(Action::Run);
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let (state, _) = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None }));
    let state = shown(state, 0);
    let (state, effects) = state.reduce(Action::Predict(PredictAction::Toggle));
    assert!(matches!(&effects[..], [Effect::Send(Request::Ask { question: Question::Predictions { search: true, .. }, .. })]), "{effects:?}");
    let found = Predictions { list, percent: 100, complete: true };
    state.reduce(Action::Reply(Reply::Told { run: 1, answer: Answer::Predictions(found) })).0
}

fn arrive(state: State, stop: u64, step: u64) -> (State, Vec<Effect>) {
    let picture = Picture { position: Position { stop, step, line: Some(1), ..Position::default() }, ..Picture::default() };
    let ticket = state.requests.ticket;
    state.reduce(Action::Reply(Reply::Shown { ticket, picture: Box::new(picture), inspection: None, arrival: None }))
}

fn shown(state: State, stop: u64) -> State {
    arrive(state, stop, stop * 10).0
}

fn go(state: State, action: Action) -> State {
    state.reduce(action).0
}

#[test]
fn a_step_stops_before_the_question_and_the_answer_makes_the_next() {
    let state = shown(go(page(vec![question(1, Kind::Alias)]), Action::Seek(Seek::Next)), 1);
    assert!(state.asks_now());
    let (state, effects) = state.reduce(Action::Predict(PredictAction::Choose(0)));
    assert!(matches!(&effects[..], [Effect::Send(Request::Show { to: Some(Seek::Stop(2)), .. })]), "{effects:?}");
    let state = shown(state, 2);
    assert_eq!(state.predict.card.as_ref().and_then(|card| card.given), Some(0), "the explanation stays");
    assert_eq!((state.predict.score(), state.predict.missed().len()), ((0, 1), 1));
    let state = shown(go(state, Action::Seek(Seek::Next)), 3);
    assert_eq!(state.predict.card, None);
}

#[test]
fn who_goes_on_without_an_answer_is_not_held() {
    let state = shown(page(vec![question(1, Kind::Alias)]), 1);
    let state = shown(go(state, Action::Seek(Seek::Next)), 2);
    assert_eq!((state.predict.card.clone(), state.predict.answers.len()), (None, 0));
}

#[test]
fn a_question_is_asked_once() {
    let state = shown(page(vec![question(1, Kind::Alias)]), 1);
    let state = shown(go(state, Action::Predict(PredictAction::Choose(1))), 2);
    assert_eq!(state.predict.score(), (1, 1));
    let state = shown(go(state, Action::Seek(Seek::Previous)), 1);
    assert!(!state.asks_now());
}

#[test]
fn playing_pauses_at_a_question() {
    let state = go(page(vec![question(1, Kind::Alias)]), Action::PlayPause);
    assert!(state.playing);
    assert!(!shown(state, 1).playing);
}

#[test]
fn a_step_over_a_call_stops_at_a_question_in_the_call() {
    let state = go(page(vec![question(3, Kind::Alias)]), Action::Seek(Seek::Over));
    let (state, effects) = arrive(state, 6, 60);
    assert!(matches!(&effects[..], [Effect::Send(Request::Show { to: Some(Seek::Stop(3)), .. })]), "{effects:?}");
    assert!(shown(state, 3).asks_now());
}

#[test]
fn what_is_not_in_sight_is_not_asked() {
    let state = go(page(vec![question(1, Kind::Generation)]), Action::Layer(Layer::Objects));
    assert!(!shown(state.clone(), 1).asks_now());
    assert!(shown(go(state, Action::Layer(Layer::Collector)), 1).asks_now());
}

#[test]
fn between_two_stops_nothing_is_asked() {
    assert!(!arrive(page(vec![question(1, Kind::Alias)]), 1, 13).0.asks_now());
}

#[test]
fn a_link_can_ask_and_tells_of_its_own_questions() {
    let own = "at: a\nask: What is printed?\nanswer: 1\nwrong: 2 | No.\nwhy: So.";
    let link = crate::link::Link::read(&format!("code=a%0A&questions=own&ask={}", own.replace('\n', "%0A").replace(' ', "%20")));
    assert_eq!(link.complaints, []);
    assert_eq!(crate::link::Link::read(&link.write()), link);
    let state = State::new(String::new(), "program.py".into(), Theme::Automatic);
    let state = go(state, Action::Link(LinkAction::Follow(link)));
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let (state, effects) = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None }));
    assert!(state.predict.on);
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Ask { question: Question::Predictions { own, search }, .. }) => Some((own.len(), *search)),
        _ => None,
    });
    assert_eq!(asked, Some((1, false)));
}
