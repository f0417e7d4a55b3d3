"""Names of the archive that begin like what an editor types, for the lists below the fields."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from transcripts.admin.permissions import need
from transcripts.models import Organization, Person
from transcripts.models.people import name_key

BEARERS = {"people": Person, "outlets": Organization}
SHOWN = 12


def names(request: HttpRequest, of: str) -> JsonResponse:
    """`{"names": [...]}`: at most SHOWN people or outlets one of whose names holds `?q=`. One query."""
    if of not in BEARERS:
        raise Http404(_("There are names of people and of outlets."))
    bearer = BEARERS[of]
    need(request.user.has_perm(f"transcripts.view_{bearer._meta.model_name}"))  # noqa: SLF001 - Django's documented door
    key = name_key(request.GET.get("q", ""))
    found = bearer.objects.filter(merged_into=None, aliases__key__contains=key).distinct().order_by("name")
    return JsonResponse({"names": list(found.values_list("name", flat=True)[:SHOWN]) if key else []})
