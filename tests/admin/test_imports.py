"""Many files at once: each has its place in the queue, and tells what became of it."""

from __future__ import annotations

import os
import time

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
DAY = 24 * 60 * 60
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
    assert "a.txt" in page(edda, show="cancelled")
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


def test_too_large_a_file_fails_alone_and_cannot_be_tried_again(edda, settings):
    settings.MAX_SOURCE_BYTES = len(LIGHTHOUSE)
    give(edda, ("large.txt", LIGHTHOUSE + b"\n"), ("a.txt", LIGHTHOUSE), too_large=["3000000000:films/march.mp4"])
    work()
    assert states() == {"large.txt": "failed", "a.txt": "created", "films/march.mp4": "failed"}
    assert "Split it." in page(edda, show="failed")
    assert "Try failed and cancelled" not in page(edda)


def in_folder(client, files: dict[str, bytes], **fields):
    """Files as a browser sends those of a folder: Django keeps the last part of a name, `paths` tells all of it."""
    named = [(path.rpartition("/")[2], data) for path, data in files.items()]
    return give(client, *named, paths=list(files), **fields)


def test_sidecars_of_a_folder_say_series_and_fields_of_its_files(edda):
    files = {
        "harbour/series.toml": b'name = "Harbour news"\ninstitution = "The Harbour"',
        "harbour/2024/series.toml": b'name = "Harbour news of 2024"',
        "harbour/a.txt": LIGHTHOUSE,
        "harbour/a.toml": b'title = "On the lighthouse"\nvenue = "The old mole"',
        "harbour/2024/b.txt": FERRY,
    }
    in_folder(edda, files)
    work()
    assert states() == {"harbour/a.txt": "created", "harbour/2024/b.txt": "created"}
    told = Event.objects.order_by("date").values_list("title", "venue", "series__name", "series__institution")
    assert list(told) == [
        ("On the lighthouse", "The old mole", "Harbour news", "The Harbour"),
        ("Press conference", "", "Harbour news of 2024", ""),
    ]


def test_the_series_that_is_chosen_wins_over_a_sidecar(edda):
    series = Series.objects.create(name="Chosen", slug="chosen")
    in_folder(edda, {"h/series.toml": b'name = "Harbour news"', "h/a.txt": LIGHTHOUSE}, series=series.pk)
    work()
    assert Event.objects.get().series == series


def test_a_sidecar_that_is_no_toml_fails_its_files_until_it_is_mended(edda):
    in_folder(edda, {"h/a.toml": b"title: none", "h/a.txt": LIGHTHOUSE, "h/b.txt": FERRY})
    work()
    assert states() == {"h/a.txt": "failed", "h/b.txt": "created"}
    assert "a.toml beside it is not valid TOML" in page(edda, show="failed")
    job = ImportJob.objects.get()
    in_folder(edda, {"h/a.toml": b'title = "Mended"'}, job=job.pk)
    edda.post(job.get_absolute_url(), {"do": "retry"})
    work()
    assert states() == {"h/a.txt": "created", "h/b.txt": "created"}
    assert Event.objects.filter(title="Mended").count() == 1


def test_what_is_no_transcript_in_a_folder_is_left_out_and_named(edda):
    files = {"h/a.txt": LIGHTHOUSE, "h/README.md": b"Read me", "h/.git/config.txt": FERRY, "h/index.json": b"[]"}
    told = in_folder(edda, files)
    assert list(states()) == ["h/a.txt"]
    assert "3 files are no transcripts by their names" in edda.get(told.url).content.decode()


def test_a_file_of_the_same_name_in_two_folders_is_two_files(edda):
    in_folder(edda, {"2023/a.txt": LIGHTHOUSE, "2024/a.txt": FERRY})
    work()
    assert states() == {"2023/a.txt": "created", "2024/a.txt": "created"}
    assert set(Event.objects.values_list("sources__name", flat=True)) == {"a.txt"}


def test_a_path_leads_nowhere_but_below_what_was_given(edda):
    in_folder(edda, {"../../etc/a.txt": LIGHTHOUSE, "C:\\b.txt": FERRY})
    assert list(states()) == ["etc/a.txt", "C:/b.txt"]


def test_no_files_at_all_is_said_at_the_field(edda):
    assert "Choose the files to import" in edda.post(ADD, {}).content.decode()


def aged(settings, days: int) -> None:
    for path in (settings.DATA_DIR / "imports").iterdir():
        os.utime(path, (time.time() - days * DAY,) * 2)


def laid_aside(settings) -> int:
    return sum(path.name != "lock" for path in (settings.DATA_DIR / "imports").iterdir())


def test_what_failed_or_was_cancelled_can_be_tried_again_for_thirty_days(edda, settings):
    give(edda, ("empty.txt", b""), ("a.txt", LIGHTHOUSE))
    edda.post(ImportJob.objects.get().get_absolute_url(), {"do": "cancel"})
    aged(settings, 29)
    work()
    assert laid_aside(settings) == 2
    edda.post(ImportJob.objects.get().get_absolute_url(), {"do": "retry"})
    work()
    assert states() == {"empty.txt": "failed", "a.txt": "created"}


def test_after_thirty_days_their_bytes_are_gone_and_the_queue_says_so(edda, settings):
    give(edda, ("empty.txt", b""))
    work()
    aged(settings, 31)
    work()
    assert laid_aside(settings) == 0
    edda.post(ImportJob.objects.get().get_absolute_url(), {"do": "retry"})
    work()
    assert "Give the file again" in page(edda)


def test_what_waits_is_not_swept_however_old_it_is(edda, settings):
    give(edda, ("a.txt", LIGHTHOUSE))
    aged(settings, 400)
    work()
    assert states() == {"a.txt": "created"}


def test_a_file_whose_bytes_another_import_has_just_cleared_away_is_known(edda, settings):
    give(edda, ("a.txt", LIGHTHOUSE))
    work()
    job = ImportJob.objects.get()
    ImportedFile.objects.create(job=job, name="b.txt", sha256=job.files.get().sha256, size=1)
    work()
    assert states() == {"a.txt": "created", "b.txt": "unchanged"}


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
