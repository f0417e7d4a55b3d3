"""What a page puts behind its text without saying so in its markup: other pages, contacts, subjects, rights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transcripts.text.reading.html_blocks import Block

MOST_BLOCKS = 60
LONGEST = 300
LINKED = 0.8  # share of the text that is links
# How such lines begin, in the languages of the archive; what was said stands behind a label and begins otherwise.
BEGINNINGS = (
    "share this", "share on", "share:", "tags:", "tagged:", "subjects:", "subject:", "topics:", "keywords:", "related:",
    "related links", "related articles", "related content", "related news",
    "media contact", "media enquiries", "media inquiries", "press contact", "contact:", "you may also", "read more",
    "see also", "previous:", "next:", "previous post", "next post", "sign up", "subscribe", "follow us", "back to top",
    "print this", "print page", "©", "(c) ", "copyright", "all rights reserved", "filed under", "last updated",
    "etiquetas:", "compartir", "compartilhe", "contacto de prensa", "te puede interesar", "también te puede",
    "partager", "mots-clés", "contact presse", "à lire aussi", "voir aussi", "teilen", "schlagworte", "pressekontakt",
    "das könnte sie", "condividi", "leggi anche", "veja também", "udostępnij", "поделиться", "теги:",
)  # fmt: skip


def split_tail(found: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks of the text, and those behind it that are the page's own: from the end on, until one was said."""
    keep = len(found)
    floor = max(1, keep - MOST_BLOCKS)
    while keep > floor and _is_tail(found[keep - 1], is_above=keep < len(found)):
        keep -= 1
    return found[:keep], found[keep:]


def _is_tail(block: Block, *, is_above: bool) -> bool:
    """`is_above` says that it stands above others, whose heading it may be."""
    text = block.text.casefold()
    if len(text) > LONGEST:
        return False
    heads = is_above and "heading" in block.paragraph.hints
    return heads or text.startswith(BEGINNINGS) or _linked(block.element) >= len("".join(text.split())) * LINKED


def _linked(element: Any) -> int:
    """Characters of the links in an element, or of it where it stands in one."""
    links = [element] if any(parent.tag == "a" for parent in element.iterancestors()) else element.iter("a")
    return sum(len("".join("".join(link.itertext()).split())) for link in links if link.get("href") or link is element)
