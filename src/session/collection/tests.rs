//! Going through a collection.

use crate::message::{Reply, Request};
use crate::picture::{Candidate, Collection, Collector, Deed, Move, ObjectId, Picture, Position, Progress, Seek};
use crate::session::{Action, CollectionAction, Effect, State, Theme};
use crate::view::{Collecting, Lanes, Verdict};

fn subtracted(object: u32, scratch: i64) -> Move {
    Move {
        deed: Deed::Subtracted,
        object: ObjectId(object),
        title: format!("Node #{object}"),
        from: Some(ObjectId(1)),
        from_title: "Node #1".into(),
        label: ".next".into(),
        is_name: false,
        scratch: Some(scratch),
        generation: None,
    }
}

/// The third of nine phases, with as many moves as there are scratch counts.
fn subtract(moves: Vec<Move>) -> Collection {
    let phases = ["Gather", "Copy", "Subtract", "Rescue", "Promote", "Weakrefs", "Finalize", "Recheck", "Clear"];
    Collection { phases: phases.map(String::from).to_vec(), phase: 2, moves, ..Collection::default() }
}

fn shown(ticket: u64, step: u64, collection: Option<Collection>) -> Action {
    let collector = Collector { collection, ..Collector::default() };
    let picture = Picture { position: Position { step, stop: step, ..Position::default() }, collector, ..Picture::default() };
    Action::Reply(Reply::Shown { ticket, picture: Box::new(picture), inspection: None, arrival: None })
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> (State, Vec<Effect>) {
    actions.into_iter().fold((state, Vec::new()), |(state, _), action| state.reduce(action))
}

fn ticket(state: &State) -> u64 {
    state.requests.ticket
}

/// A page at a line, before any collection.
fn at_a_line() -> State {
    let state = State::new("a = []\n".into(), "program.py".into(), Theme::Automatic);
    let progress = Progress { stops: 20, finished: true, ..Progress::default() };
    let recorded = Action::Reply(Reply::Recorded { run: 1, progress, stopped: false, files: None });
    let (state, _) = after(state, [Action::Run, recorded]);
    let ticket = ticket(&state);
    after(state, [shown(ticket, 3, None)]).0
}

/// A page that plays a collection and has come to a phase of three moves.
fn playing() -> State {
    let (state, effects) = after(at_a_line(), [Action::Collection(CollectionAction::Play)]);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Show { to: Some(Seek::NextCollection), .. }))), "{effects:?}");
    let ticket = ticket(&state);
    after(state, [shown(ticket, 5, Some(subtract(vec![subtracted(2, 1), subtracted(3, 0), subtracted(2, 0)])))]).0
}

#[test]
fn playing_outside_of_a_collection_goes_to_the_next_and_begins_before_its_first_move() {
    let state = playing();
    assert!(state.walk.playing);
    assert_eq!(state.walk.at, Some(0));
}

#[test]
fn each_tick_is_one_move_and_a_pause_freezes_the_place() {
    let (state, _) = after(playing(), [Action::Tick, Action::Tick]);
    assert_eq!(state.walk.at, Some(2));
    let (state, _) = after(state, [Action::Collection(CollectionAction::Play), Action::Tick, Action::Tick]);
    assert!(!state.walk.playing);
    assert_eq!(state.walk.at, Some(2));
    let (state, _) = after(state, [Action::Collection(CollectionAction::Play), Action::Tick]);
    assert_eq!(state.walk.at, None, "all moves are done");
}

#[test]
fn after_the_last_move_the_next_phase_follows() {
    let (_, effects) = after(playing(), [Action::Tick, Action::Tick, Action::Tick, Action::Tick]);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Show { to: Some(Seek::NextCollection), .. }))), "{effects:?}");
}

#[test]
fn space_pauses_a_collection_that_is_played() {
    let (state, _) = after(playing(), [Action::PlayPause]);
    assert!(!state.is_going());
}

