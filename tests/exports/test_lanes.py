"""How many long downloads a machine works on at once."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from transcripts.exports.lanes import Releasing, entered

HOLDER = """
import sys, time
from pathlib import Path
from transcripts.exports.lanes import entered
release = entered(Path(sys.argv[1]), lanes=1)
print("in" if release else "out", flush=True)
time.sleep(60)
"""


def test_of_more_than_there_are_lanes_the_last_is_turned_away_until_one_leaves(tmp_path):
    first, second = entered(tmp_path, lanes=2), entered(tmp_path, lanes=2)
    assert entered(tmp_path, lanes=2) is None
    first()
    third = entered(tmp_path, lanes=2)
    assert third
    assert entered(tmp_path, lanes=2) is None
    second()
    third()


def test_whoever_leaves_twice_does_not_let_another_out(tmp_path):
    first = entered(tmp_path, lanes=1)
    first()
    second = entered(tmp_path, lanes=1)
    first()
    assert entered(tmp_path, lanes=1) is None
    second()


@pytest.fixture
def another_process(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "in\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_another_process_counts_and_one_that_is_killed_does_not(tmp_path, another_process):
    assert entered(tmp_path, lanes=1) is None
    another_process.send_signal(signal.SIGKILL)
    another_process.wait()
    release = entered(tmp_path, lanes=1)
    assert release
    release()


def test_of_many_at_once_as_many_get_in_as_there_are_lanes(tmp_path):
    with ThreadPoolExecutor(16) as threads:
        tried = list(threads.map(lambda _number: entered(tmp_path, lanes=3), range(48)))
    inside = [release for release in tried if release]
    assert len(inside) == 3
    for release in inside:
        release()


def test_a_reader_who_has_gone_to_sleep_gives_the_lane_to_the_next_one(tmp_path):
    asleep = entered(tmp_path, lanes=1, lease=60)
    assert entered(tmp_path, lanes=1, lease=60) is None
    os.utime(tmp_path / "lane-1", (time.time() - 61,) * 2)
    awake = entered(tmp_path, lanes=1, lease=60)
    assert awake
    asleep()
    assert entered(tmp_path, lanes=1, lease=60) is None
    awake()


@pytest.mark.parametrize("end", ["read", "failed", "given up before it began"])
def test_a_download_leaves_its_lane_however_it_ends(tmp_path, end):
    def pieces():
        yield "a"
        if end == "failed":
            raise OSError("the disk is gone")

    download = Releasing(pieces(), entered(tmp_path, lanes=1))
    assert entered(tmp_path, lanes=1) is None
    if end == "read":
        assert list(download) == ["a"]
    elif end == "failed":
        with pytest.raises(OSError, match="the disk is gone"):
            list(download)
    else:
        download.close()
    assert entered(tmp_path, lanes=1)
