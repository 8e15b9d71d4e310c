use super::*;
use crate::link::Link;
use crate::asking::{Answer, Question};
use crate::message::Reply;
use crate::picture::story::Reference;
use crate::picture::{Breakpoint, Picture, Progress};
use crate::predict::{Choice, Kind, Prediction, Predictions};
use crate::session::{Action, Answered, Card, LinkAction, Shown};
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
    assert_eq!((state.quest.remark.words().as_str(), state.tongue, effects.len()), ("No.", Tongue::default(), 0));
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

/// A page whose language changes now.
fn changed(state: State) -> (State, Vec<Effect>) {
    state.reduce(Action::Language(LanguageAction::Spoken(spanish(), true)))
}

#[test]
fn what_the_page_said_is_still_said_and_what_the_engine_said_is_not() {
    let mut state = page();
    state.quest.remark = Remark::of(heapglass_words::quest::select_first);
    assert_eq!(changed(state.clone()).0.quest.remark, state.quest.remark);
    state.quest.remark = Remark::heard("No exception is raised after this.".into());
    state.asks.refused = Some("No.".into());
    let (state, _) = changed(state);
    assert_eq!((state.quest.remark.words(), state.asks.refused), (String::new(), None));
}

#[test]
fn what_was_answered_in_words_is_asked_again_and_what_has_none_is_kept() {
    let mut state = page();
    let reference = Reference::Name { frame: 1, name: "a".into() };
    state.asks.doomed = Some((reference.clone(), Err("No.".into())));
    state.asks.tenants = Some(Rc::default());
    let (state, effects) = changed(state);
    assert!(state.asks.doomed.is_none() && state.asks.tenants.is_some());
    let asked = |question: &Question| effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Ask { question: other, .. }) if other == question));
    assert!(asked(&Question::WouldDie(reference)), "{effects:?}");
}

#[test]
fn a_condition_that_was_complained_of_is_read_again() {
    let mut state = page();
    state.quest.writing = Some((Breakpoint { line: 1, condition: "a +".into() }, "That is no expression.".into()));
    let (state, effects) = changed(state);
    assert!(effects.contains(&Effect::Send(Request::CheckCondition { condition: "a +".into() })), "{effects:?}");
    assert_eq!(state.quest.writing.map(|(_, complaint)| complaint), Some(String::new()));
}

#[test]
fn what_waits_to_be_taken_away_is_made_again() {
    let mut state = page();
    (state.take.open, state.take.made) = (true, Some(Rc::new(vec!["<svg/>".into()])));
    let (state, effects) = changed(state);
    assert_eq!(state.take.made, None);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::SendOrder(..))), "{effects:?}");
}

#[test]
fn a_question_that_was_answered_is_shown_in_the_words_of_the_new_language() {
    let question = |ask: &str| Prediction {
        stop: 1,
        step: 4,
        then: 2,
        line: 1,
        kind: Kind::Printed,
        ask: ask.into(),
        choices: vec![Choice { key: "1".into(), text: "1".into(), idea: None, because: ask.into() }],
        subject: None,
        weight: 1,
    };
    let mut state = page();
    state.predict.on = true;
    state.predict.card = Some(Card { question: question("What?"), given: Some(0) });
    state.predict.answers = vec![Answered { question: question("What?"), given: 0 }];
    let (state, effects) = changed(state);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Ask { question: Question::Predictions { .. }, .. }))), "{effects:?}");
    let found = Predictions { list: vec![question("¿Qué?")], percent: 100, complete: true };
    let run = state.run.number;
    let (state, _) = state.reduce(Action::Reply(Reply::Told { run, answer: Answer::Predictions(found) }));
    assert_eq!(state.predict.answers[0].question.ask, "¿Qué?");
    assert_eq!(state.predict.card.map(|card| card.question.ask), Some("¿Qué?".into()));
}
