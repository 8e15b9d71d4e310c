# The examples: Python programs to start from. A title of each, what is to be seen in it, and the topics they stand under.

# A topic.
names = Names
# A topic: reference counts.
counts = Counts
# A topic.
memory = Memory
# A topic: the garbage collector.
collector = Collector
aliasing = Two names, one list
aliasing-tells = Assignment copies no object.
default = A default made once
default-tells = Why a default list remembers.
closure = A closure and its cell
closure-tells = Where an inner function keeps its names.
# Reference counts of objects.
counting = Counts go up and down
counting-tells = Who refers to an object, and when it dies.
exception = A kept exception
exception-tells = It keeps the names of whole calls alive.
generator = A generator waits
generator-tells = A frame that sleeps in an object.
growth = A list grows
growth-tells = Room is asked for in advance.
slots = Objects with slots
slots-tells = Smaller than objects with a dict.
# Objects of a class Node that refer to each other.
two-nodes = Two nodes in a cycle
two-nodes-tells = Lost, and found phase by phase.
automatic = The collector starts by itself
automatic-tells = A counter reaches its threshold.
