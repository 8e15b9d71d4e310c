//! The recording in words, asked for piece by piece while somebody reads it.

use super::{Effect, State};
use crate::message::Request;
use crate::picture::Told;
use heapglass_words::transcript as words;
use std::fmt::Write;
use std::rc::Rc;

/// What has been told of the recording.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    /// Whether it is being read.
    pub open: bool,
    /// The steps told so far, from the first on.
    pub told: Vec<Told>,
    /// Whether these are all.
    pub complete: bool,
}

impl Transcript {
    /// Where a step stands, in words.
    pub fn place(told: &Told) -> String {
        let stop = told.stop.to_string();
        if !told.phase.is_empty() {
            return words::in_phase(&stop, &told.phase);
        }
        match (told.line.map(|line| line.to_string()), told.function.as_str()) {
            (Some(line), "" | "<module>") => words::at_line(&stop, &line),
            (Some(line), function) => words::in_function(&stop, &line, function),
            (None, "" | "<module>") => words::at_the_end(&stop),
            (None, function) => words::end_in_function(&stop, function),
        }
    }

    /// All of it as plain text.
    pub fn as_text(&self, file: &str) -> String {
        let mut text = words::head(file) + "\n";
        for told in &self.told {
            let _ = write!(text, "\n{}\n", Self::place(told));
            for sentence in &told.sentences {
                let _ = writeln!(text, "  {}", sentence.replace('`', ""));
            }
        }
        if !self.complete {
            let _ = write!(text, "\n{}\n", words::rest());
        }
        text
    }

    /// All of it as the address of a link.
    pub fn as_link(&self, file: &str) -> String {
        let mut link = String::from("data:text/plain;charset=utf-8,");
        for byte in self.as_text(file).bytes() {
            if byte.is_ascii_alphanumeric() {
                link.push(char::from(byte));
            } else {
                let _ = write!(link, "%{byte:02X}");
            }
        }
        link
    }
}

/// Steps that are asked for at once.
const PIECE: u64 = 40;

impl State {
    pub(super) fn read_transcript(&mut self, open: bool) -> Vec<Effect> {
        Rc::make_mut(&mut self.transcript).open = open;
        self.ask_for_transcript()
    }

    pub(super) fn told(&mut self, first: u64, told: Vec<Told>) -> Vec<Effect> {
        let stops = self.run.progress.stops;
        let transcript = Rc::make_mut(&mut self.transcript);
        if first != transcript.told.len() as u64 {
            return Vec::new();
        }
        let came = !told.is_empty();
        transcript.told.extend(told);
        transcript.complete = transcript.told.len() as u64 >= stops;
        if came { self.ask_for_transcript() } else { Vec::new() }
    }

    fn ask_for_transcript(&self) -> Vec<Effect> {
        let first = self.transcript.told.len() as u64;
        if !self.transcript.open || first >= self.run.progress.stops {
            return Vec::new();
        }
        vec![Effect::Send(Request::Transcript { run: self.run.number, first, count: PIECE })]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_names_each_step_and_its_sentences() {
        let told = Told { stop: 3, line: Some(4), function: "play".into(), phase: String::new(), sentences: vec!["`a` names 1.".into()] };
        let transcript = Transcript { open: true, told: vec![told], complete: true };
        let text = transcript.as_text("p.py");
        assert!(text.contains("Stop 3, line 4 in play\n  a names 1.\n"), "{text}");
        assert!(transcript.as_link("p.py").ends_with("names%201%2E%0A"));
    }
}
