def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            i = got
        i += 1
    return "done"


def chain(*sources):
    for source in sources:
        result = yield from source
        print(result)
    try:
        yield
    finally:
        print("closed")


total = sum(x * 2 for x in count(3) if x)
