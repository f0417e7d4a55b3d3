"""Many files given at once, imported one after the other in the background; docs/commands.md tells how it resumes.

A file's row says how far it is. Whoever holds the one lock of DATA_DIR works: a process that was started for it, and
that anybody may start again at any time. An import is idempotent, so a file that a dying process has left half-way is
simply imported again.
"""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.db.models import F

from transcripts.importing import Outcome, Status, Wishes, import_source
from transcripts.models import ImportedFile, ImportJob, Series
from transcripts.publishing import Received
from transcripts.search import indexing
from transcripts.search.unavailable import SearchUnavailable

logger = logging.getLogger(__name__)
State = ImportedFile.State
# A file that has ended the process so often, by its size or a fault of ours, is left out and not tried for ever.
MOST_ATTEMPTS = 3
FILES_A_DRAIN = 50
SHOWN_WARNINGS = 200


def begin_job(*, by=None, series: Series | None = None, publish: bool = False, correct_published: bool = False):
    """An import that awaits its files. Without `correct_published`, what readers saw is not changed by it."""
    return ImportJob.objects.create(
        created_by=by, series=series, publish=publish, may_correct_published=correct_published
    )


def add_files(job: ImportJob, files: Iterable[Received]) -> int:
    """Lay the files aside and put them in line; how many are new to the job. Bytes are on the disk before rows."""
    rows = []
    for file in files:
        _lay_aside(file)
        rows.append(ImportedFile(job=job, name=file.name[:300], sha256=file.sha256, size=len(file.data)))
    before = job.files.count()
    ImportedFile.objects.bulk_create(rows, ignore_conflicts=True)
    return job.files.count() - before


def cancel_job(job: ImportJob) -> int:
    """Take what still waits out of the line; how many files. One that is being imported is finished."""
    return job.files.waiting().update(state=State.CANCELLED)


def retry_job(job: ImportJob) -> int:
    """Put what failed or was cancelled in line again; how many files."""
    again = job.files.filter(state__in=ImportedFile.RETRIED)
    return again.update(state=State.WAITING, attempts=0, error="")


def work(each: Callable[[ImportedFile], None] = lambda _file: None) -> int:
    """Import whatever waits, until nothing does; how many files. 0 where another process is at it.

    After the lock is given back it looks once more: whoever added files meanwhile found it taken, and relied on us.
    """
    done = 0
    while ImportedFile.objects.unfinished().exists():
        with _lock() as ours:
            if not ours:
                break
            done += _work_through(each)
    return done


def start_worker() -> bool:
    """Start `work_imports` as a process of its own if files wait and nobody is at them; whether one was started.

    It outlives this process, and its death is noticed by nobody: whoever looks at an import calls this again.
    """
    if not getattr(settings, "IMPORTS_START_A_WORKER", True) or not ImportedFile.objects.unfinished().exists():
        return False
    with _lock() as free:
        if not free:
            return False
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work_imports", "--verbosity", "0"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, start_new_session=True
    )
    # Somebody has to ask how it ended, or it stays in the system's list of processes.
    threading.Thread(target=process.wait, daemon=True).start()
    return True


def _work_through(each: Callable[[ImportedFile], None]) -> int:
    """Holding the lock, everything that waits. Rows that run belong to a process that has died."""
    ImportedFile.objects.filter(state=State.RUNNING).update(state=State.WAITING)
    done = 0
    while file := ImportedFile.objects.waiting().select_related("job__series", "job__created_by").first():
        # The condition: it may have been cancelled since it was read.
        if ImportedFile.objects.waiting().filter(pk=file.pk).update(state=State.RUNNING, attempts=F("attempts") + 1):
            _finish(file, _import(file))
            each(file)
            done += 1
        if done % FILES_A_DRAIN == 0:
            _drain()
    _drain()
    return done


def _import(file: ImportedFile) -> Outcome:
    if file.attempts >= MOST_ATTEMPTS:
        error = "Importing this file has ended the process three times. Split it, or import it by the command line."
        return Outcome(file.name, Status.FAILED, error=error)
    try:
        data = _waiting_bytes(file.sha256).read_bytes()
    except OSError:
        return Outcome(file.name, Status.FAILED, error="Its bytes are no longer there. Give the file again.")
    try:
        return import_source(data, name=file.name, wishes=_wishes(file.job), by=file.job.created_by)
    except Exception:
        logger.exception("%s could not be imported", file.name)
        return Outcome(file.name, Status.FAILED, error="The archive failed at this file, and its log says why.")


def _wishes(job: ImportJob) -> Wishes:
    series = {"name": job.series.name} if job.series else None
    return Wishes(series=series, publish=job.publish, correct_published=job.may_correct_published)


def _finish(file: ImportedFile, outcome: Outcome) -> None:
    file.state = State(str(outcome.status))
    file.turns, file.error, file.event = outcome.turns, outcome.error, outcome.event
    file.warning_count = len(outcome.warnings)
    file.warnings = [asdict(warning) for warning in outcome.warnings[:SHOWN_WARNINGS]]
    file.save(update_fields=("state", "turns", "error", "event", "warning_count", "warnings"))
    open_states = (*ImportedFile.UNFINISHED, *ImportedFile.RETRIED)
    needed = ImportedFile.objects.filter(sha256=file.sha256, state__in=open_states)
    if not needed.exists():
        _waiting_bytes(file.sha256).unlink(missing_ok=True)


def _drain() -> None:
    """What the index cannot take in now stays in the outbox, and the site says that search is unavailable."""
    try:
        indexing.drain()
    except SearchUnavailable:
        logger.exception("what was imported could not be indexed")


def _folder() -> Path:
    folder: Path = settings.DATA_DIR / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _waiting_bytes(digest: str) -> Path:
    return _folder() / digest


def _lay_aside(file: Received) -> None:
    """All of the bytes or none: a crash half-way must not leave a file under its digest that is not it."""
    digest = hashlib.sha256(file.data).hexdigest()
    partial = _folder() / f"{digest}.{os.getpid()}.{threading.get_ident()}.part"
    with partial.open("wb") as opened:
        opened.write(file.data)
        opened.flush()
        os.fsync(opened.fileno())
    partial.replace(_waiting_bytes(digest))


@contextmanager
def _lock() -> Iterator[bool]:
    """Whether the lock is ours for the block. The system gives it back when the process dies, however it dies."""
    with (_folder() / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
