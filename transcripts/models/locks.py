"""What must not happen twice at the same time."""

from __future__ import annotations

from zlib import crc32

from django.db import connection

# Ours among the advisory locks of a database that others may use too.
OURS = crc32(b"verbatim") - 2**31


def hold(name: str) -> bool:
    """From here to the end of the transaction, nobody else is behind the lock of this name; it waits for whoever is.

    Whether what was looked at before has to be looked at again: it may have changed while this waited. On SQLite there
    is nothing to do, since one transaction writes at a time from its beginning. Call it inside a transaction, and
    several in this order only: import, event, person, organization.
    https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
    """
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", (OURS, crc32(name.encode()) - 2**31))
    return True
