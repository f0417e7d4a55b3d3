"""From a submission that an editor has seen to an event: added, or a correction of the one that it is a version of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from transcripts.admin.pairing import Said
from transcripts.admin.submission import Submission
from transcripts.importing import known_event
from transcripts.models import Event, SourceFile
from transcripts.publishing import add_event, publish_event
from transcripts.reimporting import import_changed
from transcripts.text.transcript import ParseWarning, Transcript


class Intent(StrEnum):
    PREVIEW = "preview"
    DRAFT = "draft"
    PUBLISH = "publish"
    EMBARGO = "embargo"

    @classmethod
    def of(cls, button: str) -> Intent:
        """The intent of the button pressed; whatever else was sent is a wish to look first."""
        return cls(button) if button in set(cls) else cls.PREVIEW

    @property
    def publishes(self) -> bool:
        return self in (Intent.PUBLISH, Intent.EMBARGO)


def refusal(given: Mapping[str, Any], earlier: Event | None, intent: Intent, *, may_publish: bool) -> str:
    """A sentence on why it cannot be saved as it stands; empty when it can."""
    submission: Submission = given["submission"]
    if known_event(submission.source.data):
        return _("The archive has this very text already: there is nothing to save.")
    if given["seen"] != submission.source.sha256:
        return _("The text has changed since the preview. Look at it again, then save.")
    if intent is Intent.EMBARGO:
        return embargo_refusal(given["publish_at"]) or _version_refusal(given, earlier, intent, may_publish)
    return _version_refusal(given, earlier, intent, may_publish)


def embargo_refusal(moment) -> str:
    if moment is None:
        return _("Say when it is to be published: a date and a time, in UTC.")
    if moment <= timezone.now():
        return _("The time to publish at has passed. Choose one to come, or publish now.")
    return ""


def _version_refusal(given: Mapping[str, Any], earlier: Event | None, intent: Intent, may_publish: bool) -> str:
    if earlier is None and given["version"] == "correct":
        return _("The event that was to be corrected is an earlier version of this text no more. Preview again.")
    if earlier is None or given["version"] == "separate":
        return ""
    if given["version"] != "correct":
        return _("The archive has an earlier version of this text. Choose whether to correct that event.")
    if earlier.state == Event.State.DRAFT:
        return ""
    if not may_publish:
        return _("That event was published: only a publisher may correct it.")
    if intent is not Intent.PUBLISH:
        return _("That event was published, and its correction shows at once: choose “Publish now”.")
    return ""


def save(
    given: Mapping[str, Any], transcript: Transcript, earlier: Event | None, intent: Intent, *, by, said: Said
) -> tuple[Event, bool, tuple[ParseWarning, ...]]:
    """The event, whether it is new, and what is uncertain of its correction. Raises CannotPublish.

    Call it inside a transaction, after `refusal`.
    """
    submission: Submission = given["submission"]
    warnings: tuple[ParseWarning, ...] = ()
    added = earlier is None or given["version"] != "correct"
    if added:
        event = add_event(transcript, received=submission.source, series=given["series"], by=by)
    else:
        event = earlier
        event.series = given["series"] or event.series
        note = _("Corrected by %(name)s") % {"name": submission.source.name}
        chosen = {"pins": said.pins, "merged": said.merged}
        warnings = import_changed(event, transcript, received=submission.source, by=by, note=note, **chosen)
    _keep_original(event, submission, by)
    if intent.publishes and event.state != Event.State.PUBLISHED:
        publish_event(event, at=given["publish_at"] if intent is Intent.EMBARGO else None, by=by)
    return event, added, warnings


def _keep_original(event: Event, submission: Submission, by) -> None:
    """The file as it was uploaded, beside the text that was made of it."""
    original = submission.original
    if original and not event.sources.filter(sha256=original.sha256).exists():
        SourceFile.objects.receive(
            original.data, name=original.name, event=event, media_type=original.media_type, by=by
        )


def saved_message(event: Event) -> SafeString:
    """What was done, with the way to look at it."""
    if event.is_public:
        return format_html('{} <a href="{}">{}</a>', _("Published."), event.get_absolute_url(), _("See it on the site"))
    if event.is_embargoed:
        moment = date_format(event.published_at, "j F Y, H:i")
        return format_html("{}", _("It will be published at %(moment)s UTC.") % {"moment": moment})
    if event.state == Event.State.WITHDRAWN:
        return format_html("{}", _("Saved. The event is withdrawn: readers don’t see it."))
    return format_html("{}", _("Saved as a draft. Readers don’t see it yet."))
