"""The one worker that imports what waits.

A file's row says how far it is. Whoever holds the one lock of DATA_DIR works: a process that was started for it, and
that anybody may start again at any time. An import is idempotent, so a file that a dying process has left half-way is
simply imported again.
"""

from __future__ import annotations

import fcntl
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import PurePosixPath

from django.conf import settings
from django.db.models import F

from transcripts.import_jobs.laid_aside import folder, forget, read, sweep
from transcripts.importing import Outcome, Status, Wishes, beside_sidecars, import_again, import_source, known_events
from transcripts.models import ImportedFile, ImportJob
from transcripts.search import indexing
from transcripts.search.unavailable import SearchUnavailable
from transcripts.text.sidecars import own_sidecar, parse_sidecar, series_sidecar
from transcripts.text.transcript import UnreadableSource

logger = logging.getLogger(__name__)
State = ImportedFile.State
# A file that has ended the process so often, by its size or a fault of ours, is left out and not tried for ever.
MOST_ATTEMPTS = 3
FILES_A_DRAIN = 50
SHOWN_WARNINGS = 200


def work(each: Callable[[ImportedFile], None] = lambda _file: None) -> int:
    """Import whatever waits, until nothing does; how many files. 0 where another process is at it.

    After the lock is given back it looks once more: whoever added files meanwhile found it taken, and relied on us.
    """
    sweep()
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
    if not settings.IMPORTS_START_A_WORKER or not ImportedFile.objects.unfinished().exists():
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
        return _import_bytes(file, _wishes(file))
    except UnreadableSource as error:  # a sidecar
        return Outcome(file.name, Status.FAILED, error=str(error))
    except Exception:
        logger.exception("%s could not be imported", file.name)
        return Outcome(file.name, Status.FAILED, error="The archive failed at this file, and its log says why.")


def _import_bytes(file: ImportedFile, wishes: Wishes) -> Outcome:
    try:
        data = read(file.sha256)
    except OSError:
        return _import_without_bytes(file, wishes)
    return import_source(data, name=PurePosixPath(file.name).name, wishes=wishes, by=file.job.created_by)


def _import_without_bytes(file: ImportedFile, wishes: Wishes) -> Outcome:
    """Another import of the same file may have finished, and cleared them away, while this one was being given."""
    known = known_events([file.sha256]).get(file.sha256)
    if known:
        return import_again(known, name=file.name, wishes=wishes, by=file.job.created_by)
    return Outcome(file.name, Status.FAILED, error="Its bytes are no longer there. Give the file again.")


def _wishes(file: ImportedFile) -> Wishes:
    """Those of the import, and what its sidecars say. Raises UnreadableSource for one that cannot be read."""
    job = file.job
    wishes = Wishes(
        series={"name": job.series.name} if job.series else None,
        publish=job.publish,
        correct_published=job.may_correct_published,
    )
    path = PurePosixPath(file.name)
    own, series = _sidecars(job, own_sidecar(path), series_sidecar(path))
    return beside_sidecars(wishes, own=own, series=series)


def _sidecars(job: ImportJob, *paths: PurePosixPath) -> list[dict[str, str]]:
    """What each says; nothing where there is none. One query."""
    found = dict(job.sidecars.filter(path__in=map(str, paths)).values_list("path", "content"))
    return [parse_sidecar(bytes(found.get(str(path), b"")), path.name) for path in paths]


def _finish(file: ImportedFile, outcome: Outcome) -> None:
    file.state = State(str(outcome.status))
    file.turns, file.error, file.event = outcome.turns, outcome.error, outcome.event
    file.warning_count = len(outcome.warnings)
    file.warnings = [asdict(warning) for warning in outcome.warnings[:SHOWN_WARNINGS]]
    file.save(update_fields=("state", "turns", "error", "event", "warning_count", "warnings"))
    forget(file.sha256)


def _drain() -> None:
    """What the index cannot take in now stays in the outbox, and the site says that search is unavailable."""
    try:
        indexing.drain()
    except SearchUnavailable:
        logger.exception("what was imported could not be indexed")


@contextmanager
def _lock() -> Iterator[bool]:
    """Whether the lock is ours for the block. The system gives it back when the process dies, however it dies."""
    with (folder() / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
