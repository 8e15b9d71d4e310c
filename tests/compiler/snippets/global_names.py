counter = 0


def bump():
    global counter, other
    counter += 1
    other = len([counter])
    del other
    return print(counter)


class Keeper:
    global shared
    shared = 1
    counter = counter
