"""What an import was sure of and what not: file by file as it goes, and summed up by code of warning."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.importing import Outcome, Status

READ = (Status.CREATED, Status.UPDATED)
# Of more files than fit a screen the failed have scrolled away: the first of them are named again at the end.
A_SCREEN = 40
NAMED_AGAIN = 20


@dataclass(slots=True)
class Tally:
    """Counts of what was imported so far, and the first failures. It does not grow with the number of files."""

    statuses: Counter[str] = field(default_factory=Counter)
    turns: int = 0
    certain: int = 0
    uncertain: int = 0
    files_of: Counter[str] = field(default_factory=Counter)
    warnings_of: Counter[str] = field(default_factory=Counter)
    failures: list[Outcome] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        self.statuses[outcome.status] += 1
        self.turns += outcome.turns
        codes = Counter(warning.code for warning in outcome.warnings)
        self.warnings_of += codes
        self.files_of.update(set(codes))
        self.uncertain += bool(codes)
        self.certain += outcome.status in READ and not codes
        if outcome.status is Status.FAILED and len(self.failures) < NAMED_AGAIN:
            self.failures.append(outcome)

    def record(self) -> dict[str, Any]:
        """The sums as they stand in the report, the most frequent code first."""
        codes = [(code, self.files_of[code], count) for code, count in self.warnings_of.most_common()]
        return {
            "files": self.statuses.total(),
            "turns": self.turns,
            **{str(status): self.statuses[status] for status in Status},
            "certain": self.certain,
            "uncertain": self.uncertain,
            "warnings": {code: {"files": files, "warnings": count} for code, files, count in codes},
        }

    def lines(self) -> Iterator[str]:
        """The sums for the screen, and under them what failed."""
        yield ", ".join(f"{self.statuses[status]} {status}" for status in Status)
        if self.uncertain:
            told = _("Read without a doubt: %(certain)d. With warnings: %(uncertain)d, of these kinds:")
            yield told % {"certain": self.certain, "uncertain": self.uncertain}
        for code, count in self.warnings_of.most_common():
            files = self.files_of[code]
            told = ngettext("%(code)s in %(files)d file", "%(code)s in %(files)d files", files)
            yield f"  {count:>6} {told % {'code': code, 'files': files}}"
        if self.statuses.total() > A_SCREEN:
            yield from self._failed_lines()

    def _failed_lines(self) -> Iterator[str]:
        for outcome in self.failures:
            yield line(outcome, with_warnings=False)
        more = self.statuses[Status.FAILED] - len(self.failures)
        if more > 0:
            yield ngettext("… and %d more: see --report.", "… and %d more: see --report.", more) % more


class Report:
    """`{"files": [...], "summary": {...}}`, written record by record: ten thousand files need no memory."""

    def __init__(self, file: Any) -> None:
        self.file, self.before = file, "\n"

    def add(self, outcome: Outcome) -> None:
        if self.file:
            self.file.write(self.before + json.dumps(_record(outcome), ensure_ascii=False))
            self.before = ",\n"


@contextmanager
def report_in(path: Path | None, tally: Tally) -> Iterator[Report]:
    """The report that stands at `path` when the import is over; nothing half-written ever does. Raises OSError."""
    if path is None:
        yield Report(None)
        return
    partial = path.with_name(f"{path.name}.part")
    with partial.open("w", encoding="utf-8") as file:
        file.write('{"files": [')
        yield Report(file)
        file.write(f'\n],\n"summary": {json.dumps(tally.record(), ensure_ascii=False)}}}\n')
    partial.replace(path)


def line(outcome: Outcome, *, with_warnings: bool) -> str:
    """One file for the screen."""
    if outcome.status is Status.FAILED:
        return f"failed     {outcome.name}: {outcome.error}"
    notes = "".join(f"\n           line {w.line}: {w.message}" for w in outcome.warnings if with_warnings)
    return f"{outcome.status:<10} {outcome.name}: {outcome.turns} turns, {len(outcome.warnings)} warnings{notes}"


def _record(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.name,
        "status": outcome.status,
        "turns": outcome.turns,
        "event": outcome.event.slug if outcome.event else None,
        "error": outcome.error or None,
        "warnings": [{"line": w.line, "code": w.code, "message": w.message} for w in outcome.warnings],
    }
