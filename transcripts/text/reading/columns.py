"""Which column of a table holds what: by its heading, in the languages that tables come in, else by what is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType

SAMPLE = 200
SHORTEST_TEXT = 25  # characters that a spoken turn has on average at least
LONGEST_LABEL = 80
# Our own export's headings come first in each; they need no guessing.
HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": ("text", "content", "speech", "transcript", "utterance", "words", "body", "statement", "remark",
                 "speech_text",
                 "said", "what was said", "quote", "texto", "intervención", "discurso", "contenido", "texte",
                 "contenu", "propos", "wortlaut", "rede", "redetext", "inhalt", "äußerung", "aussage", "testo",
                 "intervento", "tekst", "treść", "wypowiedź", "fala", "conteúdo", "текст",),
        "label": ("label", "speaker", "name", "who", "speaker name", "speaker_name", "voice", "person", "participant",
                  "orador", "oradora", "ponente", "hablante", "nombre", "quién", "orateur", "oratrice", "intervenant",
                  "locuteur", "nom", "qui", "sprecher", "sprecherin", "redner", "rednerin", "person/rolle", "wer",
                  "oratore", "relatore", "nome", "spreker", "naam", "mówca", "mówczyni", "falante", "спикер",
                  "выступающий", "имя"),
        "speaker": ("speaker",),
        "role": ("role", "office", "position held", "function", "title", "cargo", "puesto", "fonction", "rôle", "amt",
                 "funktion", "rolle", "ruolo", "carica", "functie", "funkcja", "должность"),
        "affiliation": ("affiliation", "outlet", "organization", "organisation", "organisation name", "media",
                        "media outlet", "newspaper", "agency", "party", "medio", "organización", "partido", "média",
                        "organe", "organisme", "parti", "medium", "zeitung", "partei", "fraktion", "testata",
                        "partito", "partij", "partia", "redakcja", "сми", "организация"),
        "kind": ("kind", "type", "turn type", "tipo", "type d'intervention", "art", "typ", "soort", "rodzaj", "тип"),
        "start": ("start", "start time", "start_time", "time", "timestamp", "begin", "timecode", "hora", "inicio",
                  "heure", "début", "zeit", "beginn", "inizio", "ora", "tijd", "czas", "время"),
        "exchange": ("exchange",),
        "id": ("id",),
        "title": ("event", "event title", "evento", "événement", "veranstaltung", "titel", "título", "titre"),
        "date": ("date", "day", "fecha", "datum", "data", "jour", "дата"),
    }
)  # fmt: skip
OURS = frozenset({"text", "label", "kind"})


def is_heading(cells: Sequence[str]) -> bool:
    """Whether the cells of a row name columns, one of them that of the text."""
    return "text" in named_columns(cells)


def named_columns(cells: Sequence[str]) -> dict[str, int]:
    """What → number of its column, by the headings. "speaker" is the label where no other column is."""
    folded = [" ".join(cell.casefold().strip("\ufeff \"'").split()) for cell in cells]
    found: dict[str, int] = {}
    for what, names in HEADINGS.items():
        places = (folded.index(name) for name in names if name in folded)
        place = next((place for place in places if place not in found.values()), None)
        if place is not None:
            found[what] = place
    return found


def columns_by_content(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The column with the longest texts, and before it one of short ones that recur; {} where there is no text."""
    sample = list(islice(rows, SAMPLE))
    width = max((len(row) for row in sample), default=0)
    columns = [[row[number].strip() for row in sample if number < len(row)] for number in range(width)]
    means = [sum(map(len, column)) / max(1, len(column)) for column in columns]
    text = max(range(width), key=means.__getitem__, default=None)
    if text is None or means[text] < SHORTEST_TEXT:
        return {}
    labels = [number for number in range(width) if number != text and _may_be_labels(columns[number])]
    recurring = min(labels, key=lambda number: len(set(columns[number])), default=None)
    return {"text": text} if recurring is None else {"text": text, "label": recurring}


def _may_be_labels(column: Sequence[str]) -> bool:
    """Short words, not all of them alike, and not numbers or times."""
    filled = [cell for cell in column if cell]
    worded = [cell for cell in filled if sum(c.isalpha() for c in cell) * 2 > len(cell) and len(cell) <= LONGEST_LABEL]
    return bool(filled) and len(worded) >= len(filled) * 0.9 and len(set(filled)) > 1


def are_ours(cells: Sequence[str]) -> bool:
    """Whether the headings are those of the archive's own export."""
    return {cell.strip().casefold() for cell in cells} >= OURS
