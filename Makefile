# make setup | demo | test | check | promises | bench | lock
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
PYTEST := $(PY) -m pytest

.PHONY: setup packages demo test check promises bench lock docs clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements/dev.txt pyproject.toml
	@tools/setup.sh $(VENV)
	@touch $@

packages:
	@tools/packages.sh

demo: setup
	@$(VENV)/bin/zweck demo

test: setup packages
	@$(PYTEST) -q -n 2 --dist loadfile

check: setup
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

promises: setup packages
	@$(PY) -m tests.promises

bench: setup
	@$(PY) -m bench

lock:
	uv pip compile pyproject.toml --extra audit --extra mysql --extra pdf --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header -o requirements/run.txt
	uv pip compile pyproject.toml --extra audit --extra mysql --extra pdf --group dev --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header -o requirements/dev.txt

docs: setup
	@$(PY) tools/generate.py
	@$(PY) -m tests.rules.document

clean:
	rm -rf $(VENV) .zweck .mypy_cache .ruff_cache .pytest_cache .hypothesis
