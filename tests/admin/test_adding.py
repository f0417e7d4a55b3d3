"""Add a transcript: paste or upload, look, save."""

from __future__ import annotations

import datetime

import pytest
from admin_pages import ADD, preview, save
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.html import escape

from transcripts.models import Event, Person, SourceFile
from transcripts.search.engine import find
from transcripts.search.query import parse_query

NEW = """Press briefing

12 May 2024

Eli Moss (Harbour Post): Why is the foghorn painted purple?

Minister Ada Holm: Because purple is the colour of fog at seven in the morning.
"""


def upload(data: bytes, name: str = "briefing.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="text/plain")


@pytest.mark.django_db
def test_a_preview_shows_the_real_press_conference_as_it_is_understood(edda, nato):
    page = preview(edda, text=nato.decode()).content.decode()
    assert "25 turns" in page
    assert "1 remarks, 8 moderation, 8 questions, 8 answers" in page
    assert "7 exchanges" in page
    assert "4 April 2024" in page
    assert "As delivered" in page
    assert "Dmytro Shkurko" in page


@pytest.mark.django_db
def test_a_preview_stores_nothing(edda):
    preview(edda, text=NEW)
    assert not Event.objects.exists()
    assert not Person.objects.exists()
    assert not SourceFile.objects.exists()


def test_a_preview_tells_new_people_from_known_ones(edda, draft):
    named = preview(edda, text=NEW).context["understood"].people
    assert {person.name: bool(person.known) for person in named} == {"Eli Moss": False, "Ada Holm": True}


@pytest.mark.django_db
def test_what_was_pasted_stays_in_the_box(edda):
    page = preview(edda, text=NEW, title="Fog & horns").content.decode()
    assert escape("Why is the foghorn painted purple?") in page
    assert "Fog &amp; horns" in page


@pytest.mark.django_db
def test_a_label_without_text_must_be_mended_first_and_says_where(edda):
    broken = NEW + "\nEli Moss (Harbour Post):\n"
    page = preview(edda, text=broken)
    assert page.context["understood"].blocking
    assert "To be mended before saving" in page.content.decode()
    assert 'value="draft"' not in page.content.decode()
    refused = save(edda, text=broken)
    assert not Event.objects.exists()
    assert refused.status_code == 200


@pytest.mark.django_db
def test_a_draft_is_kept_with_its_source_to_the_byte(edda):
    save(edda, text=NEW.replace("\n", "\r\n"), source="example.org/fog")
    event = Event.objects.get()
    assert event.state == Event.State.DRAFT
    assert event.turns.count() == 2
    assert event.source_url == "https://example.org/fog"
    source = event.sources.get()
    assert source.read() == NEW.encode()
    assert source.name == f"pasted-{timezone.now():%Y-%m-%d}.txt"
    assert source.received_by.username == "edda"


@pytest.mark.django_db
def test_a_published_transcript_is_found_at_once(pia):
    page = save(pia, "publish", text=NEW).content.decode()
    assert "Published." in page
    (hit,) = find(parse_query({"q": ['"colour of fog"']})).hits
    assert hit.turn.speaker.name == "Ada Holm"


@pytest.mark.django_db
def test_an_editor_may_not_publish(edda):
    answer = save(edda, "publish", text=NEW)
    assert answer.status_code == 403
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_an_embargo_is_a_publication_to_come(pia):
    moment = timezone.now().replace(microsecond=0) + datetime.timedelta(days=2)
    page = save(pia, "embargo", text=NEW, publish_at=f"{moment:%Y-%m-%dT%H:%M:%S}").content.decode()
    event = Event.objects.get()
    assert event.published_at == moment
    assert "It will be published at" in page
    assert not Event.objects.published().exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "sentence"), [("", "Say when"), ("2001-01-01T10:00", "has passed")], ids=["none", "past"]
)
def test_an_embargo_needs_a_time_to_come(pia, moment, sentence):
    page = save(pia, "embargo", text=NEW, publish_at=moment).content.decode()
    assert sentence in page
    assert not Event.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\x00\x01\x02" * 200, "binary"),
        (b"%PDF-1.4 and so on", "PDF"),
    ],
    ids=["empty", "binary", "broken pdf"],
)
def test_a_file_that_cannot_be_read_says_why_and_loses_nothing(edda, data, sentence):
    answer = preview(edda, file=upload(data), title="A title I typed")
    assert sentence in str(answer.context["form"].errors["file"])
    assert "A title I typed" in answer.content.decode()


