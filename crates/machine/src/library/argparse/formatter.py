"""The texts that explain a program's arguments."""

import contextlib
import os as _os
import re as _re

from argparse.action import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


def _one_line(text):
    """The text with a space in place of each run of white space; what must not break stays."""
    return _re.sub(r"(?a)\s+", " ", text).strip()


class HelpFormatter:
    """Lays out the help of a program: texts, and arguments in two columns."""

    __module__ = "argparse"

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = _os.environ.get("COLUMNS", "")
            width = (int(columns) if columns.isdecimal() and int(columns) else 80) - 2
        self._prog, self._width, self._indent_increment = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._action_max_length = 0
        #: Functions that give the parts of the section that is open, and the sections around it with their headings.
        self._parts, self._open = [], []

    @contextlib.contextmanager
    def section(self, heading):
        """What is added inside comes under a heading."""
        self.start_section(heading)
        yield
        self.end_section()

    def start_section(self, heading):
        self._current_indent += self._indent_increment
        self._open.append((self._parts, heading))
        self._parts = []

    def end_section(self):
        inner = self._parts
        self._parts, heading = self._open.pop()
        self._current_indent -= self._indent_increment
        indent = self._current_indent

        def text():
            body = self._joined(inner)
            if not body:
                return ""
            title = f"{'':{indent}}{heading}:\n" if heading not in (SUPPRESS, None) else ""
            return f"\n{title}{body}\n"

        self._parts.append(text)

    def _joined(self, parts):
        return "".join([text for text in [part() for part in parts] if text and text is not SUPPRESS])

    def add_text(self, text):
        """A paragraph."""
        if text is not None and text is not SUPPRESS:
            indent = self._current_indent
            self._parts.append(lambda: self._at(indent, self._format_text, text))

    def add_usage(self, usage, actions, groups, prefix=None):
        """How the program is called."""
        if usage is not SUPPRESS:
            self._parts.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        """What an argument is for."""
        if action.help is SUPPRESS:
            return
        indent = self._current_indent
        self._action_max_length = max(self._action_max_length, self._widest(action, indent))
        self._parts.append(lambda: self._at(indent, self._format_action, action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def _widest(self, action, indent):
        own = len(self._format_action_invocation(action)) + indent
        inner = [self._widest(sub, indent + self._indent_increment) for sub in self._subactions(action)]
        return max([own, *inner])

    def _subactions(self, action):
        return action._get_subactions() if hasattr(action, "_get_subactions") else ()

    def _at(self, indent, format, what):
        before, self._current_indent = self._current_indent, indent
        try:
            return format(what)
        finally:
            self._current_indent = before

    def format_help(self):
        """All of it."""
        text = self._joined(self._parts)
        return _re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n" if text else text

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        prog = self._prog
        if usage is not None:
            return f"{prefix}{usage % {'prog': prog}}\n\n"
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        shown = self._format_actions_usage(optionals + positionals, groups)
        usage = f"{prog} {shown}" if shown else prog
        if len(prefix) + len(usage) > self._width - self._current_indent:
            parts = [_re.findall(r"\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+", self._format_actions_usage(kind, groups)) for kind in (optionals, positionals)]
            usage = "\n".join(self._usage_lines(prog, prefix, *parts))
        return f"{prefix}{usage}\n\n"

    def _usage_lines(self, prog, prefix, optionals, positionals):
        """Usage over several lines: what does not fit beside the program's name goes below it."""
        room = self._width - self._current_indent
        if len(prefix) + len(prog) > 0.75 * room:
            indent = len(prefix)
            lines = self._fill(optionals + positionals, indent, indent, room)
            if len(lines) > 1:
                lines = self._fill(optionals, indent, indent, room) + self._fill(positionals, indent, indent, room)
            return [prog, *lines]
        indent = len(prefix) + len(prog) + 1
        first, rest = (optionals, positionals) if optionals else (positionals, [])
        lines = self._fill([prog, *first], indent, len(prefix), room)
        return [lines[0][indent:], *lines[1:], *self._fill(rest, indent, indent, room)]

    def _fill(self, parts, indent, used, room):
        """Lines of parts, all but the first of which begin after the indent."""
        lines, line, length = [], [], used - 1
        for part in parts:
            if line and length + 1 + len(part) > room:
                lines.append(line)
                line, length = [], indent - 1
            line.append(part)
            length += 1 + len(part)
        return [" " * indent + " ".join(line) for line in [*lines, line] if line]

    def _format_actions_usage(self, actions, groups):
        opening, closing, within = {}, {}, set()
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            visible = [action for action in members if action.help is not SUPPRESS]
            if not visible or members[0] not in actions:
                continue
            start = actions.index(members[0])
            if actions[start:start + len(members)] != members:
                continue
            within.update(visible)
            brackets = "[]" if not group.required else "()" if len(visible) > 1 else ("", "")
            opening[visible[0]] = brackets[0]
            closing[visible[-1]] = brackets[1]
        text, inside = "", False
        for action in actions:
            if action.help is SUPPRESS:
                continue
            inside = inside and action in within and action not in opening
            part = opening.get(action, "") + self._usage_of(action, action in within) + closing.get(action, "")
            text += (" | " if inside else " " if text else "") + part
            inside = action in within and action not in closing
        return text

    def _usage_of(self, action, grouped):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            # The brackets of the group are enough.
            return part[1:-1] if grouped and part[:1] == "[" and part[-1:] == "]" else part
        part = action.format_usage()
        if action.nargs != 0:
            part = f"{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        return part if action.required or grouped else f"[{part}]"

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        indent = " " * self._current_indent
        return self._fill_text(text, max(self._width - self._current_indent, 11), indent) + "\n\n"

    def _format_action(self, action):
        column = min(self._action_max_length + 2, self._max_help_position)
        room = max(self._width - column, 11)
        header = " " * self._current_indent + self._format_action_invocation(action)
        lines = []
        if action.help and action.help.strip():
            help = self._expand_help(action)
            lines = self._split_lines(help, room) if help else []
        if action.help and len(header) <= column - 2:
            header = f"{header:{column}}{lines.pop(0) if lines else ''}"
        text = header + "\n" + "".join([f"{'':{column}}{line}\n" for line in lines])
        for sub in self._subactions(action):
            text += self._at(self._current_indent + self._indent_increment, self._format_action, sub)
        return text

    def _format_action_invocation(self, action):
        if not action.option_strings:
            metavar, = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
            return metavar
        values = ""
        if action.nargs != 0:
            values = " " + self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([name + values for name in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        name = default_metavar
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = "{" + ",".join([str(choice) for choice in action.choices]) + "}"
        return lambda count: name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs == ZERO_OR_MORE:
            given = names(1)
            return ("[%s [%s ...]]" if len(given) == 2 else "[%s ...]") % given
        if nargs in (REMAINDER, SUPPRESS):
            return "..." if nargs == REMAINDER else ""
        shapes = {None: (1, "%s"), OPTIONAL: (1, "[%s]"), ONE_OR_MORE: (2, "%s [%s ...]"), PARSER: (1, "%s ...")}
        if nargs not in shapes:
            if not isinstance(nargs, int):
                raise ValueError("invalid nargs value") from None
            shapes[nargs] = nargs, " ".join(["%s"] * nargs)
        count, shape = shapes[nargs]
        return shape % names(count)

    def _expand_help(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS} | {"prog": self._prog}
        for name, value in values.items():
            values[name] = getattr(value, "__name__", value)
        if values.get("choices") is not None:
            values["choices"] = ", ".join([str(choice) for choice in values["choices"]])
        return self._get_help_string(action) % values

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(_one_line(text), width)

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(_one_line(text), width, initial_indent=indent, subsequent_indent=indent)

    # What another kind of formatter says differently.

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_help_string(self, action):
        return action.help


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    __module__ = "argparse"

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    __module__ = "argparse"

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Says what holds if an argument is not given."""

    __module__ = "argparse"

    def _get_help_string(self, action):
        help = action.help or ""
        takes = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        return help + " (default: %(default)s)" if takes and "%(default)" not in help and action.default is not SUPPRESS else help


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names an argument's value by its type."""

    __module__ = "argparse"

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
