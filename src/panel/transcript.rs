//! The transcript: the whole recording in words, usable without the picture, and to be kept as a text file.

use super::prose;
use super::dialog::use_dialog;
use heapglass::picture::{Seek, Told};
use heapglass::session::{Action, Transcript};
use heapglass::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TranscriptProps {
    pub(crate) transcript: Rc<Transcript>,
    pub(crate) stop: u64,
    pub(crate) file: String,
    pub(crate) tell: Callback<Action>,
}

#[component(TranscriptPanel)]
pub(crate) fn transcript_panel(props: &TranscriptProps) -> Html {
    let transcript = &props.transcript;
    let node = use_dialog(transcript.open);
    let close = props.tell.reform(|_: MouseEvent| Action::Transcript(false));
    let closed = props.tell.reform(|_: Event| Action::Transcript(false));
    let state = if transcript.complete {
        format!("{} in all", words::counted(transcript.told.len() as u64, "step", "steps"))
    } else {
        format!("{} so far", words::counted(transcript.told.len() as u64, "step", "steps"))
    };
    html! {
        <dialog class="help transcript" ref={node} aria-labelledby="transcript-title" onclose={closed}>
            <header>
                <h2 id="transcript-title">{ "Transcript" }</h2>
                <span class="fact" aria-live="polite">{ state }</span>
                if transcript.open {
                    <a
                        class="small"
                        title="Keep the transcript as a text file"
                        download={format!("{}.transcript.txt", props.file)}
                        href={transcript.as_link(&props.file)}
                    >
                        { "Save as text" }
                    </a>
                }
                <button class="small" title="Close (Escape)" onclick={close}>{ "Close" }</button>
            </header>
            if transcript.open {
                <ol tabindex="0" aria-label="Steps">
                    { for transcript.told.iter().map(|told| step(told, props)) }
                </ol>
            }
        </dialog>
    }
}

fn step(told: &Told, props: &TranscriptProps) -> Html {
    let stop = told.stop;
    let go = {
        let tell = props.tell.clone();
        Callback::from(move |_: MouseEvent| {
            tell.emit(Action::Transcript(false));
            tell.emit(Action::Seek(Seek::Stop(stop)));
        })
    };
    html! {
        <li key={stop} aria-current={(stop == props.stop).then_some("step")}>
            <button class="link" title="Go to this step" onclick={go}>{ Transcript::place(told) }</button>
            { for told.sentences.iter().map(|sentence| html! { <p>{ prose(sentence) }</p> }) }
        </li>
    }
}
