"""Haystack's own Whoosh tests, from its source package, against our backend: what holds and what does not.

`pip download --no-deps --no-binary :all: django-haystack==3.4.0`, then
`python -m benchmarks.haystack_tests django_haystack-3.4.0.tar.gz`. Nothing is fetched. docs/performance.md says why
those that do not hold do not apply.
"""

from __future__ import annotations

import os
import sys
import tarfile
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import django

SETTINGS = """
from test_haystack.settings import *
INSTALLED_APPS += ["transcripts.apps.TranscriptsConfig"]
MIGRATION_MODULES = {"transcripts": None}
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
HAYSTACK_LIMIT_TO_REGISTERED_MODELS = False
for each in ("whoosh", "filtered_whoosh"):
    HAYSTACK_CONNECTIONS[each]["ENGINE"] = "transcripts.search.backends.whoosh.WhooshEngine"
"""


class Told(unittest.TestResult):
    """Remembers each test's outcome by its name."""

    def __init__(self) -> None:
        super().__init__()
        self.outcomes: dict[str, str] = {}

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802 - unittest's name
        self.outcomes[_name(test)] = "holds"

    def addError(self, test, err) -> None:  # noqa: N802
        self.outcomes[_name(test)] = f"{err[0].__name__}: {str(err[1]).splitlines()[0][:90] if str(err[1]) else ''}"

    addFailure = addError  # noqa: N815


def _name(test: unittest.TestCase) -> str:
    return test.id().removeprefix("test_haystack.whoosh_tests.")


def main(package: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="haystack-tests-") as folder:
        _unpack(package, Path(folder))
        (Path(folder) / "trial_settings.py").write_text(SETTINGS, encoding="utf-8")
        sys.path.insert(0, folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "trial_settings"
        django.setup()
        outcomes = _outcomes()
    for name, outcome in sorted(outcomes.items()):
        print(f"{name}: {outcome}")
    held = Counter(outcome == "holds" for outcome in outcomes.values())
    print(f"\n{held[True]} of {len(outcomes)} hold")


def _unpack(package: Path, folder: Path) -> None:
    """The tests alone: the library is the one that is installed."""
    with tarfile.open(package) as archive:
        for member in archive:
            top, _slash, inner = member.name.partition("/")
            if top and inner.startswith("test_haystack"):
                member.name = inner
                archive.extract(member, folder, filter="data")


def _outcomes() -> dict[str, str]:
    from django.test.runner import DiscoverRunner  # noqa: PLC0415 - after the set-up

    told, runner = Told(), DiscoverRunner(verbosity=0, interactive=False)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    runner.build_suite(["test_haystack.whoosh_tests"]).run(told)
    runner.teardown_databases(databases)
    return told.outcomes


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve())
