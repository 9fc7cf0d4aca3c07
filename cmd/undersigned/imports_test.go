package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// readsWith is what a medium knows: lines, and the few words that programs print between them, from the files of languages.
var readsWith = []string{"graph", "internal/letter/rule", "internal/letter/text", "internal/letter/lexicon", "internal/letter/document", "internal/letter/draft", "internal/letter/medium"}

// understandsWith is what each stage after the media knows beside the stages before it.
var understandsWith = []string{"graph", "internal/letter/weights", "internal/letter/rule", "internal/letter/text", "internal/letter/lexicon", "internal/letter/document", "internal/letter/draft", "internal/letter/phrase", "internal/letter/cue"}

// mayImport states the direction of imports inside the project: a package (or a tree, with /...) may import the packages
// named after it, and no others of ours. The first row that fits counts.
var mayImport = []struct {
	pkg string
	of  []string
}{
	{"graph", nil},
	{"graph/graphtest", []string{"graph"}},
	{"graph/...", []string{"graph", "graph/..."}},
	{"internal/pdf/...", []string{"graph"}},
	{"internal/fetch/...", []string{"graph"}},
	{"internal/child/...", []string{"graph"}},
	// The rooms of reading: what strings, words, lines are; what media make of bytes; then the stages, each seeing the ones before.
	{"internal/cells", nil},
	{"internal/letter/rule", nil},
	{"internal/letter/weights", nil},
	{"internal/letter/text", []string{"graph", "internal/letter/rule"}},
	{"internal/letter/draft", []string{"graph", "internal/letter/text"}},
	{"internal/letter/lexicon", []string{"internal/letter/rule", "graph", "internal/letter/text"}},
	{"internal/letter/document", []string{"internal/letter/rule", "internal/letter/text", "internal/letter/lexicon", "internal/letter/draft"}},
	{"internal/letter/phrase", []string{"internal/letter/weights", "internal/letter/rule", "graph", "internal/letter/text", "internal/letter/lexicon"}},
	{"internal/letter/cue", []string{"internal/letter/rule", "internal/letter/text", "internal/letter/lexicon", "internal/letter/document", "internal/letter/phrase"}},
	{"internal/letter/table", []string{"internal/letter/weights", "internal/letter/rule", "graph", "internal/letter/text", "internal/letter/lexicon", "internal/letter/document", "internal/letter/phrase", "internal/letter/cue"}},
	{"internal/letter/medium", []string{"internal/letter/weights", "graph", "internal/pdf", "internal/letter/text", "internal/letter/document", "internal/letter/draft"}},
	{"internal/letter/wording", []string{"internal/letter/document", "internal/letter/lexicon", "internal/letter/phrase", "internal/letter/cue", "internal/letter/table"}},
	{"internal/letter/read/plain", readsWith},
	{"internal/letter/read/page", append(readsWith, "internal/letter/read/plain")},
	{"internal/letter/read/markdown", append(readsWith, "internal/letter/read/plain", "internal/letter/read/page")},
	{"internal/letter/read/office", readsWith},
	{"internal/letter/read/pdf", append(readsWith, "internal/pdf")},
	{"internal/letter/about", understandsWith},
	{"internal/letter/section", append(understandsWith, "internal/letter/about")},
	{"internal/letter/entry", append(understandsWith, "internal/letter/about", "internal/letter/section", "internal/letter/table")},
	{"internal/letter/signatory", append(understandsWith, "internal/letter/section", "internal/letter/entry", "internal/letter/table")},
	{"internal/letter/confidence", append(understandsWith, "internal/letter/about", "internal/letter/section", "internal/letter/entry")},
	{"internal/letter/doubt", append(understandsWith, "internal/letter/about", "internal/letter/section", "internal/letter/entry", "internal/letter/table", "internal/letter/confidence")},
	{"internal/letter/sheet", append(understandsWith, "internal/cells", "internal/letter/medium", "internal/letter/table", "internal/letter/read/plain", "internal/letter/read/office",
		"internal/letter/about", "internal/letter/section", "internal/letter/entry", "internal/letter/signatory", "internal/letter/confidence", "internal/letter/doubt")},
	{"internal/letter/lettertest", []string{"graph", "internal/pdf"}},
	{"internal/letter/layouts", []string{"examples"}},
	{"internal/letter", []string{"graph", "internal/letter/..."}},
	{"internal/sameletter/...", []string{"graph"}},
	{"internal/export/...", []string{"graph", "graph/layout", "internal/cells", "internal/names", "internal/dataset", "internal/export/..."}},
	{"internal/report/...", []string{"graph", "graph/layout", "internal/export/..."}},
	{"internal/store", []string{"graph"}},
	{"internal/store/ruled", []string{"graph", "internal/ruling", "internal/store"}},
	{"internal/store/ruled/ruledtest", []string{"internal/store/ruled", "internal/store/sqlite"}},
	{"internal/store/...", []string{"graph", "internal/store", "internal/names/search"}},
	{"internal/dataset/...", []string{"graph", "internal/store", "internal/cells", "internal/dataset/..."}},
	{"examples/...", []string{"graph", "internal/store", "internal/dataset"}},
	{"internal/load/...", []string{"graph", "internal/store", "internal/letter", "internal/sameletter", "internal/dataset", "internal/fetch", "internal/child", "internal/ruling", "internal/store/ruled"}},
	{"internal/names", []string{"graph"}},
	{"internal/names/search", []string{"graph"}},
	{"internal/names/match", []string{"graph", "internal/names"}},
	{"internal/ruling", []string{"graph", "internal/names"}},
	{"internal/proposal", []string{"graph", "internal/names", "internal/ruling"}},
	{"internal/evaluate/naming", []string{"graph", "internal/evaluate", "internal/names", "internal/proposal", "internal/ruling"}},
	{"internal/evaluate/...", []string{"graph", "internal/letter", "internal/letter/rule", "internal/sameletter"}},
	{"internal/intake/...", []string{"graph", "internal/store", "internal/letter", "internal/sameletter", "internal/explore", "internal/names/match", "internal/pdf", "internal/child", "internal/ruling"}},
	{"internal/printed", []string{"graph", "internal/letter/lexicon", "internal/letter/phrase"}},
	{"internal/explore/...", []string{"graph", "graph/...", "internal/store", "internal/export", "internal/report", "internal/printed", "internal/names/..."}},
	{"internal/api/...", []string{"graph", "internal/explore", "internal/export", "internal/report", "internal/store", "internal/intake", "internal/api/..."}},
	{"web", nil},
	{"scripts/layouts", []string{"internal/letter/layouts"}},
	{"scripts/...", nil},
	{"cmd/undersigned", []string{"graph", "internal/...", "web", "examples"}},
}

