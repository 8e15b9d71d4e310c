# The dialog Take away: pictures and files made of the recording, to be saved. A stop is a line about to run or a phase of a collection.

title = Take away
# A tooltip. Escape is the key.
close-title = Close (Escape)
close = Close
# Read aloud: the list of things that can be taken.
choices = What to take

# One of the things that can be taken, a name in a list.
picture = Picture
picture-words = The stage as it is now, as SVG or PNG.
film = Animated picture
film-words = Several stops in one SVG that plays by itself, or as a WebM film.
storyboard = Storyboard
storyboard-words = A page to print: line, picture and sentence of each stop.
page = Page that still steps
page-words = One HTML file with the whole of Heapglass, this program and this moment. It needs no network.
offline = Use without network
offline-words = The browser keeps this page, so that it opens here without network. It keeps nothing unless you ask.
check = Check on your own Python
check-words = A script that runs this program up to this line and prints the same facts beside those shown here.
graph = Graph for Graphviz
graph-words = The objects and references of this state in the language of Graphviz (DOT).
trace = Trace as data
# heapglass trace is a command.
trace-words = Every step of the run as JSON, as the command heapglass trace writes it.

# Before a field for the number of a stop, where the range begins.
from-stop = From stop
# Before a field for the number of a stop, where the range ends.
to-stop = to stop
# A tooltip.
stop-title = Type the number of a stop
# Beside the two fields: how many stops the range has.
# $stops (Number): how many
range = { $stops ->
    [one] { $stops } stop
   *[other] { $stops } stops
}
# Beside a check box.
# $stops (Number): how many stops have a bookmark
only-marked = { $stops ->
    [one] Only { $stops } bookmarked stop
   *[other] Only { $stops } bookmarked stops
}
# A tooltip.
only-marked-title = Only the stops that have a bookmark
# Beside a check box.
paper = Colours for paper
# A tooltip.
paper-title = Dark on white, whatever the colours of the page
# Which stop the picture is of.
# $stop (Number): its number
# $last (Number): the number of the last stop
stop-of = Stop { $stop } of { $last }
# Read aloud: a bar that grows.
progress = Progress
# $percent: how much is done
percent = { $percent } %
# It is not known how much is done.
being-made = Being made
# Read aloud: what was made.
preview = Preview
# $kilobytes (Number): the size of what was made
size = { $kilobytes } kilobytes

# A button.
make = Make it
# A tooltip.
make-title = Make it
# A button: the work is given up.
cancel = Cancel
cancel-title = Leave it unmade
# A button.
save-svg = Save SVG
save-still-title = A drawing that stays sharp at any size
save-film-title = A drawing that plays by itself
# A button.
save-png = Save PNG
save-png-title = An image of points, twice as large as on screen
# A button.
copy-svg = Copy SVG
copy-svg-title = Copy the text of the drawing
# A button.
save-webm = Save WebM
save-webm-title = A film, recorded while it plays
# A button: the storyboard is opened in a tab of the browser.
open = Open to print
open-title = Opens the page in a tab of its own
# A button.
save-html = Save HTML
save-board-title = A page without scripts
save-page-title = One file, about three megabytes, that works without network
# A button: the browser keeps the whole page.
keep = Keep it here
keep-title = About six megabytes in the browser’s storage
# A button: the browser keeps the page no longer.
forget = Forget it
forget-title = Give the storage back
# A button: a Python script.
copy-script = Copy script
copy-script-title = Copy it, to be pasted into a file of your own
# A button: a Python script.
save-script = Save script
save-script-title = A Python file
# A button.
save-dot = Save DOT
# `dot -Tsvg` is a command.
save-dot-title = For dot -Tsvg and its like
# A button.
copy-dot = Copy DOT
copy-dot-title = Copy the text
# A button.
save-json = Save JSON
save-json-title = One document with all steps

# What is said when something could not be made.
no-recording = There is no recording to take anything of. Run a program first.
# $why: the reason, the rest of a sentence: “the browser refused.”
failed = That did not work: { $why }
no-stops = There is no stop among those that were chosen.
# $stops (Number): how many were chosen
# $most (Number): how many are allowed
too-many = These are { $stops } stops; at most { $most } can be taken at once. Choose a shorter range.
too-large = This becomes too large. Choose a shorter range, or hide what is not needed.
run-again = The program has run again meanwhile.
no-trace-of-input = A trace cannot be made of a program that reads input: the schema has no place for what it reads.
# $megabytes (Number): the size
trace-too-large = The trace has { $megabytes } megabytes: too many for a browser. The command heapglass trace writes it to a file.
no-check-here = Python’s own tools stop only before lines. Step to a line, or to where all lines have run, and ask again.
