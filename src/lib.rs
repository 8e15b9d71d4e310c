//! What the page knows and decides, without a browser.
//!
//! [`session`] is the one place where something is decided: an action goes in, a new state and effects come out.
//! [`layout`] gives every object its place. The rest are words and values that panels share. What draws and what
//! touches the browser is in the `app` program (`main.rs`), the engine runs in the `worker` program.

pub mod asking;
pub mod commands;
pub mod examples;
pub mod keys;
pub mod layout;
pub mod lesson;
pub mod link;
pub mod map;
pub mod message;
pub mod planning;
pub mod remark;
pub mod session;
pub mod strip;
pub mod take;
pub mod thinned;
pub mod view;
pub mod words;

pub use heapglass_machine::picture;
pub use heapglass_machine::predict;
