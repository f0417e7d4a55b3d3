"""How gunicorn serves the archive. GUNICORN_CMD_ARGS and the command line win over this."""

import gc
import multiprocessing
import os

from gunicorn.http import message

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", min(2 * multiprocessing.cpu_count(), 8)))
# A thread that waits for the database or a slow reader must not hold up the others.
worker_class = "gthread"
threads = 4
# The code is read once and shared between the workers.
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 5
# A worker is replaced now and then, so that no leak in any library grows for months.
max_requests = 10_000
max_requests_jitter = 1_000
# A search of 10,000 characters gets a page and not a refusal; percent-encoded, a character takes up to twelve bytes.
# gunicorn offers its own 8,190 or no limit at all, and a line without end would fill the memory.
message.MAX_REQUEST_LINE = 131_072
limit_request_line = message.MAX_REQUEST_LINE - 1
# Nobody steers this server while it runs, and two archives of one user would meet at the one socket.
control_socket_disable = True


def when_ready(_server: object) -> None:
    """Before the first worker is forked: what is loaded by now is there to stay.

    The collector need not go through it in each worker, which would also copy its pages into each of them; and a page
    makes thousands of objects that are gone with it, so that looking at every 700 of them finds nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
