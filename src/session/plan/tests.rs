use crate::layout::{Kept, Metrics, Plan, PlanWish};
use crate::message::{Reply, Request};
use crate::picture::{ObjectId, Seek, Wanted};
use crate::planning::Planning;
use crate::session::{Action, Effect, StageAction, State, Theme};
use heapglass_machine::Session;
use std::collections::BTreeMap;

const PROGRAM: &str = "\
class Node:
    def __init__(self, rest):
        self.rest = rest

head = None
grown = []
for i in range(3):
    head = Node(head)
    grown.append([head])
last = (head, grown)
";

fn engine() -> Session {
    let mut session = Session::new();
    session.load(PROGRAM, "program.py").expect("the program compiles");
    session.record(1_000_000);
    session
}

/// What the worker makes of a wish for a plan.
fn plan(session: &mut Session, wish: &PlanWish, kept: Option<Kept>) -> Box<Plan> {
    let mut planning = Planning::default();
    planning.begin(session, wish.clone(), kept);
    loop {
        if let Some(plan) = planning.go_on(session, || true) {
            return Box::new(plan);
        }
    }
}

/// The page with the answer to the picture it asked for.
fn shown(session: &mut Session, state: State, effects: &[Effect]) -> State {
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Show { ticket, to, .. }) => Some((*ticket, to.clone())),
        _ => None,
    });
    let Some((ticket, to)) = asked else { return state };
    if let Some(to) = to {
        session.seek(&to);
    }
    let picture = Box::new(session.picture(&Wanted::default()));
    state.reduce(Action::Reply(Reply::Shown { ticket, picture, inspection: None, arrival: None })).0
}

fn step(session: &mut Session, state: State) -> State {
    let (state, effects) = state.reduce(Action::Seek(Seek::Next));
    shown(session, state, &effects)
}

/// The page at the first stop, with the plan that it asked for.
fn asking(session: &mut Session) -> (State, u64, PlanWish) {
    let progress = session.progress();
    let (state, _) = State::new(PROGRAM.into(), "program.py".into(), Theme::Automatic).reduce(Action::Run);
    let (state, effects) = state.reduce(Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None }));
    let state = shown(session, state, &effects);
    let (state, effects) = state.reduce(Action::Reply(Reply::Whole));
    let (ticket, wish, _) = wish_in(&effects).expect("a plan is asked for");
    (state, ticket, wish)
}

fn wish_in(effects: &[Effect]) -> Option<(u64, PlanWish, Option<Kept>)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Plan { ticket, wish, kept, .. }) => Some((*ticket, (**wish).clone(), kept.as_deref().cloned())),
        _ => None,
    })
}

fn corners(state: &State) -> BTreeMap<ObjectId, (i32, i32)> {
    let metrics = Metrics::new(false);
    state.stage.drawn.ids().filter_map(|id| Some((id, state.places.corner(id, &metrics)?))).collect()
}

#[test]
fn what_came_by_steps_made_meanwhile_stays_when_the_plan_comes() {
    let mut session = engine();
    let (mut state, mut ticket, wish) = asking(&mut session);
    assert!(!state.is_planned());
    let unasked = plan(&mut session, &wish, None);
    for _ in 0..20 {
        state = step(&mut session, state);
    }
    let before = corners(&state);
    assert!(before.len() > 3, "{before:?}");
    let mut answer = unasked;
    let mut asked_again = 0;
    while !state.is_planned() {
        let (next, effects) = state.reduce(Action::Reply(Reply::Planned { ticket, plan: answer.clone() }));
        state = next;
        assert_eq!(corners(&state), before, "nothing on screen moves");
        if let Some((again, wish, kept)) = wish_in(&effects) {
            assert!(kept.is_some());
            asked_again += 1;
            ticket = again;
            answer = plan(&mut session, &wish, kept);
        }
    }
    assert_eq!(asked_again, 1, "the first plan would have moved something");
    assert!(state.places.is_planned());
}

#[test]
fn a_plan_that_comes_before_a_step_is_taken_as_it_is() {
    let mut session = engine();
    let (state, ticket, wish) = asking(&mut session);
    let plan = plan(&mut session, &wish, None);
    let (state, effects) = state.reduce(Action::Reply(Reply::Planned { ticket, plan }));
    assert!(wish_in(&effects).is_none());
    assert!(state.is_planned() && state.places.is_planned());
}

#[test]
fn a_tidying_that_is_taken_back_before_any_plan_has_come_moves_nothing() {
    let mut session = engine();
    let (mut state, ..) = asking(&mut session);
    for _ in 0..12 {
        state = step(&mut session, state);
    }
    let before = corners(&state);
    let (state, effects) = state.reduce(Action::Tidy);
    let (tidying, anew, _) = wish_in(&effects).expect("a plan is asked for");
    let (state, effects) = state.reduce(Action::Stage(StageAction::Undo));
    let (ticket, wish, kept) = wish_in(&effects).expect("the first plan is wanted still");
    let state = state.reduce(Action::Reply(Reply::Planned { ticket: tidying, plan: plan(&mut session, &anew, None) })).0;
    assert_eq!(corners(&state), before);
    let state = state.reduce(Action::Reply(Reply::Planned { ticket, plan: plan(&mut session, &wish, kept) })).0;
    assert!(state.is_planned());
    assert_eq!(corners(&state), before);
}
