//! Take it away: what there is, how it looks, and how to keep it.

use super::dialog::{use_dialog, when_closed};
use heapglass::session::{Action, Choice, Keep, Take, TakeAction};
use heapglass_words::take_away as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TakeProps {
    pub(crate) take: Take,
    /// The stop on screen.
    pub(crate) at: u64,
    /// The last stop.
    pub(crate) last: u64,
    /// How many bookmarks there are.
    pub(crate) marks: usize,
    pub(crate) tell: Callback<Action>,
}

#[component(TakePanel)]
pub(crate) fn take_panel(props: &TakeProps) -> Html {
    let take = &props.take;
    let node = use_dialog(take.open);
    let tell = &props.tell;
    let close = tell.reform(|_: MouseEvent| TakeAction::Open(false).into());
    let closed = when_closed(&tell, || TakeAction::Open(false).into());
    html! {
        <dialog class="help take" ref={node} aria-labelledby="take-title" oncancel={closed.clone()} onclose={closed}>
            <header>
                <h2 id="take-title">{ words::title() }</h2>
                <button class="small" title={words::close_title()} onclick={close}>{ words::close() }</button>
            </header>
            if take.open {
                <div class="take-columns">
                    <ul class="take-choices" role="listbox" aria-label={words::choices()}>
                        { for Choice::ALL.into_iter().map(|choice| html! {
                            <li key={choice as usize} role="presentation">
                                <button
                                    role="option"
                                    aria-selected={(choice == take.choice).to_string()}
                                    title={choice.words()}
                                    onclick={tell.reform(move |_: MouseEvent| TakeAction::Choose(choice).into())}
                                >
                                    { choice.title() }
                                </button>
                            </li>
                        }) }
                    </ul>
                    <section class="take-one" aria-label={take.choice.title()}>
                        <p>{ take.choice.words() }</p>
                        <div class="take-options">{ options(props) }</div>
                        <div class="take-made">{ made(take) }</div>
                        <p class="take-remark" role="status">{ take.remark.words() }</p>
                        <div class="take-ways">{ ways(props) }</div>
                    </section>
                </div>
            }
        </dialog>
    }
}

/// Which stops, and which colours.
fn options(props: &TakeProps) -> Html {
    let (take, tell) = (&props.take, &props.tell);
    let stop = |label: &'static str, value: u64, changed: fn(u64) -> TakeAction| {
        html! {
            <label>
                { label }
                <input
                    type="number"
                    title={words::stop_title()}
                    min="0"
                    max={props.last.to_string()}
                    value={value.to_string()}
                    onchange={tell.reform(move |event: Event| changed(event.target_unchecked_into::<HtmlInputElement>().value_as_number().max(0.0) as u64).into())}
                />
            </label>
        }
    };
    let paper = tell.reform({
        let paper = !take.paper;
        move |_: MouseEvent| TakeAction::Paper(paper).into()
    });
    let marked = tell.reform({
        let marked = !take.marked;
        move |_: MouseEvent| TakeAction::Marked(marked).into()
    });
    let of_marks = take.marked && props.marks > 0;
    html! {
        <>
            if take.choice.is_range() && props.marks > 0 {
                <label class="take-paper" title={words::only_marked_title()}>
                    <input type="checkbox" checked={take.marked} onclick={marked} />
                    { words::only_marked(props.marks as u64) }
                </label>
            }
            if take.choice.is_range() && !of_marks {
                <span class="take-range">
                    { stop(words::from_stop(), take.first, TakeAction::First) }
                    { stop(words::to_stop(), take.last, TakeAction::Last) }
                    <span class="fact">{ take.range_words() }</span>
                </span>
            }
            if take.choice.is_drawn() {
                <label class="take-paper" title={words::paper_title()}>
                    <input type="checkbox" checked={take.paper} onclick={paper} />
                    { words::paper() }
                </label>
            }
            if matches!(take.choice, Choice::Picture | Choice::Check | Choice::Graph) {
                <span class="fact">{ words::stop_of(props.at, props.last) }</span>
            }
        </>
    }
}

/// What was made.
fn made(take: &Take) -> Html {
    if let Some(percent) = take.percent {
        return html! {
            <p class="take-work">
                <progress max="100" value={(percent > 0).then(|| percent.to_string())} aria-label={words::progress()} />
                <span>{ if percent > 0 { words::percent(&percent.to_string()) } else { words::being_made().to_owned() } }</span>
            </p>
        };
    }
    let Some(text) = take.made.as_ref().and_then(|texts| texts.first()) else { return Html::default() };
    match take.choice {
        Choice::Picture | Choice::Film => html! {
            <img class="take-picture" alt={words::preview()} src={heapglass::take::address(text)} />
        },
        Choice::Storyboard | Choice::Page | Choice::Offline => html! {
            <p class="fact">{ words::size(text.len() as u64 / 1000) }</p>
        },
        Choice::Check | Choice::Graph | Choice::Trace => html! {
            <pre class="take-text" tabindex="0" aria-label={words::preview()}>{ heapglass::words::shortened(text, 20_000) }</pre>
        },
    }
}

/// The ways to keep it.
fn ways(props: &TakeProps) -> Html {
    let (take, tell) = (&props.take, &props.tell);
    let way = |word: &'static str, title: &'static str, keep: Keep| {
        html! {
            <button class="small" {title} onclick={tell.reform(move |_: MouseEvent| TakeAction::Keep(keep).into())}>{ word }</button>
        }
    };
    if take.percent.is_some() {
        return html! {
            <button class="small" title={words::cancel_title()} onclick={tell.reform(|_: MouseEvent| TakeAction::Cancel.into())}>{ words::cancel() }</button>
        };
    }
    if take.choice == Choice::Page {
        return way(words::save_html(), words::save_page_title(), Keep::Page);
    }
    if take.choice == Choice::Offline {
        return html! { <>{ way(words::keep(), words::keep_title(), Keep::Offline) }{ way(words::forget(), words::forget_title(), Keep::Forget) }</> };
    }
    if take.made.is_none() {
        return html! {
            <button class="small" title={words::make_title()} onclick={tell.reform(|_: MouseEvent| TakeAction::Make.into())}>{ words::make() }</button>
        };
    }
    match take.choice {
        Choice::Picture => html! { <>{ way(words::save_svg(), words::save_still_title(), Keep::Text) }{ way(words::save_png(), words::save_png_title(), Keep::Png) }{ way(words::copy_svg(), words::copy_svg_title(), Keep::Copy) }</> },
        Choice::Film => html! { <>{ way(words::save_svg(), words::save_film_title(), Keep::Text) }{ way(words::save_webm(), words::save_webm_title(), Keep::Webm) }</> },
        Choice::Storyboard => html! { <>{ way(words::open(), words::open_title(), Keep::Open) }{ way(words::save_html(), words::save_board_title(), Keep::Text) }</> },
        Choice::Check => html! { <>{ way(words::copy_script(), words::copy_script_title(), Keep::Copy) }{ way(words::save_script(), words::save_script_title(), Keep::Text) }</> },
        Choice::Graph => html! { <>{ way(words::save_dot(), words::save_dot_title(), Keep::Text) }{ way(words::copy_dot(), words::copy_dot_title(), Keep::Copy) }</> },
        Choice::Trace => way(words::save_json(), words::save_json_title(), Keep::Text),
        Choice::Page | Choice::Offline => Html::default(),
    }
}
