"""Other processes for the work of one, which end when it does, however it comes to its end."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait

from django.db import connections as databases


def pool(count: int) -> ProcessPoolExecutor:
    """So many processes, forked when the first work is given to them. This one should have no threads by then."""
    databases.close_all()  # a connection must not be shared by two processes
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("fork"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Else a worker would hold the rebuilder's lock for ever, and write where the next rebuild does."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
