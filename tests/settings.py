"""The archive's own settings, in a directory of this test process's own, on SQLite or PostgreSQL."""

import atexit
import os
import shutil
import tempfile

# Always a fresh one: the tests must never reach an archive that somebody uses, nor one another's index.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="verbatim-tests-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
for name in ("ALLOWED_HOSTS", "DATABASE_URL", "DEBUG", "SEARCH_URL", "SECRET_KEY", "SITE_NAME", "SITE_URL"):
    os.environ.pop(name, None)
if os.environ.get("TEST_DATABASE") == "postgres":
    os.environ["DATABASE_URL"] = os.environ.get(
        "TEST_POSTGRES_URL", "postgres://verbatim:verbatim@127.0.0.1:5432/verbatim"
    )

from archive.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# A worker is another process, and would look into another database: a test that wants one calls it.
IMPORTS_START_A_WORKER = False

# WhiteNoise warns of a folder that is not there.
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
