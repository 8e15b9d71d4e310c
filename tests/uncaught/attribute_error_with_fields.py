raise AttributeError("abc", name="uper", obj="s")
