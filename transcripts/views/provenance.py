"""Where the words on a page are from: how they were delivered, their source and recording, which version they are."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from transcripts.models import Event, Revision
from transcripts.views.addresses import absolute
from transcripts.views.chronicle import Correction


@dataclass(frozen=True, slots=True)
class Provenance:
    """`revision` is the one that is shown, None where there never was one; `start` is in seconds of the recording."""

    event: Event
    revision: Revision | None
    corrections: tuple[Correction, ...] = ()
    start: float | None = None

    @property
    def recording(self) -> str:
        """The recording's address, at the moment (https://www.w3.org/TR/media-frags/#naming-time)."""
        address = self.event.media_url
        if not address or self.start is None or urlsplit(address).fragment:
            return address
        return f"{address}#t={self.start:g}"

    @property
    def clock(self) -> str:
        """ "1:02:03" into the recording; empty where that is not known."""
        if self.start is None:
            return ""
        minutes, seconds = divmod(int(self.start), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"

    @property
    def identified(self) -> Correction | None:
        """The latest correction that gave an unnamed speaker a name."""
        return next((correction for correction in self.corrections if correction.identified), None)


def sentences(shown: Provenance) -> tuple[str, ...]:
    """The same in plain words, for citations and texts."""
    event, revision = shown.event, shown.revision
    told = [event.delivery_status and _("%(status)s.") % {"status": event.delivery_status.rstrip(".")}]
    if revision:
        day = date_format(revision.created_at, "j F Y")
        told.append(_("Revision %(number)s, published on %(day)s.") % {"number": revision.number, "day": day})
    told += [_corrected(correction) for correction in shown.corrections]
    if event.source_url:
        told.append(_("Source: %(address)s") % {"address": event.source_url})
    if shown.clock:
        told.append(_("In the recording: %(clock)s") % {"clock": f"{shown.clock} {shown.recording}".strip()})
    elif event.media_url:
        told.append(_("Recording: %(address)s") % {"address": event.media_url})
    return tuple(filter(None, told))


def _corrected(correction: Correction) -> str:
    words = {"day": date_format(correction.revision.created_at, "j F Y"), "name": correction.identified}
    if correction.identified:
        return _("Speaker identified as %(name)s on %(day)s.") % words
    return (_("Added on %(day)s.") if correction.added else _("Corrected on %(day)s.")) % words


def provenance_record(request: HttpRequest, shown: Provenance) -> dict[str, object]:
    """The same as data; absent values are null."""
    return {
        "status": shown.event.delivery_status or None,
        "source": shown.event.source_url or None,
        "recording": shown.recording or None,
        "start": shown.start,
        "revision": _revision_record(request, shown),
        "corrections": [_correction_record(request, correction) for correction in shown.corrections],
    }


def _revision_record(request: HttpRequest, shown: Provenance) -> dict[str, object] | None:
    if shown.revision is None:
        return None
    number = shown.revision.number
    return {
        "number": number,
        "published": shown.revision.created_at.isoformat(),
        "sha256": shown.revision.sha256,
        "url": absolute(request, reverse("revision", args=[shown.event.slug, number])),
    }


def _correction_record(request: HttpRequest, correction: Correction) -> dict[str, object]:
    return {
        "revision": correction.revision.number,
        "published": correction.revision.created_at.isoformat(),
        "note": correction.revision.note or None,
        "added": correction.added,
        "reworded": correction.reworded,
        "identified": correction.identified or None,
        "difference": absolute(request, correction.difference),
    }
