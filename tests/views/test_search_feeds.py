from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from lxml import etree

from tests.views.harbour import HARBOUR, LIND, ROE
from transcripts.models import Event, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event, publish_event, withdraw_event
from transcripts.search import indexing
from transcripts.text import transcript as text
from transcripts.text.transcript import TurnKind

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = ["/search.atom", "/search.feed.json"]


def atom(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return etree.fromstring(response.content)


def one(element, path):
    (found,) = element.xpath(path, namespaces=ATOM)
    return found


def items(client, address):
    return client.get(address).json()["items"]


def titles(client, address="/search.feed.json"):
    return [item["title"] for item in items(client, address)]


def chaired(words="You have the floor about the breakwater."):
    return text.Turn(TurnKind.MODERATION, (words,), label="Chair", speaker="Ana Chair")


def test_a_feed_has_all_that_rfc_4287_asks_for(client, harbour):
    feed = atom(client, "/search.atom?q=breakwater")
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert one(feed, "a:id/text()") == "http://testserver/search.atom?q=breakwater"
    assert one(feed, "a:title/text()") == "Verbatim: breakwater"
    assert datetime.fromisoformat(one(feed, "a:updated/text()")).tzinfo
    assert one(feed, "a:author/a:name/text()") == "Verbatim"
    assert one(feed, "a:link[@rel='self']/@href") == "http://testserver/search.atom?q=breakwater"
    assert one(feed, "a:link[@rel='alternate']/@href").startswith("http://testserver/search/?q=breakwater")
    for entry in feed.findall("a:entry", ATOM):
        assert one(entry, "a:id/text()") == one(entry, "a:link/@href")
        assert datetime.fromisoformat(one(entry, "a:updated/text()")).tzinfo
        assert one(entry, "a:title/text()")
        assert one(entry, "a:author/a:name/text()")
        assert one(entry, "a:content/@type") == "html"
        assert one(entry, "a:summary/@type") == "text"


def test_a_feed_is_called_by_its_words_and_what_narrows_it_down(client, harbour):
    title = client.get("/search.feed.json?q=breakwater&speaker=jane-roe&role=minister-for-harbours").json()["title"]
    assert title == "Verbatim: breakwater, Jane Roe, minister for harbours"
    assert client.get("/search.feed.json").json()["title"] == "Verbatim: all turns"


def test_a_json_feed_has_all_that_version_1_1_asks_for(client, harbour):
    feed = client.get("/search.feed.json?q=breakwater").json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/search.feed.json?q=breakwater"
    assert feed["home_page_url"].startswith("http://testserver/search/?q=breakwater")
    for item in feed["items"]:
        assert item["id"] == item["url"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert item["content_html"]


def test_an_answer_comes_below_the_question_that_it_answers(client, harbour):
    (item,) = items(client, "/search.feed.json?q=laughter")
    html = item["content_html"]
    assert html.index("Is the breakwater finished?") < html.index("<mark>laughter</mark>")
    assert "Per Lind, The Beacon" in html
    assert item["url"] == f"http://testserver/t/{harbour.turns.get(kind='answer').public_id}/"


def test_a_text_with_markup_in_it_is_escaped_and_whole(client, harbour):
    (item,) = items(client, "/search.feed.json?kind=remarks")
    assert "&lt;open&gt;" in item["content_html"]
    assert "<open>" in item["summary"]
    entry = atom(client, "/search.atom?kind=remarks").find("a:entry", ATOM)
    assert "&lt;open&gt;" in one(entry, "a:content/text()")
    assert "<open>" in one(entry, "a:summary/text()")


def test_what_became_public_last_comes_first_however_long_ago_it_was_said(client, publish):
    publish(turns=(text.Turn(TurnKind.STATEMENT, ("Said lately.",), **ROE),), date=date(2024, 1, 1))
    publish(turns=(text.Turn(TurnKind.STATEMENT, ("Said long ago.",), **ROE),), date=date(1990, 1, 1))
    assert titles(client) == ["Jane Roe: Said long ago.", "Jane Roe: Said lately."]


def test_a_turn_that_a_correction_adds_is_new_and_one_that_it_changes_is_not(client, publish):
    old = publish(turns=(text.Turn(TurnKind.STATEMENT, ("The harbour opens.",), **ROE),))
    publish(turns=(text.Turn(TurnKind.STATEMENT, ("The lock opens.",), **ROE),))
    said = transcript_of(old)
    changed = text.Turn(TurnKind.STATEMENT, ("The harbour opens soon.",), **ROE, id=said.turns[0].id)
    added = text.Turn(TurnKind.STATEMENT, ("Nobody heard of this before, and it is another thing.",), **LIND)
    correct_event(old, replace(said, turns=(changed, added)))
    indexing.drain()
    assert [title.split(": ")[1][:12] for title in titles(client)] == ["Nobody heard", "The lock ope", "The harbour "]


def test_a_turn_that_a_correction_parts_from_another_is_as_old_as_that(client, publish):
    whole = "The harbour opens at dawn for all. Nobody may swim in the harbour when the ferry from the island comes."
    old = publish(turns=(text.Turn(TurnKind.STATEMENT, (whole,), **ROE),))
    long_ago = datetime(2020, 5, 1, 12, tzinfo=UTC)
    Event.objects.update(published_at=long_ago)
    Turn.objects.update(added_at=long_ago)
    old.refresh_from_db()
    publish(turns=(text.Turn(TurnKind.STATEMENT, ("The lock opens.",), **ROE),))
    opens = text.Turn(TurnKind.STATEMENT, ("The harbour opens at dawn for all.",), **ROE)
    swim = text.Turn(TurnKind.STATEMENT, (whole.partition("all. ")[2],), **LIND)
    correct_event(old, replace(transcript_of(old), turns=(opens, swim)))
    indexing.drain()
    found = titles(client)
    assert len(found) == 3
    assert found[0] == "Jane Roe: The lock opens."
    found = items(client, "/search.feed.json?q=harbour")
    assert {item["date_published"] for item in found} == {"2020-05-01T12:00:00+00:00"}


def test_a_feed_is_not_widened_to_what_is_like_its_search(client, harbour):
    remembered = "q=the breakwater is completed nearly"
    assert "turns with most of them" in client.get(f"/search/?{remembered}").content.decode()
    assert titles(client, f"/search.feed.json?{remembered}") == []


def test_who_speaks_next_is_left_out_unless_it_is_asked_for(client, publish):
    publish(turns=(chaired(), *HARBOUR.turns))
    assert "Ana Chair" not in {item["authors"][0]["name"] for item in items(client, "/search.feed.json?q=breakwater")}
    (item,) = items(client, "/search.feed.json?q=breakwater&kind=moderation")
    assert item["authors"] == [{"name": "Ana Chair"}]


@pytest.mark.parametrize("hidden", ["draft", "embargo", "withdrawn"])
def test_what_readers_may_not_see_is_in_no_feed(client, db, hidden):
    event = add_event(HARBOUR)
    if hidden != "draft":
        publish_event(event, at=timezone.now() + timedelta(days=1) if hidden == "embargo" else None)
    if hidden == "withdrawn":
        withdraw_event(event, reason="It was another day.")
    indexing.drain()
    assert titles(client) == []
    assert atom(client, "/search.atom").findall("a:entry", ATOM) == []


def test_a_feed_has_the_fifty_newest(client, publish):
    publish(turns=HARBOUR.turns * 30)
    publish(turns=(text.Turn(TurnKind.STATEMENT, ("The very newest of all.",), **ROE),))
    found = titles(client)
    assert len(found) == 50
    assert found[0] == "Jane Roe: The very newest of all."


@pytest.mark.parametrize("address", FEEDS)
def test_an_unchanged_feed_is_not_sent_again(client, harbour, address):
    first = client.get(address, {"q": "breakwater"})
    assert client.get(address, {"q": "breakwater"}, headers={"If-None-Match": first["ETag"]}).status_code == 304
    since = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get(address, {"q": "breakwater"}, headers=since).status_code == 304


@pytest.mark.parametrize("address", FEEDS)
def test_a_changed_feed_is_sent_again(client, harbour, address):
    first = client.get(address, {"q": "breakwater"})
    Event.objects.update(updated_at=timezone.now() + timedelta(minutes=1))
    Turn.objects.filter(kind="answer").update(text="The breakwater is done.")
    again = client.get(
        address,
        {"q": "breakwater"},
        headers={"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]},
    )
    assert again.status_code == 200
    since = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get(address, {"q": "breakwater"}, headers=since).status_code == 200


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("typed", ["\x00\x01", '"', "a" * 10_000, "<&>", "\ufffe"])
def test_no_search_makes_a_broken_feed(client, harbour, address, typed):
    response = client.get(address, {"q": typed})
    assert response.status_code == 200
    etree.fromstring(response.content) if address.endswith("atom") else response.json()


def test_a_text_with_characters_that_xml_cannot_hold_makes_a_feed_all_the_same(client, publish):
    publish()
    Turn.objects.filter(kind="answer").update(text="The breakwater\x0b is done \x1b.")
    assert atom(client, "/search.atom?q=breakwater").findall("a:entry", ATOM)
