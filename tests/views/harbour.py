"""One press conference that the pages show."""

from datetime import date

from transcripts.text.transcript import Transcript, Turn, TurnKind

ROE = {"speaker": "Jane Roe", "label": "Minister Jane Roe", "role": "Minister for Harbours"}
LIND = {"speaker": "Per Lind", "label": "Per Lind (The Beacon)", "affiliation": "The Beacon"}

HARBOUR = Transcript(
    title="Press conference",
    subtitle="on the new harbour",
    date=date(2021, 3, 4),
    status="As delivered",
    language="en",
    kind="press conference",
    turns=(
        Turn(TurnKind.REMARKS, ("The harbour is <open>.\nCome & see.", "Thank you. [inaudible]"), **ROE),
        Turn(TurnKind.QUESTION, ("Is the breakwater finished?",), exchange=1, **LIND),
        Turn(TurnKind.ANSWER, ("The breakwater is finished, (laughter) nearly.",), exchange=1, **ROE),
    ),
)
