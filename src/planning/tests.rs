use super::*;

#[test]
fn a_long_recording_is_read_with_gaps_and_its_last_stop_in_any_case() {
    let mut session = Session::new();
    session.load("kept = []\nfor i in range(4000):\n    kept = [kept, i] if i % 50 == 0 else kept\n    x = i\nlast = [9]\n", "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    let mut planning = Planning::default();
    planning.begin(&mut session, PlanWish::default(), None);
    let mut slices = 1;
    let plan = loop {
        match planning.go_on(&mut session, || true) {
            Some(plan) => break plan,
            None => slices += 1,
        }
    };
    assert!(slices > 3 && slices < 200, "{slices}");
    assert!(plan.slots.len() >= 80, "{}", plan.slots.len());
    // Asked again, nothing is read again.
    planning.begin(&mut session, PlanWish::default(), None);
    assert_eq!(planning.go_on(&mut session, || true), Some(plan));
}
