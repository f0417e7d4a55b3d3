PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
RUNTIME := .venv/.runtime
DEVELOPMENT := .venv/.development

export PORT

.PHONY: help run admin test test-sqlite test-postgres lint format types contracts bench permalink-report parse-report quote-report lock clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(RUNTIME) ## set up all that is needed and serve on http://127.0.0.1:$PORT (8000)
	@$(BIN)/python manage.py prepare --fixtures
	@exec $(BIN)/gunicorn -c archive/serving.py archive.wsgi

admin: $(RUNTIME) ## make an account for the admin
	@$(BIN)/python manage.py migrate -v 0
	@$(BIN)/python manage.py createsuperuser

test: test-sqlite test-postgres ## the whole suite, on SQLite and on PostgreSQL where there is a server

test-sqlite: $(DEVELOPMENT)
	$(BIN)/python -m pytest -n auto $(ARGS)

test-postgres: $(DEVELOPMENT)
	TEST_DATABASE=postgres $(BIN)/python -m pytest -n auto $(ARGS)

lint: $(DEVELOPMENT) types contracts ## linters, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --target-version 5.2 --check $$(git ls-files 'templates/*.html' 'templates/*.txt')

types: $(DEVELOPMENT)
	$(BIN)/mypy

contracts: $(DEVELOPMENT)
	$(BIN)/lint-imports

format: $(DEVELOPMENT) ## put code and templates into their form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	-$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html' 'templates/*.txt')

bench: $(DEVELOPMENT) ## our search beside its peers, in one run (SIZE=turns)
	$(BIN)/python -m benchmarks.run $(SIZE)
	$(BIN)/python -m benchmarks.pages

permalink-report: $(DEVELOPMENT) ## do ids stay with their turns through random corrections?
	$(BIN)/python -m benchmarks.permalink_report

parse-report: $(DEVELOPMENT) ## how far does the parser agree with the sample transcripts' gold?
	$(BIN)/python -m benchmarks.parse_report

quote-report: $(DEVELOPMENT) ## is a quote found first, also half remembered, and by the peers?
	$(BIN)/python -m benchmarks.quote_report $(ARGS)

lock: $(DEVELOPMENT) ## resolve requirements/*.in into exact versions with hashes
	$(BIN)/pip install --quiet uv
	for set in runtime development; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links requirements/$$set.in -o requirements/$$set.txt; done

clean: ## remove the environment; what is in var/ stays
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Verbatim needs Python 3.11 or later: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

$(RUNTIME): requirements/runtime.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(DEVELOPMENT): requirements/development.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@ $(RUNTIME)
