# What each line of the program has cost: a table beside its text.

# The name of the part of the page, read aloud.
costs = Costs of lines
# Its heading.
title = What lines cost
# How much was counted.
all-counted = all of the recording
# $step (Number): until here
counted-to = up to step { $step }
# While it is counted.
counting = Counting.
# A button, and what it does.
close = Close
close-about = Close (U)
# The name of the table, read aloud.
lines = Lines
# The heads of the columns; below each head what it means, when it is pointed at. There is little room: abbreviate.
line-head = Line
runs-head = Runs
runs-about = How often it began
instructions-head = Instr.
instructions-about = Instructions, those of library code it called included
objects-head = Made, freed
objects-about = Objects made, and objects that died while it ran
growth-head = Growth
growth-about = Bytes handed out less bytes given back, as the allocator rounds them
# What a button with the number of a line does.
go-to = Go to where it runs next
# The growth, when it is pointed at.
# $out (Number): bytes
# $back (Number): bytes
bytes = { $out } bytes handed out, { $back } given back
# A large number in few signs.
# $number: as "56.7"; thousands
thousands = { $number }k
# $number: as "8.9"; millions
millions = { $number }M
