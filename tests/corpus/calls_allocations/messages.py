"""Messages of exceptions, and what is asked of exceptions."""
import sys


class Coded(Exception):
    def __init__(self, code, text="none"):
        self.code = code
        self.text = text

    def __str__(self):
        return f"{self.code}: {self.text}"


class Plain(Exception):
    """Words."""


def inner():
    raise Coded(5, "five")


def returns():
    try:
        return 1
    finally:
        x = 2


def swallow():
    try:
        inner()
    finally:
        return 3


def loop():
    for i in range(3):
        try:
            if i == 1:
                raise Plain(i)
        except Plain:
            continue
        finally:
            y = i


def unbound():
    if 0:
        z = 1
    return z


def nested():
    try:
        try:
            inner()
        except Coded as first:
            raise Plain("second")
    except Plain as second:
        return second.__context__.code


def wrapped():
    try:
        inner()
    except Coded as error:
        raise RuntimeError("wrapped") from error


def quiet():
    try:
        inner()
    except Coded:
        raise RuntimeError("quiet") from None


def caught(f, *args):
    try:
        f(*args)
    except Exception as error:
        return error


e = caught(inner)
str(e)
repr(e)
e.args
e.__traceback__.tb_lineno
e.__traceback__.tb_next
e.__traceback__.tb_frame
e.with_traceback(None)
e.add_note("more")
e.__notes__
del e
returns()
swallow()
loop()
e = caught(unbound)
str(e)
nested()
e = caught(wrapped)
e.__cause__
e.__suppress_context__
e = caught(quiet)
e = None
e = Plain()
e = Plain("a")
e = Plain("a", "b")
str(e)
repr(e)
str(Plain())
repr(Plain())
repr(Plain("x"))
e = KeyError("k")
str(e)
e = OSError(2, "missing")
str(e)
e.errno
e = OSError(2, "missing", "file")
str(e)
e = StopIteration(3)
e.value
e = UnicodeDecodeError("utf-8", b"x", 0, 1, "bad")
e = SystemExit(3)
e = AttributeError("text")
e = NameError("n", name="x")
e = ImportError("n", name="x")
e = SyntaxError("bad")
e = ExceptionGroup("two", [ValueError(1), TypeError(2)])
e.exceptions
e = None
try:
    inner()
except (ValueError, Coded) as error:
    sys.exc_info()
try:
    inner()
except Coded:
    sys.exception()
try:
    raise Coded
except TypeError:
    pass
try:
    raise 5
except TypeError:
    pass
try:
    inner.missing
except AttributeError:
    pass
try:
    Coded.missing
except AttributeError:
    pass
try:
    sys.missing
except AttributeError:
    pass
try:
    inner.missing = 1
    del inner.missing
    del inner.missing
except AttributeError:
    pass
try:
    len(5)
except TypeError:
    pass
try:
    5[0]
except TypeError:
    pass
try:
    (1, 2)[5]
except IndexError:
    pass
try:
    "abc"[5]
except IndexError:
    pass
try:
    [1][5] = 1
except IndexError:
    pass
try:
    {}[5]
except KeyError:
    pass
try:
    {}["missing"]
except KeyError:
    pass
try:
    {[]: 1}
except TypeError:
    pass
try:
    "a" + 1
except TypeError:
    pass
try:
    [] + 1
except TypeError:
    pass
try:
    1 < "a"
except TypeError:
    pass
try:
    for i in 5:
        pass
except TypeError:
    pass
try:
    a, b = 5
except TypeError:
    pass
try:
    a, b = [1]
except ValueError:
    pass
try:
    a, *b = []
except ValueError:
    pass
try:
    1 // 0
except ZeroDivisionError:
    pass
try:
    1.0 / 0
except ZeroDivisionError:
    pass
try:
    int("12x")
except ValueError:
    pass
try:
    float("x")
except ValueError:
    pass
try:
    [].pop()
except IndexError:
    pass
try:
    [1].remove(2)
except ValueError:
    pass
try:
    [1].index(2)
except ValueError:
    pass
try:
    {}.pop("k")
except KeyError:
    pass
try:
    set().remove(1)
except KeyError:
    pass
try:
    next(iter(()))
except StopIteration:
    pass
try:
    chr(-1)
except ValueError:
    pass
try:
    "a".index("b")
except ValueError:
    pass
try:
    object().x = 1
except AttributeError:
    pass
try:
    None + 1
except TypeError:
    pass
try:
    -"a"
except TypeError:
    pass
try:
    with 5:
        pass
except TypeError:
    pass
try:
    class Bad(int, str):
        pass
except TypeError:
    pass
try:
    del undefined_name
except NameError:
    pass
try:
    assert 1 == 2
except AssertionError:
    pass
