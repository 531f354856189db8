.DEFAULT_GOAL := help

help: ## print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test: ## run all tests
	go vet ./...
	go test ./...

.PHONY: help test
