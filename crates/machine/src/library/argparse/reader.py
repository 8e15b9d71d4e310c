"""How arguments are read: which of them are options, and which values belong to what."""

import re as _re

from argparse.action import (
    ArgumentError, ArgumentTypeError, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, _get_action_name,
)

_negative_number = _re.compile(r"-\d+$|-\d*\.\d+$").match


class _Reader:
    """One reading of a list of arguments.

    The shape of the list is a text with a letter for each: O for an option, A for anything else, - for the mark after
    which there are no options."""

    def __init__(self, parser, args, namespace):
        self.parser, self.args, self.namespace = parser, args, namespace
        self.extras, self.seen, self.given = [], set(), set()
        self.positionals = parser._get_positional_actions()
        self.options = {}
        letters = []
        for at, text in enumerate(args):
            if "-" in letters:
                letters.append("A")
                continue
            if text != "--" and (option := self._option(text)):
                self.options[at] = option
            letters.append("-" if text == "--" else "O" if at in self.options else "A")
        self.shape = "".join(letters)

    def read(self):
        """Carries out the actions; what is left over is returned."""
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            following = min(index for index in self.options if index >= at)
            if at != following:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras += self.args[at:following]
                at = following
            at = self._take_option(at)
        at = self._take_positionals(at)
        self.extras += self.args[at:]
        self._check_required()
        return self.extras

    def _option(self, text):
        """(action, name, value) if a text is an option; without an action if it is an unknown one."""
        parser = self.parser
        known = parser._option_string_actions
        if not text or text[0] not in parser.prefix_chars:
            return None
        if text in known:
            return known[text], text, None
        if len(text) == 1:
            return None
        name, mark, value = text.partition("=")
        if mark and name in known:
            return known[name], name, value
        matches = parser._get_option_tuples(text) if hasattr(parser, "_get_option_tuples") else self._abbreviated(text)
        if len(matches) > 1:
            names = ", ".join([name for _, name, _ in matches])
            parser.error(f"ambiguous option: {text} could match {names}")
        if matches:
            return matches[0]
        if " " in text or _negative_number(text) and not parser._has_negative_number_optionals:
            return None
        return None, text, None

    def _abbreviated(self, text):
        """The options that a text may be the beginning of."""
        parser = self.parser
        known = parser._option_string_actions
        if text[1] in parser.prefix_chars:
            name, mark, value = text.partition("=")
            return [(known[full], full, value if mark else None) for full in known if full.startswith(name)] if parser.allow_abbrev else []
        # One letter, and its value without a space.
        return [(known[full], full, text[2:] if full == text[:2] else None) for full in known if full == text[:2] or full.startswith(text)]

    def _take_option(self, at):
        action, name, value = self.options[at]
        parser = self.parser
        if action is None:
            self.extras.append(self.args[at])
            return at + 1
        pending = []
        while value is not None:
            count = self._count(action, "A")
            if count == 1:
                pending.append((action, [value], name))
                break
            # Letters of options that take nothing may stand together.
            together = name[0] + value[:1]
            if count or name[1] in parser.prefix_chars or not value or together not in parser._option_string_actions:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            pending.append((action, [], name))
            action, name, value = parser._option_string_actions[together], together, value[1:] or None
        end = at + 1
        if value is None:
            end += self._count(action, self.shape[end:])
            pending.append((action, self.args[at + 1:end], name))
        for action, texts, name in pending:
            self._act(action, texts, name)
        return end

    def _count(self, action, shape):
        """How many arguments of a shape an option takes."""
        found = _re.match(_pattern(action), shape)
        if found:
            return len(found[1])
        words = {None: "one argument", OPTIONAL: "at most one argument", ONE_OR_MORE: "at least one argument"}
        nargs = action.nargs
        expected = words[nargs] if nargs in words else f"{nargs} argument{'s' * (nargs != 1)}"
        raise ArgumentError(action, "expected " + expected)

    def _take_positionals(self, at):
        """As many positional arguments as there are values for."""
        for many in range(len(self.positionals), 0, -1):
            found = _re.match("".join([_pattern(action) for action in self.positionals[:many]]), self.shape[at:])
            if found:
                ready, self.positionals = self.positionals[:many], self.positionals[many:]
                for action, part in zip(ready, found.groups()):
                    texts = self.args[at:at + len(part)]
                    at += len(part)
                    self._act(action, texts)
                break
        return at

    def _act(self, action, texts, name=None):
        self.seen.add(action)
        values = self._values(action, list(texts))
        if values is not action.default:
            self.given.add(action)
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.given:
                            raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
        if values is not SUPPRESS:
            if name is None:
                action(self.parser, self.namespace, values)
            else:
                action(self.parser, self.namespace, values, name)

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and "--" in texts:
            texts.remove("--")
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            return self._checked(action, self._value(action, value)) if isinstance(value, str) else value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            return texts if action.default is None else self._checked(action, action.default)
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, text) for text in texts]
        if nargs == REMAINDER:
            return values
        if nargs == PARSER:
            self._checked(action, values[0])
            return values
        for value in values:
            self._checked(action, value)
        return values[0] if len(values) == 1 and nargs in (None, OPTIONAL) else values

    def _value(self, action, text):
        """What the type makes of a text."""
        convert = self.parser._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f"{convert!r} is not callable")
        try:
            return convert(text)
        except ArgumentTypeError as wrong:
            raise ArgumentError(action, str(wrong))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}")

    def _checked(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")
        return value

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                # A default that is a text is converted only if it is needed.
                setattr(self.namespace, action.dest, self._value(action, action.default))
        if missing:
            self.parser.error("the following arguments are required: " + ", ".join([name or "" for name in missing]))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and self.given.isdisjoint(group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.parser.error(f"one of the arguments {' '.join(names)} is required")


def _pattern(action):
    """The shape of the values of an action, as a group of a regular expression."""
    nargs = action.nargs
    shapes = {
        None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)", REMAINDER: "([-AO]*)",
        PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)",
    }
    shape = shapes[nargs] if nargs in shapes else f"(-*{'-*'.join('A' * nargs)}-*)"
    # The mark belongs to no option.
    return shape.replace("-*", "").replace("-", "") if action.option_strings else shape
