# What the page says of a recording that is in difficulties.

# The engine is the part of the page that runs the program.
did-not-stop = The engine did not stop when it was asked to.

# Remarks at the timeline. Checkpoints are copies of the whole state; jumping to a step runs the program again from the one before.
# The same remark with several measures of time.
# $budget (Number): megabytes
# $apart (Number): steps from one checkpoint to the next
# $first (Number): steps from one checkpoint to the next, when the recording began
thinned = This recording has met its memory budget ({ $budget } MB) and keeps fewer checkpoints: { $apart } steps apart, { $first } at first. A jump runs up to that many again; steps near the one on screen stay quick.
# $budget (Number): megabytes
# $apart (Number): steps from one checkpoint to the next
# $first (Number): steps from one checkpoint to the next, when the recording began
thinned-at-once = This recording has met its memory budget ({ $budget } MB) and keeps fewer checkpoints: { $apart } steps apart, { $first } at first. A jump runs up to that many again, less than a millisecond here; steps near the one on screen stay quick.
# $budget (Number): megabytes
# $apart (Number): steps from one checkpoint to the next
# $first (Number): steps from one checkpoint to the next, when the recording began
# $time (Number): milliseconds
thinned-milliseconds = This recording has met its memory budget ({ $budget } MB) and keeps fewer checkpoints: { $apart } steps apart, { $first } at first. A jump runs up to that many again, about { $time } ms here; steps near the one on screen stay quick.
# $budget (Number): megabytes
# $apart (Number): steps from one checkpoint to the next
# $first (Number): steps from one checkpoint to the next, when the recording began
# $time: seconds, as "1.2"
thinned-seconds = This recording has met its memory budget ({ $budget } MB) and keeps fewer checkpoints: { $apart } steps apart, { $first } at first. A jump runs up to that many again, about { $time } s here; steps near the one on screen stay quick.
