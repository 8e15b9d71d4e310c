# How the recording stands: a line below the program.

loading = Loading the engine
compiling = Compiling
# $steps (Number): recorded until now
recording = { $steps ->
    [one] Recording: { $steps } step so far
   *[other] Recording: { $steps } steps so far
}
# $steps (Number): recorded until now
waiting = { $steps ->
    [one] Waiting for input; { $steps } step recorded so far
   *[other] Waiting for input; { $steps } steps recorded so far
}
stopping = Stopping
# $steps (Number): recorded until then
stopped = { $steps ->
    [one] Stopped after { $steps } step; what is recorded can be looked at
   *[other] Stopped after { $steps } steps; what is recorded can be looked at
}
not-run = Not run yet
# $message: what the engine said last, a sentence
broke-off = The engine broke off: { $message } Your program is kept; try again to go on.
# $steps (Number): of the whole recording
recorded = { $steps ->
    [one] { $steps } step recorded
   *[other] { $steps } steps recorded
}
# $problem: a sentence
# $steps (Number): of the whole recording
recorded-with-problem = { $steps ->
    [one] { $problem } ({ $steps } step recorded)
   *[other] { $problem } ({ $steps } steps recorded)
}
# $line: the line with the mistake
# $message: what is wrong with it
problem-in-line = Line { $line }: { $message }
stale-mistake = This picture is of the last program that ran: the text now has a mistake.
stale-engine = This picture is the last one that came. Your program is still there.
