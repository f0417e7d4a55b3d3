"""Which documents hold what readers filter by, remembered as a bit a document."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

import numpy as np

MOST = 256  # filters remembered: 3 MB where there are 100,000 documents


class BitSets:
    """Those of one generation, which no later commit changes. What was asked for longest ago is forgotten first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, np.ndarray] = OrderedDict()
        self._lock = threading.Lock()

    def mask(self, key: Hashable, made: Callable[[], np.ndarray]) -> np.ndarray:
        """A truth value for each document; `made` makes it when it is not remembered."""
        with self._lock:
            bits = self._kept.pop(key, None)
            if bits is not None:
                self._kept[key] = bits
        return self._remembered(key, made()) if bits is None else np.unpackbits(bits, count=self._size).view(bool)

    def _remembered(self, key: Hashable, mask: np.ndarray) -> np.ndarray:
        with self._lock:
            self._kept[key] = np.packbits(mask)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return mask
