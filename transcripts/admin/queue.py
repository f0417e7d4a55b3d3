"""What became of each file of an import, as an editor looks at it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from transcripts.models import ImportedFile, ImportJob

A_PAGE = 100
SHOWN = {
    "all": _("All"),
    "failed": _("Failed"),
    "uncertain": _("With warnings"),
    "unfinished": _("Unfinished"),
    "certain": _("Without warnings"),
    "cancelled": _("Cancelled"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the files, with how many there are."""

    name: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. `states` are counted by their labels."""

    total: int
    done: int
    waiting: int
    retried: int
    states: tuple[tuple[str, int], ...]

    @property
    def finished(self) -> bool:
        return self.done == self.total

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 100


def progress_of(job: ImportJob) -> Progress:
    """One query."""
    counted = job.files.order_by().values_list("state").annotate(Count("pk"), taken=Count("pk", filter=~Q(sha256="")))
    rows = [(state, total, taken) for state, total, taken in counted]
    counts = Counter({state: total for state, total, _taken in rows})
    states = ImportedFile.State
    return Progress(
        total=counts.total(),
        done=counts.total() - sum(counts[state] for state in ImportedFile.UNFINISHED),
        waiting=counts[states.WAITING],
        retried=sum(taken for state, _total, taken in rows if state in ImportedFile.RETRIED),
        states=tuple((state.label, counts[state]) for state in states if counts[state]),
    )


def choices_of(job: ImportJob, chosen: str) -> list[Choice]:
    """A query each."""
    return [Choice(name, label, _narrowed(job, name).count(), name == chosen) for name, label in SHOWN.items()]


def files_of(job: ImportJob, chosen: str, page: str | None) -> Page:
    """The files of that choice, in the order in which they were given. Three queries."""
    return Paginator(_narrowed(job, chosen).select_related("event"), A_PAGE).get_page(page)


def _narrowed(job: ImportJob, chosen: str) -> QuerySet[ImportedFile]:
    files = job.files.all()
    return {
        "failed": lambda: files.filter(state=ImportedFile.State.FAILED),
        "cancelled": lambda: files.filter(state=ImportedFile.State.CANCELLED),
        "uncertain": files.uncertain,
        "unfinished": files.unfinished,
        "certain": lambda: files.filter(event__isnull=False, warning_count=0),
    }.get(chosen, lambda: files)()
