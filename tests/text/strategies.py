"""Texts and transcripts as Hypothesis makes them."""

from hypothesis import strategies as st

from transcripts.text.transcript import EventKind, Transcript, Turn, TurnKind

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"))


lines = st.text(CHARACTERS, max_size=40).map(str.strip)
tricky = st.sampled_from(
    [
        "NATO Spokesperson: Thank you.",
        "@question no sign",
        "@note: (Laughter.)",
        "\\ begins with a backslash",
        "Title: not a heading",
        "Q    And then?",
        "Jens Stoltenberg (NATO): said",
        "The point is: this.",
        "{speaker: x}",
        "#7k3m9x2a",
        "10:30",
    ]
)
paragraph_lines = st.one_of(lines, tricky).filter(bool)
paragraphs = st.lists(paragraph_lines, min_size=1, max_size=3).map("\n".join)
labels = st.one_of(
    st.just(""),
    lines,
    st.sampled_from(
        [
            "Q",
            "MODERATOR",
            "NATO Secretary General Jens Stoltenberg",
            "NATO Secretary General",
            "Andrew Gray (Reuters)",
            "Minister: Foreign Affairs",
            "#1",
            "{brace}",
            "question",
            "a \\ b",
            "Interpreter (for: Ms. Liu)",
        ]
    ),
)
values = st.one_of(st.just(""), lines, st.sampled_from(["a; b", "x}", "role: y", "back\\slash", "Jens Stoltenberg"]))

turns = st.builds(
    Turn,
    kind=st.sampled_from(TurnKind),
    paragraphs=st.lists(paragraphs, min_size=1, max_size=3).map(tuple),
    label=labels,
    speaker=values,
    role=values,
    affiliation=values,
    exchange=st.one_of(st.none(), st.integers(1, 99)),
    start=st.one_of(st.none(), st.floats(0, 1e6)),
    id=st.one_of(st.just(""), st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=8, max_size=8)),
)


def _with_ids_once(turns_made: list[Turn]) -> tuple[Turn, ...]:
    return tuple({turn.id or object(): turn for turn in turns_made}.values())


transcripts = st.builds(
    Transcript,
    title=lines,
    subtitle=lines,
    date=st.one_of(st.none(), st.dates()),
    updated=st.one_of(st.none(), st.datetimes().map(lambda moment: moment.replace(microsecond=0))),
    status=lines,
    language=st.sampled_from(["", "en", "es"]),
    kind=st.sampled_from(["", *map(str, EventKind)]),
    venue=lines,
    source=lines,
    turns=st.lists(turns, max_size=6).map(_with_ids_once),
)

sources = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
        tricky,
        st.sampled_from(
            [
                "",
                "",
                "---",
                "Press conference",
                "4 April 2024",
                "31 Feb. 2024",
                "(As delivered)",
                "Q: And?",
                "Q    And?",
                "MR. GRAY:",
                "MR. GRAY: Yes.",
                "Andrew Gray (Reuters): Why?",
                "Minister — Because.",
                "END",
                "(Laughter.)",
                "::::",
                "[00:12:04] Speaker 2: Hello.",
                "**Anna Holt:** Bold.",
                "title: x",
            ]
        ),
    ),
    max_size=25,
).map("\n".join)
