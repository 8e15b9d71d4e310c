//! Lifelines under the strip: a bar for each object that is followed, from its birth to its death.

use heapglass::picture::Seek;
use heapglass::session::{Action, Bar, LifelineAction};
use heapglass::strip::Window;
use heapglass_words::lifelines as words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct LifelinesProps {
    pub(super) bars: Vec<Bar>,
    pub(super) window: Window,
    pub(super) tell: Callback<Action>,
}

/// How far to the right the name of a bar still stands at its left end.
const RIGHT: f64 = 0.62;

#[component(LifelineRows)]
pub(super) fn lifeline_rows(props: &LifelinesProps) -> Html {
    if props.bars.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="lifelines" aria-label={words::heading()}>
            { for props.bars.iter().map(|bar| row(bar, props)) }
        </ul>
    }
}

/// Where a stretch of steps is drawn, as a style; nothing if it is not in the window.
fn stretch(window: &Window, from: u64, to: u64) -> Option<(f64, f64)> {
    let (left, right) = (window.share(from), window.share(to));
    (right >= 0.0 && left <= 1.0).then(|| (left.clamp(0.0, 1.0), right.clamp(0.0, 1.0)))
}

fn row(bar: &Bar, props: &LifelinesProps) -> Html {
    let place = |(left, right): (f64, f64)| format!("left: {:.3}%; right: {:.3}%", left * 100.0, (1.0 - right) * 100.0);
    let now = stretch(&props.window, bar.from, bar.to);
    let class = bar.fate.map_or("fate-unknown", |fate| fate.class());
    let is_cut = props.window.share(bar.to) > 1.0;
    let recorded = bar.recorded.and_then(|(from, to, fate)| Some((stretch(&props.window, from, to)?, fate)));
    html! {
        <li key={bar.object.0} class={classes!("lifeline", bar.is_selected.then_some("is-selected"))} aria-label={words::row(&bar.title, &bar.words)}>
            if let Some((at, fate)) = recorded {
                <span class={classes!("life-bar", "is-recorded", fate.class())} style={place(at)} title={words::recorded_title(fate.words())}></span>
            }
            if let Some(at) = now {
                <span class={classes!("life-bar", class, is_cut.then_some("is-cut"))} style={place(at)}></span>
            }
            { label(bar, now, props) }
        </li>
    }
}

fn label(bar: &Bar, at: Option<(f64, f64)>, props: &LifelinesProps) -> Html {
    let (id, title) = (bar.object, bar.title.clone());
    let tell = &props.tell;
    let go = |step: u64| tell.reform(move |_: MouseEvent| Action::Seek(Seek::Step(step)));
    let (left, right) = at.unwrap_or((0.0, 0.0));
    let style = if left > RIGHT { format!("right: {:.3}%", (1.0 - right) * 100.0) } else { format!("left: {:.3}%", left * 100.0) };
    let fate = bar.fate.filter(|_| bar.fate.is_some());
    html! {
        <span class="life-label" {style}>
            if bar.born {
                <button class="life-end" title={words::birth(&title)} aria-label={words::birth(&title)} onclick={go(bar.from)}>{ "●" }</button>
            }
            <button class="life-name" aria-label={words::select(&title)} title={words::select_title(&bar.words)} onclick={tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}>{ title.clone() }</button>
            if let Some(fate) = fate {
                <button
                    class="life-fate"
                    title={words::end_title(&bar.words)}
                    aria-label={words::end(&title)}
                    onclick={go(bar.to)}
                >
                    <b aria-hidden="true">{ fate.sign() }</b>{ fate.words() }
                </button>
            } else {
                <span class="life-fate">{ words::reading() }</span>
            }
            if let Some((_, _, fate)) = bar.recorded {
                <span class="life-was">{ words::recorded(fate.words()) }</span>
            }
            if bar.is_kept {
                <button class="life-keep" aria-label={words::remove(&title)} title={words::remove(&title)} onclick={tell.reform(move |_: MouseEvent| Action::Lifeline(LifelineAction::Remove(id)))}>{ "×" }</button>
            } else {
                <button class="life-keep" title={words::keep_title()} onclick={tell.reform(|_: MouseEvent| Action::Lifeline(LifelineAction::Keep))}>{ words::keep() }</button>
            }
        </span>
    }
}
