# An exercise at a line of the program that is about to run: the student says what it will do, then the line runs.

# The name of the part of the page.
exercise = Exercise
# Buttons: the three kinds of exercises, each with what to do.
draw-arrows = Draw arrows
draw-arrows-about = Where does each name point then? Drag a name to a box, or choose.
set-counts = Set counts
set-counts-about = What is the count of each box then?
mark-deaths = Mark deaths
mark-deaths-about = Which boxes die? Click them, or choose; none is an answer too.
# Above the answers.
# $line: the number of the line
# $code: its text
# $task: what to do, one of the three sentences above
about-to-run = Line { $line } is about to run: `{ $code }`. { $task }
# Once the line has run.
# $line: the number of the line
# $right (Number): answers that were right
# $all (Number): answers
has-run = Line { $line } has run: { $right } of { $all } right.
# Before an answer that was right, read aloud.
right = right:
# Before an answer that was wrong, read aloud.
not-so = not so:
# Buttons, each with what it does.
close = Close
close-about = Leave the exercise
check = Check
check-about = Run the line and compare
no-line = No line is about to run here: step to one for an exercise.

# What a name can point at, in a list to choose from.
new-object = a new object
small-value = a small value
nothing = nothing
# A button with a name and an arrow.
name-about = Drag to a box, or press and click a box
# A list to choose from what the name points at, read aloud.
# $name: the name
points-at = { $name } points at
points-at-about = Choose what it points at once the line has run
# A field for a number: the object's reference count.
# $object: as "list #7"
count-of = Count of { $object }
count-about = How many references there are to it once the line has run
# Beside a box to tick.
# $object: as "list #7"
dies = { $object } dies
dies-about = Mark it if it dies when the line runs

# What was so, once the line has run.
# $object: as "list #7"
has-died = { $object } dies.
# $object: as "list #7"
has-lived-on = { $object } lives on.
nobody-dies = Nobody dies.
# $name: the name
# $object: as "list #7"
arrow-to = `{ $name }` points at { $object }.
# $name: the name
# $object: as "list #7"; may be empty
arrow-to-new = `{ $name }` points at a new object, { $object }.
# $name: the name
arrow-to-value = `{ $name }` is a small value, shown in its row.
# $name: the name
arrow-to-nothing = `{ $name }` is not bound.
# A wrong answer about a name.
# $truth: what is so, one of the sentences above
# $said: what was said: as "list #7", or one of the words of the list to choose from
your-answer = { $truth } Your answer: { $said }.
# The same, of an object that the stage does not show, so that no arrow can be drawn to it.
# $truth: what is so, one of the sentences above
# $said: as "list #7"
your-answer-out-of-sight = { $truth } Your answer: { $said }, which the stage does not show.
# An arrow that a student has drawn, when the pointer rests on it; whether it is right is not yet known.
# $name: the name
# $object: as "list #7"
arrow-is-said = { $name } is said to point at { $object }
# The same, of an arrow that was wrong.
# $name: the name
# $object: as "list #7"
arrow-was-wrong = { $name } was said to point at { $object }: not so
# $object: as "list #7"
# $count: its reference count
count-is = { $object }: { $count }.
# $object: as "list #7"
count-is-dead = { $object }: 0, it is dead.
