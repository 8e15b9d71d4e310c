# Lecture mode: the page in a lecture hall, and the window of notes for the speaker. The story is the bookmarks, or each step.

# Read aloud: the page's heading.
title = Heapglass, lecture mode
# Read aloud: the line that says where in the recording the page stands.
place = Place
# Read aloud: a dot for each bookmark.
bookmarks = Bookmarks
# A button that stays pressed: the hall is asked.
ask = Ask
# Its tooltip. W is the key.
ask-title = Before going on: what happens next? (W)
# A button.
leave = Leave
# A tooltip. The backslash is the key.
leave-title = Leave lecture mode (\)
# Read aloud: a click anywhere on the black page.
show = Show the page again
# A tooltip. The full stop and B are keys.
show-title = Show the page again (. or B)

# What is said when the story is changed.
by-steps = Forward goes step by step.
by-bookmarks = Forward goes to the next bookmark, or a step if there is none.
asking = Before a bookmark, and before a step worth a question: what happens next?
not-asking = The story goes on without questions.
# | is a key.
notes-refused = The browser did not let the page open a window: allow pop-ups for this page, then press | again.
# What the hall is asked, in big letters.
question = What happens next?

# In the speaker's window: the page is black.
is-black = The hall sees nothing: the page is black.
# In the speaker's window.
# $question: what is asked
is-asked = The hall is asked: { $question }
# In the speaker's window.
# $question: what is asked; it ends with a question mark or a full stop
# $answer: the right answer
is-asked-and-answered = The hall is asked: { $question } Answer: { $answer }
# In the speaker's window.
no-bookmarks = no bookmarks
# In the speaker's window.
# $at (Number): the bookmark that was reached, from 1
# $bookmarks (Number): how many there are
bookmark = bookmark { $at } of { $bookmarks }
