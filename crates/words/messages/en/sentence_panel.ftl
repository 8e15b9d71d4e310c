# Below the stage: the sentence that tells what the last step did, and the phases of a collection of the cyclic garbage collector.

nothing-recorded = Nothing is recorded yet.
how-to-step = Once the program runs, step through it with the buttons below, or with the arrow keys.
# Before the first line has run.
about-to-start = The program is about to start.
# $instruction: the bytecode instruction, as "4 LOAD_FAST 0"
next = next: { $instruction }
next-about = The instruction that runs next
# Read aloud behind the sentence.
# $count (Number): objects that are too many to be drawn
not-drawn = { $count ->
    [one] { $count } object is not drawn.
   *[other] { $count } objects are not drawn.
}
# The name of the row of phases, read aloud.
phases = Phases of the collection
# A phase in that row, when it is pointed at. "Candidates" are the objects that the collector examines, "condemned" those that it
# has found to be garbage, a "scratch count" is the copy of a count that it calculates with.
# $number: of the phase, from 1
# $phase: Gather, Copy and so on
# $name: the phase's name in this language
phase = { $phase ->
    [Gather] { $number }. { $name }: the younger generations are merged into the one that is collected
    [Copy] { $number }. { $name }: each count is copied to a scratch count
    [Subtract] { $number }. { $name }: references between candidates are taken off the scratch counts
    [Rescue] { $number }. { $name }: what is held from outside is kept, with all it reaches
    [Promote] { $number }. { $name }: the survivors join the next older generation
    [Weakrefs] { $number }. { $name }: weak references to the condemned are made dead, and callbacks called
    [Finalize] { $number }. { $name }: finalizers of the condemned run
    [Recheck] { $number }. { $name }: whoever a finalizer has brought back lives on
   *[Clear] { $number }. { $name }: the condemned drop what they hold, and die
}
