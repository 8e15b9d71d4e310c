# Bookmarks: moments of a recording with a name and a note for the speaker; the flags above the strip and the list below it.

# A heading, and said aloud of the flags.
heading = Bookmarks
# The button that opens the list.
# $count (Number): how many there are
button = { $count ->
    [0] Bookmarks
    [one] { $count } bookmark
   *[other] { $count } bookmarks
}
# 6 and ^ are keys.
button-title = Names and notes of bookmarks; 6 sets one here (^)
# Tooltip of a flag.
# $number: of the bookmark, from 1
# $title: its name
flag-title = { $number }: { $title }
# A flag, said aloud.
# $number: of the bookmark, from 1
# $title: its name
flag = Bookmark { $number }: { $title }
# Buttons at the top of the list; `here` is the moment on screen.
set-here = Set one here
remove-here = Remove the one here
here-title = Set a bookmark here, or remove the one that is here (6)
undo = Undo
undo-title = Take back the last change of bookmarks
close = Close
close-title = Close the list (^)
# Stands in the list while it is empty.
empty = None yet. A bookmark names a moment: key 6 sets one, [ and ] go from one to the next. They are kept with this program and go with its link; in lecture mode they are the story.
# Tooltip of a flag in the list.
go-title = Go there
# $title: the bookmark's name
go = Go to { $title }
# The field in which it is named, said aloud.
# $number: of the bookmark, from 1
name-of = Name of bookmark { $number }
name-title = Its name
# $stop (Number): where it is
place = stop { $stop }
move-here = Move here
move-here-title = Put this bookmark to the moment on screen
remove = Remove
remove-title = Remove this bookmark
# The same button, said aloud.
# $title: the bookmark's name
remove-of = Remove { $title }
# Stands in the empty field.
note = Speaker note
note-title = What you want to say here; only the window of speaker notes shows it
# The field, said aloud.
# $number: of the bookmark, from 1
note-of = Note of bookmark { $number }

## Names of bookmarks that nobody has named.

# $stop (Number): where it is
at-stop = Stop { $stop }
# $line: its number
# $text: what stands in it
at-line = Line { $line }: { $text }
at-collection = A collection
at-end = The end

## What is said after something was done with bookmarks. 6 and Q are keys.

not-in-alternative = Bookmarks belong to the recording: leave the alternative first (Q).
removed = The bookmark is removed.
# $name: the bookmark's name
set = Bookmark set: { $name }
# $most (Number): how many are kept
too-many = There are { $most } bookmarks; more are not kept.
none-after = There is no bookmark after this moment. Set one with 6.
none-before = There is no bookmark before this moment. Set one with 6.
# $stop (Number): where the bookmark is
# $last (Number): the last stop of the recording
beyond-the-end = This bookmark is at stop { $stop }; the recording ends at stop { $last }.
