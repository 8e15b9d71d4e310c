# Why a program was stopped before its end, or was not begun. Without a full stop and a capital letter, except the last: it stands
# below the program, and within “The condition `x` cannot be worked out: …”.

# $steps: how many
steps = the program was stopped after { $steps } steps, the most that are recorded
work = the program was stopped because a builtin function or operator works too long: no end is in sight
# $bytes: how many
memory = the program was stopped because it uses more than { $bytes } bytes of memory
# A regular expression.
pattern = the program was stopped because matching a pattern takes too long
# What the program prints.
# $bytes: how many
output = the program was stopped after { $bytes } bytes of output
# $bytes: how many
error-output = the program was stopped after { $bytes } bytes of error output
# $what: something that this Python cannot do, in English
# $line: the line’s number
unsupported = { $what } is not supported yet (line { $line })
# $bytes: of the program’s text
# $most: the limit
source-too-long = The program has { $bytes } bytes; the limit is { $most } (source size). Make it shorter.
