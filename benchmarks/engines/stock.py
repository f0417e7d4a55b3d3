"""Haystack's own Whoosh backend, with an index as Haystack's tutorial writes one."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from haystack import connections, indexes
from haystack.inputs import Raw
from haystack.query import SearchQuerySet
from haystack.utils import Highlighter

from benchmarks.engines import PAGE, Peer
from benchmarks.queries import Asked
from transcripts.models import Turn

ALIAS = "stock"


class StockTurnIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True, model_attr="text")
    speaker = indexes.CharField(model_attr="speaker__slug", faceted=True, null=True)
    year = indexes.CharField(faceted=True)
    date = indexes.DateField(model_attr="event__date")

    def get_model(self) -> type[Turn]:
        return Turn

    def prepare_year(self, turn: Turn) -> str:
        return str(turn.event.date.year)


class Stock(Peer):
    """Twenty results and the count; facets and highlights where they are asked for."""

    name = "Haystack's Whoosh"

    def __init__(self, folder: Path) -> None:
        settings.HAYSTACK_CONNECTIONS[ALIAS] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": str(folder / "stock"),
        }
        connections.connections_info = settings.HAYSTACK_CONNECTIONS

    def build(self) -> None:
        """In one batch: with more its segments are many, and it is slower still."""
        self.open()
        index = connections[ALIAS].get_unified_index().get_index(Turn)
        connections[ALIAS].get_backend().update(index, list(Turn.objects.select_related("event", "speaker")))

    def open(self) -> None:
        """Haystack has connections of each thread's own, and looks for indexes in apps, where this one is not."""
        unified = connections[ALIAS].get_unified_index()
        if not unified._built:  # noqa: SLF001 - no other way to ask without its looking for indexes
            unified.build(indexes=[StockTurnIndex()])

    def ask(self, asked: Asked) -> int:
        self.open()
        found = SearchQuerySet(using=ALIAS).filter(content=Raw(_typed(asked)))
        if asked.newest:
            found = found.order_by("-date")
        if asked.facets:
            found = found.facet("speaker").facet("year")
            found.facet_counts()
        results = list(found[(asked.page - 1) * PAGE : asked.page * PAGE])
        if asked.snippets:
            for result in results:
                Highlighter(" ".join(asked.words)).highlight(result.text)
        return found.count()


def _typed(asked: Asked) -> str:
    words = " ".join(asked.words)
    typed = f'"{words}"' if asked.phrase else words.replace(" ", " AND ")
    typed = f'"{words}"~{asked.near}' if asked.near else typed
    typed = f"{typed}*" if asked.beginning else typed
    if asked.speaker is not None:
        typed += f" AND speaker_exact:{asked.speaker_name.lower().replace(' ', '-')}"
    if asked.since and asked.until:
        typed += f" AND date:[{asked.since:%Y%m%d}000000 TO {asked.until:%Y%m%d}000000]"
    return typed
