def f():
    raise NameError("name 'foo' is not defined", name="foo")
food = 1
f()
