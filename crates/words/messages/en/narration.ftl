# What a step has done, in a sentence: below the stage, read aloud by screen readers, and in the transcript.
# An object is called by its type and its number, as on its box: list #7, class Node #3.

loaded = The program is loaded. Nothing has run yet.
nothing-changed = Nothing that can be seen here has changed.
# The quieter line below the sentence, while a collection runs.
# $generation: 0, 1 or 2
# $number: of the phase, from 1
# $phase: its name, as in phases.ftl
in-phase = Collection of generation { $generation }, phase { $number }: { $phase }.
# The end of the program.
ended = The program has ended.
# $status: a number, as the shell shows it
ended-with-status = The program has ended with exit status { $status }.
waits = The program waits for a line of input.
# $function: its name
called = { $function } is called: a new frame for its names.
# $function: its name
returned = { $function } has returned; its names are gone.
# $text: what it prints, in quotation marks as Python's repr
prints = The program prints { $text }.
# $text: in quotation marks; what Python writes to sys.stderr
prints-to-errors = To standard error goes { $text }.
# $object: list #7
dies = { $object } dies: its last reference went.
# $object: list #7
# $others (Number): how many objects die with it
dies-with = { $object } dies, and { $others } more with it.
# $name: a variable that is no more
# $object: list #7
name-gone-dies = `{ $name }` is gone, and { $object } dies: its last reference went.
# $name: a variable that is no more
# $object: list #7
# $others (Number): how many objects die with it
name-gone-dies-with = `{ $name }` is gone, and { $object } dies, and { $others } more with it.
# $name: a variable; the object that it named has other references
deleted = The name `{ $name }` is deleted; what it named lives on.
# $name: a variable
# $value: list #7, or a small value: 5, 'text'
names = `{ $name }` now names { $value }.
# $name: a variable
# $other: another variable, which names the same object
# $value: list #7
names-same = `{ $name }` now names what `{ $other }` names: { $value }.
# $name: a variable
# $other: another variable, which names the same object
# $object: list #7
# $before (Number): references to it before
# $now (Number): references to it now
names-same-counted = `{ $name }` now names the { $object } that `{ $other }` names: its count goes from { $before } to { $now }.
# $object: list #7
# $value: list #8, or a small value: 5, 'text'
# $place: which cell: an index, a key, an attribute
holds-at = { $object } now holds { $value } at `{ $place }`.
# $object: set #7, whose cells have no labels
# $value: list #8, or a small value: 5, 'text'
holds = { $object } now holds { $value }.
# $object: cell #7
# $place: which cell
holds-nothing-at = { $object } now holds nothing at `{ $place }`.
# $object: set #7
holds-nothing = { $object } now holds nothing.
# $object: list #7
holds-less = { $object } holds less than before.
# $object: list #7
# $before (Number): references to it before
# $now (Number): references to it now
count-goes = The count of { $object }: its count goes from { $before } to { $now }.
# The quieter line below the sentence: whose count of references has changed.
# $object: list #7
# $before (Number): references to it before
# $now (Number): references to it now
count-changed = { $object }: its count goes from { $before } to { $now }.
# The same of two objects.
# $first: list #7
# $before (Number): references to it before
# $now (Number): references to it now
# $second: dict #8
# $then (Number): references to the second before
# $today (Number): references to the second now
counts-changed = { $first }: its count goes from { $before } to { $now }; { $second }: its count goes from { $then } to { $today }.
# The name of an object of which no more is known than its number.
# $number: #7
object-numbered = object { $number }
# What holds the names of the program, where other references have the name of an object: list #7.
module = the module
