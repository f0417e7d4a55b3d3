"""Who turned out to be whom: merges and their undoing, turns that are somebody else's, proposals decided.

Each verb is one call and one transaction. Revisions stay as they were published. Callers drain the outbox after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from transcripts.identities import add_bearer, family_of
from transcripts.models import Organization, Person, Turn
from transcripts.models.identity import Merge, Proposal
from transcripts.models.people import name_key
from transcripts.publishing import mark_stale_where_named
from transcripts.text.naming import Reason

Bearer = Person | Organization

# The longer name is the one to stay where the shorter is hardly one.
HARDLY_A_NAME = frozenset({Reason.SURNAME, Reason.INITIALS})


class CannotMerge(Exception):  # noqa: N818 - it is said to the editor as a sentence
    """The two cannot be one, or be parted, as they stand. The message says why."""


@dataclass(frozen=True, slots=True)
class Returned:
    """How many turns an undone merge gave back, and how many it left: they have changed hands since."""

    turns: int
    left: int


@transaction.atomic
def merge(gone: Bearer, kept: Bearer, *, by=None) -> Merge:
    """Make `gone` a former address of `kept`, who gets its turns and names. Raises CannotMerge.

    What moved is recorded, for `undo`. Open proposals about the two are settled by it.
    """
    gone, kept = _locked(gone, kept)
    mark_stale_where_named(gone)
    record = gone.merges_away.create(
        kept=kept,
        created_by=by,
        turns=_move_turns(gone.turns.all(), kept),
        aliases=_move_aliases(gone.aliases.all(), kept),
    )
    _lead(gone, kept)
    _settle(record)
    return record


@transaction.atomic
def undo(record: Merge, *, by=None) -> Returned:
    """Part the two again: what the merge moved goes back, but for turns that have changed hands since.

    Merges may be undone in any order. Raises CannotMerge when this one was undone before.
    """
    record = type(record).objects.select_for_update().get(pk=record.pk)
    if record.undone_at:
        raise CannotMerge(_("This merge was undone before."))
    line = _line(record.kept)
    turns = Turn.objects.filter(pk__in=record.turns, **{family_of(record.gone).said: line[-1]})
    moved = _move_turns(turns, record.gone)
    _forget(_standing(record.gone, gone__in=line), moved, _move_aliases(_aliases_of(line, record), record.gone))
    _lead(record.gone, None)
    _close(record, by)
    mark_stale_where_named(record.gone)
    return Returned(turns=len(moved), left=len(record.turns) - len(moved))


@transaction.atomic
def split(bearer: Bearer, turns: Iterable[int], *, to: Bearer | None = None, name: str = "") -> Bearer:
    """Give those of the bearer's turns, by primary key, `to` another, or to a new one of that name; returns whom.

    A new one may have a name that others have. Merges into the bearer no longer count these turns as moved by them.
    Raises CannotMerge.
    """
    chosen = bearer.turns.filter(pk__in=list(turns))
    _check_split(bearer, chosen, to, name)
    receiver = to.standing() if to else add_bearer(type(bearer), name)
    moved = _move_turns(chosen, receiver)
    _forget(_merges_below(bearer), moved, [])
    mark_stale_where_named(receiver)
    return receiver


@transaction.atomic
def accept(proposal: Proposal, *, by=None) -> Merge | None:
    """The two are one: merge them. None where they became one in another way. Raises CannotMerge when it is decided."""
    _check_open(proposal)
    bearer, candidate = proposal.bearer.standing(), proposal.candidate.standing()
    if bearer == candidate:
        _decide(_just(proposal), Proposal.State.ACCEPTED, timezone.now(), by)
        return None
    gone, kept = (candidate, bearer) if _fuller(proposal, bearer, candidate) else (bearer, candidate)
    record = merge(gone, kept, by=by)
    _decide(_just(proposal), Proposal.State.ACCEPTED, record.created_at, by)
    return record


@transaction.atomic
def reject(proposal: Proposal, *, by=None) -> None:
    """The two are not one; nobody is asked about them again. Raises CannotMerge when it is decided."""
    _check_open(proposal)
    _decide(_just(proposal), Proposal.State.REJECTED, timezone.now(), by)


@transaction.atomic
def somebody_new(bearer: Bearer, *, by=None) -> int:
    """The bearer is none of those that were proposed; returns how many proposals that rejects."""
    return _decide(_open(bearer.proposals), Proposal.State.REJECTED, timezone.now(), by)


def merges_of(bearer: Bearer) -> QuerySet[Merge]:
    """The merges that stand, away from the bearer and into it, with both names and who did it. The latest first."""
    found = _standing(bearer).filter(Q(gone=bearer) | Q(kept=bearer))
    return found.select_related("gone", "kept", "created_by")


# Checks


def _locked(gone: Bearer, kept: Bearer) -> tuple[Bearer, Bearer]:
    """Both as they are now, and until the transaction ends. Raises CannotMerge where they cannot be merged."""
    if type(gone) is not type(kept) or gone.pk == kept.pk:
        raise CannotMerge(_("Choose two different people, or two different outlets."))
    rows = {row.pk: row for row in type(gone).objects.select_for_update().filter(pk__in=(gone.pk, kept.pk))}
    for row in rows.values():
        if row.merged_into:
            raise CannotMerge(
                _("“%(name)s” was merged into “%(other)s” already: choose that one, or undo that merge first.")
                % {"name": row.name, "other": row.merged_into.name}
            )
    return rows[gone.pk], rows[kept.pk]


def _check_split(bearer: Bearer, chosen: QuerySet, to: Bearer | None, name: str) -> None:
    if not chosen.exists():
        raise CannotMerge(_("Choose the turns that are somebody else’s."))
    if to and to.standing() == bearer:
        raise CannotMerge(_("“%(name)s” is whose these turns are now. Choose another.") % {"name": to.name})
    if not to and not name_key(name):
        raise CannotMerge(_("Say whose the turns are: a name has letters or digits."))


def _check_open(proposal: Proposal) -> None:
    proposal.refresh_from_db(fields=("state",))
    if proposal.state != Proposal.State.OPEN:
        raise CannotMerge(_("This was decided before, by you or by somebody else."))


def _fuller(proposal: Proposal, bearer: Bearer, candidate: Bearer) -> bool:
    """Whether the new name is the one to stay: "Tobin Askell" where the archive had "Askell" alone."""
    lengths = [sum(len(word) for word in name_key(one.name).split()) for one in (bearer, candidate)]
    return proposal.reason in HARDLY_A_NAME and lengths[0] > lengths[1]


# What moves


def _move_turns(turns: QuerySet[Turn], to: Bearer) -> list[int]:
    moved = sorted(turns.values_list("pk", flat=True))
    Turn.objects.filter(pk__in=moved).update(**{family_of(to).said: to})
    return moved


def _move_aliases(aliases: QuerySet, to: Bearer) -> list[int]:
    """A name that the other has as well stays where it is: nobody has the same name twice."""
    moved = sorted(aliases.exclude(key__in=list(to.aliases.values_list("key", flat=True))).values_list("pk", flat=True))
    aliases.model.objects.filter(pk__in=moved).update(**{family_of(to).field: to})
    return moved


def _aliases_of(bearers: list[Bearer], record: Merge) -> QuerySet:
    family = family_of(record.gone)
    return family.alias.objects.filter(pk__in=record.aliases, **{f"{family.field}__in": bearers})


def _lead(gone: Bearer, to: Bearer | None) -> None:
    gone.merged_into = to
    gone.save(update_fields=["merged_into"])


# What merges remember


def _standing(kind: Bearer, **named) -> QuerySet[Merge]:
    """The merges of people, or of outlets, that were not undone."""
    return family_of(kind).merge.objects.filter(undone_at=None, **named)


def _line(bearer: Bearer) -> list[Bearer]:
    """The bearer, whom it was merged into, and so on; the last is the one that stands."""
    line = [bearer]
    while line[-1].merged_into:
        line.append(line[-1].merged_into)
    return line


def _merges_below(bearer: Bearer) -> list[Merge]:
    """All merges by which others became the bearer, directly or through another. A query a step."""
    found: list[Merge] = []
    level = [bearer]
    while level:
        records = list(_standing(bearer, kept__in=level).select_related("gone"))
        found += records
        level = [record.gone for record in records]
    return found


def _forget(records: Iterable[Merge], turns: list[int], aliases: list[int]) -> None:
    """These no longer count as moved by these merges: undoing one must not fetch what is elsewhere for a reason."""
    for record in records:
        record.turns = sorted(set(record.turns) - set(turns))
        record.aliases = sorted(set(record.aliases) - set(aliases))
        record.save(update_fields=["turns", "aliases"])


def _close(record: Merge, by) -> None:
    record.undone_at, record.undone_by = timezone.now(), by
    record.save(update_fields=["undone_at", "undone_by"])
    _about(record.gone).filter(decided_at=record.created_at).update(
        state=Proposal.State.OPEN, decided_at=None, decided_by=None
    )


# Proposals


def _about(bearer: Bearer) -> QuerySet[Proposal]:
    return family_of(bearer).proposal.objects.filter(Q(bearer=bearer) | Q(candidate=bearer))


def _just(proposal: Proposal) -> QuerySet[Proposal]:
    return type(proposal).objects.filter(pk=proposal.pk)


def _open(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return proposals.filter(state=Proposal.State.OPEN)


def _settle(record: Merge) -> None:
    """That they are one answers what was asked about the two, and whether the one that went is somebody else yet.

    `decided_at` is the merge's own moment, by which undoing it asks again.
    """
    gone, kept = record.gone, record.kept
    about = _open(_about(gone))
    _decide(
        about.filter(Q(bearer=kept) | Q(candidate=kept)), Proposal.State.ACCEPTED, record.created_at, record.created_by
    )
    _decide(about.filter(bearer=gone), Proposal.State.REJECTED, record.created_at, record.created_by)


def _decide(proposals: QuerySet[Proposal], state: str, at, by) -> int:
    return proposals.update(state=state, decided_at=at, decided_by=by)
