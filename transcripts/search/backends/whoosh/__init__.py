"""The embedded engine: Whoosh's writer, analysis plug and file formats, read as arrays."""

from haystack.backends import BaseEngine
from haystack.backends.whoosh_backend import WhooshSearchQuery

from transcripts.search.backends.whoosh.backend import ArchiveBackend
from transcripts.search.search_indexes import ArchiveIndex


class WhooshEngine(BaseEngine):
    backend = ArchiveBackend
    query = WhooshSearchQuery
    unified_index = ArchiveIndex