@pytest.mark.django_db
def test_a_saved_web_page_is_previewed_and_kept_as_it_came(edda):
    paragraphs = "".join(f"<p>{line}</p>" for line in NEW.split("\n\n"))
    page = upload(f"<html><body>{paragraphs}</body></html>".encode(), "briefing.html")
    assert "foghorn painted purple" in preview(edda, file=page).content.decode()
    page.seek(0)
    save(edda, file=page)
    page.seek(0)
    assert Event.objects.get().sources.get().read() == page.read()


def web_page(text: str) -> SimpleUploadedFile:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return upload(f"<html><body>{paragraphs}</body></html>".encode(), "briefing.html")


CAPTIONS = b"""WEBVTT

00:01.000 --> 00:03.000
<v Eli Moss>Why is the foghorn painted purple?

00:04.000 --> 00:07.000
<v Ada Holm>Because purple is the colour of fog.
"""


@pytest.mark.django_db
def test_the_box_shows_the_text_of_a_web_page_and_no_markup(edda):
    page = preview(edda, file=web_page(NEW)).context
    assert "Eli Moss (Harbour Post): Why is the foghorn painted purple?" in page["form"].data["text"]
    assert "<p>" not in page["form"].data["text"]
    assert page["in_box"]


@pytest.mark.django_db
def test_of_captions_the_box_shows_what_was_understood_with_its_times(edda):
    seen = preview(edda, file=upload(CAPTIONS, "briefing.vtt")).context
    assert "Eli Moss" in seen["form"].data["text"]
    assert "-->" not in seen["form"].data["text"]
    mended = seen["form"].data["text"].replace("foghorn", "fog horn")
    turns = preview(edda, text=mended, waiting=seen["form"].data["waiting"]).context["understood"].turns
    assert [shown.turn.start for shown in turns] == [1.0, 4.0]


@pytest.mark.django_db
def test_what_is_uncertain_in_a_file_stays_so_when_another_place_was_mended_in_the_box(edda):
    seen = preview(edda, file=upload(CAPTIONS, "briefing.vtt")).context
    uncertain = [quoted.warning.code for quoted in seen["understood"].warnings]
    assert "no-date" in uncertain
    mended = seen["form"].data["text"].replace("foghorn", "fog horn")
    page = preview(edda, text=mended, waiting=seen["form"].data["waiting"])
    assert "no-date" in [quoted.warning.code for quoted in page.context["still_uncertain"]]
    assert "Uncertain in the file" in page.content.decode()
    settled = preview(edda, text=mended, waiting=seen["form"].data["waiting"], date="2024-05-12")
    assert "no-date" not in [quoted.warning.code for quoted in settled.context["still_uncertain"]]


@pytest.mark.django_db
def test_the_form_says_which_formats_are_taken(edda):
    assert "PDF with a text layer" in edda.get(ADD).content.decode()


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_refused_with_the_limit(edda, settings):
    settings.MAX_SOURCE_BYTES = 1000
    answer = preview(edda, file=upload(b"word " * 300))
    assert "the limit is" in str(answer.context["form"].errors["file"])


@pytest.mark.django_db
def test_an_empty_form_asks_for_a_transcript(edda):
    assert "Paste the transcript" in str(preview(edda, text="  \n").context["form"].errors["text"])


@pytest.mark.django_db
def test_an_uploaded_file_waits_between_preview_and_save(edda):
    data = NEW.replace("purple", "café-coloured").encode("latin-1")
    save(edda, file=upload(data))
    event = Event.objects.get()
    assert event.sources.get().read() == data
    assert event.sources.get().name == "briefing.txt"
    assert "café-coloured" in event.turns.order_by("position").first().text


