# The strip under everything: the whole recording as curves. Dragging on it goes through the recording.

# What the strip is called, said aloud.
name = Timeline
# A tooltip of the strip. Keys and signs stay as they are.
how-to-use = Drag to go there (Left, Right, Page Up, Page Down, Home, End); the wheel, + and − zoom, 0 shows all
# Said aloud of the strip: where it stands, and what is there.
# $place: where this is, words of place.ftl
# $readout: the message `readout`
value = { $place }. { $readout }
# At the right below the strip: what there is at the step on screen.
# $objects (Number): how many are alive
# $bytes (Number): in use
# $pools (Number): pools of memory they are in
# $calls (Number): how many calls are within one another
# $collections (Number): of the garbage collector until now
readout = { $objects ->
    [one] { $objects } object
   *[other] { $objects } objects
} alive, { $bytes } bytes in { $pools ->
    [one] { $pools } pool
   *[other] { $pools } pools
}, { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
} deep, { $collections ->
    [one] { $collections } collection
   *[other] { $collections } collections
}

## The legend below the strip: what the curves and marks are. As short as can be.

legend-objects = objects alive
legend-bytes = bytes in use
legend-calls = calls
legend-collections = collection
legend-output = output
legend-exceptions = exception

## Buttons below the strip.

# Beside the buttons, while a part of the recording is shown.
# $first (Number): the first step shown
# $last (Number): the last one
range = steps { $first } to { $last }
whole = Whole recording
whole-title = The strip shows the whole recording again (0 on the strip)
zoom-out = Zoom out of the timeline
zoom-out-title = The strip shows more steps (− on the strip, or the wheel)
zoom-in = Zoom into the timeline
zoom-in-title = The strip shows fewer steps, around this one (+ on the strip, or the wheel)
remove-lifelines = Remove lifelines
remove-lifelines-title = Remove all lifelines that are kept

## Above the strip, while an alternative is looked at: the recording with something changed.

# $step (Number): the step at which something was changed
alternative-from = Alternative from step { $step }.
alternative-keeps = The recording is kept as it was.
alternative-leave = Leave this alternative
# Q is a key.
alternative-leave-title = Go back to the recording (Q)

## What is under the pointer on the strip.

# $first (Number): the first step under the pointer
# $last (Number): the last one
pointed-steps = Steps { $first } to { $last }
# $step (Number): the one under the pointer
pointed-step = Step { $step }
# $steps: `Steps 5 to 9` or `Step 5`, drawn bold
# $objects (Number): alive there
# $bytes (Number): in use there
pointed-level = { $objects ->
    [one] { $steps }: { $objects } object, { $bytes } bytes
   *[other] { $steps }: { $objects } objects, { $bytes } bytes
}
# How many collections there were under the pointer.
# $count (Number)
pointed-collections = { $count ->
    [one] { $count } collection
   *[other] { $count } collections
}
# $count (Number): bytes that the program printed there
pointed-output = { $count ->
    [one] { $count } byte printed
   *[other] { $count } bytes printed
}
# How many exceptions were raised under the pointer.
# $count (Number)
pointed-exceptions = { $count ->
    [one] { $count } exception
   *[other] { $count } exceptions
}
# Two or three of the counts above: the first ones and the last one.
# $front: the first ones
# $last: the last one
pointed-list = { $front }, { $last }
# $line: where it happened; `0` for none
# $generation: 0, 1 or 2
# $found (Number): objects
happened-collection = { $line ->
    [0] { $found ->
        [one] a collection of generation { $generation }, { $found } unreachable object found
       *[other] a collection of generation { $generation }, { $found } unreachable objects found
    }
   *[other] { $found ->
        [one] Line { $line }: a collection of generation { $generation }, { $found } unreachable object found
       *[other] Line { $line }: a collection of generation { $generation }, { $found } unreachable objects found
    }
}
# $line: where it happened; `0` for none
# $more: the text
happened-output = { $line ->
    [0] prints { $more }
   *[other] Line { $line }: prints { $more }
}
# $line: where it happened; `0` for none
happened-empty-output = { $line ->
    [0] prints an empty line
   *[other] Line { $line }: prints an empty line
}
# $line: where it happened; `0` for none
# $exception: the exception's type in Python
happened-exception = { $line ->
    [0] { $exception }
   *[other] Line { $line }: { $exception }
}
# The last line of what happened under the pointer.
# $count (Number): of what happened and is not listed
happened-more = and { $count } more
