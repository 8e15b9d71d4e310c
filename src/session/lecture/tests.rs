use super::super::{Action, BookmarkAction, Effect, State, Theme};
use super::{LectureAction, Spot, lecture_key};
use crate::link::Part;
use crate::message::{Reply, Request};
use crate::picture::{ObjectId, Picture, Position, Progress, Seek};
use crate::remark::Remark;

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
    assert_eq!((goes(&effects), state.lecture.question.as_ref().map(Remark::words).as_deref()), (None, Some("What happens next?")));
    let (state, effects) = act(state, LectureAction::Page(true));
    assert_eq!((goes(&effects), state.lecture.question.as_ref().map(Remark::words).as_deref()), (Some(Seek::Stop(3)), None));
    let (state, _) = act(shown(state, 3), LectureAction::Page(true));
    assert_eq!(state.lecture.question.as_ref().map(Remark::words).as_deref(), Some("Who holds it?"), "the note of the bookmark asks it");
    let (state, effects) = act(state, LectureAction::Page(false));
    assert_eq!((goes(&effects), state.lecture.question), (None, None), "back takes the question away and goes nowhere");
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
