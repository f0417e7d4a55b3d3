"""The engines that are asked, each over the same rows of the same database."""

from __future__ import annotations

from abc import ABC, abstractmethod

from benchmarks.queries import Asked

PAGE = 20


class Missing(Exception):  # noqa: N818 - it is no error that an engine is not there
    """Says why an engine cannot be asked here."""


class Engine(ABC):
    """`ask` and `hits` may be called by several threads at once."""

    name: str
    lasts = True  # whether what was built is in the folder after `close`

    @abstractmethod
    def build(self) -> None:
        """Index all rows. Raises Missing."""

    @abstractmethod
    def ask(self, asked: Asked) -> object:
        """Answer it, which is what the clock measures."""

    @abstractmethod
    def hits(self, asked: Asked) -> int:
        """How many there are."""

    def open(self) -> None:  # noqa: B027 - most have nothing to do
        """Be ready to be asked."""

    def close(self) -> None:  # noqa: B027 - as above
        """Leave nothing running."""


class Peer(Engine):
    """One whose answer is the number of hits."""

    @abstractmethod
    def ask(self, asked: Asked) -> int: ...

    def hits(self, asked: Asked) -> int:
        return self.ask(asked)
