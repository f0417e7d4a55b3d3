"""Files become events: whole or not at all, once, and with a clear word about each."""

import json
import os
import pty
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from transcripts.models import Event, OutboxEntry, Person, Revision, Series, SourceFile, Turn
from transcripts.search import indexing

ROOT = Path(__file__).resolve().parent.parent
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clean_data")]

FERRY = """\
Press conference on the ferry

4 May 2020

Harbour Master Ada Quill: Good morning. The ferry has been ordered.

Ben Oake (The Bollard): When does it come, and what did it cost us in the end?

Harbour Master Ada Quill: It comes in the spring. It cost what it cost, and we shall say how much when we know.
"""


def run(*arguments, **options):
    """What the command printed, and its exit code."""
    out = StringIO()
    try:
        call_command("import_transcripts", *map(str, arguments), stdout=out, stderr=out, **options)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def write(folder, text, name="ferry.txt"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_nato_transcript_goes_in_as_it_was_given(tmp_path, nato):
    write(tmp_path, nato, "nato-2024-04-04.txt")
    out, code = run(tmp_path)
    assert code == 0
    assert "created" in out
    assert "25 turns" in out
    event = Event.objects.get()
    assert event.title == "Press conference"
    assert event.subtitle.startswith("by NATO Secretary General Jens Stoltenberg following")
    assert event.date == date(2024, 4, 4)
    assert event.source_updated == datetime(2024, 4, 5, 12, 1, tzinfo=UTC)
    assert event.delivery_status == "As delivered"
    assert event.exchanges.count() == 7
    assert event.turns.filter(speaker=Person.objects.get(name="Jens Stoltenberg")).count() == 9
    assert event.turns.filter(affiliation__name="National News Agency of Ukraine, Ukrinform").count() == 2
    assert "equipmen,t" in event.turns.get(label="NATO Secretary General", position=21).text
    assert SourceFile.objects.get().read() == nato


def test_the_same_file_again_changes_nothing(tmp_path, nato):
    write(tmp_path, nato, "nato-2024-04-04.txt")
    run(tmp_path, publish=True)
    before = list(Turn.objects.values_list("public_id", "position", "text"))
    out, code = run(tmp_path, publish=True)
    assert (code, "unchanged" in out, "created" in out.splitlines()[0]) == (0, True, False)
    assert list(Turn.objects.values_list("public_id", "position", "text")) == before
    assert (Event.objects.count(), Revision.objects.count(), SourceFile.objects.count()) == (1, 1, 1)


def test_without_publish_it_is_a_draft_and_with_it_readers_see_it(tmp_path):
    write(tmp_path, FERRY)
    run(tmp_path)
    assert Event.objects.get().state == Event.State.DRAFT
    run(tmp_path, publish=True)
    assert Event.objects.published().count() == 1


def test_a_corrected_file_keeps_ids_and_address_and_makes_one_revision(tmp_path):
    path = write(tmp_path, FERRY)
    run(path, publish=True)
    event = Event.objects.get()
    ids = list(event.turns.order_by("position").values_list("public_id", flat=True))
    write(tmp_path, FERRY.replace("in the spring", "in the autumn").replace("has been ordered", "was ordered"))
    out, code = run(path, publish=True)
    assert (code, "updated" in out) == (0, True)
    after = Event.objects.get()
    assert after.slug == event.slug
    assert list(after.turns.order_by("position").values_list("public_id", flat=True)) == ids
    assert "autumn" in after.turns.get(public_id=ids[2]).text
    assert after.revisions.count() == 2
    assert after.sources.count() == 2


def test_another_event_under_the_same_file_name_is_another_event(tmp_path):
    run(write(tmp_path / "2020", FERRY))
    other = (
        "Budget briefing\n\n9 June 2021\n\nTreasurer Cy Marl: The books are shut.\n\nDee Ott (The Post): Balanced?\n"
    )
    run(write(tmp_path / "2021", other + "\nTreasurer Cy Marl: They are shut.\n"))
    assert Event.objects.count() == 2


def test_an_editor_s_correction_survives_the_next_import_of_the_old_file(tmp_path):
    path = write(tmp_path, FERRY)
    run(path, publish=True)
    turn = Turn.objects.get(position=1)
    turn.text = "Good morning. The ferry has been ordered twice."
    turn.save()
    run(path, publish=True)
    turn.refresh_from_db()
    assert turn.text.endswith("twice.")


def test_a_dry_run_stores_nothing(tmp_path):
    write(tmp_path, FERRY)
    out, code = run(tmp_path, dry_run=True)
    assert (code, "created" in out) == (0, True)
    assert not Event.objects.exists()
    assert not SourceFile.objects.exists()
    assert not OutboxEntry.objects.exists()


def test_one_bad_file_stops_no_other(tmp_path):
    write(tmp_path, b"", "a-empty.txt")
    write(tmp_path, b"\x00\x01\x02" * 400, "b-binary.txt")
    write(tmp_path, FERRY, "c-good.txt")
    out, code = run(tmp_path)
    assert code == 1
    assert out.count("failed  ") == 2
    assert Event.objects.get().title == "Press conference on the ferry"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"   \r\n\r\n \t", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "text"),
        (b"Ada Quill: word.\n\n" * 3_000_000, "MB"),
        (FERRY.replace("It comes in the spring. It cost what it cost, and we shall say how much when we know.", "")
         .encode(), "followed by no text"),
        (FERRY.replace("4 May 2020", "31 February 2020").encode(), "31 February 2020"),
    ],
    ids=["empty", "blank", "binary", "50 MB", "label without text", "a date that is none"],
)  # fmt: skip
def test_what_cannot_go_in_says_why_and_leaves_nothing(tmp_path, data, says):
    out, code = run(write(tmp_path, data))
    assert code == 1
    assert says in out
    assert "Traceback" not in out
    assert not any(model.objects.exists() for model in (Event, Turn, Person, SourceFile, OutboxEntry))


