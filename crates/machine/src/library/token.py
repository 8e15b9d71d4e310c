"""Kinds of tokens."""

_signs = {"LPAR": "(", "RPAR": ")", "LSQB": "[", "RSQB": "]", "COLON": ":", "COMMA": ",", "SEMI": ";", "PLUS": "+", "MINUS": "-", "STAR": "*",
          "SLASH": "/", "VBAR": "|", "AMPER": "&", "LESS": "<", "GREATER": ">", "EQUAL": "=", "DOT": ".", "PERCENT": "%", "LBRACE": "{",
          "RBRACE": "}", "EQEQUAL": "==", "NOTEQUAL": "!=", "LESSEQUAL": "<=", "GREATEREQUAL": ">=", "TILDE": "~", "CIRCUMFLEX": "^",
          "LEFTSHIFT": "<<", "RIGHTSHIFT": ">>", "DOUBLESTAR": "**", "PLUSEQUAL": "+=", "MINEQUAL": "-=", "STAREQUAL": "*=", "SLASHEQUAL": "/=",
          "PERCENTEQUAL": "%=", "AMPEREQUAL": "&=", "VBAREQUAL": "|=", "CIRCUMFLEXEQUAL": "^=", "LEFTSHIFTEQUAL": "<<=",
          "RIGHTSHIFTEQUAL": ">>=", "DOUBLESTAREQUAL": "**=", "DOUBLESLASH": "//", "DOUBLESLASHEQUAL": "//=", "AT": "@", "ATEQUAL": "@=",
          "RARROW": "->", "ELLIPSIS": "...", "COLONEQUAL": ":=", "EXCLAMATION": "!"}
_names = ["ENDMARKER", "NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT", *_signs, "OP", "AWAIT", "ASYNC", "TYPE_IGNORE", "TYPE_COMMENT",
          "SOFT_KEYWORD", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END", "COMMENT", "NL", "ERRORTOKEN", "ENCODING", "N_TOKENS"]

tok_name = {**dict(enumerate(_names)), 256: "NT_OFFSET"}
globals().update({name: number for number, name in tok_name.items()})
EXACT_TOKEN_TYPES = {sign: globals()[name] for name, sign in sorted(_signs.items(), key=lambda pair: pair[1])}
__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF", *tok_name.values()]


def ISTERMINAL(x):
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    return x >= NT_OFFSET


def ISEOF(x):
    return x == ENDMARKER
