//! Below the output: the line the program waits for, the lines given so far, and the files beside the program.

use heapglass::message::TextFile;
use heapglass::session::{Action, Change, World};
use heapglass_words::input as say;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct InputProps {
    pub(crate) world: World,
    pub(crate) waiting: Option<String>,
    pub(crate) tell: Callback<Action>,
}

#[component(InputRows)]
pub(crate) fn input_rows(props: &InputProps) -> Html {
    let InputProps { world, waiting, tell } = props;
    let written: Vec<&TextFile> = world.written().collect();
    html! {
        <div class="input">
            if let Some(prompt) = waiting {
                <Question prompt={prompt.clone()} tell={tell.clone()} />
            }
            if !world.answers.is_empty() || world.closed {
                <details class="answers">
                    <summary title={say::given_about()}>{ say::given(world.answers.len() as u64) }</summary>
                    <ol>
                        { for world.answers.iter().enumerate().map(|(at, answer)| given(at, answer, tell)) }
                    </ol>
                    <button class="control" title={say::forget_about()} onclick={tell.reform(|_: MouseEvent| Action::World(Change::ForgetFrom(0)))}>
                        { say::forget() }
                    </button>
                </details>
            }
            <details class="files">
                <summary title={say::files_about()}>{ files_heading(world.files.len(), written.len()) }</summary>
                // Each list is in an element of its own: children that come behind others would have these drawn anew, and the
                // field that is typed in would lose the focus.
                <div>{ for world.files.iter().enumerate().map(|(at, file)| own_file(at, file, tell)) }</div>
                <button class="control" title={say::add_about()} onclick={tell.reform(|_: MouseEvent| Action::World(Change::AddFile))}>
                    { say::add() }
                </button>
                <div>
                    { for written.iter().map(|file| html! {
                        <figure class="written">
                            <figcaption>{ say::written(&file.name) }</figcaption>
                            <pre>{ &file.text }</pre>
                        </figure>
                    }) }
                </div>
            </details>
        </div>
    }
}

fn files_heading(own: usize, written: usize) -> String {
    match (own, written) {
        (0, 0) => say::files().to_owned(),
        (own, 0) => say::files_own(own as u64),
        (own, written) => say::files_written(own as u64, written as u64),
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    prompt: String,
    tell: Callback<Action>,
}

/// The field for the line that the program waits for.
#[component(Question)]
fn question(props: &QuestionProps) -> Html {
    let field = use_node_ref();
    let label = if props.prompt.trim().is_empty() { say::waits().to_owned() } else { props.prompt.clone() };
    let onsubmit = {
        let (field, tell) = (field.clone(), props.tell.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            tell.emit(Action::Answer(input.value()));
            input.set_value("");
        })
    };
    html! {
        <form class="question" {onsubmit}>
            <label for="answer">{ label }</label>
            <input id="answer" ref={field} type="text" autocomplete="off" autocapitalize="off" spellcheck="false" title={say::answer_about()} />
            <button class="control primary" type="submit" title={say::enter_about()}>{ say::enter() }</button>
            <button
                class="control"
                type="button"
                title={say::end_of_input_about()}
                onclick={props.tell.reform(|_: MouseEvent| Action::CloseInput)}
            >
                { say::end_of_input() }
            </button>
        </form>
    }
}

/// A line given before, which can be changed.
fn given(at: usize, answer: &str, tell: &Callback<Action>) -> Html {
    let oninput = tell.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::World(Change::Answer(at, text))
    });
    html! {
        <li><input type="text" title={say::line_of_input_about()} aria-label={say::line_of_input(&(at + 1).to_string())} value={answer.to_owned()} {oninput} /></li>
    }
}

/// A file given with the program: its name and its text. Each letter counts at once: a field that is drawn anew shows what it
/// was told, and would lose what nobody has heard of.
fn own_file(at: usize, file: &TextFile, tell: &Callback<Action>) -> Html {
    let (name, text) = (file.name.clone(), file.text.clone());
    let rename = tell.reform(move |event: InputEvent| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::World(Change::File(at, TextFile { name, text: text.clone() }))
    });
    let edit = tell.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Action::World(Change::File(at, TextFile { name: name.clone(), text }))
    });
    html! {
        <div class="file">
            <input type="text" title={say::name_of_file_about()} aria-label={say::name_of_file()} value={file.name.clone()} oninput={rename} />
            <button
                class="control"
                aria-label={say::remove_of(&file.name)}
                title={say::remove_about()}
                onclick={tell.reform(move |_: MouseEvent| Action::World(Change::RemoveFile(at)))}
            >
                { say::remove() }
            </button>
            <textarea title={say::text_about()} aria-label={say::text_of(&file.name)} rows="4" value={file.text.clone()} oninput={edit} />
        </div>
    }
}
