"""The parts of a rebuild: each an index of the events within a range of keys, made by one process.

A part that is complete outlives the process: a rebuild that was killed and is begun again makes the others alone.
"""

from __future__ import annotations

import json
import shutil
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from django.db.models import Count, Max

from transcripts.models import Event, Revision, Turn
from transcripts.search.backends.whoosh import writing
from transcripts.search.documents import documents_of

EVENTS_A_PART = 1000  # with 20 turns each: 200 MB while it is made, and few segments to look into
PLAN = "plan.json"
STATE = "state"  # in a part: what the rows were when it was begun


class Part(NamedTuple):
    """`first` and `last` are keys of events, `count` is how many public ones there were between them, both included."""

    path: Path
    first: int
    last: int
    count: int


def plan(directory: Path, workers: int) -> None:
    """Write down which parts are to be made: as many for each worker, and none larger than memory should hold."""
    event_ids = list(Event.objects.published().order_by("pk").values_list("pk", flat=True))
    rounds = -(-len(event_ids) // (EVENTS_A_PART * workers))
    size = max(-(-len(event_ids) // max(rounds * workers, 1)), 1)
    chunks = [event_ids[start : start + size] for start in range(0, len(event_ids), size)]
    fresh = directory / f"{PLAN}.new"
    fresh.write_text(json.dumps([(chunk[0], chunk[-1], len(chunk)) for chunk in chunks]), encoding="ascii")
    fresh.replace(directory / PLAN)


def planned(directory: Path) -> list[Part]:
    """The parts that are to be made in this directory, in order."""
    ranges = json.loads((directory / PLAN).read_text(encoding="ascii"))
    return [Part(directory / f"part-{number:06}", *each) for number, each in enumerate(ranges)]


def has_plan(directory: Path) -> bool:
    return (directory / PLAN).exists()


def make(part: Part, schema: Any, model: str) -> None:
    """Index the part's events, unless that was done and nothing was published in its range since."""
    state = _state(part)
    if part.path.exists() and (part.path / STATE).read_text(encoding="ascii") == state:
        return
    unfinished = part.path.with_name(f"unfinished-{part.path.name}")
    for path in (part.path, unfinished):
        shutil.rmtree(path, ignore_errors=True)
    unfinished.mkdir()
    (unfinished / STATE).write_text(state, encoding="ascii")
    writing.create(unfinished, schema)
    writing.write(unfinished, documents_of(_event_ids(part)), model=model)
    unfinished.rename(part.path)


def _event_ids(part: Part) -> list[int]:
    return list(Event.objects.published().filter(pk__range=(part.first, part.last)).values_list("pk", flat=True))


def _state(part: Part) -> str:
    """Differs when the rows are others: such as those of a backup, which nobody has noted as changed."""
    within = {"event_id__gte": part.first, "event_id__lte": part.last}
    turns = Turn.objects.published().filter(**within).order_by().values_list("event_id")
    revisions = Revision.objects.filter(**within).aggregate(Max("pk"), Count("pk"))
    seen = [sorted(turns.annotate(Count("pk"), Max("pk"))), sorted(revisions.items())]
    return f"{zlib.crc32(repr(seen).encode()):08x}"
