try:
    raise ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [TypeError(2)])])
except ExceptionGroup as g:
    try: raise KeyError('x')
    except KeyError as k: raise ExceptionGroup("c", [k, g]) from g
