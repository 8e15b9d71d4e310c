# An object's box on the stage, and what is read aloud of it. Texts in boxes have little room: keep them short.

# Shown when the box is pointed at; what changed its count follows in lines of their own.
# $object: its title, as "list #7"
# $size (Number): bytes
# $address: as 0x7f…
about = { $object }, { $size } bytes at { $address }
# The box, read aloud, is a list of facts; this puts one behind the others.
# $before: what was said before
# $fact: what comes now
and-fact = { $before }, { $fact }
# $count (Number): references to the object
references = { $count ->
    [one] { $count } reference
   *[other] { $count } references
}
# The object is never freed and its references are not counted.
immortal = immortal
# Where an iterator stands.
# $position: as 3
at-position = at position { $position }
# The program cannot reach the object.
unreachable = unreachable
# A part of the object.
# $label: its name or its index
# $value: what it holds
part = { $label }: { $value }
# The parts that are not told.
# $count (Number): how many
and-more = and { $count } more
# The collector's copy of the count.
# $count: a number
scratch-count = scratch count { $count }
# At a small sign.
pinned = Pinned: it stays here (K)
# At a small button.
unfold = Unfold its box (X when it is selected)
# At the parts of a long box that are not shown.
show-more = Show more of it

# In a box: parts of it that are not shown.
# $count (Number): how many
more = … { $count } more
# In a list's box: places that are there already, though the list does not use them.
# $count (Number): how many
spare = { $count ->
    [1] spare
   *[other] { $count } spare
}
# In a box, as a row: places that are there already.
# $count (Number): how many
room = room for { $count } more

# What a cell holds that holds nothing, said aloud.
nothing = nothing
