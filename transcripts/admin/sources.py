"""Source files, byte for byte as they were received."""

from __future__ import annotations

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from transcripts.models import Event


def download(event: Event, source_id: int) -> FileResponse:
    """The file as an attachment: never shown by the browser, whatever it claims to be. Raises Http404."""
    source = get_object_or_404(event.sources, pk=source_id)
    try:
        file = source.content.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The uploads have lost this file. Restore it from a backup.")) from error
    return FileResponse(file, as_attachment=True, filename=source.name, content_type="application/octet-stream")
