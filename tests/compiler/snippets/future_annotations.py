from __future__ import annotations

total: list[int | None] = []


def f(a: dict[str, "int"], *b: (1 + 2) * 3, c: lambda x, /, y=1, *, z: -x ** 2 = 1) -> not (a and b or c): ...


class C:
    x: Callable[..., tuple[()]] = 1
    y: f"{a!r:>{b}}" = 2
    z: [i async for i in j if i][1:2, ::3]
    w: {**a, 'b': c}
