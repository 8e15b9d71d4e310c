class Foo:
    bar = 1
    def m(self, Bar):
        return bar
Foo().m(1)
