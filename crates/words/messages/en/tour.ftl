# The tour: what the page has, in six steps. Each step is a title and a few words beside the part of the page they speak of.

program = Your program
program-words = Type or paste Python here. It runs by itself as soon as you pause, and every moment of the run is recorded.
stepping = Step through it
# `Step` is the word on a button: as controls.ftl has it.
stepping-words = `Step` goes to the next line, the arrow keys go both ways, and the slider goes anywhere. Nothing is lost by going back.
sentence = One sentence
sentence-words = Here stands what the last step did. What it speaks of is orange wherever else it can be seen.
stage = Names and objects
stage-words = At the left the names, at the right the objects they refer to. The black badge counts the references: at 0 an object dies. Click a box to look into its bytes.
layers = Four layers
# The layers are those of settings.ftl.
layers-words = Names, objects, allocator, collector: each shows more of the machine. Start with the first two.
rest = Everything else
# `Ctrl K` and `?` are keys.
rest-words = `Ctrl K` opens all commands, `?` tells all keys, and the transcript says the whole run in words.
