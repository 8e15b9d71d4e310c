//! The transcript: the whole recording in words, usable without the picture, and to be kept as a text file.

use super::prose;
use super::dialog::{use_dialog, when_closed};
use heapglass::picture::{Seek, Told};
use heapglass::session::{Action, Transcript};
use heapglass_words::transcript as words;
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
    let closed = when_closed(&props.tell, || Action::Transcript(false));
    let state = if transcript.complete {
        words::in_all(transcript.told.len() as u64)
    } else {
        words::so_far(transcript.told.len() as u64)
    };
    html! {
        <dialog class="help transcript" ref={node} aria-labelledby="transcript-title" oncancel={closed.clone()} onclose={closed}>
            <header>
                <h2 id="transcript-title">{ words::title() }</h2>
                <span class="fact" aria-live="polite">{ state }</span>
                if transcript.open {
                    <a
                        class="small"
                        title={words::save_title()}
                        download={format!("{}.transcript.txt", props.file)}
                        href={transcript.as_link(&props.file)}
                    >
                        { words::save() }
                    </a>
                }
                <button class="small" title={words::close_title()} onclick={close}>{ words::close() }</button>
            </header>
            if transcript.open {
                <ol tabindex="0" aria-label={words::steps()}>
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
            <button class="link" title={words::go_title()} onclick={go}>{ Transcript::place(told) }</button>
            { for told.sentences.iter().map(|sentence| html! { <p>{ prose(sentence) }</p> }) }
        </li>
    }
}
