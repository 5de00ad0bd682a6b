# `make` or `make help` lists what there is to make: the text after ## on a target's line.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Without a display, cgo or OpenGL: how everything but the window itself is tested and linted. On macOS
# Fyne needs cgo even so.
HEADLESS := CGO_ENABLED=$(if $(filter Darwin,$(shell uname -s)),1,0)
HEADLESS_TAGS := ci,no_emoji
# The window: emoji left out (the fonts are embedded), Fyne's old threading checks off.
RELEASE_TAGS := migrated_fynedo,no_emoji
# The same with the checks on, for the end-to-end test: a call from the wrong goroutine is reported.
CHECKED_TAGS := no_emoji,e2e

GOLANGCI_LINT := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
CYCLONEDX := github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
ACTIONLINT := github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

EXE := $(if $(filter Windows_NT,$(OS)),.exe)
PROGRAM := build/smartcanal$(EXE)
TOOLS := $(CURDIR)/build/tools

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: build ## Build, make a demo database, import, claim, 公示表; then open the window on it
	@echo "== the demo: database, statement files, verified sales, a claim and its notice in build/demo"
	$(PROGRAM) demo --dir build/demo
	@assets/setup/open-window $(PROGRAM) build/demo

.PHONY: test
test: ## Run every test; needs no display and no C compiler
	@echo "== tests"
	@$(HEADLESS) .ci/test -tags $(HEADLESS_TAGS) ./...

.PHONY: build
build: setup-window ## Build build/smartcanal, the program with its window
	@echo "== building $(PROGRAM) (the first time compiles the window's C code: some minutes)"
	@mkdir -p build
	CGO_ENABLED=1 go build -trimpath -ldflags '-s -w' -tags $(RELEASE_TAGS) -o $(PROGRAM) .

.PHONY: lint
lint: setup-lint tools ## Check form, faults, texts, imports between rooms, known weaknesses, workflows
	@GOLANGCI_LINT_CACHE=$(CURDIR)/build/lint-cache .ci/lint $(TOOLS) $(HEADLESS_TAGS)

.PHONY: gallery
gallery: ## Draw every page in each of its states into build/gallery/*.png
	@echo "== pictures of every page into build/gallery"
	@mkdir -p build/gallery
	$(HEADLESS) go test -count=1 -tags $(HEADLESS_TAGS) ./screens/gallery/...
	@echo "$$(ls build/gallery/*.png | wc -l) pictures in build/gallery"

.PHONY: bench
bench: setup-bench setup-window ## Measure ours against the peer in one run; table and build/bench.json
	@echo "== benchmarks (some minutes; keep the machine quiet)"
	@mkdir -p build
	$(HEADLESS) go test -count=1 -tags $(HEADLESS_TAGS),bench -run Bench -v -timeout 60m ./data/bench
	$(HEADLESS) go test -count=1 -tags $(HEADLESS_TAGS),bench -run Bench -v -timeout 20m ./screens/kit/grid

.PHONY: e2e
e2e: setup-e2e setup-window ## Drive the window under Xvfb from opening files to the notice
	@echo "== the window, driven under Xvfb (the first time compiles its C code: some minutes); pictures in build/e2e"
	@rm -rf build/e2e
	CGO_ENABLED=1 .ci/on-screen go test -count=1 -tags $(CHECKED_TAGS) -v -timeout 15m ./screens/e2e

.PHONY: pinyin
pinyin: setup-e2e setup-pinyin setup-window ## Type Chinese into the kit's entries through a real input method
	@echo "== Chinese typed through fcitx5 under Xvfb (the first time compiles the window's C code: some minutes)"
	CGO_ENABLED=1 .ci/with-pinyin go test -count=1 -tags $(CHECKED_TAGS) -v -timeout 10m ./screens/e2e/pinyin

.PHONY: papers
papers: setup-papers ## Lay official papers out in LibreOffice and measure their pages
	@echo "== papers, measured on the page"
	$(HEADLESS) go test -count=1 -tags $(HEADLESS_TAGS) -run 'TestAPage|TestTheHead' -v ./data/document

# The packages all end alike: what they are made of, their sums, and the table of sizes and times.
FINISH := @assets/packaging/finish "$(TOOLS)"

.PHONY: package-windows
package-windows: export RELEASE_TAGS := $(RELEASE_TAGS)
package-windows: setup-package-windows tools-sbom manual ## Cross-build for Windows: installer and portable zip in build/dist
	@assets/packaging/windows/opengl/build
	@assets/packaging/windows/build
	@assets/packaging/windows/package
	$(FINISH)

.PHONY: prove-windows
prove-windows: export RELEASE_TAGS := $(RELEASE_TAGS)
prove-windows: setup-prove-windows tools-sbom ## Install, use, upgrade and remove it under Wine and Xvfb
	@assets/packaging/windows/prove
	$(FINISH)

.PHONY: package-linux
package-linux: export RELEASE_TAGS := $(RELEASE_TAGS)
package-linux: setup-package-linux tools-sbom manual ## .deb and tar.gz for amd64 and arm64 in build/dist
	@assets/packaging/linux/package amd64
	@assets/packaging/linux/package arm64
	$(FINISH)

.PHONY: prove-linux
prove-linux: export RELEASE_TAGS := $(RELEASE_TAGS)
prove-linux: setup-prove-linux tools-sbom ## Install the .deb in a bare Debian, use it, show its window, remove it
	@assets/packaging/linux/prove
	$(FINISH)

.PHONY: package-parts
package-parts: export RELEASE_TAGS := $(RELEASE_TAGS)
package-parts: setup-package-parts ## Prove the packing in seconds, around a stand-in for the program
	@assets/packaging/prove-parts

.PHONY: package-macos
package-macos: export RELEASE_TAGS := $(RELEASE_TAGS)
package-macos: setup-package-macos $(if $(filter Darwin,$(shell uname -s)),tools-sbom manual) ## On a Mac: bundle and disk image; elsewhere: prove the parts that can be
	@assets/packaging/macos/package
	$(if $(filter Darwin,$(shell uname -s)),$(FINISH))

.PHONY: manual
manual: gallery ## Print the manual with the gallery's pictures into build/manual/*.pdf, for the packages and F1
	@mkdir -p build/manual
	@rm -f assets/manual/pictures/*.png
	$(HEADLESS) go run -tags $(HEADLESS_TAGS) ./assets/manual zh build/gallery build/manual/manual.pdf
	$(HEADLESS) go run -tags $(HEADLESS_TAGS) ./assets/manual en build/gallery build/manual/manual-en.pdf

.PHONY: fonts
fonts: setup-fonts ## Cut the embedded fonts anew (only when the set of characters changes)
	assets/fonts/make

.PHONY: licences
licences: ## Collect the licences of everything built in into assets/licences/THIRD-PARTY.txt
	go run ./assets/licences

.PHONY: clean
clean: ## Remove build/
	rm -rf build

SETUPS := window e2e pinyin papers bench fonts lint package-windows prove-windows package-linux prove-linux package-parts package-macos
.PHONY: $(addprefix setup-,$(SETUPS))
$(addprefix setup-,$(SETUPS)): setup-%:
	@assets/setup/debian $*

# The linters are built once from pinned modules and kept in build/tools.
.PHONY: tools tools-sbom
tools-sbom:
	@assets/setup/tools "$(TOOLS)" $(CYCLONEDX)
tools:
	@assets/setup/tools "$(TOOLS)" $(GOLANGCI_LINT) $(GOVULNCHECK) $(ACTIONLINT)
