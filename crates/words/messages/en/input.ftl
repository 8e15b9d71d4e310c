# Below the program's output: the line it waits for, the lines it was given, the files beside it.

# A line that can be opened. It is closed at first.
# $lines (Number): lines given
given = Input given: { $lines }
given-about = Show or hide the lines that the program was given (F6 comes near)
# A line that was given.
# $line: its number, from 1
line-of-input = Line { $line } of input
line-of-input-about = A line that was read; changing it runs the program again
# A button, and what it does.
forget = Forget all input
forget-about = Run again without any line of input

# A line that can be opened. It is closed at first.
files = Files
# $own (Number): files given to the program
files-own = Files: { $own }
# $own (Number): files given to the program
# $written (Number): files that the program wrote
files-written = Files: { $own }, { $written } written
files-about = Show or hide the files beside the program (F6 comes near)
# A button, and what it does.
add = Add a file
add-about = Give the program another file
# Above a file's text.
# $file: its name
written = { $file } as the program wrote it
# A field, and what it is for.
name-of-file = Name of the file
name-of-file-about = The name the program opens it by
# A button, and what it does.
remove = Remove
# $file: its name
remove-of = Remove { $file }
remove-about = Remove this file
# A field, and what it is for.
# $file: its name
text-of = Text of { $file }
text-about = What the file holds

# Before the field for the line that the program waits for, if the program says nothing itself.
waits = The program waits for a line:
# What the field is for, with its key.
answer-about = Answer (I)
# A button, and what it does.
enter = Enter
enter-about = Give this line to the program (Enter)
# A button, and what it does: there will be no more lines.
end-of-input = End of input
end-of-input-about = The program gets an EOFError
