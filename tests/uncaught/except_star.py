import traceback
try:
    raise ExceptionGroup("eg", [ValueError("a")])
except* ValueError as g:
    raise KeyError("k")
