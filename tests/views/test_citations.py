"""The page of a turn says how to cite it, and reference managers get what they read."""

import json
import re
from datetime import date
from html import unescape

import pytest
from django.utils import timezone

from tests.views.corrected import corrected_ferry, turn_saying
from transcripts.models import Event, Series, Turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(monkeypatch) -> Event:
    event = corrected_ferry()
    event.series = Series.objects.create(slug="ferries", name="Ferries", institution="Ministry of Ferries")
    event.save()
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 24))
    return event


@pytest.fixture
def answer(event) -> Turn:
    return turn_saying(event, "autumn")


def entry(html, style):
    found = re.search(rf'id="citation-{style}">(.*?)</p>', html)
    return unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_the_page_cites_in_three_styles(client, answer, settings):
    settings.SITE_URL = "https://archive.example"
    html = client.get(answer.get_absolute_url()).content.decode()
    address = f"https://archive.example/t/{answer.public_id}/"
    assert entry(html, "apa") == (
        "Quill, A. (2024, March 1). On the ferry [Answer at a press conference]. Ministry of Ferries. Verbatim. "
        f"Retrieved November 24, 2026, from {address}"
    )
    assert entry(html, "mla").startswith("Quill, Ada. “On the ferry.” Ministry of Ferries, 1 Mar. 2024.")
    assert entry(html, "chicago").endswith(f"Accessed November 24, 2026. {address}.")


def test_a_revision_that_was_asked_for_stands_in_every_address(client, answer):
    html = client.get(f"{answer.get_absolute_url()}?rev=1").content.decode()
    assert entry(html, "apa").endswith(f"Verbatim. http://testserver/t/{answer.public_id}/?rev=1")
    assert f'href="/t/{answer.public_id}.bib?rev=1"' in html
    for form in ("bib", "ris", "csl.json"):
        assert f"/t/{answer.public_id}/?rev=1" in client.get(f"/t/{answer.public_id}.{form}?rev=1").content.decode()


@pytest.mark.parametrize("rev", ["99", "x", ""])
def test_a_revision_that_never_was_stands_in_no_address(client, answer, rev):
    assert "?rev" not in client.get(f"/t/{answer.public_id}.bib?rev={rev}").content.decode()


def test_an_unnamed_speaker_stays_unnamed_where_the_wording_is_of_before(client, event):
    question = turn_saying(event, "When does")
    then = client.get(f"/t/{question.public_id}.csl.json?rev=1").json()[0]
    now = client.get(f"/t/{question.public_id}.csl.json").json()[0]
    assert then["author"] == [{"literal": "Unnamed journalist"}]
    assert now["author"] == [{"family": "Lind", "given": "Per"}]


@pytest.mark.parametrize(
    ("form", "media", "holds"),
    [
        ("bib", "application/x-bibtex", "author = {Quill, Ada}"),
        ("ris", "application/x-research-info-systems", "AU  - Quill, Ada"),
        ("csl.json", "application/vnd.citationstyles.csl+json", '"family": "Quill"'),
    ],
)
def test_each_form_has_its_media_type_and_is_named_in_head_and_header(client, answer, form, media, holds):
    response = client.get(f"/t/{answer.public_id}.{form}")
    assert response["Content-Type"].startswith(media)
    assert holds in response.content.decode()
    page = client.get(answer.get_absolute_url())
    assert f'<http://testserver/t/{answer.public_id}.{form}>; rel="describedby"; type="{media}"' in page["Link"]
    assert f'type="{media}"' in page.content.decode()


def metas(html):
    return dict(re.findall(r'<meta name="((?:citation_|z:)\w+)" content="([^"]*)">', html))


def test_reference_managers_are_told_what_it_is(client, answer):
    told = metas(client.get(answer.get_absolute_url()).content.decode())
    assert told == {
        "z:itemType": "presentation",
        "citation_title": "On the ferry",
        "citation_author": "Quill, Ada",
        "citation_date": "2024/03/01",
        "citation_publisher": "Ministry of Ferries",
        "citation_language": "en",
        "citation_public_url": f"http://testserver/t/{answer.public_id}/",
    }


def test_an_interview_is_an_interview(client, answer):
    Event.objects.update(kind="interview")
    assert metas(client.get(answer.get_absolute_url()).content.decode())["z:itemType"] == "interview"
    assert client.get(f"/t/{answer.public_id}.csl.json").json()[0]["type"] == "interview"


def test_nobody_is_made_of_an_unnamed_speaker(client, event):
    told = metas(client.get(turn_saying(event, "And if").get_absolute_url()).content.decode())
    assert "citation_author" not in told


def test_the_day_of_access_is_today(client, answer):
    [record] = json.loads(client.get(f"/t/{answer.public_id}.csl.json").content)
    assert record["accessed"] == {"date-parts": [[2026, 11, 24]]}


def test_no_citation_can_break_out_of_the_page(client, answer):
    Event.objects.update(title="</p><script>alert(1)</script>")
    html = client.get(answer.get_absolute_url()).content.decode()
    assert "<script>alert" not in html
