# The top bar.

# Stands before the menu of example programs.
example = Example
# F6 and Ctrl K are keys.
example-title = Choose an example program (F6 comes here; Ctrl K finds them too)
# In that menu: no example, but what the user has written.
own-program = Your own program
lessons = Lessons
lessons-title = The list of lessons (L)
# Four buttons: names, objects, allocator, collector; said aloud.
layer = Layer
# Tooltip of one of them.
# $layer: its name
# $key: its key
layer-title = { $layer } layer ({ $key })
# Stands after `CPython 3.12.1, `.
model = 64-bit model
model-title = Every number on this page is of this version
# Buttons, as short as can be. The signs in brackets are keys.
predict = Predict
predict-title = Questions: predict what comes before it happens (!)
link = Link
link-title = Copy a link to this program and this moment (5)
take-away = Take away
take-away-title = Take away a picture, a film, a storyboard, the page itself (Ctrl S)
transcript = Transcript
transcript-title = The whole recording in words (J)
commands = Commands
commands-title = All commands (Ctrl K)
help = Keys and signs
help-title = Keys and signs (?)
