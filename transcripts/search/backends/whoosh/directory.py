"""Where Whoosh's generations lie, beside each other as any engine's do."""

from __future__ import annotations

from transcripts.search.backends.directory import IndexDirectory
from transcripts.search.backends.whoosh.postings import CODEC_VERSION
from transcripts.search.documents import SHAPE


class WhooshDirectory(IndexDirectory):
    version = f"v{CODEC_VERSION}.{SHAPE}-"
