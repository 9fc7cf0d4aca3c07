# undersigned: `make run` builds it and opens the explorer on the example data; `make test` runs every check.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export CGO_ENABLED := 0
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
BIN := bin/undersigned
SHARE := bin/share
PREFIX ?= /usr/local
GO_FILES := $(shell find cmd graph internal examples web -name '*.go' -not -path '*/node_modules/*' 2>/dev/null)
WEB_FILES := $(shell find web/src web/public web/index.html web/*.json web/*.ts web/*.js web/.npmrc -type f 2>/dev/null)
WEB_INSTALLED := web/node_modules/.package-lock.json
WEB_BUILT := web/dist/index.html
PDF_ENGINE := internal/pdf/engine/pdfium.wasm

.PHONY: neo4j neo4j-stop run-neo4j help run build manual install web test test-go test-web test-e2e test-formats test-gephi test-ftm lint bench spark fuzz hostile audit licenses deps clean tools

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## build, load the example, open the explorer on a local address
	$(BIN) serve --example

neo4j: ## start a Neo4j server for development on the loopback address (needs Java and Maven, no Docker)
	@scripts/neo4j.sh start

neo4j-stop: ## end it; its data stay
	@scripts/neo4j.sh stop

run-neo4j: build ## run the explorer on that server, with the example data
	@said=$$(scripts/neo4j.sh start); echo "$$said"; \
	eval "$$(grep -o 'export .*' <<<"$$said")"; \
	$(BIN) serve --example --store "$$(sed -n 's/.*--store //p' <<<"$$said")"

build: tools $(BIN) manual ## build bin/undersigned with the explorer in it, its manual pages and completions in bin/share

manual: $(SHARE)/undersigned ## manual pages and completions of shells alone

$(SHARE)/undersigned: $(BIN)
	@rm -rf $(SHARE) && mkdir -p $(SHARE)/man/man1 $(SHARE)/man/man7 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	@$(BIN) man $(SHARE)/man/man1 && mv $(SHARE)/man/man1/*.7 $(SHARE)/man/man7
	@$(BIN) completion bash > $(SHARE)/bash-completion/completions/undersigned
	@$(BIN) completion zsh > $(SHARE)/zsh/site-functions/_undersigned
	@$(BIN) completion fish > $(SHARE)/fish/vendor_completions.d/undersigned.fish
	@mkdir $@ && cp README.md CHANGELOG.md LICENSE $@ && $(BIN) completion powershell > $@/undersigned.ps1

install: build ## put program, manual pages and completions below PREFIX (/usr/local); DESTDIR goes before it
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share"
	install -m 755 $(BIN) "$(DESTDIR)$(PREFIX)/bin/undersigned"
	cp -R $(SHARE)/. "$(DESTDIR)$(PREFIX)/share/"

web: tools $(WEB_BUILT) ## build the explorer only

deps: tools $(WEB_INSTALLED) ## install what building and testing need (Chromium, Java, Python by apt where that is allowed)
	go mod download
	scripts/deps.sh

tools:
	@scripts/check-tools.sh go node npm

$(BIN): $(WEB_BUILT) $(PDF_ENGINE) $(GO_FILES) go.mod go.sum $(wildcard examples/*)
	go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o $@ ./cmd/undersigned

$(WEB_INSTALLED): web/package.json web/package-lock.json
	npm --prefix web ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB_BUILT): $(WEB_INSTALLED) $(WEB_FILES)
	npm --prefix web run --silent build
	@touch $@

$(PDF_ENGINE): $(WEB_INSTALLED) $(wildcard internal/pdf/meter/*.go)
	go run ./internal/pdf/meter web/node_modules/@embedpdf/pdfium/dist/pdfium.wasm $@

test: ## every check: formatting, vet, staticcheck, types, lint, unit tests, the built binary in a real browser
	@scripts/test.sh

lint: tools $(WEB_BUILT) ## formatting, vet, staticcheck, web types and lint, the container files
	@unformatted=$$(gofmt -l cmd graph internal examples web/*.go); [ -z "$$unformatted" ] || { echo "not formatted (gofmt -w):"; echo "$$unformatted"; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...
	npm --prefix web run --silent check
	npm --prefix web run --silent lint
	go -C scripts/containers run . ../..

test-go: ## Go tests
	go test -timeout 30m ./...

test-web: $(WEB_INSTALLED) ## web unit tests
	npm --prefix web run --silent test

test-e2e: build ## browser tests of the built binary
	UNDERSIGNED_BIN=$(abspath $(BIN)) npm --prefix web run --silent e2e

test-formats: build ## networkx, igraph and openpyxl read every export (needs Python)
	scripts/formats.sh check $(BIN)

test-gephi: build ## Gephi's own importers read the exports (needs Java and Maven)
	scripts/gephi.sh $(BIN)

test-ftm: build ## the followthemoney package reads the entities (needs Python 3.11 and libicu-dev)
	@scripts/ftm.sh $(BIN)

bench: build ## load and analyze the networks of ../shared, and the kernels' benchmarks
	scripts/bench.sh

spark: build ## compute ties and PageRank of the Parquet files with Spark, and compare (needs Python and Java 17 or 21)
	@scripts/spark.sh

fuzz: $(WEB_BUILT) $(PDF_ENGINE) ## each fuzz target for FUZZTIME (5s, as in CI; 10m to look for faults)
	@scripts/fuzz.sh

hostile: build ## time and memory of files that are made to do harm, as in docs/hostile.md (OLDER=binary to compare with)
	go run ./scripts/hostile $(abspath $(BIN)) $(OLDER)

audit: tools ## known weaknesses in modules and packages, where their lists can be reached
	scripts/audit.sh

licenses: ## write the terms of the Go modules that are linked in (cmd/undersigned/terms)
	go run ./scripts/licenses cmd/undersigned/terms/go.txt.gz

clean: ## remove what was built
	rm -rf bin $(PDF_ENGINE) web/dist/assets web/dist/index.html web/node_modules web/test-results
