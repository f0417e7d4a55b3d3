"""The settings read the environment, refuse what is unsafe, and say why in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def manage(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=clean | {"DATA_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def setting(tmp_path: Path, name: str, **environment: str) -> str:
    code = f"from django.conf import settings; print(settings.{name})"
    answer = manage(tmp_path, "shell", "-v", "0", "-c", code, **environment)
    return answer.stdout.strip() or answer.stderr


def test_a_public_host_without_a_secret_key_stops_with_one_clear_line(tmp_path):
    answer = manage(tmp_path, "check", ALLOWED_HOSTS="archive.example.org")
    assert answer.returncode != 0
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1
    assert "SECRET_KEY is not set" in answer.stderr


def test_a_public_host_with_a_secret_key_starts(tmp_path):
    answer = manage(tmp_path, "check", ALLOWED_HOSTS="archive.example.org", SECRET_KEY="long and random " * 4)
    assert answer.returncode == 0, answer.stderr


def test_a_local_archive_keeps_the_secret_it_made_for_itself(tmp_path):
    first = setting(tmp_path, "SECRET_KEY")
    assert len(first) > 50
    assert setting(tmp_path, "SECRET_KEY") == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_debug_is_off_unless_asked_for(tmp_path):
    assert setting(tmp_path, "DEBUG") == "False"
    assert setting(tmp_path, "DEBUG", DEBUG="1") == "True"


def test_postgres_comes_from_the_address(tmp_path):
    engine = setting(tmp_path, 'DATABASES["default"]["ENGINE"]', DATABASE_URL="postgres://a:b@db.example/c")
    assert engine == "django.db.backends.postgresql"


def test_an_unknown_search_engine_is_refused_by_name(tmp_path):
    answer = manage(tmp_path, "check", SEARCH_URL="altavista://x")
    assert answer.returncode != 0
    assert "altavista://x" in answer.stderr


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_engine_may_have_its_index_elsewhere(tmp_path, engine):
    pytest.importorskip(engine)
    where = 'HAYSTACK_CONNECTIONS["default"]["PATH"]'
    assert setting(tmp_path, where, SEARCH_URL=f"{engine}:") == str(tmp_path / "index")
    assert setting(tmp_path, where, SEARCH_URL=f"{engine}:/an/index") == "/an/index"


def test_an_engine_that_is_not_there_yet_is_said_to_be_so(tmp_path):
    answer = manage(tmp_path, "check", SEARCH_URL="solr://cluster:8983/turns")
    assert answer.returncode != 0
    assert answer.stderr.count("\n") == 1
    assert "cannot use yet: use whoosh: or tantivy:" in answer.stderr


def test_without_its_library_an_engine_says_what_to_install(tmp_path):
    environment = os.environ | {"DATA_DIR": str(tmp_path), "SEARCH_URL": "tantivy:"}
    code = "import sys; sys.modules['tantivy'] = None; import archive.settings"
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode != 0
    assert answer.stderr.count("\n") == 1
    assert "pip install 'tantivy" in answer.stderr


@pytest.mark.parametrize("memory", ["5", "much", "-64"])
def test_too_little_memory_to_write_with_is_refused(tmp_path, memory):
    answer = manage(tmp_path, "check", SEARCH_WRITER_MB=memory)
    assert (
        answer.stderr == f"Verbatim cannot start: SEARCH_WRITER_MB={memory!r} is no number of megabytes from 15 up.\n"
    )


def test_sqlite_lets_readers_read_while_a_writer_writes(tmp_path):
    code = "from django.db import connection as c; print(c.cursor().execute('pragma journal_mode').fetchone()[0])"
    answer = manage(tmp_path, "shell", "-v", "0", "-c", code)
    assert answer.stdout.strip() == "wal", answer.stderr


def test_the_site_s_own_host_is_allowed(tmp_path):
    allowed = setting(tmp_path, "ALLOWED_HOSTS", SITE_URL="https://archive.example.org", SECRET_KEY="x" * 60)
    assert "archive.example.org" in allowed


@pytest.mark.parametrize("address", ["oracle9://scott:tiger@db/x", "scott:tiger"])
def test_an_address_that_cannot_be_understood_is_named_without_its_password(tmp_path, address):
    answer = manage(tmp_path, "check", DATABASE_URL=address)
    assert answer.returncode != 0
    assert "Verbatim cannot start: DATABASE_URL" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert "tiger" not in answer.stderr + answer.stdout
