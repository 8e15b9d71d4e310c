//! Writing the condition of a breakpoint.

use heapglass::picture::Breakpoint;
use heapglass::session::Action;
use heapglass_words::condition as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ConditionProps {
    /// The breakpoint, and why its condition cannot be that.
    pub(crate) writing: Option<(Breakpoint, String)>,
    pub(crate) tell: Callback<Action>,
}

#[component(ConditionForm)]
pub(crate) fn condition_form(props: &ConditionProps) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        let point = props.writing.as_ref().map(|(point, _)| point.clone());
        // The field's text is put there once: given as its value, each drawing would put it over what is being written.
        use_effect_with(point, move |point| {
            if let (Some(field), Some(point)) = (field.cast::<HtmlInputElement>(), point) {
                field.set_value(&point.condition);
                // A field that cannot be focused is not on screen.
                let _ = field.focus();
            }
        });
    }
    let Some((point, complaint)) = &props.writing else { return html! {} };
    let tell = &props.tell;
    let set = {
        let (tell, field) = (tell.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                tell.emit(Action::SetCondition(field.value()));
            }
        })
    };
    let leave = tell.reform(|_: MouseEvent| Action::WriteCondition(None));
    let escape = {
        let tell = tell.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                tell.emit(Action::WriteCondition(None));
            }
        })
    };
    html! {
        <form class="condition" onsubmit={set} onkeydown={escape} aria-label={words::name()}>
            <label for="condition">{ words::stop_if(&point.line.to_string()) }</label>
            <input
                id="condition"
                type="text"
                ref={field}
                placeholder={words::placeholder()}
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-describedby="condition-complaint"
            />
            <button class="small" type="submit" title={words::set_title()}>{ words::set() }</button>
            <button class="small" type="button" title={words::remove_title()} onclick={tell.reform(|_: MouseEvent| Action::RemoveBreakpoint)}>{ words::remove() }</button>
            <button class="small" type="button" title={words::close_title()} onclick={leave}>{ words::close() }</button>
            <p id="condition-complaint" class="complaint" role="status">{ super::prose(complaint) }</p>
        </form>
    }
}
