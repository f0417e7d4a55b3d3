"""What an editor handed in, by paste or upload, and which bytes of it are the source."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from transcripts.publishing import Received
from transcripts.text.formats import canonical
from transcripts.text.parsing import parse_source, recognise_source, source_text
from transcripts.text.parsing.sources import WHOLE
from transcripts.text.transcript import Transcript, UnreadableSource

# A longer text makes a form that browsers scroll badly; it is read from the file that waits.
SHOWN_CHARACTERS = 1_000_000
# Formats that are text to read as they are.
AS_IT_IS = ("text", "canonical")


@dataclass(frozen=True, slots=True)
class Submission:
    """`source` is read and kept. `original` is the uploaded file where the text in the box was changed after it."""

    source: Received
    original: Received | None = None


def settle(text: str, fresh: Received | None, earlier: Received | None) -> Submission:
    """Which of the text in the box, the file just chosen and the file that waits is meant.

    Raises ValidationError, with the field it belongs to, where nothing was given or two things contradict.
    """
    if fresh and text.strip() and text not in (shown_text(earlier), shown_text(fresh)):
        raise ValidationError(
            {"file": _("There is a text in the box as well. Empty the box to use the file, or preview without it.")}
        )
    if fresh:
        return Submission(fresh)
    if not text.strip() and not earlier:
        raise ValidationError({"text": _("Paste the transcript here, or choose its file.")})
    if earlier and (not text.strip() or text == shown_text(earlier)):
        return Submission(earlier)
    return Submission(pasted(text), original=earlier)


def pasted(text: str) -> Received:
    """The text as a source of its own, under a name that says when it came."""
    return Received(text.encode(), f"pasted-{timezone.now():%Y-%m-%d}.txt")


def uploaded(file: UploadedFile) -> Received:
    return Received(file.read(), file.name, mimetypes.guess_type(file.name)[0] or "application/octet-stream")


def unbroken(text: str) -> str:
    """The text as it was pasted: forms send every line end as CRLF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=2)
def shown_text(received: Received | None) -> str:
    """A file as the box shows it: its text, or what was understood of it where that says more than its text.

    Empty where there is no file, or it cannot be read, or is too long for a box. It may take as long as parsing.
    """
    if received is None:
        return ""
    try:
        text = _readable(received)
    except UnreadableSource:
        return ""
    return text if len(text) <= SHOWN_CHARACTERS else ""


def _readable(received: Received) -> str:
    """Raises UnreadableSource."""
    limit = settings.MAX_SOURCE_BYTES
    chosen = recognise_source(received.data, received.name)
    if chosen in AS_IT_IS:
        return source_text(received.data, received.name, limit)
    understood = parse_source(received.data, received.name, max_bytes=limit)
    plain = "" if chosen in WHOLE else source_text(received.data, received.name, limit)
    if plain and _reads_as(plain, understood):
        return plain
    return canonical.write(understood) if canonical.is_valid(understood) else plain


def _reads_as(text: str, understood: Transcript) -> bool:
    """Whether the text alone says as much as the layout of the page or document that it stood in."""
    return parse_source(text.encode(), "text.txt").turns == understood.turns
