import builtins
import gc
import io
import os
import sys
import types

VERSION = sys.version_info[:2]
NEW = VERSION >= (3, 12)


def raw_count(thing):
    return sys.getrefcount(thing)


def count(held, frames):
    """References to the one thing in the list held, without this script's and those of the copies of local names it made."""
    # The same, asked about a thing that only such a list holds: how many are this script's differs from version to version.
    alone = [object()]
    ours = raw_count(alone[0])
    thing = held[0]
    copies = 0
    for frame in frames:
        # A function's f_locals is a copy of its names up to 3.12.
        if VERSION < (3, 13) and frame is not None and frame.f_code.co_flags & 1:
            copies += sum(value is thing for value in frame.f_locals.values())
    del thing
    return raw_count(held[0]) - ours - copies


def say(words, **values):
    """The words with the values in the places of their names."""
    for name in values:
        words = words.replace("{%s}" % name, "\0%s\0" % name)
    pieces = words.split("\0")
    pieces[1::2] = [str(values[name]) for name in pieces[1::2]]
    return "".join(pieces)


def immortal(number):
    return NEW and number > 1 << 30


def why(kind, thing):
    """The reason for a difference, by version."""
    name = type(thing).__name__
    if VERSION == (3, 12):
        return "«why-same-version»"
    if kind in ("size", "tracked") and name == "dict":
        return "«why-dict»"
    if kind == "size" and name in ("int", "bool"):
        return "«why-int-size»"
    if kind == "size" and name in ("str",):
        return "«why-str-size»"
    if kind == "size" and name == "list":
        return "«why-list-size»"
    if kind == "size" and name == "type":
        return "«why-type-size»"
    if kind == "size" and name in ("function", "generator", "cell", "method"):
        return "«why-struct-size»"
    if kind == "size":
        return "«why-size»"
    if kind == "count" and name == "function" and VERSION < (3, 11):
        return "«why-function-count»"
    if kind == "count" and VERSION < (3, 12):
        return "«why-old-count»"
    if kind == "count":
        return "«why-count»"
    if kind == "threshold":
        return "«why-threshold»"
    if kind == "tracked":
        return "«why-tracked»"
    if kind == "is":
        return "«why-is»"
    return "«why-else»"


def ask(kind, expression, frames, spaces):
    """What this Python says, and the object it is about."""
    thing = [eval(expression, *(spaces if kind not in ("collector", "threshold") else (globals(),)))]
    if kind == "count":
        number = count(thing, frames)
        return (None if immortal(number) else number), thing[0]
    answers = {
        "type": lambda: type(thing[0]).__name__,
        "size": lambda: sys.getsizeof(thing[0]),
        "tracked": lambda: gc.is_tracked(thing[0]),
        "length": lambda: len(thing[0]),
        "referents": lambda: len(gc.get_referents(thing[0])),
        "value": lambda: repr(thing[0]),
    }
    return answers.get(kind, lambda: thing[0])(), thing[0]


WORDS = {
    "type": "type(%s).__name__",
    "size": "sys.getsizeof(%s)",
    "tracked": "gc.is_tracked(%s)",
    "length": "len(%s)",
    "referents": "len(gc.get_referents(%s))",
    "value": "repr(%s)",
}


def print_again():
    """What was printed until now was the program's."""
    sys.stdout = sys.__stdout__
    # Not every terminal has every letter.
    sys.stdout.reconfigure(errors="replace")


def compare(frames, spaces):
    """Prints each fact: what Heapglass shows, and what this Python says."""
    print_again()
    same = 0
    print(say("«begin»", version=sys.version.split()[0]))
    for frame, kind, expression, shown in FACTS:
        said = say("«references»", thing=expression) if kind == "count" else WORDS.get(kind, "%s") % expression
        here = thing = None  # or the thing before would count here
        try:
            here, thing = ask(kind, expression, frames, spaces[frame])
        except Exception as problem:
            here, thing = "%s: %s" % (type(problem).__name__, problem), None
        words = [("«immortal»" if kind == "count" and value is None else str(value)) for value in (shown, here)]
        if here == shown:
            same += 1
            print("  %-40s %s" % (said, words[0]))
        else:
            print("! %-40s %s" % (said, say("«differs»", shown=words[0], here=words[1], why=why(kind, thing))))
    if same == len(FACTS):
        print(say("«all-agree»", count=same))
    else:
        print(say("«some-differ»", wrong=len(FACTS) - same, count=len(FACTS)))
    sys.stdout.flush()
    # Nothing of the program runs any more.
    os._exit(0 if same == len(FACTS) else 1)


def stop(innermost):
    frames = []
    while innermost is not None:
        if innermost.f_code.co_filename == FILE:
            frames.insert(0, innermost)
        innermost = innermost.f_back
    compare(frames, [(frame.f_globals, frame.f_locals) for frame in frames])


seen = 0


def line_begins(code, line, frame):
    global seen
    if code.co_filename == FILE and line == LINE:
        seen += 1
        if seen == TIME:
            stop(frame())


def watch_new():
    """Since 3.12: without frame objects, so that nothing is held or made that the program would not."""
    tools, events = sys.monitoring, sys.monitoring.events
    lines = {}

    def line_of(code, offset):
        if code not in lines:
            lines[code] = list(code.co_lines())
        return next((line for start, end, line in lines[code] if start <= offset < end), None)

    def jumped(code, start, end):
        # A loop in one line begins that line again.
        if end < start and line_of(code, start) == line_of(code, end):
            line_begins(code, line_of(code, end), lambda: sys._getframe(2))

    tools.use_tool_id(3, "heapglass")
    tools.register_callback(3, events.LINE, lambda code, line: line_begins(code, line, lambda: sys._getframe(3)))
    tools.register_callback(3, events.JUMP, jumped)
    tools.set_events(3, events.LINE | events.JUMP)


def watch_old(frame, event, argument):
    if frame.f_code.co_filename != FILE:
        return None
    if event == "line":
        line_begins(frame.f_code, frame.f_lineno, lambda: frame)
    return watch_old


def main():
    module = types.ModuleType("__main__")
    names = module.__dict__
    names.update(__builtins__=builtins, __annotations__={}, __file__=FILE, __cached__=None)
    sys.modules["__main__"] = module
    sys.stdin, sys.stdout = io.StringIO(INPUT), io.StringIO()
    code = compile(PROGRAM, FILE, "exec")
    if NEW:
        watch_new()
    else:
        sys.settrace(watch_old)
    problem = None
    try:
        exec(code, names)
    except BaseException as raised:
        problem = raised
    if NEW:
        sys.monitoring.set_events(3, 0)
    sys.settrace(None)
    if LINE == 0 and problem is None:
        compare([None], [(names, names)])
    print_again()
    print(say("«ended-before»", problem=repr(problem)))
    sys.stdout.flush()
    os._exit(1)


main()
