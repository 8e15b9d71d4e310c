# The collector's panels: the three generations with their counters and members, and the objects that a running collection looks at.

## Generations.

# A heading.
generations = Generations
# The lanes below it, said aloud.
lanes = Objects by generation
# A lane, said aloud.
# $number: 0, 1 or 2
generation = Generation { $number }
# Names of the three lanes; Python calls them generation 0, 1 and 2.
youngest = Youngest
middle = Middle
oldest = Oldest
# Generation of what `gc.freeze()` has put aside: a lane's name, said aloud.
permanent-name = Permanent generation
permanent = Permanent
permanent-fact = frozen, never examined
# A lane, said aloud.
aside-name = Set aside
# The name of this lane, while the collection looks for what can be reached, with what is in it.
aside = Set aside
aside-fact = unreachable so far
# The name of the same lane after that, with what is in it.
condemned = Condemned
condemned-fact = found unreachable
# Containers that the collector does not watch, since they can be in no ring of references: a lane's name and what is in it.
untracked = Not watched
untracked-fact = can be in no ring
# There is nothing in this lane.
empty = empty
# The end of a lane.
# $count (Number): of objects that are not listed
more = and { $count } more
# The end of a lane: objects that are not the program's.
# $count (Number)
of-interpreter = + { $count } of the interpreter
# A tooltip at that.
of-interpreter-title = What they are
# A line in the list of them.
# $count (Number)
# $kind: their type in Python
of-kind = { $count } { $kind }
# The last line of that list.
# $count (Number)
other-kinds = { $count } others, which CPython’s start-up has left behind and which are only counted here
# A button that stands for an object, said aloud.
# $title: the object: `list #7`
select = Select { $title }

## What the counters count: tooltips.

counts-youngest = Containers allocated less containers freed since the last collection; above its threshold a collection begins
counts-middle = Collections of generation 0 since generation 1 was collected
counts-oldest = Collections of generation 1 since generation 2 was collected

## What follows from a counter, beside it: short.

never = never: the threshold is 0
never-as-youngest = never: the threshold of generation 0 is 0
is-due = full: a collection is due
is-full = full: collection at the next allocation of a container
is-nearly-full = full: the next container starts a collection
goes-along = full: the next collection takes it too
too-few-joined = full, but too few have joined it
# The rule of the oldest generation, behind its threshold.
# $joined (Number): containers that joined it since it was collected last
# $needed (Number): how many it takes
# $total (Number): containers that its last collection left
quarter-rule = and { $joined } joined, { $needed } needed: a quarter of { $total }
# A tooltip at that. The words in brackets are names in CPython.
quarter-rule-title = The oldest generation is collected only if the containers that joined it since (long_lived_pending) are a quarter of those that its last collection left (long_lived_total)

## Facts below the lanes, and two buttons that begin an alternative: the recording with something changed. 8 and 9 are keys.

is-off = switched off by gc.disable(): only gc.collect() collects
# $collections (Number): how many there were
# $objects (Number): unreachable ones that they found
so-far = { $collections ->
    [one] { $collections } collection
   *[other] { $collections } collections
} so far, { $objects ->
    [one] { $objects } object
   *[other] { $objects } objects
} found
# $count (Number): of objects in this list
garbage = { $count ->
    [one] gc.garbage holds { $count } object
   *[other] gc.garbage holds { $count } objects
}
collect-here = Collect here
collect-here-title = Run a full collection now, in an alternative (9)
disable-here = Switch off here
disable-here-title = gc.disable() from here on, in an alternative (8)

## Buttons that go through a collection. The signs in brackets are keys.

# All of them, said aloud.
walk = Go through the collection
pause = Pause
pause-title = Pause the collection where it is (>)
play = Play collection
play-title = Play the collection from here to its end (>)
play-next = Play next collection
play-next-title = Go to the next collection and play it (>)
back = Back
back-title = One object or reference back (<)
# Tooltip of the button `Next reference`, `Next object`, `Next move` or `Next phase`.
on-title = The next object or reference; after the last, the next phase (.)

## Candidates: the objects that the running collection looks at.

# A heading.
candidates = Candidates
# The table below it, said aloud.
candidates-name = Objects this collection looks at
# Beside the heading: which objects these are.
of-youngest = of the youngest generation
of-younger-two = of the two younger generations
of-all = of all generations
# Columns of the table. The scratch count is a copy of the reference count from which the collector takes off.
column-object = object
column-count = count
column-scratch = scratch
column-verdict = verdict
# A tooltip of an object's name.
select-title = Select this object
# Below the table: candidates that are not drawn.
# $count (Number)
other-candidates = and { $count } of the interpreter
other-candidates-title = Which they are
others-are-treated-alike = They are treated alike: modules, classes and functions of the interpreter, and what CPython’s start-up has left behind.
# $count (Number): of moves of this phase that they had a part in
others-moves = { $count ->
    [one] This phase did { $count } thing to them.
   *[other] This phase did { $count } things to them.
}
# Objects of the program that the stage does not draw.
# $titles: the objects
others-without-box = Of the program, without a box: { $titles }.
# The same, of which the first ones are listed.
# $titles: the objects
others-without-box-first = Of the program, without a box: { $titles }, …
# A list of objects.
# $front: the first ones
# $last: the last one
titles = { $front }, { $last }

## What the collector thinks of an object so far: beside it. As short as can be.

verdict-candidate = examined
verdict-held = held from outside
verdict-set-aside = set aside
verdict-reached = reached
verdict-rescued = rescued
verdict-survives = survives
verdict-unreachable = unreachable
verdict-untracked = not watched any more
verdict-promoted = promoted
verdict-condemned = condemned
verdict-finalized = finalizer ran
verdict-resurrected = resurrected
verdict-cleared = cleared
verdict-saved = kept in gc.garbage
verdict-dead = dead
