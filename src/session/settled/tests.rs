use crate::message::{Reply, Request};
use crate::picture::{Picture, Problem, Seek};
use crate::session::tests::progress;
use crate::session::{Action, Effect, State, Theme};

fn shown(ticket: u64) -> Action {
    Action::Reply(Reply::Shown {
        ticket,
        picture: Box::new(Picture::default()),
        inspection: None,
        arrival: None,
    })
}

/// What follows the action, and the number of the picture that it asked for.
fn asks(state: State, action: Action) -> (State, u64) {
    let (state, effects) = state.reduce(action);
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Show { ticket, .. }) => Some(*ticket),
        _ => None,
    });
    (state, asked.expect("no picture was asked for"))
}

fn settled() -> State {
    let page = State::new("a = [1]\n".into(), "program.py".into(), Theme::Automatic);
    let (state, _) = page.reduce(Action::Run);
    assert!(!state.is_settled());
    let (state, ticket) = asks(state, progress(1, 10, true));
    assert!(!state.is_settled());
    state.reduce(shown(ticket)).0
}

#[test]
fn a_page_is_settled_when_the_picture_it_asked_for_has_come() {
    let state = settled();
    assert!(state.is_settled());
    let (state, ticket) = asks(state, Action::Seek(Seek::Last));
    assert!(!state.is_settled());
    assert!(state.reduce(shown(ticket)).0.is_settled());
}

#[test]
fn a_typed_program_is_not_settled_until_it_has_run_and_is_shown() {
    let (state, _) = settled().reduce(Action::Edited("b = 2\n".into()));
    assert!(!state.is_settled());
    let (state, _) = state.reduce(Action::Settled(1));
    assert!(!state.is_settled());
    let (state, ticket) = asks(state, progress(2, 10, true));
    assert!(!state.is_settled());
    assert!(state.reduce(shown(ticket)).0.is_settled());
}

#[test]
fn a_program_that_is_refused_is_settled_with_the_picture_before_it() {
    let (state, _) = settled().reduce(Action::Edited("b =\n".into()));
    let (state, _) = state.reduce(Action::Settled(1));
    let refused = Reply::Refused {
        run: 2,
        problem: Problem::default(),
    };
    assert!(state.reduce(Action::Reply(refused)).0.is_settled());
}
