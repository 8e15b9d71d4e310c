use super::*;
use crate::link::Link;
use crate::message::Request;
use crate::picture::{Picture, Progress};
use crate::session::{Action, LinkAction, Shown};
use heapglass_words::language_of;
use std::rc::Rc;

fn spanish() -> &'static Language {
    language_of("es").expect("it is known")
}

/// A page that shows a stop of a finished recording.
fn page() -> State {
    let mut state = State::new("a = 1\n".into(), "program.py".into(), crate::session::Theme::default());
    state.run.phase = Phase::Finished;
    state.run.progress = Progress { stops: 5, steps: 20, finished: true, ..Progress::default() };
    state.shown = Some(Rc::new(Shown { picture: Picture::default(), inspection: None }));
    state
}

#[test]
fn a_language_is_kept_when_it_is_spoken_and_not_before() {
    let (state, effects) = page().reduce(Action::Language(LanguageAction::Choose(spanish())));
    assert_eq!(effects, [Effect::Speak(spanish(), true)]);
    assert_eq!(state.tongue, Tongue::default());
    let (state, effects) = state.reduce(Action::Language(LanguageAction::Spoken(spanish(), true)));
    assert_eq!(effects.first(), Some(&Effect::SaveLanguage(spanish())));
    assert_eq!(state.tongue, Tongue { spoken: spanish(), chosen: true });
}

#[test]
fn what_is_shown_is_asked_for_again_in_the_new_language_and_nothing_runs_anew() {
    let (state, effects) = page().reduce(Action::Language(LanguageAction::Spoken(spanish(), true)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Show { to: None, .. }))), "{effects:?}");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Run { .. }))), "{effects:?}");
    assert_eq!(state.program, page().program);
}

#[test]
fn a_language_that_cannot_be_had_is_told_of_and_changes_nothing() {
    let (state, effects) = page().reduce(Action::Language(LanguageAction::Failed("No.".into())));
    assert_eq!((state.quest.remark.as_str(), state.tongue, effects.len()), ("No.", Tongue::default(), 0));
}

#[test]
fn a_made_link_names_the_language_only_if_it_was_asked_for() {
    assert_eq!(page().link().language, None);
    let (state, _) = page().reduce(Action::Language(LanguageAction::Spoken(spanish(), true)));
    assert_eq!(state.link().language, Some(spanish()));
}

#[test]
fn a_link_changes_the_language_for_this_visit() {
    let link = Link { language: Some(spanish()), ..Link::default() };
    let (_, effects) = page().reduce(Action::Link(LinkAction::Follow(link)));
    assert!(effects.contains(&Effect::Speak(spanish(), false)), "{effects:?}");
}
