"""The one door to searching."""


def ping() -> None:
    """Raise when the index cannot answer."""
