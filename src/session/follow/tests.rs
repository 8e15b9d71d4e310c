use super::LinkAction;
use crate::link::Link;
use crate::message::{Reply, Request};
use crate::picture::{ObjectId, Picture, Position, Problem, Progress, Seek};
use crate::session::{Action, Effect, Layer, State, Theme};

fn page() -> State {
    State::new("own = 1\n".into(), "program.py".into(), Theme::Automatic)
}

fn follows(state: State, fragment: &str) -> (State, Vec<Effect>) {
    state.reduce(Action::Link(LinkAction::Follow(Link::read(fragment))))
}

/// The recording of the last run is finished and has this many stops.
fn recorded(state: State, stops: u64) -> (State, Vec<Effect>) {
    let progress = Progress { stops, finished: true, ..Progress::default() };
    let run = state.run.number;
    state.reduce(Action::Reply(Reply::Recorded { run, progress, stopped: false, files: None }))
}

/// The picture that was asked for last shows this stop.
fn shown(state: State, stop: u64) -> (State, Vec<Effect>) {
    let picture = Picture { position: Position { stop, line: Some(1), ..Position::default() }, ..Picture::default() };
    let ticket = state.requests.ticket;
    state.reduce(Action::Reply(Reply::Shown { ticket, picture: Box::new(picture), inspection: None, arrival: None }))
}

fn place_asked(effects: &[Effect]) -> Option<&Seek> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Show { to, .. }) => to.as_ref(),
        _ => None,
    })
}

#[test]
fn the_program_of_a_link_runs_and_is_not_kept_as_ones_own() {
    let (state, effects) = follows(page(), "code=a%20=%201");
    assert_eq!(state.program.source, "a = 1");
    assert!(matches!(&effects[..], [Effect::Send(Request::Run { source, .. })] if source == "a = 1"), "{effects:?}");
}

#[test]
fn a_link_opens_at_its_stop_with_its_layer_and_selection() {
    let (state, _) = follows(page(), "code=a&stop=7&layer=collector&object=3");
    assert_eq!((state.layer, state.selected), (Layer::Collector, Some(ObjectId(3))));
    let (_, effects) = recorded(state, 10);
    assert_eq!(place_asked(&effects), Some(&Seek::Stop(7)));
}

#[test]
fn a_link_to_a_line_goes_there_when_all_is_recorded() {
    let (state, _) = follows(page(), "code=a&line=5:3");
    let (state, effects) = recorded(state, 10);
    assert_eq!(place_asked(&effects), Some(&Seek::Stop(0)));
    let (_, effects) = shown(state, 0);
    assert_eq!(place_asked(&effects), Some(&Seek::Execution { line: 5, time: 3 }));
}

#[test]
fn a_stop_behind_the_end_is_told_and_the_end_is_shown() {
    let (state, _) = follows(page(), "code=a&stop=40");
    let (state, effects) = recorded(state, 10);
    assert_eq!(place_asked(&effects), Some(&Seek::Stop(9)));
    let (state, _) = shown(state, 9);
    assert_eq!(state.quest.remark.words(), "The link leads to stop 40; the recording ends at stop 9.");
}

#[test]
fn what_the_page_does_not_understand_of_a_link_is_said() {
    let (state, _) = follows(page(), "code=a&colour=red");
    let (state, _) = recorded(state, 10);
    let (state, _) = shown(state, 0);
    assert_eq!(state.quest.remark.words(), "The link says colour, which this page does not know.");
}

#[test]
fn a_packed_program_is_asked_for_and_a_damaged_one_leaves_the_page_as_it_is() {
    let (state, effects) = follows(page(), "z=abc&stop=2");
    let [Effect::FetchGiven(link)] = &effects[..] else { panic!("{effects:?}") };
    let (state, effects) = state.reduce(Action::Link(LinkAction::Came(link.clone(), Err("it is damaged.".into()))));
    assert_eq!(state.program.source, "own = 1\n");
    assert!(matches!(&effects[..], [Effect::Send(Request::Run { .. })]));
    let (state, _) = recorded(state, 10);
    let (state, _) = shown(state, 0);
    assert_eq!(state.quest.remark.words(), "The program of the link could not be had: it is damaged.");
}

#[test]
fn a_locked_range_is_not_left() {
    let (state, _) = follows(page(), "code=a&range=2-4");
    let (state, effects) = recorded(state, 10);
    assert_eq!(place_asked(&effects), Some(&Seek::Stop(2)));
    let (state, _) = shown(state, 2);
    let (state, _) = state.reduce(Action::Seek(Seek::Last));
    let (state, effects) = shown(state, 9);
    assert_eq!(place_asked(&effects), Some(&Seek::Stop(4)));
    assert_eq!(state.stop(), 2, "what is outside is never on screen");
    assert_eq!(shown(state, 4).0.stop(), 4);
}

#[test]
fn a_link_that_is_made_leads_back_to_what_is_on_screen() {
    let (state, _) = follows(page(), "code=a&layer=names&break=3,4&values=objects&theme=dark");
    let (state, _) = recorded(state, 10);
    let (state, _) = shown(state, 6);
    let (_, effects) = state.clone().reduce(Action::Link(LinkAction::Share));
    let [Effect::Share(link)] = &effects[..] else { panic!("{effects:?}") };
    let (again, _) = follows(page(), &link.write());
    let (again, effects) = recorded(again, 10);
    assert_eq!(place_asked(&effects), Some(&Seek::Stop(6)));
    assert_eq!(again.program.source, state.program.source);
    assert_eq!((again.layer, again.theme, again.breakpoints.clone()), (state.layer, state.theme, state.breakpoints.clone()));
    assert_eq!(again.look.as_objects, state.look.as_objects);
}

#[test]
fn a_link_that_plays_begins_to() {
    let (state, _) = follows(page(), "code=a&play=1");
    let (state, _) = recorded(state, 10);
    let (state, effects) = shown(state, 0);
    assert!(state.playing);
    assert_eq!(place_asked(&effects), Some(&Seek::Next));
}

#[test]
fn a_link_to_a_lesson_with_a_mistake_says_where_and_the_page_works() {
    let (state, effects) = follows(page(), "lesson=mine&card=2");
    let [Effect::FetchGiven(link)] = &effects[..] else { panic!("{effects:?}") };
    let (state, effects) = state.reduce(Action::Link(LinkAction::Came(link.clone(), Ok("# no front matter\n".into()))));
    assert!(matches!(&effects[..], [Effect::Send(Request::Run { source, .. })] if source == "own = 1\n"), "{effects:?}");
    let (state, _) = recorded(state, 10);
    let (state, _) = shown(state, 0);
    assert!(state.quest.remark.words().contains("mistake in line 1"), "{:?}", state.quest.remark);
}

#[test]
fn what_a_link_could_not_have_is_said_when_its_program_does_not_run_too() {
    let (state, _) = follows(page(), "code=a%20=&colour=red");
    let run = state.run.number;
    let (state, _) = state.reduce(Action::Reply(Reply::Refused { run, problem: Problem::default() }));
    assert_eq!(state.quest.remark.words(), "The link says colour, which this page does not know.");
    assert_eq!(state.opening, None);
}

#[test]
fn a_link_is_done_with_when_its_picture_came_before_the_end_of_the_recording() {
    let (state, _) = follows(page(), "code=a");
    let (run, progress) = (state.run.number, Progress { stops: 10, ..Progress::default() });
    let (state, _) = state.reduce(Action::Reply(Reply::Recorded { run, progress, stopped: false, files: None }));
    let (state, _) = shown(state, 0);
    assert!(state.opening.is_some(), "the rest is still recorded");
    assert_eq!(recorded(state, 20).0.opening, None);
}
