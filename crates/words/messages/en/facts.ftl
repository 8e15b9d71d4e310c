# A few quiet words on the box of an object, beside its name.

# The object is a class.
class = class
# A generator whose function has not begun.
not-started = not started
# $line: where a generator or a frame stands
line = line { $line }
# A generator whose function runs now.
running = running
# A generator whose function is over.
finished = finished
# A text that CPython keeps once: `sys.intern`.
interned = interned
# A weak reference whose object has died: "weakref to nothing any more".
to-nothing = to nothing any more

# Labels of cells that have no name in Python; all others have the names of Python's attributes. One short word each.

# What a weak reference refers to.
cell-to = to
# What an iterator goes over.
cell-over = over
# What `zip` and the like take items from.
cell-iterators = iterators
# What `map`, `enumerate` and the like take items from.
cell-iterator = iterator
# A value that a generator keeps while it sleeps.
# $number: from 0
cell-stack = stack { $number }
