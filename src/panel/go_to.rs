//! The menu of places to go to, and what is said of the last search.

use heapglass::picture::Direction;
use heapglass::session::{Action, Goal};
use heapglass::view::Going;
use heapglass_words::go_to as words;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct GoToProps {
    pub(crate) going: Going,
    pub(crate) enabled: bool,
    pub(crate) tell: Callback<Action>,
}

/// The menu beside the buttons that step.
#[component(GoToMenu)]
pub(crate) fn go_to_menu(props: &GoToProps) -> Html {
    let GoToProps { going, enabled, tell } = props;
    let needs_selection = |goal: Goal| matches!(goal, Goal::Count | Goal::DeathOf | Goal::Block);
    let can = |goal: Goal| {
        *enabled && (!needs_selection(goal) || going.has_selection) && (goal != Goal::Name || !going.names.is_empty())
    };
    html! {
        <div class="go-to">
            <button id="go-to-menu" class="control" popovertarget="go-to-list" title={words::go_to_title()}>{ words::go_to_next() }</button>
            <div id="go-to-list" class="go-to-list" popover="auto" role="group" aria-label={words::name()}>
                { row(words::breakpoint(), "C", *enabled && going.has_breakpoints, tell, Action::ContinueBack, Action::Continue, html! {}) }
                { for Goal::ALL.into_iter().map(|goal| {
                    let (back, on) = (Action::GoTo(goal, Direction::Backward), Action::GoTo(goal, Direction::Forward));
                    let more = if goal == Goal::Name { names(going, tell) } else { html! {} };
                    row(goal.words(), &goal.key().to_string(), can(goal), tell, back, on, more)
                }) }
                <p class="go-to-note">{ words::keys() }</p>
            </div>
        </div>
    }
}

fn row(place: &str, key: &str, enabled: bool, tell: &Callback<Action>, back: Action, on: Action, more: Html) -> Html {
    let button = |label: String, title: String, sign: &str, action: Action| html! {
        <button
            class="small"
            aria-label={label}
            {title}
            aria-disabled={(!enabled).to_string()}
            onclick={tell.reform(move |_: MouseEvent| action.clone())}
        >
            { sign }
        </button>
    };
    html! {
        <div class={classes!("go-to-row", (!enabled).then_some("is-off"))}>
            <span class="go-to-words">{ place }{ more }</span>
            { button(words::before(place), words::before_title(place, key), "◀", back) }
            { button(words::next(place), words::next_title(place, key), "▶", on) }
            <kbd>{ key }</kbd>
        </div>
    }
}

/// Which name is watched.
fn names(going: &Going, tell: &Callback<Action>) -> Html {
    let known = going.names.clone();
    let choose = tell.reform(move |event: Event| {
        let menu = event.target_dyn_into::<HtmlSelectElement>();
        let index = menu.and_then(|menu| usize::try_from(menu.selected_index()).ok()).unwrap_or(0);
        let name = known.get(index).cloned().unwrap_or_default();
        Action::WatchName(name.frame, name.name)
    });
    html! {
        <select aria-label={words::watched()} title={words::watched_title()} onchange={choose}>
            { for going.names.iter().map(|name| html! {
                <option selected={name.is_chosen}>{ &name.label }</option>
            }) }
        </select>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct RemarkProps {
    pub(crate) going: Going,
    pub(crate) tell: Callback<Action>,
}

/// What was found or not, and how a long search stands.
#[component(Remark)]
pub(crate) fn remark(props: &RemarkProps) -> Html {
    let RemarkProps { going, tell } = props;
    html! {
        <p class="remark" role="status">
            if let Some(percent) = going.percent {
                <progress max="100" value={percent.to_string()} aria-label={words::searched()} />
                <span>{ words::searching(&percent.to_string()) }</span>
                <button class="small" title={words::give_up_title()} onclick={tell.reform(|_: MouseEvent| Action::GiveUp)}>{ words::give_up() }</button>
            } else {
                { super::prose(&going.remark) }
            }
        </p>
    }
}
