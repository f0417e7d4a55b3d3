"""Which candidates are labels: what recurs, and what looks like what recurs, over the whole document."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transcripts.text.parsing.candidates import Candidate
from transcripts.text.parsing.delimiters import Style
from transcripts.text.parsing.known import (
    initials_of,
    is_known,
    names_of_list,
    words_of_heading,
    words_of_listed,
    words_of_names,
)
from transcripts.text.parsing.places import Form, Key, Look, Place, places_of
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.understanding.names import squeeze
from transcripts.text.understanding.voices import ends_in_question

SURE = 0.75
PLAUSIBLE = 0.55
WORTH_A_LOOK = 0.35
FOREIGN_AMONG = 8  # so many sure turns make every other style a stranger
TABBED = 4  # so many sure turns of initials before a gap make a block of lines a dialogue
FEWEST_TIMED = 3  # labels beside a time that make it the document's own style
HOUSE_STYLE = 2  # so many sure turns make a style the document's own
RECURS = {1: 0.0, 2: 0.2}
RECURS_OFTEN = 0.35
FEWEST_NAMES = 2
FEWEST_EACH_ONCE, EACH_ONCE_SHARE = 4, 0.8  # of different names, each before a paragraph of its own
# Marks that separate many other things too need more to be believed.
DOUBT = {
    Style.DASH: 0.2, Style.STOP: 0.3, Style.STOP_AND_DASH: 0.1, Style.BRACKETS: 0.2, Style.LINE: 0.14,
    Style.SEMICOLON: 1.0, Style.NARROW: 0.3, Style.GAP: 0.2, Style.CHEVRONS: 0.0,
}  # fmt: skip
# Marks that a document which uses them uses for all its labels, so that each may stand once.
FOR_ALL = frozenset({Style.STOP, Style.STOP_AND_DASH, Style.BRACKETS, Style.GAP})
KNOWN_ANYWHERE = frozenset({Style.COLON, Style.LINE})


@dataclass(frozen=True, slots=True)
class Choice:
    """The labels of a document by place, those accepted with doubt, and those left in the text with doubt."""

    accepted: dict[tuple[int, int], Candidate]
    uncertain: tuple[Place, ...]
    refused: tuple[Place, ...]

    def up_to(self, end: int) -> Choice:
        """The choice for the paragraphs before that one."""
        accepted = {spot: found for spot, found in self.accepted.items() if spot[0] < end}
        uncertain, refused = (
            tuple(place for place in places if place.paragraph < end) for places in (self.uncertain, self.refused)
        )
        return Choice(accepted, uncertain, refused)


def choose_labels(paragraphs: Sequence[Paragraph]) -> Choice:
    """Candidates that are labels, by form, by how often they recur, and by the document's own style. Linear time."""
    places = places_of(paragraphs)
    counts = Counter(place.form.key for place in places)
    once_each = {place.form.key: place for place in places}
    scores = {key: _score(place, counts[key]) for key, place in once_each.items()}
    scores |= _names_above(once_each, counts)
    scores |= _names_of_list(once_each, names_of_list(paragraphs))
    scores |= {key: max(score, scores[key]) for key, score in _question_and_answer(once_each).items()}
    sure = {key for key, score in scores.items() if score >= SURE}
    styles = Counter(place.form.look for place in places if place.form.key in sure)
    pairs = Counter(place.form.look for place in once_each.values() if place.form.shape >= PLAUSIBLE)
    timed = Counter(place.form.key for place in places if _is_timed(place))
    recorded = timed.total() >= FEWEST_TIMED and max(timed.values()) > 1  # a programme has times too
    chosen = _Chooser(counts, scores, sure, styles, pairs, recorded)
    choice = _with_listed(chosen.choice(places), places, words_of_listed(paragraphs))
    choice = _with_questions_between(choice, paragraphs)
    choice = _without_guesses(choice, places, len(paragraphs))
    words = words_of_heading(paragraphs, min((index for index, _line in choice.accepted), default=None))
    words |= words_of_names({place.found.label for place in places if place.form.key in sure})
    names = {name for name, _style in sure}
    doubts = tuple(
        place
        for place in choice.uncertain
        if not is_known(place.found.label, words) and initials_of(place.found.label) not in names
    )
    return Choice(choice.accepted, doubts, choice.refused)