def test_windows_line_ends_are_the_same_transcript(tmp_path):
    run(write(tmp_path, FERRY, "unix.txt"))
    out, code = run(write(tmp_path, FERRY.replace("\n", "\r\n"), "windows.txt"))
    assert (code, "unchanged" in out) == (0, True)
    assert Event.objects.count() == 1


def test_latin_1_goes_in_with_its_accents_and_a_warning(tmp_path):
    text = FERRY.replace("Ben Oake", "Benoît Chêne").replace("Good morning.", "Good morning, señor Müller.")
    out, code = run(write(tmp_path, text.encode("latin-1")), verbosity=2)
    assert code == 0
    assert Person.objects.filter(name="Benoît Chêne").exists()
    assert "Müller" in Turn.objects.get(position=1).text
    assert "1 warnings" in out


def test_a_text_without_labels_goes_in_as_one_turn_and_says_so(tmp_path):
    speech = "At the opening of the lock\n\n4 May 2020\n\n" + "It is a good lock and we are glad of it.\n\n" * 5
    out, code = run(write(tmp_path, speech), verbosity=2)
    assert code == 0
    assert Turn.objects.get().kind == "remarks"
    assert "No speakers' labels were found" in out


def test_a_report_names_every_file_and_every_warning(tmp_path):
    write(tmp_path / "in", FERRY, "good.txt")
    write(tmp_path / "in", b"", "bad.txt")
    run(tmp_path / "in", report=tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    bad, good = report["files"]
    assert (bad["status"], bool(bad["error"])) == ("failed", True)
    assert (good["status"], good["turns"], good["event"]) == ("created", 3, Event.objects.get().slug)


def test_sidecars_give_series_and_fields(tmp_path):
    write(tmp_path, FERRY)
    write(tmp_path, 'name = "Harbour news"\ninstitution = "The Harbour"\nlanguage = "en"', "series.toml")
    write(tmp_path, 'title = "The ferry, ordered"\nvenue = "Pier 4"', "ferry.toml")
    run(tmp_path)
    event = Event.objects.get()
    assert (event.title, event.venue, event.date) == ("The ferry, ordered", "Pier 4", date(2020, 5, 4))
    assert event.series == Series.objects.get(name="Harbour news", institution="The Harbour")


def test_a_sidecar_that_is_no_toml_fails_its_file_and_says_so(tmp_path):
    write(tmp_path, FERRY)
    write(tmp_path, "title = ", "ferry.toml")
    out, code = run(tmp_path)
    assert code == 1
    assert "ferry.toml" in out
    assert not Event.objects.exists()


def test_a_path_that_is_not_there_is_bad_usage(tmp_path):
    with pytest.raises(CommandError, match="nowhere") as error:
        call_command("import_transcripts", str(tmp_path / "nowhere"))
    assert error.value.returncode == 2


def test_published_turns_are_in_the_index_at_once(tmp_path):
    run(write(tmp_path, FERRY), publish=True)
    assert not OutboxEntry.objects.exists()
    assert not list(indexing.compare())


def test_a_progress_bar_shows_on_a_terminal(tmp_path):
    write(tmp_path, FERRY)
    ours, theirs = pty.openpty()
    environment = os.environ | {"DATA_DIR": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    environment.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "manage.py", "import_transcripts", str(tmp_path / "ferry.txt")]
    done = subprocess.run(command, cwd=ROOT, env=environment, stderr=theirs, stdout=subprocess.PIPE, check=False)
    shown = os.read(ours, 100_000).decode()
    assert done.returncode == 0
    assert "1/1" in shown
    assert done.stdout.decode().startswith("created")


def test_parse_transcript_needs_no_database(tmp_path):
    path = write(tmp_path, FERRY)
    environment = {"DATABASE_URL": "postgres://nobody:x@127.0.0.1:1/none", "DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "manage.py", "parse_transcript", str(path)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert [turn["kind"] for turn in record["turns"]] == ["remarks", "question", "answer"]
    assert record["turns"][1]["affiliation"] == "The Bollard"


def test_parse_transcript_says_in_one_line_what_is_wrong(tmp_path):
    with pytest.raises(CommandError, match="empty"):
        call_command("parse_transcript", str(write(tmp_path, b"")))
    with pytest.raises(CommandError, match="No such file"):
        call_command("parse_transcript", str(tmp_path / "nowhere.txt"))


def test_the_report_sums_up_by_code_what_was_uncertain(tmp_path):
    write(tmp_path / "in", FERRY, "certain.txt")
    write(
        tmp_path / "in", "At the opening\n\n4 May 2020\n\n" + "It is a good lock and we like it.\n\n" * 5, "speech.txt"
    )
    out, _code = run(tmp_path / "in", report=tmp_path / "report.json")
    summary = json.loads((tmp_path / "report.json").read_text())["summary"]
    assert (summary["files"], summary["created"], summary["certain"], summary["uncertain"]) == (2, 2, 1, 1)
    assert summary["warnings"]["no-labels"] == {"files": 1, "warnings": 1}
    assert "1 no-labels in 1 file\n" in out


def test_a_report_into_a_folder_that_is_not_there_is_bad_usage(tmp_path):
    write(tmp_path / "in", FERRY)
    with pytest.raises(CommandError, match="no folder"):
        call_command("import_transcripts", str(tmp_path / "in"), report=tmp_path / "nowhere" / "report.json")
    assert not Event.objects.exists()


def test_of_more_files_than_fit_a_screen_the_failed_are_named_again_at_the_end(tmp_path):
    for number in range(45):
        (tmp_path / f"{number:02}.txt").write_bytes(b"\0")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("import_transcripts", tmp_path, stdout=out)
    sums = out.getvalue().rpartition("45 failed")[2].splitlines()
    assert sum(said.startswith("failed ") for said in sums) == 20
    assert sums[-1] == "… and 25 more: see --report."


def test_fields_and_series_of_the_command_line_win_over_sidecars(tmp_path):
    write(tmp_path, FERRY)
    write(tmp_path, 'name = "Harbour news"\ninstitution = "The Harbour"', "series.toml")
    write(tmp_path, 'title = "The ferry, ordered"\nvenue = "Pier 4"', "ferry.toml")
    run(tmp_path, "--field", "title=The ferry at last", "--field", "date=5 May 2020", "--series", "Port authority")
    event = Event.objects.get()
    assert (event.title, event.venue, event.date) == ("The ferry at last", "Pier 4", date(2020, 5, 5))
    assert (event.series.name, event.series.institution) == ("Port authority", "")


def test_a_field_that_the_archive_does_not_have_is_bad_usage(tmp_path):
    command = [sys.executable, "manage.py", "import_transcripts", str(write(tmp_path, FERRY)), "--field", "colour=red"]
    environment = os.environ | {"DATA_DIR": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "title, subtitle, date" in done.stderr


def test_known_files_are_found_by_one_query_a_batch_and_not_parsed(tmp_path, django_assert_max_num_queries):
    for number in range(30):
        write(
            tmp_path, FERRY.replace("ferry", f"ferry {number}").replace("4 May", f"{number + 1} May"), f"{number}.txt"
        )
    run(tmp_path, publish=True)
    with django_assert_max_num_queries(8):
        out, _code = run(tmp_path, publish=True)
    assert "30 unchanged" in out


def test_an_import_killed_anywhere_ends_with_the_same_archive(tmp_path):
    for number in range(40):
        text = FERRY.replace("The ferry", f"The ferry {number}").replace("4 May", f"{number % 28 + 1} May")
        write(tmp_path / "in", text.replace("on the ferry", f"number {number}"), f"{number:02}.txt")
    assert archive_after(tmp_path / "whole", tmp_path / "in", kills=()) == archive_after(
        tmp_path / "killed", tmp_path / "in", kills=(0.05, 0.3, 0.6)
    )


STATE = """
import json
from transcripts.models import Event, OutboxEntry, SourceFile
from transcripts.search import indexing
texts = {e.slug: [(t.kind, t.text) for t in e.turns.current().order_by("position")] for e in Event.objects.all()}
print(json.dumps([sorted(texts.items()), SourceFile.objects.count(), OutboxEntry.objects.count(), indexing.compare()]))
"""


def archive_after(data, source, *, kills):
    """What an archive of its own holds after imports by real processes, killed so many seconds after a first file."""
    environment = os.environ | {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    environment.pop("DATABASE_URL", None)
    manage = [sys.executable, "-W", "ignore", "manage.py"]
    subprocess.run([*manage, "migrate", "-v", "0"], cwd=ROOT, env=environment, check=True)
    command = [*manage, "import_transcripts", str(source), "--publish"]
    for seconds in kills:
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(seconds)
            process.kill()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    said = subprocess.run([*manage, "shell", "-v", "0", "-c", STATE], cwd=ROOT, env=environment, check=True, stdout=-1)
    state = json.loads(said.stdout)
    assert len(state[0]) == 40
    assert state[1:] == [40, 0, []]
    return state
