use super::super::{Action, BookmarkAction, Effect, PredictAction, State, Theme};
use super::{LectureAction, Spot, lecture_key};
use crate::link::Part;
use crate::asking::{Answer, Question};
use crate::message::{Reply, Request};
use crate::picture::{ObjectId, Picture, Position, Progress, Seek};
use crate::predict::{Choice, Idea, Kind, Prediction, Predictions};

/// A page with ten stops that shows this one, and bookmarks at 3 and 6; the note of the second asks something.
fn page(stop: u64) -> State {
    let link = crate::link::Link::read("code=a%20=%201%0Ab%20=%20a%0A&mark=3:One%0AFirst.&mark=6:Two%0A?%20Who%20holds%20it?");
    let state = State::new("x".into(), "program.py".into(), Theme::Automatic);
    let state = state.reduce(Action::Link(super::super::LinkAction::Follow(link))).0;
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let run = state.run.number;
    shown(state.reduce(Action::Reply(Reply::Recorded { run, progress, stopped: false, files: None })).0, stop)
}

fn shown(state: State, stop: u64) -> State {
    let position = Position { stop, step: stop * 10, line: Some(2), ..Position::default() };
    let picture = Box::new(Picture { position, ..Picture::default() });
    let ticket = state.requests.ticket;
    state.reduce(Action::Reply(Reply::Shown { ticket, picture, inspection: None, arrival: None })).0
}

fn act(state: State, action: LectureAction) -> (State, Vec<Effect>) {
    state.reduce(Action::Lecture(action))
}

fn goes(effects: &[Effect]) -> Option<Seek> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Show { to, .. }) => to.clone(),
        _ => None,
    })
}

fn asked(state: &State) -> Option<String> {
    state.lecture.question.as_ref().filter(|question| !question.told).map(|question| question.ask.words())
}

/// The question that the hall is told the answer of.
fn told(state: &State) -> Option<String> {
    state.lecture.question.as_ref().filter(|question| question.told).map(|question| question.ask.words())
}

/// A question of the engine, answered one stop later.
fn engine_asks(stop: u64, ask: &str) -> Prediction {
    let choice = |text: &str, idea| Choice { key: text.into(), text: text.into(), idea, because: "Because.".into() };
    let choices = vec![choice("1", Some(Idea::AssignmentCopies)), choice("2", None)];
    Prediction { stop, step: stop * 10, then: stop + 1, line: 1, kind: Kind::Alias, ask: ask.into(), choices, subject: None, weight: 1 }
}

fn found(state: State, list: Vec<Prediction>) -> State {
    let run = state.run.number;
    let found = Predictions { list, percent: 100, complete: true };
    state.reduce(Action::Reply(Reply::Told { run, answer: Answer::Predictions(found) })).0
}

/// A hall at this stop that is asked; the engine has found these questions.
fn asking_hall(stop: u64, list: Vec<Prediction>) -> State {
    let (state, _) = act(page(stop), LectureAction::Toggle);
    let (state, effects) = act(state, LectureAction::Ask);
    assert!(matches!(&effects[..], [Effect::Send(Request::Ask { question: Question::Predictions { search: true, .. }, .. })]), "{effects:?}");
    found(state, list)
}

#[test]
fn a_hall_sees_stage_sentence_and_code_and_nothing_else_until_the_mode_is_left() {
    let state = page(0);
    let zoom = state.zoom;
    let (state, effects) = act(state, LectureAction::Toggle);
    assert_eq!(effects, [Effect::Fullscreen(true)]);
    let parts: Vec<Part> = Part::ALL.iter().map(|(part, _)| *part).filter(|part| state.shows(*part)).collect();
    assert_eq!(parts, [Part::Code, Part::Sentence, Part::Stage]);
    assert!(state.zoom.0 * 12 >= 24 * 100, "the smallest words of 12 pixels are 24 pixels tall");
    let (state, _) = act(state, LectureAction::Code);
    assert!(!state.shows(Part::Code));
    let (state, effects) = act(state, LectureAction::Toggle);
    assert_eq!(effects, [Effect::Fullscreen(false)]);
    assert!(state.shows(Part::Bar) && state.shows(Part::Code) && state.zoom == zoom);
}

