# Words in pictures, storyboards and graphs that are taken away from the page. They are drawn into boxes: keep them as short as can be.

# Below a picture, and its title: where it was taken, and of which version its numbers are.
# $file: the program's
# $line: the number of the line that runs next
# $stop (Number): the number of the stop
place = { $file }, line { $line }, stop { $stop }. Heapglass, CPython 3.12.1 (64-bit)
# The same where all lines have run.
# $file: the program's
# $stop (Number): the number of the stop
place-at-the-end = { $file }, the end, stop { $stop }. Heapglass, CPython 3.12.1 (64-bit)

# The picture in words, for who cannot see it: an item for each frame and each object. What follows is how an item is put together:
# how it begins, one more fact behind it (a name and what it refers to, for example), and its end.
# $function: the frame's
# $line: where it is
frame = Frame of { $function }, line { $line }
# $object: list #7
# $value: what its text is
# $count (Number): how many references there are to it
object = { $count ->
    [one] { $object } { $value }, { $count } reference
   *[other] { $object } { $value }, { $count } references
}
# $object: NoneType #2
# $value: what its text is
immortal-object = { $object } { $value }, immortal
# $item: what was put together so far
# $name: a name, an index, an attribute
# $value: what it refers to
one-more = { $item }, { $name }: { $value }
# $item: all of it
item = { $item }.

# In a frame's head, at its right.
# $line: where it is
frame-line = line { $line }
# In a frame.
no-names = no names yet
# In a frame: below are values that are worked with, by the name that CPython has for them.
value-stack = value stack
# The same in easier words.
in-this-line = needed in this line
# Behind a name that an inner function uses too: it lives in a cell object.
in-a-cell = in a cell
# Beside an object, during a collection: what the collector thinks of it.
# $verdict: reachable, unreachable, condemned
verdict = { $verdict ->
    [reachable] reachable
    [unreachable] unreachable
    [condemned] condemned
    [rescued] rescued
   *[other] { $verdict }
}

# The title of a page to print, with a picture, a line of code and a sentence for each stop.
# $file: the program's
board = { $file }: storyboard
# Ctrl P are keys.
print = Print this page (Ctrl P) for a handout.
# At the end of that page.
made-with = All numbers are those of CPython 3.12.1 (64-bit model). Made with Heapglass.

# A graph for Graphviz: in a frame's node.
# $function: the frame's
# $line: where it is
graph-frame = { $function }, line { $line }
# A graph: a value on the value stack.
# $depth: its place, from 0
graph-stack = stack { $depth }
# A graph: in an object's node.
# $count: its reference count
# $size: in bytes
graph-count = count { $count }, { $size } bytes
# A graph: in an object's node.
# $size: in bytes
graph-immortal = immortal, { $size } bytes
# A graph: the reference from a dict to a key.
graph-key = key
# A graph: parts of an object that are not written out.
# $more (Number): how many
graph-more = … { $more } more
# A graph: an object that the program cannot reach any more.
graph-unreachable = unreachable
