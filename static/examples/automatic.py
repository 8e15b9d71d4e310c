# Every new container counts; past the threshold the collector runs by itself.
import gc

gc.set_threshold(10, 2, 2)

def ring():
    knot = []
    knot.append(knot)

for turn in range(12):
    ring()

print(gc.get_count())
print(gc.collect(), "found at the end")
