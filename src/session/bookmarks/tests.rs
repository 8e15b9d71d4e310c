use super::super::{Action, Effect, State, Theme};
use super::{Bookmark, BookmarkAction, Kept};
use crate::message::{Reply, Request};
use crate::picture::{Picture, Position, Progress, Seek};

const TEXT: &str = "a = [1]\nb = a\n";

fn page(text: &str) -> State {
    State::new(text.into(), "program.py".into(), Theme::Automatic)
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> (State, Vec<Effect>) {
    actions.into_iter().fold((state, Vec::new()), |(state, _), action| state.reduce(action))
}

fn mark(action: BookmarkAction) -> Action {
    Action::Bookmark(action)
}

/// The program is recorded, of ten stops, and this stop is on screen.
fn recorded(state: State, stop: u64) -> State {
    let state = state.reduce(Action::Run).0;
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let reply = Reply::Recorded { run: state.run.number, progress, stopped: false, files: None };
    shown(state.reduce(Action::Reply(reply)).0, stop)
}

fn shown(state: State, stop: u64) -> State {
    let position = Position { stop, step: stop * 10, line: Some(2), ..Position::default() };
    let picture = Box::new(Picture { position, ..Picture::default() });
    let ticket = state.requests.ticket;
    state.reduce(Action::Reply(Reply::Shown { ticket, picture, inspection: None, arrival: None })).0
}

fn names(state: &State) -> Vec<(u64, &str)> {
    state.bookmarks.list().iter().map(|mark| (mark.stop, mark.name.as_str())).collect()
}

fn kept(effects: &[Effect]) -> Kept {
    let text = effects.iter().find_map(|effect| if let Effect::SaveBookmarks(text) = effect { Some(text) } else { None });
    serde_json::from_str(text.expect("they are kept")).expect("as they were written")
}

fn goes_to(effects: &[Effect]) -> Option<u64> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Show { to: Some(Seek::Stop(stop)), .. }) => Some(*stop),
        _ => None,
    })
}

#[test]
fn a_bookmark_is_named_after_its_line_and_set_again_it_goes() {
    let (state, _) = after(recorded(page(TEXT), 4), [mark(BookmarkAction::Here)]);
    assert_eq!(names(&state), [(4, "Line 2: b = a")]);
    let (state, _) = after(state, [mark(BookmarkAction::Here)]);
    assert_eq!(names(&state), []);
    let (state, _) = after(state, [mark(BookmarkAction::Undo)]);
    assert_eq!(names(&state), [(4, "Line 2: b = a")]);
}

#[test]
fn bookmarks_stand_in_the_order_of_time_and_are_reached_one_after_the_other() {
    let state = recorded(page(TEXT), 7).reduce(mark(BookmarkAction::Here)).0;
    let state = shown(state.reduce(Action::Seek(Seek::Stop(2))).0, 2).reduce(mark(BookmarkAction::Here)).0;
    assert_eq!(names(&state).iter().map(|(stop, _)| *stop).collect::<Vec<_>>(), [2, 7]);
    let (state, effects) = state.reduce(mark(BookmarkAction::Step(true)));
    assert_eq!(goes_to(&effects), Some(7));
    // The answer has not come yet: there is nothing behind what is on its way.
    let (state, effects) = state.reduce(mark(BookmarkAction::Step(true)));
    assert_eq!(goes_to(&effects), None);
    assert!(state.quest.remark.words().contains("no bookmark after"), "{:?}", state.quest.remark);
    let (_, effects) = shown(state, 7).reduce(mark(BookmarkAction::Step(false)));
    assert_eq!(goes_to(&effects), Some(2));
}

#[test]
fn a_bookmark_moved_keeps_its_name_and_note() {
    let state = recorded(page(TEXT), 7).reduce(mark(BookmarkAction::Here)).0;
    let state = after(state, [mark(BookmarkAction::Name(7, "The\ncycle".into())), mark(BookmarkAction::Note(7, "Wait.".into()))]).0;
    let state = shown(state.reduce(Action::Seek(Seek::Stop(3))).0, 3).reduce(mark(BookmarkAction::MoveHere(7))).0;
    assert_eq!(**state.bookmarks.list(), [Bookmark { stop: 3, name: "The cycle".into(), note: "Wait.".into() }]);
}

