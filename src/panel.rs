//! The panels. Each gets what it shows and a way to tell of what the user does, and decides nothing.

pub(crate) mod bar;
pub(crate) mod bytes;
pub(crate) mod collector;
pub(crate) mod condition;
pub(crate) mod controls;
pub(crate) mod costs;
pub(crate) mod dialog;
pub(crate) mod editor;
pub(crate) mod exercise;
pub(crate) mod go_to;
pub(crate) mod heap_map;
pub(crate) mod help;
pub(crate) mod input;
pub(crate) mod inspector;
pub(crate) mod ledger;
pub(crate) mod object;
pub(crate) mod lecture;
pub(crate) mod lesson;
pub(crate) mod lesson_list;
pub(crate) mod live;
pub(crate) mod marked;
pub(crate) mod output;
pub(crate) mod palette;
pub(crate) mod pointing;
pub(crate) mod question;
pub(crate) mod resized;
pub(crate) mod same;
pub(crate) mod sentence;
pub(crate) mod splitter;
pub(crate) mod stage;
pub(crate) mod take;
pub(crate) mod start;
pub(crate) mod timeline;
pub(crate) mod transcript;
pub(crate) mod view_menu;

use heapglass::session::Shown;
use heapglass::words;
use std::rc::Rc;
use yew::prelude::*;

/// What most panels draw.
pub(crate) type Picture = Option<Rc<Shown>>;

/// Text in which code stands between backticks.
pub(crate) fn prose(text: &str) -> Html {
    words::pieces(text)
        .map(|(is_code, piece)| {
            if is_code {
                html! { <code>{ piece }</code> }
            } else {
                html! { { piece } }
            }
        })
        .collect()
}

/// The class of a kind's colours.
pub(crate) fn kind_class(shape: heapglass::picture::Shape) -> &'static str {
    use heapglass::picture::Shape;
    match shape {
        Shape::Number => "k-number",
        Shape::Text | Shape::Bytes => "k-text",
        Shape::List | Shape::Tuple => "k-sequence",
        Shape::Dict => "k-mapping",
        Shape::Set => "k-set",
        Shape::Instance | Shape::Slotted => "k-instance",
        Shape::Class => "k-class",
        Shape::Function | Shape::Method | Shape::Frame => "k-function",
        Shape::Generator | Shape::Iterator => "k-iterator",
        Shape::Exception | Shape::Traceback => "k-exception",
        Shape::Cell | Shape::Weakref | Shape::Module | Shape::Other => "k-other",
    }
}
