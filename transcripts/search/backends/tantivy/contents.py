"""What is in the index, event by event, read from its columns."""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import FieldType, Query

from transcripts.search.backends.tantivy.schema import public_id_of, schema
from transcripts.search.backends.tantivy.snapshot import Snapshot

AT_ONCE = 50_000
MOST = 2**40  # above every event's number
Fingerprints = dict[str, int]


def contents(snapshot: Snapshot, low: int = 0, high: int = MOST) -> Iterator[tuple[int, Fingerprints]]:
    """For each event numbered from `low` to `high` its turns' public ids and their documents' fingerprints."""
    while found := _from(snapshot, low, high):
        # The last event may have more turns than were read: it is read again, unless these are all there are.
        whole = len(found) < 2 or sum(map(len, found.values())) < AT_ONCE
        last = max(found)
        yield from ((event, turns) for event, turns in sorted(found.items()) if whole or event != last)
        low = last + 1 if whole else last


def _from(snapshot: Snapshot, low: int, high: int) -> dict[int, Fingerprints]:
    within = Query.range_query(schema(), "event_id", FieldType.Unsigned, low, high)
    addresses = [address for _place, address in snapshot.ordered(within, 0, AT_ONCE, by="event_id").hits]
    columns = (snapshot.column(name, addresses) for name in ("event_id", "key", "fingerprint"))
    found: dict[int, Fingerprints] = {}
    for event, key, fingerprint in zip(*columns, strict=True):
        found.setdefault(event, {})[public_id_of(key)] = fingerprint
    return found
