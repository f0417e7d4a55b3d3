"""By what the list of events is narrowed."""

from __future__ import annotations

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from transcripts.models import Event


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, _request, _pages):
        return [
            ("draft", _("Draft")),
            ("published", _("Published")),
            ("embargo", _("Under embargo")),
            ("withdrawn", _("Withdrawn")),
        ]

    def queryset(self, _request, events):
        if self.value() == "published":
            return events.published()
        if self.value() == "embargo":
            return events.filter(state=Event.State.PUBLISHED, published_at__gt=timezone.now())
        return events.filter(state=self.value()) if self.value() else events
