use crate::map::Colouring;
use crate::session::{Action, Effect, MapAction, State};

fn after(state: State, actions: &[MapAction]) -> State {
    actions.iter().fold(state, |state, action| state.reduce(Action::Map(*action)).0)
}

#[test]
fn the_colourings_follow_one_another_and_begin_again() {
    let mut state = State::default();
    for colouring in [Colouring::Size, Colouring::Age, Colouring::Generation, Colouring::Occupancy, Colouring::Type] {
        state = after(state, &[MapAction::NextColouring]);
        assert_eq!(state.map.colouring, colouring);
    }
}

#[test]
fn a_colouring_is_kept_for_the_next_visit_and_stands_in_the_link() {
    let (state, effects) = State::default().reduce(Action::Map(MapAction::Colour(Colouring::Age)));
    assert_eq!(effects, [Effect::SaveColouring(Colouring::Age)]);
    assert_eq!(state.link().map, Some(Colouring::Age));
    assert_eq!(State::default().link().map, None);
}

#[test]
fn following_pointers_leaves_a_trail_that_leads_back() {
    let state = after(State::default(), &[MapAction::Follow(16, None), MapAction::Follow(32, None), MapAction::Follow(32, None), MapAction::Follow(48, None)]);
    assert_eq!((state.map.bytes, &state.map.trail[..]), (Some(48), &[16, 32][..]));
    let state = after(state, &[MapAction::Back]);
    assert_eq!(state.map.bytes, Some(32));
    let state = after(state, &[MapAction::Back, MapAction::Back]);
    assert_eq!((state.map.bytes, state.map.trail.len()), (Some(16), 0));
}

#[test]
fn what_was_marked_last_is_shown_byte_by_byte_and_hidden_with_the_same_key() {
    let state = after(State::default(), &[MapAction::Mark(4096), MapAction::Bytes]);
    assert_eq!(state.map.bytes, Some(4096));
    assert_eq!(after(state, &[MapAction::Bytes]).map.bytes, None);
}

#[test]
fn without_a_choice_there_are_no_bytes() {
    assert_eq!(after(State::default(), &[MapAction::Bytes]).map.bytes, None);
}
