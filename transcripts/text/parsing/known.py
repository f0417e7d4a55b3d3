"""Names that a document gives elsewhere, in its heading or in other labels: they make a label less doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcripts.text.reading import Paragraph
from transcripts.text.understanding.headings import is_name_and_office
from transcripts.text.understanding.labels import DASHED, read_label
from transcripts.text.understanding.names import bare, is_name, squeeze

MOST_PARAGRAPHS = 20
LONGEST = 400
MOST_NAMES = 4  # words
INITIALS = range(2, 5)


def words_of_heading(paragraphs: Sequence[Paragraph], first_label: int | None) -> set[str]:
    """The words with capital letters before the first label; none where there is no label or much text before it."""
    if first_label is None or first_label > MOST_PARAGRAPHS:
        return set()
    return words_of_names(paragraph.text[:LONGEST] for paragraph in paragraphs[:first_label])


def words_of_listed(paragraphs: Sequence[Paragraph]) -> set[str]:
    """The words of the names that stand with an office on lines at the beginning: "Ada Brill, Minister"."""
    lines = (line for paragraph in paragraphs[:MOST_PARAGRAPHS] for line in _lines(paragraph))
    return words_of_names(read_label(line).name for line in lines if is_name_and_office(line))


def names_of_list(paragraphs: Sequence[Paragraph]) -> set[str]:
    """The names, squeezed, that begin lines such as "Ada Brill - CEO" among the first paragraphs."""
    lines = (line for paragraph in paragraphs[:MOST_PARAGRAPHS] for line in _lines(paragraph))
    names = (DASHED.split(line, maxsplit=1)[0] for line in lines if DASHED.search(line))
    return {squeeze(name) for name in names if 1 < len(name.split()) <= MOST_NAMES and is_name(name.split())}


def _lines(paragraph: Paragraph) -> list[str]:
    return [line.strip(" ,") for line in paragraph.text[:LONGEST].split("\n")]


def words_of_names(texts: Iterable[str]) -> set[str]:
    """The words with capital letters, as the vocabulary has words."""
    return {bare(word) for text in texts for word in text.split() if not word[0].islower()}


def is_known(label: str, words: set[str]) -> bool:
    """Whether all words of a label are among these."""
    names = words_of_names([label])
    return bool(names) and names <= words


def initials_of(label: str) -> str:
    """ "Otto van Menk" → "om"; "" for a single word."""
    first = [word[0] for word in label.split() if word[0].isupper()]
    return "".join(first).casefold() if len(first) in INITIALS else ""
