"""The schema that Haystack reads. Backends turn the types of these fields into their own."""

from __future__ import annotations

from typing import Any

from haystack import indexes
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.utils import get_identifier, get_model_ct
from haystack.utils.loading import UnifiedIndex

from transcripts.models import Turn
from transcripts.search.documents import TurnDocument, document_of

SLUGS = ("speaker", "outlet", "role", "kind", "event", "series", "language", "year", "askers", "answerers")


class WordsField(indexes.CharField):
    """Text of which every word is kept as it stands, folded, with its place."""

    field_type = "words"


class NamesField(indexes.CharField):
    """Names, of which single words are matched."""

    field_type = "names"


class SlugField(indexes.CharField):
    """One value, matched and counted as a whole."""

    field_type = "slug"


class TurnIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    exact = WordsField()
    names = NamesField()
    public_id = SlugField()
    speaker = SlugField()
    outlet = SlugField()
    role = SlugField()
    kind = SlugField()
    event = SlugField()
    series = SlugField()
    language = SlugField()
    year = SlugField()
    askers = SlugField()
    answerers = SlugField()
    date = indexes.DateField(null=True)
    event_id = indexes.IntegerField()
    position = indexes.IntegerField()

    def get_model(self) -> type[Turn]:
        return Turn

    def index_queryset(self, using: str | None = None) -> Any:  # noqa: ARG002 - Haystack's signature
        joined = Turn.objects.published().select_related("event__series", "speaker", "affiliation")
        return joined.order_by("pk")

    def load_all_queryset(self) -> Any:
        return Turn.objects.published().with_names()

    def prepare(self, obj: Turn) -> dict[str, Any]:
        self.prepared_data = {ID: get_identifier(obj), DJANGO_CT: get_model_ct(Turn), DJANGO_ID: obj.pk}
        self.prepared_data |= fields_of(document_of(obj))
        return self.prepared_data


def fields_of(document: TurnDocument) -> dict[str, Any]:
    """The values of TurnIndex's fields."""
    slugs = {name: getattr(document, name) for name in SLUGS}
    return slugs | {
        "text": document.text,
        "exact": document.text,
        "names": document.names,
        "public_id": document.public_id,
        "date": document.date,
        "event_id": document.event_id,
        "position": document.position,
    }


class ArchiveIndex(UnifiedIndex):
    """Haystack looks for search_indexes.py only at the top of an app, and ours is not there."""

    def collect_indexes(self) -> list[indexes.SearchIndex]:
        return [TurnIndex()]
