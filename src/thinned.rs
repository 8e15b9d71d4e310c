//! Pictures as they travel. A step changes few objects: those that are as they were in the picture that the page has are not sent
//! again.

use crate::picture::{Objects, Picture};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Pictures with fewer objects are sent whole.
const FEW: usize = 300;

/// A run of objects of the picture before: where it begins, how long it is, and how many objects that are sent follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Same(u32, u32, u32);

/// The objects of the picture that the page got last, and the request that it answered.
#[derive(Debug, Default)]
pub struct Sent {
    ticket: u64,
    objects: Objects,
}

impl Sent {
    /// Leaves out of a picture what the page has: it knows the picture that answered the request `knows`, 0 for none. What was left
    /// out; nothing if the picture is whole.
    pub fn thin(&mut self, picture: &mut Picture, ticket: u64, knows: u64) -> Vec<Same> {
        let is_large = picture.objects.len() >= FEW;
        let is_known = is_large && knows != 0 && knows == self.ticket;
        let before = std::mem::take(&mut self.objects);
        self.ticket = ticket;
        if !is_large {
            return Vec::new();
        }
        self.objects = picture.objects.clone();
        if !is_known {
            return Vec::new();
        }
        let mut runs: Vec<Same> = Vec::new();
        let mut sent = Vec::new();
        let mut at = 0;
        for (index, object) in self.objects.shared().iter().enumerate() {
            while before.get(at).is_some_and(|old| old.id < object.id) {
                at += 1;
            }
            if before.is_alike(at, &self.objects, index) {
                extend(&mut runs, at as u32);
                at += 1;
            } else {
                match runs.last_mut() {
                    Some(run) => run.2 += 1,
                    None => runs.push(Same(0, 0, 1)),
                }
                sent.push(Rc::clone(object));
            }
        }
        picture.objects = sent.into_iter().collect();
        runs
    }
}

fn extend(runs: &mut Vec<Same>, at: u32) {
    match runs.last_mut() {
        Some(run) if run.2 == 0 && run.0 + run.1 == at => run.1 += 1,
        _ => runs.push(Same(at, 1, 0)),
    }
}

/// Puts back what was left out, from the picture before.
pub fn whole(picture: &mut Picture, runs: &[Same], before: &Objects) {
    if runs.is_empty() {
        return;
    }
    let sent = std::mem::take(&mut picture.objects);
    let mut sent = sent.shared().iter().cloned();
    let mut all = Vec::with_capacity(before.len() + sent.len());
    for Same(from, count, new) in runs {
        let (from, count) = (*from as usize, *count as usize);
        all.extend(before.shared().iter().skip(from).take(count).cloned());
        all.extend(sent.by_ref().take(*new as usize));
    }
    picture.objects = all.into_iter().collect();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Seek, Wanted};
    use heapglass_machine::Session;

    #[test]
    fn a_picture_arrives_as_it_was_taken_whatever_was_sent_before() {
        let mut session = Session::new();
        let source = "kept = [[[i, j] for j in range(22)] for i in range(22)]\nfor i in range(9):\n    kept[i * 2][i].append(i)\n    del kept[3][3]\n    new = [i, [i]]\n";
        session.load(source, "program.py").expect("it compiles");
        while !session.record(100_000).finished {}
        let stops = session.progress().stops;
        let mut sent = Sent::default();
        let mut known = Picture::default();
        let mut left_out = 0;
        for (ticket, stop) in (stops - 30..stops).chain([40, 2, stops - 20]).enumerate() {
            session.seek(&Seek::Stop(stop));
            let picture = session.picture(&Wanted::default());
            let mut travels = picture.clone();
            let runs = sent.thin(&mut travels, ticket as u64 + 1, ticket as u64);
            left_out += picture.objects.len() - travels.objects.len();
            whole(&mut travels, &runs, &known.objects);
            assert!(travels == picture, "stop {stop}");
            known = travels;
        }
        assert!(left_out > 8_000, "{left_out}");
        // Who has missed a picture gets a whole one.
        let mut picture = session.picture(&Wanted::default());
        assert_eq!(sent.thin(&mut picture, 99, 1), []);
    }
}