@dataclass(frozen=True, slots=True)
class _Chooser:
    counts: Counter[Key]
    scores: dict[Key, float]
    sure: set[Key]
    styles: Counter[Look]
    pairs: Counter[Look]
    timed: bool  # whether times stand beside the labels

    def choice(self, places: list[Place]) -> Choice:
        accepted: dict[tuple[int, int], Candidate] = {}
        uncertain, refused = [], []
        names = {name for name, _style in self.sure}
        for place in places:
            score = self._score(place, names)
            if score >= SURE:
                accepted[place.paragraph, place.line] = place.found
                if self._is_doubtful(place.form):
                    uncertain.append(place)
            elif place.found.style is Style.COLON and self._may_be_one(place, score):
                refused.append(place)
        accepted |= _without_text(places, accepted)
        left = tuple(place for place in refused if (place.paragraph, place.line) not in accepted)
        return Choice(accepted, tuple(uncertain), left)

    def _may_be_one(self, place: Place, score: float) -> bool:
        """Whether an editor should look: in a document of colons, at any word with a capital that begins a line."""
        if score >= PLAUSIBLE and place.line == 0:
            return True
        colons = sum(count for (style, _capitals), count in self.styles.items() if style is Style.COLON)
        return colons >= HOUSE_STYLE and place.form.shape >= WORTH_A_LOOK and self.counts[place.form.key] == 1

    def _score(self, place: Place, names: set[str]) -> float:
        form, style = place.form, place.found.style
        score = self.scores[form.key]
        if form.key[0] in names and _is_known_again(form, style):
            # A label once known is one wherever it stands, also with its mark misread or missing.
            return 1.0
        if style is Style.COLON and score >= PLAUSIBLE and initials_of(place.found.label) in names:
            return 1.0  # "Otto Menk:" once, and "OM:" from then on
        look = form.look
        tabbed = style is Style.GAP and self.styles[look] >= TABBED
        if self.timed and _is_timed(place):
            return max(score, SURE)
        if place.line and score < 0.9 and not tabbed:  # within a paragraph only what is beyond doubt
            return 0.0
        if self.counts[form.key] == 1 and self._is_foreign(look):
            score -= 0.15
        whole_name = style is not Style.STOP or " " in place.found.label
        if self.styles[look] >= HOUSE_STYLE and style in FOR_ALL and form.shape >= PLAUSIBLE and whole_name:
            return max(score, SURE)
        if self.styles[look] >= HOUSE_STYLE and score >= PLAUSIBLE:
            score += 0.25
        elif self.pairs[look] > 1 and look[1] and style is Style.COLON and score >= PLAUSIBLE:
            score += 0.1
        return score

    def _is_foreign(self, look: Look) -> bool:
        """Whether the document sets off its labels in another way than this."""
        return self.styles[look] <= 1 and sum(self.styles.values()) >= FOREIGN_AMONG

    def _is_doubtful(self, form: Form) -> bool:
        bare_name = form.shape < 0.7  # neither office nor outlet nor capitals
        return self.counts[form.key] == 1 and bare_name and not form.generic


def _with_listed(choice: Choice, places: list[Place], words: set[str]) -> Choice:
    """The choice with names before a colon that the heading lists with an office."""
    colons = (place for place in places if place.found.style is Style.COLON and place.line == 0)
    names = (place for place in colons if place.form.shape >= WORTH_A_LOOK)
    listed = {(place.paragraph, 0): place.found for place in names if is_known(place.found.label, words)}
    refused = tuple(place for place in choice.refused if (place.paragraph, place.line) not in listed)
    return Choice(listed | choice.accepted, choice.uncertain, refused)