// onlyIn names the one tree that may import a module.
var onlyIn = map[string][]string{
	"github.com/gin-gonic/gin":             {"internal/api"},
	"github.com/danielgtaylor/huma":        {"internal/api"},
	"github.com/neo4j/neo4j-go-driver":     {"internal/store/neo4j"},
	"modernc.org/sqlite":                   {"internal/store/sqlite"},
	"github.com/pressly/goose":             {"internal/store/sqlite"},
	"database/sql":                         {"internal/store/sqlite"},
	"gonum.org/v1/gonum":                   {"graph"},
	"github.com/spf13/cobra":               {"cmd"},
	"github.com/tetratelabs/wazero":        {"internal/pdf"},
	"git.sr.ht/~sbinet/gg":                 {"internal/export", "internal/report"},
	"go.yaml.in/yaml/v3":                   {"internal/letter"},
	"github.com/goccy/go-yaml":             {"internal/dataset", "internal/letter", "examples"},
	"undersigned/internal/store/storetest": {"internal/store"},
}

// notInGraph are packages that would give the library I/O, a clock or a global random source.
var notInGraph = []string{"os", "net", "net/http", "log", "log/slog", "math/rand", "database/sql", "io/ioutil"}

type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func listPackages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "undersigned/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func fits(pattern, pkg string) bool {
	if tree, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == tree || strings.HasPrefix(pkg, tree+"/")
	}
	return pkg == pattern
}

func TestDirectionOfImports(t *testing.T) {
	packages := listPackages(t)
	if len(packages) < 10 {
		t.Fatalf("go list names %d packages: this check looks at the wrong place", len(packages))
	}
	for _, p := range packages {
		pkg := strings.TrimPrefix(p.ImportPath, "undersigned/")
		row := slices.IndexFunc(mayImport, func(r struct {
			pkg string
			of  []string
		}) bool {
			return fits(r.pkg, pkg)
		})
		if row < 0 {
			t.Errorf("%s has no row in mayImport: say what it may import", pkg)
			continue
		}
		for _, imported := range p.Imports {
			if own, ours := strings.CutPrefix(imported, "undersigned/"); ours &&
				!slices.ContainsFunc(mayImport[row].of, func(allowed string) bool { return fits(allowed, own) }) {
				t.Errorf("%s imports %s, against the direction of imports", pkg, own)
			}
			if fits("graph/...", pkg) && pkg != "graph/graphtest" && slices.Contains(notInGraph, imported) {
				t.Errorf("%s imports %s: graph does no I/O and reads no clock, logger or global random source", pkg, imported)
			}
		}
		for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			for module, trees := range onlyIn {
				if (imported == module || strings.HasPrefix(imported, module+"/")) &&
					!slices.ContainsFunc(trees, func(tree string) bool { return fits(tree+"/...", pkg) }) {
					t.Errorf("%s imports %s, which belongs in %s only", pkg, imported, strings.Join(trees, ", "))
				}
			}
		}
	}
}

// TestRowsNamePackages asks that no row outlives its package.
func TestRowsNamePackages(t *testing.T) {
	packages := listPackages(t)
	for _, row := range mayImport {
		for _, name := range append([]string{row.pkg}, row.of...) {
			if !slices.ContainsFunc(packages, func(p listed) bool { return fits(name, strings.TrimPrefix(p.ImportPath, "undersigned/")) }) {
				t.Errorf("the row of %s names %s, which is no package", row.pkg, name)
			}
		}
	}
}
