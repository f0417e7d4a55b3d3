"""The archive that engines are measured with is the same each time, and has the shape of one."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from benchmarks.corpus import FIRST_DAY, OUTLETS, SPEAKERS, made_events, names_of_outlets, names_of_speakers
from benchmarks.queries import COMMON, RARE, mix


def test_the_same_seed_makes_the_same_archive_and_a_larger_one_begins_with_a_smaller_one():
    small = list(made_events(200))
    assert list(made_events(200)) == small
    assert list(islice(made_events(2_000), len(small))) == small
    assert list(made_events(200, seed=3)) != small


def test_it_has_the_shape_of_an_archive():
    events = list(made_events(4_000))
    turns = [turn for event in events for turn in event.turns]
    lengths = sorted(len(turn.text.split()) for turn in turns)
    assert len(turns) == 4_000
    assert 100 < sum(lengths) / len(lengths) < 140
    assert lengths[0] < 10
    assert lengths[-1] > 800
    assert {turn.kind for turn in turns} == {"question", "answer"}
    assert all(event.date >= FIRST_DAY for event in events)
    assert len({event.date.year for event in events}) > 20


def test_names_are_all_different():
    assert len(set(names_of_speakers())) == SPEAKERS
    assert len(set(names_of_outlets())) == OUTLETS


def test_common_words_are_common_and_rare_ones_rare():
    texts = (turn.text for event in made_events(4_000) for turn in event.turns)
    said = Counter(word for text in texts for word in set(text.lower().split()))
    assert min(said[word] for word in COMMON) > 40
    assert max(said[word] for word in RARE) < 40


def test_every_kind_of_query_is_asked_more_than_once():
    assert min(Counter(asked.kind for asked in mix()).values()) >= 4
