"""What differs between the database and the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transcripts.models import Event, OutboxEntry
from transcripts.search.documents import documents_of

CHUNK = 500


def differences(indexed: Mapping[int, Mapping[str, int]]) -> Iterator[str]:
    """A sentence for each difference. `indexed` maps events to their turns' ids and the documents' fingerprints.

    Events that the outbox names as due are left out: that they differ is known.
    """
    due = set(OutboxEntry.objects.due().values_list("event_id", flat=True))
    public = set(Event.objects.published().values_list("pk", flat=True))
    yield from (
        f"Event {event_id} is in the search index, and readers may not see it."
        for event_id in sorted(set(indexed) - public - due)
    )
    ordered = sorted(public - due)
    for start in range(0, len(ordered), CHUNK):
        yield from _event_differences(ordered[start : start + CHUNK], indexed)


def _event_differences(event_ids: list[int], indexed: Mapping[int, Mapping[str, int]]) -> Iterator[str]:
    expected: dict[int, dict[str, int]] = {event_id: {} for event_id in event_ids}
    for document in documents_of(event_ids):
        expected[document.event_id][document.public_id] = document.fingerprint
    for event_id, turns in expected.items():
        found = indexed.get(event_id, {})
        yield from (f"Turn {each} is missing from the search index." for each in sorted(turns.keys() - found.keys()))
        yield from (f"Turn {each} is in the search index, and is gone." for each in sorted(found.keys() - turns.keys()))
        both = sorted(turns.keys() & found.keys())
        yield from (f"Turn {each} is stale in the search index." for each in both if turns[each] != found[each])
