def outer():
    variable = 1
    def inner():
        return varible
    return inner()
outer()
