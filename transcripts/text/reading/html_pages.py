"""HTML pages as saved from a web site → paragraphs. Nothing is fetched and no script is run."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from transcripts.text.reading.decoding import decode_text
from transcripts.text.reading.document import Document, numbered
from transcripts.text.reading.html_blocks import Block, blocks
from transcripts.text.reading.html_furniture import content_of, without_furniture
from transcripts.text.reading.html_heads import split_publication
from transcripts.text.reading.html_limits import refuse_huge, without_pictures
from transcripts.text.reading.html_metadata import page_metadata
from transcripts.text.reading.html_tails import split_tail
from transcripts.text.transcript import ParseWarning, UnreadableSource

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
MOST_HEAD_BLOCKS = 15
LONGEST_HEAD = 300
PROSE = 120  # characters that make a paragraph more than a link or a caption


def read_html(data: bytes) -> Document:
    """The paragraphs of the page's own text, between its main heading and its end; the rest of the page is furniture.

    Raises UnreadableSource for a page without text, and for one nested more deeply than a page can be.
    """
    page = without_pictures(data)
    refuse_huge(page)
    text, warnings = decode_text(page, _declared(page))
    body = _body(text)
    metadata = page_metadata(body.getroottree().getroot())
    without_furniture(body)
    content = content_of(body)
    head, inside, after = _parts(list(blocks(body)), content, metadata.get("title", ""))
    head, published = split_publication(head)
    metadata |= {"published": metadata.get("published") or published}
    said, tail = split_tail(inside)
    paragraphs = numbered(block.paragraph for block in (*head, *said))
    if not paragraphs:
        raise UnreadableSource(
            "This page holds no text; perhaps a script puts it there. Copy the text from your browser and paste it."
        )
    return Document(paragraphs, metadata, (*warnings, *_tail(tail), *_left_out(after)))


def _declared(data: bytes) -> str:
    """The encoding that the page names, "" where it names none that is known."""
    found = META_CHARSET.search(data[:4096])
    name = found[1].decode("ascii", "replace") if found else ""
    try:
        # Browsers read Latin-1 as Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
        known = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    return "cp1252" if known in {"iso8859-1", "ascii"} else known


def _body(text: str) -> Any:
    # lxml gives up at 2,048 levels, and says so in its log.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(text.encode(), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableSource(
            "This page is nested too deeply to be read. Copy its text from your browser and paste it."
        )
    body = root.find("body") if root is not None else None
    if body is None:
        raise UnreadableSource("This page is empty. Save it again, or copy its text and paste it.")
    return body


def _parts(found: list[Block], content: Any, title: str) -> tuple[list[Block], list[Block], list[Block]]:
    """The blocks of the head (main heading and what follows it), of the content, and behind it."""
    within = [index for index, block in enumerate(found) if block.is_within(content)]
    if not within:
        return [], found, []
    first, last = within[0], within[-1]
    begins = max((i for i in range(first) if found[i].is_title(title)), default=first)
    head = found[begins:first]
    if len(head) > MOST_HEAD_BLOCKS or any(len(block.text) > LONGEST_HEAD for block in head):
        head = []
    return head, found[first : last + 1], found[last + 1 :]


def _tail(tail: Sequence[Block]) -> list[ParseWarning]:
    if not tail:
        return []
    message = (
        f"{len(tail)} lines below the transcript, from “{tail[0].text[:60]}” on, were taken for a part of the web page "
        "and left out. If one was said, add it."
    )
    return [ParseWarning(0, "left-out", message)]


def _left_out(after: list[Block]) -> list[ParseWarning]:
    prose = [block for block in after if len(block.text) >= PROSE]
    if not prose:
        return []
    message = (
        f"Text below the transcript was taken for a part of the web page and left out ({len(prose)} paragraphs, "
        f"from “{prose[0].text[:60]}…”). If it was said, add it."
    )
    return [ParseWarning(0, "left-out", message)]
