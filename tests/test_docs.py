"""The documents are true: every command, setting and public address stands in them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import get_resolver

ROOT = Path(__file__).resolve().parent.parent


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def settings_read():
    return sorted(set(re.findall(r'(?:env\.\w+|address\(env\.\w+,) ?\(?"([A-Z_]+)"', read("archive/settings.py"))))


def test_the_settings_are_found_at_all():
    assert {"DATA_DIR", "DATABASE_URL", "EMAIL_URL", "SECRET_KEY"} <= set(settings_read())


@pytest.mark.parametrize("name", settings_read())
def test_every_setting_is_explained(name):
    assert f"| `{name}` |" in read("docs/configuration.md")


@pytest.mark.parametrize("name", sorted(name for name, app in get_commands().items() if app == "transcripts"))
def test_every_command_is_explained(name):
    assert f"`{name}" in read("README.md") + read("docs/commands.md")


@pytest.mark.parametrize("name", sorted(name for name, app in get_commands().items() if app == "transcripts"))
def test_every_command_says_what_it_does(name):
    shown = subprocess.run(
        [sys.executable, "manage.py", name, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith(f"usage: manage.py {name}")


def public_addresses():
    """Every route of the product, as it is written in its URL pattern."""
    patterns = get_resolver("transcripts.urls").url_patterns
    return sorted({re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", str(pattern.pattern)) for pattern in patterns})


@pytest.mark.parametrize("route", public_addresses())
def test_every_address_is_explained(route):
    shown = re.sub(r"<(?:public_id|turn_id)>", "<id>", route)
    assert f"`/{shown}`" in read("docs/addresses.md")


@pytest.mark.parametrize("document", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/*.md")))
def test_links_between_documents_lead_somewhere(document):
    folder = (ROOT / document).parent
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", read(document)):
        assert (folder / target).exists(), f"{document} links to {target}"
