"""A progress bar on a terminal, and silence elsewhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from typing import Any

from tqdm import tqdm


def progress(items: Iterable[Any] | None = None, *, unit: str, total: int | None = None) -> tqdm:
    """A tqdm bar on standard error, which a log or a pipe never sees; it leaves nothing behind."""
    # A terminal that does not know its own size would get an empty bar.
    columns, rows = shutil.get_terminal_size()
    quiet = not sys.stderr.isatty()
    return tqdm(items, unit=unit, total=total, ncols=columns, nrows=rows, disable=quiet, leave=False)