#[test]
fn what_is_typed_in_one_field_is_taken_back_as_a_whole() {
    let state = recorded(page(TEXT), 7).reduce(mark(BookmarkAction::Here)).0;
    let typed = ["W", "Wa", "Wait", "Wait "].map(|note| mark(BookmarkAction::Note(7, note.into())));
    let state = after(state, typed).0;
    assert_eq!(state.bookmarks.list()[0].note, "Wait ");
    let state = state.reduce(mark(BookmarkAction::Name(7, String::new()))).0;
    assert_eq!(state.bookmarks.list()[0].title(), "Stop 7");
    let state = after(state, [mark(BookmarkAction::Undo), mark(BookmarkAction::Undo)]).0;
    assert_eq!((state.bookmarks.list()[0].note.as_str(), names(&state)), ("", vec![(7, "Line 2: b = a")]));
}

#[test]
fn bookmarks_are_kept_for_the_text_of_their_program() {
    let (state, effects) = recorded(page(TEXT), 4).reduce(mark(BookmarkAction::Here));
    let kept = kept(&effects);
    let mut again = page(TEXT);
    again.bookmarks.remember(kept.clone());
    assert_eq!(names(&recorded(again, 0)), names(&state));
    let mut other = page("c = 1\n");
    other.bookmarks.remember(kept);
    assert_eq!(names(&recorded(other, 0)), []);
}

#[test]
fn bookmarks_go_over_to_what_is_typed_and_not_to_another_program() {
    let state = recorded(page(TEXT), 4).reduce(mark(BookmarkAction::Here)).0;
    let typed = recorded(state.clone().reduce(Action::Edited("a = [1]\nb = a \n".into())).0, 0);
    assert_eq!(names(&typed).len(), 1);
    let opened = recorded(state.reduce(Action::Opened { source: "c = 1\n".into(), file: "c.py".into() }).0, 0);
    assert_eq!(names(&opened), []);
    let back = recorded(opened.reduce(Action::Opened { source: TEXT.into(), file: "a.py".into() }).0, 0);
    assert_eq!(names(&back).len(), 1);
}

#[test]
fn a_link_brings_its_bookmarks_and_takes_them_along() {
    let link = crate::link::Link::read("code=a%20=%201&mark=3:Here%0ASay%20it");
    let state = recorded(page(TEXT), 4).reduce(Action::Link(super::super::LinkAction::Follow(link))).0;
    let state = recorded(state, 0);
    assert_eq!(**state.bookmarks.list(), [Bookmark { stop: 3, name: "Here".into(), note: "Say it".into() }]);
    assert!(state.link().write().contains("mark=3:Here%0ASay%20it"), "{}", state.link().write());
}

#[test]
fn while_something_is_dragged_only_the_newest_wish_is_sent_when_the_engine_is_free() {
    let scrub = |stop| Action::Scrub { stop, rested: true };
    let state = recorded(page(TEXT), 0);
    let (state, effects) = state.reduce(scrub(3));
    assert_eq!(goes_to(&effects), Some(3));
    let (state, effects) = after(state, [scrub(4), scrub(5)]);
    assert_eq!(effects, []);
    let ticket = state.requests.ticket;
    let position = Position { stop: 3, ..Position::default() };
    let picture = Box::new(Picture { position, ..Picture::default() });
    let (state, effects) = state.reduce(Action::Reply(Reply::Shown { ticket, picture, inspection: None, arrival: None }));
    assert_eq!(goes_to(&effects), None, "nothing has waited");
    let (_, effects) = state.clone().reduce(Action::Scrub { stop: 6, rested: false });
    assert_eq!(effects, []);
    let (_, effects) = state.reduce(scrub(6));
    assert_eq!(goes_to(&effects), Some(6));
}
