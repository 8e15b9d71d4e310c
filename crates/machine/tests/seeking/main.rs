//! Seeking: from anywhere in a recording to the next or previous place where something happens.

mod breakpoint;
mod event;
mod line;
mod nowhere;

use heapglass_machine::{
    Session,
    picture::{Arrival, Direction, ObjectId, Seek, Sign, Value, Wanted},
};

/// Programs are literate: a line can be named by a comment `# name` at its end.
pub struct Program {
    /// Its text.
    pub source: String,
    /// Its recording.
    pub session: Session,
}

impl Program {
    /// Records a program to its end.
    pub fn recorded(source: &str) -> Self {
        let mut session = Session::new();
        session.load(source, "program.py").expect("it compiles");
        while !session.record(10_000).finished {}
        session.seek(&Seek::First);
        Self { source: source.to_owned(), session }
    }

    /// The number of the line marked `# name`.
    pub fn line(&self, name: &str) -> u32 {
        let mark = format!("# {name}");
        let found = self.source.lines().position(|line| line.ends_with(&mark));
        found.unwrap_or_else(|| panic!("no line is marked {mark}")) as u32 + 1
    }

    /// The mark of the line that is about to run; its number if it has none; "end" after the last.
    pub fn here(&mut self) -> String {
        let Some(line) = self.session.picture(&Wanted::default()).position.line else { return "end".to_owned() };
        let text = self.source.lines().nth(line as usize - 1).unwrap_or("");
        text.split_once("# ").map_or(line.to_string(), |(_, name)| name.to_owned())
    }

    /// Goes to the next run of the line marked `# name`.
    pub fn go(&mut self, name: &str) {
        let line = self.line(name);
        assert!(self.session.seek(&Seek::NextOnLines(vec![line])).arrived, "{name} runs");
    }

    /// Goes somewhere.
    pub fn seek(&mut self, to: Seek) -> Arrival {
        self.session.seek(&to)
    }

    /// Searches forward.
    pub fn find(&mut self, sign: &Sign) -> Arrival {
        self.seek(Seek::Find(Direction::Forward, sign.clone()))
    }

    /// Searches backward.
    pub fn find_back(&mut self, sign: &Sign) -> Arrival {
        self.seek(Seek::Find(Direction::Backward, sign.clone()))
    }

    /// Seeks, and tells where that led.
    pub fn after(&mut self, to: Seek) -> String {
        let arrival = self.seek(to);
        assert!(arrival.arrived, "{}", arrival.sentence);
        self.here()
    }

    /// Which object a name of the innermost frame that has it is bound to, and that frame.
    pub fn named(&mut self, name: &str) -> (ObjectId, u64) {
        let picture = self.session.picture(&Wanted::default());
        let found = picture.frames.iter().rev().find_map(|frame| {
            let found = frame.names.iter().find(|found| found.name == name)?;
            Some((found.value.clone(), frame.id))
        });
        match found {
            Some((Value::Arrow(id) | Value::InPlace { id, .. }, frame)) => (id, frame),
            _ => panic!("{name} is bound"),
        }
    }

    /// All sentences of the places that searching for `sign` leads to, from the first stop on; and that the way back leads to
    /// the same places.
    pub fn all(&mut self, sign: &Sign) -> Vec<String> {
        self.seek(Seek::First);
        self.all_from_here(sign)
    }

    /// The same from where one is.
    pub fn all_from_here(&mut self, sign: &Sign) -> Vec<String> {
        let (mut there, mut sentences) = (Vec::new(), Vec::new());
        loop {
            let arrival = self.find(sign);
            if !arrival.arrived {
                break;
            }
            assert!(there.last().is_none_or(|last| *last < arrival.step), "forward goes forward");
            there.push(arrival.step);
            sentences.push(arrival.sentence);
        }
        let mut back = vec![self.seek(Seek::Step(there.last().copied().unwrap_or(0))).step];
        while back.len() < there.len() {
            let arrival = self.find_back(sign);
            assert!(arrival.arrived, "{} of {}: {}", back.len(), there.len(), arrival.sentence);
            back.push(arrival.step);
        }
        back.reverse();
        if !there.is_empty() {
            assert_eq!(back, there, "the way back");
        }
        sentences
    }
}
