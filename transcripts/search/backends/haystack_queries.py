"""Haystack's query strings, which are in Whoosh's language on every engine: Whoosh reads them, and each engine then
understands the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from haystack.utils import get_model_ct
from whoosh.fields import Schema
from whoosh.qparser import FuzzyTermPlugin, PhrasePlugin, QueryParser
from whoosh.qparser.plugins import Plugin
from whoosh.query import Query

from transcripts.models import Turn


def parsed(texts: Iterable[str], schema: Schema) -> list[Query]:
    """A query for each text that is not empty."""
    parser = QueryParser("text", schema)
    parser.add_plugins([FuzzyTermPlugin(), _ExactPhrases()])
    # Haystack's "*" is everything; to Whoosh's parser it is a word without letters.
    return [parser.parse("*:*" if text == "*" else text) for text in texts if text]


def wants_turns(models: Iterable[Any] | None) -> bool:
    """Whether turns are among the models to be searched. None and no models are all."""
    wanted = list(models or ())
    return not wanted or get_model_ct(Turn) in map(get_model_ct, wanted)


class _ExactPhrases(Plugin):
    """Phrases are looked for in the words as they stand, where their places are known."""

    def filters(self, _parser: Any) -> list[tuple[Callable[..., Any], int]]:
        return [(self._redirect, 100)]

    def _redirect(self, parser: Any, group: Any) -> Any:
        for node in group:
            if isinstance(node, PhrasePlugin.PhraseNode) and node.fieldname in (None, "text"):
                node.set_fieldname("exact", override=True)
            elif hasattr(node, "nodes"):
                self._redirect(parser, node)
        return group
