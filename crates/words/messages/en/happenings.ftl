# What happened in a part of the recording, in a list.

# After the word “Collection”.
# $generation: 0, 1 or 2
# $freed (Number): objects
collection = { $freed ->
    [one] of generation { $generation }, { $freed } unreachable object found
   *[other] of generation { $generation }, { $freed } unreachable objects found
}
