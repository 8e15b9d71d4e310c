pint(3)
