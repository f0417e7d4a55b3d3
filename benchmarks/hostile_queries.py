"""Searches that nobody sane would type, asked of the whole page: python -m benchmarks.hostile_queries [HOW_MANY].

Against the archive in DATA_DIR. Each must answer 200 within a second; exit 1 where one does not. Seconds are those of
this process's own work, so that a busy machine does not count; everything here is done in one process.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

import django

BAR = 1.0  # second
COMMON = ("the", "of", "and", "to", "in", "is", "that", "we", "it", "not", "you", "for", "on", "are", "this", "with")
PIECES = (
    *COMMON, "ferry", "harbour", "nato", "U.S.", "don’t", "long-term", "Fähre", "日本", "x" * 300,
    "th*", "*er*", "*in*", "??", "t?e", "*", "?", "a*b*c*d*e*f", "the~", "there~2", "governmnet~", "~", "~~~",
    '"of the"', '"the of and to in"', '"the of"~100', '"we are the and to"~999', '"', '""', "“", "„",
    "(", ")", "((((", "))", "AND", "OR", "NOT", "-", "--", "-(", 'NOT "of the"', "-the",
    "speaker:a", 'speaker:"', "speaker:", "outlet:wire", "role:office", "kind:answer", "kind:x",
    "event:press", "in:question", "asked-by:a", "answered-by:e", "language:en", "year:2020", "date:2000..2020",
    "date:..", "date:x", "series:1", "foo:bar", "\x00", "\u202e", "\ud800", "%00", "<b>", "&amp;", "';--",
    "\\", "٢٠٢٤", "ß", "ǆ",
)  # fmt: skip
SEPARATORS = (" ", " ", " ", "", " OR ", " AND ", " NOT ", "\n")


def hostile(many: int, *, seed: int = 6) -> Iterator[dict[str, str]]:
    """So many sets of parameters, the same for one seed: short ones, long ones, and the longest that is read."""
    chance = random.Random(seed)
    for _number in range(many):
        length = chance.choice((1, 2, 3, 5, 8, 20, 60, 300))
        words = chance.choice((PIECES, COMMON))
        typed = "".join(chance.choice(words) + chance.choice(SEPARATORS) for _piece in range(length))
        more = {name: chance.choice(values) for name, values in OTHERS.items() if chance.random() < 0.2}
        yield {"q": typed.encode("utf-8", "replace").decode(), **more}


OTHERS = {
    "page": ("2", "500", "999999999", "-1", "x"),
    "sort": ("newest", "oldest", "x"),
    "group": ("event",),
    "speaker": ("nobody",),
    "from": ("2010", "x"),
    "kind": ("question",),
}


def main(many: int) -> int:
    from django.test import Client  # noqa: PLC0415 - it needs settings

    client, times, failed = Client(raise_request_exception=False), [], 0
    for params in hostile(many):
        begun = time.process_time()
        status = client.get("/search/", params, HTTP_HOST="127.0.0.1").status_code
        times.append(time.process_time() - begun)
        if status != 200 or times[-1] > BAR:
            failed += 1
            print(f"{status} in {times[-1]:.2f} s: {params['q'][:300]!r} {params}"[:600])
    times.sort()
    print(f"{many} queries: p50 {times[many // 2] * 1e3:.0f} ms, p99 {times[many * 99 // 100] * 1e3:.0f} ms, "
          f"longest {times[-1] * 1e3:.0f} ms; {failed} over the bar")  # fmt: skip
    return 1 if failed else 0


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000))
