class Mortal:
    def __init__(self, name, held):
        self.name = name
        self.held = held

    def __del__(self):
        print("del", self.name, type(self.held).__name__)


def nested(held, depth):
    return nested([held], depth - 1) if depth else held


a = nested(Mortal("first", ()), 3)
b = nested(Mortal("second", [a]), 60)
del a
del b
print("end")
