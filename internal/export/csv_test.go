package export

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The columns by which Gephi knows that a tie is undirected and what it weighs stand first; without Type it reads ties as directed,
// without Weight as 1.
func TestTiesAreUndirectedAndWeighted(t *testing.T) {
	for mode, more := range map[Mode][]string{OneMode: {"letters", "newman"}, TwoMode: {"date", "targets"}} {
		rows := records(t, write(t, hard(), mode, Ties))
		want := append([]string{"Source", "Target", "Type", "Weight", "source_label", "target_label"}, append(more, "data_version")...)
		if !slices.Equal(rows[0], want) {
			t.Errorf("the header is %q, want %q", rows[0], want)
		}
		for _, row := range rows[1:] {
			if row[2] != "Undirected" || row[3] == "" || mode == OneMode && row[3] != row[7] {
				t.Errorf("the tie %q is not undirected, or has another weight than its own", row)
			}
		}
	}
}

// The columns are written down in docs/exports.md, and loading reads files back by them.
func TestColumnsOfTables(t *testing.T) {
	docs, err := os.ReadFile(filepath.Join("..", "..", "docs", "exports.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []struct {
		name  string
		mode  Mode
		write func(io.Writer, *Network, Mode) error
	}{{"nodes.csv", OneMode, Nodes}, {"ties.csv", OneMode, Ties}, {"ties.csv", TwoMode, Ties}, {"signatures.csv", OneMode, Signatures}} {
		head := records(t, write(t, hard(), w.mode, w.write))[0]
		last := len(head) - 1
		if columns := "`" + strings.Join(head[:last], " ") + "`"; head[last] != "data_version" || !strings.Contains(string(docs), columns) {
			t.Errorf("%s: docs/exports.md has other columns than %s", w.name, columns)
		}
	}
}
