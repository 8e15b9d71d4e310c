//! A piece of memory byte by byte, with its fields; pointers can be followed, and there is a way back.

use super::Picture;
use heapglass::picture::{ByteField, Bytes};
use heapglass::session::{Action, MapAction, MapState};
use heapglass_words::bytes as say;
use yew::prelude::*;

/// Bytes in a row.
const ROW: usize = 16;

#[derive(Properties, PartialEq)]
pub(crate) struct BytesProps {
    pub(crate) shown: Picture,
    pub(crate) map: MapState,
    pub(crate) tell: Callback<Action>,
}

#[component(BytesPanel)]
pub(crate) fn bytes_panel(props: &BytesProps) -> Html {
    let at = use_state(|| None::<usize>);
    let piece = props.shown.as_ref().and_then(|shown| shown.picture.heap_map.bytes.as_ref());
    let does = |action: MapAction| props.tell.reform(move |_: MouseEvent| Action::Map(action));
    let title = piece.map_or_else(|| say::bytes().to_string(), |piece| piece.title.clone());
    html! {
        <section class="panel bytes" aria-label={say::bytes()}>
            <header>
                <h2>{ title }</h2>
                <span class="bytes-acts">
                    <button class="small" disabled={props.map.trail.is_empty()} title={say::back_about()} onclick={does(MapAction::Back)}>{ say::back() }</button>
                    <button class="small" title={say::close_about()} onclick={does(MapAction::Close)}>{ say::close() }</button>
                </span>
            </header>
            <div class="bytes-body" tabindex="0" role="group" aria-label={say::table()}>
                if let Some(piece) = piece {
                    <p class="bytes-place" aria-live="polite">{ say::place(&piece.place, piece.size, &format!("{:#x}", piece.start)) }</p>
                    { windows(piece, &props.tell) }
                    { rows(piece, &at) }
                    { fields(piece, &at, &props.tell) }
                } else {
                    <p class="empty">{ say::no_memory() }</p>
                }
            </div>
        </section>
    }
}

/// The ways to the other parts of a piece that is too long to be shown at once.
fn windows(piece: &Bytes, tell: &Callback<Action>) -> Html {
    let shown = piece.hex.len() as u64 / 2;
    if piece.from == piece.start && shown >= piece.size {
        return Html::default();
    }
    let first = piece.from - piece.start;
    let go = |address: u64| tell.reform(move |_: MouseEvent| Action::Map(MapAction::Follow(address, None)));
    html! {
        <p class="bytes-windows">
            <span>{ say::window(first, first + shown.saturating_sub(1)) }</span>
            <button class="link" disabled={first == 0} title={say::before_about()} onclick={go(piece.from.saturating_sub(shown.max(1024)).max(piece.start))}>{ say::before() }</button>
            <button class="link" disabled={first + shown >= piece.size} title={say::behind_about()} onclick={go(piece.from + shown)}>{ say::behind() }</button>
        </p>
    }
}

/// Which field each byte belongs to.
fn owners(piece: &Bytes) -> Vec<Option<usize>> {
    let mut owners = vec![None; piece.hex.len() / 2];
    for (index, field) in piece.fields.iter().enumerate() {
        let (first, last) = (field.offset as usize, (field.offset + field.size) as usize);
        owners.iter_mut().take(last).skip(first).for_each(|owner| *owner = Some(index));
    }
    owners
}

fn rows(piece: &Bytes, at: &UseStateHandle<Option<usize>>) -> Html {
    let owners = owners(piece);
    let bytes: Vec<&str> = (0..owners.len()).filter_map(|place| piece.hex.get(2 * place..2 * place + 2)).collect();
    let row = |number: usize, row: &[&str]| {
        let first = number * ROW;
        let byte = |(place, byte): (usize, &&str)| {
            let owner = owners.get(first + place).copied().flatten();
            let begins = owner.and_then(|owner| piece.fields.get(owner)).is_some_and(|field| field.offset as usize == first + place);
            let class = classes!(
                owner.map_or("is-unnamed", |owner| if owner % 2 == 0 { "is-even" } else { "is-odd" }),
                begins.then_some("begins"),
                (owner.is_some() && owner == **at).then_some("is-at"),
            );
            let point = {
                let at = at.clone();
                Callback::from(move |_: PointerEvent| at.set(owner))
            };
            html! { <i {class} onpointerenter={point}>{ *byte }</i> }
        };
        html! {
            <div class="bytes-row">
                <span class="bytes-address">{ format!("{:#x}", piece.from + first as u64) }</span>
                <code>{ for row.iter().enumerate().map(byte) }</code>
            </div>
        }
    };
    let leave = {
        let at = at.clone();
        Callback::from(move |_: PointerEvent| at.set(None))
    };
    html! { <div class="bytes-rows" onpointerleave={leave}>{ for bytes.chunks(ROW).enumerate().map(|(number, bytes)| row(number, bytes)) }</div> }
}

fn fields(piece: &Bytes, at: &UseStateHandle<Option<usize>>, tell: &Callback<Action>) -> Html {
    let row = |(index, field): (usize, &ByteField)| {
        let point = {
            let at = at.clone();
            Callback::from(move |_: PointerEvent| at.set(Some(index)))
        };
        html! {
            <tr class={classes!((**at == Some(index)).then_some("is-at"))} onpointerenter={point}>
                <td class="offset">{ offset(piece, field) }</td>
                <th class="field" scope="row" title={field.about.clone()}>{ &field.name }<small>{ &field.c_type }</small></th>
                <td class="meaning">{ value(field, tell) }if !field.about.is_empty() { <span class="about">{ super::prose(&field.about) }</span> }</td>
            </tr>
        }
    };
    html! {
        <table class="bytes-fields">
            <caption class="hidden">{ say::fields_of(&piece.title) }</caption>
            <thead class="hidden"><tr><th>{ say::byte_head() }</th><th>{ say::field_head() }</th><th>{ say::value_head() }</th></tr></thead>
            <tbody>{ for piece.fields.iter().enumerate().map(row) }</tbody>
        </table>
    }
}

/// Where a field begins, from the start of the piece.
fn offset(piece: &Bytes, field: &ByteField) -> String {
    (piece.from - piece.start + u64::from(field.offset)).to_string()
}

fn value(field: &ByteField, tell: &Callback<Action>) -> Html {
    let Some(target) = field.target else { return html! { <span>{ &field.value }</span> } };
    let object = field.object;
    html! {
        <button class="link" title={say::follow(&format!("{target:#x}"))} onclick={tell.reform(move |_: MouseEvent| Action::Map(MapAction::Follow(target, object)))}>
            { &field.value }
        </button>
    }
}
