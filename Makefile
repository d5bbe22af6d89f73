# Plumbline. `make run` serves the chat, `make test` runs the tests; both do `make install` first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export HF_HUB_OFFLINE := 1

.PHONY: install run test check prove eval schema catalogue benchmark clean

install: $(VENV)/installed

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade-strategy only-if-needed --constraint constraints.txt --editable '.[dev]'
	touch $@

run: install
	$(BIN)/assistant serve

test: install
	$(BIN)/python -m pytest -n 2 -m "not prove"

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/assistant corpus check

prove: install
	$(BIN)/python -m pytest -n 2 -m prove -p no:randomly

eval: install
	$(BIN)/assistant eval

schema: install
	$(BIN)/python -m assistant.records > docs/answer.schema.json

catalogue: install
	$(BIN)/python -m assistant.catalogue

benchmark: install
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) .plumbline
