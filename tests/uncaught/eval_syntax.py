eval("a b c")
