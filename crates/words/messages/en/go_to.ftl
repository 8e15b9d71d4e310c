# The menu of places to go to, and how a search stands.

# The button that opens it. : is a key.
go-to-next = Go to…
go-to-title = Go to what happens next, or happened before (:)
# What the menu is called, said aloud.
name = Go to
# A line of the menu.
breakpoint = A breakpoint
# A button in a line of the menu, said aloud.
# $place: the line's words: `A breakpoint`
before = { $place }: before
# $place: the line's words: `A breakpoint`
next = { $place }: next
# The tooltip of such a button.
# $place: the line's words: `A breakpoint`
# $key: the key that goes to the next one; with Shift it goes to the one before
before-title = { $place }: before (Shift { $key })
# $place: the line's words: `A breakpoint`
# $key: the key
next-title = { $place }: next ({ $key })
# Below the menu.
keys = Keys: the letter goes to the next one, Shift and the letter to the one before.
# A menu of names in Python, said aloud. W is a key.
watched = The name that is watched
watched-title = Choose the name that is watched (W goes to its changes)
# A bar of progress, said aloud.
searched = Searched
# $percent: how much a search has gone through
searching = Searching: { $percent } %
give-up = Give up
give-up-title = Stop searching
