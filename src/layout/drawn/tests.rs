use super::*;
use crate::layout::{Places, Scene};
use crate::picture::{Seek, Wanted};
use heapglass_machine::Session;

const PROGRAM: &str = "\
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
def make(n):
    first = None
    for i in range(n):
        node = Node(i)
        node.next = first
        first = node
    return first
kept = [[i] for i in range(12)]
chain = make(4)
for i in range(6):
    kept[i].append(i)
    kept[i % 3] = [i, [i]]
ring = [1]
ring.append(ring)
del ring
import gc
gc.collect()
chain = chain.next
kept.append(kept[0])
kept[1][0] = kept
del kept[4:]
";

#[test]
fn what_is_taken_from_the_stage_before_is_what_is_made_anew() {
    let mut session = Session::new();
    session.load(PROGRAM, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    let stops = session.progress().stops;
    let look = Rc::default();
    let mut before: Option<(Picture, Drawn, Scene)> = None;
    let mut places = Places::default();
    let (mut taken, mut anew) = (0, 0);
    let there_and_back = (0..stops).chain((0..stops).rev()).chain((0..stops).map(|stop| stop * 7 % stops));
    for stop in there_and_back {
        session.seek(&Seek::Stop(stop));
        let mut picture = session.picture(&Wanted::default());
        if let Some((earlier, ..)) = &before {
            // As the page has them: what was not sent again is shared.
            picture.objects.share_with(&earlier.objects);
        }
        let whole = Drawn::new(&picture, &look, false);
        let drawn = Drawn::after(&picture, &look, false, before.as_ref().map(|(earlier, drawn, _)| (earlier, drawn)));
        assert_eq!((&drawn.order.entries, &drawn.order.index, &drawn.forms), (&whole.order.entries, &whole.order.index, &whole.forms), "stop {stop}");
        let among = drawn.anew();
        let lacks = places.lack(&picture, &whole, &look, None);
        if among.is_some() {
            assert_eq!(places.lack(&picture, &drawn, &look, among), lacks, "stop {stop}");
        }
        let stood = places.clone();
        if lacks {
            places.admit(&picture, &drawn, &look, false, false);
        }
        let earlier = before.as_ref().filter(|_| stood == places).map(|(_, drawn, scene)| (scene, drawn));
        let scene = Scene::boxes_after(&picture, &drawn, &places, &look, false, earlier);
        assert_eq!(scene, Scene::boxes_alone(&picture, &whole, &places, &look, false), "stop {stop}");
        *(if among.is_some() { &mut taken } else { &mut anew }) += 1;
        before = Some((picture, drawn, scene));
    }
    assert!(taken > 20 && anew > 20, "{taken} taken, {anew} made anew");
}
