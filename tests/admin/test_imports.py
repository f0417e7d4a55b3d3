"""Many files at once: each has its place in the queue, and tells what became of it."""

from __future__ import annotations

import pytest
from conftest import SHORT
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from transcripts.models import Event, ImportedFile, ImportJob, Series
from transcripts.publishing import publish_event

ADD = "/admin/transcripts/importjob/add/"
LIGHTHOUSE = SHORT.encode()
FERRY = SHORT.replace("lighthouse", "ferry").replace("4 April", "5 May").encode()
SPEECH = b"At the opening\n\n4 May 2020\n\n" + b"It is a good lock and we are glad of it.\n\n" * 5


def give(client, *named, **fields):
    files = [SimpleUploadedFile(name, data) for name, data in named]
    return client.post(ADD, {"files": files, **fields})


def states() -> dict[str, str]:
    return dict(ImportedFile.objects.values_list("name", "state"))


def work() -> None:
    call_command("work_imports", verbosity=0)


def page(client, **query) -> str:
    return client.get(ImportJob.objects.latest("pk").get_absolute_url(), query).content.decode()


def test_files_wait_in_line_until_somebody_imports_them(edda):
    answer = give(edda, ("a.txt", LIGHTHOUSE), ("b.txt", FERRY))
    assert answer.url == ImportJob.objects.get().get_absolute_url()
    assert states() == {"a.txt": "waiting", "b.txt": "waiting"}
    assert not Event.objects.exists()
    work()
    assert states() == {"a.txt": "created", "b.txt": "created"}
    assert set(Event.objects.values_list("state", flat=True)) == {"draft"}


def test_one_bad_file_stops_no_other_and_says_why(edda):
    give(edda, ("empty.txt", b""), ("good.txt", LIGHTHOUSE), ("speech.txt", SPEECH))
    work()
    assert states() == {"empty.txt": "failed", "good.txt": "created", "speech.txt": "created"}
    assert "is empty" in page(edda, show="failed")
    assert "good.txt" not in page(edda, show="failed")


def test_the_uncertain_are_listed_apart_with_their_warnings(edda):
    give(edda, ("good.txt", LIGHTHOUSE), ("speech.txt", SPEECH))
    work()
    shown = page(edda, show="uncertain")
    assert "speech.txt" in shown
    assert "good.txt" not in shown
    assert "No speakers&#x27; labels were found" in shown


def test_the_page_asks_again_until_all_is_done(edda):
    give(edda, ("a.txt", LIGHTHOUSE))
    assert 'hx-trigger="every 2s"' in page(edda)
    work()
    assert "hx-trigger" not in page(edda)
    assert "1 of 1 files are done" in page(edda)


def test_what_was_cancelled_is_not_imported_and_can_be_tried_again(edda):
    give(edda, ("a.txt", LIGHTHOUSE))
    job = ImportJob.objects.get()
    edda.post(job.get_absolute_url(), {"do": "cancel"})
    work()
    assert (states(), Event.objects.count()) == ({"a.txt": "cancelled"}, 0)
    edda.post(job.get_absolute_url(), {"do": "retry"})
    work()
    assert (states(), Event.objects.count()) == ({"a.txt": "created"}, 1)


def test_the_bytes_are_laid_aside_only_until_they_are_done(edda, settings):
    give(edda, ("a.txt", LIGHTHOUSE), ("empty.txt", b""))
    work()
    left = {path.name for path in (settings.DATA_DIR / "imports").iterdir()} - {"lock"}
    assert left == {ImportedFile.objects.get(name="empty.txt").sha256}


def test_what_the_archive_has_is_unchanged(edda, draft):
    give(edda, ("lighthouse.txt", LIGHTHOUSE))
    work()
    assert states() == {"lighthouse.txt": "unchanged"}
    assert ImportedFile.objects.get().event == draft


def test_a_file_that_was_running_when_its_process_died_is_imported_again(edda):
    give(edda, ("a.txt", LIGHTHOUSE))
    ImportedFile.objects.update(state="running", attempts=1)
    work()
    assert states() == {"a.txt": "created"}


