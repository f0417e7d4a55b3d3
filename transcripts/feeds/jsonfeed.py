"""A feed in JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json

from transcripts.feeds.entries import Entry, Feed

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> bytes:
    """UTF-8."""
    record = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.here,
        "language": feed.language,
        "authors": [{"name": feed.site}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def _item(entry: Entry) -> dict[str, object]:
    moment = entry.published.isoformat(timespec="seconds")
    item = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_html": str(entry.html),
        "summary": entry.summary,
        "date_published": moment,
        "date_modified": moment,
        "authors": [{"name": entry.author}],
        "tags": [entry.kind],
    }
    return item | ({"language": entry.language} if entry.language else {})
