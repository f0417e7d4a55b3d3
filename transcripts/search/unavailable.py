"""What is raised where the index cannot answer."""


class SearchUnavailable(Exception):  # noqa: N818 - it names what is wrong, as a sentence for whoever runs the archive
    """The index is missing, broken, or of another version. The message says which, and what to do about it."""


class IndexBusy(SearchUnavailable):
    """Another process is writing, and went on for longer than we were told to wait."""
