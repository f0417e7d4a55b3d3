import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db.models import F
from django.utils import timezone

from tests.views.harbour import HARBOUR, LIND, ROE
from transcripts.alerts.sending import send_due
from transcripts.models import AlertedTurn, Event, Follow, Revision, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event, publish_event, withdraw_event
from transcripts.search import indexing
from transcripts.text import transcript as text
from transcripts.text.transcript import TurnKind

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def said(words, **by):
    return (text.Turn(TurnKind.STATEMENT, (words,), **(by or ROE)),)


def bodies():
    return [message.body for message in mail.outbox]


def test_a_new_turn_is_told_once_with_the_question_above_the_answer(publish, follow):
    follow("laughter")
    event = publish()
    send_due()
    send_due()
    (message,) = mail.outbox
    html = message.alternatives[0][0]
    for body in (message.body, html):
        assert body.index("Is the breakwater finished?") < body.index("nearly.")
        assert "Per Lind, The Beacon" in body
        assert f"https://archive.example.org/t/{event.turns.get(kind='answer').public_id}/" in body
    assert "<mark>laughter</mark>" in html


def test_what_was_public_before_is_not_told(publish, follow):
    publish()
    Turn.objects.update(added_at=timezone.now() - 2 * timedelta(hours=1))
    Event.objects.update(published_at=timezone.now() - 2 * timedelta(hours=1))
    follow("breakwater")
    send_due()
    assert mail.outbox == []


def test_an_old_speech_that_comes_in_today_is_new(publish, follow):
    follow("breakwater")
    publish(date=date(1990, 1, 1))
    send_due()
    assert len(mail.outbox) == 1


def test_a_mail_names_the_search_by_its_words_and_what_narrows_it_down(publish, follow):
    publish()
    follow(speaker=["jane-roe"], kind=["answer"], to=["2030-01-31"])
    follow("laughter", address="bo@example.org")
    send_due()
    told = {message.to[0]: message for message in mail.outbox}
    named = "1 new turn: Jane Roe, Answer, until 31 January 2030"
    assert told["ada@example.org"].subject == named
    assert named in told["ada@example.org"].body
    assert told["bo@example.org"].subject == "1 new turn: laughter"


def test_a_turn_that_does_not_match_is_not_told(publish, follow):
    follow("zeppelin")
    publish()
    send_due()
    assert mail.outbox == []


def test_a_search_that_finds_nothing_new_is_not_widened_to_what_is_like_it(publish, follow):
    follow("breakwater finished zeppelin tomorrow")
    publish()
    send_due()
    assert mail.outbox == []


def test_a_correction_is_not_told_again_but_a_turn_that_it_adds_is(publish, follow):
    follow("harbour")
    event = publish(turns=said("The harbour opens."))
    send_due()
    before = transcript_of(event)
    changed = replace(before.turns[0], paragraphs=("The harbour opens soon.",))
    correct_event(event, replace(before, turns=(changed,)))
    indexing.drain()
    send_due()
    assert len(mail.outbox) == 1
    (added,) = said("Nobody said of the harbour that it floods at night.", **LIND)
    correct_event(event, replace(before, turns=(changed, added)))
    indexing.drain()
    send_due()
    assert len(mail.outbox) == 2
    assert "floods at night" in mail.outbox[1].body
    assert "opens soon" not in mail.outbox[1].body


OPENS = "The harbour opens at dawn for all."
SWIM = "Nobody may swim in the harbour when the ferry from the island comes."
RULES = "The master of the harbour has said so today, and so it stands in our rules."


def part(event, *parts):
    """The correction finds that others have spoken, where the transcript had one."""
    turns = [said(words, **speaker)[0] for words, speaker in zip(parts, (ROE, LIND, ROE), strict=False)]
    correct_event(event, replace(transcript_of(event), turns=tuple(turns)))
    indexing.drain()
    assert event.turns.current().count() == len(parts)


def hours_pass(hours):
    """All that is there now was there so many hours ago."""
    Turn.objects.update(added_at=F("added_at") - timedelta(hours=hours))
    Event.objects.update(published_at=F("published_at") - timedelta(hours=hours))
    Revision.objects.update(created_at=F("created_at") - timedelta(hours=hours))


@pytest.mark.parametrize("hours", [1, 24 * 7])
def test_a_turn_that_a_correction_parts_from_one_told_of_is_not_told_again(publish, follow, hours):
    follow("harbour", ago=timedelta(days=30))
    event = publish(turns=said(f"{OPENS} {SWIM}"))
    send_due()
    hours_pass(hours)
    part(event, OPENS, SWIM)
    send_due()
    assert len(mail.outbox) == 1


def test_nor_is_what_is_parted_from_a_parted_turn(publish, follow):
    follow("harbour", ago=timedelta(days=30))
    event = publish(turns=said(f"{OPENS} {SWIM} {RULES}"))
    send_due()
    part(event, OPENS, f"{SWIM} {RULES}")
    part(event, OPENS, SWIM, RULES)
    send_due()
    assert len(mail.outbox) == 1


def test_a_short_new_turn_is_told_though_others_say_its_words(publish, follow):
    follow("harbour", ago=timedelta(days=30))
    event = publish(turns=said(OPENS))
    send_due()
    before = transcript_of(event)
    correct_event(event, replace(before, turns=(*before.turns, *said("The harbour.", **LIND))))
    indexing.drain()
    send_due()
    assert len(mail.outbox) == 2
    assert "1 new turn" in mail.outbox[1].subject


