class Base:
    """The base of all."""

    kind: str = "base"
    size: int

    def __init__(self, name):
        self.name = name
        self.__secret = 1

    @property
    def secret(self):
        return self.__secret

    @staticmethod
    def make(cls=None):
        return Base("made")


@decorate
@decorate.more(1)
class Derived(Base, metaclass=Meta, flag=True):
    __slots__ = ("a", "b")

    class Inner:
        depth = 2

    def method(self):
        return __class__
