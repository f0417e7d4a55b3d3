"""The engine for millions of turns on one machine: tantivy's index, asked with our own words and our own counts."""

from haystack.backends import BaseEngine
from haystack.backends.whoosh_backend import WhooshSearchQuery

from transcripts.search.backends.tantivy.backend import ArchiveBackend
from transcripts.search.search_indexes import ArchiveIndex


class TantivyEngine(BaseEngine):
    backend = ArchiveBackend
    query = WhooshSearchQuery
    unified_index = ArchiveIndex
