# What the program has printed.

# The name of the part of the page, and its heading.
output = Output
# The name of the printed text, read aloud.
printed = Printed so far
nothing-yet = Nothing printed yet.
# Before what the program wrote to standard error, read aloud.
standard-error = Standard error:
