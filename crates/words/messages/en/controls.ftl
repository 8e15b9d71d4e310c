# The controls: buttons that step and play, and the slider over the recording.

# Said aloud of all of them.
name = Steps
# The button of the next step.
step = Step
# The same button, while a collection runs.
next-phase = Next phase
# Tooltip of a button.
# $name: what it does
# $key: its key
button-title = { $name } ({ $key })
first-stop = First stop
step-back = Step back
# Without going into the function that is called.
step-over = Step over
# Until the function returns.
step-out = Step out
last-stop = Last stop
play = Play
pause = Pause
# A menu of slow, medium, fast, said aloud.
speed = Speed
speed-title = Speed of playing
# The slider, said aloud. A stop is a moment at which stepping halts.
slider = Stop
# Left and Right are keys.
slider-title = Go to a stop (Left, Right)
# Beside the place, while the program is being recorded.
# $stops (Number): how many there are so far
recording = { $stops ->
    [one] recording, { $stops } stop so far
   *[other] recording, { $stops } stops so far
}
