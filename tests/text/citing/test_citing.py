"""A turn is cited as each style wants it, and nobody is made a person who is none."""

import json
from dataclasses import replace
from datetime import date

import pytest

from transcripts.text.citing import STYLES, Citable, bibtex, csl_json, plain, ris
from transcripts.text.citing.names import Name, name_of
from transcripts.text.transcript import EventKind, TurnKind

ANSWER = Citable(
    id="abcd1234",
    kind=TurnKind.ANSWER,
    title="Press conference on the new harbour",
    address="https://archive.example/t/abcd1234/",
    site="Verbatim",
    speaker="Jane Roe",
    event_kind=EventKind.PRESS_CONFERENCE,
    day=date(2021, 3, 4),
    institution="Ministry of Harbours",
    venue="Lantern",
    accessed=date(2026, 11, 24),
)
UNNAMED = replace(ANSWER, kind=TurnKind.QUESTION, speaker="", label="Q")


def cited(item, key):
    return next(plain(style.write(item)) for style in STYLES if style.key == key)


def test_apa_has_initials_the_day_and_what_it_is():
    assert cited(ANSWER, "apa") == (
        "Roe, J. (2021, March 4). Press conference on the new harbour [Answer at a press conference]. "
        "Ministry of Harbours. Verbatim. Retrieved November 24, 2026, from https://archive.example/t/abcd1234/"
    )


def test_apa_has_no_date_of_retrieval_for_a_wording_that_never_changes():
    fixed = replace(ANSWER, address="https://archive.example/t/abcd1234/?rev=2", is_fixed=True)
    assert cited(fixed, "apa").endswith("Verbatim. https://archive.example/t/abcd1234/?rev=2")


def test_mla_has_full_names_containers_and_the_access():
    assert cited(ANSWER, "mla") == (
        "Roe, Jane. “Press conference on the new harbour.” Ministry of Harbours, 4 Mar. 2021, Lantern. "
        "Verbatim, https://archive.example/t/abcd1234/. Accessed 24 Nov. 2026. Answer at a press conference."
    )


def test_chicago_has_the_kind_before_the_place_and_the_access_before_the_address():
    assert cited(ANSWER, "chicago") == (
        "Roe, Jane. “Press conference on the new harbour.” Answer at a press conference, Ministry of Harbours, "
        "Lantern, March 4, 2021. Verbatim. Accessed November 24, 2026. https://archive.example/t/abcd1234/."
    )


@pytest.mark.parametrize("key", ["apa", "mla", "chicago"])
def test_the_archive_or_the_title_stands_in_italics(key):
    runs = next(style.write(ANSWER) for style in STYLES if style.key == key)
    assert [run.text for run in runs if run.italic] == [ANSWER.title if key == "apa" else "Verbatim"]


@pytest.mark.parametrize("key", ["apa", "mla", "chicago"])
def test_what_is_not_known_leaves_no_gap(key):
    bare = replace(ANSWER, day=None, institution="", venue="", event_kind="", accessed=None)
    shown = cited(bare, key)
    assert "n.d." in shown
    assert not any(gap in shown for gap in ("  ", ", ,", "()", ". .", "..", " ,", "None"))


def test_a_title_that_asks_takes_no_full_stop():
    assert "“Whose harbour?” " in cited(replace(ANSWER, title="Whose harbour?"), "mla")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jane Roe", Name("Roe", "Jane")),
        ("John F. Kennedy", Name("Kennedy", "John F.")),
        ("Ursula von der Leyen", Name("von der Leyen", "Ursula")),
        ("Jean-Pierre Marie", Name("Marie", "Jean-Pierre")),
        ("Gabriel García Márquez", Name("Gabriel García Márquez")),
        ("Plato", Name("Plato")),
        ("习近平", Name("习近平")),
        ("李 四", Name("李 四")),
    ],
)
def test_a_name_is_turned_around_only_where_it_is_plain_how(name, parts):
    assert name_of(name) == parts


def test_hyphenated_given_names_keep_both_initials():
    assert name_of("Jean-Pierre Marie").initials == "J.-P."


@pytest.mark.parametrize(
    ("label", "kind", "outlet", "called"),
    [
        ("Q", TurnKind.QUESTION, "", "Unnamed journalist"),
        ("JOURNALIST", TurnKind.QUESTION, "Reuters", "Unnamed journalist (Reuters)"),
        ("", TurnKind.QUESTION, "", "Unnamed journalist"),
        ("", TurnKind.REMARKS, "", "Unnamed speaker"),
        ("Moderator", TurnKind.MODERATION, "", "Unnamed moderator"),
        ("Reporters", TurnKind.QUESTION, "", "Reporters"),
        ("Audience member", TurnKind.QUESTION, "", "Audience member"),
        ("The ministers", TurnKind.STATEMENT, "", "The ministers"),
    ],
)
def test_whoever_is_not_named_is_called_what_they_are(label, kind, outlet, called):
    item = replace(UNNAMED, label=label, kind=kind, affiliation=outlet)
    assert item.author == Name(called)
    assert f"AU  - {called}\r\n" in ris(item)
    assert f"author = {{{{{called}}}}}" in bibtex(item)
    assert json.loads(csl_json(item))[0]["author"] == [{"literal": called}]


@pytest.mark.parametrize(
    ("kind", "csl", "tag", "description"),
    [
        (EventKind.PRESS_CONFERENCE, "speech", "SLIDE", "Answer at a press conference"),
        (EventKind.INTERVIEW, "interview", "PCOMM", "Answer in an interview"),
        ("", "speech", "SLIDE", "Answer"),
    ],
)
def test_it_is_said_what_kind_of_item_it_is(kind, csl, tag, description):
    item = replace(ANSWER, event_kind=kind)
    assert item.description == description
    assert json.loads(csl_json(item))[0]["type"] == csl
    assert ris(item).startswith(f"TY  - {tag}\r\n")


def test_the_remarks_of_a_speech_are_a_speech():
    item = replace(ANSWER, event_kind=EventKind.SPEECH, kind=TurnKind.REMARKS)
    assert item.description == "Speech"


def test_csl_json_holds_every_date_as_numbers():
    [record] = json.loads(csl_json(ANSWER))
    assert record["issued"] == {"date-parts": [[2021, 3, 4]]}
    assert record["accessed"] == {"date-parts": [[2026, 11, 24]]}
    assert record["URL"] == ANSWER.address


def test_a_bibtex_key_begins_with_a_letter_whatever_the_id_does():
    assert bibtex(replace(ANSWER, id="1a0b1c0d")).startswith("@misc{turn-1a0b1c0d,\n")


def test_bibtex_cannot_be_broken_out_of():
    item = replace(ANSWER, title="50% of {nothing} & \\evil_ #1", notes=("}\n@book{x,",))
    entry = bibtex(item)
    assert r"title = {{50\% of \{nothing\} \& \textbackslash{}evil\_ \#1}}," in entry
    assert r"note = {\} @book\{x,}," in entry
    assert entry.count("\n@") == 0


def test_ris_cannot_be_broken_out_of():
    item = replace(ANSWER, title="A\r\nER  - \u2028TY  - BOOK")
    assert [line[:2] for line in ris(item).split("\r\n")].count("ER") == 1
    assert "\u2028" not in ris(item)
