# Going somewhere in the recording: what was found, or why there is nothing. One sentence, shown beside the controls and read
# out. An object is called by its type and number (“list #5”) or by its value (“the int 5”).

nothing-recorded = There is no recording yet.
unreadable = This part of the recording cannot be read.

# An object that is called by its value: part of the sentences below, where it stands for “list #5”. Where it begins a sentence,
# the page makes its first letter a capital.
# $type: a type’s name: int, str
# $value: as Python writes it
value = the { $type } { $value }

collection-has-begun = A collection has begun: its first phase has ended.
# $object: an object
made = { $object } is made.
# Objects that have died.
# $object: its type’s name and its number: list #5
# $others (Number): how many die in the same moment
died = { $others ->
    [0] { $object } dies.
    [one] { $object } dies, and another object with it.
   *[other] { $object } dies, and { $others } other objects with it.
}
# $object: an object
# $others (Number): how many are made in the same moment
made-with-others = { $others ->
    [0] { $object } is made.
    [one] { $object } is made, and another object with it.
   *[other] { $object } is made, and { $others } other objects with it.
}
# $exception: the name of its class: ValueError
# $message: the exception’s own text
raised = { $exception } is raised: { $message }
# $exception: the name of its class: ValueError
raised-without-text = { $exception } is raised.
# $text: what the program writes
written = Written: { $text }
line-end-written = A line end is written.

# A block of memory whose bytes are watched.
# $changed (Number): bytes that change
# $size (Number): bytes of the block
# $address: where it begins
# $first: the number of the first byte that changes, from 0
block-changes = { $changed } of the { $size } bytes at { $address } change, from byte { $first } on.
# $changed (Number): bytes that change
# $size (Number): bytes of the block
# $address: where it begins
# $first: the number of the first byte that changes, from 0
# $object: the object that lies there
object-changes = { $changed } of the { $size } bytes at { $address } change, from byte { $first } on, of { $object }.
# In place of a block.
pool-header = There is the header of a pool, not a block.
no-block = There is no block at this address.
# $object: an object
immortal = { $object } is immortal: its count never changes, and it never dies.
# The reference count of an object.
# $object: the object
# $before: its count before
# $now: its count now
count-goes = The count of { $object } goes from { $before } to { $now }.
# $object: the object’s number: #5
# $before: its count before
count-goes-to-zero = The count of { $object } goes from { $before } to 0: it dies.
# $object: the object
# $count: its count
made-with-count = { $object } is made: its count is { $count }.
# A name that is watched.
# $name: the name
# $object: an object
now-names = `{ $name }` now names { $object }.
# $name: the name
names-nothing = `{ $name }` names nothing any more.
# $name: the name
call-not-active = The call that `{ $name }` belonged to is not active here.
# $name: the name
name-stays = `{ $name }` does not change any more in what is recorded.
# $name: the name
name-stayed = `{ $name }` has not changed before.
# $name: the name
# $function: the function’s name
name-stays-in-call = `{ $name }` does not change any more in this call of { $function }().
# $name: the name
# $function: the function’s name
name-stayed-in-call = `{ $name }` has not changed before in this call of { $function }().

# $step: a step’s number
# $last: the number of the last step
no-such-step = There is no step { $step }: the recording ends at step { $last }.
# $step: a step’s number
# $last: the number of the last step so far
step-not-recorded = Step { $step } is not recorded yet: the recording has come to step { $last }.
not-so-far = The recording does not reach so far.
at-the-end = This is the end of the recording.
# $last: the number of the last step so far
no-further = The recording has not come further yet (step { $last }).
at-the-beginning = This is where the program begins.
nothing-further-out = No call of the program led here: there is nothing further out.
# $times (Number): how often it should have run
# $line: a line’s number
does-not-run-times = { $times ->
    [1] Line { $line } does not run in what is recorded.
   *[other] Line { $line } does not run { $times } times in what is recorded.
}

# Nothing found. In all of these:
# $place: before: before the place where the search began; after: behind it, to the program’s end; so-far: behind it, where the
# program is still being recorded. $last: the number of the last step so far.

# Further out: in the code that called this function.
# $place: after, so-far
# $last: the number of the last step so far
no-line-further-out = { $place ->
    [after] There is no line further out after this.
   *[so-far] There is no line further out after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
no-breakpoint = { $place ->
    [before] There is no breakpoint, and none before this.
    [after] There is no breakpoint, and none after this.
   *[so-far] There is no breakpoint, and none after this in what is recorded so far (up to step { $last }).
}
# $line: a line’s number
# $place: before, after, so-far
# $last: the number of the last step so far
line-does-not-run = { $place ->
    [before] Line { $line } does not run before this.
    [after] Line { $line } does not run after this.
   *[so-far] Line { $line } does not run after this in what is recorded so far (up to step { $last }).
}
# A breakpoint with a condition.
# $line: a line’s number
# $condition: code
# $place: before, after, so-far
# $last: the number of the last step so far
line-never-with = { $place ->
    [before] Line { $line } does not run with `{ $condition }` true before this.
    [after] Line { $line } does not run with `{ $condition }` true after this.
   *[so-far] Line { $line } does not run with `{ $condition }` true after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
no-breakpoint-reached = { $place ->
    [before] None of the breakpoints is reached before this.
    [after] None of the breakpoints is reached after this.
   *[so-far] None of the breakpoints is reached after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
no-collection-runs = { $place ->
    [before] No collection runs before this.
    [after] No collection runs after this.
   *[so-far] No collection runs after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
no-collection-begins = { $place ->
    [before] No collection begins before this.
    [after] No collection begins after this.
   *[so-far] No collection begins after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
nothing-made = { $place ->
    [before] No object is made before this.
    [after] No object is made after this.
   *[so-far] No object is made after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
nothing-dies = { $place ->
    [before] No object dies before this.
    [after] No object dies after this.
   *[so-far] No object dies after this in what is recorded so far (up to step { $last }).
}
# $object: the object’s number: #5
# $place: before, after, so-far
# $last: the number of the last step so far
does-not-die = { $place ->
    [before] { $object } does not die before this.
    [after] { $object } does not die after this.
   *[so-far] { $object } does not die after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
nothing-raised = { $place ->
    [before] No exception is raised before this.
    [after] No exception is raised after this.
   *[so-far] No exception is raised after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
nothing-written = { $place ->
    [before] Nothing is written before this.
    [after] Nothing is written after this.
   *[so-far] Nothing is written after this in what is recorded so far (up to step { $last }).
}
# $name: the name
# $place: before, after, so-far
# $last: the number of the last step so far
name-does-not-change = { $place ->
    [before] `{ $name }` does not change before this.
    [after] `{ $name }` does not change after this.
   *[so-far] `{ $name }` does not change after this in what is recorded so far (up to step { $last }).
}
# $object: the object’s number: #5
# $place: before, after, so-far
# $last: the number of the last step so far
count-does-not-change = { $place ->
    [before] The count of { $object } does not change before this.
    [after] The count of { $object } does not change after this.
   *[so-far] The count of { $object } does not change after this in what is recorded so far (up to step { $last }).
}
# $place: before, after, so-far
# $last: the number of the last step so far
block-does-not-change = { $place ->
    [before] Nothing changes in this block before this.
    [after] Nothing changes in this block after this.
   *[so-far] Nothing changes in this block after this in what is recorded so far (up to step { $last }).
}
