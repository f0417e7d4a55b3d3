"""Two changes of one transcript, put together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import paragraphs, transcripts
from transcripts.text.merging_turns import Side, merge
from transcripts.text.transcript import Transcript, Turn, TurnKind

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def turn(number: int, text: str, exchange: int | None = None, **fields) -> Turn:
    return Turn(
        TurnKind.ANSWER, (text,), f"Speaker {number}", id=f"aaaaaaa{ALPHABET[number]}", exchange=exchange, **fields
    )


SAID = [
    "Good morning to everybody at the harbour.",
    "When will the lighthouse be lit for the first time?",
    "In October, on the longest night of them all.",
    "And who is going to pay for the lamp oil?",
    "The fishing fleet pays, as it always did.",
    "Thank you all for coming out in this wind.",
]
BASE = Transcript(title="Lighthouse", turns=tuple(turn(n, text) for n, text in enumerate(SAID)))


def with_text(transcript: Transcript, place: int, text: str) -> Transcript:
    turns = list(transcript.turns)
    turns[place] = replace(turns[place], paragraphs=(text,))
    return replace(transcript, turns=tuple(turns))


def without(transcript: Transcript, place: int) -> Transcript:
    return replace(transcript, turns=transcript.turns[:place] + transcript.turns[place + 1 :])


def with_new(transcript: Transcript, place: int, text: str) -> Transcript:
    new = Turn(TurnKind.NOTE, (text,))
    return replace(transcript, turns=(*transcript.turns[:place], new, *transcript.turns[place:]))


def texts(transcript: Transcript) -> list[str]:
    return [turn.text for turn in transcript.turns]


@st.composite
def edited(draw) -> Transcript:
    """The base with some turns in other words, some gone, some new and some moved: as an editor may leave it."""
    turns = list(BASE.turns)
    for place in draw(st.lists(st.integers(0, len(turns) - 1), max_size=2, unique=True)):
        turns[place] = replace(turns[place], paragraphs=(draw(paragraphs),))
    for place in sorted(draw(st.lists(st.integers(0, len(turns) - 1), max_size=2, unique=True)), reverse=True):
        del turns[place]
    for place in draw(st.lists(st.integers(0, len(turns)), max_size=2)):
        turns.insert(place, Turn(TurnKind.NOTE, (draw(paragraphs),), id="new"))
    if draw(st.booleans()):
        turns.insert(draw(st.integers(0, len(turns) - 1)), turns.pop())
    return replace(BASE, turns=tuple(turns), title=draw(st.sampled_from(["Lighthouse", "Lamp", "Harbour"])))


@given(transcripts, transcripts)
def test_what_one_alone_has_changed_goes_in_to_the_letter(base, changed):
    assert merge(base, base, changed).transcript == changed
    assert merge(base, changed, base).transcript == changed
    assert merge(base, changed, changed).transcript == changed


@given(edited(), edited())
def test_a_conflict_of_theirs_and_mine_is_one_of_mine_and_theirs(theirs, mine):
    one, other = merge(BASE, theirs, mine), merge(BASE, mine, theirs)
    assert {(c.base, c.theirs, c.mine) for c in one.turns} == {(c.base, c.mine, c.theirs) for c in other.turns}
    assert {(c.key, c.theirs, c.mine) for c in one.fields} == {(c.key, c.mine, c.theirs) for c in other.fields}


@given(edited(), edited(), st.sampled_from(Side))
def test_no_wording_of_either_is_lost_without_a_conflict(theirs, mine, otherwise):
    merged = merge(BASE, theirs, mine, otherwise=otherwise)
    standing = texts(merged.transcript)
    torn = {side.text for conflict in merged.turns for side in (conflict.theirs, conflict.mine) if side}
    old = set(texts(BASE))
    for side in (theirs, mine):
        assert all(text in standing or text in torn for text in texts(side) if text not in old)


@given(edited(), edited())
def test_a_turn_that_neither_touched_stays_and_one_that_either_removed_goes(theirs, mine):
    merged = merge(BASE, theirs, mine)
    ids = [turn.id for turn in merged.transcript.turns if turn.id != "new"]
    assert len(ids) == len(set(ids))
    torn = {conflict.key for conflict in merged.turns}
    kept = {t.id for t in theirs.turns} & {t.id for t in mine.turns} - {"new"}
    assert kept - torn == set(ids) - torn


@given(edited(), edited())
def test_where_one_side_is_chosen_no_conflict_is_left_to_chance(theirs, mine):
    found = merge(BASE, theirs, mine)
    chosen = merge(BASE, theirs, mine, {c.key: Side.MINE for c in (*found.turns, *found.fields)})
    assert chosen.transcript == merge(BASE, theirs, mine, otherwise=Side.MINE).transcript


def test_two_changed_turns_are_both_changed():
    merged = merge(BASE, with_text(BASE, 1, "When will it be lit?"), with_text(BASE, 4, "The harbour pays."))
    assert merged.is_clean
    assert texts(merged.transcript) == [SAID[0], "When will it be lit?", SAID[2], SAID[3], "The harbour pays.", SAID[5]]
    assert [turn.id for turn in merged.transcript.turns] == [turn.id for turn in BASE.turns]


def test_a_turn_changed_by_both_is_a_conflict_with_both_wordings():
    merged = merge(BASE, with_text(BASE, 2, "In autumn."), with_text(BASE, 2, "In spring."))
    [conflict] = merged.turns
    assert (conflict.theirs.text, conflict.mine.text, conflict.base.text) == ("In autumn.", "In spring.", SAID[2])
    assert conflict.place == 3
    assert texts(merged.transcript)[2] == "In autumn."


def test_each_conflict_goes_the_way_that_was_chosen():
    theirs, mine = with_text(BASE, 2, "In autumn."), with_text(BASE, 2, "In spring.")
    [conflict] = merge(BASE, theirs, mine).turns
    for side, text in ((Side.MINE, "In spring."), (Side.THEIRS, "In autumn."), (Side.BOTH, "In autumn.\n\nIn spring.")):
        assert texts(merge(BASE, theirs, mine, {conflict.key: side}).transcript)[2] == text


def test_a_turn_that_one_removed_and_the_other_changed_is_a_conflict():
    merged = merge(BASE, without(BASE, 2), with_text(BASE, 2, "In spring."), otherwise=Side.MINE)
    [conflict] = merged.turns
    assert conflict.theirs is None
    assert texts(merged.transcript)[2] == "In spring."


def test_a_turn_that_one_removed_and_the_other_left_alone_is_gone():
    merged = merge(BASE, with_text(BASE, 0, "Good evening."), without(BASE, 2))
    assert merged.is_clean
    assert SAID[2] not in texts(merged.transcript)


def test_new_turns_of_both_stand_where_each_put_them():
    merged = merge(BASE, with_new(BASE, 1, "(Applause.)"), with_new(BASE, 4, "(Laughter.)"))
    assert texts(merged.transcript) == [SAID[0], "(Applause.)", *SAID[1:4], "(Laughter.)", *SAID[4:]]


def test_the_same_new_turn_of_both_is_one():
    merged = merge(BASE, with_new(with_text(BASE, 0, "Hello."), 1, "(Applause.)"), with_new(BASE, 1, "(Applause.)"))
    assert texts(merged.transcript).count("(Applause.)") == 1


def test_a_new_turn_of_both_in_nearly_the_same_words_is_a_conflict_and_not_two_turns():
    asked = "Will there be a ferry to the island in winter, Minister?"
    theirs, mine = with_new(BASE, 3, asked), with_new(BASE, 3, asked.replace("winter", "summer"))
    [conflict] = merge(BASE, theirs, mine).turns
    assert (conflict.base, conflict.place) == (None, 4)
    assert len(merge(BASE, theirs, mine).transcript.turns) == len(BASE.turns) + 1


def test_a_turn_moved_by_one_and_changed_by_the_other_is_moved_and_changed():
    moved = replace(BASE, turns=(*BASE.turns[1:], BASE.turns[0]))
    merged = merge(BASE, with_text(BASE, 0, "Good evening to everybody."), moved)
    assert merged.is_clean
    assert texts(merged.transcript) == [*SAID[1:], "Good evening to everybody."]


def test_a_turn_that_both_have_moved_is_told():
    def moved(to: int) -> Transcript:
        rest = list(BASE.turns[1:])
        rest.insert(to, BASE.turns[0])
        return replace(BASE, turns=tuple(rest))

    merged = merge(BASE, moved(2), moved(4))
    assert [turn.id for turn in merged.moved] == [BASE.turns[0].id]
    assert texts(merged.transcript) == texts(moved(2))


def test_a_field_changed_by_both_is_a_conflict_and_of_one_goes_in():
    merged = merge(BASE, replace(BASE, title="Lamp", venue="Quay"), replace(BASE, title="Tower", status="As delivered"))
    [conflict] = merged.fields
    assert (conflict.key, conflict.theirs, conflict.mine) == ("title", "Lamp", "Tower")
    assert (merged.transcript.venue, merged.transcript.status) == ("Quay", "As delivered")


def test_an_exchange_put_in_by_one_renumbers_the_others_and_conflicts_with_nothing():
    numbered = [None, 1, 1, 2, 2, None]
    base = replace(BASE, turns=tuple(replace(t, exchange=n) for t, n in zip(BASE.turns, numbered, strict=True)))
    asked, told = (Turn(TurnKind.QUESTION, (text,), exchange=1) for text in ("Is it tall?", "It is rather tall."))
    later = tuple(replace(t, exchange=t.exchange and t.exchange + 1) for t in base.turns[1:])
    theirs = replace(base, turns=(base.turns[0], asked, told, *later))
    merged = merge(base, theirs, with_text(base, 4, "The harbour pays."))
    assert merged.is_clean
    assert [turn.exchange for turn in merged.transcript.turns] == [None, 1, 1, 2, 2, 3, 3, None]


def test_exchanges_put_in_by_both_are_counted_anew():
    numbered = [None, 1, 1, 2, 2, None]
    base = replace(BASE, turns=tuple(replace(t, exchange=n) for t, n in zip(BASE.turns, numbered, strict=True)))

    def asked_first(text: str, place: int, number: int) -> Transcript:
        new = Turn(TurnKind.QUESTION, (text,), exchange=number)
        later = tuple(replace(t, exchange=t.exchange and t.exchange + 1) for t in base.turns[place:])
        return replace(base, turns=(*base.turns[:place], new, *later))

    merged = merge(base, asked_first("Is it tall?", 1, 1), asked_first("Is it white?", 3, 2))
    assert [turn.exchange for turn in merged.transcript.turns] == [None, 1, 2, 2, 3, 4, 4, None]
