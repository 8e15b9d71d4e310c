@first
@second(1, key="x")
def work(a, /, b, *rest, c=1, d, **more) -> int:
    """Does the work."""
    return a


@cache
def annotated(x: int, *args: "text", y: list[int] = [], **kw: dict) -> None: ...


def posonly(a, b=2, /): return a + b
