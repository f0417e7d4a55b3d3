"""The archive can be checked, and says what is wrong with it."""

from io import StringIO

import pytest
from django.core.management import call_command

from transcripts.importing import Wishes, import_source
from transcripts.models import Revision, SourceFile, Turn
from transcripts.models.revisions import chained_sha256
from transcripts.search import indexing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clean_data")]


@pytest.fixture
def event(nato):
    """The NATO press conference in two revisions, in the index."""
    event = import_source(nato, name="nato.txt", wishes=Wishes(publish=True)).event
    corrected = nato.replace(b"equipmen,t", b"equipment,")
    import_source(corrected, name="nato.txt", wishes=Wishes(publish=True))
    indexing.drain()
    return event


def check(**options):
    out = StringIO()
    try:
        call_command("check_archive", stdout=out, **options)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def test_a_whole_archive_agrees(event):
    assert check() == ("Database, index and sources agree.\n", 0)


def test_a_turn_that_the_index_missed_is_named_and_mended(event):
    Turn.objects.filter(position=4).update(text="Words that the index has not heard of.")
    out, code = check()
    assert code == 1
    assert Turn.objects.get(position=4).public_id in out or event.slug in out
    assert check(repair=True)[1] == 0
    assert check()[1] == 0


@pytest.mark.parametrize("damage", [b"", b"altered"])
def test_a_source_that_is_lost_or_altered_is_named_and_left_alone(event, damage):
    source = SourceFile.objects.first()
    path = source.content.path
    with open(path, "wb") as file:  # noqa: PTH123 - the storage gives a string
        file.write(damage)
    out, code = check(repair=True)
    assert code == 1
    assert "altered" in out
    assert source.content.name in out


def test_tampering_with_a_revision_shows(event):
    first = Revision.objects.get(number=1)
    first.transcript = first.transcript.replace("Patriots", "carrots")
    first.save()
    out, code = check()
    assert code == 1
    assert f"revision 1 of {event.slug}" in out


def test_tampering_that_mends_its_own_digest_shows_in_the_next_one(event):
    first = Revision.objects.get(number=1)
    first.transcript = first.transcript.replace("Patriots", "carrots")
    first.sha256 = chained_sha256(first.transcript, before="")
    first.save()
    assert f"revision 2 of {event.slug}" in check()[0]


def test_a_revision_that_is_missing_shows(event):
    Revision.objects.filter(number=1).delete()
    assert "number 1 is missing" in check()[0]
