# Opening the page with a link, and making one.

# $why: a sentence
no-program = The program of the link could not be had: { $why }
# $count (Number): characters of the link
copied = { $count ->
    [one] A link to this moment is copied ({ $count } character). It stands in the address bar too.
   *[other] A link to this moment is copied ({ $count } characters). It stands in the address bar too.
}
# $count (Number): characters of the link
not-copied = { $count ->
    [one] The link stands in the address bar ({ $count } character); the browser did not let the page copy it.
   *[other] The link stands in the address bar ({ $count } characters); the browser did not let the page copy it.
}
# A stop is a line about to run or a phase of a collection.
# $stop (Number): its number
# $last (Number): the number of the last stop
beyond-the-end = The link leads to stop { $stop }; the recording ends at stop { $last }.
