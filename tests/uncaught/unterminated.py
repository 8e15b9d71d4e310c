compile("x = \"abc", "<s>", "exec")
