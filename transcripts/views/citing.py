"""A turn as something to cite, and the panel that shows how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from transcripts.models import Turn
from transcripts.templatetags.transcript import full_title
from transcripts.text.citing import STYLES, Citable
from transcripts.text.transcript import TurnKind
from transcripts.views.addresses import absolute
from transcripts.views.provenance import Provenance, sentences
from transcripts.views.wording import Wording

# Address of each form, its name to readers, and its media type.
FORMS = (
    ("turn-bib", "BibTeX", "application/x-bibtex"),
    ("turn-ris", "RIS", "application/x-research-info-systems"),
    ("turn-csl", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
)


def citable(request: HttpRequest, turn: Turn, provenance: Provenance, wording: Wording | None) -> Citable:
    """The turn as it stands, or as it stood at the revision that was asked for. No day of access."""
    then = wording.turn if wording else None
    speaker, outlet = turn.speaker, turn.affiliation
    event = turn.event
    return Citable(
        id=turn.public_id,
        kind=then.kind if then else TurnKind(turn.kind),
        title=full_title(event),
        address=_address(request, turn, wording),
        site=settings.SITE_NAME,
        speaker=then.speaker if then else speaker.name if speaker else "",
        label=then.label if then else turn.label,
        affiliation=then.affiliation if then else outlet.name if outlet else "",
        event_kind=event.kind,
        day=event.date,
        institution=event.series.institution if event.series else "",
        venue=event.venue,
        language=event.language,
        is_fixed=then is not None,
        notes=sentences(provenance),
    )


def _address(request: HttpRequest, turn: Turn, wording: Wording | None) -> str:
    address = absolute(request, turn.get_absolute_url())
    return f"{address}?rev={wording.revision.number}" if wording and wording.turn else address


def panel(item: Citable, *, accessed: date) -> SafeString:
    """What readers copy: the entry in each style, and the forms to import."""
    query = f"?{item.address.partition('?')[2]}" if item.is_fixed else ""
    read = replace(item, accessed=accessed)
    context = {
        "item": read,
        "entries": [(style, style.write(read)) for style in STYLES],
        "forms": [(reverse(name, args=[item.id]) + query, shown) for name, shown, _media in FORMS],
        "copied": _("Citation copied"),
    }
    return SafeString(render_to_string("turns/cite.html", context))