#[test]
fn a_clicker_goes_from_bookmark_to_bookmark_and_then_step_by_step() {
    let (state, effects) = act(page(0), LectureAction::Page(true));
    assert_eq!(goes(&effects), Some(Seek::Stop(3)));
    let (state, effects) = act(shown(state, 3), LectureAction::Page(true));
    assert_eq!(goes(&effects), Some(Seek::Stop(6)));
    let (state, effects) = act(shown(state, 6), LectureAction::Page(true));
    assert_eq!(goes(&effects), Some(Seek::Next));
    let (_, effects) = act(shown(state, 7), LectureAction::Page(false));
    assert_eq!(goes(&effects), Some(Seek::Stop(6)));
}

#[test]
fn without_bookmarks_or_by_choice_a_clicker_steps() {
    let (state, _) = act(page(0), LectureAction::Story);
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!(goes(&effects), Some(Seek::Next));
    let (state, _) = act(shown(state, 1), LectureAction::Story);
    let (state, _) = [3, 6].into_iter().fold((state, Vec::new()), |(state, _), stop| state.reduce(Action::Bookmark(BookmarkAction::Remove(stop))));
    let (_, effects) = act(state, LectureAction::Page(true));
    assert_eq!(goes(&effects), Some(Seek::Next));
}

#[test]
fn before_each_moment_of_the_story_the_hall_is_asked_once() {
    let (state, _) = act(page(0), LectureAction::Ask);
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!((goes(&effects), asked(&state)), (None, Some("What happens next?".into())));
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!((goes(&effects), asked(&state)), (Some(Seek::Stop(3)), None));
    let (state, _) = act(shown(state, 3), LectureAction::Page(true));
    assert_eq!(asked(&state).as_deref(), Some("Who holds it?"), "the note of the bookmark asks it");
    let (state, effects) = act(state, LectureAction::Page(false));
    assert_eq!((goes(&effects), asked(&state)), (None, None), "back takes the question away and goes nowhere");
}

#[test]
fn what_is_black_comes_back_before_anything_else_moves() {
    let (state, _) = act(page(0), LectureAction::Black);
    assert!(state.lecture.black);
    let (state, effects) = act(state, LectureAction::Page(true));
    assert!(!state.lecture.black);
    assert_eq!(goes(&effects), None);
}

#[test]
fn the_spotlight_goes_from_the_pointer_to_the_selected_object_and_out() {
    let spot = |state: State| act(state, LectureAction::Spot).0;
    let state = spot(page(0));
    assert_eq!(state.lecture.spot, Spot::Pointer);
    assert_eq!(spot(state.clone()).lecture.spot, Spot::Off);
    let mut state = state;
    state.selected = Some(ObjectId(4));
    let state = spot(state);
    assert_eq!(state.lecture.spot, Spot::Object);
    assert_eq!(spot(state).lecture.spot, Spot::Off);
}

#[test]
fn the_window_of_notes_is_told_once_of_each_change() {
    let told = |effects: &[Effect]| effects.iter().find_map(|effect| if let Effect::TellNotes(notes) = effect { Some(notes.clone()) } else { None });
    assert_eq!(told(&act(page(0), LectureAction::Page(true)).1), None, "nobody listens yet");
    let (state, effects) = act(page(4), LectureAction::NotesThere);
    let notes = told(&effects).expect("it is told where the page is");
    assert_eq!((notes.name.as_str(), notes.note.as_str(), notes.exactly), ("One", "First.", false));
    assert_eq!((notes.next.as_str(), notes.line.as_str(), notes.progress.as_str()), ("Two", "2: b = a", "bookmark 1 of 2"));
    let (state, effects) = state.reduce(Action::Help(true));
    assert_eq!(told(&effects), None);
    let (_, effects) = act(state, LectureAction::Black);
    assert!(told(&effects).is_some_and(|notes| notes.state.contains("black")));
}

