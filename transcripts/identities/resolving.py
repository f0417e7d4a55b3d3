"""Names → bearers: linked where it is sure, made new where it is not, with a proposal where it is likely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from transcripts.identities.candidates import Candidates, candidates, nearness
from transcripts.identities.families import OUTLETS, PEOPLE, Family
from transcripts.identities.names import add_aliases, by_key
from transcripts.models import Event, Organization, Person
from transcripts.models.locks import hold
from transcripts.models.people import name_key
from transcripts.models.slugs import new_slugs
from transcripts.text.naming import Likeness, Reason

# An editor looks at so many for one name; to who is near, a surname alone points more surely.
PROPOSED = 3
NEARER = 0.1


def resolve_people(names: Iterable[str], event: Event | None = None) -> dict[str, Person]:
    """Each name's person, made where the archive does not surely know the name. Names that are blank are left out.

    Of several people of one name it is the one of the event, else of its series, else somebody new; so it is with a
    surname alone, where the event is in a series. Whom a new person may be is proposed to the editors. A constant
    number of queries, but for names whose address is taken by another. Call it inside a transaction.
    """
    return _resolve(PEOPLE, names, event)


def resolve_organizations(names: Iterable[str], event: Event | None = None) -> dict[str, Organization]:
    """As `resolve_people`, for outlets and other bodies."""
    return _resolve(OUTLETS, names, event)


def known_people(names: Iterable[str], event: Event | None = None) -> dict[str, Person]:
    """Those of the names that the archive surely knows, each with its person. Three queries at most; makes nobody."""
    return _known(PEOPLE, names, event)


def known_organizations(names: Iterable[str], event: Event | None = None) -> dict[str, Organization]:
    """As `known_people`, for outlets and other bodies."""
    return _known(OUTLETS, names, event)


@dataclass(slots=True)
class Resolution:
    """What is decided of an event's names so far. `found` is by key; what is `made` and `linked` is not stored yet."""

    family: Family
    pool: Candidates
    series: bool
    near: dict[int, int] = field(default_factory=dict)
    answers: set[tuple[int, str]] = field(default_factory=set)
    found: dict[str, Any] = field(default_factory=dict)
    made: list[Any] = field(default_factory=list)
    linked: list[tuple[Any, str]] = field(default_factory=list)
    proposed: list[tuple[Any, Any, str, Likeness]] = field(default_factory=list)

    def needs_nearness(self, name: str) -> bool:
        return self.series and self.family.is_partial(name)

    def link(self, bearer: Any, name: str) -> None:
        self.found[name_key(name)] = bearer
        if (bearer.pk, name_key(name)) not in self.answers:
            self.linked.append((bearer, name))
            self.pool.add(bearer, name)

    def make(self, name: str, like: list[tuple[Any, Likeness]]) -> None:
        bearer = self.family.bearer(name=name)
        self.made.append(bearer)
        self.link(bearer, name)
        likely = sorted(like, key=lambda pair: -self.score(*pair))[:PROPOSED]
        self.proposed += [(bearer, candidate, name, likeness) for candidate, likeness in likely]

    def score(self, candidate: Any, likeness: Likeness) -> float:
        return min(1.0, likeness.score + NEARER * self.near.get(candidate.pk, 0))

    def one_of(self, bearers: list[Any], *, near: bool) -> Any | None:
        """The only one, who may have to be near; of several the only one in the event, else in its series."""
        ranked = sorted(bearers, key=lambda bearer: -self.near.get(bearer.pk, 0))
        ranks = [self.near.get(bearer.pk, 0) for bearer in ranked]
        if not ranked or (near and not ranks[0]) or (len(ranks) > 1 and ranks[0] == ranks[1]):
            return None
        return ranked[0]


def _known(family: Family, names: Iterable[str], event: Event | None) -> dict[str, Any]:
    keys = _keys(names)
    work, unsure = _begin(family, keys, event)
    for name in unsure:
        bearer = _sure(work, name)
        if bearer:
            work.found[name_key(name)] = bearer
    return {name: work.found[key] for name, key in keys.items() if key in work.found}


def _resolve(family: Family, names: Iterable[str], event: Event | None) -> dict[str, Any]:
    keys = _keys(names)
    work, unsure = _begin(family, keys, event)
    # Two who make the same new name at once would make two bearers of it.
    if unsure and hold(family.field):
        work, unsure = _begin(family, keys, event)
    for name in unsure:
        bearer = _sure(work, name)
        if bearer:
            work.link(bearer, name)
        else:
            work.make(name, work.pool.like(name))
    _store(work, event)
    return {name: work.found[key] for name, key in keys.items()}


def _keys(names: Iterable[str]) -> dict[str, str]:
    return {name: key for name in names if (key := name_key(name))}


def _begin(family: Family, keys: dict[str, str], event: Event | None) -> tuple[Resolution, list[str]]:
    """What is known to the letter, and the names that are not or that several may have, each key's once."""
    bearers = by_key(family, keys.values())
    work = Resolution(family, Candidates(family), series=bool(event and event.series_id))
    work.answers = {(bearer.pk, key) for key, several in bearers.items() for bearer in several}
    first = {key: name for name, key in reversed(keys.items())}
    unsure = [name for key, name in first.items() if len(bearers.get(key, ())) != 1 or work.needs_nearness(name)]
    work.pool = candidates(family, unsure)
    if event:
        likely = [bearer for name in unsure for bearer, _likeness in work.pool.like(name)]
        work.near = nearness(family, event, likely)
    for key, several in bearers.items():
        if one := work.one_of(several, near=work.needs_nearness(first[key])):
            work.found[key] = one
    return work, [name for name in reversed(unsure) if keys[name] not in work.found]


def _sure(work: Resolution, name: str) -> Any | None:
    like = work.pool.like(name)
    sure = [bearer for bearer, likeness in like if likeness.sure or likeness.reason == Reason.NAMESAKE]
    return work.one_of(sure, near=work.needs_nearness(name))


def _store(work: Resolution, event: Event | None) -> None:
    if not work.linked:
        return
    slugs = new_slugs(work.family.bearer.objects.all(), [one.name for one in work.made], fallback=work.family.field)
    for bearer, slug in zip(work.made, slugs, strict=True):
        bearer.slug = slug
    work.family.bearer.objects.bulk_create(work.made)
    add_aliases(work.family, work.linked)
    work.family.proposal.objects.bulk_create(
        work.family.proposal(
            bearer=bearer,
            candidate=candidate,
            name=name,
            event=event,
            score=work.score(candidate, likeness),
            reason=likeness.reason,
        )
        for bearer, candidate, name, likeness in work.proposed
    )
