# Cuttings. `make run` is all that is needed to try it; see README.md.

SHELL := /bin/sh
# Where the installer of Go puts it, for shells that do not look there.
export PATH := $(PATH):/usr/local/go/bin

GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
TOUR        := $(CURDIR)/build/tour

# The notebook is shipped without Fyne's checks for calls from a wrong thread;
# tests run with them.
SHIPPED := -tags migrated_fynedo -trimpath -buildvcs=false -ldflags '-s -w'

.PHONY: run build test race bench lint tour clean

run:
	@.ci/packages run
	@$(MAKE) --no-print-directory build/cuttings
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set):"; \
		echo "the notebook runs in a display of its own, through its main job."; \
		$(MAKE) --no-print-directory tour; \
	else \
		build/cuttings; \
	fi

build:
	@.ci/packages build
	@$(MAKE) --no-print-directory build/cuttings

.PHONY: build/cuttings # go build knows what is out of date
build/cuttings:
	@echo "building build/cuttings (the first build takes some minutes)"
	@go build $(SHIPPED) -o $@ .

test:
	@.ci/packages test
	CUTTINGS_TOUR='$(TOUR)' go test -timeout 15m ./...

# The window's own journey and the transcripts run the program as processes of their
# own, which the race detector would not see. -short has the property tests try a
# fifth of the cases that `make test` tries: the detector makes each many times
# slower. SQLite itself, made Go from C, is not watched: of it no more would be seen
# than what it keeps outside of Go's memory, and it takes most of the time.
race:
	@.ci/packages test
	go test -race -short -timeout 30m -gcflags=modernc.org/sqlite/lib=-race=false $$(go list ./... | grep -v -e /app/journey$$ -e ^cuttings$$)

bench:
	@.ci/packages test
	go test -run '^$$' -bench . -benchmem -timeout 60m ./...
	CUTTINGS_TOUR='$(TOUR)' go test -tags migrated_fynedo -count=1 -v -run TestTyping ./app/journey

lint:
	@.ci/packages build
	@.ci/imports
	@unformatted=$$(go run $(GOFUMPT) -l .) || exit 1; \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofumpt:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...

tour:
	@.ci/packages test
	@mkdir -p '$(TOUR)'
	CUTTINGS_TOUR='$(TOUR)' go test -count=1 -timeout 15m ./app/journey
	@echo "The steps are in build/tour/:"
	@ls '$(TOUR)'

clean:
	rm -rf build
