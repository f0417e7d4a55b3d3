"""What goes wrong while an index is read → SearchUnavailable, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from logging import Logger

from transcripts.search.unavailable import SearchUnavailable


@contextmanager
def readable(what: str, *, logger: Logger | None = None) -> Iterator[None]:
    """Turn whatever goes wrong inside into SearchUnavailable; with a logger it is told in full too.

    A panic of tantivy's comes as an exception of its own that is none of Python's Exceptions.
    """
    try:
        yield
    except SearchUnavailable:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        if logger:
            logger.exception("the search index cannot be read")
        raise SearchUnavailable(f"{what} ({error!r}): run rebuild_search.") from error
