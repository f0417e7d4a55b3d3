"""What a web page says of itself: title, date, language, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

SITE_NAME = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")
META = {
    "og:title": "title",
    "dc.title": "title",
    "citation_title": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date": "published",
    "dcterms.date": "published",
    "date": "published",
    "article:modified_time": "updated",
    "datemodified": "updated",
    "og:url": "source",
}
LINKED = {"headline": "title", "datePublished": "published", "dateModified": "updated", "inLanguage": "language"}
LONGEST_LINKED = 200_000


def page_metadata(root: Any) -> dict[str, str]:
    """title, published, updated, language, source: as the page states them, first what is surest."""
    found: dict[str, str] = {}
    for name, value in _statements(root):
        clean = " ".join(value.split())
        if clean:
            found.setdefault(name, clean)
    return found


def _statements(root: Any) -> Iterator[tuple[str, str]]:
    heads = root.findall(".//h1")
    if len(heads) == 1:
        yield "title", "".join(heads[0].itertext())
    yield "language", (root.get("lang") or "")[:2].casefold()
    for link in root.iterfind(".//link[@rel='canonical']"):
        yield "source", link.get("href") or ""
    for meta in root.iterfind(".//meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()
        if name in META:
            value = meta.get("content") or ""
            yield META[name], _without_site(value, root) if META[name] == "title" else value
    yield from _linked(root)
    for time in root.iterfind(".//time[@datetime]"):
        yield "published", time.get("datetime")
    yield "title", _without_site(root.findtext(".//title") or "", root)


def _without_site(title: str, root: Any) -> str:
    """The title without the name of the site behind it."""
    site = next((m.get("content") for m in root.iterfind(".//meta[@property='og:site_name']")), None)
    clean = " ".join(title.split())
    if site and clean.casefold().endswith(site.strip().casefold()):
        return clean[: len(clean) - len(site.strip())].rstrip(" |–—·»-")
    return SITE_NAME.sub("", clean) if "|" in clean else clean


def _linked(root: Any) -> Iterator[tuple[str, str]]:
    """JSON-LD, as https://schema.org/Article; what cannot be read is passed over."""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            stated = json.loads((script.text or "")[:LONGEST_LINKED])
        except (ValueError, RecursionError):
            continue
        graph = stated.get("@graph", [stated]) if isinstance(stated, dict) else stated
        for node in graph if isinstance(graph, list) else []:
            yield from (
                (name, node[key])
                for key, name in LINKED.items()
                if isinstance(node, dict) and isinstance(node.get(key), str)
            )
