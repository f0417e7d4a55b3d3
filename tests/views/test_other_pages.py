import re

import pytest
from django.test import Client, RequestFactory
from django.urls import include, path

from transcripts.models import Event
from transcripts.views import errors

handler500 = "transcripts.views.errors.server_error"
urlpatterns = [path("crash/", lambda _request: 1 / 0), path("", include("transcripts.urls"))]

PAGES = ("/", "/search/?q=breakwater", "/events/", "/people/", "/outlets/", "/series/", "/about/", "/nowhere/")


def test_a_missing_page_is_found_missing_with_ways_on(client, db):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "Nothing stands at this address" in response.content.decode()


def test_the_page_for_errors_needs_no_database():
    # Without the db fixture any query raises.
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()


@pytest.mark.urls(__name__)
def test_a_crash_ends_in_that_page(db):
    response = Client(raise_request_exception=False).get("/crash/")
    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_pages_keep_to_the_content_policy(client, harbour, address):
    html = client.get(address).content.decode()
    assert not re.search(r"<[^>]+\sstyle=", html)
    assert not re.search(r"<[^>]+\son\w+=", html)
    assert "<style" not in html
    assert not re.findall(r"<script(?![^>]*(?:\bsrc=|application/ld\+json))[^>]*>", html)
    assert not re.findall(r'(?:src|rel="stylesheet" href)="https?:', html)


@pytest.mark.parametrize("address", PAGES)
def test_ids_are_used_once_on_a_page(client, harbour, address):
    ids = re.findall(r'\sid="([^"]+)"', client.get(address).content.decode())
    assert len(ids) == len(set(ids))


def test_robots_are_led_to_the_site_map(client, db, settings):
    settings.SITE_URL = "https://archive.example"
    assert "Sitemap: https://archive.example/sitemap.xml" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize("section", ["events", "turns", "people", "outlets"])
def test_the_site_map_lists_what_is_public(client, harbour, settings, section):
    settings.SITE_URL = "https://archive.example"
    assert f"https://archive.example/sitemap-{section}.xml" in client.get("/sitemap.xml").content.decode()
    assert "<loc>https://archive.example/" in client.get(f"/sitemap-{section}.xml").content.decode()
    Event.objects.update(state="draft")
    assert "<loc>" not in client.get(f"/sitemap-{section}.xml").content.decode()


def test_browsers_learn_how_to_search(client, db, settings):
    settings.SITE_URL = "https://archive.example"
    description = client.get("/opensearch.xml")
    assert description["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="https://archive.example/search/?q={searchTerms}"' in description.content.decode()
