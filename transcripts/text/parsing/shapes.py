"""How much a piece of text looks like a speaker's label, by its form alone."""

from __future__ import annotations

import re
from functools import lru_cache

from transcripts.text.understanding.headings import is_name_and_office
from transcripts.text.understanding.labels import (
    ANALYST,
    DASHED,
    Part,
    is_asked_by,
    is_outlets,
    is_written_question,
    part_of,
)
from transcripts.text.understanding.names import ARTICLES, bare, has_office, is_capitals, is_name, squeeze
from transcripts.text.words import WORDS

LONGEST = 160
MOST_WORDS = 24
MOST_SMALL = 3
LONGEST_OFFICE = 80  # characters of a name and an office
BRACKETS = re.compile(r"[(\[（［][^()\[\]（）［］]*[)\]）］]?")
NUMBER = re.compile(r"\s+(?:#?\d{1,4}[a-z]?|[IVXLC]{1,6})$")
ABBREVIATION = re.compile(r"(?:[^\W\d_]\.?){1,4}\.")
INITIAL_AND_NAME = re.compile(r"(?:[^\W\d_]\.){1,2}[^\W\d_][\w'’-]+")  # "П.Орлин"
PREFIXED = re.compile(r"[a-z]{1,3}['’-][^\W\d_a-z]\w*[.,]?(?:-\w+)*")  # "al-Harithi", "d'Almeida"
LOWER_ALLOWED = WORDS.particles | WORDS.links | WORDS.offices
SPOKEN_ARTICLES = (ARTICLES - {"the"}) | {"de"}
OFFICES_BEHIND = WORDS.offices | WORDS.askers
REFUSED = frozenset('?!"“”«»;=/\\|<>{}@#%•…')
QUOTED_TITLES = "《「『"  # in which Chinese and Japanese name a newspaper
GREETINGS = re.compile("|".join(re.escape(words) for words in sorted(WORDS.salutations) if " " in words))
SPACED = frozenset(squeeze(word) for word in WORDS.askers | WORDS.answerers if len(word) > 3)


@lru_cache(maxsize=16384)
def shape(label: str) -> float:
    """From 0 (no label) to 1 (surely one)."""
    head = BRACKETS.sub(" ", label).strip()
    if " to ask the " in label and is_written_question(label):
        return 0.95
    if not head or len(label) > LONGEST or _is_no_label(head) or bare(label) in WORDS.no_labels:
        return 0.0
    if is_asked_by(head) or ANALYST.fullmatch(head):
        return 0.9
    if part_of(head.replace("_", " ")) is not Part.NAMED or squeeze(head) in SPACED:
        return 1.0
    tokens = head.split()
    if _is_office_in_words(tokens):
        return 0.6
    if _is_office_behind(head, tokens):
        return 0.85
    in_pieces = len(tokens) > 2 and sum(len(token) == 1 for token in tokens) * 2 > len(tokens)
    if in_pieces or not _is_phrase(head, tokens):
        return 0.0
    return _form(label, head, tokens)


def _is_no_label(head: str) -> bool:
    """ "Subjects", "Article 3", "Step IV"."""
    return not WORDS.no_labels.isdisjoint((bare(head), bare(NUMBER.sub("", head))))


def _is_office_in_words(tokens: list[str]) -> bool:
    """ "Rzecznik rządu Adam Lis": an office, up to three small words of it, and a full name."""
    small = [token for token in tokens if token.islower()]
    name = tokens[len(small) + 1 :]
    return (
        0 < len(small) <= MOST_SMALL
        and tokens[1 : len(small) + 1] == small
        and bare(tokens[0]) in WORDS.offices
        and tokens[0][0].isupper()
        and WORDS.sentence_words.isdisjoint(map(bare, small))
        and 1 < len(name) <= MOST_SMALL
        and all(token[0].isupper() and token[-1].isalpha() for token in name)
    )


def _is_office_behind(head: str, tokens: list[str]) -> bool:
    """ "Jana Malá, mluvčí vlády", "Varga Zsuzsa szóvivő": a full name, and an office in small letters."""
    if len(head) > LONGEST_OFFICE or REFUSED & set(head) or not WORDS.sentence_words.isdisjoint(map(bare, tokens)):
        return False
    name = tokens[:-1]
    closes = bare(tokens[-1]) in WORDS.offices and tokens[-1].islower()
    outlet = head.partition(", ")[2].split()
    if outlet and len(outlet) <= MOST_SMALL and not WORDS.media.isdisjoint(map(bare, outlet)):
        return outlet[0][0].isupper() and is_name(head.partition(", ")[0].split())  # "Eva Malá, Pobřežní noviny"
    alone = closes and 1 < len(name) <= MOST_SMALL and all(t[0].isupper() and t[-1].isalpha() for t in name)
    return alone or (tokens[-1][0].islower() and is_name_and_office(head))