def test_a_file_that_ends_every_process_is_given_up(edda):
    give(edda, ("a.txt", LIGHTHOUSE), ("b.txt", FERRY))
    ImportedFile.objects.filter(name="a.txt").update(state="running", attempts=3)
    work()
    assert states() == {"a.txt": "failed", "b.txt": "created"}


def test_an_editor_publishes_nothing_by_import(edda):
    give(edda, ("a.txt", LIGHTHOUSE), publish="on")
    work()
    assert Event.objects.get().state == "draft"


def test_a_publisher_publishes_a_series_by_import(pia):
    series = Series.objects.create(name="Harbour", slug="harbour")
    give(pia, ("a.txt", LIGHTHOUSE), publish="on", series=series.pk)
    work()
    event = Event.objects.get()
    assert (event.is_public, event.series) == (True, series)


def test_an_editor_changes_nothing_that_readers_see_by_import(edda, draft):
    publish_event(draft)
    give(edda, ("lighthouse.txt", LIGHTHOUSE.replace(b"It will be lit", b"It shall be lit")))
    work()
    assert states() == {"lighthouse.txt": "failed"}
    assert "only a publisher" in ImportedFile.objects.get().error
    assert draft.turns.filter(text__contains="shall").count() == 0


def test_what_a_publisher_began_an_editor_cannot_set_going_again(edda, pia):
    give(pia, ("empty.txt", b""), publish="on")
    work()
    assert edda.post(ImportJob.objects.get().get_absolute_url(), {"do": "retry"}).status_code == 403


def test_the_parts_of_a_large_import_are_one(edda):
    first = edda.post(ADD, {"files": SimpleUploadedFile("a.txt", LIGHTHOUSE)}, headers={"accept": "application/json"})
    give(edda, ("b.txt", FERRY), job=first.json()["job"])
    assert ImportJob.objects.get().files.count() == 2


def test_nobody_adds_to_the_import_of_another(edda, pia):
    give(pia, ("a.txt", LIGHTHOUSE), publish="on")
    assert give(edda, ("b.txt", FERRY), job=ImportJob.objects.get().pk).status_code == 403


def test_too_large_a_file_is_refused_with_the_limit(edda, settings):
    settings.MAX_SOURCE_BYTES = 100
    answer = give(edda, ("large.txt", b"x" * 101))
    assert "large.txt: the limit is" in answer.content.decode()
    assert not ImportJob.objects.exists()


def test_sidecars_and_hidden_files_of_a_folder_are_left_out(edda):
    give(edda, ("a.txt", LIGHTHOUSE), ("series.toml", b'name = "Harbour"'), (".hidden.txt", FERRY))
    assert list(states()) == ["a.txt"]


def test_no_files_at_all_is_said_at_the_field(edda):
    assert "This field is required" in edda.post(ADD, {}).content.decode()


@pytest.mark.parametrize("address", [ADD, "/admin/transcripts/importjob/"])
def test_one_who_may_not_add_is_refused(client, django_user_model, address):
    client.force_login(django_user_model.objects.create_user("lars", password="a long enough one", is_staff=True))
    assert client.get(address).status_code == 403


def test_the_queue_of_a_thousand_files_asks_the_database_as_often_as_one_of_two(edda, django_assert_max_num_queries):
    give(edda, ("a.txt", LIGHTHOUSE))
    job = ImportJob.objects.get()
    rows = (ImportedFile(job=job, name=f"{n}.txt", sha256=f"{n:064}", size=1, state="created") for n in range(1000))
    ImportedFile.objects.bulk_create(rows)
    with django_assert_max_num_queries(20):
        edda.get(job.get_absolute_url())


def test_the_list_of_imports_says_how_many_failed(edda):
    give(edda, ("empty.txt", b""))
    work()
    shown = edda.get(reverse("admin:transcripts_importjob_changelist")).content.decode()
    assert '<td class="field-failed_shown">1</td>' in shown
