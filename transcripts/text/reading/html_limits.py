"""What makes a page too much to read: its size without the pictures in it, its tags, the attributes of one tag."""

from __future__ import annotations

import re

from transcripts.text.reading.limits import refuse_large, refuse_many

MOST_BYTES = 10 * 2**20
MOST_TAGS = 100_000
LONG_TAG = 4000  # bytes; shorter ones need no counting
MOST_ATTRIBUTES = 1000  # libxml2's time grows with their square
PICTURE = re.compile(rb"data:[\w.+/-]{1,80};base64,[A-Za-z0-9+/=%\s]{40,}")
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def without_pictures(data: bytes) -> bytes:
    """The page without pictures, fonts and the like that were saved into it."""
    return PICTURE.sub(b"data:,", data) if b";base64," in data else data


def refuse_huge(data: bytes) -> None:
    """Raises UnreadableSource for more than any page of text holds."""
    refuse_large(data, MOST_BYTES)
    refuse_many(data.count(b"<"), "tags", MOST_TAGS)
    for part in data.split(b"<"):
        if len(part) > LONG_TAG:
            tag = part.partition(b">")[0]
            if len(tag) > LONG_TAG and not part.startswith((b"!", b"script", b"style")):
                refuse_many(len(QUOTED.sub(b"", tag).split()), "attributes of one tag", MOST_ATTRIBUTES)
