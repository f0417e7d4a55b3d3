import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.views.harbour import HARBOUR
from transcripts.models import Event, Turn
from transcripts.publishing import withdraw_event
from transcripts.text.transcript import TurnKind

pytestmark = pytest.mark.django_db
FORMS = pytest.mark.parametrize("form", ["/", ".json", ".txt"])


@pytest.fixture
def answer(harbour) -> Turn:
    return harbour.turns.get(kind=TurnKind.ANSWER)


@pytest.fixture
def question(harbour) -> Turn:
    return harbour.turns.get(kind=TurnKind.QUESTION)


@FORMS
def test_a_turn_answers_with_its_words_in_every_form(client, answer, form):
    response = client.get(f"/t/{answer.public_id}{form}")
    assert response.status_code == 200
    assert "The breakwater is finished" in response.content.decode()


def test_an_answer_stands_under_its_question(client, answer):
    html = client.get(answer.get_absolute_url()).content.decode()
    assert html.index("Is the breakwater finished?") < html.index("The breakwater is finished", html.index("<h1"))


def test_a_question_stands_above_its_answer(client, question):
    html = client.get(question.get_absolute_url()).content.decode()
    assert html.index("<h1") < html.index("(laughter)")


def test_paragraphs_are_named_by_their_number(client, harbour):
    remarks = harbour.turns.get(kind=TurnKind.REMARKS)
    html = client.get(remarks.get_absolute_url()).content.decode()
    assert '<p id="p2">Thank you.' in html


def test_the_facts_for_machines_cannot_break_out_of_their_element(client, harbour):
    remarks = harbour.turns.get(kind=TurnKind.REMARKS)
    Turn.objects.filter(pk=remarks.pk).update(text="</script><script>alert(1)</script>")
    html = client.get(remarks.get_absolute_url()).content.decode()
    facts = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1]
    assert json.loads(facts)["text"] == "</script><script>alert(1)</script>"
    assert "<script>alert" not in html


@FORMS
def test_an_id_in_capitals_or_with_look_alikes_leads_to_the_turn(client, answer, form):
    Turn.objects.filter(pk=answer.pk).update(public_id="1a0b1c0d")
    response = client.get(f"/t/IAoBLCOD{form}?quote=x")
    assert response.status_code == 301
    assert response["Location"] == f"/t/1a0b1c0d{form}?quote=x"


@FORMS
def test_an_unknown_id_is_not_found(client, harbour, form):
    assert client.get(f"/t/zzzzzzzz{form}").status_code == 404


@FORMS
@pytest.mark.parametrize("hidden", [{"state": "draft"}, {"published_at": timezone.now() + timedelta(days=1)}])
def test_a_turn_of_a_draft_or_embargoed_event_is_not_found(client, answer, hidden, form):
    Event.objects.update(**hidden)
    assert client.get(f"/t/{answer.public_id}{form}").status_code == 404


@FORMS
def test_a_turn_of_a_withdrawn_event_says_why_and_shows_no_text(client, answer, form):
    withdraw_event(answer.event, reason="A court ordered it.")
    response = client.get(f"/t/{answer.public_id}{form}")
    assert response.status_code == 410
    assert "A court ordered it." in response.content.decode()
    assert "breakwater" not in response.content.decode()


@FORMS
def test_a_removed_turn_keeps_its_last_wording_and_says_where_to_look(client, answer, form):
    Turn.objects.filter(pk=answer.pk).update(state="removed")
    response = client.get(f"/t/{answer.public_id}{form}")
    assert response.status_code == 410
    assert "The breakwater is finished" in response.content.decode()
    assert answer.event.get_absolute_url() in response.content.decode()


@FORMS
def test_a_merged_turn_leads_to_the_one_it_is_part_of(client, answer, question, form):
    Turn.objects.filter(pk=answer.pk).update(state="merged", merged_into=question)
    response = client.get(f"/t/{answer.public_id}{form}")
    assert response.status_code == 301
    assert response["Location"] == f"/t/{question.public_id}{form}"


@pytest.mark.parametrize("times", [1, 40])
def test_the_number_of_queries_does_not_grow_with_the_event(client, publish, django_assert_max_num_queries, times):
    event = publish(turns=HARBOUR.turns * times)
    turn = event.turns.order_by("position")[2]
    with django_assert_max_num_queries(6):
        client.get(turn.get_absolute_url())
