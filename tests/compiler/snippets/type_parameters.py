def first[T](items: list[T], default: T = None, *, key=None) -> T:
    return items[0]


class Box[T: (int, str), *Ts, **P](Base[T]):
    content: T

    def get[U: T](self, other: U) -> T:
        return self.content


type Pair[A, B] = tuple[A, B]
type Plain = int


class Holder:
    type Alias = list[Holder]
    limit = 1

    def put[V](self, value: V = limit): ...
