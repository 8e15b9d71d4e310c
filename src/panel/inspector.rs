//! The selected object: what it is, and its fields in memory.

use super::{Picture, kind_class, ledger::Tabs};
use heapglass::picture::{BlockPlace, Field, Inspection, Object, ObjectId, Shape};
use heapglass::session::{Action, MapAction, Tab};
use heapglass::words;
use heapglass_words::inspector as say;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct InspectorProps {
    pub(crate) shown: Picture,
    pub(crate) selected: Option<ObjectId>,
    /// What of it is shown; other than its fields, the children.
    #[prop_or_default]
    pub(crate) tab: Tab,
    #[prop_or_default]
    pub(crate) children: Html,
    pub(crate) tell: Callback<Action>,
}

#[component(InspectorPanel)]
pub(crate) fn inspector_panel(props: &InspectorProps) -> Html {
    let Some(id) = props.selected else {
        return html! {
            <section class="panel inspector" aria-label={say::inspector()}>
                <header><h2>{ say::inspector() }</h2></header>
                <p class="empty">{ say::nothing_selected() }</p>
            </section>
        };
    };
    let object = props
        .shown
        .as_ref()
        .and_then(|shown| shown.picture.objects.iter().find(|object| object.id == id));
    let inspection = props.shown.as_ref().and_then(|shown| shown.inspection.as_ref());
    let title = match (object, inspection) {
        (Some(object), _) => words::title(object),
        (None, Some(inspection)) => inspection.title.clone(),
        (None, None) => words::numbered(id),
    };
    html! {
        <section
            class={classes!("panel", "inspector", object.map(|object| kind_class(object.shape)))}
            aria-label={say::inspector()}
        >
            <header>
                <h2>{ title }</h2>
                <button
                    class="small"
                    title={say::bytes_about()}
                    onclick={props.tell.reform(|_: MouseEvent| Action::Map(MapAction::Bytes))}
                >
                    { say::bytes() }
                </button>
                <button
                    class="small"
                    title={say::close_about()}
                    onclick={props.tell.reform(|_: MouseEvent| Action::Select(None))}
                >
                    { say::close() }
                </button>
            </header>
            if let Some(object) = object {
                { facts(object, &props.tell) }
            }
            if object.is_none() && inspection.is_none() {
                <p class="empty">{ say::not_here() }</p>
            }
            <Tabs tab={props.tab} tell={props.tell.clone()} />
            if props.tab != Tab::Fields {
                { props.children.clone() }
            } else if let Some(inspection) = inspection {
                { fields(inspection, &props.tell) }
            }
        </section>
    }
}

fn facts(object: &Object, tell: &Callback<Action>) -> Html {
    let count = object.count.map_or_else(|| say::immortal_and_size(object.size), |count| say::count_and_size(count, object.size));
    let block = object.block.map(|place| {
        let BlockPlace { arena, pool, block } = place;
        say::block(&block.to_string(), &pool.to_string(), &arena.to_string())
    });
    let facts = [
        Some(count),
        object.born_line.map(|line| say::made_in_line(&line.to_string())),
        object.generation.map(|generation| say::generation(&generation.to_string())),
        block,
        (!object.reachable).then(|| say::lost().to_string()),
        object.reuses_address.then(|| say::reused().to_string()),
        (!object.verdict.is_empty()).then(|| say::verdict(&object.verdict)),
    ];
    let id = object.id;
    html! {
        <>
            <ul class="facts">{ for facts.into_iter().flatten().map(|fact| html! { <li>{ fact }</li> }) }</ul>
            if matches!(object.shape, Shape::Class | Shape::Module | Shape::Function) && !object.parts.is_empty() {
                <p class="acts">
                    <button
                        class="small"
                        title={say::fold_about()}
                        onclick={tell.reform(move |_: MouseEvent| Action::Fold(id))}
                    >
                        { say::fold() }
                    </button>
                </p>
            }
        </>
    }
}

fn fields(inspection: &Inspection, tell: &Callback<Action>) -> Html {
    let (before, after): (Vec<&Field>, Vec<&Field>) = inspection.fields.iter().partition(|field| field.offset < 0);
    html! {
        <div class="fields" tabindex="0" role="group" aria-label={say::fields()}>
            <table>
                <caption class="hidden">{ say::fields_of(&inspection.title) }</caption>
                <thead
                    class="hidden"
                >
                    <tr><th>{ say::offset_head() }</th><th>{ say::field_head() }</th><th>{ say::bytes_head() }</th><th>{ say::meaning_head() }</th></tr>
                </thead>
                if !before.is_empty() {
                    <tbody>
                        <tr class="section"><th colspan="4" scope="rowgroup">{ say::before_object() }</th></tr>
                        { for before.into_iter().map(|field| row(field, tell)) }
                    </tbody>
                }
                <tbody>
                    <tr class="section">
                        <th
                            colspan="4"
                            scope="rowgroup"
                        >
                            { say::at_address(&format!("{:#x}", inspection.address), inspection.block_size) }
                        </th>
                    </tr>
                    { for after.into_iter().map(|field| row(field, tell)) }
                </tbody>
            </table>
        </div>
    }
}

fn row(field: &Field, tell: &Callback<Action>) -> Html {
    let offset = if field.offset < 0 {
        format!("−{}", field.offset.unsigned_abs())
    } else {
        field.offset.to_string()
    };
    let meaning = match field.target {
        None => html! { { &field.meaning } },
        Some(id) => html! {
            <button
                class="link"
                title={say::select()}
                onclick={tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}
            >
                { if field.meaning.is_empty() { words::numbered(id) } else { field.meaning.clone() } }
            </button>
        },
    };
    html! {
        <tr>
            <td class="offset">{ offset }</td>
            <th class="field" scope="row">{ &field.name }</th>
            <td class="hex">{ &field.hex }</td>
            <td class="meaning">{ meaning }</td>
        </tr>
    }
}
