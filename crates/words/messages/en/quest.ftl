# Going to what happens next, or happened before: a menu, and what is said where it is not possible.

# The menu: places to go to.
line-runs = This line runs
object-made = An object is made
object-dies = An object dies
collection-begins = A collection begins
exception-raised = An exception is raised
something-printed = Something is printed
name-changes = A name changes
count-changes = The selected object’s count changes
selected-dies = The selected object dies
bytes-change = The selected object’s bytes change
# A name in a list to choose from.
# $name: the name
# $function: the function that it is local to
name-in = { $name } in { $function }

no-recording = There is no recording yet.
select-first = Select an object first.
no-line = No line runs here.
no-name = There is no name here to watch.
not-alive = The selected object is not alive here.
at-the-end = This is the end of the recording.
at-the-start = This is where the program begins.
# A page of a course may show only some of the steps.
border = The page shows a part of the recording; this is its border.
