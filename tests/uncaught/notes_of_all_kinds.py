e = ValueError("x")
e.__notes__ = ["a", 5, "b\n\nc\n"]
raise e
