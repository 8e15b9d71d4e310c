//! A sentence that stays on the page for a while.

use std::fmt;
use std::rc::Rc;

/// Something that was said and can still be read. The page keeps what says it rather than the words, so that it is read in the
/// language that is spoken then.
#[derive(Clone, Default)]
pub struct Remark(Said);

#[derive(Clone, Default)]
enum Said {
    #[default]
    Nothing,
    /// By the page.
    Here(Rc<dyn Fn() -> String>),
    /// By the engine or the browser: the words are all there is.
    Elsewhere(String),
}

impl Remark {
    /// What the page says.
    pub fn of<T: Into<String>>(say: impl Fn() -> T + 'static) -> Self {
        Self(Said::Here(Rc::new(move || say().into())))
    }

    /// What the engine or the browser has said, in the language that was spoken then.
    pub fn heard(words: String) -> Self {
        Self(if words.is_empty() { Said::Nothing } else { Said::Elsewhere(words) })
    }

    /// Whether it can only be said in the language in which it was heard.
    pub fn is_heard(&self) -> bool {
        matches!(self.0, Said::Elsewhere(_))
    }

    /// In the language of the page; empty if nothing was said.
    pub fn words(&self) -> String {
        match &self.0 {
            Said::Nothing => String::new(),
            Said::Here(say) => say(),
            Said::Elsewhere(words) => words.clone(),
        }
    }
}

/// Remarks are the same that say the same.
impl PartialEq for Remark {
    fn eq(&self, other: &Self) -> bool {
        self.words() == other.words()
    }
}

impl Eq for Remark {}

impl fmt::Debug for Remark {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Remark;
    use std::cell::Cell;

    thread_local! {
        static SPOKEN: Cell<&'static str> = const { Cell::new("two") };
    }

    #[test]
    fn what_the_page_says_is_said_anew_whenever_it_is_read_and_what_was_heard_stays() {
        let (said, heard) = (Remark::of(|| SPOKEN.get()), Remark::heard("two".into()));
        assert_eq!((said.words(), &said), ("two".into(), &heard));
        SPOKEN.set("dos");
        assert_eq!((said.words(), heard.words()), ("dos".into(), "two".into()));
        assert!(heard.is_heard() && !said.is_heard());
    }

    #[test]
    fn nothing_said_is_nothing_to_read() {
        assert_eq!(Remark::default().words(), "");
        assert_eq!(Remark::heard(String::new()), Remark::default());
        assert!(!Remark::heard(String::new()).is_heard());
    }
}
