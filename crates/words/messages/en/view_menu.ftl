# The menu of how the page looks; on small screens also of what the bar has no room for.

# The button that opens it, and what it is called.
view = View
# " is a key.
view-title = Colours, panels and more (")
# Stands before a menu: light, dark and so on.
colours = Colours
colours-title = Choose the colours
# Stands before a menu: this window, laptop, projector, embed, phone.
panels-for = Panels for
# $key: the key that does it
panels-for-title = Choose the arrangement of the panels ({ $key })
# In that menu: chosen by the window's size.
this-window = this window
# Tooltip of a line of the menu.
# $name: what it does
# $more: what that is
row-title = { $name }: { $more }
# Tooltip of a line of the menu.
# $name: what it does
# $more: what that is
# $key: its key
row-title-key = { $name }: { $more } ({ $key })
# Lines of the menu: what it does, and what that is.
reset = Reset panels
reset-more = every size, every folded panel
link = Copy a link
link-more = to this program and this moment
transcript = Transcript
transcript-more = the whole recording in words
take-away = Take away
take-away-more = a picture, a film, the page itself
commands = Commands
commands-more = everything that can be done
tour = Tour
tour-more = the page in six steps