def _with_questions_between(choice: Choice, paragraphs: Sequence[Paragraph]) -> Choice:
    """The choice with what may be a label where one speaker's label follows itself, and a question stands between."""
    spots = sorted(choice.accepted)
    between = []
    for place in choice.refused:
        at = bisect(spots, (place.paragraph, place.line))
        around = [squeeze(choice.accepted[spot].label) for spot in spots[max(0, at - 1) : at + 1]]
        last = at < len(spots) and spots[at] == (place.paragraph + 1, 0)
        if last and len(set(around)) < len(around) and ends_in_question(paragraphs[place.paragraph].text):
            between.append(place)
    accepted = {(place.paragraph, place.line): place.found for place in between}
    refused = tuple(place for place in choice.refused if place not in between)
    return Choice(choice.accepted | accepted, (*choice.uncertain, *between), refused)


def _without_guesses(choice: Choice, places: list[Place], paragraphs: int) -> Choice:
    """The choice where labels are many or recur; where they are few, only what can't be anything else."""
    refused = choice.refused
    if not choice.accepted:
        of_all = bool(refused) and len(refused) >= EACH_ONCE_SHARE * (paragraphs - refused[0].paragraph)
        if len({place.form.key for place in refused}) < FEWEST_EACH_ONCE or not of_all:
            return Choice({}, (), ())
        return Choice({(place.paragraph, place.line): place.found for place in refused}, refused, ())
    if len(choice.accepted) == 1:
        only = next(place for place in places if (place.paragraph, place.line) in choice.accepted)
        part = part_of(only.found.label)
        if part in {Part.MODERATOR, Part.BYSTANDER, Part.ANSWERER} and not only.form.look[1]:
            return Choice({}, (), (only,))  # "Anchor: what holds a ship"
    return choice


def _names_above(once_each: dict[Key, Place], counts: Counter[Key]) -> dict[Key, float]:
    """Names in upper and lower case, alone above their text: at least two of them recur often. Headings don't."""
    names = {
        key: SURE
        for key, place in once_each.items()
        if place.found.style is Style.LINE and place.form.shape >= PLAUSIBLE and counts[key] not in RECURS
    }
    return names if len(names) >= FEWEST_NAMES else {}


def _names_of_list(once_each: dict[Key, Place], listed: set[str]) -> dict[Key, float]:
    """Names alone above their text that the heading lists, "Ada Brill - CEO": at least two of them."""
    names = {key: SURE for key in once_each if key[1] is Style.LINE and key[0] in listed}
    return names if len(names) >= FEWEST_NAMES else {}


def _question_and_answer(once_each: dict[Key, Place]) -> dict[Key, float]:
    """ "Q" and "A" in one style, each the other's proof, though either stands but once."""
    parts = {key: part_of(place.found.label) for key, place in once_each.items() if len(place.found.label) == 1}
    askers = {style for (_name, style), part in parts.items() if part is Part.ASKER}
    answerers = {style for (_name, style), part in parts.items() if part is Part.ANSWERER}
    return {key: SURE for key in parts if key[1] in askers & answerers and parts[key] is not Part.NAMED}


def _without_text(places: list[Place], accepted: dict[tuple[int, int], Candidate]) -> dict[tuple[int, int], Candidate]:
    """Words with a colon, alone between two labelled turns: a label whose text is missing, like "Reuters:"."""
    return {
        (place.paragraph, 0): place.found
        for place in places
        if place.bare
        and place.form.shape > 0
        and place.found.style is Style.COLON
        and (place.paragraph + 1, 0) in accepted
    }


def _is_known_again(form: Form, style: Style) -> bool:
    return style in KNOWN_ANYWHERE or (form.generic and style in {Style.SEMICOLON, Style.NARROW})


def _is_timed(place: Place) -> bool:
    """Whether a name, or what may be one, stands alone beside or below a time."""
    alone = place.found.style is Style.LINE and place.found.start is not None
    return alone and place.form.shape >= WORTH_A_LOOK


def _score(place: Place, count: int) -> float:
    form, style, label = place.form, place.found.style, place.found.label
    score = form.shape + RECURS.get(count, RECURS_OFTEN) - DOUBT.get(style, 0.0)
    if len(label) == 1 and label != "Q" and count == 1:
        score -= 0.5
    if style is Style.DASH and not form.generic and " " not in label:
        score -= 0.3
    timed = place.found.start is not None
    if style is Style.LINE and not (form.generic or form.look[1] or form.shape >= 0.85 or timed):
        score -= 0.3
    return score
