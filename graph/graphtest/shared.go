package graphtest

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
)

// Open opens a file of ../shared/data/networks beside the module, for the length of the test. A missing file skips the
// test with a reason, or fails it where the environment says CI=true, so that a check cannot disappear unnoticed.
func Open(t testing.TB, name string) io.Reader {
	t.Helper()
	path := filepath.Join(moduleRoot(t), "..", "shared", "data", "networks", name)
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing; put the shared data beside the module", path)
		}
		t.Skipf("%s is not there; put the shared data beside the module to run this test", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() }) // only read from: nothing can be lost
	return f
}

// Shared reads an edge list (columns organization, letter; .gz allowed) that Open finds. Organizations and letters are
// numbered in order of first appearance.
func Shared(t testing.TB, name string) *graph.Incidence {
	t.Helper()
	in := Open(t, name)
	if strings.HasSuffix(name, ".gz") {
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		in = unzipped
	}
	x, err := readEdges(in)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return x
}

func readEdges(in io.Reader) (*graph.Incidence, error) {
	rows := csv.NewReader(in)
	rows.ReuseRecord = true
	rows.FieldsPerRecord = 2
	if _, err := rows.Read(); err != nil { // the header
		return nil, err
	}
	orgs, letters := map[string]int32{}, map[string]int32{}
	var pairs []graph.Pair
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return graph.NewIncidence(len(orgs), len(letters), pairs)
		}
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, graph.Pair{Org: position(orgs, row[0]), Letter: position(letters, row[1])})
	}
}

func position(of map[string]int32, name string) int32 {
	p, ok := of[name]
	if !ok {
		p = int32(len(of))
		of[strings.Clone(name)] = p
	}
	return p
}

// moduleRoot is the nearest folder with a go.mod at or above the test's working directory.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = parent
	}
}
