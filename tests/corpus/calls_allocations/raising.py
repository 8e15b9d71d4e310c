"""Exceptions of every origin are raised, caught, kept and chained."""
class Own(Exception):
    pass


class Rich(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b


def fail():
    raise ValueError("no")


def chain():
    try:
        fail()
    except ValueError as error:
        raise KeyError("yes") from error


def again():
    try:
        fail()
    except ValueError:
        raise


def deep(n):
    if n == 0:
        raise Own("deep")
    deep(n - 1)


try:
    raise ValueError
except ValueError:
    pass
try:
    raise ValueError("text")
except ValueError as e:
    pass
try:
    raise Own(1, 2)
except Own as e:
    e.args
try:
    raise Rich(1, 2)
except Rich as e:
    e.b
try:
    fail()
except ValueError:
    pass
try:
    fail()
except ValueError as e:
    saved = e
saved.__traceback__
str(saved)
del saved
try:
    chain()
except KeyError as e:
    pass
try:
    again()
except ValueError:
    pass
try:
    deep(3)
except Own:
    pass
try:
    1 / 0
except ZeroDivisionError:
    pass
try:
    [][3]
except IndexError:
    pass
try:
    {}["k"]
except KeyError:
    pass
try:
    nothing_here
except NameError:
    pass
try:
    None.attribute
except AttributeError:
    pass
try:
    1 + "a"
except TypeError:
    pass
try:
    int("x")
except ValueError:
    pass
try:
    a, b = 1, 2, 3
except ValueError:
    pass
try:
    fail(1)
except TypeError:
    pass
try:
    None()
except TypeError:
    pass
try:
    next(iter([]))
except StopIteration:
    pass
try:
    assert 0, "message"
except AssertionError:
    pass
try:
    pass
finally:
    x = 1
try:
    try:
        fail()
    finally:
        x = 2
except ValueError:
    pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return True


m = Manager()
with m:
    pass
with m as n:
    fail()
