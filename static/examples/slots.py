# With __slots__ an object has fixed fields and no dict.
import sys

class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y

class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

plain = Plain([1], [2])
slotted = Slotted([3], [4])
print(sys.getsizeof(plain), sys.getsizeof(slotted))

plain.z = "new"
try:
    slotted.z = "new"
except AttributeError as error:
    print(error)
