"""Who is who, at the editors' desk: proposals, two side by side, undoing, and turns that are somebody else's."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from transcripts.admin.who_is_who import undecided
from transcripts.identities import resolve_people
from transcripts.models import Event, Organization, Person, PersonMerge, PersonProposal, Turn
from transcripts.publishing import add_event, publish_event
from transcripts.text.parsing import parse_source

LATER = """Doorstep

12 May 2024

Cara N. Dahl (The Evening Wire): Is the lamp in, Minister?

Minister Holm: It is in its box.
"""


@pytest.fixture
def later(draft) -> Event:
    """A second draft, where the minister has no first name."""
    return add_event(parse_source(LATER.encode(), name="doorstep.txt"))


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def page(name: str, *args, of: str = "person") -> str:
    return reverse(f"admin:transcripts_{of}_{name}", args=args)


def beside(one, other, of: str = "person") -> str:
    return f"{page('merge', of=of)}?one={one.pk}&other={other.pk}"


def read(client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def open_proposal(later) -> PersonProposal:
    return PersonProposal.objects.get(bearer__name="Holm", candidate__name="Ada Holm")


def test_the_list_says_how_many_are_undecided(edda, open_proposal):
    assert "Who is who? (1)" in read(edda, page("changelist"))


def test_the_desk_says_that_somebody_is_to_be_known(edda, open_proposal):
    assert page("who") in read(edda, reverse("admin:index"))
    edda.post(page("who"), {"do": f"reject:{open_proposal.pk}"})
    assert page("who") not in read(edda, reverse("admin:index"))


def test_a_proposal_shows_both_with_what_they_said(edda, open_proposal):
    shown = read(edda, page("who"))
    assert "It is in its box." in shown
    assert "on the longest night" in shown
    assert "the surname alone" in shown


def test_they_are_one(edda, open_proposal):
    shown = edda.post(page("who"), {"do": f"accept:{open_proposal.pk}"}, follow=True).content.decode()
    assert "“Holm” is now “Ada Holm”" in shown
    assert "Nothing is open" in shown
    assert person("Ada Holm").turns.count() == 2
    assert PersonMerge.objects.get().created_by.username == "edda"


def test_they_are_two(edda, open_proposal):
    shown = edda.post(page("who"), {"do": f"reject:{open_proposal.pk}"}, follow=True).content.decode()
    assert "are two" in shown
    assert "Nothing is open" in shown
    assert person("Holm").turns.count() == 1


def test_it_is_somebody_new(edda, open_proposal):
    shown = edda.post(page("who"), {"do": f"new:{open_proposal.bearer.pk}"}, follow=True).content.decode()
    assert "is somebody new" in shown
    assert "Nothing is open" in shown


def test_a_second_answer_is_told_that_it_comes_late(edda, open_proposal):
    edda.post(page("who"), {"do": f"reject:{open_proposal.pk}"})
    shown = edda.post(page("who"), {"do": f"accept:{open_proposal.pk}"}, follow=True).content.decode()
    assert "decided before" in shown


@pytest.mark.parametrize("answer", ["", "accept", "accept:x", "burn:1"])
def test_an_answer_that_is_none_is_refused(edda, open_proposal, answer):
    assert "Choose one of the answers" in edda.post(page("who"), {"do": answer}, follow=True).content.decode()
    assert edda.post(page("who"), {"do": f"accept:{10**30}"}).status_code == 404


def test_the_page_asks_the_database_as_often_for_many_as_for_one(edda, open_proposal):
    with CaptureQueriesContext(connection) as for_one:
        edda.get(page("who"))
    resolve_people(["Bo Linde", "B. Lind", "Cara Dahle", "A. Holm", "Ada Hollm"], open_proposal.event)
    assert undecided(Person).count() > 3
    with CaptureQueriesContext(connection) as for_many:
        edda.get(page("who"))
    assert len(for_many) == len(for_one)


def test_two_are_compared_side_by_side(edda, later):
    shown = read(edda, beside(person("Holm"), person("Ada Holm")))
    assert "/people/holm/" in shown
    assert "/people/ada-holm/" in shown
    assert "It will be lit in October" in shown
    assert "It is in its box." in shown


def test_two_ticked_in_the_list_are_compared(edda, later):
    one, other = person("Ada Holm"), person("Holm")
    ticked = {"action": "merge_selected", "_selected_action": [one.pk, other.pk]}
    assert edda.post(page("changelist"), ticked)["Location"].endswith(f"?one={one.pk}&other={other.pk}")
    ticked["_selected_action"] = [one.pk]
    assert "Tick two" in edda.post(page("changelist"), ticked, follow=True).content.decode()


def test_the_other_is_found_by_any_name(edda, later):
    shown = read(edda, f"{page('merge')}?one={person('Holm').pk}")
    assert ">Ada Holm</a>" in shown
    assert ">Bo Lind</a>" in read(edda, f"{page('merge')}?one={person('Holm').pk}&q=LIND")


def test_one_click_merges_and_one_click_takes_it_back(edda, later):
    holm, ada = person("Holm"), person("Ada Holm")
    shown = edda.post(beside(holm, ada), {"kept": ada.pk}, follow=True).content.decode()
    assert "“Holm” is now “Ada Holm”" in shown
    undo = page("undo", PersonMerge.objects.get().pk)
    assert undo in shown
    shown = edda.post(undo, follow=True).content.decode()
    assert "“Holm” has 1 turn again." in shown
    assert "Undo" not in shown
    assert "undone before" in edda.post(undo, follow=True).content.decode()


def test_what_has_changed_hands_is_said(edda, later):
    holm, ada = person("Holm"), person("Ada Holm")
    edda.post(beside(holm, ada), {"kept": ada.pk})
    Turn.objects.filter(text="It is in its box.").update(speaker=person("Bo Lind"))
    shown = edda.post(page("undo", PersonMerge.objects.get().pk), follow=True).content.decode()
    assert "1 turn has changed hands since" in shown


def test_outlets_are_merged_alike(edda, later):
    wire, post = Organization.objects.get(name__contains="Evening Wire"), Organization.objects.get(name="Harbour Post")
    edda.post(beside(wire, post, of="organization"), {"kept": post.pk})
    wire.refresh_from_db()
    assert wire.merged_into == post


def test_one_who_was_merged_is_not_merged_again(edda, later):
    holm, ada, bo = person("Holm"), person("Ada Holm"), person("Bo Lind")
    edda.post(beside(holm, ada), {"kept": ada.pk})
    assert (
        "was merged into “Ada Holm” already"
        in edda.post(beside(bo, holm), {"kept": holm.pk}, follow=True).content.decode()
    )


@pytest.mark.parametrize("query", ["", "?one=x", "?one=999999", f"?one={10**30}"])
def test_nobody_is_found_for_an_address_that_names_nobody(edda, draft, query):
    assert edda.get(page("merge") + query).status_code == 404


def test_turns_of_somebody_else_go_to_a_namesake(edda, later):
    ada = person("Ada Holm")
    turn = ada.turns.get()
    shown = read(edda, page("turns", ada.pk))
    assert turn.public_id in shown
    edda.post(page("turns", ada.pk), {"turn": turn.public_id, "to": "Ada Holm", "who": "new"})
    turn.refresh_from_db()
    assert turn.speaker != ada
    assert turn.speaker.name == "Ada Holm"


def test_turns_go_to_somebody_known(edda, later):
    ada, bo = person("Ada Holm"), person("Bo Lind")
    turn = ada.turns.get()
    edda.post(page("turns", ada.pk), {"turn": turn.public_id, "to": "Bo Lind", "who": "known"})
    turn.refresh_from_db()
    assert turn.speaker == bo
    shown = edda.post(page("turns", bo.pk), {"turn": turn.public_id, "to": "Nobody Known"}, follow=True)
    assert "nobody else called “Nobody Known”" in shown.content.decode()
    assert "Choose the turns" in edda.post(page("turns", bo.pk), {"to": "Ada Holm"}, follow=True).content.decode()


def test_turns_of_a_published_event_are_a_publisher_s_to_move(edda, pia, draft):
    publish_event(draft)
    ada = person("Ada Holm")
    given = {"turn": ada.turns.get().public_id, "to": "Ida Holm", "who": "new"}
    assert edda.post(page("turns", ada.pk), given).status_code == 403
    assert ada.turns.exists()
    pia.post(page("turns", ada.pk), given)
    assert not ada.turns.exists()


@pytest.mark.parametrize("group", ["edda", "pia"])
def test_both_groups_may_say_who_is_who(request, group, later):
    client = request.getfixturevalue(group)
    assert client.get(page("who")).status_code == 200
    assert client.get(beside(person("Holm"), person("Ada Holm"))).status_code == 200


def test_one_who_may_only_look_may_not_say_who_is_who(django_user_model, client, open_proposal):
    client.force_login(django_user_model.objects.create_user("vera", password="x", is_staff=True))
    holm, ada = person("Holm"), person("Ada Holm")
    assert client.get(page("who")).status_code == 403
    assert client.post(page("who"), {"do": f"accept:{open_proposal.pk}"}).status_code == 403
    assert client.post(beside(holm, ada), {"kept": ada.pk}).status_code == 403
    assert client.get(page("turns", ada.pk)).status_code == 403
    assert client.post(page("undo", 1)).status_code == 403


def test_a_former_address_leads_to_who_stands_in_the_end(pia, client, later):
    publish_event(later)
    holm, ada, bo = person("Holm"), person("Ada Holm"), person("Bo Lind")
    pia.post(beside(holm, ada), {"kept": ada.pk})
    pia.post(beside(ada, bo), {"kept": bo.pk})
    answer = client.get("/people/holm/")
    assert (answer.status_code, answer["Location"]) == (301, "/people/bo-lind/")
    assert "Also printed as" in read(client, "/people/bo-lind/")


def test_search_finds_turns_under_the_one_who_stays(pia, client, published):
    ada, bo = person("Ada Holm"), person("Bo Lind")
    pia.post(beside(ada, bo), {"kept": bo.pk})
    found = client.get("/search.json", {"q": "lighthouse OR October", "speaker": "bo-lind"}).json()
    assert "October" in str(found)
    assert "Ada" not in str([hit.get("speaker") for hit in found.get("hits", found.get("results", []))])


def test_a_name_that_only_a_draft_printed_is_not_shown_to_readers(pia, client, later):
    publish_event(Event.objects.exclude(pk=later.pk).get())
    holm, ada = person("Holm"), person("Ada Holm")
    pia.post(beside(holm, ada), {"kept": ada.pk})
    assert "Also printed as" not in read(client, "/people/ada-holm/")
    publish_event(later)
    assert "Also printed as Holm" in read(client, "/people/ada-holm/")


def test_a_former_page_that_is_saved_keeps_no_name_from_going_back(edda, later):
    holm, ada = person("Holm"), person("Ada Holm")
    edda.post(beside(holm, ada), {"kept": ada.pk})
    form = {"name": "Holm", "aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    assert edda.post(page("change", holm.pk), form).status_code == 302
    edda.post(page("undo", PersonMerge.objects.get().pk))
    assert set(holm.aliases.values_list("name", flat=True)) == {"Holm"}
    assert set(ada.aliases.values_list("name", flat=True)) == {"Ada Holm"}
    assert "“Holm” has 1 turn again." in read(edda, page("history", holm.pk))
