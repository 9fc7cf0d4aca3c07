package evaluate

import (
	"context"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
)

func TestZZDump(t *testing.T) {
	golds, err := readGolds([]string{"/work/shared/data/gold", "/work/shared/data/gold2"})
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Create("/tmp/cands.jsonl")
	defer f.Close()
	e := json.NewEncoder(f)
	for _, g := range golds {
		data, err := os.ReadFile(filepath.Join(g.root, filepath.FromSlash(g.Document)))
		if err != nil {
			continue
		}
		o, err := letter.Open(context.Background(), path.Base(g.Document), data, letter.Limits{})
		if err != nil {
			continue
		}
		facts, cs, un, err := o.Candidates(context.Background())
		if err != nil || facts == nil {
			continue
		}
		names := map[string]bool{}
		for _, n := range g.organizations() {
			names[normal(n)] = true
		}
		for _, a := range g.Accept {
			for _, x := range a.Forms {
				names[normal(x)] = true
			}
		}
		opt := map[string]bool{}
		for _, n := range g.Optional {
			opt[normal(n)] = true
		}
		for ci, c := range append(append([]letter.Candidate{}, cs...), un...) {
			r, w, p, op := 0, 0, 0, 0
			for _, row := range c.Rows {
				switch {
				case row.Type == graph.TypePerson:
					p++
				case names[normal(row.Name)]:
					r++
				case opt[normal(row.Name)]:
					op++
				default:
					w++
				}
			}
			tx := c.Text
			if len(tx) > 6 {
				tx = append(append([]string{}, tx[:4]...), tx[len(tx)-2:]...)
			}
			e.Encode(map[string]any{"pub": g.Publisher, "doc": g.Document, "finder": c.Finder, "score": c.Score, "f": c.Features, "right": r, "wrong": w, "persons": p, "opt": op, "gold": len(g.organizations()), "ind": g.Individuals, "signed": g.Signed, "n": len(c.Text), "text": tx, "kind": facts.Kind, "unread": ci >= len(cs)})
		}
	}
}
