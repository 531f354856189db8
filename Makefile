.DEFAULT_GOAL := help

# The program is plain Go: no C compiler is ever asked for.
export CGO_ENABLED = 0

SEEDS    ?= seeds
OUT      ?= public
BASE_URL ?=
SIZES    ?= 1000,10000
FUZZTIME ?= 10m
KILLS    ?= 200

help: ## print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

all: test site check ## test, build the site and check it

build: ## build the program into bin/
	go build -trimpath -o bin/readout ./cmd/readout

test: ## run all tests
	go vet ./...
	go test ./...

golden: ## rewrite what tests expect; read the diff before you commit it
	go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' cmd internal | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

lexicon: ## write the snapshot of the built-in lexicon again, after a change to its YAML files
	go test ./internal/lexicon -run TestSnapshotIsUpToDate -update

fuzz: ## run every fuzz target for FUZZTIME (10m)
	@for p in $$(grep -rl --include='*_test.go' '^func Fuzz' internal cmd | xargs -n1 dirname | sort -u); do \
		for f in $$(grep -ho '^func Fuzz[A-Za-z]*' $$p/*_test.go | cut -c6-); do \
			echo "$$p $$f"; go test ./$$p -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) || exit 1; \
		done; \
	done

kill: ## kill KILLS (200) builds at random moments, and look at the site each time
	READOUT_KILLS=$(KILLS) go test ./cmd/readout -run TestKills -count 1 -timeout 2h -v

score: ## compare records with the labelled test data, a line a field
	go run ./internal/score/cmd

site: build ## build the site of SEEDS (seeds) into OUT (public)
	bin/readout build $(SEEDS) --out $(OUT) $(if $(BASE_URL),--base-url $(BASE_URL))

check: build ## look for faults in SEEDS, its lexicon, and the site in OUT
	bin/readout check $(SEEDS) --out $(OUT)

lint: ## look for what gofmt, go vet, staticcheck and govulncheck do not like
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@latest ./...
	go run golang.org/x/vuln/cmd/govulncheck@latest ./...

bench: build ## measure: a benchmark for each stage, then whole builds of SIZES (1000,10000) releases beside a floor
	go test -run '^$$' -bench . -benchmem ./...
	go run ./internal/sample/cmd -program bin/readout -n $(SIZES)

clean: ## remove what was built
	rm -rf bin $(OUT)

.PHONY: help all build test golden lexicon fuzz kill score site check lint bench clean
