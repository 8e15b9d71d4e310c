# The program's text and the buttons above it. Keys are in parentheses.

# The name of the part of the page, and its heading.
program = Program
# Buttons, each with what it does.
costs = Costs
costs-about = What lines cost: runs, instructions, objects, bytes (U)
stop = Stop
stop-about = Stop recording (S)
run = Run
try-again = Try again
run-about = Run the program (Ctrl Enter)

# At the sign of a breakpoint.
# $condition: an expression of Python
stops-if = stops if { $condition }
# A button in the text, in place of lines that a page of a course hides.
# $line: the number of the line
line-hidden = line { $line } is hidden: show it
# The same for several lines.
# $first: the number of the first line
# $last: the number of the last line
lines-hidden = lines { $first } to { $last } are hidden: show them
