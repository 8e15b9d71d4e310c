def show(name, value, width):
    plain = f"{name}"
    mixed = f"<{name!r:>{width}} = {value:.2f}> {{literal}} {value=}"
    joined = "a" f"{name}" "b"
    nested = f"{f'{value}'} {name if value else 'none'} {', '.join(x for x in name)}"
    return plain, mixed, joined, nested, f"", f"text"
