"""Lines of the heading that look like labels: "Presenter: …", "The Quay Show, Episode 12: …", the speaker's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

from transcripts.text.parsing.candidates import TIME_LINE, Candidate
from transcripts.text.parsing.dates import find_dates
from transcripts.text.parsing.delimiters import Style
from transcripts.text.parsing.heading_lines import ADDRESS, is_heading_line, tells_event
from transcripts.text.parsing.labels import Choice
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.labels import DASHED, Part, part_of
from transcripts.text.understanding.names import bare, is_name, squeeze
from transcripts.text.words import WORDS

FEWEST_LEFT = 2  # labels without which nothing shows what is one
MOST_LINES = 12  # of a heading below what looks like a label

# Headings of a table, one row a turn
COLUMNS = frozenset({"speaker", "name", "who", "text", "transcript", "speech", "content", "time", "timestamp", "start"})

Spot = tuple[int, int]


def without_mastheads(paragraphs: Sequence[Paragraph], choice: Choice) -> Choice:
    """The choice without those first labels that stand in the heading: only headings follow them, and they say so."""
    spots = sorted(choice.accepted)
    counts = Counter(_key(found) for found in choice.accepted.values())
    dropped: list[Spot] = []
    for spot, after in islice(pairwise(spots), max(0, len(spots) - FEWEST_LEFT)):
        lines = list(_lines(paragraphs, choice.accepted[spot], spot, after))
        if not _is_masthead(choice.accepted[spot], lines, choice, counts):
            break
        dropped.append(spot)
    return _without(choice, dropped) if dropped else choice


def _key(found: Candidate) -> tuple[str, Style]:
    return squeeze(found.label), found.style


def _lines(paragraphs: Sequence[Paragraph], found: Candidate, spot: Spot, after: Spot) -> Iterator[str]:
    """What stands behind the label, up to the next."""
    (index, number), (last, end) = spot, after
    texts = [paragraph.text.split("\n") for paragraph in paragraphs[index : min(last, index + MOST_LINES) + 1]]
    if index + len(texts) - 1 == last:
        texts[-1] = texts[-1][:end]
    texts[0] = texts[0][number:]
    first, *rest = chain.from_iterable(texts)
    yield first[found.text_at :].strip()
    yield from rest


def _is_masthead(found: Candidate, lines: list[str], choice: Choice, counts: Counter[tuple[str, Style]]) -> bool:
    written = [line for line in lines if line.strip() and not TIME_LINE.fullmatch(line)]
    if counts[_key(found)] > 1 or not written:
        return False
    if len(written) == 1 and {bare(found.label), bare(written[0])} <= COLUMNS:
        return True
    if WORDS.fields.get(bare(found.label)) == "creators" and _lists_people(written[0]):
        return True
    if len(written) > MOST_LINES or not all(map(is_heading_line, written)):
        return False
    if found.style is Style.LINE and DASHED.search(found.label):
        return True  # a list of who takes part
    if found.style is Style.LINE:
        elsewhere = any(_key(other) == (squeeze(found.label), Style.COLON) for other in choice.accepted.values())
        return elsewhere or _is_about_text(found.label, written)
    key = bare(found.label)
    named = key in WORDS.fields or key in WORDS.no_labels or tells_event(found.label)
    return named or _is_about_text(found.label, written)


def _lists_people(line: str) -> bool:
    """ "Ada Brill, Minister", "Hebel, Walz (BMF), Fischer (AA)": no sentence, and more than a word."""
    return is_heading_line(line) and ("," in line or (" " in line and is_name(line.split()[:5])))


def _is_about_text(label: str, written: list[str]) -> bool:
    """Whether an episode's number, a date or an address says that it is not what somebody said."""
    words = {bare(word) for line in written for word in line.split()}
    if part_of(label) is not Part.NAMED or words & WORDS.sentence_words:  # "ANNOUNCER: It is March 3, 2011."
        return False
    numbered = any(character.isdigit() for character in label)
    return numbered or any(ADDRESS.match(line) or any(True for _date in find_dates(line)) for line in written)


def _without(choice: Choice, dropped: list[Spot]) -> Choice:
    accepted = {spot: found for spot, found in choice.accepted.items() if spot not in dropped}
    uncertain = tuple(place for place in choice.uncertain if (place.paragraph, place.line) not in dropped)
    return replace(choice, accepted=accepted, uncertain=uncertain)
