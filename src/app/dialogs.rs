//! The dialogs that have been opened. What nobody has opened is not drawn, and the first picture does not wait for what would draw
//! it. What has been opened stays, closed: the browser gives the focus back where it was.

use heapglass::session::State;

/// Which dialogs have been opened.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dialogs {
    pub(super) help: bool,
    pub(super) lessons: bool,
    pub(super) palette: bool,
    pub(super) start: bool,
    pub(super) take: bool,
    pub(super) transcript: bool,
}

impl Dialogs {
    /// Notes which are open now.
    pub(super) fn note(&mut self, state: &State) {
        self.help |= state.help;
        self.lessons |= state.lessons.open;
        self.palette |= state.palette;
        self.start |= state.start;
        self.take |= state.take.open;
        self.transcript |= state.transcript.open;
    }
}
