//! The heap map: its choices, its figures, the drawing, and what its colours mean.

mod canvas;
mod drawing;
mod overlay;

use super::{Picture, same::Same};
use canvas::MapCanvas;
use heapglass::map::{Colouring, Legend, Palette, Pattern, figures};
use heapglass::picture::ObjectId;
use heapglass::session::{Action, MapAction, MapState, Theme};
use heapglass::words::number;
use heapglass_words::heap_map as words;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HeapMapProps {
    pub(crate) shown: Picture,
    pub(crate) map: MapState,
    /// The pool that is opened.
    pub(crate) opened: Option<(u32, u32)>,
    pub(crate) selected: Option<ObjectId>,
    pub(crate) theme: Theme,
    pub(crate) tell: Callback<Action>,
}

#[component(HeapMapPanel)]
pub(crate) fn heap_map_panel(props: &HeapMapProps) -> Html {
    let map = &props.map;
    let looks = use_memo((map.blocks.clone(), map.colouring, props.theme), |(blocks, colouring, _)| {
        let palette = Rc::new(read_palette());
        (Rc::new(Legend::of(*colouring, blocks, &palette)), palette)
    });
    let (legend, palette) = (&looks.0, &looks.1);
    let facts = props.shown.as_ref().map(|shown| &shown.picture.heap_map);
    let fact = facts.map(|facts| words::blocks_and_bytes(facts.blocks_in_use, facts.bytes_in_use));
    html! {
        <section class={classes!("panel", "heap-map", map.large.then_some("is-large"))} aria-label={words::heading()}>
            <header>
                <h2>{ words::heading() }</h2>
                <span class="fact">{ fact.unwrap_or_default() }</span>
            </header>
            { choices(map, &props.tell) }
            <div class="heap-map-body">
                <MapCanvas
                    blocks={Same(map.blocks.clone())}
                    legend={Same(legend.clone())}
                    palette={Same(palette.clone())}
                    all={map.all}
                    large={map.large}
                    opened={props.opened}
                    selected={props.selected}
                    marked={map.marked}
                    tell={props.tell.clone()}
                />
                { meanings(legend) }
                { sums(map) }
            </div>
        </section>
    }
}

/// What can be chosen.
fn choices(map: &MapState, tell: &Callback<Action>) -> Html {
    let choose = tell.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let found = usize::try_from(chosen).ok().and_then(|index| Colouring::ALL.get(index));
        Action::Map(MapAction::Colour(found.copied().unwrap_or_default()))
    });
    let does = |action: MapAction| tell.reform(move |_: MouseEvent| Action::Map(action));
    html! {
        <p class="map-choices">
            <label>
                { words::colour_by() }{ " " }
                <select title={words::colour_by_title()} onchange={choose}>
                    { for Colouring::ALL.iter().map(|one| html! { <option selected={*one == map.colouring}>{ one.word() }</option> }) }
                </select>
            </label>
            <button class="small" aria-pressed={map.all.to_string()} title={words::all_blocks_title()} onclick={does(MapAction::AllBlocks)}>
                { words::all_blocks() }
            </button>
            <button class="small" aria-pressed={map.large.to_string()} title={words::large_title()} onclick={does(MapAction::Large)}>
                { if map.large { words::smaller() } else { words::large() } }
            </button>
            <button class="small" aria-pressed={map.bytes.is_some().to_string()} title={words::bytes_shown_title()} onclick={does(MapAction::Bytes)}>
                { words::bytes_shown() }
            </button>
        </p>
    }
}

/// What the colours and signs mean.
fn meanings(legend: &Legend) -> Html {
    let groups = legend.groups.iter().filter(|group| group.count > 0);
    html! {
        <ul class="map-legend" aria-label={words::legend(legend.colouring().word())}>
            { for groups.map(|group| {
                let [red, green, blue] = group.colour;
                html! {
                    <li title={words::group(&group.words, group.count)}>
                        <i class={classes!("swatch", pattern_class(group.pattern))} style={format!("background-color: rgb({red} {green} {blue})")} />
                        <b>{ &group.sign }</b>
                        <span>{ &group.words }</span>
                        <small>{ number(group.count) }</small>
                    </li>
                }
            }) }
            <li title={words::free_title()}><i class="swatch sign-free" /><span>{ words::free() }</span></li>
            <li title={words::never_used_title()}><i class="swatch sign-new" /><span>{ words::never_used() }</span></li>
            <li title={words::header_title()}><i class="swatch sign-header" /><span>{ words::header() }</span></li>
            <li title={words::tail_title()}><i class="swatch sign-tail" /><span>{ words::tail() }</span></li>
        </ul>
    }
}

fn pattern_class(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Plain => "p-plain",
        Pattern::Rows => "p-rows",
        Pattern::Columns => "p-columns",
        Pattern::Rising => "p-rising",
        Pattern::Falling => "p-falling",
        Pattern::Dots => "p-dots",
    }
}

/// Where the memory goes.
fn sums(map: &MapState) -> Html {
    if map.blocks.sizes.is_empty() {
        return Html::default();
    }
    html! {
        <dl class="map-sums" aria-label={words::figures()}>
            { for figures(&map.blocks).into_iter().map(|figure| html! {
                <div title={figure.about}>
                    <dt>{ figure.name }</dt>
                    <dd>{ figure.value }<span class="hidden">{ words::about_aloud(figure.about) }</span></dd>
                </div>
            }) }
        </dl>
    }
}

/// The theme's colours.
fn read_palette() -> Palette {
    let window = gloo::utils::window();
    let root = gloo::utils::document().document_element();
    let style = root.and_then(|root| window.get_computed_style(&root).ok().flatten());
    Palette::read(|token| style.as_ref().and_then(|style| style.get_property_value(&format!("--{token}")).ok()).unwrap_or_default())
}
