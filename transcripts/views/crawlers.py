"""For crawlers and browsers: robots.txt, the site map and the search description."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from transcripts.models import Event, Organization, Person, Turn
from transcripts.views.addresses import absolute


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Pages of results are endless and hold nothing that events and turns don't."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search",
        "",
        f"Sitemap: {absolute(request, reverse('sitemaps'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Every page of every section. Django's own view of it names the host that was asked, not the public one."""
    addresses = [
        absolute(request, f"{reverse('sitemap', args=[section])}?p={number}")
        for section, site_map in SITEMAPS.items()
        for number in site_map.paginator.page_range
    ]
    return render(request, "crawlers/sitemap_index.xml", {"addresses": addresses}, content_type="application/xml")


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """https://github.com/dewitt/opensearch: lets browsers search the archive from the address bar."""
    search = absolute(request, reverse("search"))
    media_type = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "crawlers/opensearch.xml", {"search": search}, content_type=media_type)


class PublicSitemap(Sitemap):
    limit = 10_000

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.SITE_URL).netloc or super().get_domain(site)

    def get_protocol(self, protocol=None) -> str:
        return urlsplit(settings.SITE_URL).scheme or super().get_protocol(protocol)


class EventSitemap(PublicSitemap):
    def items(self):
        return Event.objects.published().order_by("pk")

    def lastmod(self, event: Event):
        return event.updated_at


class TurnSitemap(PublicSitemap):
    def items(self):
        return Turn.objects.published().only("public_id").order_by("pk")


class NamedSitemap(PublicSitemap):
    """People or outlets that were heard."""

    def __init__(self, model, turn_field: str) -> None:
        self.model, self.turn_field = model, turn_field

    def items(self):
        turns = Turn.objects.published().filter(**{self.turn_field: OuterRef("pk")})
        return self.model.objects.filter(Exists(turns)).only("slug").order_by("pk")


SITEMAPS = {
    "events": EventSitemap(),
    "turns": TurnSitemap(),
    "people": NamedSitemap(Person, "speaker"),
    "outlets": NamedSitemap(Organization, "affiliation"),
}
