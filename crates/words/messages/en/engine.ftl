# The engine that runs the program: what is said when it does not, or when something does not come.

no-worker = This browser does not let the page start a worker.
search-given-up = The search was given up.
# The end of a sentence: why a file could not be loaded.
# $status: the server's number for it: 404
server-said = the server said { $status }.
# The end of a sentence: why the program of a link could not be read.
damaged = it is damaged, or was not copied as a whole.
# An alternative is a recording of what would happen if something were different.
one-alternative = Leave this alternative first: one can be looked at beside the recording.
