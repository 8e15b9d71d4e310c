//! Bookmarks: flags over the strip, and the list in which they are named and get their notes.

use heapglass::picture::story::Overview;
use heapglass::session::{Action, Bookmark, BookmarkAction, Bookmarks};
use heapglass::strip::{self, Window};
use heapglass_words::bookmarks as words;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FlagsProps {
    pub(super) marks: Rc<Vec<Bookmark>>,
    pub(super) overview: Rc<Overview>,
    pub(super) window: Window,
    /// The stop on screen.
    pub(super) stop: u64,
    pub(super) tell: Callback<Action>,
}

/// A flag for each bookmark.
#[component(Flags)]
pub(super) fn flags(props: &FlagsProps) -> Html {
    if props.marks.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="flags" aria-label={words::heading()}>
            { for props.marks.iter().enumerate().map(|(index, mark)| {
                let share = props.window.share(strip::step_of(&props.overview, mark.stop));
                if !(0.0..=1.0).contains(&share) {
                    return html! { <li key={mark.stop} hidden=true></li> };
                }
                let (stop, number) = (mark.stop, (index + 1).to_string());
                html! {
                    <li key={mark.stop} style={format!("left: {:.3}%", share * 100.0)} class={(stop == props.stop).then_some("is-here")}>
                        <button
                            class="flag"
                            title={words::flag_title(&number, &mark.title())}
                            aria-label={words::flag(&number, &mark.title())}
                            aria-current={(stop == props.stop).then_some("step")}
                            onclick={props.tell.reform(move |_: MouseEvent| Action::Bookmark(BookmarkAction::Go(stop)))}
                        >
                            { index + 1 }
                        </button>
                    </li>
                }
            }) }
        </ol>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    pub(super) bookmarks: Bookmarks,
    /// The stop on screen.
    pub(super) stop: u64,
    pub(super) tell: Callback<Action>,
}

/// The list: where they are reached, named, given notes, moved and removed.
#[component(BookmarkList)]
pub(super) fn bookmark_list(props: &ListProps) -> Html {
    let act = |action: BookmarkAction| props.tell.reform(move |_: MouseEvent| Action::Bookmark(action.clone()));
    let marks = props.bookmarks.list();
    let is_here = props.bookmarks.at(props.stop).is_some();
    html! {
        <section class="bookmarks" aria-label={words::heading()}>
            <header>
                <h2>{ words::heading() }</h2>
                <button class="small" title={words::here_title()} onclick={act(BookmarkAction::Here)}>
                    { if is_here { words::remove_here() } else { words::set_here() } }
                </button>
                if props.bookmarks.can_undo() {
                    <button class="small" title={words::undo_title()} onclick={act(BookmarkAction::Undo)}>{ words::undo() }</button>
                }
                <button class="small" title={words::close_title()} onclick={act(BookmarkAction::List)}>{ words::close() }</button>
            </header>
            if marks.is_empty() {
                <p class="empty">{ words::empty() }</p>
            }
            <ol>{ for marks.iter().enumerate().map(|(index, mark)| row(index, mark, is_here, props)) }</ol>
        </section>
    }
}

fn row(index: usize, mark: &Bookmark, is_here: bool, props: &ListProps) -> Html {
    let (stop, number) = (mark.stop, (index + 1).to_string());
    let act = |action: BookmarkAction| props.tell.reform(move |_: MouseEvent| Action::Bookmark(action.clone()));
    let name = props.tell.reform(move |event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Bookmark(BookmarkAction::Name(stop, field.value()))
    });
    let note = props.tell.reform(move |event: InputEvent| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        Action::Bookmark(BookmarkAction::Note(stop, field.value()))
    });
    html! {
        <li key={stop} aria-current={(stop == props.stop).then_some("step")}>
            <button class="flag" title={words::go_title()} aria-label={words::go(&mark.title())} onclick={act(BookmarkAction::Go(stop))}>{ index + 1 }</button>
            <input type="text" aria-label={words::name_of(&number)} title={words::name_title()} value={mark.name.clone()} oninput={name} />
            <span class="bookmark-place">{ words::place(stop) }</span>
            if !is_here {
                <button class="small" title={words::move_here_title()} onclick={act(BookmarkAction::MoveHere(stop))}>{ words::move_here() }</button>
            }
            <button class="small" title={words::remove_title()} aria-label={words::remove_of(&mark.title())} onclick={act(BookmarkAction::Remove(stop))}>{ words::remove() }</button>
            <textarea rows="2" placeholder={words::note()} title={words::note_title()} aria-label={words::note_of(&number)} value={mark.note.clone()} oninput={note} />
        </li>
    }
}
