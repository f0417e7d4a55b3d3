"""What is left of pages in a text that was made from them: page numbers, running heads, form feeds.

Only what is surely furniture goes: it recurs where pages begin or end, or counts them. What is left out is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transcripts.text.transcript import ParseWarning

FEED = "\f"
EDGE = 3  # so many lines at the top and at the bottom of a page may be furniture
RECURS, FEWEST = 0.5, 3  # share of the pages, and how many at least
MOST = 1.5  # where two lines of three were furniture, none is
DIGITS = re.compile(r"\d+")
SPACES = re.compile(r"\s+")
LONGEST = 160
NUMBER = re.compile(
    r"[\W_]{0,20}(?P<word>page|pag|pág|página|seite|p)?\.?\s{0,5}(?P<number>\d{1,4})"
    r"(?:\s{0,5}(?:/|of|de|von|sur|\|)\s{0,5}\d{1,4})?[\W_]{0,20}",
    re.IGNORECASE,
)
BARE = re.compile(r"\s*\d{1,4}\.?\s*")
FEWEST_NUMBERS = 3
APART = 15  # lines between two page numbers that are nothing but a figure
SENTENCE_END = re.compile(r"[.?!:…\"”’»)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Unpaged:
    """The lines, as many as there were, with furniture as empty lines; and what was left out, for the editor.

    A line that begins a page has a form feed before it.
    """

    lines: list[str]
    warnings: tuple[ParseWarning, ...]


def without_pages(lines: Sequence[str]) -> Unpaged:
    """Take out the furniture, and join a sentence that goes on behind it."""
    furniture = _of_feeds(lines) if any(FEED in line for line in lines) else _of_numbers(lines)
    if len(furniture) * MOST > sum(not line.isspace() for line in lines if line):
        furniture = set()
    ends = {index for index, line in enumerate(lines) if FEED in line}
    kept = ["" if index in furniture else _without_feeds(line) for index, line in enumerate(lines)]
    for begin, end in _gaps(kept, furniture | ends):
        if _goes_on(kept[begin], kept[end]):
            kept[begin], kept[end] = f"{kept[begin].rstrip()} {kept[end].lstrip()}", ""
    return Unpaged(kept, _said(lines, sorted(furniture)))


def _without_feeds(line: str) -> str:
    """The line, with one form feed before it where it begins a page, since that begins a paragraph too."""
    return FEED + line.replace(FEED, "") if FEED in line else line


def _of_feeds(lines: Sequence[str]) -> set[int]:
    """Numbers and recurring lines at the edges of pages that form feeds part. The first page's head is the title."""
    pages: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        pages += [[] for _feed in range(FEED in line)]
        if line.strip():
            pages[-1].append(index)
    sides = [edge for page in pages for edge in (page[:EDGE], page[::-1][:EDGE])]
    counts = Counter((side % 2, key) for side, edge in enumerate(sides) for key in {_key(lines[i]) for i in edge})
    everywhere = Counter(_key(line) for line in lines)
    fewest = max(FEWEST, len(pages) * RECURS)
    furniture: set[int] = set()
    for side, edge in enumerate(sides):
        for index in edge:
            key = _key(lines[index])
            recurs = side > 0 and fewest <= counts[side % 2, key] >= everywhere[key] - 1
            if not (recurs or NUMBER.fullmatch(lines[index].replace(FEED, ""))):
                break
            furniture.add(index)
    return furniture if len(pages) > 1 else set()


def _of_numbers(lines: Sequence[str]) -> set[int]:
    """Lines that count pages, and the heads and feet beside them."""
    numbers = {index: int(found["number"]) for index, found in _numbers(lines)}
    series = _series(numbers)
    if len(series) < FEWEST_NUMBERS or not _are_pages(lines, series):
        return set()
    beside = [near for index in series for near in _beside(lines, index)]
    counts = Counter(_key(lines[index]) for index in set(beside))
    everywhere = Counter(_key(line) for line in lines)
    fewest = max(FEWEST, len(series) * RECURS)
    # What stands elsewhere too, as a label does, is no running head; the title is one that stands once more.
    heads = {key for key, count in counts.items() if count >= fewest and everywhere[key] <= count + 1}
    return {*series, *(index for index in beside if _key(lines[index]) in heads)}


def _numbers(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Lines that hold a page's number and nothing else, with none but blank lines around a bare figure."""
    for index, line in enumerate(lines):
        found = NUMBER.fullmatch(line) if 0 < len(line) <= 60 else None
        if found and (found["word"] or _stands_alone(lines, index)):
            yield index, found


def _stands_alone(lines: Sequence[str], index: int) -> bool:
    return not any(line.strip() for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]))


def _series(numbers: dict[int, int]) -> list[int]:
    """The lines whose numbers count up from the first that does, a page or two at a time."""
    series: list[int] = []
    for index, number in numbers.items():
        last = numbers[series[-1]] if series else 0
        if last <= number <= last + 2:
            series.append(index)
    return series


def _are_pages(lines: Sequence[str], series: Sequence[int]) -> bool:
    """Whether a figure alone on its line stands as far from the next as a page's end does: no list is so long."""
    bare = sum(BARE.fullmatch(lines[index]) is not None for index in series)
    near = sum(after - before < APART for before, after in pairwise(series))
    return bare < len(series) * 0.5 or near == 0


def _beside(lines: Sequence[str], index: int) -> Iterator[int]:
    for step in (-1, 1):
        places = range(index + step, index + step * (EDGE * 2 + 1), step)
        yield from [i for i in places if 0 <= i < len(lines) and lines[i].strip()][:2]


def _key(line: str) -> str:
    return DIGITS.sub("#", SPACES.sub(" ", line[:LONGEST].replace(FEED, "").strip().casefold()))


def _gaps(lines: Sequence[str], edges: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The last line with text before each furnished edge, and the first behind it, once each."""
    found = set()
    for index in edges:
        before = next((i for i in range(index - 1, max(-1, index - 12), -1) if lines[i].strip()), None)
        begin = index if lines[index].strip() else index + 1
        after = next((i for i in range(begin, min(len(lines), index + 12)) if lines[i].strip()), None)
        if before is not None and after is not None:
            found.add((before, after))
    return iter(sorted(found, reverse=True))


def _goes_on(before: str, after: str) -> bool:
    """Whether one line's sentence ends in the other: no stop before, and a small letter behind."""
    return not SENTENCE_END.search(before) and after.lstrip()[:1].islower()


def _said(lines: Sequence[str], furniture: Sequence[int]) -> tuple[ParseWarning, ...]:
    if not furniture:
        return ()
    texts = dict.fromkeys(lines[index].replace(FEED, "").strip()[:60] for index in furniture)
    named = ", ".join(f"“{text}”" for text in list(texts)[:3])
    more = f" and {len(furniture) - 3} more lines" if len(furniture) > 3 else ""
    message = f"{named}{more} were taken for page numbers and running heads and left out. If one was said, put it back."
    return (ParseWarning(furniture[0] + 1, "page-furniture", message),)
