def f():
    raise BaseExceptionGroup("b", [KeyboardInterrupt()])
try:
    f()
except BaseException as e:
    raise e.exceptions[0] from e
