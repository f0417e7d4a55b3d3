"""Every setting of the archive, from the environment. docs/configuration.md explains each variable."""

import contextlib
import os
import re
import secrets
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def stop(message: str) -> NoReturn:
    """End the start with one line: a traceback would bury what is to be done."""
    sys.exit(f"Verbatim cannot start: {message}")


def address(read: Callable[..., dict[str, Any]], name: str, default: str) -> dict[str, Any]:
    """A setting in the form of an address. What it holds is not repeated in the message: it may hold a password."""
    try:
        return read(name, default=default)
    except Exception:  # noqa: BLE001 - django-environ lets KeyError, ValueError and its own errors through
        stop(f"{name} cannot be understood. docs/configuration.md shows its form.")


DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DEBUG = env.bool("DEBUG", default=False)
SITE_NAME = env.str("SITE_NAME", default="Verbatim")
SITE_URL = env.str("SITE_URL", default="").rstrip("/")

# Hosts and secrets

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
_site_host = urlsplit(SITE_URL).hostname
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or [*LOCAL_HOSTS, *([_site_host] if _site_host else [])]
# A health check asks by loopback whatever the public name is.
ALLOWED_HOSTS += [host for host in ("127.0.0.1", "localhost") if host not in ALLOWED_HOSTS]
IS_PUBLIC = any(host not in (*LOCAL_HOSTS, "testserver") for host in ALLOWED_HOSTS)


def _local_secret() -> str:
    """A key of this machine's own, made at the first start, for an archive that only this machine reads."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        # A link fails where the file exists: of two processes that start together, both keep the first one's key.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii")


SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if IS_PUBLIC and not DEBUG:
        stop(
            "SECRET_KEY is not set, and ALLOWED_HOSTS or SITE_URL names a public host. "
            "Set SECRET_KEY to a long random text (python -c 'import secrets; print(secrets.token_urlsafe(50))')."
        )
    SECRET_KEY = _local_secret()

_https = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_NAME = "verbatim_session"
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# The parts

INSTALLED_APPS = [
    "transcripts.admin.apps.ArchiveAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "haystack",
    "transcripts.apps.TranscriptsConfig",
]

MIDDLEWARE = [
    "archive.middleware.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "archive.middleware.PermissionsPolicyMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "archive.context.site",
            ],
        },
    },
]

# Data

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": address(env.db_url, "DATABASE_URL", f"sqlite:///{DATA_DIR / 'archive.sqlite3'}")}
if DATABASES["default"].get("ENGINE") not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
    stop(
        "DATABASE_URL names no database that the archive runs on. Use postgres://user:password@host/name or sqlite:///."
    )
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        # A writer that starts as a reader can be refused the lock at once, with no waiting: take it at BEGIN.
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; "
            "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Opening one and filling its cache takes as long as a page's queries.
DATABASES["default"]["CONN_MAX_AGE"] = 60

UPLOADS_DIR = DATA_DIR / "uploads"
MAX_SOURCE_BYTES = 20 * 1024 * 1024
# The transcript itself is pasted into a form field, which Django counts into its limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_SOURCE_BYTES + 1024 * 1024
# An editor saves all turns of an event at once, with ten fields each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# Off where something else calls work_imports, such as a timer or a service.
IMPORTS_START_A_WORKER = env.bool("IMPORTS_START_A_WORKER", default=True)

# Search

SEARCH_URL = env.str("SEARCH_URL", default="whoosh:")
# All in one directory: an index of another engine is seen to be one, and is made anew, since it would be out of date.
SEARCH_ENGINES = {
    "whoosh": "transcripts.search.backends.whoosh.WhooshEngine",
    "tantivy": "transcripts.search.backends.tantivy.TantivyEngine",
}
_engine, _colon, _index_path = SEARCH_URL.partition(":")
if _engine == "solr":
    stop("SEARCH_URL names a SolrCloud cluster, which this release cannot use yet: use whoosh: or tantivy:")
if _engine not in SEARCH_ENGINES:
    stop(f"SEARCH_URL={SEARCH_URL!r} names an engine that this release does not have: use whoosh: or tantivy:")
if _engine == "tantivy" and find_spec("tantivy") is None:
    stop("SEARCH_URL=tantivy: needs a library that is not installed: .venv/bin/pip install 'tantivy>=0.27,<0.28'")
_writer_mb = env.str("SEARCH_WRITER_MB", default="64")
if not re.fullmatch("[0-9]{1,6}", _writer_mb) or int(_writer_mb) < 15:
    stop(f"SEARCH_WRITER_MB={_writer_mb!r} is no number of megabytes from 15 up.")
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": SEARCH_ENGINES[_engine],
        "PATH": _index_path or str(DATA_DIR / "index"),
        "WRITER_MEMORY": 1_000_000 * int(_writer_mb),
        "SILENTLY_FAIL": False,
    },
}
HAYSTACK_LIMIT_TO_REGISTERED_MODELS = False

# People

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# Words and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": UPLOADS_DIR}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail

_has_mail_server = bool(env.str("EMAIL_URL", default=""))
vars().update(address(env.email_url, "EMAIL_URL", "consolemail:"))
EMAIL_TIMEOUT = 20  # seconds
# Mails are written where no request says by which address the archive was reached.
LINK_ORIGIN = SITE_URL or f"http://localhost:{env.str('PORT', default='8000')}"
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="") or f"alerts@{urlsplit(LINK_ORIGIN).hostname}"
# Mail that nobody could send, or whose links lead nowhere, is not offered.
MAIL_IS_SET_UP = (_has_mail_server or DEBUG) and bool(SITE_URL or not IS_PUBLIC)

# What is written down

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A page that is not there is the visitor's affair and no line in the log; a broken one is ours.
        "django.request": {"level": "ERROR"},
    },
}
