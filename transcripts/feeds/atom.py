"""A feed in Atom (RFC 4287), by Django's generator."""

from __future__ import annotations

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from transcripts.feeds.entries import Entry, Feed
from transcripts.text.formats.xml import FOREIGN

MEDIA_TYPE = "application/atom+xml; charset=utf-8"


class _WithContent(Atom1Feed):
    """Django's feeds have summaries and no content, and are always changed when they are made."""

    def latest_post_date(self):
        return self.feed["changed"]

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, object]) -> None:
        html, summary = item.pop("html"), item.pop("summary")
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("summary", summary, {"type": "text"})
        handler.addQuickElement("content", html, {"type": "html"})


def write(feed: Feed) -> bytes:
    """UTF-8. The feed's id is its own address, an entry's the permalink of its turn."""
    atom = _WithContent(
        _printable(feed.title),
        feed.page,
        "",
        language=feed.language,
        author_name=feed.site,
        feed_url=feed.here,
        feed_guid=feed.here,
        changed=feed.updated,
    )
    for entry in feed.entries:
        _add(atom, entry)
    return atom.writeString("utf-8").encode()


def _add(atom: Atom1Feed, entry: Entry) -> None:
    atom.add_item(
        _printable(entry.title),
        entry.address,
        None,
        unique_id=entry.address,
        author_name=_printable(entry.author),
        pubdate=entry.published,
        updateddate=entry.published,
        categories=(entry.kind,),
        summary=_printable(entry.summary),
        html=_printable(entry.html),
    )


def _printable(text: str) -> str:
    """Without the characters that XML has no way to hold."""
    return FOREIGN.sub("", text)
