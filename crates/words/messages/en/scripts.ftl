# What the page's scripts say: while the page loads, when it cannot, and where it leaves the page. No choices here, only variables.

# The page's title, in the browser's tab
title = Heapglass: what CPython does with memory
# What a screen reader calls the bar of what has come
loading = Loading
loading-engine = Loading the Python engine
# $percent: how much of it has come
loading-engine-percent = Loading the Python engine: { $percent } %
# A button
again = Try again
# Its tip
again-title = Load the page again
# Behind “The engine broke off:”, so it begins small
engine-not-fetched = it could not be fetched. Is the network there?
# The same. $status: a number
engine-refused = it could not be fetched ({ $status }).
new-version = A new version of Heapglass is there. It is used when all tabs with Heapglass have been closed.
part-lost = A part of the page could not be fetched. Is the network there? Reload the page to go on.
page-lost = The page could not be fetched. Is the network there?
# The same. A part of the engine is not there
engine-part-lost = it needs a part that could not be fetched. Is the network there?

# The page was kept, or something saved, or why not. What begins small stands behind “That did not work:” (take_away.ftl).

# $file: its name
saved = Saved as { $file }.
copied = Copied.
opened = Opened in a tab of its own.
no-tab = the browser did not let the page open a tab. Save it as HTML instead.
# $file: its name
# $width: of the image, in points
# $height: of the image, in points
saved-image = Saved as { $file }, { $width } by { $height } points.
image-too-large = this browser could not draw so large an image. Take the SVG.
image-not-drawn = this browser could not draw the picture. Take the SVG.
no-films = this browser does not record films. Take the SVG.
# $most: how many stops
film-too-long = a film has at most { $most } stops, because it is recorded while it plays. Choose a shorter range, or take the SVG.
# $file: its path
# $status: the server’s number for it: 404
file-not-fetched = a part of the page could not be fetched ({ $file }: { $status }). Is the network there?
# The page in one file was saved.
# $file: its name
# $megabytes: its size
saved-page = Saved as { $file }, { $megabytes } megabytes. Open it anywhere: it steps without network.
offline-from-disk = this file needs no network already.
offline-framed = a page inside another one keeps nothing. Open Heapglass in a tab of its own first.
# “Page that still steps” is another thing to take away (take_away.ftl)
offline-unable = this browser keeps pages only for secure addresses (https), or not at all. The page that still steps works everywhere.
# $why: the browser’s own words
offline-refused = the browser refused ({ $why })
offline-incomplete = a file could not be fetched, or a new version came in between. Nothing was kept; try again.
offline-kept = Kept. From now on the page opens without network, also from a bookmark or as an installed app.
offline-forgotten = Forgotten: the page comes from the network again.
offline-nothing = Nothing was kept.

# In the page that is one file
# Where there is no JavaScript
file-no-script = Heapglass runs a Python engine inside this file: it needs JavaScript and WebAssembly.
file-no-notes = Speaker notes stand in a window of their own, which a page in one file cannot have. Open Heapglass from its site for a lecture with notes.
# $problem: the browser’s own words
file-damaged = This file could not be unpacked: { $problem }. It needs a browser of 2023 or later.

# The window of speaker notes
notes-title = Speaker notes – Heapglass
notes-time = Time since the beginning
# Buttons of the clock, and their tips
notes-pause = Pause
notes-pause-title = Stop the clock, or let it go on
notes-go-on = Go on
notes-reset = Reset
notes-reset-title = Set the clock to 0:00
notes-none-yet = No bookmark yet
# $name: of the bookmark that the page is behind
notes-behind = Behind: { $name }
notes-empty = (no note)
notes-no-next = There is none.
notes-no-line = No line is left.
notes-now = Now
notes-on-page = On the page
notes-next-line = Next line
notes-next-bookmark = Next bookmark
# Buttons that step through the bookmarks, and their tips with their keys
notes-back = Back
notes-back-title = Back (Page Up, Left)
notes-on = On
notes-on-title = On (Page Down, Right)
# A button that makes the page black, so that nobody looks at it
notes-black = Black
notes-black-title = The page becomes black, or is shown again (. or B)
notes-keys = The keys of lecture mode work here too.
notes-alone = No page tells this window anything: open it with the key | in Heapglass.
