import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.views.harbour import HARBOUR
from transcripts.models import Event
from transcripts.publishing import publish_event, withdraw_event
from transcripts.text.transcript import TurnKind

pytestmark = pytest.mark.django_db


def page(client, event):
    response = client.get(event.get_absolute_url())
    return response.content.decode()


def words(html):
    """What a reader sees of each paragraph."""
    paragraphs = re.findall(r'<p id="t-\w+-p\d+">(.*?)</p>', html, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", paragraph.replace("<br>", "\n"))) for paragraph in paragraphs]


def test_every_word_stands_on_the_page_to_the_letter(client, harbour):
    assert words(page(client, harbour)) == [paragraph for turn in HARBOUR.turns for paragraph in turn.paragraphs]


def test_text_that_looks_like_html_is_shown_and_not_obeyed(client, harbour):
    assert "The harbour is &lt;open&gt;.<br>Come &amp; see." in page(client, harbour)


def test_editorial_marks_are_set_off(client, harbour):
    html = page(client, harbour)
    assert '<span class="mark">[inaudible]</span>' in html
    assert '<span class="mark">(laughter)</span>' in html


def test_each_turn_has_an_anchor_and_leads_to_its_permalink(client, harbour):
    html = page(client, harbour)
    for turn in harbour.turns.all():
        assert f'id="t-{turn.public_id}"' in html
        assert f'href="/t/{turn.public_id}/"' in html


def test_a_label_is_printed_whole_with_its_names_linked(client, harbour):
    html = page(client, harbour)
    assert '<span class="printed"><a class="speaker" href="/people/per-lind/">Per Lind</a> ' in html
    assert '(<a class="outlet" href="/outlets/the-beacon/">The Beacon</a>)</span>' in html


def test_a_speaker_whom_the_label_does_not_name_follows_it(client, publish):
    answer = replace(HARBOUR.turns[2], label="THE MINISTER")
    html = page(client, publish(turns=(*HARBOUR.turns[:2], answer)))
    assert (
        '<span class="printed">THE MINISTER</span> <span class="known-as"><a class="speaker" href="/people/jane-roe/">'
        in html
    )


def test_the_contents_name_who_asked_and_how_they_began(client, harbour):
    html = page(client, harbour)
    assert '<a href="#exchange-1"><b>Per Lind, The Beacon</b> <span>Is the breakwater finished?</span></a>' in html
    assert 'id="exchange-1"' in html


@pytest.mark.parametrize("form", ["", ".json", ".txt"])
def test_a_draft_is_not_found(client, harbour, form):
    Event.objects.update(state="draft")
    assert client.get(f"/events/{harbour.slug}{form or '/'}").status_code == 404


@pytest.mark.parametrize("form", ["", ".json", ".txt"])
def test_an_embargoed_event_is_not_found(client, harbour, form):
    publish_event(harbour, at=timezone.now() + timedelta(hours=1))
    assert client.get(f"/events/{harbour.slug}{form or '/'}").status_code == 404


@pytest.mark.parametrize("form", ["", ".json", ".txt"])
def test_a_withdrawn_event_says_why_and_shows_no_text(client, harbour, form):
    withdraw_event(harbour, reason="A court ordered it.")
    response = client.get(f"/events/{harbour.slug}{form or '/'}")
    assert response.status_code == 410
    assert "A court ordered it." in response.content.decode()
    assert "breakwater" not in response.content.decode()


def test_an_embargoed_event_that_is_withdrawn_stays_unknown(client, harbour):
    publish_event(harbour, at=timezone.now() + timedelta(hours=1))
    withdraw_event(harbour, reason="Never mind.")
    assert client.get(harbour.get_absolute_url()).status_code == 404


def test_the_json_is_the_transcript(client, harbour):
    record = client.get(f"/events/{harbour.slug}.json").json()
    assert record["title"] == "Press conference"
    assert [turn["paragraphs"] for turn in record["turns"]] == [list(turn.paragraphs) for turn in HARBOUR.turns]
    assert [turn["id"] for turn in record["turns"]] == list(
        harbour.turns.order_by("position").values_list("public_id", flat=True)
    )


def test_the_text_holds_every_paragraph(client, harbour):
    text = client.get(f"/events/{harbour.slug}.txt").content.decode()
    assert all(line in text for turn in HARBOUR.turns for line in turn.text.splitlines())


def test_a_page_that_has_not_changed_is_not_sent_again(client, harbour):
    etag = client.get(harbour.get_absolute_url())["ETag"]
    assert client.get(harbour.get_absolute_url(), headers={"if-none-match": etag}).status_code == 304
    harbour.turns.filter(kind=TurnKind.ANSWER).update(text="No.")
    assert client.get(harbour.get_absolute_url(), headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("times", [1, 40])
def test_the_number_of_queries_does_not_grow_with_the_turns(client, publish, django_assert_max_num_queries, times):
    event = publish(turns=HARBOUR.turns * times)
    with django_assert_max_num_queries(6):
        client.get(event.get_absolute_url())


def test_a_slug_may_hold_letters_of_any_script(client, harbour):
    Event.objects.update(slug="конференция")
    assert client.get("/events/конференция/").status_code == 200
