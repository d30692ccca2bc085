.DEFAULT_GOAL := help
.PHONY: help demo test test-slow check bench approve pictures sbom lock clean

BIN := .venv/bin
READY := .venv/ready
WORDS := $(wildcard web/pages/translations/*/LC_MESSAGES/*.po)
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet
COMPILE = uv pip compile pyproject.toml --quiet --generate-hashes --universal --upgrade \
	--python-version 3.11 --no-annotate --no-header --no-emit-index-url --no-emit-find-links \
	--only-binary :all: --no-config

help:  ## show these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(READY)  ## run everything on an embedded database, with demo data
	$(BIN)/alis demo

test: check  ## all checks and the quick tests
	$(BIN)/pytest -q -n 2 -m "not slow"

test-slow: $(READY)  ## the tests that take their time
	$(BIN)/python .ci/assets --provider
	$(BIN)/pytest -m slow

check: $(READY)  ## lint, format, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## measure
	$(BIN)/python -m tests.benchmarks

approve: $(READY)  ## accept the documents the tests print
	APPROVE=1 $(BIN)/pytest -q -m "not slow" tests

pictures: $(READY)  ## renew the pictures of the pages in docs; needs Chromium
	PICTURES=1 $(BIN)/pytest -q tests/browser/test_pictures.py

sbom:  ## list what alis is made of, as CycloneDX, in build/sbom.json; no network
	mkdir -p build
	python3 .ci/sbom > build/sbom.json

lock:  ## renew the lock files; needs uv, and npm
	cd web/assets && npm install --package-lock-only
	$(COMPILE) --extra build --output-file requirements.lock
	$(COMPILE) --extra build --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove what was made here, but no data
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# A changed lock installs anew; a second run finds nothing to do.
$(READY): requirements-dev.lock pyproject.toml .ci/venv .ci/assets web/assets/package-lock.json $(WORDS)
	.ci/venv
	$(INSTALL) --require-hashes --only-binary :all: -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python .ci/assets
	touch $@