def test_an_old_speech_is_told_of_however_much_else_comes_in(client, publish, follow):
    """More than an engine was once asked for: those of the oldest dates were never told of."""
    follow("pier")
    publish(turns=said("The pier is open.") * 5_001)
    publish(turns=said("The pier was never open."), date=date(1990, 1, 1))
    send_due()
    assert "5002 new turns" in mail.outbox[0].subject
    assert mail.outbox[0].body.index("was never open") < mail.outbox[0].body.index("is open")
    newest = client.get("/search.feed.json?q=pier").json()["items"][0]
    assert "was never open" in newest["content_html"].replace("<mark>pier</mark>", "pier")


def test_who_speaks_next_is_told_only_where_it_is_asked_for(publish, follow):
    chair = text.Turn(TurnKind.MODERATION, ("Now the breakwater, please.",), label="Chair", speaker="Ana Chair")
    follow("breakwater", address="plain@example.org")
    follow("breakwater", address="chair@example.org", kind=["moderation"])
    publish(turns=(chair, *HARBOUR.turns))
    send_due()
    told = {message.to[0]: message.body for message in mail.outbox}
    assert "Ana Chair" not in told["plain@example.org"]
    assert "Ana Chair" in told["chair@example.org"]


def test_an_embargo_is_told_when_it_ends_and_not_before(follow):
    follow("breakwater")
    event = add_event(HARBOUR)
    publish_event(event, at=timezone.now() + timedelta(hours=1))
    indexing.drain()
    send_due()
    assert mail.outbox == []
    Event.objects.update(published_at=timezone.now() - timedelta(seconds=1))
    event.refresh_from_db()
    publish_event(event, at=event.published_at)
    send_due()
    assert len(mail.outbox) == 1


def test_what_was_withdrawn_before_the_mail_is_not_in_it(publish, follow):
    follow("breakwater")
    withdraw_event(publish(), reason="It was another day.")
    send_due()
    assert mail.outbox == []


def test_once_a_day_is_once_a_day_and_has_all_that_came(publish, follow):
    follow("breakwater", cadence="daily", ago=timedelta(days=1))
    publish()
    publish(turns=said("Another breakwater."))
    send_due()
    assert "3 new turns" in mail.outbox[0].subject
    publish(turns=said("A third breakwater."))
    send_due()
    assert len(mail.outbox) == 1
    send_due(timezone.now() + DAY)
    assert len(mail.outbox) == 2
    assert "A third breakwater." in mail.outbox[1].body
    assert "Another breakwater." not in mail.outbox[1].body


def test_a_long_list_is_cut_and_counted(publish, follow):
    follow("breakwater", kind=["answer"])
    publish(turns=HARBOUR.turns * 40)
    send_due()
    (body,) = bodies()
    assert body.count("/t/") == 30
    assert "10 more are at https://archive.example.org/search/?q=breakwater&kind=answer&sort=newest" in body


def test_what_is_not_confirmed_gets_no_mail_and_is_deleted_after_two_days(publish, follow):
    asked = follow("breakwater")
    Follow.objects.filter(pk=asked.pk).update(confirmed_at=None, looked_at=None, created_at=timezone.now() - DAY)
    publish()
    send_due()
    assert mail.outbox == []
    assert Follow.objects.count() == 1
    send_due(timezone.now() + DAY)
    assert Follow.objects.count() == 0


def test_a_mail_program_ends_it_with_one_click_and_all_of_it_is_deleted(client, publish, follow):
    follow("breakwater")
    publish()
    send_due()
    headers = mail.outbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<https://archive\.example\.org(/follow/stop/\S+)>", headers["List-Unsubscribe"])[1]
    answer = type(client)(enforce_csrf_checks=True).post(
        address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200
    assert (Follow.objects.count(), AlertedTurn.objects.count()) == (0, 0)
    assert "No more mails" in client.get(address).content.decode()


def test_opening_the_link_that_ends_it_ends_nothing_before_the_button(client, publish, follow):
    follow("breakwater")
    publish()
    send_due()
    address = re.search(r"https://archive\.example\.org(/follow/stop/\S+)", mail.outbox[0].body)[1]
    assert "End these mails?" in client.get(address).content.decode()
    assert Follow.objects.count() == 1
    assert "No more mails" in client.post(address).content.decode()
    assert Follow.objects.count() == 0


def test_no_machine_answers_it(publish, follow):
    follow("breakwater")
    publish()
    send_due()
    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"


def test_what_is_remembered_of_told_turns_goes_after_some_days(publish, follow):
    follow("breakwater")
    publish()
    send_due()
    assert AlertedTurn.objects.count() == 2
    send_due(timezone.now() + 4 * DAY)
    assert AlertedTurn.objects.count() == 0
    send_due(timezone.now() + 5 * DAY)
    assert len(mail.outbox) == 1


def test_the_command_says_how_much_it_sent(publish, follow, capsys):
    follow("breakwater")
    publish()
    call_command("send_alerts")
    assert capsys.readouterr().out == "1 mails sent, 2 turns, 0 addresses refused\n"


def test_the_command_says_what_to_do_where_mail_is_not_set_up(settings, db):
    settings.MAIL_IS_SET_UP = False
    with pytest.raises(CommandError, match="set EMAIL_URL"):
        call_command("send_alerts")


def test_a_server_that_is_away_leaves_all_of_it_due(settings, publish, follow):
    follow("breakwater")
    publish()
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="stays due"):
        call_command("send_alerts")
    settings.EMAIL_BACKEND = backend
    send_due()
    assert len(mail.outbox) == 1