def _is_phrase(head: str, tokens: list[str]) -> bool:
    """Whether all words can stand in a name or an office."""
    if (
        len(tokens) > MOST_WORDS
        or not (head[0].isalpha() or head[0] in QUOTED_TITLES)
        or REFUSED & set(head.replace("AM/PM", ""))
    ):
        return False
    comma = False
    skipped = 2 if _is_spoken_of(tokens) else 0
    for index, token in enumerate(tokens[skipped:], start=skipped):
        if not _can_stand(token, index, after_comma=comma):
            return False
        comma = comma or token.endswith(",")
    return not _is_sentence(tokens)


def _can_stand(token: str, index: int, *, after_comma: bool) -> bool:
    key = bare(token)
    if token.endswith(".") and not (ABBREVIATION.fullmatch(token) or key in WORDS.honorifics or index == 0):
        return False
    if any(character.isdigit() for character in token):
        return index > 0 and len(token) <= 3  # "Speaker 2", not a year or a verse
    if token[0].islower() and not PREFIXED.fullmatch(token):
        return key in LOWER_ALLOWED or (after_comma and key not in WORDS.sentence_words)
    return True


def _is_sentence(tokens: list[str]) -> bool:
    """Words such as "is" or "this" after the first: no name holds them, but for one with a capital, "George Will"."""
    cased = not is_capitals(" ".join(tokens))
    return any(
        bare(token) in WORDS.sentence_words
        and not (cased and (token.isupper() or (token.istitle() and len(tokens) <= 3)))
        for token in tokens[1:]
    ) or (tokens[-1][0].islower() and not PREFIXED.fullmatch(tokens[-1]))


def _form(label: str, head: str, tokens: list[str]) -> float:
    capitals = is_capitals(head)
    if _is_spoken_of(tokens):
        return 0.9
    if _is_address(head, tokens):
        return 0.0
    if bare(tokens[0]) in WORDS.honorifics and len(tokens) > 1:
        return 0.9
    if has_office(head):
        return 0.85 if len(tokens) > 1 or capitals else 0.6
    if _ends_in_office(head):
        return 0.85
    if len(head) < len(label.strip()):
        return 0.8
    with_outlet = _form_with_outlet(head, tokens, capitals=capitals)
    if with_outlet:
        return with_outlet
    if capitals:
        return 0.6 if len(tokens) == 1 or len(tokens) > 6 else 0.7
    return _form_of_words(tokens)


def _form_with_outlet(head: str, tokens: list[str], *, capitals: bool) -> float:
    """An outlet alone, or a name and an outlet behind a dash or a comma; 0 where it is neither."""
    if is_outlets(head):
        return 0.8 if capitals or len(tokens) > 1 else 0.6
    if _is_name_dash_outlet(head):
        return 0.75
    return 0.7 if "," in head and len(tokens) > 2 else 0.0


def _is_name_dash_outlet(head: str) -> bool:
    """ "Andrew Hale – Coast Radio"."""
    name, *outlet = DASHED.split(head, maxsplit=1)
    return bool(outlet) and is_name(name.split()) and outlet[0][0].isupper() and len(name.split()) <= MOST_SMALL


def _is_spoken_of(tokens: list[str]) -> bool:
    """ "La señora FERRER": who is greeted has no article."""
    return len(tokens) > 2 and tokens[0].casefold() in SPOKEN_ARTICLES and bare(tokens[1]) in WORDS.honorifics


def _ends_in_office(head: str) -> bool:
    """ "林大臣", "港新聞記者": scripts without spaces put the office behind the name."""
    return head[-1] > "\u2e80" and any(head[-length:] in OFFICES_BEHIND for length in range(2, 5))


def _is_address(head: str, tokens: list[str]) -> bool:
    """ "Mr. President", "Mr. President, Ladies and Gentlemen": whom the speaker greets."""
    lowered = head.casefold()
    greets = GREETINGS.search(lowered) is not None
    titles = bare(tokens[0]) in {"mr", "madam", "mme", "señor", "señora", "monsieur", "madame", "herr", "frau"}
    return greets or (
        titles and len(tokens) > 1 and all(bare(token) in WORDS.offices | {"prime"} for token in tokens[1:])
    )


def _form_of_words(tokens: list[str]) -> float:
    """A name in upper and lower case, or in a script that has none."""
    caseless = not tokens[0][0].isupper() and not tokens[0][0].islower()
    if len(tokens) == 1:
        return 0.6 if INITIAL_AND_NAME.fullmatch(tokens[0]) else 0.5 if caseless else 0.35
    long = sum(not token[0].islower() for token in tokens) > 4
    return 0.4 if long or len(tokens) > 6 else 0.6  # longer names are rare