#[test]
fn keys_of_presenters_mean_what_they_mean_everywhere() {
    for key in ["PageDown", "ArrowRight"] {
        assert_eq!(lecture_key(key, false), Some(Action::Lecture(LectureAction::Page(true))), "{key}");
    }
    for key in [".", "b"] {
        assert_eq!(lecture_key(key, false), Some(Action::Lecture(LectureAction::Black)), "{key}");
    }
    assert_eq!(lecture_key("ArrowRight", true), Some(Action::Seek(Seek::Next)));
    assert_eq!(lecture_key("t", false), None);
}

#[test]
fn before_a_step_the_hall_is_asked_what_the_engine_asks_and_is_then_told() {
    let (state, _) = act(asking_hall(0, vec![engine_asks(1, "What then?")]), LectureAction::Story);
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!((goes(&effects), asked(&state)), (Some(Seek::Next), None), "where the engine asks nothing the page goes on");
    let (state, effects) = act(shown(state, 1), LectureAction::Page(true));
    assert_eq!((goes(&effects), asked(&state)), (None, Some("What then?".into())));
    assert!(!state.asks_now(), "nobody at the desk is asked too");
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!(goes(&effects), Some(Seek::Stop(2)));
    let state = shown(state, 2);
    assert_eq!(told(&state).as_deref(), Some("What then?"));
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!((goes(&effects), state.lecture.question), (Some(Seek::Next), None));
}

#[test]
fn the_same_is_not_asked_twice_in_a_row() {
    let list = vec![engine_asks(1, "What then?"), engine_asks(2, "What then?"), engine_asks(3, "And now?"), engine_asks(4, "What then?")];
    let (mut state, _) = act(asking_hall(1, list), LectureAction::Story);
    let mut heard = Vec::new();
    for _ in 0..8 {
        state = act(state, LectureAction::Page(true)).0;
        match asked(&state) {
            Some(ask) => heard.push((state.stop(), ask.to_owned())),
            None => {
                let next = state.stop() + 1;
                state = shown(state, next);
            }
        }
    }
    assert_eq!(heard, [(1, "What then?".into()), (3, "And now?".into()), (4, "What then?".into())]);
}

#[test]
fn a_note_asks_before_the_engine_and_the_engine_before_the_page() {
    let list = vec![engine_asks(2, "Of the engine?"), engine_asks(5, "Of the engine, too?")];
    let (state, _) = act(asking_hall(2, list.clone()), LectureAction::Page(true));
    assert_eq!(asked(&state).as_deref(), Some("Of the engine?"), "the bookmark at 3 is where it is answered");
    let (state, _) = act(asking_hall(1, list.clone()), LectureAction::Page(true));
    assert_eq!(asked(&state).as_deref(), Some("What happens next?"));
    let (state, _) = act(asking_hall(5, list), LectureAction::Page(true));
    assert_eq!(asked(&state).as_deref(), Some("Who holds it?"));
}

#[test]
fn who_goes_elsewhere_takes_the_question_away() {
    let (state, _) = act(asking_hall(1, vec![engine_asks(1, "What then?")]), LectureAction::Story);
    let (state, _) = act(state, LectureAction::Page(true));
    assert_eq!(asked(&state).as_deref(), Some("What then?"));
    let (state, _) = state.reduce(Action::Seek(Seek::Next));
    assert_eq!(shown(state, 2).lecture.question, None);
}

#[test]
fn playing_stops_where_the_hall_is_asked() {
    let (state, _) = asking_hall(0, vec![engine_asks(1, "What then?")]).reduce(Action::PlayPause);
    assert!(state.playing);
    let state = shown(state, 1);
    assert_eq!((state.playing, asked(&state)), (false, Some("What then?".into())));
}

#[test]
fn who_is_asked_at_the_desk_is_asked_in_the_hall_and_again_at_the_desk() {
    let (state, _) = page(1).reduce(Action::Predict(PredictAction::Toggle));
    let state = found(state, vec![engine_asks(1, "What then?")]);
    assert!(state.asks_now());
    let (state, _) = act(state, LectureAction::Toggle);
    assert!(state.lecture.asks && !state.asks_now());
    let (state, _) = act(state, LectureAction::Toggle);
    assert!(state.asks_now());
}
