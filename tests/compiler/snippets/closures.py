def counter(start):
    count = start

    def increase(by=1):
        nonlocal count
        count += by
        return count

    def show():
        def inner():
            return count, start
        return inner

    return increase, show


def loop():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    del i
    return functions
