# One image for the archive: the code, its locked dependencies, and nothing that only building needs.
FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    PORT=8000

RUN useradd --system --uid 10001 --home-dir /data --create-home verbatim

WORKDIR /app
COPY requirements/runtime.txt requirements/runtime.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/runtime.txt

COPY manage.py ./
COPY archive archive
COPY transcripts transcripts
COPY templates templates
COPY static static
COPY fixtures fixtures

USER verbatim
VOLUME /data
EXPOSE 8000

HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD \
  ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]

# prepare migrates, collects static files and makes the index where that is due; exec lets gunicorn get the signals.
CMD ["sh", "-c", "python manage.py prepare ${PREPARE_OPTIONS:-} && exec gunicorn -c archive/serving.py -b 0.0.0.0:$PORT archive.wsgi"]
