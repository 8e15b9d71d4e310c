# The inspector: the selected object, facts of it, and its fields in memory.

# The name of the part of the page.
inspector = Inspector
nothing-selected = Select an object on the stage to see its fields in memory.
# Buttons, each with what it does. (') is a key.
bytes = Bytes
bytes-about = Its block byte by byte (')
close = Close
close-about = Select nothing (Escape)
# The object lives earlier or later in the recording.
not-here = This object does not exist at this step.

# The first of the facts.
# $count (Number): references to the object
# $size (Number): bytes
count-and-size = { $count ->
    [one] { $count } reference, { $size } bytes
   *[other] { $count } references, { $size } bytes
}
# The same for an object that is never freed, whose references are not counted.
# $size (Number): bytes
immortal-and-size = immortal, { $size } bytes
# $line: the number of the line
made-in-line = made in line { $line }
# The collector's generations of objects: 0 is the youngest, 2 the oldest.
# $generation: its number
generation = generation { $generation } of the collector
# Where it lies in CPython's allocator: arenas are cut into pools, pools into blocks.
# $block: its number
# $pool: its number
# $arena: its number
block = block { $block } of pool { $pool } in arena { $arena }
lost = the program can no longer reach it
reused = an earlier object lived at this address
# What the collector thinks of the object during a collection.
# $verdict: candidate (it is examined), reachable, unreachable (from outside of what is examined), condemned (it is garbage), rescued
verdict = { $verdict ->
    [candidate] to the collector: candidate
    [reachable] to the collector: reachable
    [unreachable] to the collector: unreachable
    [rescued] to the collector: rescued
   *[condemned] to the collector: condemned
}
# A button, and what it does.
fold = Unfold or fold its box
fold-about = Show or hide its rows on the stage

# The name of the table of fields, read aloud.
fields = Fields in memory
# $object: its title, as "list #7"
fields-of = Fields of { $object } in memory
# The heads of the columns, read aloud.
offset-head = Offset
field-head = Field
bytes-head = Bytes
meaning-head = Meaning
# Heads of parts of the table.
before-object = before the object
# $address: as 0x7f…
# $size (Number): of its block, in bytes
at-address = at { $address }, in a block of { $size } bytes
# What a button with the name of an object does.
select = Select this object
