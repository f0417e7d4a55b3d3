"""A turn as an entry in a list of references, in three styles.

APA: Publication Manual, 7th edition, 10.5 and 10.12 (speeches, interviews), 9.16 (a date of retrieval only where the
page may still change). MLA: Handbook, 9th edition, 5.23 and following (containers), 5.111 (access), 5.105 (the kind of
an oral presentation at the end). Chicago: Manual of Style, 17th edition, 14.217 (lectures), 14.12 (access). Titles are
printed to the letter, whatever capitals a style would like.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from transcripts.text.citing.item import Citable

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a citation, in italics or not."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """`name` is what readers know it by; `write` gives the entry."""

    key: str
    name: str
    write: Callable[[Citable], tuple[Run, ...]]


def plain(runs: tuple[Run, ...]) -> str:
    """The entry without its italics."""
    return "".join(run.text for run in runs)


def apa(item: Citable) -> tuple[Run, ...]:
    author = item.author
    who = f"{author.family}, {author.initials}" if author.given else author.family
    when = f"{item.day.year}, {MONTHS[item.day.month - 1]} {item.day.day}" if item.day else "n.d."
    read = f"Retrieved {_american(item.accessed)}, from " if item.accessed and not item.is_fixed else ""
    sponsor = _stopped(item.institution) + " " if item.institution else ""
    return (
        Run(f"{_stopped(who)} ({when}). "),
        Run(item.title, italic=True),
        Run(f" [{item.description}]. {sponsor}{_stopped(item.site)} {read}{item.address}"),
    )


def mla(item: Citable) -> tuple[Run, ...]:
    where = ", ".join(filter(None, (item.institution, _british(item.day) or "n.d.", item.venue)))
    read = f" Accessed {_british(item.accessed)}." if item.accessed else ""
    return (
        Run(f"{_stopped(item.author.inverted)} {_quoted(item.title)} {_stopped(where)} "),
        Run(item.site, italic=True),
        Run(f", {item.address}.{read} {item.description}."),
    )


def chicago(item: Citable) -> tuple[Run, ...]:
    when = _american(item.day) if item.day else "n.d."
    where = ", ".join(filter(None, (item.description, item.institution, item.venue, when)))
    read = f" Accessed {_american(item.accessed)}." if item.accessed else ""
    return (
        Run(f"{_stopped(item.author.inverted)} {_quoted(item.title)} {_stopped(where)} "),
        Run(item.site, italic=True),
        Run(f".{read} {item.address}."),
    )


STYLES = (Style("apa", "APA", apa), Style("mla", "MLA", mla), Style("chicago", "Chicago", chicago))


def _stopped(text: str) -> str:
    """With a full stop, where it does not end in a mark that takes its place."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _quoted(title: str) -> str:
    return f"“{_stopped(title)}”"


def _american(day: date | None) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else ""


def _british(day: date | None) -> str:
    return f"{day.day} {MLA_MONTHS[day.month - 1]} {day.year}" if day else ""
