"""Which candidates are labels: what recurs, and what looks like what recurs, over the whole document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transcripts.text.parsing.candidates import Candidate, Style, bold_candidate, candidate
from transcripts.text.parsing.shapes import shape
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.understanding.names import is_capitals, squeeze

SURE = 0.75
PLAUSIBLE = 0.55
FOREIGN_AMONG = 8  # so many sure turns make every other style a stranger
HOUSE_STYLE = 2  # so many sure turns make a style the document's own
RECURS = {1: 0.0, 2: 0.2}
RECURS_OFTEN = 0.35
# Marks that separate many other things too need more to be believed.
DOUBT = {Style.DASH: 0.2, Style.STOP: 0.3, Style.LINE: 0.14, Style.SEMICOLON: 1.0, Style.NARROW: 0.3, Style.GAP: 0.2}
KNOWN_ANYWHERE = frozenset({Style.COLON, Style.LINE})

Look = tuple[Style, bool]


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate where it stands: its paragraph, its line in that paragraph, and its line in the source."""

    paragraph: int
    line: int
    found: Candidate
    number: int
    bare: bool  # nothing else stands in the paragraph


@dataclass(frozen=True, slots=True)
class Choice:
    """The labels of a document by place, those accepted with doubt, and those left in the text with doubt."""

    accepted: dict[tuple[int, int], Candidate]
    uncertain: tuple[Place, ...]
    refused: tuple[Place, ...]


def choose_labels(paragraphs: Iterable[Paragraph]) -> Choice:
    """Candidates that are labels, by form, by how often they recur, and by the document's own style. Linear time."""
    places = list(_places(paragraphs))
    counts = Counter(_key(place.found) for place in places)
    scores = {_key(p.found): _score(p.found, counts[_key(p.found)]) for p in places}
    sure = {key for key, score in scores.items() if score >= SURE}
    styles = Counter(_look(p.found) for p in places if _key(p.found) in sure)
    pairs = Counter(_look(p.found) for p in _once_each(places) if shape(p.found.label) >= PLAUSIBLE)
    chosen = _Chooser(counts, scores, sure, styles, pairs)
    return chosen.choice(places)


@dataclass(frozen=True, slots=True)
class _Chooser:
    counts: Counter[tuple[str, Style]]
    scores: dict[tuple[str, Style], float]
    sure: set[tuple[str, Style]]
    styles: Counter[Look]
    pairs: Counter[Look]

    def choice(self, places: list[Place]) -> Choice:
        accepted: dict[tuple[int, int], Candidate] = {}
        uncertain, refused = [], []
        names = {name for name, _style in self.sure}
        for place in places:
            score = self._score(place, names)
            if score >= SURE:
                accepted[place.paragraph, place.line] = place.found
                if self._is_doubtful(place.found):
                    uncertain.append(place)
            elif score >= PLAUSIBLE and place.line == 0 and place.found.style is Style.COLON:
                refused.append(place)
        accepted |= _without_text(places, accepted)
        return Choice(accepted, tuple(uncertain), tuple(refused) if accepted else ())

    def _score(self, place: Place, names: set[str]) -> float:
        found = place.found
        score = self.scores[_key(found)]
        if squeeze(found.label) in names and _is_known_again(found):
            # A label once known is one wherever it stands, also with its mark misread or missing.
            return 1.0
        if place.line and score < 0.9:  # within a paragraph only what is beyond doubt
            return 0.0
        look = _look(found)
        if self.counts[_key(found)] == 1 and self._is_foreign(look):
            score -= 0.15
        if self.styles[look] >= HOUSE_STYLE and score >= PLAUSIBLE:
            score += 0.25
        elif self.pairs[look] > 1 and look[1] and found.style is Style.COLON and score >= PLAUSIBLE:
            score += 0.1
        return score

    def _is_foreign(self, look: Look) -> bool:
        """Whether the document sets off its labels in another way than this."""
        return self.styles[look] <= 1 and sum(self.styles.values()) >= FOREIGN_AMONG

    def _is_doubtful(self, found: Candidate) -> bool:
        bare_name = shape(found.label) < 0.7  # neither office nor outlet nor capitals
        return self.counts[_key(found)] == 1 and bare_name and part_of(found.label) is Part.NAMED


def _without_text(places: list[Place], accepted: dict[tuple[int, int], Candidate]) -> dict[tuple[int, int], Candidate]:
    """Words with a colon, alone between two labelled turns: a label whose text is missing, like "Reuters:"."""
    return {
        (place.paragraph, 0): place.found
        for place in places
        if place.bare and place.found.style is Style.COLON and (place.paragraph + 1, 0) in accepted
    }


def _is_known_again(found: Candidate) -> bool:
    generic = part_of(found.label) is not Part.NAMED
    return found.style in KNOWN_ANYWHERE or (generic and found.style in {Style.SEMICOLON, Style.NARROW})


def _places(paragraphs: Iterable[Paragraph]) -> Iterator[Place]:
    for index, paragraph in enumerate(paragraphs):
        lines = paragraph.text.split("\n")
        for number, line in enumerate(lines):
            lead = paragraph.lead if number == 0 and len(paragraph.lead) < len(line) else ""
            found = (bold_candidate(line, lead) if lead else None) or candidate(line)
            if found and _fits(found, number, len(lines)) and _may_be_label(found):
                bare = len(lines) == 1 and not line[found.text_at :].strip()
                yield Place(index, number, found, paragraph.line + number, bare)


def _may_be_label(found: Candidate) -> bool:
    """By its form; or it is in pieces, as OCR reads spaced letters, and the whole label may stand elsewhere."""
    in_pieces = found.style is Style.COLON and any(len(token) == 1 for token in found.label.split()[:6])
    return shape(found.label) > 0 or in_pieces


def _fits(found: Candidate, number: int, lines: int) -> bool:
    """A label on a line of its own begins a paragraph; marks that need context do too."""
    return (
        number == 0
        or found.style in {Style.COLON, Style.GAP, Style.SEMICOLON}
        or (found.style is Style.STOP and lines > 1)
    )


def _once_each(places: list[Place]) -> list[Place]:
    return list({_key(place.found): place for place in places}.values())


def _key(found: Candidate) -> tuple[str, Style]:
    return squeeze(found.label), found.style


def _look(found: Candidate) -> Look:
    return found.style, is_capitals(found.label)


def _score(found: Candidate, count: int) -> float:
    form = shape(found.label)
    generic = part_of(found.label) is not Part.NAMED
    score = form + RECURS.get(count, RECURS_OFTEN) - DOUBT.get(found.style, 0.0)
    if len(found.label) == 1 and found.label != "Q" and count == 1:
        score -= 0.5
    if found.style is Style.DASH and not generic and " " not in found.label:
        score -= 0.3
    if found.style is Style.LINE and not (generic or is_capitals(found.label) or form >= 0.85):
        score -= 0.3
    return score
