"""The block of fields between two `---` lines that some archives put before a text.

It is the plain part of YAML that such files use: `key: value`, quoted values over several lines, and lists of
`- item`. Anything else is no front matter and stays text. Source: https://yaml.org/spec/1.2.2/ sections 7.3 and 8.2.
"""

from __future__ import annotations

import re

FENCE = "---"
MOST_LINES = 200
FIELD = re.compile(r"([A-Za-z][\w-]{0,40}):(?:\s+(.*))?$", re.DOTALL)
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "_": "\N{NO-BREAK SPACE}", "N": "\N{NEXT LINE}"}


def split_front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields, and how many lines they took: ({}, 0) where there is no front matter. Lists are joined with "; "."""
    if not lines or lines[0].rstrip() != FENCE:
        return {}, 0
    for end, line in enumerate(lines[1:MOST_LINES], start=1):
        if line.rstrip() == FENCE:
            fields = _fields(lines[1:end])
            return fields, end + 1 if fields else 0
    return {}, 0


def _fields(lines: list[str]) -> dict[str, str]:
    """The fields, or none at all when a line is neither a field nor the continuation of one."""
    fields: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        found = FIELD.match(line)
        if found:
            key = found[1].casefold()
            fields[key] = [found[2] or ""]
        elif key and (not line.strip() or line[0].isspace() or line.startswith("- ")):
            fields[key].append(line.strip())
        else:
            return {}
    return {key: _value([part for part in parts if part]) for key, parts in fields.items()}


def _value(parts: list[str]) -> str:
    if parts and all(part.startswith("- ") for part in parts):
        return "; ".join(_scalar(part[2:].strip()) for part in parts)
    # A backslash at the line's end joins the next line without a space.
    return _scalar("\n".join(parts).replace("\\\n", "").replace("\n", " ").strip())


def _scalar(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return ESCAPE.sub(_unescape, value[1:-1])
    return value


def _unescape(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    if not code:
        return ESCAPES.get(escape[3], escape[3])
    character = chr(int(code, 16))
    return character if character.isprintable() or character.isspace() or ord(character) > 127 else ""
