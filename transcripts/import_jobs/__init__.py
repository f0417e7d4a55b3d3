"""Many files given at once, imported one after the other in the background; docs/commands.md tells how it resumes."""

from transcripts.import_jobs.jobs import (
    add_files,
    add_sidecars,
    add_too_large,
    begin_job,
    cancel_job,
    retry_job,
)
from transcripts.import_jobs.laid_aside import KEPT_DAYS
from transcripts.import_jobs.working import start_worker, work

__all__ = [
    "KEPT_DAYS",
    "add_files",
    "add_sidecars",
    "add_too_large",
    "begin_job",
    "cancel_job",
    "retry_job",
    "start_worker",
    "work",
]
