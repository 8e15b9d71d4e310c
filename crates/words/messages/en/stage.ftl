# The stage: frames with names, objects drawn as boxes, arrows between them, and the buttons at its lower edge.
# Letters in parentheses are keys.

# The name of the part of the page, read aloud.
stage = Stage
nothing-yet = Nothing to show yet.
# The name of the drawing, read aloud.
drawing = Frames, names and objects
nothing-left = No frame and no object of the program is left.
# $count (Number): objects that are too many to be drawn
not-drawn = { $count ->
    [one] and { $count } object not drawn
   *[other] and { $count } objects not drawn
}
# Read aloud in place of a drawing that is too small to be read.
far-away = From far away: enlarge to read
# A small picture of the whole stage.
minimap = The whole stage: point at a place to go there (Ctrl and the arrow keys)

# Stands at an arrow that is a weak reference.
weak = weak
# An arrow in words.
# $from: an object, as "list #7", or "a name"
# $to: an object
refers = { $from } refers to { $to }
# An arrow that is a weak reference: it does not raise the count.
# $from: an object, as "list #7", or "a name"
# $to: an object
refers-weakly = { $from } refers to { $to }, without counting
# In place of an object's title in the sentence above.
a-name = a name
# While an arrow is pointed at: a head, before a sentence that tells which objects. 0: none would die.
# $count (Number): how many objects would die if the arrow were not there
without-arrow = { $count ->
    [0] Without this arrow: Nothing would die.
    [one] Without this arrow: { $count } object would die.
   *[other] Without this arrow: { $count } objects would die.
}

# The head of a frame, at its right edge: keep it short.
# $line: the number of the line
frame-line = line { $line }
# In a frame: it has no names.
no-names = no names yet
# In a frame: its names are there, but were hidden.
names-hidden = names hidden
# In a frame, above what lies on CPython's value stack.
value-stack = value stack
# The same for beginners.
needed-in-line = needed in this line
# Beside a name that lives in a cell object, because an inner function uses it. Keep it short.
in-a-cell = in a cell
# A frame, read aloud; its names follow.
# $function: the function's name
# $line: the number of the line
frame = Frame of { $function }, line { $line }
# One thing more in such a list.
# $before: what was said before
# $name: a name
# $value: what it names
and-name = { $before }, { $name }: { $value }
# $before: what was said before
# $value: what lies on the value stack
and-on-stack = { $before }, on the value stack: { $value }

# The name of a group of buttons, read aloud.
size = Size of the stage
# A button that can be down, and what it does: numbers and text are drawn where they are used, not as boxes of their own.
values-in-place = Values in place
values-in-place-about = Draw numbers and text in place, or as the objects they are (V)
# Buttons, each with what it does.
follow = Follow
follow-about = Bring what each step changes into view again (_)
undo = Undo
undo-about = Take back what was done to the stage (Z)
redo = Redo
redo-about = Do again what was taken back (Shift Z)
fit = Fit
fit-about = All of the stage in view (0)
smaller = Smaller
smaller-about = Draw the stage smaller (-)
larger = Larger
larger-about = Draw the stage larger (+)

# The name of a group of buttons for the selected object, read aloud.
# $object: its title, as "list #7"
act-on = What to do with { $object }
# Buttons, each with what it does; "it" is the selected object.
fold = Fold
unfold = Unfold
fold-about = Fold its box, or unfold it (X)
pin = Pin
pin-about = Keep it here even when all is tidied up (K)
hide = Hide
hide-about = Do not draw it (Delete)
# $type: a type's name, as "list"
hide-type = Hide each { $type }
hide-type-about = Draw no object of this type
# The name of a group of buttons for a name of the program, read aloud.
# $name: the name
act-on-name = What to do with the name { $name }
hide-name = Hide name
hide-name-about = Do not draw this name, nor what only it leads to (Backspace)

# A line that can be opened: what was hidden.
hidden-about = What was hidden, and the way back
# $things (Number): how many things: objects, types, names
hidden = Hidden: { $things }
# $things (Number): how many things: objects, types, names
# $objects (Number): how many of them are objects, at least 1
hidden-with-objects = { $objects ->
    [one] Hidden: { $things } ({ $objects } object)
   *[other] Hidden: { $things } ({ $objects } objects)
}
# A thing that was hidden: all objects of a type.
# $type: a type's name, as "list"
each-type = each { $type }
# A thing that was hidden: a global name.
# $name: the name
hidden-name = name { $name }
# A thing that was hidden: a function's name.
# $name: the name
# $function: the function
hidden-name-of = name { $name } of { $function }
# A button with a thing that was hidden.
# $thing: as "list #7", "each list", "name a of f"
show-again = Show { $thing } again
show-all = Show all
show-all-about = Show all that was hidden (Shift Delete)

# The field to look for an object in: the word in it while it is empty, its name, and what it is for.
find = Find
find-label = Find an object by name, type, value, number or address
find-about = Find an object by name, type, value, number or address (/)
nothing-found = nothing found
# $at (Number): the result that is selected, from 1
# $many (Number): how many there are
# $because: why it was found, as "a of main" or "at 0x7f…"
found-at = { $at } of { $many }: { $because }
# $many (Number): how many there are
found = { $many } found: Enter goes there
# The name of the list of what was found, read aloud.
found-list = Found
show-object = Show this object (Enter)
# $many (Number): how many are not listed
more-found = and { $many } more: Enter goes from one to the next
# Why an object was found: a name in a frame.
# $name: the name
# $function: the function of the frame
because-name = { $name } of { $function }
# $number: its number, as "#7"
because-number = number { $number }
# What Python's function id() gives for it.
# $address: as 0x7f…
because-id = id() { $address }
# $object: as "list #7"
because-holds = { $object }: holds it
# $address: as 0x7f…
because-address = at { $address }

# In a cell, in place of an arrow: the object that it leads to is not drawn.
# $object: its number, as "#7"
object-not-drawn = { $object } not drawn
# In a cell, in place of an arrow: the object that it leads to was hidden.
# $object: its title, as "list #7"
object-hidden = { $object } hidden
