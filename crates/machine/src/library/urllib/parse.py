"""Addresses of the web: taken apart, put together, quoted."""

from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus",
           "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult"]

_schemes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_plain = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_with_parameters = "", "ftp", "hdl", "prospero", "http", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel"
_hierarchical = "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"


class _Place:
    """What a network location has in it."""

    __slots__ = ()

    def _parts(self):
        user, at, host = self.netloc.rpartition("@")
        name, colon, password = user.partition(":")
        inside, bracket, after = host.partition("]")
        if bracket:
            host, _, port = inside.partition("[")[2], None, after.partition(":")[2]
        else:
            host, _, port = host.partition(":")
        return name if at else None, password if colon else None, host, port

    username = property(lambda self: self._parts()[0])
    password = property(lambda self: self._parts()[1])
    hostname = property(lambda self: self._parts()[2].lower() or None)

    @property
    def port(self):
        port = self._parts()[3]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class DefragResult(namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return self.url + ("#" + self.fragment if self.fragment else "")


class SplitResult(namedtuple("SplitResult", "scheme netloc path query fragment"), _Place):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Place):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    """The five parts of scheme://netloc/path?query#fragment."""
    url = url.lstrip("".join(map(chr, range(33)))).replace("\n", "").replace("\r", "").replace("\t", "")
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and head and head[0].isascii() and head[0].isalpha() and all(c in _schemes for c in head):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min([at for c in "/?#" if (at := url.find(c, 2)) >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) is not ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    """The six parts: the parameters of the last piece of the path too."""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in _with_parameters and ";" in path:
        at = path.find(";", max(path.rfind("/"), 0))
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in _hierarchical and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    return (scheme + ":" if scheme else "") + url + ("?" + query if query else "") + ("#" + fragment if fragment else "")


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urldefrag(url):
    """The address without its fragment, and the fragment."""
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment) if "#" in url else DefragResult(url, "")


def urljoin(base, url, allow_fragments=True):
    """The address that a relative one means, seen from a base."""
    if not base or not url:
        return url or base
    old = urlparse(base, "", allow_fragments)
    new = urlparse(url, old.scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in _hierarchical:
        return url
    if new.netloc:
        return urlunparse(new)
    if not new.path and not new.params:
        return urlunparse((old.scheme, old.netloc, old.path, old.params, new.query or old.query, new.fragment))
    folders = old.path.split("/")
    if folders[-1] != "":
        folders.pop()
    if new.path[:1] == "/":
        steps = new.path.split("/")
    else:
        steps = folders + new.path.split("/")
        steps[1:-1] = filter(None, steps[1:-1])
    kept = []
    for step in steps:
        if step == "..":
            if kept:
                kept.pop()
        elif step != ".":
            kept.append(step)
    if steps[-1] in (".", ".."):
        kept.append("")
    return urlunparse((old.scheme, old.netloc, "/".join(kept) or "/", new.params, new.query, new.fragment))


def quote_from_bytes(bs, safe="/"):
    kept = _plain | set(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join([chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs])


def quote(string, safe="/", encoding=None, errors=None):
    """The text with %XX for all that has a meaning in an address."""
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None or errors is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes" if encoding is not None else "quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same, and a plus for a blank."""
    blank = " " if isinstance(safe, str) else b" "
    return quote(string, safe + blank, encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    data = string.encode() if isinstance(string, str) else string
    first, *parts = data.split(b"%")
    result = [first]
    for part in parts:
        try:
            result.append(bytes.fromhex(part[:2].decode("ascii")) + part[2:] if len(part) > 1 and b" " not in part[:2] else b"%" + part)
        except ValueError:
            result.append(b"%" + part)
    return b"".join(result)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text with what each %XX stands for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    return unquote_to_bytes(string).decode(encoding, errors) if "%" in string else string


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """The names and values of a query, as pairs."""
    pairs = []
    if max_num_fields is not None and qs and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    for piece in qs.split(separator):
        name, equals, value = piece.partition("=")
        if strict_parsing and not equals:
            raise ValueError(f"bad query field: {piece!r}")
        if piece and (value or keep_blank_values):
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """The names of a query, each with the list of its values."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A query of a mapping or of pairs."""
    pairs = query.items() if hasattr(query, "items") else query

    def shown(value):
        return quote_via(value, safe) if isinstance(value, bytes) else quote_via(str(value), safe, encoding, errors)

    made = []
    for name, value in pairs:
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__")
        made += [f"{shown(name)}={shown(one)}" for one in (value if several else [value])]
    return "&".join(made)