#[test]
fn one_back_undoes_one_move_and_before_the_first_leads_to_the_phase_before() {
    let (state, _) = after(playing(), [Action::Tick, Action::Collection(CollectionAction::Back)]);
    assert_eq!(state.walk.at, Some(0));
    assert!(!state.walk.playing);
    let (_, effects) = after(state, [Action::Collection(CollectionAction::Back)]);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Show { to: Some(Seek::PreviousCollection), .. }))), "{effects:?}");
}

#[test]
fn a_phase_that_is_stepped_to_is_shown_whole_and_one_back_takes_off_its_last_move() {
    let (state, _) = after(at_a_line(), [Action::Seek(Seek::Next)]);
    let ticket = ticket(&state);
    let (state, _) = after(state, [shown(ticket, 5, Some(subtract(vec![subtracted(2, 1), subtracted(2, 0)])))]);
    assert_eq!(state.walk.at, None);
    let (state, _) = after(state, [Action::Collection(CollectionAction::Back)]);
    assert_eq!(state.walk.at, Some(1));
}

#[test]
fn going_elsewhere_ends_the_playing() {
    let (state, _) = after(playing(), [Action::Seek(Seek::First)]);
    assert!(!state.walk.playing);
    let ticket = ticket(&state);
    let (state, _) = after(state, [shown(ticket, 0, None)]);
    assert_eq!(state.walk.at, None);
}

#[test]
fn a_search_that_finds_no_collection_ends_the_playing() {
    let (state, _) = after(at_a_line(), [Action::Collection(CollectionAction::Play)]);
    let ticket = ticket(&state);
    let (state, _) = after(state, [shown(ticket, 3, None)]);
    assert!(!state.walk.playing);
}

#[test]
fn a_long_phase_is_played_in_few_ticks() {
    let (state, _) = after(at_a_line(), [Action::Collection(CollectionAction::Play)]);
    let ticket = ticket(&state);
    let many = (0..400).map(|_| subtracted(2, 0)).collect();
    let (mut state, _) = after(state, [shown(ticket, 5, Some(subtract(many)))]);
    let mut ticks = 0;
    while state.walk.at.is_some() {
        state = after(state, [Action::Tick]).0;
        ticks += 1;
    }
    assert_eq!(ticks, 40);
}

#[test]
fn the_sentence_tells_the_move_and_its_arithmetic() {
    let (state, _) = after(playing(), [Action::Tick]);
    let told = Collecting::of(&state).expect("a collection runs");
    assert_eq!(told.place, "reference 1 of 3");
    assert_eq!(told.sentence.as_deref(), Some("Subtract, reference 1 of 3: from `Node #1.next` to Node #2: 2 − 1 = 1."));
    assert_eq!(told.now, Some(ObjectId(2)));
    assert_eq!(told.entries.iter().find(|entry| entry.id == ObjectId(2)).map(|entry| entry.mark.verdict), Some(Verdict::Candidate));
}

#[test]
fn while_a_finalizer_runs_what_is_condemned_keeps_its_verdict_and_its_lane_and_the_stage_looks_at_the_code() {
    let candidate = |id, verdict: &str| Candidate { id: ObjectId(id), type_name: "Node".into(), count: 1, scratch: None, verdict: verdict.into() };
    let candidates = vec![candidate(2, "condemned"), candidate(3, "reachable")];
    let running = |inside| Collection { phase: 5, inside, candidates: candidates.clone(), ..subtract(Vec::new()) };
    let state = at_a_line().reduce(Action::Seek(Seek::Next)).0;
    let ticket = ticket(&state);
    let (state, _) = after(state, [shown(ticket, 6, Some(running(true)))]);
    let told = Collecting::of(&state).expect("a collection runs");
    let verdicts = told.verdicts();
    assert_eq!(verdicts[&ObjectId(2)], Verdict::Condemned);
    assert_eq!(verdicts[&ObjectId(3)], Verdict::Survives);
    assert_eq!((told.of, told.sentence.as_ref(), told.about()), (0, None, None));
    let collector = Collector { collection: Some(running(true)), ..Collector::default() };
    assert_eq!(Lanes::of(&collector, &verdicts, told.at).aside, [ObjectId(2)]);
}
