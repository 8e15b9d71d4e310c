# Parts of the page, read aloud.

# Frames and objects of the program.
memory = Memory
program-and-output = Program and output
# Inspector, costs, heap map.
details = Details
