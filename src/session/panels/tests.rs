use super::super::Action;
use super::*;

fn state(width: i32, height: i32) -> State {
    let mut state = State::default();
    state.panels = Rc::new(Panels { window: (width, height), ..Panels::default() });
    state
}

fn after(state: State, action: PanelAction) -> (State, Vec<Effect>) {
    state.reduce(Action::Panels(action))
}

#[test]
fn the_stage_keeps_its_room_however_wide_the_columns_are_wished_and_however_small_the_window_becomes() {
    for width in (NARROW..2600).step_by(7) {
        for (program, details) in [(0, 0), (5000, 5000), (180, 4000), (4000, 200), (600, 600)] {
            let mut panels = Panels { window: (width, 700), ..Panels::default() };
            panels.sizes.extend([(Pane::Program, program), (Pane::Details, details)]);
            let [left, right] = [Pane::Program, Pane::Details].map(|pane| panels.size(pane));
            assert!(left >= 180 && right >= 200, "{width}: {left} {right}");
            assert!(width - left - right >= STAGE, "{width}: {left} {right}");
        }
    }
}

#[test]
fn a_panel_pushed_to_less_than_half_of_its_least_size_is_folded_and_keeps_a_size_to_come_back_to() {
    let (state, effects) = after(state(1440, 900), PanelAction::Size(Pane::Program, 60));
    assert!(state.panels.is_folded(Pane::Program));
    assert_eq!(effects, []);
    let (state, _) = after(state, PanelAction::Fold(Pane::Program));
    assert!(!state.panels.is_folded(Pane::Program));
    assert_eq!(state.panels.size(Pane::Program), 180);
}

#[test]
fn what_is_done_to_panels_is_kept_once_the_border_is_let_go_and_what_the_window_does_is_not() {
    let (state, effects) = after(state(1440, 900), PanelAction::Window(1000, 700));
    assert_eq!(effects, []);
    let (state, _) = after(state, PanelAction::Size(Pane::Output, 40));
    let (state, effects) = after(state, PanelAction::Keep);
    let [Effect::SavePanels(saved)] = &effects[..] else { panic!("{effects:?}") };
    let text = serde_json::to_string(&**saved).expect("plain data");
    let read: Panels = serde_json::from_str(&text).expect("what was written");
    assert_eq!(Panels { window: (1000, 700), ..read }, *state.panels);
}

#[test]
fn the_key_goes_through_the_arrangements_that_have_room_and_comes_round() {
    for (size, names) in [((1440, 900), vec!["Projector", "Embed", "Phone", "Laptop"]), ((390, 844), vec!["Embed", "Phone"])] {
        let mut state = state(size.0, size.1);
        for name in names {
            state = after(state, PanelAction::NextPreset).0;
            assert_eq!(state.panels.preset().name(), name);
        }
    }
}

#[test]
fn an_arrangement_without_room_gives_way_to_the_one_that_suits_and_comes_back_with_the_room() {
    let (state, _) = after(state(1440, 900), PanelAction::Preset(Some(Preset::Projector)));
    let (state, _) = after(state, PanelAction::Window(390, 844));
    assert_eq!(state.panels.preset(), Preset::Phone);
    assert!(state.narrow);
    let (state, _) = after(state, PanelAction::Window(1440, 900));
    assert_eq!(state.panels.preset(), Preset::Projector);
    assert!(!state.narrow);
}

#[test]
fn resetting_gives_back_what_a_first_visit_has() {
    let first = state(1440, 900);
    let (changed, _) = after(first.clone(), PanelAction::Preset(Some(Preset::Projector)));
    let (changed, _) = after(changed, PanelAction::Size(Pane::Collector, 300));
    assert_ne!(changed.panels, first.panels);
    assert_eq!(after(changed, PanelAction::Reset).0.panels, first.panels);
}

#[test]
fn a_question_about_an_object_unfolds_the_details() {
    let (state, _) = after(state(1440, 900), PanelAction::Fold(Pane::Details));
    let (state, _) = state.reduce(Action::Ask(super::super::Ask::Costs));
    assert!(!state.panels.is_folded(Pane::Details));
}

#[test]
fn a_link_carries_the_arrangement_the_folded_panels_and_the_speed() {
    let (state, _) = after(state(1440, 900), PanelAction::Preset(Some(Preset::Projector)));
    let (state, _) = after(state, PanelAction::Fold(Pane::Output));
    let (state, _) = state.reduce(Action::Speed(super::super::Speed::Fast));
    let link = state.link().write();
    assert!(link.contains("speed=fast&panels=projector&folded=output,details"), "{link}");
    let mut other = State::default();
    other.panels = Rc::new(Panels { window: (1440, 900), ..Panels::default() });
    let (other, effects) = other.reduce(Action::Link(super::super::LinkAction::Follow(crate::link::Link::read(&link))));
    assert_eq!(other.panels.preset(), Preset::Projector);
    assert_eq!(other.panels.folded_words(), "output details");
    assert_eq!(other.speed, super::super::Speed::Fast);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::SavePanels(_))), "a link is for one visit");
}

#[test]
fn an_engine_that_is_gone_is_replaced_by_the_next_run_and_the_program_is_kept() {
    let mut state = State::new("a = 1\n".into(), "p.py".into(), super::super::Theme::default());
    state = state.reduce(Action::Run).0;
    let (state, effects) = state.reduce(Action::WorkerFailed("it could not be fetched.".into()));
    assert!(effects.contains(&Effect::Respawn));
    assert_eq!(state.program.source, "a = 1\n");
    let (_, effects) = state.reduce(Action::Run);
    assert!(matches!(effects[..], [Effect::Respawn, Effect::Send(_), ..]), "{effects:?}");
}
