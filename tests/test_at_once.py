"""Two who write at the same time, on PostgreSQL: on SQLite one waits for the other from the beginning."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from transcripts.identities import resolve_organizations, resolve_people
from transcripts.importing import Status, Wishes, import_source
from transcripts.models import Event, Organization, Person, Series, SourceFile

BRIEFING = """Press conference

{day} May 2024

Eli Moss (Harbour Post): Why is the foghorn of pier {day} painted purple?

Minister Ada Holm: Because pier {day} is seen from afar, and purple is the colour of fog at seven in the morning.
"""

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _on_postgresql(clean_data):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time. Set TEST_DATABASE=postgres.")


@contextmanager
def meanwhile(act: Callable[[], object]) -> Iterator[threading.Thread]:
    """`act` in a transaction of its own, to be started in the block; it has gone well by the end of it."""
    done = []

    def alone() -> None:
        try:
            with transaction.atomic():
                act()
            done.append(True)
        finally:
            connection.close()

    thread = threading.Thread(target=alone)
    yield thread
    thread.join(timeout=20)
    assert done


@pytest.mark.parametrize(("resolve", "model"), [(resolve_people, Person), (resolve_organizations, Organization)])
def test_a_new_name_has_one_bearer_whoever_makes_it_first(resolve, model):
    with meanwhile(lambda: resolve(["Ada Holm", "Eli Moss"])) as other, transaction.atomic():
        resolve(["Eli Moss", "Ada Holm"])
        other.start()
        time.sleep(0.3)
        assert other.is_alive()
    assert sorted(model.objects.values_list("name", flat=True)) == ["Ada Holm", "Eli Moss"]


def test_known_names_wait_for_nobody():
    with transaction.atomic():
        resolve_people(["Ada Holm"])
    with meanwhile(lambda: resolve_people(["Ada Holm"])) as other, transaction.atomic():
        resolve_people(["Eli Moss"])
        other.start()
        other.join(timeout=10)
        assert not other.is_alive()


def test_several_imports_at_once_make_each_person_outlet_and_series_once():
    statuses = at_once(lambda day: BRIEFING.format(day=day), count=6)
    assert statuses == [Status.CREATED] * 6
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Ada Holm", "Eli Moss"]
    assert list(Organization.objects.values_list("name", flat=True)) == ["Harbour Post"]
    assert Series.objects.count() == 1
    assert len(set(Event.objects.values_list("slug", flat=True))) == 6


def test_the_same_file_imported_at_once_is_one_event():
    statuses = at_once(lambda _day: BRIEFING.format(day=1), count=4)
    assert sorted(statuses) == [Status.CREATED, *[Status.UNCHANGED] * 3]
    assert (Event.objects.count(), SourceFile.objects.count()) == (1, 1)


def at_once(text: Callable[[int], str], *, count: int) -> list[Status]:
    """What became of so many imports that all begin together."""
    start, statuses = threading.Barrier(count), []

    def one(day: int) -> None:
        start.wait(timeout=20)
        wishes = Wishes(series={"name": "Harbour news"})
        try:
            statuses.append(import_source(text(day).encode(), name=f"{hash(text(day))}.txt", wishes=wishes).status)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(day,)) for day in range(1, count + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return statuses
