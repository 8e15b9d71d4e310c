# Commands without a key, as they stand in the list of all commands.

# $title: the example's title
open-example = Open the example: { $title }
# $title: the lesson's title
begin-lesson = Begin the lesson: { $title }
# $name: laptop, projector, embed, phone
panels-for = Panels for: { $name }
# $name: the panel's name
fold-panel = Fold or unfold the panel: { $name }
# $name: light, dark and so on
colours = Colours: { $name }
# $name: slow, medium, fast
speed = Speed of playing: { $name }
panels-for-window = Panels for this window, chosen by its size
reset-panels = Reset panels: every size, every folded panel
examples = Examples by topic
tour = Tour of the page in six steps
run = Run the program