@pytest.mark.django_db
def test_a_file_whose_text_was_mended_keeps_both(edda):
    seen = preview(edda, file=upload(NEW.encode())).context["form"].data
    mended = seen["text"].replace("foghorn", "fog horn")
    save(edda, text=mended, waiting=seen["waiting"])
    assert {source.name: source.read() for source in SourceFile.objects.all()} == {
        "briefing.txt": NEW.encode(),
        f"pasted-{timezone.now():%Y-%m-%d}.txt": mended.encode(),
    }


@pytest.mark.django_db
def test_a_text_and_another_file_are_not_guessed_between(edda):
    answer = preview(edda, text="Something else\n\nAda: Hello.", file=upload(NEW.encode()))
    assert "as well" in str(answer.context["form"].errors["file"])
    assert "Something else" in answer.content.decode()


@pytest.mark.django_db
def test_a_text_changed_after_the_preview_is_looked_at_again_before_it_is_saved(edda):
    seen = preview(edda, text=NEW).context["form"].data["seen"]
    answer = edda.post(ADD, {"text": NEW.replace("purple", "green"), "seen": seen, "do": "draft"})
    assert "changed since the preview" in answer.content.decode()
    assert not Event.objects.exists()


def test_the_same_bytes_again_lead_to_the_event_that_has_them(edda, draft):
    text = draft.sources.get().read().decode()
    page = preview(edda, text=text)
    assert page.context["known"] == draft
    assert f"/admin/transcripts/event/{draft.pk}/change/" in page.content.decode()
    save(edda, text=text)
    assert Event.objects.count() == 1


def test_another_version_must_be_said_to_be_a_correction_or_another_event(edda, draft):
    text = draft.sources.get().read().decode().replace("longest night", "darkest night")
    page = save(edda, text=text)
    assert page.context["earlier"] == draft
    assert "Choose whether to correct" in page.content.decode()
    assert Event.objects.count() == 1


def test_another_version_corrects_the_event_and_keeps_every_address(pia, published):
    before = list(published.turns.current().order_by("position").values_list("public_id", flat=True))
    text = published.sources.get().read().decode().replace("longest night", "darkest night")
    save(pia, "publish", text=text, version="correct")
    assert list(published.turns.current().order_by("position").values_list("public_id", flat=True)) == before
    assert published.turns.filter(text__contains="darkest night").exists()
    assert published.revisions.count() == 2


def test_another_version_can_be_an_event_of_its_own(edda, draft):
    text = draft.sources.get().read().decode().replace("longest night", "darkest night")
    save(edda, text=text, version="separate")
    assert Event.objects.count() == 2


def test_an_editor_cannot_correct_what_is_published_by_adding_it_again(edda, published):
    text = published.sources.get().read().decode().replace("longest night", "darkest night")
    page = save(edda, text=text, version="correct").content.decode()
    assert "only a publisher" in page
    assert not published.turns.filter(text__contains="darkest night").exists()


@pytest.mark.django_db
def test_markup_in_a_transcript_is_shown_and_never_obeyed(edda):
    page = preview(edda, text=NEW.replace("purple", "<script>alert(1)</script>")).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.django_db
def test_a_preview_by_htmx_answers_the_part_alone(edda):
    answer = edda.post(ADD, {"do": "preview", "text": NEW}, headers={"hx-request": "true"})
    page = answer.content.decode()
    assert "How it was understood" in page
    assert "<html" not in page


@pytest.mark.django_db
def test_a_title_longer_than_its_column_is_refused_with_a_sentence(edda):
    page = save(
        edda,
        text=NEW.replace("Press briefing", f"Title: {'x' * 600}\nDate: 2024-05-12", 1).replace("12 May 2024\n\n", ""),
    )
    assert "600 characters long" in page.content.decode()
    assert not Event.objects.exists()
