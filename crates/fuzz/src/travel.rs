//! The laws of time: any path through a recording that leads to a step leads to the same machine, byte for byte, and what is found
//! does not depend on where the search began.

use heapglass_machine::{
    Machine, Registers, Session,
    heap::Memory,
    limits::Limits,
    picture::{Breakpoint, Direction, ObjectId, Seek, Sign, Wanted},
};

use crate::{laws::Broken, random::Random};

type State = (Registers, Memory, Vec<u8>);

fn state(machine: &Machine) -> State {
    (machine.registers.clone(), machine.heap.memory.clone(), machine.output.clone())
}

fn recorded(source: &str, limits: &Limits) -> Result<Session, Broken> {
    let mut session = Session::with_limits(limits.clone());
    session.load(source, "program.py").map_err(|problem| Broken::Source(problem.message))?;
    while !session.record(777).finished {}
    Ok(session)
}

/// Wanders through the recording of a program, `seeks` times, and compares where that led with a machine that was never
/// anywhere else.
///
/// # Errors
/// The law that is broken.
pub fn wander(source: &str, random: &mut Random, seeks: usize) -> Result<(), Broken> {
    let limits = Limits {
        steps: 60_000,
        heap_bytes: 64 << 20,
        checkpoint_steps: [32, 500, 1 << 15][random.below(3)],
        recording_bytes: [1 << 20, 256 << 20][random.below(2)],
        ..Limits::default()
    };
    let mut session = recorded(source, &limits)?;
    let stops = session.stops();
    let mut seen: Vec<(u64, State, Seek)> = Vec::new();
    for _ in 0..seeks {
        let to = seek(&mut session, random);
        let before = session.seek(&Seek::NextInstruction).step;
        let arrival = session.seek(&to);
        if !arrival.arrived && arrival.step != before {
            return Err(Broken::Time(format!("{to:?} leads nowhere from step {before}, and yet to step {}", arrival.step)));
        }
        if arrival.arrived {
            elsewhere(&mut session, &to, (before, arrival.step), random)?;
        }
        match session.visit(arrival.step, state) {
            Some(there) => seen.push((arrival.step, there, to)),
            None => return Err(Broken::Time(format!("{to:?} leads to step {}, which cannot be seen", arrival.step))),
        }
    }
    if session.stops() != stops {
        return Err(Broken::Time("looking around has changed the stops".to_owned()));
    }
    compare(source, &limits, seen)
}

/// From anywhere on the way, the same search leads to the same place.
fn elsewhere(session: &mut Session, to: &Seek, (from, found): (u64, u64), random: &mut Random) -> Result<(), Broken> {
    let is_free = |sign: &Sign| !matches!(sign, Sign::Name { .. } | Sign::Write(_) | Sign::Collection);
    let Seek::Find(direction, sign) = to else { return Ok(()) };
    let (low, high) = if *direction == Direction::Forward { (from, found) } else { (found + 1, from + 1) };
    if !is_free(sign) || low >= high {
        return Ok(());
    }
    let between = low + random.below((high - low) as usize) as u64;
    session.seek(&Seek::Step(between));
    let again = session.seek(to).step;
    if again == found { Ok(()) } else { Err(Broken::Time(format!("{to:?} leads from step {from} to {found}, but from {between} to {again}"))) }
}

fn compare(source: &str, limits: &Limits, mut seen: Vec<(u64, State, Seek)>) -> Result<(), Broken> {
    let mut fresh = Session::with_limits(limits.clone());
    fresh.load(source, "program.py").map_err(|problem| Broken::Source(problem.message))?;
    seen.sort_by_key(|(step, ..)| *step);
    for (step, there, to) in seen {
        let expected = fresh.visit(step, state);
        let what = match expected {
            Some(expected) if expected == there => continue,
            Some(expected) if expected.0 != there.0 => format!("registers {:?} instead of {:?}", there.0, expected.0),
            Some(expected) if expected.1 != there.1 => "memory differs".to_owned(),
            Some(_) => "the output differs".to_owned(),
            None => "no fresh run arrives".to_owned(),
        };
        return Err(Broken::Time(format!("at step {step}, reached by {to:?}: {what}")));
    }
    Ok(())
}

fn seek(session: &mut Session, random: &mut Random) -> Seek {
    let steps = session.progress().steps;
    let direction = if random.once_in(2) { Direction::Forward } else { Direction::Backward };
    let stops = session.stops();
    let line = random.one_of(&stops).map_or(1, |stop| stop.line);
    match random.below(18) {
        0 => Seek::Next,
        1 => Seek::Previous,
        2 => Seek::Over,
        3 => Seek::BackOver,
        4 => Seek::Out,
        5 => Seek::BackOut,
        6 => Seek::PreviousInstruction,
        7 => Seek::NextOnLines(vec![line]),
        8 => Seek::PreviousCollection,
        9 => {
            let condition = ["", "len(dir()) % 3 == 0", "v0 is None", "1"][random.below(4)].to_owned();
            Seek::Break(direction, vec![Breakpoint { line, condition }])
        }
        10..=14 => Seek::Find(direction, sign(session, random)),
        _ => Seek::Step(random.below(steps as usize + 1) as u64),
    }
}

fn sign(session: &mut Session, random: &mut Random) -> Sign {
    let picture = session.picture(&Wanted::default());
    let object = random.one_of(picture.objects.shared()).map_or(ObjectId(5), |object| object.id);
    match random.below(9) {
        0 => Sign::Allocation,
        1 => Sign::Death,
        2 => Sign::DeathOf(object),
        3 => Sign::Collection,
        4 => Sign::Exception,
        5 => Sign::Output,
        6 => Sign::Count(object),
        7 => Sign::Write(session.inspect(object).map_or(0, |found| found.block_address)),
        _ => {
            let frame = random.one_of(&picture.frames).cloned().unwrap_or_default();
            let name = random.one_of(&frame.names).map_or("v0".to_owned(), |name| name.name.clone());
            Sign::Name { frame: frame.id, name }
        }
    }
}
