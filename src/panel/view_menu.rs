//! The menu of how the page looks: colours, arrangement of the panels, and what the bar has no room for on small screens.

use super::bar::chosen;
use heapglass::session::{Action, LanguageAction, LinkAction, PanelAction, Panels, Preset, TakeAction, Theme};
use heapglass_words::{language, language_of, languages, offered, view_menu as words};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ViewMenuProps {
    pub(crate) theme: Theme,
    pub(crate) panels: Rc<Panels>,
    pub(crate) tell: Callback<Action>,
}

#[component(ViewMenu)]
pub(crate) fn view_menu(props: &ViewMenuProps) -> Html {
    let ViewMenuProps { theme, panels, tell } = props;
    html! {
        <div class="view">
            <button id="view-menu" class="quiet quiet-view" popovertarget="view-list" title={words::view_title()}>{ words::view() }</button>
            <div id="view-list" class="view-list" popover="auto" role="group" aria-label={words::view()}>
                <label>
                    <span>{ words::colours() }</span>
                    <select title={words::colours_title()} onchange={tell.reform(|event: Event| Action::Theme(Theme::from_attribute(&chosen(&event))))}>
                        { for Theme::ALL.into_iter().map(|one| html! {
                            <option value={one.attribute().unwrap_or_default()} selected={one == *theme}>{ one.words() }</option>
                        }) }
                    </select>
                </label>
                <label>
                    <span>{ words::panels_for() }</span>
                    <select
                        title={words::panels_for_title("`")}
                        onchange={tell.reform(|event: Event| Action::Panels(PanelAction::Preset(Preset::by_word(&chosen(&event)))))}
                    >
                        <option value="" selected={panels.chosen.is_none()}>{ words::this_window() }</option>
                        { for Preset::ALL.into_iter().map(|one| html! {
                            <option value={one.word()} selected={panels.chosen == Some(one)}>{ one.name() }</option>
                        }) }
                    </select>
                </label>
                { language_choice(tell) }
                { row(words::reset(), words::reset_more(), "", tell, Action::Panels(PanelAction::Reset)) }
                { row(words::link(), words::link_more(), "5", tell, Action::Link(LinkAction::Share)) }
                { row(words::transcript(), words::transcript_more(), "J", tell, Action::Transcript(true)) }
                { row(words::take_away(), words::take_away_more(), "Ctrl S", tell, Action::Take(TakeAction::Open(true))) }
                { row(words::commands(), words::commands_more(), "Ctrl K", tell, Action::Palette(true)) }
                { row(words::tour(), words::tour_more(), "", tell, Action::Tour(Some(0))) }
            </div>
        </div>
    }
}

/// The choice of the page's language: each under its own name. Not there where there is only English.
fn language_choice(tell: &Callback<Action>) -> Html {
    let offered = offered();
    if offered.len() < 2 {
        return Html::default();
    }
    let tell = tell.clone();
    let choose = move |event: Event| {
        if let Some(language) = language_of(&chosen(&event)) {
            tell.emit(Action::Language(LanguageAction::Choose(language)));
        }
    };
    html! {
        <label>
            <span>{ languages::label() }</span>
            <select id="language" title={languages::title()} onchange={choose}>
                { for offered.into_iter().map(|one| html! {
                    <option value={one.code} lang={one.code} dir={one.direction()} selected={one == language()}>{ one.name }</option>
                }) }
            </select>
        </label>
    }
}

fn row(name: &'static str, more: &'static str, key: &'static str, tell: &Callback<Action>, action: Action) -> Html {
    let title = if key.is_empty() { words::row_title(name, more) } else { words::row_title_key(name, more, key) };
    html! {
        <button
            class="view-row"
            {title}
            popovertarget="view-list"
            popovertargetaction="hide"
            onclick={tell.reform(move |_: MouseEvent| action.clone())}
        >
            <b>{ name }</b><span>{ more }</span>
            if !key.is_empty() {
                <kbd>{ key }</kbd>
            }
        </button>
    }
}
