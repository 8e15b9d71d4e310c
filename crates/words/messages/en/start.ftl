# What a first visit begins with: examples by topic, and the buttons of the tour.

heading = What do you want to see?
show-around = Show me around
show-around-title = A tour of the page in six steps
# The button that goes to a program of one's own.
own = Type my own
own-title = Type a program of your own (Escape)
# Tooltip of an example.
# $file: its file
open = Open { $file }

## The tour.

# What it is called, said aloud.
tour = Tour
# $at: the step, from 1
# $last: how many there are
tour-place = { $at } of { $last }
end = End tour
end-title = End the tour (Escape)
back = Back
back-title = The step before
next = Next
next-title = The next step
done = Done
