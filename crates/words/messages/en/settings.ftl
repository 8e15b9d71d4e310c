# How the page is looked at: single words on buttons and in menus.

# A layer: how much of the machine is visible. Frames, names, arrows.
layer-names = Names
# A layer: objects with their counts, sizes and numbers.
layer-objects = Objects
# A layer: arenas, pools and blocks.
layer-allocator = Allocator
# A layer: the garbage collector's generations and phases.
layer-collector = Collector
# Colours: light or dark, as the system has it.
theme-automatic = System colours
# Colours: dark on light.
theme-light = Light
# Colours: light on dark.
theme-dark = Dark
# Colours: the strongest contrast.
theme-contrast = High contrast
# A speed of playing.
speed-slow = Slow
# A speed of playing.
speed-medium = Medium
# A speed of playing.
speed-fast = Fast
