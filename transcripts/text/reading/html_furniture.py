"""What of a web page is its text, and what is furniture: menus, banners, buttons, related links."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

NEVER_TEXT = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video",
    "map", "button", "select", "option", "input", "textarea", "label", "dialog", "head", "link", "meta", "title",
    "img",
})  # fmt: skip
FURNITURE = frozenset({"nav", "footer", "aside", "figure", "form", "menu"})
ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu"})
WORDS = frozenset({
    "share", "sharing", "social", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "related",
    "menu", "nav", "navbar", "navigation", "sidebar", "newsletter", "subscribe", "subscription", "comments",
    "pagination", "pager", "ad", "advert", "adverts", "advertisement", "ads", "promo", "popup", "modal", "skip",
    "toolbar", "footer", "topbar", "masthead", "recommended", "suggestions", "signup",
})  # fmt: skip
NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CONTAINERS = frozenset({
    "body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "center", "form", "span", "font",
})  # fmt: skip
MOST_OF_PAGE = 0.3  # what holds more of the text is no furniture, whatever it is called
CONTENT_SHARE = 0.9
PROSE = 40  # characters; shorter lines are as often menus as text


def without_furniture(body: Any) -> None:
    """Take out of the tree, in place, what is not shown or not the page's own text."""
    for element in [e for e in body.iter() if not isinstance(e.tag, str) or e.tag in NEVER_TEXT]:
        _drop(element)
    lengths = _lengths(body)
    whole = max(1, lengths[body])
    for element in [e for e in body.iter() if _is_furniture(e)]:
        if element is not body and lengths[element] < whole * MOST_OF_PAGE:
            _drop(element)


def _drop(element: Any) -> None:
    """Remove an element and keep the text behind it, which belongs to its parent."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail, element.getprevious()
    parent.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail


def _is_furniture(element: Any) -> bool:
    if element.tag in FURNITURE or element.get("role") in ROLES:
        return True
    if element.tag == "header":
        return element.find(".//h1") is None
    if element.get("hidden") is not None or INVISIBLE.search(element.get("style") or ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return any(part.casefold() in WORDS for part in NAME_PARTS.findall(names[:500]))


def _lengths(root: Any) -> dict[Any, int]:
    """Characters of text inside each element, those of the elements in it included."""
    lengths: dict[Any, int] = {}
    for _event, element in etree.iterwalk(root, events=("end",)):
        own = len((element.text or "").strip())
        lengths[element] = own + sum(lengths[child] + len((child.tail or "").strip()) for child in element)
    return lengths


def content_of(body: Any) -> Any:
    """The smallest element that holds nearly all of the page's prose."""
    prose = _prose(body)
    content = body
    while True:
        best = max(content, key=lambda child: prose[child], default=None)
        if best is None or best.tag not in CONTAINERS or prose[best] < prose[content] * CONTENT_SHARE:
            return content
        content = best


def _prose(root: Any) -> dict[Any, int]:
    """Characters of runs of text that are longer than a menu's, and in no link, inside each element."""
    prose: dict[Any, int] = {}
    for _event, element in etree.iterwalk(root, events=("end",)):
        own = 0 if element.tag == "a" else _long(element.text) + sum(_long(child.tail) for child in element)
        prose[element] = own + sum(prose[child] for child in element)
    return prose


def _long(text: str | None) -> int:
    length = len((text or "").strip())
    return length if length >= PROSE else 0
