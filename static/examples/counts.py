# A reference count goes up with each new holder, and down again.
def hold(thing):
    keep = [thing, thing]
    return len(keep)

word = "".join(["heap", "glass"])
box = {"word": word}
also = word

hold(word)

del also
del box
word = None
print("nobody holds it")
