import re
from dataclasses import replace
from datetime import date

import pytest

from tests.views.harbour import HARBOUR
from transcripts.models import Event, Organization, Person, Series

pytestmark = pytest.mark.django_db
LISTS = ("/", "/events/", "/people/", "/outlets/", "/series/", "/people/jane-roe/", "/outlets/the-beacon/")


def html(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_front_page_shows_the_newest_events_and_what_the_archive_holds(client, harbour):
    text = html(client, "/")
    assert harbour.get_absolute_url() in text
    assert re.search(r"<dt>Turns</dt><dd><a[^>]*>3</a>", text)
    assert re.search(r"<dt>People</dt><dd><a[^>]*>2</a>", text)


def test_the_front_page_proposes_searches_that_find_something(client, publish):
    publish(turns=(replace(HARBOUR.turns[0], paragraphs=("We mend critical infrastructure here.",)),))
    (address,) = re.findall(r'<a href="(/search/\?q=[^"]+)">“critical infrastructure”</a>', html(client, "/"))
    assert "1 turn for" in html(client, address)


def test_an_empty_archive_tells_its_editor_how_to_begin(client):
    text = html(client, "/")
    assert "The archive is empty" in text
    assert "/admin/" in text


@pytest.mark.parametrize("address", LISTS[:5])
def test_an_empty_archive_has_all_its_lists(client, address):
    html(client, address)


def test_a_draft_counts_nowhere(client, harbour):
    Event.objects.update(state="draft")
    for address in LISTS[:5]:
        text = html(client, address)
        assert "Jane Roe" not in text
        assert "The Beacon" not in text
        assert "Press conference" not in text
    assert "Nothing that this person said is public" in html(client, "/people/jane-roe/")


def test_events_are_listed_by_year(client, publish):
    publish(title="Old one", date=date(1999, 1, 2))
    publish(title="Undated one", date=None)
    assert "Old one" in html(client, "/events/?year=1999")
    assert "Undated one" not in html(client, "/events/?year=1999")
    assert "Undated one" in html(client, "/events/?year=undated")


@pytest.mark.parametrize("year", ["0", "99999", "x", "²", "-1", "1" * 5000])
def test_a_year_that_is_none_shows_no_events_and_no_error(client, harbour, year):
    assert "No event here." in html(client, f"/events/?year={year}")


def test_a_person_has_offices_with_their_years(client, publish):
    publish()
    louder = replace(HARBOUR.turns[0], role="MINISTER FOR HARBOURS")
    publish(date=date(2019, 1, 1), turns=(louder,))
    text = html(client, "/people/jane-roe/")
    assert '<li>Minister for Harbours <span class="span">2019–2021</span>' in text
    assert "MINISTER FOR HARBOURS" not in text


def test_an_outlet_names_who_spoke_for_it(client, harbour):
    assert "/people/per-lind/" in html(client, "/outlets/the-beacon/")
    assert "/outlets/the-beacon/" in html(client, "/people/per-lind/")


@pytest.mark.parametrize(("model", "path"), [(Person, "people"), (Organization, "outlets")])
def test_the_address_of_one_merged_into_another_leads_there(client, harbour, model, path):
    kept = model.objects.first()
    model.objects.create(slug="another", name="Another", merged_into=kept)
    response = client.get(f"/{path}/another/")
    assert (response.status_code, response["Location"]) == (301, kept.get_absolute_url())


def test_a_name_is_found_without_its_accents_and_case(client, publish):
    publish(turns=(replace(HARBOUR.turns[0], speaker="Zoë Ångström"), HARBOUR.turns[1]))
    text = html(client, "/people/?q=ANGSTROM")
    assert "Zoë Ångström" in text
    assert "Per Lind" not in text


def test_an_accented_initial_stands_with_its_letter(client, publish):
    publish(turns=tuple(replace(HARBOUR.turns[0], speaker=name) for name in ("Émile Zola", "Eva Ek", "Finn Fry")))
    assert re.findall(r'<h2 id="initial-\d+">(.)</h2>', html(client, "/people/")) == ["E", "F"]


def test_a_series_lists_its_events(client, harbour):
    series = Series.objects.create(slug="harbours", name="Harbour conferences")
    Event.objects.update(series=series)
    assert "Harbour conferences" in html(client, "/series/")
    assert harbour.get_absolute_url() in html(client, "/series/harbours/")


@pytest.mark.parametrize("address", LISTS)
def test_the_number_of_queries_does_not_grow_with_the_archive(client, publish, django_assert_max_num_queries, address):
    for year in range(2000, 2012):
        speakers = tuple(replace(turn, speaker=f"{turn.speaker} {year}") for turn in HARBOUR.turns)
        publish(date=date(year, 1, 1), turns=(*HARBOUR.turns, *speakers))
    with django_assert_max_num_queries(10):
        client.get(address)
