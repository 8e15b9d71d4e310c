raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError("a"), KeyError("b")]), OSError(2, "no")])
