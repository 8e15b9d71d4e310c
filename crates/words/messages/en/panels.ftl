# The panels of the page and their arrangements: names on handles and in menus.

# A panel: the Python program.
program = Program
# A panel: what the program printed.
output = Output
# A panel: inspector, costs, heap map.
details = Details
# A panel: a map of the heap's blocks.
map = Heap map
# A panel: the garbage collector.
collector = Collector
# An arrangement of the panels, for a small screen: one column.
phone = Phone
# An arrangement of the panels: everything side by side.
laptop = Laptop
# An arrangement of the panels: large type.
projector = Projector
# An arrangement of the panels, for a small frame in another page.
embed = Embed
