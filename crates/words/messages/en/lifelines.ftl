# Lifelines: bars below the strip, from an object's birth to its death.

# Said aloud of all of them.
heading = Lifelines

## What an object died of: at the end of its bar.

alive = still alive
last-reference = count fell to zero
collected = collected in a cycle
shutdown = interpreter’s end

## An object's life in words.

# $title: the object: `list #7`
# $life: one of the next three
row = { $title }: { $life }
# $born: the line it was born in; `old` if the object is older than the program, `0` if it was born at the program's end
# $died: the line it died in; `0` for the end of the program
# $fate: what it died of, one of the above
died = { $born ->
    [old] { $died ->
        [0] older than the program, died in the end: { $fate }
       *[other] older than the program, died in line { $died }: { $fate }
    }
    [0] { $died ->
        [0] born in the end, died in the end: { $fate }
       *[other] born in the end, died in line { $died }: { $fate }
    }
   *[other] { $died ->
        [0] born in line { $born }, died in the end: { $fate }
       *[other] born in line { $born }, died in line { $died }: { $fate }
    }
}
# $born: the line it was born in; `old` if the object is older than the program, `0` if it was born at the program's end
lasting = { $born ->
    [old] older than the program, still alive
    [0] born in the end, still alive
   *[other] born in line { $born }, still alive
}
# The engine is still looking for its end.
# $born: the line it was born in; `old` if the object is older than the program, `0` if it was born at the program's end
being-read = { $born ->
    [old] older than the program, being read
    [0] born in the end, being read
   *[other] born in line { $born }, being read
}
# Stands at the end of a bar, while the engine is looking for the object's end.
reading = reading its life

## In an alternative (the recording with something changed): how the object ended in the recording.

# A tooltip.
# $fate: what it died of
recorded-title = In the recording: { $fate }
# Beside the bar.
# $fate: what it died of
recorded = in the recording: { $fate }

## Buttons on a bar.

# $title: the object: `list #7`
birth = Go to the birth of { $title }
# $title: the object: `list #7`
select = Select { $title }
# $life: its life in words
select-title = Select it: { $life }
# $title: the object: `list #7`
end = Go to the end of { $title }
# $life: its life in words
end-title = Go to its end: { $life }
# $title: the object: `list #7`
remove = Remove the lifeline of { $title }
keep = Keep
# Shift L is a key.
keep-title = Keep this lifeline beside those of other objects (Shift L)

## What is said when it cannot be kept.

nothing-selected = Select an object first: then its lifeline can be kept.
# $most (Number): how many are kept at most
too-many = { $most ->
    [one] { $most } lifeline is kept; remove one first.
   *[other] { $most } lifelines are kept; remove one first.
}
