"""What the archive holds of a person or an outlet, in short, for an editor who compares two."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, Min, QuerySet

from transcripts.models import Event, Organization, Person, Turn
from transcripts.models.people import name_key

LATEST = 5
EXAMPLES = 3
FACTS = 12

# What is said of a person beside the names: offices and outlets; of an outlet: who spoke for it.
BESIDE = {Person: ("role", "affiliation__name"), Organization: ("speaker__name",)}


@dataclass(frozen=True, slots=True)
class Portrait:
    """`beside` are offices and outlets of a person, or the voices of an outlet: as printed, the most frequent first."""

    bearer: Person | Organization
    aliases: tuple[str, ...]
    turns: int
    events: int
    first: int | None
    last: int | None
    beside: tuple[str, ...]
    latest: tuple[Event, ...]
    examples: tuple[Turn, ...]


def portrait(bearer: Person | Organization) -> Portrait:
    """Over the turns that stand today, in drafts as well. At most seven queries."""
    turns = bearer.turns.current()
    counts = turns.aggregate(
        turns=Count("pk"),
        events=Count("event", distinct=True),
        first=Min("event__date__year"),
        last=Max("event__date__year"),
    )
    events = Event.objects.filter(pk__in=turns.values("event"))
    return Portrait(
        bearer=bearer,
        aliases=other_names(bearer),
        beside=tuple(fact for field in BESIDE[type(bearer)] for fact in _most_frequent(turns, field)),
        latest=tuple(events.newest_first()[:LATEST]),
        examples=tuple(turns.select_related("event", "speaker").order_by("-event__date", "position")[:EXAMPLES]),
        **counts,
    )


def other_names(bearer: Person | Organization) -> tuple[str, ...]:
    """The names it is printed under besides its own."""
    return tuple(bearer.aliases.exclude(key=name_key(bearer.name)).values_list("name", flat=True))


def _most_frequent(turns: QuerySet[Turn], field: str) -> list[str]:
    counted = turns.exclude(**{f"{field.removesuffix('__name')}": None if "__" in field else ""})
    return list(counted.values_list(field, flat=True).annotate(count=Count("pk")).order_by("-count", field)[:FACTS])
