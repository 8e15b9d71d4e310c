# The border of a panel: it is dragged, or moved with keys. A folded panel leaves it as a handle.

# Said aloud of the border.
# $panel: the panel's name
name = Size of the panel { $panel }
# Said aloud in place of a size.
folded = folded
# Said aloud.
# $size (Number)
pixels = { $size ->
    [one] { $size } pixels
   *[other] { $size } pixels
}
# Said aloud: a share of the column.
# $size (Number)
percent = { $size ->
    [one] { $size } percent
   *[other] { $size } percent
}
# Tooltips. Enter is a key.
# $panel: the panel's name
folded-title = { $panel }: folded; a click unfolds it (Enter)
# $panel: the panel's name
# $key: another key
folded-title-key = { $panel }: folded; a click unfolds it (Enter or { $key })
# $panel: the panel's name
title = { $panel }: drag, or arrow keys; double click for the usual size (Enter folds)
# $panel: the panel's name
# $key: another key
title-key = { $panel }: drag, or arrow keys; double click for the usual size (Enter or { $key } folds)
