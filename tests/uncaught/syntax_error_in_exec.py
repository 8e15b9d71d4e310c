exec("x = = 3")
