"""Does the process live, and can it answer?"""

import logging

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from transcripts.search import engine

logger = logging.getLogger(__name__)


@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers at all; touches neither database nor index."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """200 when database and index answer, else 503 that names the part which does not."""
    parts = {"database": _answers(connection.ensure_connection), "index": _answers(engine.ping)}
    ready = all(state == "ok" for state in parts.values())
    return JsonResponse(parts, status=200 if ready else 503)


def _answers(ask) -> str:
    try:
        ask()
    except Exception:
        logger.exception("a part of the archive does not answer")
        return "fails"
    return "ok"
