"""What an editor gave for an import, sorted: sidecars, transcripts, what is too large, and what is none of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.admin.given_files import Given
from transcripts.admin.permissions import may_publish, need
from transcripts.import_jobs import add_files, add_sidecars, add_too_large, begin_job, start_worker
from transcripts.models import ImportJob
from transcripts.text.sidecars import is_sidecar

NAMED = 5


def take_in(request: HttpRequest, given: Mapping[str, Any]) -> ImportJob:
    """Put all of it in line, in the import that it names or a new one. `given` is what an ImportForm understood."""
    job = _job(request, given)
    files: list[Given] = given["files"]
    add_sidecars(job, {str(one.path): one.read() for one in files if is_sidecar(one.path)})
    transcripts = [one for one in files if one.is_transcript]
    large = {str(one.path): one.file.size or 0 for one in transcripts if one.is_too_large}
    limit = {"limit": filesizeformat(settings.MAX_SOURCE_BYTES)}
    add_too_large(job, {**large, **given["too_large"]}, _("The limit is %(limit)s a file. Split it.") % limit)
    # One after the other: a hundred files of the largest size are more than a web process should hold.
    add_files(job, (one.received() for one in transcripts if not one.is_too_large))
    _tell_left_out(request, [one for one in files if one not in transcripts and not is_sidecar(one.path)])
    start_worker()
    return job


def _job(request: HttpRequest, given: Mapping[str, Any]) -> ImportJob:
    publishes = may_publish(request)
    job = given["job"] or begin_job(
        by=request.user, series=given["series"], publish=publishes and given["publish"], correct_published=publishes
    )
    need(job.created_by_id == request.user.pk)
    return job


def _tell_left_out(request: HttpRequest, files: list[Given]) -> None:
    if not files:
        return
    names = ", ".join(str(one.path) for one in files[:NAMED]) + (" …" if len(files) > NAMED else "")
    told = ngettext(
        "%(count)d file is no transcript by its name, and is left out: %(names)s",
        "%(count)d files are no transcripts by their names, and are left out: %(names)s",
        len(files),
    )
    messages.info(request, told % {"count": len(files), "names": names})
