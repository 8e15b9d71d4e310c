# A kept exception keeps the names of the calls it passed.
def inner(data):
    local = ["only here"]
    raise ValueError("no", data)


def outer():
    inner({"key": [1, 2]})


kept = None
try:
    outer()
except ValueError as problem:
    kept = problem
print(type(kept.__traceback__))
kept = None
