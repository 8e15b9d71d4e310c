f"{undefined_thing}"
