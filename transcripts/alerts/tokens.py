"""What the links in mails hold: the key of a follow, signed for one purpose, so that none can be made up."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

CONFIRM = "verbatim.alerts.confirm"
STOP = "verbatim.alerts.stop"


def token(key: str, purpose: str) -> str:
    """`purpose` is CONFIRM or STOP. Letters, digits, `-`, `_` and one `:`."""
    return Signer(salt=purpose).sign(key)


def key_of(signed: str, purpose: str) -> str | None:
    """The key that was signed for that purpose; None for anything else."""
    try:
        return Signer(salt=purpose).unsign(signed)
    except BadSignature:
        return None
