"""Who of the archive may be meant by a name that it does not know to the letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef

from transcripts.identities.families import Family
from transcripts.models import Event, Turn
from transcripts.text.naming import Likeness

# So many aliases are compared for all names of an event: what very many have in common is no clue.
LOOKED_AT = 5_000


@dataclass(slots=True)
class Candidates:
    """Bearers by the clues of their names, the archive's and those that are being made."""

    family: Family
    by_clue: dict[str, list[tuple[Any, str]]] = field(default_factory=dict)

    def add(self, bearer: Any, name: str) -> None:
        for clue in self.family.clues_of(name):
            self.by_clue.setdefault(clue, []).append((bearer, name))

    def like(self, name: str) -> list[tuple[Any, Likeness]]:
        """Each bearer that may have this name, once, the likeliest first; none that one of its names speaks against."""
        best: dict[int, tuple[Any, Likeness]] = {}
        excluded: set[int] = set()
        for bearer, known in self._near(name):
            likeness = self.family.compare(name, known)
            if likeness and not likeness.score:
                excluded.add(id(bearer))
            elif likeness and (id(bearer) not in best or likeness.score > best[id(bearer)][1].score):
                best[id(bearer)] = bearer, likeness
        found = [pair for key, pair in best.items() if key not in excluded]
        return sorted(found, key=lambda pair: -pair[1].score)

    def _near(self, name: str) -> Iterable[tuple[Any, str]]:
        near = (entry for clue in self.family.clues_of(name) for entry in self.by_clue.get(clue, ()))
        # By identity: those that are being made have no number yet.
        return {(id(bearer), known): (bearer, known) for bearer, known in near}.values()


def candidates(family: Family, names: Iterable[str]) -> Candidates:
    """Those of the archive that share a clue with any of the names. One query, by an indexed column."""
    found = Candidates(family)
    clues = {clue for name in names for clue in family.clues_of(name)}
    if not clues:
        return found
    bearer = f"alias__{family.field}"
    columns = ("key", "alias__name", f"{bearer}_id", f"{bearer}__slug", f"{bearer}__name", f"{bearer}__merged_into_id")
    rows = family.clue.objects.filter(key__in=clues)
    bearers: dict[int, Any] = {}
    # In this order the whole name's clue comes first, then the surname's.
    for key, name, number, slug, called, gone in rows.order_by("-key", "pk").values_list(*columns)[:LOOKED_AT]:
        if gone:  # asked of each row: as a condition it makes SQLite begin with all people
            continue
        if number not in bearers:
            bearers[number] = family.bearer(pk=number, slug=slug, name=called)
        found.by_clue.setdefault(key, []).append((bearers[number], name))
    return found


def nearness(family: Family, event: Event | None, bearers: Iterable[Any]) -> dict[int, int]:
    """By number: 2 for who has turns in the event, 1 for who has some in its series. One query, or none."""
    numbers = {bearer.pk for bearer in bearers if bearer.pk}
    if event is None or not numbers:
        return {}
    turns = Turn.objects.filter(**{family.said: OuterRef("pk")})
    near = family.bearer.objects.filter(pk__in=numbers).annotate(
        here=Exists(turns.filter(event=event)), home=Exists(turns.filter(event__series=event.series_id))
    )
    rows = near.values_list("pk", "here", "home")
    return {pk: 2 if here else 1 for pk, here, home in rows if here or (home and event.series_id)}
