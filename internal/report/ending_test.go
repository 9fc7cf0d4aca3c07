package report

import (
	"strings"
	"testing"

	"undersigned/graph"
)

// TestFormatOf asks that every format is found by the name its files have by themselves, whatever formats there are.
func TestFormatOf(t *testing.T) {
	for _, f := range Formats() {
		for _, name := range []string{"network" + f.Extension, "a/b/Network.2021" + strings.ToUpper(f.Extension), f.Extension[1:]} {
			if got, err := FormatOf(name); err != nil || got.Name != f.Name {
				t.Errorf("%s is taken for %q (%v), want %s", name, got.Name, err, f.Name)
			}
		}
	}
	for name, says := range map[string][]string{
		"out.csv":    {"out.nodes.csv", "out.ties.csv", " or ", "--format"},
		"out.docx":   {".gexf", ".graphml", "--format"},
		"out":        {"no ending", ".svg"},
		"notcsv.cvs": {"no ending"},
	} {
		_, err := FormatOf(name)
		if graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%s: %v", name, err)
		}
		for _, s := range says {
			if !strings.Contains(graph.MessageOf(err), s) {
				t.Errorf("%s: the error says %q and not %q", name, graph.MessageOf(err), s)
			}
		}
	}
}
