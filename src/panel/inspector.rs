//! The selected object: what it is, and its fields in memory.

use super::{Picture, kind_class, ledger::Tabs};
use heapglass::picture::{BlockPlace, Field, Inspection, Object, ObjectId, Shape};
use heapglass::session::{Action, Tab};
use heapglass::words;
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
            <section class="panel inspector" aria-label="Inspector">
                <header><h2>{ "Inspector" }</h2></header>
                <p class="empty">{ "Select an object on the stage to see its fields in memory." }</p>
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
            aria-label="Inspector"
        >
            <header>
                <h2>{ title }</h2>
                <button
                    class="small"
                    title="Select nothing (Escape)"
                    onclick={props.tell.reform(|_: MouseEvent| Action::Select(None))}
                >
                    { "Close" }
                </button>
            </header>
            if let Some(object) = object {
                { facts(object, &props.tell) }
            }
            if object.is_none() && inspection.is_none() {
                <p class="empty">{ "This object does not exist at this step." }</p>
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
    let count = match object.count {
        Some(count) => words::counted(count, "reference", "references"),
        None => "immortal".into(),
    };
    let line = object.born_line.map(|line| format!("made in line {line}"));
    let generation = object
        .generation
        .map(|generation| format!("generation {generation} of the collector"));
    let again = object
        .reuses_address
        .then(|| "an earlier object lived at this address".to_string());
    let lost = (!object.reachable).then(|| "the program can no longer reach it".to_string());
    let block = object.block.map(|place| {
        let BlockPlace { arena, pool, block } = place;
        format!("block {block} of pool {pool} in arena {arena}")
    });
    let facts = [
        Some(format!("{count}, {} bytes", words::number(object.size))),
        line,
        generation,
        block,
        lost,
        again,
        (!object.verdict.is_empty()).then(|| format!("to the collector: {}", object.verdict)),
    ];
    let id = object.id;
    html! {
        <>
            <ul class="facts">{ for facts.into_iter().flatten().map(|fact| html! { <li>{ fact }</li> }) }</ul>
            if matches!(object.shape, Shape::Class | Shape::Module | Shape::Function) && !object.parts.is_empty() {
                <p class="acts">
                    <button
                        class="small"
                        title="Show or hide its rows on the stage"
                        onclick={tell.reform(move |_: MouseEvent| Action::Fold(id))}
                    >
                        { "Unfold or fold its box" }
                    </button>
                </p>
            }
        </>
    }
}

fn fields(inspection: &Inspection, tell: &Callback<Action>) -> Html {
    let (before, after): (Vec<&Field>, Vec<&Field>) = inspection.fields.iter().partition(|field| field.offset < 0);
    html! {
        <div class="fields" tabindex="0" role="group" aria-label="Fields in memory">
            <table>
                <caption class="hidden">{ format!("Fields of {} in memory", inspection.title) }</caption>
                <thead
                    class="hidden"
                >
                    <tr><th>{ "Offset" }</th><th>{ "Field" }</th><th>{ "Bytes" }</th><th>{ "Meaning" }</th></tr>
                </thead>
                if !before.is_empty() {
                    <tbody>
                        <tr class="section"><th colspan="4" scope="rowgroup">{ "before the object" }</th></tr>
                        { for before.into_iter().map(|field| row(field, tell)) }
                    </tbody>
                }
                <tbody>
                    <tr class="section">
                        <th
                            colspan="4"
                            scope="rowgroup"
                        >
                            { format!("at {:#x}, in a block of {} bytes", inspection.address, inspection.block_size) }
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
                title="Select this object"
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
