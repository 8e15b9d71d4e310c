use super::super::{Action, Effect, State, Theme};
use super::{Fate, LifelineAction};
use crate::asking::{Answer, Question};
use crate::message::{Reply, Request};
use crate::picture::story::{Ending, Lifeline, Moment};
use crate::picture::{Changed, ObjectId, Picture, Position, Progress};

fn recorded() -> State {
    let state = State::new("a = []\n".into(), "program.py".into(), Theme::Automatic).reduce(Action::Run).0;
    let progress = Progress { stops: 10, finished: true, ..Progress::default() };
    let state = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None })).0;
    let ticket = state.requests.ticket;
    let position = Position { stop: 4, step: 40, ..Position::default() };
    let picture = Box::new(Picture { position, ..Picture::default() });
    state.reduce(Action::Reply(Reply::Shown { ticket, picture, inspection: None, arrival: None })).0
}

fn moment(step: u64, line: u32) -> Moment {
    Moment { step, line, function: String::new() }
}

fn life(object: u32, born: Option<u64>, died: Option<(u64, Ending)>) -> Lifeline {
    Lifeline {
        object: ObjectId(object),
        type_name: "list".into(),
        born: born.map(|step| moment(step, 1)),
        died: died.map(|(step, ending)| (moment(step, 3), ending)),
        exists: true,
        complete: true,
        read: 100,
        ..Lifeline::default()
    }
}

fn told(state: State, answer: Answer) -> (State, Vec<Effect>) {
    let run = state.run.number;
    state.reduce(Action::Reply(Reply::Told { run, answer }))
}

fn asks_for(effects: &[Effect]) -> Vec<ObjectId> {
    let object = |effect: &Effect| match effect {
        Effect::Send(Request::Ask { question: Question::Lifeline(object), .. }) => Some(*object),
        _ => None,
    };
    effects.iter().filter_map(object).collect()
}

fn select(state: State, object: u32) -> (State, Vec<Effect>) {
    state.reduce(Action::Select(Some(ObjectId(object))))
}

#[test]
fn the_life_of_the_selected_object_is_read_once() {
    let (state, effects) = select(recorded(), 7);
    assert_eq!(asks_for(&effects), [ObjectId(7)]);
    let (state, _) = told(state, Answer::Lifeline(life(7, Some(10), Some((60, Ending::Collected)))));
    let bar = &state.bars()[0];
    assert_eq!((bar.from, bar.to, bar.fate), (10, 60, Some(Fate::Collected)));
    assert_eq!(bar.words, "born in line 1, died in line 3: collected in a cycle");
    let (state, _) = select(state, 8);
    let (_, effects) = select(state, 7);
    assert_eq!(asks_for(&effects), []);
}

#[test]
fn a_lifeline_that_is_kept_stays_beside_that_of_another_object() {
    let (state, _) = select(recorded(), 7);
    let (state, _) = told(state, Answer::Lifeline(life(7, Some(10), None)));
    let (state, _) = state.reduce(Action::Lifeline(LifelineAction::Keep));
    let (state, _) = select(state, 9);
    let (state, _) = told(state, Answer::Lifeline(life(9, None, Some((80, Ending::Shutdown)))));
    let told: Vec<_> = state.bars().iter().map(|bar| (bar.object.0, bar.is_kept, bar.fate)).collect();
    assert_eq!(told, [(9, false, Some(Fate::Shutdown)), (7, true, Some(Fate::Alive))]);
    let (state, _) = state.reduce(Action::Lifeline(LifelineAction::Remove(ObjectId(7))));
    assert_eq!(state.bars().len(), 1);
}

#[test]
fn lives_are_read_one_after_the_other() {
    let (state, _) = select(recorded(), 7);
    let (state, _) = state.reduce(Action::Lifeline(LifelineAction::Keep));
    // Reading 7 is given up for 8, which is on screen now, and taken up again behind it.
    let (state, effects) = select(state, 8);
    assert_eq!(asks_for(&effects), [ObjectId(8)]);
    let (_, effects) = told(state, Answer::Lifeline(life(8, Some(20), None)));
    assert_eq!(asks_for(&effects), [ObjectId(7)]);
}

#[test]
fn where_the_strip_is_not_shown_no_life_is_read() {
    let mut state = recorded();
    state.framing = std::rc::Rc::new(crate::link::Framing { parts: vec![crate::link::Part::Stage], ..Default::default() });
    assert_eq!(asks_for(&select(state, 7).1), []);
}

#[test]
fn in_an_alternative_both_lives_are_told() {
    let (state, _) = select(recorded(), 7);
    let (state, _) = told(state, Answer::Lifeline(life(7, Some(10), Some((60, Ending::LastReference)))));
    let (state, _) = state.reduce(Action::Lifeline(LifelineAction::Keep));
    let (mut state, _) = told(state, Answer::Begun(Changed::CollectorOff));
    state.run.phase = super::Phase::Finished;
    let (state, _) = told(state, Answer::Lifeline(life(7, None, Some((90, Ending::Collected)))));
    let bar = &state.bars()[0];
    assert_eq!((bar.from, bar.to, bar.fate), (10, 90, Some(Fate::Collected)));
    assert_eq!(bar.recorded, Some((10, 60, Fate::LastReference)));
    let (state, _) = told(state, Answer::Left);
    let bar = &state.bars()[0];
    assert_eq!((bar.to, bar.recorded), (60, None));
}

#[test]
fn an_object_that_is_not_there_has_no_bar() {
    let (state, _) = select(recorded(), 7);
    let (state, _) = told(state, Answer::Lifeline(Lifeline { object: ObjectId(7), complete: true, ..Lifeline::default() }));
    assert_eq!(state.bars(), []);
}
