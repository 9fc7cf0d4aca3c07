package export

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"undersigned/graph"
)

// readRows reads a Parquet file without our types: a map a row.
func readRows(t *testing.T, data []byte) []map[string]any {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := f.Lookup("undersigned.data_version"); !ok || v != hard().Hash {
		t.Errorf("the data version is %q", v)
	}
	if v, _ := f.Lookup("undersigned.about"); !strings.HasSuffix(v, "1 letter without a date is left out. Source: 3 letters read by undersigned. Data version 3f9c21ab0d54e6f7.") {
		t.Errorf("the file says of itself: %s", v)
	}
	r := parquet.NewGenericReader[map[string]any](bytes.NewReader(data), f.Schema())
	defer r.Close()
	all := make([]map[string]any, r.NumRows())
	for i := range all {
		all[i] = map[string]any{}
	}
	if n, err := r.Read(all); n != len(all) || err != nil && err != io.EOF {
		t.Fatalf("%d rows of %d: %v", n, len(all), err)
	}
	return all
}

func expectRow(t *testing.T, row map[string]any, want map[string]any) {
	t.Helper()
	for name, v := range want {
		if got, ok := row[name]; !ok || got != v {
			t.Errorf("%s is %v (%T), want %v (%T)", name, got, got, v, v)
		}
	}
}

func TestParquet(t *testing.T) {
	n := hard()
	rows := readRows(t, write(t, n, OneMode, OrganizationsParquet))
	if len(rows) != len(n.Organizations) {
		t.Fatalf("%d organizations", len(rows))
	}
	for i, o := range n.Organizations {
		stability := any(o.Stability)
		if o.Stability < 0 {
			stability = nil
		}
		expectRow(t, rows[i], map[string]any{"id": o.ID, "name": clean(o.Name), "country": o.Country, "kind": o.Kind, "letters": int32(o.Letters),
			"strength": o.Strength, "betweenness": o.Betweenness, "pagerank": o.PageRank, "cluster": int32(o.Cluster), "cluster_label": n.clusterLabel(o.Cluster),
			"stability": stability, "first": "2019", "last": "2021-05-06", "x": o.X, "y": o.Y})
	}
	rows = readRows(t, write(t, n, TwoMode, LettersParquet))
	expectRow(t, rows[0], map[string]any{"id": "l1", "title": "A letter, \"quoted\"\nand broken", "date": "2020-04", "language": "en", "signers": int32(6), "signers_total": int32(6)})
	expectRow(t, rows[2], map[string]any{"title": "", "date": "", "signers": int32(3), "signers_total": int32(40)})
	if targets := rows[0]["targets"]; !slices.Equal(stringsOf(targets), n.Letters[0].Targets) || len(stringsOf(rows[1]["targets"])) != 0 || len(rows) != 3 {
		t.Errorf("targets are %#v, letters %d", targets, len(rows))
	}
	rows = readRows(t, write(t, n, OneMode, SignaturesParquet))
	expectRow(t, rows[0], map[string]any{"organization": "o1", "letter": "l1", "document": "a.txt", "record": "l1", "relation": "", "page": int32(1), "line": int32(8),
		"position": int32(1), "of": int32(6), "status": "listed", "country": "+France"})
	expectRow(t, rows[1], map[string]any{"record": "l1-fr", "relation": "translation-of", "page": nil, "line": int32(3), "position": nil, "status": "reported"})
	rows = readRows(t, write(t, n, OneMode, TiesParquet))
	expectRow(t, rows[2], map[string]any{"source": "o9", "target": "o10", "letters": int32(1), "newman": 1. / 3})
	if len(rows) != 3 {
		t.Errorf("%d ties", len(rows))
	}
}

// stringsOf takes a list apart, however nested the reader gives it.
func stringsOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, stringsOf(e)...)
		}
		return all
	case map[string]any:
		var all []string
		for _, e := range v {
			all = append(all, stringsOf(e)...)
		}
		return all
	}
	return nil
}

// TestParquetHoldsNothingPrinted: whatever stands in a printed line, persons and addresses among it, is in no table.
func TestParquetHoldsNothingPrinted(t *testing.T) {
	n := hard()
	n.Signatures = slices.Values([]Signature{{Organization: 0, Letter: 0, Name: "Bread (Alma Quist)", Text: "Bread, alma.quist@bread.example, +47 22 33 44 55",
		Document: "a.txt", Record: "l1", Status: graph.Listed}})
	for name, fn := range parquets {
		data := write(t, n, OneMode, fn)
		for _, row := range readRows(t, data) {
			for column, v := range row {
				for _, s := range stringsOf(v) {
					if strings.Contains(s, "Quist") || strings.Contains(s, "@bread") || strings.Contains(s, "+47") {
						t.Errorf("%s: %s holds %q", name, column, s)
					}
				}
			}
		}
	}
}

var parquets = map[string]func(io.Writer, *Network, Mode) error{"organizations": OrganizationsParquet, "letters": LettersParquet,
	"signatures": SignaturesParquet, "ties": TiesParquet}

// TestParquetOfMany: ties that come one by one are all written, in more than one group of rows, and the same bytes each time.
func TestParquetOfMany(t *testing.T) {
	n := hard()
	const many = rowsInTurn + 5
	n.Pairs = func(yield func(Tie) error) error {
		for i := range many {
			if err := yield(Tie{A: i % 3, B: 3 + i%7, Letters: i, Newman: float64(i) / 3}); err != nil {
				return err
			}
		}
		return nil
	}
	data := write(t, n, OneMode, TiesParquet)
	if !bytes.Equal(data, write(t, n, OneMode, TiesParquet)) {
		t.Error("two files of the same ties differ")
	}
	rows := readRows(t, data)
	if len(rows) != many {
		t.Fatalf("%d ties, want %d", len(rows), many)
	}
	for _, i := range []int{0, rowBatch - 1, rowBatch, rowsInTurn, many - 1} {
		expectRow(t, rows[i], map[string]any{"letters": int32(i), "newman": float64(i) / 3, "source": n.Organizations[i%3].ID})
	}
	if f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data))); err != nil || len(f.RowGroups()) != 2 {
		t.Errorf("%d groups of rows: %v", len(f.RowGroups()), err)
	}
	n.Pairs = func(func(Tie) error) error { return graph.Errorf(graph.Cancelled, "stopped") }
	if err := TiesParquet(io.Discard, n, OneMode); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a failure while ties are counted is %v", err)
	}
}

// TestParquetOfNothing: a network without rows is a file, too.
func TestParquetOfNothing(t *testing.T) {
	for name, fn := range parquets {
		n := hard()
		n.Organizations, n.Letters, n.Ties, n.Signatures = nil, nil, nil, func(func(Signature) bool) {}
		if rows := readRows(t, write(t, n, OneMode, fn)); len(rows) != 0 {
			t.Errorf("%s: %d rows", name, len(rows))
		}
	}
	n := hard()
	n.Signatures = nil
	if err := SignaturesParquet(io.Discard, n, OneMode); graph.CodeOf(err) != graph.Unsupported {
		t.Errorf("a network without signatures: %v", err)
	}
}
