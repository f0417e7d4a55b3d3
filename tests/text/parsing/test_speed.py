"""The parser takes time in proportion to the text, whatever the text is."""

import time

import pytest

from transcripts.text.parsing import parse_source

TURNS = "Minister Ada Brill: It is open. It was inspected.\n\nBo Ek (The Post): When? And by whom?\n\n"


def _seconds(text, runs=1):
    """The quickest of some runs: what else the machine does only ever makes one slower."""
    return min(_once(text) for _run in range(runs))


def _once(text):
    began = time.process_time()
    parse_source(text.encode())
    return time.process_time() - began


def _grows_too_fast():
    return _seconds(TURNS * 5000, runs=2) > _seconds(TURNS * 500, runs=5) * 15


def test_ten_times_the_text_takes_about_ten_times_as_long():
    """Measured again before it is believed: another process can take the caches from one half of a measurement."""
    assert not all(_grows_too_fast() for _attempt in range(4))


@pytest.mark.parametrize(
    "unit", [":", " ", "(", "[", "()", "*", "- ", "a", "A ", '"', "\\", ". ", "1 ", "é", "@", "a:"]
)
def test_a_hostile_line_takes_no_longer_than_a_plain_one(unit):
    assert _seconds("x" + unit * (1_000_000 // len(unit)) + "x") < 2
