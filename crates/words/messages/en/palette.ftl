# The list of all commands, found by typing a few letters.

# What it is called, said aloud.
name = Commands
# The field, said aloud.
field = Command
# Down, Up and Enter are keys.
field-title = Type a few letters; Down and Up choose, Enter does it
# Stands in the empty field.
placeholder = What do you want to do?
