"""Where tantivy's generations lie, beside each other as any engine's do."""

from __future__ import annotations

from transcripts.search.backends.directory import IndexDirectory
from transcripts.search.backends.tantivy.schema import VERSION
from transcripts.search.documents import SHAPE


class TantivyDirectory(IndexDirectory):
    version = f"vt{VERSION}.{SHAPE}-"
