"""The lines that a page puts between its main heading and its text: which tell of the event, which of the page."""

from __future__ import annotations

from collections.abc import Sequence

from transcripts.text.reading.html_blocks import Block

LONGEST = 120
PUBLISHING = (
    "issued", "published", "posted", "publication", "released", "fecha de publicación", "publicado", "publicación",
    "publié", "mis en ligne", "veröffentlicht", "erschienen", "data de publicação", "pubblicato", "gepubliceerd",
    "opublikowano", "publicerad", "julkaistu", "опубликовано",
)  # fmt: skip
LEADS = ("subtitle", "subhead", "sub-title", "lead", "deck", "standfirst", "summary", "intro", "kicker")


def split_publication(head: Sequence[Block]) -> tuple[list[Block], str]:
    """The lines that tell of the event, and when the page was published, "" where it does not say."""
    kept: list[Block] = []
    published, follows = "", False
    for block in head:
        names_publication = any(word in block.text.casefold() for word in PUBLISHING) and len(block.text) <= LONGEST
        has_digits = any(character.isdigit() for character in block.text)
        if has_digits and (names_publication or follows):
            published = published or block.text
        elif not names_publication and _tells_of_event(block, has_digits=has_digits):
            kept.append(block)
        follows = names_publication and not has_digits
    return kept, published


def _tells_of_event(block: Block, *, has_digits: bool) -> bool:
    """Headings, dates, what is in brackets, and what the page itself calls a subtitle."""
    names = (block.element.get("class") or "").casefold()
    in_brackets = block.text[0] in "([" and block.text[-1] in ")]"
    short = len(block.text) <= LONGEST
    return (
        "heading" in block.paragraph.hints
        or (short and (has_digits or in_brackets))
        or any(lead in names for lead in LEADS)
    )
