"""An import from the side of those who give it: begun, given files, cancelled, tried again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from transcripts.import_jobs.laid_aside import keep_longer, lay_aside, sweep
from transcripts.models import ImportedFile, ImportJob, ImportSidecar, Series
from transcripts.publishing import Received

State = ImportedFile.State


def begin_job(*, by=None, series: Series | None = None, publish: bool = False, correct_published: bool = False):
    """An import that awaits its files. Without `correct_published`, what readers saw is not changed by it."""
    sweep()
    return ImportJob.objects.create(
        created_by=by, series=series, publish=publish, may_correct_published=correct_published
    )


def add_files(job: ImportJob, files: Iterable[Received]) -> int:
    """Lay the files aside and put them in line; how many are new to the job. Bytes are on the disk before rows.

    The name of a file of a folder is its path in it, with slashes.
    """
    rows = [ImportedFile(job=job, name=file.name, sha256=lay_aside(file.data), size=len(file.data)) for file in files]
    return _add(job, rows)


def add_too_large(job: ImportJob, sizes: Mapping[str, int], error: str) -> int:
    """Files whose bytes were not taken at all, by name with their size, so that they are listed with the others."""
    rows = (
        ImportedFile(job=job, name=name, size=size, state=State.FAILED, error=error) for name, size in sizes.items()
    )
    return _add(job, rows)


def add_sidecars(job: ImportJob, sidecars: Mapping[str, bytes]) -> None:
    """By path. Add them before the files that they speak of; one that is given again is put in place of the first."""
    ImportSidecar.objects.bulk_create(
        [ImportSidecar(job=job, path=path, content=content) for path, content in sidecars.items()],
        update_conflicts=True,
        unique_fields=("job", "path"),
        update_fields=("content",),
    )


def cancel_job(job: ImportJob) -> int:
    """Take what still waits out of the line; how many files. One that is being imported is finished."""
    return job.files.waiting().update(state=State.CANCELLED)


def retry_job(job: ImportJob) -> int:
    """Put what failed or was cancelled in line again, but for what was too large to be taken; how many files."""
    again = job.files.retriable()
    keep_longer(list(again.values_list("sha256", flat=True)))
    return again.update(state=State.WAITING, attempts=0, error="")


def _add(job: ImportJob, rows: Iterable[ImportedFile]) -> int:
    before = job.files.count()
    ImportedFile.objects.bulk_create(rows, ignore_conflicts=True)
    return job.files.count() - before
